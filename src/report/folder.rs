//! A report's folder: everything is written beside it and put into place at the end, so that a run
//! that fails leaves what was there before.

use super::{RESTRICTED, ReportError};
use crate::returns::read::hexadecimal;
use sha2::{Digest, Sha256};
use std::fs::{self, DirBuilder, File};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

/// Where a report is written before it is put into place.
const BESIDE: &str = ".stocktake-unfinished";
/// Where what it replaces waits until it is gone.
const REPLACED: &str = ".stocktake-replaced";

/// A file that was written.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Written {
    /// Its path inside the report, with forward slashes.
    pub path: String,
    /// Its size.
    pub bytes: u64,
    /// The SHA-256 of its bytes, in hexadecimal.
    pub sha256: String,
}

/// A report that is being written.
#[derive(Debug)]
pub struct ReportFolder {
    folder: PathBuf,
    beside: PathBuf,
    finished: bool,
}

impl ReportFolder {
    /// Opens the folder of a report, which may hold an earlier one.
    ///
    /// # Errors
    /// Where the folder cannot be made or written to.
    pub fn open(folder: &Path) -> Result<ReportFolder, ReportError> {
        let beside = folder.join(BESIDE);
        let open = || {
            fs::create_dir_all(folder)?;
            remove(&beside)?;
            let mut builder = DirBuilder::new();
            builder.recursive(true);
            fs::create_dir(&beside)?;
            #[cfg(unix)]
            std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
            builder.create(beside.join(RESTRICTED))
        };
        open().map_err(|source| ReportError::Write { path: folder.to_owned(), source })?;
        Ok(ReportFolder { folder: folder.to_owned(), beside, finished: false })
    }

    /// Writes a file of the report.
    ///
    /// # Errors
    /// Where it cannot be written.
    pub fn write(
        &self,
        path: &str,
        fill: impl FnOnce(&mut dyn Write) -> io::Result<()>,
    ) -> Result<Written, ReportError> {
        let place = self.beside.join(path);
        let write = || {
            if let Some(parent) = place.parent() {
                fs::create_dir_all(parent)?;
            }
            let mut file = Sealed { inner: BufWriter::new(File::create(&place)?), hash: Sha256::new(), bytes: 0 };
            fill(&mut file)?;
            file.inner.flush()?;
            let sha256 = hexadecimal(&file.hash.finalize());
            Ok(Written { path: path.to_owned(), bytes: file.bytes, sha256 })
        };
        write().map_err(|source| ReportError::Write { path: self.folder.join(path), source })
    }

    /// Puts the report into place of an earlier one.
    ///
    /// # Errors
    /// Where a part of it cannot be renamed.
    pub fn finish(mut self) -> Result<(), ReportError> {
        let replaced = self.folder.join(REPLACED);
        let put = || {
            remove(&replaced)?;
            fs::create_dir(&replaced)?;
            for entry in fs::read_dir(&self.beside)? {
                let name = entry?.file_name();
                let place = self.folder.join(&name);
                if place.exists() {
                    fs::rename(&place, replaced.join(&name))?;
                }
                fs::rename(self.beside.join(&name), place)?;
            }
            remove(&replaced)?;
            remove(&self.beside)
        };
        put().map_err(|source| ReportError::Write { path: self.folder.clone(), source })?;
        self.finished = true;
        Ok(())
    }
}

impl Drop for ReportFolder {
    fn drop(&mut self) {
        if !self.finished {
            // Nothing more can be done for a report that failed than to take its pieces away.
            let _ = remove(&self.beside);
        }
    }
}

fn remove(folder: &Path) -> io::Result<()> {
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}

/// A file whose bytes are counted and hashed as they are written.
struct Sealed {
    inner: BufWriter<File>,
    hash: Sha256,
    bytes: u64,
}

impl Write for Sealed {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let written = self.inner.write(bytes)?;
        self.hash.update(&bytes[..written]);
        self.bytes += written as u64;
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.inner.flush()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_report_replaces_the_one_before_and_leaves_the_rest() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("README.md"), "mine").unwrap();
        for text in ["first", "second"] {
            let report = ReportFolder::open(folder.path()).unwrap();
            let written = report.write("restricted/a.csv", |file| file.write_all(text.as_bytes())).unwrap();
            assert_eq!(written.bytes, text.len() as u64);
            report.finish().unwrap();
            assert_eq!(fs::read_to_string(folder.path().join("restricted/a.csv")).unwrap(), text);
        }
        let mut names: Vec<_> = fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
        names.sort();
        assert_eq!(names, ["README.md", "restricted"]);
    }

    #[test]
    fn a_report_that_fails_leaves_what_was_there() {
        let folder = tempfile::tempdir().unwrap();
        let report = ReportFolder::open(folder.path()).unwrap();
        report.write("restricted/a.csv", |file| file.write_all(b"first")).unwrap();
        report.finish().unwrap();
        let report = ReportFolder::open(folder.path()).unwrap();
        report.write("restricted/a.csv", |file| file.write_all(b"second")).unwrap();
        assert!(report.write("restricted/b.csv", |_| Err(io::Error::other("full"))).is_err());
        drop(report);
        assert_eq!(fs::read_to_string(folder.path().join("restricted/a.csv")).unwrap(), "first");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }

    #[test]
    fn the_seal_is_the_sha_256_of_the_bytes() {
        let folder = tempfile::tempdir().unwrap();
        let report = ReportFolder::open(folder.path()).unwrap();
        let written = report.write("abc", |file| file.write_all(b"abc")).unwrap();
        assert_eq!(written.sha256, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }
}

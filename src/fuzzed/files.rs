//! Files in bytes: each begins with a line `==> ` and its path. What comes before the first such line is left out, and so is a
//! file whose path is more than a few plain names.

use std::fs;
use std::io;
use std::path::PathBuf;

/// What a line begins with that names a file.
pub(super) const NAMED: &[u8] = b"==> ";

/// Folders in one another: a report has two.
const MOST_FOLDERS: usize = 4;

/// A folder of files, which is gone when this is.
pub(super) struct Files {
    folder: PathBuf,
}

impl Files {
    /// The files that bytes hold, in a folder of this name among the temporary ones.
    ///
    /// # Errors
    /// Where they cannot be written, as where one file has the name of a folder.
    pub(super) fn of(bytes: &[u8], name: &str) -> io::Result<Files> {
        let folder = std::env::temp_dir().join(format!("stocktake-{}-{name}", std::process::id()));
        let files = Files { folder };
        fs::create_dir_all(&files.folder)?;
        for (path, text) in named(bytes) {
            let place = files.at(&path);
            fs::create_dir_all(place.parent().unwrap_or(&files.folder))?;
            fs::write(place, text)?;
        }
        Ok(files)
    }

    /// The path of one of them.
    pub(super) fn at(&self, path: &str) -> PathBuf {
        self.folder.join(path)
    }
}

impl Drop for Files {
    fn drop(&mut self) {
        // What cannot be removed is written over by the next.
        let _ = fs::remove_dir_all(&self.folder);
    }
}

/// The files in bytes, with their paths.
pub(super) fn named(bytes: &[u8]) -> Vec<(String, &[u8])> {
    let begins = |at: &usize| *at == 0 || bytes[at - 1] == b'\n';
    let starts: Vec<usize> = memchr::memmem::find_iter(bytes, NAMED).filter(begins).collect();
    let ends = starts.iter().skip(1).copied().chain([bytes.len()]);
    let file = |(start, end): (&usize, usize)| {
        let file = &bytes[start + NAMED.len()..end];
        let line = memchr::memchr(b'\n', file)?;
        let path = std::str::from_utf8(&file[..line]).ok().filter(|path| is_plain(path))?;
        Some((path.to_owned(), &file[line + 1..]))
    };
    starts.iter().zip(ends).filter_map(file).collect()
}

fn is_plain(path: &str) -> bool {
    let names: Vec<&str> = path.split('/').collect();
    let plain = |name: &&str| {
        let characters = name.chars().all(|character| character.is_ascii_alphanumeric() || "-_. ".contains(character));
        characters && !name.is_empty() && !name.starts_with('.') && name.len() < 64
    };
    names.len() <= MOST_FOLDERS && names.iter().all(plain)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_hold_files_and_none_outside_the_folder() {
        let bytes = b"before\n==> a/b.csv\none\ntwo ==> no\n==> ../c\nx\n==> /d\nx\n==> e\n";
        let found: Vec<(String, &[u8])> = named(bytes);
        assert_eq!(found, [("a/b.csv".to_owned(), &b"one\ntwo ==> no\n"[..]), ("e".to_owned(), b"")]);
    }
}

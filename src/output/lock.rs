//! A lock on a folder: a hidden file that the process holds open, so that the lock goes with the process however it ends.

use super::error::{ReportError, unwritable};
use same_file::Handle;
use std::fs::{self, File, OpenOptions, TryLockError};
use std::io;
use std::path::{Path, PathBuf};

/// The file that is locked. It is empty: where nobody else can read a locked file, the journal still says who holds it.
pub(super) const LOCK: &str = ".stocktake-lock";

/// A folder that no other process writes to.
#[derive(Debug)]
pub(super) struct Lock {
    path: PathBuf,
    /// Open as long as the folder is held.
    _file: File,
}

impl Lock {
    /// Takes the lock of a folder; none where another process holds it.
    ///
    /// # Errors
    /// Where the file cannot be made or locked, or is somebody's own.
    pub fn take(folder: &Path) -> Result<Option<Lock>, ReportError> {
        let path = folder.join(LOCK);
        loop {
            let opened = OpenOptions::new().read(true).write(true).create(true).truncate(false).open(&path);
            let file = opened.map_err(unwritable(&path))?;
            if file.metadata().map_err(unwritable(&path))?.len() > 0 {
                return Err(ReportError::Stray { path });
            }
            match file.try_lock() {
                Ok(()) if is_at(&file, &path).map_err(unwritable(&path))? => {
                    return Ok(Some(Lock { path, _file: file }));
                }
                // Whoever held it removed the file between the two steps, and another process may hold a new one.
                Ok(()) => {}
                Err(TryLockError::WouldBlock) => return Ok(None),
                Err(TryLockError::Error(source)) => return Err(unwritable(&path)(source)),
            }
        }
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        // A file that stays, held by nobody, is in nobody's way.
        let _ = fs::remove_file(&self.path);
    }
}

/// Whether a file is still the one at a path.
fn is_at(file: &File, path: &Path) -> io::Result<bool> {
    let held = Handle::from_file(file.try_clone()?)?;
    match Handle::from_path(path) {
        Ok(there) => Ok(there == held),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(false),
        Err(error) => Err(error),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_is_held_by_one_at_a_time_and_nothing_of_it_is_left() {
        let folder = tempfile::tempdir().unwrap();
        let held = Lock::take(folder.path()).unwrap().unwrap();
        assert!(Lock::take(folder.path()).unwrap().is_none());
        drop(held);
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
        assert!(Lock::take(folder.path()).unwrap().is_some());
    }

    #[test]
    fn a_lock_file_that_nobody_holds_stops_nothing() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join(LOCK), "").unwrap();
        assert!(Lock::take(folder.path()).unwrap().is_some());
    }

    #[test]
    fn somebodys_own_file_of_that_name_is_kept() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join(LOCK), "mine").unwrap();
        assert!(matches!(Lock::take(folder.path()), Err(ReportError::Stray { .. })));
        assert_eq!(fs::read_to_string(folder.path().join(LOCK)).unwrap(), "mine");
    }

    // Older versions of Windows keep what is removed until nobody has it open.
    #[test]
    #[cfg(unix)]
    fn a_lock_that_was_removed_meanwhile_is_not_held() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join(LOCK);
        let file = File::create(&path).unwrap();
        assert!(is_at(&file, &path).unwrap());
        fs::remove_file(&path).unwrap();
        assert!(!is_at(&file, &path).unwrap());
        File::create(&path).unwrap();
        assert!(!is_at(&file, &path).unwrap());
    }
}

//! One file, put into place as a whole: who reads it reads what was there before or all that is new.

use crate::owner;
use std::fs::{self, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// Writes a file that only its owner may read. What is no file, such as a pipe or a device, takes the bytes as it is.
///
/// # Errors
/// Where it cannot be written; then what was there before is as it was.
pub(crate) fn write_whole(path: &Path, bytes: &[u8]) -> io::Result<()> {
    if fs::metadata(path).is_ok_and(|metadata| !metadata.is_file()) {
        return OpenOptions::new().write(true).open(path)?.write_all(bytes);
    }
    // A link stays one.
    let place = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    let waiting = waiting(&place);
    let written = owner::write_new(&waiting, bytes).and_then(|()| fs::rename(&waiting, &place));
    if written.is_err() {
        // What cannot be removed is hidden, and in nobody's way.
        let _ = fs::remove_file(&waiting);
    }
    written
}

/// Where the file waits until it is whole: a name of this process alone.
fn waiting(place: &Path) -> PathBuf {
    let name = place.file_name().unwrap_or_default().to_string_lossy();
    place.with_file_name(format!(".stocktake-unfinished-{}-{name}", std::process::id()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_replaced_as_a_whole_and_nothing_else_is_left() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("intake.csv");
        for text in ["first", "2nd"] {
            write_whole(&path, text.as_bytes()).unwrap();
            assert_eq!(fs::read_to_string(&path).unwrap(), text);
        }
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
        assert!(write_whole(folder.path(), b"text").is_err(), "a folder");
        assert!(write_whole(&path.join("below"), b"text").is_err(), "a folder that is a file");
        assert_eq!(fs::read_to_string(&path).unwrap(), "2nd");
    }

    #[test]
    #[cfg(target_os = "linux")]
    fn a_device_takes_the_bytes_and_a_link_stays_one() {
        use std::os::unix::fs::{PermissionsExt, symlink};
        let folder = tempfile::tempdir().unwrap();
        let mode = || fs::metadata("/dev/full").unwrap().permissions().mode();
        let before = mode();
        assert_eq!(write_whole(Path::new("/dev/full"), b"text").unwrap_err().kind(), io::ErrorKind::StorageFull);
        assert_eq!(mode(), before);
        symlink("elsewhere.csv", folder.path().join("link.csv")).unwrap();
        fs::write(folder.path().join("elsewhere.csv"), "before").unwrap();
        write_whole(&folder.path().join("link.csv"), b"text").unwrap();
        assert!(fs::symlink_metadata(folder.path().join("link.csv")).unwrap().is_symlink());
        assert_eq!(fs::read_to_string(folder.path().join("elsewhere.csv")).unwrap(), "text");
    }
}

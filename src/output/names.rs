//! Paths below a report. Every one is made here, of names that are safe on every file system.

use super::error::ReportError;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

/// The most characters of a name: two such in a path, and a folder above them, are few enough for Windows.
const LONGEST: usize = 100;

/// Names that are devices on Windows, whatever follows a full stop.
const DEVICES: [&str; 6] = ["con", "prn", "aux", "nul", "conin$", "conout$"];

/// The numbers of ports, which are devices too; Windows takes a raised number for the number.
const PORTS: [&str; 13] = ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "¹", "²", "³"];

/// The paths of a report that are taken.
#[derive(Debug, Default)]
pub(crate) struct TakenPaths(Mutex<BTreeSet<String>>);

impl TakenPaths {
    /// Takes a path with forward slashes, and gives it below a folder.
    ///
    /// # Errors
    /// Where one of its names is not safe, and where another path differs in capitals alone, if at all.
    pub(crate) fn take(&self, below: &Path, path: &str) -> Result<PathBuf, ReportError> {
        let place = place(below, path)?;
        let mut taken = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        match taken.insert(path.to_lowercase()) {
            true => Ok(place),
            false => Err(ReportError::Twin { path: path.to_owned() }),
        }
    }

    /// Whether a path is taken.
    pub(crate) fn has(&self, path: &str) -> bool {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).contains(&path.to_lowercase())
    }
}

/// A path with forward slashes below a folder.
///
/// # Errors
/// Where one of its names is not safe.
fn place(below: &Path, path: &str) -> Result<PathBuf, ReportError> {
    match path.split('/').all(is_safe) {
        true => Ok(path.split('/').fold(below.to_owned(), |place, name| place.join(name))),
        false => Err(ReportError::Unsafe { path: path.to_owned() }),
    }
}

/// Whether a name is a file's or folder's, and nothing else, on every file system.
fn is_safe(name: &str) -> bool {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.');
    let begins = name.bytes().next().is_some_and(|byte| byte.is_ascii_alphanumeric());
    begins && name.len() <= LONGEST && name.bytes().all(plain) && !name.ends_with('.') && !is_device(name)
}

/// Whether a name is a device's on Windows, whatever follows a full stop.
pub(crate) fn is_device(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or_default().trim_end_matches(' ').to_ascii_lowercase();
    let port = stem.strip_prefix("com").or_else(|| stem.strip_prefix("lpt"));
    let is_port = port.is_some_and(|number| PORTS.contains(&number));
    is_port || DEVICES.contains(&stem.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_safe_names_make_a_path() {
        let long = "a".repeat(LONGEST);
        for path in
            ["restricted/a.csv", "publish/years/2011-03-31/indicators.csv", "run.json", "console.csv", "com10", &long]
        {
            assert_eq!(place(Path::new("out"), path).unwrap(), Path::new("out").join(path), "{path}");
        }
        let longer = format!("{long}a");
        for path in [
            "",
            "a//b",
            "/a",
            "../a",
            "a/../b",
            "a/.",
            ".hidden",
            "a\\\\b",
            "c:a",
            "a b",
            "a.",
            "a/b./c",
            "CON",
            "nul.csv",
            "a/Com1.txt",
            "lpt9",
            "é",
            "a\n",
            "-a",
            &longer,
        ] {
            assert!(matches!(place(Path::new("out"), path), Err(ReportError::Unsafe { .. })), "{path}");
        }
    }

    #[test]
    fn a_path_that_differs_in_capitals_alone_is_taken() {
        let places = TakenPaths::default();
        assert!(places.take(Path::new("out"), "regions/e12.html").is_ok());
        assert!(places.take(Path::new("out"), "regions/e13.html").is_ok());
        let twin = places.take(Path::new("out"), "regions/E12.html");
        assert!(matches!(twin, Err(ReportError::Twin { .. })));
    }
}

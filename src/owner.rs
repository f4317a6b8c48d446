//! Files and folders that their owner alone may read, from their first byte and whatever the umask.

use std::fs::{DirBuilder, File, OpenOptions};
use std::io::{self, Write};
use std::path::Path;

/// Creates a file or empties the one that is there, which is its owner's alone from then on.
///
/// # Errors
/// Where it cannot be opened.
pub fn create(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.write(true).create(true).truncate(true);
    only_the_owner(&mut options);
    let file = options.open(path)?;
    // A file that was there keeps its permissions when it is opened.
    #[cfg(unix)]
    file.set_permissions(std::os::unix::fs::PermissionsExt::from_mode(0o600))?;
    Ok(file)
}

/// Writes a file that must not be there yet.
///
/// # Errors
/// Where it is there, or cannot be written.
pub fn write_new(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    only_the_owner(&mut options);
    options.open(path)?.write_all(bytes)
}

/// Creates a folder and those above it that are not there.
///
/// # Errors
/// Where it cannot be made.
pub fn create_folders(path: &Path) -> io::Result<()> {
    let mut builder = DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(path)
}

#[cfg(unix)]
fn only_the_owner(options: &mut OpenOptions) {
    std::os::unix::fs::OpenOptionsExt::mode(options, 0o600);
}

#[cfg(not(unix))]
fn only_the_owner(_options: &mut OpenOptions) {}

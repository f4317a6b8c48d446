//! Files and folders that only their owner can read, from the start and whatever the umask.

use std::fs::{DirBuilder, File, OpenOptions};
use std::io::{self, Write};
use std::path::Path;

/// Creates a file, or empties an existing one and makes it private.
///
/// # Errors
/// If it cannot be opened.
pub(crate) fn create(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.write(true).create(true).truncate(true);
    make_private(&mut options);
    let file = options.open(path)?;
    // An existing file keeps its permissions when it is opened.
    #[cfg(unix)]
    file.set_permissions(std::os::unix::fs::PermissionsExt::from_mode(0o600))?;
    Ok(file)
}

/// Writes a file that must not exist yet.
///
/// # Errors
/// If it exists, or cannot be written.
pub(crate) fn write_new(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    make_private(&mut options);
    options.open(path)?.write_all(bytes)
}

/// Creates a folder and any missing folders above it.
///
/// # Errors
/// If it cannot be created.
pub(crate) fn create_folders(path: &Path) -> io::Result<()> {
    let mut builder = DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(path)
}

/// Keeps a folder from all but its owner.
///
/// # Errors
/// If its permissions cannot be changed.
#[cfg(unix)]
pub(crate) fn make_folder_private(path: &Path) -> io::Result<()> {
    std::fs::set_permissions(path, std::os::unix::fs::PermissionsExt::from_mode(0o700))
}

/// Keeps a folder from all but its owner.
///
/// # Errors
/// None: it says what it says elsewhere.
#[cfg(not(unix))]
pub(crate) fn make_folder_private(_path: &Path) -> io::Result<()> {
    Ok(())
}

#[cfg(unix)]
fn make_private(options: &mut OpenOptions) {
    std::os::unix::fs::OpenOptionsExt::mode(options, 0o600);
}

#[cfg(not(unix))]
fn make_private(_options: &mut OpenOptions) {}

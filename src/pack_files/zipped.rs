//! The files of one place in one: for sending to whoever they belong to, and never dated.

use crate::output::error::ReportError;
use std::io::{Cursor, Write};
use zip::result::ZipResult;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

/// The extension of such a file.
pub(super) const ZIP: &str = "zip";

/// A zip of files, each by its name and what it holds, in order of name.
///
/// # Errors
/// Where a file is too large for it.
pub(super) fn zipped(path: &str, mut files: Vec<(String, Vec<u8>)>) -> Result<Vec<u8>, ReportError> {
    files.sort();
    let failed = |source| ReportError::Write { path: path.into(), source: std::io::Error::other(source).into() };
    written(&files).map_err(failed)
}

fn written(files: &[(String, Vec<u8>)]) -> ZipResult<Vec<u8>> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        // What is compressed already would only take time.
        let is_packed = [".png", ".pdf", ".pptx"].iter().any(|end| name.ends_with(end));
        let method = if is_packed { CompressionMethod::Stored } else { CompressionMethod::Deflated };
        let options = SimpleFileOptions::default()
            .compression_method(method)
            .last_modified_time(zip::DateTime::default())
            .unix_permissions(0o600);
        writer.start_file(name, options)?;
        writer.write_all(bytes)?;
    }
    Ok(writer.finish()?.into_inner())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Read;

    #[test]
    fn a_zip_holds_the_files_in_order_of_name_without_a_date() {
        let file = |name: &str, bytes: &[u8]| (name.to_owned(), bytes.to_vec());
        let one = zipped("a.zip", vec![file("b.png", b"\x89PNG"), file("a.csv", b"1,2\n")]).unwrap();
        let other = zipped("a.zip", vec![file("a.csv", b"1,2\n"), file("b.png", b"\x89PNG")]).unwrap();
        assert_eq!(one, other);
        let mut archive = zip::ZipArchive::new(Cursor::new(one)).unwrap();
        let names = [0, 1].map(|at| archive.by_index(at).unwrap().name().unwrap().into_owned());
        assert_eq!(names, ["a.csv", "b.png"]);
        let mut first = archive.by_index(0).unwrap();
        assert_eq!(first.last_modified(), Some(zip::DateTime::default()));
        let mut text = String::new();
        first.read_to_string(&mut text).unwrap();
        assert_eq!(text, "1,2\n");
    }
}

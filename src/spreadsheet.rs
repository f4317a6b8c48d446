//! Workbooks as they leave the library that writes them, put right: no date on which they were made, for they have none that
//! is the same twice, and the language that their words are in.

use std::io::{Cursor, Read, Write};
use zip::result::ZipError;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

/// The part with the properties of a workbook.
const PROPERTIES: &str = "docProps/core.xml";
/// Its last words.
const END: &str = "</cp:coreProperties>";
/// The language.
const LANGUAGE: &str = "<dc:language>en-GB</dc:language>";

/// A workbook put right.
///
/// # Errors
/// Where it is no archive.
pub(crate) fn finished(workbook: Vec<u8>) -> Result<Vec<u8>, ZipError> {
    let mut archive = ZipArchive::new(Cursor::new(workbook))?;
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for place in 0..archive.len() {
        let mut part = archive.by_index(place)?;
        if part.name()? != PROPERTIES {
            drop(part);
            writer.raw_copy_file(archive.by_index_raw(place)?)?;
            continue;
        }
        let mut text = String::new();
        part.read_to_string(&mut text)?;
        let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
        writer.start_file(PROPERTIES, options)?;
        writer.write_all(properties(text).as_bytes())?;
    }
    Ok(writer.finish()?.into_inner())
}

/// Properties without dates, and with a language.
fn properties(mut text: String) -> String {
    for date in ["dcterms:created", "dcterms:modified"] {
        let (begin, end) = (format!("<{date} "), format!("</{date}>"));
        if let (Some(from), Some(to)) = (text.find(&begin), text.find(&end)) {
            text.replace_range(from..to + end.len(), "");
        }
    }
    text.replace(END, &format!("{LANGUAGE}{END}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_workbook_has_no_date_and_a_language() {
        let made = || {
            let mut workbook = rust_xlsxwriter::Workbook::new();
            workbook.add_worksheet().write(0, 0, "words").unwrap();
            finished(workbook.save_to_buffer().unwrap()).unwrap()
        };
        let bytes = made();
        let mut archive = ZipArchive::new(Cursor::new(bytes)).unwrap();
        let mut text = String::new();
        archive.by_name(PROPERTIES).unwrap().read_to_string(&mut text).unwrap();
        assert!(text.contains(LANGUAGE) && !text.contains("dcterms:created") && !text.contains("modified"), "{text}");
        assert_eq!(archive.by_index(0).unwrap().name().unwrap(), "[Content_Types].xml");
        let mut sheet = String::new();
        archive.by_name("xl/sharedStrings.xml").unwrap().read_to_string(&mut sheet).unwrap();
        assert!(sheet.contains("words"));
    }
}

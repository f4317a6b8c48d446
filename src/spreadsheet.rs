//! Workbooks as they leave the library that writes them, put right: no date on which they were made, for they have none that
//! is the same twice; the language that their words are in; and titles in the styles of headings, which the library does not
//! have.

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

/// The part with the looks of its cells.
const STYLES: &str = "xl/styles.xml";
/// The named styles of headings, each with the number that Excel knows it by.
const HEADINGS: [(&str, u8); 2] = [("Heading 1", 16), ("Heading 2", 17)];

/// A workbook put right.
///
/// # Errors
/// Where it is no archive.
pub(crate) fn finished(workbook: Vec<u8>) -> Result<Vec<u8>, ZipError> {
    let mut archive = ZipArchive::new(Cursor::new(workbook))?;
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for place in 0..archive.len() {
        let mut part = archive.by_index(place)?;
        let name = part.name()?.into_owned();
        let right = match name.as_str() {
            PROPERTIES => properties,
            STYLES => styles,
            _ => {
                drop(part);
                writer.raw_copy_file(archive.by_index_raw(place)?)?;
                continue;
            }
        };
        let mut text = String::new();
        part.read_to_string(&mut text)?;
        writer.start_file(name, SimpleFileOptions::default().compression_method(CompressionMethod::Deflated))?;
        writer.write_all(right(text).as_bytes())?;
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

/// Styles in which what is bold and larger than text is a heading, the largest the first: by them a reader of a screen finds
/// titles.
fn styles(mut text: String) -> String {
    let fonts: Vec<(usize, u32)> = elements(&text, "fonts", "<font>").filter_map(bold_size).collect();
    let usual = elements(&text, "fonts", "<font>").next().and_then(|(_, font)| size(font)).unwrap_or_default();
    let mut sizes: Vec<u32> = fonts.iter().map(|(_, size)| *size).filter(|size| *size > usual).collect();
    sizes.sort_unstable_by(|one, other| other.cmp(one));
    sizes.dedup();
    let mut known = elements(&text, "cellStyleXfs", "<xf ").count();
    for (heading, (name, number)) in sizes.iter().zip(HEADINGS) {
        let of_size: Vec<usize> = fonts.iter().filter(|(_, size)| size == heading).map(|(at, _)| *at).collect();
        let Some(first) = of_size.first() else { continue };
        let look = format!("<xf numFmtId=\"0\" fontId=\"{first}\" fillId=\"0\" borderId=\"0\"/>");
        text = with_another(&text, "cellStyleXfs", &look);
        text = with_another(
            &text,
            "cellStyles",
            &format!("<cellStyle name=\"{name}\" xfId=\"{known}\" builtinId=\"{number}\"/>"),
        );
        if let Some((before, cells, after)) = part_of(&text, "cellXfs") {
            let styled = of_size.iter().fold(cells.to_owned(), |cells, font| {
                let of_font = |xf: &str| match xf.contains(&format!("fontId=\"{font}\"")) {
                    true => xf.replacen("xfId=\"0\"", &format!("xfId=\"{known}\""), 1),
                    false => xf.to_owned(),
                };
                cells.split_inclusive('>').map(of_font).collect()
            });
            text = format!("{before}{styled}{after}");
        }
        known += 1;
    }
    text
}

/// What comes before the elements in a list, they themselves, and what comes after.
fn part_of<'text>(text: &'text str, list: &str) -> Option<(&'text str, &'text str, &'text str)> {
    let begin = text.find(&format!("<{list} "))?;
    let from = begin + text[begin..].find('>')? + 1;
    let to = from + text[from..].find(&format!("</{list}>"))?;
    Some((&text[..from], &text[from..to], &text[to..]))
}

/// The elements of a list, each with its place.
fn elements<'text>(text: &'text str, list: &str, begin: &'text str) -> impl Iterator<Item = (usize, &'text str)> {
    let inside = part_of(text, list).map_or("", |(_, inside, _)| inside);
    inside.split(begin).skip(1).enumerate()
}

/// A list with one more element, by which its count is one more.
fn with_another(text: &str, list: &str, element: &str) -> String {
    let Some((before, inside, after)) = part_of(text, list) else { return text.to_owned() };
    let count = before.rfind(&format!("<{list} ")).and_then(|at| {
        let number = before[at..].split('"').nth(1)?;
        Some((at, number.parse::<usize>().ok()?))
    });
    let Some((at, count)) = count else { return text.to_owned() };
    let counted = before[at..].replacen(&format!("\"{count}\""), &format!("\"{}\"", count + 1), 1);
    format!("{}{counted}{inside}{element}{after}", &before[..at])
}

/// The size of a font.
fn size(font: &str) -> Option<u32> {
    font.split_once("<sz val=\"")?.1.split('"').next()?.parse().ok()
}

/// The size of a font that is bold.
fn bold_size((at, font): (usize, &str)) -> Option<(usize, u32)> {
    font.contains("<b/>").then_some(())?;
    Some((at, size(font)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_bold_and_larger_than_text_is_a_heading() {
        let mut workbook = rust_xlsxwriter::Workbook::new();
        let of = |size: f64| rust_xlsxwriter::Format::new().set_bold().set_font_size(size);
        let sheet = workbook.add_worksheet();
        sheet.write_with_format(0, 0, "title", &of(16.0)).unwrap().write_with_format(1, 0, "part", &of(14.0)).unwrap();
        sheet.write_with_format(2, 0, "strong", &of(11.0)).unwrap();
        let bytes = finished(workbook.save_to_buffer().unwrap()).unwrap();
        let mut text = String::new();
        ZipArchive::new(Cursor::new(bytes)).unwrap().by_name(STYLES).unwrap().read_to_string(&mut text).unwrap();
        let xfs: Vec<&str> = elements(&text, "cellXfs", "<xf ").map(|(_, xf)| xf).collect();
        let styles: Vec<&str> =
            xfs.iter().map(|xf| xf.split_once("xfId=\"").unwrap().1.split('"').next().unwrap()).collect();
        assert_eq!(styles, ["0", "1", "2", "0"], "{text}");
        assert!(text.contains("<cellStyleXfs count=\"3\">") && text.contains("<cellStyles count=\"3\">"), "{text}");
        assert!(text.contains("<cellStyle name=\"Heading 1\" xfId=\"1\" builtinId=\"16\"/>"), "{text}");
        assert!(text.contains("<cellStyle name=\"Heading 2\" xfId=\"2\" builtinId=\"17\"/>"), "{text}");
    }

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

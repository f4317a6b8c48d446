//! The same rows, written as every kind of file that is read, are the same records.

use super::content::Content;
use super::form::Delimiter;
use super::opening::{Fit, as_text};
use super::packed::{contents, list};
use super::unread::Unread;
use super::*;
use proptest::prelude::*;
use rust_xlsxwriter::Workbook;
use std::io::Write;
use std::path::Path;

/// The heading of every table here.
const HEADING: [&str; 3] = ["CHILD", "REVIEW", "Note"];

fn fit(cells: &[String]) -> Fit {
    if cells.iter().map(String::as_str).eq(HEADING) { Fit::Table } else { Fit::Columns(0) }
}

/// The records below the heading, without the blank ones, each with its line.
fn records(content: &Content) -> Result<Vec<(u32, Vec<String>)>, Unread> {
    let (mut buffer, mut found) = (Vec::new(), Vec::new());
    let mut source = SourceFile::open(content, &mut buffer, fit)?;
    let mut first = true;
    while let Some(part) = source.next_part()? {
        let mut records = part.records()?;
        if std::mem::take(&mut first) {
            records.next_record();
        }
        for mut records in records.stretches() {
            while let Some((line, record)) = records.next_record() {
                found.push((line, as_text(record)));
            }
        }
    }
    Ok(found)
}

/// The records of a file of this name and these bytes, or of the first table in it.
fn of_file(name: &str, bytes: &[u8]) -> Vec<(u32, Vec<String>)> {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(name);
    std::fs::write(&path, bytes).unwrap();
    let content = if name.ends_with(".csv") {
        Content::OnDisk { path: path.clone(), bytes: bytes.len() as u64 }
    } else {
        let listing = list(&path).unwrap();
        contents(&path, &[&listing.tables[0].within]).unwrap().remove(0)
    };
    content.read_by(records).unwrap()
}

fn lines(rows: &[Vec<String>], delimiter: Delimiter) -> String {
    let mut writer = ::csv::WriterBuilder::new()
        .delimiter(delimiter.byte())
        .terminator(::csv::Terminator::CRLF)
        .from_writer(Vec::new());
    writer.write_record(HEADING).unwrap();
    rows.iter().for_each(|row| writer.write_record(row).unwrap());
    String::from_utf8(writer.into_inner().unwrap()).unwrap()
}

fn xlsx(rows: &[Vec<String>]) -> Vec<u8> {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    for (row, cells) in std::iter::once(&HEADING.map(str::to_owned).to_vec()).chain(rows).enumerate() {
        for (column, cell) in cells.iter().enumerate().filter(|(_, cell)| !cell.is_empty()) {
            sheet.write_string(row as u32, column as u16, cell).unwrap();
        }
    }
    workbook.save_to_buffer().unwrap()
}

fn ods(rows: &[Vec<String>]) -> Vec<u8> {
    let mut table = String::new();
    for cells in std::iter::once(&HEADING.map(str::to_owned).to_vec()).chain(rows) {
        table.push_str("<table:table-row>");
        for cell in cells {
            let text = escaped(cell);
            table.push_str(&format!(
                "<table:table-cell office:value-type=\"string\" office:string-value=\"{text}\"><text:p>{text}</text:p></table:table-cell>"
            ));
        }
        table.push_str("</table:table-row>");
    }
    let names = ["office", "table", "text"]
        .map(|name| format!("xmlns:{name}=\"urn:oasis:names:tc:opendocument:xmlns:{name}:1.0\""))
        .join(" ");
    let content = format!(
        "<office:document-content {names}><office:body><office:spreadsheet><table:table table:name=\"A\">{table}\
         </table:table></office:spreadsheet></office:body></office:document-content>"
    );
    let manifest = "<manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\"/>";
    let kind = "application/vnd.oasis.opendocument.spreadsheet";
    zipped(&[
        ("mimetype", kind.as_bytes()),
        ("content.xml", content.as_bytes()),
        ("META-INF/manifest.xml", manifest.as_bytes()),
    ])
}

fn xml(rows: &[Vec<String>]) -> String {
    let mut text = "<?xml version=\"1.0\"?>\n<EXPSSDA903>\n".to_owned();
    for row in rows {
        let [child, review, note] = [0, 1, 2].map(|place| escaped(&row[place]));
        text.push_str(&format!(
            "<CHILD><HEADER><CHILDID>{child}</CHILDID><AREVIEW><REVIEW>{review}</REVIEW><Note>{note}</Note></AREVIEW></HEADER></CHILD>\n"
        ));
    }
    text + "</EXPSSDA903>\n"
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;").replace('\n', "&#10;")
}

fn zipped(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, bytes) in files {
        writer.start_file(*name, zip::write::SimpleFileOptions::default()).unwrap();
        writer.write_all(bytes).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

fn utf_16(text: &str) -> Vec<u8> {
    [0xFEFF].into_iter().chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn the_same_rows_are_the_same_records_in_every_kind_of_file(
        rows in proptest::collection::vec(
            ("[0-9]{1,9}", "[0-9/]{0,10}", "[a-zA-Z,;\t\"&<=' \u{e9}\u{2013}]{0,12}x"),
            1..30
        )
    ) {
        let rows: Vec<Vec<String>> = rows.into_iter().map(|(id, day, note)| vec![id, day, note]).collect();
        let expected: Vec<(u32, Vec<String>)> = (2..).zip(rows.iter().cloned()).collect();
        let comma = lines(&rows, Delimiter::Comma);
        // Bytes that are good UTF-8 too (an é before two dashes) are read as that: such rows say nothing of the older encoding.
        let older = encoding_rs::WINDOWS_1252.encode(&comma).0.into_owned();
        prop_assume!(older.is_ascii() || std::str::from_utf8(&older).is_err());
        for (name, bytes) in [
            ("a.csv", comma.clone().into_bytes()),
            ("semicolons.csv", lines(&rows, Delimiter::Semicolon).into_bytes()),
            ("tabs.csv", lines(&rows, Delimiter::Tab).into_bytes()),
            ("utf-16.csv", utf_16(&comma)),
            ("windows.csv", older),
            ("a.xlsx", xlsx(&rows)),
            ("a.ods", ods(&rows)),
            ("a.zip", zipped(&[("in/a.csv", comma.as_bytes())])),
            ("b.zip", zipped(&[("in/a.xlsx", &xlsx(&rows))])),
        ] {
            prop_assert_eq!(&of_file(name, &bytes), &expected, "{}", name);
        }
        let of_xml: Vec<Vec<String>> = reviews(&xml(&rows)).into_iter().map(|(_, cells)| cells).collect();
        prop_assert_eq!(of_xml, rows);
    }
}

/// How many damages are tried: more where they are asked for.
fn damages() -> u32 {
    std::env::var("STOCKTAKE_DAMAGES").ok().and_then(|number| number.parse().ok()).unwrap_or(128)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(damages()))]

    /// Whatever was done to a file, there are records or words for what is wrong with it, and no panic.
    #[test]
    fn damage_of_any_kind_ends_in_records_or_in_words(
        kind in 0..5usize, at in proptest::collection::vec((0.0..1.0f64, any::<u8>()), 1..12), cut in 0.2..1.2f64
    ) {
        let rows = vec![HEADING.map(str::to_owned).to_vec(); 20];
        let (name, mut bytes) = match kind {
            0 => ("a.xlsx", xlsx(&rows)),
            1 => ("a.ods", ods(&rows)),
            2 => ("a.zip", zipped(&[("in/a.csv", lines(&rows, Delimiter::Comma).as_bytes()), ("b.xlsx", &xlsx(&rows))])),
            3 => ("a.xml", xml(&rows).into_bytes()),
            _ => ("a.xls", include_bytes!("../../../tests/sources/counted-from-1900.xls").to_vec()),
        };
        for (place, byte) in at {
            let place = (place * bytes.len() as f64) as usize;
            bytes[place] = byte;
        }
        bytes.truncate((cut * bytes.len() as f64) as usize);
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join(name);
        std::fs::write(&path, &bytes).unwrap();
        let listing = list(&path).unwrap();
        for table in &listing.tables {
            for content in contents(&path, &[&table.within]).unwrap() {
                let problem = content.read_by(records).err();
                prop_assert!(problem.is_none_or(|problem| !problem.found.is_empty() && !problem.remedy.is_empty()));
            }
        }
    }
}

/// The records of the group AREVIEW.
fn reviews(text: &str) -> Vec<(u32, Vec<String>)> {
    let rows = xml::rows(text, &["AREVIEW"]).unwrap().into_iter().find(|(name, _)| *name == "AREVIEW").unwrap().1;
    let content =
        Content::Sheet { rows, kind: form::FileKind::Xml, encoding: None, from_1904: false, sha256: String::new() };
    records(&content).unwrap()
}

#[test]
fn a_row_of_xml_is_on_the_line_on_which_it_begins() {
    let text = "<EXPSSDA903>\n<CHILD>\n<HEADER><CHILDID>7</CHILDID>\n<AREVIEW>\n<REVIEW>a</REVIEW><Note/></AREVIEW>\n\
                <AREVIEW><REVIEW>b</REVIEW><Note>x</Note></AREVIEW></HEADER></CHILD></EXPSSDA903>";
    let cells = |day: &str, note: &str| vec!["7".to_owned(), day.to_owned(), note.to_owned()];
    assert_eq!(reviews(text), [(4, cells("a", "")), (6, cells("b", "x"))]);
    let on_one_line = reviews(&text.replace('\n', ""));
    assert_eq!(on_one_line.iter().map(|(line, _)| *line).collect::<Vec<_>>(), [1, 2], "numbered in order");
}

#[test]
fn no_entity_is_looked_up() {
    let text = "<!DOCTYPE A [<!ENTITY me SYSTEM \"file:///etc/passwd\">]>\n<A><CHILD><HEADER><CHILDID>&me;</CHILDID></HEADER></CHILD></A>";
    let problem = xml::rows(text, &["HEADER"]).unwrap_err();
    assert_eq!((problem.line, problem.found.contains("entity")), (2, true), "{}", problem.found);
}

#[test]
fn damaged_files_are_refused_in_words() {
    let rows = vec![HEADING.map(str::to_owned).to_vec(); 40];
    for (name, bytes) in
        [("a.xlsx", xlsx(&rows)), ("a.ods", ods(&rows)), ("a.zip", zipped(&[("a.csv", b"CHILD,REVIEW\n")]))]
    {
        for cut in [30, bytes.len() / 2, bytes.len() - 1] {
            let folder = tempfile::tempdir().unwrap();
            let path = folder.path().join(name);
            std::fs::write(&path, &bytes[..cut]).unwrap();
            let listing = list(&path).unwrap();
            assert_eq!(listing.tables.len(), 1, "{name} of {cut} bytes");
            let content = contents(&path, &[&listing.tables[0].within]).unwrap().remove(0);
            assert!(records(&content).is_err(), "{name} of {cut} bytes");
        }
    }
}

#[test]
fn an_archive_that_unpacks_to_more_than_any_return_is_refused() {
    let noughts = vec![b'0'; 70 << 20];
    let bomb = zipped(&[("a.csv", &noughts)]);
    assert!(bomb.len() < 100_000);
    let problem = archive::members(&bomb).unwrap_err();
    assert!(problem.found.contains("as no return does"), "{}", problem.found);
}

#[test]
fn a_name_in_an_archive_is_never_a_path() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.zip");
    std::fs::write(&path, zipped(&[("../../escaped.csv", b"CHILD,REVIEW\n7,1\n"), ("__MACOSX/._a.csv", b"")])).unwrap();
    let listing = list(&path).unwrap();
    assert_eq!(listing.tables.len(), 1);
    assert!(contents(&path, &[&listing.tables[0].within]).is_ok());
    let left: Vec<_> = std::fs::read_dir(folder.path()).unwrap().collect();
    assert_eq!(left.len(), 1, "nothing is written");
    assert!(!Path::new("../../escaped.csv").exists());
}

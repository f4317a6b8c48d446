//! The OpenDocument spreadsheet: cell for cell what Excel's workbook has, marked, styled and printed alike.

use super::opened::{attribute, tags, unzipped, whole};
use super::written as in_excel;
use crate::packs;
use crate::packs::every_kind;
use calamine::{Data, DataType, Ods, Range, Reader, Xlsx};
use std::collections::{BTreeMap, BTreeSet};
use std::io::{Cursor, Read};
use stocktake::pack::Packs;
use stocktake::workbook;

pub fn written(packs: &Packs) -> Vec<u8> {
    workbook::write_open_document(packs, &packs::indicators()).unwrap()
}

fn content(packs: &Packs) -> String {
    unzipped(&written(packs)).remove("content.xml").unwrap()
}

/// What Excel alone has: the area that is picked, and what it is picked from.
const EXCEL_ALONE: [&str; 3] = ["Your_area", "Charts", "Areas"];

type Sheets = Vec<(String, Range<Data>)>;

fn both(packs: &Packs) -> [Sheets; 2] {
    let [excel, open] = [in_excel(packs), written(packs)].map(Cursor::new);
    let mut excel = sheets(&mut Xlsx::new(excel).unwrap());
    excel.retain(|(name, _)| !EXCEL_ALONE.contains(&name.as_str()));
    [excel, sheets(&mut Ods::new(open).unwrap())]
}

/// The worksheets in their order.
fn sheets<R: Reader<Cursor<Vec<u8>>, Error: std::fmt::Debug>>(workbook: &mut R) -> Sheets {
    let names = workbook.sheet_names();
    names.into_iter().map(|name| (name.clone(), workbook.worksheet_range(&name).unwrap())).collect()
}

/// The cells that hold anything, each by its row and column.
fn cells(range: &Range<Data>) -> BTreeMap<(u32, u32), Data> {
    let (row, column) = range.start().unwrap();
    let used = range.used_cells().filter(|(.., cell)| !cell.is_empty());
    used.map(|(of_row, of_column, cell)| ((row + of_row as u32, column + of_column as u32), cell.clone())).collect()
}

#[test]
fn every_cell_is_that_of_the_excel_workbook() {
    for packs in [every_kind::packs(), every_kind::for_the_owner()] {
        let [excel, open] = both(&packs);
        let names = |sheets: &Sheets| sheets.iter().map(|(name, _)| name.clone()).collect::<Vec<_>>();
        assert_eq!(names(&excel), names(&open));
        let (mut numbers, mut words) = (0, 0);
        for ((name, excel), (_, open)) in excel.iter().zip(&open).skip(2) {
            let [excel, open] = [excel, open].map(cells);
            assert_eq!(excel, open, "{name}");
            numbers += open.values().filter(|cell| cell.is_float()).count();
            words += open.values().filter(|cell| cell.is_string()).count();
        }
        assert!(numbers > 100 && words > 300, "{numbers} numbers, {words} words");
    }
}

#[test]
fn the_cover_and_the_contents_are_alike_but_for_what_excel_alone_has() {
    let [excel, open] = both(&every_kind::packs());
    let lines = |sheets: &Sheets, at: usize| {
        let rows = sheets[at].1.rows().map(|row| row.iter().map(ToString::to_string).collect::<Vec<_>>().join(" | "));
        rows.collect::<Vec<_>>()
    };
    let [of_excel, of_open] = [&excel, &open].map(|sheets| lines(sheets, 0));
    assert_eq!(of_excel.len(), of_open.len());
    let others: Vec<_> = of_excel.iter().zip(&of_open).filter(|(excel, open)| excel != open).collect();
    assert_eq!(others.len(), 1, "{others:?}");
    assert_eq!(
        others[0].1,
        "The Excel workbook of these figures has more: one area at a time, picked from a list, and charts."
    );
    let [of_excel, of_open] = [&excel, &open].map(|sheets| lines(sheets, 1));
    let is_shared = |line: &&String| !EXCEL_ALONE.iter().any(|name| line.starts_with(&format!("{name} | ")));
    assert_eq!(of_excel.len() - 3, of_open.len());
    assert_eq!(of_excel.iter().filter(is_shared).collect::<Vec<_>>(), of_open.iter().collect::<Vec<_>>());
}

#[test]
fn a_table_without_a_row_has_no_worksheet() {
    let packs = Packs { england: None, regions: Vec::new(), authorities: Vec::new(), ..every_kind::packs() };
    let bytes = workbook::write_open_document(&packs, &[]).unwrap();
    assert_eq!(Ods::new(Cursor::new(&bytes)).unwrap().sheet_names(), ["Cover", "Contents", "Notes"]);
}

#[test]
fn the_file_says_what_it_is_and_nothing_of_when() {
    let bytes = written(&every_kind::packs());
    let mut archive = zip::ZipArchive::new(Cursor::new(&bytes)).unwrap();
    let mut first = archive.by_index(0).unwrap();
    assert_eq!(first.name().unwrap(), "mimetype");
    assert_eq!(first.compression(), zip::CompressionMethod::Stored);
    let mut kind = String::new();
    first.read_to_string(&mut kind).unwrap();
    drop(first);
    assert_eq!(kind, "application/vnd.oasis.opendocument.spreadsheet");
    assert_eq!(&bytes[30..38 + kind.len()], format!("mimetype{kind}").as_bytes(), "where a reader looks for it");

    let parts = unzipped(&bytes);
    let listed: BTreeSet<&str> = tags(&parts["META-INF/manifest.xml"], "manifest:file-entry")
        .into_iter()
        .map(|entry| attribute(entry, "manifest:full-path").unwrap())
        .collect();
    assert_eq!(listed, BTreeSet::from(["/", "content.xml", "meta.xml", "styles.xml"]));
    assert_eq!(parts.len(), 5, "{:?}", parts.keys());
    for name in ["content.xml", "meta.xml", "styles.xml"] {
        assert!(parts[name].contains("office:version=\"1.3\""), "{name}");
    }
    let meta = &parts["meta.xml"];
    for said in [
        "<dc:title>Stocktake pack: 3 authorities, twelve months to 31 March 2011</dc:title>",
        "<dc:language>en-GB</dc:language>",
        "<meta:keyword>children in care</meta:keyword>",
    ] {
        assert!(meta.contains(said), "{said}: {meta}");
    }
    for absent in ["date", "generator", "duration", "cycles"] {
        assert!(!meta.contains(absent), "{absent}");
    }
}

/// The table of each worksheet is marked from its headings to its last row, and its headings are on every page.
#[test]
fn tables_are_marked_and_their_headings_are_repeated() {
    let packs = every_kind::packs();
    let content = content(&packs);
    let [_, sheets] = both(&packs);
    let ranges: BTreeMap<&str, &str> = tags(&content, "table:database-range")
        .into_iter()
        .inspect(|range| assert_eq!(attribute(range, "table:contains-header"), Some("true")))
        .map(|range| (attribute(range, "table:name").unwrap(), attribute(range, "table:target-range-address").unwrap()))
        .collect();
    assert_eq!(ranges.len(), sheets.len() - 1, "all but the cover");
    for ((name, range), xml) in sheets.iter().zip(whole(&content, "table:table")).skip(1) {
        let headings = whole(xml, "table:table-header-rows");
        let of_heading = whole(headings[0], "table:table-cell").len();
        assert_eq!(headings.len(), 1, "{name}");
        assert_eq!(whole(headings[0], "table:table-row").len(), 1, "{name}");
        let above = whole(&xml[..xml.find("<table:table-header-rows>").unwrap()], "table:table-row").len();
        let last = char::from(b'A' + u8::try_from(of_heading).unwrap() - 1);
        let rows = range.end().unwrap().0 + 1;
        let address = format!("{name}.A{}:{name}.{last}{rows}", above + 1);
        assert_eq!(ranges[name.to_lowercase().as_str()], address);
    }
}

#[test]
fn what_a_number_shows_is_said_by_its_style_and_every_style_is_there() {
    let packs = every_kind::packs();
    let parts = unzipped(&written(&packs));
    let content = &parts["content.xml"];
    let defined: BTreeSet<&str> = [content, &parts["styles.xml"]]
        .into_iter()
        .flat_map(|part| [tags(part, "style:style"), tags(part, "number:number-style")].concat())
        .map(|style| attribute(style, "style:name").unwrap())
        .collect();
    let used = content.split("style-name=\"").skip(1).map(|rest| rest.split('"').next().unwrap());
    let used: BTreeSet<&str> = used.collect();
    let pages = tags(&parts["styles.xml"], "style:master-page");
    let pages: BTreeSet<&str> = pages.into_iter().map(|page| attribute(page, "style:name").unwrap()).collect();
    assert!(used.iter().all(|style| defined.contains(style) || pages.contains(style)), "{used:?}");
    for cell in [
        "table:style-name=\"Numbers_20_count\" office:value-type=\"float\" office:value=\"1210\"><text:p>1,210</text:p>",
        "table:style-name=\"Numbers_20_1\" office:value-type=\"float\" office:value=\"-5.4\"><text:p>-5.4</text:p>",
        "table:style-name=\"Numbers_20_year\" office:value-type=\"float\" office:value=\"2011\"><text:p>2011</text:p>",
        "table:style-name=\"Numbers_20_count\" office:value-type=\"float\" office:value=\"60\"><text:p>60</text:p>",
        "table:style-name=\"Numbers_20_1\" office:value-type=\"float\" office:value=\"55.5\"><text:p>55.5</text:p>",
        "table:style-name=\"Words\" office:value-type=\"string\"><text:p>992</text:p>",
        "table:style-name=\"Numbers\" office:value-type=\"string\"><text:p>[c]</text:p>",
        "table:style-name=\"Words\" office:value-type=\"string\"><text:p>Elmstead &amp; Fen</text:p>",
        "<text:a xlink:type=\"simple\" xlink:href=\"#Figures.A1\">Figures</text:a>",
        "table:style-name=\"Heading_20_1\" office:value-type=\"string\"><text:p>Notes</text:p>",
    ] {
        assert!(content.contains(cell), "{cell}");
    }
    for (name, called) in [("Heading_20_1", "Heading 1"), ("Heading_20_2", "Heading 2")] {
        let mut styles = tags(&parts["styles.xml"], "style:style").into_iter();
        let style = styles.find(|style| attribute(style, "style:name") == Some(name)).unwrap();
        assert_eq!(attribute(style, "style:display-name"), Some(called));
        assert!(content.contains(&format!("style:parent-style-name=\"{name}\"")), "the cover has it, wrapped");
    }
}

/// A wide table is spread over pages, with the columns on each that say what a row is of.
#[test]
fn wide_tables_are_spread_over_pages() {
    let packs = every_kind::packs();
    let content = content(&packs);
    let printed = |name: &str| {
        let mut tables = whole(&content, "table:table").into_iter();
        let xml = tables.find(|xml| attribute(xml, "table:name") == Some(name)).unwrap();
        let repeated = whole(xml, "table:table-header-columns");
        let repeated = repeated.first().map_or(0, |columns| tags(columns, "table:table-column").len());
        (attribute(xml, "table:style-name").unwrap().to_owned(), repeated)
    };
    assert_eq!(printed("Cover"), ("on-Portrait".to_owned(), 0));
    assert_eq!(printed("Notes"), ("on-Landscape_20_1".to_owned(), 0));
    assert_eq!(printed("Comparisons"), ("on-Landscape_20_3".to_owned(), 5));
}

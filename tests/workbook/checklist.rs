//! The Government Analysis Function's checklist of the basics for accessible spreadsheets: 36 items, each put to the
//! parts of a workbook. Those that a person judges are held to what can be counted of them.

mod formatting;
mod notes;
mod publishing;
mod structure;
mod tables;

use super::opened::{Opened, unzipped};
use crate::packs::every_kind::{for_the_owner, national, packs};
use std::collections::BTreeMap;

/// What is wrong, where something is.
type Judged = Result<(), String>;
/// An item by its name, and what judges it.
type Item = (&'static str, fn(&Opened) -> Judged);
type Parts = BTreeMap<String, String>;

/// Every item by its name.
const ITEMS: [Item; 36] = [
    ("tables: marked up as tables", tables::are_marked_up),
    ("tables: meaningful names", tables::have_meaningful_names),
    ("tables: no merged, split or nested cells", tables::have_no_merged_cells),
    ("tables: no blank rows or columns", tables::have_no_blank_row_or_column),
    ("tables: one tagged header row", tables::have_one_header_row),
    ("tables: wrapped text", tables::wrap_their_text),
    ("tables: no filters or freeze panes", tables::have_no_filter_or_frozen_pane),
    ("tables: empty cells only when explained", tables::have_no_unexplained_cell),
    ("tables: nothing hidden", tables::hide_nothing),
    ("tables: sensible widths", tables::have_sensible_widths),
    ("notes: no symbols or superscript", notes::have_no_superscript),
    ("notes: the word note", notes::are_called_notes),
    ("notes: not in data cells", notes::are_not_in_data_cells),
    ("notes: a table on a worksheet of their own", notes::have_a_worksheet),
    ("formatting: plain, accessible text", formatting::text_is_plain),
    ("formatting: descriptive links", formatting::links_are_descriptive),
    ("formatting: format of text", formatting::text_is_formatted),
    ("formatting: titled worksheets", formatting::worksheets_are_titled),
    ("formatting: few symbols", formatting::symbols_are_few),
    ("formatting: no headers, footers or text boxes", formatting::no_headers_or_footers),
    ("formatting: no visual dividers", formatting::no_dividers),
    ("formatting: no background fill", formatting::no_fill),
    ("formatting: not by colour alone", formatting::not_by_colour_alone),
    ("formatting: contrast", formatting::contrast_is_enough),
    ("formatting: no images", formatting::no_images),
    ("formatting: no macros", formatting::no_macros),
    ("structure: unique names of worksheets", structure::names_are_unique),
    ("structure: no blank worksheets", structure::no_worksheet_is_blank),
    ("structure: column A is used well", structure::column_a_is_used_well),
    ("structure: tables at the left edge", structure::tables_are_at_the_left_edge),
    ("structure: nothing below tables", structure::nothing_is_below_tables),
    ("structure: one table a worksheet", structure::one_table_a_worksheet),
    ("publishing: spelling", publishing::spelling),
    ("publishing: accessibility checker", publishing::accessibility_checker),
    ("publishing: document properties", publishing::document_properties),
    ("publishing: cursor in A1", publishing::cursor_in_a1),
];

fn wrong(opened: &Opened) -> Vec<String> {
    let judged = ITEMS.iter().filter_map(|(item, judge)| Some(format!("{item}: {}", judge(opened).err()?)));
    judged.collect()
}

fn parts() -> Parts {
    unzipped(&super::written(&packs()))
}

#[test]
fn every_item_is_met() {
    for packs in [packs(), for_the_owner(), national()] {
        assert_eq!(wrong(&Opened::of(unzipped(&super::written(&packs)))), Vec::<String>::new());
    }
}

/// What breaks each item: a part, what is in it, and what is put there instead.
const BREAKS: [(&str, &str, &str, &str); 36] = [
    ("marked up", "xl/worksheets/_rels/sheet8.xml.rels", "../tables/", "nowhere/"),
    ("meaningful names", "xl/tables/table5.xml", "displayName=\"definitions\"", "displayName=\"Table5\""),
    ("merged", "xl/worksheets/sheet9.xml", "</sheetData>", "</sheetData><mergeCells count=\"1\"/>"),
    ("blank rows", "xl/tables/table8.xml", "ref=\"A7:", "ref=\"A6:"),
    ("one tagged header row", "xl/tables/table8.xml", " totalsRowShown", " headerRowCount=\"0\" totalsRowShown"),
    ("wrapped", "xl/styles.xml", "wrapText=\"1\"", "wrapText=\"0\""),
    ("filters", "xl/tables/table8.xml", "<tableColumns", "<autoFilter ref=\"A7:P57\"/><tableColumns"),
    ("empty cells", "xl/sharedStrings.xml", "[z] not applicable", "not applicable"),
    ("nothing hidden", "xl/workbook.xml", "name=\"Years\"", "name=\"Years\" state=\"hidden\""),
    ("widths", "xl/worksheets/sheet9.xml", "min=\"9\" max=\"9\" width=\"12.", "min=\"9\" max=\"9\" width=\"3."),
    ("superscript", "xl/styles.xml", "<sz val=\"16\"/>", "<vertAlign val=\"superscript\"/><sz val=\"16\"/>"),
    ("the word note", "xl/sharedStrings.xml", "[note 1] to", "[1] to"),
    ("not in data cells", "xl/sharedStrings.xml", "getting better", "getting better [note 1]"),
    ("worksheet of their own", "xl/workbook.xml", "name=\"Notes\"", "name=\"Remarks\""),
    (
        "plain",
        "xl/sharedStrings.xml",
        "one table.",
        "one table, and much more to say of it: and and and and and and \
      and and and and and and and and and and and and and and and and and and and and and and and and and and and.",
    ),
    ("links", "xl/worksheets/sheet2.xml", "location=\"Years!A1\"", "location=\"Ages!A1\""),
    ("format of text", "xl/styles.xml", "<name val=\"Arial\"/>", "<name val=\"Times New Roman\"/>"),
    ("titled", "xl/sharedStrings.xml", "Definitions of the indicators", "Notes"),
    ("few symbols", "xl/sharedStrings.xml", "Summary of each area", "Summary \u{2192} each area"),
    ("headers, footers", "xl/worksheets/sheet9.xml", "</sheetData>", "</sheetData><headerFooter/>"),
    ("dividers", "xl/styles.xml", "<bottom/>", "<bottom style=\"thin\"/>"),
    ("fill", "xl/styles.xml", "fillId=\"0\"", "fillId=\"1\""),
    ("colour alone", "xl/styles.xml", "<u/>", ""),
    ("contrast", "xl/styles.xml", "FF12436D", "FFBFBFBF"),
    ("images", "[Content_Types].xml", "<Override", "<Default Extension=\"png\" ContentType=\"image/png\"/><Override"),
    ("macros", "[Content_Types].xml", "sheet.main+xml", "sheet.macroEnabled.main+xml"),
    ("unique names", "xl/workbook.xml", "name=\"Years\"", "name=\"figures\""),
    ("blank worksheets", "xl/worksheets/sheet1.xml", "t=\"s\"", ""),
    ("column A", "xl/worksheets/sheet9.xml", "r=\"A3\"", "r=\"B3\""),
    ("left edge", "xl/tables/table8.xml", "ref=\"A7:", "ref=\"B7:"),
    ("below tables", "xl/tables/table8.xml", ":P57\"", ":P56\""),
    (
        "one table",
        "xl/worksheets/_rels/sheet9.xml.rels",
        "</Relationships>",
        "<Relationship Target=\"../tables/table1.xml\"/></Relationships>",
    ),
    ("spelling", "xl/sharedStrings.xml", "Numerator", "Numerater"),
    ("checker", "xl/tables/table8.xml", "altTextSummary=", "noText="),
    ("properties", "docProps/core.xml", "stocktake", ""),
    ("cursor", "xl/worksheets/sheet9.xml", "workbookViewId=\"0\"/>", "topLeftCell=\"A9\" workbookViewId=\"0\"/>"),
];

#[test]
fn every_item_is_told_where_it_is_broken() {
    for ((item, _), (said, part, from, to)) in ITEMS.iter().zip(BREAKS) {
        assert!(item.contains(said), "{item}: {said}");
        let mut parts = parts();
        let text = parts.get_mut(part).unwrap_or_else(|| panic!("{item}: there is no {part}"));
        assert!(text.contains(from), "{item}: {part} has no {from}");
        *text = text.replace(from, to);
        let wrong = wrong(&Opened::of(parts));
        assert!(wrong.iter().any(|wrong| wrong.starts_with(item)), "{item} is not told: {wrong:?}");
    }
}

//! Ten items on tables.

use super::super::opened::{Opened, Sheet, Table, attribute, tags};
use super::Judged;
use std::collections::BTreeSet;

/// Whether something holds of every table.
fn every(opened: &Opened, judge: impl Fn(&Sheet, &Table) -> bool, problem: &str) -> Judged {
    for sheet in &opened.sheets {
        for table in &sheet.tables {
            if !judge(sheet, table) {
                return Err(format!("{}: {problem}", sheet.name));
            }
        }
    }
    Ok(())
}

/// Whether no worksheet has an element.
fn none_has(opened: &Opened, element: &str) -> Judged {
    let with = opened.sheets.iter().find(|sheet| !tags(&sheet.xml, element).is_empty());
    with.map_or(Ok(()), |sheet| Err(format!("{} has {element}", sheet.name)))
}

pub fn are_marked_up(opened: &Opened) -> Judged {
    let without = opened.with_table().iter().find(|sheet| sheet.tables.is_empty());
    without.map_or(Ok(()), |sheet| Err(format!("{} has none", sheet.name)))
}

pub fn have_meaningful_names(opened: &Opened) -> Judged {
    let tables: Vec<&Table> = opened.sheets.iter().flat_map(|sheet| &sheet.tables).collect();
    let names: BTreeSet<&str> = tables.iter().map(|table| table.name.as_str()).collect();
    let are_words = names.iter().all(|name| name.chars().all(|letter| letter.is_ascii_lowercase() || letter == '_'));
    if are_words && names.len() == tables.len() { Ok(()) } else { Err(format!("{names:?}")) }
}

pub fn have_no_merged_cells(opened: &Opened) -> Judged {
    none_has(opened, "mergeCells")
}

pub fn have_no_blank_row_or_column(opened: &Opened) -> Judged {
    let is_full = |sheet: &Sheet, table: &Table| {
        (0..2).all(|axis| {
            let filled: BTreeSet<u32> =
                sheet.in_table(table).filter(|cell| !cell.text.trim().is_empty()).map(|cell| cell.at[axis]).collect();
            (table.first[axis]..=table.last[axis]).all(|at| filled.contains(&at))
        }) && (table.first[1]..=table.last[1]).all(|column| !sheet.text(table.first[0], column).is_empty())
    };
    every(opened, is_full, "a row, column or heading is blank")
}

pub fn have_one_header_row(opened: &Opened) -> Judged {
    let is_tagged = |sheet: &Sheet, table: &Table| {
        let row = (table.first[1]..=table.last[1]).map(|column| sheet.text(table.first[0], column));
        let unique: BTreeSet<String> = table.headings.iter().map(|heading| heading.to_lowercase()).collect();
        attribute(&table.xml, "headerRowCount").is_none()
            && row.eq(table.headings.iter().map(String::as_str))
            && unique.len() == table.headings.len()
            && !unique.contains("")
    };
    every(opened, is_tagged, "its headings are not one row of different words")
}

pub fn wrap_their_text(opened: &Opened) -> Judged {
    let wraps = |sheet: &Sheet, table: &Table| sheet.in_table(table).all(|cell| opened.style(cell).is_wrapped);
    every(opened, wraps, "not all cells are wrapped")
}

pub fn have_no_filter_or_frozen_pane(opened: &Opened) -> Judged {
    none_has(opened, "autoFilter")?;
    none_has(opened, "pane")?;
    every(opened, |_, table| tags(&table.xml, "autoFilter").is_empty(), "its table has a filter")
}

pub fn have_no_unexplained_cell(opened: &Opened) -> Judged {
    let is_explained = |sheet: &Sheet, table: &Table| {
        let cells = || sheet.in_table(table).map(|cell| cell.text.as_str());
        let columns = (table.last[1] - table.first[1] + 1) as usize;
        let rows = (table.last[0] - table.first[0] + 1) as usize;
        let above: String = (0..table.first[0]).map(|row| sheet.text(row, 0)).collect();
        let notes = opened.sheets.iter().filter(|sheet| sheet.name == "Notes").flat_map(|sheet| &sheet.cells);
        let is_said = |symbol: &str| {
            above.contains(&format!("{symbol} ")) && notes.clone().any(|cell| cell.text.contains(symbol))
        };
        cells().filter(|text| !text.is_empty()).count() == rows * columns
            && cells().filter(|text| text.len() == 3 && text.starts_with('[')).all(is_said)
    };
    every(opened, is_explained, "a cell is empty, or its symbol is not explained")
}

pub fn hide_nothing(opened: &Opened) -> Judged {
    for (name, part) in &opened.parts {
        for hidden in ["hidden=\"1\"", "state=\"hidden\"", "state=\"veryHidden\"", "collapsed=\"1\""] {
            if part.contains(hidden) {
                return Err(format!("{name} has {hidden}"));
            }
        }
    }
    Ok(())
}

/// Every column is given a width, no wider than a screen, and wide enough for the longest word in it; every row is high
/// enough for its letters, of which so many and a fifth fit where so many digits do.
pub fn have_sensible_widths(opened: &Opened) -> Judged {
    let is_sensible = |sheet: &Sheet, table: &Table| {
        sheet.in_table(table).all(|cell| {
            let width = sheet.widths.get(&cell.at[1]).copied().unwrap_or_default();
            let longest = cell.text.split([' ', '-']).map(str::len).max().unwrap_or_default();
            // Room for the thousands commas of a number.
            let longest = if cell.is_number { longest + longest.saturating_sub(1) / 3 } else { longest };
            let lines = (cell.text.len() as f64 / (1.2 * width)).ceil();
            let height = sheet.heights.get(&cell.at[0]).copied().unwrap_or(15.0);
            (7.0..=110.0).contains(&width) && longest as f64 <= width && 15.0 * lines <= height
        })
    };
    every(opened, is_sensible, "a column is too wide or too narrow")
}

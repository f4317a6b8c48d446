//! Four items on notes.

use super::super::opened::{Opened, Sheet};
use super::Judged;

fn notes(opened: &Opened) -> Result<&Sheet, String> {
    opened.sheets.iter().find(|sheet| sheet.name == "Notes").ok_or_else(|| "there are none".to_owned())
}

pub fn have_no_superscript(opened: &Opened) -> Judged {
    let marks = ['\u{b9}', '\u{b2}', '\u{b3}', '\u{2020}', '\u{2021}', '\u{a7}'];
    let has = |part: &&String| part.contains("<vertAlign") || part.contains("<rPr") || part.contains(marks);
    opened.parts.values().find(has).map_or(Ok(()), |part| Err(part.chars().take(200).collect()))
}

/// What is said above a table of figures names the first note and the last.
pub fn are_called_notes(opened: &Opened) -> Judged {
    let notes = notes(opened)?;
    let table = &notes.tables[0];
    let names: Vec<&str> = (table.first[0] + 1..=table.last[0]).map(|row| notes.text(row, 0)).collect();
    let expected: Vec<String> = (1..=names.len()).map(|number| format!("note {number}")).collect();
    if names != expected {
        return Err(format!("{names:?}"));
    }
    let said = format!("Notes: [note 1] to [note {}], on the worksheet Notes.", names.len());
    let of_figures = opened
        .sheets
        .iter()
        .filter(|sheet| !["Cover", "Contents", "Notes", "Definitions", "Areas"].contains(&&*sheet.name));
    let without = of_figures.into_iter().find(|sheet| sheet.cells.iter().all(|cell| cell.text != said));
    without.map_or(Ok(()), |sheet| Err(format!("{} does not say: {said}", sheet.name)))
}

pub fn are_not_in_data_cells(opened: &Opened) -> Judged {
    for sheet in &opened.sheets {
        for table in &sheet.tables {
            if let Some(cell) = sheet.in_table(table).find(|cell| cell.text.contains("[note")) {
                return Err(format!("{} {:?}: {}", sheet.name, cell.at, cell.text));
            }
        }
    }
    Ok(())
}

pub fn have_a_worksheet(opened: &Opened) -> Judged {
    if notes(opened)?.tables.len() == 1 { Ok(()) } else { Err("there is not just one table".to_owned()) }
}

//! Six items on structure.

use super::super::opened::Opened;
use super::Judged;
use std::collections::BTreeSet;

pub fn names_are_unique(opened: &Opened) -> Judged {
    let names: Vec<String> = opened.sheets.iter().map(|sheet| sheet.name.to_lowercase()).collect();
    let unique: BTreeSet<&str> = names.iter().map(String::as_str).collect();
    let are_words = names.iter().all(|name| name.chars().all(|letter| letter.is_ascii_alphabetic() || letter == '_'));
    if are_words && unique.len() == names.len() { Ok(()) } else { Err(format!("{names:?}")) }
}

/// A worksheet has a title and a sentence at least.
pub fn no_worksheet_is_blank(opened: &Opened) -> Judged {
    let words = |text: &str| text.contains(|letter: char| letter.is_alphabetic());
    let is_blank = |text: [&str; 2]| !text.into_iter().all(words);
    let blank = opened.sheets.iter().find(|sheet| is_blank([sheet.text(0, 0), sheet.text(1, 0)]));
    blank.map_or(Ok(()), |sheet| Err(sheet.name.clone()))
}

/// Above a table, column A alone is used, without a gap; a cover has nothing else.
pub fn column_a_is_used_well(opened: &Opened) -> Judged {
    for sheet in &opened.sheets {
        let first = sheet.tables.first().map_or(sheet.last()[0] + 1, |table| table.first[0]);
        let is_elsewhere = sheet.cells.iter().any(|cell| cell.at[0] < first && cell.at[1] > 0);
        if is_elsewhere || (0..first).any(|row| sheet.text(row, 0).is_empty()) {
            return Err(sheet.name.clone());
        }
    }
    Ok(())
}

pub fn tables_are_at_the_left_edge(opened: &Opened) -> Judged {
    let away = opened.sheets.iter().find(|sheet| sheet.tables.iter().any(|table| table.first[1] > 0));
    away.map_or(Ok(()), |sheet| Err(sheet.name.clone()))
}

/// Nor to the right of them.
pub fn nothing_is_below_tables(opened: &Opened) -> Judged {
    let ends = |at: [u32; 2], last: [u32; 2]| at == last;
    let on = opened.sheets.iter().find(|sheet| sheet.tables.iter().any(|table| !ends(table.last, sheet.last())));
    on.map_or(Ok(()), |sheet| Err(sheet.name.clone()))
}

pub fn one_table_a_worksheet(opened: &Opened) -> Judged {
    let several = opened.sheets.iter().find(|sheet| sheet.tables.len() > 1);
    several.map_or(Ok(()), |sheet| Err(sheet.name.clone()))
}

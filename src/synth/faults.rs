//! Faults planted in the sample, so that every step of cleaning, every reason and every flag has an example.
//!
//! The lists are written for returns ending in 2009, 2010 and 2011; a row is planted if its return is made.

mod adoptions_and_placements;
mod care_leavers;
mod children_and_scores;
mod fault;
mod rejected_rows;
mod repaired_rows;

use super::options::{Place, Scale};
use super::report::Return;
use super::table::{Style, Table};
use fault::Fault;

/// Every fault, in the order in which their rows are added.
fn all() -> impl Iterator<Item = &'static Fault> {
    let lists = [
        rejected_rows::FAULTS,
        repaired_rows::FAULTS,
        adoptions_and_placements::FAULTS,
        children_and_scores::FAULTS,
        care_leavers::FAULTS,
    ];
    lists.into_iter().flatten()
}

/// Adds the faults that belong in this return.
pub(crate) fn plant(made: &mut Return, place: &Place, style: &Style) {
    for fault in all().filter(|fault| fault.authority == place.code) {
        plant_one(made, fault);
    }
    if matches!(style, Style::Collated { .. }) {
        plant_raw_rows(made, place);
    }
}

fn plant_one(made: &mut Return, fault: &Fault) {
    let year = made.year;
    let mut rows = fault.rows.iter().filter(|row| row.0 == year).peekable();
    if rows.peek().is_some() && !fault.child.is_empty() {
        let header = format!("{},1,{},WBRI", fault.child, fault.born);
        made.sheet_mut(Table::Header).add(&header, Table::Header.columns());
    }
    for &(_, table, cells) in rows {
        made.sheet_mut(table).add(&format!("{},{cells}", fault.child), table.columns());
    }
}

/// Rows whose authority or year is itself wrong can only be in a collated file.
fn plant_raw_rows(made: &mut Return, place: &Place) {
    for (_, year, table, row) in rejected_rows::RAW_ROWS.iter().filter(|row| row.0 == place.code) {
        if *year == made.year {
            made.sheet_mut(*table).add_raw(row);
        }
    }
}

/// Files that a spreadsheet damaged on saving: authority, year, table, damage.
const SAVED_BY_A_SPREADSHEET: [(&str, i32, Table, Damage); 3] = [
    ("992", 2010, Table::Episodes, Damage::MarkAndCarriageReturns),
    ("993", 2009, Table::Header, Damage::LowerCaseHeadings),
    ("996", 2009, Table::Reviews, Damage::LinesOfCommas),
];

enum Damage {
    /// A byte-order mark, and carriage returns at the ends of lines.
    MarkAndCarriageReturns,
    /// Headings in lower case with spaces around them.
    LowerCaseHeadings,
    /// Lines of nothing but commas after the last row.
    LinesOfCommas,
}

/// The bytes of a separate file, damaged if a spreadsheet saved it.
pub(crate) fn saved_by_a_spreadsheet(scale: Scale, place: &Place, year: i32, table: Table, bytes: Vec<u8>) -> Vec<u8> {
    let damaged =
        SAVED_BY_A_SPREADSHEET.iter().find(|saved| (saved.0, saved.1, saved.2) == (&*place.code, year, table));
    match damaged {
        Some((_, _, _, damage)) if scale == Scale::Sample => damage.apply(bytes),
        _ => bytes,
    }
}

impl Damage {
    fn apply(&self, bytes: Vec<u8>) -> Vec<u8> {
        match self {
            Damage::MarkAndCarriageReturns => {
                let lines = bytes.split_inclusive(|&byte| byte == b'\n');
                let ended = lines.flat_map(|line| [line.trim_ascii_end(), b"\r\n"]);
                [&b"\xEF\xBB\xBF"[..]].into_iter().chain(ended).flatten().copied().collect()
            }
            Damage::LowerCaseHeadings => {
                let end = bytes.iter().position(|&byte| byte == b'\n').unwrap_or(bytes.len());
                let (headings, rows) = bytes.split_at(end);
                let spaced =
                    headings.to_ascii_lowercase().split(|&byte| byte == b',').collect::<Vec<_>>().join(&b" , "[..]);
                [&spaced, rows].concat()
            }
            Damage::LinesOfCommas => [&bytes[..], b",,,\n,,,\n"].concat(),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn no_two_faults_share_a_child() {
        let children: Vec<_> = all().map(|fault| fault.child).collect();
        assert_eq!(children.iter().collect::<BTreeSet<_>>().len(), children.len());
    }

    #[test]
    fn no_row_has_more_cells_than_its_table() {
        for (_, table, cells) in all().flat_map(|fault| fault.rows) {
            assert!(cells.split(',').count() < table.columns().split(',').count(), "{cells}");
        }
    }

    #[test]
    fn a_spreadsheet_damages_a_file() {
        let damaged = |damage: Damage| String::from_utf8(damage.apply(b"CHILD,DOB\n1,2\n".to_vec())).unwrap();
        assert_eq!(damaged(Damage::MarkAndCarriageReturns), "\u{feff}CHILD,DOB\r\n1,2\r\n");
        assert_eq!(damaged(Damage::LowerCaseHeadings), "child , dob\n1,2\n");
        assert_eq!(damaged(Damage::LinesOfCommas), "CHILD,DOB\n1,2\n,,,\n,,,\n");
    }
}

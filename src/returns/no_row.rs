//! Lines of data that are no row: blank, the headings once more, control characters alone, or a total.

use super::finding::{Rule, rules};
use super::heading::Heading;
use super::names::name_as_compared;
use super::source::record::Record;
use crate::text::trim;

/// What a line of data is.
pub(crate) enum Line {
    /// A row of the table.
    Row,
    /// No row: every cell is blank.
    Blank,
    /// No row, by this rule.
    NoRow(&'static Rule),
}

/// What tells that a line of a file is no row.
pub(crate) struct NoRow<'run> {
    /// The headings as they are compared.
    headings: &'run [String],
    /// The first two bytes of the first heading, where it has so many.
    first: [Option<u8>; 2],
}

impl NoRow<'_> {
    /// In a file with this heading.
    pub(crate) fn under(heading: &Heading) -> NoRow<'_> {
        let name = heading.written.first().map_or(&b""[..], String::as_bytes);
        let first = [0, 1].map(|place| name.get(place).copied());
        NoRow { headings: &heading.written, first }
    }

    /// What a line is.
    #[inline]
    pub(crate) fn line(&self, record: Record<'_>) -> Line {
        let cell = record.get(0).unwrap_or_default();
        // A letter or digit in the first cell of nearly every row tells already that it is one.
        let differs = |place: usize| {
            let byte = cell.get(place).filter(|byte| byte.is_ascii_alphanumeric());
            byte.is_some_and(|byte| self.first[place] != Some(byte.to_ascii_uppercase()))
        };
        let plain = cell.first().is_some_and(u8::is_ascii_alphanumeric) && !begins_total(cell);
        if plain && (differs(0) || differs(1)) { Line::Row } else { self.odd_line(record) }
    }

    #[cold]
    fn odd_line(&self, record: Record<'_>) -> Line {
        if record.iter().all(|cell| trim(cell).is_empty()) {
            Line::Blank
        } else if self.repeats_headings(record) {
            Line::NoRow(&rules::HEADINGS_REPEATED)
        } else if is_total(record.iter()) {
            Line::NoRow(&rules::TOTAL_ROW)
        } else if is_control(record.iter()) {
            Line::NoRow(&rules::CONTROL_CHARACTERS)
        } else {
            Line::Row
        }
    }

    fn repeats_headings(&self, record: Record<'_>) -> bool {
        let same =
            |(place, heading): (usize, &String)| name_as_compared(record.get(place).unwrap_or_default()) == *heading;
        let surplus_is_blank = || record.iter().skip(self.headings.len()).all(|cell| trim(cell).is_empty());
        self.headings.iter().enumerate().all(same) && surplus_is_blank()
    }
}

/// Whether a cell may be `Total` or `Grand total`, by its first letters.
#[inline]
fn begins_total(cell: &[u8]) -> bool {
    matches!(cell, [b't' | b'T', b'o' | b'O', b't' | b'T', ..] | [b'g' | b'G', b'r' | b'R', b'a' | b'A', ..])
}

/// Whether the first cell with anything in it calls the line a total: `Total`, `Totals:`, `Grand total`, `Total rows: 12`.
pub(crate) fn is_total<'row>(cells: impl Iterator<Item = &'row [u8]>) -> bool {
    let first = cells.map(trim).find(|cell| !cell.is_empty()).unwrap_or_default();
    let text = String::from_utf8_lossy(first).to_lowercase();
    let text = text.strip_prefix("grand ").unwrap_or(&text);
    let rest = text.strip_prefix("totals").or_else(|| text.strip_prefix("total"));
    rest.is_some_and(|rest| rest.is_empty() || rest.starts_with([' ', ':', '=']))
}

/// Whether a line holds nothing but control characters.
pub(crate) fn is_control<'row>(mut cells: impl Iterator<Item = &'row [u8]>) -> bool {
    cells.all(|cell| String::from_utf8_lossy(cell).chars().all(char::is_control))
}

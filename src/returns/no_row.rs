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
    /// Whether the first or the second byte of the first cell tells already that the line is a row, as that of nearly all
    /// does: a letter or digit that neither the first heading nor a total has there.
    tells: [[bool; 256]; 2],
}

impl NoRow<'_> {
    /// In a file with this heading.
    pub(crate) fn under(heading: &Heading) -> NoRow<'_> {
        let name = heading.written.first().map_or(&b""[..], String::as_bytes);
        let tells = [(0, b"TG"), (1, b"OR")].map(|(place, of_totals)| {
            std::array::from_fn(|byte| {
                let letter = (byte as u8).to_ascii_uppercase();
                letter.is_ascii_alphanumeric() && name.get(place) != Some(&letter) && !of_totals.contains(&letter)
            })
        });
        NoRow { headings: &heading.written, tells }
    }

    /// What a line is.
    #[inline]
    pub(crate) fn line(&self, record: Record<'_>) -> Line {
        match record.get(0) {
            Some(&[first, ..]) if self.tells[0][usize::from(first)] => Line::Row,
            Some(&[first, second, ..]) if first.is_ascii_alphanumeric() && self.tells[1][usize::from(second)] => {
                Line::Row
            }
            _ => self.odd_line(record),
        }
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

//! Cells that are not anonymised, counted as rows are read.

use super::look::is_upn;
use super::{Coarse, Field, postcode};
use crate::text::trim;
use serde::Serialize;

/// How many cells give more than an anonymised return does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
pub struct ExactCells {
    /// Dates of birth that are not the first of a month (DOB, MC_DOB).
    pub dates_of_birth: u64,
    /// Full postcodes (HOME_POST, PL_POST).
    pub postcodes: u64,
    /// Unique pupil numbers (UPN).
    pub upns: u64,
}

impl ExactCells {
    /// Adds other counts.
    pub(crate) fn add(&mut self, other: ExactCells) {
        self.dates_of_birth += other.dates_of_birth;
        self.postcodes += other.postcodes;
        self.upns += other.upns;
    }

    /// `12 exact dates of birth and 3 full postcodes`; nothing where there is none.
    pub(crate) fn in_words(self) -> Option<String> {
        let counted = [
            (self.dates_of_birth, "exact date of birth", "exact dates of birth"),
            (self.postcodes, "full postcode", "full postcodes"),
            (self.upns, "UPN", "UPNs"),
        ];
        let said = counted.into_iter().filter(|(count, ..)| *count > 0);
        let said: Vec<String> =
            said.map(|(count, one, several)| format!("{count} {}", if count == 1 { one } else { several })).collect();
        let (last, others) = said.split_last()?;
        Some(if others.is_empty() { last.clone() } else { format!("{} and {last}", others.join(", ")) })
    }

    fn count(&mut self, field: Field) {
        match field {
            Field::Birth => self.dates_of_birth += 1,
            Field::Postcode => self.postcodes += 1,
            Field::PupilNumber => self.upns += 1,
        }
    }
}

/// The identifying fields of a file.
#[derive(Debug)]
pub(crate) struct Watch(Vec<(usize, Field)>);

impl Watch {
    /// Those among the columns of a heading, which are in capitals.
    pub(crate) fn over(columns: &[String]) -> Watch {
        let fields = columns.iter().enumerate();
        Watch(fields.filter_map(|(place, column)| Some((place, Field::of(column)?))).collect())
    }

    /// Counts the cells of a row that are not anonymised; `cell` gives the cell at a place.
    #[inline]
    pub(crate) fn count<'row>(&self, cell: impl Fn(usize) -> Option<&'row [u8]>, exact: &mut ExactCells) {
        for &(place, field) in &self.0 {
            if let Some(cell) = cell(place)
                && !cell.is_empty()
                && is_exact(field, cell)
            {
                exact.count(field);
            }
        }
    }
}

/// Whether a cell gives more than an anonymised one. The usual forms are recognised by a few bytes, as
/// there are as many such cells as rows.
#[inline]
fn is_exact(field: Field, cell: &[u8]) -> bool {
    match (field, cell) {
        (Field::Birth, [b'0', b'1', b'/', ..] | [_, _, _, _, b'-', _, _, b'-', b'0', b'1']) => false,
        (Field::Birth, _) => matches!(field.coarse(cell), Coarse::Instead(_)),
        (Field::Postcode, [.., b'0'..=b'9']) => false,
        (Field::Postcode, _) => postcode::is_full(trim(cell)),
        (Field::PupilNumber, _) => is_upn(trim(cell)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn exact_cells_are_told_from_anonymised_ones() {
        for (column, cell, exact) in [
            ("DOB", "01/04/2000", false),
            ("DOB", "1/4/2000", false),
            ("DOB", "2000-04-01", false),
            ("DOB", " 2000-04-01 00:00:00", false),
            ("DOB", "02/04/2000", true),
            ("MC_DOB", "2/4/2000", true),
            ("DOB", "2000-04-02", true),
            ("DOB", " 2000-04-30 00:00:00", true),
            ("DOB", "30/02/2000", false),
            ("DOB", "", false),
            ("PL_POST", "AB1 2", false),
            ("PL_POST", "AB1 2CD", true),
            ("HOME_POST", " ab12cd ", true),
            ("HOME_POST", "abroad", false),
            ("UPN", "A123456789012", true),
            ("UPN", "a12345678901b", true),
            ("UPN", "UN3", false),
            ("DECOM", "02/04/2000", false),
        ] {
            let mut counts = ExactCells::default();
            Watch::over(&[column.to_owned()]).count(|_| Some(cell.as_bytes()), &mut counts);
            let counted = counts.dates_of_birth + counts.postcodes + counts.upns;
            assert_eq!(counted, u64::from(exact), "{column} {cell:?}");
        }
    }

    #[test]
    fn what_is_exact_is_said_in_words() {
        let exact = |dates_of_birth, postcodes, upns| ExactCells { dates_of_birth, postcodes, upns };
        assert_eq!(exact(0, 0, 0).in_words(), None);
        assert_eq!(exact(1, 0, 0).in_words().unwrap(), "1 exact date of birth");
        assert_eq!(exact(2, 0, 3).in_words().unwrap(), "2 exact dates of birth and 3 UPNs");
        assert_eq!(exact(2, 1, 3).in_words().unwrap(), "2 exact dates of birth, 1 full postcode and 3 UPNs");
    }
}

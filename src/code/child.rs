//! A child's id as two small numbers.

use super::long::{LongTexts, capitals};
use crate::text::{are_digits, tidy};

/// Bytes of an id that fit into a number beside their count.
const LONGEST_ID: usize = 15;
/// The last byte of an id that is a place in [`LongTexts`].
const LONG_ID: u128 = 0xFF;

/// A child's id inside one authority.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ChildId([u64; 2]);

impl ChildId {
    /// A cell's id, or `None` where it is blank.
    #[inline]
    pub(crate) fn read(cell: &[u8], long: &LongTexts) -> Option<ChildId> {
        if let Some(id) = ChildId::of_digits(cell) {
            return Some(id);
        }
        let text = tidy(cell);
        if text.is_empty() {
            return None;
        }
        // The whole of a fixed length at once, which is faster than byte by byte.
        let mut bytes = [0; 16];
        if text.len() > LONGEST_ID {
            return Some(ChildId::long(text, long));
        }
        bytes[..text.len()].copy_from_slice(text);
        if !bytes.is_ascii() {
            return Some(ChildId::long(text, long));
        }
        bytes.make_ascii_uppercase();
        bytes[LONGEST_ID] = text.len() as u8;
        Some(ChildId::of(u128::from_be_bytes(bytes)))
    }

    /// Whether a cell holds what a spreadsheet leaves of a long number, of which the last digits are lost: `1.00E+10`.
    #[inline]
    pub(crate) fn is_cut(cell: &[u8]) -> bool {
        // Nearly every id ends in three digits.
        !matches!(cell, [.., b'0'..=b'9', b'0'..=b'9', b'0'..=b'9']) && is_scientific(tidy(cell))
    }

    /// Whether a cell may hold a date in place of an id: each has something other than a letter or digit near its start.
    #[inline]
    pub(crate) fn may_be_date(cell: &[u8]) -> bool {
        cell.get(1..5).is_some_and(|near| near.iter().any(|byte| !byte.is_ascii_alphanumeric()))
    }

    /// In two halves, the first bytes first, so that rows need less padding.
    #[inline]
    fn of(number: u128) -> ChildId {
        ChildId([(number >> 64) as u64, number as u64])
    }

    #[inline]
    fn number(self) -> u128 {
        u128::from(self.0[0]) << 64 | u128::from(self.0[1])
    }

    /// The id of eight to fifteen digits, as most are: there is nothing to trim or
    /// upper-case, and the whole is read in two pieces of eight bytes that may overlap.
    #[inline]
    fn of_digits(cell: &[u8]) -> Option<ChildId> {
        let (first, last) = (cell.first_chunk()?, cell.last_chunk()?);
        let (first, last) = (u64::from_be_bytes(*first), u64::from_be_bytes(*last));
        if cell.len() > LONGEST_ID || !are_digits(first) || !are_digits(last) {
            return None;
        }
        let beyond_first = last.checked_shl(8 * (16 - cell.len() as u32)).unwrap_or_default();
        Some(ChildId([first, beyond_first | cell.len() as u64]))
    }

    fn long(text: &[u8], long: &LongTexts) -> ChildId {
        ChildId::of((long.place_of(&capitals(text)) as u128) << 8 | LONG_ID)
    }

    /// Whether the id is kept in [`LongTexts`], so that ids are not in order of their text.
    pub(crate) fn is_long(self) -> bool {
        self.number() & 0xFF == LONG_ID
    }

    /// Whether the id begins with a zero, which a spreadsheet takes away.
    pub(crate) fn begins_with_zero(self) -> bool {
        !self.is_long() && self.number().to_be_bytes()[0] == b'0'
    }

    /// The ids that are left where zeros are taken from the front, one after another.
    pub(crate) fn without_zeros(self) -> impl Iterator<Item = ChildId> {
        let bytes = self.number().to_be_bytes();
        let length = usize::from(bytes[LONGEST_ID]).min(LONGEST_ID);
        let zeros = bytes[..length].iter().take_while(|byte| **byte == b'0').count();
        let at_most = if self.begins_with_zero() { zeros.min(length.saturating_sub(1)) } else { 0 };
        (1..=at_most).map(move |zeros| {
            let mut shorter = [0; 16];
            shorter[..length - zeros].copy_from_slice(&bytes[zeros..length]);
            shorter[LONGEST_ID] = (length - zeros) as u8;
            ChildId::of(u128::from_be_bytes(shorter))
        })
    }

    /// The id as text.
    pub fn text(self, long: &LongTexts) -> String {
        if self.is_long() {
            return long.at((self.number() >> 8) as usize);
        }
        let bytes = self.number().to_be_bytes();
        let length = usize::from(bytes[LONGEST_ID]).min(LONGEST_ID);
        String::from_utf8_lossy(&bytes[..length]).into_owned()
    }
}

fn is_scientific(text: &[u8]) -> bool {
    let [digit, fraction @ .., b'E' | b'e', b'+', tens, units] = text else { return false };
    let digits = |text: &[u8]| !text.is_empty() && text.iter().all(u8::is_ascii_digit);
    let fraction = fraction.is_empty() || fraction.strip_prefix(b".").is_some_and(digits);
    fraction && digits(&[*digit, *tens, *units])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_keep_their_text_and_their_order() {
        let long = LongTexts::default();
        let id = |cell: &str| ChildId::read(cell.as_bytes(), &long);
        for (cell, expected) in [
            ("123.0", "123"),
            (" ab12_351 ", "AB12_351"),
            ("0012", "0012"),
            ("e3b0c44298fc1c149afbf4c8996fb924", "E3B0C44298FC1C149AFBF4C8996FB924"),
            ("émile", "ÉMILE"),
        ] {
            assert_eq!(id(cell).map(|id| id.text(&long)).as_deref(), Some(expected));
        }
        assert_eq!(id("1234567890").map(|id| id.text(&long)).as_deref(), Some("1234567890"));
        assert!(id("12345678") < id("123456780") && id("123456780") < id("12345679"));
        assert_eq!(id("  "), None);
        assert!(id("10") < id("100") && id("100") < id("11") && id("11") < id("2"));
        assert_eq!(id("abcdefghijklmnop"), id("ABCDEFGHIJKLMNOP"));
    }

    #[test]
    fn an_id_that_a_spreadsheet_has_cut_is_known() {
        for (cell, cut) in [
            ("1.00E+10", true),
            ("1E+10", true),
            (" 1.23457e+12 ", true),
            ("=\"1.00E+10\"", true),
            ("1.E+10", false),
            ("10E+10", false),
            ("1.00E+1", false),
            ("1.00E-10", false),
            ("AE+10", false),
            ("100", false),
            ("", false),
        ] {
            assert_eq!(ChildId::is_cut(cell.as_bytes()), cut, "{cell}");
        }
    }
}

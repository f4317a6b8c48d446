//! Codes and ids as small numbers that are cheap to copy, compare and sort.
//!
//! Both are trimmed and upper-cased, and lose a trailing `.0` that a spreadsheet gave them
//! (definitions, section 5). Nearly all fit into a number; the few that do not are kept once in
//! [`LongTexts`].

mod child;
mod long;

use crate::identity::shown;
use crate::text::tidy;
pub(crate) use child::ChildId;
pub use long::LongTexts;
use long::capitals;

/// Letters and digits of a code that fit into a number.
const LONGEST_CODE: usize = 6;
/// Letters and digits of a reference that fit into a number.
const LONGEST_REFERENCE: usize = 12;
/// Codes from this number on are places in [`LongTexts`]: 37^6.
const LONG_CODE: u32 = 2_565_726_409;
/// References with this bit are places in [`LongTexts`]: 37^12 is less.
const LONG_REFERENCE: u64 = 1 << 63;

/// A code of the return (`C2`, `E11`). Zero is a blank.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Code(u32);

impl Code {
    /// An empty cell.
    pub(crate) const BLANK: Code = Code(0);

    /// A code written in the program: at most six capital letters and digits.
    pub(crate) const fn of(text: &str) -> Code {
        let bytes = text.as_bytes();
        assert!(bytes.len() <= LONGEST_CODE);
        let mut number = 0;
        let mut place = 0;
        while place < bytes.len() {
            assert!(digit(bytes[place]) != 0);
            number = number * 37 + digit(bytes[place]) as u32;
            place += 1;
        }
        Code(number)
    }

    /// A cell's code. Spaces inside are kept, for a code with one is another code.
    #[inline]
    pub(crate) fn read(cell: &[u8], long: &LongTexts) -> Code {
        // Letters and digits alone are tidy already.
        match packed(cell, LONGEST_CODE) {
            Some(number) => Code(number as u32),
            None => Code::untidy(cell, long),
        }
    }

    #[cold]
    fn untidy(cell: &[u8], long: &LongTexts) -> Code {
        let text = tidy(cell);
        match packed(text, LONGEST_CODE) {
            Some(number) => Code(number as u32),
            None => Code(LONG_CODE.saturating_add(long.place_of(&capitals(text)) as u32)),
        }
    }

    /// Whether the cell was empty.
    pub(crate) fn is_blank(self) -> bool {
        self == Code::BLANK
    }

    /// Whether a tidy cell holds just this code.
    pub(crate) fn is_written(self, cell: &str) -> bool {
        Code::of_tidy(cell) == Some(self)
    }

    /// The code that a tidy cell holds; none where it is too long for a code or has other characters.
    pub(crate) fn of_tidy(cell: &str) -> Option<Code> {
        packed(cell.as_bytes(), LONGEST_CODE).map(|number| Code(number as u32))
    }

    /// The number, which is below 50,653 for codes of at most three letters and digits.
    pub(crate) fn number(self) -> u32 {
        self.0
    }

    /// The code as text, as it may be shown: a postcode or UPN in place of a code is not shown.
    pub(crate) fn text(self, long: &LongTexts) -> String {
        shown("", &self.text_as_read(long))
    }

    fn text_as_read(self, long: &LongTexts) -> String {
        if self.0 >= LONG_CODE {
            return long.at((self.0 - LONG_CODE) as usize);
        }
        let mut rest = self.0;
        let mut characters = Vec::new();
        while rest > 0 {
            characters.push(char::from(CHARACTERS[(rest % 37) as usize]));
            rest /= 37;
        }
        characters.iter().rev().collect()
    }
}

/// A URN, or a postcode without its spaces: kept only to be compared. Zero is a blank.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Reference([u32; 2]);

impl Reference {
    /// An empty cell.
    pub(crate) const BLANK: Reference = Reference([0, 0]);

    /// A cell's reference with every space taken out.
    #[inline]
    pub(crate) fn read(cell: &[u8], long: &LongTexts) -> Reference {
        match packed_without_spaces(cell) {
            Some(number) => Reference::of(number),
            None => Reference::untidy(cell, long),
        }
    }

    #[cold]
    fn untidy(cell: &[u8], long: &LongTexts) -> Reference {
        let closed: Vec<u8> = tidy(cell).iter().copied().filter(|&byte| byte != b' ').collect();
        let number = packed(&closed, LONGEST_REFERENCE);
        Reference::of(number.unwrap_or_else(|| LONG_REFERENCE | long.place_of(&capitals(&closed)) as u64))
    }

    /// In two halves, so that rows, of which there are millions, need no padding.
    #[inline]
    fn of(number: u64) -> Reference {
        Reference([(number >> 32) as u32, number as u32])
    }

    /// Whether both are filled and differ.
    pub(crate) fn differs_from(self, other: Reference) -> bool {
        let blank = Reference::of(0);
        self != blank && other != blank && self != other
    }
}

/// Letters and digits as a number to the base 37; `None` where there are too many or another byte.
#[inline]
fn packed(text: &[u8], longest: usize) -> Option<u64> {
    if text.len() > longest {
        return None;
    }
    let mut number = 0;
    for &byte in text {
        let value = DIGITS[usize::from(byte)];
        if value == 0 {
            return None;
        }
        number = number * 37 + u64::from(value);
    }
    Some(number)
}

/// The same for a reference, ignoring spaces.
#[inline]
fn packed_without_spaces(text: &[u8]) -> Option<u64> {
    let (mut number, mut longest) = (0, LONGEST_REFERENCE);
    for &byte in text {
        if byte == b' ' {
            continue;
        }
        let value = DIGITS[usize::from(byte)];
        if value == 0 || longest == 0 {
            return None;
        }
        longest -= 1;
        number = number * 37 + u64::from(value);
    }
    Some(number)
}

const CHARACTERS: &[u8; 37] = b" ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

/// The [`digit`] of every byte, as a lookup is faster than comparisons.
static DIGITS: [u8; 256] = {
    let mut digits = [0; 256];
    let mut byte = 0;
    while byte < digits.len() {
        digits[byte] = digit(byte as u8);
        byte += 1;
    }
    digits
};

/// The place of a letter or digit in [`CHARACTERS`], or zero for any other byte.
const fn digit(byte: u8) -> u8 {
    match byte {
        b'A'..=b'Z' => byte - b'A' + 1,
        b'a'..=b'z' => byte - b'a' + 1,
        b'0'..=b'9' => byte - b'0' + 27,
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code(cell: &str) -> String {
        let long = LongTexts::default();
        Code::read(cell.as_bytes(), &long).text(&long)
    }

    #[test]
    fn codes_are_trimmed_capital_and_whole() {
        for (cell, expected) in [
            ("C2", "C2"),
            (" c2 ", "C2"),
            ("\u{a0}e4a\u{a0}", "E4A"),
            ("1.0", "1"),
            ("", ""),
            ("   ", ""),
            (".0", ".0"),
            ("A B", "A B"),
            ("A-B", "A-B"),
            ("abcdefg", "ABCDEFG"),
            ("ZZZZZZ", "ZZZZZZ"),
            ("999999", "999999"),
        ] {
            assert_eq!(code(cell), expected, "{cell:?}");
        }
    }

    #[test]
    fn a_code_in_the_program_is_the_code_in_a_cell() {
        let long = LongTexts::default();
        assert_eq!(Code::of("E11"), Code::read(b" e11 ", &long));
        assert_eq!(Code::of(""), Code::read(b" ", &long));
        assert_ne!(Code::of("1"), Code::read(b"01", &long));
    }

    #[test]
    fn postcodes_are_compared_without_spaces() {
        let long = LongTexts::default();
        let read = |cell: &str| Reference::read(cell.as_bytes(), &long);
        assert_eq!(read("ec1a 1bb"), read(" EC1A1BB "));
        assert!(read("EC1A 1BB").differs_from(read("EC1A 1BC")));
        assert!(!read("EC1A 1BB").differs_from(read(" ")));
        assert!(read("a reference longer than twelve").differs_from(read("another longer than twelve")));
    }
}

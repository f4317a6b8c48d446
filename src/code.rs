//! Codes and ids as small numbers that are cheap to copy, compare and sort.
//!
//! Both are trimmed and upper-cased, and lose a trailing `.0` that a spreadsheet gave them
//! (definitions, section 5). Nearly all fit into a number; the few that do not are kept once in
//! [`LongTexts`].

use std::collections::HashMap;
use std::sync::Mutex;

/// Letters and digits of a code that fit into a number.
const LONGEST_CODE: usize = 6;
/// Letters and digits of a reference that fit into a number.
const LONGEST_REFERENCE: usize = 12;
/// Bytes of an id that fit into a number beside their count.
const LONGEST_ID: usize = 15;
/// Codes from this number on are places in [`LongTexts`]: 37^6.
const LONG_CODE: u32 = 2_565_726_409;
/// References with this bit are places in [`LongTexts`]: 37^12 is less.
const LONG_REFERENCE: u64 = 1 << 63;
const LONG_ID: u128 = 0xFF;

/// A code of the return (`C2`, `E11`). Zero is a blank.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Code(u32);

impl Code {
    /// An empty cell.
    pub const BLANK: Code = Code(0);

    /// A code written in the program: at most six capital letters and digits.
    pub const fn of(text: &str) -> Code {
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
    pub fn read(cell: &[u8], long: &LongTexts) -> Code {
        // What is of letters and digits is tidy already.
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
    pub fn is_blank(self) -> bool {
        self == Code::BLANK
    }

    /// Whether a tidy cell holds just this code.
    pub fn is_written(self, cell: &str) -> bool {
        packed(cell.as_bytes(), LONGEST_CODE) == Some(u64::from(self.0))
    }

    /// The number, which is below 50,653 for codes of at most three letters and digits.
    pub fn number(self) -> u32 {
        self.0
    }

    /// The code as text.
    pub fn text(self, long: &LongTexts) -> String {
        if self.0 >= LONG_CODE {
            return long.at((self.0 - LONG_CODE) as usize);
        }
        let mut rest = self.0;
        let mut letters = Vec::new();
        while rest > 0 {
            letters.push(char::from(LETTERS[(rest % 37) as usize]));
            rest /= 37;
        }
        letters.iter().rev().collect()
    }
}

/// A URN, or a postcode without its spaces: kept only to be told apart from others. Zero is a blank.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Reference([u32; 2]);

impl Reference {
    /// A cell's reference with every space taken out.
    #[inline]
    pub fn read(cell: &[u8], long: &LongTexts) -> Reference {
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

    /// Whether both are filled and say different things.
    pub fn differs_from(self, other: Reference) -> bool {
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

/// The same of a reference, of which spaces are no part.
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

const LETTERS: &[u8; 37] = b" ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

/// The [`digit`] of every byte, for to look up is faster than to compare.
static DIGITS: [u8; 256] = {
    let mut digits = [0; 256];
    let mut byte = 0;
    while byte < digits.len() {
        digits[byte] = digit(byte as u8);
        byte += 1;
    }
    digits
};

/// The place of a letter or digit in [`LETTERS`], or nought for any other byte.
const fn digit(byte: u8) -> u8 {
    match byte {
        b'A'..=b'Z' => byte - b'A' + 1,
        b'a'..=b'z' => byte - b'a' + 1,
        b'0'..=b'9' => byte - b'0' + 27,
        _ => 0,
    }
}

/// A child's id inside one authority.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ChildId([u64; 2]);

impl ChildId {
    /// A cell's id, or `None` where it is blank.
    #[inline]
    pub fn read(cell: &[u8], long: &LongTexts) -> Option<ChildId> {
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

    /// In two halves, the first bytes first, so that rows need less padding.
    #[inline]
    fn of(number: u128) -> ChildId {
        ChildId([(number >> 64) as u64, number as u64])
    }

    #[inline]
    fn number(self) -> u128 {
        u128::from(self.0[0]) << 64 | u128::from(self.0[1])
    }

    /// The id of eight to fifteen digits, as most are: there is nothing to trim and no letter to make
    /// a capital, and the whole is read in two pieces of eight bytes that may overlap.
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
    pub fn is_long(self) -> bool {
        self.number() & 0xFF == LONG_ID
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

/// Whether eight bytes are all digits.
#[inline]
pub fn are_digits(bytes: u64) -> bool {
    const NOUGHTS: u64 = u64::from_ne_bytes([b'0'; 8]);
    const HIGH_BITS: u64 = u64::from_ne_bytes([0x80; 8]);
    // Of a digit less nought, adding 118 does not reach the highest bit; no other byte below 128 is so.
    let values = bytes ^ NOUGHTS;
    (values | values.wrapping_add(u64::from_ne_bytes([118; 8]))) & HIGH_BITS == 0
}

/// The texts too long for a number, each kept once. Places depend on the order of reading and
/// serve only to tell texts apart: nothing written is ever sorted by them.
#[derive(Debug, Default)]
pub struct LongTexts {
    texts: Mutex<(HashMap<String, usize>, Vec<String>)>,
}

impl LongTexts {
    fn place_of(&self, text: &str) -> usize {
        let mut guard = self.texts.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        let (places, texts) = &mut *guard;
        if let Some(&place) = places.get(text) {
            return place;
        }
        let place = texts.len();
        places.insert(text.to_owned(), place);
        texts.push(text.to_owned());
        place
    }

    fn at(&self, place: usize) -> String {
        let guard = self.texts.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        guard.1.get(place).cloned().unwrap_or_default()
    }
}

/// A cell without outer spaces and without a trailing `.0`.
#[inline]
pub fn tidy(cell: &[u8]) -> &[u8] {
    let text = trim(cell);
    match text.strip_suffix(b".0") {
        Some(whole) if !whole.is_empty() => whole,
        _ => text,
    }
}

/// A cell without outer spaces, the no-break space of spreadsheets among them.
#[inline]
pub fn trim(cell: &[u8]) -> &[u8] {
    match cell {
        [] => cell,
        [first, .., last] if is_plain(*first) && is_plain(*last) => cell,
        [only] if is_plain(*only) => cell,
        _ => std::str::from_utf8(cell).map_or_else(|_| cell.trim_ascii(), |text| text.trim().as_bytes()),
    }
}

#[inline]
fn is_plain(byte: u8) -> bool {
    byte > b' ' && byte < 0x7F
}

fn capitals(text: &[u8]) -> String {
    String::from_utf8_lossy(text).to_uppercase()
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
}

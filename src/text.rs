//! The text of files and cells: whether a file is CSV in UTF-8, and cells trimmed and tidied.

use std::fmt;

/// What is wrong with a file, and how to fix it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// The line as a spreadsheet shows it.
    pub line: u32,
    /// What was found.
    pub found: String,
    /// How to fix it.
    pub remedy: String,
}

impl Problem {
    /// A problem on the first line.
    pub(crate) fn at_top(found: impl Into<String>, remedy: impl Into<String>) -> Problem {
        Problem { line: 1, found: found.into(), remedy: remedy.into() }
    }

    /// Where it is in a file or a sheet of one, by its path as shown, and what was found. What holds several tables has no
    /// first line: there it is about the whole.
    pub(crate) fn of(&self, shown: &str) -> String {
        let found = &self.found;
        match FormShown::of(shown) {
            FormShown::Workbook | FormShown::Archive if self.line == 1 => format!("{shown}: {found}"),
            _ => format!("{}: {found}", at_line(shown, self.line)),
        }
    }
}

/// Where a row is, as a person would look for it: a line of a text, a row of a worksheet.
pub(crate) fn at_line(shown: &str, line: impl fmt::Display) -> String {
    match FormShown::of(shown) {
        FormShown::Sheet => format!("{shown}, row {line}"),
        _ => format!("{shown}, line {line}"),
    }
}

/// What a file is by its path as shown, which of a sheet ends in its name: `return.xlsx [Episodes]`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum FormShown {
    Lines,
    Workbook,
    Sheet,
    Archive,
}

impl FormShown {
    fn of(shown: &str) -> FormShown {
        let sheet = shown.strip_suffix(']').and_then(|shown| shown.rsplit_once(" ["));
        let file = sheet.map_or(shown, |(file, _)| file).to_lowercase();
        let is_workbook = [".xlsx", ".xlsm", ".xls", ".ods"].iter().any(|ending| file.ends_with(ending));
        match (is_workbook, sheet) {
            (true, Some(_)) => FormShown::Sheet,
            (true, None) => FormShown::Workbook,
            (false, _) if file.ends_with(".zip") => FormShown::Archive,
            (false, _) => FormShown::Lines,
        }
    }
}

const SAVE_AS_UTF8: &str = "open it in the spreadsheet and save it as 'CSV UTF-8 (comma delimited)'";

/// The text of a small list without the byte-order mark.
///
/// # Errors
/// Where the file is empty, is not text, or has another encoding or separator.
pub(crate) fn csv_text(bytes: &[u8]) -> Result<&[u8], Problem> {
    match saved_as(bytes) {
        SavedAs::Text => {}
        SavedAs::Utf16 => return Err(Problem::at_top("is UTF-16 text", SAVE_AS_UTF8)),
        SavedAs::Other(problem) => return Err(problem),
    }
    let text = without_mark(bytes);
    if text.trim_ascii().is_empty() {
        return Err(Problem::at_top("is empty", "extract the table again; a table without rows still has its heading"));
    }
    plain_text(text, 0)?;
    match other_separator(text) {
        Some(name) => Err(Problem::at_top(
            format!("has {name} between its columns, not commas"),
            "save it with commas: 'CSV UTF-8 (comma delimited)'",
        )),
        None => Ok(text),
    }
}

/// Bytes without the byte-order mark of UTF-8.
pub(crate) fn without_mark(bytes: &[u8]) -> &[u8] {
    bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes)
}

/// Whether bytes of a file are UTF-8 text; `line_before` is the line before them.
///
/// # Errors
/// Where they are not, with the line of the first byte that is not text.
pub(crate) fn plain_text(bytes: &[u8], line_before: u32) -> Result<(), Problem> {
    let line_of = |place: usize| line_before + memchr::memchr_iter(b'\n', &bytes[..place]).count() as u32 + 1;
    let (place, found) = match (std::str::from_utf8(bytes), memchr::memchr(0, bytes)) {
        (Err(error), _) => {
            let place = error.valid_up_to();
            (place, format!("is not UTF-8 text: byte {:#04x}", bytes[place]))
        }
        (Ok(_), Some(place)) => (place, "is not text: it holds null bytes".to_owned()),
        (Ok(_), None) => return Ok(()),
    };
    Err(Problem { line: line_of(place), found, remedy: SAVE_AS_UTF8.to_owned() })
}

/// What the first bytes of a file give away.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum SavedAs {
    /// Text of one byte or more a character.
    Text,
    /// Text in UTF-16.
    Utf16,
    /// No text.
    Other(Problem),
}

/// What the first bytes of a file give away.
pub(crate) fn saved_as(bytes: &[u8]) -> SavedAs {
    let other = |found: &str| SavedAs::Other(Problem::at_top(found, SAVE_AS_UTF8));
    match bytes {
        [0xFF, 0xFE, ..] | [0xFE, 0xFF, ..] => SavedAs::Utf16,
        [first, 0, second, 0, ..] | [0, first, 0, second, ..] if *first != 0 && *second != 0 => SavedAs::Utf16,
        [b'P', b'K', 3, 4, ..] => other("is a workbook or zip file, not CSV"),
        [0xD0, 0xCF, 0x11, 0xE0, ..] => other("is an old Excel workbook, not CSV"),
        [b'%', b'P', b'D', b'F', ..] => other("is a PDF, not CSV"),
        [b'<', ..] => other("is XML or HTML, not CSV"),
        _ => SavedAs::Text,
    }
}

/// How many empty lines follow the row that ends at `end`, where the reading may have stopped in the middle of its line
/// end.
pub(crate) fn empty_lines_after(bytes: &[u8], end: usize) -> u32 {
    let mut rest = &bytes[end..];
    if end > 0 && bytes[end - 1] == b'\r' {
        rest = rest.strip_prefix(b"\n").unwrap_or(rest);
    }
    let mut lines = 0;
    loop {
        rest = match rest {
            [b'\r', b'\n', after @ ..] | [b'\r' | b'\n', after @ ..] => after,
            _ => return lines,
        };
        lines += 1;
    }
}

/// The separator of a heading that has no comma.
fn other_separator(text: &[u8]) -> Option<&'static str> {
    let first_line = text.split(|&byte| byte == b'\n' || byte == b'\r').find(|line| !line.is_empty())?;
    if first_line.contains(&b',') {
        return None;
    }
    [(b';', "semicolons"), (b'\t', "tabs"), (b'|', "bars")]
        .into_iter()
        .find_map(|(separator, name)| first_line.contains(&separator).then_some(name))
}

/// A cell without outer spaces, the no-break space of spreadsheets and characters without a width among them.
#[inline]
pub(crate) fn trim(cell: &[u8]) -> &[u8] {
    match cell {
        [] => cell,
        [first, .., last] if is_plain(*first) && is_plain(*last) => cell,
        [only] if is_plain(*only) => cell,
        _ => trim_characters(cell),
    }
}

#[cold]
fn trim_characters(cell: &[u8]) -> &[u8] {
    let outer = |character: char| character.is_whitespace() || WITHOUT_WIDTH.contains(&character);
    std::str::from_utf8(cell).map_or_else(|_| cell.trim_ascii(), |text| text.trim_matches(outer).as_bytes())
}

/// Characters that no one sees: joiners, and the byte-order mark among them.
const WITHOUT_WIDTH: [char; 5] = ['\u{200b}', '\u{200c}', '\u{200d}', '\u{2060}', '\u{feff}'];

#[inline]
fn is_plain(byte: u8) -> bool {
    byte > b' ' && byte < 0x7F
}

/// A cell as codes, ids and numbers are compared: without outer spaces, without what a spreadsheet puts round a text
/// that looks like a number (`="0123"`, `'0123`), and without a trailing `.0`.
#[inline]
pub(crate) fn tidy(cell: &[u8]) -> &[u8] {
    let text = match trim(cell) {
        [b'=', b'"', text @ .., b'"'] | [b'\'', text @ ..] => trim(text),
        text => text,
    };
    match text.strip_suffix(b".0") {
        Some(whole) if !whole.is_empty() => whole,
        _ => text,
    }
}

/// Whether eight bytes are all digits.
#[inline]
pub(crate) fn are_digits(bytes: u64) -> bool {
    const ZEROS: u64 = u64::from_ne_bytes([b'0'; 8]);
    const HIGH_BITS: u64 = u64::from_ne_bytes([0x80; 8]);
    // A digit becomes its value, at most 9, which 118 added leaves below 128; any other byte below 128 reaches it.
    let values = bytes ^ ZEROS;
    (values | values.wrapping_add(u64::from_ne_bytes([118; 8]))) & HIGH_BITS == 0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_problem_is_where_a_person_would_look_for_it() {
        let problem = |line: u32| Problem { line, found: "is damaged".to_owned(), remedy: String::new() };
        for (shown, line, expected) in [
            ("a/episodes.csv", 1, "a/episodes.csv, line 1: is damaged"),
            ("a/return.XLSX", 1, "a/return.XLSX: is damaged"),
            ("a/return.xlsx [Episodes]", 6, "a/return.xlsx [Episodes], row 6: is damaged"),
            ("sent.zip", 1, "sent.zip: is damaged"),
            // What is named a workbook may be text.
            ("a/return.xls", 9, "a/return.xls, line 9: is damaged"),
            ("sent.zip/b [old].csv", 2, "sent.zip/b [old].csv, line 2: is damaged"),
            ("return.xml [Episodes]", 3, "return.xml [Episodes], line 3: is damaged"),
        ] {
            assert_eq!(problem(line).of(shown), expected);
        }
    }

    #[test]
    fn utf_8_with_or_without_its_mark_is_read() {
        assert_eq!(csv_text(b"CHILD,REVIEW\n"), Ok(&b"CHILD,REVIEW\n"[..]));
        assert_eq!(csv_text(b"\xEF\xBB\xBFCHILD,REVIEW\n"), Ok(&b"CHILD,REVIEW\n"[..]));
    }

    #[test]
    fn anything_else_says_what_it_is_and_where() {
        for (bytes, line, said) in [
            (&b""[..], 1, "is empty"),
            (b"\xEF\xBB\xBF \r\n", 1, "is empty"),
            (b"\xFF\xFEC\0H\0", 1, "is UTF-16"),
            (b"C\0H\0I\0L\0", 1, "is UTF-16"),
            (b"PK\x03\x04zip", 1, "workbook"),
            (b"CHILD,NAME\n1,Ann\n2,Ren\xE9\n", 3, "byte 0xe9"),
            (b"CHILD,REVIEW\n1,\0\n", 2, "null bytes"),
            (b"CHILD;REVIEW\n1;2\n", 1, "semicolons"),
            (b"CHILD\tREVIEW\n", 1, "tabs"),
        ] {
            let problem = csv_text(bytes).unwrap_err();
            assert_eq!(problem.line, line, "{said}");
            assert!(problem.found.contains(said), "{}", problem.found);
        }
    }

    #[test]
    fn what_spreadsheets_put_round_a_cell_is_taken_off() {
        for (cell, tidied) in [
            ("=\"0123\"", "0123"),
            ("'0123", "0123"),
            ("'0123.0", "0123"),
            (" =\" u1 \" ", "u1"),
            ("\u{feff}U1\u{200b}", "U1"),
            ("\u{200c}\u{200d}\u{2060}", ""),
            ("=\"\"", ""),
            ("=\"", "=\""),
            ("'", ""),
            ("O'Hara", "O'Hara"),
            ("12.0", "12"),
            (".0", ".0"),
        ] {
            assert_eq!(String::from_utf8_lossy(tidy(cell.as_bytes())), tidied, "{cell:?}");
        }
    }
}

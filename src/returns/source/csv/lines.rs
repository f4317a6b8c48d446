//! Whether every line is a row, how many lines there are, and quotes that make several lines one cell.

use crate::returns::source::form::Delimiter;
use crate::text::Problem;
use memchr::{memchr, memchr_iter, memchr2, memchr3};

/// Whether every line end ends a row: no line ends inside quotes, as old Macintosh files have them, or
/// near quotes that do not plainly close a cell.
pub(crate) fn rows_are_lines(bytes: &[u8], delimiter: Delimiter) -> bool {
    let delimiter = delimiter.byte();
    let lone_return = |place: usize| bytes.get(place + 1) != Some(&b'\n');
    if memchr_iter(b'\r', bytes).any(lone_return) {
        return false;
    }
    let (mut opened, mut literal) = (None, None);
    for place in memchr_iter(b'"', bytes) {
        let before = place.checked_sub(1).map_or(b'\n', |before| bytes[before]);
        let after = bytes.get(place + 1).copied().unwrap_or(b'\n');
        opened = match opened {
            None if before == delimiter || before == b'\n' || before == b'"' && literal != place.checked_sub(1) => {
                Some(place)
            }
            // In a cell that does not begin with one, a quote is a character like any other: ="0123".
            None => {
                literal = Some(place);
                None
            }
            Some(open)
                if (after == delimiter || matches!(after, b'\r' | b'\n' | b'"'))
                    && memchr(b'\n', &bytes[open..place]).is_none() =>
            {
                None
            }
            _ => return false,
        };
    }
    opened.is_none()
}

/// A quote that is opened in the last row, on `line`, and never closed, where the last row goes on over
/// the end of a line.
pub(crate) fn unclosed_quote(bytes: &[u8], delimiter: Delimiter, line: u32) -> Option<Problem> {
    ends_in_quotes(bytes, delimiter.byte()).then(|| Problem {
        line,
        found: "has a quote on this line that is never closed, so that all that follows is one cell".to_owned(),
        remedy: "close the quote, or take it away; where the file ends there, it was cut off: extract it again"
            .to_owned(),
    })
}

/// Whether bytes that begin with a row end inside quotes. Only a quote that begins a cell opens them.
fn ends_in_quotes(bytes: &[u8], delimiter: u8) -> bool {
    let mut cell = bytes;
    loop {
        while let Some(quoted) = cell.strip_prefix(b"\"") {
            // Of two quotes together the second opens them again.
            let Some(close) = memchr(b'"', quoted) else { return true };
            cell = &quoted[close + 1..];
        }
        let Some(end) = memchr3(delimiter, b'\n', b'\r', cell) else { return false };
        cell = &cell[end + 1..];
    }
}

/// A quote on line `first` that is closed only on line `last`.
pub(crate) fn quote_over_lines(first: u32, last: u32) -> Problem {
    Problem {
        line: first,
        found: format!("has a quote on this line that is closed only on line {last}, so that all between is one cell"),
        remedy: "take both quotes away, or the line ends out of the cell".to_owned(),
    }
}

/// How long the first line is, with its end.
pub(crate) fn line_length(text: &[u8]) -> usize {
    memchr2(b'\n', b'\r', text).map_or(text.len(), |end| end + if text[end..].starts_with(b"\r\n") { 2 } else { 1 })
}

/// The lines of a text, each with its end.
pub(crate) fn lines(mut text: &[u8]) -> impl Iterator<Item = &[u8]> {
    std::iter::from_fn(move || {
        let (line, rest) = text.split_at(line_length(text));
        text = rest;
        (!line.is_empty()).then_some(line)
    })
}

/// How many lines a text has; the last need not have an end.
pub(crate) fn lines_in(text: &[u8]) -> u32 {
    lines(text).count() as u32
}

/// How many ends of lines a cell holds.
pub(crate) fn line_ends(cell: &[u8]) -> u32 {
    lines(cell).filter(|line| line.ends_with(b"\n") || line.ends_with(b"\r")).count() as u32
}

/// How many lines hold more than what separates cells.
pub(crate) fn filled_lines(text: &[u8], delimiter: Delimiter) -> u64 {
    let filled = |byte: &u8| *byte != delimiter.byte() && !byte.is_ascii_whitespace();
    lines(text).filter(|line| line.iter().any(filled)).count() as u64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_a_row_unless_quotes_say_otherwise() {
        for (text, are) in [
            ("a,b\nc,d\n", true),
            ("a,b\r\nc,d\r\n", true),
            ("\"a, b\",c\r\n\"d\"\n", true),
            ("\"a \"\"b\"\"\",c\n", true),
            ("a,b\rc,d\r", false),
            ("\"a\nb\",c\n", false),
            ("a\"b,c\nd\"e\n", true),
            ("=\"01\",c\n=\"02\",d\n", true),
            ("a\"\"b,c\nd\"\",\"e\"\n", true),
            ("a\"\",\"b\nc\"\n", false),
            ("\"a\"b\"c\n", false),
            ("x\"y,\"a\nb\"\n", false),
            ("\"a\n", false),
        ] {
            assert_eq!(rows_are_lines(text.as_bytes(), Delimiter::Comma), are, "{text:?}");
        }
    }

    #[test]
    fn a_quote_is_never_closed_where_the_text_ends_inside_it_however_many_there_are() {
        for (text, unclosed) in [
            ("a,\"b\nc\n", true),
            ("a\"b,c\nd,\"e\nf\n", true),
            ("a\"b,c\nd,\"e\nf\"\n", false),
            ("a,\"b\"\"\nc", true),
            ("a,\"b\"\"\"\nc", false),
            ("a,\"b\nc\"d\"\n", false),
            ("\"", true),
            ("\"\"", false),
            ("", false),
        ] {
            assert_eq!(unclosed_quote(text.as_bytes(), Delimiter::Comma, 1).is_some(), unclosed, "{text:?}");
        }
    }

    #[test]
    fn lines_are_counted_whatever_ends_them() {
        for (text, lines, ends, filled) in [
            ("", 0, 0, 0),
            ("a", 1, 0, 1),
            ("a\n", 1, 1, 1),
            ("a\r\nb", 2, 1, 2),
            ("a\rb\r", 2, 2, 2),
            ("a\n\n,,\n \nb", 5, 4, 2),
        ] {
            let text = text.as_bytes();
            let found = (lines_in(text), line_ends(text), filled_lines(text, Delimiter::Comma));
            assert_eq!(found, (lines, ends, filled), "{text:?}");
        }
    }
}

//! Whether every line is a row, and quotes that are never closed.

use crate::returns::source::form::Delimiter;
use crate::text::Problem;
use memchr::{memchr, memchr_iter};

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
pub(crate) fn unclosed_quote(bytes: &[u8], line: u32) -> Option<Problem> {
    let odd = memchr_iter(b'"', bytes).count() % 2 == 1;
    odd.then(|| Problem {
        line,
        found: "has a quote on this line that is never closed, so that all that follows is one cell".to_owned(),
        remedy: "close the quote, or take it away".to_owned(),
    })
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
}

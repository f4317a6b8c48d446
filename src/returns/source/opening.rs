//! How a file begins: what separates its cells, and which line is the heading.

use super::csv::lines::{line_length, lines_in};
use super::csv::quoted::QuotedLine;
use super::form::Delimiter;
use super::record::{Bounds, Record};
use crate::text::trim;
use memchr::{memchr, memchr_iter};

/// How a file begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Opening {
    /// What separates its cells.
    pub delimiter: Delimiter,
    /// The line of the heading.
    pub line: u32,
    /// Lines above it that are titles: neither blank nor `sep=;`.
    pub titles: u32,
    /// Bytes above it.
    pub above: usize,
}

/// How well a line fits as the heading of a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Fit {
    /// It is the heading of a table.
    Table,
    /// It is none, with so many columns of some table.
    Columns(usize),
}

/// Rows that may be titles.
pub(super) const MOST_TITLES: u32 = 200;

/// Lines over which a heading may go on, where its cells hold line ends.
const MOST_LINES: usize = 40;

/// The line that fits a table best, the first of as good ones.
#[derive(Debug)]
pub(crate) struct Best<T> {
    best: Option<(usize, T)>,
}

impl<T> Default for Best<T> {
    fn default() -> Best<T> {
        Best { best: None }
    }
}

impl<T> Best<T> {
    /// Takes another line; whether none can fit better.
    pub(crate) fn offer(&mut self, fit: Fit, line: T) -> bool {
        let columns = match fit {
            Fit::Table => usize::MAX,
            Fit::Columns(columns) => columns,
        };
        if self.best.as_ref().is_none_or(|(best, _)| *best < columns) {
            self.best = Some((columns, line));
        }
        fit == Fit::Table
    }

    /// The best of them.
    pub(crate) fn found(self) -> Option<T> {
        self.best.map(|(_, line)| line)
    }
}

impl Opening {
    /// How a text begins; none where it has no line with anything in it. `fit` says how well the cells of a line fit.
    pub(super) fn of_text(text: &[u8], fit: &mut impl FnMut(&[String]) -> Fit) -> Option<Opening> {
        let mut best = Best::default();
        let (mut above, mut line, mut titles) = (0, 1, 0);
        while above < text.len() && titles <= MOST_TITLES {
            let row = first_row(&text[above..]);
            let written = &row[..row.len() - line_end(row)];
            let names_separator = titles == 0 && separator_line(written).is_some();
            if !is_blank(written) && !names_separator {
                for delimiter in Delimiter::ALL.into_iter().filter(|delimiter| may_separate(*delimiter, written)) {
                    let opening = Opening { delimiter, line, titles, above };
                    if best.offer(fit(&cells(written, delimiter)), opening) {
                        return Some(opening);
                    }
                }
                titles += 1;
            }
            above += row.len();
            line += lines_in(row);
        }
        best.found()
    }
}

/// The first row, with its end.
fn first_row(text: &[u8]) -> &[u8] {
    let mut end = 0;
    for _ in 0..MOST_LINES {
        end += line_length(&text[end..]);
        if memchr_iter(b'"', &text[..end]).count().is_multiple_of(2) {
            return &text[..end];
        }
    }
    &text[..line_length(text)]
}

/// How long the end of a row is.
fn line_end(row: &[u8]) -> usize {
    match row {
        [.., b'\r', b'\n'] => 2,
        [.., b'\r' | b'\n'] => 1,
        _ => 0,
    }
}

/// The delimiter that a line `sep=;` names, as Excel takes it.
pub(crate) fn separator_line(line: &[u8]) -> Option<Delimiter> {
    let name = trim(line);
    let name = name.strip_prefix(b"\"").and_then(|name| name.strip_suffix(b"\"")).unwrap_or(name);
    let (key, rest) = name.split_at_checked(4)?;
    // A tab at the end of the line is trimmed away.
    let is = |delimiter: &Delimiter| *rest == [delimiter.byte()] || rest.is_empty() && *delimiter == Delimiter::Tab;
    Delimiter::ALL.into_iter().find(is).filter(|_| key.eq_ignore_ascii_case(b"sep="))
}

/// A line without any delimiter is one cell, however cells are separated.
fn may_separate(delimiter: Delimiter, line: &[u8]) -> bool {
    let has = |delimiter: Delimiter| memchr(delimiter.byte(), line).is_some();
    has(delimiter) || delimiter == Delimiter::Comma && !Delimiter::ALL.into_iter().any(has)
}

fn is_blank(line: &[u8]) -> bool {
    let separates = |byte: &u8| Delimiter::ALL.iter().any(|delimiter| delimiter.byte() == *byte);
    line.iter().all(|byte| separates(byte) || byte.is_ascii_whitespace())
}

fn cells(row: &[u8], delimiter: Delimiter) -> Vec<String> {
    // What reads quotes takes longer to make than a heading to cut.
    if memchr(b'"', row).is_none() {
        let cells = row.split(|byte| *byte == delimiter.byte());
        return cells.map(|cell| String::from_utf8_lossy(cell).into_owned()).collect();
    }
    let mut line = QuotedLine::new(delimiter);
    let mut bounds = Bounds::default();
    line.read(row, &mut bounds);
    as_text(Record::new(line.text(), &bounds))
}

/// The cells of a row as text.
pub(crate) fn as_text(record: Record<'_>) -> Vec<String> {
    record.iter().map(|cell| String::from_utf8_lossy(cell).into_owned()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The opening where a line fits that has CHILD and REVIEW, and how many lines were tried.
    fn opening(text: &str) -> Option<Opening> {
        let mut fit = |cells: &[String]| {
            let known = cells.iter().filter(|cell| ["CHILD", "REVIEW"].contains(&cell.as_str())).count();
            if known == 2 { Fit::Table } else { Fit::Columns(known) }
        };
        Opening::of_text(text.as_bytes(), &mut fit)
    }

    fn begins(text: &str) -> (Delimiter, u32, u32, &str) {
        let found = opening(text).unwrap();
        (found.delimiter, found.line, found.titles, text[found.above..].lines().next().unwrap())
    }

    #[test]
    fn the_first_line_that_fits_a_table_is_the_heading() {
        use Delimiter::{Comma, Semicolon, Tab};
        for (text, expected) in [
            ("CHILD,REVIEW\n1,2\n", (Comma, 1, 0, "CHILD,REVIEW")),
            ("CHILD;REVIEW\n1;2\n", (Semicolon, 1, 0, "CHILD;REVIEW")),
            ("CHILD\tREVIEW\n", (Tab, 1, 0, "CHILD\tREVIEW")),
            ("sep=;\nCHILD;REVIEW\n", (Semicolon, 2, 0, "CHILD;REVIEW")),
            ("Reviews, 2011\n\nCHILD;REVIEW\n", (Semicolon, 3, 1, "CHILD;REVIEW")),
            ("Reviews\r\nto 31 March 2011\r\nCHILD,REVIEW\r\n", (Comma, 3, 2, "CHILD,REVIEW")),
            ("Reviews\r,,\rCHILD,REVIEW\r", (Comma, 3, 1, "CHILD,REVIEW")),
            ("\"a title\nof two lines\"\nCHILD,REVIEW\n", (Comma, 3, 1, "CHILD,REVIEW")),
            ("six\" by four\nCHILD,REVIEW\n", (Comma, 2, 1, "CHILD,REVIEW")),
        ] {
            let found = begins(text);
            let line = found.3.split('\r').next().unwrap();
            assert_eq!((found.0, found.1, found.2, line), expected, "{text:?}");
        }
    }

    #[test]
    fn where_none_fits_it_is_the_line_that_comes_nearest() {
        assert_eq!(begins("a title\nCHILD;DECOM\n1;2\n").3, "CHILD;DECOM");
        assert_eq!(begins("a,b\nc,d\n").3, "a,b");
        assert_eq!(opening("\n,;\n \n"), None);
        assert_eq!(opening(""), None);
    }

    #[test]
    fn a_line_that_names_the_separator_is_known() {
        for (line, expected) in [
            ("sep=;", Some(Delimiter::Semicolon)),
            ("SEP=,", Some(Delimiter::Comma)),
            ("\"sep=;\"", Some(Delimiter::Semicolon)),
            ("sep=\t", Some(Delimiter::Tab)),
            ("sep=|", None),
            ("sep;", None),
            ("separate", None),
        ] {
            assert_eq!(separator_line(line.as_bytes()), expected, "{line:?}");
        }
    }
}

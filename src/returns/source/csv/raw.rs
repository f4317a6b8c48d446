//! Rows with every cell as it is written, quotes and line ends included, so that what is not changed can be
//! copied byte for byte.

use super::lines::{line_ends, quote_over_lines, unclosed_quote};
use crate::returns::source::form::Delimiter;
use crate::text::Problem;
use memchr::{memchr, memchr2, memchr3};
use std::borrow::Cow;

/// The rows of bytes that begin and end with whole rows.
pub(crate) struct RawRows<'bytes> {
    /// What comes before the first row: a byte-order mark, or nothing.
    pub mark: &'bytes [u8],
    bytes: &'bytes [u8],
    delimiter: Delimiter,
    at: usize,
    line: u32,
    /// The line of the file that comes next.
    next_line: u32,
    /// Whether the last row goes on over the end of a line.
    spans: bool,
}

/// A row.
#[derive(Debug)]
pub(crate) struct RawRow<'bytes> {
    /// The line as a spreadsheet shows it.
    pub line: u32,
    /// The line of the file on which it begins; none in a sheet.
    pub first_line: Option<u32>,
    /// Its cells; one empty cell where the line is empty.
    pub cells: Vec<RawCell<'bytes>>,
    /// The line's end; empty at the end of the file.
    pub end: &'bytes [u8],
}

/// A cell.
#[derive(Debug, Clone)]
pub(crate) struct RawCell<'bytes> {
    /// Its bytes, quotes included.
    pub written: Cow<'bytes, [u8]>,
    /// Its text.
    pub text: Cow<'bytes, [u8]>,
}

impl<'bytes> RawCell<'bytes> {
    /// A cell that is to be written as CSV.
    pub(crate) fn of_text(text: &'bytes [u8]) -> RawCell<'bytes> {
        let plain = memchr3(b',', b'"', b'\n', text).is_none() && memchr(b'\r', text).is_none();
        let written = if plain { Cow::Borrowed(text) } else { Cow::Owned(in_quotes(text)) };
        RawCell { written, text: Cow::Borrowed(text) }
    }

    /// Whether it is in quotes.
    pub(crate) fn in_quotes(&self) -> bool {
        self.written.first() == Some(&b'"')
    }
}

/// A text in quotes, those in it doubled.
fn in_quotes(text: &[u8]) -> Vec<u8> {
    let mut written = vec![b'"'];
    for &byte in text {
        written.extend(std::iter::repeat_n(byte, if byte == b'"' { 2 } else { 1 }));
    }
    written.push(b'"');
    written
}

/// Whether a text holds the end of a line.
pub(crate) fn spans_lines(text: &[u8]) -> bool {
    memchr2(b'\n', b'\r', text).is_some()
}

impl RawRow<'_> {
    /// Whether every cell is empty.
    pub(crate) fn is_blank(&self) -> bool {
        self.cells.iter().all(|cell| cell.text.is_empty())
    }

    /// What is wrong where a cell goes on over the end of a line of text and is none of those that may.
    pub(crate) fn cell_over_lines(&self, may: impl Fn(usize) -> bool) -> Option<Problem> {
        let mut line = self.first_line?;
        for (place, cell) in self.cells.iter().enumerate() {
            let last = line.saturating_add(line_ends(&cell.text));
            if last > line && !may(place) {
                return Some(quote_over_lines(line, last));
            }
            line = last;
        }
        None
    }
}

impl<'bytes> RawRows<'bytes> {
    /// The rows of `bytes`, which follow `mark`; the line before them is `line_before`.
    pub(super) fn new(
        mark: &'bytes [u8],
        bytes: &'bytes [u8],
        delimiter: Delimiter,
        line_before: u32,
    ) -> RawRows<'bytes> {
        let next_line = line_before.saturating_add(1);
        RawRows { mark, bytes, delimiter, at: 0, line: line_before, next_line, spans: false }
    }

    /// A quote that is never closed, once every row has been read.
    pub(crate) fn problem(&self) -> Option<Problem> {
        self.spans.then(|| unclosed_quote(self.bytes, self.delimiter, self.line)).flatten()
    }

    /// The next cell, and whether another of the same row follows.
    fn cell(&mut self) -> (RawCell<'bytes>, bool) {
        let (start, delimiter) = (self.at, self.delimiter.byte());
        let mut said = Vec::new();
        let quoted = self.bytes.get(start) == Some(&b'"');
        if quoted {
            self.at += 1;
            said = self.in_quotes();
        }
        // What follows the quotes is part of the cell, and quotes in it are characters like any other.
        let plain = self.at;
        let rest = &self.bytes[plain..];
        self.at +=
            rest.iter().position(|byte| *byte == delimiter || matches!(byte, b'\r' | b'\n')).unwrap_or(rest.len());
        let plain = &self.bytes[plain..self.at];
        let text = if quoted {
            said.extend(plain);
            Cow::Owned(said)
        } else {
            Cow::Borrowed(plain)
        };
        let cell = RawCell { written: Cow::Borrowed(&self.bytes[start..self.at]), text };
        let more = self.bytes.get(self.at) == Some(&delimiter);
        self.at += usize::from(more);
        (cell, more)
    }

    /// The text up to the closing quote, which is consumed; two quotes together are one.
    fn in_quotes(&mut self) -> Vec<u8> {
        let mut said = Vec::new();
        while let Some(&byte) = self.bytes.get(self.at) {
            self.at += 1;
            if byte == b'"' {
                if self.bytes.get(self.at) != Some(&b'"') {
                    break;
                }
                self.at += 1;
            }
            said.push(byte);
        }
        said
    }
}

impl<'bytes> Iterator for RawRows<'bytes> {
    type Item = RawRow<'bytes>;

    fn next(&mut self) -> Option<RawRow<'bytes>> {
        if self.at >= self.bytes.len() {
            return None;
        }
        let mut cells = Vec::new();
        loop {
            let (cell, more) = self.cell();
            cells.push(cell);
            if !more {
                break;
            }
        }
        let rest = &self.bytes[self.at..];
        let end = match rest {
            [b'\r', b'\n', ..] => 2,
            [] => 0,
            _ => 1,
        };
        self.at += end;
        self.line = self.line.saturating_add(1);
        let inside: u32 = cells.iter().map(|cell| line_ends(&cell.text)).sum();
        self.spans = inside > 0;
        let first_line = self.next_line;
        self.next_line = first_line.saturating_add(inside + 1);
        Some(RawRow { line: self.line, first_line: Some(first_line), cells, end: &rest[..end] })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn cells_say_what_the_csv_crate_reads_and_are_all_the_bytes(
            text in "([a-c0, \"\"\u{e9}]{0,12}(\r\n|\n|\r|\n\n)){0,12}[a,\"]{0,9}"
        ) {
            let mut reader =
                csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(text.as_bytes());
            let expected: Vec<Vec<Vec<u8>>> = reader
                .byte_records()
                .map(|record| record.unwrap().iter().map(<[u8]>::to_vec).collect())
                .collect();
            let (mut found, mut bytes) = (Vec::new(), Vec::<u8>::new());
            for row in RawRows::new(b"", text.as_bytes(), Delimiter::Comma, 0) {
                for (place, cell) in row.cells.iter().enumerate() {
                    bytes.extend(if place > 0 { &b","[..] } else { b"" });
                    bytes.extend(&*cell.written);
                }
                bytes.extend(row.end);
                // The csv crate passes over empty lines.
                if row.cells.len() > 1 || !row.cells[0].written.is_empty() {
                    found.push(row.cells.iter().map(|cell| cell.text.to_vec()).collect::<Vec<_>>());
                }
            }
            prop_assert_eq!(found, expected);
            prop_assert_eq!(bytes, text.as_bytes());
        }
    }
}

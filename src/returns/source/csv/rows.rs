//! The rows of a CSV file, each with the line on which a spreadsheet shows it.

use super::lines::{filled_lines, quote_over_lines, rows_are_lines, unclosed_quote};
use super::quoted::{QuotedLine, QuotedRows};
use super::split::{Line, Splitter};
use crate::returns::source::form::Delimiter;
use crate::returns::source::record::{Bounds, Record};
use crate::text::Problem;
use memchr::{memchr, memchr_iter};

/// Bytes of one stretch where a region is read in several in parallel.
const STRETCH: usize = 1 << 19;

/// Rows of a stretch of CSV that begins at the start of a line.
pub(crate) struct Rows<'bytes> {
    bytes: &'bytes [u8],
    delimiter: Delimiter,
    reader: Reader<'bytes>,
    bounds: Bounds,
    line: u32,
    /// The line of the file before the rows.
    line_before: u32,
    blank: u64,
    /// Empty lines since the last row, which count as blank once another row follows.
    empty: u32,
}

/// How rows are separated.
enum Reader<'bytes> {
    /// Every line is a row.
    Lines {
        splitter: Splitter<'bytes>,
        quoted: Option<Box<QuotedLine>>,
        /// Whether the last line had quotes.
        in_quotes: bool,
    },
    /// A row may go on over the end of a line.
    Spanning(Box<QuotedRows<'bytes>>),
}

impl<'bytes> Rows<'bytes> {
    /// The rows of `bytes`, the line before which is `line_before`.
    pub(crate) fn new(bytes: &'bytes [u8], delimiter: Delimiter, line_before: u32) -> Rows<'bytes> {
        if rows_are_lines(bytes, delimiter) {
            return Rows::lines(bytes, delimiter, line_before);
        }
        let reader = Reader::Spanning(Box::new(QuotedRows::new(bytes, delimiter, line_before)));
        Rows::read_by(reader, bytes, delimiter, line_before)
    }

    fn lines(bytes: &'bytes [u8], delimiter: Delimiter, line_before: u32) -> Rows<'bytes> {
        let splitter = Splitter::new(bytes, delimiter);
        Rows::read_by(Reader::Lines { splitter, quoted: None, in_quotes: false }, bytes, delimiter, line_before)
    }

    fn read_by(reader: Reader<'bytes>, bytes: &'bytes [u8], delimiter: Delimiter, line: u32) -> Rows<'bytes> {
        Rows { bytes, delimiter, reader, bounds: Bounds::default(), line, line_before: line, blank: 0, empty: 0 }
    }

    /// The next row and its line, without lines of nothing but delimiters; `None` at the end.
    #[inline]
    pub(crate) fn next_row(&mut self) -> Option<(u32, Record<'_>)> {
        loop {
            match &mut self.reader {
                Reader::Lines { splitter, quoted, in_quotes } => {
                    let line = splitter.next_line(self.bounds.starts_one_apart())?;
                    self.line = self.line.saturating_add(1);
                    *in_quotes = false;
                    if let Line::Quoted(line) = line {
                        quoted
                            .get_or_insert_with(|| Box::new(QuotedLine::new(self.delimiter)))
                            .read(line, &mut self.bounds);
                        *in_quotes = true;
                    } else if self.bounds.blank() && self.bounds.cells() == 1 {
                        self.empty += 1;
                        continue;
                    }
                }
                Reader::Spanning(rows) => {
                    self.empty = rows.next_row(&mut self.bounds)?;
                    self.line = self.line.saturating_add(self.empty + 1);
                }
            }
            self.blank += u64::from(std::mem::take(&mut self.empty));
            if !self.bounds.blank() {
                break;
            }
            self.blank += 1;
        }
        let text = match &self.reader {
            Reader::Lines { quoted: Some(quoted), in_quotes: true, .. } => quoted.text(),
            Reader::Lines { .. } => self.bytes,
            Reader::Spanning(rows) => rows.text(),
        };
        Some((self.line, Record::new(text, &self.bounds)))
    }

    /// Whether there may be rows with a cell that goes on over the end of a line.
    pub(crate) fn may_span_lines(&self) -> bool {
        matches!(self.reader, Reader::Spanning(_))
    }

    /// A quote that is never closed, once every row has been read.
    pub(crate) fn problem(&self) -> Option<Problem> {
        match &self.reader {
            Reader::Spanning(rows) if rows.spans_lines() => unclosed_quote(self.bytes, self.delimiter, self.line),
            _ => None,
        }
    }

    /// What is wrong where a cell of the last row goes on over the end of a line.
    pub(crate) fn cell_over_lines(&self, cell: usize) -> Option<Problem> {
        let Reader::Spanning(rows) = &self.reader else { return None };
        let (first, last) = rows.lines_of_cell(cell);
        let is_last = self.line_end() == self.bytes.len();
        let unclosed = is_last.then(|| unclosed_quote(self.bytes, self.delimiter, first)).flatten();
        unclosed.or_else(|| Some(quote_over_lines(first, last)))
    }

    /// How many lines of the file have been passed, up to the end of the last row.
    pub(crate) fn lines_passed(&self) -> u64 {
        let last = match &self.reader {
            Reader::Lines { .. } => self.line.saturating_sub(self.empty),
            Reader::Spanning(rows) => rows.last_line(),
        };
        last.saturating_sub(self.line_before).into()
    }

    /// How many lines with anything in them are still to come.
    pub(crate) fn filled_lines(&self) -> u64 {
        filled_lines(&self.bytes[self.line_end()..], self.delimiter)
    }

    /// Whether the last line has no end, as where a file has none at its end.
    pub(crate) fn last_line_has_no_end(&self) -> bool {
        !matches!(self.bytes.last(), None | Some(b'\n' | b'\r'))
    }

    /// How many empty lines, or lines of nothing but delimiters, have been passed.
    pub(crate) fn blank(&self) -> u64 {
        self.blank
    }

    /// About how many rows are still to come, going by the length of the next.
    pub(crate) fn remaining(&self) -> usize {
        let rest = &self.bytes[self.line_end()..];
        let line = memchr(b'\n', rest).map_or(rest.len(), |end| end + 1).max(1);
        rest.len().div_ceil(line) * 9 / 8
    }

    /// Splits the rows still to come into stretches that can be read in parallel; where a line need not
    /// be a row there is just one.
    pub(crate) fn stretches(mut self) -> Vec<Rows<'bytes>> {
        self.line_before = match &self.reader {
            Reader::Lines { .. } => self.line,
            Reader::Spanning(rows) => rows.last_line(),
        };
        let bytes = &self.bytes[self.line_end()..];
        if bytes.len() <= STRETCH || self.may_span_lines() {
            return vec![self];
        }
        let mut stretches = Vec::new();
        let (mut rest, mut line) = (bytes, self.line);
        while !rest.is_empty() {
            let cut = rest.get(STRETCH..).and_then(|after| memchr(b'\n', after));
            let (stretch, after) = rest.split_at(cut.map_or(rest.len(), |cut| STRETCH + cut + 1));
            // The lines passed before the heading are the first stretch's to count.
            let blank = if stretches.is_empty() { self.blank } else { 0 };
            stretches.push(Rows { blank, ..Rows::lines(stretch, self.delimiter, line) });
            line = line.saturating_add(memchr_iter(b'\n', stretch).count() as u32);
            rest = after;
        }
        stretches
    }

    /// Where in the bytes the rows read so far end, the end of the line included.
    fn line_end(&self) -> usize {
        match &self.reader {
            Reader::Lines { splitter, .. } => splitter.position().min(self.bytes.len()),
            Reader::Spanning(rows) => rows.line_end(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn lines(text: &str) -> Vec<(u32, String)> {
        let mut rows = Rows::new(text.as_bytes(), Delimiter::Comma, 0);
        let mut found = Vec::new();
        while let Some((line, record)) = rows.next_row() {
            found.push((line, String::from_utf8_lossy(record.get(0).unwrap()).into_owned()));
        }
        found
    }

    #[test]
    fn lines_are_counted_as_a_spreadsheet_shows_them() {
        let expected = |rows: &[(u32, &str)]| -> Vec<(u32, String)> {
            rows.iter().map(|&(line, text)| (line, text.to_owned())).collect()
        };
        for ending in ["\n", "\r\n", "\r"] {
            let text = ["a,1", "b,2", "", ",", "c,3", "", "", "d,4"].join(ending);
            assert_eq!(lines(&text), expected(&[(1, "a"), (2, "b"), (5, "c"), (8, "d")]), "{ending:?}");
            assert_eq!(lines(&format!("{ending}{text}{ending}"))[0], (2, "a".to_owned()));
        }
    }

    #[test]
    fn a_cell_with_a_line_end_inside_is_one_row() {
        for ending in ["\n", "\r\n"] {
            let text = format!("\"a{ending}{ending}b\",1{ending}c,2{ending}\"\",{ending}d,3{ending}");
            let found: Vec<u32> = lines(&text).into_iter().map(|(line, _)| line).collect();
            assert_eq!(found, [1, 2, 4], "{ending:?}");
        }
    }

    #[test]
    fn a_quote_that_is_never_closed_is_found_on_its_line() {
        for (text, line) in [
            ("a,b\nc,\"d\ne,f\n", Some(2)),
            ("a,b\nc,\"d\"\ne,f\n", None),
            ("a,b\nc,\"d\ne\",f\n", None),
            ("a,b\nc,6\" d\ne,f\n", None),
        ] {
            let mut rows = Rows::new(text.as_bytes(), Delimiter::Comma, 0);
            while rows.next_row().is_some() {}
            assert_eq!(rows.problem().map(|problem| problem.line), line, "{text:?}");
        }
    }

    #[test]
    fn a_quote_closed_on_a_later_line_names_both_and_one_never_closed_its_own() {
        for (text, cell, line, found) in [
            ("a,b\n\nc,\"d\ne\ne\",f\n", 1, 3, "closed only on line 5"),
            ("a,b\r\n\"c\r\nd\",\"e\r\nf\"\r\n", 1, 3, "closed only on line 4"),
            ("\"a\nb\",c\n\"c\nd\",e\nf,g\n", 0, 3, "closed only on line 4"),
            ("\"a\nb\",c\nd,\"e\nf,g\n", 1, 3, "never closed"),
        ] {
            let mut rows = Rows::new(text.as_bytes(), Delimiter::Comma, 0);
            rows.next_row();
            rows.next_row();
            let problem = rows.cell_over_lines(cell).unwrap();
            assert_eq!(problem.line, line, "{text:?}");
            assert!(problem.found.contains(found), "{text:?}: {}", problem.found);
        }
    }

    #[test]
    fn stretches_cover_every_line_once() {
        for ending in ["\n", "\r\n"] {
            let mut text = String::new();
            for row in 0..900_000 {
                text.push_str(&format!("{row},x{ending}"));
            }
            let cut = Rows::new(text.as_bytes(), Delimiter::Comma, 1).stretches();
            assert!(cut.len() > 1);
            let mut next = 0;
            for mut rows in cut {
                while let Some((line, record)) = rows.next_row() {
                    assert_eq!(line, next + 2);
                    assert_eq!(record.get(0), Some(next.to_string().as_bytes()));
                    next += 1;
                }
            }
            assert_eq!(next, 900_000);
        }
    }

    proptest! {
        /// Rows of nothing but commas left out, as no table has them.
        #[test]
        fn cells_are_those_that_the_csv_crate_reads(text in "([a-c0, \"\"\u{e9}]{0,12}(\r\n|\n|\r|\n\n)){0,12}[a,\"]{0,9}") {
            let mut reader =
                csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(text.as_bytes());
            let expected = reader.byte_records().map(|record| record.unwrap().iter().map(<[u8]>::to_vec).collect());
            let filled = |cells: &Vec<Vec<u8>>| cells.iter().any(|cell| !cell.is_empty());
            let expected: Vec<Vec<Vec<u8>>> = expected.filter(filled).collect();
            let mut rows = Rows::new(text.as_bytes(), Delimiter::Comma, 0);
            let mut found = Vec::new();
            while let Some((_, record)) = rows.next_row() {
                found.push(record.iter().map(<[u8]>::to_vec).collect::<Vec<_>>());
            }
            prop_assert_eq!(found, expected);
        }
    }
}

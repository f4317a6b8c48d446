//! Rows with cells in quotes, as the csv crate reads them.

use super::lines::{line_ends, lines_in};
use crate::returns::source::form::Delimiter;
use crate::returns::source::record::Bounds;
use crate::text::empty_lines_after;
use csv::ByteRecord;
use csv_core::ReadRecordResult;
use memchr::memchr2;

/// Single lines, each read by itself: a quote that is never closed ends with its line.
pub(crate) struct QuotedLine {
    reader: csv_core::Reader,
    text: Vec<u8>,
    ends: Vec<usize>,
}

impl QuotedLine {
    /// Nothing read yet.
    pub(crate) fn new(delimiter: Delimiter) -> QuotedLine {
        let reader = csv_core::ReaderBuilder::new().delimiter(delimiter.byte()).build();
        QuotedLine { reader, text: Vec::new(), ends: Vec::new() }
    }

    /// Reads a line, which comes without its end.
    pub(crate) fn read(&mut self, line: &[u8], bounds: &mut Bounds) {
        // Cells are never longer than they are written, the end of the line in a quote never closed among them, with room
        // for a byte left over, without which the reader stops; and there is at most one more cell than bytes.
        let room = line.len() + 2;
        self.text.resize(room.max(self.text.len()), 0);
        self.ends.resize(room.max(self.ends.len()), 0);
        let (mut text, mut cells) = (0, 0);
        for part in [line, b"\n", b""] {
            let (result, _, written, ended) =
                self.reader.read_record(part, &mut self.text[text..], &mut self.ends[cells..]);
            (text, cells) = (text + written, cells + ended);
            if result == ReadRecordResult::Record {
                break;
            }
        }
        self.reader.reset();
        bounds.side_by_side(self.ends[..cells].iter().copied());
    }

    /// The cells of the line, side by side.
    pub(crate) fn text(&self) -> &[u8] {
        &self.text
    }
}

/// Rows that may go on over the end of a line.
pub(crate) struct QuotedRows<'bytes> {
    bytes: &'bytes [u8],
    reader: csv::Reader<&'bytes [u8]>,
    record: ByteRecord,
    end: usize,
    spanned: bool,
    /// The line of the file on which the last row begins, and the one on which it ends.
    lines: (u32, u32),
}

/// Bytes that the csv crate buffers at once.
const BUFFER: usize = 1 << 16;

impl<'bytes> QuotedRows<'bytes> {
    /// The rows of `bytes`, the line before which is `line_before`.
    pub(crate) fn new(bytes: &'bytes [u8], delimiter: Delimiter, line_before: u32) -> QuotedRows<'bytes> {
        let reader = csv::ReaderBuilder::new()
            .delimiter(delimiter.byte())
            .has_headers(false)
            .flexible(true)
            .buffer_capacity(BUFFER.min(bytes.len().max(1)))
            .from_reader(bytes);
        QuotedRows { bytes, reader, record: ByteRecord::new(), end: 0, spanned: false, lines: (0, line_before) }
    }

    /// Reads the next row, and gives how many empty lines are before it; `None` at the end.
    pub(crate) fn next_row(&mut self, bounds: &mut Bounds) -> Option<u32> {
        let (start, line_start) = (self.end, self.line_end());
        // Reading from memory cannot fail, and rows of any length are accepted.
        if !self.reader.read_byte_record(&mut self.record).unwrap_or(false) {
            return None;
        }
        self.end = self.reader.position().byte() as usize;
        self.spanned = memchr2(b'\n', b'\r', self.record.as_slice()).is_some();
        bounds.side_by_side((0..self.record.len()).filter_map(|cell| self.record.range(cell)).map(|range| range.end));
        let empty = empty_lines_after(self.bytes, start);
        let (_, last) = self.lines;
        let lines = lines_in(&self.bytes[line_start..self.line_end()]);
        self.lines = (last.saturating_add(empty + 1), last.saturating_add(lines));
        Some(empty)
    }

    /// The cells of the row, side by side.
    pub(crate) fn text(&self) -> &[u8] {
        self.record.as_slice()
    }

    /// Whether the last row goes on over the end of a line.
    pub(crate) fn spans_lines(&self) -> bool {
        self.spanned
    }

    /// The line of the file on which the last row ends.
    pub(crate) fn last_line(&self) -> u32 {
        self.lines.1
    }

    /// The lines of the file on which a cell of the last row begins and ends.
    pub(crate) fn lines_of_cell(&self, cell: usize) -> (u32, u32) {
        let ends = |cells: &mut dyn Iterator<Item = &[u8]>| cells.map(line_ends).sum::<u32>();
        let first = self.lines.0.saturating_add(ends(&mut self.record.iter().take(cell)));
        (first, first.saturating_add(ends(&mut self.record.iter().skip(cell).take(1))))
    }

    /// Where in the bytes the rows read so far end, the end of the line included.
    pub(crate) fn line_end(&self) -> usize {
        let split_ending =
            self.end > 0 && self.bytes[self.end - 1] == b'\r' && self.bytes.get(self.end) == Some(&b'\n');
        self.end + usize::from(split_ending)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::returns::source::opening::as_text;
    use crate::returns::source::record::Record;

    #[test]
    fn a_quote_never_closed_ends_with_its_line_and_the_next_is_read_by_itself() {
        let (mut line, mut bounds) = (QuotedLine::new(Delimiter::Comma), Bounds::default());
        for (text, cells) in [
            ("a,\"b,c", &["a", "b,c\n"][..]),
            ("\"d\",e", &["d", "e"]),
            ("x\"y,\"z", &["x\"y", "z\n"]),
            ("f,\"\"", &["f", ""]),
            ("\"", &["\n"]),
            ("g,\"h\"", &["g", "h"]),
        ] {
            line.read(text.as_bytes(), &mut bounds);
            assert_eq!(as_text(Record::new(line.text(), &bounds)), cells, "{text}");
        }
    }
}

//! Lines cut at their delimiters, sixty-four bytes at a time.
//!
//! Few cells of a return are in quotes. In a line without them every delimiter ends a cell, and nothing needs
//! to be copied; a line with a quote goes to the csv crate.

use crate::returns::source::form::Delimiter;
use memchr::memchr;

/// Bytes examined together.
const BLOCK: usize = 64;

/// Cuts lines into cells.
#[derive(Debug)]
pub(crate) struct Splitter<'bytes> {
    bytes: &'bytes [u8],
    delimiter: u8,
    /// Where the next line starts.
    start: usize,
    /// Where the current block starts.
    block: usize,
    /// A bit for each byte of the block that is a delimiter, a quote or a line end and has not been passed.
    marks: u64,
}

/// A line.
pub enum Line<'bytes> {
    /// It has no quote, and its cells are known.
    Cells,
    /// It has a quote; the line without its end.
    Quoted(&'bytes [u8]),
}

impl<'bytes> Splitter<'bytes> {
    /// The lines of `bytes`, in which every line is a row and ends with a line feed.
    pub(crate) fn new(bytes: &'bytes [u8], delimiter: Delimiter) -> Splitter<'bytes> {
        let delimiter = delimiter.byte();
        Splitter { bytes, delimiter, start: 0, block: 0, marks: marks_at(bytes, 0, delimiter) }
    }

    /// Where the next line starts.
    pub(crate) fn position(&self) -> usize {
        self.start
    }

    /// The next line. Where it has no quote, the starts of its cells are put into `starts`, and after them
    /// where a further cell would start; an empty line has one empty cell.
    #[inline]
    pub(crate) fn next_line(&mut self, starts: &mut Vec<usize>) -> Option<Line<'bytes>> {
        starts.clear();
        if self.start >= self.bytes.len() {
            return None;
        }
        starts.push(self.start);
        let (mut block, mut marks) = (self.block, self.marks);
        loop {
            while marks == 0 {
                block += BLOCK;
                if block >= self.bytes.len() {
                    // The last line has no end.
                    (self.start, self.marks) = (self.bytes.len(), 0);
                    starts.push(self.start + 1);
                    return Some(Line::Cells);
                }
                marks = marks_at(self.bytes, block, self.delimiter);
            }
            let place = block + marks.trailing_zeros() as usize;
            marks &= marks - 1;
            match self.bytes.get(place) {
                Some(&byte) if byte == self.delimiter => starts.push(place + 1),
                Some(b'\n') => {
                    starts.push(without_return(&self.bytes[self.start..place]).len() + self.start + 1);
                    (self.start, self.block, self.marks) = (place + 1, block, marks);
                    return Some(Line::Cells);
                }
                _ => return Some(Line::Quoted(self.rest_of_line(place))),
            }
        }
    }

    /// Skips the line to which the byte at `place` belongs.
    fn rest_of_line(&mut self, place: usize) -> &'bytes [u8] {
        let end = memchr(b'\n', &self.bytes[place..]).map_or(self.bytes.len(), |end| place + end);
        let line = without_return(&self.bytes[self.start..end]);
        self.start = end + 1;
        self.block = self.start - self.start % BLOCK;
        self.marks = marks_at(self.bytes, self.block, self.delimiter) & (u64::MAX << (self.start % BLOCK));
        line
    }
}

#[inline]
fn without_return(line: &[u8]) -> &[u8] {
    line.strip_suffix(b"\r").unwrap_or(line)
}

/// A bit for each byte of the block at `place` that is a delimiter, a quote or a line end.
#[inline]
fn marks_at(bytes: &[u8], place: usize, delimiter: u8) -> u64 {
    let rest = bytes.get(place..).unwrap_or_default();
    match rest.first_chunk::<BLOCK>() {
        Some(block) => marks(block, delimiter),
        None => {
            let mut block = [0; BLOCK];
            block[..rest.len()].copy_from_slice(rest);
            marks(&block, delimiter)
        }
    }
}

#[inline]
fn marks(block: &[u8; BLOCK], delimiter: u8) -> u64 {
    // Byte by byte without a branch, which compilers turn into comparisons of sixteen bytes at once.
    let found = block.map(|byte| u8::from((byte == delimiter) | (byte == b'"') | (byte == b'\n')));
    let (words, _) = found.as_chunks::<8>();
    words.iter().rev().fold(0, |marks, word| marks << 8 | gathered(u64::from_le_bytes(*word)))
}

/// Eight bytes that are each zero or one as the bits of one byte, the first byte lowest.
#[inline]
fn gathered(bytes: u64) -> u64 {
    bytes.wrapping_mul(0x0102_0408_1020_4080) >> 56
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// The cells of every line.
    fn lines(text: &str) -> Vec<Vec<String>> {
        let mut splitter = Splitter::new(text.as_bytes(), Delimiter::Comma);
        let (mut starts, mut lines) = (Vec::new(), Vec::new());
        while let Some(line) = splitter.next_line(&mut starts) {
            lines.push(match line {
                Line::Cells => starts.windows(2).map(|cell| text[cell[0]..cell[1] - 1].to_owned()).collect(),
                Line::Quoted(line) => vec![String::from_utf8_lossy(line).into_owned()],
            });
        }
        lines
    }

    proptest! {
        #[test]
        fn lines_are_cut_at_their_commas(text in "([a,\u{e9}\u{ac}\u{8a}0\"]{0,9}\r?\n){0,40}[a,\"]{0,70}") {
            let expected = text.strip_suffix('\n').unwrap_or(&text).split('\n').filter(|_| !text.is_empty()).map(|line| {
                let line = line.strip_suffix('\r').unwrap_or(line);
                let cells = if line.contains('"') { vec![line] } else { line.split(',').collect() };
                cells.into_iter().map(str::to_owned).collect()
            });
            prop_assert_eq!(lines(&text), expected.collect::<Vec<Vec<String>>>());
        }
    }
}

//! A file in regions of whole rows, so that a large one is never in memory at once.

use super::lines::rows_are_lines;
use super::raw::RawRows;
use super::rows::Rows;
use crate::returns::source::form::{Delimiter, Encoding};
use crate::returns::source::opening::{Fit, Opening};
use crate::returns::source::unread::Unread;
use crate::text::{Problem, SavedAs, plain_text, saved_as, without_mark};
use memchr::{memchr, memchr_iter, memrchr};
use std::fs::File;
use std::io::{self, Read};

/// Bytes read before rows are parsed, few enough to stay in a processor's cache; a smaller file is one
/// region.
const REGION: usize = 2 << 20;

/// Bytes read at least, so that a heading can be found in them.
const BEGINNING: usize = 1 << 16;

/// Whole rows of a file.
pub(crate) struct Region<'buffer> {
    /// The bytes, line ends included.
    pub bytes: &'buffer [u8],
    /// The line before the first of them.
    line_before: u32,
    /// How the file begins, where this is where it does.
    opening: Option<Opening>,
    delimiter: Delimiter,
}

/// The regions of a file, one after another in the same buffer.
pub(crate) struct Regions<'buffer, R> {
    source: R,
    /// As long as the longest region so far; what follows `filled` is left over.
    buffer: &'buffer mut Vec<u8>,
    size: usize,
    /// Bytes of the buffer that are the file's.
    filled: usize,
    /// Bytes of the buffer that have been given out.
    given: usize,
    line: u32,
    /// How the file begins.
    opening: Opening,
    begun: bool,
    /// Whether all of the file has been read.
    ended: bool,
}

/// The bytes of a file.
pub(crate) enum Bytes<'bytes> {
    /// On disk.
    File(File),
    /// In memory.
    Memory(&'bytes [u8]),
}

impl Read for Bytes<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        match self {
            Bytes::File(file) => file.read(buffer),
            Bytes::Memory(bytes) => bytes.read(buffer),
        }
    }
}

impl<'buffer> Region<'buffer> {
    /// The rows from the heading on.
    ///
    /// # Errors
    /// Where the bytes are not text in UTF-8.
    pub(crate) fn rows(&self) -> Result<Rows<'buffer>, Unread> {
        let text = self.text()?;
        let (above, line_before) =
            self.opening.map_or((0, self.line_before), |opening| (opening.above, opening.line - 1));
        Ok(Rows::new(&text[above..], self.delimiter, line_before))
    }

    /// The rows, titles among them, with every cell as it is written.
    ///
    /// # Errors
    /// Where the bytes are not text in UTF-8.
    pub(crate) fn raw_rows(&self) -> Result<RawRows<'buffer>, Unread> {
        let text = self.text()?;
        let mark = &self.bytes[..self.bytes.len() - text.len()];
        Ok(RawRows::new(mark, text, self.delimiter, self.line_before))
    }

    /// What separates the cells.
    pub(crate) fn delimiter(&self) -> Delimiter {
        self.delimiter
    }

    /// The bytes without the byte-order mark.
    fn text(&self) -> Result<&'buffer [u8], Unread> {
        let text = if self.opening.is_some() { without_mark(self.bytes) } else { self.bytes };
        if std::str::from_utf8(text).is_err() && memchr(0, text).is_none() {
            return Err(Unread::Written(Encoding::Windows1252));
        }
        plain_text(text, self.line_before)?;
        Ok(text)
    }
}

impl<'buffer, R: Read> Regions<'buffer, R> {
    /// The regions of a file of about so many bytes, which begins with the line that `fit` says is a heading.
    ///
    /// # Errors
    /// Where it cannot be read, is not text in UTF-8, or has no heading.
    pub(crate) fn begin(
        source: R,
        bytes: u64,
        buffer: &'buffer mut Vec<u8>,
        fit: &mut impl FnMut(&[String]) -> Fit,
    ) -> Result<Regions<'buffer, R>, Unread> {
        // One byte more than the file shows at once that nothing follows.
        let size = usize::try_from(bytes).map_or(REGION, |bytes| bytes.saturating_add(1).clamp(BEGINNING, REGION));
        let mut regions = Regions::new(source, buffer, size);
        regions.read_ahead()?;
        regions.opening = opening(&regions.buffer[..regions.filled], fit)?;
        Ok(regions)
    }

    fn new(source: R, buffer: &'buffer mut Vec<u8>, size: usize) -> Regions<'buffer, R> {
        let opening = Opening { line: 1, ..Opening::default() };
        Regions { source, buffer, size, filled: 0, given: 0, line: 0, opening, begun: false, ended: false }
    }

    /// How the file begins.
    pub(crate) fn opening(&self) -> Opening {
        self.opening
    }

    /// The next region.
    ///
    /// # Errors
    /// Where the file cannot be read.
    pub(crate) fn next_region(&mut self) -> io::Result<Option<Region<'_>>> {
        let first = !std::mem::replace(&mut self.begun, true);
        if !first {
            if self.ended && self.given == self.filled {
                return Ok(None);
            }
            self.line = self.line.saturating_add(memchr_iter(b'\n', &self.buffer[..self.given]).count() as u32);
            self.buffer.copy_within(self.given..self.filled, 0);
            self.filled -= self.given;
            self.read_ahead()?;
        }
        self.given = self.whole_rows()?;
        Ok(Some(Region {
            bytes: &self.buffer[..self.given],
            line_before: self.line,
            opening: first.then_some(self.opening),
            delimiter: self.opening.delimiter,
        }))
    }

    /// Reads on, as far as the buffer goes.
    fn read_ahead(&mut self) -> io::Result<()> {
        if self.buffer.len() < self.size {
            self.buffer.resize(self.size, 0);
        }
        while self.filled < self.size && !self.ended {
            match self.source.read(&mut self.buffer[self.filled..self.size]) {
                Ok(0) => self.ended = true,
                Ok(read) => self.filled += read,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(error) => return Err(error),
            }
        }
        Ok(())
    }

    /// The end of the last whole row in the buffer.
    fn whole_rows(&mut self) -> io::Result<usize> {
        if self.ended {
            return Ok(self.filled);
        }
        match memrchr(b'\n', &self.buffer[..self.filled]) {
            Some(end) if rows_are_lines(&self.buffer[..=end], self.opening.delimiter) => Ok(end + 1),
            // Where a line need not be a row, the rest of the file is one region.
            _ => {
                self.buffer.truncate(self.filled);
                self.source.read_to_end(self.buffer)?;
                self.filled = self.buffer.len();
                self.ended = true;
                Ok(self.filled)
            }
        }
    }
}

/// How a file begins whose first bytes these are.
fn opening(bytes: &[u8], fit: &mut impl FnMut(&[String]) -> Fit) -> Result<Opening, Unread> {
    match saved_as(bytes) {
        SavedAs::Text => {}
        SavedAs::Utf16 => return Err(Unread::Written(Encoding::Utf16)),
        SavedAs::Other(problem) => return Err(Unread::Unusable(problem)),
    }
    let text = without_mark(bytes);
    if text.trim_ascii().is_empty() {
        let remedy = "extract the table again; a table without rows still has its heading";
        return Err(Problem::at_top("is empty", remedy).into());
    }
    match Opening::of_text(text, fit) {
        None => Err(Problem::at_top("has no heading", "put the column names above the rows").into()),
        Some(opening) => {
            let line = &text[opening.above..];
            let line = &line[..memchr(b'\n', line).unwrap_or(line.len())];
            let other = |delimiter: Delimiter| memchr(delimiter.byte(), line).is_some();
            if memchr(b'|', line).is_some() && !Delimiter::ALL.into_iter().any(other) {
                let remedy = "save it with commas: 'CSV UTF-8 (comma delimited)'";
                return Err(Problem {
                    line: opening.line,
                    found: "has bars between its columns".into(),
                    remedy: remedy.into(),
                }
                .into());
            }
            Ok(opening)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The regions of a text, read so many bytes at a time, each with the line before it.
    fn regions(text: &str, size: usize) -> Vec<(String, u32)> {
        let mut buffer = Vec::new();
        let mut regions = Regions::new(text.as_bytes(), &mut buffer, size);
        let mut found = Vec::new();
        while let Some(region) = regions.next_region().unwrap() {
            found.push((String::from_utf8(region.bytes.to_vec()).unwrap(), region.line_before));
        }
        found
    }

    #[test]
    fn a_small_file_is_one_region() {
        assert_eq!(regions("a,b\n1,2", 100), [("a,b\n1,2".to_owned(), 0)]);
        assert_eq!(regions("", 100), [(String::new(), 0)]);
    }

    #[test]
    fn regions_are_whole_rows_and_cover_every_byte_once() {
        for ending in ["\n", "\r\n"] {
            let text: String = (0..500).map(|row| format!("{row},\"x, y\"{ending}")).collect();
            for size in [20, 37, 64, 1000, 1_000_000] {
                let found = regions(&text, size);
                assert_eq!(found.iter().map(|(region, _)| region.as_str()).collect::<String>(), text, "{size}");
                let mut line = 0;
                for (region, line_before) in found {
                    assert_eq!(line_before, line);
                    assert!(region.is_empty() || region.ends_with('\n'));
                    line += region.lines().count() as u32;
                }
            }
        }
    }

    #[test]
    fn a_row_with_a_line_end_inside_is_never_cut() {
        let text = "a,b\n1,2\n\"x\ny\",3\n4,5\n";
        for size in 1..text.len() {
            for (region, _) in regions(text, size) {
                assert_eq!(region.matches('"').count() % 2, 0, "{size}: {region:?}");
            }
        }
    }
}

//! A file in regions of whole rows, so that a large one is never in memory at once.

use super::lines::rows_are_lines;
use super::raw::RawRows;
use super::rows::Rows;
use crate::text::{Problem, csv_text, plain_text};
use memchr::{memchr_iter, memrchr};
use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

/// Bytes read before rows are parsed, few enough to stay in a processor's cache; a smaller file is one
/// region.
const REGION: usize = 2 << 20;

/// Whole rows of a file.
pub(crate) struct Region<'buffer> {
    /// The bytes, line ends included.
    pub bytes: &'buffer [u8],
    /// The line before the first of them.
    pub line_before: u32,
    /// Whether the file begins with them.
    pub first: bool,
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
    begun: bool,
    ended: bool,
}

impl<'buffer> Region<'buffer> {
    /// The rows.
    ///
    /// # Errors
    /// Where the bytes are not CSV in UTF-8.
    pub(crate) fn rows(&self) -> Result<Rows<'buffer>, Problem> {
        Ok(Rows::new(self.text()?, self.line_before))
    }

    /// The rows with every cell as it is written.
    ///
    /// # Errors
    /// Where the bytes are not CSV in UTF-8.
    pub(crate) fn raw_rows(&self) -> Result<RawRows<'buffer>, Problem> {
        let text = self.text()?;
        let mark = &self.bytes[..self.bytes.len() - text.len()];
        Ok(RawRows::new(mark, text, self.line_before))
    }

    /// The bytes without the byte-order mark.
    fn text(&self) -> Result<&'buffer [u8], Problem> {
        if self.first { csv_text(self.bytes) } else { plain_text(self.bytes, self.line_before).map(|()| self.bytes) }
    }
}

impl<'buffer> Regions<'buffer, File> {
    /// Opens a file of about so many bytes.
    ///
    /// # Errors
    /// Where it cannot be opened.
    pub(crate) fn open(path: &Path, bytes: u64, buffer: &'buffer mut Vec<u8>) -> io::Result<Regions<'buffer, File>> {
        // One byte more than the file shows at once that nothing follows.
        let size = usize::try_from(bytes).map_or(REGION, |bytes| REGION.min(bytes + 1));
        Ok(Regions::new(File::open(path)?, buffer, size))
    }
}

impl<'buffer, R: Read> Regions<'buffer, R> {
    fn new(source: R, buffer: &'buffer mut Vec<u8>, size: usize) -> Regions<'buffer, R> {
        Regions { source, buffer, size, filled: 0, given: 0, line: 0, begun: false, ended: false }
    }

    /// The next region; the first may be empty, as a file may.
    ///
    /// # Errors
    /// Where the file cannot be read.
    pub(crate) fn next_region(&mut self) -> io::Result<Option<Region<'_>>> {
        if self.ended {
            return Ok(None);
        }
        self.line = self.line.saturating_add(memchr_iter(b'\n', &self.buffer[..self.given]).count() as u32);
        self.buffer.copy_within(self.given..self.filled, 0);
        self.filled -= self.given;
        self.given = self.fill()?;
        let first = !std::mem::replace(&mut self.begun, true);
        Ok(Some(Region { bytes: &self.buffer[..self.given], line_before: self.line, first }))
    }

    /// Reads on, and gives the end of the last whole row in the buffer.
    fn fill(&mut self) -> io::Result<usize> {
        if self.buffer.len() < self.size {
            self.buffer.resize(self.size, 0);
        }
        while self.filled < self.size {
            match self.source.read(&mut self.buffer[self.filled..self.size]) {
                Ok(0) => {
                    self.ended = true;
                    return Ok(self.filled);
                }
                Ok(read) => self.filled += read,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(error) => return Err(error),
            }
        }
        match memrchr(b'\n', &self.buffer[..self.filled]) {
            Some(end) if rows_are_lines(&self.buffer[..=end]) => Ok(end + 1),
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

//! The rows of a table that is not lines of text: of a sheet of a workbook, or of a group of the return's XML.

use super::opening::{Best, Fit, MOST_TITLES, Opening, as_text};
use super::record::{Bounds, Record};
use crate::text::{Problem, trim};

/// Rows worth reading in parallel.
const STRETCH: usize = 1 << 13;

/// Bytes of all the cells of a sheet, so that a place in them is a small number.
const MOST_BYTES: usize = 1 << 30;

/// Cells of a row: no table of a return has so many columns.
pub(crate) const MOST_COLUMNS: usize = 512;

/// The line of a heading that is in no line of the file.
const HEADING_OF_ITS_OWN: u32 = 1;

/// The rows of a sheet, in order of line, each as long as its last filled cell.
#[derive(Debug, Default)]
pub(crate) struct SheetRows {
    /// The cells, one after another.
    text: Vec<u8>,
    /// Where each cell ends.
    ends: Vec<u32>,
    rows: Vec<RowStart>,
}

/// A sheet whose heading has been found.
#[derive(Debug, Clone, Copy)]
pub(crate) struct OpenSheet<'sheet> {
    rows: &'sheet SheetRows,
    /// How it begins; what is above the heading is rows.
    pub opening: Opening,
    /// How many cells the heading has.
    width: usize,
}

/// Where a row begins.
#[derive(Debug, Clone, Copy)]
struct RowStart {
    line: u32,
    /// Its first cell.
    cell: u32,
    /// Its first byte.
    byte: u32,
}

impl SheetRows {
    /// Begins a row on a line.
    pub(crate) fn begin_row(&mut self, line: u32) {
        self.rows.push(RowStart { line, cell: self.ends.len() as u32, byte: self.text.len() as u32 });
    }

    /// Whether there are none.
    pub(crate) fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// The line of the last row; 0 where there is none.
    pub(crate) fn last_line(&self) -> u32 {
        self.rows.last().map_or(0, |row| row.line)
    }

    /// How many cells the last row has so far.
    pub(crate) fn cells_so_far(&self) -> usize {
        self.rows.last().map_or(0, |row| self.ends.len() - row.cell as usize)
    }

    /// Adds a cell at the end of the last row.
    ///
    /// # Errors
    /// Where the sheet is larger than any return.
    pub(crate) fn push(&mut self, cell: &[u8]) -> Result<(), Problem> {
        if self.text.len() + cell.len() > MOST_BYTES || self.ends.len() >= MOST_BYTES {
            let found = format!("holds more than {} MB of cells", MOST_BYTES >> 20);
            return Err(Problem { line: self.last_line(), found, remedy: "split it by year or authority".into() });
        }
        self.text.extend(cell);
        self.ends.push(self.text.len() as u32);
        Ok(())
    }

    /// Numbers the rows in order, from 1 on.
    pub(crate) fn number_in_order(&mut self) {
        for (line, row) in (1..).zip(&mut self.rows) {
            row.line = line;
        }
    }

    /// The same rows below a heading.
    ///
    /// # Errors
    /// Where they are more than any return holds.
    pub(crate) fn under(self, heading: &[String]) -> Result<SheetRows, Problem> {
        let mut whole = SheetRows::default();
        whole.begin_row(HEADING_OF_ITS_OWN);
        for cell in heading {
            whole.push(cell.as_bytes())?;
        }
        let (cells, bytes) = (whole.ends.len() as u32, whole.text.len() as u32);
        whole.text.extend(self.text);
        whole.ends.extend(self.ends.iter().map(|end| end + bytes));
        let moved = |row: &RowStart| RowStart { line: row.line, cell: row.cell + cells, byte: row.byte + bytes };
        whole.rows.extend(self.rows.iter().map(moved));
        Ok(whole)
    }

    /// Whether a line has one row at most.
    pub(crate) fn lines_are_rows(&self) -> bool {
        self.rows.windows(2).all(|rows| rows[0].line < rows[1].line)
    }

    /// The sheet with its heading, which `fit` knows.
    ///
    /// # Errors
    /// Where there is no row at all.
    pub(crate) fn open(&self, fit: &mut impl FnMut(&[String]) -> Fit) -> Result<OpenSheet<'_>, Problem> {
        let mut best = Best::default();
        let mut titles = 0;
        let mut records = SheetRecords::new(self, 0, 0);
        while let Some((line, record)) = records.next_row() {
            let cells = as_text(record);
            let opening = Opening { line, titles, above: records.next - 1, ..Opening::default() };
            if best.offer(fit(&cells), (opening, cells.len())) || titles > MOST_TITLES {
                break;
            }
            titles += 1;
        }
        let found = best.found();
        let (opening, width) =
            found.ok_or_else(|| Problem::at_top("is empty", "put the column names above the rows"))?;
        Ok(OpenSheet { rows: self, opening, width })
    }
}

impl<'sheet> OpenSheet<'sheet> {
    /// The rows from the heading on.
    pub(crate) fn records(self) -> SheetRecords<'sheet> {
        SheetRecords::new(self.rows, self.opening.above, self.width)
    }
}

/// Rows of a sheet that are still to come.
pub(crate) struct SheetRecords<'sheet> {
    sheet: &'sheet SheetRows,
    /// How many cells a row has at least.
    width: usize,
    next: usize,
    until: usize,
    /// The first of the rows that are counted.
    begun: usize,
    bounds: Bounds,
    blank: u64,
}

impl<'sheet> SheetRecords<'sheet> {
    fn new(sheet: &'sheet SheetRows, next: usize, width: usize) -> SheetRecords<'sheet> {
        SheetRecords { sheet, width, next, until: sheet.rows.len(), begun: next, bounds: Bounds::default(), blank: 0 }
    }

    /// The next row that is not blank, and its line; a row is at least as long as the heading.
    #[inline]
    pub(crate) fn next_row(&mut self) -> Option<(u32, Record<'_>)> {
        while self.next < self.until {
            let SheetRows { text, ends, rows } = self.sheet;
            let row = rows[self.next];
            let after = rows.get(self.next + 1).map_or(ends.len(), |after| after.cell as usize);
            self.next += 1;
            let ends = &ends[row.cell as usize..after];
            let last = ends.last().copied().unwrap_or(row.byte);
            let text = &text[row.byte as usize..last as usize];
            if text.iter().all(u8::is_ascii_whitespace) && trim(text).is_empty() {
                self.blank += 1;
                continue;
            }
            let padding = self.width.saturating_sub(ends.len());
            let ends = ends.iter().copied().chain(std::iter::repeat_n(last, padding));
            self.bounds.side_by_side(ends.map(|end| (end - row.byte) as usize));
            return Some((row.line, Record::new(text, &self.bounds)));
        }
        None
    }

    /// How many rows are still to come.
    pub(crate) fn remaining(&self) -> usize {
        self.until - self.next
    }

    /// How many rows have been passed, blank ones among them.
    pub(crate) fn lines_passed(&self) -> u64 {
        (self.next - self.begun) as u64
    }

    /// How many blank rows have been passed.
    pub(crate) fn blank(&self) -> u64 {
        self.blank
    }

    /// Splits the rows still to come into stretches that can be read in parallel.
    pub(crate) fn stretches(mut self) -> Vec<SheetRecords<'sheet>> {
        self.begun = self.next;
        if self.remaining() <= STRETCH {
            return vec![self];
        }
        let SheetRecords { sheet, width, next, until, blank, .. } = self;
        let starts: Vec<usize> = (next..until).step_by(STRETCH).collect();
        let stretch = |from: usize| SheetRecords {
            sheet,
            width,
            next: from,
            until: until.min(from + STRETCH),
            begun: from,
            bounds: Bounds::default(),
            // Those passed before are the first stretch's to count.
            blank: if from == next { blank } else { 0 },
        };
        starts.into_iter().map(stretch).collect()
    }
}

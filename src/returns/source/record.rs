//! One row of a file: borrowed cells, nothing copied.

/// The cells of one row.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Record<'row> {
    text: &'row [u8],
    bounds: &'row Bounds,
}

/// Where the cells of a row are in a text.
#[derive(Debug, Default)]
pub(crate) struct Bounds {
    /// Where each cell starts, and after the last where a further one would.
    starts: Vec<usize>,
    /// Bytes between a cell's end and the next one's start.
    gap: usize,
}

impl Bounds {
    /// For cells with one byte between them: the list of where each starts, to be filled, and after the
    /// last where a further one would.
    #[inline]
    pub(crate) fn starts_one_apart(&mut self) -> &mut Vec<usize> {
        self.gap = 1;
        &mut self.starts
    }

    /// How many cells there are.
    #[inline]
    pub(crate) fn cells(&self) -> usize {
        self.starts.len().saturating_sub(1)
    }

    /// Whether every cell is empty.
    #[inline]
    pub(crate) fn blank(&self) -> bool {
        match self.starts[..] {
            [first, .., after] => after - first == self.cells() * self.gap,
            _ => true,
        }
    }

    /// Takes the ends of cells that follow one another directly.
    pub(crate) fn side_by_side(&mut self, ends: impl Iterator<Item = usize>) {
        self.gap = 0;
        self.starts.clear();
        self.starts.push(0);
        self.starts.extend(ends);
    }
}

impl<'row> Record<'row> {
    /// The row whose cells are in `text` at `bounds`.
    #[inline]
    pub(crate) fn new(text: &'row [u8], bounds: &'row Bounds) -> Record<'row> {
        Record { text, bounds }
    }

    /// How many cells there are.
    #[inline]
    pub(crate) fn len(&self) -> usize {
        self.bounds.cells()
    }

    /// The cell at a place, if the row is that long.
    #[inline]
    pub(crate) fn get(&self, place: usize) -> Option<&'row [u8]> {
        match self.bounds.starts.get(place..)? {
            [start, next, ..] => self.text.get(*start..next - self.bounds.gap),
            _ => None,
        }
    }

    /// The cells in order.
    pub(crate) fn iter(&self) -> impl Iterator<Item = &'row [u8]> {
        (0..self.len()).filter_map(|place| self.get(place))
    }
}

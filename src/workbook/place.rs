//! The columns with which every table of figures begins: the place and the indicator.

use super::cell::Cell;
use super::sheet::Column;
use crate::pack::{OfIndicator, Pack, Packs};

/// The columns of a place.
pub(crate) fn columns() -> Vec<Column> {
    vec![Column::words("Area", 27), Column::words("Code", 12), Column::words("Geographic level", 18)]
}

/// The cells of a place.
pub(crate) fn cells(pack: &Pack) -> Vec<Cell> {
    [&pack.place.name, &pack.place.code, pack.level.name()].map(Cell::words).to_vec()
}

/// The cells of what a figure is of: the place, or a part of it.
fn of_figure(pack: &Pack, of: &OfIndicator) -> Vec<Cell> {
    match &of.part {
        Some(part) => [&part.name, &pack.place.code, part.level.name()].map(Cell::words).to_vec(),
        None => cells(pack),
    }
}

/// The columns of a place and an indicator, followed by others.
pub(crate) fn and_indicator(others: impl IntoIterator<Item = Column>) -> Vec<Column> {
    let mut columns = columns();
    columns.extend([Column::words("Indicator", 11), Column::words("Title", 30)]);
    columns.extend(others);
    columns
}

/// Whether a place has a pack.
pub(crate) fn has_pack(packs: &Packs, code: &str) -> bool {
    packs.all().any(|pack| pack.place.code == code)
}

/// A row for each area and indicator, with the cells of both followed by others.
pub(crate) fn rows<const OTHERS: usize>(
    packs: &Packs,
    others: impl Fn(&Pack, &OfIndicator) -> [Cell; OTHERS],
) -> Vec<Vec<Cell>> {
    each_row(packs, |pack, of| vec![others(pack, of).to_vec()])
}

/// As many rows for each area and indicator as there are lists of other cells.
pub(crate) fn each_row(packs: &Packs, others: impl Fn(&Pack, &OfIndicator) -> Vec<Vec<Cell>>) -> Vec<Vec<Cell>> {
    let mut rows = Vec::new();
    for pack in packs.all() {
        for of in &pack.indicators {
            for others in others(pack, of) {
                let mut row = of_figure(pack, of);
                row.extend([Cell::words(of.indicator.name()), Cell::words(&of.indicator.title)]);
                row.extend(others);
                rows.push(row);
            }
        }
    }
    rows
}

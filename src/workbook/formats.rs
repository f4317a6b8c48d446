//! How cells look: Arial 12, black on white, and no meaning in colour alone.

use super::cell::{self, Cell};
use super::line::Kind;
use super::sheet::Column;
use rust_xlsxwriter::{Color, Format, FormatAlign, FormatUnderline};
use std::collections::BTreeMap;

/// The font of everything.
pub(crate) const FONT: &str = "Arial";
/// The size of text, in points.
pub(crate) const TEXT_SIZE: u16 = 12;
/// The size of a title, in points.
pub(crate) const TITLE_SIZE: u16 = 16;
/// The size of what begins a part of the cover, in points.
pub(crate) const PART_SIZE: u16 = 14;
/// The width of a default column, by which Excel knows how wide a digit of Arial 12 is.
pub(crate) const DEFAULT_COLUMN_PIXELS: u32 = 80;
/// The height of a line of Arial 12, in pixels.
pub(crate) const DEFAULT_ROW_PIXELS: u32 = 20;
/// The width of a digit of Arial 12, and of the room beside those of a column, in pixels.
const DIGIT_PIXELS: u32 = 9;
const BESIDE_PIXELS: u32 = 5;
/// The Analysis Function's dark blue: 10 to 1 on white.
pub(crate) const DARK_BLUE: u32 = 0x12_436D;

/// The width of a column of so many digits.
pub(crate) fn column_pixels(digits: u16) -> u32 {
    u32::from(digits) * DIGIT_PIXELS + BESIDE_PIXELS
}

/// Text.
pub(crate) fn text() -> Format {
    Format::new()
        .set_font_name(FONT)
        .set_font_size(TEXT_SIZE)
        .set_font_color(Color::Automatic)
        .set_align(FormatAlign::Top)
}

/// A line of text outside a table.
pub(crate) fn of_line(kind: Kind) -> Format {
    match kind {
        Kind::Title => text().set_bold().set_font_size(TITLE_SIZE),
        Kind::Part => text().set_bold().set_font_size(PART_SIZE).set_align(FormatAlign::Bottom),
        Kind::Strong => text().set_bold(),
        // What has the workbook's own format would take that of the column below it.
        Kind::Text => text().set_align(FormatAlign::Left),
        Kind::LinkTo(_) => link(),
    }
}

/// A link.
fn link() -> Format {
    text().set_font_color(Color::RGB(DARK_BLUE)).set_underline(FormatUnderline::Single)
}

/// The heading of a column.
pub(crate) fn heading(column: &Column) -> Format {
    aligned(text().set_bold(), column).set_text_wrap().set_align(FormatAlign::Bottom)
}

/// How a cell of a table looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Look {
    Words,
    Link,
    Count,
    Tenths,
    Year,
    /// With so many decimals.
    Decimals(u8),
}

impl Look {
    fn of(cell: &Cell) -> Look {
        match cell {
            Cell::Words(_) | Cell::Symbol(_) => Look::Words,
            Cell::Worksheet(_) => Look::Link,
            Cell::Count(_) => Look::Count,
            Cell::Tenths(_) | Cell::WithLine(..) => Look::Tenths,
            Cell::Year(_) => Look::Year,
            Cell::Formula(_, kind, _) => match kind {
                cell::Kind::Words(_) | cell::Kind::General => Look::Words,
                cell::Kind::Count => Look::Count,
                cell::Kind::Tenths => Look::Tenths,
            },
            // A number with decimals of its own shows just those.
            Cell::Decimal(number) => match number.decimals() {
                0 => Look::Count,
                decimals => Look::Decimals(decimals),
            },
        }
    }

    fn format(self, column: &Column) -> Format {
        let words = aligned(text(), column).set_text_wrap();
        match self {
            Look::Words => words,
            Look::Link => link().set_text_wrap().set_indent(1),
            Look::Count => words.set_num_format("#,##0"),
            Look::Tenths => words.set_num_format("0.0"),
            Look::Year => words.set_num_format("0"),
            Look::Decimals(decimals) => words.set_num_format(format!("0.{}", "0".repeat(decimals.into()))),
        }
    }
}

/// The formats of a column's cells, each made once, because a table has many cells. That of most of them is the column's own:
/// a cell written without one takes it, and it is not looked up again for each.
pub(crate) struct OfColumn {
    usual: Look,
    formats: BTreeMap<Look, Format>,
}

impl OfColumn {
    /// Those of a column with these cells.
    pub fn of<'cells>(column: &Column, cells: impl Iterator<Item = &'cells Cell>) -> OfColumn {
        let mut looks = BTreeMap::<Look, usize>::from([(Look::Words, 0)]);
        cells.for_each(|cell| *looks.entry(Look::of(cell)).or_default() += 1);
        let usual = looks.iter().max_by_key(|(_, cells)| **cells).map_or(Look::Words, |(look, _)| *look);
        OfColumn { usual, formats: looks.into_keys().map(|look| (look, look.format(column))).collect() }
    }

    /// The column's own format.
    pub(crate) fn own(&self) -> Option<&Format> {
        self.formats.get(&self.usual)
    }

    /// That of a cell.
    pub(crate) fn of_cell(&self, cell: &Cell) -> Option<&Format> {
        self.formats.get(&Look::of(cell))
    }

    /// That of a cell, where it is not the column's own.
    pub(crate) fn unlike_the_column(&self, cell: &Cell) -> Option<&Format> {
        let look = Look::of(cell);
        self.formats.get(&look).filter(|_| look != self.usual)
    }
}

/// Numbers are right-aligned; words are left-aligned, with an indent from the numbers of the column before.
fn aligned(format: Format, column: &Column) -> Format {
    if column.is_of_numbers {
        format.set_align(FormatAlign::Right)
    } else {
        format.set_align(FormatAlign::Left).set_indent(1)
    }
}

//! How cells look: Arial 12, black on white, and no meaning in colour alone.

use super::cell::{self, Cell};
use super::line::Kind;
use super::sheet::Column;
use rust_xlsxwriter::{Color, Format, FormatAlign, FormatUnderline};

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
        Kind::Text => text(),
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

/// The formats of a column's cells, made once, because a table has many cells.
pub(crate) struct OfColumn {
    words: Format,
    link: Format,
    count: Format,
    tenths: Format,
    year: Format,
}

impl OfColumn {
    /// Those of a column.
    pub fn of(column: &Column) -> OfColumn {
        let words = aligned(text(), column).set_text_wrap();
        OfColumn {
            link: link().set_text_wrap().set_indent(1),
            count: words.clone().set_num_format("#,##0"),
            tenths: words.clone().set_num_format("0.0"),
            year: words.clone().set_num_format("0"),
            words,
        }
    }

    /// That of a cell; a number with decimals of its own shows just those.
    pub(crate) fn of_cell(&self, cell: &Cell) -> Format {
        match cell {
            Cell::Words(_) | Cell::Symbol(_) => self.words.clone(),
            Cell::Worksheet(_) => self.link.clone(),
            Cell::Count(_) => self.count.clone(),
            Cell::Tenths(_) | Cell::WithLine(..) => self.tenths.clone(),
            Cell::Year(_) => self.year.clone(),
            Cell::Formula(_, kind, _) => match kind {
                cell::Kind::Words(_) | cell::Kind::General => self.words.clone(),
                cell::Kind::Count => self.count.clone(),
                cell::Kind::Tenths => self.tenths.clone(),
            },
            Cell::Decimal(number) => match number.decimals() {
                0 => self.count.clone(),
                decimals => self.words.clone().set_num_format(format!("0.{}", "0".repeat(decimals.into()))),
            },
        }
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

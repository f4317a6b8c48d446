//! How a table is printed: across as many landscape pages of A4 as its letters need to be read.

use super::sheet::Table;

/// How many digits of Arial 12 can be read across a landscape page of A4: they are printed at 6 points then, as footnotes are.
const ONE_PAGE: u32 = 235;
/// How many are printed at 8 points.
const AT_EIGHT_POINTS: u32 = 176;
/// The most pages that a table is spread over.
pub(crate) const MOST_PAGES: u16 = 3;

/// The pages of a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Paper {
    /// How many it is spread over, from left to right.
    pub pages: u16,
    /// How many columns are on each of several: those that say what a row is of.
    pub on_each: u16,
}

impl Paper {
    /// Those of a table.
    pub(crate) fn of(table: &Table) -> Paper {
        let printed = table.columns.iter().filter(|column| column.is_printed);
        let wide: u32 = printed.map(|column| u32::from(column.width)).sum();
        if wide <= ONE_PAGE {
            return Paper { pages: 1, on_each: 0 };
        }
        // On one page letters would be too small to be read.
        let title = table.columns.iter().position(|column| column.heading == "Title");
        let on_each = title.map_or(0, |last| last + 1);
        let repeated: u32 = table.columns[..on_each].iter().map(|column| u32::from(column.width)).sum();
        let pages = wide.saturating_sub(repeated).div_ceil(AT_EIGHT_POINTS.saturating_sub(repeated).max(1));
        Paper {
            pages: u16::try_from(pages).unwrap_or(MOST_PAGES).clamp(2, MOST_PAGES),
            on_each: u16::try_from(on_each).unwrap_or(0),
        }
    }
}

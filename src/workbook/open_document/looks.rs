//! How worksheets look: which style is whose, and the styles that only some workbooks need.

use super::super::cell::Cell;
use super::super::formats::{DEFAULT_ROW_PIXELS, column_pixels};
use super::super::line::Kind;
use super::super::paper::MOST_PAGES;
use super::super::sheet::Column;
use quick_xml::Writer;
use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, Write};

/// The pages of the cover.
pub(super) const PORTRAIT: &str = "Portrait";
/// A link in a table.
const LINK_IN_TABLE: &str = "Hyperlink_20_in_20_table";

/// The pages of a table that is spread over so many from left to right.
pub(super) fn landscape(pages: u16) -> String {
    format!("Landscape_20_{pages}")
}

/// A worksheet that is printed on such pages.
pub(super) fn of_table(pages: &str) -> String {
    format!("on-{pages}")
}

/// A line that reaches across the columns.
pub(super) fn of_line(kind: Kind) -> &'static str {
    match kind {
        Kind::Title => "Heading_20_1",
        Kind::Part => "Heading_20_2",
        Kind::Strong => "Strong",
        Kind::Text => "Default",
        Kind::LinkTo(_) => "Hyperlink",
    }
}

/// A line that is wrapped.
pub(super) fn of_wrapped_line(kind: Kind) -> String {
    wrapped(of_line(kind))
}

fn wrapped(style: &str) -> String {
    format!("wrapped-{style}")
}

/// The heading of a column.
pub(super) fn of_heading(column: &Column) -> &'static str {
    if column.is_of_numbers { "Numbers_20_heading" } else { "Words_20_heading" }
}

/// A cell of a column; a number with decimals of its own shows just those.
pub(super) fn of_cell(column: &Column, cell: &Cell) -> String {
    let name = if column.is_of_numbers { "Numbers" } else { "Words" };
    match cell {
        Cell::Words(_) | Cell::Symbol(_) => name.to_owned(),
        Cell::Worksheet(_) => LINK_IN_TABLE.to_owned(),
        Cell::Count(_) => format!("{name}_20_count"),
        Cell::Year(_) => format!("{name}_20_year"),
        Cell::Tenths(_) | Cell::WithLine(..) => format!("{name}_20_1"),
        Cell::Decimal(number) if number.decimals() == 0 => format!("{name}_20_count"),
        Cell::Decimal(number) => format!("{name}_20_{}", number.decimals()),
        Cell::Formula(_, _, first) => of_cell(column, first),
    }
}

/// What worksheets have used.
#[derive(Debug, Default)]
pub(super) struct Used {
    /// Widths of columns, in digits.
    widths: BTreeSet<u16>,
    /// Heights of rows, in tenths of a point.
    heights: BTreeSet<u32>,
    /// Where the marked tables are, by name.
    pub marked: BTreeMap<&'static str, String>,
}

impl Used {
    /// A column of a width.
    pub(super) fn column(&mut self, width: u16) -> String {
        self.widths.insert(width);
        format!("column-{width}")
    }

    /// A row of a height in points, or of one line.
    pub(super) fn row(&mut self, height: Option<f64>) -> String {
        let height = height.unwrap_or_else(|| points(DEFAULT_ROW_PIXELS));
        let tenths = (height * 10.0).round() as u32;
        self.heights.insert(tenths);
        format!("row-{tenths}")
    }

    /// Writes the styles that are used.
    pub(super) fn styles<W: Write>(&self, out: &mut Writer<W>) -> io::Result<()> {
        let all_pages = (1..=MOST_PAGES).map(landscape);
        for pages in std::iter::once(PORTRAIT.to_owned()).chain(all_pages) {
            let more = [("style:master-page-name", pages.as_str())];
            style(out, ("table", &of_table(&pages)), &more, "style:table-properties", &[("table:display", "true")])?;
        }
        for width in &self.widths {
            let width_in_points = format!("{}pt", points(column_pixels(*width)));
            let look = [("style:column-width", width_in_points.as_str())];
            style(out, ("table-column", &format!("column-{width}")), &[], "style:table-column-properties", &look)?;
        }
        for tenths in &self.heights {
            let height = format!("{}pt", f64::from(*tenths) / 10.0);
            // LibreOffice finds heights of its own by the letters of the screen: on paper lines would overlap.
            let look = [("style:row-height", height.as_str()), ("style:use-optimal-row-height", "false")];
            style(out, ("table-row", &format!("row-{tenths}")), &[], "style:table-row-properties", &look)?;
        }
        for kind in [Kind::Title, Kind::Part, Kind::Strong, Kind::Text, Kind::LinkTo("")] {
            let parent = of_line(kind);
            let more = [("style:parent-style-name", parent)];
            let look = [("fo:wrap-option", "wrap")];
            style(out, ("table-cell", &wrapped(parent)), &more, "style:table-cell-properties", &look)?;
        }
        Ok(())
    }
}

fn style<W: Write>(
    out: &mut Writer<W>,
    (family, name): (&str, &str),
    more: &[(&str, &str)],
    properties: &str,
    look: &[(&str, &str)],
) -> io::Result<()> {
    out.create_element("style:style")
        .with_attributes([("style:name", name), ("style:family", family)])
        .with_attributes(more.iter().copied())
        .write_inner_content(|out| {
            out.create_element(properties).with_attributes(look.iter().copied()).write_empty()?;
            Ok(())
        })?;
    Ok(())
}

/// Pixels in points: there are 96 pixels to an inch, and 72 points.
fn points(pixels: u32) -> f64 {
    f64::from(pixels) * 0.75
}

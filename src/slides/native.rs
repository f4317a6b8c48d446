//! A chart of a slide, as PowerPoint itself draws it: its categories and series, and the cells of the workbook within the
//! deck that they stand in, so that its data can be edited.

use crate::charts::axis::Axis;
use crate::rounding::Tenths;
use crate::unit::Unit;
use rust_xlsxwriter::{Format, Workbook, XlsxError};

/// The worksheet of the data.
const SHEET: &str = "Data";

/// A chart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct NativeChart {
    /// What it shows, for those who cannot see it.
    pub alternative_text: String,
    /// The unit of its values.
    pub unit: Unit,
    /// Whether its series are lines over years; otherwise they are bars.
    pub is_of_years: bool,
    /// The years, or the names of bars.
    pub categories: Column<String>,
    /// The series.
    pub series: Vec<Series>,
    /// The numbers beside it.
    pub axis: Steps,
    /// The colour of each bar.
    pub bar_colours: Vec<&'static str>,
}

/// Round numbers beside a chart: programs that leave room for values leave none for their limits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Steps {
    /// The first.
    pub first: i64,
    /// The last.
    pub last: i64,
    /// From one to the next.
    pub step: i64,
}

/// A column of the worksheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Column<T> {
    /// Its heading.
    pub heading: String,
    /// Where its cells are: `Data!$B$2:$B$6`.
    pub range: String,
    /// Its cells.
    pub cells: Vec<T>,
}

/// A series.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Series {
    /// Its name.
    pub name: String,
    /// The cell that holds it.
    pub name_cell: String,
    /// Its values.
    pub values: Column<Option<Tenths>>,
    /// How far its limits lie from them.
    pub limits: Option<LimitColumns>,
    /// How it looks.
    pub look: Look,
}

/// How far limits lie from values.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct LimitColumns {
    /// Above.
    pub above: Column<Option<Tenths>>,
    /// Below.
    pub below: Column<Option<Tenths>>,
}

/// The colour of targets, which is the same on pages and under every brand.
pub(super) const TARGET: &str = "accent6";

/// How a series of years looks; colours are those of the deck's theme.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Look {
    /// The colour of its line and of the edges of its markers.
    pub colour: &'static str,
    /// Whether there is a line.
    pub has_line: bool,
    /// Whether it is a broken one.
    pub is_broken: bool,
    /// How thick it is, in EMU.
    pub width: u32,
    /// The shape of its markers; blank for none.
    pub marker: &'static str,
    /// The shape of those of published figures.
    pub other_marker: &'static str,
    /// The colour inside them.
    pub inside: &'static str,
    /// How large they are.
    pub size: u32,
    /// Where its values are written; blank for nowhere.
    pub labels: &'static str,
}

/// A series before it has cells.
#[derive(Debug)]
pub(crate) struct Values {
    /// Its name.
    pub name: String,
    /// Its values, one for each category.
    pub values: Vec<Option<Tenths>>,
    /// How far its limits lie above and below them.
    pub limits: Option<[Vec<Option<Tenths>>; 2]>,
    /// How it looks.
    pub look: Look,
}

impl NativeChart {
    /// Of categories under a heading and of series, each of which gets its cells.
    pub fn new(
        alternative_text: String,
        unit: Unit,
        categories: (&str, Vec<String>),
        series: Vec<Values>,
    ) -> NativeChart {
        let (heading, cells) = categories;
        let rows = cells.len();
        let mut next = 0;
        let mut column = |heading: String| {
            let letter = letter(next);
            next += 1;
            (heading, format!("{SHEET}!${letter}$1"), format!("{SHEET}!${letter}$2:${letter}${}", rows + 1))
        };
        let (heading, _, range) = column(heading.to_owned());
        let categories = Column { heading, range, cells };
        let mut with_cells: Vec<Series> = Vec::new();
        let mut limits = Vec::new();
        for Values { name, values, limits: of_values, look } in series {
            let (heading, name_cell, range) = column(name.clone());
            with_cells.push(Series {
                name,
                name_cell,
                values: Column { heading, range, cells: values },
                limits: None,
                look,
            });
            limits.push(of_values);
        }
        // Behind all values, where nobody stumbles over them.
        for (series, limits) in with_cells.iter_mut().zip(limits) {
            series.limits = limits.map(|[above, below]| {
                let mut of = |end: &str, cells| {
                    let (heading, _, range) = column(format!("{}: to the {end} 95% limit", series.name));
                    Column { heading, range, cells }
                };
                LimitColumns { above: of("upper", above), below: of("lower", below) }
            });
        }
        let (axis, is_of_years) = (Steps::about(&with_cells, unit), true);
        NativeChart {
            alternative_text,
            unit,
            is_of_years,
            categories,
            series: with_cells,
            axis,
            bar_colours: Vec::new(),
        }
    }

    /// Bars of names, values and colours.
    pub(crate) fn of_bars(
        alternative_text: String,
        unit: Unit,
        name: &str,
        bars: Vec<(String, Tenths, &'static str)>,
    ) -> NativeChart {
        let look = Look {
            colour: "accent1",
            has_line: false,
            is_broken: false,
            width: 0,
            marker: "",
            other_marker: "",
            inside: "",
            size: 0,
            labels: "",
        };
        let colours = bars.iter().map(|(_, _, colour)| *colour).collect();
        let (names, values) = bars.into_iter().map(|(name, value, _)| (name, Some(value))).unzip();
        let values = Values { name: name.to_owned(), values, limits: None, look };
        let chart = NativeChart::new(alternative_text, unit, ("Whose", names), vec![values]);
        // A bar begins at zero.
        let axis = Steps { first: 0, ..chart.axis };
        NativeChart { is_of_years: false, bar_colours: colours, axis, ..chart }
    }

    /// How its values are written, as Excel has it.
    pub(crate) fn format(&self) -> &'static str {
        match self.unit {
            Unit::Percent => "0.0\"%\"",
            Unit::Score => "0.0",
        }
    }

    /// The same beside its axis.
    pub(crate) fn axis_format(&self) -> &'static str {
        match self.unit {
            Unit::Percent => "General\"%\"",
            Unit::Score => "General",
        }
    }

    /// The workbook of its data.
    ///
    /// # Errors
    /// Where it cannot be written.
    pub(crate) fn workbook(&self) -> Result<Vec<u8>, XlsxError> {
        let (heading, number) = (Format::new().set_bold(), Format::new().set_num_format("0.0"));
        let mut workbook = Workbook::new();
        let sheet = workbook.add_worksheet().set_name(SHEET)?;
        sheet.write_string_with_format(0, 0, &self.categories.heading, &heading)?.set_column_width(0, 24)?;
        for (row, category) in (1..).zip(&self.categories.cells) {
            sheet.write_string(row, 0, category)?;
        }
        let limits = self.series.iter().filter_map(|series| series.limits.as_ref());
        let limits = limits.flat_map(|limits| [&limits.above, &limits.below]);
        for (at, column) in (1..).zip(self.series.iter().map(|series| &series.values).chain(limits)) {
            sheet.write_string_with_format(0, at, &column.heading, &heading)?.set_column_width(at, 24)?;
            for (row, value) in (1..).zip(&column.cells) {
                if let Some(value) = value {
                    sheet.write_number_with_format(row, at, value.as_f64(), &number)?;
                }
            }
        }
        workbook.save_to_buffer()
    }
}

impl Steps {
    /// Around values and their limits.
    fn about(series: &[Series], unit: Unit) -> Steps {
        let of = |series: &Series| {
            let values = series.values.cells.iter().enumerate();
            let ends = values.filter_map(|(at, value)| {
                let end =
                    |column: &Column<Option<Tenths>>| column.cells.get(at).copied().flatten().unwrap_or(Tenths(0)).0;
                let [above, below] =
                    series.limits.as_ref().map_or([0, 0], |limits| [end(&limits.above), end(&limits.below)]);
                value.map(|value| [Tenths(value.0 - below), Tenths(value.0 + above)])
            });
            ends.flatten().collect::<Vec<_>>()
        };
        let steps: Vec<i64> = Axis::about(series.iter().flat_map(of), unit, 0.0, 1.0).steps().collect();
        match steps.as_slice() {
            [first, second, .., last] => Steps { first: *first, last: *last, step: second - first },
            [first, last] => Steps { first: *first, last: *last, step: last - first },
            _ => Steps { first: 0, last: 100, step: 20 },
        }
    }
}

/// The letter of a column: there are fewer than there are letters.
fn letter(at: u8) -> char {
    char::from(b'A' + at)
}

//! publish/context.csv: the care population of England and of whole regions as anybody may read it. Written from what the rule
//! lets be printed, and read back.

pub(crate) mod rule;

use super::Printed;
use super::error::NotAsWritten;
use super::table::{printed, text};
use crate::level::Level;
use crate::output::rows::{Rows, as_before};
use crate::seeds::context::MeasureSeed;
use crate::timeframe::Timeframe;
use std::io::{self, Write};

/// The columns, one row per place and measure. No cell is blank: symbols are those of [`super::SYMBOLS`].
const COLUMNS: [&str; 10] =
    ["as_at", "basis", "geographic_level", "code", "name", "measure", "title", "numerator", "denominator", "value"];

/// Looked after on the day.
pub(crate) const ON_DAY: &str = "on_day";
/// Looked after at any time in the window.
pub(crate) const IN_WINDOW: &str = "in_window";
/// Those at any time, as a share of those on the day.
pub(crate) const CHURN: &str = "churn";

/// What is told by age, of all who came and of all who left.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct ByAge {
    /// The measure of all of them.
    pub whole: &'static str,
    /// The measure of each age, each a share of the whole, and what people call the age.
    pub ages: &'static [(&'static str, &'static str)],
}

/// Who came, by age.
pub(crate) const CAME: ByAge = ByAge {
    whole: "began",
    ages: &[
        ("began_under_1", "Under 1"),
        ("began_at_1_to_4", "1 to 4"),
        ("began_at_5_to_9", "5 to 9"),
        ("began_at_10_to_15", "10 to 15"),
        ("began_from_16", "16 and over"),
    ],
};
/// Who left, by age.
pub(crate) const LEFT: ByAge = ByAge {
    whole: "ceased",
    ages: &[
        ("ceased_under_16", "Under 16"),
        ("ceased_at_16", "16"),
        ("ceased_at_17", "17"),
        ("ceased_from_18", "18 and over"),
    ],
};

/// The care population of one day, as it is printed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PrintedContext {
    /// England first, then regions, each with its measures in order.
    pub rows: Vec<PrintedMeasure>,
}

/// One measure of one place, as it is printed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PrintedMeasure {
    /// Whether it is of England or of a region.
    pub level: Level,
    /// The code of the place.
    pub code: String,
    /// The name of the place.
    pub name: String,
    /// The name of the measure.
    pub measure: String,
    /// The children.
    pub numerator: Printed,
    /// Of a share, the children of the whole.
    pub denominator: Printed,
    /// The share, in tenths of a percent.
    pub value: Printed,
}

impl PrintedContext {
    /// A measure of a place.
    pub(crate) fn measure(&self, code: &str, measure: &str) -> Option<&PrintedMeasure> {
        self.rows.iter().find(|row| row.code == code && row.measure == measure)
    }
}

/// Writes the table.
///
/// # Errors
/// Where the file cannot be written.
pub(crate) fn write(
    context: &PrintedContext,
    timeframe: &Timeframe,
    measures: &[MeasureSeed],
    file: &mut dyn Write,
) -> io::Result<()> {
    let mut rows = Rows::of(file);
    rows.write_record(COLUMNS)?;
    for row in &context.rows {
        let title = measures.iter().find(|seed| seed.name == row.measure).map(|seed| seed.title.as_str());
        rows.write_record([
            timeframe.as_at.to_string().as_str(),
            &timeframe.basis.to_string(),
            row.level.name(),
            &row.code,
            &row.name,
            &row.measure,
            title.unwrap_or_default(),
            &text(row.numerator, false),
            &text(row.denominator, false),
            &text(row.value, true),
        ])?;
    }
    rows.flush()
}

/// Reads the care population of a day.
///
/// # Errors
/// What is wrong with it, with the line where it is of one.
pub(super) fn read(bytes: &[u8], timeframe: &Timeframe) -> Result<PrintedContext, NotAsWritten> {
    let mut reader = csv::Reader::from_reader(bytes);
    if !reader.headers()?.iter().eq(COLUMNS) {
        return Err("line 1 has other columns than this program writes".to_owned().into());
    }
    let mut rows = Vec::new();
    for record in reader.records() {
        let record = record?;
        let line = record.position().map_or(0, csv::Position::line);
        let cells: [&str; COLUMNS.len()] = std::array::from_fn(|place| record.get(place).unwrap_or_default());
        let [as_at, basis, ..] = cells;
        if as_at != timeframe.as_at.to_string() || basis != timeframe.basis.to_string() {
            return Err(format!("line {line} is of another day than the figures").into());
        }
        rows.push(row(cells).ok_or_else(|| format!("line {line} is not what this program writes"))?);
    }
    Ok(PrintedContext { rows })
}

/// The measure of a row; none where a cell is not what this program writes there.
fn row(cells: [&str; COLUMNS.len()]) -> Option<PrintedMeasure> {
    let [_, _, level, code, name, measure, _, numerator, denominator, value] = cells;
    Some(PrintedMeasure {
        level: Level::named(level)?,
        code: code.to_owned(),
        name: as_before(name).to_owned(),
        measure: measure.to_owned(),
        numerator: printed(numerator, false)?,
        denominator: printed(denominator, false)?,
        value: printed(value, true)?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::day::Day;
    use crate::seeds::Seeds;
    use crate::timeframe::Basis;

    #[test]
    fn what_is_written_is_read_back_and_nothing_else_is() {
        let timeframe = Timeframe::new(Day::thirty_first_of_march(2011), Basis::Rolling).unwrap();
        let measure = |measure: &str, [numerator, denominator, value]: [Printed; 3]| PrintedMeasure {
            level: Level::Regional,
            code: "E12000007".to_owned(),
            name: "London".to_owned(),
            measure: measure.to_owned(),
            numerator,
            denominator,
            value,
        };
        use Printed::{Confidential, NotApplicable, Number};
        let rows = vec![
            measure(ON_DAY, [Number(270), NotApplicable, NotApplicable]),
            measure(CHURN, [Number(370), Number(270), Number(1370)]),
            measure("began_under_1", [Confidential, Number(90), Confidential]),
        ];
        let context = PrintedContext { rows };
        let mut bytes = Vec::new();
        write(&context, &timeframe, &Seeds::built_in().unwrap().context, &mut bytes).unwrap();
        let text = String::from_utf8(bytes).unwrap();
        assert!(text.ends_with("London,began_under_1,Began under 1,c,90,c\n"), "{text}");
        assert_eq!(read(text.as_bytes(), &timeframe).unwrap(), context);
        for (from, to, said) in [
            ("370,270", "370.5,270", "line 3 is not what"),
            ("Regional", "Region", "line 2 is not what"),
            ("2011-03-31", "2010-03-31", "line 2 is of another day"),
            ("numerator", "children", "other columns"),
        ] {
            let error = read(text.replacen(from, to, 1).as_bytes(), &timeframe).unwrap_err().to_string();
            assert!(error.contains(said), "{said}: {error}");
        }
    }
}

//! publish/forecast.csv: where figures will probably end, as anybody may read it. Written for places of which no figure is
//! hidden, in whole numbers, and read back.

use super::error::NotAsWritten;
use super::table::text;
use super::{Printed, PrintedFigure, PrintedTable};
use crate::contract::{BETWEEN_WARNINGS, COHORT_ASSUMED, COVER_TOO_SHORT, FEW_PAST_CHILDREN};
use crate::level::Level;
use crate::output::rows::Rows;
use crate::rounding::Tenths;
use crate::seeds::indicators::{IndicatorSeed, find};
use crate::seeds::targets::TargetValue;
use crate::unit::{HIGHEST_SCORE, Unit};
use std::collections::BTreeSet;
use std::io::{self, Write};

/// The columns, one row a place and indicator, in the order of publish/indicators.csv. No cell is blank: `z` stands where there
/// is no target, no chance or no warning.
pub(crate) const COLUMNS: [&str; 18] = [
    "as_at",
    "outturn",
    "geographic_level",
    "code",
    "name",
    "indicator",
    "title",
    "unit",
    "good",
    "forecast",
    "low_80",
    "high_80",
    "low_95",
    "high_95",
    "target",
    "target_of",
    "chance_of_target",
    "warning",
];

/// Where the numbers begin.
const NUMBERS: usize = 9;

/// What may be said of a forecast.
const WARNINGS: [&str; 5] = [COVER_TOO_SHORT, COHORT_ASSUMED, FEW_PAST_CHILDREN, WORSE_THAN_STAYS, DECISIONS_COME_LATE];

/// The warning where, over all authorities, "the figure stays as it is" has been nearer than forecasts.
pub(crate) const WORSE_THAN_STAYS: &str = "worse_than_stays";

/// The warning where decisions for adoption seem to be recorded with the adoption alone, so that the forecast is too low.
pub(crate) const DECISIONS_COME_LATE: &str = "decisions_come_late";

/// Where a figure will probably end, rounded to what is printed.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct PrintedForecast<'table> {
    /// The figure that is shown of the place and indicator now.
    pub figure: &'table PrintedFigure,
    /// The forecast, its 80% limits and its 95% limits, in whole percent, or whole points of the mean score.
    pub limits: [i64; 5],
    /// The target of the outturn's year, and whether it is the nation's.
    pub target: Option<(TargetValue, bool)>,
    /// The chance of meeting it, in tenths.
    pub chance: Option<i64>,
    /// What the forecast lacks.
    pub warnings: Vec<&'static str>,
}

/// The figures of which a forecast may be printed: those that are shown, of places of which none is hidden. Without them all, a
/// forecast would say of a hidden figure about what it is.
pub(crate) fn open(table: &PrintedTable) -> impl Iterator<Item = &PrintedFigure> {
    let place = |figure: &PrintedFigure| (figure.level, figure.code.clone());
    let is_hidden = |figure: &&PrintedFigure| figure.numbers.list().contains(&Printed::Confidential);
    let hidden: BTreeSet<_> = table.figures.iter().filter(is_hidden).map(place).collect();
    table.figures.iter().filter(move |figure| figure.is_shown() && !hidden.contains(&place(figure)))
}

/// Writes the table; nothing where the day is the last of its year.
///
/// # Errors
/// Where the file cannot be written.
pub(crate) fn write(
    table: &PrintedTable,
    forecasts: &[PrintedForecast<'_>],
    indicators: &[IndicatorSeed],
    file: &mut dyn Write,
) -> io::Result<()> {
    let Some(ahead) = table.timeframe.to_end_of_year() else { return Ok(()) };
    let [as_at, outturn] = [ahead.known, ahead.as_at].map(|day| day.to_string());
    let mut rows = Rows::of(file);
    rows.write_record(COLUMNS)?;
    let not_applicable = text(Printed::NotApplicable, false);
    let or_none = |cell: Option<String>| cell.unwrap_or_else(|| not_applicable.clone());
    for forecast in forecasts {
        let figure = forecast.figure;
        let Some(seed) = find(indicators, figure.indicator) else { continue };
        let place = [&as_at, &outturn, figure.level.name(), &figure.code, &figure.name].map(str::to_owned);
        let indicator = [figure.indicator.to_string(), seed.title.clone()];
        let unit = [seed.unit.name().to_owned(), seed.good.name().to_owned()];
        let warnings = (!forecast.warnings.is_empty()).then(|| forecast.warnings.join(BETWEEN_WARNINGS));
        let target = [
            forecast.target.map(|(target, _)| target.to_string()),
            forecast.target.map(|(_, is_national)| whose(is_national).to_owned()),
            forecast.chance.map(|chance| Tenths(chance).to_string()),
            warnings,
        ];
        let limits = forecast.limits.map(|limit| limit.to_string());
        let cells = place.into_iter().chain(indicator).chain(unit).chain(limits);
        rows.write_record(cells.chain(target.map(or_none)))?;
    }
    rows.flush()
}

/// Whose a target is, as in restricted/forecast.csv.
pub(crate) fn whose(is_national: bool) -> &'static str {
    if is_national { "national" } else { "local" }
}

/// Reads the forecasts of a table's figures.
///
/// # Errors
/// What is wrong with them, with the line where it is of one.
pub(crate) fn read<'table>(
    bytes: &[u8],
    table: &'table PrintedTable,
) -> Result<Vec<PrintedForecast<'table>>, NotAsWritten> {
    let mut reader = csv::Reader::from_reader(bytes);
    if !reader.headers()?.iter().eq(COLUMNS) {
        return Err("line 1 has other columns than this program writes".to_owned().into());
    }
    let mut open = open(table);
    let mut forecasts = Vec::new();
    for record in reader.records() {
        let record = record?;
        let line = record.position().map_or(0, csv::Position::line);
        let cell = |place: usize| record.get(place).unwrap_or_default();
        let is_of = |figure: &&PrintedFigure| {
            figure.level == Level::named(cell(2)).unwrap_or(figure.level.part())
                && figure.code == cell(3)
                && figure.indicator.to_string() == cell(5)
        };
        // In the order of the table, each once.
        let figure = open.find(is_of).ok_or_else(|| {
            format!("line {line} is not of a figure that is shown, of a place of which none is hidden, in their order")
        })?;
        let numbers = std::array::from_fn(|place| cell(NUMBERS + place));
        forecasts
            .push(forecast(figure, numbers).ok_or_else(|| format!("line {line} is not what this program writes"))?);
    }
    Ok(forecasts)
}

/// The forecast of a figure from the cells after its names; none where they are not what this program writes there.
fn forecast<'table>(
    figure: &'table PrintedFigure,
    cells: [&str; COLUMNS.len() - NUMBERS],
) -> Option<PrintedForecast<'table>> {
    let [forecast, low_80, high_80, low_95, high_95, target, target_of, chance, warning] = cells;
    let most = match figure.unit {
        Unit::Percent => 100,
        Unit::Score => i64::from(HIGHEST_SCORE),
    };
    let mut limits = [0; 5];
    for (limit, cell) in limits.iter_mut().zip([forecast, low_80, high_80, low_95, high_95]) {
        *limit = cell.parse().ok().filter(|limit| (0..=most).contains(limit))?;
    }
    let [middle, low_80, high_80, low_95, high_95] = limits;
    let in_order = low_95 <= low_80 && low_80 <= middle && middle <= high_80 && high_80 <= high_95;
    let none = text(Printed::NotApplicable, false);
    let target = (target != none).then(|| TargetValue::read(target).map(|target| (target, target_of == whose(true))));
    let chance = (chance != none).then(|| (0..=10).find(|tenths| Tenths(*tenths).to_string() == chance));
    let said: Vec<&str> = if warning == none { Vec::new() } else { warning.split(BETWEEN_WARNINGS).collect() };
    let known = |said: &str| WARNINGS.into_iter().find(|known| *known == said);
    let warnings = said.into_iter().map(known).collect::<Option<_>>()?;
    in_order.then_some(PrintedForecast {
        figure,
        limits,
        target: target.map_or(Some(None), |target| target.map(Some))?,
        chance: chance.map_or(Some(None), |chance| chance.map(Some))?,
        warnings,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::day::Day;
    use crate::printed::Numbers;
    use crate::seeds::Seeds;
    use crate::timeframe::{Basis, Timeframe};
    use crate::verdict::Reliance;

    /// An indicator of an authority: 20 of 40, or with that numerator hidden.
    fn figure(code: &str, indicator: u16, is_shown: bool) -> PrintedFigure {
        let (numerator, value) = if is_shown { (20, 500) } else { (3, 75) };
        let hidden = Printed::Confidential;
        let number = |number| if is_shown { Printed::Number(number) } else { hidden };
        let numbers = Numbers { numerator: number(numerator), value: number(value), ..Numbers::all(hidden) };
        let numbers = Numbers {
            denominator: Printed::Number(40),
            lower: if is_shown { Printed::Number(352) } else { hidden },
            upper: if is_shown { Printed::Number(648) } else { hidden },
            ..numbers
        };
        PrintedFigure {
            level: Level::LocalAuthority,
            code: code.to_owned(),
            name: "Barnet".to_owned(),
            region: Some("E12000007".to_owned()),
            indicator,
            group: None,
            unit: Unit::Percent,
            numbers,
            behind: None,
            cover_too_short: false,
            left_open: false,
            reliance: Reliance::Usable,
        }
    }

    fn table() -> PrintedTable {
        let timeframe = Timeframe::new(Day::from_ymd(2010, 12, 31).unwrap(), Basis::Rolling).unwrap();
        // One figure of 302 is hidden; one of 303 could not be calculated, which hides nothing.
        let not_there = PrintedFigure { numbers: Numbers::all(Printed::NotAvailable), ..figure("303", 63, true) };
        let (first, second) = (figure("301", 62, true), figure("301", 63, true));
        let of_302 = [figure("302", 62, true), figure("302", 63, false)];
        let figures = [vec![first, second], of_302.to_vec(), vec![figure("303", 62, true), not_there]].concat();
        PrintedTable { timeframe, same_children: Vec::new(), figures }
    }

    fn written(table: &PrintedTable, forecasts: &[PrintedForecast<'_>]) -> String {
        let mut bytes = Vec::new();
        write(table, forecasts, &Seeds::built_in().unwrap().indicators, &mut bytes).unwrap();
        String::from_utf8(bytes).unwrap()
    }

    #[test]
    fn places_of_which_a_figure_is_hidden_have_no_forecast() {
        let table = table();
        let open: Vec<_> = open(&table).map(|figure| (figure.code.as_str(), figure.indicator)).collect();
        assert_eq!(open, [("301", 62), ("301", 63), ("303", 62)]);
    }

    #[test]
    fn what_is_written_is_read_back_and_nothing_else_is() {
        let table = table();
        let of = |place: usize, target, chance, warnings: &[&'static str]| PrintedForecast {
            figure: &table.figures[place],
            limits: [50, 45, 55, 40, 60],
            target,
            chance,
            warnings: warnings.to_vec(),
        };
        let target = TargetValue::read("12.5").map(|target| (target, true));
        let forecasts = [
            of(0, target, Some(3), &[]),
            of(1, None, None, &[FEW_PAST_CHILDREN, WORSE_THAN_STAYS]),
            of(4, None, None, &[]),
        ];
        let text = written(&table, &forecasts);
        assert!(text.contains(",50,45,55,40,60,12.5,national,0.3,z\n"), "{text}");
        assert!(text.contains(",50,45,55,40,60,z,z,z,few_past_children; worse_than_stays\n"), "{text}");
        assert_eq!(read(text.as_bytes(), &table).unwrap(), forecasts);
        let hidden = written(&table, &[of(2, None, None, &[])]);
        for (damaged, said) in [
            (hidden, "line 2 is not of a figure that is shown"),
            (text.replace(",303,", ",304,"), "line 4 is not of a figure that is shown"),
            (written(&table, &[of(1, None, None, &[]), of(0, None, None, &[])]), "line 3 is not of a figure"),
            (text.replace(",50,45,", ",50.1,45,"), "line 2 is not what"),
            (text.replace(",50,45,", ",50,51,"), "line 2 is not what"),
            (text.replace(",60,12.5", ",101,12.5"), "line 2 is not what"),
            (text.replace("0.3", "0.31"), "line 2 is not what"),
            (text.replace("few_past_children", "three_children"), "line 3 is not what"),
            (text.replace("outturn", "children"), "other columns"),
        ] {
            let error = read(damaged.as_bytes(), &table).unwrap_err().to_string();
            assert!(error.contains(said), "{said}: {error}");
        }
    }
}

//! One place of a report: its figures and what stands beside them, indicator by indicator.

use super::cells::{breakable, filled, marked};
use super::error::ShowError;
use super::page::Page;
use super::rows::{ComparatorRow, FigureRow, TargetRow, YearRow};
use crate::benchmark::groups::GroupKind;
use crate::compare::report::{Report, ReportTable, UnsoundReport};
use crate::day::Day;
use crate::figures::Status;
use crate::level::Level;
use crate::lines::visible;
use crate::seeds::authorities::plain_name;
use crate::seeds::indicators::{IndicatorSeed, find};
use crate::timeframe::{Basis, Timeframe};

/// Places that are named where there is none of the name asked for.
const NAMED: usize = 6;

/// One place.
#[derive(Debug)]
pub struct Place<'seeds> {
    /// Its three-digit code, or the nine characters of a region or England.
    pub code: String,
    /// Its name.
    pub name: String,
    /// Its level, as tables have it.
    pub level: String,
    /// The day of the figures, as tables have it.
    pub as_at: String,
    /// The window, as tables have it.
    pub basis: String,
    /// What there is of each indicator, in order of number.
    pub indicators: Vec<OfIndicator<'seeds>>,
}

/// One indicator of a place.
#[derive(Debug)]
pub struct OfIndicator<'seeds> {
    /// The indicator.
    pub seed: &'seeds IndicatorSeed,
    /// The year of the figure: that in which the return ends, or of the exams.
    pub year: Option<i32>,
    /// The figure.
    pub figure: FigureRow,
    /// What it is compared with.
    pub comparators: Vec<ComparatorRow>,
    /// Its targets.
    pub targets: Vec<TargetRow>,
    /// The years known, the latest first.
    pub years: Vec<YearRow>,
}

impl<'seeds> Place<'seeds> {
    /// Finds a place in a report.
    ///
    /// # Errors
    /// Where the report has none of the name, or a table does not hold what it should.
    pub fn read(
        report: &Report,
        indicators: &'seeds [IndicatorSeed],
        asked: Option<&str>,
    ) -> Result<Place<'seeds>, ShowError> {
        let figures: Vec<FigureRow> = report.rows(ReportTable::Indicators).collect::<Result<_, _>>()?;
        let code = code_of(&figures, asked)?;
        let comparators: Vec<ComparatorRow> =
            of_place(report, ReportTable::Comparators, |row: &ComparatorRow| row.code == code)?;
        let targets: Vec<TargetRow> = of_place(report, ReportTable::Targets, |row: &TargetRow| row.code == code)?;
        let years: Vec<YearRow> = of_place(report, ReportTable::Years, |row: &YearRow| row.code == code)?;
        let first = figures.iter().find(|figure| figure.code == code).ok_or(ShowError::Empty)?.clone();
        let of_place = figures.into_iter().filter(|figure| figure.code == code);
        // Which window it is says nothing of the year.
        let day = Day::read(first.as_at.as_bytes());
        let timeframe = day.and_then(|day| Timeframe::new(day, Basis::Rolling).ok());
        let of_indicator = |figure: FigureRow| {
            let number = figure.indicator;
            let seed = find(indicators, number)?;
            Some(OfIndicator {
                seed,
                year: timeframe.as_ref().map(|timeframe| seed.figure_year(timeframe)),
                comparators: comparators.iter().filter(|row| row.indicator == number).cloned().collect(),
                targets: targets.iter().filter(|row| row.indicator == number).cloned().collect(),
                years: years.iter().filter(|row| row.indicator == number).cloned().collect(),
                figure,
            })
        };
        let indicators = of_place.filter_map(of_indicator).collect();
        let FigureRow { code, name, geographic_level: level, as_at, basis, .. } = first;
        Ok(Place { code, name, level, as_at, basis, indicators })
    }

    /// `Thornmere (993) at 31 March 2011, twelve months`.
    pub fn heading(&self, page: Page) -> String {
        let day = Day::read(self.as_at.as_bytes()).map_or_else(|| self.as_at.clone(), Day::in_words);
        let basis = match self.basis.as_str() {
            "rolling" => "twelve months",
            "year_to_date" => "year to date",
            basis => basis,
        };
        let code = if self.level == Level::National.name() { String::new() } else { format!(" ({})", self.code) };
        let heading = format!("{}{code} at {day}, {basis}", breakable(&self.name));
        page.indented(&heading, 0).trim_end().to_owned()
    }
}

impl OfIndicator<'_> {
    /// The number that is compared: the figure's own, or a published one that stands in its place.
    pub fn value(&self) -> Option<&str> {
        let FigureRow { compared_value, value, .. } = &self.figure;
        [compared_value, value].into_iter().map(String::as_str).find(|value| !value.is_empty())
    }

    /// The same with its unit.
    pub fn value_with_unit(&self) -> Option<String> {
        self.value().map(|value| format!("{value}{}", self.figure.unit.suffix()))
    }

    /// Its 95% interval.
    pub fn interval(&self) -> Option<String> {
        let used = self.years.iter().find(|year| year.used == "yes" && self.is_of_year(&year.year))?;
        (!self.figure.compared_value.is_empty() && !used.lower_95.is_empty())
            .then(|| format!("{} to {}", used.lower_95, used.upper_95))
    }

    /// Whether a year of a table is that of the figure.
    pub fn is_of_year(&self, year: &str) -> bool {
        self.year.is_some_and(|own| year.parse() == Ok(own))
    }

    /// Whether a published number stands in the place of the figure.
    pub fn is_published(&self) -> bool {
        !self.figure.compared_source.is_empty() && !self.figure.compared_source.starts_with("returns")
    }

    /// Whether there is a figure of the returns.
    pub fn has_figure(&self) -> bool {
        self.figure.status == Status::Ok.name()
    }

    /// The comparator of a kind that is used.
    pub fn comparator(&self, kind: GroupKind) -> Option<&ComparatorRow> {
        self.used_comparators().find(|row| row.comparator_kind == kind.name())
    }

    /// The user's own group of a name.
    pub fn own_group(&self, name: &str) -> Option<&ComparatorRow> {
        self.used_comparators().find(|row| row.is_own_group() && row.comparator == name)
    }

    /// A comparator's number and whether the figure is better, `10.2 ≈ chance`; none where it has no number, or
    /// none but the figure's own.
    pub fn beside(&self, row: &ComparatorRow) -> Option<String> {
        let is_alone = self.value().is_some() && row.difference.is_empty();
        let number = filled(row.number()).filter(|_| !is_alone)?;
        Some(marked(number, &row.told_95))
    }

    /// The comparators that are used, one for each group.
    pub fn used_comparators(&self) -> impl Iterator<Item = &ComparatorRow> {
        self.comparators.iter().filter(|row| row.is_used())
    }
}

/// The rows of a table that are of the place.
fn of_place<R: serde::de::DeserializeOwned>(
    report: &Report,
    table: ReportTable,
    is_of_place: impl Fn(&R) -> bool,
) -> Result<Vec<R>, UnsoundReport> {
    report.rows::<R>(table).filter(|row| row.as_ref().map_or(true, &is_of_place)).collect()
}

/// The code of the place asked for; without one, that of the only authority, else of England.
fn code_of(figures: &[FigureRow], asked: Option<&str>) -> Result<String, ShowError> {
    let mut places: Vec<&FigureRow> = figures.iter().collect();
    places.dedup_by(|one, other| one.code == other.code);
    let found = match asked {
        Some(asked) => {
            let plain = plain_name(asked);
            let is_asked = |place: &&&FigureRow| {
                !plain.is_empty() && [&place.code, &place.name].iter().any(|word| plain_name(word) == plain)
            };
            places.iter().find(is_asked).ok_or_else(|| not_among(asked, &places))?
        }
        None => {
            let is_authority = |place: &&&FigureRow| place.geographic_level == Level::LocalAuthority.name();
            let mut authorities = places.iter().filter(is_authority);
            let only = authorities.next().filter(|_| authorities.next().is_none());
            only.or(places.first()).ok_or(ShowError::Empty)?
        }
    };
    Ok(found.code.clone())
}

/// Those first whose names hold what was asked for, then authorities: they are what people ask for.
fn not_among(asked: &str, places: &[&FigureRow]) -> ShowError {
    let named = |place: &&FigureRow| format!("{} ({})", place.name, place.code);
    let level = |level: Level| places.iter().filter(move |place| place.geographic_level == level.name());
    let all = level(Level::LocalAuthority).chain(level(Level::Regional)).chain(level(Level::National));
    let plain = plain_name(asked);
    let mut all: Vec<&&FigureRow> = all.collect();
    all.sort_by_key(|place| !plain_name(&place.name).contains(&plain));
    let mut names: Vec<String> = all.into_iter().map(named).collect();
    if names.len() > NAMED {
        let more = names.split_off(NAMED).len();
        names.push(format!("and {more} more"));
    }
    ShowError::NotAmong { asked: visible(asked), there_are: names.join(", ") }
}

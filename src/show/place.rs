//! One place in a report: its figures and what they are compared with, indicator by indicator.

use super::cells::{breakable, marked, range};
use super::error::ShowError;
use super::page::Page;
use crate::benchmark::groups::GroupKind;
use crate::day::Day;
use crate::decimal::Decimal;
use crate::figures::Status;
use crate::level::Level;
use crate::lines::visible;
use crate::read_back::figure::FigureRow;
use crate::read_back::report::{Report, Row, UnsoundReport};
use crate::read_back::rows::{ComparatorRow, TargetRow, YearRow};
use crate::seeds::authorities::plain_name;
use crate::seeds::authorities::unknown::nearest;
use crate::seeds::indicators::{IndicatorSeed, find};
use crate::timeframe::year_names::YearNames;
use crate::timeframe::{Basis, Timeframe};
use crate::verdict::Reliance;

/// The most places that are named where the report has none of the name asked for.
const NAMED: usize = 6;

/// One place.
#[derive(Debug)]
pub(crate) struct Place<'seeds> {
    /// Its three-digit code, or the nine characters of a region or England.
    pub(crate) code: String,
    /// Its name.
    pub(crate) name: String,
    /// England, region or authority.
    pub(crate) level: Level,
    /// The day of the figures.
    pub(crate) as_at: Day,
    /// Where the window begins.
    pub(crate) basis: Basis,
    /// Each indicator, in order of number.
    pub(crate) indicators: Vec<OfIndicator<'seeds>>,
}

/// One indicator of a place.
#[derive(Debug)]
pub(crate) struct OfIndicator<'seeds> {
    /// The indicator.
    pub(crate) seed: &'seeds IndicatorSeed,
    /// The figure's year: that in which the return ends, or of the exams.
    pub(crate) year: Option<i32>,
    /// What its years are called.
    pub(crate) names: YearNames,
    /// The figure.
    pub(crate) figure: FigureRow,
    /// What it is compared with.
    pub(crate) comparators: Vec<ComparatorRow>,
    /// Its targets.
    pub(crate) targets: Vec<TargetRow>,
    /// The years known, the latest first.
    pub(crate) years: Vec<YearRow>,
}

impl<'seeds> Place<'seeds> {
    /// Finds a place in a report.
    ///
    /// # Errors
    /// Where the report has no such place, or a row cannot be read.
    pub(crate) fn read(
        report: &Report,
        indicators: &'seeds [IndicatorSeed],
        asked: Option<&str>,
    ) -> Result<Place<'seeds>, ShowError> {
        let figures: Vec<FigureRow> = report.rows().collect::<Result<_, _>>()?;
        let code = code_of(&figures, asked)?;
        let comparators = of_place(report, |row: &ComparatorRow| row.code == code)?;
        let targets = of_place(report, |row: &TargetRow| row.code == code)?;
        let years = of_place(report, |row: &YearRow| row.code == code)?;
        let named = naming(figures.iter().filter(|figure| figure.code == code)).ok_or(ShowError::Empty)?.clone();
        let of_place = figures.into_iter().filter(|figure| figure.code == code);
        let timeframe = Timeframe::new(named.as_at, named.basis).ok();
        let of_indicator = |figure: FigureRow| {
            let number = figure.indicator;
            let seed = find(indicators, number)?;
            Some(OfIndicator {
                seed,
                year: timeframe.as_ref().map(|timeframe| seed.figure_year(timeframe)),
                names: timeframe.as_ref().map_or(YearNames::PLAIN, |timeframe| seed.year_names(timeframe)),
                comparators: comparators.iter().filter(|row| row.indicator == number).cloned().collect(),
                targets: targets.iter().filter(|row| row.indicator == number).cloned().collect(),
                years: years.iter().filter(|row| row.indicator == number).cloned().collect(),
                figure,
            })
        };
        let indicators = of_place.filter_map(of_indicator).collect();
        let FigureRow { code, name, geographic_level: level, as_at, basis, .. } = named;
        Ok(Place { code, name, level, as_at, basis, indicators })
    }

    /// `Thornmere (993) at 31 March 2011, twelve months`.
    pub(crate) fn heading(&self, page: Page) -> String {
        let day = self.as_at.in_words();
        let basis = match self.basis {
            Basis::Rolling => "twelve months",
            Basis::YearToDate => "year to date",
        };
        let code = if self.level.whole() == Level::National { String::new() } else { format!(" ({})", self.code) };
        let heading = format!("{}{code} at {day}, {basis}", breakable(&self.name));
        page.indented(&heading, 0).trim_end().to_owned()
    }
}

impl OfIndicator<'_> {
    /// The value that is compared: the figure's own, or a published one in its place.
    pub(crate) fn value(&self) -> Option<Decimal> {
        self.figure.compared_value.or(self.figure.value)
    }

    /// The same with its unit.
    pub(crate) fn value_with_unit(&self) -> Option<String> {
        self.value().map(|value| format!("{value}{}", self.figure.unit.suffix()))
    }

    /// Its 95% interval.
    pub(crate) fn interval(&self) -> Option<String> {
        self.figure.compared_value?;
        let used = self.years.iter().find(|year| year.used && self.is_of_year(year.year))?;
        range(used.lower_95, used.upper_95)
    }

    /// Whether a year is the figure's.
    pub(crate) fn is_of_year(&self, year: i32) -> bool {
        self.year == Some(year)
    }

    /// Words of a table, with the years from one to that of the figure as they are called.
    pub(crate) fn with_names(&self, words: &str, from: i32) -> String {
        self.names.renamed(words, from..=self.year.unwrap_or(from))
    }

    /// Why the year before is not compared.
    pub(crate) fn why_not_compared(&self) -> Option<String> {
        let why = self.figure.change_not_compared.as_ref()?;
        Some(self.figure.change_from_year.map_or_else(|| why.clone(), |from| self.with_names(why, from)))
    }

    /// Whether a published value stands in for the figure.
    pub(crate) fn is_published(&self) -> bool {
        self.figure.compared_source.as_ref().is_some_and(|source| !source.starts_with("returns"))
    }

    /// Whether the returns give a figure.
    pub(crate) fn has_figure(&self) -> bool {
        self.figure.status == Status::Ok
    }

    /// How far the returns' own figure can be relied upon; what is published is taken as it is.
    pub(crate) fn reliance(&self) -> Reliance {
        if self.has_figure() && !self.is_published() { self.figure.verdict } else { Reliance::Usable }
    }

    /// The comparator of a kind that is used.
    pub(crate) fn comparator(&self, kind: GroupKind) -> Option<&ComparatorRow> {
        self.used_comparators().find(|row| row.comparator_kind == kind)
    }

    /// The user's own group with a name.
    pub(crate) fn own_group(&self, name: &str) -> Option<&ComparatorRow> {
        self.used_comparators().find(|row| row.is_own_group() && row.comparator == name)
    }

    /// A comparator's number and whether the figure is better, `10.2 ≈ similar`; none where it has no number, or only
    /// the figure's own.
    pub(crate) fn beside(&self, row: &ComparatorRow) -> Option<String> {
        let is_alone = self.value().is_some() && row.difference.is_none();
        let number = row.number().filter(|_| !is_alone)?;
        Some(marked(&number, row.told_95))
    }

    /// The comparators that are used, one for each group.
    pub(crate) fn used_comparators(&self) -> impl Iterator<Item = &ComparatorRow> {
        self.comparators.iter().filter(|row| row.used)
    }
}

/// How to see one authority of a report, where several places are there and none was asked for.
pub(super) fn one_of_them(report: &Report, level: Level, asked: Option<&str>) -> Result<Option<String>, ShowError> {
    if asked.is_some() || level == Level::LocalAuthority {
        return Ok(None);
    }
    let mut names: Vec<String> = Vec::new();
    for figure in report.rows::<FigureRow>() {
        let figure = figure?;
        if figure.geographic_level == Level::LocalAuthority && !names.contains(&figure.name) {
            names.push(figure.name);
        }
    }
    let names = first_and_more(names.iter().map(|name| visible(name)).collect());
    Ok(Some(format!("To see one of them, add --authority with its name: {names}")))
}

/// `Barnet, Brent, and 12 more`.
fn first_and_more(mut names: Vec<String>) -> String {
    if names.len() > NAMED {
        let more = names.split_off(NAMED).len();
        names.push(format!("and {more} more"));
    }
    names.join(", ")
}

/// The row by which a place is named, of all its rows: that of the whole, else of the most authorities.
pub(super) fn naming<'rows>(rows: impl Iterator<Item = &'rows FigureRow>) -> Option<&'rows FigureRow> {
    let rank = |row: &FigureRow| (!row.geographic_level.is_part(), row.authorities_behind());
    rows.reduce(|held, row| if rank(row) > rank(held) { row } else { held })
}

/// The rows of a table about the place.
fn of_place<R: Row>(report: &Report, is_of_place: impl Fn(&R) -> bool) -> Result<Vec<R>, UnsoundReport> {
    report.rows::<R>().filter(|row| row.as_ref().map_or(true, &is_of_place)).collect()
}

/// The code of the place asked for; if none was, of the only authority, or else of England.
pub(super) fn code_of(figures: &[FigureRow], asked: Option<&str>) -> Result<String, ShowError> {
    let of_one_place = figures.chunk_by(|one, other| one.code == other.code);
    let places: Vec<&FigureRow> = of_one_place.filter_map(|rows| naming(rows.iter())).collect();
    let found = match asked {
        Some(asked) => {
            let plain = plain_name(asked);
            let is_asked = |place: &&&FigureRow| {
                !plain.is_empty() && [&place.code, &place.name].iter().any(|word| plain_name(word) == plain)
            };
            places.iter().find(is_asked).ok_or_else(|| not_among(asked, &places))?
        }
        None => {
            let is_authority = |place: &&&FigureRow| place.geographic_level == Level::LocalAuthority;
            let mut authorities = places.iter().filter(is_authority);
            let only = authorities.next().filter(|_| authorities.next().is_none());
            only.or(places.first()).ok_or(ShowError::Empty)?
        }
    };
    Ok(found.code.clone())
}

/// Places whose names contain what was asked for come first, then authorities, which people ask for most.
fn not_among(asked: &str, places: &[&FigureRow]) -> ShowError {
    let named = |place: &&FigureRow| format!("{} ({})", place.name, place.code);
    let level = |level: Level| places.iter().filter(move |place| place.geographic_level.whole() == level);
    let all = level(Level::LocalAuthority).chain(level(Level::Regional)).chain(level(Level::National));
    let plain = plain_name(asked);
    let mut all: Vec<&&FigureRow> = all.collect();
    all.sort_by_key(|place| !plain_name(&place.name).contains(&plain));
    let names = first_and_more(all.into_iter().map(named).collect());
    let there_are = match nearest(asked, places.iter().map(|place| place.name.as_str())) {
        Some(meant) => format!("{names}; did you mean {meant}?"),
        None => names,
    };
    ShowError::NotAmong { asked: visible(asked), there_are }
}

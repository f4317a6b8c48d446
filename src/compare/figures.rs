//! The figures of two runs that differ.

use super::both::Both;
use super::report::{Report, ReportTable, UnsoundReport};
use crate::level::Level;
use serde::Deserialize;
use std::collections::BTreeMap;

/// A figure as restricted/indicators.csv has it.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[allow(missing_docs, reason = "each field is the column of the same name")]
pub struct Figure {
    pub numerator: String,
    pub denominator: String,
    pub population: String,
    pub value: String,
    pub status: String,
    pub reason: String,
    pub warning: String,
    pub authorities: String,
    pub verdict: String,
}

impl Figure {
    /// The columns, in order.
    pub const COLUMNS: [&str; 9] =
        ["numerator", "denominator", "population", "value", "status", "reason", "warning", "authorities", "verdict"];

    /// The cells under the columns.
    pub fn cells(&self) -> [&str; Figure::COLUMNS.len()] {
        [
            &self.numerator,
            &self.denominator,
            &self.population,
            &self.value,
            &self.status,
            &self.reason,
            &self.warning,
            &self.authorities,
            &self.verdict,
        ]
    }
}

/// A row of restricted/indicators.csv. Flattening is no matter here: there are a few thousand.
#[derive(Debug, Deserialize)]
struct Row {
    geographic_level: String,
    code: String,
    name: String,
    indicator: u16,
    unit: String,
    numerator: String,
    denominator: String,
    population: String,
    value: String,
    status: String,
    reason: String,
    warning: String,
    authorities: String,
    verdict: String,
}

/// Where a figure stands: its level, the place's code, the indicator. In order of them.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct FigureKey {
    /// England, region or authority.
    pub level: Option<Level>,
    /// The place's code.
    pub code: String,
    /// The indicator's number.
    pub indicator: u16,
}

impl FigureKey {
    /// The authority's code, where it is the figure of one.
    pub fn authority(&self) -> Option<&str> {
        (self.level == Some(Level::LocalAuthority)).then_some(self.code.as_str())
    }
}

/// A figure that differs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FigureChange {
    /// Where it stands.
    pub key: FigureKey,
    /// The place's name.
    pub name: String,
    /// What it is measured in: `percent`, `score`.
    pub unit: String,
    /// The figure in each run, where it has one.
    pub figures: Both<Option<Figure>>,
}

/// What became of the figures.
#[derive(Debug, Default)]
pub struct Figures {
    /// Those that differ, in order of level, code and indicator.
    pub changed: Vec<FigureChange>,
    /// How many do not.
    pub same: usize,
    /// The authorities of either run, code to name.
    pub authorities: BTreeMap<String, String>,
}

/// The figures that differ.
///
/// # Errors
/// Where a table of figures does not hold what it should.
pub fn changes(reports: &Both<&Report>) -> Result<Figures, UnsoundReport> {
    let mut before = read(reports.before)?;
    let mut figures = Figures::default();
    let mut compared = Vec::new();
    for (key, (name, unit, after)) in read(reports.after)? {
        let earlier = before.remove(&key).map(|(_, _, figure)| figure);
        compared.push(FigureChange { key, name, unit, figures: Both { before: earlier, after: Some(after) } });
    }
    for (key, (name, unit, gone)) in before {
        compared.push(FigureChange { key, name, unit, figures: Both { before: Some(gone), after: None } });
    }
    for change in compared {
        let authority = change.key.authority().map(|code| (code.to_owned(), change.name.clone()));
        figures.authorities.extend(authority);
        if change.figures.before == change.figures.after {
            figures.same += 1;
        } else {
            figures.changed.push(change);
        }
    }
    figures.changed.sort_by(|one, other| one.key.cmp(&other.key));
    Ok(figures)
}

/// The place's name, the unit (`percent`, `score`) and the figure.
pub type Named = (String, String, Figure);

/// The figures of a report, each with its place's name and its unit.
///
/// # Errors
/// Where its table of figures does not hold what it should.
pub fn read(report: &Report) -> Result<BTreeMap<FigureKey, Named>, UnsoundReport> {
    let mut figures = BTreeMap::new();
    for row in report.rows::<Row>(ReportTable::Indicators) {
        let row = row?;
        let key = FigureKey { level: Level::named(&row.geographic_level), code: row.code, indicator: row.indicator };
        let figure = Figure {
            numerator: row.numerator,
            denominator: row.denominator,
            population: row.population,
            value: row.value,
            status: row.status,
            reason: row.reason,
            warning: row.warning,
            authorities: row.authorities,
            verdict: row.verdict,
        };
        figures.insert(key, (row.name, row.unit, figure));
    }
    Ok(figures)
}

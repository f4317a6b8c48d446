//! The figures that differ between two runs.

use super::side::Both;
use crate::read_back::figure::{FigureKey, FigureRow};
use crate::read_back::report::{Report, UnsoundReport};
use crate::unit::Unit;
use std::collections::BTreeMap;

/// The columns of restricted/indicators.csv that are compared.
pub(crate) const COLUMNS: [&str; 9] =
    ["numerator", "denominator", "population", "value", "status", "reason", "warning", "authorities", "verdict"];

/// The cells of a figure under those columns.
pub(crate) fn cells(figure: &FigureRow) -> [String; COLUMNS.len()] {
    let count = |count: Option<u64>| count.map(|count| count.to_string()).unwrap_or_default();
    [
        count(figure.numerator),
        count(figure.denominator),
        count(figure.population),
        figure.value.map(|value| value.to_string()).unwrap_or_default(),
        figure.status.name().to_owned(),
        figure.reason.clone(),
        figure.warning.clone(),
        figure.authorities.clone(),
        figure.verdict.name().to_owned(),
    ]
}

/// A figure that differs.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct FigureChange {
    /// Which figure it is.
    pub(crate) key: FigureKey,
    /// The place's name.
    pub(crate) name: String,
    /// What it is measured in.
    pub(crate) unit: Unit,
    /// The figure in each run that has it.
    pub(crate) figures: Both<Option<FigureRow>>,
}

/// The figures of two runs, compared.
#[derive(Debug, Default)]
pub(crate) struct Figures {
    /// Those that differ, in order of level, code and indicator.
    pub(crate) changed: Vec<FigureChange>,
    /// How many are the same.
    pub(crate) same: usize,
    /// How many of those are authorities'.
    same_of_authorities: usize,
    /// The authorities of either run, code to name.
    pub(crate) authorities: BTreeMap<String, String>,
    /// Whether some authority is in both runs.
    share_an_authority: bool,
}

/// Compares the figures of two runs.
///
/// # Errors
/// Where a row of indicators.csv cannot be read.
pub(crate) fn changes(reports: &Both<&Report>) -> Result<Figures, UnsoundReport> {
    let mut earlier = BTreeMap::new();
    for row in reports.before.rows::<FigureRow>() {
        let row = row?;
        earlier.insert(row.key(), row);
    }
    let mut figures = Figures::default();
    for row in reports.after.rows::<FigureRow>() {
        let row = row?;
        let before = earlier.remove(&row.key());
        figures.add(before, Some(row));
    }
    for gone in earlier.into_values() {
        figures.add(Some(gone), None);
    }
    figures.changed.sort_by(|one, other| one.key.cmp(&other.key));
    Ok(figures)
}

impl Figures {
    /// Whether they are of a single authority: the region's and England's are its own.
    pub(crate) fn of_one_authority(&self) -> bool {
        self.authorities.len() == 1
    }

    /// Those that differ, each once: of a single authority its own alone.
    pub(crate) fn told(&self) -> Vec<&FigureChange> {
        let wanted = |change: &&FigureChange| !self.of_one_authority() || change.key.authority().is_some();
        self.changed.iter().filter(wanted).collect()
    }

    /// How many of the others are the same.
    pub(crate) fn told_the_same(&self) -> usize {
        if self.of_one_authority() { self.same_of_authorities } else { self.same }
    }

    /// Whether each run has authorities, and none is in both.
    pub(crate) fn are_of_others(&self) -> bool {
        !self.authorities.is_empty() && !self.share_an_authority
    }

    /// Adds a figure of either run or both.
    fn add(&mut self, before: Option<FigureRow>, after: Option<FigureRow>) {
        let Some(latest) = after.as_ref().or(before.as_ref()) else { return };
        let (key, name, unit) = (latest.key(), latest.name.clone(), latest.unit);
        self.authorities.extend(key.authority().map(|code| (code.to_owned(), name.clone())));
        self.share_an_authority |= key.authority().is_some() && before.is_some() && after.is_some();
        if before.as_ref().map(cells) == after.as_ref().map(cells) {
            self.same += 1;
            self.same_of_authorities += usize::from(key.authority().is_some());
        } else {
            self.changed.push(FigureChange { key, name, unit, figures: Both { before, after } });
        }
    }
}

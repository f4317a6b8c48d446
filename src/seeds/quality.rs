//! How the quality of returns is measured, and the limits that decide the verdict on a figure.

use super::file::{Mistake, SeedError, SeedFile};
use crate::unit::Unit;
use serde::Deserialize;

pub(super) const TEXT: &[u8] = include_bytes!("../../seeds/quality.toml");

/// The side of quality that a measure is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "lowercase")]
#[allow(missing_docs, reason = "each is the dimension of the same name")]
pub enum Dimension {
    Completeness,
    Uniqueness,
    Consistency,
    Timeliness,
    Validity,
    Accuracy,
}

impl Dimension {
    /// As the tables have it.
    pub fn name(self) -> &'static str {
        match self {
            Dimension::Completeness => "completeness",
            Dimension::Uniqueness => "uniqueness",
            Dimension::Consistency => "consistency",
            Dimension::Timeliness => "timeliness",
            Dimension::Validity => "validity",
            Dimension::Accuracy => "accuracy",
        }
    }
}

/// What is measured: always a count out of another, the lower the better.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs, reason = "seeds/quality.toml says of each what it counts")]
pub enum Measure {
    AuthoritiesMissing,
    TablesMissing,
    BirthUnknown,
    ScoreMissing,
    ScoreOfTheYearBefore,
    DecisionMissing,
    ResultsMissing,
    ContactMissing,
    RowsRepeated,
    EpisodesOverlap,
    EpisodesChanged,
    CoverTooShort,
    DaysWithoutEvents,
    RowsRejected,
    CellsDoubtful,
    EndsGiven,
    CohortAssumed,
    LateOnAssumption,
    ReviewsAssumed,
}

impl Measure {
    /// As the tables have it.
    pub fn name(self) -> &'static str {
        match self {
            Measure::AuthoritiesMissing => "authorities_missing",
            Measure::TablesMissing => "tables_missing",
            Measure::BirthUnknown => "birth_unknown",
            Measure::ScoreMissing => "score_missing",
            Measure::ScoreOfTheYearBefore => "score_of_the_year_before",
            Measure::DecisionMissing => "decision_missing",
            Measure::ResultsMissing => "results_missing",
            Measure::ContactMissing => "contact_missing",
            Measure::RowsRepeated => "rows_repeated",
            Measure::EpisodesOverlap => "episodes_overlap",
            Measure::EpisodesChanged => "episodes_changed",
            Measure::CoverTooShort => "cover_too_short",
            Measure::DaysWithoutEvents => "days_without_events",
            Measure::RowsRejected => "rows_rejected",
            Measure::CellsDoubtful => "cells_doubtful",
            Measure::EndsGiven => "ends_given",
            Measure::CohortAssumed => "cohort_assumed",
            Measure::LateOnAssumption => "late_on_assumption",
            Measure::ReviewsAssumed => "reviews_assumed",
        }
    }
}

/// One measure and its limits.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct MeasureSeed {
    /// What is measured.
    pub name: Measure,
    /// The side of quality it is about.
    pub dimension: Dimension,
    /// What is counted, in words that follow `3 of 40`.
    pub words: String,
    /// The same in a few words, for charts.
    pub short: String,
    /// The indicators that it bears on; empty for every one.
    #[serde(default)]
    pub indicators: Vec<u16>,
    /// The percentage above which a figure is to be used with care.
    pub with_care_above: Option<u64>,
    /// The percentage above which a figure is not to be used.
    pub not_usable_above: Option<u64>,
}

impl MeasureSeed {
    /// Whether it bears on an indicator.
    pub(crate) fn bears_on(&self, indicator: u16) -> bool {
        self.indicators.is_empty() || self.indicators.contains(&indicator)
    }
}

/// How wide the range that the files leave may be, in tenths of the unit of a figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct RangeLimits {
    /// The unit of the figures it is for.
    unit: Unit,
    /// The widest with which a figure is usable.
    pub usable: i64,
    /// The widest with which it is to be used with care.
    pub with_care: i64,
}

#[derive(Deserialize)]
struct RangeSeed {
    unit: String,
    usable_up_to: f64,
    with_care_up_to: f64,
}

#[derive(Deserialize)]
struct File {
    range: Vec<RangeSeed>,
    measure: Vec<MeasureSeed>,
}

/// What a verdict goes by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quality {
    /// The limits of ranges, one for each unit.
    ranges: Vec<RangeLimits>,
    /// The measures, in order.
    pub measures: Vec<MeasureSeed>,
}

impl Quality {
    /// The limits of the ranges of figures in a unit.
    pub(crate) fn range_limits(&self, unit: Unit) -> Option<RangeLimits> {
        self.ranges.iter().copied().find(|limits| limits.unit == unit)
    }
}

/// The limits and measures of a seed, in its order.
///
/// # Errors
/// Where the seed cannot be read, or lacks the limits of a unit.
pub(super) fn load(seed: &SeedFile) -> Result<Quality, SeedError> {
    let File { range, measure } = seed.toml()?;
    let tenths = |width: f64| (width * 10.0).round() as i64;
    let mut ranges = Vec::new();
    for unit in [Unit::Percent, Unit::Score] {
        let of_unit = range.iter().find(|range| range.unit == unit.name());
        let limits = of_unit.ok_or_else(|| {
            let remedy = "add it, as in seeds/quality.toml of the program's source";
            Mistake::new(format!("has no [[range]] for the unit {}", unit.name()), remedy).in_file(&seed.name)
        })?;
        let (usable, with_care) = (tenths(limits.usable_up_to), tenths(limits.with_care_up_to));
        ranges.push(RangeLimits { unit, usable, with_care });
    }
    Ok(Quality { ranges, measures: measure })
}

#[cfg(test)]
mod tests {
    use crate::seeds::Seeds;
    use crate::seeds::indicators::find;

    #[test]
    fn every_measure_is_there_once_and_its_limits_are_in_order() {
        let Seeds { quality, indicators, .. } = Seeds::built_in().unwrap();
        let measures = quality.measures;
        let mut names: Vec<_> = measures.iter().map(|measure| measure.name).collect();
        names.sort();
        names.dedup();
        assert_eq!((names.len(), measures.len()), (19, 19));
        for measure in &measures {
            let in_order = measure.with_care_above.zip(measure.not_usable_above).is_none_or(|(care, not)| care < not);
            assert!(in_order, "{:?}", measure.name);
            assert!(measure.indicators.iter().all(|number| find(&indicators, *number).is_some()), "{:?}", measure.name);
            assert!(!measure.words.is_empty() && measure.short.len() <= 30, "{:?}", measure.name);
        }
    }
}

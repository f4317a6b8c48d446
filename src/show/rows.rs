//! The rows of a report's tables, as far as they are shown: each field is the column of the same name.

use crate::benchmark::groups::GroupKind;
use crate::contract::{BETWEEN_WARNINGS, COVER_TOO_SHORT};
use crate::unit::{Good, Unit};
use serde::Deserialize;

/// A row of restricted/indicators.csv.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[allow(missing_docs, reason = "each field is the column of the same name")]
pub struct FigureRow {
    pub as_at: String,
    pub basis: String,
    pub geographic_level: String,
    pub code: String,
    pub name: String,
    pub indicator: u16,
    pub numerator: String,
    pub denominator: String,
    pub population: String,
    pub value: String,
    pub status: String,
    pub reason: String,
    pub warning: String,
    pub title: String,
    pub unit: Unit,
    pub good: Good,
    pub national_target_year: String,
    pub local_target_year: String,
    pub verdict: String,
    pub verdict_reason: String,
    pub lower_95: String,
    pub upper_95: String,
    pub interval: String,
    pub lower_99_8: String,
    pub upper_99_8: String,
    pub compared_value: String,
    pub compared_source: String,
    pub rank: String,
    pub ranked: String,
    pub sharing_rank: String,
    pub band: String,
    pub not_told_apart: String,
    pub best_rank: String,
    pub worst_rank: String,
    pub ranked_from_returns: String,
    pub ranked_from_published: String,
    pub ranked_without_counts: String,
    pub listed: String,
    pub funnel_convention: String,
    pub funnel_centre: String,
    pub funnel_lower_95: String,
    pub funnel_upper_95: String,
    pub funnel_lower_99_8: String,
    pub funnel_upper_99_8: String,
    pub funnel_position: String,
    pub widened_lower_95: String,
    pub widened_upper_95: String,
    pub widened_lower_99_8: String,
    pub widened_upper_99_8: String,
    pub widened_position: String,
    pub change_from_year: String,
    pub change_from_value: String,
    pub change_from_source: String,
    pub change: String,
    pub change_lower_95: String,
    pub change_upper_95: String,
    pub change_p: String,
    pub change_method: String,
    pub change_told: String,
    pub trend: String,
    pub trend_from_year: String,
    pub trend_chi_squared: String,
    pub trend_p: String,
    pub trend_sources: String,
    /// Not in reports of old.
    #[serde(default)]
    pub change_not_compared: String,
}

/// A row of restricted/comparators.csv.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[allow(missing_docs, reason = "each field is the column of the same name")]
pub struct ComparatorRow {
    pub code: String,
    pub indicator: u16,
    pub comparator_kind: String,
    pub comparator: String,
    pub comparator_value: String,
    pub comparator_year: String,
    pub comparator_source: String,
    pub used: String,
    pub authorities: String,
    pub with_figure: String,
    pub mean: String,
    pub median: String,
    pub difference: String,
    pub told_95: String,
}

impl ComparatorRow {
    /// Whether it is the one that is used, of two sources.
    pub fn is_used(&self) -> bool {
        self.used == "yes"
    }

    /// The one number of the comparator: that of England or a region as a whole, else the mean of the authorities.
    pub fn number(&self) -> &str {
        if self.is_whole() { &self.comparator_value } else { &self.mean }
    }

    /// Whether it is a group of the user's.
    pub fn is_own_group(&self) -> bool {
        self.comparator_kind == GroupKind::Own.name()
    }

    /// Whether it is England or a region.
    pub fn is_whole(&self) -> bool {
        self.comparator_kind == GroupKind::England.name() || self.comparator_kind == GroupKind::Region.name()
    }
}

/// A row of restricted/targets.csv.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[allow(missing_docs, reason = "each field is the column of the same name")]
pub struct TargetRow {
    pub code: String,
    pub indicator: u16,
    pub source: String,
    pub used: String,
    pub whose: String,
    pub target: String,
    pub target_year: String,
    pub met: String,
    pub met_95: String,
    pub above: String,
    pub children_short: String,
    pub children_to_spare: String,
    pub path_from_year: String,
    pub path_value: String,
    pub ahead_of_path: String,
    pub yearly_change: String,
}

/// A row of restricted/years.csv.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[allow(missing_docs, reason = "each field is the column of the same name")]
pub struct YearRow {
    pub code: String,
    pub indicator: u16,
    pub year: String,
    pub source: String,
    pub used: String,
    pub numerator: String,
    pub denominator: String,
    pub value: String,
    pub lower_95: String,
    pub upper_95: String,
    /// Not in reports of old.
    #[serde(default)]
    pub warning: String,
}

impl YearRow {
    /// Whether the year looks back further than the returns.
    pub fn looks_back(&self) -> bool {
        self.warning.split(BETWEEN_WARNINGS).any(|warning| warning == COVER_TOO_SHORT)
    }
}

//! The rows of the other tables of a report that are read back.

use super::cells;
use super::report::{ReportTable, Row};
use crate::benchmark::groups::GroupKind;
use crate::benchmark::significance::Significance;
use crate::benchmark::targets;
use crate::contract::{BETWEEN_WARNINGS, COVER_TOO_SHORT};
use crate::decimal::Decimal;
use crate::rounding::Tenths;
use crate::seeds::published::Cell;
use crate::unit::Unit;
use crate::wording::group::GroupFigure;
use serde::Deserialize;
use std::fmt;

/// A row of restricted/comparators.csv.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[allow(missing_docs, reason = "each field is the column of the same name")]
pub struct ComparatorRow {
    pub(crate) code: String,
    pub(crate) indicator: u16,
    #[serde(deserialize_with = "cells::group_kind")]
    pub(crate) comparator_kind: GroupKind,
    #[serde(deserialize_with = "cells::text")]
    pub(crate) comparator: String,
    #[serde(deserialize_with = "cells::decimal")]
    pub(crate) comparator_value: Option<Decimal>,
    #[serde(deserialize_with = "cells::filled")]
    pub(crate) comparator_year: Option<i32>,
    pub(crate) comparator_source: String,
    #[serde(deserialize_with = "cells::yes")]
    pub(crate) used: bool,
    pub(crate) authorities: usize,
    pub(crate) with_figure: usize,
    #[serde(deserialize_with = "cells::tenths")]
    pub(crate) mean: Option<Tenths>,
    #[serde(deserialize_with = "cells::tenths")]
    pub(crate) median: Option<Tenths>,
    #[serde(deserialize_with = "cells::tenths")]
    pub(crate) difference: Option<Tenths>,
    #[serde(deserialize_with = "cells::told")]
    pub(crate) told_95: Option<Significance>,
}

impl Row for ComparatorRow {
    const TABLE: ReportTable = ReportTable::Comparators;
}

impl ComparatorRow {
    /// The comparator's one number: the value of England or a region as a whole, else the mean of its authorities.
    pub(crate) fn number(&self) -> Option<String> {
        if self.is_whole() {
            self.comparator_value.map(|value| value.to_string())
        } else {
            self.mean.map(|mean| mean.to_string())
        }
    }

    /// Whether the only figure of the comparator is that of the place beside it, which compares it with itself.
    pub(crate) fn is_the_place_itself(&self, has_figure: bool) -> bool {
        has_figure && self.with_figure == 1 && self.comparator_value.is_none()
    }

    /// Whether it is one of the user's groups.
    pub(crate) fn is_own_group(&self) -> bool {
        self.comparator_kind == GroupKind::Own
    }

    /// Whether it is England or a region.
    pub(crate) fn is_whole(&self) -> bool {
        matches!(self.comparator_kind, GroupKind::England | GroupKind::Region)
    }
}

/// Who set a target.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
#[allow(missing_docs, reason = "each is what its name says")]
pub(crate) enum Whose {
    National,
    Local,
}

/// As the table has it.
impl fmt::Display for Whose {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Whose::National => "national",
            Whose::Local => "local",
        })
    }
}

/// A row of restricted/targets.csv.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[allow(missing_docs, reason = "each field is the column of the same name")]
pub struct TargetRow {
    pub(crate) code: String,
    pub(crate) indicator: u16,
    pub(crate) source: String,
    #[serde(deserialize_with = "cells::yes")]
    pub(crate) used: bool,
    pub(crate) whose: Whose,
    #[serde(deserialize_with = "cells::number")]
    pub(crate) target: Decimal,
    pub(crate) target_year: i32,
    #[serde(deserialize_with = "cells::met")]
    pub(crate) met: Option<bool>,
    #[serde(deserialize_with = "cells::met_at_95")]
    pub(crate) met_95: Option<targets::MetAt95>,
    #[serde(deserialize_with = "cells::tenths")]
    pub(crate) above: Option<Tenths>,
    #[serde(deserialize_with = "cells::filled")]
    pub(crate) children_short: Option<u64>,
    #[serde(deserialize_with = "cells::filled")]
    pub(crate) children_to_spare: Option<u64>,
    #[serde(deserialize_with = "cells::filled")]
    pub(crate) path_from_year: Option<i32>,
    #[serde(deserialize_with = "cells::tenths")]
    pub(crate) path_value: Option<Tenths>,
    #[serde(deserialize_with = "cells::tenths")]
    pub(crate) ahead_of_path: Option<Tenths>,
    #[serde(deserialize_with = "cells::tenths")]
    pub(crate) yearly_change: Option<Tenths>,
    /// Blank in a report of a version that did not write it.
    pub(crate) why_not_known: Option<String>,
    /// The first year known, where it meets the target already; blank in a report of a version that did not write it.
    #[serde(default, deserialize_with = "cells::filled")]
    pub(crate) already_met_in: Option<i32>,
}

impl Row for TargetRow {
    const TABLE: ReportTable = ReportTable::Targets;
}

/// A row of restricted/years.csv.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[allow(missing_docs, reason = "each field is the column of the same name")]
pub struct YearRow {
    pub(crate) code: String,
    pub(crate) indicator: u16,
    pub(crate) year: i32,
    pub(crate) source: String,
    #[serde(deserialize_with = "cells::yes")]
    pub(crate) used: bool,
    #[serde(deserialize_with = "cells::filled")]
    pub(crate) numerator: Option<u64>,
    #[serde(deserialize_with = "cells::filled")]
    pub(crate) denominator: Option<u64>,
    #[serde(deserialize_with = "cells::published")]
    pub(crate) value: Cell<Decimal>,
    #[serde(deserialize_with = "cells::tenths")]
    pub(crate) lower_95: Option<Tenths>,
    #[serde(deserialize_with = "cells::tenths")]
    pub(crate) upper_95: Option<Tenths>,
    /// Blank in a report of a version that did not write it.
    #[serde(default)]
    pub(crate) warning: String,
}

impl Row for YearRow {
    const TABLE: ReportTable = ReportTable::Years;
}

impl YearRow {
    /// Whether the year's figure looks further back than the returns cover.
    pub(crate) fn looks_back(&self) -> bool {
        self.warning.split(BETWEEN_WARNINGS).any(|warning| warning == COVER_TOO_SHORT)
    }
}

/// A row of restricted/breakdowns.csv.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[allow(missing_docs, reason = "each field is the column of the same name")]
pub struct BreakdownRow {
    pub(crate) code: String,
    pub(crate) indicator: u16,
    #[serde(deserialize_with = "cells::text")]
    pub(crate) dimension: String,
    #[serde(deserialize_with = "cells::text")]
    pub(crate) group: String,
    pub(crate) numerator: u64,
    pub(crate) denominator: u64,
    #[serde(deserialize_with = "cells::tenths")]
    lower_95: Option<Tenths>,
    #[serde(deserialize_with = "cells::tenths")]
    upper_95: Option<Tenths>,
    #[serde(deserialize_with = "cells::tenths")]
    difference: Option<Tenths>,
    #[serde(deserialize_with = "cells::tenths")]
    difference_lower_95: Option<Tenths>,
    #[serde(deserialize_with = "cells::tenths")]
    difference_upper_95: Option<Tenths>,
    #[serde(deserialize_with = "cells::filled")]
    more_than_chance: Option<u8>,
}

impl Row for BreakdownRow {
    const TABLE: ReportTable = ReportTable::Breakdowns;
}

impl BreakdownRow {
    /// Its figure, in the indicator's unit.
    pub(crate) fn figure(&self, unit: Unit) -> GroupFigure {
        let both = |lower: Option<Tenths>, upper: Option<Tenths>| Some([lower?, upper?]);
        GroupFigure {
            unit,
            numerator: self.numerator,
            denominator: self.denominator,
            interval: both(self.lower_95, self.upper_95),
            difference: self.difference,
            of_difference: both(self.difference_lower_95, self.difference_upper_95),
            more_than_chance: self.more_than_chance.map(|told| told == 1),
        }
    }
}

/// A row of restricted/children.csv.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[allow(missing_docs, reason = "each field is the column of the same name")]
pub struct ChildRow {
    pub(crate) la_code: String,
    pub(crate) indicator: u16,
    #[serde(deserialize_with = "cells::text")]
    pub(crate) child: String,
    #[serde(deserialize_with = "cells::one")]
    pub(crate) in_denominator: bool,
    #[serde(deserialize_with = "cells::one")]
    pub(crate) in_numerator: bool,
    #[serde(deserialize_with = "cells::filled")]
    pub(crate) score: Option<u8>,
    pub(crate) reason: String,
    pub(crate) flags: String,
}

impl Row for ChildRow {
    const TABLE: ReportTable = ReportTable::Children;
}

/// A row of restricted/cleaning.csv without its file and line, which differ between runs of the same rows. Sorted by
/// authority, then rule.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[allow(missing_docs, reason = "each field is the column of the same name")]
pub struct CleaningRow {
    pub(crate) la_code: String,
    pub(crate) rule: String,
    #[serde(deserialize_with = "cells::text")]
    pub(crate) child: String,
    pub(crate) step: String,
    pub(crate) field: String,
    pub(crate) found: String,
}

impl Row for CleaningRow {
    const TABLE: ReportTable = ReportTable::Cleaning;
}

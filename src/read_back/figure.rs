//! restricted/indicators.csv: one row for each place and indicator.

use super::cells;
use super::report::{ReportTable, Row};
use crate::benchmark::funnel::Position;
use crate::benchmark::significance::Significance;
use crate::day::Day;
use crate::decimal::Decimal;
use crate::figures::Status;
use crate::level::Level;
use crate::rounding::Tenths;
use crate::statistics::quantile::Band;
use crate::timeframe::Basis;
use crate::unit::{Good, Unit};
use crate::verdict::Reliance;
use serde::Deserialize;

/// A figure with what is known of it. From `lower_95` on, columns are blank in a report of a version that did not write
/// them.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[allow(missing_docs, reason = "each field is the column of the same name")]
pub struct FigureRow {
    #[serde(deserialize_with = "cells::day")]
    pub(crate) as_at: Day,
    pub(crate) basis: Basis,
    #[serde(deserialize_with = "cells::level")]
    pub(crate) geographic_level: Level,
    pub(crate) code: String,
    #[serde(deserialize_with = "cells::text")]
    pub(crate) name: String,
    pub(crate) indicator: u16,
    #[serde(deserialize_with = "cells::filled")]
    pub(crate) numerator: Option<u64>,
    #[serde(deserialize_with = "cells::filled")]
    pub(crate) denominator: Option<u64>,
    #[serde(deserialize_with = "cells::filled")]
    pub(crate) population: Option<u64>,
    #[serde(deserialize_with = "cells::decimal")]
    pub(crate) value: Option<Decimal>,
    #[serde(deserialize_with = "cells::status")]
    pub(crate) status: Status,
    pub(crate) reason: String,
    pub(crate) warning: String,
    pub(crate) authorities: String,
    pub(crate) title: String,
    pub(crate) unit: Unit,
    pub(crate) good: Good,
    #[serde(deserialize_with = "cells::filled")]
    pub(crate) national_target_year: Option<i32>,
    #[serde(deserialize_with = "cells::filled")]
    pub(crate) local_target_year: Option<i32>,
    #[serde(deserialize_with = "cells::reliance")]
    pub(crate) verdict: Reliance,
    pub(crate) verdict_reason: String,
    #[serde(default, deserialize_with = "cells::tenths")]
    pub(crate) lower_95: Option<Tenths>,
    #[serde(default, deserialize_with = "cells::tenths")]
    pub(crate) upper_95: Option<Tenths>,
    pub(crate) interval: Option<String>,
    #[serde(default, deserialize_with = "cells::tenths")]
    pub(crate) lower_99_8: Option<Tenths>,
    #[serde(default, deserialize_with = "cells::tenths")]
    pub(crate) upper_99_8: Option<Tenths>,
    #[serde(default, deserialize_with = "cells::decimal")]
    pub(crate) compared_value: Option<Decimal>,
    pub(crate) compared_source: Option<String>,
    pub(crate) rank: Option<usize>,
    pub(crate) ranked: Option<usize>,
    pub(crate) sharing_rank: Option<usize>,
    #[serde(default, deserialize_with = "cells::band")]
    pub(crate) band: Option<Band>,
    pub(crate) not_told_apart: Option<usize>,
    pub(crate) best_rank: Option<usize>,
    pub(crate) worst_rank: Option<usize>,
    pub(crate) ranked_from_returns: Option<usize>,
    pub(crate) ranked_from_published: Option<usize>,
    pub(crate) ranked_without_counts: Option<usize>,
    pub(crate) listed: Option<usize>,
    pub(crate) funnel_convention: Option<String>,
    #[serde(default, deserialize_with = "cells::tenths")]
    pub(crate) funnel_centre: Option<Tenths>,
    #[serde(default, deserialize_with = "cells::tenths")]
    pub(crate) funnel_lower_95: Option<Tenths>,
    #[serde(default, deserialize_with = "cells::tenths")]
    pub(crate) funnel_upper_95: Option<Tenths>,
    #[serde(default, deserialize_with = "cells::tenths")]
    pub(crate) funnel_lower_99_8: Option<Tenths>,
    #[serde(default, deserialize_with = "cells::tenths")]
    pub(crate) funnel_upper_99_8: Option<Tenths>,
    #[serde(default, deserialize_with = "cells::position")]
    pub(crate) funnel_position: Option<Position>,
    #[serde(default, deserialize_with = "cells::tenths")]
    pub(crate) widened_lower_95: Option<Tenths>,
    #[serde(default, deserialize_with = "cells::tenths")]
    pub(crate) widened_upper_95: Option<Tenths>,
    #[serde(default, deserialize_with = "cells::tenths")]
    pub(crate) widened_lower_99_8: Option<Tenths>,
    #[serde(default, deserialize_with = "cells::tenths")]
    pub(crate) widened_upper_99_8: Option<Tenths>,
    #[serde(default, deserialize_with = "cells::position")]
    pub(crate) widened_position: Option<Position>,
    pub(crate) change_from_year: Option<i32>,
    #[serde(default, deserialize_with = "cells::decimal")]
    pub(crate) change_from_value: Option<Decimal>,
    pub(crate) change_from_source: Option<String>,
    #[serde(default, deserialize_with = "cells::tenths")]
    pub(crate) change: Option<Tenths>,
    #[serde(default, deserialize_with = "cells::tenths")]
    pub(crate) change_lower_95: Option<Tenths>,
    #[serde(default, deserialize_with = "cells::tenths")]
    pub(crate) change_upper_95: Option<Tenths>,
    #[serde(default, deserialize_with = "cells::decimal")]
    pub(crate) change_p: Option<Decimal>,
    pub(crate) change_method: Option<String>,
    #[serde(default, deserialize_with = "cells::told")]
    pub(crate) change_told: Option<Significance>,
    pub(crate) trend: Option<String>,
    pub(crate) trend_from_year: Option<i32>,
    #[serde(default, deserialize_with = "cells::decimal")]
    pub(crate) trend_chi_squared: Option<Decimal>,
    #[serde(default, deserialize_with = "cells::decimal")]
    pub(crate) trend_p: Option<Decimal>,
    pub(crate) trend_sources: Option<String>,
    pub(crate) change_not_compared: Option<String>,
    pub(crate) not_judged: Option<String>,
    /// None in reports of versions that did not say it.
    #[serde(default)]
    pub(crate) not_placed: Option<String>,
    #[serde(default, deserialize_with = "cells::tenths")]
    pub(crate) data_low: Option<Tenths>,
    #[serde(default, deserialize_with = "cells::tenths")]
    pub(crate) data_high: Option<Tenths>,
}

impl Row for FigureRow {
    const TABLE: ReportTable = ReportTable::Indicators;
}

/// Which figure it is: level, code of the place, indicator. Sorted in that order.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct FigureKey {
    /// England, region or authority.
    pub(crate) level: Level,
    /// The place's code.
    pub(crate) code: String,
    /// The indicator's number.
    pub(crate) indicator: u16,
}

impl FigureKey {
    /// The authority's code, for a figure of an authority.
    pub(crate) fn authority(&self) -> Option<&str> {
        (self.level == Level::LocalAuthority).then_some(self.code.as_str())
    }
}

impl FigureRow {
    /// Which figure it is.
    pub(crate) fn key(&self) -> FigureKey {
        FigureKey { level: self.geographic_level, code: self.code.clone(), indicator: self.indicator }
    }

    /// Numerator and denominator.
    pub(crate) fn counts(&self) -> Option<(u64, u64)> {
        self.numerator.zip(self.denominator)
    }

    /// How many authorities are behind it, for a region or England.
    pub(crate) fn authorities_behind(&self) -> Option<u32> {
        self.authorities.split_once(" of ").and_then(|(some, _)| some.parse().ok())
    }

    /// Whether it is a region's or England's from only some of its authorities: `3 of 152`.
    pub(crate) fn is_partial(&self) -> bool {
        self.authorities.split_once(" of ").is_some_and(|(some, all)| some != all)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A row as the version wrote it that was the first to write verdicts.
    const OLD: &str =
        "as_at,basis,geographic_level,code,name,indicator,numerator,denominator,population,value,status,reason,\
        warning,authorities,title,unit,good,national_target,national_target_year,national_target_met,local_target,\
        local_target_year,local_target_met,verdict,verdict_reason
2011-03-31,rolling,Local authority,302,Barnet,62,1,3,3,33.3,ok,,,,Stability,percent,low,,,,,,,with care,few
";

    #[test]
    fn newer_columns_may_be_missing_and_others_may_not() {
        let read = |table: &str| csv::Reader::from_reader(table.as_bytes()).deserialize::<FigureRow>().next().unwrap();
        let row = read(OLD).unwrap();
        assert_eq!((row.counts(), row.value.unwrap().to_string().as_str()), (Some((1, 3)), "33.3"));
        assert_eq!((row.lower_95, row.rank, row.change, row.change_not_compared), (None, None, None, None));
        let heading = OLD.lines().next().unwrap();
        for column in ["numerator", "value", "status", "authorities", "verdict", "local_target_year"] {
            let error = read(&OLD.replacen(heading, &heading.replacen(column, "renamed", 1), 1)).unwrap_err();
            assert!(error.to_string().contains("missing field"), "{column}: {error}");
        }
    }

    #[test]
    fn what_no_run_writes_is_refused() {
        for (written, wrong) in [("33.3", "33,3"), ("ok", "fine"), ("with care", "certain"), ("percent", "per cent")] {
            let table = OLD.replacen(&format!(",{written},"), &format!(",\"{wrong}\","), 1);
            let mut reader = csv::Reader::from_reader(table.as_bytes());
            assert!(reader.deserialize::<FigureRow>().next().unwrap().is_err(), "{wrong}");
        }
    }
}

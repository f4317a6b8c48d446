//! The children behind the figures of one authority, for its owner: a row for each child and indicator, and of each child the
//! timeline and the walk through every definition.

pub(crate) mod drawn;
mod flags;
mod phrases;
mod rows;

use crate::breakdowns::grouping::Groupings;
use crate::figures::{Figure, Status};
use crate::forecast::watch_list::WatchRow;
use crate::indicators::AuthorityOutcomes;
use crate::seeds::breakdowns::Dimension;
use crate::seeds::indicators::IndicatorSeed;
use crate::unit::Unit;
use crate::walk::Followed;
use crate::walk::side::Side;
use crate::wording::figure::{reason, value};
use crate::wording::names::{Indicator, Place};
use drawn::Drawn;
use rows::Asked;
pub(crate) use rows::Row;
use std::collections::{BTreeMap, BTreeSet};

/// The children behind the figures of one authority.
pub(crate) struct Children<'run> {
    /// The authority.
    pub place: Place,
    /// The dimensions by which children are grouped.
    pub dimensions: &'run [Dimension],
    /// Whether there is a watch list.
    pub is_watched: bool,
    /// The indicators, in order.
    pub indicators: Vec<OfIndicator>,
    /// Every flag of theirs, and what it says.
    pub flags: BTreeMap<String, String>,
    /// The timelines and walks of these children.
    pub drawn: Drawn,
}

/// The children of one indicator.
pub(crate) struct OfIndicator {
    /// The indicator.
    pub indicator: Indicator,
    /// Its value with its unit, or why there is none.
    pub value: String,
    /// The children, in order of id.
    pub rows: Vec<Row>,
}

/// What the children of an authority are gathered from.
pub(crate) struct Behind<'run> {
    /// The children, to be followed.
    pub followed: Followed<'run>,
    /// What was decided about them.
    pub outcomes: &'run AuthorityOutcomes,
    /// The authority's figures, in the order of the indicators.
    pub figures: Vec<&'run Figure>,
    /// The authority's watch list; none on the last day of a year.
    pub watched: Option<Vec<&'run WatchRow>>,
    /// The dimensions.
    pub groupings: &'run Groupings,
}

impl<'run> Children<'run> {
    /// Of an authority.
    pub fn of(behind: &Behind<'run>) -> Children<'run> {
        let Behind { followed, outcomes, figures, watched, groupings } = behind;
        let seeds = &followed.setting.seeds.indicators;
        let mut all = BTreeSet::new();
        let of_indicator = |(place, seed): (usize, &IndicatorSeed)| {
            let outcomes = outcomes.indicators.get(place).and_then(|outcomes| outcomes.as_ref().ok());
            let watched = watched.as_deref().unwrap_or_default();
            let rows = rows::of(&Asked { followed, groupings, place, outcomes, watched });
            all.extend(rows.iter().map(|row| row.place));
            let indicator = Indicator::of(seed);
            OfIndicator { value: said(figures.get(place).copied(), indicator.unit), indicator, rows }
        };
        let indicators = seeds.iter().enumerate().map(of_indicator).collect();
        let authority = followed.authority;
        Children {
            place: Place { code: authority.code.clone(), name: authority.name.clone() },
            dimensions: &groupings.dimensions,
            is_watched: watched.is_some(),
            indicators,
            flags: flags::of(followed, outcomes),
            drawn: Drawn::of(followed, all),
        }
    }
}

impl OfIndicator {
    /// How many of its children are on a side.
    pub fn on(&self, side: Side) -> usize {
        self.rows.iter().filter(|row| row.side == side).count()
    }

    /// How many of its answers are doubtful.
    pub fn doubtful(&self) -> usize {
        self.rows.iter().filter(|row| !row.doubt.is_empty()).count()
    }

    /// How many of its children are on the watch list.
    pub fn watched(&self) -> usize {
        self.rows.iter().filter(|row| !row.watched[0].is_empty()).count()
    }

    /// Whether its children have scores.
    pub fn has_scores(&self) -> bool {
        self.indicator.unit == Unit::Score
    }
}

/// What the address of the page asks for besides groups.
const ASKED: [&str; 8] = ["ni", "side", "why", "doubt", "flags", "watch", "find", "child"];

/// What a dimension is called in the address of the page: its name, unless the address means something else by that.
pub(crate) fn key(dimension: &str) -> String {
    if ASKED.contains(&dimension) { format!("own_{dimension}") } else { dimension.to_owned() }
}

/// A value with its unit, or why there is none.
fn said(figure: Option<&Figure>, unit: Unit) -> String {
    match figure {
        Some(figure) if figure.status == Status::Ok => value(figure, unit) + unit.suffix(),
        Some(figure) => format!(
            "none{}",
            Some(reason(figure)).filter(|why| !why.is_empty()).map(|why| format!(": {why}")).unwrap_or_default()
        ),
        None => "none".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::key;

    #[test]
    fn a_column_of_the_user_takes_no_word_of_the_address() {
        assert_eq!(["team", "watch", "own_watch"].map(key), ["team", "own_watch", "own_watch"]);
    }
}

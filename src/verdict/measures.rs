//! What the measures of quality count of a figure: so many of so many, from the rows and children behind it.

use crate::figures::{Behind, Figure};
use crate::indicators::outcome::Reason;
use crate::quality::ledger::{Reasons, TableLedger};
use crate::reconciliation::children::ChildTally;
use crate::reconciliation::reconciled::Reconciled;
use crate::returns::finding::rules;
use crate::returns::table::Table;
use crate::rounding;
use crate::seeds::quality::Measure;
use crate::unit::Unit;
use std::cmp::Ordering;

/// A count out of a total.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Measured {
    /// How many.
    pub count: u64,
    /// Out of how many.
    pub of: u64,
}

impl Measured {
    /// Whether the share is above a limit in per cent; 0 of 0 is not.
    pub fn is_above(self, per_cent: u64) -> bool {
        u128::from(self.count) * 100 > u128::from(self.of) * u128::from(per_cent)
    }

    /// Which share is larger; of equal shares, which total.
    pub(crate) fn share_against(self, other: Measured) -> Ordering {
        let share = |one: Measured, by: Measured| u128::from(one.count) * u128::from(by.of.max(1));
        share(self, other).cmp(&share(other, self)).then(self.of.cmp(&other.of))
    }

    /// The share in per cent with one decimal; blank for 0 of 0.
    pub(crate) fn per_cent(self) -> String {
        rounding::value(Unit::Percent, self.count, self.of).map(|share| share.to_string()).unwrap_or_default()
    }

    /// `3 of 40 WORDS (7.5%)`.
    pub fn in_words(self, words: &str) -> String {
        format!("{} of {} {words} ({}%)", self.count, self.of, self.per_cent())
    }

    /// The measure of one figure.
    pub(crate) fn of_figure(measure: Measure, figure: &Figure, reconciled: &Reconciled) -> Measured {
        let nobody = ChildTally::default();
        let children = reconciled.children.as_ref().unwrap_or(&nobody);
        match measure {
            Measure::AuthoritiesMissing => Measured::of_authorities(figure.behind),
            Measure::CoverTooShort => Measured::of_cover(figure.cover_too_short),
            Measure::DaysWithoutEvents => Measured { count: reconciled.silent.0, of: reconciled.silent.1 },
            // A figure whose tables are missing is not available.
            Measure::TablesMissing => Measured::default(),
            _ => {
                Measured::of_children(measure, children).unwrap_or_else(|| Measured::of_rows(measure, &reconciled.rows))
            }
        }
    }

    /// How many of the listed authorities have no figure.
    pub(crate) fn of_authorities(behind: Option<Behind>) -> Measured {
        let missing = behind.map(|behind| (behind.listed.saturating_sub(behind.available), behind.listed));
        missing.map(|(count, of)| Measured { count: count.into(), of: of.into() }).unwrap_or_default()
    }

    /// 1 of 1 where the returns begin too late.
    pub(crate) fn of_cover(too_short: bool) -> Measured {
        Measured { count: too_short.into(), of: 1 }
    }

    /// A measure of children; none for the measures of rows.
    pub fn of_children(measure: Measure, children: &ChildTally) -> Option<Measured> {
        let not_met = |reason| children.not_met.get(&reason).copied().unwrap_or_default();
        let left_out = |reason| children.left_out.get(&reason).copied().unwrap_or_default();
        let either = |reason| not_met(reason) + left_out(reason);
        let (population, denominator) = (children.population(), children.denominator());
        let (count, of) = match measure {
            Measure::BirthUnknown => (left_out(Reason::DobUnknown), population + left_out(Reason::DobUnknown)),
            Measure::ScoreMissing => (children.unscored, population),
            Measure::ScoreOfTheYearBefore => (children.scored_before, denominator),
            Measure::DecisionMissing => (not_met(Reason::NoDecisionDate), denominator),
            Measure::ResultsMissing => (either(Reason::NotMatched), denominator + left_out(Reason::NotMatched)),
            Measure::ContactMissing => (either(Reason::NoOc3Row), denominator + left_out(Reason::NoOc3Row)),
            Measure::CohortAssumed => (children.cohort_assumed, population),
            Measure::LateOnAssumption => (children.late_on_assumption, denominator),
            Measure::ReviewsAssumed => (children.reviews_assumed, denominator),
            _ => return None,
        };
        Some(Measured { count, of })
    }

    /// A measure of rows.
    pub fn of_rows(measure: Measure, rows: &[(Table, TableLedger)]) -> Measured {
        let episodes = rows.iter().filter(|(table, _)| *table == Table::Episodes);
        match measure {
            Measure::RowsRepeated => sum(rows, |rows| (of(&rows.set_aside, rules::DUPLICATE_ROW.name), rows.read)),
            Measure::RowsRejected => sum(rows, |rows| (rows.rejected.values().sum(), rows.read)),
            Measure::CellsDoubtful => sum(rows, |rows| (doubtful(rows), rows.read)),
            Measure::EpisodesOverlap => sum(episodes, |rows| (of(&rows.noted, rules::OVERLAP.name), in_use(rows))),
            Measure::EpisodesChanged => sum(episodes, |rows| {
                (of(&rows.noted, rules::EPISODE_CHANGED.name), of(&rows.set_aside, "returned_again"))
            }),
            Measure::EndsGiven => sum(episodes, |rows| (rows.repaired.values().sum(), in_use(rows))),
            _ => Measured::default(),
        }
    }
}

fn sum<'rows>(
    rows: impl IntoIterator<Item = &'rows (Table, TableLedger)>,
    measure: impl Fn(&TableLedger) -> (u64, u64),
) -> Measured {
    rows.into_iter().fold(Measured::default(), |sum, (_, rows)| {
        let (count, of) = measure(rows);
        Measured { count: sum.count + count, of: sum.of + of }
    })
}

fn of(reasons: &Reasons, why: &str) -> u64 {
    reasons.get(why).copied().unwrap_or_default()
}

fn in_use(rows: &TableLedger) -> u64 {
    rows.used + rows.repaired.values().sum::<u64>()
}

/// Rules for cells that are kept though something is wrong with them.
fn doubtful(rows: &TableLedger) -> u64 {
    [&rules::CODE_UNLISTED, &rules::DATE_IGNORED, &rules::SCORE_IMPOSSIBLE, &rules::ROW_TOO_SHORT]
        .into_iter()
        .map(|rule| of(&rows.noted, rule.name))
        .sum()
}

//! The children on whom an indicator decided differently in the two runs.

use super::side::Both;
use crate::indicators::outcome::Reason;
use crate::read_back::report::{Report, UnsoundReport};
use crate::read_back::rows::ChildRow;
use std::collections::BTreeMap;

/// What an indicator decided about a child, as in restricted/children.csv.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs, reason = "each field is the column of the same name")]
pub struct Standing {
    pub(crate) in_denominator: bool,
    pub(crate) in_numerator: bool,
    pub(crate) score: Option<u8>,
    pub(crate) reason: String,
    pub(crate) flags: String,
}

/// A child whose standing differs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct ChildChange {
    /// The authority.
    pub(crate) la_code: String,
    /// The indicator.
    pub(crate) indicator: u16,
    /// The child's id.
    pub(crate) child: String,
    /// The child's standing in each run; none where the indicator did not consider the child.
    pub(crate) standing: Both<Option<Standing>>,
}

/// How a child moved, as the figure sees it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Movement {
    /// Counted now and not before.
    Joined,
    /// Counted before and not now.
    Left,
    /// Counted both times, but only once in the numerator.
    ChangedSides,
    /// Counted both times, with different scores.
    ChangedScore,
    /// Counted both times in the same way, with a different reason or different flags.
    CountedAlike,
    /// Counted neither time, though for NI 58 perhaps in the population.
    NotCounted,
}

impl Movement {
    /// Every movement, in the order in which they are shown.
    pub(crate) const ALL: [Movement; 6] = [
        Movement::Joined,
        Movement::Left,
        Movement::ChangedSides,
        Movement::ChangedScore,
        Movement::CountedAlike,
        Movement::NotCounted,
    ];

    /// The name in tables.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Movement::Joined => "joined",
            Movement::Left => "left",
            Movement::ChangedSides => "changed_sides",
            Movement::ChangedScore => "changed_score",
            Movement::CountedAlike => "counted_alike",
            Movement::NotCounted => "not_counted",
        }
    }

    /// In words, after a number of children.
    pub(crate) fn in_words(self) -> &'static str {
        match self {
            Movement::Joined => "joined the children counted",
            Movement::Left => "left the children counted",
            Movement::ChangedSides => "counted on the other side",
            Movement::ChangedScore => "counted with another score",
            Movement::CountedAlike => "counted as before",
            Movement::NotCounted => "not counted in either run",
        }
    }
}

impl ChildChange {
    /// How the child moved.
    pub(crate) fn movement(&self) -> Movement {
        let Both { before, after } = &self.standing;
        let counted = |standing: &Option<Standing>| standing.as_ref().is_some_and(|standing| standing.in_denominator);
        match (counted(before), counted(after), before, after) {
            (false, true, ..) => Movement::Joined,
            (true, false, ..) => Movement::Left,
            (true, true, Some(one), Some(other)) if one.in_numerator != other.in_numerator => Movement::ChangedSides,
            (true, true, Some(one), Some(other)) if one.score != other.score => Movement::ChangedScore,
            (true, true, ..) => Movement::CountedAlike,
            (false, false, ..) => Movement::NotCounted,
        }
    }

    /// The reason before and the reason after, in words; the two scores where those differ.
    pub(crate) fn reasons(&self) -> (String, String) {
        let Both { before, after } = &self.standing;
        let scores = self.movement() == Movement::ChangedScore;
        let of = |standing: &Option<Standing>| match standing {
            None => "not considered".to_owned(),
            Some(Standing { score: Some(score), .. }) if scores => format!("score {score}"),
            Some(Standing { score: Some(_), .. }) => "scored".to_owned(),
            Some(standing) if standing.reason.is_empty() => "in the numerator".to_owned(),
            // A reason of another version of the program is known by its name alone.
            Some(Standing { reason, .. }) => {
                Reason::of_name(reason).map_or(reason.clone(), |of| of.in_words().to_owned())
            }
        };
        (of(before), of(after))
    }
}

type Key = (String, u16, String);

/// The children whose standing differs, in order of authority, indicator and child. Only the earlier run's children are
/// all held in memory, for there may be many.
///
/// # Errors
/// Where a row of children.csv cannot be read.
pub(crate) fn changes(reports: &Both<&Report>) -> Result<Vec<ChildChange>, UnsoundReport> {
    let mut earlier: BTreeMap<Key, Standing> = read(reports.before).collect::<Result<_, _>>()?;
    let mut changes = Vec::new();
    let mut change = |(la_code, indicator, child): Key, before, after| {
        changes.push(ChildChange { la_code, indicator, child, standing: Both { before, after } });
    };
    for row in read(reports.after) {
        let (key, after) = row?;
        let before = earlier.remove(&key);
        if before.as_ref() != Some(&after) {
            change(key, before, Some(after));
        }
    }
    for (key, before) in earlier {
        change(key, Some(before), None);
    }
    changes.sort_by(|one, other| key(one).cmp(&key(other)));
    Ok(changes)
}

fn key(change: &ChildChange) -> (&str, u16, &str) {
    (&change.la_code, change.indicator, &change.child)
}

fn read(report: &Report) -> impl Iterator<Item = Result<(Key, Standing), UnsoundReport>> + '_ {
    report.rows().map(|row| {
        let ChildRow { la_code, indicator, child, in_denominator, in_numerator, score, reason, flags } = row?;
        Ok(((la_code, indicator, child), Standing { in_denominator, in_numerator, score, reason, flags }))
    })
}

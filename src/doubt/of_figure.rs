//! What is doubtful about a figure: how many children, why, and how far it could be moved.

use super::ask::DoubtfulAnswer;
use super::cause::{Cause, Ground};
use super::range::Range;
use std::collections::BTreeMap;

/// What is doubtful about a figure.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Doubt {
    /// Children whose answer is doubtful.
    pub children: u64,
    /// Why, and for how many of them, those of most children first.
    pub grounds: Vec<(Ground, u64)>,
    /// The same by cause alone, which may count fewer: a child has a cause once, whatever the column.
    pub causes: Vec<(Cause, u64)>,
    /// The smallest and largest value that is left; none where nothing is doubtful, or no choice has a value.
    pub(crate) range: Option<Range>,
    /// Whether it leaves open on which side of a target, or of another figure, the figure lies: then none of that is said,
    /// nor in public.
    pub left_open: bool,
}

impl Doubt {
    /// Of one authority's figure, whose `counted` are its numerator and denominator; `best` is the most that a child can
    /// add.
    pub(crate) fn of_authority(
        [numerator, denominator]: [u64; 2],
        doubtful: &[(u32, DoubtfulAnswer)],
        best: u8,
    ) -> Doubt {
        if doubtful.is_empty() {
            return Doubt::default();
        }
        let (mut numerator, mut denominator) = (numerator, denominator);
        let mut possible = Vec::with_capacity(doubtful.len());
        let (mut grounds, mut causes) = (BTreeMap::new(), BTreeMap::new());
        for (_, answer) in doubtful {
            if let Some(given) = answer.given {
                numerator = numerator.saturating_sub(given.into());
                denominator = denominator.saturating_sub(1);
            }
            possible.push(answer.possible);
            answer.grounds().into_iter().for_each(|ground| *grounds.entry(ground).or_default() += 1);
            answer.causes().into_iter().for_each(|cause| *causes.entry(cause).or_default() += 1);
        }
        Doubt {
            children: doubtful.len() as u64,
            grounds: most_first(grounds),
            causes: most_first(causes),
            range: Range::of(numerator, denominator, &possible, best),
            left_open: false,
        }
    }

    /// Of the figure of a place, from those of its authorities and their ranges.
    pub(crate) fn sum<'doubts>(parts: impl Iterator<Item = (&'doubts Doubt, Option<Range>)>) -> Doubt {
        let (mut children, mut ranges) = (0, Vec::new());
        let (mut grounds, mut causes) = (BTreeMap::new(), BTreeMap::new());
        for (doubt, range) in parts {
            children += doubt.children;
            doubt.grounds.iter().for_each(|(ground, children)| *grounds.entry(*ground).or_default() += children);
            doubt.causes.iter().for_each(|(cause, children)| *causes.entry(*cause).or_default() += children);
            ranges.extend(range);
        }
        if children == 0 {
            return Doubt::default();
        }
        let range = Range::sum(ranges.into_iter());
        Doubt { children, grounds: most_first(grounds), causes: most_first(causes), range, left_open: false }
    }

    /// `code_unknown:23;no_row:2`, as the tables have it.
    pub fn causes_in_text(&self) -> String {
        let causes: Vec<String> =
            self.causes.iter().map(|(cause, children)| format!("{}:{children}", cause.name())).collect();
        causes.join(";")
    }
}

/// Counts with the largest first, and in order among equals.
fn most_first<K: Ord + Copy>(counts: BTreeMap<K, u64>) -> Vec<(K, u64)> {
    let mut counts: Vec<(K, u64)> = counts.into_iter().collect();
    counts.sort_by_key(|(_, children)| std::cmp::Reverse(*children));
    counts
}

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
    pub(crate) fn of_authority(counted: [u64; 2], doubtful: &[(u32, DoubtfulAnswer)], best: u8) -> Doubt {
        if doubtful.is_empty() {
            return Doubt::default();
        }
        let (mut grounds, mut causes) = (BTreeMap::new(), BTreeMap::new());
        for (_, answer) in doubtful {
            answer.grounds().into_iter().for_each(|ground| *grounds.entry(ground).or_default() += 1);
            answer.causes().into_iter().for_each(|cause| *causes.entry(cause).or_default() += 1);
        }
        Doubt {
            children: doubtful.len() as u64,
            grounds: most_first(grounds),
            causes: most_first(causes),
            range: range(counted, doubtful.iter(), best),
            left_open: false,
        }
    }

    /// Of the figure of a place, from those of its authorities, each with its doubtful children. The range is over the choices
    /// of all of them: where one authority's leave nobody in its denominator, there is a value as long as another's do not.
    pub(crate) fn of_place(counted: [u64; 2], parts: &[(&Doubt, &[(u32, DoubtfulAnswer)])], best: u8) -> Doubt {
        let (mut grounds, mut causes) = (BTreeMap::new(), BTreeMap::new());
        for (doubt, _) in parts {
            doubt.grounds.iter().for_each(|(ground, children)| *grounds.entry(*ground).or_default() += children);
            doubt.causes.iter().for_each(|(cause, children)| *causes.entry(*cause).or_default() += children);
        }
        let children = parts.iter().map(|(doubt, _)| doubt.children).sum();
        if children == 0 {
            return Doubt::default();
        }
        let range = range(counted, parts.iter().flat_map(|(_, doubtful)| doubtful.iter()), best);
        Doubt { children, grounds: most_first(grounds), causes: most_first(causes), range, left_open: false }
    }

    /// `code_unknown:23;no_row:2`, as the tables have it.
    pub fn causes_in_text(&self) -> String {
        let causes: Vec<String> =
            self.causes.iter().map(|(cause, children)| format!("{}:{children}", cause.name())).collect();
        causes.join(";")
    }
}

/// The range of a figure whose `counted` are its numerator and denominator, over all choices of its doubtful answers.
fn range<'all>(
    [mut numerator, mut denominator]: [u64; 2],
    doubtful: impl Iterator<Item = &'all (u32, DoubtfulAnswer)>,
    best: u8,
) -> Option<Range> {
    let mut possible = Vec::new();
    for (_, answer) in doubtful {
        if let Some(given) = answer.given {
            numerator = numerator.saturating_sub(given.into());
            denominator = denominator.saturating_sub(1);
        }
        possible.push(answer.possible);
    }
    Range::of(numerator, denominator, &possible, best)
}

/// Counts with the largest first, and in order among equals.
fn most_first<K: Ord + Copy>(counts: BTreeMap<K, u64>) -> Vec<(K, u64)> {
    let mut counts: Vec<(K, u64)> = counts.into_iter().collect();
    counts.sort_by_key(|(_, children)| std::cmp::Reverse(*children));
    counts
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::doubt::possible::{Answer, Possible};
    use crate::doubt::range::Fraction;
    use crate::unit::HIGHEST_SCORE;
    use proptest::prelude::*;

    /// An answer that the figure takes, and others that the child could have.
    fn doubtful() -> impl Strategy<Value = DoubtfulAnswer> {
        let answer = || proptest::option::of(0..=HIGHEST_SCORE);
        (answer(), proptest::collection::vec(answer(), 1..3)).prop_map(|(given, others)| {
            let all = others.into_iter().map(Possible::only).fold(Possible::only(given), Possible::or);
            DoubtfulAnswer { given, possible: all, clues: Vec::new() }
        })
    }

    /// An authority: what its other children score, and its doubtful ones.
    fn authority() -> impl Strategy<Value = (Vec<u8>, Vec<DoubtfulAnswer>)> {
        (proptest::collection::vec(0..=HIGHEST_SCORE, 0..3), proptest::collection::vec(doubtful(), 0..4))
    }

    fn is_within([numerator, denominator]: [u64; 2], Range { low, high }: Range) -> bool {
        let at_most =
            |one: Fraction, other: Fraction| one.numerator * other.denominator <= other.numerator * one.denominator;
        let value = Fraction { numerator, denominator };
        at_most(low, value) && at_most(value, high)
    }

    proptest! {
        #[test]
        fn the_range_of_every_place_holds_its_value(authorities in proptest::collection::vec(authority(), 1..5)) {
            let (mut whole, mut figures) = ([0, 0], Vec::new());
            for (certain, doubtful) in authorities {
                let given = doubtful.iter().map(|answer| answer.given);
                let all: Vec<u8> = certain.into_iter().map(Answer::Some).chain(given).flatten().collect();
                let counted = [all.iter().map(|&score| u64::from(score)).sum(), all.len() as u64];
                whole = [whole[0] + counted[0], whole[1] + counted[1]];
                let doubtful: Vec<(u32, DoubtfulAnswer)> = (0..).zip(doubtful).collect();
                figures.push((counted, Doubt::of_authority(counted, &doubtful, HIGHEST_SCORE), doubtful));
            }
            let parts: Vec<_> = figures.iter().map(|(_, doubt, doubtful)| (doubt, doubtful.as_slice())).collect();
            let of_place = Doubt::of_place(whole, &parts, HIGHEST_SCORE);
            for (counted, doubt) in figures.iter().map(|(counted, doubt, _)| (counted, doubt)).chain([(&whole, &of_place)]) {
                if counted[1] > 0 && doubt.children > 0 {
                    let range = doubt.range;
                    prop_assert!(range.is_some_and(|range| is_within(*counted, range)), "{:?} {:?}", counted, range);
                }
            }
        }
    }
}

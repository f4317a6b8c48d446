//! The choice of secondary suppressions that loses least: all that lose less than a choice already found are tried, in order
//! of what they lose, as long as they are few enough.
//!
//! Hiding more never tells more about what is hidden already. So where a number is not safe even with all of a set hidden,
//! no choice within the set is tried.

use super::attacker::Attacker;
use super::draft::{Draft, Suppression};
use super::loss::{Loss, of_level};
use crate::attack::figures::Part;
use crate::printed::rule::Reason;
use std::collections::BTreeSet;

/// How many figures are attacked, choice after choice, before the choice already found stands.
const ATTACKED: usize = 1 << 14;
/// For how many figures, choice after choice, it is counted what is lost.
const COUNTED: usize = 1 << 20;

/// The search for less.
struct Search<'a, 'run> {
    draft: &'a mut Draft<'run>,
    attacker: Attacker<'a>,
    places: &'a [usize],
    /// The numbers that were hidden before.
    hidden: BTreeSet<Suppression>,
    /// The number that was last found not to be safe.
    last: Option<Suppression>,
    /// How many attacks are left, and how many choices to count.
    left: usize,
    counts_left: usize,
    best: Vec<Suppression>,
    loss: Loss,
}

/// There are too many choices.
struct TooMany;

/// What stays suppressed of some figures: less than was `found` to be enough, where there is such a choice. Whether all
/// were tried is noted in the draft.
pub(super) fn least(
    draft: &mut Draft<'_>,
    attacker: Attacker<'_>,
    places: &[usize],
    found: Vec<Suppression>,
) -> Vec<Suppression> {
    let mut last = None;
    if !attacker.is_safe(draft, places, &|_, _| true, &mut last) {
        // What was published already leaves nothing to choose.
        draft.found_greedily(&found);
        return found;
    }
    let loss = lost(draft, places);
    draft.suppress_all(&found, None);
    let all =
        places.iter().flat_map(|&place| [(place, Part::Value), (place, Part::Numerator), (place, Part::Denominator)]);
    let hidden = all.filter(|&(place, part)| draft.is_hidden(place, part)).collect();
    let [left, counts_left] = [ATTACKED, COUNTED].map(|figures| figures / places.len().max(1));
    let mut search = Search { draft, attacker, places, hidden, last, left, counts_left, best: found, loss };
    let tried = search.try_all();
    let best = search.best;
    draft.suppress_all(&best, Some(Reason::Secondary));
    if tried.is_err() {
        draft.found_greedily(&best);
    }
    best
}

impl Search<'_, '_> {
    /// Tries all choices that lose less: first by which values of wholes are lost, then by how many of authorities.
    fn try_all(&mut self) -> Result<(), TooMany> {
        let values = |level: usize, draft: &Draft<'_>| -> Vec<usize> {
            let shown = self.places.iter().copied();
            let shown = shown.filter(|&place| {
                draft.table.figures[place].is_shown() && of_level(&draft.table.figures[place]) == level
            });
            draft.in_order(shown.map(|place| (place, Part::Value))).into_iter().map(|(place, _)| place).collect()
        };
        let [nation, regions, authorities] = [0, 1, 2].map(|level| values(level, self.draft));
        for wholes in
            subsets(&nation).flat_map(|nation| subsets(&regions).map(move |regions| [nation.clone(), regions].concat()))
        {
            let mut without = Loss::default();
            wholes.iter().for_each(|&place| without[of_level(&self.draft.table.figures[place])] += 1);
            if without[..2] > self.loss[..2] {
                continue;
            }
            // All authorities hidden with these.
            if !self.could_do(&[wholes.as_slice(), &authorities].concat())? {
                continue;
            }
            for many in 0..=authorities.len() {
                let so_many = [without[0], without[1], many];
                if so_many[..] > self.loss[..3] {
                    break;
                }
                for some in combinations(&authorities, many) {
                    self.try_with(&[wholes.as_slice(), &some].concat())?;
                }
            }
        }
        Ok(())
    }

    /// Tries all choices by which the values of these figures are lost, and no others, that lose fewer counts.
    fn try_with(&mut self, values: &[usize]) -> Result<(), TooMany> {
        if !self.could_do(values)? {
            return Ok(());
        }
        let of_value = self.open(values, Part::Value);
        let numerators = self.open(values, Part::Numerator);
        let denominators = self.open(values, Part::Denominator);
        let of_values = self.loss_of(&of_value);
        // A denominator is lost with its twin.
        let each = denominators.iter().map(|&(place, _)| 1 + usize::from(self.draft.twin(place).is_some())).min();
        let each = each.unwrap_or(1);
        for many in 0..=numerators.len() {
            if [of_values[0], of_values[1], of_values[2], many][..] > self.loss[..4] {
                break;
            }
            for some in combinations(&numerators, many) {
                let some = [of_value.as_slice(), &some].concat();
                if !self.is_less(&some)? || !self.protects(&[some.as_slice(), &denominators].concat())? {
                    continue;
                }
                let [nation, regions, authorities, counts, _] = self.loss_of(&some);
                for more in 0..=denominators.len() {
                    if [nation, regions, authorities, counts, more * each] >= self.loss {
                        break;
                    }
                    for more in combinations(&denominators, more) {
                        let choice = [some.as_slice(), &more].concat();
                        if self.is_less(&choice)? && self.is_safe(&choice)? {
                            self.loss = self.loss_of(&choice);
                            self.best = choice;
                        }
                    }
                }
            }
        }
        Ok(())
    }

    /// Whether hiding all that can be without losing other values protects what was hidden.
    fn could_do(&mut self, values: &[usize]) -> Result<bool, TooMany> {
        let all = [Part::Value, Part::Numerator, Part::Denominator].map(|part| self.open(values, part)).concat();
        self.protects(&all)
    }

    /// The numbers of one kind that can be hidden without losing other values than these, in order.
    fn open(&self, values: &[usize], part: Part) -> Vec<Suppression> {
        let is_lost = |place: usize| !self.draft.table.figures[place].is_shown() || values.contains(&place);
        let open = self.places.iter().copied().filter(|&place| self.draft.is_open(place, part) && is_lost(place));
        let twin = |place: usize| self.draft.twin(place).filter(|_| part == Part::Denominator);
        // A denominator is hidden with that of the same children.
        let open = open.filter(|&place| twin(place).is_none_or(|twin| twin > place && is_lost(twin)));
        self.draft.in_order(open.map(|place| (place, part)))
    }

    fn loss_of(&mut self, choice: &[Suppression]) -> Loss {
        self.draft.suppress_all(choice, Some(Reason::Secondary));
        let loss = lost(self.draft, self.places);
        self.draft.suppress_all(choice, None);
        loss
    }

    fn is_less(&mut self, choice: &[Suppression]) -> Result<bool, TooMany> {
        self.counts_left = self.counts_left.checked_sub(1).ok_or(TooMany)?;
        Ok(self.loss_of(choice) < self.loss)
    }

    /// Whether what was hidden before is safe with these hidden too.
    fn protects(&mut self, choice: &[Suppression]) -> Result<bool, TooMany> {
        self.attack(choice, false)
    }

    /// Whether all that is hidden is safe with these hidden too.
    fn is_safe(&mut self, choice: &[Suppression]) -> Result<bool, TooMany> {
        self.attack(choice, true)
    }

    /// Whether all that is hidden, or all that was hidden before, is safe with these hidden too.
    fn attack(&mut self, choice: &[Suppression], of_all: bool) -> Result<bool, TooMany> {
        self.left = self.left.checked_sub(1).ok_or(TooMany)?;
        self.draft.suppress_all(choice, Some(Reason::Secondary));
        let among = |place, part| of_all || self.hidden.contains(&(place, part));
        let is_safe = self.attacker.is_safe(self.draft, self.places, &among, &mut self.last);
        self.draft.suppress_all(choice, None);
        Ok(is_safe)
    }
}

/// What these figures lose by all that is suppressed of them beyond the rule.
fn lost(draft: &Draft<'_>, places: &[usize]) -> Loss {
    let mut loss = Loss::default();
    for &place in places {
        for (part, at) in
            [(Part::Value, of_level(&draft.table.figures[place])), (Part::Numerator, 3), (Part::Denominator, 4)]
        {
            loss[at] += usize::from(draft.is_lost(place, part));
        }
    }
    loss
}

/// All subsets, the smaller first, those of one size in order of what comes first in the list.
fn subsets(list: &[usize]) -> impl Iterator<Item = Vec<usize>> {
    (0..=list.len()).flat_map(move |many| combinations(list, many))
}

/// All ways to take so many of a list, in order of what comes first in it.
fn combinations<T: Copy>(list: &[T], many: usize) -> impl Iterator<Item = Vec<T>> {
    let mut next = (many <= list.len()).then(|| (0..many).collect::<Vec<usize>>());
    std::iter::from_fn(move || {
        let places = next.take()?;
        let found = places.iter().map(|&place| list[place]).collect();
        let last = (0..many).rev().find(|&at| places[at] + many - at < list.len());
        if let Some(at) = last {
            let mut following = places;
            let from = following[at] + 1;
            (at..many).for_each(|other| following[other] = from + other - at);
            next = Some(following);
        }
        Some(found)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_way_to_take_some_is_there_once() {
        let two: Vec<Vec<char>> = combinations(&['a', 'b', 'c'], 2).collect();
        assert_eq!(two, [vec!['a', 'b'], vec!['a', 'c'], vec!['b', 'c']]);
        for (many, ways) in [(0, 1), (1, 5), (2, 10), (5, 1), (6, 0)] {
            assert_eq!(combinations(&[1, 2, 3, 4, 5], many).count(), ways, "{many} of 5");
        }
        assert_eq!(subsets(&[1, 2, 3]).count(), 8);
    }
}

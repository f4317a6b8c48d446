//! Unknown whole numbers and what is known about them, with narrowing of their ranges by bounds propagation.

use super::effort::Effort;
use super::range::Range;

/// An unknown whole number: its place in its system.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Unknown(pub usize);

/// What is known about some of the numbers together.
#[derive(Debug, Clone)]
pub(crate) enum Fact {
    /// A weighted sum lies in a range.
    Sum {
        /// Each number and its weight.
        terms: Vec<(Unknown, i64)>,
        /// Where the sum lies.
        within: Range,
    },
    /// Two numbers are one of some pairs, which are in ascending order.
    Pair {
        /// The two numbers.
        both: [Unknown; 2],
        /// What they can be.
        among: Vec<[i64; 2]>,
    },
}

impl Fact {
    fn unknowns(&self) -> impl Iterator<Item = Unknown> {
        let (terms, both) = match self {
            Fact::Sum { terms, .. } => (terms.as_slice(), &[][..]),
            Fact::Pair { both, .. } => (&[][..], both.as_slice()),
        };
        terms.iter().map(|(unknown, _)| *unknown).chain(both.iter().copied())
    }
}

/// Unknown whole numbers and all that is known about them.
#[derive(Debug, Clone, Default)]
pub(crate) struct System {
    /// What each number can be, as far as it was narrowed.
    pub ranges: Vec<Range>,
    /// What is known about them together.
    pub facts: Vec<Fact>,
    /// Whether an answer is wanted soon: then less is tried before a search gives up.
    pub in_haste: bool,
    /// A number for each unknown that agrees with every fact, where one was looked for and found: the ranges are narrowed then.
    pub(super) solution: Option<Vec<i64>>,
    /// The facts about each number.
    facts_about: Vec<Vec<usize>>,
    /// Whether the number is in a pair.
    paired: Vec<bool>,
}

/// How often each fact is applied, on average, before narrowing stops: the ranges then left are true, if wider.
const ROUNDS: usize = 40;

/// The facts that are to be applied, each once: kept from one narrowing to the next, for a search narrows a great many times.
#[derive(Debug)]
pub(super) struct Queue {
    facts: Vec<usize>,
    /// Whether each fact of the system waits.
    waiting: Vec<bool>,
}

impl Queue {
    /// An empty queue for the facts of a system.
    pub fn of(system: &System) -> Queue {
        Queue { facts: Vec::new(), waiting: vec![false; system.facts.len()] }
    }

    fn push(&mut self, fact: usize) {
        if !std::mem::replace(&mut self.waiting[fact], true) {
            self.facts.push(fact);
        }
    }

    /// The fact at a place, which waits no longer.
    fn take(&mut self, at: usize) -> Option<usize> {
        let fact = *self.facts.get(at)?;
        self.waiting[fact] = false;
        Some(fact)
    }

    fn clear(&mut self) {
        self.facts.drain(..).for_each(|fact| self.waiting[fact] = false);
    }
}

impl System {
    /// Adds an unknown number.
    pub(crate) fn add_unknown(&mut self, range: Range) -> Unknown {
        self.solution = None;
        self.ranges.push(range);
        self.facts_about.push(Vec::new());
        self.paired.push(false);
        Unknown(self.ranges.len() - 1)
    }

    /// Adds a fact.
    pub fn add(&mut self, fact: Fact) {
        self.solution = None;
        for unknown in fact.unknowns() {
            self.facts_about[unknown.0].push(self.facts.len());
            self.paired[unknown.0] |= matches!(fact, Fact::Pair { .. });
        }
        self.facts.push(fact);
    }

    /// What is done for one number before a search gives up.
    pub(super) fn effort_for_one(&self) -> Effort {
        Effort::for_one(self.facts.len(), self.in_haste)
    }

    /// Whether the number is in a pair, so that what it can be has gaps.
    pub(crate) fn is_paired(&self, unknown: Unknown) -> bool {
        self.paired[unknown.0]
    }

    /// Narrows the system's own ranges; false where they contradict one another.
    pub(crate) fn settle(&mut self) -> bool {
        if self.solution.is_some() {
            return true;
        }
        let mut ranges = std::mem::take(&mut self.ranges);
        let (all, mut queue) = (0..self.facts.len(), Queue::of(self));
        let holds = self.narrow(&mut ranges, all, &mut queue, &mut Vec::new(), &mut Effort::endless());
        self.ranges = ranges;
        holds
    }

    /// The numbers that share a fact with one, and those that share one with them.
    pub fn near(&self, unknown: Unknown) -> Vec<Unknown> {
        let mut near = vec![unknown];
        for _ in 0..2 {
            let facts = self.facts_about(&near);
            let wider = facts.iter().flat_map(|&fact| self.facts[fact].unknowns()).chain(near);
            near = each_once(wider.map(|unknown| unknown.0), self.ranges.len()).map(Unknown).collect();
        }
        near
    }

    /// The facts about any of the numbers.
    pub(crate) fn facts_about(&self, unknowns: &[Unknown]) -> Vec<usize> {
        let facts = unknowns.iter().flat_map(|unknown| &self.facts_about[unknown.0]).copied();
        each_once(facts, self.facts.len()).collect()
    }

    /// Narrows ranges by some of the facts alone; false where they contradict one another.
    pub(crate) fn narrow_by(&self, ranges: &mut [Range], facts: &[usize]) -> bool {
        for _ in 0..ROUNDS {
            let mut trail = Vec::new();
            if !facts.iter().all(|&fact| self.apply(fact, ranges, &mut trail)) {
                return false;
            }
            if trail.is_empty() {
                break;
            }
        }
        true
    }

    /// The facts about one number, in order.
    pub(super) fn facts_about_one(&self, unknown: Unknown) -> impl Iterator<Item = usize> + '_ {
        self.facts_about[unknown.0].iter().copied()
    }

    /// Applies some facts, and those about whatever they narrow, until none narrows anything further; false where nothing is
    /// left for some number. What each range was before is put on the trail. The queue is empty before and after.
    pub(super) fn narrow(
        &self,
        ranges: &mut [Range],
        facts: impl IntoIterator<Item = usize>,
        queue: &mut Queue,
        trail: &mut Vec<(usize, Range)>,
        effort: &mut Effort,
    ) -> bool {
        facts.into_iter().for_each(|fact| queue.push(fact));
        let holds = self.narrow_by_queue(ranges, queue, trail, effort);
        queue.clear();
        holds
    }

    fn narrow_by_queue(
        &self,
        ranges: &mut [Range],
        queue: &mut Queue,
        trail: &mut Vec<(usize, Range)>,
        effort: &mut Effort,
    ) -> bool {
        for next in 0..ROUNDS * self.facts.len() {
            if effort.is_spent() {
                break;
            }
            let Some(fact) = queue.take(next) else { break };
            effort.spend(1);
            let changed_from = trail.len();
            if !self.apply(fact, ranges, trail) {
                return false;
            }
            for (changed, _) in &trail[changed_from..] {
                self.facts_about[*changed].iter().filter(|&&other| other != fact).for_each(|&other| queue.push(other));
            }
        }
        true
    }

    fn apply(&self, fact: usize, ranges: &mut [Range], trail: &mut Vec<(usize, Range)>) -> bool {
        match &self.facts[fact] {
            Fact::Sum { terms, within } => apply_sum(terms, *within, ranges, trail),
            Fact::Pair { both: [one, other], among } => {
                let (first, second) = (ranges[one.0], ranges[other.0]);
                let empty = Range { least: i64::MAX, most: i64::MIN };
                let mut found = [empty, empty];
                let begin = among.partition_point(|pair| pair[0] < first.least);
                let possible = among[begin..].iter().take_while(|pair| pair[0] <= first.most);
                for pair in possible.filter(|pair| second.contains(pair[1])) {
                    for (found, number) in found.iter_mut().zip(pair) {
                        *found = found.with(*number);
                    }
                }
                found[0].least <= found[0].most
                    && set(*one, found[0], ranges, trail)
                    && set(*other, found[1], ranges, trail)
            }
        }
    }
}

/// The places that come up, all below a limit, each once and in order: most come up several times.
fn each_once(places: impl Iterator<Item = usize>, limit: usize) -> impl Iterator<Item = usize> {
    let mut comes_up = vec![false; limit];
    places.for_each(|place| comes_up[place] = true);
    comes_up.into_iter().enumerate().filter(|(_, comes_up)| *comes_up).map(|(place, _)| place)
}

/// Narrows each term by what the others leave for it, until nothing changes.
fn apply_sum(terms: &[(Unknown, i64)], within: Range, ranges: &mut [Range], trail: &mut Vec<(usize, Range)>) -> bool {
    let mut all = Range::only(0);
    for (unknown, times) in terms {
        let ends = ends(ranges[unknown.0], *times);
        all = Range { least: all.least + ends.least, most: all.most + ends.most };
    }
    loop {
        if all.least > within.most || all.most < within.least {
            return false;
        }
        if within.least <= all.least && all.most <= within.most {
            return true;
        }
        let mut changed = false;
        for &(unknown, times) in terms {
            let before = ends(ranges[unknown.0], times);
            // What the others cannot make up, and what they make up already.
            let (low, high) = (within.least - (all.most - before.most), within.most - (all.least - before.least));
            if before.least >= low && before.most <= high {
                continue;
            }
            let left = if times > 0 {
                Range { least: ceiling(low, times), most: high.div_euclid(times) }
            } else {
                Range { least: ceiling(-high, -times), most: (-low).div_euclid(-times) }
            };
            if !set(unknown, left, ranges, trail) {
                return false;
            }
            let after = ends(ranges[unknown.0], times);
            changed |= after != before;
            all.least += after.least - before.least;
            all.most += after.most - before.most;
        }
        if !changed {
            return true;
        }
    }
}

/// Where a multiple of a number lies.
fn ends(range: Range, times: i64) -> Range {
    if times > 0 {
        Range { least: times * range.least, most: times * range.most }
    } else {
        Range { least: times * range.most, most: times * range.least }
    }
}

fn ceiling(number: i64, by: i64) -> i64 {
    -(-number).div_euclid(by)
}

/// Narrows one range; false where nothing is left of it.
fn set(unknown: Unknown, to: Range, ranges: &mut [Range], trail: &mut Vec<(usize, Range)>) -> bool {
    let held = ranges[unknown.0];
    let narrowed = held.and(to);
    if narrowed != held {
        trail.push((unknown.0, held));
        ranges[unknown.0] = narrowed;
    }
    narrowed.least <= narrowed.most
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mean_bounds_its_members() {
        // A mean of 12.25 to 12.34, in hundredths, of three of which two are 10 and 15.
        let mut system = System::default();
        let of = [Range::only(10), Range::only(15), Range::ANY].map(|range| system.add_unknown(range));
        let terms = of.map(|unknown| (unknown, 100)).to_vec();
        system.add(Fact::Sum { terms, within: Range { least: 3 * 1225, most: 3 * 1234 } });
        assert!(system.settle());
        assert_eq!(system.ranges[2], Range::only(12));
    }

    #[test]
    fn pairs_are_narrowed_to_those_that_are_left() {
        let mut system = System::default();
        let both = [(); 2].map(|()| system.add_unknown(Range { least: 0, most: 9 }));
        system.add(Fact::Pair { both, among: vec![[0, 8], [3, 4], [5, 2], [12, 1]] });
        system.add(Fact::Sum { terms: vec![(both[0], 1)], within: Range { least: 1, most: 9 } });
        assert!(system.settle());
        assert_eq!(system.ranges, [Range { least: 3, most: 5 }, Range { least: 2, most: 4 }]);
    }

    #[test]
    fn a_contradiction_is_noticed() {
        let mut system = System::default();
        let one = system.add_unknown(Range { least: 0, most: 3 });
        system.add(Fact::Sum { terms: vec![(one, 2)], within: Range::only(5) });
        assert!(!system.settle(), "no whole number is two and a half");
    }
}

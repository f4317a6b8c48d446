//! One solution of a system of whole numbers, by branch and bound.

use super::effort::Effort;
use super::range::Range;
use super::system::{Fact, Queue, System, Unknown};
use std::cmp::Reverse;
use std::collections::BinaryHeap;

/// What came of a search.
pub(crate) enum Solution {
    /// A number for each unknown.
    Found(Vec<i64>),
    /// There is none.
    None,
    /// It was not decided with the effort allowed.
    TooHard,
}

/// The search for one solution, depth first.
pub(crate) struct Search<'a> {
    system: &'a System,
    ranges: Vec<Range>,
    free: &'a [Unknown],
    /// The preferred number for each unknown: it is tried first, then those next to it.
    preferred: &'a [i64],
    trail: Vec<(usize, Range)>,
    queue: Queue,
    /// Which numbers are branched on.
    kinds: Vec<Kind>,
    /// The free numbers that were undecided when they last changed, the next to be decided first. What has changed since has
    /// a later entry.
    waiting: BinaryHeap<Reverse<Waiting>>,
}

/// Which numbers are decided first: those in pairs, for what remains are sums without gaps, in which narrowing sees nearly
/// everything.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Kind {
    Paired,
    Other,
    NotFree,
}

/// An undecided number, how many numbers it can be, and its kind, in one word: the heap compares a great many.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Waiting(u64);

impl Waiting {
    /// Beyond so many, numbers are alike.
    const MOST: i64 = (1 << 30) - 1;

    fn new(kind: Kind, integers: i64, place: usize) -> Waiting {
        Waiting((kind as u64) << 62 | (integers.clamp(0, Waiting::MOST) as u64) << 32 | place as u64)
    }

    fn integers(self) -> i64 {
        (self.0 >> 32) as i64 & Waiting::MOST
    }

    fn place(self) -> usize {
        self.0 as u32 as usize
    }
}

/// A number that was decided, and what else it could be.
struct Branch {
    unknown: Unknown,
    /// How long the trail was.
    mark: usize,
    /// Not tried yet, the next one last.
    others: Vec<Range>,
}

impl<'a> Search<'a> {
    /// A search within these ranges, branching on the free numbers alone.
    pub fn new(system: &'a System, ranges: Vec<Range>, free: &'a [Unknown], preferred: &'a [i64]) -> Search<'a> {
        let kinds = vec![Kind::NotFree; ranges.len()];
        let (trail, queue, waiting) = (Vec::new(), Queue::of(system), BinaryHeap::new());
        Search { system, ranges, free, preferred, trail, queue, kinds, waiting }
    }

    /// Looks for a solution as long as any effort is left.
    pub(crate) fn solve(mut self, effort: &mut Effort) -> Solution {
        if self.ranges.iter().any(|range| range.integers() == 0) {
            return Solution::None;
        }
        let facts = self.system.facts_about(self.free);
        if !self.system.narrow(&mut self.ranges, facts, &mut self.queue, &mut self.trail, effort) {
            return Solution::None;
        }
        for &unknown in self.free {
            self.kinds[unknown.0] = if self.system.is_paired(unknown) { Kind::Paired } else { Kind::Other };
            self.wait(unknown.0);
        }
        let mut branches: Vec<Branch> = Vec::new();
        for _ in 0..Effort::branches(self.system.in_haste, self.ranges.len()) {
            if effort.is_spent() {
                break;
            }
            effort.spend(1);
            match self.undecided() {
                Some(unknown) => {
                    let others = self.ways(unknown);
                    branches.push(Branch { unknown, mark: self.trail.len(), others });
                }
                None if self.is_solution() => {
                    return Solution::Found(self.ranges.iter().map(|range| range.least).collect());
                }
                None => {}
            }
            if !self.next(&mut branches, effort) {
                return Solution::None;
            }
        }
        Solution::TooHard
    }

    /// The undecided number with the fewest possibilities: those in pairs first.
    fn undecided(&mut self) -> Option<Unknown> {
        while let Some(Reverse(waiting)) = self.waiting.pop() {
            if self.ranges[waiting.place()].integers().min(Waiting::MOST) == waiting.integers() {
                return Some(Unknown(waiting.place()));
            }
        }
        None
    }

    /// Notes that a number is undecided, where it is.
    fn wait(&mut self, place: usize) {
        let (kind, integers) = (self.kinds[place], self.ranges[place].integers());
        if kind != Kind::NotFree && integers > 1 {
            self.waiting.push(Reverse(Waiting::new(kind, integers, place)));
        }
    }

    /// The number nearest to the preferred one, then those below, then those above; the first of them last.
    fn ways(&self, unknown: Unknown) -> Vec<Range> {
        let Range { least, most } = self.ranges[unknown.0];
        let preferred = self.preferred[unknown.0].clamp(least, most);
        let ways = [Range { least: preferred + 1, most }, Range { least, most: preferred - 1 }, Range::only(preferred)];
        ways.into_iter().filter(|range| range.integers() > 0).collect()
    }

    /// Takes the next way that contradicts no fact; false where there is none.
    fn next(&mut self, branches: &mut Vec<Branch>, effort: &mut Effort) -> bool {
        while let Some(branch) = branches.last_mut() {
            while let Some((place, range)) = (self.trail.len() > branch.mark).then(|| self.trail.pop()).flatten() {
                self.ranges[place] = range;
                self.wait(place);
            }
            let Some(way) = branch.others.pop() else {
                branches.pop();
                continue;
            };
            let (unknown, mark) = (branch.unknown, branch.mark);
            self.trail.push((unknown.0, self.ranges[unknown.0]));
            self.ranges[unknown.0] = way;
            let facts = self.system.facts_about_one(unknown);
            if self.system.narrow(&mut self.ranges, facts, &mut self.queue, &mut self.trail, effort) {
                (mark..self.trail.len()).for_each(|at| self.wait(self.trail[at].0));
                return true;
            }
        }
        false
    }

    /// Whether the numbers, all decided, agree with every fact.
    pub(crate) fn is_solution(&self) -> bool {
        let number = |unknown: &Unknown| self.ranges[unknown.0].least;
        self.system.facts.iter().all(|fact| match fact {
            Fact::Sum { terms, within } => within.contains(terms.iter().map(|(of, times)| times * number(of)).sum()),
            Fact::Pair { both: [one, other], among } => among.binary_search(&[number(one), number(other)]).is_ok(),
        })
    }
}

//! One solution of a system of whole numbers, by branch and bound.

use super::range::Range;
use super::system::{Fact, System, Unknown};

/// How many branches are tried for one solution. A number that is still undecided by then counts as known.
const BRANCHES: usize = 20_000;
/// How many where an answer is wanted soon.
const FEW_BRANCHES: usize = 500;

/// What came of a search.
pub(crate) enum Solution {
    /// A number for each unknown.
    Found(Vec<i64>),
    /// There is none.
    None,
    /// It was not decided within the branches allowed.
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
        Search { system, ranges, free, preferred, trail: Vec::new() }
    }

    /// Looks for a solution.
    pub(crate) fn solve(mut self) -> Solution {
        if self.ranges.iter().any(|range| range.integers() == 0) {
            return Solution::None;
        }
        let facts = self.system.facts_about(self.free);
        if !self.system.narrow(&mut self.ranges, facts, &mut self.trail) {
            return Solution::None;
        }
        let mut branches: Vec<Branch> = Vec::new();
        for _ in 0..if self.system.in_haste { FEW_BRANCHES } else { BRANCHES } {
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
            if !self.next(&mut branches) {
                return Solution::None;
            }
        }
        Solution::TooHard
    }

    /// The undecided free number with the fewest possibilities: those in pairs first, for what remains are sums without
    /// gaps, in which narrowing sees nearly everything.
    fn undecided(&self) -> Option<Unknown> {
        let undecided = self.free.iter().copied().filter(|unknown| self.ranges[unknown.0].integers() > 1);
        undecided.min_by_key(|unknown| (!self.system.is_paired(*unknown), self.ranges[unknown.0].integers(), *unknown))
    }

    /// The number nearest to the preferred one, then those below, then those above; the first of them last.
    fn ways(&self, unknown: Unknown) -> Vec<Range> {
        let Range { least, most } = self.ranges[unknown.0];
        let preferred = self.preferred[unknown.0].clamp(least, most);
        let ways = [Range { least: preferred + 1, most }, Range { least, most: preferred - 1 }, Range::only(preferred)];
        ways.into_iter().filter(|range| range.integers() > 0).collect()
    }

    /// Takes the next way that contradicts no fact; false where there is none.
    fn next(&mut self, branches: &mut Vec<Branch>) -> bool {
        while let Some(branch) = branches.last_mut() {
            while let Some((place, range)) = (self.trail.len() > branch.mark).then(|| self.trail.pop()).flatten() {
                self.ranges[place] = range;
            }
            let Some(way) = branch.others.pop() else {
                branches.pop();
                continue;
            };
            let unknown = branch.unknown;
            self.trail.push((unknown.0, self.ranges[unknown.0]));
            self.ranges[unknown.0] = way;
            if self.system.narrow(&mut self.ranges, self.system.facts_about(&[unknown]), &mut self.trail) {
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

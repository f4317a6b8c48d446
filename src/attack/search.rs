//! The smallest and largest whole number that each unknown can be, by branch and bound.
//!
//! Narrowing gives bounds that no solution passes; a solution found shows which are reached. The systems of
//! published tables are sums of few unknowns, so that the two mostly meet at once. Everything is whole numbers: there
//! is no tolerance to choose, as there would be with a solver in floating point.

use super::system::{Fact, Range, System, Unknown};

/// How many branches are looked at for one solution. What is not decided by then counts as known.
const BRANCHES: usize = 20_000;

/// What one unknown can be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bounds {
    /// From the smallest to the largest.
    pub range: Range,
    /// Whether both ends are proven. If not, it is from the smallest to the largest that was seen: an attacker may
    /// know less, never more. That is so where enough was seen, or no more could be found.
    pub proven: bool,
}

/// The facts contradict one another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Contradiction;

/// A number of which the bounds are wanted.
#[derive(Debug, Clone, Copy)]
pub struct Wanted {
    /// The number.
    pub unknown: Unknown,
    /// The search ends once so many whole numbers are seen to be possible, and those between.
    pub enough: i64,
}

/// What each of the wanted numbers can be, in their order.
///
/// # Errors
/// Where no whole numbers agree with every fact.
pub fn bounds(system: &mut System, wanted: &[Wanted]) -> Result<Vec<Bounds>, Contradiction> {
    if !system.settle() {
        return Err(Contradiction);
    }
    let all: Vec<Unknown> = (0..system.ranges.len()).map(Unknown).collect();
    let middle: Vec<i64> = system.ranges.iter().map(|range| range.least.midpoint(range.most)).collect();
    let first = match Search::new(system, system.ranges.clone(), &all, &middle).solve() {
        Answer::Found(solution) => solution,
        Answer::None => return Err(Contradiction),
        Answer::TooHard => {
            let nothing = Bounds { range: Range { least: 0, most: -1 }, proven: false };
            return Ok(vec![nothing; wanted.len()]);
        }
    };
    let seen = first.iter().map(|&number| Range::only(number)).collect();
    let mut solver = Solver { system, all, first, seen };
    Ok(wanted.iter().map(|wanted| solver.bounds_of(*wanted)).collect())
}

/// The solutions of one system.
struct Solver<'system> {
    system: &'system System,
    all: Vec<Unknown>,
    /// One solution.
    first: Vec<i64>,
    /// The smallest and largest of each number in any solution seen.
    seen: Vec<Range>,
}

impl Solver<'_> {
    fn bounds_of(&mut self, wanted: Wanted) -> Bounds {
        let range = self.system.ranges[wanted.unknown.0];
        if self.seen[wanted.unknown.0] == range {
            return Bounds { range, proven: true };
        }
        let near = self.system.near(wanted.unknown);
        let lower = self.end(wanted, &near, |range, seen| (range.least, seen.least));
        let upper = self.end(wanted, &near, |range, seen| (range.most, seen.most));
        Bounds { range: self.seen[wanted.unknown.0], proven: lower && upper }
    }

    /// Moves one end of what was seen as far as solutions go; whether it is proven that they go no further. `ends`
    /// gives that end of two ranges.
    fn end(&mut self, wanted: Wanted, near: &[Unknown], ends: fn(Range, Range) -> (i64, i64)) -> bool {
        let Wanted { unknown, enough } = wanted;
        let mut possible = self.system.ranges[unknown.0];
        loop {
            let (limit, reached) = ends(possible, self.seen[unknown.0]);
            if limit == reached {
                return true;
            }
            if self.seen[unknown.0].integers() >= enough {
                return false;
            }
            let at = Range::only(limit);
            if self.with(unknown, at, near, limit) == Outcome::Found {
                continue;
            }
            let everywhere = self.all.clone();
            // The half of what is left that lies beyond what was seen.
            let middle = limit.midpoint(reached);
            let beyond = if limit < reached {
                Range { least: limit, most: middle.min(reached - 1) }
            } else {
                Range { least: middle.max(reached + 1), most: limit }
            };
            match self.with(unknown, beyond, &everywhere, limit) {
                Outcome::Found => {}
                Outcome::TooHard => return false,
                Outcome::None if limit < reached => possible.least = beyond.most + 1,
                Outcome::None => possible.most = beyond.least - 1,
            }
        }
    }

    /// Looks for a solution with one number in a range, all but the free ones as in the first solution.
    fn with(&mut self, unknown: Unknown, range: Range, free: &[Unknown], wished: i64) -> Outcome {
        let mut ranges: Vec<Range> = self.first.iter().map(|&number| Range::only(number)).collect();
        for one in free {
            ranges[one.0] = self.system.ranges[one.0];
        }
        ranges[unknown.0] = ranges[unknown.0].and(range);
        let mut near_first = self.first.clone();
        near_first[unknown.0] = wished;
        match Search::new(self.system, ranges, free, &near_first).solve() {
            Answer::Found(solution) => {
                for (seen, number) in self.seen.iter_mut().zip(solution) {
                    *seen = Range { least: seen.least.min(number), most: seen.most.max(number) };
                }
                Outcome::Found
            }
            Answer::None => Outcome::None,
            Answer::TooHard => Outcome::TooHard,
        }
    }
}

#[derive(PartialEq, Eq)]
enum Outcome {
    Found,
    None,
    TooHard,
}

enum Answer {
    Found(Vec<i64>),
    None,
    TooHard,
}

/// The search for one solution, depth first.
struct Search<'a> {
    system: &'a System,
    ranges: Vec<Range>,
    free: &'a [Unknown],
    /// The number that each unknown should be, or be near to.
    wished: &'a [i64],
    trail: Vec<(usize, Range)>,
}

/// A number that was decided, and what else it could be.
struct Branch {
    unknown: Unknown,
    /// Where the trail was.
    mark: usize,
    /// Not tried yet, the next last.
    others: Vec<Range>,
}

impl<'a> Search<'a> {
    fn new(system: &'a System, ranges: Vec<Range>, free: &'a [Unknown], wished: &'a [i64]) -> Search<'a> {
        Search { system, ranges, free, wished, trail: Vec::new() }
    }

    fn solve(mut self) -> Answer {
        if self.ranges.iter().any(|range| range.integers() == 0) {
            return Answer::None;
        }
        let hear = self.system.facts_of(self.free);
        if !self.system.narrow(&mut self.ranges, hear, &mut self.trail) {
            return Answer::None;
        }
        let mut branches: Vec<Branch> = Vec::new();
        for _ in 0..BRANCHES {
            match self.open() {
                Some(unknown) => {
                    let others = self.ways(unknown);
                    branches.push(Branch { unknown, mark: self.trail.len(), others });
                }
                None if self.is_solution() => {
                    return Answer::Found(self.ranges.iter().map(|range| range.least).collect());
                }
                None => {}
            }
            if !self.next(&mut branches) {
                return Answer::None;
            }
        }
        Answer::TooHard
    }

    /// The free number with the fewest left to choose from: those in pairs first, for what remains are sums without
    /// gaps, in which narrowing sees nearly everything.
    fn open(&self) -> Option<Unknown> {
        let open = self.free.iter().copied().filter(|unknown| self.ranges[unknown.0].integers() > 1);
        open.min_by_key(|unknown| (!self.system.is_paired(*unknown), self.ranges[unknown.0].integers(), *unknown))
    }

    /// The number nearest to the one wished, then those below, then those above; last first.
    fn ways(&self, unknown: Unknown) -> Vec<Range> {
        let Range { least, most } = self.ranges[unknown.0];
        let wished = self.wished[unknown.0].clamp(least, most);
        let ways = [Range { least: wished + 1, most }, Range { least, most: wished - 1 }, Range::only(wished)];
        ways.into_iter().filter(|range| range.integers() > 0).collect()
    }

    /// Goes the next way that does not contradict a fact; false where there is none.
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
            if self.system.narrow(&mut self.ranges, self.system.facts_of(&[unknown]), &mut self.trail) {
                return true;
            }
        }
        false
    }

    /// Whether the numbers, all decided, agree with every fact.
    fn is_solution(&self) -> bool {
        let number = |unknown: &Unknown| self.ranges[unknown.0].least;
        self.system.facts.iter().all(|fact| match fact {
            Fact::Sum { terms, within } => within.holds(terms.iter().map(|(of, times)| times * number(of)).sum()),
            Fact::Pair { both: [one, other], among } => among.binary_search(&[number(one), number(other)]).is_ok(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn all(unknowns: &[Unknown]) -> Vec<Wanted> {
        unknowns.iter().map(|&unknown| Wanted { unknown, enough: i64::MAX }).collect()
    }

    /// Every combination of numbers, one after another.
    fn by_hand(system: &System) -> Option<Vec<Range>> {
        let mut seen: Option<Vec<Range>> = None;
        let mut at: Vec<i64> = system.ranges.iter().map(|range| range.least).collect();
        loop {
            let ranges: Vec<Range> = at.iter().map(|&number| Range::only(number)).collect();
            if Search::new(system, ranges.clone(), &[], &at).is_solution() {
                let seen = seen.get_or_insert(ranges);
                for (seen, &number) in seen.iter_mut().zip(&at) {
                    *seen = Range { least: seen.least.min(number), most: seen.most.max(number) };
                }
            }
            let Some(place) = (0..at.len()).find(|&place| at[place] < system.ranges[place].most) else {
                return seen;
            };
            at[place] += 1;
            for (earlier, range) in at[..place].iter_mut().zip(&system.ranges) {
                *earlier = range.least;
            }
        }
    }

    /// Up to six numbers of nought to six, with sums, orders and pairs among them.
    fn systems() -> impl Strategy<Value = System> {
        let sum = (prop::collection::vec((0usize..6, -3i64..=4), 1..5), -6i64..25, 0i64..6);
        let pair = ([0usize..6, 0..6], prop::collection::btree_set([0i64..7, 0..7], 1..12));
        (2usize..=5, prop::collection::vec(sum, 0..4), prop::collection::vec(pair, 0..2)).prop_map(
            |(many, sums, pairs)| {
                let mut system = System::default();
                for _ in 0..many {
                    system.unknown(Range { least: 0, most: 6 });
                }
                for (terms, least, wide) in sums {
                    let mut times = vec![0; many];
                    terms.iter().for_each(|(place, add)| times[place % many] += add);
                    let terms: Vec<_> = times.into_iter().enumerate().filter(|(_, times)| *times != 0).collect();
                    let terms: Vec<_> = terms.into_iter().map(|(place, times)| (Unknown(place), times)).collect();
                    system.tell(Fact::Sum { terms, within: Range { least, most: least + wide } });
                }
                for ([one, other], among) in pairs {
                    if one % many != other % many {
                        let both = [Unknown(one % many), Unknown(other % many)];
                        system.tell(Fact::Pair { both, among: among.into_iter().collect() });
                    }
                }
                system
            },
        )
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(3_000))]
        #[test]
        fn the_bounds_are_those_of_every_combination_tried(system in systems()) {
            let wanted = all(&(0..system.ranges.len()).map(Unknown).collect::<Vec<_>>());
            let expected = by_hand(&system);
            let found = bounds(&mut system.clone(), &wanted);
            let found = found.ok().map(|bounds| {
                assert!(bounds.iter().all(|bounds| bounds.proven));
                bounds.iter().map(|bounds| bounds.range).collect::<Vec<_>>()
            });
            prop_assert_eq!(found, expected);
        }
    }

    #[test]
    fn what_is_left_of_a_sum_is_all_that_a_hidden_number_can_be() {
        let mut system = System::default();
        let [one, other] = [(); 2].map(|()| system.unknown(Range::ANY));
        system.tell(Fact::Sum { terms: vec![(one, 1), (other, 1)], within: Range { least: 5, most: 14 } });
        system.tell(Fact::at_most(one, other));
        let found: Vec<_> =
            bounds(&mut system, &all(&[one, other])).unwrap().iter().map(|bounds| bounds.range).collect();
        assert_eq!(found, [Range { least: 0, most: 7 }, Range { least: 3, most: 14 }]);
    }

    #[test]
    fn a_limit_that_narrowing_cannot_see_is_found() {
        // 3 x + 3 y is 6 to 7, so 6: x + y = 2; and x - y is even, so neither is 1 less or more: x of 0, 1, 2.
        let mut system = System::default();
        let [x, y] = [(); 2].map(|()| system.unknown(Range { least: 0, most: 9 }));
        system.tell(Fact::Sum { terms: vec![(x, 3), (y, 3)], within: Range { least: 6, most: 7 } });
        system.tell(Fact::Pair { both: [x, y], among: vec![[0, 1], [1, 1], [2, 2], [3, 0]] });
        let found = bounds(&mut system, &all(&[x, y])).unwrap();
        assert_eq!(found, vec![Bounds { range: Range::only(1), proven: true }; 2]);
    }
}

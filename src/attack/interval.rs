//! The attacker's interval of each unknown: the smallest and the largest whole number that it can be.
//!
//! Narrowing gives limits that no solution passes; a solution that is found shows which of them are reached. The systems
//! of published tables are sums of few unknowns, so the two mostly meet at once. Everything is in whole numbers: there is
//! no tolerance to choose, as a solver in floating point would need.

use super::effort::Effort;
use super::range::Range;
use super::solution::{Search, Solution};
use super::system::{System, Unknown};

/// What one unknown can be: its feasibility interval.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Interval {
    /// From the smallest to the largest.
    pub range: Range,
    /// Whether both ends are proven. If not, the range runs from the smallest to the largest number that was found
    /// possible: an attacker may know less, never more. That is so where enough was found, or the search gave up.
    pub proven: bool,
}

/// The facts contradict one another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Contradiction;

/// A number whose interval is wanted.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Wanted {
    /// The number.
    pub unknown: Unknown,
    /// The search ends once the range found contains so many whole numbers.
    pub enough: i64,
}

/// The interval of each of the wanted numbers, in their order.
///
/// # Errors
/// Where no whole numbers agree with every fact.
pub(crate) fn intervals(system: &mut System, wanted: &[Wanted]) -> Result<Vec<Interval>, Contradiction> {
    if !system.settle() {
        return Err(Contradiction);
    }
    Ok(match Solver::of(system)? {
        Some(mut solver) => wanted.iter().map(|wanted| solver.interval_of(*wanted)).collect(),
        None => vec![Interval { range: Range::NONE, proven: false }; wanted.len()],
    })
}

/// Whether enough is left for each of the wanted numbers. The first for which it is not ends the search.
///
/// # Errors
/// Where no whole numbers agree with every fact.
pub(crate) fn is_enough_left(system: &mut System, wanted: &[Wanted]) -> Result<bool, Contradiction> {
    if !system.settle() {
        return Err(Contradiction);
    }
    if wanted.iter().any(|wanted| system.ranges[wanted.unknown.0].integers() < wanted.enough) {
        return Ok(false);
    }
    let solver = Solver::of(system)?;
    let all_have = |mut solver: Solver<'_>| {
        wanted.iter().all(|wanted| solver.interval_of(*wanted).range.integers() >= wanted.enough)
    };
    Ok(solver.is_some_and(all_have))
}

/// Whether whole numbers are soon found that agree with every fact. The system keeps them.
pub(crate) fn is_possible(system: &mut System) -> bool {
    system.in_haste = true;
    if !system.settle() {
        return false;
    }
    if let Solution::Found(solution) = first_solution(system, &all(system)) {
        system.solution = Some(solution);
    }
    system.solution.is_some()
}

fn all(system: &System) -> Vec<Unknown> {
    (0..system.ranges.len()).map(Unknown).collect()
}

fn first_solution(system: &System, all: &[Unknown]) -> Solution {
    if let Some(solution) = &system.solution {
        return Solution::Found(solution.clone());
    }
    let middle: Vec<i64> = system.ranges.iter().map(|range| range.least.midpoint(range.most)).collect();
    Search::new(system, system.ranges.clone(), all, &middle).solve(&mut system.effort_for_one())
}

/// The solutions found of one system.
struct Solver<'system> {
    system: &'system System,
    all: Vec<Unknown>,
    /// The first solution.
    first: Vec<i64>,
    /// The smallest and largest of each number in any solution found.
    seen: Vec<Range>,
}

impl<'system> Solver<'system> {
    /// Starts with a first solution of a settled system; none where none was found.
    fn of(system: &'system System) -> Result<Option<Solver<'system>>, Contradiction> {
        let all = all(system);
        let first = match first_solution(system, &all) {
            Solution::Found(solution) => solution,
            Solution::None => return Err(Contradiction),
            Solution::TooHard => return Ok(None),
        };
        let seen = first.iter().map(|&number| Range::only(number)).collect();
        Ok(Some(Solver { system, all, first, seen }))
    }

    fn interval_of(&mut self, wanted: Wanted) -> Interval {
        let range = self.system.ranges[wanted.unknown.0];
        if self.seen[wanted.unknown.0] == range {
            return Interval { range, proven: true };
        }
        let near = self.system.near(wanted.unknown);
        let mut effort = self.system.effort_for_one();
        let lower = self.extend(wanted, &near, &mut effort, |range, seen| (range.least, seen.least));
        let upper = self.extend(wanted, &near, &mut effort, |range, seen| (range.most, seen.most));
        Interval { range: self.seen[wanted.unknown.0], proven: lower && upper }
    }

    /// Moves one end of what was seen as far as solutions go; whether it is proven that they go no further. `ends`
    /// gives that end of two ranges.
    fn extend(
        &mut self,
        wanted: Wanted,
        near: &[Unknown],
        effort: &mut Effort,
        ends: fn(Range, Range) -> (i64, i64),
    ) -> bool {
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
            if self.look(unknown, at, near, limit, effort) == Outcome::Found {
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
            match self.look(unknown, beyond, &everywhere, limit, effort) {
                Outcome::Found => {}
                Outcome::TooHard => return false,
                Outcome::None if limit < reached => possible.least = beyond.most + 1,
                Outcome::None => possible.most = beyond.least - 1,
            }
        }
    }

    /// Looks for a solution with one number in a range, all but the free ones as in the first solution.
    fn look(
        &mut self,
        unknown: Unknown,
        range: Range,
        free: &[Unknown],
        preferred: i64,
        effort: &mut Effort,
    ) -> Outcome {
        let mut ranges: Vec<Range> = self.first.iter().map(|&number| Range::only(number)).collect();
        for one in free {
            ranges[one.0] = self.system.ranges[one.0];
        }
        ranges[unknown.0] = ranges[unknown.0].and(range);
        let mut near_first = self.first.clone();
        near_first[unknown.0] = preferred;
        match Search::new(self.system, ranges, free, &near_first).solve(effort) {
            Solution::Found(solution) => {
                for (seen, number) in self.seen.iter_mut().zip(solution) {
                    *seen = seen.with(number);
                }
                Outcome::Found
            }
            Solution::None => Outcome::None,
            Solution::TooHard => Outcome::TooHard,
        }
    }
}

#[derive(PartialEq, Eq)]
enum Outcome {
    Found,
    None,
    TooHard,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::attack::system::Fact;
    use proptest::prelude::*;

    fn all(unknowns: &[Unknown]) -> Vec<Wanted> {
        unknowns.iter().map(|&unknown| Wanted { unknown, enough: i64::MAX }).collect()
    }

    /// What each number can be, by trying every combination.
    fn by_hand(system: &System) -> Option<Vec<Range>> {
        let mut seen: Option<Vec<Range>> = None;
        let mut at: Vec<i64> = system.ranges.iter().map(|range| range.least).collect();
        loop {
            let ranges: Vec<Range> = at.iter().map(|&number| Range::only(number)).collect();
            if Search::new(system, ranges.clone(), &[], &at).is_solution() {
                let seen = seen.get_or_insert(ranges);
                for (seen, &number) in seen.iter_mut().zip(&at) {
                    *seen = seen.with(number);
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

    /// Two to five numbers from 0 to 6, with sums and pairs among them.
    fn systems() -> impl Strategy<Value = System> {
        let sum = (prop::collection::vec((0usize..6, -3i64..=4), 1..5), -6i64..25, 0i64..6);
        let pair = ([0usize..6, 0..6], prop::collection::btree_set([0i64..7, 0..7], 1..12));
        (2usize..=5, prop::collection::vec(sum, 0..4), prop::collection::vec(pair, 0..2)).prop_map(
            |(many, sums, pairs)| {
                let mut system = System::default();
                for _ in 0..many {
                    system.add_unknown(Range { least: 0, most: 6 });
                }
                for (terms, least, wide) in sums {
                    let mut times = vec![0; many];
                    terms.iter().for_each(|(place, add)| times[place % many] += add);
                    let terms: Vec<_> = times.into_iter().enumerate().filter(|(_, times)| *times != 0).collect();
                    let terms: Vec<_> = terms.into_iter().map(|(place, times)| (Unknown(place), times)).collect();
                    system.add(Fact::Sum { terms, within: Range { least, most: least + wide } });
                }
                for ([one, other], among) in pairs {
                    if one % many != other % many {
                        let both = [Unknown(one % many), Unknown(other % many)];
                        system.add(Fact::Pair { both, among: among.into_iter().collect() });
                    }
                }
                system
            },
        )
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(3_000))]
        #[test]
        fn the_intervals_are_those_of_every_combination_tried(system in systems()) {
            let wanted = all(&(0..system.ranges.len()).map(Unknown).collect::<Vec<_>>());
            let expected = by_hand(&system);
            let found = intervals(&mut system.clone(), &wanted);
            let found = found.ok().map(|intervals| {
                assert!(intervals.iter().all(|interval| interval.proven));
                intervals.iter().map(|interval| interval.range).collect::<Vec<_>>()
            });
            prop_assert_eq!(found, expected);
        }
    }

    #[test]
    fn what_is_left_of_a_sum_is_all_that_a_hidden_number_can_be() {
        let mut system = System::default();
        let [one, other] = [(); 2].map(|()| system.add_unknown(Range::ANY));
        system.add(Fact::Sum { terms: vec![(one, 1), (other, 1)], within: Range { least: 5, most: 14 } });
        system.add(Fact::Sum { terms: vec![(other, 1), (one, -1)], within: Range::ANY });
        let found: Vec<_> =
            intervals(&mut system, &all(&[one, other])).unwrap().iter().map(|interval| interval.range).collect();
        assert_eq!(found, [Range { least: 0, most: 7 }, Range { least: 3, most: 14 }]);
    }

    #[test]
    fn what_takes_too_long_to_prove_counts_as_known() {
        // No sum of even numbers is odd; but of these there are too many to try.
        let mut system = System::default();
        let many = [(); 8].map(|()| system.add_unknown(Range { least: 0, most: 1000 }));
        let terms = many.iter().map(|&unknown| (unknown, 2)).collect();
        system.add(Fact::Sum { terms, within: Range::only(4001) });
        let wanted = [Wanted { unknown: many[0], enough: 3 }];
        assert_eq!(intervals(&mut system, &wanted), Ok(vec![Interval { range: Range::NONE, proven: false }]));
        assert_eq!(is_enough_left(&mut system, &wanted), Ok(false));
    }

    #[test]
    fn a_limit_that_narrowing_cannot_see_is_found() {
        // 3 x + 3 y is 6 to 7, so 6: x + y = 2; and x - y is even, so neither is 1 less or more: x of 0, 1, 2.
        let mut system = System::default();
        let [x, y] = [(); 2].map(|()| system.add_unknown(Range { least: 0, most: 9 }));
        system.add(Fact::Sum { terms: vec![(x, 3), (y, 3)], within: Range { least: 6, most: 7 } });
        system.add(Fact::Pair { both: [x, y], among: vec![[0, 1], [1, 1], [2, 2], [3, 0]] });
        let found = intervals(&mut system, &all(&[x, y])).unwrap();
        assert_eq!(found, vec![Interval { range: Range::only(1), proven: true }; 2]);
    }
}

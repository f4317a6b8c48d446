//! The room that is left to a target: how many more children may go the wrong way, or must go the right way, for the rounded
//! value to meet it.

use super::state::State;
use super::tally::Tally;
use crate::benchmark::targets::Children;
use crate::rounding;
use crate::seeds::Seeds;
use crate::seeds::authorities::ENGLAND_CODE;
use crate::seeds::indicators::IndicatorSeed;
use crate::seeds::targets::Target;
use crate::unit::{Good, Unit};

/// A target of the year, and the room that is left to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Room {
    /// The target.
    pub target: Target,
    /// The children, the denominator staying as it is; none for mean scores, and where nobody is in the denominator.
    pub children: Option<Children>,
    /// How many on the watch list are in the states that could go that way.
    pub could: u64,
}

impl Room {
    /// Whether the target is the nation's.
    pub fn is_national(&self) -> bool {
        self.target.code == ENGLAND_CODE
    }
}

/// The room left to each target of a year, the place's own before the nation's, from the numerator and denominator on the
/// steady course.
pub(crate) fn rooms(
    seed: &IndicatorSeed,
    (code, year): (&str, i32),
    counts: (u64, u64),
    tally: &Tally,
    seeds: &Seeds,
) -> Vec<Room> {
    let of_year = seeds.targets.of_indicator(seed.number).filter(|target| target.year == year);
    let mut targets: Vec<&Target> =
        of_year.filter(|target| target.code == code || target.code == ENGLAND_CODE).collect();
    targets.sort_by_key(|target| target.code == ENGLAND_CODE);
    let room = |target: &Target| {
        let children = children(seed, counts, target);
        let could = match children {
            Some(Children::ToSpare(_)) => tally.count_where(State::may_go_wrong),
            Some(Children::Short(_)) => tally.count_where(State::may_go_right),
            None => 0,
        };
        Room { target: target.clone(), children, could }
    };
    targets.into_iter().map(room).collect()
}

/// How many children the rounded value is short of a target, or has to spare.
fn children(seed: &IndicatorSeed, (numerator, denominator): (u64, u64), target: &Target) -> Option<Children> {
    if seed.unit != Unit::Percent || denominator == 0 {
        return None;
    }
    let goal = target.value.thousandths();
    let value = |numerator| rounding::value(seed.unit, numerator, denominator).map_or(0, |value| 100 * value.0);
    Some(match seed.good {
        Good::High => {
            let least = first(denominator, |numerator| value(numerator) >= goal);
            match numerator.checked_sub(least) {
                Some(to_spare) => Children::ToSpare(to_spare),
                None => Children::Short(least - numerator),
            }
        }
        Good::Low => {
            let most = first(denominator, |numerator| value(numerator + 1) > goal);
            match most.checked_sub(numerator) {
                Some(to_spare) => Children::ToSpare(to_spare),
                None => Children::Short(numerator - most),
            }
        }
    })
}

/// The first number from 0 on that passes, of numbers of which all pass from some one on; `last` if none before it does.
fn first(last: u64, passes: impl Fn(u64) -> bool) -> u64 {
    let (mut low, mut high) = (0, last);
    while low < high {
        let middle = low + (high - low) / 2;
        if passes(middle) {
            high = middle;
        } else {
            low = middle + 1;
        }
    }
    low
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::seeds::indicators::find;
    use crate::seeds::targets::TargetValue;

    /// The room of so many of so many children of an indicator.
    fn room(number: u16, counts: (u64, u64), goal: &str) -> Option<Children> {
        let seeds = Seeds::built_in().unwrap();
        let value = TargetValue::read(goal).unwrap();
        let target = Target { indicator: number, year: 2011, code: "301".to_owned(), value, source: String::new() };
        children(find(&seeds.indicators, number).unwrap(), counts, &target)
    }

    #[test]
    fn where_low_is_good_so_many_may_join_the_numerator() {
        assert_eq!(room(62, (7, 100), "12"), Some(Children::ToSpare(5)));
        assert_eq!(room(62, (12, 100), "12"), Some(Children::ToSpare(0)));
        assert_eq!(room(62, (13, 100), "12"), Some(Children::Short(1)));
        // 3 of 25 are 12.0%; of 1,000 children 120 are 12.0% and 121 are 12.1%.
        assert_eq!(room(62, (100, 1_000), "12"), Some(Children::ToSpare(20)));
        // 1 of 800 is 0.125%, printed 0.1.
        assert_eq!(room(62, (0, 800), "0.1"), Some(Children::ToSpare(1)));
        assert_eq!(room(62, (3, 10), "100"), Some(Children::ToSpare(7)), "no more than there are");
        assert_eq!(room(62, (2, 10), "0"), Some(Children::Short(2)));
    }

    #[test]
    fn where_high_is_good_so_many_may_leave_it() {
        assert_eq!(room(66, (95, 100), "90"), Some(Children::ToSpare(5)));
        assert_eq!(room(66, (90, 100), "90"), Some(Children::ToSpare(0)));
        assert_eq!(room(66, (89, 100), "90"), Some(Children::Short(1)));
        // 2 of 3 are printed 66.7.
        assert_eq!(room(66, (2, 3), "66.7"), Some(Children::ToSpare(0)));
        assert_eq!(room(99, (0, 10), "60"), Some(Children::Short(6)));
        assert_eq!(room(66, (10, 10), "100"), Some(Children::ToSpare(0)));
    }

    #[test]
    fn there_is_none_without_children_and_for_scores() {
        assert_eq!(room(62, (0, 0), "12"), None);
        assert_eq!(room(58, (300, 20), "14"), None);
    }
}

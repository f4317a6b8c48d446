//! What is printed of whole numbers: each rounded once, and percentages and limits made from them.

use super::{Numbers, Printed};
use crate::benchmark::standing::Counts;
use crate::benchmark::uncertainty::bounds;
use crate::figures::Figure;
use crate::level::Level;
use crate::rounding::{Tenths, tenths, value};
use crate::seeds::configuration::IntervalMethod;
use crate::seeds::disclosure::Profile;
use crate::statistics::proportion::wilson;
use crate::statistics::{Confidence, Interval};
use crate::unit::Unit;

/// A count to the nearest multiple of the base, half up.
pub(crate) fn rounded(count: i64, base: i64) -> i64 {
    (2 * count + base) / (2 * base) * base
}

/// What is printed of a percentage where nothing is hidden.
pub(crate) fn percentage(profile: &Profile, level: Level, numerator: i64, denominator: i64) -> Numbers {
    let base = profile.base(level);
    let counts = [numerator, denominator].map(|count| rounded(count, base));
    let [part, whole] = if profile.rounded_percentages { counts } else { [numerator, denominator] };
    let step = profile.step();
    let tenths = tenths(100 * i128::from(part), i128::from(whole * step)).map(|tenths| tenths.0 * step);
    let limits = wilson(part as f64, whole as f64, Confidence::Percent95).filter(|_| has_limits(profile, denominator));
    let to_step = |limit: f64| Tenths(Tenths::of(100.0 * limit / step as f64).0 * step);
    let limits = limits.map(|Interval { lower, upper }| [lower, upper].map(to_step));
    let [lower, upper] = printed_limits(limits);
    Numbers {
        numerator: printed(counts[0], numerator != 0),
        denominator: printed(counts[1], denominator != 0),
        value: tenths.map_or(Printed::NotApplicable, |tenths| printed(tenths, part != 0)),
        lower,
        upper,
    }
}

/// Whether limits are printed of a figure of so many children.
fn has_limits(profile: &Profile, denominator: i64) -> bool {
    profile.limits_from.is_none_or(|from| denominator >= from)
}

/// What is printed of a mean of scores where nothing is hidden. The sum of the scores is never printed.
pub(crate) fn mean(profile: &Profile, figure: &Figure) -> Numbers {
    let Figure { numerator, denominator, squares, .. } = *figure;
    let tenths = value(Unit::Score, numerator, denominator);
    let counts = Counts { numerator, denominator, squares: Some(squares) };
    let limits = bounds(&counts, Unit::Score, IntervalMethod::Wilson, Confidence::Percent95);
    let children = i64::try_from(denominator).unwrap_or(i64::MAX);
    let limits = limits.filter(|_| has_limits(profile, children));
    let [lower, upper] = printed_limits(limits.map(|Interval { lower, upper }| [lower, upper].map(Tenths::of)));
    Numbers {
        numerator: Printed::NotApplicable,
        denominator: printed(rounded(children, profile.base(figure.level)), denominator != 0),
        value: tenths.map_or(Printed::NotApplicable, |tenths| printed(tenths.0, numerator != 0)),
        lower,
        upper,
    }
}

fn printed_limits(limits: Option<[Tenths; 2]>) -> [Printed; 2] {
    limits.map_or([Printed::NotApplicable; 2], |limits| limits.map(|limit| Printed::Number(limit.0)))
}

/// A rounded number, or the symbol of one that is zero only because it is rounded.
fn printed(number: i64, is_some: bool) -> Printed {
    if number == 0 && is_some { Printed::RoundsToNought } else { Printed::Number(number) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::figures::Status;

    fn profile(name: &str) -> Profile {
        let profiles = crate::seeds::Seeds::built_in().unwrap().disclosure;
        profiles.into_iter().find(|profile| profile.name == name).unwrap()
    }

    #[test]
    fn counts_go_to_the_nearest_ten_or_five_halves_up() {
        let tens = [0, 4, 5, 14, 15, 94, 95].map(|count| rounded(count, 10));
        assert_eq!(tens, [0, 0, 10, 10, 20, 90, 100]);
        let fives = [0, 2, 3, 7, 8].map(|count| rounded(count, 5));
        assert_eq!(fives, [0, 0, 5, 5, 10]);
        assert_eq!([0, 1, 37].map(|count| rounded(count, 1)), [0, 1, 37]);
    }

    #[test]
    fn a_small_part_of_a_large_number_is_not_zero() {
        let profile = profile("sfr-2011");
        let value = |numerator| percentage(&profile, Level::National, numerator, 20_000).value;
        assert_eq!([value(0), value(9), value(10)], [Printed::Number(0), Printed::RoundsToNought, Printed::Number(1)]);
    }

    #[test]
    fn limits_of_a_mean_stay_within_the_scale() {
        let profile = profile("round-5");
        let of = |scores: &[u64]| {
            let figure = Figure {
                level: Level::LocalAuthority,
                code: "302".to_owned(),
                name: "Barnet".to_owned(),
                indicator: 58,
                status: Status::Ok,
                numerator: scores.iter().sum(),
                squares: scores.iter().map(|score| score * score).sum(),
                denominator: scores.len() as u64,
                population: scores.len() as u64,
                cover_too_short: false,
                behind: None,
                doubt: Default::default(),
            };
            let Numbers { value, lower, upper, .. } = mean(&profile, &figure);
            [value, lower, upper]
        };
        // Mean 14, t(2) = 4.303 times a standard error of 13: -41.9 to 69.9 without the scale's ends.
        assert_eq!(of(&[1, 1, 40]), [140, 0, 400].map(Printed::Number));
        // Scores that do not differ say nothing about chance.
        assert_eq!(of(&[14, 14, 14]), [Printed::Number(140), Printed::NotApplicable, Printed::NotApplicable]);
    }

    #[test]
    fn rounded_percentages_are_those_of_the_printed_counts() {
        let [exact, rounded] = ["sfr-2011", "round-5"].map(|name| {
            percentage(&profile(name), Level::LocalAuthority, 13, 28).list().map(|printed| match printed {
                Printed::Number(number) => number,
                other => panic!("{other:?}"),
            })
        });
        assert_eq!(exact[..3], [13, 28, 464]);
        assert_eq!(rounded[..3], [15, 30, 500]);
        // Wilson's limits of 15 of 30.
        assert_eq!(rounded[3..], [332, 668]);
    }
    #[test]
    fn whole_percentages_are_halves_up_and_have_limits_from_thirty_children() {
        let profile = profile("dfe-2024");
        let of = |numerator, denominator| {
            let numbers = percentage(&profile, Level::LocalAuthority, numerator, denominator);
            [numbers.value, numbers.lower, numbers.upper]
        };
        // 12.5% and 12.48%; Wilson's limits of 13 of 30 are 27.4% and 60.8%.
        assert_eq!(of(25, 200)[0], Printed::Number(130));
        assert_eq!(of(99, 793)[0], Printed::Number(120));
        assert_eq!(of(13, 30), [430, 270, 610].map(Printed::Number));
        assert_eq!(of(13, 29), [Printed::Number(450), Printed::NotApplicable, Printed::NotApplicable]);
        assert_eq!(of(0, 40)[0], Printed::Number(0));
        assert_eq!(of(6, 2000)[0], Printed::RoundsToNought);
    }
}

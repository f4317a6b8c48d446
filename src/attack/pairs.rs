//! The numerators and denominators that can be behind one printed figure, tried one by one.

use super::figures::{Figures, Part, tenths};
use super::knowledge::{Both, Knowledge, Number};
use super::range::Range;
use super::system::Fact;
use crate::printed::rule::of_percentage;
use crate::printed::{Printed, PrintedFigure, print};
use crate::seeds::disclosure::Profile;
use crate::unit::Unit;

/// How many pairs of numerator and denominator are tried; beyond that, only what the percentage says by itself is used.
const PAIRS_TRIED: i64 = 20_000;

impl Knowledge {
    /// The numerators and denominators that would be printed as each figure is: with its percentage and limits, and
    /// nothing hidden that is shown. They are tried one by one, within the ranges that everything else leaves.
    pub(super) fn pairs(&mut self, figures: &Figures<'_>, both: &[Both]) {
        // A contradiction is found again when the intervals are worked out.
        let mut settled = self.system.clone();
        if !settled.settle() {
            return;
        }
        for (place, (figure, both)) in figures.list.iter().zip(both).enumerate() {
            let Some(both) = both else { continue };
            let ruled = [Part::Numerator, Part::Denominator].map(|part| figures.ruled.contains(&(place, part)));
            let is_mean = figure.unit == Unit::Score;
            let tried = both.map(|number| match number {
                Number::Known(number) => Range::only(number),
                Number::Unknown(unknown) => settled.ranges[unknown.0],
            });
            let any_unknown = both.iter().any(|number| matches!(number, Number::Unknown(_)));
            let Some(square) = tried[0].integers().checked_mul(tried[1].integers()) else { continue };
            if is_mean || !any_unknown || !(is_informative(figures.profile, figure) || ruled[0]) {
                continue;
            }
            let tenths = tenths(figure.numbers.value).filter(|_| !figures.profile.rounded_percentages);
            let step = figures.profile.step();
            let wide = tenths.map_or(square, |_| tried[1].integers() * (step * tried[1].most / 1000 + 2));
            if wide > PAIRS_TRIED {
                continue;
            }
            let mut among = Vec::new();
            let mut left_out = false;
            for denominator in tried[1].least..=tried[1].most {
                let least = tenths.map_or(0, |tenths| (2 * tenths - step) * denominator / 2000);
                let most = tenths.map_or(denominator, |tenths| (2 * tenths + step) * denominator / 2000);
                for numerator in tried[0].least.max(least)..=tried[0].most.min(most).min(denominator) {
                    if agrees(figures.profile, figure, ruled, [numerator, denominator]) {
                        among.push([numerator, denominator]);
                    } else {
                        left_out = true;
                    }
                }
            }
            if left_out {
                among.sort_unstable();
                let source = || format!("what is printed of {} (NI {})", figure.name, figure.indicator);
                self.pair(source, *both, among);
            }
        }
    }

    fn pair(&mut self, source: impl FnOnce() -> String, both: [Number; 2], among: Vec<[i64; 2]>) {
        let unknown = both.map(|number| match number {
            Number::Known(number) => self.system.add_unknown(Range::only(number)),
            Number::Unknown(unknown) => unknown,
        });
        self.add(source, Fact::Pair { both: unknown, among });
    }
}

/// Whether more is printed of a figure than exact counts, or what is shown of it says something about what is hidden.
fn is_informative(profile: &Profile, figure: &PrintedFigure) -> bool {
    let numbers = figure.numbers.list();
    let [counts, others] = [&numbers[..2], &numbers[2..]];
    // A numerator that is shown says that the children not in it are not few, whatever the denominator is.
    let says_of_others = profile.complements && counts[0].is_shown() && !counts[1].is_shown();
    says_of_others
        || others.iter().any(|printed| printed.is_shown())
        || profile.base(figure.level) > 1 && counts.iter().any(|printed| printed.is_shown())
}

/// Whether all that is shown of a figure is what would be printed of the two numbers, and the rule hides of them what it
/// is taken to hide.
fn agrees(profile: &Profile, figure: &PrintedFigure, ruled: [bool; 2], [numerator, denominator]: [i64; 2]) -> bool {
    let hidden = of_percentage(profile, numerator, denominator);
    if ruled[0] && hidden.numerator.is_none() || ruled[1] && hidden.denominator.is_none() {
        return false;
    }
    let printed = figure.numbers.list();
    if printed.iter().all(|printed| *printed == Printed::Confidential) {
        return true;
    }
    let would_be = print::percentage(profile, figure.level, numerator, denominator).list();
    let hides =
        [hidden.numerator, hidden.denominator, hidden.value, hidden.value, hidden.value].map(|why| why.is_some());
    // A table that shows a value beside a hidden count does not follow the rule: then only its numbers count.
    let follows = !printed[..2].contains(&Printed::Confidential)
        || printed[2..].iter().all(|shown| *shown == Printed::Confidential);
    (0..printed.len())
        .filter(|&place| printed[place] != Printed::Confidential)
        .all(|place| printed[place] == would_be[place] && !(follows && hides[place]))
}

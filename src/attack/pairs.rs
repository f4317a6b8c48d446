//! The numerators and denominators that can stand behind one printed figure, tried one by one.

use super::figures::{Figures, tenths};
use super::knowledge::{Behind, Both, Knowledge};
use super::system::{Fact, Range};
use crate::printed::rule::of_percentage;
use crate::printed::{Printed, PrintedFigure, print};
use crate::seeds::disclosure::Profile;
use crate::unit::Unit;

/// Pairs of numerator and denominator that are tried one by one; beyond, only the percentage's own bounds are used.
const PAIRS_TRIED: i64 = 20_000;

impl Knowledge {
    /// The numerators and denominators that give what is printed of a figure: its percentage, its limits, and nothing
    /// hidden that is shown. They are tried one by one, within the ranges that are left by all else.
    pub(super) fn pairs(&mut self, figures: &Figures<'_>, both: &[Both]) {
        // A contradiction is found again by whoever asks for bounds.
        let mut settled = self.system.clone();
        if !settled.settle() {
            return;
        }
        for (figure, both) in figures.list.iter().zip(both) {
            let Some(both) = both else { continue };
            let is_mean = figure.unit == Unit::Score;
            let tried = both.map(|behind| match behind {
                Behind::Known(number) => Range::only(number),
                Behind::Unknown(unknown) => settled.ranges[unknown.0],
            });
            let any_unknown = both.iter().any(|behind| matches!(behind, Behind::Unknown(_)));
            let Some(square) = tried[0].integers().checked_mul(tried[1].integers()) else { continue };
            if is_mean || !any_unknown || !tells(figures.profile, figure) {
                continue;
            }
            let tenths = tenths(figure.numbers.value).filter(|_| !figures.profile.rounded_percentages);
            let wide = tenths.map_or(square, |_| tried[1].integers() * (tried[1].most / 1000 + 2));
            if wide > PAIRS_TRIED {
                continue;
            }
            let mut among = Vec::new();
            let mut left_out = false;
            for denominator in tried[1].least..=tried[1].most {
                let least = tenths.map_or(0, |tenths| (2 * tenths - 1) * denominator / 2000);
                let most = tenths.map_or(denominator, |tenths| (2 * tenths + 1) * denominator / 2000);
                for numerator in tried[0].least.max(least)..=tried[0].most.min(most).min(denominator) {
                    if agrees(figures.profile, figure, numerator, denominator) {
                        among.push([numerator, denominator]);
                    } else {
                        left_out = true;
                    }
                }
            }
            if left_out {
                among.sort_unstable();
                self.pair(format!("what is printed of {} (NI {})", figure.name, figure.indicator), *both, among);
            }
        }
    }

    fn pair(&mut self, source: String, both: [Behind; 2], among: Vec<[i64; 2]>) {
        let unknown = both.map(|behind| match behind {
            Behind::Known(number) => self.system.unknown(Range::only(number)),
            Behind::Unknown(unknown) => unknown,
        });
        self.tell(source, Fact::Pair { both: unknown, among });
    }
}

/// Whether more is printed of a figure than counts that are exact, or what is shown of it tells of what is hidden.
fn tells(profile: &Profile, figure: &PrintedFigure) -> bool {
    let shown = |printed: &Printed| matches!(printed, Printed::Number(_) | Printed::RoundsToNought);
    let numbers = figure.numbers.list();
    let [counts, others] = [&numbers[..2], &numbers[2..]];
    // A numerator that is shown says that those who are not in it are not few, whatever the denominator is.
    let tells_of_others = profile.complements && shown(&counts[0]) && !shown(&counts[1]);
    tells_of_others || others.iter().any(shown) || profile.base(figure.level) > 1 && counts.iter().any(shown)
}

/// Whether what is printed of a figure is what would be printed of the two numbers, where it is shown.
fn agrees(profile: &Profile, figure: &PrintedFigure, numerator: i64, denominator: i64) -> bool {
    let printed = figure.numbers.list();
    let would_be = print::percentage(profile, figure.level, numerator, denominator).list();
    let hidden = of_percentage(profile, numerator, denominator);
    let hides =
        [hidden.numerator, hidden.denominator, hidden.value, hidden.value, hidden.value].map(|why| why.is_some());
    // Who shows a value beside a hidden count does not follow the rule: only the numbers tell then.
    let follows = !printed[..2].contains(&Printed::Confidential)
        || printed[2..].iter().all(|shown| *shown == Printed::Confidential);
    (0..printed.len())
        .filter(|&place| printed[place] != Printed::Confidential)
        .all(|place| printed[place] == would_be[place] && !(follows && hides[place]))
}

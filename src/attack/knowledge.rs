//! What printed figures say about the whole numbers behind them: sums, rounding, percentages and limits to their printed
//! decimals, the same children in two indicators, and the rule by which numbers are hidden.

use super::figures::{
    EarlierFigures, Figures, HIGHEST_SCORE, Part, Window, by_rule, children, counts, most_children, tenths,
};
use super::range::Range;
use super::sums::{OfDimension, hidden_whole, of_dimension};
use super::system::{Fact, System, Unknown};
use crate::printed::{Numbers, Printed, PrintedFigure};
use crate::unit::Unit;
use std::collections::BTreeSet;
use std::path::Path;

/// Parts of a tenth in which the limits of means are taken.
const FINELY: i64 = 1000;

/// A hidden number.
#[derive(Debug, Clone, Copy)]
pub(crate) struct HiddenNumber {
    /// The position of its figure among those attacked.
    pub figure: usize,
    /// Which number.
    pub part: Part,
    /// The number itself.
    pub unknown: Unknown,
    /// How many whole numbers its interval must contain.
    pub required: i64,
    /// The window, where it is hidden in a table of another one.
    pub window: Option<Window>,
}

/// A count of the children of a part of a window that is printed nowhere, but may be worked out.
#[derive(Debug, Clone, Copy)]
pub(crate) struct PartOfWindow {
    /// The position of a figure of the same place and indicator among those attacked.
    pub figure: usize,
    /// Which count.
    pub part: Part,
    /// The count itself.
    pub unknown: Unknown,
    /// From when to when.
    pub window: Window,
}

/// What an attacker knows from figures.
#[derive(Debug, Default)]
pub(crate) struct Knowledge {
    /// The numbers behind them.
    pub system: System,
    /// Where each fact comes from, in words; blank unless it is to be said why a number is known.
    pub sources: Vec<String>,
    /// Whether it is to be said.
    says_why: bool,
    /// The hidden numbers.
    pub hidden: Vec<HiddenNumber>,
    /// The counts of parts of windows.
    pub parts: Vec<PartOfWindow>,
    /// The numerators and denominators of each table: of that under attack, then of those published already.
    pub both: Vec<Vec<Both>>,
}

/// A numerator or denominator.
#[derive(Debug, Clone, Copy)]
pub(super) enum Number {
    Known(i64),
    Unknown(Unknown),
}

/// The numerator and denominator of a figure; none where it is not available.
pub(super) type Both = Option<[Number; 2]>;

impl Knowledge {
    /// Puts together what the figures say with what the same figures say where they were published already. The hidden
    /// numbers are those of the figures themselves.
    pub fn of(figures: &Figures<'_>, earlier: &[EarlierFigures<'_>]) -> Knowledge {
        Knowledge::default().with(figures, earlier)
    }

    /// The same, with where each fact comes from.
    pub fn in_words(figures: &Figures<'_>, earlier: &[EarlierFigures<'_>]) -> Knowledge {
        Knowledge { says_why: true, ..Knowledge::default() }.with(figures, earlier)
    }

    fn with(self, figures: &Figures<'_>, earlier: &[EarlierFigures<'_>]) -> Knowledge {
        let mut knowledge = self;
        let both = knowledge.each(figures);
        let hidden = knowledge.hidden.clone();
        let mut both_then = Vec::with_capacity(earlier.len() + 1);
        for beside in earlier {
            let before = knowledge.sources.len();
            let then = knowledge.each(&beside.figures);
            knowledge.published_in(beside.folder, before);
            knowledge.same(figures, beside, &both, &then);
            both_then.push(then);
        }
        knowledge.pairs(figures, &both);
        for (beside, then) in earlier.iter().zip(&both_then) {
            let before = knowledge.sources.len();
            knowledge.pairs(&beside.figures, then);
            knowledge.published_in(beside.folder, before);
        }
        both_then.insert(0, both);
        knowledge.hidden = hidden;
        knowledge.windows(figures, earlier, &both_then);
        Knowledge { both: both_then, ..knowledge }
    }

    /// The numbers behind the figures of one table, and what is known about them but for pairs.
    fn each(&mut self, figures: &Figures<'_>) -> Vec<Both> {
        let hidden_whole = hidden_whole(figures);
        let behind = |place: usize| self.behind(figures, place, &hidden_whole);
        let both: Vec<Both> = (0..figures.list.len()).map(behind).collect();
        self.sums(figures, &both);
        self.groups(figures, &both);
        self.same_children(figures, &both);
        both
    }

    /// Adds to the sources from `first` on where they were published.
    fn published_in(&mut self, folder: &Path, first: usize) {
        if !self.says_why {
            return;
        }
        let folder = folder.display();
        self.sources[first..].iter_mut().for_each(|source| source.push_str(&format!(", in {folder}")));
    }

    /// Figures of both tables have the same numbers.
    fn same(&mut self, figures: &Figures<'_>, beside: &EarlierFigures<'_>, now: &[Both], then: &[Both]) {
        for &[place, twin] in &beside.same {
            let (Some(one), Some(other)) = (now[place], then[twin]) else { continue };
            let figure = figures.list[place];
            let source = || format!("{} (NI {}) is as in {}", figure.name, figure.indicator, beside.folder.display());
            for (one, other) in one.into_iter().zip(other) {
                self.sum(source, &[(one, 1), (other, -1)], Range::only(0));
            }
        }
    }

    pub(super) fn add(&mut self, source: impl FnOnce() -> String, fact: Fact) {
        self.system.add(fact);
        self.sources.push(if self.says_why { source() } else { String::new() });
    }

    /// The numbers behind one figure, and what it says by itself.
    fn behind(&mut self, figures: &Figures<'_>, place: usize, hidden_whole: &BTreeSet<OfDimension<'_>>) -> Both {
        let figure = figures.list[place];
        let profile = figures.profile;
        if !figure.is_available() {
            return None;
        }
        let Numbers { numerator, denominator, value, .. } = figure.numbers;
        let base = profile.base(figure.level);
        let is_mean = figure.unit == Unit::Score;
        let most = most_children(figure.level);
        let is_ruled = |part| figures.ruled.contains(&(place, part));
        let within = |range: Range, ruled: bool| if ruled { range.and(by_rule(profile)) } else { range };
        let mut of_children = children(figure, profile);
        if of_dimension(figure).is_some_and(|groups| hidden_whole.contains(&groups)) {
            of_children.least = 0;
        }
        let denominator_number = self.number(within(of_children, is_ruled(Part::Denominator)));
        let top = if is_mean {
            Range { least: 0, most: HIGHEST_SCORE * most }
        } else if numerator == Printed::Confidential {
            // With complements it may be many, which pairs know.
            within(Range { least: 0, most }, is_ruled(Part::Numerator) && !profile.complements)
        } else {
            counts(numerator, base, profile)
        };
        let numerator_number = self.number(top);
        let mut hide = |part, printed, number, required| {
            if let (Printed::Confidential, Number::Unknown(unknown)) = (printed, number) {
                self.hidden.push(HiddenNumber { figure: place, part, unknown, required, window: None });
            }
        };
        hide(Part::Denominator, denominator, denominator_number, profile.least_integers);
        if is_mean {
            // One child's score, at least, can be anything.
            hide(Part::Value, value, numerator_number, HIGHEST_SCORE + 1);
        } else {
            hide(Part::Numerator, numerator, numerator_number, profile.least_integers);
        }
        let both = [numerator_number, denominator_number];
        let name = || format!("{} (NI {})", figure.name, figure.indicator);
        let at_most = if is_mean { HIGHEST_SCORE } else { 1 };
        self.sum(
            || format!("no child counts more than once in {}", name()),
            &[(both[1], at_most), (both[0], -1)],
            Range { least: 0, most: HIGHEST_SCORE * Range::ENDLESS },
        );
        if let (Some(tenths), true) = (tenths(value), is_mean || !profile.rounded_percentages) {
            // Half up: (2 t - 1) d <= 20 x 100 x n < (2 t + 1) d, and for a mean without the hundred; with 10 for 1 where
            // percentages are whole.
            let step = if is_mean { 1 } else { profile.step() };
            let times = if is_mean { 20 } else { 2000 };
            let most = 1000 * Range::ENDLESS;
            let source = || format!("the printed value of {}", name());
            self.sum(source, &[(both[0], times), (both[1], step - 2 * tenths)], Range { least: 0, most });
            self.sum(source, &[(both[0], times), (both[1], -step - 2 * tenths)], Range { least: -most, most: -1 });
        }
        if is_mean {
            self.middle_of_limits(name, figure, both);
        }
        Some(both)
    }

    /// The limits of a mean are as far from it on either side, so that half their sum is the mean, more exactly than it is
    /// printed; unless the scale ends before a limit does.
    fn middle_of_limits(&mut self, name: impl Fn() -> String, figure: &PrintedFigure, both: [Number; 2]) {
        let Numbers { lower, upper, .. } = figure.numbers;
        let (Some(lower), Some(upper)) = (tenths(lower), tenths(upper)) else { return };
        if lower <= 0 || upper >= 10 * HIGHEST_SCORE {
            return;
        }
        // Each is rounded half up, so that the sum of both is less than a tenth off; and both are made in floating point.
        let (least, most) = (FINELY * (lower + upper - 1) - 1, FINELY * (lower + upper + 1) + 1);
        let source = || format!("half the sum of the printed limits of {}", name());
        let far = FINELY * 1000 * Range::ENDLESS;
        self.sum(source, &[(both[0], 20 * FINELY), (both[1], -least)], Range { least: 0, most: far });
        self.sum(source, &[(both[0], 20 * FINELY), (both[1], -most)], Range { least: -far, most: 0 });
    }

    /// A number in a range.
    fn number(&mut self, range: Range) -> Number {
        if range.integers() == 1 { Number::Known(range.least) } else { Number::Unknown(self.system.add_unknown(range)) }
    }

    /// Adds that a weighted sum lies in a range, unless all its numbers are known.
    pub(super) fn sum(&mut self, source: impl FnOnce() -> String, terms: &[(Number, i64)], within: Range) {
        let mut known = 0;
        let mut unknown = Vec::with_capacity(terms.len());
        for (number, times) in terms.iter().filter(|(_, times)| *times != 0) {
            match number {
                Number::Known(number) => known += number * times,
                Number::Unknown(number) => unknown.push((*number, *times)),
            }
        }
        let within = Range { least: within.least - known, most: within.most - known };
        if !unknown.is_empty() || !within.contains(0) {
            self.add(source, Fact::Sum { terms: unknown, within });
        }
    }
}

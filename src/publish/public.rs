//! Figures as they are printed, set beside others: what the public's charts and packs are made of.
//!
//! Everything that is told of them (intervals, places, changes, what 95% can tell) is worked out again from the
//! printed numbers, as any reader could: it tells nothing that the tables do not.

use super::{Numbers, Printed, PrintedFigure, PrintedTable};
use crate::benchmark::standing::{Counts, Source, Standing};
use crate::benchmark::{Comparable, Compared};
use crate::figures::rounding::Tenths;
use crate::figures::{Behind, Level};
use crate::seeds::Seeds;
use crate::seeds::disclosure::Profile;
use crate::seeds::indicators::Unit;
use crate::statistics::Interval;
use crate::verdict::Verdict;

/// A figure as it is printed, as others are set beside it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublicFigure {
    /// The figure.
    pub printed: PrintedFigure,
    /// What its counts are rounded to.
    counts_to: i64,
    /// Whether its percentage is that of its printed counts, so that tests can be made with them.
    counts_tell: bool,
}

/// The public tables of one day, and how they are protected.
#[derive(Debug, Clone, Copy)]
pub struct PublicDay<'a> {
    /// The figures.
    pub table: &'a PrintedTable,
    /// How they are protected.
    pub profile: &'a Profile,
}

impl PublicDay<'_> {
    fn figures(&self) -> Vec<PublicFigure> {
        let figure = |printed: &PrintedFigure| {
            let counts_to = self.profile.base(printed.level);
            let counts_tell = printed.unit == Unit::Percent && (self.profile.rounded_percentages || counts_to == 1);
            PublicFigure { printed: printed.clone(), counts_to, counts_tell }
        };
        self.table.figures.iter().map(figure).collect()
    }
}

impl PublicFigure {
    /// What its counts are rounded to; 1 where they are exact.
    pub fn counts_to(&self) -> i64 {
        self.counts_to
    }
}

/// Gives each printed figure its place among what is printed and what others published. `earlier` are the tables of
/// the same day one year before, two, ..., without a gap.
pub fn compare(day: PublicDay<'_>, earlier: &[PublicDay<'_>], seeds: &Seeds) -> Compared<PublicFigure> {
    let figures = day.figures();
    let verdict = |PublicFigure { printed, .. }: &PublicFigure| {
        Verdict::on_returns(printed.behind, printed.cover_too_short, &seeds.quality)
    };
    let verdicts = figures.iter().map(verdict).collect();
    let earlier: Vec<Vec<PublicFigure>> = earlier.iter().map(PublicDay::figures).collect();
    let earlier: Vec<&[PublicFigure]> = earlier.iter().map(Vec::as_slice).collect();
    Compared::of(day.table.timeframe, &figures, verdicts, &earlier, seeds)
}

/// A printed number, in tenths where it is none of children; one that rounds to nought is placed there.
fn number(printed: Printed) -> Option<i64> {
    match printed {
        Printed::Number(number) => Some(number),
        Printed::RoundsToNought => Some(0),
        Printed::Confidential | Printed::NotApplicable | Printed::NotAvailable => None,
    }
}

impl Comparable for PublicFigure {
    fn level(&self) -> Level {
        self.printed.level
    }

    fn code(&self) -> &str {
        &self.printed.code
    }

    fn name(&self) -> &str {
        &self.printed.name
    }

    fn indicator(&self) -> u16 {
        self.printed.indicator
    }

    fn standing(&self, unit: Unit, year: i32) -> Option<Standing> {
        let Numbers { numerator, denominator, value, lower, upper } = self.printed.numbers;
        let shown = Tenths(number(value)?);
        let count = |printed| number(printed).and_then(|count| u64::try_from(count).ok());
        let counts = count(numerator).zip(count(denominator)).filter(|(_, of)| self.counts_tell && *of > 0);
        let counts = counts.map(|(numerator, denominator)| Counts { numerator, denominator, squares: None });
        let limits = number(lower).zip(number(upper));
        Some(Standing {
            year,
            value: match counts {
                Some(Counts { numerator, denominator, .. }) => {
                    unit.times() as f64 * numerator as f64 / denominator as f64
                }
                None => shown.as_f64(),
            },
            shown: shown.to_string(),
            counts,
            printed_interval: limits
                .map(|(lower, upper)| Interval { lower: Tenths(lower).as_f64(), upper: Tenths(upper).as_f64() }),
            source: Source::Returns(self.printed.behind),
        })
    }

    fn is_hidden(&self) -> bool {
        self.printed.numbers.value == Printed::Confidential
    }

    fn behind(&self) -> Option<Behind> {
        self.printed.behind
    }
}

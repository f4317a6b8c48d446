//! Printed figures compared with others: what the published charts and packs are made of.
//!
//! Everything said about them (intervals, ranks, changes, what can be told at 95%) is worked out again from the printed
//! numbers, as any reader could: it says nothing that the tables do not.

use super::context::PrintedContext;
use super::{Numbers, Printed, PrintedFigure, PrintedTable};
use crate::benchmark::standing::{Counts, Source, Standing};
use crate::benchmark::standings::Judged;
use crate::benchmark::{Comparable, Compared};
use crate::figures::Behind;
use crate::level::Level;
use crate::rounding::Tenths;
use crate::seeds::Seeds;
use crate::seeds::disclosure::Profile;
use crate::seeds::quality::Quality;
use crate::statistics::Interval;
use crate::unit::{HIGHEST_SCORE, Unit};
use crate::verdict::{Reliance, Verdict};

/// A printed figure, ready to be compared with others.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublicFigure {
    /// The figure.
    pub printed: PrintedFigure,
    /// What its counts are rounded to.
    counts_to: i64,
    /// Whether its percentage is that of its printed counts, so that tests can be made with them.
    counts_tell: bool,
    /// How far from its value, in tenths, the files could leave it by what is printed.
    reach: i64,
}

/// The public tables of one day, and how they are protected.
#[derive(Debug, Clone, Copy)]
pub struct PublicDay<'a> {
    /// The figures.
    pub table: &'a PrintedTable,
    /// How they are protected.
    pub profile: &'a Profile,
    /// The care population, where it is published.
    pub context: Option<&'a PrintedContext>,
}

impl PublicDay<'_> {
    fn figures(&self, quality: &Quality) -> Vec<PublicFigure> {
        let figure = |printed: &PrintedFigure| {
            let counts_to = self.profile.base(printed.level);
            let counts_tell = printed.unit == Unit::Percent && (self.profile.rounded_percentages || counts_to == 1);
            let reach = reach(printed, counts_to, quality);
            PublicFigure { printed: printed.clone(), counts_to, counts_tell, reach }
        };
        self.table.figures.iter().map(figure).collect()
    }
}

/// How far from its value, in tenths, the files could leave a figure of its reliance. Its range is not printed, for that is
/// worked out from counts of children; but no range is wider than the limit of its class or, where one child alone is
/// doubtful, than one child makes it. The widths that are held to limits are of rounded values.
fn reach(printed: &PrintedFigure, counts_to: i64, quality: &Quality) -> i64 {
    const ROUNDING: i64 = 1;
    let scale = whole_scale(printed.unit);
    let Some(limits) = quality.range_limits(printed.unit) else { return scale };
    let of_class = match printed.reliance {
        Reliance::Usable => limits.usable,
        Reliance::WithCare => {
            let fewest = number(printed.numbers.denominator).map(|children| (children - counts_to / 2).max(1));
            limits.with_care.max(fewest.map_or(scale, |fewest| scale / fewest + ROUNDING))
        }
        Reliance::NotUsable => scale,
    };
    (of_class + ROUNDING).min(scale)
}

/// The largest value that there is, in tenths.
fn whole_scale(unit: Unit) -> i64 {
    match unit {
        Unit::Percent => 1000,
        Unit::Score => 10 * i64::from(HIGHEST_SCORE),
    }
}

impl PublicFigure {
    /// What its counts are rounded to; 1 where they are exact.
    pub fn counts_to(&self) -> i64 {
        self.counts_to
    }

    /// Whether its percentage is that of its printed counts.
    pub(crate) fn counts_tell(&self) -> bool {
        self.counts_tell
    }
}

/// Compares each printed figure with what else is printed and what others published. `earlier` are the tables of
/// the same day one year before, two, ..., without a gap.
pub fn compare(day: PublicDay<'_>, earlier: &[PublicDay<'_>], seeds: &Seeds) -> Compared<PublicFigure> {
    let quality = &seeds.quality;
    let figures = day.figures(quality);
    let verdict = |PublicFigure { printed, .. }: &PublicFigure| {
        Verdict::in_public(printed.reliance, printed.behind, printed.cover_too_short, &quality.measures)
    };
    let verdicts = figures.iter().map(verdict).collect();
    let earlier: Vec<Vec<PublicFigure>> = earlier.iter().map(|day| day.figures(quality)).collect();
    let reliance = |figures: &[PublicFigure]| figures.iter().map(|figure| verdict(figure).reliance).collect();
    let judged = earlier.iter().map(|figures| Judged { figures, reliance: reliance(figures) });
    let earlier: Vec<Judged<'_, PublicFigure>> = judged.collect();
    Compared::of(day.table.timeframe, &figures, verdicts, &earlier, seeds)
}

/// A printed number, in tenths unless it is a count of children; one that rounds to zero is 0.
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
        let value = match counts {
            Some(Counts { numerator, denominator, .. }) => unit.times() as f64 * numerator as f64 / denominator as f64,
            None => shown.as_f64(),
        };
        let reach = Tenths(self.reach).as_f64();
        Some(Standing {
            year,
            value,
            shown: shown.to_string(),
            counts,
            printed_interval: limits
                .map(|(lower, upper)| Interval { lower: Tenths(lower).as_f64(), upper: Tenths(upper).as_f64() }),
            source: Source::Returns(self.printed.behind),
            cover_too_short: self.printed.cover_too_short,
            accumulates: false,
            left_open: Some([(value - reach).max(0.0), (value + reach).min(Tenths(whole_scale(unit)).as_f64())]),
            // Where the owner is told all, so is the public.
            settled: !self.printed.left_open,
            reliance: Reliance::Usable,
        })
    }

    fn is_hidden(&self) -> bool {
        self.printed.numbers.value == Printed::Confidential
    }

    fn has_nobody(&self) -> bool {
        self.printed.numbers.denominator == Printed::Number(0)
    }

    fn behind(&self) -> Option<Behind> {
        self.printed.behind
    }
}

#[cfg(test)]
mod tests;

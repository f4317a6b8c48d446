//! One row of a spine: the range of authorities, the mark of the one in focus, and the text on either side.

use crate::benchmark::place::LEAST_FOR_BANDS;
use crate::benchmark::significance::Significance;
use crate::charts::key::Glyph;
use crate::charts::palette::{BLACK, OTHERS};
use crate::charts::paper::{Anchor, Drawn, MARGIN, Paper};
use crate::charts::typography::{LINE, Lettering};
use crate::rounding::Tenths;
use crate::statistics::quantile::quantile;
use crate::unit::Good;
use crate::wording::counts::Among;
use crate::wording::mark::Mark;
use crate::wording::names::Indicator;
use crate::wording::value::Value;
use plotters::prelude::DrawingBackend;

/// One indicator.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// Which.
    pub indicator: Indicator,
    /// The authority's value.
    pub value: Value,
    /// England's.
    pub england: Option<Tenths>,
    /// How the authority differs from England; none where the two cannot be compared.
    pub significance: Option<Significance>,
    /// How many authorities are shown, and how many are not.
    pub among: Among,
    /// The spread of the authorities shown; none for fewer than four.
    pub spread: Option<Spread>,
    /// Whether the authority's place among them is the same wherever the files could leave its value.
    pub is_placed: bool,
}

/// The spread of authorities, from the values that are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Spread {
    /// The best value.
    pub best: Tenths,
    /// The worst.
    pub worst: Tenths,
    /// The quartile on the better side.
    pub better_quarter: Tenths,
    /// The quartile on the worse side.
    pub worse_quarter: Tenths,
}

impl Spread {
    /// The spread of values in ascending order; none for fewer than four, which have no quarters.
    pub fn of(in_order: &[Tenths], good: Good) -> Option<Spread> {
        let (lowest, highest) = (*in_order.first()?, *in_order.last()?);
        if in_order.len() < LEAST_FOR_BANDS {
            return None;
        }
        let values: Vec<f64> = in_order.iter().map(|value| value.as_f64()).collect();
        let quarter = |part| quantile(&values, part).map(Tenths::of);
        let (lower, upper) = (quarter(0.25)?, quarter(0.75)?);
        Some(match good {
            Good::High => Spread { best: highest, worst: lowest, better_quarter: upper, worse_quarter: lower },
            Good::Low => Spread { best: lowest, worst: highest, better_quarter: lower, worse_quarter: upper },
        })
    }
}

/// The left and right ends of the plot, in pixels.
pub(super) const PLOT: (f64, f64) = (346.0, 682.0);
const WORDS: f64 = 706.0;

impl Row {
    /// How far a value lies towards better, as a share of the way from England (0) to the further of best and worst (1).
    pub fn towards_better(&self, value: Tenths) -> Option<f64> {
        let (england, spread) = (self.england?, self.spread?);
        let difference = |value: Tenths| match self.indicator.good {
            Good::High => value.0 - england.0,
            Good::Low => england.0 - value.0,
        };
        let reach = difference(spread.best).abs().max(difference(spread.worst).abs());
        (reach > 0).then(|| difference(value) as f64 / reach as f64)
    }

    fn x(&self, value: Tenths) -> Option<f64> {
        let (middle, half) = ((PLOT.0 + PLOT.1) / 2.0, (PLOT.1 - PLOT.0) / 2.0);
        Some(middle + half * self.towards_better(value)?.clamp(-1.0, 1.0))
    }

    /// Whether the value is an end of a spread in which nothing is hidden and values differ, and surely so.
    pub(super) fn is_at(&self, end: fn(Spread) -> Tenths) -> bool {
        let known = self.spread.filter(|spread| self.among.hidden == 0 && spread.best != spread.worst);
        let known = known.filter(|_| self.is_placed);
        self.value.number().is_some_and(|value| known.map(end) == Some(value))
    }

    /// `better, England 50.0%`.
    fn against(&self) -> String {
        let england = self.england.map(|england| format!("England {}", self.indicator.shown(england)));
        let significance = self.significance.map(|significance| Mark::of_significance(significance).word().to_owned());
        significance.into_iter().chain(england).collect::<Vec<_>>().join(", ")
    }
}

impl Row {
    pub(super) fn draw<B: DrawingBackend>(&self, paper: &Paper<'_, B>, top: f64) -> Drawn<B> {
        let indicator = &self.indicator;
        let line = top + 22.0;
        paper.words((MARGIN, line), &indicator.title, Lettering::BOLD, Anchor::Start)?;
        let subtitle = format!("{}, {}", indicator.name(), indicator.good_in_words());
        paper.words((MARGIN, line + LINE), &subtitle, Lettering::QUIET, Anchor::Start)?;
        let y = top + 26.0;
        if let Some(spread) = self.spread
            && let [Some(worst), Some(worse), Some(better), Some(best)] =
                [spread.worst, spread.worse_quarter, spread.better_quarter, spread.best].map(|value| self.x(value))
        {
            paper.line(&[(worst, y), (best, y)], OTHERS, 3.0)?;
            for end in [worst, best] {
                paper.line(&[(end, y - 6.0), (end, y + 6.0)], OTHERS, 3.0)?;
            }
            paper.rectangle((worse, y - 9.0), (better, y + 9.0), OTHERS)?;
            let middle = (PLOT.0 + PLOT.1) / 2.0;
            paper.line(&[(middle, y - 12.0), (middle, y + 12.0)], BLACK, 1.6)?;
        }
        if let Some(x) = self.value.number().and_then(|value| self.x(value)) {
            Glyph::Significance(self.significance.unwrap_or(Significance::NotTested)).draw(paper, (x, y))?;
        }
        self.draw_words(paper, line)
    }

    fn draw_words<B: DrawingBackend>(&self, paper: &Paper<'_, B>, line: f64) -> Drawn<B> {
        let value = self.value.in_words(self.indicator.unit);
        let x = WORDS + Lettering::BOLD.width(&value) + 12.0;
        paper.words((WORDS, line), &value, Lettering::BOLD, Anchor::Start)?;
        // A value that is not shown is not compared.
        let against = if self.value.number().is_some() { self.against() } else { String::new() };
        paper.words((x, line), &against, Lettering::PLAIN, Anchor::Start)?;
        paper.words((WORDS, line + LINE), &self.spread_in_words(), Lettering::QUIET, Anchor::Start)
    }

    /// The spread in words; where values are hidden, how many are shown, without naming a best and a worst.
    fn spread_in_words(&self) -> String {
        let Among { shown, hidden, .. } = self.among;
        let of = |value| self.indicator.shown(value);
        match self.spread {
            Some(Spread { best, worst, .. }) if hidden == 0 => {
                format!("worst {}, best {}, of {shown}", of(worst), of(best))
            }
            Some(Spread { best, worst, .. }) => format!("{} to {}, of {shown} shown", of(worst), of(best)),
            // A figure that may not be judged has no place among them.
            None if shown >= LEAST_FOR_BANDS => String::new(),
            None if hidden > 0 => format!("too few are shown: {shown}"),
            None => format!("too few have a figure: {shown}"),
        }
    }
}

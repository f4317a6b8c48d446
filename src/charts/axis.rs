//! An axis: from values to pixels, with a few round numbers along it.

use super::palette::{QUIET, RULE};
use super::paper::{Anchor, Drawn, Paper};
use super::typography::Lettering;
use crate::rounding::Tenths;
use crate::unit::{HIGHEST_SCORE, Unit};
use plotters::prelude::DrawingBackend;

/// The most intervals along an axis.
const MOST_STEPS: i64 = 6;
/// The fewest points of a percentage along an axis, in tenths: with fewer, a point up or down would look like a collapse.
const FEWEST_POINTS: i64 = 100;

/// From values to pixels.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Axis {
    first: i64,
    last: i64,
    step: i64,
    start: f64,
    end: f64,
}

impl Axis {
    /// The whole scale of a unit, between two pixels: 0 to 100%, or scores of 0 to 40.
    pub(crate) fn whole(unit: Unit, start: f64, end: f64) -> Axis {
        let (last, step) = match unit {
            Unit::Percent => (100, 20),
            Unit::Score => (HIGHEST_SCORE.into(), 10),
        };
        Axis { first: 0, last, step, start, end }
    }

    /// Round numbers around some values, within the unit's scale. Without a value, the whole scale.
    pub(crate) fn about(values: impl Iterator<Item = Tenths>, unit: Unit, start: f64, end: f64) -> Axis {
        let whole = Axis::whole(unit, start, end);
        let Some((lowest, highest)) = ends(values) else { return whole };
        // Zero is in the picture unless all values are far from it.
        let lowest = if lowest.0 * 3 < highest.0 { 0 } else { lowest.0 };
        let [lowest, highest] = match unit {
            Unit::Percent => widened(lowest, highest.0),
            Unit::Score => [lowest, highest.0],
        };
        let axis = Axis::rounded(lowest, highest, start, end);
        Axis { first: axis.first.max(whole.first), last: axis.last.min(whole.last), ..axis }
    }

    /// Round numbers from zero around some rates, of which none is too high.
    pub(crate) fn of_rates(rates: impl Iterator<Item = Tenths>, start: f64, end: f64) -> Axis {
        Axis::rounded(0, rates.max().map_or(0, |highest| highest.0), start, end)
    }

    /// Round numbers from zero to a count.
    pub(crate) fn of_counts(highest: u64, start: f64, end: f64) -> Axis {
        Axis::rounded(0, i64::try_from(highest).unwrap_or(i64::MAX / 100) * 10, start, end)
    }

    /// Around two values in tenths.
    fn rounded(lowest: i64, highest: i64, start: f64, end: f64) -> Axis {
        let span = (highest - lowest).max(1);
        let steps = (0..).flat_map(|power| [1, 2, 5].map(|step| step * 10_i64.saturating_pow(power)));
        let step = steps.take(48).find(|step| span <= MOST_STEPS * 10 * step).unwrap_or(span);
        let last = (highest + 10 * step - 1).div_euclid(10 * step) * step;
        let first = lowest.div_euclid(10 * step) * step;
        // A single round number would be an axis of no length.
        let first = if first == last { (last - step).max(0) } else { first };
        Axis { first, last: last.max(first + step), step, start, end }
    }

    /// The pixel of a value.
    pub fn at(&self, value: f64) -> f64 {
        let part = (value - self.first as f64) / (self.last - self.first) as f64;
        self.start + part.clamp(0.0, 1.0) * (self.end - self.start)
    }

    /// The pixel of a rounded value.
    pub fn of(&self, value: Tenths) -> f64 {
        self.at(value.as_f64())
    }

    /// Whether a value lies between its ends.
    pub fn holds(&self, value: f64) -> bool {
        (self.first as f64..=self.last as f64).contains(&value)
    }

    /// The round numbers along it.
    pub(crate) fn steps(&self) -> impl Iterator<Item = i64> + use<> {
        let Axis { first, last, step, .. } = *self;
        (first..=last).step_by(usize::try_from(step).unwrap_or(1))
    }

    /// Draws a horizontal axis, with thin lines from `top` down to `bottom`.
    ///
    /// # Errors
    /// Where the drawing fails.
    pub(crate) fn draw_lying<B: DrawingBackend>(
        &self,
        paper: &Paper<'_, B>,
        (top, bottom): (f64, f64),
        suffix: &str,
    ) -> Drawn<B> {
        let names: Vec<(f64, String)> =
            self.steps().map(|step| (self.at(step as f64), with_commas(step, suffix))).collect();
        let widest = names.iter().map(|(_, name)| Lettering::QUIET.width(name)).fold(0.0, f64::max);
        let apart = (self.end - self.start).abs() / names.len().saturating_sub(1).max(1) as f64;
        // Where numbers would overlap, every second one is left out, or more.
        let every = ((widest + 8.0) / apart).ceil().max(1.0) as usize;
        for (at, (x, name)) in names.iter().enumerate() {
            paper.line(&[(*x, top), (*x, bottom)], RULE, 1.0)?;
            if at % every == 0 {
                paper.words((*x, bottom + 20.0), name, Lettering::QUIET, Anchor::Middle)?;
            }
        }
        paper.line(&[(self.start, bottom), (self.end, bottom)], QUIET, 1.2)
    }

    /// Draws a vertical axis, with thin lines from `left` to `right` and its numbers to their left.
    ///
    /// # Errors
    /// Where the drawing fails.
    pub(crate) fn draw_standing<B: DrawingBackend>(
        &self,
        paper: &Paper<'_, B>,
        (left, right): (f64, f64),
        suffix: &str,
    ) -> Drawn<B> {
        for step in self.steps() {
            let y = self.at(step as f64);
            paper.line(&[(left, y), (right, y)], RULE, 1.0)?;
            paper.words((left - 8.0, y + 6.0), &with_commas(step, suffix), Lettering::QUIET, Anchor::End)?;
        }
        Ok(())
    }
}

fn ends(values: impl Iterator<Item = Tenths>) -> Option<(Tenths, Tenths)> {
    values.fold(None, |ends, value| {
        let (lowest, highest) = ends.unwrap_or((value, value));
        Some((lowest.min(value), highest.max(value)))
    })
}

/// Two percentages in tenths, set so far apart that a small difference looks small, within 0 and 100.
fn widened(lowest: i64, highest: i64) -> [i64; 2] {
    let missing = (FEWEST_POINTS - (highest - lowest)).max(0);
    let lowest = (lowest - missing / 2).clamp(0, 1000 - FEWEST_POINTS);
    [lowest, highest.max(lowest + FEWEST_POINTS)]
}

/// `1,200`, `20%`.
fn with_commas(number: i64, suffix: &str) -> String {
    if number < 1000 { format!("{number}{suffix}") } else { format!("{},{:03}{suffix}", number / 1000, number % 1000) }
}

/// Positions for labels in a column, as near as possible to where they belong and at least `apart` from each other.
/// `from` and `to` are the ends of the column; labels run past the lower end where there is no room.
pub(crate) fn kept_apart(belong: &[f64], apart: f64, (from, to): (f64, f64)) -> Vec<f64> {
    let mut order: Vec<usize> = (0..belong.len()).collect();
    order.sort_by(|one, other| belong[*one].total_cmp(&belong[*other]));
    // Less the room before each, positions must not decrease: neighbours that would are pooled at their mean.
    let mut blocks: Vec<(f64, usize)> = Vec::new();
    for (row, at) in order.iter().enumerate() {
        let mut block = (belong[*at] - apart * row as f64, 1);
        while let Some(before) = blocks.pop_if(|before| before.0 > block.0) {
            let (ours, theirs) = (block.1 as f64, before.1 as f64);
            block = ((block.0 * ours + before.0 * theirs) / (ours + theirs), block.1 + before.1);
        }
        blocks.push(block);
    }
    let last = (to - apart * order.len().saturating_sub(1) as f64).max(from);
    let wanted = blocks.into_iter().flat_map(|(place, rows)| std::iter::repeat_n(place, rows));
    let mut places = vec![0.0; belong.len()];
    for ((row, at), place) in order.into_iter().enumerate().zip(wanted) {
        places[at] = place.clamp(from, last) + apart * row as f64;
    }
    places
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn steps(values: &[i64], unit: Unit) -> Vec<i64> {
        Axis::about(values.iter().map(|value| Tenths(*value)), unit, 0.0, 100.0).steps().collect()
    }

    #[test]
    fn axes_have_round_numbers_about_what_is_shown() {
        assert_eq!(steps(&[81, 199], Unit::Percent), [8, 10, 12, 14, 16, 18, 20]);
        assert_eq!(steps(&[20, 139], Unit::Percent), [0, 5, 10, 15]);
        assert_eq!(steps(&[0, 1000], Unit::Percent), [0, 20, 40, 60, 80, 100]);
        assert_eq!(steps(&[130, 149], Unit::Score), [13, 14, 15]);
        assert_eq!(steps(&[], Unit::Score), [0, 10, 20, 30, 40]);
        assert_eq!(Axis::of_counts(1040, 0.0, 1.0).steps().collect::<Vec<_>>(), [0, 200, 400, 600, 800, 1000, 1200]);
        assert_eq!(with_commas(12_005, ""), "12,005");
    }

    #[test]
    fn a_small_difference_of_percentages_looks_small() {
        assert_eq!(steps(&[1000], Unit::Percent), [90, 92, 94, 96, 98, 100]);
        assert_eq!(steps(&[990, 1000], Unit::Percent), [90, 92, 94, 96, 98, 100]);
        assert_eq!(steps(&[0], Unit::Percent), [0, 2, 4, 6, 8, 10]);
        assert_eq!(steps(&[500, 520], Unit::Percent), [46, 48, 50, 52, 54, 56]);
        assert_eq!(steps(&[81, 139], Unit::Percent), [6, 8, 10, 12, 14, 16]);
    }

    #[test]
    fn rates_stand_over_zero() {
        let steps = |rates: &[i64]| {
            let rates = rates.iter().map(|rate| Tenths(*rate));
            Axis::of_rates(rates, 0.0, 1.0).steps().collect::<Vec<_>>()
        };
        assert_eq!(steps(&[12, 38]), [0, 1, 2, 3, 4]);
        assert_eq!(steps(&[1310]), [0, 50, 100, 150]);
        assert_eq!(steps(&[]), [0, 1]);
    }

    #[test]
    fn words_are_pushed_apart_and_stay_between_the_ends() {
        assert_eq!(kept_apart(&[50.0, 52.0, 10.0], 20.0, (0.0, 100.0)), [41.0, 61.0, 10.0]);
        assert_eq!(kept_apart(&[99.0, 100.0], 20.0, (0.0, 100.0)), [80.0, 100.0]);
        assert_eq!(kept_apart(&[5.0, 5.0], 20.0, (0.0, 10.0)), [0.0, 20.0]);
        assert_eq!(kept_apart(&[], 20.0, (0.0, 100.0)), [0.0; 0]);
    }

    proptest! {
        #[test]
        fn every_value_lies_on_its_axis(values in prop::collection::vec(0i64..=1000, 1..20)) {
            let axis = Axis::about(values.iter().map(|value| Tenths(*value)), Unit::Percent, 0.0, 100.0);
            let steps: Vec<i64> = axis.steps().collect();
            prop_assert!(steps.len() >= 2 && steps.len() <= 8, "{:?}", steps);
            for value in values {
                prop_assert!(10 * steps[0] <= value && value <= 10 * steps[steps.len() - 1]);
            }
        }
    }
}

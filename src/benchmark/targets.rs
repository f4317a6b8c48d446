//! A value beside a target: the gap in points and in children, whether it is met, and the straight path to it.

use super::alike::not_compared;
use super::judgement::{NotJudged, may_be_told};
use super::standing::Standing;
use super::uncertainty::Uncertainty;
use crate::rounding::{Tenths, excess, tenths};
use crate::seeds::indicators::IndicatorSeed;
use crate::seeds::targets::Target;
use crate::statistics::Interval;
use crate::unit::{Good, Unit};

/// Whether a target is met, at 95%.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MetAt95 {
    /// The whole interval meets it.
    Met,
    /// No part of the interval meets it.
    NotMet,
    /// The target lies within the interval.
    Unclear,
}

impl MetAt95 {
    /// As the tables have it.
    pub fn name(self) -> &'static str {
        match self {
            MetAt95::Met => "met",
            MetAt95::NotMet => "not met",
            MetAt95::Unclear => "cannot be told",
        }
    }

    /// Whether a target is met, or missed, by more than chance.
    pub(crate) fn is_beyond_chance(self, met: bool) -> bool {
        self == if met { MetAt95::Met } else { MetAt95::NotMet }
    }

    /// The same in words, to follow met or not met.
    pub fn by_chance(self, met: bool) -> &'static str {
        if self.is_beyond_chance(met) { "beyond chance" } else { "could be chance" }
    }

    /// Reads it from a table.
    pub fn read(text: &str) -> Option<MetAt95> {
        [MetAt95::Met, MetAt95::NotMet, MetAt95::Unclear].into_iter().find(|significance| significance.name() == text)
    }
}

/// How many children are between a value and a target.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Children {
    /// This many more, where high is good, or fewer, where low is good, would meet it.
    Short(u64),
    /// It would still be met with this many fewer, or more.
    ToSpare(u64),
}

/// The straight path from the first year known to the target.
#[derive(Debug, Clone, PartialEq)]
pub struct Path {
    /// The first year known.
    pub from: Standing,
    /// Where the path is in the value's year.
    pub expected: f64,
    /// How far the value is ahead of the path, in points; negative where it is behind.
    pub ahead: f64,
}

/// A value beside one target.
#[derive(Debug, Clone, PartialEq)]
pub struct Against {
    /// The target.
    pub target: Target,
    /// How far the unrounded value lies above it, rounded; none where there is no value, or it may not be judged.
    pub above: Option<Tenths>,
    /// Whether the unrounded value meets it; none where there is no value, or it may not be judged.
    pub met: Option<bool>,
    /// Why the value may not be judged; none where it may, or there is none.
    pub not_judged: Option<NotJudged>,
    /// The same at 95%; none where there is no interval.
    pub significance: Option<MetAt95>,
    /// Whether it is met, or missed, at 99.8% too.
    pub is_beyond_99_8: bool,
    /// The gap in children; none for mean scores, and where counts are not known.
    pub children: Option<Children>,
    /// The path; none where there is no earlier year to compare the value with, or that year is the target's
    /// or later, or meets the target already.
    pub path: Option<Path>,
    /// The first year known, where it meets the target already: no path leads from it.
    pub already_met: Option<Standing>,
    /// The yearly change that would still meet it, in points; none where it is met, due or past.
    pub yearly: Option<f64>,
}

impl Against {
    /// A target with no value beside it.
    pub(crate) fn goal(target: &Target) -> Against {
        let target = target.clone();
        Against {
            target,
            above: None,
            met: None,
            not_judged: None,
            significance: None,
            is_beyond_99_8: false,
            children: None,
            path: None,
            already_met: None,
            yearly: None,
        }
    }

    /// Sets a value, if there is one, beside a target. `years` are the values of the place, those that are used
    /// before others of the same year.
    pub fn of(
        target: &Target,
        indicator: &IndicatorSeed,
        standing: Option<&Standing>,
        uncertainty: Option<&Uncertainty>,
        years: &[&Standing],
    ) -> Against {
        let mut against = Against::goal(target);
        let Some(standing) = standing else { return against };
        against.not_judged = may_be_told(standing, |end| meets(target, indicator.good, end)).err();
        if against.not_judged.is_some() {
            return against;
        }
        let Gap { above, met, children } = gap(target, indicator, standing);
        against.above = above;
        against.met = Some(met);
        against.children = children;
        let goal = target.value.as_f64();
        let told = |interval| significance(goal, indicator.good, interval);
        against.significance = uncertainty.map(|uncertainty| told(uncertainty.beside(goal)));
        let at_99_8 = uncertainty.and_then(|uncertainty| uncertainty.beside_at_99_8(goal));
        against.is_beyond_99_8 = at_99_8.is_some_and(|interval| told(interval).is_beyond_chance(met));
        match first_compared(standing, years) {
            Some(first) if meets(target, indicator.good, first.value) => against.already_met = Some(first.clone()),
            first => against.path = first.and_then(|first| path(target, indicator.good, standing, first)),
        }
        let ahead = target.year - standing.year;
        against.yearly = (!met && ahead > 0).then(|| (target.value.as_f64() - standing.value) / f64::from(ahead));
        against
    }
}

/// Whether a value that the files leave meets a target.
fn meets(target: &Target, good: Good, value: f64) -> bool {
    let goal = target.value.as_f64();
    match good {
        Good::High => value >= goal,
        Good::Low => value <= goal,
    }
}

struct Gap {
    above: Option<Tenths>,
    met: bool,
    children: Option<Children>,
}

/// The gap, from whole numbers where they are known, else from the value as it is printed.
fn gap(target: &Target, indicator: &IndicatorSeed, standing: &Standing) -> Gap {
    let goal = target.value.thousandths();
    let (excess, of) = match standing.counts {
        Some(counts) => (excess(indicator.unit, counts.numerator, counts.denominator, goal), counts.denominator),
        None => ((standing.value * 1000.0).round() as i128 - i128::from(goal), 1),
    };
    let met = match indicator.good {
        Good::High => excess >= 0,
        Good::Low => excess <= 0,
    };
    let above = tenths(excess, 1000 * i128::from(of));
    let of_children = indicator.unit == Unit::Percent && standing.counts.is_some();
    Gap { above, met, children: of_children.then(|| children(excess, met)) }
}

/// The gap in children: one child moves a percentage by 100 over its denominator.
fn children(excess: i128, met: bool) -> Children {
    const CHILD: u128 = 100_000;
    let size = excess.unsigned_abs();
    let number = |children: u128| u64::try_from(children).unwrap_or(u64::MAX);
    if met { Children::ToSpare(number(size / CHILD)) } else { Children::Short(number(size.div_ceil(CHILD))) }
}

fn significance(goal: f64, good: Good, interval: Interval) -> MetAt95 {
    match good {
        Good::High if interval.lower >= goal => MetAt95::Met,
        Good::High if interval.upper < goal => MetAt95::NotMet,
        Good::Low if interval.upper <= goal => MetAt95::Met,
        Good::Low if interval.lower > goal => MetAt95::NotMet,
        Good::High | Good::Low => MetAt95::Unclear,
    }
}

/// The first year with which a value is compared: what is published is not on a path of the returns.
fn first_compared<'year>(standing: &Standing, years: &[&'year Standing]) -> Option<&'year Standing> {
    let is_compared = |earlier: &Standing| not_compared(standing, earlier).is_none();
    let earlier = years.iter().filter(|earlier| earlier.year < standing.year && is_compared(earlier));
    earlier.min_by_key(|earlier| earlier.year).copied()
}

/// `first + (target - first) (year - first year) / (target year - first year)`; past the target's year the path
/// stays at the target.
fn path(target: &Target, good: Good, standing: &Standing, from: &Standing) -> Option<Path> {
    let (so_far, whole) = (standing.year - from.year, target.year - from.year);
    if whole <= 0 {
        return None;
    }
    let part = f64::from(so_far.min(whole)) / f64::from(whole);
    let expected = from.value + (target.value.as_f64() - from.value) * part;
    let ahead = match good {
        Good::High => standing.value - expected,
        Good::Low => expected - standing.value,
    };
    Some(Path { from: from.clone(), expected, ahead })
}

#[cfg(test)]
mod tests;

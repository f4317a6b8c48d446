//! A figure over the years: the change since the year before, and the trend.

use super::alike::{NotCompared, not_compared};
use super::significance::Significance;
use super::standing::{Counts, Known, Standing};
use super::uncertainty::{bounds, percent};
use crate::seeds::configuration::IntervalMethod;
use crate::statistics::difference::{Fraction, fisher_if_small, from_interval, newcombe, square_and_add};
use crate::statistics::trend::{self, Trend, Way};
use crate::statistics::{Confidence, Interval};
use crate::unit::{Good, Unit};

/// What is known of one year.
#[derive(Debug, Clone, PartialEq)]
pub struct Year {
    /// The year: that in which the return ends, or of the exams.
    pub year: i32,
    /// What is known of it.
    pub known: Known,
}

/// The change since the year before.
#[derive(Debug, Clone, PartialEq)]
pub struct Change {
    /// The year before.
    pub from: Standing,
    /// This year's value less that of the year before, neither rounded, in points of the unit.
    pub points: f64,
    /// Its 95% interval.
    pub interval: Option<Interval>,
    /// Fisher's probability, where counts are small.
    pub p: Option<f64>,
    /// How it was tested: `newcombe_10`, `newcombe_10_and_fisher`, `student_t_square_and_add`; blank where it was not.
    pub method: &'static str,
    /// Its significance.
    pub significance: Significance,
    /// Why the two are not compared; none where they are.
    pub not_compared: Option<NotCompared>,
}

impl Change {
    /// How probable a change at least as large is by chance: by its interval, and by Fisher's test where counts are small,
    /// whichever is larger. None where it was not tested.
    pub(crate) fn probability(&self) -> Option<f64> {
        let by_interval = from_interval(self.points, self.interval?)?;
        Some(self.p.map_or(by_interval, |p| p.max(by_interval)))
    }
}

/// A trend over the five latest years, and where its figures come from.
#[derive(Debug, Clone, PartialEq)]
pub struct Trending {
    /// The first of the five years.
    pub from: i32,
    /// What the test shows.
    pub trend: Trend,
    /// The sources, year by year, with consecutive equal ones named once.
    pub sources: String,
}

impl Trending {
    /// As the tables have it: `getting better`, `getting worse`, `no trend`.
    pub fn name(&self, good: Good) -> &'static str {
        match (self.trend.way, good) {
            (None, _) => "no trend",
            (Some(Way::Up), Good::High) | (Some(Way::Down), Good::Low) => "getting better",
            (Some(_), _) => "getting worse",
        }
    }
}

/// The change since the year before, of years that begin with this one; none where one of the two is not known.
pub(crate) fn since_last(years: &[Year], unit: Unit, good: Good) -> Option<Change> {
    let [now, before] = years.first_chunk::<2>()?.each_ref().map(|year| year.known.used.as_ref());
    let (now, before) = now.zip(before)?;
    Some(change(now, before, unit, good))
}

/// The change from one year to the next, not tested where the two are not compared. Successive years share children, so
/// the two are not independent, as the method assumes.
fn change(now: &Standing, before: &Standing, unit: Unit, good: Good) -> Change {
    let points = now.value - before.value;
    let not_compared = not_compared(now, before);
    let tested = match (unit, now.counts.zip(before.counts)) {
        _ if not_compared.is_some() => None,
        (Unit::Percent, Some((now, before))) => of_percentages(now.fraction(), before.fraction(), good),
        _ => of_intervals(now, before, unit, good),
    };
    let untested = Tested { interval: None, p: None, method: "", significance: Significance::NotTested };
    let Tested { interval, p, method, significance } = tested.unwrap_or(untested);
    Change { from: before.clone(), points, interval, p, method, significance, not_compared }
}

struct Tested {
    interval: Option<Interval>,
    p: Option<f64>,
    method: &'static str,
    significance: Significance,
}

/// By the interval; where counts are small, Fisher's probability must be below 5% as well.
fn of_percentages(now: Fraction, before: Fraction, good: Good) -> Option<Tested> {
    let interval = newcombe(now, before, Confidence::Percent95)?;
    let p = fisher_if_small(now, before);
    let sure = p.is_none_or(|p| p < 2.0 * Confidence::Percent95.tail());
    let significance = Significance::of(sure && interval.lower > 0.0, sure && interval.upper < 0.0, good);
    let method = if p.is_some() { "newcombe_10_and_fisher" } else { "newcombe_10" };
    Some(Tested { interval: Some(percent(interval)), p, method, significance })
}

/// For mean scores, and for percentages of which one has only its interval: with Wilson's intervals this is Newcombe's
/// method as well.
fn of_intervals(now: &Standing, before: &Standing, unit: Unit, good: Good) -> Option<Tested> {
    let with_interval = |standing: &Standing| Some((standing.value, at_95(standing, unit)?));
    let interval = square_and_add(with_interval(now)?, with_interval(before)?);
    let significance = Significance::of(interval.lower > 0.0, interval.upper < 0.0, good);
    let method = match unit {
        Unit::Percent => "newcombe_10",
        Unit::Score => "student_t_square_and_add",
    };
    Some(Tested { interval: Some(interval), p: None, method, significance })
}

/// The 95% interval of a value: as it is printed, else of its counts.
fn at_95(standing: &Standing, unit: Unit) -> Option<Interval> {
    let of_counts = || bounds(&standing.counts?, unit, IntervalMethod::Wilson, Confidence::Percent95);
    standing.printed_interval.or_else(of_counts)
}

/// The trend of the five latest years, this year first, or why they are not compared; none where one of them is not known
/// with its counts.
pub(crate) fn trending(years: &[Year], unit: Unit) -> Option<Result<Trending, NotCompared>> {
    let latest: &[Year; trend::YEARS] = years.first_chunk()?;
    let mut standings = Vec::new();
    for year in latest.iter().rev() {
        standings.push(year.known.used.as_ref()?);
    }
    let pairs = || standings.iter().flat_map(|one| standings.iter().map(move |other| (one, other)));
    let why = || pairs().filter_map(|(one, other)| not_compared(one, other));
    if let Some(why) = why().find(|why| !why.is_left_open()).or_else(|| why().next()) {
        return Some(Err(why));
    }
    let counts: Option<Vec<Fraction>> =
        standings.iter().map(|standing| standing.counts.as_ref().map(Counts::fraction)).collect();
    let trend = match (unit, counts) {
        (Unit::Percent, Some(counts)) => trend::of_proportions(&counts.try_into().ok()?)?,
        _ => {
            let point = |standing: &&Standing| {
                let Interval { lower, upper } = at_95(standing, unit)?;
                Some([standing.value, lower, upper])
            };
            let points: Vec<[f64; 3]> = standings.iter().map(point).collect::<Option<_>>()?;
            trend::of_values(&points.try_into().ok()?)?
        }
    };
    Some(Ok(Trending { from: latest.last()?.year, trend, sources: sources(&standings) }))
}

/// `2007 to 2010 published (SFR30/2011), 2011 returns`.
fn sources(standings: &[&Standing]) -> String {
    let runs = standings.chunk_by(|one, other| one.source == other.source);
    let run = |run: &[&Standing]| match run {
        [one] => format!("{} {}", one.year, one.source),
        [first, .., last] => format!("{} to {} {}", first.year, last.year, last.source),
        [] => String::new(),
    };
    runs.map(run).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests;

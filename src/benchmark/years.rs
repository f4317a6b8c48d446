//! A figure over the years: what changed since the year before, and whether there is a trend.

use super::standing::{Counts, Known, Source, Standing};
use super::told::Told;
use super::uncertainty::{bounds, percent};
use crate::seeds::configuration::IntervalMethod;
use crate::seeds::indicators::{Good, Unit};
use crate::statistics::difference::{Fraction, fisher, is_small, newcombe, square_and_add};
use crate::statistics::trend::{self, Trend, Way};
use crate::statistics::{Confidence, Interval};

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
    /// What can be told.
    pub told: Told,
}

/// A trend over the five latest years, and where its figures come from.
#[derive(Debug, Clone, PartialEq)]
pub struct Trending {
    /// The first of the five years.
    pub from: i32,
    /// What the test shows.
    pub trend: Trend,
    /// The sources, year by year, those that follow each other named once.
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

/// The change since the year before, of years that begin with this one; none where one of the two is not known, or
/// where they are not alike.
pub fn since_last(years: &[Year], unit: Unit, good: Good) -> Option<Change> {
    let [now, before] = years.first_chunk::<2>()?.each_ref().map(|year| year.known.used.as_ref());
    let (now, before) = now.zip(before)?;
    are_alike(now, before).then(|| change(now, before, unit, good))
}

/// Whether two years can be set against each other: a region or England of which the returns hold a part is not set
/// against what is published of the whole.
pub fn are_alike(one: &Standing, other: &Standing) -> bool {
    let both_from_returns = matches!((&one.source, &other.source), (Source::Returns(_), Source::Returns(_)));
    both_from_returns || (one.source.is_whole() && other.source.is_whole())
}

/// The change from one year to the next. Successive years share children, so the two are not of different
/// children, as the method supposes.
fn change(now: &Standing, before: &Standing, unit: Unit, good: Good) -> Change {
    let points = now.value - before.value;
    let tested = match (unit, now.counts.zip(before.counts)) {
        (Unit::Percent, Some((now, before))) => of_percentages(fraction(&now), fraction(&before), good),
        _ => of_intervals(now, before, unit, good),
    };
    let untested = Tested { interval: None, p: None, method: "", told: Told::Untested };
    let Tested { interval, p, method, told } = tested.unwrap_or(untested);
    Change { from: before.clone(), points, interval, p, method, told }
}

struct Tested {
    interval: Option<Interval>,
    p: Option<f64>,
    method: &'static str,
    told: Told,
}

/// By the interval; where counts are small, Fisher's probability must be below 5% as well.
fn of_percentages(now: Fraction, before: Fraction, good: Good) -> Option<Tested> {
    let interval = newcombe(now, before, Confidence::Percent95)?;
    let p = if is_small(now, before) { Some(fisher(now, before)?) } else { None };
    let sure = p.is_none_or(|p| p < 2.0 * Confidence::Percent95.tail());
    let told = Told::of(sure && interval.lower > 0.0, sure && interval.upper < 0.0, good);
    let method = if p.is_some() { "newcombe_10_and_fisher" } else { "newcombe_10" };
    Some(Tested { interval: Some(percent(interval)), p, method, told })
}

/// Of mean scores, and of percentages of which one has its interval alone: for Wilson's intervals this is Newcombe's
/// method as well.
fn of_intervals(now: &Standing, before: &Standing, unit: Unit, good: Good) -> Option<Tested> {
    let with_interval = |standing: &Standing| Some((standing.value, at_95(standing, unit)?));
    let interval = square_and_add(with_interval(now)?, with_interval(before)?);
    let told = Told::of(interval.lower > 0.0, interval.upper < 0.0, good);
    let method = match unit {
        Unit::Percent => "newcombe_10",
        Unit::Score => "student_t_square_and_add",
    };
    Some(Tested { interval: Some(interval), p: None, method, told })
}

/// The 95% interval of a value: as it is printed, else of its counts.
fn at_95(standing: &Standing, unit: Unit) -> Option<Interval> {
    let of_counts = || bounds(&standing.counts?, unit, IntervalMethod::Wilson, Confidence::Percent95);
    standing.printed_interval.or_else(of_counts)
}

/// The trend of the five latest years, this year first; none where one of them is not known with its counts, or
/// where they are not alike.
pub fn trending(years: &[Year], unit: Unit) -> Option<Trending> {
    let latest: &[Year; trend::YEARS] = years.first_chunk()?;
    let mut standings = Vec::new();
    for year in latest.iter().rev() {
        standings.push(year.known.used.as_ref()?);
    }
    if standings.iter().any(|one| standings.iter().any(|other| !are_alike(one, other))) {
        return None;
    }
    let counts: Option<Vec<Fraction>> =
        standings.iter().map(|standing| standing.counts.as_ref().map(fraction)).collect();
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
    Some(Trending { from: latest.last()?.year, trend, sources: sources(&standings) })
}

fn fraction(counts: &Counts) -> Fraction {
    Fraction { count: counts.numerator, of: counts.denominator }
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
mod tests {
    use super::*;
    use crate::verdict::Reliance;

    fn standing(year: i32, numerator: u64, denominator: u64) -> Standing {
        let counts = Counts { numerator, denominator, squares: None };
        Standing {
            year,
            value: 100.0 * numerator as f64 / denominator as f64,
            shown: String::new(),
            counts: Some(counts),
            printed_interval: None,
            source: Source::Returns(None),
            cover_too_short: false,
            reliance: Reliance::Usable,
        }
    }

    fn series(counts: &[(u64, u64)]) -> Vec<Year> {
        let known = |standing| Known { used: Some(standing), ..Known::default() };
        let of = |(before, (numerator, denominator)): (usize, &(u64, u64))| {
            let year = 2011 - before as i32;
            Year { year, known: known(standing(year, *numerator, *denominator)) }
        };
        counts.iter().enumerate().map(of).collect()
    }

    #[test]
    fn newcombes_first_case_is_told() {
        // 56 of 70 and 48 of 80: 5.24 to 33.39 points.
        let changed = change(&standing(2011, 56, 70), &standing(2010, 48, 80), Unit::Percent, Good::High);
        assert!((changed.points - 20.0).abs() < 1e-12);
        let interval = changed.interval.unwrap();
        assert_eq!(format!("{:.2} to {:.2}", interval.lower, interval.upper), "5.24 to 33.39");
        assert_eq!((changed.told, changed.method, changed.p), (Told::Better, "newcombe_10", None));
        let turned = change(&standing(2011, 56, 70), &standing(2010, 48, 80), Unit::Percent, Good::Low);
        assert_eq!(turned.told, Told::Worse);
    }

    #[test]
    fn small_counts_must_pass_fishers_test_too() {
        // 10 of 10 and 5 of 10: the interval is above nought, Fisher's probability is 0.0325.
        let told = |now, before| change(&now, &before, Unit::Percent, Good::High);
        let sure = told(standing(2011, 10, 10), standing(2010, 5, 10));
        assert_eq!((sure.told, sure.method), (Told::Better, "newcombe_10_and_fisher"));
        assert!((sure.p.unwrap() - 0.032_507_74).abs() < 1e-7);
        // 10 of 10 and 6 of 10: above nought still, but the probability is 0.0867.
        let unsure = told(standing(2011, 10, 10), standing(2010, 6, 10));
        assert!(unsure.interval.unwrap().lower > 0.0);
        assert!((unsure.p.unwrap() - 0.086_687_3).abs() < 1e-7);
        assert_eq!(unsure.told, Told::Not);
    }

    #[test]
    fn what_has_no_counts_is_not_tested() {
        let hidden = Standing { counts: None, ..standing(2010, 1, 2) };
        let changed = change(&standing(2011, 3, 4), &hidden, Unit::Percent, Good::High);
        assert_eq!((changed.told, changed.interval), (Told::Untested, None));
        assert!((changed.points - 25.0).abs() < 1e-12);
    }

    #[test]
    fn a_part_of_the_returns_is_not_set_against_the_whole_published() {
        use crate::figures::Behind;
        let from = |source| Standing { source, ..standing(2011, 50, 100) };
        let of = |available| from(Source::Returns(Some(Behind { available, listed: 152 })));
        let published = from(Source::Published(String::new()));
        for (one, other, expected) in [
            (of(1), published.clone(), false),
            (of(151), published.clone(), false),
            (of(152), published.clone(), true),
            (of(1), of(152), true),
            (published.clone(), published, true),
        ] {
            assert_eq!((are_alike(&one, &other), are_alike(&other, &one)), (expected, expected));
            let known = |used| Known { used: Some(used), ..Known::default() };
            let years = [Year { year: 2011, known: known(one) }, Year { year: 2010, known: known(other) }];
            assert_eq!(since_last(&years, Unit::Percent, Good::High).is_some(), expected);
        }
    }

    #[test]
    fn a_part_and_the_whole_make_no_trend_together() {
        use crate::figures::Behind;
        let mut years = series(&[(70, 100), (60, 100), (50, 100), (40, 100), (30, 100)]);
        for year in &mut years[..2] {
            let behind = Behind { available: 1, listed: 152 };
            year.known.used.as_mut().unwrap().source = Source::Returns(Some(behind));
        }
        assert!(trending(&years, Unit::Percent).is_some(), "all are from returns");
        years[4].known.used.as_mut().unwrap().source = Source::Published(String::new());
        assert_eq!(trending(&years, Unit::Percent), None);
    }

    #[test]
    fn a_value_on_a_bound_of_the_interval_cannot_be_told() {
        let interval = Some(Interval { lower: 40.0, upper: 60.0 });
        let told = [39.9, 40.0, 60.0, 60.1].map(|value| Told::beside(value, interval, Good::High));
        assert_eq!(told, [Told::Better, Told::Not, Told::Not, Told::Worse]);
    }

    #[test]
    fn mean_scores_are_told_apart_by_their_intervals() {
        // Scores 10 and 14 in each of 50 pairs, then 14 and 18: s about 2, t-intervals of about 0.4 to each side.
        let of = |sum: u64, squares: u64| Standing {
            counts: Some(Counts { numerator: sum, denominator: 100, squares: Some(squares) }),
            value: sum as f64 / 100.0,
            ..standing(2011, 1, 2)
        };
        let (before, now) = (of(1200, 14_800), of(1600, 26_000));
        let changed = change(&now, &before, Unit::Score, Good::Low);
        assert_eq!((changed.told, changed.points), (Told::Worse, 4.0));
        // A half that is sqrt(2) that of one mean: t(99) = 1.984217, s = sqrt(400 / 99).
        let half = 1.984_217 * (400.0_f64 / 99.0 / 100.0).sqrt() * 2.0_f64.sqrt();
        assert!((changed.interval.unwrap().upper - 4.0 - half).abs() < 1e-6);
    }

    #[test]
    fn five_years_have_a_trend_and_four_or_a_gap_have_none() {
        let rising = series(&[(70, 100), (60, 100), (50, 100), (40, 100), (30, 100)]);
        let found = trending(&rising, Unit::Percent).unwrap();
        assert_eq!(
            (found.from, found.name(Good::High), found.name(Good::Low)),
            (2007, "getting better", "getting worse")
        );
        assert_eq!(found.sources, "2007 to 2011 returns");
        assert_eq!(trending(&rising[..4], Unit::Percent), None);
        let mut gap = rising.clone();
        gap[2].known = Known::default();
        assert_eq!(trending(&gap, Unit::Percent), None);
        let mut mixed = rising;
        for year in &mut mixed[3..] {
            year.known.used.as_mut().unwrap().source = Source::Published("SFR30/2011".to_owned());
        }
        assert_eq!(
            trending(&mixed, Unit::Percent).unwrap().sources,
            "2007 to 2008 published (SFR30/2011), 2009 to 2011 returns"
        );
    }
}

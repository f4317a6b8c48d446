//! Changes and trends by hand.

use super::super::by_hand::counted as standing;
use super::super::judgement::NotJudged;
use super::super::standing::Source;
use super::*;
use crate::verdict::Reliance;

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
    assert_eq!((changed.significance, changed.method, changed.p), (Significance::Better, "newcombe_10", None));
    let turned = change(&standing(2011, 56, 70), &standing(2010, 48, 80), Unit::Percent, Good::Low);
    assert_eq!(turned.significance, Significance::Worse);
}

#[test]
fn small_counts_must_pass_fishers_test_too() {
    // 10 of 10 and 5 of 10: the interval is above nought, Fisher's probability is 0.0325.
    let told = |now, before| change(&now, &before, Unit::Percent, Good::High);
    let sure = told(standing(2011, 10, 10), standing(2010, 5, 10));
    assert_eq!((sure.significance, sure.method), (Significance::Better, "newcombe_10_and_fisher"));
    assert!((sure.p.unwrap() - 0.032_507_74).abs() < 1e-7);
    // 10 of 10 and 6 of 10: above nought still, but the probability is 0.0867.
    let unsure = told(standing(2011, 10, 10), standing(2010, 6, 10));
    assert!(unsure.interval.unwrap().lower > 0.0);
    assert!((unsure.p.unwrap() - 0.086_687_3).abs() < 1e-7);
    assert_eq!(unsure.significance, Significance::NotSignificant);
}

#[test]
fn the_probability_of_a_change_is_that_of_its_interval_or_of_fishers_test() {
    // Of 70 and 80: 20 points, of which 14.76 to the end on the side of zero: z is 2.656, two-sided 0.0079.
    let changed = change(&standing(2011, 56, 70), &standing(2010, 48, 80), Unit::Percent, Good::High);
    assert!((changed.probability().unwrap() - 0.0079).abs() < 1e-4, "{changed:?}");
    // Of few, Fisher's is the larger.
    let few = change(&standing(2011, 10, 10), &standing(2010, 6, 10), Unit::Percent, Good::High);
    assert_eq!(few.probability(), few.p);
    let untested = Standing { counts: None, ..standing(2010, 1, 2) };
    assert_eq!(change(&standing(2011, 3, 4), &untested, Unit::Percent, Good::High).probability(), None);
}

#[test]
fn what_has_no_counts_is_not_tested() {
    let hidden = Standing { counts: None, ..standing(2010, 1, 2) };
    let changed = change(&standing(2011, 3, 4), &hidden, Unit::Percent, Good::High);
    assert_eq!((changed.significance, changed.interval), (Significance::NotTested, None));
    assert!((changed.points - 25.0).abs() < 1e-12);
}

#[test]
fn a_change_across_two_sources_stands_and_is_not_tested() {
    // Newcombe's first case would be told.
    let published = Standing { source: Source::Published("SFR30/2011".to_owned()), ..standing(2010, 48, 80) };
    let known = |used| Known { used: Some(used), ..Known::default() };
    let years =
        [Year { year: 2011, known: known(standing(2011, 56, 70)) }, Year { year: 2010, known: known(published) }];
    let changed = since_last(&years, Unit::Percent, Good::High).unwrap();
    assert!((changed.points - 20.0).abs() < 1e-12);
    assert_eq!(changed.significance, Significance::NotTested);
    assert_eq!(changed.not_compared, Some(NotCompared::OtherSource { published: 2010, returns: 2011 }));
}

#[test]
fn a_year_that_is_not_compared_stands_with_its_reason_and_is_not_tested() {
    // Newcombe's first case would be told.
    let (now, before) = (standing(2011, 56, 70), standing(2010, 48, 80));
    let short = Standing { cover_too_short: true, ..before.clone() };
    let changed = change(&now, &short, Unit::Percent, Good::High);
    assert_eq!((changed.significance, changed.interval, changed.method), (Significance::NotTested, None, ""));
    assert_eq!(changed.not_compared, Some(NotCompared::NotJudged(NotJudged::LooksBack, 2010)));
    assert!((changed.points - 20.0).abs() < 1e-12 && changed.from == short);
    assert_eq!(change(&now, &before, Unit::Percent, Good::High).not_compared, None);
}

/// The trend of percentages, where one is told.
fn trend(years: &[Year]) -> Option<Trending> {
    trending(years, Unit::Percent).and_then(Result::ok)
}

#[test]
fn a_year_that_the_files_leave_open_makes_no_trend_and_that_is_the_reason_where_no_other_is() {
    let mut years = series(&[(70, 100), (60, 100), (50, 100), (40, 100), (30, 100)]);
    years[3].known.used.as_mut().unwrap().left_open = Some([40.0, 41.0]);
    let why = |years: &[Year]| trending(years, Unit::Percent).unwrap().unwrap_err();
    assert!(why(&years).is_left_open());
    years[4].known.used.as_mut().unwrap().cover_too_short = true;
    assert!(!why(&years).is_left_open());
}

#[test]
fn years_that_are_not_compared_make_no_trend_together() {
    use crate::figures::Behind;
    let of = |available| Source::Returns(Some(Behind { available, listed: 152 }));
    let mut years = series(&[(70, 100), (60, 100), (50, 100), (40, 100), (30, 100)]);
    for year in &mut years {
        year.known.used.as_mut().unwrap().source = of(1);
    }
    assert!(trend(&years).is_some(), "all are from the same returns");
    let with = |change: &dyn Fn(&mut Standing)| {
        let mut years = years.clone();
        change(years[3].known.used.as_mut().unwrap());
        trend(&years)
    };
    assert_eq!(with(&|year| year.source = Source::Published(String::new())), None);
    assert_eq!(with(&|year| year.source = of(2)), None);
    assert_eq!(with(&|year| year.cover_too_short = true), None);
    assert_eq!(with(&|year| year.accumulates = true), None);
    assert_eq!(with(&|year| year.reliance = Reliance::NotUsable), None);
    assert!(with(&|year| year.reliance = Reliance::WithCare).is_some());
}

#[test]
fn a_value_on_a_bound_of_the_interval_is_not_significant() {
    let interval = Some(Interval { lower: 40.0, upper: 60.0 });
    let told = [39.9, 40.0, 60.0, 60.1].map(|value| Significance::beside(value, interval, Good::High));
    use Significance::{Better, NotSignificant, Worse};
    assert_eq!(told, [Better, NotSignificant, NotSignificant, Worse]);
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
    assert_eq!((changed.significance, changed.points), (Significance::Worse, 4.0));
    // A half that is sqrt(2) that of one mean: t(99) = 1.984217, s = sqrt(400 / 99).
    let half = 1.984_217 * (400.0_f64 / 99.0 / 100.0).sqrt() * 2.0_f64.sqrt();
    assert!((changed.interval.unwrap().upper - 4.0 - half).abs() < 1e-6);
}

#[test]
fn five_years_have_a_trend_and_four_or_a_gap_have_none() {
    let rising = series(&[(70, 100), (60, 100), (50, 100), (40, 100), (30, 100)]);
    let found = trend(&rising).unwrap();
    assert_eq!((found.from, found.name(Good::High), found.name(Good::Low)), (2007, "getting better", "getting worse"));
    assert_eq!(found.sources, "2007 to 2011 returns");
    assert_eq!(trend(&rising[..4]), None);
    let mut gap = rising.clone();
    gap[2].known = Known::default();
    assert_eq!(trend(&gap), None);
    // Of one publication, but not of two, or of a publication and the returns.
    let mut published = rising;
    for year in &mut published {
        year.known.used.as_mut().unwrap().source = Source::Published("SFR30/2011".to_owned());
    }
    assert_eq!(trend(&published).unwrap().sources, "2007 to 2011 published (SFR30/2011)");
    for other in [Source::Published("SFR21/2011".to_owned()), Source::Returns(None)] {
        published[0].known.used.as_mut().unwrap().source = other;
        assert_eq!(trend(&published), None);
    }
}

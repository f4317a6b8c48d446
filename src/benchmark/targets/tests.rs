//! Values beside targets, worked by hand.

use super::super::by_hand::counted as standing;
use super::super::standing::Source;
use super::*;
use crate::seeds::Seeds;
use crate::seeds::configuration::IntervalMethod;
use crate::seeds::targets::TargetValue;
use crate::verdict::Reliance;
use proptest::prelude::*;

fn indicator(number: u16) -> IndicatorSeed {
    let seeds = Seeds::built_in().unwrap().indicators;
    seeds.into_iter().find(|seed| seed.number == number).unwrap()
}

fn target(indicator: u16, value: &str) -> Target {
    let value = TargetValue::read(value).unwrap();
    Target { indicator, year: 2011, code: "301".to_owned(), value, source: String::new() }
}

fn against(number: u16, goal: &str, standing: &Standing, years: &[&Standing]) -> Against {
    let indicator = indicator(number);
    let uncertainty = Uncertainty::of(standing, indicator.unit, IntervalMethod::Wilson);
    Against::of(&target(number, goal), &indicator, Some(standing), uncertainty.as_ref(), years)
}

#[test]
fn the_gap_in_children_where_high_is_good() {
    // 60% of 20 is 12 children.
    for (children, expected, met) in [
        (9, Children::Short(3), false),
        (11, Children::Short(1), false),
        (12, Children::ToSpare(0), true),
        (14, Children::ToSpare(2), true),
    ] {
        let against = against(99, "60", &standing(2011, children, 20), &[]);
        assert_eq!((against.children, against.met), (Some(expected), Some(met)));
    }
    // 60% of 21 is 12.6 children: 13 meet it.
    assert_eq!(against(99, "60", &standing(2011, 12, 21), &[]).children, Some(Children::Short(1)));
    assert_eq!(against(99, "60", &standing(2011, 13, 21), &[]).children, Some(Children::ToSpare(0)));
}

#[test]
fn the_gap_in_children_where_low_is_good() {
    // 10.5% of 100 is 10.5 children: 10 meet it.
    assert_eq!(against(62, "10.5", &standing(2011, 12, 100), &[]).children, Some(Children::Short(2)));
    assert_eq!(against(62, "10.5", &standing(2011, 11, 100), &[]).children, Some(Children::Short(1)));
    assert_eq!(against(62, "10.5", &standing(2011, 10, 100), &[]).children, Some(Children::ToSpare(0)));
    assert_eq!(against(62, "10.5", &standing(2011, 9, 100), &[]).children, Some(Children::ToSpare(1)));
    let just = against(62, "10", &standing(2011, 10, 100), &[]);
    assert_eq!((just.children, just.met), (Some(Children::ToSpare(0)), Some(true)));
}

#[test]
fn ninety_five_percent_can_tell_only_of_targets_outside_the_interval() {
    // 50 of 100: Wilson 40.4 to 59.6.
    let fifty = standing(2011, 50, 100);
    for (goal, high, low) in [
        ("40.3", MetAt95::Met, MetAt95::NotMet),
        ("40.5", MetAt95::Unclear, MetAt95::Unclear),
        ("59.5", MetAt95::Unclear, MetAt95::Unclear),
        ("59.7", MetAt95::NotMet, MetAt95::Met),
    ] {
        assert_eq!(against(99, goal, &fifty, &[]).significance, Some(high), "{goal}");
        assert_eq!(against(62, goal, &fifty, &[]).significance, Some(low), "{goal}");
    }
}

#[test]
fn a_target_on_a_bound_of_the_interval_is_in_it() {
    let [none, all] = [standing(2011, 0, 10), standing(2011, 10, 10)];
    assert_eq!(against(99, "0", &none, &[]).significance, Some(MetAt95::Met));
    assert_eq!(against(99, "100", &all, &[]).significance, Some(MetAt95::Unclear));
    assert_eq!(against(62, "0", &none, &[]).significance, Some(MetAt95::Unclear));
    assert_eq!(against(62, "100", &all, &[]).significance, Some(MetAt95::Met));
}

#[test]
fn where_low_is_good_below_the_path_is_ahead_of_it() {
    // From 20 in 2009 to 10 in 2011: 15 in 2010.
    let (first, now) = (standing(2009, 20, 100), standing(2010, 13, 100));
    let against = against(62, "10", &now, &[&now, &first]);
    assert_eq!((against.path.map(|path| (path.expected, path.ahead)), against.yearly), (Some((15.0, 2.0)), Some(-3.0)));
}

#[test]
fn the_path_is_straight_from_the_first_year_known() {
    // From 40 in 2007 to 60 in 2011: 50 in 2009.
    let (first, between, now) = (standing(2007, 40, 100), standing(2008, 90, 100), standing(2009, 48, 100));
    let against = against(99, "60", &now, &[&now, &between, &first]);
    let path = against.path.unwrap();
    assert_eq!((path.from.year, path.expected, path.ahead), (2007, 50.0, -2.0));
    assert_eq!(against.yearly, Some(6.0), "12 points in the two years to 2011");
    assert_eq!(self::against(99, "48", &now, &[&now]).yearly, None, "it is met");
}

#[test]
fn no_path_leads_from_a_year_that_meets_the_target() {
    // The target is 60, or 10 where low is good: the day itself, and one child either side.
    for (number, goal, first, expected) in [
        (99, "60", 59, (Some(2009), None)),
        (99, "60", 60, (None, Some(2009))),
        (99, "60", 61, (None, Some(2009))),
        (62, "10", 11, (Some(2009), None)),
        (62, "10", 10, (None, Some(2009))),
        (62, "10", 9, (None, Some(2009))),
    ] {
        let (first, now) = (standing(2009, first, 100), standing(2010, 50, 100));
        let against = against(number, goal, &now, &[&now, &first]);
        let years = (against.path.map(|path| path.from.year), against.already_met.map(|met| met.year));
        assert_eq!(years, expected, "NI {number} from {}", first.value);
    }
}

#[test]
fn a_target_outside_the_95_interval_can_be_within_that_at_99_8() {
    // 50 of 100: Wilson 40.4 to 59.6 at 95%, 35.3 to 64.7 at 99.8%.
    let fifty = standing(2011, 50, 100);
    let is_sure = |goal| against(99, goal, &fifty, &[]).is_beyond_99_8;
    assert_eq!(["35.2", "40.3", "50", "59.7", "64.8"].map(is_sure), [true, false, false, false, true]);
}

#[test]
fn the_path_of_the_whole_does_not_begin_at_a_part_of_it() {
    use crate::figures::Behind;
    let part = |year, numerator| Standing {
        source: Source::Returns(Some(Behind { available: 1, listed: 152 })),
        ..standing(year, numerator, 100)
    };
    let published =
        |year, numerator| Standing { source: Source::Published(String::new()), ..standing(year, numerator, 100) };
    let [of_2007, of_2008] = [published(2007, 20), part(2008, 40)];
    let years = [&of_2008, &of_2007];
    let from = |now: &Standing| against(99, "60", now, &years).path.map(|path| path.from.year);
    assert_eq!((from(&published(2009, 48)), from(&part(2009, 48))), (Some(2007), Some(2008)));
    assert_eq!(against(99, "60", &published(2009, 48), &years[..1]).path, None);
}

#[test]
fn a_target_due_or_past_has_no_yearly_change_and_an_only_year_no_path() {
    let (now, before) = (standing(2011, 48, 100), standing(2010, 40, 100));
    let due = against(99, "60", &now, &[&now, &before]);
    assert_eq!((due.yearly, due.path.map(|path| path.expected)), (None, Some(60.0)));
    let past = standing(2012, 61, 100);
    let passed = against(99, "60", &past, &[&before, &past]);
    assert_eq!(passed.path.map(|path| path.expected), Some(60.0));
    assert_eq!(against(99, "60", &now, &[&now]).path, None);
    assert_eq!(against(99, "60", &before, &[&now, &before]).path, None, "no earlier year is known");
    let late = against(99, "60", &past, &[&standing(2011, 1, 2), &past]);
    assert_eq!(late.path, None, "no path leads from the target's own year");
}

#[test]
fn of_a_value_that_may_not_be_judged_it_is_not_known_whether_it_meets_the_target() {
    let plain = standing(2011, 70, 100);
    assert_eq!(against(99, "60", &plain, &[]).met, Some(true));
    for (standing, why) in [
        (Standing { cover_too_short: true, ..plain.clone() }, NotJudged::LooksBack),
        (Standing { accumulates: true, ..plain.clone() }, NotJudged::Accumulates),
        (Standing { reliance: Reliance::NotUsable, ..plain }, NotJudged::NotUsable),
    ] {
        let against = against(99, "60", &standing, &[]);
        assert_eq!((against.met, against.above, against.not_judged), (None, None, Some(why)));
    }
}

#[test]
fn where_there_is_no_value_nothing_is_said() {
    let against = Against::of(&target(99, "60"), &indicator(99), None, None, &[]);
    assert_eq!((against.above, against.met, against.significance, against.children), (None, None, None, None));
}

#[test]
fn a_printed_value_without_counts_has_a_gap_in_points_alone() {
    let printed = Standing { value: 59.9, counts: None, ..standing(2011, 1, 2) };
    let against = Against::of(&target(99, "60"), &indicator(99), Some(&printed), None, &[]);
    assert_eq!((against.above, against.met, against.children), (Some(Tenths(-1)), Some(false), None));
}

proptest! {
    #[test]
    fn the_children_short_just_meet_the_target(denominator in 1u64..500, part in 0.0..1.0, goal in 0u32..=100) {
        let numerator = (part * denominator as f64) as u64;
        let goal = goal.to_string();
        let met = |numerator| against(99, &goal, &standing(2011, numerator, denominator), &[]).met == Some(true);
        match against(99, &goal, &standing(2011, numerator, denominator), &[]).children.unwrap() {
            Children::Short(more) => {
                prop_assert!(met(numerator + more) && !met(numerator + more - 1));
            }
            Children::ToSpare(fewer) => {
                prop_assert!(met(numerator - fewer) && (fewer == numerator || !met(numerator - fewer - 1)));
            }
        }
    }
}

//! What is printed of two regions and of England, by hand.

use super::*;
use crate::day::Day;
use crate::figures::Behind;
use crate::printed::{Numbers, PrintedFigure};
use crate::seeds::Seeds;
use crate::seeds::authorities::ENGLAND_CODE;
use crate::timeframe::{Basis, Timeframe};
use crate::unit::Unit;
use crate::verdict::Reliance;

fn profile(name: &str) -> Profile {
    Seeds::built_in().unwrap().disclosure.into_iter().find(|profile| profile.name == name).unwrap()
}

fn usual() -> Rule {
    Rule::of(&profile("sfr-2011"), &table().timeframe).unwrap()
}

/// NI 62 of two regions with 270 and 770 children, and of England.
fn table() -> PrintedTable {
    let figure = |level, code: &str, children| PrintedFigure {
        level,
        code: code.to_owned(),
        name: code.to_owned(),
        region: None,
        indicator: 62,
        group: None,
        unit: Unit::Percent,
        numbers: Numbers { denominator: Number(children), ..Numbers::all(Confidential) },
        behind: Some(Behind { available: 3, listed: 3 }),
        cover_too_short: false,
        left_open: false,
        reliance: Reliance::Usable,
    };
    let timeframe = Timeframe::new(Day::thirty_first_of_march(2011), Basis::Rolling).unwrap();
    let figures = vec![
        figure(Level::National, ENGLAND_CODE, 1_040),
        figure(Level::Regional, "NORTH", 270),
        figure(Level::Regional, "SOUTH", 770),
    ];
    PrintedTable { timeframe, same_children: Vec::new(), figures }
}

/// 93 came and 97 left in the north, 245 and 264 in the south, where two who left have no known age.
fn printed() -> PrintedContext {
    let (rule, table) = (usual(), table());
    let north =
        Exact { on_day_before: 276, in_window: 368, came: (93, &[14, 15, 24, 25, 15]), left: (97, &[61, 5, 2, 29]) };
    let south = Exact {
        on_day_before: 784,
        in_window: 1_026,
        came: (245, &[55, 45, 44, 65, 36]),
        left: (264, &[174, 10, 14, 64]),
    };
    let region = |code: &str, exact: &Exact<'_>| (code.to_owned(), rule.region(exact, &table, code));
    rule.print(&BTreeMap::from([region("NORTH", &north), region("SOUTH", &south)]), &table)
}

fn shown(context: &PrintedContext, code: &str, measures: &[&str]) -> Vec<Printed> {
    measures.iter().map(|measure| context.measure(code, measure).unwrap().numerator).collect()
}

const CAME_BY_AGE: [&str; 6] =
    ["began", "began_under_1", "began_at_1_to_4", "began_at_5_to_9", "began_at_10_to_15", "began_from_16"];
const LEFT_BY_AGE: [&str; 5] = ["ceased", "ceased_under_16", "ceased_at_16", "ceased_at_17", "ceased_from_18"];

#[test]
fn totals_are_sums_of_what_is_printed() {
    let context = printed();
    // 14 rounds to 10, 15 to 20: ages of 10, 20, 20, 30 and 20 are 100, though 93 came.
    assert_eq!(shown(&context, "NORTH", &CAME_BY_AGE), [100, 10, 20, 20, 30, 20].map(Number));
    assert_eq!(shown(&context, "SOUTH", &CAME_BY_AGE), [260, 60, 50, 40, 70, 40].map(Number));
    assert_eq!(shown(&context, ENGLAND_CODE, &CAME_BY_AGE), [360, 70, 70, 60, 100, 60].map(Number));
    let of_all = [ON_DAY, IN_WINDOW];
    assert_eq!(shown(&context, "NORTH", &of_all), [270, 370].map(Number));
    assert_eq!(shown(&context, ENGLAND_CODE, &of_all), [1_040, 1_400].map(Number));
}

#[test]
fn a_small_age_hides_all_ages_of_its_region_and_of_england_but_no_total() {
    let context = printed();
    let hidden = |all| [Number(all), Confidential, Confidential, Confidential, Confidential];
    // Those of the north are rounded together.
    assert_eq!(shown(&context, "NORTH", &LEFT_BY_AGE), hidden(100));
    assert_eq!(shown(&context, "SOUTH", &LEFT_BY_AGE), [250, 170, 10, 10, 60].map(Number));
    assert_eq!(shown(&context, ENGLAND_CODE, &LEFT_BY_AGE), hidden(350));
}

#[test]
fn shares_are_those_of_the_printed_counts() {
    let context = printed();
    let value = |code: &str, measure: &str| context.measure(code, measure).unwrap().value;
    // 370 of 270 is 137.0%, though 368 of 272 is 135.3%.
    assert_eq!(value("NORTH", CHURN), Number(1_370));
    assert_eq!(value("NORTH", "began_at_10_to_15"), Number(300));
    assert_eq!([value("NORTH", "ceased_at_16"), value("NORTH", "began")], [Confidential, NotApplicable]);
    let whole = Rule::of(&profile("dfe-2024"), &table().timeframe).unwrap();
    assert_eq!(whole.share(Number(10), Number(30)), Number(330));
}

#[test]
fn what_is_small_is_hidden_and_zero_with_it() {
    let rule = usual();
    assert_eq!(
        [0, 1, 9, 10, 14, 15].map(|count| rule.count(count)),
        [Confidential, Confidential, Confidential, Number(10), Number(10), Number(20)]
    );
    // One of unknown age does not hide the ages, and ten do.
    assert_eq!(rule.told(31, &[10, 20]), Told::ByAge(vec![10, 20]));
    assert_eq!(rule.told(40, &[10, 20]), Told::Together(Number(40)));
    assert_eq!(rule.told(9, &[9, 0]), Told::Together(Confidential));
}

#[test]
fn each_profile_has_its_rule_and_one_that_hardly_rounds_has_none() {
    let timeframe = table().timeframe;
    let rule = |name: &str| Rule::of(&profile(name), &timeframe).map(|rule| (rule.base, rule.least, rule.step));
    assert_eq!(
        ["sfr-2011", "both-sides", "dfe-2024", "round-5"].map(rule),
        // Of both sides percentages out of ten are hidden, so that 20 is the first multiple of ten that is not.
        [Ok((10, 10, 1)), Ok((10, 20, 1)), Ok((10, 10, 10)), Ok((5, 10, 1))]
    );
    for (round_totals, least_integers) in [(1, 2), (4, 2), (5, 4), (10, 6)] {
        let profile = Profile { round_totals, least_integers, ..profile("sfr-2011") };
        let why = Rule::of(&profile, &timeframe).unwrap_err();
        assert!(why.contains("so finely"), "{round_totals} {least_integers}: {why}");
    }
}

#[test]
fn a_part_of_a_year_has_none_and_the_whole_of_it_has() {
    let of = |as_at: Day, basis| Rule::of(&profile("sfr-2011"), &Timeframe::new(as_at, basis).unwrap());
    let (december, march) = (Day::from_ymd(2010, 12, 31).unwrap(), Day::thirty_first_of_march(2011));
    assert!(of(december, Basis::YearToDate).unwrap_err().contains("a part of a year"));
    assert!(of(march, Basis::YearToDate).is_ok() && of(december, Basis::Rolling).is_ok());
}

#[test]
fn those_at_any_time_are_hidden_where_they_would_tell_who_left() {
    // 270 on the day, who may be 265 to 275; of those at any time at least so many left. 370 is of 365 to 374.
    let rule = usual();
    let shown = |left: Told| rule.in_window(Number(370), Number(270), &left);
    // 100 is of up to 104: 265 and 104 are 369, so that five numbers remain for those at any time.
    assert_eq!(shown(Told::Together(Number(100))), Number(370));
    // 90 is of up to 94, which leaves nothing between 365 and 359.
    assert_eq!(shown(Told::Together(Number(90))), Confidential);
    // By age there is more room: 4 of each of four ages.
    assert_eq!(shown(Told::ByAge(vec![50, 10, 10, 20])), Number(370));
    assert_eq!(shown(Told::Together(Confidential)), Confidential);
    // As many as on the day: nearly nobody left, and that would be known.
    assert_eq!(rule.in_window(Number(270), Number(270), &Told::Together(Confidential)), Confidential);
    assert_eq!(rule.in_window(Number(370), NotAvailable, &Told::Together(Number(100))), NotAvailable);
    // Those on the day before the window, in the table of another year, bound those who came.
    let (table, exact) = (table(), |on_day_before| Exact {
        on_day_before,
        in_window: 368,
        came: (93, &[93, 0, 0, 0, 0]),
        left: (97, &[97, 0, 0, 0]),
    });
    let in_window = |before| rule.region(&exact(before), &table, "NORTH").in_window;
    // 93 is printed as 90, of up to 94: 272 and 94 are 366, which leaves two, and one more is enough.
    assert_eq!([in_window(272), in_window(273)], [Confidential, Number(370)]);
}

#[test]
fn where_a_region_is_hidden_or_not_known_england_is() {
    let rule = usual();
    let region = |in_window| Region { in_window, came: Told::Together(Number(50)), left: Told::Together(Number(150)) };
    let england = |north: Option<Printed>| {
        let regions = [Some(("SOUTH", Number(900))), north.map(|north| ("NORTH", north))];
        let regions = regions.into_iter().flatten().map(|(code, shown)| (code.to_owned(), region(shown)));
        let context = rule.print(&regions.collect(), &table());
        assert!(rule.is_kept(&context, &table()));
        shown(&context, ENGLAND_CODE, &[IN_WINDOW, "began", "began_under_1"])
    };
    assert_eq!(england(Some(Number(300))), [Number(1_200), Number(100), Confidential]);
    assert_eq!(england(Some(Confidential)), [Confidential, Number(100), Confidential]);
    assert_eq!(england(None), [NotAvailable; 3]);
}

#[test]
fn another_number_anywhere_is_found() {
    let (rule, table, context) = (usual(), table(), printed());
    assert!(rule.is_kept(&context, &table));
    let numbers = |row: &mut PrintedMeasure, at: usize, to: Printed| match at {
        0 => row.numerator = to,
        1 => row.denominator = to,
        _ => row.value = to,
    };
    let mut tried = 0;
    for (place, row) in context.rows.iter().enumerate() {
        for (at, was) in [row.numerator, row.denominator, row.value].into_iter().enumerate() {
            for to in [Number(3), Number(10), Number(20), Confidential, NotApplicable, Printed::RoundsToNought] {
                let mut other = context.clone();
                numbers(&mut other.rows[place], at, to);
                assert!(to == was || !rule.is_kept(&other, &table), "{row:?} {at} {to:?}");
                tried += 1;
            }
        }
    }
    assert_eq!(tried, 3 * 14 * 3 * 6);
    // A small number of ages, or one between the steps, is found where all that follows from it is changed too.
    for wrong in [4, 14] {
        let north = Region {
            in_window: Number(370),
            came: Told::ByAge(vec![wrong, 20, 20, 30, 20]),
            left: Told::Together(Number(100)),
        };
        let context = rule.print(&BTreeMap::from([("NORTH".to_owned(), north)]), &table);
        assert!(!rule.is_kept(&context, &table), "{wrong}");
    }
    // A place more or fewer, or in another order.
    type Damage = fn(&mut PrintedContext);
    let damages: [Damage; 3] =
        [|context| context.rows.truncate(20), |context| context.rows.reverse(), |context| context.rows[0].name.clear()];
    for damage in damages {
        let mut other = context.clone();
        damage(&mut other);
        assert!(!rule.is_kept(&other, &table));
    }
}

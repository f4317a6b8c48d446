//! Stocktakes of a made-up country of twelve authorities, with answers that can be checked by hand.

use super::Stocktake;
use super::make::Stocktakes;
use crate::day::Day;
use crate::figures::Behind;
use crate::level::Level;
use crate::printed::context::PrintedContext;
use crate::printed::context::rule::{Exact, Rule};
use crate::printed::public::{PublicDay, compare};
use crate::printed::{Numbers, Printed, PrintedFigure, PrintedTable, print};
use crate::seeds::Seeds;
use crate::seeds::authorities::{Authorities, ENGLAND_CODE};
use crate::seeds::disclosure::Profile;
use crate::seeds::published::Published;
use crate::timeframe::{Basis, Timeframe};
use crate::unit::Unit;
use crate::verdict::Reliance;
use std::collections::BTreeMap;

/// How many of 100 children of each authority had three or more placements; none where that is hidden.
type Year = [Option<i64>; 12];

const REGION: &str = "E12000001";

fn seeds() -> Seeds {
    let mut list = "old_la_code,new_la_code,la_name,region_code,region_name\n".to_owned();
    list.extend((201..213).map(|code| format!("{code},,La {code},{REGION},North East\n")));
    let authorities = Authorities::read("small.csv", list.as_bytes()).unwrap();
    Seeds { authorities, published: Published::default(), ..Seeds::built_in().unwrap() }
}

/// What is printed of NI 62 of a year, of so many of the authorities.
fn table(year: i32, children: &Year, available: u32, seeds: &Seeds) -> PrintedTable {
    let profile = &seeds.disclosure[0];
    let printed = |level: Level, code: String, name: String, numbers: Numbers| PrintedFigure {
        level,
        code,
        name,
        region: (level == Level::LocalAuthority).then(|| REGION.to_owned()),
        indicator: 62,
        group: None,
        unit: Unit::Percent,
        numbers,
        behind: (level != Level::LocalAuthority).then_some(Behind { available, listed: 12 }),
        cover_too_short: false,
        left_open: false,
        reliance: Reliance::Usable,
    };
    let met: i64 = children.iter().map(|met| met.unwrap_or(20)).sum();
    let whole = |level| print::percentage(profile, level, met, 1_200);
    let of_authority = |(at, met): (usize, &Option<i64>)| {
        let hidden = Numbers { denominator: Printed::Number(100), ..Numbers::all(Printed::Confidential) };
        let numbers = met.map_or(hidden, |met| print::percentage(profile, Level::LocalAuthority, met, 100));
        printed(Level::LocalAuthority, (201 + at).to_string(), format!("La {}", 201 + at), numbers)
    };
    let wholes = [
        printed(Level::National, ENGLAND_CODE.to_owned(), "England".to_owned(), whole(Level::National)),
        printed(Level::Regional, REGION.to_owned(), "North East".to_owned(), whole(Level::Regional)),
    ];
    let timeframe = Timeframe::new(Day::thirty_first_of_march(year), Basis::Rolling).unwrap();
    let figures = wholes.into_iter().chain(children.iter().enumerate().map(of_authority)).collect();
    PrintedTable { timeframe, same_children: Vec::new(), figures }
}

/// The stocktakes of two years, the latest first.
fn stocktakes([now, before]: [&Year; 2], available: u32) -> Vec<Stocktake> {
    let seeds = seeds();
    let tables = [(2011, now), (2010, before)].map(|(year, children)| table(year, children, available, &seeds));
    let days = tables.each_ref().map(|table| PublicDay { table, profile: &seeds.disclosure[0], context: None });
    let compared = compare(days[0], &days[1..], &seeds);
    let all = Stocktakes::new(&compared, &days, &seeds, &seeds.disclosure[0]);
    all.places().map(|(pack, figures)| all.of(pack, figures)).collect()
}

/// What is printed of the care population beside a table: 300 came, of each age enough to be shown; of those who left four were
/// 18 or over.
fn context(table: &PrintedTable, profile: &Profile) -> PrintedContext {
    let rule = Rule::of(profile, &table.timeframe).unwrap();
    let exact = Exact {
        on_day_before: 1_310,
        in_window: 1_404,
        came: (300, &[40, 50, 60, 100, 50]),
        left: (204, &[150, 40, 10, 4]),
    };
    rule.print(&BTreeMap::from([(REGION.to_owned(), rule.region(&exact, table, REGION))]), table)
}

#[test]
fn who_came_and_who_left_is_told_where_it_is_published() {
    let seeds = seeds();
    let table = table(2011, &ALIKE, 12, &seeds);
    let context = context(&table, &seeds.disclosure[0]);
    let stocktakes = |context| {
        let days = [PublicDay { table: &table, profile: &seeds.disclosure[0], context }];
        let compared = compare(days[0], &[], &seeds);
        let all = Stocktakes::new(&compared, &days, &seeds, &seeds.disclosure[0]);
        all.places().map(|(pack, figures)| all.of(pack, figures)).collect::<Vec<_>>()
    };
    assert!(stocktakes(None).iter().all(|of| of.in_care.is_none()));
    let [england, region] = stocktakes(Some(&context)).try_into().unwrap();
    let of_england = england.in_care.unwrap();
    assert_eq!(of_england.heading, "300 children came into care and 200 left");
    let counts: Vec<&str> = of_england.counts.iter().map(|count| count.number.text.as_str()).collect();
    assert_eq!(counts, ["1,200", "1,400", "116.7%", "300", "200"]);
    assert_eq!(
        of_england.sentences,
        [
            "1,400 children were in care at some time in the twelve months to 31 March 2011: 116.7% of the 1,200 in care \
             on the last day.",
            "The largest group of those who came into care were aged 10 to 15 (33.3%).",
            "The ages of those who left care are hidden to protect children.",
            "Each number is rounded or a sum of rounded ones, so none of them is exact.",
        ]
    );
    assert_eq!(of_england.came.ages[0].shown().text, "13.3%");
    assert!(of_england.came.has_any() && !of_england.left.has_any() && !of_england.came.has_england());
    assert!(region.in_care.unwrap().came.has_england());
}

fn england(years: [&Year; 2]) -> Stocktake {
    stocktakes(years, 12).swap_remove(0)
}

const ALIKE: Year = [Some(20); 12];

#[test]
fn england_and_a_whole_region_have_one_and_a_part_has_none() {
    let names: Vec<String> = stocktakes([&ALIKE; 2], 12).into_iter().map(|of| of.pack.place.name).collect();
    assert_eq!(names, ["England", "North East"]);
    assert!(stocktakes([&ALIKE; 2], 11).is_empty());
}

#[test]
fn one_that_moved_far_is_named_and_the_number_of_changes_is_allowed_for() {
    // From 50 to 10 of 100: z is above 6. From 20 to 33 it is 2.1, which is beyond 95% and not significant among twelve.
    let (mut now, mut before) = (ALIKE, ALIKE);
    (before[3], now[3], now[4]) = (Some(50), Some(10), Some(33));
    let moved = england([&now, &before]).moved;
    assert_eq!(
        moved.sentences,
        [
            "Of 12 changes since the year before that could be tested, 1 is statistically significant after correction for \
          their number: 1 got better and none got worse."
        ]
    );
    let [better] = &moved.better[..] else { panic!("{moved:?}") };
    assert_eq!((better.place.name.as_str(), better.from.as_str(), better.to.as_str()), ("La 204", "50.0%", "10.0%"));
    assert_eq!(better.points, "down 40.0");
    assert!(moved.worse.is_empty());
}

#[test]
fn the_spread_is_told_from_chance_unless_too_many_are_hidden() {
    let spread = |children: Year| {
        let of = england([&children, &ALIKE]);
        let of_62 = of.spread.iter().find(|spread| spread.indicator.number == 62).unwrap();
        (of_62.finding.clone(), of_62.outside.clone())
    };
    assert_eq!(spread(ALIKE), ("Chance alone could bring this spread".to_owned(), "none".to_owned()));
    // Half at 10 and half at 50 of 100, around 30%: by the arcsine 5.2 and 4.1 standard errors of one twentieth, so that Q is
    // about 264, of which 11 are chance.
    let mut apart = [Some(10); 12];
    apart[6..].fill(Some(50));
    let beyond = "About 90% of the spread is beyond chance".to_owned();
    assert_eq!(spread(apart), (beyond, "6 better, 6 worse".to_owned()));
    // One of twelve hidden is less than a tenth; two are more.
    apart[0] = None;
    assert_eq!(spread(apart).0, "About 90% of the spread is beyond chance");
    apart[1] = None;
    assert_eq!(spread(apart).0, "Too many authorities are hidden to tell the spread from chance");
}

#[test]
fn what_is_hidden_is_counted_and_tells_nothing() {
    let mut children = ALIKE;
    children[0] = None;
    let of = england([&children, &ALIKE]);
    let shown = of.shown.iter().find(|shown| shown.indicator.number == 62).unwrap();
    assert_eq!(shown.counts, [11, 1, 0, 0, 0]);
    assert_eq!(of.headings.shown, "11 of 12 figures of authorities are shown");
    // The region of the hidden one has it by its symbol, without a dot.
    let region = stocktakes([&children, &ALIKE], 12).swap_remove(1);
    let areas = &region.areas[0];
    assert_eq!((areas.rows[0].value.text.as_str(), areas.rows[0].mark, areas.dots.rows[0]), ("[c]", None, None));
}

#[test]
fn children_are_counted_by_year_as_printed() {
    let population = england([&ALIKE; 2]).population;
    assert_eq!(population.years, ["2010", "2011"]);
    let row = population.rows.iter().find(|row| row.indicators == "NI 62").unwrap();
    assert_eq!(row.counts.iter().map(|count| count.text.as_str()).collect::<Vec<_>>(), ["1,200", "1,200"]);
    assert!(population.rows.iter().any(|row| row.indicators == "NI 99 and 100"), "the same children are one row");
    assert!(population.published.iter().any(|(measure, _)| measure == "Ceased at 16"));
}

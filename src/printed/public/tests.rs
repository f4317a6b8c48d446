//! What is worked out from printed figures, by hand.

use super::*;
use crate::benchmark::ComparedFigure;
use crate::benchmark::significance::Significance;
use crate::day::Day;
use crate::figures::Behind;
use crate::printed::print;
use crate::seeds::published::Symbol;
use crate::timeframe::{Basis, Timeframe};
use crate::wording::as_printed::AsPrinted;
use Printed::Confidential;

fn seeds() -> Seeds {
    Seeds::built_in().unwrap()
}

/// Barnet (302), or England, with so many of so many, printed by the usual profile.
fn printed(profile: &Profile, level: Level, indicator: u16, met: i64, all: i64) -> PrintedFigure {
    let [code, name] = if level == Level::National { ["E92000001", "England"] } else { ["302", "Barnet"] };
    PrintedFigure {
        level,
        code: code.to_owned(),
        name: name.to_owned(),
        region: (level == Level::LocalAuthority).then(|| "E12000007".to_owned()),
        indicator,
        group: None,
        unit: Unit::Percent,
        numbers: print::percentage(profile, level, met, all),
        behind: (level == Level::National).then_some(Behind { available: 152, listed: 152 }),
        cover_too_short: false,
        left_open: false,
        reliance: Reliance::Usable,
    }
}

fn table(year: i32, figures: Vec<PrintedFigure>) -> PrintedTable {
    let timeframe = Timeframe::new(Day::thirty_first_of_march(year), Basis::Rolling).unwrap();
    PrintedTable { timeframe, same_children: Vec::new(), figures }
}

fn barnet(compared: &Compared<PublicFigure>) -> &ComparedFigure<PublicFigure> {
    compared.list.iter().find(|compared| compared.figure.code() == "302").unwrap()
}

/// NI 62 of England and of Barnet in 2011 and 2010, with Barnet's numbers changed.
fn compared(now: impl Fn(&mut Numbers), before: impl Fn(&mut Numbers)) -> Compared<PublicFigure> {
    let seeds = seeds();
    let profile = &seeds.disclosure[0];
    let year = |year, met, change: &dyn Fn(&mut Numbers)| {
        let mut own = printed(profile, Level::LocalAuthority, 62, met, 200);
        change(&mut own.numbers);
        table(year, vec![printed(profile, Level::National, 62, 5_004, 50_000), own])
    };
    let [now, before] = [year(2011, 40, &now), year(2010, 20, &before)];
    let day = |table| PublicDay { table, profile, context: None };
    compare(day(&now), &[day(&before)], &seeds)
}

#[test]
fn exact_counts_of_an_authority_are_tested_and_rounded_ones_of_england_are_not() {
    let compared = compared(|_| {}, |_| {});
    let own = barnet(&compared);
    let change = own.change.as_ref().unwrap();
    // 40 of 200 after 20 of 200: 10.0 points, 3.0 to 17.0 by Newcombe's method 10.
    assert_eq!(
        (Tenths::of(change.points), change.significance, change.method),
        (Tenths(100), Significance::Worse, "newcombe_10")
    );
    let interval = change.interval.unwrap();
    assert_eq!([interval.lower, interval.upper].map(Tenths::of), [Tenths(30), Tenths(170)]);
    let england = compared.list.iter().find(|one| one.figure.level() == Level::National).unwrap();
    // 5,004 of 50,000 is printed as 10.0% of 50,000, with 5,000 of them: the percentage is not that of the counts.
    let standing = england.standing.as_ref().unwrap();
    assert_eq!((standing.counts, standing.shown.as_str(), standing.value), (None, "10.0", 10.0));
    assert_eq!(england.uncertainty.unwrap().method, "as_printed");
}

#[test]
fn of_a_hidden_figure_nothing_is_said_and_nothing_takes_its_place() {
    let hide =
        |numbers: &mut Numbers| *numbers = Numbers { denominator: Printed::Number(200), ..Numbers::all(Confidential) };
    let compared = compared(hide, |_| {});
    let own = barnet(&compared);
    assert_eq!((&own.standing, &own.uncertainty, own.placed.is_none(), &own.change), (&None, &None, true, &None));
    assert_eq!(own.years[0].known.symbol, Some(Symbol::Confidential));
    assert!(own.comparators.iter().all(|comparator| comparator.points.is_none() && comparator.significance.is_none()));
    assert!(own.funnel.is_none() && own.trending.is_none());
}

#[test]
fn how_far_a_figure_can_be_relied_upon_is_read_from_its_table() {
    let seeds = seeds();
    let profile = &seeds.disclosure[0];
    for (reliance, cover_too_short, said) in [
        (Reliance::Usable, false, ""),
        (Reliance::WithCare, false, "with care"),
        (Reliance::WithCare, true, "with care"),
        (Reliance::NotUsable, false, "unreliable: its returns are incomplete or in doubt"),
    ] {
        let own = printed(profile, Level::LocalAuthority, 62, 40, 200);
        let table = table(2011, vec![PrintedFigure { reliance, cover_too_short, ..own }]);
        let compared = compare(PublicDay { table: &table, profile, context: None }, &[], &seeds);
        assert_eq!(PublicFigure::note(barnet(&compared)), said);
    }
}

#[test]
fn there_is_no_change_from_a_year_that_is_hidden() {
    let hide = |numbers: &mut Numbers| *numbers = Numbers::all(Confidential);
    let compared = compared(|_| {}, hide);
    let own = barnet(&compared);
    assert_eq!((own.standing.as_ref().unwrap().shown.as_str(), own.change.is_none()), ("20.0", true));
    assert_eq!(own.years[1].known.symbol, Some(Symbol::Confidential));
}

#[test]
fn intervals_are_those_that_are_printed() {
    let compared = compared(|numbers| numbers.lower = Printed::Number(7), |_| {});
    assert_eq!(barnet(&compared).uncertainty.unwrap().at_95.lower, 0.7);
}

#[test]
fn a_range_that_is_not_printed_reaches_as_far_as_its_class_allows_and_one_child_moves_it() {
    let seeds = seeds();
    let profile = &seeds.disclosure[0];
    let ends = |reliance, left_open, [met, all]: [i64; 2]| {
        let own = printed(profile, Level::LocalAuthority, 62, met, all);
        let table = table(2011, vec![PrintedFigure { reliance, left_open, ..own }]);
        let standing = PublicDay { table: &table, profile, context: None }.figures(&seeds.quality)[0]
            .standing(Unit::Percent, 2011);
        let standing = standing.unwrap();
        (standing.left_open.unwrap().map(Tenths::of), standing.settled)
    };
    let tenths = |low, high| [Tenths(low), Tenths(high)];
    // Usable is up to 2 points wide, with care up to 10, of rounded values.
    assert_eq!(ends(Reliance::Usable, true, [40, 200]), (tenths(179, 221), false));
    assert_eq!(ends(Reliance::WithCare, true, [40, 200]), (tenths(99, 301), false));
    // One of 8 children moves a percentage by 12.5.
    assert_eq!(ends(Reliance::WithCare, true, [6, 8]), (tenths(623, 877), false));
    assert_eq!(ends(Reliance::NotUsable, true, [40, 200]).0, tenths(0, 1000));
    assert_eq!(ends(Reliance::Usable, false, [199, 200]), (tenths(974, 1000), true));
}

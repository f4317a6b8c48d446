//! Means of scores, whose sum is printed nowhere.

use super::*;

/// NI 58 of a place: so many scored, and the sum of their scores.
fn scores(level: Level, code: &str, scored: u64, sum: u64, of: Option<u32>) -> Figure {
    Figure {
        level,
        code: code.to_owned(),
        name: code.to_owned(),
        indicator: 58,
        status: Status::Ok,
        numerator: sum,
        squares: sum * 15,
        denominator: scored,
        population: scored,
        cover_too_short: false,
        behind: of.map(|authorities| Behind { available: authorities, listed: authorities }),
        doubt: Default::default(),
    }
}

#[test]
fn the_limits_of_a_mean_tell_it_more_exactly_than_it_is_printed() {
    // 477 of 31 is 15.4, so the sum is 476 to 478; between 13.0 and 17.7 lies 15.35, a twentieth off at most, so it is 475
    // to 477. The region's 627 of 39, 16.1, is 626 to 629; its lower limit of 0 says nothing.
    let list = [
        scores(Level::National, ENGLAND_CODE, 39, 627, Some(2)),
        scores(Level::Regional, "E12000000", 39, 627, Some(2)),
        scores(Level::LocalAuthority, "110", 8, 150, None),
        scores(Level::LocalAuthority, "210", 31, 477, None),
    ];
    let country = vec![vec![(8, [0, 0]), (31, [0, 0])]];
    let profile = Profile { round_totals: 1, ..profile("both-sides") };
    let seeds = Seeds::built_in().unwrap();
    let exact: Vec<(&Figure, Reliance)> = list.iter().map(|figure| (figure, Reliance::Usable)).collect();
    let mut draft = Draft::of(day(), (&exact, &Decided::new()), &profile, &authorities(&country), &seeds.indicators);
    let set = |draft: &mut Draft, place: usize, limits: [i64; 2]| {
        let numbers = &mut draft.table.figures[place].numbers;
        [numbers.lower, numbers.upper] = limits.map(Printed::Number);
    };
    (0..2).for_each(|place| set(&mut draft, place, [0, 400]));
    let sums = |draft: &Draft| {
        let attacked = attack_table(&target(draft, &profile), Aim::Intervals).unwrap();
        let one = attacked.iter().find(|one| one.figure == 2 && one.part == Part::Value).unwrap();
        (one.interval.range.least, one.interval.range.most)
    };
    set(&mut draft, 3, [0, 400]);
    assert_eq!(sums(&draft), (148, 153), "by the value alone");
    set(&mut draft, 3, [130, 177]);
    assert_eq!(sums(&draft), (149, 153), "and by the limits");
}

#[test]
fn a_mean_of_few_scores_is_not_worked_out_from_its_region() {
    let behind = Some(3);
    let list = [
        scores(Level::National, ENGLAND_CODE, 108, 1500, behind),
        scores(Level::Regional, "E12000000", 108, 1500, behind),
        scores(Level::LocalAuthority, "110", 8, 150, None),
        scores(Level::LocalAuthority, "210", 40, 550, None),
        scores(Level::LocalAuthority, "310", 60, 800, None),
    ];
    let country = vec![vec![(8, [0, 0]), (40, [0, 0]), (60, [0, 0])]];
    let profile = profile("both-sides");
    let draft = protected(&list, &country, &profile);
    assert_eq!(draft.reason(2, Part::Value), Some(Reason::Denominator));
    assert_eq!(draft.reason(3, Part::Value), Some(Reason::Secondary), "the next smallest");
    assert!(!draft.is_hidden(4, Part::Value) && !draft.is_hidden(1, Part::Value));
    let attacked = attack_table(&target(&draft, &profile), Aim::Intervals).unwrap();
    assert!(
        attacked.iter().all(|one| one.interval.range.contains(truth(&list[one.figure], one.part)) && !one.is_breach())
    );
}

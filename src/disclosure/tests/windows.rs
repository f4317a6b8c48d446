//! Windows of the same children: what two tables tell of a third, and of what is printed nowhere.

use super::*;
use crate::attack::earlier::Earlier;
use crate::disclosure::left_out::left_out;
use crate::disclosure::{DayToProtect, protect};
use crate::printed::Numbers;
use crate::printed::published::Published;
use crate::seeds::indicators::IndicatorSeed;

fn indicators() -> Vec<IndicatorSeed> {
    Seeds::built_in().unwrap().indicators
}

/// NI 147 of three authorities of one region: the first as given, the others with many children, fewer since April.
fn country(first: (u64, u64), basis: Basis) -> Country {
    let others =
        if basis == Basis::Rolling { [(400, [200, 0]), (300, [170, 0])] } else { [(90, [44, 0]), (80, [41, 0])] };
    vec![vec![(first.1, [first.0, 0]), others[0], others[1]]]
}

fn day_of(year: i32, month: i32, basis: Basis) -> Timeframe {
    let months = 12 * (year - 2011) + month - 3;
    Timeframe::new(Day::thirty_first_of_march(2011).plus_days(1).plus_months(months).plus_days(-1), basis).unwrap()
}

/// The first authority's place in the table.
const FIRST: usize = 2;

fn draft_of<'run>(list: &'run [Figure], timeframe: Timeframe, profile: &'run Profile) -> Draft<'run> {
    let list: Vec<(&Figure, Reliance)> = list.iter().map(|figure| (figure, Reliance::Usable)).collect();
    let authorities = authorities(&country((1, 1), Basis::Rolling));
    Draft::of(timeframe, (&list, &Decided::new()), profile, &authorities, &indicators())
}

/// The table of a day with the first authority's numbers, as it is printed by the rule alone.
fn published(first: (u64, u64), timeframe: Timeframe, profile: &Profile) -> Published {
    let list = figures(&country(first, timeframe.basis), &[147]);
    let table = draft_of(&list, timeframe, profile).table;
    Published {
        folder: format!("{}", timeframe.as_at).into(),
        profile: profile.clone(),
        table,
        with_groups: None,
        context: None,
    }
}

/// To June 2011 from April: 2 of 9. The year to March 2011 has 20 of 40, of these in the quarter to June 2010 8 of 12, and
/// the year to June 2011 14 of 37: 20 - 8 + 2, and 40 - 12 + 9.
fn both_bases(profile: &Profile) -> [Published; 3] {
    [
        published((20, 40), day_of(2011, 3, Basis::Rolling), profile),
        published((14, 37), day_of(2011, 6, Basis::Rolling), profile),
        published((8, 12), day_of(2010, 6, Basis::YearToDate), profile),
    ]
}

fn attacked(now: &Draft<'_>, profile: &Profile, published: &[Published], together: &[Published]) -> Vec<Attacked> {
    let earlier = Earlier::of(&now.table, published, together, &indicators());
    let target = Target { table: &now.table, profile, earlier: &earlier, ruled: &WHY_IS_NOT_SAID };
    attack_table(&target, Aim::Intervals).unwrap()
}

#[test]
fn a_quarter_follows_from_two_years_and_the_quarter_of_the_year_before() {
    let profile = profile("sfr-2011");
    let list = figures(&country((2, 9), Basis::YearToDate), &[147]);
    let mut now = draft_of(&list, day_of(2011, 6, Basis::YearToDate), &profile);
    // So that the region does not give it away.
    [FIRST + 1, FIRST + 2].into_iter().for_each(|place| now.suppress(place, Part::Numerator, Some(Reason::Secondary)));
    let tables = both_bases(&profile);
    let of_first = |published: &[Published], together: &[Published]| {
        let found = attacked(&now, &profile, published, together);
        let one =
            found.into_iter().find(|one| one.figure == FIRST && one.part == Part::Numerator && one.window.is_none());
        let one = one.unwrap();
        ([one.interval.range.least, one.interval.range.most], one.is_breach())
    };
    assert_eq!(of_first(&tables, &[]), ([2, 2], false), "nothing can be done about what was published already");
    assert_eq!(of_first(&tables[..2], &tables[2..]), ([2, 2], true), "but what is published with it need not be");
    let without = of_first(&tables[..2], &[]);
    assert!(without.0[1] - without.0[0] + 1 >= 3 && !without.1, "{without:?}");
}

#[test]
fn what_two_cumulative_quarters_leave_is_a_breach_unless_one_does_without() {
    // 8 of 12 to June and 10 of 30 to September: 2 of 18 in the quarter to September, which no table prints.
    let profile = profile("sfr-2011");
    let seeds = Seeds { authorities: authorities(&country((1, 1), Basis::Rolling)), ..Seeds::built_in().unwrap() };
    let lists = [(8, 12), (10, 30)].map(|first| figures(&country(first, Basis::YearToDate), &[147]));
    let days = [day_of(2011, 6, Basis::YearToDate), day_of(2011, 9, Basis::YearToDate)];
    let mut drafts = [0, 1].map(|at| draft_of(&lists[at], days[at], &profile));
    let tables = [published((8, 12), days[0], &profile), published((10, 30), days[1], &profile)];
    let breaches = |drafts: &[Draft<'_>; 2], other: &[Published]| {
        attacked(&drafts[1], &profile, &[], other).into_iter().filter(Attacked::is_breach).collect::<Vec<_>>()
    };
    let found = breaches(&drafts, &tables[..1]);
    assert_eq!((found.len(), found[0].figure, found[0].part), (1, FIRST, Part::Numerator));
    let window = [Day::thirty_first_of_march(2011).plus_days(1).plus_months(3), days[1].as_at];
    assert_eq!(found[0].window, Some(window));
    // Beside June as it was published, September does without.
    let list: Vec<(&Figure, Reliance)> = lists[1].iter().map(|figure| (figure, Reliance::Usable)).collect();
    let day = DayToProtect { timeframe: days[1], figures: list, decided: &Decided::new(), groups: &[] };
    let protected = protect(&[day], &profile, &seeds, &tables[..1]).unwrap();
    assert_eq!(protected[0].left_out(), [61, 147, 148]);
    drafts[1].table = protected[0].table().clone();
    assert_eq!(drafts[1].table.figures[FIRST].numbers.numerator, Printed::NotAvailable);
    assert!(breaches(&drafts, &tables[..1]).is_empty());
}

#[test]
fn flows_are_left_out_of_days_that_add_up_with_later_ones_or_with_what_was_published() {
    let profile = profile("sfr-2011");
    let (year, quarter) = (Basis::Rolling, Basis::YearToDate);
    let printed = |days: &[(i32, i32, Basis)]| -> Vec<Published> {
        days.iter().map(|&(year, month, basis)| published((8, 12), day_of(year, month, basis), &profile)).collect()
    };
    let which = |days: &[(i32, i32, Basis)], before: &[(i32, i32, Basis)]| {
        let days: Vec<_> = days.iter().map(|&(year, month, basis)| day_of(year, month, basis)).collect();
        left_out(&days, &printed(before), &[61, 147, 148])
    };
    // Of cumulative days, the last of each year keeps them; years that overlap tell nothing by themselves.
    let days = [(2011, 3, quarter), (2011, 6, quarter), (2011, 9, quarter)];
    assert_eq!(which(&days, &[]), [false, true, false]);
    assert_eq!(which(&[(2011, 3, year), (2011, 6, year), (2011, 9, year)], &[]), [false; 3]);
    // The quarter to June is told by the two years and the quarter of the year before.
    let before = [(2011, 3, year), (2011, 6, year), (2010, 6, quarter)];
    assert_eq!(which(&[(2011, 6, quarter)], &before), [true]);
    assert_eq!(which(&[(2011, 6, quarter)], &before[..1]), [false]);
    // What was published without them tells nothing.
    let mut without = printed(&before);
    for Published { table, .. } in &mut without[..2] {
        table.figures.iter_mut().for_each(|figure| figure.numbers = Numbers::all(Printed::NotAvailable));
    }
    let now = printed(&[(2011, 6, quarter)]);
    assert_eq!(left_out(&[now[0].table.timeframe], &without, &[147]), [false]);
    assert!(Earlier::of(&now[0].table, &without, &[], &indicators()).iter().all(|earlier| !earlier.adds_up(147)));
}

#[test]
fn years_that_do_not_overlap_tell_nothing_of_each_other() {
    let profile = profile("sfr-2011");
    let now = published((2, 9), day_of(2011, 3, Basis::Rolling), &profile).table;
    let before = [published((8, 12), day_of(2010, 3, Basis::Rolling), &profile)];
    assert!(Earlier::of(&now, &before, &[], &indicators()).is_empty());
    assert!(Earlier::of(&now, &[], &before, &indicators()).is_empty());
}

#[test]
fn a_day_is_attacked_with_the_days_that_share_an_equation_with_it() {
    let profile = profile("sfr-2011");
    let printed = |days: &[(i32, i32, Basis)]| {
        days.iter().map(|&(year, month, basis)| published((8, 12), day_of(year, month, basis), &profile)).collect()
    };
    let beside = |now: (i32, i32, Basis), others: &[(i32, i32, Basis)]| {
        let tables: Vec<Published> = printed(&[now]);
        let others: Vec<Published> = printed(others);
        Earlier::of(&tables[0].table, &[], &others, &indicators()).len()
    };
    let (year, quarter) = (Basis::Rolling, Basis::YearToDate);
    // Years that overlap leave the quarters in which they differ, but neither by itself.
    assert_eq!(beside((2011, 3, year), &[(2010, 6, year), (2010, 9, year), (2010, 12, year), (2009, 12, year)]), 0);
    // Cumulative quarters of one year leave the quarters themselves; those of another year do not come in.
    assert_eq!(beside((2011, 6, quarter), &[(2011, 9, quarter), (2011, 12, quarter)]), 2);
    // A table that is there again, as that of the day itself or of a year in two reports, counts once.
    assert_eq!(beside((2011, 6, quarter), &[(2011, 6, quarter), (2011, 9, quarter), (2011, 9, quarter)]), 1);
    assert_eq!(beside((2011, 6, quarter), &[(2011, 3, year), (2010, 9, quarter)]), 0);
    // June is the year to June without the year to March, and June before.
    assert_eq!(beside((2011, 6, quarter), &[(2011, 6, year), (2011, 3, year), (2010, 6, quarter)]), 3);
    assert_eq!(beside((2011, 3, year), &[(2011, 6, year), (2010, 6, quarter)]), 2);
    assert_eq!(beside((2011, 3, year), &[(2011, 6, year), (2009, 6, quarter)]), 0);
}

//! What was published already of the same children, or of the same children before a correction.

use super::*;
use crate::attack::agreeing;
use crate::attack::earlier::Earlier;
use crate::disclosure::time::{suppress_alike, suppress_as_before};
use crate::printed::published::Published;
use crate::printed::{Printed, PrintedTable};
use crate::seeds::indicators::IndicatorSeed;

fn indicators() -> Vec<IndicatorSeed> {
    Seeds::built_in().unwrap().indicators
}

/// Three authorities of one region: 3 of 20, 40 of 60 and 30 of 50, so 73 of 130.
fn country() -> Country {
    vec![vec![(20, [3, 0]), (60, [40, 0]), (50, [30, 0])]]
}

/// Counts of 1 to 5 are hidden and no percentage is shown; regions and England are rounded.
fn counts_alone(round_totals: i64) -> Profile {
    Profile { complements: false, percentage_denominator_to: 1000, round_totals, ..profile("both-sides") }
}

fn published(table: &PrintedTable, profile: &Profile) -> Vec<Published> {
    vec![Published {
        folder: "last".into(),
        profile: profile.clone(),
        table: table.clone(),
        with_groups: None,
        context: None,
    }]
}

/// Protected together with what was published already.
fn protected_after<'run>(
    list: &'run [Figure],
    country: &Country,
    profile: &'run Profile,
    published: &[Published],
) -> Draft<'run> {
    let mut draft = open(list, country, profile);
    let earlier = Earlier::of(&draft.table, published, &[], &indicators());
    suppress_as_before(&mut draft, &earlier, profile);
    suppress_more(&mut draft, Attacker { profile, earlier: &earlier }, &|_| true).unwrap();
    draft
}

fn open<'run>(list: &'run [Figure], country: &Country, profile: &'run Profile) -> Draft<'run> {
    let seeds = Seeds::built_in().unwrap();
    let list: Vec<(&Figure, Reliance)> = list.iter().map(|figure| (figure, Reliance::Usable)).collect();
    Draft::of(day(), (&list, &Decided::new()), profile, &authorities(country), &seeds.indicators)
}

fn attacked_with(table: &PrintedTable, profile: &Profile, published: &[Published]) -> Vec<Attacked> {
    let earlier = Earlier::of(table, published, &[], &indicators());
    attack_table(&Target { table, profile, earlier: &earlier, ruled: &WHY_IS_NOT_SAID }, Aim::Intervals).unwrap()
}

/// England, its region, and the authorities of 3 of 20, 40 of 60 and 30 of 50.
const ENGLAND: usize = 0;
const REGION: usize = 1;
const FIRST: usize = 2;
const SECOND: usize = 3;
const THIRD: usize = 4;

fn hide(table: &mut PrintedTable, places: &[usize]) {
    places.iter().for_each(|&place| table.figures[place].numbers.numerator = Printed::Confidential);
}

/// What is left of the first authority's numerator where the second's and third's were shown, the region's not, and
/// now the region's is, to the nearest `base`, and theirs are not.
fn left_of_the_first(base: i64) -> Attacked {
    let (country, then, now) = (country(), counts_alone(1), counts_alone(base));
    let list = figures(&country, &[62]);
    let mut table_then = open(&list, &country, &then).table;
    hide(&mut table_then, &[ENGLAND, REGION]);
    let mut table_now = open(&list, &country, &now).table;
    hide(&mut table_now, &[SECOND, THIRD]);
    let alone = attacked_with(&table_now, &now, &[]);
    assert!(!alone.iter().any(Attacked::is_breach), "each table by itself gives nothing away");
    assert!(!attacked_with(&table_then, &then, &[]).iter().any(Attacked::is_breach));
    let found = attacked_with(&table_now, &now, &published(&table_then, &then));
    let second = found.iter().find(|one| one.figure == SECOND && one.part == Part::Numerator).unwrap();
    assert_eq!((second.interval.range.integers(), second.already, second.is_breach()), (1, Some(1), false));
    found.into_iter().find(|one| one.figure == FIRST && one.part == Part::Numerator).unwrap()
}

#[test]
fn two_tables_together_leave_three_whole_numbers_or_two() {
    // To the nearest 3, 73 is 72: 71 to 73, less 40 and 30 is 1 to 3.
    let three = left_of_the_first(3);
    assert_eq!([three.interval.range.least, three.interval.range.most], [1, 3]);
    assert!(!three.is_breach());
    // To the nearest 2 it is 74: 73 or 74, so 3 or 4.
    let two = left_of_the_first(2);
    assert_eq!([two.interval.range.least, two.interval.range.most], [3, 4]);
    assert!(two.is_breach() && two.already.is_none());
    assert!(two.because.iter().any(|why| why.contains("is as in last")), "{:?}", two.because);
}

#[test]
fn what_was_told_already_is_no_new_breach() {
    let (country, now) = (country(), counts_alone(100));
    let list = figures(&country, &[62]);
    for (base, already) in [(3, None), (2, Some(2))] {
        // Authorities to the nearest 3: 40 is 39, which is 38 to 40; to the nearest 2 it is 40 or 39.
        let then = Profile { round_authorities: base, ..counts_alone(100) };
        let table_then = open(&list, &country, &then).table;
        let mut table_now = open(&list, &country, &now).table;
        hide(&mut table_now, &[SECOND]);
        let found = attacked_with(&table_now, &now, &published(&table_then, &then));
        let second = found.iter().find(|one| one.figure == SECOND && one.part == Part::Numerator).unwrap();
        assert_eq!((second.already, second.is_breach()), (already, false), "to the nearest {base}");
    }
}

#[test]
fn a_table_published_twice_hides_nothing_more() {
    let (country, profile) = (country(), profile("both-sides"));
    let list = figures(&country, &[62]);
    let first = protected(&list, &country, &profile).table;
    let again = protected_after(&list, &country, &profile, &published(&first, &profile));
    assert_eq!(again.table, first);
    assert!(attacked_with(&again.table, &profile, &published(&first, &profile)).iter().all(|one| !one.is_breach()));
}

#[test]
fn what_was_hidden_then_is_hidden_now_and_nothing_more() {
    let (country, profile) = (country(), profile("both-sides"));
    let list = figures(&country, &[62]);
    // One of the second and the third would be hidden; then it was the other.
    let fresh = protected(&list, &country, &profile);
    let is_hidden = |place: &usize| fresh.reason(*place, Part::Numerator) == Some(Reason::Secondary);
    let (one, other) = if is_hidden(&SECOND) { (SECOND, THIRD) } else { (THIRD, SECOND) };
    assert!(is_hidden(&one) && !is_hidden(&other));
    let mut then = open(&list, &country, &profile).table;
    then.figures[other].numbers = crate::printed::Numbers {
        denominator: then.figures[other].numbers.denominator,
        ..crate::printed::Numbers::all(Printed::Confidential)
    };
    let now = protected_after(&list, &country, &profile, &published(&then, &profile));
    assert_eq!(now.reason(other, Part::Numerator), Some(Reason::Time));
    assert_eq!(now.reason(one, Part::Numerator), None);
}

#[test]
fn what_was_shown_then_hides_nothing_now() {
    // The second and third were shown, and the region to the nearest hundred: nothing but the region can be hidden now.
    let (country, then, now) = (country(), counts_alone(100), counts_alone(1));
    let list = figures(&country, &[62]);
    let table_then = open(&list, &country, &then).table;
    let draft = protected_after(&list, &country, &now, &published(&table_then, &then));
    let hidden = [ENGLAND, REGION, FIRST, SECOND, THIRD].map(|place| draft.reason(place, Part::Numerator));
    assert_eq!(hidden, [Some(Reason::Secondary), Some(Reason::Secondary), Some(Reason::Count), None, None]);
    assert!(!protected(&list, &country, &now).is_hidden(REGION, Part::Numerator), "but for that, it is shown");
}

#[test]
fn a_figure_that_was_revised_is_not_set_equal_and_neither_are_its_wholes() {
    let (country, profile) = (country(), counts_alone(1));
    let list = figures(&country, &[62]);
    let now = open(&list, &country, &profile).table;
    let revised = vec![vec![(20, [3, 0]), (60, [41, 0]), (50, [30, 0])]];
    let list_then = figures(&revised, &[62]);
    let then = published(&open(&list_then, &revised, &profile).table, &profile);
    let earlier = Earlier::of(&now, &then, &[], &indicators());
    assert_eq!(earlier[0].revised(&now, &profile).into_iter().collect::<Vec<_>>(), [ENGLAND, REGION, SECOND]);
    let places: Vec<usize> = (0..now.figures.len()).collect();
    let target = Target { table: &now, profile: &profile, earlier: &earlier, ruled: &WHY_IS_NOT_SAID };
    let same: Vec<usize> = earlier[0].beside(&target, &places).unwrap().same.iter().map(|[now, _]| *now).collect();
    assert_eq!(same, [FIRST, THIRD]);
    // Rounded alike, the wholes could be the same, were not the second in them.
    let [coarse, then] = [&list, &list_then].map(|list| open(list, &country, &counts_alone(100)).table.clone());
    let then = published(&then, &counts_alone(100));
    let earlier = Earlier::of(&coarse, &then, &[], &indicators());
    let target = Target { table: &coarse, profile: &counts_alone(100), earlier: &earlier, ruled: &WHY_IS_NOT_SAID };
    let same: Vec<usize> = earlier[0].beside(&target, &places).unwrap().same.iter().map(|[now, _]| *now).collect();
    assert_eq!(same, [FIRST, THIRD]);
}

#[test]
fn tables_are_not_taken_together_where_a_hidden_number_was_revised() {
    // The first was 4, and the region 74; the third was hidden with it, as it is now.
    let (country, profile) = (country(), counts_alone(1));
    let list = figures(&country, &[62]);
    let now = protected(&list, &country, &profile).table;
    let before = vec![vec![(20, [4, 0]), (60, [40, 0]), (50, [30, 0])]];
    let list_then = figures(&before, &[62]);
    let places: Vec<usize> = (0..now.figures.len()).collect();
    for (list, agreeing_tables) in [(&list, 1), (&list_then, 0)] {
        let then = published(&protected(list, &country, &profile).table, &profile);
        let earlier = Earlier::of(&now, &then, &[], &indicators());
        let target = Target { table: &now, profile: &profile, earlier: &earlier, ruled: &WHY_IS_NOT_SAID };
        assert_eq!(agreeing(&target, &places).len(), agreeing_tables);
        assert_eq!(attacked_with(&now, &profile, &then), attacked_with(&now, &profile, &[]));
    }
}

#[test]
fn another_day_and_other_authorities_are_other_numbers() {
    let (country, profile) = (country(), profile("both-sides"));
    let list = figures(&country, &[62]);
    let table = protected(&list, &country, &profile).table;
    let mut other = published(&table, &profile);
    other[0].table.timeframe = Timeframe::new(Day::thirty_first_of_march(2010), Basis::Rolling).unwrap();
    assert!(Earlier::of(&table, &other, &[], &indicators()).is_empty());
    // At 31 March both bases have the same window.
    other[0].table.timeframe = Timeframe::new(Day::thirty_first_of_march(2011), Basis::YearToDate).unwrap();
    assert_eq!(Earlier::of(&table, &other, &[], &indicators())[0].twins(&table).count(), 5);
    for place in [ENGLAND, REGION] {
        other[0].table.figures[place].behind = Some(Behind { available: 2, listed: 3 });
    }
    let earlier = Earlier::of(&table, &other, &[], &indicators());
    assert_eq!(earlier[0].twins(&table).map(|(place, ..)| place).collect::<Vec<_>>(), [FIRST, SECOND, THIRD]);
}

#[test]
fn where_one_number_of_a_sum_has_nothing_left_to_hide_another_may() {
    // The region's 23 is known by what is shown of its first authority alone: the 23 of its denominator.
    let country = vec![vec![(23, [23, 0]), (12, [0, 11])], vec![(6, [3, 0]), (3, [1, 0])]];
    let (then, now) = (profile("round-5"), profile("both-sides"));
    let list = figures(&country, &[62]);
    let published = published(&protected(&list, &country, &then).table, &then);
    let draft = protected_after(&list, &country, &now, &published);
    assert!(!attacked_with(&draft.table, &now, &published).iter().any(Attacked::is_breach));
}

/// Protected by one profile after another, nothing is known too well and the truth is never ruled out.
fn is_protected_by_another(list: &[Figure], country: &Country, [then, now]: [&str; 2]) -> Result<(), TestCaseError> {
    let (then, now) = (profile(then), profile(now));
    let published = published(&protected(list, country, &then).table, &then);
    let draft = protected_after(list, country, &now, &published);
    for one in attacked_with(&draft.table, &now, &published) {
        prop_assert!(!one.is_breach(), "{one:?}");
        let truth = truth(&list[one.figure], one.part);
        prop_assert!(!one.interval.proven || one.interval.range.contains(truth), "{one:?}");
    }
    Ok(())
}

/// Countries of scores: the children who have one, and the sum of theirs.
fn scored(most: u64) -> impl Strategy<Value = Country> {
    let children = (0..=most).prop_flat_map(|of| (Just(of), (0..=40 * of).prop_map(|sum| [sum, 0])));
    prop::collection::vec(prop::collection::vec(children, 1..=3), 1..=3)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(150))]

    #[test]
    fn by_another_profile_before_nothing_more_is_told(country in countries(24), turned in any::<bool>()) {
        let profiles = if turned { ["round-5", "both-sides"] } else { ["both-sides", "round-5"] };
        is_protected_by_another(&figures(&country, &[62]), &country, profiles)?;
    }

    #[test]
    fn nor_is_anything_more_told_of_means(country in scored(24), turned in any::<bool>()) {
        let profiles = if turned { ["round-5", "both-sides"] } else { ["both-sides", "round-5"] };
        let mut list = figures(&country, &[58]);
        list.iter_mut().for_each(|figure| figure.squares = figure.numerator * figure.numerator);
        is_protected_by_another(&list, &country, profiles)?;
    }
}

#[test]
fn what_is_hidden_of_the_same_children_on_one_day_is_hidden_on_every_day() {
    let (country, profile) = (country(), profile("both-sides"));
    let list = figures(&country, &[62]);
    let mut drafts = [0, 1, 2].map(|_| open(&list, &country, &profile));
    let hidden = [(REGION, Part::Value), (SECOND, Part::Numerator), (THIRD, Part::Denominator)];
    for (day, (place, part)) in hidden.into_iter().enumerate() {
        drafts[day].suppress(place, part, Some(Reason::Secondary));
    }
    suppress_alike(&mut drafts, &indicators());
    for draft in &drafts {
        for (place, part) in hidden {
            assert!(draft.is_hidden(place, part), "{place} {part:?}");
        }
    }
    assert!(suppress_alike(&mut drafts, &indicators()).is_empty(), "nothing more is to be done");
}

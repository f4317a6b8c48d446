//! Groups of children: worked by hand, and made-up countries.

use super::*;
use crate::attack::attack;
use crate::disclosure::groups::protect_groups;
use crate::disclosure::to_protect::GroupToProtect;
use crate::printed::rule::of_percentage;
use crate::printed::{PrintedFigure, PrintedGroup, print};
use std::collections::BTreeMap;

/// Regions of authorities, each with its groups.
type Grouped = Vec<Vec<Vec<Children>>>;

/// All children of each authority.
fn of_all(grouped: &Grouped) -> Country {
    let sum = |groups: &Vec<Children>| {
        groups.iter().fold((0, [0, 0]), |(all, met), (of, also)| (all + of, [met[0] + also[0], met[1] + also[1]]))
    };
    grouped.iter().map(|region| region.iter().map(sum).collect()).collect()
}

/// The group of one place in the order of groups: every place has each.
fn of_group(grouped: &Grouped, group: usize) -> Country {
    grouped.iter().map(|region| region.iter().map(|groups| groups[group]).collect()).collect()
}

fn groups(grouped: &Grouped, indicators: &[u16]) -> Vec<GroupToProtect> {
    let many = grouped[0][0].len();
    let each: Vec<Vec<Figure>> = (0..many).map(|group| figures(&of_group(grouped, group), indicators)).collect();
    let named = |group: usize| PrintedGroup { dimension: "sex".to_owned(), name: group.to_string() };
    let place = |at: usize| (0..many).map(move |group| (at, group));
    let all = (0..each[0].len()).flat_map(place);
    all.map(|(at, group)| GroupToProtect { figure: each[group][at].clone(), group: named(group) }).collect()
}

/// The draft with its groups protected, and what of all children is printed before.
fn with_groups<'run>(
    list: &'run [Figure],
    grouped: &Grouped,
    indicators: &[u16],
    profile: &'run Profile,
) -> (Draft<'run>, Vec<PrintedFigure>) {
    let mut draft = protected(list, &of_all(grouped), profile);
    let before = draft.table.figures.clone();
    protect_groups(&mut draft, &groups(grouped, indicators), Attacker { profile, earlier: &[] }).unwrap();
    (draft, before)
}

/// What is hidden of the groups of an authority: for each group, whether its numerator and its denominator are.
fn hidden(draft: &Draft<'_>, code: &str) -> Vec<[bool; 2]> {
    let groups = draft.table.figures.iter().enumerate().filter(|(_, one)| one.code == code && one.group.is_some());
    groups.map(|(place, _)| [Part::Numerator, Part::Denominator].map(|part| draft.is_hidden(place, part))).collect()
}

/// As the releases were, with regions of which the percentage tells no more than the rounded counts.
fn vague() -> Profile {
    Profile { rounded_percentages: true, ..profile("sfr-2011") }
}

#[test]
fn a_hidden_group_takes_another_of_its_place_with_it_and_no_more() {
    // 2 of 30, 18 of 40 and 25 of 50: the place's 45 of 120 is shown, and 45 - 18 - 25 is 2.
    let grouped = vec![vec![vec![(30, [2, 0]), (40, [18, 0]), (50, [25, 0])], vec![(40, [20, 0]); 3]]];
    let (list, profile) = (figures(&of_all(&grouped), &[62]), vague());
    let (draft, before) = with_groups(&list, &grouped, &[62], &profile);
    assert_eq!(draft.table.figures[..before.len()], before, "nothing of all children is hidden for a group");
    let hidden = hidden(&draft, "110");
    assert_eq!(hidden[0], [true, false]);
    let others: Vec<_> = hidden[1..].iter().filter(|other| **other != [false, false]).collect();
    assert_eq!(others, [&[true, false]]);
    assert_eq!(self::hidden(&draft, "210"), [[false; 2]; 3]);
}

#[test]
fn a_group_that_is_alone_is_hidden_with_its_place_and_takes_none_with_it() {
    // All three children who meet the test are of one group: the place's 3 is hidden too, and the others' noughts are shown.
    let grouped =
        vec![vec![vec![(30, [3, 0]), (40, [0, 0])], vec![(40, [24, 0]); 2], vec![(40, [20, 0]), (40, [19, 0])]]];
    let (list, profile) = (figures(&of_all(&grouped), &[62]), vague());
    let (draft, _) = with_groups(&list, &grouped, &[62], &profile);
    assert_eq!(hidden(&draft, "110"), [[true, false], [false, false]]);
}

#[test]
fn groups_do_not_give_away_what_is_hidden_of_all_children_to_protect_another() {
    // 3 of 20 is hidden, and with it 40 of 60, or the region's percentage would tell; 15 and 25 would tell the 40.
    let grouped = vec![
        vec![vec![(10, [3, 0]), (10, [0, 0])], vec![(20, [15, 0]), (40, [25, 0])]],
        vec![vec![(100, [50, 0]), (100, [50, 0])]],
    ];
    let (list, profile) = (figures(&of_all(&grouped), &[62]), profile("both-sides"));
    let (draft, before) = with_groups(&list, &grouped, &[62], &profile);
    let place = |code: &str| list.iter().position(|figure| figure.code == code).unwrap();
    assert!(draft.is_hidden(place("210"), Part::Numerator));
    assert_eq!(draft.table.figures[..before.len()], before);
    assert!(hidden(&draft, "210").iter().any(|[numerator, _]| *numerator), "{:?}", hidden(&draft, "210"));
}

#[test]
fn the_groups_of_a_region_take_those_of_another_authority_with_them() {
    // With exact regions the first group's 2 is what the region has more than the other authorities: a second authority
    // hides the same group, or the region does.
    let profile = Profile { round_totals: 1, ..profile("sfr-2011") };
    let grouped = vec![vec![
        vec![(30, [2, 0]), (40, [18, 0])],
        vec![(40, [20, 0]), (40, [15, 0])],
        vec![(40, [12, 0]), (40, [14, 0])],
    ]];
    let list = figures(&of_all(&grouped), &[62]);
    let (draft, _) = with_groups(&list, &grouped, &[62], &profile);
    let of_others = ["210", "310", "E12000000"].map(|code| hidden(&draft, code)[0][0]);
    assert!(of_others.contains(&true), "{of_others:?}");
    let by_owner = attack_table(&owners(&draft, &profile), Aim::Intervals).unwrap();
    assert!(by_owner.iter().all(|one| one.interval.proven && !one.is_breach()), "{by_owner:?}");
}

#[test]
fn four_groups_of_five_children_at_most_are_left_out_as_a_whole() {
    // Each of four groups has a child of the place's four or five, which the rule hides: each has 1 or 2. So all are hidden,
    // the fifth's nought with them.
    let one = (20, [1, 0]);
    let grouped = vec![vec![vec![one, one, one, one, (20, [0, 0])], vec![(40, [20, 0]); 5], vec![(40, [21, 0]); 5]]];
    let (list, profile) = (figures(&of_all(&grouped), &[62]), vague());
    let (draft, _) = with_groups(&list, &grouped, &[62], &profile);
    assert!(hidden(&draft, "110").iter().all(|[numerator, _]| *numerator), "{:?}", hidden(&draft, "110"));
    assert_eq!(hidden(&draft, "210"), [[false; 2]; 5]);
}

/// What each hidden count of a place can be, by trying every number for each of its groups.
fn by_hand(draft: &Draft<'_>, places: &[usize], profile: &Profile) -> Option<BTreeMap<(usize, Part), [i64; 2]>> {
    let figures = &draft.table.figures;
    let (all, groups) = places.split_first()?;
    if figures[*all].numbers.denominator == Printed::Confidential {
        return None;
    }
    let is_whole = groups.iter().all(|&group| figures[group].numbers.denominator == Printed::Confidential);
    let agrees = |place: usize, numerator: i64, denominator: i64| {
        let figure = &figures[place];
        let would_be = print::percentage(profile, figure.level, numerator, denominator).list();
        let hidden = of_percentage(profile, numerator, denominator);
        let hides = [hidden.numerator, hidden.denominator, hidden.value, hidden.value, hidden.value];
        let shown = figure.numbers.list();
        let is_nobody = denominator == 0 && figure.numbers.denominator == Printed::Confidential;
        (!is_nobody || is_whole && figure.group.is_some())
            && (0..5).all(|at| shown[at] == Printed::Confidential || shown[at] == would_be[at] && hides[at].is_none())
    };
    let ways = |place: usize| {
        let all = (0..=16).flat_map(|denominator| (0..=denominator).map(move |numerator| [numerator, denominator]));
        all.filter(|&[numerator, denominator]| agrees(place, numerator, denominator)).collect::<Vec<_>>()
    };
    let mut sums = vec![(Vec::new(), [0, 0])];
    for &group in groups {
        let of_group = ways(group);
        if sums.len() * of_group.len() > 40_000 {
            return None;
        }
        sums = sums
            .iter()
            .flat_map(|(counts, sum): &(Vec<[i64; 2]>, [i64; 2])| {
                of_group.iter().map(|&[n, d]| ([counts.clone(), vec![[n, d]]].concat(), [sum[0] + n, sum[1] + d]))
            })
            .collect();
    }
    sums.retain(|(_, [n, d])| agrees(*all, *n, *d));
    let mut found = BTreeMap::<(usize, Part), [i64; 2]>::new();
    for (counts, sum) in &sums {
        for (place, [n, d]) in groups.iter().zip(counts).map(|(place, both)| (*place, *both)).chain([(*all, *sum)]) {
            for (part, count) in [(Part::Numerator, n), (Part::Denominator, d)] {
                let seen = found.entry((place, part)).or_insert([count, count]);
                *seen = [seen[0].min(count), seen[1].max(count)];
            }
        }
    }
    Some(found)
}

/// Up to three regions of up to three authorities of two or three groups.
fn grouped(most: u64) -> impl Strategy<Value = Grouped> {
    (2usize..=3).prop_flat_map(move |many| {
        let children = (0..=most).prop_flat_map(|of| (Just(of), [0..=of, 0..=of]));
        let authority = prop::collection::vec(children, many);
        prop::collection::vec(prop::collection::vec(authority, 1..=3), 1..=3)
    })
}

fn are_protected(grouped: &Grouped, indicators: &[u16], profile: &Profile) -> Result<(), TestCaseError> {
    let list = figures(&of_all(grouped), indicators);
    let (draft, before) = with_groups(&list, grouped, indicators, profile);
    prop_assert_eq!(&draft.table.figures[..before.len()], &before, "nothing of all children is hidden for a group");
    let added = groups(grouped, indicators);
    let exact: Vec<&Figure> = list.iter().chain(added.iter().map(|group| &group.figure)).collect();
    let attacked = attack_table(&target(&draft, profile), Aim::Intervals).unwrap();
    let by_owner = attack_table(&owners(&draft, profile), Aim::Intervals).unwrap();
    for one in attacked.iter().chain(&by_owner) {
        prop_assert!(!one.is_breach(), "{:?} {:?}", one, draft.table.figures[one.figure]);
        prop_assert!(one.interval.range.contains(truth(exact[one.figure], one.part)), "{one:?}");
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn groups_of_made_up_countries_are_protected(
        country in grouped(12),
        name in prop::sample::select(vec!["sfr-2011", "both-sides", "dfe-2024", "round-5"]),
    ) {
        are_protected(&country, &[62], &profile(name))?;
    }

    #[test]
    fn larger_groups_are_protected_too(country in grouped(40)) {
        are_protected(&country, &[62], &profile("both-sides"))?;
    }

    #[test]
    fn the_attack_on_a_place_finds_what_trying_every_number_finds(country in grouped(5)) {
        let profile = profile("sfr-2011");
        let list = figures(&of_all(&country), &[62]);
        let (draft, _) = with_groups(&list, &country, &[62], &profile);
        let of_place = draft.table.figures.iter().enumerate().filter(|(_, figure)| figure.code == "110");
        let places: Vec<usize> = of_place.map(|(place, _)| place).collect();
        if let Some(found) = by_hand(&draft, &places, &profile) {
            for one in attack(&target(&draft, &profile), &places, Aim::Intervals).unwrap() {
                let range = one.interval.range;
                // Whoever supposes that what is hidden is small may know more, and never what is not so.
                let [least, most] = found[&(one.figure, one.part)];
                prop_assert!(least <= range.least && range.most <= most, "{one:?} {least} to {most}");
                if one.because.is_empty() && !one.is_breach() {
                    prop_assert_eq!([range.least, range.most], [least, most], "{:?}", one);
                }
            }
        }
    }
}

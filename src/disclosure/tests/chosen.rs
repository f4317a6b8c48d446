//! What is hidden to protect others, and what that costs.

use super::*;
use crate::disclosure::cost::Cost;
use crate::disclosure::secondary::suppress_in;

#[test]
fn the_least_that_protects_is_a_denominator_whose_percentage_is_hidden_anyway() {
    // 9 of 10 and 19 of 20: of the region's 48 of 70 the third's 20 leaves 28, so that one each does not meet the test.
    let country = vec![vec![(10, [9, 0]), (20, [19, 0]), (40, [20, 0])], vec![(60, [30, 0])]];
    let (list, profile) = (figures(&country, &[62]), profile("both-sides"));
    let protected = protected(&list, &country, &profile).finish();
    let lost: Vec<_> = protected.hidden().filter(|hidden| hidden.reason == Reason::Secondary).collect();
    // Of the region's 48 of 70, 68.6%, no other denominator than 70 is possible: so both are needed.
    assert!(lost.iter().all(|hidden| (hidden.part, hidden.is_least) == (Part::Denominator, Some(true))), "{lost:?}");
    assert_eq!(lost.iter().map(|hidden| hidden.figure.code.as_str()).collect::<Vec<_>>(), ["110", "210"]);
}

/// How much is lost of a region and its authorities beyond the rule, written down once more.
fn lost(draft: &Draft<'_>, places: &[usize]) -> [usize; 4] {
    let count = |part: Part, is_whole: bool| {
        let of = |place: &&usize| (draft.table.figures[**place].level == Level::Regional) == is_whole;
        places.iter().filter(of).filter(|&&place| draft.is_lost(place, part)).count()
    };
    let both = |part| count(part, true) + count(part, false);
    [count(Part::Value, true), count(Part::Value, false), both(Part::Numerator), both(Part::Denominator)]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn no_choice_at_all_that_loses_less_is_enough(
        region in prop::collection::vec((5_u64..=40).prop_flat_map(|of| (Just(of), [0..=of.min(9), 0..=0])), 1..=2),
        name in prop::sample::select(vec!["sfr-2011", "both-sides", "dfe-2024", "round-5"]),
    ) {
        let (country, profile) = (vec![region, vec![(60, [30, 0])]], profile(name));
        let (list, seeds) = (figures(&country, &[62]), Seeds::built_in().unwrap());
        let exact: Vec<(&Figure, Reliance)> = list.iter().map(|figure| (figure, Reliance::Usable)).collect();
        let mut draft = Draft::of(day(), (&exact, &Decided::new()), &profile, &authorities(&country), &seeds.indicators);
        let code = "E12000000";
        let is_there = |place: &usize| {
            list[*place].code == code || draft.table.figures[*place].region.as_deref() == Some(code)
        };
        let places: Vec<usize> = (0..list.len()).filter(is_there).collect();
        let numbers = places.iter().flat_map(|&place| [Part::Value, Part::Numerator, Part::Denominator].map(|part| (place, part)));
        let open: Vec<(usize, Part)> = numbers.filter(|&(place, part)| draft.is_open(place, part)).collect();
        let attacker = Attacker { profile: &profile, earlier: &[] };
        let suppressed = suppress_in(&mut draft, attacker, &places).unwrap();
        let least = lost(&draft, &places);
        suppressed.iter().for_each(|&(place, part)| draft.suppress(place, part, None));
        for choice in 0..1_u32 << open.len() {
            let some = || open.iter().enumerate().filter(|(at, _)| choice >> at & 1 == 1).map(|(_, number)| *number);
            some().for_each(|(place, part)| draft.suppress(place, part, Some(Reason::Secondary)));
            if lost(&draft, &places) < least {
                prop_assert!(!attacker.breaches(&draft, &places).unwrap().is_empty(), "{:?}", some().collect::<Vec<_>>());
            }
            some().for_each(|(place, part)| draft.suppress(place, part, None));
        }
    }
}

#[test]
fn what_hiding_costs_is_said_by_reason() {
    // 3 of 20, 40 of 60 that protects it, 4 of 5, nobody at all, and 25 of 50.
    let country = vec![vec![(20, [3, 0]), (60, [40, 0])], vec![(5, [4, 0]), (0, [0, 0]), (50, [25, 0]), (70, [30, 0])]];
    let (list, profile) = (figures(&country, &[62]), profile("both-sides"));
    let cost = Cost::of(&protected(&list, &country, &profile).finish());
    let said = cost.in_words();
    assert!(
        said.starts_with("4 of 5 percentages hidden: 1 few children, 1 small counts, 2 to protect others")
            || said.starts_with("3 of 5"),
        "{said}"
    );
    assert_eq!(cost.hidden(), said[..1].parse::<usize>().unwrap());
}

#[test]
fn among_what_loses_as_much_the_key_decides() {
    // 3 of 20 is protected by one of eight others, which the children's own hash chooses.
    let of_key = |key: u8| {
        // Counts of the region are exact, so that another percentage must go.
        let country = vec![[vec![(20, [3, 0])], vec![(60, [40, 0]); 8]].concat()];
        let (list, profile) = (figures(&country, &[62]), Profile { round_totals: 1, ..profile("sfr-2011") });
        let exact: Vec<(&Figure, Reliance)> = list.iter().map(|figure| (figure, Reliance::Usable)).collect();
        let decided = Decided::from([(62, [key; 32])]);
        let seeds = Seeds::built_in().unwrap();
        let mut draft = Draft::of(day(), (&exact, &decided), &profile, &authorities(&country), &seeds.indicators);
        suppress_more(&mut draft, Attacker { profile: &profile, earlier: &[] }, &|_| true).unwrap();
        (3..list.len())
            .filter(|&place| draft.reason(place, Part::Numerator) == Some(Reason::Secondary))
            .collect::<Vec<_>>()
    };
    let chosen: Vec<Vec<usize>> = (0..8).map(of_key).collect();
    assert!(chosen.iter().all(|chosen| chosen.len() == 1), "{chosen:?}");
    assert!(chosen.iter().any(|other| *other != chosen[0]), "not always the same: {chosen:?}");
    assert_eq!(chosen[3], of_key(3), "the same key, the same choice");
}

//! The attack of a reader who knows which numbers the rule hid, made again in another way: every numerator and denominator
//! of every authority of a region is tried, and sums of them are held against the region.

use super::*;
use crate::printed::{PrintedFigure, print};
use proptest::test_runner::{Config, RngSeed};
use std::collections::{BTreeMap, HashSet};

/// What one figure can be.
type Pairs = Vec<[i64; 2]>;

/// A run of the tests tries the same 64 countries each time; STOCKTAKE_COUNTRIES=2000 tries so many others, as chance has
/// them.
fn config() -> Config {
    let asked = std::env::var("STOCKTAKE_COUNTRIES").ok().and_then(|cases| cases.parse().ok());
    let rng_seed = if asked.is_some() { RngSeed::Random } else { RngSeed::Fixed(16) };
    Config { cases: asked.unwrap_or(64), rng_seed, failure_persistence: None, ..Config::default() }
}

/// Whether the rule hides a numerator, written down once more.
fn hides_numerator(profile: &Profile, [numerator, denominator]: [i64; 2]) -> bool {
    let small = profile.hidden_from..=profile.hidden_to;
    small.contains(&numerator) || profile.complements && small.contains(&(denominator - numerator))
}

/// Whether the figure would be printed so of these numbers, and for the reasons that it was.
fn agrees(draft: &Draft<'_>, profile: &Profile, place: usize, pair: [i64; 2]) -> bool {
    let figure = &draft.table.figures[place];
    let [numerator, denominator] = pair;
    let would_be = print::percentage(profile, figure.level, numerator, denominator).list();
    let shown = figure.numbers.list();
    let alike = (0..5).all(|at| shown[at] == Printed::Confidential || shown[at] == would_be[at]);
    let small = (profile.hidden_from..=profile.hidden_to).contains(&denominator);
    let by_rule = |part, hides: bool| {
        let is_shown = if part == Part::Numerator { shown[0] } else { shown[1] } != Printed::Confidential;
        draft.ruled.contains(&(place, part)) == hides || !is_shown && !draft.ruled.contains(&(place, part))
    };
    alike
        && by_rule(Part::Numerator, denominator > 0 && hides_numerator(profile, pair))
        && by_rule(Part::Denominator, denominator > 0 && small)
}

fn pairs(draft: &Draft<'_>, profile: &Profile, place: usize, most: i64) -> Pairs {
    let figure: &PrintedFigure = &draft.table.figures[place];
    let base = profile.base(figure.level);
    let near = |printed: Printed, least: i64, most: i64| match printed {
        Printed::Number(number) => (number - base).max(least)..=(number + base).min(most),
        _ => least..=most,
    };
    let least = i64::from(figure.numbers.denominator != Printed::Number(0));
    let mut found = Vec::new();
    for denominator in near(figure.numbers.denominator, least, most) {
        for numerator in near(figure.numbers.numerator, 0, denominator) {
            if agrees(draft, profile, place, [numerator, denominator]) {
                found.push([numerator, denominator]);
            }
        }
    }
    found
}

/// The smallest and largest that each number of a region's authorities can be, with so many children in it at most; none
/// where there is too much to try.
fn intervals(
    draft: &Draft<'_>,
    profile: &Profile,
    region: usize,
    most: i64,
) -> Option<BTreeMap<(usize, Part), [i64; 2]>> {
    const TOO_MANY: usize = 3_000_000;
    let code = &draft.table.figures[region].code;
    let list: Vec<usize> = (0..draft.table.figures.len())
        .filter(|&place| draft.table.figures[place].region.as_ref() == Some(code))
        .collect();
    let wholes: HashSet<[i64; 2]> = pairs(draft, profile, region, most).into_iter().collect();
    let of_places: Vec<Pairs> = list.iter().map(|&place| pairs(draft, profile, place, most)).collect();
    // The sums of the first so many, and of the last.
    let add = |sums: &HashSet<[i64; 2]>, pairs: &Pairs| -> Option<HashSet<[i64; 2]>> {
        let all = || sums.iter().flat_map(|sum| pairs.iter().map(move |pair| [sum[0] + pair[0], sum[1] + pair[1]]));
        (sums.len() * pairs.len() <= TOO_MANY).then(|| all().filter(|sum| sum[1] <= most).collect())
    };
    let mut before = vec![HashSet::from([[0, 0]])];
    for pairs in &of_places {
        before.push(add(before.last()?, pairs)?);
    }
    let mut after = wholes;
    let mut found = BTreeMap::new();
    for (at, &place) in list.iter().enumerate().rev() {
        // What the whole leaves for this one and those before it.
        if before[at].len() * of_places[at].len() > TOO_MANY || after.len() * of_places[at].len() > TOO_MANY {
            return None;
        }
        let mut left = HashSet::new();
        for pair in &of_places[at] {
            let mut is_possible = false;
            for sum in &after {
                let rest = [sum[0] - pair[0], sum[1] - pair[1]];
                if before[at].contains(&rest) {
                    is_possible = true;
                    left.insert(rest);
                }
            }
            for (part, count) in [Part::Numerator, Part::Denominator].into_iter().zip(pair).filter(|_| is_possible) {
                let seen = found.entry((place, part)).or_insert([*count, *count]);
                *seen = [seen[0].min(*count), seen[1].max(*count)];
            }
        }
        after = left;
    }
    Some(found)
}

/// The figures with all hidden that can be.
fn all_hidden<'run>(list: &'run [Figure], country: &Country, profile: &'run Profile) -> Draft<'run> {
    let mut draft = protected(list, country, profile);
    for place in 0..list.len() {
        for part in [Part::Denominator, Part::Numerator, Part::Value] {
            if draft.is_open(place, part) {
                draft.suppress(place, part, Some(Reason::Secondary));
            }
        }
    }
    draft
}

#[test]
fn what_the_rule_itself_tells_cannot_be_hidden() {
    // One each of 5 and of 6, and of the 11 in their region 2: hidden means 1 or 2, so two that make up one of these are 1.
    let (country, profile) = (vec![vec![(5, [1, 0]), (6, [1, 0])]], profile("round-5"));
    let list = figures(&country, &[62]);
    let draft = protected(&list, &country, &profile);
    assert!(!attack_table(&owners(&draft, &profile), Aim::Breaches).unwrap().iter().any(Attacked::is_breach));
    for draft in [draft, all_hidden(&list, &country, &profile)] {
        let found = intervals(&draft, &profile, 1, 16).unwrap();
        for place in [2, 3] {
            assert_eq!(found[&(place, Part::Numerator)], [1, 1]);
        }
    }
}

/// Regions with few children: two to eight authorities of 5 to 40, where many or few of them meet the test.
fn thinned() -> impl Strategy<Value = Country> {
    let children = (5_u64..=40, 0_u64..=100, any::<bool>()).prop_map(|(of, share, many)| {
        let few = of * share / 300;
        (of, [if many { of - few } else { few }, 0])
    });
    prop::collection::vec(prop::collection::vec(children, 2..=8), 1..=2)
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn whoever_knows_which_numbers_are_small_is_left_enough(
        country in thinned(),
        name in prop::sample::select(vec!["sfr-2011", "both-sides", "dfe-2024", "round-5"]),
    ) {
        let profile = profile(name);
        let list = figures(&country, &[62]);
        let draft = protected(&list, &country, &profile);
        for region in (0..list.len()).filter(|&place| list[place].level == Level::Regional) {
            let children = truth(&list[region], Part::Denominator);
            let most = children + profile.base(Level::Regional);
            let Some(found) = intervals(&draft, &profile, region, most) else { continue };
            // What is left with everything hidden: of that the rule itself tells the rest.
            let of_rule = || intervals(&all_hidden(&list, &country, &profile), &profile, region, 2 * most);
            for ((place, part), [least, most]) in found {
                if draft.is_hidden(place, part) {
                    prop_assert!((least..=most).contains(&truth(&list[place], part)));
                    let by_rule_alone = || of_rule().and_then(|of_rule| of_rule.get(&(place, part)).copied());
                    prop_assert!(
                        most - least + 1 >= profile.least_integers || by_rule_alone() == Some([least, most]),
                        "{place} {part:?}: {least} to {most}"
                    );
                }
            }
        }
    }
}

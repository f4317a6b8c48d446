//! Small countries, protected, attacked and compared with trying every number.

mod already;
mod by_hand;
mod by_rule;
mod chosen;
mod groups;
mod means;
mod reliance;
mod windows;

use super::attacker::Attacker;
use super::draft::Draft;
use super::order::Decided;
use super::secondary::suppress_more;
use crate::attack::earlier::{Target, WHY_IS_NOT_SAID};
use crate::attack::figures::Part;
use crate::attack::{Aim, Attacked, attack_table};
use crate::day::Day;
use crate::figures::{Behind, Figure, Status};
use crate::level::Level;
use crate::printed::Printed;
use crate::printed::rule::Reason;
use crate::seeds::Seeds;
use crate::seeds::authorities::{Authorities, ENGLAND_CODE, ENGLAND_NAME};
use crate::seeds::disclosure::Profile;
use crate::timeframe::{Basis, Timeframe};
use crate::verdict::Reliance;
use proptest::prelude::*;

/// The children of one authority: how many are in the denominator, and in the numerator of each indicator.
type Children = (u64, [u64; 2]);

/// Regions of authorities.
type Country = Vec<Vec<Children>>;

fn profile(name: &str) -> Profile {
    Seeds::built_in().unwrap().disclosure.into_iter().find(|profile| profile.name == name).unwrap()
}

fn day() -> Timeframe {
    Timeframe::new(Day::thirty_first_of_march(2011), Basis::Rolling).unwrap()
}

/// An authority's code says its region and its place there: 211 is the second authority of the second region.
fn authorities(country: &Country) -> Authorities {
    let mut text = "old_la_code,new_la_code,la_name,region_code,region_name\n".to_owned();
    for (region, list) in country.iter().enumerate() {
        for place in 0..list.len() {
            text.push_str(&format!("{}1{region},,La {region} {place},E1200000{region},Region {region}\n", place + 1));
        }
    }
    Authorities::read("small.csv", text.as_bytes()).unwrap()
}

/// The exact figures of the first indicators named.
fn figures(country: &Country, indicators: &[u16]) -> Vec<Figure> {
    let sum = |list: &[Children]| {
        list.iter().fold((0, [0, 0]), |(all, met), (of, numerators)| {
            (all + of, [met[0] + numerators[0], met[1] + numerators[1]])
        })
    };
    let mut list = Vec::new();
    let mut add = |level, code: String, name: String, (of, numerators): Children, listed: Option<usize>| {
        for (indicator, numerator) in indicators.iter().zip(numerators) {
            list.push(Figure {
                level,
                code: code.clone(),
                name: name.clone(),
                indicator: *indicator,
                status: if of == 0 { Status::NoDenominator } else { Status::Ok },
                numerator,
                squares: numerator,
                denominator: of,
                population: of,
                cover_too_short: false,
                behind: listed.map(|listed| Behind { available: listed as u32, listed: listed as u32 }),
                doubt: Default::default(),
            });
        }
    };
    let all: Vec<Children> = country.concat();
    add(Level::National, ENGLAND_CODE.to_owned(), ENGLAND_NAME.to_owned(), sum(&all), Some(all.len()));
    for (region, of_region) in country.iter().enumerate() {
        let (code, name) = (format!("E1200000{region}"), format!("Region {region}"));
        add(Level::Regional, code, name, sum(of_region), Some(of_region.len()));
    }
    let mut local: Vec<(String, String, Children)> = Vec::new();
    for (region, of_region) in country.iter().enumerate() {
        for (place, children) in of_region.iter().enumerate() {
            local.push((format!("{}1{region}", place + 1), format!("La {region} {place}"), *children));
        }
    }
    local.sort();
    for (code, name, children) in local {
        add(Level::LocalAuthority, code, name, children, None);
    }
    list
}

fn protected<'run>(list: &'run [Figure], country: &Country, profile: &'run Profile) -> Draft<'run> {
    let seeds = Seeds::built_in().unwrap();
    let list: Vec<(&Figure, Reliance)> = list.iter().map(|figure| (figure, Reliance::Usable)).collect();
    let mut draft = Draft::of(day(), (&list, &Decided::new()), profile, &authorities(country), &seeds.indicators);
    suppress_more(&mut draft, Attacker { profile, earlier: &[] }, &|_| true).unwrap();
    draft
}

fn target<'a>(draft: &'a Draft<'_>, profile: &'a Profile) -> Target<'a> {
    Target { table: &draft.table, profile, earlier: &[], ruled: &WHY_IS_NOT_SAID }
}

/// As the owner attacks it, who knows why numbers are hidden.
fn owners<'a>(draft: &'a Draft<'_>, profile: &'a Profile) -> Target<'a> {
    Target { ruled: &draft.ruled, ..target(draft, profile) }
}

fn truth(figure: &Figure, part: Part) -> i64 {
    let count = if part == Part::Denominator { figure.denominator } else { figure.numerator };
    i64::try_from(count).unwrap()
}

/// Up to three regions of up to three authorities: small ones and some larger ones, so that all that can be hidden is.
fn countries(most: u64) -> impl Strategy<Value = Country> {
    let children = (0..=most).prop_flat_map(|of| (Just(of), [0..=of, 0..=of]));
    prop::collection::vec(prop::collection::vec(children, 1..=3), 1..=3)
}

/// Everything hidden is safe, the truth is never ruled out, and no suppression is redundant.
fn is_protected(country: &Country, indicators: &[u16], profile: &Profile) -> Result<Vec<Attacked>, TestCaseError> {
    let list = figures(country, indicators);
    let mut draft = protected(&list, country, profile);
    let attacked = attack_table(&target(&draft, profile), Aim::Intervals).unwrap();
    let by_owner = attack_table(&owners(&draft, profile), Aim::Intervals).unwrap();
    for one in attacked.iter().chain(&by_owner) {
        prop_assert!(one.interval.proven);
        prop_assert!(!one.is_breach(), "{one:?}");
        prop_assert!(one.interval.range.contains(truth(&list[one.figure], one.part)), "{one:?}");
    }
    for place in 0..list.len() {
        for part in [Part::Value, Part::Numerator, Part::Denominator] {
            // A value that is hidden with its count is no suppression of its own.
            let follows = part == Part::Value
                && [Part::Numerator, Part::Denominator].iter().any(|other| draft.is_hidden(place, *other));
            if draft.reason(place, part) != Some(Reason::Secondary) || follows {
                continue;
            }
            draft.suppress(place, part, None);
            let breached = attack_table(&owners(&draft, profile), Aim::Breaches);
            prop_assert!(breached.unwrap().iter().any(Attacked::is_breach), "{place} {part:?} is redundant");
            draft.suppress(place, part, Some(Reason::Secondary));
        }
    }
    Ok(attacked)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_000))]

    #[test]
    fn the_attack_finds_what_trying_every_number_finds(country in countries(9), name in prop::sample::select(vec!["sfr-2011", "both-sides", "dfe-2024", "round-5"])) {
        let profile = profile(name);
        let attacked = is_protected(&country, &[62], &profile)?;
        let list = figures(&country, &[62]);
        let draft = protected(&list, &country, &profile);
        if profile.round_authorities == 1 && let Some(found) = by_hand::intervals(&draft.table.figures, &profile) {
            for one in attacked {
                let range = one.interval.range;
                prop_assert_eq!([range.least, range.most], found[&(one.figure, one.part)], "{:?}", one);
            }
        }
    }

    #[test]
    fn larger_authorities_are_protected_too(country in countries(60)) {
        is_protected(&country, &[62], &profile("both-sides"))?;
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(150))]

    #[test]
    fn two_indicators_of_the_same_children_are_protected_together(country in countries(24)) {
        is_protected(&country, &[99, 100], &profile("both-sides"))?;
        is_protected(&country, &[147, 148], &profile("round-5"))?;
    }
}

#[test]
fn the_exact_percentage_of_a_region_hides_a_second_authority() {
    // 3 of 20 and 40 of 60: of the 80 in the region 53.8% can only be 43, and 43 - 40 = 3.
    let country = vec![vec![(20, [3, 0]), (60, [40, 0])], vec![(200, [100, 0])]];
    let (list, profile) = (figures(&country, &[62]), profile("both-sides"));
    let draft = protected(&list, &country, &profile);
    let place = |code: &str| list.iter().position(|figure| figure.code == code).unwrap();
    assert_eq!(draft.reason(place("110"), Part::Numerator), Some(Reason::Count));
    assert_eq!(draft.reason(place("210"), Part::Numerator), Some(Reason::Secondary));
    assert_eq!(draft.reason(place("E12000000"), Part::Value), None, "a region's figure is worth more");
}

#[test]
fn a_shown_numerator_narrows_the_denominators_of_others() {
    // None of 6 and none of 8, in a region of 10 to the nearest 10. A 0 that is shown says that the denominator is not
    // 1 to 5; two of 6 or more make 14 at most, so each is 8 at most.
    let country = vec![vec![(6, [0, 0]), (8, [0, 0])], vec![(30, [15, 0])]];
    let (list, profile) = (figures(&country, &[62]), profile("both-sides"));
    let seeds = Seeds::built_in().unwrap();
    let exact: Vec<(&Figure, Reliance)> = list.iter().map(|figure| (figure, Reliance::Usable)).collect();
    let mut draft = Draft::of(day(), (&exact, &Decided::new()), &profile, &authorities(&country), &seeds.indicators);
    let place = |code: &str| list.iter().position(|figure| figure.code == code).unwrap();
    let two = [place("110"), place("210")];
    for place in two {
        draft.suppress(place, Part::Denominator, Some(Reason::Secondary));
    }
    let attacked = attack_table(&target(&draft, &profile), Aim::Intervals).unwrap();
    for place in two {
        let one = attacked.iter().find(|one| one.figure == place && one.part == Part::Denominator).unwrap();
        assert_eq!((one.interval.range.least, one.interval.range.most, one.interval.proven), (6, 8, true));
    }
}

#[test]
fn one_authority_alone_in_its_region_and_in_england() {
    for children in [(20, [3, 0]), (20, [18, 0]), (4, [0, 0]), (4, [4, 0]), (0, [0, 0]), (30, [30, 0]), (1, [1, 0])] {
        for country in [vec![vec![children]], vec![vec![children], vec![(80, [40, 0]), (90, [30, 0])]]] {
            is_protected(&country, &[62], &profile("both-sides")).unwrap();
        }
    }
}

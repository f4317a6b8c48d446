//! Small countries, protected, attacked and tried by hand.

mod already;
mod reliance;

use super::protected::{Choice, Draft};
use super::secondary::{Known, hide_more};
use crate::attack::earlier::Target;
use crate::attack::figures::Part;
use crate::attack::{Aim, Attacked, attack_table};
use crate::day::Day;
use crate::figures::{Behind, Figure, Status};
use crate::level::Level;
use crate::printed::rule::{Reason, of_percentage};
use crate::printed::{Printed, PrintedFigure, print};
use crate::seeds::Seeds;
use crate::seeds::authorities::{Authorities, ENGLAND_CODE, ENGLAND_NAME};
use crate::seeds::disclosure::Profile;
use crate::timeframe::{Basis, Timeframe};
use crate::verdict::Reliance;
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

/// The children of one authority: in the denominator, and in the numerator of each indicator.
type Children = (u64, [u64; 2]);

/// Regions of authorities.
type Country = Vec<Vec<Children>>;

fn profile(name: &str) -> Profile {
    Seeds::built_in().unwrap().disclosure.into_iter().find(|profile| profile.name == name).unwrap()
}

fn day() -> Timeframe {
    Timeframe::new(Day::thirty_first_of_march(2011), Basis::Rolling).unwrap()
}

/// The authority's code says its region and its place there: 211 is the second of the first region.
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
    let mut draft = Draft::of(day(), &list, profile, &authorities(country), &seeds.indicators);
    hide_more(&mut draft, Known { profile, earlier: &[] }).unwrap();
    draft
}

fn target<'a>(draft: &'a Draft<'_>, profile: &'a Profile) -> Target<'a> {
    Target { table: &draft.table, profile, earlier: &[] }
}

fn truth(figure: &Figure, part: Part) -> i64 {
    let count = if part == Part::Denominator { figure.denominator } else { figure.numerator };
    i64::try_from(count).unwrap()
}

/// What each hidden count can be, by trying all of them: every denominator and numerator of every authority, region by
/// region, against what is printed. None where there are too many to try.
fn by_hand(printed: &[PrintedFigure], profile: &Profile) -> Option<BTreeMap<(usize, Part), [i64; 2]>> {
    const TOO_MANY: usize = 2_500;
    let agrees = |place: usize, numerator: i64, denominator: i64| {
        let figure = &printed[place];
        let would_be = print::percentage(profile, figure.level, numerator, denominator).list();
        let hidden = of_percentage(profile, numerator, denominator);
        let hides = [hidden.numerator, hidden.denominator, hidden.value, hidden.value, hidden.value];
        (0..5).all(|at| {
            let shown = figure.numbers.list()[at];
            shown == Printed::Confidential || shown == would_be[at] && hides[at].is_none()
        })
    };
    let of_level = |level| printed.iter().enumerate().filter(move |(_, figure)| figure.level == level);
    let (england, of_england) = of_level(Level::National).next()?;
    let Printed::Number(most) = of_england.numbers.denominator else { return None };
    let most = most + 5;
    // Each region's ways: the counts of its authorities and their sums.
    let mut regions = Vec::new();
    for (region, figure) in of_level(Level::Regional) {
        let mut ways = vec![(Vec::new(), [0, 0])];
        for (place, local) in
            of_level(Level::LocalAuthority).filter(|(_, one)| one.region.as_ref() == Some(&figure.code))
        {
            let denominators = match local.numbers.denominator {
                Printed::Number(number) => number..=number,
                _ => 1..=most,
            };
            let mut of_place = Vec::new();
            for denominator in denominators {
                let numerators = match local.numbers.numerator {
                    Printed::Number(number) => number..=number,
                    _ => 0..=denominator,
                };
                of_place.extend(numerators.filter(|n| *n <= denominator).map(|numerator| [numerator, denominator]));
            }
            of_place.retain(|&[numerator, denominator]| agrees(place, numerator, denominator));
            if ways.len() * of_place.len() > TOO_MANY {
                return None;
            }
            ways = ways
                .iter()
                .flat_map(|(counts, sum): &(Vec<(usize, [i64; 2])>, [i64; 2])| {
                    of_place.iter().map(move |&[n, d]| {
                        ([counts.clone(), vec![(place, [n, d])]].concat(), [sum[0] + n, sum[1] + d])
                    })
                })
                .collect();
        }
        ways.retain(|(_, [n, d])| agrees(region, *n, *d));
        regions.push((region, ways));
    }
    let sums = |without: usize| {
        let others = regions.iter().enumerate().filter(|(at, _)| *at != without);
        others.fold(BTreeSet::from([[0, 0]]), |all: BTreeSet<[i64; 2]>, (_, (_, ways))| {
            let ends: BTreeSet<[i64; 2]> = ways.iter().map(|(_, sum)| *sum).collect();
            all.iter().flat_map(|one| ends.iter().map(|[n, d]| [one[0] + n, one[1] + d])).collect()
        })
    };
    let mut found = BTreeMap::<(usize, Part), [i64; 2]>::new();
    let mut see = |place: usize, counts: [i64; 2]| {
        for (part, count) in [Part::Numerator, Part::Denominator].into_iter().zip(counts) {
            let seen = found.entry((place, part)).or_insert([count, count]);
            *seen = [seen[0].min(count), seen[1].max(count)];
        }
    };
    for (at, (region, ways)) in regions.iter().enumerate() {
        let others = sums(at);
        for (counts, [n, d]) in ways {
            let totals: Vec<[i64; 2]> = others.iter().map(|one| [one[0] + n, one[1] + d]).collect();
            let totals: Vec<[i64; 2]> = totals.into_iter().filter(|one| agrees(england, one[0], one[1])).collect();
            totals.iter().for_each(|total| see(england, *total));
            if !totals.is_empty() {
                see(*region, [*n, *d]);
                counts.iter().for_each(|(place, counts)| see(*place, *counts));
            }
        }
    }
    Some(found)
}

/// Up to three regions of up to three authorities: small ones and some larger ones, so that all that can be hidden is.
fn countries(most: u64) -> impl Strategy<Value = Country> {
    let children = (0..=most).prop_flat_map(|of| (Just(of), [0..=of, 0..=of]));
    prop::collection::vec(prop::collection::vec(children, 1..=3), 1..=3)
}

/// Nobody knows too much, the truth is never ruled out, and nothing more is hidden than is needed.
fn is_protected(country: &Country, indicators: &[u16], profile: &Profile) -> Result<Vec<Attacked>, TestCaseError> {
    let list = figures(country, indicators);
    let mut draft = protected(&list, country, profile);
    let attacked = attack_table(&target(&draft, profile), Aim::Bounds).unwrap();
    for one in &attacked {
        prop_assert!(one.bounds.proven);
        prop_assert!(!one.is_breach(), "{one:?}");
        prop_assert!(one.bounds.range.holds(truth(&list[one.figure], one.part)), "{one:?}");
    }
    for place in 0..list.len() {
        for choice in [Choice::Value, Choice::Numerator, Choice::Denominator] {
            // A value that went with its count is no choice of its own.
            let went_along = choice == Choice::Value
                && [Choice::Numerator, Choice::Denominator].iter().any(|other| draft.is_hidden(place, *other));
            if draft.reason(place, choice) != Some(Reason::Margin) || went_along {
                continue;
            }
            draft.set(place, choice, None);
            let breached = attack_table(&target(&draft, profile), Aim::Breaches);
            prop_assert!(breached.unwrap().iter().any(Attacked::is_breach), "{place} {choice:?} is hidden in vain");
            draft.set(place, choice, Some(Reason::Margin));
        }
    }
    Ok(attacked)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_000))]

    #[test]
    fn the_attack_knows_what_trying_every_number_tells(country in countries(9), name in prop::sample::select(vec!["sfr-2011", "round-5"])) {
        let profile = profile(name);
        let attacked = is_protected(&country, &[62], &profile)?;
        let list = figures(&country, &[62]);
        let draft = protected(&list, &country, &profile);
        if profile.round_authorities == 1 && let Some(found) = by_hand(&draft.table.figures, &profile) {
            for one in attacked {
                let range = one.bounds.range;
                prop_assert_eq!([range.least, range.most], found[&(one.figure, one.part)], "{:?}", one);
            }
        }
    }

    #[test]
    fn larger_authorities_are_protected_too(country in countries(60)) {
        is_protected(&country, &[62], &profile("sfr-2011"))?;
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(150))]

    #[test]
    fn two_indicators_of_the_same_children_are_protected_together(country in countries(24)) {
        is_protected(&country, &[99, 100], &profile("sfr-2011"))?;
        is_protected(&country, &[147, 148], &profile("round-5"))?;
    }
}

#[test]
fn the_exact_percentage_of_a_region_hides_a_second_authority() {
    // 3 of 20 and 40 of 60: of the 80 in the region 53.8% can only be 43, and 43 - 40 = 3.
    let country = vec![vec![(20, [3, 0]), (60, [40, 0])], vec![(200, [100, 0])]];
    let (list, profile) = (figures(&country, &[62]), profile("sfr-2011"));
    let draft = protected(&list, &country, &profile);
    let place = |code: &str| list.iter().position(|figure| figure.code == code).unwrap();
    assert_eq!(draft.reason(place("110"), Choice::Numerator), Some(Reason::Count));
    assert_eq!(draft.reason(place("210"), Choice::Numerator), Some(Reason::Margin));
    assert_eq!(draft.reason(place("E12000000"), Choice::Value), None, "a region's figure is worth more");
}

#[test]
fn a_numerator_that_is_shown_tells_of_the_others() {
    // None of 6 and none of 8, in a region of 10 to the nearest 10. A nought that is shown says that the denominator is
    // not 1 to 5; two of 6 or more make 14 at most, so each is 8 at most.
    let country = vec![vec![(6, [0, 0]), (8, [0, 0])], vec![(30, [15, 0])]];
    let (list, profile) = (figures(&country, &[62]), profile("sfr-2011"));
    let seeds = Seeds::built_in().unwrap();
    let exact: Vec<(&Figure, Reliance)> = list.iter().map(|figure| (figure, Reliance::Usable)).collect();
    let mut draft = Draft::of(day(), &exact, &profile, &authorities(&country), &seeds.indicators);
    let place = |code: &str| list.iter().position(|figure| figure.code == code).unwrap();
    let two = [place("110"), place("210")];
    for place in two {
        draft.set(place, Choice::Denominator, Some(Reason::Margin));
    }
    let attacked = attack_table(&target(&draft, &profile), Aim::Bounds).unwrap();
    for place in two {
        let one = attacked.iter().find(|one| one.figure == place && one.part == Part::Denominator).unwrap();
        assert_eq!((one.bounds.range.least, one.bounds.range.most, one.bounds.proven), (6, 8, true));
    }
}

#[test]
fn one_authority_alone_in_its_region_and_in_england() {
    for children in [(20, [3, 0]), (20, [18, 0]), (4, [0, 0]), (4, [4, 0]), (0, [0, 0]), (30, [30, 0]), (1, [1, 0])] {
        for country in [vec![vec![children]], vec![vec![children], vec![(80, [40, 0]), (90, [30, 0])]]] {
            is_protected(&country, &[62], &profile("sfr-2011")).unwrap();
        }
    }
}

#[test]
fn a_mean_of_few_scores_is_not_worked_out_from_its_region() {
    let figure = |level, code: &str, scored: u64, sum: u64, behind| Figure {
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
        behind,
    };
    let behind = Some(Behind { available: 3, listed: 3 });
    let list = [
        figure(Level::National, ENGLAND_CODE, 108, 1500, behind),
        figure(Level::Regional, "E12000000", 108, 1500, behind),
        figure(Level::LocalAuthority, "110", 8, 150, None),
        figure(Level::LocalAuthority, "210", 40, 550, None),
        figure(Level::LocalAuthority, "310", 60, 800, None),
    ];
    let country = vec![vec![(8, [0, 0]), (40, [0, 0]), (60, [0, 0])]];
    let profile = profile("sfr-2011");
    let draft = protected(&list, &country, &profile);
    assert_eq!(draft.reason(2, Choice::Value), Some(Reason::Denominator));
    assert_eq!(draft.reason(3, Choice::Value), Some(Reason::Margin), "the next smallest");
    assert!(!draft.is_hidden(4, Choice::Value) && !draft.is_hidden(1, Choice::Value));
    let attacked = attack_table(&target(&draft, &profile), Aim::Bounds).unwrap();
    assert!(attacked.iter().all(|one| one.bounds.range.holds(truth(&list[one.figure], one.part)) && !one.is_breach()));
}

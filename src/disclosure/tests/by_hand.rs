//! What hidden counts can be, by trying every one.

use crate::attack::figures::Part;
use crate::level::Level;
use crate::printed::rule::of_percentage;
use crate::printed::{Printed, PrintedFigure, print};
use crate::seeds::disclosure::Profile;
use std::collections::{BTreeMap, BTreeSet};

/// What each hidden count can be: every denominator and numerator of every authority is tried, region by region, against
/// what is printed. None where there are too many to try.
pub(super) fn intervals(printed: &[PrintedFigure], profile: &Profile) -> Option<BTreeMap<(usize, Part), [i64; 2]>> {
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
    // What each region can be: the counts of its authorities and their sums.
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

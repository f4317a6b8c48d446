//! Hidden means small: a reader takes each hidden number to be one that the rule hides, unless it is hidden to protect
//! another.
//!
//! Why a number is hidden is not printed. But one that cannot be small by what is printed was hidden to protect another,
//! and of the rest a reader will suppose that they are small as long as all of a sum can be so at once.

use super::figures::{EarlierFigures, Figures, Part, Ruled, by_rule};
use super::interval::is_possible;
use super::knowledge::{Both, Knowledge, Number};
use super::range::Range;
use super::sums::{hidden_whole, of_dimension};
use super::system::System;
use crate::printed::{Printed, PrintedFigure};
use crate::seeds::disclosure::Profile;
use crate::unit::Unit;
use std::collections::BTreeMap;

/// The figures of a table and of those published already.
pub(super) type Tables<'a> = (Figures<'a>, Vec<EarlierFigures<'a>>);

/// A hidden number: the table, the position of its figure there, and which number.
type Place = (usize, usize, Part);

/// The same tables, read so, and what is known then; none where no hidden number can be small.
pub(super) fn small<'a>(figures: &Figures<'a>, earlier: &[EarlierFigures<'a>]) -> Option<(Tables<'a>, Knowledge)> {
    let plain = with((figures, earlier), &[]);
    let sums = supposed(&plain);
    if sums.is_empty() {
        return None;
    }
    let all: Vec<&[Place]> = sums.iter().map(Vec::as_slice).collect();
    let read = with((figures, earlier), &all);
    if let Some(known) = consistent(&read) {
        return Some((read, known));
    }
    // Some sum has a number that protects the others: that sum says nothing.
    let mut kept: Vec<&[Place]> = Vec::new();
    let mut last = None;
    for sum in all {
        kept.push(sum);
        let read = with((figures, earlier), &kept);
        match consistent(&read) {
            Some(known) => last = Some((read, known)),
            None => drop(kept.pop()),
        }
    }
    last
}

/// What is known by tables that contradict nothing.
fn consistent((figures, earlier): &Tables<'_>) -> Option<Knowledge> {
    let mut known = Knowledge::of(figures, earlier);
    is_possible(&mut known.system).then_some(known)
}

/// The tables with these numbers taken to be hidden by the rule, and no others.
fn with<'a>((figures, earlier): (&Figures<'a>, &[EarlierFigures<'a>]), sums: &[&[Place]]) -> Tables<'a> {
    let of_table = |table: usize| -> Ruled {
        let places = sums.iter().flat_map(|sum| sum.iter()).filter(|(of, ..)| *of == table);
        places.map(|&(_, place, part)| (place, part)).collect()
    };
    let earlier = earlier.iter().enumerate().map(|(at, beside)| EarlierFigures {
        figures: Figures { ruled: of_table(at + 1), ..beside.figures.clone() },
        ..beside.clone()
    });
    (Figures { ruled: of_table(0), ..figures.clone() }, earlier.collect())
}

/// The hidden numbers that can be small, sum by sum: those of the authorities of a region, of the regions, England's, and
/// those of the groups of a dimension at a place, for each indicator.
fn supposed((figures, earlier): &Tables<'_>) -> Vec<Vec<Place>> {
    let Knowledge { mut system, both, .. } = Knowledge::of(figures, earlier);
    if !system.settle() {
        return Vec::new();
    }
    let mut sums = BTreeMap::<_, Vec<Place>>::new();
    let tables = std::iter::once(figures).chain(earlier.iter().map(|beside| &beside.figures));
    for (table, (figures, both)) in tables.zip(&both).enumerate() {
        let hidden_whole = hidden_whole(figures);
        for (place, (figure, both)) in figures.list.iter().zip(both).enumerate() {
            if of_dimension(figure).is_some_and(|groups| hidden_whole.contains(&groups)) {
                continue;
            }
            for part in could_be_small(figures.profile, figure, *both, &system) {
                // The groups of a dimension are a sum of their own at each place.
                let groups = figure.group.as_ref().map(|group| (figure.code.as_str(), group.dimension.as_str()));
                let sum = (table, figure.region.as_deref(), figure.level, figure.indicator, groups);
                sums.entry(sum).or_default().push((table, place, part));
            }
        }
    }
    sums.into_values().collect()
}

/// The hidden counts of a figure that the rule can have hidden.
fn could_be_small(profile: &Profile, figure: &PrintedFigure, both: Both, system: &System) -> Vec<Part> {
    let Some(both) = both else { return Vec::new() };
    let [numerator, denominator] = both.map(|number| match number {
        Number::Known(number) => Range::only(number),
        Number::Unknown(unknown) => system.ranges[unknown.0],
    });
    let is_small = |range: Range| range.and(by_rule(profile)).integers() > 0;
    let others = Range { least: denominator.least - numerator.most, most: denominator.most - numerator.least };
    let numerator_is = is_small(numerator) || profile.complements && is_small(others);
    let parts = [
        (Part::Numerator, figure.numbers.numerator, figure.unit == Unit::Percent && numerator_is),
        (Part::Denominator, figure.numbers.denominator, is_small(denominator)),
    ];
    let small = parts.into_iter().filter(|(_, printed, is_small)| *printed == Printed::Confidential && *is_small);
    small.map(|(part, ..)| part).collect()
}

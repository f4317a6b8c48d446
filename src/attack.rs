//! The attack on published tables: what a stranger can work out of what is hidden, from what is printed alone.
//!
//! The stranger knows the tables, the authorities of each region, the definitions and the profile. Every hidden
//! number is bounded by whole-number programming; one with fewer whole numbers left than the profile asks for is a
//! breach. What is not used: that of all hidden numbers that belong together at least one must be small, and the
//! order in which the program chooses what else to hide.

pub mod earlier;
pub mod figures;
pub mod knowledge;
mod pairs;
pub mod search;
pub mod system;

use self::earlier::Target;
use crate::printed::rule::{Hidden, of_mean, of_percentage};
use crate::printed::{Numbers, Printed, PrintedTable};
use crate::seeds::disclosure::Profile;
use crate::unit::Unit;
use earlier::blank;
use figures::{Beside, Figures, Part};
use knowledge::Knowledge;
use rayon::prelude::*;
use search::{Bounds, Contradiction, Wanted, bounds};
use std::collections::BTreeMap;
use system::Range;

/// What a stranger knows of one hidden number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attacked {
    /// The place of its figure in its table.
    pub figure: usize,
    /// Which number.
    pub part: Part,
    /// What it can be.
    pub bounds: Bounds,
    /// How many whole numbers must be left for it.
    pub asked: i64,
    /// How many what was published already leaves by itself, where that is fewer: then nothing can be done about it.
    pub already: Option<i64>,
    /// Where that comes from, in words; told of a breach alone.
    pub because: Vec<String>,
}

impl Attacked {
    /// Whether more is known than the profile allows, and than was known already.
    pub fn is_breach(&self) -> bool {
        self.bounds.range.integers() < self.already.unwrap_or(self.asked)
    }
}

/// How far an attack goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Aim {
    /// Until it is known whether each hidden number is a breach.
    Breaches,
    /// Until the smallest and largest possible number of each is proven.
    Bounds,
}

/// The figures of a table that share numbers: places in the table, by the indicators that belong together, in it or in
/// what was published already.
pub fn linked(target: &Target<'_>) -> Vec<Vec<usize>> {
    let earlier = target.earlier.iter().flat_map(|earlier| &earlier.published.table.same_children);
    let pairs: Vec<&[u16; 2]> = target.table.same_children.iter().chain(earlier).collect();
    let first_of = |indicator: u16| {
        let pair = pairs.iter().find(|pair| pair.contains(&indicator));
        pair.map_or(indicator, |pair| pair[0].min(pair[1]))
    };
    let mut groups = BTreeMap::<u16, Vec<usize>>::new();
    for (place, figure) in target.table.figures.iter().enumerate() {
        groups.entry(first_of(figure.indicator)).or_default().push(place);
    }
    groups.into_values().collect()
}

/// Attacks some figures of a table that share no number with its others.
///
/// # Errors
/// Where what is printed contradicts itself.
pub fn attack(target: &Target<'_>, places: &[usize], aim: Aim) -> Result<Vec<Attacked>, Contradiction> {
    let figures = of_now(target, places);
    if !figures.list.iter().any(|figure| figure.numbers.list().contains(&Printed::Confidential)) {
        return Ok(Vec::new());
    }
    let earlier = agreeing(target, places);
    if let Ok(attacked) = attack_beside(&figures, places, &earlier, aim) {
        return Ok(attacked);
    }
    // A contradiction that narrowing does not see: the figures were revised.
    attack_beside(&figures, places, &[], aim)
}

fn of_now<'a>(target: &Target<'a>, places: &[usize]) -> Figures<'a> {
    let list = places.iter().map(|&place| &target.table.figures[place]).collect();
    Figures { list, same_children: &target.table.same_children, profile: target.profile }
}

/// What was published already of the same numbers as some figures, without what contradicts them or what came before it.
pub fn agreeing<'a>(target: &Target<'a>, places: &[usize]) -> Vec<Beside<'a>> {
    let figures = of_now(target, places);
    let mut kept = Vec::new();
    for beside in target.earlier.iter().filter_map(|earlier| earlier.beside(target, places)) {
        kept.push(beside);
        if !Knowledge::of(&figures, &kept).system.settle() {
            kept.pop();
        }
    }
    kept
}

fn attack_beside(
    figures: &Figures<'_>,
    places: &[usize],
    earlier: &[Beside<'_>],
    aim: Aim,
) -> Result<Vec<Attacked>, Contradiction> {
    let Knowledge { mut system, sources, hidden } = Knowledge::of(figures, earlier);
    let enough = |asked| if aim == Aim::Breaches { asked } else { i64::MAX };
    let wanted: Vec<_> =
        hidden.iter().map(|hidden| Wanted { unknown: hidden.unknown, enough: enough(hidden.asked) }).collect();
    let unsettled = system.clone();
    let found = bounds(&mut system, &wanted)?;
    let any_breach = hidden.iter().zip(&found).any(|(hidden, bounds)| bounds.range.integers() < hidden.asked);
    let already = if any_breach && !earlier.is_empty() { known_already(figures, earlier)? } else { BTreeMap::new() };
    let worked_out = hidden.iter().zip(found).map(|(hidden, bounds)| {
        let mut attacked = Attacked {
            figure: places[hidden.figure],
            part: hidden.part,
            bounds,
            asked: hidden.asked,
            already: already.get(&(hidden.figure, hidden.part)).copied(),
            because: Vec::new(),
        };
        if attacked.is_breach() {
            attacked.because = because(&unsettled, &sources, hidden.unknown, hidden.asked);
        }
        attacked
    });
    Ok(worked_out.collect())
}

/// How many whole numbers what was published already leaves by itself of each number, where that is fewer than are
/// asked for and proven.
fn known_already(figures: &Figures<'_>, earlier: &[Beside<'_>]) -> Result<BTreeMap<(usize, Part), i64>, Contradiction> {
    let blank = blank(&figures.list);
    let figures = Figures { list: blank.iter().collect(), ..figures.clone() };
    let Knowledge { mut system, hidden, .. } = Knowledge::of(&figures, earlier);
    let wanted: Vec<_> = hidden.iter().map(|hidden| Wanted { unknown: hidden.unknown, enough: hidden.asked }).collect();
    let found = bounds(&mut system, &wanted)?;
    let known =
        hidden.iter().zip(found).filter(|(hidden, found)| found.proven && found.range.integers() < hidden.asked);
    Ok(known.map(|(hidden, found)| ((hidden.figure, hidden.part), found.range.integers())).collect())
}

/// What is shown of a table though the profile hides it.
pub fn shown_in_spite(table: &PrintedTable, profile: &Profile) -> Vec<Attacked> {
    let mut found = Vec::new();
    for (place, figure) in table.figures.iter().enumerate() {
        let Numbers { numerator, denominator, value, lower, upper } = figure.numbers;
        // Rounded counts do not tell what the rule says of them.
        let exact = |printed| match printed {
            Printed::Number(number) if profile.base(figure.level) == 1 => Some(number),
            _ => None,
        };
        let is_shown = |printed| matches!(printed, Printed::Number(_) | Printed::RoundsToNought);
        let is_mean = figure.unit == Unit::Score;
        let (n, d) = (exact(numerator), exact(denominator));
        let rule = match (n, d) {
            (_, Some(d)) if is_mean => of_mean(profile, d),
            (Some(n), Some(d)) => of_percentage(profile, n, d),
            _ => Hidden::default(),
        };
        let hides = |count: Option<i64>| count.is_some_and(|count| count > 0 && profile.hides(count));
        let in_spite = [
            (Part::Numerator, is_shown(numerator) && (rule.numerator.is_some() || hides(n))),
            (Part::Denominator, is_shown(denominator) && (rule.denominator.is_some() || hides(d))),
            (
                Part::Value,
                is_shown(value) && (rule.value.is_some() || [numerator, denominator].contains(&Printed::Confidential))
                    || (is_shown(lower) || is_shown(upper)) && !is_shown(value),
            ),
        ];
        found.extend(in_spite.into_iter().filter(|(_, in_spite)| *in_spite).map(|(part, _)| Attacked {
            figure: place,
            part,
            bounds: Bounds { range: Range::only(0), proven: true },
            asked: profile.least_integers,
            already: None,
            because: vec!["it is shown, or its limits are, though the profile hides it".to_owned()],
        }));
    }
    found
}

/// Attacks a whole table, in order of indicators and places.
///
/// # Errors
/// Where what is printed contradicts itself: the first indicator of the figures that do.
pub fn attack_table(target: &Target<'_>, aim: Aim) -> Result<Vec<Attacked>, u16> {
    let groups = linked(target);
    let attacked: Result<Vec<_>, u16> = groups
        .par_iter()
        .map(|places| attack(target, places, aim).map_err(|Contradiction| target.table.figures[places[0]].indicator))
        .collect();
    Ok(attacked?.concat())
}

/// The facts, in words, that leave so little of a number: taken away one after another, those stay without which
/// narrowing would leave enough. None where narrowing alone does not show it.
fn because(system: &system::System, sources: &[String], unknown: system::Unknown, asked: i64) -> Vec<String> {
    let is_known = |facts: &[usize]| {
        let mut ranges = system.ranges.clone();
        !system.narrow_by(&mut ranges, facts) || ranges[unknown.0].integers() < asked
    };
    let mut facts: Vec<usize> = (0..sources.len()).collect();
    if !is_known(&facts) {
        return Vec::new();
    }
    let mut place = facts.len();
    while place > 0 {
        place -= 1;
        let taken = facts.remove(place);
        if !is_known(&facts) {
            facts.insert(place, taken);
        }
    }
    let mut words: Vec<String> = facts.iter().map(|&fact| sources[fact].clone()).collect();
    words.dedup();
    words
}

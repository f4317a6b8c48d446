//! The attack on published tables: what an attacker can work out about hidden numbers from what is printed.
//!
//! This is the audit of cell suppression, as the literature has it (Hundepool and others, *Statistical Disclosure
//! Control*, 2012) and as tau-Argus, sdcTable and GaussSuppression do it. *Primary* suppression hides the numbers that
//! are sensitive by themselves, *secondary* suppression ([`crate::disclosure`]) others, so that the first cannot be worked
//! out. From the equations of the table an attacker finds for each hidden number the smallest and the largest value it
//! can have, its *feasibility interval*; it is *safe* if the interval is wide enough.
//!
//! Those programs take tables of additive cells, and linear programming or Gaussian elimination in floating point. The
//! tables here print rounded counts, percentages and limits of intervals side by side, all made from the same whole
//! numbers, so the search is this program's own: bounds propagation with branch and bound in exact whole numbers, without
//! a tolerance. Width is counted in whole numbers; one with fewer left than the profile asks for is a breach.
//!
//! The attacker knows the tables, what was published before, the authorities of each region, the definitions and the
//! profile. Two things are not used: that of all numbers hidden together at least one must be small, and the order in
//! which this program chooses what else to hide.

pub(crate) mod earlier;
pub(crate) mod figures;
pub mod interval;
mod knowledge;
mod pairs;
mod range;
mod solution;
mod system;

use crate::printed::rule::{Hidden, of_mean, of_percentage};
use crate::printed::{Numbers, Printed, PrintedTable};
use crate::seeds::disclosure::Profile;
use crate::unit::Unit;
use earlier::{Target, blank};
use figures::{EarlierFigures, Figures, Part};
use interval::{Contradiction, Interval, Wanted, intervals};
use knowledge::Knowledge;
use range::Range;
use rayon::prelude::*;
use std::collections::BTreeMap;
use system::{System, Unknown};

/// What an attacker knows about one hidden number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Attacked {
    /// The position of its figure in its table.
    pub figure: usize,
    /// Which number.
    pub part: Part,
    /// What it can be.
    pub interval: Interval,
    /// How many whole numbers the interval must contain for it to be safe.
    pub required: i64,
    /// How many are left by what was published already alone, where that is fewer: then nothing can be done about it.
    pub already: Option<i64>,
    /// The facts that narrow it down so far, in words; of a breach alone.
    pub because: Vec<String>,
}

impl Attacked {
    /// Whether it is not safe: more is known than the profile allows, and than was known already.
    pub(crate) fn is_breach(&self) -> bool {
        self.interval.range.integers() < self.already.unwrap_or(self.required)
    }
}

/// How far an attack goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Aim {
    /// Until it is known whether each hidden number is safe.
    Breaches,
    /// Until both ends of each interval are proven.
    Intervals,
}

/// The groups of linked figures in a table, which share numbers: their positions, by the indicators that belong together
/// in it or in what was published already.
pub(crate) fn linked(target: &Target<'_>) -> Vec<Vec<usize>> {
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

/// Attacks some figures of a table that share no number with its other figures.
///
/// # Errors
/// Where what is printed contradicts itself.
pub(crate) fn attack(target: &Target<'_>, places: &[usize], aim: Aim) -> Result<Vec<Attacked>, Contradiction> {
    let figures = figures_at(target, places);
    if !figures.list.iter().any(|figure| figure.numbers.list().contains(&Printed::Confidential)) {
        return Ok(Vec::new());
    }
    let earlier = agreeing(target, places);
    if let Ok(attacked) = attack_with(&figures, places, &earlier, aim) {
        return Ok(attacked);
    }
    // A contradiction that narrowing did not see: the figures were revised.
    attack_with(&figures, places, &[], aim)
}

fn figures_at<'a>(target: &Target<'a>, places: &[usize]) -> Figures<'a> {
    let list = places.iter().map(|&place| &target.table.figures[place]).collect();
    Figures { list, same_children: &target.table.same_children, profile: target.profile }
}

/// What was published already of some figures, without any that contradicts them or an earlier one of these.
pub(crate) fn agreeing<'a>(target: &Target<'a>, places: &[usize]) -> Vec<EarlierFigures<'a>> {
    let figures = figures_at(target, places);
    let mut kept = Vec::new();
    for beside in target.earlier.iter().filter_map(|earlier| earlier.beside(target, places)) {
        kept.push(beside);
        if !Knowledge::of(&figures, &kept).system.settle() {
            kept.pop();
        }
    }
    kept
}

fn attack_with(
    figures: &Figures<'_>,
    places: &[usize],
    earlier: &[EarlierFigures<'_>],
    aim: Aim,
) -> Result<Vec<Attacked>, Contradiction> {
    let Knowledge { mut system, sources, hidden } = Knowledge::of(figures, earlier);
    let enough = |required| if aim == Aim::Breaches { required } else { i64::MAX };
    let wanted: Vec<_> =
        hidden.iter().map(|hidden| Wanted { unknown: hidden.unknown, enough: enough(hidden.required) }).collect();
    let unsettled = system.clone();
    let found = intervals(&mut system, &wanted)?;
    let any_breach = hidden.iter().zip(&found).any(|(hidden, interval)| interval.range.integers() < hidden.required);
    let already = if any_breach && !earlier.is_empty() { known_already(figures, earlier)? } else { BTreeMap::new() };
    let attacked = hidden.iter().zip(found).map(|(hidden, interval)| {
        let mut attacked = Attacked {
            figure: places[hidden.figure],
            part: hidden.part,
            interval,
            required: hidden.required,
            already: already.get(&(hidden.figure, hidden.part)).copied(),
            because: Vec::new(),
        };
        if attacked.is_breach() {
            attacked.because = because(&unsettled, &sources, hidden.unknown, hidden.required);
        }
        attacked
    });
    Ok(attacked.collect())
}

/// How many whole numbers are left for each hidden number by what was published already alone, where that is proven and
/// fewer than required.
fn known_already(
    figures: &Figures<'_>,
    earlier: &[EarlierFigures<'_>],
) -> Result<BTreeMap<(usize, Part), i64>, Contradiction> {
    let blank = blank(&figures.list);
    let figures = Figures { list: blank.iter().collect(), ..figures.clone() };
    let Knowledge { mut system, hidden, .. } = Knowledge::of(&figures, earlier);
    let wanted: Vec<_> =
        hidden.iter().map(|hidden| Wanted { unknown: hidden.unknown, enough: hidden.required }).collect();
    let found = intervals(&mut system, &wanted)?;
    let known =
        hidden.iter().zip(found).filter(|(hidden, found)| found.proven && found.range.integers() < hidden.required);
    Ok(known.map(|(hidden, found)| ((hidden.figure, hidden.part), found.range.integers())).collect())
}

/// What a table shows though the profile hides it.
pub(crate) fn shown_against_profile(table: &PrintedTable, profile: &Profile) -> Vec<Attacked> {
    let mut found = Vec::new();
    for (place, figure) in table.figures.iter().enumerate() {
        let Numbers { numerator, denominator, value, lower, upper } = figure.numbers;
        // Of a rounded count it cannot be said what the rule makes of it.
        let exact = |printed| match printed {
            Printed::Number(number) if profile.base(figure.level) == 1 => Some(number),
            _ => None,
        };
        let is_mean = figure.unit == Unit::Score;
        let (n, d) = (exact(numerator), exact(denominator));
        let rule = match (n, d) {
            (_, Some(d)) if is_mean => of_mean(profile, d),
            (Some(n), Some(d)) => of_percentage(profile, n, d),
            _ => Hidden::default(),
        };
        let hides = |count: Option<i64>| count.is_some_and(|count| count > 0 && profile.hides(count));
        let shown = [
            (Part::Numerator, numerator.is_shown() && (rule.numerator.is_some() || hides(n))),
            (Part::Denominator, denominator.is_shown() && (rule.denominator.is_some() || hides(d))),
            (
                Part::Value,
                value.is_shown() && (rule.value.is_some() || [numerator, denominator].contains(&Printed::Confidential))
                    || (lower.is_shown() || upper.is_shown()) && !value.is_shown(),
            ),
        ];
        found.extend(shown.into_iter().filter(|(_, shown)| *shown).map(|(part, _)| Attacked {
            figure: place,
            part,
            interval: Interval { range: Range::only(0), proven: true },
            required: profile.least_integers,
            already: None,
            because: vec!["it is shown, or its limits are, though the profile hides it".to_owned()],
        }));
    }
    found
}

/// Attacks a whole table, one group of linked figures after another.
///
/// # Errors
/// The first indicator of figures that contradict one another.
pub(crate) fn attack_table(target: &Target<'_>, aim: Aim) -> Result<Vec<Attacked>, u16> {
    let groups = linked(target);
    let attacked: Result<Vec<_>, u16> = groups
        .par_iter()
        .map(|places| attack(target, places, aim).map_err(|Contradiction| target.table.figures[places[0]].indicator))
        .collect();
    Ok(attacked?.concat())
}

/// The facts, in words, that narrow a number down so far: all are taken away one after another, and those are kept
/// without which narrowing would leave enough. None where narrowing alone does not show it.
fn because(system: &System, sources: &[String], unknown: Unknown, required: i64) -> Vec<String> {
    let is_known = |facts: &[usize]| {
        let mut ranges = system.ranges.clone();
        !system.narrow_by(&mut ranges, facts) || ranges[unknown.0].integers() < required
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

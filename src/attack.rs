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
//! profile, and reads hidden numbers in two ways: as any numbers, or as small ones ([`reading`]). The owner, who knows
//! which numbers the rule hid, supposes that the attacker has guessed it. How this program chooses what else to hide says
//! nothing: among what costs as much, chance decides.

mod already;
mod because;
pub(crate) mod earlier;
mod effort;
pub(crate) mod figures;
pub mod interval;
mod knowledge;
mod pairs;
mod range;
mod reading;
pub(crate) mod shown;
mod solution;
mod sums;
mod system;
mod windows;

use crate::printed::Printed;
use already::{Whose, known_already, worked_out};
use because::because;
use earlier::{Earlier, Target, window};
use figures::{EarlierFigures, Figures, Part, Ruled, Window};
use interval::{Contradiction, Interval, Wanted, intervals, is_enough_left};
use knowledge::{HiddenNumber, Knowledge};
use rayon::prelude::*;
use reading::small;
use std::collections::BTreeMap;

/// What an attacker knows about one hidden number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Attacked {
    /// The position of its figure in its table.
    pub figure: usize,
    /// Which number.
    pub part: Part,
    /// The window, where it is of another than the table's: hidden in another table, or printed nowhere.
    pub window: Option<Window>,
    /// What it can be.
    pub interval: Interval,
    /// How many whole numbers the interval must contain for it to be safe.
    pub required: i64,
    /// How many are left by the rule and what was published already alone, where that is fewer: then nothing can be done
    /// about it.
    pub already: Option<i64>,
    /// The facts that narrow it down so far, in words; of a breach alone.
    pub because: Vec<String>,
}

impl Attacked {
    fn whose(&self) -> Whose {
        (self.figure, self.part, self.window)
    }

    /// Whether it is not safe: more is known than the profile allows, and than was known already.
    pub(crate) fn is_breach(&self) -> bool {
        self.interval.range.integers() < self.already.unwrap_or(self.required)
    }
}

/// How far an attack goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Aim {
    /// As for breaches, without saying why.
    Safety,
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
    let is_any_hidden = figures.list.iter().any(|figure| figure.numbers.list().contains(&Printed::Confidential));
    let adds_up = |beside: &Earlier<'_>| figures.list.iter().any(|figure| beside.adds_up(figure.indicator));
    if !is_any_hidden && !target.earlier.iter().any(adds_up) {
        return Ok(Vec::new());
    }
    let mut earlier = agreeing(target, places);
    let mut attacked = match as_known(target, &figures, places, &earlier, aim) {
        Ok(attacked) => attacked,
        // A contradiction that narrowing did not see: the figures were revised.
        Err(Contradiction) => {
            earlier.clear();
            as_known(target, &figures, places, &earlier, aim)?
        }
    };
    // Of one window by itself: numbers taken to be small are not added up across windows.
    if let Some(((figures, earlier), known)) = small(&figures, &[]) {
        let supposing = if aim == Aim::Safety { aim } else { Aim::Breaches };
        let mut supposed = attack_by(known, &figures, places, &earlier, supposing).unwrap_or_default();
        for supposed in &mut supposed {
            supposed.because.push("every number that can be small is taken to be, since it is hidden".to_owned());
        }
        take_what_is_left(&mut attacked, &supposed);
        add_breaches(&mut attacked, supposed);
    }
    Ok(attacked)
}

/// Where a search gave up, what is left to whoever supposes more is left to whoever supposes less.
fn take_what_is_left(attacked: &mut [Attacked], supposing_more: &[Attacked]) {
    for one in attacked.iter_mut().filter(|one| !one.interval.proven && one.is_breach()) {
        if let Some(other) = supposing_more.iter().find(|other| other.whose() == one.whose() && !other.is_breach()) {
            *one = Attacked { because: Vec::new(), ..other.clone() };
        }
    }
}

/// Puts the breaches of one reading in place of what is safe in another.
fn add_breaches(attacked: &mut Vec<Attacked>, others: Vec<Attacked>) {
    for other in others.into_iter().filter(Attacked::is_breach) {
        match attacked.iter_mut().find(|attacked| attacked.whose() == other.whose()) {
            Some(attacked) if attacked.is_breach() => {}
            Some(attacked) => *attacked = other,
            None => attacked.push(other),
        }
    }
}

/// Attacks figures with what is known of why their numbers are hidden, unless what was published already contradicts that.
fn as_known(
    target: &Target<'_>,
    figures: &Figures<'_>,
    places: &[usize],
    earlier: &[EarlierFigures<'_>],
    aim: Aim,
) -> Result<Vec<Attacked>, Contradiction> {
    let ruled = ruled(target, places);
    if !ruled.is_empty()
        && let Ok(known) = attack_with(&Figures { ruled, ..figures.clone() }, places, earlier, aim)
    {
        if known.iter().all(|known| known.already.is_none()) {
            // Whoever knows less has more left.
            return Ok(known);
        }
        let mut attacked = attack_with(figures, places, earlier, aim)?;
        add_breaches(&mut attacked, known);
        return Ok(attacked);
    }
    attack_with(figures, places, earlier, aim)
}

/// Which hidden numbers of some figures are known to be hidden by the rule.
fn ruled(target: &Target<'_>, places: &[usize]) -> Ruled {
    let of_place = |at: usize, place: usize| {
        [Part::Numerator, Part::Denominator]
            .into_iter()
            .filter(move |&part| target.ruled.contains(&(place, part)))
            .map(move |part| (at, part))
    };
    places.iter().enumerate().flat_map(|(at, &place)| of_place(at, place)).collect()
}

/// Whether enough is left for each hidden number of some figures, or of some of their numbers, whatever was published
/// already. Whoever chooses what to hide tries many choices: the first number that is not safe ends the attack, and what
/// takes long to be proven safe is not.
pub(crate) fn is_safe(target: &Target<'_>, places: &[usize], among: &dyn Fn(usize, Part) -> bool) -> bool {
    let figures = Figures { ruled: ruled(target, places), ..figures_at(target, places) };
    let earlier = agreeing(target, places);
    let is_left = |Knowledge { mut system, hidden, parts, .. }: Knowledge| {
        system.in_haste = true;
        let wanted: Vec<_> = hidden
            .iter()
            .filter(|hidden| among(places[hidden.figure], hidden.part))
            .map(|hidden| Wanted { unknown: hidden.unknown, enough: hidden.required })
            .collect();
        let is_left = is_enough_left(&mut system, &wanted);
        is_left.map(|is_left| is_left && worked_out(target.profile, &parts, &system).is_empty())
    };
    let plain = Figures { ruled: Ruled::new(), ..figures.clone() };
    is_left(Knowledge::of(&figures, &earlier)) == Ok(true)
        && small(&plain, &[]).is_none_or(|(_, known)| is_left(known) != Ok(false))
}

fn figures_at<'a>(target: &Target<'a>, places: &[usize]) -> Figures<'a> {
    let list = places.iter().map(|&place| &target.table.figures[place]).collect();
    Figures {
        list,
        same_children: &target.table.same_children,
        profile: target.profile,
        ruled: Ruled::new(),
        window: window(target.table),
    }
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
    attack_by(Knowledge::of(figures, earlier), figures, places, earlier, aim)
}

/// Attacks figures by what is known of them.
fn attack_by(
    known: Knowledge,
    figures: &Figures<'_>,
    places: &[usize],
    earlier: &[EarlierFigures<'_>],
    aim: Aim,
) -> Result<Vec<Attacked>, Contradiction> {
    let Knowledge { mut system, hidden, parts, .. } = known;
    // Whoever chooses what to hide tries many choices; one that takes long to be proven safe is not taken.
    system.in_haste = aim == Aim::Safety;
    let enough = |required| if aim == Aim::Intervals { i64::MAX } else { required };
    let wanted: Vec<_> =
        hidden.iter().map(|hidden| Wanted { unknown: hidden.unknown, enough: enough(hidden.required) }).collect();
    let found = intervals(&mut system, &wanted)?;
    let worked_out = worked_out(figures.profile, &parts, &system);
    let all: Vec<(HiddenNumber, Interval)> = hidden.into_iter().zip(found).chain(worked_out).collect();
    let any_breach = all.iter().any(|(hidden, interval)| interval.range.integers() < hidden.required);
    let already = if any_breach { known_already(figures, earlier)? } else { BTreeMap::new() };
    // Facts are put into words where they are needed, which is seldom.
    let mut in_words = None;
    let attacked = all.into_iter().map(|(hidden, interval)| {
        let mut attacked = Attacked {
            figure: places[hidden.figure],
            part: hidden.part,
            window: hidden.window,
            interval,
            required: hidden.required,
            already: already.get(&(hidden.figure, hidden.part, hidden.window)).copied(),
            because: Vec::new(),
        };
        if aim != Aim::Safety && attacked.is_breach() {
            let Knowledge { system, sources, .. } =
                in_words.get_or_insert_with(|| Knowledge::in_words(figures, earlier));
            attacked.because = because(system, sources, hidden.unknown, hidden.required);
        }
        attacked
    });
    Ok(attacked.collect())
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

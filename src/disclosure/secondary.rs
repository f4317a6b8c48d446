//! Secondary suppression: the tables are attacked, and where a hidden number is not safe, others among those in the same
//! sums are suppressed too, until all are safe; what proves redundant is shown again. Then all choices that would lose less
//! are tried, where they are few enough ([`super::least`]).

use super::attacker::Attacker;
use super::draft::{Draft, Suppression};
use super::least::least;
use crate::attack::figures::Part;
use crate::attack::interval::Contradiction;
use crate::attack::{Attacked, linked};
use crate::level::Level;
use crate::printed::rule::Reason;
use std::collections::{BTreeMap, BTreeSet};

/// Suppresses more of a table until every hidden number is safe, in the groups of figures that have one `among` those that
/// changed.
///
/// # Errors
/// Where what is printed contradicts itself, which is a fault of the program.
pub(crate) fn suppress_more(
    draft: &mut Draft<'_>,
    attacker: Attacker<'_>,
    among: &dyn Fn(usize) -> bool,
) -> Result<(), Contradiction> {
    for places in linked(&attacker.target(draft)).into_iter().filter(|places| places.iter().any(|&place| among(place)))
    {
        // Region by region first: most of the work is done in small sums.
        let mut suppressed = Vec::new();
        for of_region in by_region(draft, &places) {
            suppressed.extend(suppress_in(draft, attacker, &of_region)?);
        }
        let more = suppress_in(draft, attacker, &places)?;
        if !more.is_empty() {
            suppressed.extend(more);
            show_redundant(draft, attacker, &places, &suppressed)?;
        }
    }
    Ok(())
}

/// The authorities of each region with the region itself.
fn by_region(draft: &Draft<'_>, places: &[usize]) -> Vec<Vec<usize>> {
    let mut regions = BTreeMap::<&str, Vec<usize>>::new();
    for &place in places {
        let figure = &draft.table.figures[place];
        match (figure.level, &figure.region) {
            (Level::Regional, _) => regions.entry(&figure.code).or_default().push(place),
            (Level::LocalAuthority, Some(region)) => regions.entry(region).or_default().push(place),
            _ => {}
        }
    }
    regions.into_values().collect()
}

/// Suppresses numbers of some figures until all that are hidden are safe, losing as little as can be told; what stays
/// suppressed.
pub(super) fn suppress_in(
    draft: &mut Draft<'_>,
    attacker: Attacker<'_>,
    places: &[usize],
) -> Result<Vec<Suppression>, Contradiction> {
    let greedily = suppress_greedily(draft, attacker, places)?;
    if greedily.is_empty() {
        return Ok(greedily);
    }
    Ok(least(draft, attacker, places, greedily))
}

/// Suppresses one number after another, each time that which loses least, then shows the redundant ones again.
fn suppress_greedily(
    draft: &mut Draft<'_>,
    attacker: Attacker<'_>,
    places: &[usize],
) -> Result<Vec<Suppression>, Contradiction> {
    let mut suppressed = Vec::new();
    loop {
        // One suppression at a time for each sum and part: what else it protects is not known before the next attack.
        let mut done = BTreeSet::new();
        let before = suppressed.len();
        for breach in attacker.breaches(draft, places)? {
            let figure = &draft.table.figures[breach.figure];
            let whose = figure.region.clone().unwrap_or_else(|| figure.code.clone());
            let sum = (whose, figure.indicator, breach.part);
            if done.contains(&sum) {
                continue;
            }
            if let Some((place, part)) = least_loss(draft, places, &breach) {
                draft.suppress(place, part, Some(Reason::Secondary));
                suppressed.push((place, part));
                done.insert(sum);
            }
        }
        if suppressed.len() == before {
            break;
        }
    }
    show_redundant(draft, attacker, places, &suppressed)
}

/// The suppression that loses least among the figures in the same sums as a breach.
fn least_loss(draft: &Draft<'_>, places: &[usize], breach: &Attacked) -> Option<Suppression> {
    let table = &draft.table;
    let breached = &table.figures[breach.figure];
    let region_of = |place: usize| table.figures[place].region();
    let home = region_of(breach.figure);
    // Its own region and what that is part of; then every other region.
    let near = |place: usize| region_of(place) == home || table.figures[place].level != Level::LocalAuthority;
    let least = |among: &dyn Fn(usize) -> bool, parts: [Part; 2]| {
        let all = places.iter().filter(|&&place| among(place)).flat_map(|&place| parts.map(|part| (place, part)));
        all.filter(|&(place, part)| draft.is_open(place, part))
            .min_by_key(|&(place, part)| (draft.loss(place, part), draft.rank(place, part)))
    };
    let is_other = |place: usize| {
        place != breach.figure
            && (table.figures[place].indicator == breached.indicator || breach.part == Part::Denominator)
    };
    let alike = [breach.part, Part::Value];
    let counts = [Part::Numerator, Part::Denominator];
    // Where the earlier tables left little of a number, what is shown of its own figure gives it away.
    let own = || counts.into_iter().find(|&part| draft.is_open(breach.figure, part));
    least(&|place| is_other(place) && near(place), alike)
        .or_else(|| least(&|place| is_other(place) && !near(place), alike))
        .or_else(|| Some((breach.figure, own()?)))
        // Beside earlier tables by another profile, any count may add to what they say: with all of them suppressed,
        // nobody knows more than they say.
        .or_else(|| least(&near, counts))
        .or_else(|| least(&|_| true, counts))
}

/// Takes redundant suppressions back, the last first; what stays suppressed.
fn show_redundant(
    draft: &mut Draft<'_>,
    attacker: Attacker<'_>,
    places: &[usize],
    suppressed: &[Suppression],
) -> Result<Vec<Suppression>, Contradiction> {
    let mut needed = suppressed.to_vec();
    // Unless something was known already, the first number that is not safe tells that one is needed.
    let mut last = None;
    let all_are_safe = attacker.is_safe(draft, places, &|_, _| true, &mut last);
    let mut is_protected = |draft: &Draft<'_>| {
        if all_are_safe {
            return Ok(attacker.is_safe(draft, places, &|_, _| true, &mut last));
        }
        Ok(attacker.breaches(draft, places)?.is_empty())
    };
    loop {
        let before = needed.len();
        needed = without_redundant(draft, needed, &mut is_protected)?;
        // What protected only something that is shown now is redundant too.
        if needed.len() == before {
            return Ok(needed);
        }
    }
}

/// Takes redundant suppressions back once, the last first; what stays suppressed, in the same order. Showing more never
/// protects, so that where several in a row can be taken back at once, each could be by itself; where one was redundant, twice
/// as many are tried next.
fn without_redundant(
    draft: &mut Draft<'_>,
    mut left: Vec<Suppression>,
    is_protected: &mut dyn FnMut(&Draft<'_>) -> Result<bool, Contradiction>,
) -> Result<Vec<Suppression>, Contradiction> {
    let mut needed = Vec::new();
    let mut at_once = 1;
    while !left.is_empty() {
        let rest = left.len().saturating_sub(at_once);
        draft.suppress_all(&left[rest..], None);
        if is_protected(draft)? {
            left.truncate(rest);
            at_once *= 2;
            continue;
        }
        draft.suppress_all(&left[rest..], Some(Reason::Secondary));
        if left.len() - rest == 1 {
            needed.extend(left.pop());
        }
        at_once = ((left.len() - rest) / 2).max(1);
    }
    needed.reverse();
    Ok(needed)
}

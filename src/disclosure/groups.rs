//! Groups of children: protected after the figures of all children, of which no number is hidden for their sake.
//!
//! The groups of a dimension add up to all children of the place, those of authorities to their region's and those of regions
//! to England's. So one hidden group takes another of its place with it, or the same group of another place; where nothing
//! else does, all groups of the dimension are hidden at the place.

use super::attacker::Attacker;
use super::draft::{Draft, Suppression};
use super::to_protect::GroupToProtect;
use crate::attack::earlier::{Target, WHY_IS_NOT_SAID};
use crate::attack::figures::Part;
use crate::attack::interval::Contradiction;
use crate::attack::{Aim, Attacked, attack, linked};
use crate::level::Level;
use crate::printed::PrintedFigure;
use crate::printed::rule::Reason;
use crate::seeds::disclosure::Profile;
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

/// Adds the figures of groups to those of all children, which are decided, and hides of them what must be.
///
/// # Errors
/// Where what is printed contradicts itself, which is a fault of the program.
pub(super) fn protect_groups(
    draft: &mut Draft<'_>,
    groups: &[GroupToProtect],
    attacker: Attacker<'_>,
) -> Result<(), Contradiction> {
    draft.add_groups(groups);
    let linked = linked(&attacker.target(draft));
    let hidden: Result<Vec<Protection>, Contradiction> = linked
        .into_par_iter()
        .map(|places| {
            let mut own = draft.clone();
            hide_in(&mut own, attacker, &places)?;
            if !is_proven(&own, attacker, &places) {
                return Ok(Protection::TakenBack(places));
            }
            let all = places.iter().flat_map(|&place| Part::ALL.map(|part| (place, part)));
            let hidden = |&(place, part): &Suppression| own.is_hidden(place, part) && !draft.is_hidden(place, part);
            let no_longer_known = draft.ruled.difference(&own.ruled).copied().collect();
            Ok(Protection::Hides { numbers: all.filter(hidden).collect(), no_longer_known })
        })
        .collect();
    for protection in hidden? {
        let (numbers, no_longer_known) = match protection {
            Protection::Hides { numbers, no_longer_known } => (numbers, no_longer_known),
            Protection::TakenBack(places) => {
                places.into_iter().for_each(|place| draft.take_back(place));
                continue;
            }
        };
        numbers.into_iter().for_each(|(place, part)| draft.suppress(place, part, Some(Reason::Secondary)));
        for number in no_longer_known {
            draft.ruled.remove(&number);
        }
    }
    Ok(())
}

/// How the groups of an indicator are protected.
enum Protection {
    /// By hiding these numbers; of some nobody knows any longer that the rule hides them.
    Hides { numbers: Vec<Suppression>, no_longer_known: Vec<Suppression> },
    /// They are not published: it could not be proven that all that is hidden is safe.
    TakenBack(Vec<usize>),
}

/// Whether it is soon proven that a stranger finds nothing that is not safe: then an audit, which has more time, finds the same.
fn is_proven(draft: &Draft<'_>, attacker: Attacker<'_>, places: &[usize]) -> bool {
    let stranger = Target { ruled: &WHY_IS_NOT_SAID, ..attacker.target(draft) };
    attack(&stranger, places, Aim::Safety).is_ok_and(|attacked| !attacked.iter().any(Attacked::is_breach))
}

/// Hides numbers of groups until all that are hidden are safe: place by place, where nearly all is done, region by region, and
/// everywhere.
fn hide_in(draft: &mut Draft<'_>, attacker: Attacker<'_>, places: &[usize]) -> Result<(), Contradiction> {
    leave_out_what_the_rule_tells(draft, attacker.profile, places);
    for of_place in by(draft, places, |figure| Some(figure.code.clone())) {
        let hidden = hide(draft, attacker, &of_place)?;
        show_redundant(draft, attacker, &of_place, hidden);
    }
    for of_region in by(draft, places, |figure| figure.region().map(str::to_owned)) {
        hide(draft, attacker, &of_region)?;
    }
    hide(draft, attacker, places)?;
    Ok(())
}

/// Leaves out the groups of a place that the rule itself tells: so many that are hidden for their own sake, of all children who
/// are hidden for theirs, have hardly more than the least each.
fn leave_out_what_the_rule_tells(draft: &mut Draft<'_>, profile: &Profile, places: &[usize]) {
    let of_dimension = |place: usize| draft.whole_of(place).map(|_| draft.of_dimension(place));
    let mut told: Vec<usize> = Vec::new();
    for groups in places.iter().filter_map(|&place| of_dimension(place).filter(|groups| groups[0] == place)) {
        let is_told = |part: Part| {
            let ruled = groups.iter().filter(|&&group| draft.ruled.contains(&(group, part))).count();
            let others = i64::try_from(ruled.saturating_sub(1)).unwrap_or(i64::MAX);
            let left = profile.hidden_to - profile.hidden_from.saturating_mul(others) - profile.hidden_from + 1;
            let of_all = draft.whole_of(groups[0]).is_some_and(|whole| draft.ruled.contains(&(whole, part)));
            of_all && ruled > 0 && left < profile.least_integers
        };
        // A numerator that leaves out as few may be a large one.
        if is_told(Part::Denominator) || !profile.complements && is_told(Part::Numerator) {
            told.push(groups[0]);
        }
    }
    for place in told {
        draft.leave_out_groups(place);
    }
}

/// Figures put together by some text; those without one are left out.
fn by(draft: &Draft<'_>, places: &[usize], text: impl Fn(&PrintedFigure) -> Option<String>) -> Vec<Vec<usize>> {
    let mut put = BTreeMap::<String, Vec<usize>>::new();
    for &place in places {
        if let Some(text) = text(&draft.table.figures[place]) {
            put.entry(text).or_default().push(place);
        }
    }
    put.into_values().collect()
}

/// Hides one number after another until all that are hidden among these figures are safe; those that were hidden one by one.
fn hide(draft: &mut Draft<'_>, attacker: Attacker<'_>, places: &[usize]) -> Result<Vec<Suppression>, Contradiction> {
    let mut hidden = Vec::new();
    loop {
        // One at a time for each sum: what else it protects is not known before the next attack.
        let mut done = BTreeSet::new();
        let mut changed = false;
        let breaches = attacker.breaches(draft, places)?;
        if breaches.iter().any(|breach| breach.interval.range.integers() == 0) {
            // The search gave up: hiding more would not make it easier.
            return Ok(hidden);
        }
        for breach in breaches {
            let figure = &draft.table.figures[breach.figure];
            let dimension = figure.group.as_ref().map(|group| group.dimension.clone());
            if !done.insert((figure.code.clone(), figure.indicator, dimension, breach.part)) {
                continue;
            }
            if let Some((place, part)) = least_loss(draft, places, &breach) {
                draft.suppress(place, part, Some(Reason::Secondary));
                hidden.push((place, part));
                changed = true;
            } else if let Some(left_out) = leave_out(draft, places, &breach) {
                hidden.retain(|(place, _)| !left_out.contains(place));
                changed = true;
            }
        }
        if !changed {
            return Ok(hidden);
        }
    }
}

/// The number of a group that loses least among those in the same sums as a breach: another group of the place, else the same
/// group of another place, else the other number of the group itself.
fn least_loss(draft: &Draft<'_>, places: &[usize], breach: &Attacked) -> Option<Suppression> {
    let table = &draft.table;
    let breached = &table.figures[breach.figure];
    let alike = [breach.part, Part::Value];
    let counts = [Part::Numerator, Part::Denominator];
    let least = |among: &dyn Fn(usize) -> bool, parts: [Part; 2]| {
        let all = places.iter().filter(|&&place| draft.whole_of(place).is_some() && among(place));
        let all = all.flat_map(|&place| parts.map(|part| (place, part)));
        all.filter(|&(place, part)| draft.is_open(place, part))
            .min_by_key(|&(place, part)| (draft.loss(place, part), draft.rank(place, part)))
    };
    let figure = |place: usize| &table.figures[place];
    let dimension = |place: usize| figure(place).group.as_ref().map(|group| &group.dimension);
    let is_linked = |place: usize| figure(place).indicator == breached.indicator || breach.part == Part::Denominator;
    let same_place = |place: usize| figure(place).code == breached.code && is_linked(place);
    let beside = |place: usize| {
        let own = dimension(breach.figure);
        place != breach.figure && same_place(place) && (own.is_none() || dimension(place) == own)
    };
    let same_group = |place: usize| {
        let is_near = figure(place).region() == breached.region() || figure(place).level != Level::LocalAuthority;
        place != breach.figure && figure(place).group == breached.group && is_linked(place) && is_near
    };
    least(&beside, alike)
        .or_else(|| least(&same_group, alike))
        .or_else(|| least(&|place| place == breach.figure, counts))
        .or_else(|| least(&beside, counts))
}

/// Hides all groups of a dimension at the place of a breach, else at the first place in the same sums of which any is shown;
/// which these are.
fn leave_out(draft: &mut Draft<'_>, places: &[usize], breach: &Attacked) -> Option<Vec<usize>> {
    let code = draft.table.figures[breach.figure].code.clone();
    let groups = || places.iter().copied().filter(|&place| draft.whole_of(place).is_some());
    let own = groups().filter(|&place| place == breach.figure);
    let (near, far): (Vec<usize>, Vec<usize>) = groups().partition(|&place| draft.table.figures[place].code == code);
    let all: Vec<usize> = own.chain(near).chain(far).collect();
    all.into_iter().find(|&place| draft.leave_out_groups(place)).map(|place| draft.of_dimension(place))
}

/// Shows again what need not be hidden, the last first.
fn show_redundant(draft: &mut Draft<'_>, attacker: Attacker<'_>, places: &[usize], hidden: Vec<Suppression>) {
    let mut last = None;
    if !attacker.is_safe(draft, places, &|_, _| true, &mut last) {
        return;
    }
    for (place, part) in hidden.into_iter().rev() {
        draft.suppress(place, part, None);
        if !attacker.is_safe(draft, places, &|_, _| true, &mut last) {
            draft.suppress(place, part, Some(Reason::Secondary));
        }
    }
}

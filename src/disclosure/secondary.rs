//! What else must be hidden: the tables are attacked, and where too much is known the least is hidden that shares a
//! sum with it, until nothing is; what turns out to be needless is shown again.

use super::protected::{Choice, Draft};
use crate::attack::earlier::{Earlier, Target};
use crate::attack::figures::Part;
use crate::attack::search::Contradiction;
use crate::attack::{Aim, Attacked, attack, linked};
use crate::level::Level;
use crate::printed::rule::Reason;
use crate::seeds::disclosure::Profile;
use std::collections::{BTreeMap, BTreeSet};

/// Something that was hidden to protect something else.
type Hid = (usize, Choice);

/// What the tables are attacked with.
#[derive(Debug, Clone, Copy)]
pub struct Known<'a> {
    /// The rule.
    pub profile: &'a Profile,
    /// What was published already.
    pub earlier: &'a [Earlier<'a>],
}

impl<'a> Known<'a> {
    fn of(self, draft: &'a Draft<'_>) -> Target<'a> {
        Target { table: &draft.table, profile: self.profile, earlier: self.earlier }
    }
}

/// Hides what else must be hidden in a table.
///
/// # Errors
/// Where what is printed contradicts itself, which is a fault of the program.
pub fn hide_more(draft: &mut Draft<'_>, known: Known<'_>) -> Result<(), Contradiction> {
    for places in linked(&known.of(draft)) {
        // Region by region first: most of what is to be done is done in small sums.
        let mut hid = Vec::new();
        for of_region in by_region(draft, &places) {
            hid.extend(hide_in(draft, known, &of_region)?);
        }
        let more = hide_in(draft, known, &places)?;
        if !more.is_empty() {
            hid.extend(more);
            show_again(draft, known, &places, &hid)?;
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

/// Hides in some figures until none of them is known too well, then shows again what was hidden in vain.
fn hide_in(draft: &mut Draft<'_>, known: Known<'_>, places: &[usize]) -> Result<Vec<Hid>, Contradiction> {
    let mut hid = Vec::new();
    loop {
        let attacked = attack(&known.of(draft), places, Aim::Breaches)?;
        // One choice at a time for each sum and part: what it mends is not known before the next attack.
        let mut met = BTreeSet::new();
        let before = hid.len();
        for breach in attacked.iter().filter(|attacked| attacked.is_breach()) {
            let figure = &draft.table.figures[breach.figure];
            let whose = figure.region.clone().unwrap_or_else(|| figure.code.clone());
            let sum = (whose, figure.indicator, breach.part);
            if met.contains(&sum) {
                continue;
            }
            if let Some(choice) = least_lost(draft, places, breach) {
                draft.set(choice.0, choice.1, Some(Reason::Margin));
                hid.push(choice);
                met.insert(sum);
            }
        }
        if hid.len() == before {
            break;
        }
    }
    show_again(draft, known, places, &hid)
}

/// The choice that loses least among the figures that share a sum with what is known too well.
fn least_lost(draft: &Draft<'_>, places: &[usize], breach: &Attacked) -> Option<Hid> {
    let table = &draft.table;
    let known = &table.figures[breach.figure];
    let region_of = |place: usize| {
        let figure = &table.figures[place];
        figure.region.as_deref().or((figure.level == Level::Regional).then_some(figure.code.as_str()))
    };
    let home = region_of(breach.figure);
    // Its own region and what that is part of; then every other region.
    let near = |place: usize| region_of(place) == home || table.figures[place].level != Level::LocalAuthority;
    let least = |among: &dyn Fn(usize) -> bool, choices: [Choice; 2]| {
        let all = places.iter().filter(|&&place| among(place)).flat_map(|&place| choices.map(|choice| (place, choice)));
        all.filter(|&(place, choice)| draft.is_open(place, choice))
            .min_by_key(|&(place, choice)| (draft.loss(place, choice), choice, place))
    };
    let is_other = |place: usize| {
        place != breach.figure
            && (table.figures[place].indicator == known.indicator || breach.part == Part::Denominator)
    };
    let alike = [Choice::from(breach.part), Choice::Value];
    let counts = [Choice::Numerator, Choice::Denominator];
    // What is shown of its own figure tells where the earlier tables left little of it already.
    let own = || counts.into_iter().find(|&choice| draft.is_open(breach.figure, choice));
    least(&|place| is_other(place) && near(place), alike)
        .or_else(|| least(&|place| is_other(place) && !near(place), alike))
        .or_else(|| Some((breach.figure, own()?)))
        // Beside earlier tables by another profile, any count may tell more than they do: with all of them hidden,
        // nobody knows more than they tell.
        .or_else(|| least(&near, counts))
        .or_else(|| least(&|_| true, counts))
}

/// Shows again, the last first, what protects nothing; what stays hidden.
fn show_again(
    draft: &mut Draft<'_>,
    known: Known<'_>,
    places: &[usize],
    hid: &[Hid],
) -> Result<Vec<Hid>, Contradiction> {
    let mut needed = hid.to_vec();
    loop {
        let before = needed.len();
        for at in (0..before).rev() {
            let (place, choice) = needed[at];
            draft.set(place, choice, None);
            if attack(&known.of(draft), places, Aim::Breaches)?.iter().any(Attacked::is_breach) {
                draft.set(place, choice, Some(Reason::Margin));
            } else {
                needed.remove(at);
            }
        }
        // What protected only something that is shown now is not needed any more.
        if needed.len() == before {
            return Ok(needed);
        }
    }
}

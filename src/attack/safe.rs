//! Whether all that is hidden is safe, for whoever chooses what to hide.

use super::already::worked_out;
use super::earlier::Target;
use super::figures::{Figures, Part, Ruled};
use super::interval::{Contradiction, Wanted, first_lacking};
use super::knowledge::{HiddenNumber, Knowledge};
use super::reading::small;
use super::{agreeing, figures_at, ruled};

/// Why some figures are not safe.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum NotSafe {
    /// Of this number of a figure not enough is left.
    Number(usize, Part),
    /// What is printed contradicts itself, or tells of a part of a window.
    Otherwise,
}

/// Looks whether enough is left for each hidden number of some figures, or of some of their numbers, whatever was published
/// already. Whoever chooses what to hide tries many choices: the first number that is not safe ends the attack, and what
/// takes long to be proven safe is not. So the one that was not safe the last time comes first.
///
/// # Errors
/// Where it is not.
pub(crate) fn safe(
    target: &Target<'_>,
    places: &[usize],
    among: &dyn Fn(usize, Part) -> bool,
    last: Option<(usize, Part)>,
) -> Result<(), NotSafe> {
    let figures = Figures { ruled: ruled(target, places), ..figures_at(target, places) };
    let earlier = agreeing(target, places);
    let whose = |hidden: &HiddenNumber| (places[hidden.figure], hidden.part);
    let is_left = |Knowledge { mut system, mut hidden, parts, .. }: Knowledge| {
        system.in_haste = true;
        hidden.retain(|hidden| among(places[hidden.figure], hidden.part));
        hidden.sort_by_key(|hidden| Some(whose(hidden)) != last);
        let wanted = hidden.iter().map(|hidden| Wanted { unknown: hidden.unknown, enough: hidden.required });
        match first_lacking(&mut system, &wanted.collect::<Vec<_>>()).map_err(|Contradiction| NotSafe::Otherwise)? {
            Some(lacking) => {
                let (place, part) = whose(&hidden[lacking]);
                Err(NotSafe::Number(place, part))
            }
            None if worked_out(target.profile, &parts, &system).is_empty() => Ok(()),
            None => Err(NotSafe::Otherwise),
        }
    };
    let plain = Figures { ruled: Ruled::new(), ..figures.clone() };
    is_left(Knowledge::of(&figures, &earlier))?;
    small(&plain, &[]).map_or(Ok(()), |(_, known)| is_left(known))
}

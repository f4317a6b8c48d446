//! Stage seven: what anybody may read, by cell suppression.
//!
//! Primary suppression first, by the rule of the profile; then secondary suppression of whatever else must be hidden so
//! that nothing hidden can be worked out, by the same attack that is made on what was written. [`Protected`] is what is
//! left, and all that the publishing stage takes.

mod attacker;
pub(crate) mod cost;
mod draft;
mod groups;
mod least;
mod loss;
mod order;
mod protected;
mod secondary;
#[cfg(test)]
mod tests;
mod time;
mod to_protect;
mod windows;

pub use order::Decided;
pub(crate) use protected::HiddenNumber;
pub use protected::Protected;
pub use to_protect::GroupToProtect;

use crate::attack::earlier::Earlier;
use crate::attack::interval::Contradiction;
use crate::figures::Figure;
use crate::printed::published::Published;
use crate::seeds::Seeds;
use crate::seeds::disclosure::Profile;
use crate::timeframe::Timeframe;
use crate::verdict::Reliance;
use attacker::Attacker;
use draft::Draft;
use rayon::prelude::*;

/// The exact figures of one day, to be protected.
#[derive(Debug)]
pub struct DayToProtect<'run> {
    /// The day and the window.
    pub timeframe: Timeframe,
    /// In order of level, code and indicator, each with its reliance.
    pub figures: Vec<(&'run Figure, Reliance)>,
    /// What was decided about each child, hashed: nobody else knows it, so it decides between choices that lose as much.
    pub decided: &'run Decided,
    /// The figures of groups that are published with them; none where none are.
    pub groups: &'run [GroupToProtect],
}

/// Protects the figures of several days as one set, together with what was published already.
///
/// # Errors
/// Where what would be printed contradicts itself, which is a fault of the program.
pub fn protect(
    days: &[DayToProtect<'_>],
    profile: &Profile,
    seeds: &Seeds,
    published: &[Published],
) -> Result<Vec<Protected>, Contradiction> {
    let flows: Vec<u16> = seeds.indicators.iter().filter(|seed| seed.is_flow).map(|seed| seed.number).collect();
    let drafts: Result<Vec<(Draft<'_>, Vec<Earlier<'_>>)>, Contradiction> = days
        .par_iter()
        .map(|day| {
            let mut draft =
                Draft::of(day.timeframe, (&day.figures, day.decided), profile, &seeds.authorities, &seeds.indicators);
            if goes_on(&day.timeframe, days.iter().map(|day| &day.timeframe)) {
                draft.without_indicators(&flows);
            }
            let earlier = Earlier::of(&draft.table, published, &[], &seeds.indicators);
            time::suppress_as_before(&mut draft, &earlier, profile);
            secondary::suppress_more(&mut draft, Attacker { profile, earlier: &earlier }, &|_| true)?;
            Ok((draft, earlier))
        })
        .collect();
    let (mut drafts, earlier): (Vec<_>, Vec<_>) = drafts?.into_iter().unzip();
    loop {
        let changed = time::suppress_alike(&mut drafts, &seeds.indicators);
        for (&day, places) in &changed {
            let attacker = Attacker { profile, earlier: &earlier[day] };
            secondary::suppress_more(&mut drafts[day], attacker, &|place| places.contains(&place))?;
        }
        let together = windows::suppress_together(&mut drafts, profile, seeds, published)?;
        if changed.is_empty() && together.is_empty() {
            break;
        }
    }
    for ((draft, day), earlier) in
        drafts.iter_mut().zip(days).zip(&earlier).filter(|((_, day), _)| !day.groups.is_empty())
    {
        groups::protect_groups(draft, day.groups, Attacker { profile, earlier })?;
    }
    Ok(drafts.into_iter().map(Draft::finish).collect())
}

/// Whether the window of a day goes on to another of these. Cumulative days tell by what each has more than another what
/// happened in the months between, which is small far more often than in a year: of those the last alone is published.
pub(crate) fn goes_on<'a>(day: &Timeframe, mut days: impl Iterator<Item = &'a Timeframe>) -> bool {
    days.any(|other| other.window_start == day.window_start && other.as_at > day.as_at)
}

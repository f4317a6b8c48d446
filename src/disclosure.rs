//! Stage seven: what may be read by anybody.
//!
//! The rule first, then whatever else must be hidden so that nothing hidden can be worked out, by the same attack
//! that is made on what was written. [`Protected`] is what is left, and all that the publishing stage takes.

mod protected;
mod secondary;
#[cfg(test)]
mod tests;
pub mod time;

pub use protected::Protected;

use crate::attack::earlier::Earlier;
use crate::attack::search::Contradiction;
use crate::figures::Figure;
use crate::printed::published::Published;
use crate::seeds::Seeds;
use crate::seeds::disclosure::Profile;
use crate::timeframe::Timeframe;
use crate::verdict::Reliance;
use protected::Draft;
use rayon::prelude::*;
use secondary::Known;

/// The figures of one day, exact, that are to be protected.
#[derive(Debug)]
pub struct DayToProtect<'run> {
    /// The day and the window.
    pub timeframe: Timeframe,
    /// In order of level, code and indicator, each with how far it can be relied upon.
    pub figures: Vec<(&'run Figure, Reliance)>,
}

/// Protects the figures of several days, as one set with what was published already.
///
/// # Errors
/// Where what would be printed contradicts itself, which is a fault of the program.
pub fn protect(
    days: &[DayToProtect<'_>],
    profile: &Profile,
    seeds: &Seeds,
    published: &[Published],
) -> Result<Vec<Protected>, Contradiction> {
    let drafts: Result<Vec<(Draft<'_>, Vec<Earlier<'_>>)>, Contradiction> = days
        .par_iter()
        .map(|day| {
            let mut draft = Draft::of(day.timeframe, &day.figures, profile, &seeds.authorities, &seeds.indicators);
            let earlier = Earlier::of(&draft.table, published, &seeds.indicators);
            time::hide_as_before(&mut draft, &earlier, profile);
            secondary::hide_more(&mut draft, Known { profile, earlier: &earlier })?;
            Ok((draft, earlier))
        })
        .collect();
    let (mut drafts, earlier): (Vec<_>, Vec<_>) = drafts?.into_iter().unzip();
    loop {
        let changed = time::hide_alike(&mut drafts, &seeds.indicators);
        if changed.is_empty() {
            break;
        }
        for day in changed {
            secondary::hide_more(&mut drafts[day], Known { profile, earlier: &earlier[day] })?;
        }
    }
    Ok(drafts.into_iter().map(Draft::protected).collect())
}

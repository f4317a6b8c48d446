//! Stage seven: what may be read by anybody.
//!
//! The rule first, then whatever else must be hidden so that nothing hidden can be worked out, by the same attack
//! that is made on what was written. [`Protected`] is what is left, and all that the publishing stage takes.

pub mod primary;
mod protected;
mod secondary;
#[cfg(test)]
mod tests;
pub mod time;

pub use protected::Protected;

use crate::attack::search::Contradiction;
use crate::benchmark::Compared;
use crate::figures::Figure;
use crate::seeds::Seeds;
use crate::seeds::disclosure::Profile;
use protected::Draft;
use rayon::prelude::*;

/// Protects the figures of a run's days, as one set.
///
/// # Errors
/// Where what would be printed contradicts itself, which is a fault of the program.
pub fn protect(days: &[Compared], profile: &Profile, seeds: &Seeds) -> Result<Vec<Protected>, Contradiction> {
    let drafts: Result<Vec<Draft<'_>>, Contradiction> = days
        .par_iter()
        .map(|day| {
            let figures: Vec<&Figure> = day.list.iter().map(|compared| &compared.figure).collect();
            let mut draft = Draft::of(day.timeframe, &figures, profile, &seeds.authorities, &seeds.indicators);
            secondary::hide_more(&mut draft, profile)?;
            Ok(draft)
        })
        .collect();
    let mut drafts = drafts?;
    loop {
        let changed = time::hide_alike(&mut drafts);
        if changed.is_empty() {
            break;
        }
        for day in changed {
            secondary::hide_more(&mut drafts[day], profile)?;
        }
    }
    Ok(drafts.into_iter().map(Draft::protected).collect())
}

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
mod left_out;
mod loss;
mod order;
mod protected;
mod same_children;
mod secondary;
#[cfg(test)]
mod tests;
mod time;
mod to_protect;

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
    let timeframes: Vec<Timeframe> = days.iter().map(|day| day.timeframe).collect();
    let left_out = left_out::left_out(&timeframes, published, &flows);
    let protected: Result<Vec<_>, Contradiction> = days
        .par_iter()
        .zip(left_out)
        .map(|(day, left_out)| of_day(day, if left_out { &flows } else { &[] }, profile, seeds, published))
        .collect();
    let (mut drafts, earlier): (Vec<_>, Vec<_>) = protected?.into_iter().unzip();
    loop {
        let changed = time::suppress_alike(&mut drafts, &seeds.indicators);
        for (&day, places) in &changed {
            let attacker = Attacker { profile, earlier: &earlier[day] };
            secondary::suppress_more(&mut drafts[day], attacker, &|place| places.contains(&place))?;
        }
        if changed.is_empty() {
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

/// One day protected by itself and beside what was published already, without the indicators that are left out.
fn of_day<'run>(
    day: &DayToProtect<'run>,
    left_out: &[u16],
    profile: &'run Profile,
    seeds: &Seeds,
    published: &'run [Published],
) -> Result<(Draft<'run>, Vec<Earlier<'run>>), Contradiction> {
    let figures = (day.figures.as_slice(), day.decided);
    let mut draft = Draft::of(day.timeframe, figures, profile, &seeds.authorities, &seeds.indicators);
    draft.leave_out(left_out);
    let earlier = Earlier::of(&draft.table, published, &[], &seeds.indicators);
    time::suppress_as_before(&mut draft, &earlier, profile);
    secondary::suppress_more(&mut draft, Attacker { profile, earlier: &earlier }, &|_| true)?;
    Ok((draft, earlier))
}

//! Tables of several days that are published together, whose windows add up.

use super::attacker::Attacker;
use super::draft::Draft;
use super::secondary::suppress_in_windows;
use crate::attack::earlier::Earlier;
use crate::attack::interval::Contradiction;
use crate::printed::published::Published;
use crate::seeds::Seeds;
use crate::seeds::disclosure::Profile;

/// Suppresses on each day what the tables of all days would tell together; the days that changed.
///
/// # Errors
/// Where what is printed contradicts itself, which is a fault of the program.
pub(super) fn suppress_together(
    drafts: &mut [Draft<'_>],
    profile: &Profile,
    seeds: &Seeds,
    published: &[Published],
) -> Result<Vec<usize>, Contradiction> {
    let mut changed = Vec::new();
    for day in 0..drafts.len() {
        let others: Vec<Published> = (0..drafts.len())
            .filter(|&other| other != day)
            .map(|other| {
                let table = drafts[other].table.clone();
                let folder = format!("the table of {}", table.timeframe.as_at).into();
                Published { folder, profile: profile.clone(), table, with_groups: None }
            })
            .collect();
        let before = drafts[day].table.clone();
        let earlier = Earlier::of(&before, published, &others, &seeds.indicators);
        if !earlier.iter().any(Earlier::is_together) {
            continue;
        }
        suppress_in_windows(&mut drafts[day], Attacker { profile, earlier: &earlier })?;
        if drafts[day].table != before {
            changed.push(day);
        }
    }
    Ok(changed)
}

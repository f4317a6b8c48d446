//! The same children on several days: the exams of one year are shown by every quarter's tables until the next,
//! and what was published already.

use super::protected::{Choice, Draft};
use crate::attack::earlier::{Earlier, hidden_before};
use crate::printed::rule::Reason;
use crate::printed::same::same_numbers;
use crate::seeds::disclosure::Profile;
use crate::seeds::indicators::IndicatorSeed;

/// Hides what was hidden in what was published already of the same numbers: the data may have been revised, but who
/// takes both together must not be given it.
pub fn hide_as_before(draft: &mut Draft<'_>, earlier: &[Earlier<'_>], profile: &Profile) {
    for earlier in earlier {
        let hidden: Vec<(usize, Choice)> = earlier
            .twins(&draft.table)
            .flat_map(|(place, now, then)| {
                hidden_before(now, then, profile).into_iter().map(move |part| (place, part.into()))
            })
            .collect();
        for (place, choice) in hidden {
            if draft.is_open(place, choice) {
                draft.set(place, choice, Some(Reason::Time));
            }
        }
    }
}

/// Hides on every day what is hidden on one, of the same children; the days on which anything more is hidden.
pub fn hide_alike(drafts: &mut [Draft<'_>], indicators: &[IndicatorSeed]) -> Vec<usize> {
    let mut changed = Vec::new();
    for day in 0..drafts.len() {
        for other in (0..drafts.len()).filter(|&other| other != day) {
            for (place, twin) in same_numbers(&drafts[day].table, &drafts[other].table, indicators) {
                for choice in [Choice::Numerator, Choice::Denominator, Choice::Value] {
                    if drafts[other].is_hidden(twin, choice) && drafts[day].is_open(place, choice) {
                        drafts[day].set(place, choice, Some(Reason::Time));
                        changed.push(day);
                    }
                }
            }
        }
    }
    changed.dedup();
    changed
}

//! The same children in several tables: the exams of one year are shown by every quarter's tables until the next, and
//! figures may have been published already.

use super::draft::Draft;
use crate::attack::earlier::{Earlier, hidden_before};
use crate::attack::figures::Part;
use crate::printed::rule::Reason;
use crate::printed::same::same_numbers;
use crate::seeds::disclosure::Profile;
use crate::seeds::indicators::IndicatorSeed;
use std::collections::{BTreeMap, BTreeSet};

/// Suppresses what was hidden where the same numbers were published already: the data may have been revised, but both
/// tables together must not give it away.
pub(crate) fn suppress_as_before(draft: &mut Draft<'_>, earlier: &[Earlier<'_>], profile: &Profile) {
    for earlier in earlier {
        let hidden: Vec<(usize, Part)> = earlier
            .twins(&draft.table)
            .flat_map(|(place, now, then)| hidden_before(now, then, profile).into_iter().map(move |part| (place, part)))
            .collect();
        for (place, part) in hidden {
            if draft.is_open(place, part) {
                draft.suppress(place, part, Some(Reason::Time));
            }
        }
    }
}

/// Suppresses on every day what is hidden on one, of the same children; which figures of which days changed.
pub(crate) fn suppress_alike(
    drafts: &mut [Draft<'_>],
    indicators: &[IndicatorSeed],
) -> BTreeMap<usize, BTreeSet<usize>> {
    let mut changed = BTreeMap::<usize, BTreeSet<usize>>::new();
    for day in 0..drafts.len() {
        for other in (0..drafts.len()).filter(|&other| other != day) {
            for (place, twin) in same_numbers(&drafts[day].table, &drafts[other].table, indicators) {
                for part in [Part::Numerator, Part::Denominator, Part::Value] {
                    if drafts[other].is_hidden(twin, part) && drafts[day].is_open(place, part) {
                        drafts[day].suppress(place, part, Some(Reason::Time));
                        changed.entry(day).or_default().insert(place);
                    }
                }
            }
        }
    }
    changed
}

//! The settings of a published table: its profile, held to the one of that name that this program has, for its meaning is
//! free text and its name is what a reader goes by; and the pairs of indicators beside it.

use crate::contract::PROFILE;
use crate::printed::published::Published;
use crate::seeds::disclosure::Profile;
use crate::seeds::indicators::IndicatorSeed;
use std::collections::BTreeSet;

/// What is said of a profile with the name of one of this program that is not that one.
pub(crate) fn not_as_built_in(day: &Published, built_in: &[Profile]) -> Option<String> {
    let named = built_in.iter().find(|profile| profile.name == day.profile.name)?;
    (*named != day.profile).then(|| {
        format!(
            "{}: is not the profile of this program that has its name; if it is another, it needs another name",
            day.folder.join(PROFILE).display()
        )
    })
}

/// What is said of pairs of indicators that never ask the same children: two numbers may be anything.
pub(crate) fn pairs_of_no_indicators(day: &Published, indicators: &[IndicatorSeed]) -> Option<String> {
    let is_pair = |[one, other]: &[u16; 2]| {
        one < other && indicators.iter().any(|seed| seed.number == *one && seed.same_children == Some(*other))
    };
    let mut seen = BTreeSet::new();
    let is_wrong = day.table.same_children.iter().any(|pair| !is_pair(pair) || !seen.insert(pair));
    is_wrong.then(|| {
        format!(
            "{}: same_children has a pair of indicators that do not ask the same children, or one twice",
            day.folder.join(PROFILE).display()
        )
    })
}

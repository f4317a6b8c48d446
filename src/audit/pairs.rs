//! The pairs of indicators beside the profile of a published table.

use crate::contract::PROFILE;
use crate::printed::published::Published;
use crate::seeds::indicators::IndicatorSeed;
use std::collections::BTreeSet;

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

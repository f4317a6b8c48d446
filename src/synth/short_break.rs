//! Short breaks: an agreed series of stays away from home, recorded break by break (V3) or as one agreement (V4).

use std::collections::BTreeMap;

use super::authority::Character;
use super::chance::Chance;
use super::episode::{Episode, Placement, Sector};
use crate::day::Day;

/// The short breaks of a child whose series begins on `entry`.
pub(crate) fn short_breaks(character: &Character, born: Day, entry: Day, chance: &mut Chance) -> Vec<Episode> {
    let end = entry.plus_days(chance.between((120, 1200))).min(born.birthday(18));
    let break_by_break = chance.happens(700);
    let pattern = Episode {
        start: entry,
        end,
        began: "S",
        legal_status: if break_by_break { "V3" } else { "V4" },
        need: "N2",
        placement: Placement {
            place: chance.pick(&[(55, "Q2"), (30, "K2"), (15, "R1")]),
            provider: chance.pick(&[(70, "PR1"), (15, "PR4"), (15, "PR5")]),
            sector: Sector::drawn(character.district, chance),
            registration: None,
        },
        ended: "E8",
        change: "",
        home: Sector::drawn(character.district, chance),
    };
    if break_by_break { within_the_limit(each_break(&pattern, chance)) } else { vec![pattern] }
}

fn each_break(pattern: &Episode, chance: &mut Chance) -> Vec<Episode> {
    let mut breaks = Vec::new();
    let mut start = pattern.start;
    while start < pattern.end {
        let end = start.plus_days(chance.between((1, 4)));
        breaks.push(Episode { start, end, ..pattern.clone() });
        start = end.plus_days(chance.between((5, 18)));
    }
    breaks
}

/// The most days of short breaks in a year: 75, less four for a break that runs over from the year before.
const YEARLY_LIMIT: i32 = 71;

/// Leaves out the breaks beyond a year's limit: with more, the child would be looked after.
fn within_the_limit(mut breaks: Vec<Episode>) -> Vec<Episode> {
    let mut days_by_year = BTreeMap::new();
    breaks.retain(|one| {
        let days = days_by_year.entry(one.start.return_year()).or_insert(0);
        *days += one.end.days_since(one.start);
        *days <= YEARLY_LIMIT
    });
    breaks
}

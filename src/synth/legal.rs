//! Legal statuses during a period of care.

use super::chance::Chance;
use super::stay::Stay;
use crate::day::Day;

/// A legal status and the day it begins.
pub(crate) struct LegalStatus {
    /// The day it begins.
    pub(crate) start: Day,
    /// Its code, LS.
    pub(crate) code: &'static str,
}

/// The legal statuses during a stay, in order, the first from its first day.
pub(crate) fn statuses(born: Day, stay: &Stay, chance: &mut Chance) -> Vec<LegalStatus> {
    let mut statuses = vec![LegalStatus { start: stay.start, code: first_status(born.age_on(stay.start), chance) }];
    while let Some(last) = statuses.last() {
        let Some(next) = next_status(last, stay, chance) else { break };
        if next.start >= stay.end {
            break;
        }
        statuses.push(next);
    }
    statuses
}

fn first_status(age: i32, chance: &mut Chance) -> &'static str {
    match age {
        0..=9 => chance.pick(&[(52, "V2"), (36, "C1"), (6, "L1"), (6, "L2")]),
        10..=15 => chance.pick(&[(72, "V2"), (14, "C1"), (6, "L1"), (3, "L2"), (3, "J1"), (1, "J2"), (1, "J3")]),
        _ => chance.pick(&[(90, "V2"), (2, "C1"), (2, "L1"), (5, "J1"), (1, "J2")]),
    }
}

/// The status that follows, and when: interim orders follow emergencies, and full orders follow those.
fn next_status(last: &LegalStatus, stay: &Stay, chance: &mut Chance) -> Option<LegalStatus> {
    let after = |days, code| Some(LegalStatus { start: last.start.plus_days(days), code });
    match last.code {
        "L1" | "J2" => after(chance.between((1, 3)), "V2"),
        "L2" => after(chance.between((3, 8)), "C1"),
        "C1" => after(chance.between((120, 400)), "C2"),
        "V2" if chance.happens(360) => after(chance.between((20, 300)), "C1"),
        "C2" | "V2" => placement_order(last, stay, chance),
        _ => None,
    }
}

/// Most children who will be adopted get a placement order between the decision and the placement.
fn placement_order(last: &LegalStatus, stay: &Stay, chance: &mut Chance) -> Option<LegalStatus> {
    let adoption = stay.adoption.as_ref()?;
    let start = adoption.decided.plus_days(chance.between((5, 90))).min(adoption.placed);
    (start > last.start).then_some(LegalStatus { start, code: "E1" })
}

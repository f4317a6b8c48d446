//! OC3: care leavers aged 19.

use super::authority::Character;
use super::chance::Chance;
use super::life::Life;
use super::table::Sheet;

/// Adds the young person's row, unless the authority has nothing to report. Returns whether it was added.
pub(crate) fn add_row(oc3: &mut Sheet, life: &Life, character: &Character, chance: &mut Chance) -> bool {
    let taken_over = life.episodes().last().is_some_and(|last| matches!(last.ended, "E2" | "E3"));
    if taken_over || chance.happens(8) {
        return false;
    }
    let in_touch = in_touch(character, chance);
    let (activity, accommodation) = match in_touch {
        "YES" => (activity(character, chance), accommodation(character, chance)),
        _ => ("0", "0"),
    };
    oc3.about(life.child).day(life.reported_birth()).text(in_touch).text(activity).text(accommodation).end();
    true
}

fn in_touch(character: &Character, chance: &mut Chance) -> &'static str {
    if chance.happens(6) {
        return chance.pick(&[(1, "DIED"), (3, "RHOM")]);
    }
    if chance.happens(character.in_touch) { "YES" } else { chance.pick(&[(60, "NO"), (25, "REFU"), (15, "NREQ")]) }
}

fn activity(character: &Character, chance: &mut Chance) -> &'static str {
    if chance.happens(character.occupied) {
        chance.pick(&[(10, "F1"), (47, "F2"), (26, "F3"), (1, "P1"), (8, "P2"), (8, "P3")])
    } else {
        chance.pick(&[(25, "G4"), (55, "G5"), (20, "G6")])
    }
}

fn accommodation(character: &Character, chance: &mut Chance) -> &'static str {
    if chance.happens(character.housed) {
        chance.pick(&[
            (46, "U1"),
            (12, "B1"),
            (12, "D1"),
            (10, "E1"),
            (8, "Z1"),
            (4, "T1"),
            (4, "K1"),
            (2, "Y1"),
            (2, "C1"),
        ])
    } else {
        chance.pick(&[(40, "X2"), (12, "S2"), (12, "V2"), (8, "W2"), (10, "R2"), (8, "B2"), (10, "Y2")])
    }
}

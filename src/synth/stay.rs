//! The outline of a life: when periods of care begin and end, and why.

use super::adoption::{self, Adoption};
use super::authority::Character;
use super::chance::Chance;
use crate::day::Day;

/// The outline of one period of care.
pub(crate) struct Stay {
    /// The first day in care.
    pub(crate) start: Day,
    /// The day of leaving.
    pub(crate) end: Day,
    /// Why it ends, REC.
    pub(crate) reason: &'static str,
    /// The adoption, if it ends in one.
    pub(crate) adoption: Option<Adoption>,
}

/// The stays of a child who first comes into care on `entry`.
pub(crate) fn stays(character: &Character, born: Day, entry: Day, chance: &mut Chance) -> Vec<Stay> {
    let age = born.age_on(entry);
    if age < 5 && chance.happens(if age < 1 { 480 } else { 290 }) {
        let adoption = adoption::adoption(character, entry, chance);
        let reason = chance.pick(&[(45, "E11"), (55, "E12")]);
        return vec![Stay { start: entry, end: adoption.adopted, reason, adoption: Some(adoption) }];
    }
    ordinary_stays(born, entry, chance)
}

/// Stays that do not end in adoption; some children come back after going home.
fn ordinary_stays(born: Day, entry: Day, chance: &mut Chance) -> Vec<Stay> {
    let mut stays = vec![ordinary_stay(born, entry, chance)];
    while let Some(last) = stays.last() {
        let returns_on = last.end.plus_days(chance.between((15, 700)));
        let comes_back = last.reason == "E4" && chance.happens(150) && returns_on < born.birthday(18).plus_days(-90);
        if !comes_back {
            break;
        }
        stays.push(ordinary_stay(born, returns_on, chance));
    }
    stays
}

fn ordinary_stay(born: Day, start: Day, chance: &mut Chance) -> Stay {
    let eighteen = born.birthday(18);
    let days =
        chance.pick(&[(21, (2, 60)), (20, (61, 365)), (22, (366, 1095)), (14, (1096, 2900)), (23, (9000, 9000))]);
    let end = start.plus_days(chance.between(days)).min(eighteen);
    let reason = match end {
        _ if end == eighteen => chance.pick(&[(52, "E5"), (18, "E6"), (6, "E7"), (18, "E8"), (6, "E4")]),
        _ if born.age_on(end) >= 12 => chance.pick(&[
            (660, "E4"),
            (30, "E41"),
            (15, "E43"),
            (35, "E44"),
            (25, "E3"),
            (30, "E9"),
            (5, "E2"),
            (200, "E8"),
        ]),
        _ => chance.pick(&[(620, "E4"), (70, "E41"), (50, "E43"), (80, "E44"), (25, "E3"), (5, "E2"), (150, "E8")]),
    };
    Stay { start, end, reason, adoption: None }
}

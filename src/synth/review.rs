//! Reviews: four weeks after a period of care begins, three months after that, then every six months.

use super::authority::Character;
use super::chance::Chance;
use super::stay::Stay;
use crate::day::Day;

/// A review that was held.
pub(crate) struct Review {
    /// The day it was held, REVIEW.
    pub(crate) held: Day,
    /// How the child took part, REVIEW_CODE.
    pub(crate) participation: &'static str,
}

/// The reviews during a stay, in order. `born` is the date of birth as reported, because by that date, not the true
/// one, a child must be old enough to have taken part.
pub(crate) fn reviews(character: &Character, born: Day, stay: &Stay, chance: &mut Chance) -> Vec<Review> {
    let mut reviews = Vec::new();
    let mut due = stay.start.plus_days(28);
    loop {
        let held = due.plus_days(days_from_due(character, chance));
        if held >= stay.end {
            return reviews;
        }
        reviews.push(Review { held, participation: participation(born.age_on(held), chance) });
        due = held.plus_days(if reviews.len() == 1 { 91 } else { 183 });
    }
}

fn days_from_due(character: &Character, chance: &mut Chance) -> i32 {
    if chance.happens(character.late_review) { chance.between((1, 40)) } else { -chance.between((0, 12)) }
}

fn participation(age: i32, chance: &mut Chance) -> &'static str {
    if age < 4 {
        return "PN0";
    }
    chance.pick(&[(48, "PN1"), (3, "PN2"), (4, "PN3"), (3, "PN4"), (12, "PN5"), (24, "PN6"), (6, "PN7")])
}

//! OC2: health and well-being of children looked after for a year.

use super::authority::Character;
use super::chance::Chance;
use super::life::Life;
use super::table::Sheet;
use crate::day::Day;

/// Adds the child's row for the year that ends on `year_end`.
pub(crate) fn add_row(oc2: &mut Sheet, life: &Life, year_end: Day, character: &Character, chance: &mut Chance) {
    let age = life.reported_birth().age_on(year_end);
    let row = oc2.about(life.child).day(life.reported_birth());
    difficulties(row, life, age, character, chance);
    row.flag(age >= 10 && chance.happens(73));
    if age < 5 {
        row.flag(chance.happens(850));
    } else {
        row.blanks(1);
    }
    row.flag(chance.happens(790)).flag(chance.happens(820)).flag(chance.happens(845));
    if age >= 10 && chance.happens(43) {
        let received = chance.happens(600);
        row.flag(true).flag(received).flag(!received);
    } else {
        row.flag(false).blanks(2);
    }
    row.end();
}

/// The strengths and difficulties score, or why there is none. Both are blank for a child aged under 4 when the year
/// ends; a child aged 17 has only a reason.
fn difficulties(row: &mut Sheet, life: &Life, age: i32, character: &Character, chance: &mut Chance) {
    if age < 4 {
        row.blanks(2);
    } else if age > 16 {
        row.blanks(1).text("SDQ1");
    } else if chance.happens(character.scored) {
        row.number(score(life, character, chance)).blanks(1);
    } else {
        row.blanks(1).text(chance.pick(&[(45, "SDQ2"), (20, "SDQ3"), (15, "SDQ4"), (20, "SDQ5")]));
    }
}

/// A child's score varies from year to year around the child's own level.
fn score(life: &Life, character: &Character, chance: &mut Chance) -> u32 {
    let own_level = Chance::in_year(life.seed, 0).near_the_middle_of((-3, 31));
    (own_level + character.score_shift + chance.between((-4, 4))).clamp(0, 40).unsigned_abs()
}

//! Attainment: results of Key Stage 2 and Key Stage 4, matched from the National Pupil Database.

use super::authority::Character;
use super::chance::Chance;
use super::life::Life;
use super::table::Sheet;
use crate::day::Day;

/// The year of the Key Stage 2 boycott, when many schools held no tests.
const BOYCOTT: i32 = 2010;

/// Adds the child's row for the exams of `year`, if the child was of an age to sit them and was matched.
pub(crate) fn add_row(attainment: &mut Sheet, life: &Life, year: i32, character: &Character, chance: &mut Chance) {
    let Some(start_of_school_year) = Day::from_ymd(year - 1, 8, 31) else { return };
    let age = life.reported_birth().age_on(start_of_school_year);
    if !matches!(age, 10 | 15) || chance.happens(40) {
        return;
    }
    let row = attainment.about(life.child).number(year.unsigned_abs());
    if age == 10 {
        let (english, maths) = levels(year, character, chance);
        row.text(english).text(maths).blanks(1);
    } else {
        row.blanks(2).flag(chance.happens(likely(144 + character.attainment_shift / 2)));
    }
    row.end();
}

/// English and maths at Key Stage 2: children who do well in one tend to do well in the other.
fn levels(year: i32, character: &Character, chance: &mut Chance) -> (&'static str, &'static str) {
    if year == BOYCOTT && chance.happens(255) {
        return ("", "");
    }
    let expected = if year == BOYCOTT { 455 } else { 510 } + character.attainment_shift;
    let english = chance.happens(likely(expected));
    let maths = if chance.happens(600) { english } else { chance.happens(likely(expected - 20)) };
    (level(english, chance), level(maths, chance))
}

fn level(reached: bool, chance: &mut Chance) -> &'static str {
    if reached {
        chance.pick(&[(740, "4"), (250, "5"), (10, "4B")])
    } else {
        chance.pick(&[(600, "3"), (170, "2"), (130, "B"), (40, "A"), (20, "N"), (20, "D"), (20, "T"), (30, "")])
    }
}

fn likely(in_a_thousand: i32) -> u32 {
    in_a_thousand.clamp(0, 1000).unsigned_abs()
}

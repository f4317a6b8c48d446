//! Rules about OC2: the Strengths and Difficulties Questionnaire and health.

mod no_score;
mod not_twelve_months;
mod rule_157;
mod rule_180;
mod rule_187;
mod rule_191;
mod rule_196;
mod rule_197a;
mod rule_215;
mod score_at_other_age;

use crate::check::child::Child;
use crate::check::rule::Rule;

/// The rules of this folder.
pub const RULES: &[&Rule] = &[
    &rule_180::RULE,
    &rule_196::RULE,
    &rule_197a::RULE,
    &no_score::RULE_186,
    &rule_157::RULE,
    &no_score::RULE_197B,
    &not_twelve_months::RULE_185,
    &score_at_other_age::RULE_188,
    &score_at_other_age::RULE_189,
    &not_twelve_months::RULE_190,
    &not_twelve_months::RULE_198,
    &rule_191::RULE,
    &rule_187::RULE,
    &rule_215::RULE,
];

/// The ages of the questionnaire: from the birthday of the first, up to the day before that of the second.
const SCORED_FROM: i32 = 4;
const SCORED_UNTIL: i32 = 17;

/// Whether the child is of the questionnaire's ages the whole year: on the 1 April that begins it and the
/// 31 March that ends it. Sure of it where births are given to the month.
fn of_age_all_year(child: &Child<'_>) -> bool {
    let births = child.latest_birth().zip(child.birth());
    births.is_some_and(|(latest, earliest)| {
        latest.birthday(SCORED_FROM) <= child.year_start() && child.year_end() < earliest.birthday(SCORED_UNTIL)
    })
}

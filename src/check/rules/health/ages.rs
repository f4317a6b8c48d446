//! The ages at which a child has a score of the Strengths and Difficulties Questionnaire.

use crate::check::child::Child;

/// A child has a score from this birthday.
pub(crate) const SCORED_FROM: i32 = 4;
/// And up to the day before this one.
pub(crate) const SCORED_UNTIL: i32 = 17;

/// Whether the child has those ages all year: on the 1 April that begins it and on the 31 March that ends it. False
/// where births given to the month leave it open.
pub(crate) fn of_age_all_year(child: &Child<'_>) -> bool {
    let births = child.latest_birth().zip(child.birth());
    births.is_some_and(|(latest, earliest)| {
        latest.birthday(SCORED_FROM) <= child.year_start() && child.year_end() < earliest.birthday(SCORED_UNTIL)
    })
}

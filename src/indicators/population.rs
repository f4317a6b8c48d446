//! What several indicators ask of a child who may be in their population.

use super::outside::Outside;
use super::witness::{Sight, Witness};
use crate::care::ChildHistory;
use crate::care::period::Period;
use crate::day::Day;
use crate::timeframe::twelve_months_to;

/// The period of care that the child is in on the day.
pub(crate) fn looked_after<'child>(
    child: &'child ChildHistory<'_>,
    day: Day,
    witness: &mut Witness,
) -> Result<&'child Period, Outside> {
    witness.look(Sight::Episodes);
    let period = child.period_on(day);
    witness.test(period.is_some(), || {
        let asked = format!("Looked after on {}", day.in_words());
        match period {
            Some(period) => format!("{asked}: since {}", period.start.in_words()) + &number(child, period),
            None => asked + &last_ended(child, day),
        }
    });
    period.ok_or(Outside::NotLookedAfter)
}

/// The period of care in which the child was continuously looked after for the twelve months to the day.
pub(crate) fn looked_after_for_twelve_months<'child>(
    child: &'child ChildHistory<'_>,
    day: Day,
    witness: &mut Witness,
) -> Result<&'child Period, Outside> {
    let period = looked_after(child, day, witness)?;
    let long_enough = witness.test(period.twelve_months_on(day), || {
        let (latest, began) = (twelve_months_to(day).in_words(), period.start.in_words());
        format!("For twelve months without a break, that is since {latest} at the latest: since {began}")
    });
    if long_enough { Ok(period) } else { Err(Outside::UnderTwelveMonths) }
}

/// The age on the day, and whether it is one of those asked for; `None` where the date of birth is not known.
pub(crate) fn of_the_age(
    child: &ChildHistory<'_>,
    day: Day,
    right: impl FnOnce(i32) -> bool,
    ages: impl FnOnce() -> String,
    witness: &mut Witness,
) -> Option<bool> {
    witness.look(Sight::Birth);
    let Some((age, birth)) = child.age_on(day).zip(child.birth) else {
        witness.test(false, || format!("Aged {} on {}: the date of birth is not known", ages(), day.in_words()));
        return None;
    };
    Some(
        witness.test(right(age), || {
            format!("Aged {} on {}: {age}, born {}", ages(), day.in_words(), birth.month_in_words())
        }),
    )
}

/// Which of the child's periods of care this is, where there are several.
fn number(child: &ChildHistory<'_>, period: &Period) -> String {
    let place = child.periods.iter().position(|other| other == period);
    match (place, child.periods.len()) {
        (Some(place), several @ 2..) => format!(" (period of care {} of {several})", place + 1),
        _ => String::new(),
    }
}

/// When the child was last looked after before the day.
fn last_ended(child: &ChildHistory<'_>, day: Day) -> String {
    let before = child.periods.iter().rev().find(|period| period.start <= day);
    match before.and_then(|period| period.end) {
        Some(end) => format!(": care ended {}", end.in_words()),
        None => match child.periods.first() {
            Some(period) => format!(": care began {}", period.start.in_words()),
            None => ": no period of care is known".to_owned(),
        },
    }
}

//! What the return of the year says of the health of those in care for twelve months (OC2).

use super::rule::Child;
use crate::returns::tables::oc2::{HealthItem, Oc2};

/// The age from which a child can be convicted.
const AGE_OF_RESPONSIBILITY: i32 = 10;

/// Looked after on the day for twelve months without a break.
pub(super) fn twelve_months(child: &Child<'_>) -> bool {
    let day = child.timeframe.as_at;
    child.history.period_on(day).is_some_and(|period| period.twelve_months_on(day))
}

/// The same, with an OC2 row in the return of the year.
pub(super) fn with_oc2(child: &Child<'_>) -> bool {
    row(child).is_some()
}

/// The same, old enough to be convicted.
pub(super) fn with_oc2_from_10(child: &Child<'_>) -> bool {
    let age = child.history.age_on(child.timeframe.as_at);
    with_oc2(child) && age.is_some_and(|age| age >= AGE_OF_RESPONSIBILITY)
}

/// Convicted, or given a final warning or reprimand.
pub(super) fn convicted(child: &Child<'_>) -> bool {
    with_oc2_from_10(child) && says(child, HealthItem::Convicted)
}

/// Immunisations up to date.
pub(super) fn immunised(child: &Child<'_>) -> bool {
    says(child, HealthItem::Immunisations)
}

/// Teeth checked by a dentist.
pub(super) fn teeth_checked(child: &Child<'_>) -> bool {
    says(child, HealthItem::TeethCheck)
}

/// Health assessed.
pub(super) fn health_assessed(child: &Child<'_>) -> bool {
    says(child, HealthItem::HealthAssessment)
}

/// A problem of substance misuse.
pub(super) fn substance_misuse(child: &Child<'_>) -> bool {
    says(child, HealthItem::SubstanceMisuse)
}

fn says(child: &Child<'_>, item: HealthItem) -> bool {
    row(child).is_some_and(|row| row.health.says(item))
}

/// The OC2 row of the return of the year, of a child in care for twelve months.
fn row<'run>(child: &Child<'run>) -> Option<&'run Oc2> {
    let year = child.timeframe.current_year();
    let row = child.history.oc2.iter().find(|(of, _)| *of == year)?;
    twelve_months(child).then_some(&row.1)
}

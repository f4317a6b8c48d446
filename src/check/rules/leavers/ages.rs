//! Care leavers whose age, or time in care by age, is wrong.

use crate::check::child::Child;
use crate::check::found::Found;
use crate::check::rows::Oc3Row;

/// The youngest age of a care leaver in any year's OC3.
pub(crate) const YOUNGEST: i32 = 17;

/// Reports a row of OC3 with the date of birth.
pub(crate) fn report_with_birth(child: &Child<'_>, row: &Oc3Row<'_>, found: &mut Found) {
    let [in_touch, activity, accommodation] = row.items();
    found.row(row.at, &[in_touch, activity, accommodation, ("DOB", &child.birth_shown())]);
}

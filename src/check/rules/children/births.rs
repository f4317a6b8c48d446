//! Dates of birth that differ between tables or returns.

use crate::check::child::Child;
use crate::check::found::Found;
use crate::check::rows::DateCell;
use crate::day::Day;
use crate::returns::finding::Source;

/// The remedy where two tables of a return differ.
pub(crate) const CORRECT_DOB: &str = "correct DOB in the table that has it wrong";

/// Reports the rows whose date of birth is not the header's; the first of several with the same wrong date.
pub(crate) fn report_differing<'a>(
    child: &Child<'_>,
    rows: impl Iterator<Item = (Source, DateCell<'a>)>,
    found: &mut Found,
) {
    let Some(header) = child.rows.header_row() else {
        return;
    };
    let to_the_month = child.context.births_to_the_month;
    let mut reported: Vec<Option<Day>> = Vec::new();
    for (at, birth) in rows.filter(|&(_, birth)| births_differ(birth, header.birth, to_the_month)) {
        if !reported.contains(&birth.day) {
            reported.push(birth.day);
            found.rows(at, header.at, &[("DOB", birth.text), ("DOB in Header", header.birth.text)]);
        }
    }
}

/// Whether two dates of birth that can be read differ; where they are given to the month, whether the months do.
pub(crate) fn births_differ(one: DateCell<'_>, other: DateCell<'_>, to_the_month: bool) -> bool {
    let month = |day: Day| (day.ymd().0, day.ymd().1);
    let Some((one, other)) = one.day.zip(other.day) else {
        return false;
    };
    if to_the_month { month(one) != month(other) } else { one != other }
}

//! Children with several rows in a table that has one row a child.

use crate::check::found::Found;
use crate::check::rows::CheckRow;

/// The remedy.
pub(crate) const KEEP_ONE_ROW: &str = "keep one row for the child: the last is used";

/// Reports every row of the child in the return after the first; `cell` is what it shows of a column.
pub(crate) fn report_others<'a, R: CheckRow<'a>>(
    rows: &'a [R],
    column: &'static str,
    cell: impl Fn(&'a R) -> &'a str,
    found: &mut Found,
) {
    if let [first, others @ ..] = rows {
        for row in others {
            found.rows(row.at(), first.at(), &[(column, cell(row))]);
        }
    }
}

//! Children who have rows in a table but none in the header.

use crate::check::child::Child;
use crate::check::found::Found;
use crate::check::rows::DateCell;
use crate::returns::finding::Source;

/// The remedy.
pub(crate) const ADD_TO_HEADER: &str = "add the child to Header, or correct CHILD";

/// Reports the first of a child's rows where the child has none in the header of the return; `rows` have the date to
/// show of a column.
pub(crate) fn report_without_header<'a>(
    child: &Child<'_>,
    column: &'static str,
    rows: impl Iterator<Item = (Source, DateCell<'a>)>,
    found: &mut Found,
) {
    if !child.rows.header.is_empty() {
        return;
    }
    if let Some((at, cell)) = rows.min_by_key(|(at, _)| *at) {
        let shown = [(column, cell.text)];
        found.row(at, if cell.is_blank() { &[] } else { &shown });
    }
}

#[cfg(test)]
pub(crate) mod examples {
    /// Child A, who is in the header, and B, who was only in that of the year before; and a table of this year.
    pub(crate) fn with(table: &str) -> String {
        format!(
            "2010 header
             CHILD SEX DOB        ETHNIC
             B     1   02/05/2000 WBRI
             2011 header
             CHILD SEX DOB        ETHNIC
             A     1   02/05/2000 WBRI
             2011 {table}"
        )
    }
}

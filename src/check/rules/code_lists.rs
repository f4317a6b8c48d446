//! Codes that are not on the list of their column for the return's year.

use crate::check::child::Child;
use crate::check::found::Found;
use crate::check::rows::CheckRow;

/// The remedy of most rules about a list.
pub(crate) const USE_A_LISTED_CODE: &str = "use a code of the list for the year of the return";

/// What a blank cell counts as.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Blank {
    /// The column may be blank.
    Right,
    /// A code is required.
    Wrong,
}

/// Reports each row whose cell in a column is not on the list.
pub(crate) fn report_unlisted<'a, R: CheckRow<'a> + 'a>(
    child: &Child<'_>,
    rows: impl IntoIterator<Item = &'a R>,
    (column, cell): (&'static str, fn(&R) -> &'a str),
    blank: Blank,
    found: &mut Found,
) {
    for row in rows {
        let code = cell(row);
        if code.is_empty() && blank == Blank::Wrong || !child.listed(R::TABLE.name(), column, code) {
            found.row(row.at(), &[(column, code)]);
        }
    }
}

#[cfg(test)]
pub(crate) mod examples {
    /// An episode in a year's return with these cells: RNE LS CIN PLACE PLACE_PROVIDER REC.
    pub(crate) fn episode(year: i32, cells: &str) -> String {
        format!(
            "{year} episodes
             CHILD DECOM      DEC        RNE LS CIN PLACE PLACE_PROVIDER REC
             A     01/04/2007 01/05/2007 {cells}"
        )
    }
}

//! What changed from one episode to another, as far as both rows show it.
//!
//! URN and PLACE_PROVIDER are not in older returns, and an anonymised postcode is a sector. So a column has changed
//! only where both rows fill it, with different things; and only full postcodes are known to be the same.

use crate::check::child::Child;
use crate::check::found::Found;
use crate::check::rows::{EpisodeRow, is_any_of};
use crate::code::Code;
use std::borrow::Cow;

/// A column that both episodes have.
pub(crate) struct Column {
    /// Its name.
    pub(crate) name: &'static str,
    /// Its name for the cell of the episode before.
    pub(crate) before: &'static str,
    /// Its name for the cell of last year's return.
    pub(crate) last_year: &'static str,
    /// Its cell in a row.
    pub(crate) cell: for<'row> fn(&EpisodeRow<'row>) -> &'row str,
}

macro_rules! columns {
    ($($(#[$doc:meta])* $constant:ident = $name:literal $cell:ident;)*) => {
        $($(#[$doc])* pub(crate) const $constant: Column = Column {
            name: $name,
            before: concat!($name, " before"),
            last_year: concat!($name, " last year"),
            cell: |row| row.$cell,
        };)*
    };
}

columns! {
    /// Why the episode began.
    RNE = "RNE" rne;
    /// The legal status.
    LS = "LS" ls;
    /// The category of need.
    CIN = "CIN" cin;
    /// The kind of placement.
    PLACE = "PLACE" place;
    /// Who provides it.
    PLACE_PROVIDER = "PLACE_PROVIDER" place_provider;
    /// Where it is.
    PL_POST = "PL_POST" pl_post;
    /// The home's Ofsted number.
    URN = "URN" urn;
}

/// The columns that tell one placement from another.
const PLACEMENT: [Column; 4] = [PLACE, PL_POST, URN, PLACE_PROVIDER];

impl Column {
    /// Whether both episodes fill it, with different things.
    pub(crate) fn differs(&self, before: &EpisodeRow<'_>, after: &EpisodeRow<'_>) -> bool {
        let (one, other) = ((self.cell)(before), (self.cell)(after));
        if one == other {
            return false;
        }
        let (one, other) = (without_spaces(one), without_spaces(other));
        // A sector is how the postcodes in it begin.
        let same_sector = self.name == PL_POST.name && (one.starts_with(&*other) || other.starts_with(&*one));
        !one.is_empty() && !other.is_empty() && one != other && !same_sector
    }
}

/// Whether the legal status is known to have changed.
pub(crate) fn legal_status_changed(before: &EpisodeRow<'_>, after: &EpisodeRow<'_>) -> bool {
    LS.differs(before, after)
}

/// Whether the legal status is known to be the same.
pub(crate) fn legal_status_kept(before: &EpisodeRow<'_>, after: &EpisodeRow<'_>) -> bool {
    !after.ls.is_empty() && before.ls == after.ls
}

/// Whether the placement is known to have changed: its kind, place, number or provider.
pub(crate) fn placement_changed(before: &EpisodeRow<'_>, after: &EpisodeRow<'_>) -> bool {
    PLACEMENT.iter().any(|column| column.differs(before, after))
}

/// Whether the placement is known to be the same: its kind, number, provider and full postcode.
pub(crate) fn placement_kept(before: &EpisodeRow<'_>, after: &EpisodeRow<'_>) -> bool {
    let same = |column: &Column| without_spaces((column.cell)(before)) == without_spaces((column.cell)(after));
    PLACEMENT.iter().all(same) && !after.place.is_empty() && is_full_postcode(&without_spaces(after.pl_post))
}

/// Reports the episodes whose RNE is one of the codes although what changed from the episode before is `wrong` for it.
pub(crate) fn report_wrong_reason(
    child: &Child<'_>,
    codes: &[Code],
    wrong: impl Fn(&EpisodeRow<'_>, &EpisodeRow<'_>) -> bool,
    found: &mut Found,
) {
    for (before, after) in child.rows.successive_care() {
        if is_any_of(after.rne, codes) && wrong(before, after) {
            found.rows(after.at, before.at, &cells(before, after));
        }
    }
}

/// The cells that show what changed or should have: RNE, LS and PLACE, and whatever else differs.
pub(crate) fn cells<'row>(before: &EpisodeRow<'row>, after: &EpisodeRow<'row>) -> Vec<(&'static str, &'row str)> {
    let mut cells = vec![(RNE.name, after.rne)];
    let others = PLACEMENT.into_iter().skip(1).filter(|column| column.differs(before, after));
    for column in [LS, PLACE].into_iter().chain(others) {
        cells.extend([(column.name, (column.cell)(after)), (column.before, (column.cell)(before))]);
    }
    cells
}

fn without_spaces(cell: &str) -> Cow<'_, str> {
    if cell.contains(char::is_whitespace) { cell.split_whitespace().collect() } else { Cow::Borrowed(cell) }
}

/// Whether a postcode without its space is complete: it ends with a digit and two letters.
fn is_full_postcode(postcode: &str) -> bool {
    matches!(postcode.as_bytes(), [.., digit, one, other]
        if digit.is_ascii_digit() && one.is_ascii_alphabetic() && other.is_ascii_alphabetic())
}

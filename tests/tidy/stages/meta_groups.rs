//! The filters by which others are grouped.

use crate::tidy::check::{Fail, Found, Warning, none, twice};
use crate::tidy::pair::Pair;

/// An indicator has no group of filters.
pub fn check_meta_fil_grp(pair: &Pair) -> Found {
    let indicators = pair.meta.rows.iter().filter(|row| pair.meta.cell(row, "col_type") == "Indicator");
    none(Fail, indicators.map(|row| pair.meta.cell(row, "filter_grouping_column")).filter(|group| !group.is_empty()))
}

/// A group is that of one filter.
pub fn check_meta_fil_grp_dupe(pair: &Pair) -> Found {
    none(Fail, twice(pair.groups()))
}

/// A group has a row of its own.
pub fn check_meta_fil_grp_is_fil(pair: &Pair) -> Found {
    let filters = pair.columns_of_type("Filter");
    none(Warning, pair.groups().into_iter().filter(|group| !filters.contains(group)))
}

/// A group is a column of the data.
pub fn check_meta_fil_grp_match(pair: &Pair) -> Found {
    none(Fail, pair.groups().into_iter().filter(|group| !pair.data.has(group)))
}

/// Two groups differ in letters and digits.
pub fn check_meta_fil_grp_stripped(pair: &Pair) -> Found {
    let stripped = |group: &str| group.chars().filter(char::is_ascii_alphanumeric).collect::<String>();
    none(Fail, twice(pair.groups().into_iter().map(stripped)))
}

//! Children's ids in columns where none belongs, as where two columns are swapped.

use super::CleanAuthority;
use crate::code::{ChildId, LongTexts};
use crate::day::Day;
use crate::identity::{Guarded, ID_NOT_SHOWN, IDS};
use crate::returns::finding::Finding;
use std::collections::HashSet;

/// Characters of the shortest id that is told from a code.
const SHORTEST: usize = 5;
/// Characters of the longest.
const LONGEST: usize = 24;

/// The id that the cell of a column may hold in place of what belongs there.
pub(crate) fn may_hold(column: &str, text: &str, long: &LongTexts) -> Option<ChildId> {
    let text = text.trim();
    let is_one_word = (SHORTEST..=LONGEST).contains(&text.len()) && !text.contains(char::is_whitespace);
    let belongs = IDS.contains(&column.split(' ').next().unwrap_or_default());
    let may = is_one_word && !belongs && Day::read(text.as_bytes()).is_none();
    may.then(|| ChildId::read(text.as_bytes(), long)).flatten()
}

/// Those that are ids of children.
pub(crate) fn known(may_be: HashSet<ChildId>, authorities: &[CleanAuthority]) -> HashSet<ChildId> {
    if may_be.is_empty() {
        return may_be;
    }
    let all = authorities.iter().flat_map(|authority| &authority.children).map(|child| child.id);
    all.filter(|id| may_be.contains(id)).collect()
}

/// Takes ids out of what was found in columns where none belongs.
pub(super) fn hide(findings: &mut [Finding], authorities: &[CleanAuthority], long: &LongTexts) {
    let id = |finding: &Finding| may_hold(finding.field, &finding.found, long);
    let known = known(findings.iter().filter_map(id).collect(), authorities);
    for finding in findings.iter_mut().filter(|finding| id(finding).is_some_and(|id| known.contains(&id))) {
        finding.found = ID_NOT_SHOWN.to_owned();
    }
}

/// The ids that cells of columns may hold where none belongs.
pub(crate) fn may_be<'cell>(
    cells: impl Iterator<Item = (&'cell str, &'cell Guarded)>,
    long: &LongTexts,
) -> HashSet<ChildId> {
    let mut may_be = HashSet::new();
    for (column, cell) in cells {
        cell.is(|text| may_hold(column, text, long).is_some_and(|id| may_be.insert(id)));
    }
    may_be
}

/// Hides such cells where they hold an id that is known.
pub(crate) fn hide_cells<'cell>(
    cells: impl Iterator<Item = (&'cell str, &'cell mut Guarded)>,
    known: &HashSet<ChildId>,
    long: &LongTexts,
) {
    for (column, cell) in cells {
        if cell.is(|text| may_hold(column, text, long).is_some_and(|id| known.contains(&id))) {
            cell.hide_id();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_may_hold_an_id_where_it_is_one_word_and_neither_a_code_nor_a_day() {
        let long = LongTexts::default();
        for (column, text, may) in [
            ("REVIEW", "SC000001", true),
            ("REVIEW before", " sc000001 ", true),
            ("CHILD", "SC000001", false),
            ("MOTHER", "SC000001", false),
            ("LS", "V2", false),
            ("LS", "placed with parents", false),
            ("REVIEW", "01/04/2010", false),
        ] {
            assert_eq!(may_hold(column, text, &long).is_some(), may, "{column} {text}");
        }
    }
}

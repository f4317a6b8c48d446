//! The episode open at the end of last year's return, compared with this year's return.
//!
//! Public rules 503H and 503J, the authority of the placement and whether it is inside, follow from the same postcode
//! as the distance of 503G and would report the same thing again.

use super::changes::Column;
use crate::check::child::{Child, ChildRows};
use crate::check::found::Found;
use crate::check::rows::EpisodeRow;
use crate::day::Day;

/// The remedy where a cell is not what it was.
pub(crate) const CORRECT_THE_CELL: &str = "correct the cell in the return that has it wrong";
/// The indicators that such an episode touches.
pub(crate) const INDICATORS: &[u16] = &[58, 63, 99, 100, 101];

/// Whether an episode with the DECOM is among the rows.
pub(crate) fn has_start(rows: &ChildRows<'_>, decom: Option<Day>) -> bool {
    rows.episodes.iter().any(|episode| episode.decom.day == decom)
}

/// The first episode of this return and the one open at the end of last year's, where no episode of this return
/// has its DECOM. None where a row has no date, for it may be the one.
pub(crate) fn not_returned<'a>(child: &Child<'a>) -> Option<(&'a EpisodeRow<'a>, &'a EpisodeRow<'a>)> {
    let sure = child.rows.undated_episodes.is_empty() && child.before.undated_episodes.is_empty();
    let open = child.before.open_episode().filter(|_| sure)?;
    let first = child.rows.episodes.first()?;
    (!has_start(&child.rows, open.decom.day)).then_some((first, open))
}

/// Reports a column of the open episode that this return fills differently. A code that is not on the lists of both
/// years had to be changed, so it is not reported.
pub(crate) fn report_difference(child: &Child<'_>, column: &Column, found: &mut Found) {
    let Some(open) = child.before.open_episode() else {
        return;
    };
    let returned = child.rows.episodes.iter().find(|episode| episode.decom.day == open.decom.day);
    let Some(now) = returned.filter(|now| column.differs(open, now)) else {
        return;
    };
    let (before, after) = ((column.cell)(open), (column.cell)(now));
    let of_both_years = |code| {
        let codes = child.context.codes;
        let coded = codes.of_any_year("episodes", column.name).is_some();
        !coded || [0, 1].iter().all(|back| codes.hold("episodes", column.name, code, child.context.year - back))
    };
    if of_both_years(before) && of_both_years(after) {
        found.rows(now.at, open.at, &[(column.name, after), (column.last_year, before)]);
    }
}

#[cfg(test)]
pub(crate) mod examples {
    use crate::check::example::{bad, good};
    use crate::check::rule::Rule;

    /// Last year's rows and this year's.
    pub(crate) fn years(before: &str, after: &str) -> String {
        let heading = "CHILD DECOM RNE LS PLACE CIN PLACE_PROVIDER URN PL_POST DEC REC";
        format!("2010 episodes\n{heading}\n{before}\n2011 episodes\n{heading}\n{after}")
    }

    /// An open episode of last year's return.
    pub(crate) const BEFORE: &str = "A 01/06/2009 S C2 K2 N1 PR1 1 IG117AA - -";

    /// Of an episode that differs in every column, the rule reports its own column alone.
    pub(crate) fn compares_its_column(rule: &'static Rule, cells: &str) {
        let after = "A 01/06/2009 P C1 K1 N2 PR4 2 IG117AB - -";
        bad(rule, &years(BEFORE, after), &[&format!("A episodes 2 {cells}")]);
        good(rule, &years(BEFORE, BEFORE));
        good(rule, &years(BEFORE, "A 01/06/2009 - - - - - - - - -"));
        // Another episode is left to rule 502.
        good(rule, &years(BEFORE, &after.replace("01/06", "02/06")));
    }
}

//! What is known however much is hidden, and what narrowing alone tells of numbers that are printed nowhere.

use super::earlier::blank;
use super::figures::{EarlierFigures, Figures, Part, Window};
use super::interval::{Contradiction, Interval, Wanted, intervals};
use super::knowledge::{HiddenNumber, Knowledge, PartOfWindow};
use super::system::System;
use crate::printed::PrintedFigure;
use crate::seeds::disclosure::Profile;
use std::collections::BTreeMap;

/// The counts of parts of windows that are known to be small by narrowing alone, and known too well. They are printed
/// nowhere; the rule would hide them.
pub(super) fn worked_out(profile: &Profile, parts: &[PartOfWindow], system: &System) -> Vec<(HiddenNumber, Interval)> {
    let of_part = |part: &PartOfWindow| {
        let range = system.ranges[part.unknown.0];
        let is_small = profile.hides(range.least) && profile.hides(range.most);
        let PartOfWindow { figure, part, unknown, window } = *part;
        let hidden = HiddenNumber { figure, part, unknown, required: profile.least_integers, window: Some(window) };
        (is_small && range.integers() < hidden.required).then_some((hidden, Interval { range, proven: true }))
    };
    parts.iter().filter_map(of_part).collect()
}

/// A number of a figure, in the table's window or another.
pub(super) type Whose = (usize, Part, Option<Window>);

/// How many whole numbers are left for each hidden number however much is hidden, by the rule and by what was published
/// already alone, where that is fewer than required; where the search gives up even so, how many it had found by then.
pub(super) fn known_already(
    figures: &Figures<'_>,
    earlier: &[EarlierFigures<'_>],
) -> Result<BTreeMap<Whose, i64>, Contradiction> {
    let own = blank(&figures.list);
    let figures = Figures { list: own.iter().collect(), ..figures.clone() };
    // What is published together with them can be hidden as well.
    let together: Vec<Vec<PrintedFigure>> =
        earlier.iter().map(|beside| if beside.is_done { Vec::new() } else { blank(&beside.figures.list) }).collect();
    let mut earlier = earlier.to_vec();
    for (beside, blank) in earlier.iter_mut().zip(&together).filter(|(beside, _)| !beside.is_done) {
        beside.figures.list = blank.iter().collect();
    }
    let Knowledge { mut system, hidden, parts, .. } = Knowledge::of(&figures, &earlier);
    let wanted: Vec<_> =
        hidden.iter().map(|hidden| Wanted { unknown: hidden.unknown, enough: hidden.required }).collect();
    let found = intervals(&mut system, &wanted)?;
    let worked_out = worked_out(figures.profile, &parts, &system);
    let known = hidden.into_iter().zip(found).chain(worked_out);
    let known = known.filter(|(hidden, found)| found.range.integers() < hidden.required);
    Ok(known.map(|(hidden, found)| ((hidden.figure, hidden.part, hidden.window), found.range.integers())).collect())
}

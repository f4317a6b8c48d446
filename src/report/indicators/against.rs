//! The columns of restricted/indicators.csv about the targets for a figure; targets.csv has every target.

use super::cells::{blank, tenths};
use crate::benchmark::ComparedFigure;
use crate::benchmark::targets::{Against, Children};
use crate::wording::target::met_in_tables;

/// For the nation's target and the authority's own: its value and year, and whether the figure meets it: not_known where
/// it may not be judged.
pub(crate) const TARGETS: [&str; 6] = [
    "national_target",
    "national_target_year",
    "national_target_met",
    "local_target",
    "local_target_year",
    "local_target_met",
];

/// For each of the two: how far the figure is above it in points, how many children short of it, whether it is met
/// at 95%, and how far the figure is ahead of the straight path to it in points.
pub(crate) const GAPS: [&str; 8] = [
    "national_target_above",
    "national_target_children_short",
    "national_target_met_95",
    "national_target_ahead_of_path",
    "local_target_above",
    "local_target_children_short",
    "local_target_met_95",
    "local_target_ahead_of_path",
];

/// The cells of the targets.
pub(crate) fn targets(compared: &ComparedFigure) -> Vec<String> {
    both(compared, |against| {
        [against.target.value.to_string(), against.target.year.to_string(), met_in_tables(against).to_owned()]
    })
}

/// The cells of the gaps.
pub(crate) fn gaps(compared: &ComparedFigure) -> Vec<String> {
    both(compared, |against| {
        [
            against.above.map(|above| above.to_string()).unwrap_or_default(),
            against.children.map(|children| short(children).to_string()).unwrap_or_default(),
            against.significance.map(|told| told.name().to_owned()).unwrap_or_default(),
            against.path.as_ref().map(|path| tenths(path.ahead)).unwrap_or_default(),
        ]
    })
}

fn both<const CELLS: usize>(compared: &ComparedFigure, cells: fn(&Against) -> [String; CELLS]) -> Vec<String> {
    let of = |against: &Option<Against>| against.as_ref().map_or_else(blank, cells);
    of(&compared.national).into_iter().chain(of(&compared.local)).collect()
}

/// How many children short of a target; 0 where it is met.
pub(crate) fn short(children: Children) -> u64 {
    match children {
        Children::Short(short) => short,
        Children::ToSpare(_) => 0,
    }
}

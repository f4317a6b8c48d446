//! Groups that no list has, and groups that tell more together.

use crate::contract::PUBLISHED_BREAKDOWNS;
use crate::printed::published::{Published, overlap};
use crate::printed::{PrintedFigure, PrintedGroup};
use crate::seeds::breakdowns::Dimension;
use std::collections::BTreeSet;

/// What is said of a day whose groups are not those of dimensions on the list, in its order and each of another thing: what adds
/// up to what would not be known, and anything could stand in a name.
pub(super) fn groups_not_listed(day: &Published, dimensions: &[Dimension]) -> Option<String> {
    let groups = &day.whole().figures[day.table.figures.len()..];
    let is_place = |one: &PrintedFigure, other: &PrintedFigure| {
        (one.level, &one.code, one.indicator) == (other.level, &other.code, other.indicator)
    };
    let all_are = groups.chunk_by(is_place).all(|groups| {
        let groups: Vec<&PrintedGroup> = groups.iter().filter_map(|figure| figure.group.as_ref()).collect();
        let mut looked_at = BTreeSet::new();
        groups.chunk_by(|one, other| one.dimension == other.dimension).all(|groups| {
            let dimension = dimensions.iter().find(|dimension| dimension.name == groups[0].dimension);
            dimension.is_some_and(|dimension| looked_at.insert(dimension.by) && are_of(groups, dimension))
        })
    });
    let file = day.folder.join(PUBLISHED_BREAKDOWNS);
    let said = || format!("{}: has other groups than the dimensions on the list, each of its own", file.display());
    (!all_are).then(said)
}

/// Whether all are groups of a dimension, in its order.
fn are_of(groups: &[&PrintedGroup], dimension: &Dimension) -> bool {
    let mut listed = (0..dimension.count()).map(|place| dimension.group(place));
    groups.iter().all(|group| listed.any(|name| name == group.name))
}

/// The days whose groups share months with those of another day, or of one published already, a line each: what both tell
/// together is not audited.
pub(super) fn groups_together(days: &[Published], already: &[Published]) -> Vec<String> {
    let with_groups = |day: &&Published| day.with_groups.is_some();
    let shares = |at: usize, day: &Published| {
        let others = days[..at].iter().chain(already).filter(with_groups);
        let mut others = others.filter(|other| other.with_groups != day.with_groups);
        others.find(|other| overlap(&other.table.timeframe, &day.table.timeframe)).map(|other| other.folder.clone())
    };
    let days = days.iter().enumerate().filter(|(_, day)| day.with_groups.is_some());
    let said = |(at, day): (usize, &Published)| {
        let (own, other) = (day.folder.join(PUBLISHED_BREAKDOWNS), shares(at, day)?);
        Some(format!(
            "{}: shares months with the groups of {}, and what both tell is not known",
            own.display(),
            other.display()
        ))
    };
    days.filter_map(said).collect()
}

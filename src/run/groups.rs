//! The groups that are published with the figures of all children.

use super::error::RunError;
use crate::benchmark::Compared;
use crate::breakdowns::Breakdowns;
use crate::disclosure::GroupToProtect;
use crate::figures::{Figure, Status};
use crate::printed::PrintedGroup;
use crate::printed::published::{Published, overlap};
use std::collections::{BTreeMap, BTreeSet};

/// The groups of these dimensions, of every figure that is published: of each indicator those that have a child anywhere, at
/// every place, or what is missing there would tell.
pub(super) fn groups_to_publish(
    dimensions: &[String],
    breakdowns: &Breakdowns,
    compared: &Compared,
) -> Vec<GroupToProtect> {
    let counts = breakdowns.groups.iter().map(|group| ((group.figure, group.dimension, group.group), group.counts));
    let counts: BTreeMap<_, _> = counts.collect();
    let wanted = breakdowns.dimensions.iter().enumerate().filter(|(_, of)| dimensions.contains(&of.name));
    let wanted: Vec<_> = wanted.collect();
    let is_published = |figure: &Figure| !matches!(figure.status, Status::NotAvailable(_)) && !figure.level.is_part();
    let figures = || compared.list.iter().map(|compared| &compared.figure).enumerate();
    let anywhere: BTreeSet<(u16, usize, usize)> = figures()
        .filter(|(_, figure)| is_published(figure))
        .flat_map(|(place, figure)| {
            let of_figure = counts.range((place, 0, 0)..(place + 1, 0, 0));
            of_figure.map(|(&(_, dimension, group), _)| (figure.indicator, dimension, group))
        })
        .collect();
    let mut groups = Vec::new();
    for (place, figure) in figures().filter(|(_, figure)| is_published(figure)) {
        for (at, dimension) in &wanted {
            let has_any = |group: &usize| anywhere.contains(&(figure.indicator, *at, *group));
            let with_any: Vec<usize> = (0..dimension.count()).filter(has_any).collect();
            // One group alone is all children.
            for group in with_any.iter().copied().filter(|_| with_any.len() > 1) {
                let counts = counts.get(&(place, *at, group)).copied().unwrap_or_default();
                let status = if counts.denominator == 0 { Status::NoDenominator } else { Status::Ok };
                let figure = Figure {
                    status,
                    numerator: counts.numerator,
                    squares: counts.squares,
                    denominator: counts.denominator,
                    population: counts.denominator,
                    doubt: Default::default(),
                    ..figure.clone()
                };
                let (dimension, name) = (dimension.name.clone(), dimension.group(group).to_owned());
                groups.push(GroupToProtect { figure, group: PrintedGroup { dimension, name } });
            }
        }
    }
    groups
}

/// Why groups cannot be published: those of several days, or of days that share months with one of which they were published
/// already, would tell what happened between. None where they can.
pub(super) fn not_published_again(
    groups: &[Vec<GroupToProtect>],
    days: &[Compared],
    already: &[Published],
) -> Option<RunError> {
    let with_groups = || days.iter().zip(groups).filter(|(_, groups)| !groups.is_empty()).map(|(day, _)| day);
    if with_groups().count() > 1 {
        return Some(RunError::GroupsOfSeveralDays(with_groups().count()));
    }
    let day = with_groups().next()?;
    let before = already.iter().filter(|before| before.with_groups.is_some());
    let mut sharing = before.filter(|before| overlap(&before.table.timeframe, &day.timeframe));
    sharing.next().map(|before| RunError::GroupsAlready(before.folder.clone()))
}

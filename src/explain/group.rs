//! One group of an authority's children: its figures, and who is in it.

use super::error::ExplainError;
use crate::benchmark::Compared;
use crate::breakdowns::grouping::{Groupings, Known};
use crate::breakdowns::{Breakdowns, Group};
use crate::rounding::Tenths;
use crate::run::Measured;
use crate::run::error::RunError;
use crate::seeds::breakdowns::Dimension;
use crate::statistics::Interval;
use crate::unit::Unit;
use crate::walk::Followed;
use crate::wording::group::{GroupAsked, GroupFigure};

/// A group of an authority's children.
pub(super) struct OfGroup {
    /// The title of its dimension, and its name.
    pub names: [String; 2],
    groupings: Groupings,
    /// The dimension's place.
    dimension: usize,
    /// Its figures, in the order of the indicators; none where none of its children count.
    figures: Vec<Option<Group>>,
}

impl OfGroup {
    /// The group that is asked for, of the authority whose figures begin at a place among those of all.
    ///
    /// # Errors
    /// Where there is no such group, or groups do not add up to a figure.
    pub fn of(
        asked: &GroupAsked,
        followed: &Followed<'_>,
        measured: &Measured<'_>,
        first: usize,
    ) -> Result<OfGroup, ExplainError> {
        let Measured { histories, outcomes, compared: Compared { list, .. }, .. } = measured;
        let (setting, clean) = (followed.setting, followed.clean);
        let all: Vec<_> = list.iter().map(|compared| &compared.figure).collect();
        let breakdowns = Breakdowns::of(&all, histories, outcomes, setting, clean).map_err(RunError::NotReconciled)?;
        let groupings = Groupings::of(clean, setting);
        let (dimension, group) = meant(asked, &groupings.dimensions)?;
        let figures = (first..first + followed.asked.len()).map(|figure| {
            let is_it = |of: &&Group| (of.figure, of.dimension, of.group) == (figure, dimension, group);
            breakdowns.groups.iter().find(is_it).cloned()
        });
        let figures = figures.collect();
        let of = &groupings.dimensions[dimension];
        let names = [of.title.clone(), of.group(group).to_owned()];
        Ok(OfGroup { names, groupings, dimension, figures })
    }

    /// Its figure of an indicator, set beside all others.
    pub fn figure(&self, indicator: usize, unit: Unit) -> Option<GroupFigure> {
        let Group { counts, compared, .. } = self.figures.get(indicator)?.as_ref()?;
        let ends = |interval: Interval| [interval.lower, interval.upper].map(Tenths::of);
        Some(GroupFigure {
            unit,
            numerator: counts.numerator,
            denominator: counts.denominator,
            interval: compared.interval.map(ends),
            difference: compared.difference.map(Tenths::of),
            of_difference: compared.of_difference.map(ends),
            more_than_chance: compared.more_than_chance,
        })
    }

    /// Whether a child is in it, on the day that an indicator asks about.
    pub fn has(&self, followed: &Followed<'_>, indicator: usize, child: u32) -> bool {
        let history = &followed.history(child as usize);
        let asked = followed.asked[indicator].as_ref().ok();
        let day = asked.and_then(|(indicator, question)| indicator.day_of(history, question));
        let known = Known { authority: followed.histories.clean, place: child, history };
        let mut groups = Vec::new();
        self.groupings.put(&known, day, followed.clean, &mut groups);
        self.groupings.names(&groups).nth(self.dimension) == Some(self.names[1].as_str())
    }
}

/// The places of the dimension and of the group that are meant.
fn meant(asked: &GroupAsked, dimensions: &[Dimension]) -> Result<(usize, usize), ExplainError> {
    let not_among = |kind, there_are: Vec<&str>| ExplainError::NoGroup {
        asked: asked.in_words(),
        kind,
        there_are: there_are.join(", "),
    };
    let names = || dimensions.iter().map(|of| of.name.as_str());
    let found = asked.dimension(names()).and_then(|name| dimensions.iter().position(|of| of.name == name));
    let place = found.ok_or_else(|| not_among("the dimensions", names().collect()))?;
    let dimension = &dimensions[place];
    let groups = || (0..dimension.count()).map(|group| dimension.group(group));
    let found = asked.group(groups()).and_then(|name| groups().position(|of| of == name));
    Ok((place, found.ok_or_else(|| not_among("the groups", groups().collect()))?))
}

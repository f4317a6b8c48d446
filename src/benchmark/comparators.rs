//! What a figure is compared with: the figures of England, a region, neighbours or a user's group, and how far a
//! figure lies from it.

use super::Comparable;
use super::groups::Group;
use super::judgement::{NotJudged, may_be_compared, may_be_set_beside};
use super::significance::Significance;
use super::standing::{Source, Standing};
use super::standings::Standings;
use super::uncertainty::Uncertainty;
use crate::benchmark::groups::GroupKind;
use crate::statistics::quantile::quantile;
use crate::unit::Good;
use std::collections::BTreeMap;

/// A figure beside one comparator.
#[derive(Debug, Clone, PartialEq)]
pub struct Comparator {
    /// What kind of group it is.
    pub kind: GroupKind,
    /// The group's name.
    pub name: String,
    /// The group's code; blank where it has none.
    pub code: String,
    /// The figure of England or the region as a whole; none of other groups.
    pub whole: Option<Standing>,
    /// Whether it has no number because figures are hidden.
    pub is_hidden: bool,
    /// Whether this is the figure that is used; another source's may stand beside it.
    pub used: bool,
    /// How many authorities of the day's list are in the group.
    pub authorities: usize,
    /// How many of them have a figure of the year.
    pub with_figure: usize,
    /// How many of those are published figures.
    pub published: usize,
    /// How many have a figure that is hidden.
    pub hidden: usize,
    /// Their unweighted mean.
    pub mean: Option<f64>,
    /// Their median.
    pub median: Option<f64>,
    /// The figure less the comparator's (the whole's, else the mean), in points.
    pub points: Option<f64>,
    /// Whether the figure's 95% interval leaves out the comparator's value.
    pub significance: Option<Significance>,
    /// Whether its 99.8% interval does too.
    pub is_beyond_99_8: bool,
    /// Why the figure may not be judged, so that the difference is not tested. The comparator's value is taken as it is.
    pub not_judged: Option<NotJudged>,
}

impl Comparator {
    /// Whether it is England.
    pub(crate) fn is_england(&self) -> bool {
        self.kind == GroupKind::England
    }

    /// The comparator's number: that of England or the region as a whole, else the mean of the group's
    /// authorities.
    pub(crate) fn value(&self) -> Option<f64> {
        match self.kind {
            GroupKind::England | GroupKind::Region => self.whole.as_ref().map(|standing| standing.value),
            GroupKind::Neighbours | GroupKind::Own => self.mean,
        }
    }
}

/// The figure that is compared.
#[derive(Debug, Clone, Copy)]
pub(crate) struct This<'run> {
    /// The code of its place.
    pub code: &'run str,
    /// Its value.
    pub standing: &'run Standing,
    /// Its intervals.
    pub uncertainty: Option<&'run Uncertainty>,
    /// Which way is better.
    pub good: Good,
}

/// One group's figures for one indicator.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct GroupFigures {
    /// One comparator, or for England and regions one for each source that has a figure of the whole; the figure
    /// that is compared is not in it yet.
    sources: Vec<Comparator>,
    /// The code of the authority with a figure, where only one has.
    only: Option<String>,
}

impl GroupFigures {
    /// From what is known of England and the regions, and the standings of authorities by code.
    pub fn of(
        group: &Group,
        indicator: u16,
        standings: &Standings<'_, impl Comparable>,
        authorities: &BTreeMap<&str, Standing>,
    ) -> GroupFigures {
        let with_figure: Vec<(&String, &Standing)> =
            group.members.iter().filter_map(|code| Some((code, authorities.get(code.as_str())?))).collect();
        let mut values: Vec<f64> = with_figure.iter().map(|(_, standing)| standing.value).collect();
        values.sort_by(f64::total_cmp);
        let published =
            with_figure.iter().filter(|(_, standing)| matches!(standing.source, Source::Published(_))).count();
        let known = if group.code.is_empty() { Default::default() } else { standings.latest(&group.code, indicator) };
        let hidden = group.members.iter().filter(|code| standings.of(code, indicator, 0).is_hidden()).count();
        let is_hidden = if group.code.is_empty() { values.is_empty() && hidden > 0 } else { known.is_hidden() };
        let comparator = |whole: Option<Standing>, used: bool| Comparator {
            kind: group.kind,
            name: group.name.clone(),
            code: group.code.clone(),
            whole,
            is_hidden,
            used,
            authorities: group.members.len(),
            with_figure: values.len(),
            published,
            hidden,
            mean: (!values.is_empty()).then(|| values.iter().sum::<f64>() / values.len() as f64),
            median: quantile(&values, 0.5),
            points: None,
            significance: None,
            is_beyond_99_8: false,
            not_judged: None,
        };
        // The returns of a single authority would be compared with themselves.
        let several =
            [known.used, known.passed_over].into_iter().flatten().filter(|whole| whole.source.is_of_several());
        let mut sources: Vec<Comparator> =
            several.enumerate().map(|(at, whole)| comparator(Some(whole), at == 0)).collect();
        if sources.is_empty() {
            sources.push(comparator(None, true));
        }
        let only = match with_figure.as_slice() {
            [(code, _)] => Some((*code).clone()),
            _ => None,
        };
        GroupFigures { sources, only }
    }

    /// The comparators of a figure, where there is one.
    pub(crate) fn beside(&self, this: Option<This<'_>>) -> Vec<Comparator> {
        self.sources.iter().map(|comparator| self.compare(comparator.clone(), this)).collect()
    }

    fn compare(&self, mut comparator: Comparator, this: Option<This<'_>>) -> Comparator {
        // Nothing is compared with only itself.
        let this = this.filter(|this| comparator.whole.is_some() || self.only.as_deref() != Some(this.code));
        if let Some((this, value)) = this.zip(comparator.value()) {
            comparator.points = Some(this.standing.value - value);
            comparator.not_judged = match &comparator.whole {
                Some(whole) => may_be_compared(this.standing, whole).err(),
                None => may_be_set_beside(this.standing, value).err(),
            };
            let uncertainty = this.uncertainty.filter(|_| comparator.not_judged.is_none());
            let interval = uncertainty.map(|uncertainty| uncertainty.beside(value));
            comparator.significance = Some(Significance::beside(value, interval, this.good));
            comparator.is_beyond_99_8 = uncertainty.is_some_and(|uncertainty| uncertainty.excludes_at_99_8(value));
        }
        comparator
    }
}

//! One figure and all that it is compared with.

use super::alike::NotCompared;
use super::comparators::Comparator;
use super::funnel::InFunnel;
use super::indicator::Placed;
use super::judgement::NotJudged;
use super::standing::{Source, Standing};
use super::targets::Against;
use super::uncertainty::Uncertainty;
use super::years::{Change, Trending, Year};
use crate::figures::Figure;
use crate::verdict::Verdict;

/// A figure and what it is compared with. One that may not be judged stands beside what it could be compared with, and no
/// more is said of it.
#[derive(Debug, Clone, PartialEq)]
pub struct ComparedFigure<F = Figure> {
    /// The figure.
    pub figure: F,
    /// How far the figure can be relied upon.
    pub verdict: Verdict,
    /// Why it may not be judged; none where it may, or there is no figure.
    pub not_judged: Option<NotJudged>,
    /// The figure's intervals; none where there is no figure, or a mean of one score.
    pub uncertainty: Option<Uncertainty>,
    /// The figure that stands for the place in comparisons: this one, or a published one.
    pub standing: Option<Standing>,
    /// Its rank among authorities, or of a region among regions.
    pub placed: Option<Placed>,
    /// Why it has none, where it is among those that are ranked.
    pub not_placed: Option<NotJudged>,
    /// Where it lies in the funnel about England.
    pub funnel: Option<InFunnel>,
    /// Why that is not told, where it lies in the funnel.
    pub not_in_funnel: Option<NotJudged>,
    /// The source of the England figure at the funnel's centre.
    pub funnel_source: Option<Source>,
    /// The latest five years, this one first.
    pub years: Vec<Year>,
    /// The change since the year before.
    pub change: Option<Change>,
    /// The trend over five years.
    pub trending: Option<Trending>,
    /// Why there is none, where the five are known.
    pub not_trending: Option<NotCompared>,
    /// What it is compared with.
    pub comparators: Vec<Comparator>,
    /// The figure beside the national target for its year, else the next, else the last.
    pub national: Option<Against>,
    /// The same beside the authority's own target.
    pub local: Option<Against>,
    /// Every known value of the place beside every target for it.
    pub targets: Vec<Targeted>,
}

impl<F> ComparedFigure<F> {
    /// Whether something is not said of it because the files leave it open.
    pub(crate) fn is_left_open(&self) -> bool {
        let of_targets = self.national.iter().chain(&self.local).map(|against| against.not_judged);
        let of_comparators = self.comparators.iter().map(|comparator| comparator.not_judged);
        let of_change = self.change.as_ref().and_then(|change| change.not_compared);
        let is_open = |why: Option<NotJudged>| why == Some(NotJudged::LeftOpen);
        of_targets.chain(of_comparators).chain([self.not_placed, self.not_in_funnel]).any(is_open)
            || of_change.into_iter().chain(self.not_trending).any(NotCompared::is_left_open)
    }

    /// Without the differences of a figure that is not usable: they would be made much of. Those of a published figure
    /// that stands in its place are kept.
    pub(super) fn untold(mut self) -> ComparedFigure<F> {
        if self.standing.as_ref().is_none_or(|standing| !standing.source.is_published()) {
            self.change = None;
            for comparator in &mut self.comparators {
                (comparator.significance, comparator.is_beyond_99_8) = (None, false);
            }
        }
        self
    }
}

/// One value of a place beside one target.
#[derive(Debug, Clone, PartialEq)]
pub struct Targeted {
    /// The value.
    pub standing: Option<Standing>,
    /// Whether it is the one that is used where figures are compared.
    pub used: bool,
    /// The target, and how far it is.
    pub against: Against,
}

//! The first table of a place: its ten indicators with their findings, values, targets, all areas and years.

use super::paths::path;
use super::section::Section;
use super::shared::Shared;
use crate::benchmark::footing::Footing;
use crate::charts::DrawnChart;
use crate::charts::strip::Strip;
use crate::pack::Pack;

/// The table.
#[derive(Debug)]
pub(super) struct Answer<'page> {
    /// The place.
    pub pack: &'page Pack,
    /// The indicators, in order of number.
    pub sections: Vec<Section<'page>>,
    /// The page that has a section for each; blank where it is this one.
    pub page: String,
}

impl<'page> Answer<'page> {
    /// On the page of the place itself, with its charts.
    pub fn here(pack: &'page Pack, charts: &'page [DrawnChart], shared: Shared) -> Answer<'page> {
        let sections = pack.indicators.iter().map(|of| Section::new(of, charts, shared)).collect();
        Answer { pack, sections, page: String::new() }
    }

    /// On the overview, where the place is the only one.
    pub fn on_overview(pack: &'page Pack) -> Answer<'page> {
        Answer { page: path(pack), ..Answer::here(pack, &[], Shared::Within) }
    }

    /// Whether any indicator has all areas on a line.
    pub fn has_areas(&self) -> bool {
        self.sections.iter().any(|section| section.strip.is_some())
    }

    /// Whether any value lies beyond the end of a line.
    pub fn has_beyond(&self) -> bool {
        self.sections.iter().filter_map(|section| section.strip.as_ref()).any(Strip::has_beyond)
    }

    /// Whether England stands on a line.
    pub fn has_england(&self) -> bool {
        self.sections.iter().any(|section| section.strip.as_ref().is_some_and(|strip| strip.england.is_some()))
    }

    /// Whether a target stands on a line.
    pub fn has_target(&self) -> bool {
        self.sections.iter().any(|section| section.strip.as_ref().is_some_and(|strip| strip.target.is_some()))
    }

    /// Whether the years of an indicator have a published figure.
    pub fn has_published(&self) -> bool {
        self.has_year(Footing::Published)
    }

    /// Whether they have a figure that no line joins.
    pub fn has_apart(&self) -> bool {
        self.has_year(Footing::Apart)
    }

    fn has_year(&self, footing: Footing) -> bool {
        let has = |section: &Section<'_>| section.sparkline.points().iter().any(|point| point.footing == footing);
        self.sections.iter().any(has)
    }

    /// The symbols of all marks.
    pub fn symbols(&self) -> impl Iterator<Item = &'static str> {
        self.sections.iter().flat_map(|section| {
            let beside = section.others().filter_map(|other| other.mark.as_ref());
            let moved = section.change.iter().map(|change| &change.mark);
            let targets = section.targets.iter().filter_map(|target| target.mark.as_ref());
            beside.chain(moved).chain(targets).map(|mark| mark.symbol)
        })
    }
}

//! The page of a place: what a reader with one minute reads, then its charts, then an indicator at a time.

use super::ahead::AheadSection;
use super::frame::Frame;
use super::pieces::{Drawing, SummaryPart, summary_parts};
use super::section::Section;
use crate::charts::DrawnChart;
use crate::pack::{About, Pack};
use askama::Template;

/// The overview from the folder of a place's page.
const OVERVIEW_FROM_HERE: &str = "../index.html";

/// The page of a place.
#[derive(Debug, Template)]
#[template(path = "place.html")]
pub(crate) struct PlacePage<'page> {
    frame: Frame<'page>,
    pack: &'page Pack,
    /// What the place is, in a few words.
    what: String,
    /// What comes first, in parts.
    parts: [SummaryPart<'page>; 4],
    /// The indicators, in order of number.
    sections: Vec<Section<'page>>,
    /// Where the year will end, where that is looked at.
    ahead: Option<AheadSection<'page>>,
    /// The charts of all indicators together.
    charts: Vec<Drawing<'page>>,
}

impl<'page> PlacePage<'page> {
    /// Of a pack and its charts.
    pub fn new(about: &'page About, pack: &'page Pack, charts: &'page [DrawnChart]) -> PlacePage<'page> {
        let names = ["target-bars", "spine", "slope"].map(str::to_owned);
        PlacePage {
            frame: Frame::new(about, OVERVIEW_FROM_HERE, ""),
            pack,
            what: pack.what(),
            parts: summary_parts(&pack.summary),
            sections: pack.indicators.iter().map(|of| Section::new(of, charts)).collect(),
            ahead: pack.ahead.as_ref().map(|ahead| AheadSection::new(ahead, charts)),
            charts: Drawing::named(charts, &names),
        }
    }

    fn has_region(&self) -> bool {
        self.sections.iter().any(|section| section.region.is_some())
    }

    fn has_neighbours(&self) -> bool {
        self.sections.iter().any(|section| section.neighbours.is_some())
    }

    fn has_england(&self) -> bool {
        self.sections.iter().any(|section| section.england.is_some())
    }
}

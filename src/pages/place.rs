//! The page of a place: what a reader with one minute reads, then its charts, then an indicator at a time.

use super::drawing::Drawing;
use super::frame::Frame;
use super::section::Section;
use crate::charts::DrawnChart;
use crate::charts::shown::authorities;
use crate::figures::Level;
use crate::pack::{About, Pack, Summary};
use askama::Template;

/// The overview from the folder of a place's page.
const OVERVIEW_FROM_HERE: &str = "../index.html";

/// The page of a place.
#[derive(Debug, Template)]
#[template(path = "place.html")]
pub struct PlacePage<'page> {
    frame: Frame<'page>,
    pack: &'page Pack,
    /// What the place is, in a few words.
    what: String,
    /// What comes first, in parts.
    parts: [Part<'page>; 4],
    /// The indicators, in order of number.
    sections: Vec<Section<'page>>,
    /// The charts of all indicators together.
    charts: Vec<Drawing<'page>>,
}

/// A part of what comes first.
#[derive(Debug)]
pub struct Part<'page> {
    /// Its heading.
    pub heading: &'static str,
    /// How it looks.
    pub look: &'static str,
    /// A sentence each.
    pub sentences: &'page [String],
    /// What is said where there are none.
    pub nothing: &'static str,
}

impl<'page> PlacePage<'page> {
    /// Of a pack and its charts.
    pub fn new(about: &'page About, pack: &'page Pack, charts: &'page [DrawnChart]) -> PlacePage<'page> {
        let names = ["target-bars", "spine", "slope"].map(str::to_owned);
        PlacePage {
            frame: Frame::new(about, OVERVIEW_FROM_HERE, ""),
            pack,
            what: what(pack),
            parts: parts(&pack.summary),
            sections: pack.indicators.iter().map(|of| Section::new(of, charts)).collect(),
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

/// `Local authority 302 in London`, `Region E12000007, 6 of 33 authorities`.
fn what(pack: &Pack) -> String {
    let level = match pack.level {
        Level::LocalAuthority => "Local authority",
        Level::Regional => "Region",
        Level::National => "Nation",
    };
    let region = pack.region.as_ref().map(|region| format!(" in {}", region.name)).unwrap_or_default();
    let behind = pack.behind.map(|behind| format!(", {} of {}", behind.available, authorities(behind.listed as usize)));
    format!("{level} {}{region}{}", pack.place.code, behind.unwrap_or_default())
}

/// What comes first, in parts: each has a heading, whether there is something to say or not.
pub fn parts(summary: &Summary) -> [Part<'_>; 4] {
    let Summary { met, behind, moved, care, .. } = summary;
    [
        Part { heading: "What is met", look: "met", sentences: met, nothing: "No target is met." },
        Part {
            heading: "What is behind",
            look: "behind",
            sentences: behind,
            nothing: "Nothing is known to be behind.",
        },
        Part { heading: "What moved", look: "moved", sentences: moved, nothing: "No change is beyond chance." },
        Part { heading: "What to treat with care", look: "care", sentences: care, nothing: "Nothing in particular." },
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::charts::shown::Place;
    use crate::figures::Behind;

    #[test]
    fn a_place_is_said_in_a_few_words() {
        let place = |code: &str, name: &str| Place { code: code.to_owned(), name: name.to_owned() };
        let barnet = Pack {
            level: Level::LocalAuthority,
            place: place("302", "Barnet"),
            region: Some(place("E12000007", "London")),
            behind: None,
            summary: Summary::default(),
            indicators: Vec::new(),
        };
        assert_eq!(what(&barnet), "Local authority 302 in London");
        let behind = Some(Behind { available: 6, listed: 33 });
        let london =
            Pack { level: Level::Regional, place: place("E12000007", "London"), region: None, behind, ..barnet };
        assert_eq!(what(&london), "Region E12000007, 6 of 33 authorities");
        assert!(parts(&london.summary).iter().all(|part| part.sentences.is_empty() && !part.nothing.is_empty()));
    }
}

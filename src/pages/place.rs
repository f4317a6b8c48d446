//! The page of a place: what a reader with one minute reads, then its charts, then an indicator at a time.

use super::ahead::AheadSection;
use super::answer::Answer;
use super::frame::Frame;
use super::paths::{name_of, path_of_children, path_of_stocktake};
use super::pieces::{Drawing, SummaryPart, summary_parts};
use super::shared::Shared;
use crate::charts::DrawnChart;
use crate::children::key;
use crate::national::has_stocktake;
use crate::pack::care_population::CarePopulation;
use crate::pack::{About, Pack};
use crate::wording::counts::listed;
use crate::wording::holder::Holder;
use crate::wording::mark::legend;
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
    answer: Answer<'page>,
    /// Where the year will end, where that is looked at.
    ahead: Option<AheadSection<'page>>,
    /// The file of the page of its children, beside its own; none of several authorities, and none for the public.
    children: Option<String>,
    /// Where its stocktake is, from this page, if it has one.
    stocktake: Option<String>,
    /// The charts of all indicators together.
    charts: Vec<Drawing<'page>>,
}

impl<'page> PlacePage<'page> {
    /// Of a pack and its charts.
    pub fn new(
        about: &'page About,
        pack: &'page Pack,
        charts: &'page [DrawnChart],
        shared: Shared,
    ) -> PlacePage<'page> {
        // What a spine shows stands in the strips of the answer.
        let names = ["slope", "target-bars"].map(str::to_owned);
        PlacePage {
            frame: Frame::new(about, Holder::of_place(pack.level), OVERVIEW_FROM_HERE, "").sharing(shared),
            pack,
            what: pack.what(),
            parts: summary_parts(&pack.summary),
            answer: Answer::here(pack, charts, shared),
            ahead: pack.ahead.as_ref().map(|ahead| AheadSection::new(ahead, charts)),
            children: pack.has_children.then(|| name_of(&path_of_children(&pack.place)).to_owned()),
            stocktake: has_stocktake(about, pack).then(|| format!("../{}", path_of_stocktake(pack))),
            charts: Drawing::named(charts, &names),
        }
    }

    /// What is recorded of no child in any group, so that it has no table; none where there is no such dimension.
    fn unrecorded_groups(&self) -> Option<String> {
        let without = self.pack.by_group.iter().filter(|dimension| !dimension.is_recorded());
        titles(without.map(|dimension| dimension.title.as_str()))
    }

    /// The same of the care population.
    fn unrecorded_care(&self, care: &CarePopulation) -> Option<String> {
        titles(care.by_group.iter().filter(|of| !of.is_recorded()).map(|of| of.title.as_str()))
    }

    /// The address that shows the children of a group on their page: `302-barnet-children.html#ni=62&age=10%20to%2015`.
    fn of_group(&self, page: &str, indicator: u16, dimension: &str, group: &str) -> String {
        let safe = |byte: u8| match byte {
            b'0'..=b'9' | b'A'..=b'Z' | b'a'..=b'z' => char::from(byte).to_string(),
            _ => format!("%{byte:02X}"),
        };
        let in_address = |text: &str| text.bytes().map(safe).collect::<String>();
        let (dimension, group) = (in_address(&key(dimension)), in_address(group));
        format!("{page}#ni={indicator}&{dimension}={group}")
    }

    /// The marks on the page and their meanings.
    fn marks(&self) -> String {
        legend(|symbol| self.answer.symbols().any(|other| other == symbol))
    }
}

/// Titles within a sentence; none where there is none.
fn titles<'of>(of: impl Iterator<Item = &'of str>) -> Option<String> {
    let titles: Vec<&str> = of.collect();
    (!titles.is_empty()).then(|| listed(&titles))
}

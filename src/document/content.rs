//! The content of the document, in order: every word and number as printed, and every drawing. The template
//! adds headings and layout, and nothing that depends on the place.

pub(super) mod chart;
mod figures;
mod indicator;
pub(super) mod strip;

use crate::charts::DrawnChart;
use crate::charts::palette::{self, hexadecimal};
use crate::day::Day;
use crate::pack::{About, Audience, Note, Pack, RESTRICTED};
use crate::printed::Printed;
use crate::wording::number;
use figures::Row;
use indicator::Indicator;
use serde::Serialize;

/// Who made the document.
pub(super) const AUTHOR: &str = "stocktake";
/// What the page has besides, for its owner.
const ON_THE_OWNERS_PAGE: [&str; 7] = [
    "every indicator by its distance to the target",
    "the change of every indicator since the year before",
    "every area in order of its figure, with 95% limits, and the funnel of all areas",
    "where the year will end, on a day before its end",
    "figures by sex, age and other groups",
    "the care population behind the figures",
    "the children behind each figure, on a page of their own",
];
/// How many of them anybody's page has.
const ON_EVERY_PAGE: usize = 3;

/// The document of one place.
#[derive(Serialize)]
pub(super) struct Content<'pack> {
    title: String,
    author: &'static str,
    /// The day of the figures; there is no other date.
    pub(super) date: Date,
    /// The same for the same place, day and audience.
    pub(super) identifier: String,
    place: &'pack str,
    /// What the place is, and the window.
    under: String,
    /// Blank in a document that anybody may read.
    restricted: &'static str,
    colours: Colours,
    lead: &'pack str,
    said: Vec<Said<'pack>>,
    rows: Vec<Row>,
    symbols: Vec<Symbol>,
    indicators: Vec<Indicator<'pack>>,
    notes: Vec<Noted<'pack>>,
    /// What it leaves to the page.
    left: &'static [&'static str],
}

/// A day.
#[derive(Clone, Copy, Serialize)]
pub(super) struct Date {
    pub(super) year: i32,
    pub(super) month: u8,
    pub(super) day: u8,
}

/// Colours, as `#12436D`.
#[derive(Serialize)]
pub(super) struct Colours {
    dark: String,
    warning: String,
    quiet: String,
    others: String,
}

/// Sentences of the summary under their heading.
#[derive(Serialize)]
struct Said<'pack> {
    heading: &'static str,
    sentences: &'pack [String],
}

/// A symbol that is used in the document.
#[derive(Serialize)]
struct Symbol {
    symbol: String,
    meaning: &'static str,
}

/// A note.
#[derive(Serialize)]
pub(super) struct Noted<'pack> {
    heading: &'pack str,
    paragraphs: &'pack [String],
}

impl<'pack> Content<'pack> {
    /// Of the pack of one place and its charts.
    pub(super) fn of(about: &'pack About, pack: &'pack Pack, charts: &'pack [DrawnChart]) -> Content<'pack> {
        let as_at = about.timeframe.as_at;
        let (audience, restricted, left) = match about.audience {
            Audience::Owner => ("owner", RESTRICTED, &ON_THE_OWNERS_PAGE[..]),
            Audience::Public => ("anybody", "", &ON_THE_OWNERS_PAGE[..ON_EVERY_PAGE]),
        };
        Content {
            title: format!("{}: National Indicators for children in care", pack.place.name),
            author: AUTHOR,
            date: Date::of(as_at),
            identifier: format!("{AUTHOR} {} {as_at} {} {audience}", pack.place.code, about.timeframe.basis),
            place: &pack.place.name,
            under: format!("{}, {}", pack.what(), about.when),
            restricted,
            colours: Colours::of_the_charts(),
            lead: &pack.summary.lead,
            said: said(pack),
            rows: pack.indicators.iter().map(Row::of).collect(),
            symbols: symbols(pack),
            indicators: pack.indicators.iter().map(|indicator| Indicator::of(indicator, charts)).collect(),
            notes: about.notes.iter().map(Noted::of).collect(),
            left,
        }
    }
}

impl Date {
    pub(super) fn of(day: Day) -> Date {
        let (year, month, day) = day.ymd();
        // A month and a day of the month are small.
        let small = |number: u32| u8::try_from(number).unwrap_or(1);
        Date { year, month: small(month), day: small(day) }
    }
}

impl Colours {
    pub(super) fn of_the_charts() -> Colours {
        Colours {
            dark: hexadecimal(palette::DARK_BLUE),
            warning: hexadecimal(palette::ORANGE),
            quiet: hexadecimal(palette::QUIET),
            others: hexadecimal(palette::OTHERS),
        }
    }
}

impl<'pack> Noted<'pack> {
    pub(super) fn of(note: &'pack Note) -> Noted<'pack> {
        Noted { heading: &note.heading, paragraphs: &note.paragraphs }
    }
}

/// The summary's lists that are not empty.
fn said(pack: &Pack) -> Vec<Said<'_>> {
    let parts = pack.summary.parts().into_iter().filter(|part| !part.sentences.is_empty());
    parts.map(|part| Said { heading: part.heading, sentences: part.sentences }).collect()
}

/// The symbols in the tables, and their meanings.
fn symbols(pack: &Pack) -> Vec<Symbol> {
    let stands = |symbol: Printed| {
        pack.indicators.iter().any(|of| {
            let numbers = [of.numbers.value, of.numbers.lower, of.numbers.upper];
            numbers.contains(&symbol) || of.years.iter().any(|(_, printed)| *printed == symbol)
        })
    };
    number::symbols(stands).map(|(symbol, meaning)| Symbol { symbol, meaning }).collect()
}

#[cfg(test)]
mod tests;

//! The content of the document, in order: every word and number as printed, and every drawing. The template
//! adds headings and layout, and nothing that depends on the place.

mod chart;
mod figures;
mod indicator;

use crate::charts::DrawnChart;
use crate::charts::palette::{self, hexadecimal};
use crate::pack::{About, Audience, Note, Pack, RESTRICTED};
use crate::printed::Printed;
use crate::wording::number;
use chart::{Chart, is_of};
use figures::Row;
use indicator::Indicator;
use serde::Serialize;

/// Who made the document.
pub(super) const AUTHOR: &str = "stocktake";
/// The charts of all indicators, in order, and the heading of each.
const OF_ALL: [(&str, &str); 3] =
    [("target-bars", "Compared with the targets"), ("spine", "Around England"), ("slope", "Since the year before")];

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
    charts: Vec<Headed<'pack>>,
    indicators: Vec<Indicator<'pack>>,
    notes: Vec<Noted<'pack>>,
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
struct Colours {
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

/// A chart of all indicators.
#[derive(Serialize)]
struct Headed<'pack> {
    heading: &'pack str,
    chart: Chart<'pack>,
}

/// A note.
#[derive(Serialize)]
struct Noted<'pack> {
    heading: &'pack str,
    paragraphs: &'pack [String],
}

impl<'pack> Content<'pack> {
    /// Of the pack of one place and its charts.
    pub(super) fn of(about: &'pack About, pack: &'pack Pack, charts: &'pack [DrawnChart]) -> Content<'pack> {
        let as_at = about.timeframe.as_at;
        let (year, month, day) = as_at.ymd();
        // A month and a day of the month are small.
        let small = |number: u32| u8::try_from(number).unwrap_or(1);
        let (audience, restricted) = match about.audience {
            Audience::Owner => ("owner", RESTRICTED),
            Audience::Public => ("anybody", ""),
        };
        Content {
            title: format!("{}: National Indicators for children in care", pack.place.name),
            author: AUTHOR,
            date: Date { year, month: small(month), day: small(day) },
            identifier: format!("{AUTHOR} {} {as_at} {} {audience}", pack.place.code, about.timeframe.basis),
            place: &pack.place.name,
            under: format!("{}, {}", pack.what(), about.when),
            restricted,
            colours: Colours::of_the_charts(),
            lead: &pack.summary.lead,
            said: said(pack),
            rows: pack.indicators.iter().map(Row::of).collect(),
            symbols: symbols(pack),
            charts: of_all(pack, charts),
            indicators: pack.indicators.iter().map(|indicator| Indicator::of(indicator, charts)).collect(),
            notes: about.notes.iter().map(Noted::of).collect(),
        }
    }
}

impl Colours {
    fn of_the_charts() -> Colours {
        Colours {
            dark: hexadecimal(palette::DARK_BLUE),
            warning: hexadecimal(palette::ORANGE),
            quiet: hexadecimal(palette::QUIET),
            others: hexadecimal(palette::OTHERS),
        }
    }
}

impl<'pack> Noted<'pack> {
    fn of(note: &'pack Note) -> Noted<'pack> {
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

/// The charts that are not of a single indicator: those with a heading first, the others as they come.
fn of_all<'pack>(pack: &Pack, charts: &'pack [DrawnChart]) -> Vec<Headed<'pack>> {
    let place = |chart: &DrawnChart| OF_ALL.iter().position(|(name, _)| *name == chart.name).unwrap_or(OF_ALL.len());
    let is_of_one = |chart: &DrawnChart| pack.indicators.iter().any(|of| is_of(chart, of.indicator.number));
    let mut charts: Vec<&DrawnChart> = charts.iter().filter(|chart| !is_of_one(chart)).collect();
    charts.sort_by_key(|chart| place(chart));
    let heading = |chart: &'pack DrawnChart| OF_ALL.get(place(chart)).map_or(chart.title.as_str(), |(_, above)| above);
    charts.into_iter().map(|chart| Headed { heading: heading(chart), chart: Chart::of(chart) }).collect()
}

#[cfg(test)]
mod tests;

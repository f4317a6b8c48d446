//! One authority's indicators at a terminal, from a report that a run wrote: nothing is worked out a second time.

mod cells;
pub mod error;
mod full;
mod notes;
mod numbers;
mod overview;
pub mod page;
pub mod place;
mod sources;
mod targets;

use crate::read_back::report::Report;
use crate::seeds::indicators::IndicatorSeed;
use crate::show::error::ShowError;
use crate::wording::mark::{LEGEND, inked};
use crate::wording::methods::CENSUS;
use page::Page;
use place::{OfIndicator, Place};

/// What is to be shown.
#[derive(Debug, Clone, Copy)]
pub struct Question<'words> {
    /// An authority or region by code or name, or England; none for the only authority, else England.
    pub place: Option<&'words str>,
    /// One indicator in full; none for all in brief.
    pub indicator: Option<u16>,
    /// What they are shown on.
    pub page: Page,
}

/// The text that answers a question, in lines that fit the page.
///
/// # Errors
/// Where the report is not what it should be, or has no such place.
pub fn show(report: &Report, indicators: &[IndicatorSeed], question: Question<'_>) -> Result<String, ShowError> {
    let place = Place::read(report, indicators, question.place)?;
    let asked = |one: &&OfIndicator<'_>| Some(one.seed.number) == question.indicator;
    let mut text = match place.indicators.iter().find(asked) {
        Some(one) => full::text(&place, one, question.page),
        None => overview::text(&place, question.page),
    };
    let page = question.page;
    text.push_str(&format!("\n{}\n{}", page.indented(LEGEND, 0), page.indented(CENSUS, 0)));
    Ok(inked(&text, page.ink))
}

//! One authority's indicators for the terminal, from the report of a run: nothing is calculated again.

mod cells;
mod days;
pub(crate) mod error;
mod full;
mod groups;
mod notes;
mod numbers;
mod overview;
pub(crate) mod page;
pub(crate) mod place;
mod sources;
mod targets;

use crate::read_back::report::Report;
use crate::seeds::indicators::IndicatorSeed;
use crate::show::error::ShowError;
use crate::wording::group::GroupAsked;
use crate::wording::mark::{LEGEND, inked};
use crate::wording::methods::CENSUS;
use days::Days;
use groups::Group;
use page::Page;
use place::{OfIndicator, Place, one_of_them};

/// What to show.
#[derive(Debug, Clone, Copy)]
pub struct Question<'words> {
    /// An authority or region by code or name, or England; none for the only authority, or else England.
    pub(crate) place: Option<&'words str>,
    /// One indicator in full; none for all of them in brief.
    pub(crate) indicator: Option<u16>,
    /// A group of the place's children; none for all of them.
    pub(crate) group: Option<&'words GroupAsked>,
    /// The page to show them on.
    pub(crate) page: Page,
}

/// The answer to a question, in lines that fit the page.
///
/// # Errors
/// Where the report cannot be read or has no such place.
pub(crate) fn show(report: &Report, indicators: &[IndicatorSeed], question: Question<'_>) -> Result<String, ShowError> {
    let place = Place::read(report, indicators, question.place)?;
    let asked = |one: &&OfIndicator<'_>| Some(one.seed.number) == question.indicator;
    let group = question.group.map(|asked| Group::read(report, &place, asked)).transpose()?;
    let mut text = match (group, place.indicators.iter().find(asked)) {
        (Some(group), _) => group.text(&place, question.indicator, question.page),
        (None, Some(one)) => full::text(&place, one, question.page),
        (None, None) => overview::text(&place, question.page),
    };
    text.push_str(&foot(question.page));
    if let Some(words) = one_of_them(report, place.level, question.place)? {
        text.push_str(&format!("\n{}", question.page.indented(&words, 0)));
    }
    Ok(inked(&text, question.page.ink))
}

/// The answer from reports of several days.
///
/// # Errors
/// As [`show`].
pub(crate) fn show_days(
    reports: &[Report],
    indicators: &[IndicatorSeed],
    question: Question<'_>,
) -> Result<String, ShowError> {
    let Question { place, indicator, group, page } = question;
    if group.is_some() {
        return Err(ShowError::GroupOverDays);
    }
    let days = Days::read(reports, indicators, place)?;
    let mut text = format!("{}\n{}{}", days.text(indicator, page), page.indented(days::SHARED, 0), foot(page));
    let names = reports.last().map(|last| one_of_them(last, days.level, place)).transpose()?.flatten();
    text.extend(names.map(|words| format!("\n{}", page.indented(&words, 0))));
    Ok(inked(&text, page.ink))
}

/// What the marks mean, and what an interval means.
fn foot(page: Page) -> String {
    format!("\n{}\n{}", page.indented(LEGEND, 0), page.indented(CENSUS, 0))
}

//! What to know about a figure.

use super::cells::{range, said};
use super::page::Page;
use super::place::{OfIndicator, Place};
use crate::read_back::figure::FigureRow;
use crate::verdict::Reliance;
use crate::wording::figure::{RANK_LEFT_OPEN, why_no_figure};

/// The notes on every figure, each after its indicator's number.
pub(crate) fn text(place: &Place<'_>, page: Page) -> String {
    let mut text = String::new();
    for one in &place.indicators {
        let notes: Vec<String> = notes(one, &place.name).into_iter().chain(not_compared(one)).collect();
        if !notes.is_empty() {
            text.push_str(&page.hanging(&one.seed.number.to_string(), &notes.join("; "), 5));
        }
    }
    text
}

/// Why the year before is not compared.
fn not_compared(one: &OfIndicator<'_>) -> Option<String> {
    one.why_not_compared().map(|why| format!("change not tested: {why}"))
}

/// How far the returns leave a figure open, where its verdict does not say it.
fn left_open(figure: &FigureRow) -> String {
    let allowed = range(figure.data_low, figure.data_high).filter(|_| figure.verdict == Reliance::Usable);
    allowed.map(|allowed| format!(" (they allow {allowed})")).unwrap_or_default()
}

/// The notes on one figure of a place.
pub(crate) fn notes(one: &OfIndicator<'_>, place: &str) -> Vec<String> {
    let figure = &one.figure;
    let in_doubt = one.has_figure() && figure.verdict != Reliance::Usable;
    let verdict = in_doubt.then(|| match (figure.verdict.in_words(), figure.verdict_reason.as_str()) {
        (verdict, "") => verdict.to_owned(),
        (verdict, because) => format!("{verdict}: {because}"),
    });
    // A warning is part of the verdict, unless the user's own limits let it pass.
    let has_warning = !figure.warning.is_empty() && verdict.is_none();
    let warning = has_warning.then(|| format!("warning: {}", figure.warning));
    // Other reasons are in the verdict or the warning.
    let not_judged = figure.not_judged.as_ref().filter(|_| figure.warning.is_empty());
    let not_judged =
        not_judged.filter(|_| figure.verdict != Reliance::NotUsable).map(|why| format!("not judged: it {why}"));
    let part = one.has_figure() && figure.geographic_level.is_part() && figure.name != place;
    let part = part.then(|| figure.name.clone());
    let of_returns: Vec<String> = [
        part,
        why_no_figure(figure.status.name(), &figure.reason, figure.population.unwrap_or_default()),
        verdict,
        warning,
        not_judged,
        figure.not_placed.as_ref().map(|_| format!("rank {RANK_LEFT_OPEN}{}", left_open(figure))),
    ]
    .into_iter()
    .flatten()
    .collect();
    if !one.is_published() {
        return of_returns;
    }
    let own = if one.has_figure() { format!(" say {}", said(figure.value)) } else { String::new() };
    let beside = if of_returns.is_empty() { String::new() } else { format!(" ({})", of_returns.join("; ")) };
    let (value, source) = (said(figure.compared_value), said(figure.compared_source.as_ref()));
    vec![format!("{value} is {source}; the returns given{own}{beside}")]
}

//! What should be known beside a figure.

use super::cells::filled;
use super::page::Page;
use super::place::{OfIndicator, Place};
use crate::verdict::Reliance;
use crate::wording::figure::why_no_figure;

/// The notes on every figure, those of an indicator hanging under its number.
pub fn text(place: &Place<'_>, page: Page) -> String {
    let mut text = String::new();
    for one in &place.indicators {
        let notes: Vec<String> = notes(one).into_iter().chain(not_compared(one)).collect();
        if !notes.is_empty() {
            text.push_str(&page.hanging(&one.seed.number.to_string(), &notes.join("; "), 5));
        }
    }
    text
}

/// Why the year before is not compared.
fn not_compared(one: &OfIndicator<'_>) -> Option<String> {
    filled(&one.figure.change_not_compared).map(|why| format!("change not tested: {why}"))
}

/// The notes on one figure.
pub fn notes(one: &OfIndicator<'_>) -> Vec<String> {
    let figure = &one.figure;
    let reliance = filled(&figure.verdict).filter(|verdict| one.has_figure() && *verdict != Reliance::Usable.name());
    let verdict = reliance.map(|reliance| match figure.verdict_reason.as_str() {
        "" => reliance.to_owned(),
        because => format!("{reliance}: {because}"),
    });
    // A warning weighs in the verdict, unless the user's own limits let it pass.
    let warning = filled(&figure.warning).filter(|_| verdict.is_none()).map(|warning| format!("warning: {warning}"));
    let of_returns: Vec<String> =
        [why_no_figure(&figure.status, &figure.reason), verdict, warning].into_iter().flatten().collect();
    if !one.is_published() {
        return of_returns;
    }
    let own = if one.has_figure() { format!(" say {}", figure.value) } else { String::new() };
    let beside = if of_returns.is_empty() { String::new() } else { format!(" ({})", of_returns.join("; ")) };
    vec![format!("{} is {}; the returns given{own}{beside}", figure.compared_value, figure.compared_source)]
}

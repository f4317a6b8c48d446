//! A chart in the document, and which indicator it is of.

use crate::charts::DrawnChart;
use serde::Serialize;

/// How the names of one indicator's charts begin, in the order of the charts.
pub(super) const OF_ONE: [&str; 3] = ["trend", "caterpillar", "funnel"];

/// A chart.
#[derive(Serialize)]
pub(super) struct Chart<'pack> {
    /// The alternative text.
    alternative: String,
    svg: &'pack str,
}

impl<'pack> Chart<'pack> {
    pub(super) fn of(chart: &'pack DrawnChart) -> Chart<'pack> {
        Chart { alternative: format!("{}. {}", chart.title, chart.alternative_text), svg: &chart.svg }
    }
}

/// Whether a chart is of an indicator: `trend-62` is of 62.
pub(super) fn is_of(chart: &DrawnChart, number: u16) -> bool {
    chart.name.rsplit_once('-').is_some_and(|(_, end)| end == number.to_string())
}

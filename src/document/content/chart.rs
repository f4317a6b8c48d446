//! The chart of an indicator in the document.

use crate::charts::DrawnChart;
use serde::Serialize;

/// A chart.
#[derive(Serialize)]
pub(in crate::document) struct Chart<'pack> {
    /// The alternative text.
    alternative: String,
    svg: &'pack str,
    /// Where its heading ends, in pixels.
    top: u32,
}

impl<'pack> Chart<'pack> {
    fn of(chart: &'pack DrawnChart) -> Chart<'pack> {
        Chart { alternative: format!("{}. {}", chart.title, chart.alternative_text), svg: &chart.svg, top: chart.top }
    }

    /// The chart of an indicator's years; none where there is none.
    pub(in crate::document) fn of_years(number: u16, charts: &'pack [DrawnChart]) -> Option<Chart<'pack>> {
        let name = format!("trend-{number}");
        charts.iter().find(|chart| chart.name == name).map(Chart::of)
    }
}

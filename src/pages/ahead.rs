//! Where the year will end, on the page of a place.

use super::pieces::Drawing;
use crate::charts::DrawnChart;
use crate::pack::year_ahead::YearAhead;

/// The section.
#[derive(Debug)]
pub(crate) struct AheadSection<'page> {
    /// Its numbers and words.
    pub of: &'page YearAhead,
    /// Its chart, where there is one.
    pub charts: Vec<Drawing<'page>>,
}

impl<'page> AheadSection<'page> {
    /// From the look ahead of a place and its charts.
    pub fn new(of: &'page YearAhead, charts: &'page [DrawnChart]) -> AheadSection<'page> {
        AheadSection { of, charts: Drawing::named(charts, &["year-end".to_owned()]) }
    }
}

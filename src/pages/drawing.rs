//! A chart as a part of a page.

use crate::charts::DrawnChart;

/// A chart as a part of a page.
#[derive(Debug)]
pub struct Drawing<'chart> {
    /// What its parts are called in the page: `chart-trend-62`.
    pub id: String,
    /// The chart, with what stands for it where it cannot be seen.
    pub chart: &'chart DrawnChart,
    /// The drawing, with ids of its own.
    pub svg: String,
}

impl<'chart> Drawing<'chart> {
    /// Those of these names that are there, in the order of the names.
    pub fn named(charts: &'chart [DrawnChart], names: &[String]) -> Vec<Drawing<'chart>> {
        let of_name = |name: &String| charts.iter().find(|chart| chart.name == *name);
        names.iter().filter_map(of_name).map(Drawing::of).collect()
    }

    fn of(chart: &'chart DrawnChart) -> Drawing<'chart> {
        let id = format!("chart-{}", chart.name);
        Drawing { svg: chart.in_page(&id), id, chart }
    }
}

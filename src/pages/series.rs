//! The pages over several days: one for each place with its charts, and one of all places.

use super::frame::Frame;
use super::paths::OVERVIEW;
use super::pieces::Drawing;
use crate::charts::DrawnChart;
use crate::level::Level;
use crate::pack::About;
use crate::wording::holder::Holder;
use crate::wording::names::{Indicator, Place};
use askama::Template;

/// The page of all places from the folder of a place's page.
const OVERVIEW_FROM_HERE: &str = "../index.html";

/// The page of a place.
#[derive(Debug, Template)]
#[template(path = "series.html")]
pub(super) struct SeriesPage<'page> {
    frame: Frame<'page>,
    place: &'page Place,
    charts: Vec<Drawing<'page>>,
}

impl<'page> SeriesPage<'page> {
    /// Of a place and its charts.
    pub fn new(
        about: &'page About,
        (level, place): (Level, &'page Place),
        charts: &'page [DrawnChart],
    ) -> SeriesPage<'page> {
        let charts = Drawing::named(charts, &["series", "flows"].map(str::to_owned));
        let frame = Frame::new(about, Holder::of_place(level), OVERVIEW_FROM_HERE, "");
        SeriesPage { frame, place, charts }
    }
}

/// The page of all places.
#[derive(Debug, Template)]
#[template(path = "series_overview.html")]
pub(super) struct SeriesOverview<'page> {
    frame: Frame<'page>,
    rows: &'page [Row],
    /// The indicators, in order of number.
    columns: Vec<&'page Indicator>,
}

/// One place of the page of all.
#[derive(Debug)]
pub(crate) struct Row {
    /// The place.
    pub place: Place,
    /// Its level.
    pub level: Level,
    /// Where its page is.
    pub path: String,
    /// Each indicator with its value on the last day, in words.
    pub values: Vec<(Indicator, String)>,
}

impl Row {
    /// The value of an indicator; blank where there is none on any day.
    fn value(&self, indicator: &Indicator) -> &str {
        let value = self.values.iter().find(|(of, _)| of.number == indicator.number);
        value.map_or("", |(_, value)| value)
    }
}

impl<'page> SeriesOverview<'page> {
    /// Of places in order.
    pub fn new(about: &'page About, rows: &'page [Row]) -> SeriesOverview<'page> {
        let mut columns: Vec<&Indicator> = rows.iter().flat_map(|row| row.values.iter().map(|(of, _)| of)).collect();
        columns.sort_by_key(|indicator| indicator.number);
        columns.dedup_by_key(|indicator| indicator.number);
        let authorities = rows.iter().filter(|row| row.level == Level::LocalAuthority).count();
        SeriesOverview { frame: Frame::new(about, Holder::of(authorities), OVERVIEW, ""), rows, columns }
    }

    /// The last of the days.
    fn last(&self) -> String {
        self.frame.about.timeframe.as_at.in_words()
    }
}

//! Where the year will end: of each indicator the year so far, last year's course behind it, and where its end will probably
//! lie.

mod drawing;

use super::chart::{Chart, Part};
use super::key::{self, Glyph, KEY};
use super::paper::{At, Drawn, MARGIN, Paper};
use super::table::Table;
use crate::day::Day;
use crate::rounding::Tenths;
use crate::timeframe::back;
use crate::wording::names::{Indicator, Place};
use plotters::prelude::DrawingBackend;

/// The indicators of one place on the way to the end of a year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct YearEnd {
    /// The place.
    pub place: Place,
    /// The day up to which things are known.
    pub known: Day,
    /// The day looked ahead to.
    pub outturn: Day,
    panels: Vec<Panel>,
}

/// The layout, in pixels: where the panels begin, how many stand beside each other, and how large each is.
const TOP: f64 = 96.0;
const PANELS_BESIDE: usize = 2;
const PANEL: (f64, f64) = (430.0, 256.0);
/// The width of the chart, at which letters are of ten points across a sheet that stands.
const WIDTH: u32 = (MARGIN + PANEL.0 * PANELS_BESIDE as f64) as u32;

/// Where a panel begins, by its place among all.
fn corner(place: usize) -> At {
    let (row, column) = (place / PANELS_BESIDE, place % PANELS_BESIDE);
    (MARGIN + PANEL.0 * column as f64, TOP + PANEL.1 * row as f64)
}

/// One indicator.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Panel {
    /// Which.
    pub indicator: Indicator,
    /// The values on days of the year so far, in order; none where there was no figure.
    pub this_year: Vec<(Day, Option<Tenths>)>,
    /// Those of the same days a year before, and of its last.
    pub last_year: Vec<(Day, Option<Tenths>)>,
    /// The value if nothing further happens.
    pub steady: Option<Tenths>,
    /// Where the year will probably end.
    pub forecast: Option<Fan>,
    /// The target of the year; the place's own before the nation's.
    pub target: Option<Goal>,
}

/// Where a year will probably end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fan {
    /// The middle.
    pub median: Tenths,
    /// The limits that hold 80%.
    pub within_80: [Tenths; 2],
    /// The limits that hold 95%.
    pub within_95: [Tenths; 2],
}

/// A target.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Goal {
    /// Its value, to the nearest tenth.
    pub value: Tenths,
    /// The value as it was set, with its unit.
    pub shown: String,
}

impl Panel {
    /// Whether anything is known of the year.
    fn has_any(&self) -> bool {
        self.forecast.is_some() || self.this_year.iter().any(|(_, value)| value.is_some())
    }

    /// The value of the day up to which things are known.
    fn now(&self) -> Option<Tenths> {
        self.this_year.last().and_then(|(_, value)| *value)
    }

    /// Every value that is drawn.
    fn values(&self) -> impl Iterator<Item = Tenths> {
        let days = self.this_year.iter().chain(&self.last_year).filter_map(|(_, value)| *value);
        let fan = self.forecast.iter().flat_map(|fan| fan.within_95);
        days.chain(fan).chain(self.target.iter().map(|target| target.value)).chain(self.steady)
    }
}

impl YearEnd {
    /// Of the indicators in the order given; none where nothing is known of any.
    pub fn new(place: Place, [known, outturn]: [Day; 2], panels: Vec<Panel>) -> Option<YearEnd> {
        let panels: Vec<Panel> = panels.into_iter().filter(Panel::has_any).collect();
        (!panels.is_empty()).then_some(YearEnd { place, known, outturn, panels })
    }

    /// The first line of the key.
    fn key_line(&self) -> f64 {
        TOP + PANEL.1 * self.panels.len().div_ceil(PANELS_BESIDE) as f64 + 26.0
    }

    fn marks(&self) -> Vec<(Glyph, String)> {
        let any = |is: fn(&Panel) -> bool| self.panels.iter().any(is);
        let marks = [
            (any(|panel| panel.now().is_some()), Glyph::Returned, "this year so far"),
            (any(|panel| panel.last_year.iter().any(|(_, value)| value.is_some())), Glyph::Range, "last year"),
            (any(|panel| panel.forecast.is_some()), Glyph::Doubt, "80% and 95% limits of the forecast"),
            (any(|panel| panel.target.is_some()), Glyph::Target, "target"),
        ];
        marks.into_iter().filter(|(there, ..)| *there).map(|(_, mark, words)| (mark, words.to_owned())).collect()
    }
}

impl Chart for YearEnd {
    fn title(&self) -> String {
        format!("{}: where the year to {} will end", self.place.name, self.outturn.in_words())
    }

    fn alternative_text(&self) -> String {
        let mut words = format!(
            "Of each indicator of {} the year so far, up to {}, and where it will probably end.",
            self.place.name,
            self.known.in_words()
        );
        for panel in &self.panels {
            let shown = |value| panel.indicator.shown(value);
            let now = panel.now().map_or("not known yet".to_owned(), |now| format!("{} now", shown(now)));
            let then = panel.forecast.map_or("no forecast".to_owned(), |fan| {
                let [low, high] = fan.within_80.map(shown);
                format!("forecast {} (80% limits {low} to {high})", shown(fan.median))
            });
            let target = panel.target.as_ref().map(|target| format!(", target {}", target.shown)).unwrap_or_default();
            words.push_str(&format!(" {}: {now}, {then}{target}.", panel.indicator.name()));
        }
        words
    }

    fn table(&self) -> Table {
        let heading = [
            "indicator",
            "now",
            "if nothing further happens",
            "forecast",
            "80% from",
            "80% to",
            "95% from",
            "95% to",
            "target",
            "same day last year",
            "end of last year",
        ];
        let row = |panel: &Panel| {
            let shown = |value: Option<Tenths>| value.map(|value| panel.indicator.shown(value)).unwrap_or_default();
            let fan = panel.forecast;
            let before = back(self.known, 12);
            let of_last_year =
                |day: Day| panel.last_year.iter().find(|(of, _)| *of == day).and_then(|(_, value)| *value);
            let [low_80, high_80] = [0, 1].map(|end| shown(fan.map(|fan| fan.within_80[end])));
            let [low_95, high_95] = [0, 1].map(|end| shown(fan.map(|fan| fan.within_95[end])));
            vec![
                panel.indicator.named(),
                shown(panel.now()),
                shown(panel.steady),
                shown(fan.map(|fan| fan.median)),
                low_80,
                high_80,
                low_95,
                high_95,
                panel.target.as_ref().map(|target| target.shown.clone()).unwrap_or_default(),
                shown(of_last_year(before)),
                shown(panel.last_year.last().and_then(|(_, value)| *value)),
            ]
        };
        Table::new(&heading, self.panels.iter().map(row).collect())
    }

    fn heading(&self) -> [String; 2] {
        let under = format!(
            "Known up to {}, looking ahead to {}; each indicator on its own scale",
            self.known.in_words(),
            self.outturn.in_words()
        );
        [format!("{}: where the year will end", self.place.name), under]
    }

    fn width(&self) -> u32 {
        WIDTH
    }

    fn parts(&self) -> Vec<Part> {
        let part = |place: usize| Part {
            corner: (corner(place).0 as u32, corner(place).1 as u32),
            size: (PANEL.0 as u32 - 4, PANEL.1 as u32 - 20),
            is_key: false,
        };
        let key = key::parts(&self.marks(), f64::from(WIDTH), self.key_line());
        (0..self.panels.len()).map(part).chain(key).collect()
    }

    fn height(&self) -> u32 {
        let lines = key::lines(&self.marks(), f64::from(WIDTH)).len().saturating_sub(1);
        (self.key_line() + KEY * lines as f64 + 22.0).ceil() as u32
    }

    fn draw<B: DrawingBackend>(&self, paper: &Paper<'_, B>) -> Drawn<B> {
        (0..self.parts().len()).try_for_each(|place| self.draw_part(paper, place))
    }

    fn draw_part<B: DrawingBackend>(&self, paper: &Paper<'_, B>, place: usize) -> Drawn<B> {
        match self.panels.get(place) {
            Some(panel) => self.draw_panel(paper, panel, corner(place)),
            None => key::draw_entry(paper, self.key_line(), &self.marks(), place - self.panels.len()),
        }
    }
}

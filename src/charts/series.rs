//! Series: every indicator of a place as a small multiple: this year's days, those of the year before behind them, and the
//! path to the target.

use super::axis::Axis;
use super::chart::{Chart, Part};
use super::key::{self, Glyph};
use super::palette::{DARK_BLUE, ORANGE, OTHERS};
use super::panel::{self, Panel};
use super::paper::{Anchor, At, Drawn, Paper};
use super::table::Table;
use super::typography::Lettering;
use crate::benchmark::footing::Footing;
use crate::day::Day;
use crate::rounding::Tenths;
use crate::wording::counts::hidden_in_words;
use crate::wording::names::{Indicator, Place};
use crate::wording::value::Value;
use plotters::prelude::{DrawingBackend, RGBColor};

/// Every indicator of a place over several days.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Series {
    /// The place.
    pub place: Place,
    measures: Vec<Measure>,
}

/// One indicator.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Measure {
    /// The indicator.
    pub indicator: Indicator,
    /// The days, in order.
    pub points: Vec<Point>,
    /// The target of the last day.
    pub target: Option<Target>,
}

/// One day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Point {
    /// The day.
    pub as_at: Day,
    /// Its value.
    pub value: Value,
    /// What that stands on.
    pub footing: Footing,
    /// The value of the same day a year before.
    pub before: Value,
    /// What that stands on.
    pub footing_before: Footing,
    /// Where the path to the target is.
    pub path: Option<Tenths>,
}

/// A target.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Target {
    /// Its value.
    pub value: Tenths,
    /// It in words: `60%`.
    pub shown: String,
    /// Its year.
    pub year: i32,
    /// Whether it is the authority's own.
    pub is_local: bool,
}

impl Series {
    /// Of measures in order of indicator, those without any value left out. Of a hidden value nothing is shown, nor of a path
    /// that may begin with it.
    pub fn new(place: Place, mut measures: Vec<Measure>) -> Series {
        for measure in &mut measures {
            let is_hidden = |point: &Point| point.value == Value::Hidden || point.before == Value::Hidden;
            if measure.points.iter().any(is_hidden) {
                measure.points.iter_mut().for_each(|point| point.path = None);
            }
        }
        measures.retain(|measure| measure.points.iter().any(|point| !point.value.is_missing()));
        Series { place, measures }
    }

    /// Whether there is anything to draw.
    pub fn has_a_value(&self) -> bool {
        !self.measures.is_empty()
    }

    /// Each indicator, in order.
    pub(crate) fn measures(&self) -> impl Iterator<Item = &Measure> {
        self.measures.iter()
    }

    /// Each indicator with its value on the last day, in words.
    pub(crate) fn on_last_day(&self) -> impl Iterator<Item = (Indicator, String)> {
        self.measures.iter().filter_map(|measure| {
            let last = measure.points.last()?;
            Some((measure.indicator.clone(), last.value.in_words(measure.indicator.unit)))
        })
    }

    fn ends(&self) -> Option<(Day, Day)> {
        let days = || self.measures.iter().flat_map(|measure| measure.points.iter().map(|point| point.as_at));
        days().min().zip(days().max())
    }

    fn when(&self) -> String {
        let ends = self.ends();
        ends.map_or_else(String::new, |(first, last)| format!("{} to {}", first.in_words(), last.in_words()))
    }

    fn marks(&self) -> Vec<(Glyph, String)> {
        let any = |is: fn(&Point) -> bool| self.measures.iter().any(|measure| measure.points.iter().any(is));
        let marks = [
            (true, Glyph::Returned, "the days"),
            (any(|point| point.before.number().is_some()), Glyph::Range, "a year before"),
            (any(|point| point.is_apart()), Glyph::Apart, "not comparable"),
            (
                self.measures.iter().any(|measure| measure.target.is_some()),
                Glyph::Path,
                "the target, and the path to it",
            ),
        ];
        marks.into_iter().filter(|(there, ..)| *there).map(|(_, mark, words)| (mark, words.to_owned())).collect()
    }
}

/// A value and what it stands on.
type Standing = (Value, Footing);

impl Point {
    fn own(&self) -> Standing {
        (self.value, self.footing)
    }

    fn before(&self) -> Standing {
        (self.before, self.footing_before)
    }

    /// Whether one of its values is shown and not comparable with those of other days.
    fn is_apart(&self) -> bool {
        let is_apart = |(value, footing): Standing| value.number().is_some() && footing == Footing::Apart;
        is_apart(self.own()) || is_apart(self.before())
    }
}

impl Measure {
    /// What is said beside the title: `low is good, target 60% for 2011`.
    fn under(&self) -> String {
        let target = self.target.as_ref().map(|target| {
            let whose = if target.is_local { "own target" } else { "target" };
            format!(", {whose} {} for {}", target.shown, target.year)
        });
        format!("{}{}", self.indicator.good_in_words(), target.unwrap_or_default())
    }

    /// The last day that has a value.
    fn last(&self) -> Option<(&Point, Tenths)> {
        self.points.iter().rev().find_map(|point| Some((point, point.value.number()?)))
    }

    fn axis(&self, bottom: f64, top: f64) -> Axis {
        let of_points = self.points.iter().flat_map(|point| [point.value.number(), point.before.number(), point.path]);
        let target = self.target.as_ref().map(|target| target.value);
        Axis::about(of_points.chain([target]).flatten(), self.indicator.unit, bottom, top)
    }

    fn draw<B: DrawingBackend>(&self, paper: &Paper<'_, B>, panel: &Panel) -> Drawn<B> {
        let runs = |value: &dyn Fn(&Point) -> Option<Tenths>| {
            panel.runs(self.points.iter().map(|point| (point.as_at, value(point).map(Tenths::as_f64))))
        };
        let draw = |standing: fn(&Point) -> Standing, colour| {
            // A line joins days on the same footing alone.
            for footing in [Footing::Returns, Footing::Published] {
                let on_it = |point: &Point| {
                    let (value, of_point) = standing(point);
                    value.number().filter(|_| of_point == footing)
                };
                draw_lines(paper, &runs(&on_it), colour)?;
            }
            self.points.iter().try_for_each(|point| match standing(point) {
                (Value::Shown(value), Footing::Apart) => paper.ring(panel.at(point.as_at, value.as_f64()), 4.0, colour),
                _ => Ok(()),
            })
        };
        panel.draw_frame(paper, [&self.indicator.named(), &self.under()], self.indicator.unit.suffix())?;
        draw(Point::before, OTHERS)?;
        for run in runs(&|point| point.path) {
            paper.dashes(&run, ORANGE, 2.5)?;
        }
        if let Some((target, last)) = self.target.as_ref().zip(self.points.last()) {
            let (x, y) = panel.at(last.as_at, target.value.as_f64());
            paper.rectangle((x - 14.0, y - 2.5), (x + 8.0, y + 2.5), ORANGE)?;
        }
        draw(Point::own, DARK_BLUE)?;
        let Some((point, value)) = self.last() else { return Ok(()) };
        let (x, y) = panel.at(point.as_at, value.as_f64());
        let glyph = if point.footing == Footing::Apart { Glyph::Apart } else { Glyph::Returned };
        glyph.draw(paper, (x, y))?;
        let lettering = Lettering::BOLD.in_colour(DARK_BLUE);
        paper.words((x + 12.0, y + 6.0), &self.indicator.shown(value), lettering, Anchor::Start)
    }
}

/// Lines through runs of days; a day by itself is a dot.
fn draw_lines<B: DrawingBackend>(paper: &Paper<'_, B>, runs: &[Vec<At>], colour: RGBColor) -> Drawn<B> {
    runs.iter().try_for_each(|run| match run.as_slice() {
        [at] => paper.disc(*at, 3.5, colour),
        run => paper.line(run, colour, 3.0),
    })
}

impl Chart for Series {
    fn title(&self) -> String {
        format!("{}: {}", self.place.name, self.when())
    }

    fn alternative_text(&self) -> String {
        let mut words = format!("A small line for each indicator of {} by day, {}.", self.place.name, self.when());
        for measure in &self.measures {
            let Some((point, value)) = measure.last() else { continue };
            let shown = |value: Tenths| measure.indicator.shown(value);
            words.push_str(&format!(" {}: {} at {}", measure.indicator.name(), shown(value), point.as_at.in_words()));
            words.push_str(&match point.before.number() {
                Some(before) => format!(", {} a year before.", shown(before)),
                None => ".".to_owned(),
            });
        }
        let hidden =
            self.measures.iter().flat_map(|measure| &measure.points).filter(|point| point.value == Value::Hidden);
        format!("{words} {}", hidden_in_words(hidden.count()))
    }

    fn table(&self) -> Table {
        let row = |measure: &Measure, point: &Point| {
            let in_words = |(value, footing): Standing| {
                let words = value.in_words(measure.indicator.unit);
                let is_apart = value.number().is_some() && footing == Footing::Apart;
                if is_apart { format!("{words} (not comparable)") } else { words }
            };
            let path = point.path.map(|path| measure.indicator.shown(path)).unwrap_or_default();
            let name = format!("{}, {}", measure.indicator.named(), point.as_at.in_words());
            vec![name, in_words(point.own()), in_words(point.before()), path]
        };
        let target = |measure: &Measure| {
            let target = measure.target.as_ref()?;
            let name = format!("{}, target for {}", measure.indicator.named(), target.year);
            Some(vec![name, target.shown.clone(), String::new(), String::new()])
        };
        let rows = self.measures.iter().flat_map(|measure| {
            let points = measure.points.iter().map(move |point| row(measure, point));
            points.chain(target(measure))
        });
        Table::new(&["figure", "value", "a year before", "path to the target"], rows.collect())
    }

    fn heading(&self) -> [String; 2] {
        [self.place.name.clone(), format!("Every indicator, {}", self.when())]
    }

    fn width(&self) -> u32 {
        panel::WIDTH
    }

    fn parts(&self) -> Vec<Part> {
        panel::parts(self.measures.len(), &self.marks())
    }

    fn height(&self) -> u32 {
        panel::height(self.measures.len())
    }

    fn draw<B: DrawingBackend>(&self, paper: &Paper<'_, B>) -> Drawn<B> {
        (0..self.parts().len()).try_for_each(|place| self.draw_part(paper, place))
    }

    fn draw_part<B: DrawingBackend>(&self, paper: &Paper<'_, B>, place: usize) -> Drawn<B> {
        let (panels, Some(ends)) = (self.measures.len(), self.ends()) else { return Ok(()) };
        match self.measures.get(place) {
            Some(measure) => measure.draw(paper, &Panel::among(place, ends, |bottom, top| measure.axis(bottom, top))),
            None => key::draw_entry(paper, panel::key_line(panels), &self.marks(), place - panels),
        }
    }
}

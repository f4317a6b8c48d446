//! Flows: what happened to the children of a place in each month alone, a control chart for each flow.

use super::axis::Axis;
use super::chart::{Chart, Part};
use super::key::{self, Glyph};
use super::palette::{BLACK, DARK_BLUE, QUIET, WHITE};
use super::panel::{self, Panel};
use super::paper::{Anchor, At, Drawn, Paper};
use super::table::Table;
use super::typography::Lettering;
use crate::day::Day;
use crate::rounding::Tenths;
use crate::unit::Unit;
use crate::wording::names::Place;
use crate::wording::value::Limits;
use plotters::prelude::DrawingBackend;

/// The flows of a place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FlowCharts {
    /// The place.
    pub place: Place,
    flows: Vec<FlowChart>,
}

/// One flow, as a control chart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FlowChart {
    /// What is counted: `Reviews held on time`.
    pub title: String,
    /// The chart and its convention.
    pub convention: String,
    /// What stands behind a value: `%`, or nothing.
    pub suffix: &'static str,
    /// The months, in order.
    pub months: Vec<Month>,
}

/// One month.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Month {
    /// Its last day.
    pub last: Day,
    /// The value; none where nobody is in the denominator, or the returns do not tell.
    pub value: Option<Tenths>,
    /// The counts behind it: `3 of 7`.
    pub counted: String,
    /// The centre of all months.
    pub centre: Option<Tenths>,
    /// The limits of 95%, and those of 99.8%.
    pub limits: Option<[Limits; 2]>,
    /// Where the value lies among them: `within`, `above 95%`.
    pub position: String,
    /// Whether it lies beyond those of 99.8%.
    pub is_beyond: bool,
}

impl FlowCharts {
    /// Of flows in order, those without any value left out.
    pub fn new(place: Place, mut flows: Vec<FlowChart>) -> FlowCharts {
        flows.retain(|flow| flow.months.iter().any(|month| month.value.is_some()));
        FlowCharts { place, flows }
    }

    /// Whether there is anything to draw.
    pub fn has_a_value(&self) -> bool {
        !self.flows.is_empty()
    }

    /// Each flow, in order.
    pub(crate) fn flows(&self) -> impl Iterator<Item = &FlowChart> {
        self.flows.iter()
    }

    fn ends(&self) -> Option<(Day, Day)> {
        let months = &self.flows.first()?.months;
        months.first().map(|month| month.last).zip(months.last().map(|month| month.last))
    }

    fn when(&self) -> String {
        let ends = self.ends();
        ends.map_or_else(String::new, |(first, last)| {
            format!("{} to {}", first.month_in_words(), last.month_in_words())
        })
    }

    fn beyond(&self) -> impl Iterator<Item = (&FlowChart, &Month)> {
        let months = self.flows.iter().flat_map(|flow| flow.months.iter().map(move |month| (flow, month)));
        months.filter(|(_, month)| month.is_beyond)
    }

    fn marks(&self) -> Vec<(Glyph, String)> {
        let mut marks =
            vec![(Glyph::Returned, "a month"), (Glyph::Range, "centre, 95% limits (broken), 99.8% limits (full)")];
        marks.extend(self.beyond().next().map(|_| (Glyph::Neighbours, "a month beyond 99.8%")));
        marks.into_iter().map(|(mark, words)| (mark, words.to_owned())).collect()
    }
}

impl FlowChart {
    fn axis(&self, bottom: f64, top: f64) -> Axis {
        let values = self.months.iter().filter_map(|month| month.value);
        let limits = self.months.iter().filter_map(|month| month.limits);
        let limits = limits.flat_map(|[_, wide]| [wide.lower, wide.upper]);
        let all = values.chain(limits);
        if self.suffix == Unit::Percent.suffix() {
            Axis::about(all, Unit::Percent, bottom, top)
        } else {
            Axis::of_rates(all, bottom, top)
        }
    }

    fn draw<B: DrawingBackend>(&self, paper: &Paper<'_, B>, panel: &Panel) -> Drawn<B> {
        panel.draw_frame(paper, [&self.title, &self.convention], self.suffix)?;
        let runs = |value: &dyn Fn(&Month) -> Option<Tenths>| {
            panel.runs(self.months.iter().map(|month| (month.last, value(month).map(Tenths::as_f64))))
        };
        for run in runs(&|month| month.centre) {
            paper.line(&across(run), QUIET, 1.6)?;
        }
        for end in [|limits: Limits| limits.lower, |limits: Limits| limits.upper] {
            for run in runs(&|month| Some(end(month.limits?[0]))) {
                paper.dashes(&across(run), QUIET, 1.2)?;
            }
            for run in runs(&|month| Some(end(month.limits?[1]))) {
                paper.line(&across(run), QUIET, 1.2)?;
            }
        }
        for run in runs(&|month| month.value) {
            paper.line(&run, DARK_BLUE, 2.0)?;
        }
        for (month, value) in self.months.iter().filter_map(|month| Some((month, month.value?))) {
            let at = panel.at(month.last, value.as_f64());
            if month.is_beyond { Glyph::Neighbours.draw(paper, at)? } else { paper.disc(at, 4.0, DARK_BLUE)? }
        }
        let last = self.months.iter().rev().find_map(|month| Some((month.last, month.value?)));
        let Some((day, value)) = last else { return Ok(()) };
        let (x, y) = panel.at(day, value.as_f64());
        let words = format!("{value}{}", self.suffix);
        // It may stand on the lines of the plot, where the last months have no value.
        let wide = Lettering::BOLD.width(&words);
        paper.rectangle((x + 9.0, y - 9.0), (x + 15.0 + wide, y + 10.0), WHITE)?;
        paper.words((x + 12.0, y + 6.0), &words, Lettering::BOLD.in_colour(BLACK), Anchor::Start)
    }
}

/// A line through a run of months; a short one where it is of one month alone.
fn across(run: Vec<At>) -> Vec<At> {
    match run.as_slice() {
        [(x, y)] => vec![(x - 6.0, *y), (x + 6.0, *y)],
        _ => run,
    }
}

impl Chart for FlowCharts {
    fn title(&self) -> String {
        format!("{}: each month alone, {}", self.place.name, self.when())
    }

    fn alternative_text(&self) -> String {
        let mut words = format!("What happened in each month alone, {}, {}.", self.place.name, self.when());
        for (flow, month) in self.beyond() {
            words.push_str(&format!(
                " {}: {} in {}, {}.",
                flow.title,
                month.counted,
                month.last.month_in_words(),
                month.position
            ));
        }
        if self.beyond().next().is_none() {
            words.push_str(" No month lies beyond the limits of 99.8%.");
        }
        words
    }

    fn table(&self) -> Table {
        let row = |flow: &FlowChart, month: &Month| {
            let shown = |value: Tenths| format!("{value}{}", flow.suffix);
            let limits = month.limits.map(|limits| limits.map(|limits| limits.in_words(shown))).unwrap_or_default();
            let [at_95, at_99_8] = limits;
            vec![
                format!("{}, {}", flow.title, month.last.month_in_words()),
                month.value.map(shown).unwrap_or_default(),
                month.counted.clone(),
                month.centre.map(shown).unwrap_or_default(),
                at_95,
                at_99_8,
                month.position.clone(),
            ]
        };
        let rows = self.flows.iter().flat_map(|flow| flow.months.iter().map(move |month| row(flow, month)));
        let columns = ["month", "value", "counted", "centre", "95% limits", "99.8% limits", "position"];
        Table::new(&columns, rows.collect())
    }

    fn heading(&self) -> [String; 2] {
        [self.place.name.clone(), format!("Each month alone, {}", self.when())]
    }

    fn width(&self) -> u32 {
        panel::WIDTH
    }

    fn parts(&self) -> Vec<Part> {
        panel::parts(self.flows.len(), &self.marks())
    }

    fn height(&self) -> u32 {
        panel::height(self.flows.len())
    }

    fn draw<B: DrawingBackend>(&self, paper: &Paper<'_, B>) -> Drawn<B> {
        (0..self.parts().len()).try_for_each(|place| self.draw_part(paper, place))
    }

    fn draw_part<B: DrawingBackend>(&self, paper: &Paper<'_, B>, place: usize) -> Drawn<B> {
        let (panels, Some(ends)) = (self.flows.len(), self.ends()) else { return Ok(()) };
        match self.flows.get(place) {
            Some(flow) => flow.draw(paper, &Panel::among(place, ends, |bottom, top| flow.axis(bottom, top))),
            None => key::draw_entry(paper, panel::key_line(panels), &self.marks(), place - panels),
        }
    }
}

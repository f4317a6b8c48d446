//! Trend chart: one authority's value over the years, with its 95% limits, England and the path to the target.

mod drawing;

use super::axis::Axis;
use super::chart::{Chart, HALF};
use super::key::{self, Glyph, KEY};
use super::paper::{Anchor, Drawn, MARGIN, Paper};
use super::table::Table;
use super::typography::{LINE, Lettering};
use crate::benchmark::footing::Footing;
use crate::rounding::Tenths;
use crate::timeframe::year_names::YearNames;
use crate::wording::counts::{hidden_in_words, listed};
use crate::wording::names::{Indicator, Place};
use crate::wording::value::{Limits, Value};
use plotters::prelude::DrawingBackend;

/// One indicator of one authority over the years.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trend {
    /// The authority.
    pub place: Place,
    /// The indicator.
    pub indicator: Indicator,
    years: Vec<Year>,
    path: Option<Path>,
    told: String,
}

/// One year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Year {
    /// The year in which the return ends, or of the exams.
    pub year: i32,
    /// The value.
    pub value: Value,
    /// Its 95% limits, where they are known.
    pub limits: Option<Limits>,
    /// The smallest and the largest value that the files leave; none where nothing is doubtful.
    pub doubt: Option<Limits>,
    /// What it stands on.
    pub footing: Footing,
    /// A remark on the value: `needs earlier returns we do not have`; blank where there is none.
    pub remark: String,
    /// England's.
    pub england: Option<England>,
}

/// England in one year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct England {
    /// The value.
    pub value: Tenths,
    /// What it stands on.
    pub footing: Footing,
    /// A remark on the value.
    pub remark: String,
}

/// The path from the first year known to a target.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Path {
    /// The first year known and its value.
    pub from: (i32, Tenths),
    /// Whether that value meets the target already, so that no path leads from it.
    pub is_already_met: bool,
    /// The target's year and value.
    pub to: (i32, Tenths),
    /// The target in words.
    pub shown: String,
    /// Whether the target is the authority's own.
    pub is_local: bool,
}

/// The layout, in pixels.
const PLOT: (f64, f64) = (62.0, 366.0);
const TOP: f64 = 96.0;
const BOTTOM: f64 = 330.0;
/// From the sides of the plot to its first and last year.
const INDENT: f64 = 22.0;
/// The least between the names of two years.
const BETWEEN: f64 = 11.0;

impl Trend {
    /// From every year in order, without a gap; the straight path to the target; and what five years show,
    /// such as `no trend`. Where a year is hidden, nothing that was worked out from it is shown.
    pub fn new(
        place: Place,
        indicator: Indicator,
        mut years: Vec<Year>,
        path: Option<Path>,
        told: Option<&str>,
    ) -> Trend {
        let hidden: Vec<i32> = years.iter().filter(|year| year.value == Value::Hidden).map(|year| year.year).collect();
        for year in years.iter_mut().filter(|year| year.value.number().is_none()) {
            (year.limits, year.doubt) = (None, None);
            year.remark.clear();
        }
        let path = path.filter(|path| !hidden.contains(&path.from.0));
        let told = told.filter(|_| hidden.is_empty()).unwrap_or_default().to_owned();
        Trend { place, indicator, years, path, told }
    }

    /// Whether there are at least two years to draw.
    pub fn has_two_years(&self) -> bool {
        self.known().count() > 1
    }

    /// Every year, in order.
    pub(crate) fn years(&self) -> &[Year] {
        &self.years
    }

    /// The path to the target.
    pub(crate) fn path(&self) -> Option<&Path> {
        self.path.as_ref()
    }

    fn known(&self) -> impl Iterator<Item = (&Year, Tenths)> {
        self.years.iter().filter_map(|year| Some((year, year.value.number()?)))
    }

    fn england(&self) -> impl DoubleEndedIterator<Item = (i32, &England)> {
        self.years.iter().filter_map(|year| Some((year.year, year.england.as_ref()?)))
    }

    /// The name of a year on the axis. One after the last figure is there for the target alone, and has the target's name.
    pub(crate) fn name_on_axis(&self, year: i32) -> String {
        match self.years.last() {
            Some(last) if year > last.year => year.to_string(),
            _ => self.indicator.years.in_short(year),
        }
    }

    fn ends(&self) -> (i32, i32) {
        let first = self.years.first().map_or(0, |year| year.year);
        let last = self.years.last().map_or(0, |year| year.year);
        (first, self.path.as_ref().map_or(last, |path| last.max(path.to.0)))
    }

    fn x(&self, year: i32) -> f64 {
        let (first, last) = self.ends();
        let part = f64::from(year - first) / f64::from((last - first).max(1));
        PLOT.0 + INDENT + part * (PLOT.1 - PLOT.0 - 2.0 * INDENT)
    }

    fn axis(&self) -> Axis {
        let bounds = |(year, value): (&Year, Tenths)| {
            let of = |limits: Option<Limits>| limits.map_or([value; 2], |limits| [limits.lower, limits.upper]);
            [of(year.limits), of(year.doubt)].concat()
        };
        let path = self.path.iter().flat_map(|path| [path.from.1, path.to.1]);
        let values = self.known().flat_map(bounds).chain(self.england().map(|(_, england)| england.value)).chain(path);
        Axis::about(values, self.indicator.unit, BOTTOM, TOP)
    }

    fn marks(&self) -> Vec<(Glyph, String)> {
        let any = |footing: Footing| self.known().any(|(year, _)| year.footing == footing);
        let has_path = self.path.as_ref().map(|path| !path.is_already_met);
        let marks = [
            (any(Footing::Returns), Glyph::Returned, "from the returns"),
            (any(Footing::Published), Glyph::Published, "published"),
            (any(Footing::Apart), Glyph::Apart, "not comparable: see the table"),
            (self.known().any(|(year, _)| year.limits.is_some()), Glyph::Limits, "95% limits"),
            (self.known().any(|(year, _)| year.doubt.is_some()), Glyph::Doubt, "range the returns allow"),
            (has_path == Some(true), Glyph::Path, "straight path to the target"),
            (has_path == Some(false), Glyph::Goal, "target"),
        ];
        marks.into_iter().filter(|(there, ..)| *there).map(|(_, mark, words)| (mark, words.to_owned())).collect()
    }

    /// The first line of the key: below the years and the symbols under them.
    fn key_line(&self) -> f64 {
        let symbols = if self.symbols().is_empty() { 0.0 } else { LINE };
        BOTTOM + 58.0 + symbols
    }

    /// What the symbols under years mean, in lines.
    fn symbols(&self) -> Vec<String> {
        let mut words: Vec<String> =
            self.years.iter().filter_map(|year| Some(year.value.symbol()?.in_words())).collect();
        words.sort();
        words.dedup();
        if words.is_empty() {
            return words;
        }
        Lettering::QUIET.lines(&words.join(", "), f64::from(HALF) - 2.0 * MARGIN)
    }

    fn called(&self, year: &Year) -> String {
        self.indicator.years.in_words(year.year)
    }

    fn missing(&self) -> Vec<String> {
        self.years.iter().filter(|year| year.value.is_missing()).map(|year| self.called(year)).collect()
    }
}

impl Path {
    /// `, already met in 2009`; blank where it was not.
    fn already_met(&self, names: YearNames) -> String {
        if self.is_already_met { format!(", already met in {}", names.in_words(self.from.0)) } else { String::new() }
    }
}

/// `returns (needs earlier returns we do not have)`.
fn remarked(cell: String, remark: &str) -> String {
    if cell.is_empty() || remark.is_empty() { cell } else { format!("{cell} ({remark})") }
}

impl Chart for Trend {
    fn title(&self) -> String {
        let (first, last) = (self.years.first(), self.years.last());
        let year = |year: Option<&Year>| year.map(|year| self.called(year)).unwrap_or_default();
        format!("{}: {}, {} to {}", self.indicator.named(), self.place.name, year(first), year(last))
    }

    fn alternative_text(&self) -> String {
        let Trend { place, indicator, .. } = self;
        let mut words = format!("A line of the values of {} by year; {}.", place.name, indicator.good_in_words());
        let known: Vec<(&Year, Tenths)> = self.known().collect();
        let by_value = |(_, value): &&(&Year, Tenths)| *value;
        if let ([(first, from), .., (last, to)], Some(lowest), Some(highest)) =
            (known.as_slice(), known.iter().min_by_key(by_value), known.iter().rev().max_by_key(by_value))
        {
            let shown = |value: &Tenths| indicator.shown(*value);
            words.push_str(&format!(
                " From {} in {} to {} in {}; lowest {} in {}, highest {} in {}.",
                shown(from),
                self.called(first),
                shown(to),
                self.called(last),
                shown(&lowest.1),
                self.called(lowest.0),
                shown(&highest.1),
                self.called(highest.0)
            ));
        }
        if !self.told.is_empty() {
            words.push_str(&format!(" Over five years: {}.", self.told));
        }
        if let Some(path) = &self.path {
            let already_met = path.already_met(indicator.years);
            words.push_str(&format!(" The target is {} by {}{already_met}.", path.shown, path.to.0));
        }
        let missing = self.missing();
        if !missing.is_empty() {
            words.push_str(&format!(" No figure for {}.", listed(&missing)));
        }
        for year in self.years.iter().filter(|year| !year.remark.is_empty()) {
            words.push_str(&format!(" {}: {}.", self.called(year), year.remark));
        }
        let hidden = self.years.iter().filter(|year| year.value == Value::Hidden).count();
        format!("{words} {}", hidden_in_words(hidden))
    }

    fn table(&self) -> Table {
        let shown = |value: Tenths| self.indicator.shown(value);
        let has_doubt = self.years.iter().any(|year| year.doubt.is_some());
        let mut heading = vec!["year", "value", "95% from", "95% to", "source", "England"];
        heading.extend(has_doubt.then_some("range the returns allow"));
        let row = |year: &Year| {
            let bounds = year.limits.map(|limits| [shown(limits.lower), shown(limits.upper)]).unwrap_or_default();
            let source = match (year.value, year.footing) {
                (Value::Nobody | Value::NotAvailable, _) => "",
                (_, Footing::Published) => "published",
                (_, Footing::Returns | Footing::Apart) => "returns",
            };
            let england = year.england.as_ref().map(|england| remarked(shown(england.value), &england.remark));
            let mut cells = vec![self.indicator.years.in_short(year.year), year.value.in_words(self.indicator.unit)];
            cells.extend(bounds);
            cells.extend([remarked(source.to_owned(), &year.remark), england.unwrap_or_default()]);
            if has_doubt {
                cells.push(year.doubt.map(|doubt| doubt.in_words(shown)).unwrap_or_default());
            }
            cells
        };
        let target = self.path.iter().map(|path| {
            let mut cells = vec![format!("Target for {}", path.to.0), path.shown.clone()];
            cells.resize(heading.len(), String::new());
            cells
        });
        Table::new(&heading, self.years.iter().map(row).chain(target).collect())
    }

    fn heading(&self) -> [String; 2] {
        let (first, last) = self.ends();
        let told = match self.told.as_str() {
            "" => "by year".to_owned(),
            "no trend" => "no clear trend over five years".to_owned(),
            told => format!("{told} over five years"),
        };
        let [first, last] = [first, last].map(|year| self.name_on_axis(year));
        let under = format!("{}, {first} to {last}; {}", self.indicator.named(), self.indicator.good_in_words());
        [format!("{}: {told}", self.place.name), under]
    }

    fn width(&self) -> u32 {
        HALF
    }

    fn height(&self) -> u32 {
        let key = KEY * key::lines(&self.marks(), f64::from(HALF)).len() as f64;
        (self.key_line() + key + LINE * self.symbols().len() as f64 - 8.0).ceil() as u32
    }

    fn draw<B: DrawingBackend>(&self, paper: &Paper<'_, B>) -> Drawn<B> {
        let axis = self.axis();
        axis.draw_standing(paper, PLOT, self.indicator.unit.suffix())?;
        let (first, last) = self.ends();
        // Where names are wider than years are apart, every second or third has its name, the last among them.
        let step = self.x(first + 1) - self.x(first);
        let widest = (first..=last).map(|year| Lettering::PLAIN.width(&self.name_on_axis(year)));
        let every = ((widest.fold(0.0, f64::max) + BETWEEN) / step).ceil().max(1.0) as i32;
        for year in (first..=last).filter(|year| (last - year) % every == 0) {
            paper.words((self.x(year), BOTTOM + 26.0), &self.name_on_axis(year), Lettering::PLAIN, Anchor::Middle)?;
        }
        self.draw_england(paper, &axis)?;
        self.draw_path(paper, &axis)?;
        self.draw_years(paper, &axis)?;
        self.draw_names(paper, &axis)?;
        key::draw(paper, self.key_line(), &self.marks())?;
        let below = f64::from(self.height()) - LINE * self.symbols().len() as f64 - 2.0;
        paper.lines((MARGIN, below + 6.0), &self.symbols(), Lettering::QUIET, Anchor::Start)
    }
}

//! Trend: one authority's value over the years, with its 95% limits, England and the path to the target.

use super::axis::{Axis, kept_apart};
use super::key::{self, Mark};
use super::letters::{LINE, Letters};
use super::palette::{BLACK, DARK_BLUE, ORANGE, QUIET, WHITE};
use super::paper::{At, Drawn, MARGIN, Paper, Words};
use super::shown::{HIDDEN_SYMBOL, Indicator, Limits, Place, Value, hidden_in_words};
use super::table::Table;
use super::{Chart, WIDTH};
use crate::figures::rounding::Tenths;
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
    /// The year: that in which the return ends, or of the exams.
    pub year: i32,
    /// The value.
    pub value: Value,
    /// Its 95% limits, where they are known.
    pub limits: Option<Limits>,
    /// Whether it is a published figure, not one from the returns.
    pub is_published: bool,
    /// England's value.
    pub england: Option<Tenths>,
}

/// The path from the first year known to a target.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Path {
    /// The first year known and its value.
    pub from: (i32, Tenths),
    /// The target's year and value.
    pub to: (i32, Tenths),
    /// The target as people write it.
    pub shown: String,
    /// Whether the target is the authority's own.
    pub is_local: bool,
}

/// Where things stand, in pixels.
const PLOT: (f64, f64) = (84.0, 820.0);
const TOP: f64 = 96.0;
const BOTTOM: f64 = 500.0;
/// From the sides of the plot to its first and last year.
const INDENT: f64 = 46.0;

impl Trend {
    /// Every year, the first first, without a gap; the straight path to the target; and what five years show,
    /// `no trend`, or nothing. Where a year is hidden, nothing that was worked out from it is shown.
    pub fn new(
        place: Place,
        indicator: Indicator,
        mut years: Vec<Year>,
        path: Option<Path>,
        told: Option<&str>,
    ) -> Trend {
        let hidden: Vec<i32> = years.iter().filter(|year| year.value == Value::Hidden).map(|year| year.year).collect();
        for year in years.iter_mut().filter(|year| year.value.number().is_none()) {
            year.limits = None;
        }
        let path = path.filter(|path| !hidden.contains(&path.from.0));
        let told = told.filter(|_| hidden.is_empty()).unwrap_or_default().to_owned();
        Trend { place, indicator, years, path, told }
    }

    /// Whether there are two years at least to draw.
    pub fn has_two_years(&self) -> bool {
        self.known().count() > 1
    }

    fn known(&self) -> impl Iterator<Item = (&Year, Tenths)> {
        self.years.iter().filter_map(|year| Some((year, year.value.number()?)))
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
        let bounds =
            |(year, value): (&Year, Tenths)| year.limits.map_or([value; 2], |limits| [limits.lower, limits.upper]);
        let path = self.path.iter().flat_map(|path| [path.from.1, path.to.1]);
        let values = self.known().flat_map(bounds).chain(self.years.iter().filter_map(|year| year.england)).chain(path);
        Axis::about(values, self.indicator.unit, BOTTOM, TOP)
    }

    fn marks(&self) -> Vec<(Mark, String)> {
        let any = |is_published: bool| self.known().any(|(year, _)| year.is_published == is_published);
        let marks = [
            (any(false), Mark::Returned, "from the returns"),
            (any(true), Mark::Published, "published"),
            (self.known().any(|(year, _)| year.limits.is_some()), Mark::Limits, "95% limits"),
        ];
        marks.into_iter().filter(|(there, ..)| *there).map(|(_, mark, words)| (mark, words.to_owned())).collect()
    }

    fn missing(&self) -> Vec<String> {
        self.years.iter().filter(|year| year.value == Value::None).map(|year| year.year.to_string()).collect()
    }
}

impl Chart for Trend {
    fn title(&self) -> String {
        let (first, last) = (self.years.first(), self.years.last());
        let year = |year: Option<&Year>| year.map(|year| year.year.to_string()).unwrap_or_default();
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
                first.year,
                shown(to),
                last.year,
                shown(&lowest.1),
                lowest.0.year,
                shown(&highest.1),
                highest.0.year
            ));
        }
        if !self.told.is_empty() {
            words.push_str(&format!(" Over five years: {}.", self.told));
        }
        if let Some(path) = &self.path {
            words.push_str(&format!(" The target is {} by {}.", path.shown, path.to.0));
        }
        let missing = self.missing();
        if !missing.is_empty() {
            words.push_str(&format!(" No figure for {}.", super::shown::listed(&missing)));
        }
        let hidden = self.years.iter().filter(|year| year.value == Value::Hidden).count();
        format!("{words} {}", hidden_in_words(hidden))
    }

    fn long_description(&self) -> String {
        format!(
            "Years from left to right. Full dots are from the returns, hollow ones published, with lines over their 95% \
             limits; the line is broken where a year is not shown. England is a thin line, the path to the target a broken \
             one. {}",
            self.table().read_out()
        )
    }

    fn table(&self) -> Table {
        let shown = |value: Tenths| self.indicator.shown(value);
        let row = |year: &Year| {
            let bounds = year.limits.map(|limits| [shown(limits.lower), shown(limits.upper)]).unwrap_or_default();
            let source = match (year.value, year.is_published) {
                (Value::None, _) => "",
                (_, true) => "published",
                (_, false) => "returns",
            };
            let mut cells = vec![year.year.to_string(), year.value.in_words(self.indicator.unit)];
            cells.extend(bounds);
            cells.extend([source.to_owned(), year.england.map(shown).unwrap_or_default()]);
            cells
        };
        let target = self.path.iter().map(|path| {
            let mut cells = vec![format!("Target for {}", path.to.0), path.shown.clone()];
            cells.resize(6, String::new());
            cells
        });
        Table::new(
            &["year", "value", "95% from", "95% to", "source", "England"],
            self.years.iter().map(row).chain(target).collect(),
        )
    }

    fn height(&self) -> u32 {
        (BOTTOM + 2.0 * LINE + 64.0).ceil() as u32
    }

    fn draw<B: DrawingBackend>(&self, paper: &Paper<'_, B>) -> Drawn<B> {
        let Trend { place, indicator, told, .. } = self;
        let told = if told.is_empty() { String::new() } else { format!(", over five years: {told}") };
        let title = format!("{}: {}", place.name, indicator.title);
        paper.heading(&title, &format!("{}, {}{told}", indicator.name(), indicator.good_in_words()))?;
        let axis = self.axis();
        axis.draw_standing(paper, PLOT, indicator.unit.suffix())?;
        let (first, last) = self.ends();
        for year in first..=last {
            paper.words((self.x(year), BOTTOM + 26.0), &year.to_string(), Letters::PLAIN, Words::About)?;
        }
        self.draw_england(paper, &axis)?;
        self.draw_path(paper, &axis)?;
        self.draw_years(paper, &axis)?;
        self.draw_names(paper, &axis)?;
        key::draw(paper, BOTTOM + 2.0 * LINE + 40.0, &self.marks())
    }
}

/// Runs of years that follow each other, as lines.
fn runs(points: impl Iterator<Item = (i32, At)>) -> Vec<Vec<At>> {
    let mut runs: Vec<Vec<At>> = Vec::new();
    let mut before = None;
    for (year, at) in points {
        match runs.last_mut() {
            Some(run) if before == Some(year - 1) => run.push(at),
            _ => runs.push(vec![at]),
        }
        before = Some(year);
    }
    runs
}

impl Trend {
    fn draw_england<B: DrawingBackend>(&self, paper: &Paper<'_, B>, axis: &Axis) -> Drawn<B> {
        let known = self.years.iter().filter_map(|year| Some((year.year, year.england?)));
        let points = known.map(|(year, value)| (year, (self.x(year), axis.of(value))));
        for run in runs(points) {
            paper.line(&run, BLACK, 1.6)?;
            run.iter().try_for_each(|at| Mark::England.draw(paper, *at))?;
        }
        Ok(())
    }

    fn draw_path<B: DrawingBackend>(&self, paper: &Paper<'_, B>, axis: &Axis) -> Drawn<B> {
        let Some(Path { from, to, .. }) = &self.path else { return Ok(()) };
        let point = |(year, value): (i32, Tenths)| (self.x(year), axis.of(value));
        paper.dashes(&[point(*from), point(*to)], ORANGE, 3.0)?;
        let (x, y) = point(*to);
        paper.rectangle((x - 16.0, y - 2.5), (x + 16.0, y + 2.5), ORANGE)
    }

    fn draw_years<B: DrawingBackend>(&self, paper: &Paper<'_, B>, axis: &Axis) -> Drawn<B> {
        let at = |(year, value): (&Year, Tenths)| (self.x(year.year), axis.of(value));
        for run in runs(self.known().map(|(year, value)| (year.year, at((year, value))))) {
            paper.line(&run, WHITE, 7.0)?;
            paper.line(&run, DARK_BLUE, 3.5)?;
        }
        let known: Vec<(&Year, Tenths)> = self.known().collect();
        for (row, (year, value)) in known.iter().enumerate() {
            let (x, y) = at((year, *value));
            if let Some(Limits { lower, upper }) = year.limits {
                key::limits(paper, (x, axis.of(upper)), axis.of(lower))?;
            }
            paper.disc((x, y), 9.0, WHITE)?;
            let mark = if year.is_published { Mark::Published } else { Mark::Returned };
            mark.draw(paper, (x, y))?;
            // Beside the line that goes on from here; the last value stands with the name.
            if let Some((next, to)) = known.get(row + 1) {
                let rises = next.year == year.year + 1 && to > value;
                let line = if rises && y + 28.0 < BOTTOM { y + 22.0 } else { y - 11.0 };
                self.draw_label(paper, (x + 13.0, line), &self.indicator.shown(*value))?;
            }
        }
        for year in &self.years {
            let words = match (year.value, year.is_published) {
                (Value::None, _) => "no figure".to_owned(),
                (Value::Hidden, _) => format!("{HIDDEN_SYMBOL} hidden"),
                (Value::Shown(_), true) => "published".to_owned(),
                (Value::Shown(_), false) => continue,
            };
            paper.words((self.x(year.year), BOTTOM + 26.0 + LINE), &words, Letters::QUIET, Words::About)?;
        }
        Ok(())
    }

    /// A value beside its dot, on white.
    fn draw_label<B: DrawingBackend>(&self, paper: &Paper<'_, B>, (left, line): At, words: &str) -> Drawn<B> {
        let letters = Letters::BOLD.in_colour(DARK_BLUE);
        let wide = letters.width(words);
        paper.rectangle((left - 3.0, line - 15.0), (left + wide + 3.0, line + 4.0), WHITE)?;
        paper.words((left, line), words, letters, Words::From)
    }

    /// The names of the lines, at their right.
    fn draw_names<B: DrawingBackend>(&self, paper: &Paper<'_, B>, axis: &Axis) -> Drawn<B> {
        let mut names: Vec<(At, String, Letters)> = Vec::new();
        if let Some((year, value)) = self.known().last() {
            let letters = Letters::BOLD.in_colour(DARK_BLUE);
            let name = format!("{} {}", self.place.name, self.indicator.shown(value));
            names.push(((self.x(year.year), axis.of(value)), name, letters));
        }
        let england = self.years.iter().rev().find_map(|year| Some((year.year, year.england?)));
        if let Some((year, value)) = england {
            let name = format!("England {}", self.indicator.shown(value));
            names.push(((self.x(year), axis.of(value)), name, Letters::PLAIN));
        }
        if let Some(path) = &self.path {
            let whose = if path.is_local { "Own target" } else { "Target" };
            let at = (self.x(path.to.0), axis.of(path.to.1));
            names.push((at, format!("{whose} {}", path.shown), Letters::PLAIN));
        }
        let room = f64::from(WIDTH) - MARGIN - PLOT.1 - 14.0;
        let lines: Vec<Vec<String>> = names.iter().map(|(_, name, letters)| letters.lines(name, room)).collect();
        let most = lines.iter().map(Vec::len).max().unwrap_or(1) as f64;
        let belong: Vec<f64> = names.iter().map(|((_, y), ..)| *y).collect();
        let places = kept_apart(&belong, LINE * most, (TOP, BOTTOM - LINE * (most - 1.0)));
        for (((at, _, letters), lines), place) in names.iter().zip(&lines).zip(places) {
            paper.line(&[(at.0 + 12.0, at.1), (PLOT.1 + 10.0, place)], QUIET, 0.6)?;
            paper.lines((PLOT.1 + 14.0, place + 6.0), lines, *letters, Words::From)?;
        }
        Ok(())
    }
}

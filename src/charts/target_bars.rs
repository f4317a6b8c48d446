//! Target bars: one authority's indicators as bars, with their 95% limits, targets, England and neighbours.

use super::axis::Axis;
use super::key::{self, KEY, Mark};
use super::letters::{LINE, Letters, held_together};
use super::palette::DARK_BLUE;
use super::paper::{At, Drawn, MARGIN, Paper, Words};
use super::shown::{Indicator, Limits, Place, Value, hidden_in_words, listed};
use super::table::Table;
use super::{Chart, WIDTH};
use crate::benchmark::targets::Told;
use crate::figures::rounding::Tenths;
use crate::seeds::indicators::Unit;
use plotters::prelude::DrawingBackend;

/// One authority's indicators against target.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TargetBars {
    /// The authority.
    pub place: Place,
    /// The window, in words: `twelve months to 31 March 2011`.
    pub when: String,
    bars: Vec<Bar>,
}

/// One indicator.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bar {
    /// Which.
    pub indicator: Indicator,
    /// The value.
    pub value: Value,
    /// Its 95% limits.
    pub limits: Option<Limits>,
    /// What stands behind the value, `7 of 52`, or why there is none; blank where nothing is to be said.
    pub counted: String,
    /// The targets beside it.
    pub targets: Vec<Target>,
    /// England's value.
    pub england: Option<Tenths>,
    /// The mean of statistical neighbours.
    pub neighbours: Option<Tenths>,
    /// What to know beside the value; blank where nothing.
    pub care: String,
}

/// A target beside a value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Target {
    /// Whether it is the authority's own, not the nation's.
    pub is_local: bool,
    /// What is to be reached, rounded.
    pub value: Tenths,
    /// The same as people write it: `60%`, `62.5%`.
    pub shown: String,
    /// The year to be met by.
    pub year: i32,
    /// Whether it is met; none where there is nothing to tell it by.
    pub told: Option<Told>,
}

/// Where things stand, in pixels.
const TOP: f64 = 84.0;
const PLOT: (f64, f64) = (346.0, 668.0);
const WORDS: f64 = 694.0;
/// The top of a row to its first line of words, to the middle of its bar, to its lower marks.
const FIRST_LINE: f64 = 21.0;
const BAR: f64 = 16.0;
const LOWER: f64 = 38.0;
/// Room for the numbers of an axis.
const AXIS: f64 = 36.0;

impl Target {
    /// `target 60% by 2011: not met`.
    fn in_words(&self) -> String {
        let whose = if self.is_local { "own target" } else { "target" };
        match self.told {
            Some(told) => format!("{whose} {}: {}", self.shown, told.name()),
            None => format!("{whose} {}", self.shown),
        }
    }
}

impl Bar {
    fn value_in_words(&self) -> String {
        match self.value {
            Value::Hidden => format!("{} hidden", super::shown::HIDDEN_SYMBOL),
            Value::Shown(_) | Value::None => self.value.in_words(self.indicator.unit),
        }
    }

    /// What stands beside the bar: after the value; then whether targets are met; then what to know.
    fn said(&self) -> [Vec<String>; 3] {
        let shown = |name: &str, value: Option<Tenths>| Some(format!("{name} {}", self.indicator.shown(value?)));
        let counted = (!self.counted.is_empty()).then(|| self.counted.clone());
        let others = [shown("England", self.england), shown("neighbours", self.neighbours)];
        let targets = self.targets.iter().map(Target::in_words).collect();
        let care = (!self.care.is_empty()).then(|| self.care.clone());
        [counted.into_iter().chain(others.into_iter().flatten()).collect(), targets, care.into_iter().collect()]
    }

    /// Lines of words with how far in they begin: the first after the value.
    fn lines(&self) -> Vec<(f64, String, Letters)> {
        let width = f64::from(WIDTH) - MARGIN - WORDS;
        let room = Letters::BOLD.width(&self.value_in_words()) + 12.0;
        let each = [(room, Letters::PLAIN), (0.0, Letters::BOLD), (0.0, Letters::QUIET)];
        let mut lines = Vec::new();
        for (said, (room, letters)) in self.said().into_iter().zip(each) {
            let held = |words: &String| if letters.width(words) > width { words.clone() } else { held_together(words) };
            let said: Vec<String> = said.iter().map(held).collect();
            if said.is_empty() {
                continue;
            }
            for (row, line) in letters.lines_after(room, &said.join(", "), width).into_iter().enumerate() {
                lines.push((if row == 0 { room } else { 0.0 }, line, letters));
            }
        }
        lines
    }

    fn height(&self) -> f64 {
        let lines = self.lines().len().max(2) as f64;
        FIRST_LINE + LINE * (lines - 1.0) + 10.0
    }

    fn subtitle(&self) -> String {
        let unit = match self.indicator.unit {
            Unit::Percent => "",
            Unit::Score => ", mean score",
        };
        format!("{}{unit}, {}", self.indicator.name(), self.indicator.good_in_words())
    }
}

/// Indicators on one scale, with the top of each, and where they end.
struct Panel<'bars> {
    unit: Unit,
    rows: Vec<(&'bars Bar, f64)>,
    end: f64,
}

impl Panel<'_> {
    /// Under the numbers of its axis.
    fn bottom(&self) -> f64 {
        if self.rows.is_empty() { self.end } else { self.end + AXIS }
    }
}

impl TargetBars {
    /// The indicators are drawn in the order given. Beside a hidden value stands nothing that would tell of it.
    pub fn new(place: Place, when: String, mut bars: Vec<Bar>) -> TargetBars {
        for bar in bars.iter_mut().filter(|bar| bar.value == Value::Hidden) {
            bar.limits = None;
            bar.counted.clear();
            bar.care.clear();
            bar.targets.iter_mut().for_each(|target| target.told = None);
        }
        TargetBars { place, when, bars }
    }

    /// The indicators of a unit from a height on.
    fn panel(&self, unit: Unit, top: f64) -> Panel<'_> {
        let mut end = top;
        let mut rows = Vec::new();
        for bar in self.bars.iter().filter(|bar| bar.indicator.unit == unit) {
            rows.push((bar, end));
            end += bar.height();
        }
        Panel { unit, rows, end }
    }

    /// Percentages, and below them mean scores on a scale of their own; either may be empty.
    fn panels(&self) -> [Panel<'_>; 2] {
        let percent = self.panel(Unit::Percent, TOP);
        let score = self.panel(Unit::Score, percent.bottom());
        [percent, score]
    }

    fn bottom(&self) -> f64 {
        let [_, score] = self.panels();
        score.bottom()
    }

    /// What the marks mean; each is explained only where there is one.
    fn marks(&self) -> Vec<(Mark, String)> {
        let target = |is_local: bool, whose: &str| {
            let mut years: Vec<i32> = self
                .bars
                .iter()
                .flat_map(|bar| &bar.targets)
                .filter(|target| target.is_local == is_local)
                .map(|target| target.year)
                .collect();
            years.sort_unstable();
            years.dedup();
            let years: Vec<String> = years.iter().map(i32::to_string).collect();
            (!years.is_empty()).then(|| format!("{whose} target for {}", listed(&years)))
        };
        let any = |has: fn(&Bar) -> bool, words: &str| self.bars.iter().any(has).then(|| words.to_owned());
        [
            (Mark::Bar, any(|bar| bar.value.number().is_some(), "value")),
            (Mark::Whisker, any(|bar| bar.limits.is_some(), "95% limits")),
            (Mark::Target, target(false, "national")),
            (Mark::LocalTarget, target(true, "own")),
            (Mark::England, any(|bar| bar.england.is_some(), "England")),
            (Mark::Neighbours, any(|bar| bar.neighbours.is_some(), "mean of neighbours")),
        ]
        .into_iter()
        .filter_map(|(mark, words)| Some((mark, words?)))
        .collect()
    }
}

impl Chart for TargetBars {
    fn title(&self) -> String {
        let Place { name, code } = &self.place;
        format!("{name} ({code}): ten National Indicators for children in care")
    }

    fn alternative_text(&self) -> String {
        let mut words = format!("Bars of ten indicators of {}, {}.", self.place.name, self.when);
        let percent = |bar: &&Bar| bar.indicator.unit == Unit::Percent;
        let shown = |bar: &Bar| Some((bar.value.number()?, bar.indicator.clone()));
        let values: Vec<_> = self.bars.iter().filter(percent).filter_map(shown).collect();
        let ends =
            values.iter().min_by_key(|(value, _)| *value).zip(values.iter().rev().max_by_key(|(value, _)| *value));
        if let Some(((lowest, low), (highest, high))) = ends {
            words.push_str(&format!(
                " Percentages run from {} ({}) to {} ({}).",
                low.shown(*lowest),
                low.named(),
                high.shown(*highest),
                high.named()
            ));
        }
        let told = |wanted: Option<Told>| {
            self.bars.iter().flat_map(|bar| &bar.targets).filter(|target| target.told == wanted).count()
        };
        let (met, not_met, open) = (told(Some(Told::Met)), told(Some(Told::NotMet)), told(Some(Told::CannotBeTold)));
        if met + not_met + open > 0 {
            words.push_str(&format!(
                " Of {} beside a value, {met} met, {not_met} not met and {open} cannot be told, at 95%.",
                if met + not_met + open == 1 {
                    "1 target".to_owned()
                } else {
                    format!("{} targets", met + not_met + open)
                }
            ));
        }
        let without = self.bars.iter().filter(|bar| bar.value == Value::None).count();
        if without > 0 {
            words.push_str(&format!(" {without} without a figure."));
        }
        let hidden = self.bars.iter().filter(|bar| bar.value == Value::Hidden).count();
        format!("{words} {}", hidden_in_words(hidden))
    }

    fn long_description(&self) -> String {
        format!(
            "Each indicator has a row: its title, a bar from 0 to its value with its 95% limits, and ticks at its targets; \
             below the bar, England and neighbours; at the right, the same in words. Mean scores have a scale of their own. {}",
            self.table().read_out()
        )
    }

    fn table(&self) -> Table {
        let row = |bar: &Bar| {
            let shown = |value: Tenths| bar.indicator.shown(value);
            let bounds = bar.limits.map(|limits| [shown(limits.lower), shown(limits.upper)]).unwrap_or_default();
            let target = |is_local: bool| {
                let target = bar.targets.iter().find(|target| target.is_local == is_local);
                let told = target.and_then(|target| target.told).map(Told::name).unwrap_or_default();
                let of = |target: &Target| format!("{} by {}", target.shown, target.year);
                [target.map(of).unwrap_or_default(), told.to_owned()]
            };
            let mut cells = vec![bar.indicator.named(), bar.value.in_words(bar.indicator.unit), bar.counted.clone()];
            cells.extend(bounds);
            cells.extend(target(false));
            cells.extend(target(true));
            cells.extend([bar.england, bar.neighbours].map(|value| value.map(shown).unwrap_or_default()));
            cells.extend([bar.indicator.good_in_words().to_owned(), bar.care.clone()]);
            cells
        };
        Table::new(
            &[
                "indicator",
                "value",
                "children",
                "95% from",
                "95% to",
                "national target",
                "national target at 95%",
                "own target",
                "own target at 95%",
                "England",
                "neighbours",
                "polarity",
                "note",
            ],
            self.bars.iter().map(row).collect(),
        )
    }

    fn height(&self) -> u32 {
        let key = KEY * key::lines(&self.marks()).len() as f64;
        (self.bottom() + key + 22.0).ceil() as u32
    }

    fn draw<B: DrawingBackend>(&self, paper: &Paper<'_, B>) -> Drawn<B> {
        let Place { name, code } = &self.place;
        paper.heading(
            &format!("{name} ({code})"),
            &format!("National Indicators for children in care, {}", self.when),
        )?;
        for Panel { unit, rows, end } in self.panels() {
            let Some((_, top)) = rows.first() else { continue };
            let axis = Axis::whole(unit, PLOT.0, PLOT.1);
            axis.draw_lying(paper, (*top, end), unit.suffix())?;
            rows.iter().try_for_each(|(bar, top)| bar.draw(paper, &axis, *top))?;
        }
        key::draw(paper, self.bottom() + 28.0, &self.marks())
    }
}

impl Bar {
    fn draw<B: DrawingBackend>(&self, paper: &Paper<'_, B>, axis: &Axis, top: f64) -> Drawn<B> {
        let line = top + FIRST_LINE;
        paper.words((MARGIN, line), &self.indicator.title, Letters::BOLD, Words::From)?;
        paper.words((MARGIN, line + LINE), &self.subtitle(), Letters::QUIET, Words::From)?;
        let middle = top + BAR;
        let at = |value: Tenths, y: f64| -> At { (axis.of(value), y) };
        if let Some(value) = self.value.number() {
            let (from, to) = (axis.at(0.0), axis.of(value).max(axis.at(0.0) + 1.0));
            paper.rectangle((from, middle - 9.0), (to, middle + 9.0), DARK_BLUE)?;
        }
        if let Some(Limits { lower, upper }) = self.limits {
            paper.whisker([at(lower, middle), at(upper, middle)])?;
        }
        for target in &self.targets {
            let mark = if target.is_local { Mark::LocalTarget } else { Mark::Target };
            mark.draw(paper, at(target.value, middle))?;
        }
        for (mark, value) in [(Mark::England, self.england), (Mark::Neighbours, self.neighbours)] {
            if let Some(value) = value {
                mark.draw(paper, at(value, top + LOWER))?;
            }
        }
        paper.words((WORDS, line), &self.value_in_words(), Letters::BOLD, Words::From)?;
        for (row, (room, words, letters)) in self.lines().iter().enumerate() {
            paper.words((WORDS + room, line + LINE * row as f64), words, *letters, Words::From)?;
        }
        Ok(())
    }
}

//! Target dots: one authority's indicators as dots, each on one line with its 95% limits, targets, England and neighbours; those
//! with a target first, the furthest from it at the top.

mod bar;

use super::axis::Axis;
use super::chart::Chart;
use super::key::{self, Glyph, KEY};
use super::paper::{Drawn, Paper};
use super::table::Table;
use crate::rounding::Tenths;
use crate::unit::Unit;
use crate::wording::counts::{agreeing, hidden_in_words, listed};
use crate::wording::names::Place;
use crate::wording::value::Value;
pub use bar::{Bar, Target};
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

/// The layout, in pixels.
const TOP: f64 = 84.0;
const PLOT: (f64, f64) = (346.0, 668.0);
/// The height of an axis's numbers.
const AXIS: f64 = 36.0;

/// The indicators on one scale, with the top of each, and where they end.
struct Panel<'bars> {
    unit: Unit,
    rows: Vec<(&'bars Bar, f64)>,
    end: f64,
}

impl Panel<'_> {
    /// Below the numbers of its axis.
    fn bottom(&self) -> f64 {
        if self.rows.is_empty() { self.end } else { self.end + AXIS }
    }
}

impl TargetBars {
    /// Keeps the indicators in the order given. Clears everything beside a hidden value that could reveal it.
    pub fn new(place: Place, when: String, mut bars: Vec<Bar>) -> TargetBars {
        for bar in bars.iter_mut().filter(|bar| bar.value == Value::Hidden) {
            (bar.limits, bar.doubt) = (None, None);
            bar.counted.clear();
            bar.rounding.clear();
            bar.care.clear();
            bar.targets.iter_mut().for_each(|target| (target.met, target.significance) = (None, None));
        }
        TargetBars { place, when, bars }
    }

    /// The indicators of a unit, from this height down.
    fn panel(&self, unit: Unit, top: f64) -> Panel<'_> {
        let mut end = top;
        let mut rows = Vec::new();
        let mut bars: Vec<&Bar> = self.bars.iter().filter(|bar| bar.indicator.unit == unit).collect();
        bars.sort_by_key(|bar| bar.short_of_target().map_or((true, 0), |short| (false, -short)));
        for bar in bars {
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

    /// How many targets are met and how many are not, and how many of these are not significant: ` Of 3 targets with a
    /// value, 1 is met and 2 are not; 2 of these are not statistically significant.`
    fn targets_in_words(&self) -> String {
        let judged: Vec<&Target> =
            self.bars.iter().flat_map(|bar| &bar.targets).filter(|target| target.met.is_some()).collect();
        let met = judged.iter().filter(|target| target.met == Some(true)).count();
        let is_open = |target: &&&Target| {
            target.significance.zip(target.met).is_some_and(|(significance, met)| !significance.is_significant(met))
        };
        let open = judged.iter().filter(is_open).count();
        let said = match (judged.len(), met) {
            (0, _) => return String::new(),
            (1, 0) => "The 1 target with a value is not met".to_owned(),
            (1, _) => "The 1 target with a value is met".to_owned(),
            (all, 0) => format!("None of {all} targets with a value is met"),
            (all, met) if all == met => format!("All {all} targets with a value are met"),
            (all, met) => {
                let [is_met, is_not] = [met, all - met].map(|targets| agreeing(targets, "is", "are"));
                format!("Of {all} targets with a value, {met} {is_met} met and {} {is_not} not", all - met)
            }
        };
        let told = match (judged.len(), open) {
            (_, 0) => String::new(),
            (1, _) => "; this is not statistically significant".to_owned(),
            (all, open) if all == open => "; none of these is statistically significant".to_owned(),
            (_, open) => {
                let are = agreeing(open, "is", "are");
                format!("; {open} of these {are} not statistically significant")
            }
        };
        format!(" {said}{told}.")
    }

    /// How counts are rounded, each way once; blank where they are exact.
    fn rounding(&self) -> String {
        let mut said: Vec<&str> = self.bars.iter().map(|bar| bar.rounding.as_str()).collect();
        said.retain(|said| !said.is_empty());
        said.sort_unstable();
        said.dedup();
        said.iter().map(|said| format!(" {said}")).collect()
    }

    fn bottom(&self) -> f64 {
        let [_, score] = self.panels();
        score.bottom()
    }

    /// What the marks mean; only marks in the chart are explained.
    fn marks(&self) -> Vec<(Glyph, String)> {
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
            (Glyph::Returned, any(|bar| bar.value.number().is_some(), "value")),
            (Glyph::Whisker, any(|bar| bar.limits.is_some(), "95% limits")),
            (Glyph::Doubt, any(|bar| bar.doubt.is_some(), "range the returns allow")),
            (Glyph::Target, target(false, "national")),
            (Glyph::LocalTarget, target(true, "own")),
            (Glyph::England, any(|bar| bar.england.is_some(), "England")),
            (Glyph::Neighbours, any(|bar| bar.neighbours.is_some(), "mean of neighbours")),
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
        let mut words = format!(
            "Dots of ten indicators of {}, {}, the furthest from its target first.",
            self.place.name, self.when
        );
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
        words.push_str(&self.targets_in_words());
        let without = self.bars.iter().filter(|bar| bar.value.is_missing()).count();
        if without > 0 {
            words.push_str(&format!(" {without} without a figure."));
        }
        let hidden = self.bars.iter().filter(|bar| bar.value == Value::Hidden).count();
        format!("{words} {}{}", hidden_in_words(hidden), self.rounding())
    }

    fn table(&self) -> Table {
        let has_doubt = self.bars.iter().any(|bar| bar.doubt.is_some());
        let row = |bar: &Bar| {
            let shown = |value: Tenths| bar.indicator.shown(value);
            let bounds = bar.limits.map(|limits| [shown(limits.lower), shown(limits.upper)]).unwrap_or_default();
            let target = |is_local: bool| {
                let target = bar.targets.iter().find(|target| target.is_local == is_local);
                let standing = target.map(Target::standing).unwrap_or_default();
                let of = |target: &Target| format!("{} by {}", target.shown, target.year);
                [target.map(of).unwrap_or_default(), standing]
            };
            let mut cells = vec![bar.indicator.named(), bar.value.in_words(bar.indicator.unit), bar.counted.clone()];
            cells.extend(bounds);
            cells.extend(target(false));
            cells.extend(target(true));
            cells.extend([bar.england, bar.neighbours].map(|value| value.map(shown).unwrap_or_default()));
            cells.extend([bar.indicator.good_in_words().to_owned(), bar.care.clone()]);
            if has_doubt {
                cells.push(bar.doubt.map(|doubt| doubt.in_words(shown)).unwrap_or_default());
            }
            cells
        };
        let mut heading = vec![
            "indicator",
            "value",
            "children",
            "95% from",
            "95% to",
            "national target",
            "national target is",
            "own target",
            "own target is",
            "England",
            "neighbours",
            "polarity",
            "note",
        ];
        heading.extend(has_doubt.then_some("range the returns allow"));
        Table::new(&heading, self.bars.iter().map(row).collect())
    }

    fn heading(&self) -> [String; 2] {
        let Place { name, code } = &self.place;
        let under =
            format!("Ten indicators, {}; those with a target first, the furthest from it at the top", self.when);
        [format!("{name} ({code})"), under]
    }

    fn height(&self) -> u32 {
        let key = KEY * key::lines(&self.marks(), f64::from(self.width())).len() as f64;
        (self.bottom() + key + 22.0).ceil() as u32
    }

    fn draw<B: DrawingBackend>(&self, paper: &Paper<'_, B>) -> Drawn<B> {
        for Panel { unit, rows, end } in self.panels() {
            let Some((_, top)) = rows.first() else { continue };
            let axis = Axis::whole(unit, PLOT.0, PLOT.1);
            axis.draw_lying(paper, (*top, end), unit.suffix())?;
            rows.iter().try_for_each(|(bar, top)| bar.draw(paper, &axis, *top))?;
        }
        key::draw(paper, self.bottom() + 28.0, &self.marks())
    }
}

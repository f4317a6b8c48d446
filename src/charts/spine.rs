//! Spine: all indicators of one authority on one scale about England, with the best, the worst and the middle half of
//! authorities. Better is always to the right.

use super::Chart;
use super::key::{self, KEY, Mark};
use super::letters::{LINE, Letters};
use super::palette::{BLACK, OTHERS};
use super::paper::{Drawn, MARGIN, Paper, Words};
use super::shown::{HIDDEN_SYMBOL, Indicator, Place, Value, authorities, hidden_in_words, told_in_a_word};
use super::table::Table;
use crate::benchmark::told::Told;
use crate::figures::rounding::Tenths;
use crate::seeds::indicators::Good;
use plotters::prelude::DrawingBackend;

/// One authority among all, indicator by indicator.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spine {
    /// The authority.
    pub place: Place,
    /// The window, in words.
    pub when: String,
    rows: Vec<Row>,
}

/// One indicator.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// Which.
    pub indicator: Indicator,
    /// The authority's value.
    pub value: Value,
    /// England's.
    pub england: Option<Tenths>,
    /// How the authority differs from England; none where that cannot be asked.
    pub told: Option<Told>,
    /// How far authorities are spread.
    pub spread: Option<Spread>,
}

/// How far authorities are spread, from the values that are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Spread {
    /// The best value.
    pub best: Tenths,
    /// The worst.
    pub worst: Tenths,
    /// The quarter that is better begins here.
    pub better_quarter: Tenths,
    /// The quarter that is worse begins here.
    pub worse_quarter: Tenths,
    /// Of so many authorities.
    pub of: usize,
}

impl Spread {
    /// Of values in order, the lowest first; none of fewer than two.
    pub fn of(in_order: &[Tenths], good: Good) -> Option<Spread> {
        let (lowest, highest) = (*in_order.first()?, *in_order.last()?);
        if in_order.len() < 2 {
            return None;
        }
        let values: Vec<f64> = in_order.iter().map(|value| value.as_f64()).collect();
        let quarter = |part| crate::statistics::quantile::quantile(&values, part).map(Tenths::of);
        let (lower, upper) = (quarter(0.25)?, quarter(0.75)?);
        let of = in_order.len();
        Some(match good {
            Good::High => Spread { best: highest, worst: lowest, better_quarter: upper, worse_quarter: lower, of },
            Good::Low => Spread { best: lowest, worst: highest, better_quarter: lower, worse_quarter: upper, of },
        })
    }
}

/// Where things stand, in pixels.
const TOP: f64 = 122.0;
const ROW: f64 = 54.0;
const PLOT: (f64, f64) = (346.0, 682.0);
const WORDS: f64 = 706.0;

impl Row {
    /// How far a value is towards the better, of the way from England (0) to the further of best and worst (1).
    pub fn towards_better(&self, value: Tenths) -> Option<f64> {
        let (england, spread) = (self.england?, self.spread?);
        let difference = |value: Tenths| match self.indicator.good {
            Good::High => value.0 - england.0,
            Good::Low => england.0 - value.0,
        };
        let reach = difference(spread.best).abs().max(difference(spread.worst).abs());
        (reach > 0).then(|| difference(value) as f64 / reach as f64)
    }

    fn x(&self, value: Tenths) -> Option<f64> {
        let (middle, half) = ((PLOT.0 + PLOT.1) / 2.0, (PLOT.1 - PLOT.0) / 2.0);
        Some(middle + half * self.towards_better(value)?.clamp(-1.0, 1.0))
    }

    /// `better, England 50.0%`.
    fn against(&self) -> String {
        let england = self.england.map(|england| format!("England {}", self.indicator.shown(england)));
        let told = self.told.map(|told| told_in_a_word(told).to_owned());
        told.into_iter().chain(england).collect::<Vec<_>>().join(", ")
    }
}

impl Spine {
    /// The indicators are drawn in the order given. Of a hidden value nothing is told.
    pub fn new(place: Place, when: String, mut rows: Vec<Row>) -> Spine {
        for row in rows.iter_mut().filter(|row| row.value.number().is_none()) {
            row.told = None;
        }
        Spine { place, when, rows }
    }

    /// Whether there is a row with a place to show.
    pub fn has_a_place(&self) -> bool {
        self.rows.iter().any(|row| row.value.number().is_some_and(|value| row.towards_better(value).is_some()))
    }

    fn told(&self, wanted: Told) -> Vec<String> {
        self.rows.iter().filter(|row| row.told == Some(wanted)).map(|row| row.indicator.name()).collect()
    }

    /// Where the authority has the best value of all, or the worst, in words.
    fn at_end(&self, kind: &str, end: fn(Spread) -> Tenths) -> String {
        let is_end = |row: &&Row| row.value.number().is_some_and(|value| row.spread.map(end) == Some(value));
        let names: Vec<String> = self.rows.iter().filter(is_end).map(|row| row.indicator.name()).collect();
        if names.is_empty() {
            return String::new();
        }
        format!(" It has the {kind} value of all in {}.", super::shown::listed(&names))
    }

    fn marks(&self) -> Vec<(Mark, String)> {
        let words = [
            (Told::Better, "better than England"),
            (Told::Not, "chance: cannot be told"),
            (Told::Worse, "worse than England"),
            (Told::Untested, "not tested"),
        ];
        let told = words.into_iter().filter(|(told, _)| self.rows.iter().any(|row| row.told == Some(*told)));
        let mut marks: Vec<_> = told.map(|(told, words)| (Mark::Told(told), words.to_owned())).collect();
        marks.push((Mark::Range, "worst to best".to_owned()));
        marks.push((Mark::MiddleHalf, "middle half of authorities".to_owned()));
        marks
    }

    fn bottom(&self) -> f64 {
        TOP + ROW * self.rows.len() as f64
    }
}

impl Chart for Spine {
    fn title(&self) -> String {
        format!("{} ({}): ten National Indicators about England", self.place.name, self.place.code)
    }

    fn alternative_text(&self) -> String {
        let mut words = format!(
            "The place of {} among authorities in each indicator, {}, with England in the middle and better to the right.",
            self.place.name, self.when
        );
        let kinds = [
            (Told::Better, "better than England"),
            (Told::Worse, "worse than England"),
            (Told::Not, "not to be told from England"),
            (Told::Untested, "not tested"),
        ];
        for (told, kind) in kinds {
            let names = self.told(told);
            if !names.is_empty() {
                words.push_str(&format!(" {} {kind}: {}.", names.len(), super::shown::listed(&names)));
            }
        }
        let hidden = self.rows.iter().filter(|row| row.value == Value::Hidden).count();
        words.push_str(&self.at_end("best", |spread| spread.best));
        words.push_str(&self.at_end("worst", |spread| spread.worst));
        format!("{words} {}", hidden_in_words(hidden))
    }

    fn long_description(&self, table: &Table) -> String {
        format!(
            "Each indicator has a row with a thin line from the worst authority at the left to the best at the right, a \
             thick bar over the middle half of authorities, England on the line in the middle, and a mark for the \
             authority: upwards for better, downwards for worse, round where it cannot be told. {}",
            table.read_out()
        )
    }

    fn table(&self) -> Table {
        let row = |row: &Row| {
            let shown = |value: Tenths| row.indicator.shown(value);
            let spread = row.spread.map(|spread| {
                let Spread { best, worst, better_quarter, worse_quarter, of } = spread;
                let [best, worst, better, worse] = [best, worst, better_quarter, worse_quarter].map(shown);
                [worst, worse, better, best, of.to_string()]
            });
            let mut cells = vec![
                row.indicator.named(),
                row.value.in_words(row.indicator.unit),
                row.england.map(shown).unwrap_or_default(),
                row.told.map(told_in_a_word).unwrap_or_default().to_owned(),
            ];
            cells.extend(spread.unwrap_or_default());
            cells.push(row.indicator.good_in_words().to_owned());
            cells
        };
        Table::new(
            &[
                "indicator",
                "value",
                "England",
                "beside England",
                "worst",
                "middle half from",
                "middle half to",
                "best",
                "authorities",
                "polarity",
            ],
            self.rows.iter().map(row).collect(),
        )
    }

    fn height(&self) -> u32 {
        (self.bottom() + KEY * key::lines(&self.marks()).len() as f64 + 34.0).ceil() as u32
    }

    fn draw<B: DrawingBackend>(&self, paper: &Paper<'_, B>) -> Drawn<B> {
        let Place { name, code } = &self.place;
        let of = self.rows.iter().filter_map(|row| row.spread).map(|spread| spread.of).max();
        let among = of.map(|of| format!(", among {}", authorities(of))).unwrap_or_default();
        paper.heading(&format!("{name} ({code})"), &format!("Ten indicators about England{among}, {}", self.when))?;
        let middle = (PLOT.0 + PLOT.1) / 2.0;
        paper.words((PLOT.0, TOP - 12.0), "\u{2190} worse", Letters::QUIET, Words::From)?;
        paper.words((middle, TOP - 12.0), "England", Letters::BOLD, Words::About)?;
        paper.words((PLOT.1, TOP - 12.0), "better \u{2192}", Letters::QUIET, Words::UpTo)?;
        paper.line(&[(middle, TOP), (middle, self.bottom())], BLACK, 1.6)?;
        let mut top = TOP;
        for row in &self.rows {
            row.draw(paper, top)?;
            top += ROW;
        }
        key::draw(paper, self.bottom() + 38.0, &self.marks())
    }
}

impl Row {
    fn draw<B: DrawingBackend>(&self, paper: &Paper<'_, B>, top: f64) -> Drawn<B> {
        let indicator = &self.indicator;
        let line = top + 22.0;
        paper.words((MARGIN, line), &indicator.title, Letters::BOLD, Words::From)?;
        let subtitle = format!("{}, {}", indicator.name(), indicator.good_in_words());
        paper.words((MARGIN, line + LINE), &subtitle, Letters::QUIET, Words::From)?;
        let y = top + 26.0;
        if let Some(spread) = self.spread
            && let [Some(worst), Some(worse), Some(better), Some(best)] =
                [spread.worst, spread.worse_quarter, spread.better_quarter, spread.best].map(|value| self.x(value))
        {
            paper.line(&[(worst, y), (best, y)], OTHERS, 3.0)?;
            for end in [worst, best] {
                paper.line(&[(end, y - 6.0), (end, y + 6.0)], OTHERS, 3.0)?;
            }
            paper.rectangle((worse, y - 9.0), (better, y + 9.0), OTHERS)?;
            let middle = (PLOT.0 + PLOT.1) / 2.0;
            paper.line(&[(middle, y - 12.0), (middle, y + 12.0)], BLACK, 1.6)?;
        }
        if let Some(x) = self.value.number().and_then(|value| self.x(value)) {
            Mark::Told(self.told.unwrap_or(Told::Untested)).draw(paper, (x, y))?;
        }
        self.draw_words(paper, line)
    }

    fn draw_words<B: DrawingBackend>(&self, paper: &Paper<'_, B>, line: f64) -> Drawn<B> {
        let value = match self.value {
            Value::Hidden => format!("{HIDDEN_SYMBOL} hidden"),
            Value::Shown(_) | Value::None => self.value.in_words(self.indicator.unit),
        };
        let x = WORDS + Letters::BOLD.width(&value) + 12.0;
        paper.words((WORDS, line), &value, Letters::BOLD, Words::From)?;
        // Where the value cannot be shown, nothing is said of how it compares.
        let against = if self.value.number().is_some() { self.against() } else { String::new() };
        paper.words((x, line), &against, Letters::PLAIN, Words::From)?;
        let Some(Spread { best, worst, .. }) = self.spread else { return Ok(()) };
        let shown = |value| self.indicator.shown(value);
        let spread = format!("worst {}, best {}", shown(worst), shown(best));
        paper.words((WORDS, line + LINE), &spread, Letters::QUIET, Words::From)
    }
}

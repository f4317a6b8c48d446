//! Spine chart: all indicators of one authority on one scale around England, with the best, the worst and the middle half of
//! authorities. Better is always to the right.

mod row;

use super::chart::Chart;
use super::key::{self, Glyph, KEY};
use super::palette::BLACK;
use super::paper::{Anchor, Drawn, Paper};
use super::table::Table;
use super::typography::Lettering;
use crate::benchmark::significance::Significance;
use crate::rounding::Tenths;
use crate::wording::counts::{hidden_in_words, listed};
use crate::wording::mark::Mark;
use crate::wording::names::Place;
use crate::wording::value::Value;
use plotters::prelude::DrawingBackend;
use row::PLOT;
pub use row::{Row, Spread};

/// One authority among all, indicator by indicator.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spine {
    /// The authority.
    pub place: Place,
    /// The window, in words.
    pub when: String,
    rows: Vec<Row>,
}

/// The layout, in pixels.
const TOP: f64 = 122.0;
const ROW: f64 = 54.0;

impl Spine {
    /// Keeps the indicators in the order given. A hidden value has no significance.
    pub fn new(place: Place, when: String, mut rows: Vec<Row>) -> Spine {
        for row in rows.iter_mut().filter(|row| row.value.number().is_none()) {
            row.significance = None;
        }
        Spine { place, when, rows }
    }

    /// Whether there is a row with a place to show.
    pub(crate) fn has_a_place(&self) -> bool {
        self.rows.iter().any(|row| row.value.number().is_some_and(|value| row.towards_better(value).is_some()))
    }

    fn told(&self, wanted: Significance) -> Vec<String> {
        self.rows.iter().filter(|row| row.significance == Some(wanted)).map(|row| row.indicator.name()).collect()
    }

    /// Where the authority has the best value, or the worst, and among whom, in words. With hidden values nobody can say.
    fn at_end(&self, kind: &str, end: fn(Spread) -> Tenths) -> String {
        let mut ends: Vec<(String, Vec<String>)> = Vec::new();
        for row in self.rows.iter().filter(|row| row.is_at(end)) {
            let (of, name) = (row.among.in_words(), row.indicator.name());
            match ends.iter_mut().find(|(same, _)| *same == of) {
                Some((_, names)) => names.push(name),
                None => ends.push((of, vec![name])),
            }
        }
        let said = ends.iter().map(|(of, names)| format!(" It has the {kind} value of {of} in {}.", listed(names)));
        said.collect()
    }

    /// The indicators whose best and worst are not known, in words; blank where all are known.
    fn without_ends(&self) -> String {
        let is_hidden = |row: &&Row| row.spread.is_some() && row.among.hidden > 0;
        let names: Vec<String> = self.rows.iter().filter(is_hidden).map(|row| row.indicator.name()).collect();
        if names.is_empty() {
            return String::new();
        }
        format!(" Who is best and worst in {} is not known, for authorities are hidden there.", listed(&names))
    }

    /// How many authorities are in the rows that have a spread: `, among 4 to 6 authorities`; blank where no row has.
    fn among(&self) -> String {
        let rows = || self.rows.iter().filter(|row| row.spread.is_some()).map(|row| row.among);
        let Some((fewest, most)) = rows().map(|among| among.shown).min().zip(rows().map(|among| among.shown).max())
        else {
            return String::new();
        };
        let number = if fewest == most { most.to_string() } else { format!("{fewest} to {most}") };
        match rows().any(|among| among.hidden > 0) {
            true => format!(", among the {number} authorities shown"),
            false => format!(", among {number} authorities"),
        }
    }

    fn marks(&self) -> Vec<(Glyph, String)> {
        let words = [
            (Significance::Better, "better than England"),
            (Significance::NotSignificant, "not significantly different"),
            (Significance::Worse, "worse than England"),
            (Significance::NotTested, "not tested"),
        ];
        let significance = words
            .into_iter()
            .filter(|(significance, _)| self.rows.iter().any(|row| row.significance == Some(*significance)));
        let mut marks: Vec<_> =
            significance.map(|(significance, words)| (Glyph::Significance(significance), words.to_owned())).collect();
        marks.push((Glyph::Range, "authorities shown".to_owned()));
        marks.push((Glyph::MiddleHalf, "middle half of them".to_owned()));
        marks
    }

    fn bottom(&self) -> f64 {
        TOP + ROW * self.rows.len() as f64
    }
}

impl Chart for Spine {
    fn title(&self) -> String {
        format!("{} ({}): ten National Indicators around England", self.place.name, self.place.code)
    }

    fn alternative_text(&self) -> String {
        let mut words = format!(
            "The rank of {} among authorities in each indicator, {}, with England in the middle and better to the right.",
            self.place.name, self.when
        );
        let kinds = [
            (Significance::Better, "better than England"),
            (Significance::Worse, "worse than England"),
            (Significance::NotSignificant, "not significantly different from England"),
            (Significance::NotTested, "not tested"),
        ];
        for (significance, kind) in kinds {
            let names = self.told(significance);
            if !names.is_empty() {
                words.push_str(&format!(" {} {kind}: {}.", names.len(), listed(&names)));
            }
        }
        let hidden = self.rows.iter().filter(|row| row.value == Value::Hidden).count();
        words.push_str(&self.at_end("best", |spread| spread.best));
        words.push_str(&self.at_end("worst", |spread| spread.worst));
        words.push_str(&self.without_ends());
        format!("{words} {}", hidden_in_words(hidden))
    }

    fn table(&self) -> Table {
        let row = |row: &Row| {
            let shown = |value: Tenths| row.indicator.shown(value);
            let spread = row.spread.map(|spread| {
                let Spread { best, worst, better_quarter, worse_quarter } = spread;
                [worst, worse_quarter, better_quarter, best].map(shown)
            });
            let mut cells = vec![
                row.indicator.named(),
                row.value.in_words(row.indicator.unit),
                row.england.map(shown).unwrap_or_default(),
                row.significance
                    .map(|significance| Mark::of_significance(significance).word())
                    .unwrap_or_default()
                    .to_owned(),
            ];
            cells.extend(spread.unwrap_or_default());
            cells.extend([row.among.shown, row.among.hidden].map(|number| number.to_string()));
            cells.push(row.indicator.good_in_words().to_owned());
            cells
        };
        Table::new(
            &[
                "indicator",
                "value",
                "England",
                "compared with England",
                "from",
                "middle half from",
                "middle half to",
                "to",
                "authorities shown",
                "authorities hidden",
                "polarity",
            ],
            self.rows.iter().map(row).collect(),
        )
    }

    fn heading(&self) -> [String; 2] {
        let Place { name, code } = &self.place;
        let among = self.among();
        [format!("{name} ({code})"), format!("Ten indicators around England{among}, {}", self.when)]
    }

    fn height(&self) -> u32 {
        (self.bottom() + KEY * key::lines(&self.marks(), f64::from(self.width())).len() as f64 + 34.0).ceil() as u32
    }

    fn draw<B: DrawingBackend>(&self, paper: &Paper<'_, B>) -> Drawn<B> {
        let middle = (PLOT.0 + PLOT.1) / 2.0;
        paper.words((PLOT.0, TOP - 12.0), "\u{2190} worse", Lettering::QUIET, Anchor::Start)?;
        paper.words((middle, TOP - 12.0), "England", Lettering::BOLD, Anchor::Middle)?;
        paper.words((PLOT.1, TOP - 12.0), "better \u{2192}", Lettering::QUIET, Anchor::End)?;
        paper.line(&[(middle, TOP), (middle, self.bottom())], BLACK, 1.6)?;
        let mut top = TOP;
        for row in &self.rows {
            row.draw(paper, top)?;
            top += ROW;
        }
        key::draw(paper, self.bottom() + 38.0, &self.marks())
    }
}

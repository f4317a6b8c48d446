//! Heat table: authorities by indicators, each cell with its value, and a symbol and word for how it differs from England.

mod drawing;

use super::chart::Chart;
use super::key;
use super::palette::BLACK;
use super::paper::{Anchor, Drawn, MARGIN, Paper};
use super::table::Table;
use super::typography::{LINE, Lettering};
use crate::benchmark::significance::Significance;
use crate::wording::counts::{agreeing, authorities, hidden_in_words, listed, none_or};
use crate::wording::mark::Mark;
use crate::wording::names::{Indicator, Place};
use crate::wording::value::Value;
use plotters::prelude::DrawingBackend;

/// Authorities by indicators.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HeatTable {
    /// The window, in words.
    pub when: String,
    /// The columns: each indicator and England's value.
    pub columns: Vec<(Indicator, Value)>,
    rows: Vec<Row>,
}

/// One authority.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The authority.
    pub place: Place,
    /// Its cells, in the order of the columns.
    pub cells: Vec<Cell>,
}

/// One value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cell {
    /// The value.
    pub value: Value,
    /// How it differs from England; none where the two cannot be compared.
    pub significance: Option<Significance>,
    /// Whether that is significant at 99.8% too.
    pub is_beyond_99_8: bool,
}

/// The layout, in pixels.
const NAMES: f64 = 206.0;
const CELL: (f64, f64) = (81.0, 46.0);
const HEAD: f64 = 34.0;
/// Rows under each heading, about a sheet of paper.
const ROWS: usize = 20;

impl Cell {
    /// How it differs from England, at 95% and 99.8%.
    fn mark(self) -> Option<Mark> {
        self.significance.map(|significance| Mark::at_both(significance, self.is_beyond_99_8))
    }

    /// The word under the value; none under a symbol, which is explained above the table.
    fn word(self) -> String {
        match self.significance {
            Some(Significance::NotTested) => "untested".to_owned(),
            Some(Significance::NotSignificant) => Mark::Similar.in_words(),
            Some(significance) => Mark::of_significance(significance).word().to_owned(),
            None => String::new(),
        }
    }
}

impl HeatTable {
    /// Sorts the rows by name. A hidden value has no significance.
    pub fn new(when: String, columns: Vec<(Indicator, Value)>, mut rows: Vec<Row>) -> HeatTable {
        rows.sort_by(|one, other| (&one.place.name, &one.place.code).cmp(&(&other.place.name, &other.place.code)));
        for cell in rows.iter_mut().flat_map(|row| &mut row.cells).filter(|cell| cell.value.number().is_none()) {
            (cell.significance, cell.is_beyond_99_8) = (None, false);
        }
        HeatTable { when, columns, rows }
    }

    /// Whether there is anything to compare: at least two rows with a value, shown or hidden.
    pub(crate) fn has_values(&self) -> bool {
        let known = |row: &&Row| row.cells.iter().any(|cell| !cell.value.is_missing());
        self.rows.iter().filter(known).count() > 1
    }

    /// The lines that name the indicators, and where the table begins below them.
    fn names(&self) -> (Vec<[String; 2]>, f64) {
        let name = |(indicator, _): &(Indicator, Value)| {
            let Indicator { title, .. } = indicator;
            format!("{}: {title} ({})", indicator.name(), indicator.good_in_words())
        };
        let names: Vec<String> = self.columns.iter().map(name).collect();
        let half = names.len().div_ceil(2);
        let line = |row: usize| [row, row + half].map(|at| names.get(at).cloned().unwrap_or_default());
        let symbols = if self.symbols().is_empty() { 0.0 } else { LINE };
        ((0..half).map(line).collect(), 136.0 + LINE * half as f64 + symbols)
    }

    /// The symbols in the table, each with its word: `[c] confidential, [x] not available`.
    fn symbols(&self) -> String {
        let cells = || self.rows.iter().flat_map(|row| &row.cells).map(|cell| cell.value);
        let of_england = || self.columns.iter().map(|(_, value)| *value).filter(|value| !value.is_missing());
        let is_there = |value: &Value| cells().chain(of_england()).any(|there| there == *value);
        let there = [Value::Hidden, Value::Nobody, Value::NotAvailable].into_iter().filter(is_there);
        there.filter_map(Value::symbol).map(|symbol| symbol.in_words()).collect::<Vec<_>>().join(", ")
    }

    /// The top of each row.
    fn tops(&self) -> impl Iterator<Item = f64> {
        let (_, top) = self.names();
        (0..self.rows.len()).map(move |row| {
            let heads = (row / ROWS + 1) as f64;
            top + heads * (HEAD + CELL.1 + 8.0) + CELL.1 * row as f64
        })
    }

    fn x(column: usize) -> f64 {
        NAMES + CELL.0 * column as f64
    }

    fn told(&self, wanted: Significance) -> usize {
        self.rows.iter().flat_map(|row| &row.cells).filter(|cell| cell.significance == Some(wanted)).count()
    }
}

impl Chart for HeatTable {
    fn title(&self) -> String {
        format!("Ten National Indicators of {} compared with England", authorities(self.rows.len()))
    }

    fn alternative_text(&self) -> String {
        let cells = || self.rows.iter().flat_map(|row| &row.cells);
        let shown = cells().filter(|cell| cell.value.number().is_some()).count();
        let hidden = cells().filter(|cell| cell.value == Value::Hidden).count();
        let mut words = format!(
            "A table of {} by {} indicators, {}. Of {shown} values {} {} significantly better than England, {} worse, and \
             {} not significantly different.",
            authorities(self.rows.len()),
            self.columns.len(),
            self.when,
            none_or(self.told(Significance::Better)),
            agreeing(self.told(Significance::Better).max(1), "is", "are"),
            none_or(self.told(Significance::Worse)),
            none_or(self.told(Significance::NotSignificant))
        );
        let most = |wanted: Significance| {
            let count = |row: &Row| row.cells.iter().filter(|cell| cell.significance == Some(wanted)).count();
            // With hidden values, another authority could have more.
            let most = self.rows.iter().map(count).max().filter(|most| *most > 1 && hidden == 0)?;
            let with: Vec<&str> =
                self.rows.iter().filter(|row| count(row) == most).map(|row| row.place.name.as_str()).collect();
            // More than a few names are no news.
            (with.len() <= 3).then(|| (most, listed(&with)))
        };
        for (significance, word) in [(Significance::Better, "better"), (Significance::Worse, "worse")] {
            if let Some((most, names)) = most(significance) {
                words.push_str(&format!(" Most often {word}: {names}, in {most}."));
            }
        }
        format!("{words} {}", hidden_in_words(hidden))
    }

    fn table(&self) -> Table {
        let names =
            self.columns.iter().flat_map(|(indicator, _)| [indicator.name(), format!("{} is", indicator.name())]);
        let cells = |row: &Row| {
            let both = row.cells.iter().zip(&self.columns).flat_map(|(cell, (indicator, _))| {
                [cell.value.in_words(indicator.unit), cell.mark().map(Mark::word).unwrap_or_default().to_owned()]
            });
            std::iter::once(row.place.name.clone()).chain(both).collect()
        };
        let shown = |(indicator, value): &(Indicator, Value)| {
            [if value.is_missing() { String::new() } else { value.in_words(indicator.unit) }, String::new()]
        };
        let england = std::iter::once("England".to_owned()).chain(self.columns.iter().flat_map(shown)).collect();
        Table {
            columns: std::iter::once("authority".to_owned()).chain(names).collect(),
            rows: std::iter::once(england).chain(self.rows.iter().map(cells)).collect(),
        }
    }

    fn heading(&self) -> [String; 2] {
        let under = format!("{}, compared with England, {}", authorities(self.rows.len()), self.when);
        ["Ten National Indicators for children in care".to_owned(), under]
    }

    fn height(&self) -> u32 {
        (self.tops().last().unwrap_or(0.0) + CELL.1 + 24.0).ceil() as u32
    }

    fn draw<B: DrawingBackend>(&self, paper: &Paper<'_, B>) -> Drawn<B> {
        let (names, _) = self.names();
        for (row, both) in names.iter().enumerate() {
            for (column, name) in both.iter().enumerate() {
                let at = (MARGIN + 500.0 * column as f64, 100.0 + LINE * row as f64);
                paper.words(at, name, Lettering::PLAIN, Anchor::Start)?;
            }
        }
        let words = [(Significance::Better, "better than England"), (Significance::Worse, "worse than England")];
        let line = 112.0 + LINE * names.len() as f64;
        let mut x = MARGIN;
        for (significance, words) in words {
            key::triangle(paper, significance, (x + 6.0, line - 6.0), BLACK)?;
            paper.words((x + 18.0, line), words, Lettering::QUIET, Anchor::Start)?;
            x += 18.0 + Lettering::QUIET.width(words) + 28.0;
        }
        let words = "two triangles: at 99.8%";
        paper.words((x, line), words, Lettering::QUIET, Anchor::Start)?;
        x += Lettering::QUIET.width(words) + 28.0;
        let similar = format!("{}: not significant at 95%", Mark::Similar.in_words());
        paper.words((x, line), &similar, Lettering::QUIET, Anchor::Start)?;
        paper.words((MARGIN, line + LINE), &self.symbols(), Lettering::QUIET, Anchor::Start)?;
        for ((at, row), top) in self.rows.iter().enumerate().zip(self.tops()) {
            if at % ROWS == 0 {
                self.draw_head(paper, top - HEAD - CELL.1)?;
            }
            row.draw(paper, &self.columns, top)?;
        }
        Ok(())
    }
}

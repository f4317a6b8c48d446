//! restricted/reconciliation.csv: from rows read down to denominator and numerator.

use crate::benchmark::{Compared, ComparedFigure};
use crate::indicators::outcome::Reason;
use crate::indicators::outside::Outside;
use crate::output::rows::Rows;
use crate::quality::ledger::{Reasons, TableLedger};
use crate::reconciliation::children::ChildTally;
use crate::reconciliation::reconciled::{Reconciled, Reconciliation};
use crate::returns::table::Table;
use crate::seeds::indicators::IndicatorSeed;
use std::fmt;
use std::io::{self, Write};

/// The columns. For each figure, in the order of the figures: the rows of each table that it needs,
/// then the children; a row a total (`why` blank) or a subtraction, with what it leaves.
const COLUMNS: [&str; 10] =
    ["as_at", "geographic_level", "code", "name", "indicator", "counted", "line", "why", "count", "left"];

/// Writes the table.
///
/// # Errors
/// Where the file cannot be written.
pub(crate) fn write(
    reconciliation: &Reconciliation,
    compared: &Compared,
    seeds: &[IndicatorSeed],
    file: &mut dyn Write,
) -> io::Result<()> {
    let mut rows = Rows::of(file);
    rows.write_record(COLUMNS)?;
    let as_at = compared.timeframe.as_at.to_string();
    for (compared, reconciled) in compared.list.iter().zip(&reconciliation.list) {
        let figure = &compared.figure;
        let indicator = figure.indicator.to_string();
        for line in lines(compared, reconciled, seeds) {
            rows.write_record([
                as_at.as_str(),
                figure.level.name(),
                &figure.code,
                &figure.name,
                &indicator,
                &line.counted.to_string(),
                line.name,
                line.why,
                &line.count.to_string(),
                &line.left.to_string(),
            ])?;
        }
    }
    rows.flush()
}

/// What a line counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Unit {
    /// Rows of a table.
    Rows(Table),
    /// Children.
    Children,
    /// Points of the questionnaire.
    Scores,
}

impl fmt::Display for Unit {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Unit::Rows(table) => write!(formatter, "rows of {table}"),
            Unit::Children => formatter.write_str("children"),
            Unit::Scores => formatter.write_str("scores"),
        }
    }
}

/// A total, or a subtraction and what it leaves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Line {
    /// What is counted.
    pub counted: Unit,
    /// The total or the kind of subtraction.
    pub name: &'static str,
    /// Why; blank for a total.
    pub why: &'static str,
    /// How many.
    pub count: u64,
    /// How many are left.
    pub left: u64,
}

/// The lines of one figure.
pub(crate) fn lines(compared: &ComparedFigure, reconciled: &Reconciled, seeds: &[IndicatorSeed]) -> Vec<Line> {
    let mut lines = Vec::new();
    for (table, rows) in &reconciled.rows {
        of_rows(*table, rows, &mut lines);
    }
    let seed = seeds.iter().find(|seed| seed.number == compared.figure.indicator);
    if let (Some(tally), Some(seed)) = (&reconciled.children, seed) {
        of_children(tally, seed.unit == crate::unit::Unit::Score, &mut lines);
    }
    lines
}

/// Totals and subtractions, one after another.
struct Down<'lines> {
    lines: &'lines mut Vec<Line>,
    counted: Unit,
    left: u64,
}

impl Down<'_> {
    fn total(&mut self, name: &'static str, count: u64) {
        self.left = count;
        self.lines.push(Line { counted: self.counted, name, why: "", count, left: count });
    }

    fn less(&mut self, name: &'static str, why: &'static str, count: u64) {
        // The identities were checked before: no more is subtracted than there is.
        self.left = self.left.saturating_sub(count);
        self.lines.push(Line { counted: self.counted, name, why, count, left: self.left });
    }

    fn less_each(&mut self, name: &'static str, reasons: &Reasons) {
        reasons.iter().for_each(|(why, rows)| self.less(name, why, *rows));
    }
}

fn of_rows(table: Table, rows: &TableLedger, lines: &mut Vec<Line>) {
    let mut down = Down { lines, counted: Unit::Rows(table), left: 0 };
    down.total("read", rows.read);
    down.less_each("rejected", &rows.rejected);
    down.less_each("set_aside", &rows.set_aside);
    down.less_each("repaired", &rows.repaired);
    down.total("used_as_they_are", rows.used);
}

/// `scored`: the numerator is a sum of scores.
fn of_children(tally: &ChildTally, scored: bool, lines: &mut Vec<Line>) {
    let mut down = Down { lines, counted: Unit::Children, left: 0 };
    down.total("children_in_the_returns", tally.children);
    for (why, children) in &tally.outside {
        down.less("outside", Outside::name(*why), *children);
    }
    down.total("considered", tally.considered());
    for (reason, children) in &tally.left_out {
        down.less("left_out", Reason::name(*reason), *children);
    }
    down.total("population", tally.population());
    if scored {
        down.less("unscored", Reason::NoScore.name(), tally.unscored);
        down.total("denominator", tally.denominator());
        Down { counted: Unit::Scores, ..down }.total("numerator", tally.numerator());
        return;
    }
    down.total("denominator", tally.denominator());
    for (reason, children) in &tally.not_met {
        down.less("not_met", Reason::name(*reason), *children);
    }
    down.total("numerator", tally.numerator());
}

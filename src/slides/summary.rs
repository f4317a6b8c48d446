//! The table of the summary: a row for each indicator, so that all of them stand on one slide.

use super::frame::INCH;
use crate::pack::words::known::Known;
use crate::pack::{OfIndicator, Pack};
use crate::wording::mark::Mark;
use crate::wording::number::ShownNumber;

/// A table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Table {
    /// What it has, in a sentence.
    pub description: String,
    /// How wide its columns are.
    pub widths: Vec<u32>,
    /// How high a row is at the least.
    pub height: u32,
    /// The rows, its heading among them.
    pub rows: Vec<Row>,
}

impl Table {
    /// How wide it is.
    pub(crate) fn width(&self) -> u32 {
        self.widths.iter().sum()
    }
}

/// A row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Row {
    /// Whether it is the heading.
    pub is_heading: bool,
    /// Its cells.
    pub cells: Vec<Cell>,
}

/// A cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Cell {
    /// What it says.
    pub words: String,
    /// Whether it stands to the right, as numbers do.
    pub is_number: bool,
}

/// The columns: their headings, widths in hundredths of an inch, and whether they hold numbers.
const COLUMNS: [(&str, u32, bool); 7] = [
    ("Indicator", 292, false),
    ("Value", 66, true),
    ("95% limits", 122, true),
    ("England", 76, true),
    ("Compared", 92, false),
    ("Target", 88, false),
    ("Caution", 98, false),
];

/// The columns that compare with England, which England itself does not have.
const OF_ENGLAND: std::ops::Range<usize> = 3..5;

/// The table of a place, in so much height.
pub(crate) fn table(pack: &Pack, height: u32) -> Table {
    let has_england = pack.indicators.iter().any(|of| of.england.is_some());
    let is_there = |at: &usize| has_england || !OF_ENGLAND.contains(at);
    let row = |is_heading: bool, all: Vec<Cell>| {
        let cells = all.into_iter().enumerate().filter(|(at, _)| is_there(at)).map(|(_, cell)| cell);
        Row { is_heading, cells: cells.collect() }
    };
    let heading = row(true, in_columns(COLUMNS.map(|(heading, ..)| heading.to_owned())));
    let of_indicators = pack.indicators.iter().map(|of| row(false, cells(of)));
    let rows: Vec<Row> = std::iter::once(heading).chain(of_indicators).collect();
    let mut widths: Vec<u32> = COLUMNS.iter().map(|(_, width, _)| width * (INCH / 100)).collect();
    if !has_england {
        // What they would take goes to the first.
        let left: u32 = widths.drain(OF_ENGLAND).sum();
        widths[0] += left;
    }
    let and_england = if has_england { ", England's value, how the two compare" } else { "" };
    Table {
        description: format!(
            "A row for each indicator of {}: its value, 95% limits{and_england}, whether the target is met, and whether caution is needed.",
            pack.place.name
        ),
        widths,
        height: height / u32::try_from(rows.len()).unwrap_or(u32::MAX).max(1),
        rows,
    }
}

fn cells(of: &OfIndicator) -> Vec<Cell> {
    let unit = of.indicator.unit;
    let value = ShownNumber::value(of.numbers.value, unit);
    let limits = if value.word.is_empty() { ShownNumber::limits(&of.numbers, unit).text } else { String::new() };
    // Once is enough in a cell as small as that.
    let limits = limits.replacen("% to", " to", 1);
    let england = of.england.as_ref();
    let compared = england.and_then(|england| england.significance).filter(|_| of.is_shown());
    in_columns([
        of.indicator.named().replacen(", ", " ", 1),
        value.text,
        limits,
        england.map(|england| ShownNumber::value(england.value, unit).text).unwrap_or_default(),
        compared.map(|compared| Mark::of_significance(compared).in_words()).unwrap_or_default(),
        target(of),
        Some(of.caution()).filter(|word| !word.is_empty()).map(|word| format!("! {word}")).unwrap_or_default(),
    ])
}

/// Whether the target is met; of one that cannot be judged, why; blank where there is none.
fn target(of: &OfIndicator) -> String {
    let met = of.targets.iter().find_map(|target| Some(Mark::of_target(target.met?, target.significance)));
    match met {
        // There is no room for all of its words.
        Some(Mark::NotMetUnsure) => "○ not met".to_owned(),
        Some(mark) => mark.in_words(),
        None if of.targets.is_empty() => String::new(),
        None => match Known::of(&of.numbers) {
            Known::Hidden => "hidden",
            Known::Nobody => "nobody",
            Known::NotAvailable => "no figure",
            Known::Shown => "uncertain",
        }
        .to_owned(),
    }
}

fn in_columns(words: [String; 7]) -> Vec<Cell> {
    let cell = |(words, (_, _, is_number))| Cell { words, is_number };
    words.into_iter().zip(COLUMNS).map(cell).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pack::by_hand;
    use crate::printed::{Numbers, Printed};

    #[test]
    fn a_target_that_cannot_be_judged_says_why_and_a_caution_stands_in_its_column() {
        let target = by_hand::target("60", false, 0, None);
        let unjudged = || crate::pack::Target { met: None, ..target.clone() };
        let of = |numbers: Option<Numbers>, note: &str| {
            let shown = by_hand::of(99, 4, 9, 444);
            let numbers = numbers.unwrap_or(shown.numbers);
            let of = OfIndicator { numbers, targets: vec![unjudged()], note: note.to_owned(), ..shown };
            let cells = cells(&of);
            [5, 6].map(|at| cells[at].words.clone())
        };
        assert_eq!(
            of(None, "unreliable: 2 in doubt, 9 in the figure: no row in attainment"),
            ["uncertain", "! unreliable"]
        );
        assert_eq!(of(None, "with care"), ["uncertain", "! with care"]);
        assert_eq!(of(Some(Numbers::all(Printed::Confidential)), "with care"), ["hidden", ""]);
        assert_eq!(of(Some(Numbers::all(Printed::NotAvailable)), ""), ["no figure", ""]);
    }
}

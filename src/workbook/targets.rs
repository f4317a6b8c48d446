//! Every figure compared with its targets, the national one first.

use super::cell::Cell;
use super::place;
use super::sheet::{Column, Sheet, Table};
use crate::decimal::Decimal;
use crate::pack::{OfIndicator, Packs, Target};
use crate::wording::target::met_or_not;

/// The worksheet of targets: a row for each, and one for a place and indicator without any.
pub(crate) fn sheet(packs: &Packs) -> Sheet {
    Sheet {
        name: "Targets",
        title: format!("Figures compared with their targets, {}", packs.about.when),
        about: vec![
            "It has a row for each target of an area and indicator, or one that says that there is no target."
                .to_owned(),
            "The gap is in points: the value less the target.".to_owned(),
        ],
        is_of_figures: true,
        table: Table {
            name: "targets",
            columns: place::and_indicator(columns()),
            rows: place::each_row(packs, |_, of| cells(of)),
        },
    }
}

/// The cells of each target of a figure, by the headings of their columns.
pub(crate) fn rows(of: &OfIndicator) -> Vec<Vec<(String, Cell)>> {
    let with_headings = |cells| columns().into_iter().map(|column| column.heading).zip(cells).collect();
    cells(of).into_iter().map(|cells: Vec<Cell>| with_headings(cells)).collect()
}

fn columns() -> [Column; 9] {
    [
        Column::words("Which is better", 16),
        Column::numbers("Value", 9),
        Column::words("Whose target", 16),
        Column::numbers("Target", 9),
        Column::numbers("By year", 9),
        Column::numbers("Gap in points", 10),
        Column::words("Met or not", 12),
        Column::words("Significance", 24),
        Column::words("In words", 60),
    ]
}

fn cells(of: &OfIndicator) -> Vec<Vec<Cell>> {
    let begun = || vec![Cell::words(of.indicator.good.in_words()), Cell::of_tenths(of.numbers.value)];
    let row = |cells: [Cell; 7]| begun().into_iter().chain(cells).collect();
    if of.targets.is_empty() {
        let mut none = [Cell::NOT_APPLICABLE; 7];
        none[0] = Cell::words("no target");
        return vec![row(none)];
    }
    of.targets.iter().map(|target| row(of_target(target, of.is_hidden()))).collect()
}

fn of_target(target: &Target, is_hidden: bool) -> [Cell; 7] {
    let told = target.significance.zip(target.met).map(|(significance, met)| significance.in_words(met));
    [
        Cell::words(target.whose()),
        Decimal::read(&target.value).map_or_else(|| Cell::words(&target.value), Cell::Decimal),
        Cell::Year(target.year),
        Cell::of_value(target.above).or_hidden(is_hidden),
        Cell::of_words(target.met.map(met_or_not)).or_hidden(is_hidden),
        Cell::of_words(told).or_hidden(is_hidden),
        Cell::words(&target.in_words),
    ]
}

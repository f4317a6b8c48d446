//! The figures: numerator, denominator, value and limits of every place and indicator.

use super::cell::Cell;
use super::place;
use super::sheet::{Column, Sheet, Table};
use crate::pack::{OfIndicator, Pack, Packs};
use crate::printed::Printed;
use std::collections::BTreeSet;

/// The worksheet of figures.
pub(crate) fn sheet(packs: &Packs) -> Sheet {
    Sheet {
        name: "Figures",
        title: format!("Figures of each area and indicator, {}", packs.about.when),
        about: about(packs),
        is_of_figures: true,
        table: Table { name: "figures", columns: place::and_indicator(columns()), rows: place::rows(packs, cells) },
    }
}

/// How the table is read, and how its counts are rounded where they are not exact.
fn about(packs: &Packs) -> Vec<String> {
    let mut about = vec![
        "It has a row for each area and indicator. The limits are those of a 95% interval of the value.".to_owned(),
    ];
    let wholes = packs.england.iter().chain(&packs.regions).collect();
    let groups: [(&str, Vec<&Pack>); 2] =
        [(packs.wholes_called(), wholes), ("Authorities", packs.authorities.iter().collect())];
    for (whose, packs) in groups {
        let indicators = packs.iter().flat_map(|pack| &pack.indicators);
        let rounding: BTreeSet<&str> =
            indicators.map(|of| of.rounding.as_str()).filter(|said| !said.is_empty()).collect();
        about.extend(rounding.iter().map(|said| format!("{whose}: {said}")));
    }
    about
}

/// A count, unless it is rounded so that it would give another percentage than the value.
fn count(of: &OfIndicator, count: Printed) -> Cell {
    if of.is_contradicted_by_counts() { Cell::words("not given") } else { Cell::of_count(count) }
}

/// The cells of a figure, by the headings of their columns.
pub(crate) fn row(pack: &Pack, of: &OfIndicator) -> Vec<(String, Cell)> {
    columns().into_iter().map(|column| column.heading).zip(cells(pack, of)).collect()
}

fn columns() -> [Column; 11] {
    [
        Column::words("Region", 16),
        Column::words("Unit", 9),
        Column::words("Which is better", 16),
        Column::numbers("Numerator", 12),
        Column::numbers("Denominator", 14),
        Column::numbers("Value", 9),
        Column::numbers("Lower limit", 10),
        Column::numbers("Upper limit", 10),
        Column::words("Counted, or why not", 29),
        Column::words("Authorities included", 13),
        Column::words("Cautions", 34),
    ]
}

fn cells(pack: &Pack, of: &OfIndicator) -> [Cell; 11] {
    let numbers = &of.numbers;
    [
        Cell::of_words(pack.region.as_ref().map(|region| region.name.as_str())),
        Cell::words(of.indicator.unit.name()),
        Cell::words(of.indicator.good.in_words()),
        count(of, numbers.numerator),
        count(of, numbers.denominator),
        Cell::of_tenths(numbers.value),
        Cell::of_tenths(numbers.lower),
        Cell::of_tenths(numbers.upper),
        Cell::words(&of.counted),
        Cell::of_words(pack.included_in_figure_in_words(of).as_deref()),
        Cell::words(of.remark().unwrap_or("none")),
    ]
}

//! Every figure compared with England, its region and its statistical neighbours, and its rank among the others.

use super::cell::Cell;
use super::place;
use super::sheet::{Column, Sheet, Table};
use crate::pack::{Beside, OfIndicator, Packs};
use crate::printed::Printed;

/// The worksheet of comparisons.
pub(crate) fn sheet(packs: &Packs) -> Sheet {
    Sheet {
        name: "Comparisons",
        title: format!("Figures compared with England, the region and neighbours, {}", packs.about.when),
        about: vec![
            "It has a row for each area and indicator.".to_owned(),
            "Rank 1 is the best among areas of the same level. Quarters are of the same areas.".to_owned(),
        ],
        is_of_figures: true,
        table: Table {
            name: "comparisons",
            columns: place::and_indicator(columns()),
            rows: place::rows(packs, |_, of| cells(of)),
        },
    }
}

/// The cells of a figure, by the headings of their columns.
pub(crate) fn row(of: &OfIndicator) -> Vec<(String, Cell)> {
    columns().into_iter().map(|column| column.heading).zip(cells(of)).collect()
}

fn cells(of: &OfIndicator) -> [Cell; 14] {
    let beside = |other: &Option<Beside>| beside(other.as_ref(), of.is_hidden());
    let [england, england_year, beside_england, _] = beside(&of.england);
    let [region, region_year, beside_region, _] = beside(&of.region);
    let [neighbours, neighbours_year, beside_neighbours, who] = beside(&of.neighbours);
    [
        Cell::words(of.indicator.good.in_words()),
        Cell::of_tenths(of.numbers.value),
        england,
        england_year,
        beside_england,
        region,
        region_year,
        beside_region,
        who,
        neighbours,
        neighbours_year,
        beside_neighbours,
        Cell::of_words(of.rank.as_deref()).or_hidden(of.is_hidden()),
        Cell::of_words(of.quarter.as_deref()).or_hidden(of.is_hidden()),
    ]
}

fn columns() -> [Column; 14] {
    [
        Column::words("Which is better", 16),
        Column::numbers("Value", 9),
        Column::numbers("England", 10),
        Column::numbers("England's year", 11),
        Column::words("Compared with England", 14),
        Column::numbers("Region", 10),
        Column::numbers("Region's year", 11),
        Column::words("Compared with the region", 14),
        Column::words("Which neighbours", 20),
        Column::numbers("Neighbours", 13),
        Column::numbers("Neighbours' year", 13),
        Column::words("Compared with neighbours", 14),
        Column::words("Rank", 44),
        Column::words("Quarter", 19),
    ]
}

/// The value, its year, what can be told of the difference, and whose it is.
fn beside(beside: Option<&Beside>, is_hidden: bool) -> [Cell; 4] {
    let is_other_hidden = beside.is_some_and(|beside| beside.value == Printed::Confidential);
    let is_either_hidden = beside.is_some() && is_hidden || is_other_hidden;
    let year = |beside: &Beside| beside.of_year.map_or_else(|| Cell::words("the same"), Cell::Year);
    [
        beside.map_or(Cell::NOT_APPLICABLE, |beside| Cell::of_tenths(beside.value)),
        beside.map_or(Cell::NOT_APPLICABLE, year),
        Cell::of_significance(beside.and_then(|beside| beside.significance)).or_hidden(is_either_hidden),
        Cell::of_words(beside.map(|beside| beside.name.as_str())),
    ]
}

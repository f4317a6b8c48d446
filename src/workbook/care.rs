//! The care population behind the figures, for the owner alone.

use super::cell::Cell;
use super::owner::OwnerTables;
use super::place;
use super::sheet::{Column, Sheet, Table};
use crate::context::ContextRow;
use crate::pack::Packs;
use crate::seeds::breakdowns::Dimension;
use crate::seeds::indicators::IndicatorSeed;

/// The worksheet of the care population: a row for each measure, and for each group of those on the day and of reviews.
pub(crate) fn sheet(tables: &OwnerTables<'_>, packs: &Packs, _: &[IndicatorSeed]) -> Sheet {
    let with_pack = tables.context.iter().filter(|row| place::has_pack(packs, &row.code));
    let mut columns = place::columns();
    columns.extend([
        Column::words("Measure", 40),
        Column::words("Dimension", 24),
        Column::words("Group", 30),
        Column::numbers("Number", 10),
        Column::numbers("Out of", 10),
        Column::numbers("Share or rate", 10),
    ]);
    Sheet {
        name: "Care_population",
        title: format!("The care population behind the figures, {}", packs.about.when),
        about: vec![
            "It has a row for each area and measure, and for each group of those looked after on the day and of reviews."
                .to_owned(),
            "A share is in percent; a rate is for each 10,000 people under eighteen.".to_owned(),
        ],
        is_of_figures: true,
        table: Table {
            name: "care_population",
            columns,
            rows: with_pack.map(|row| cells(row, &tables.breakdowns.dimensions)).collect(),
        },
    }
}

fn cells(row: &ContextRow, dimensions: &[Dimension]) -> Vec<Cell> {
    let count = |count: u64| Cell::Count(i64::try_from(count).unwrap_or(i64::MAX));
    let [dimension, group] = row.group.clone().unwrap_or_default();
    let title = dimensions.iter().find(|of| of.name == dimension).map_or(dimension.as_str(), |of| of.title.as_str());
    vec![
        Cell::words(&row.name),
        Cell::words(&row.code),
        Cell::words(row.level.name()),
        Cell::words(&row.title),
        Cell::words(title),
        Cell::words(group),
        count(row.numerator),
        row.denominator.map_or(Cell::NOT_APPLICABLE, count),
        Cell::of_value(row.value()),
    ]
}

//! The definitions of the indicators: who counts, what is asked of each, which way is better, where it comes from.

use super::cell::Cell;
use super::sheet::{Column, Sheet, Table};
use crate::seeds::indicators::IndicatorSeed;
use crate::wording::names::Indicator;

/// The worksheet of definitions.
pub(crate) fn sheet(indicators: &[IndicatorSeed]) -> Sheet {
    let rows = indicators.iter().map(|seed| {
        vec![
            Cell::words(Indicator::of(seed).name()),
            Cell::words(&seed.short_title),
            Cell::words(&seed.title),
            Cell::words(seed.unit.name()),
            Cell::words(seed.good.in_words()),
            Cell::words(&seed.population),
            Cell::words(&seed.test),
            Cell::words(&seed.definition_version),
            Cell::words(seed.sources.join("; ")),
        ]
    });
    Sheet {
        name: "Definitions",
        title: "Definitions of the indicators".to_owned(),
        about: vec!["It has a row for each indicator. A percentage is the share of children counted.".to_owned()],
        is_of_figures: false,
        table: Table {
            name: "definitions",
            columns: vec![
                Column::words("Indicator", 11),
                Column::words("Title", 24),
                Column::words("Official title", 36),
                Column::words("Unit", 10),
                Column::words("Which is better", 16),
                Column::words("Who counts", 44),
                Column::words("What is asked of each", 44),
                Column::words("Edition followed", 22),
                Column::words("Where it comes from", 56),
            ],
            rows: rows.collect(),
        },
    }
}

//! Every figure in plain English.

use super::cell::Cell;
use super::place;
use super::sheet::{Column, Sheet, Table};
use crate::pack::Packs;

/// The worksheet of figures in words.
pub(crate) fn sheet(packs: &Packs) -> Sheet {
    Sheet {
        name: "Commentary",
        title: format!("Figures in words, {}", packs.about.when),
        about: vec!["It has a row for each area and indicator.".to_owned()],
        is_of_figures: true,
        table: Table {
            name: "commentary",
            columns: place::and_indicator([Column::words("In words", 100)]),
            rows: place::rows(packs, |_, of| [Cell::words(of.words.join(" "))]),
        },
    }
}

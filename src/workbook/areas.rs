//! The areas to pick from: England, its regions and authorities, each by a name that is unlike any other.

use super::cell::Cell;
use super::sheet::{Column, Sheet, Table};
use crate::pack::{Pack, Packs};

/// The name on its tab.
pub(crate) const NAME: &str = "Areas";

/// What an area is called where it is picked: `Barnet (302)`.
pub(crate) fn called(pack: &Pack) -> String {
    format!("{} ({})", pack.place.name, pack.place.code)
}

/// The worksheet of areas.
pub(crate) fn sheet(packs: &Packs) -> Sheet {
    let row = |pack: &Pack| {
        let region = pack.region.as_ref().map(|region| region.name.as_str());
        vec![
            Cell::words(called(pack)),
            Cell::words(&pack.place.code),
            Cell::words(pack.level.name()),
            Cell::of_words(region),
        ]
    };
    Sheet {
        name: NAME,
        title: "Areas to pick from".to_owned(),
        about: vec!["It has a row for each area that can be picked on the worksheet Your_area.".to_owned()],
        is_of_figures: false,
        table: Table {
            name: "areas",
            columns: vec![
                Column::words("Area", 44),
                Column::words("Code", 12),
                Column::words("Geographic level", 18),
                Column::words("Region", 28),
            ],
            rows: packs.all().map(row).collect(),
        },
    }
}

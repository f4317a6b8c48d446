//! The value of every figure in each year.

use super::cell::Cell;
use super::place;
use super::sheet::{Column, Sheet, Table};
use crate::benchmark::footing::Footing;
use crate::pack::{OfIndicator, Packs};
use crate::printed::Printed;
use crate::timeframe::year_names::YearNames;
use crate::wording::counts::listed;
use std::collections::BTreeSet;

/// The column of the years that are not comparable with the latest.
pub(crate) const APART: &str = "Not comparable";
/// The column of what to know of years.
pub(crate) const NOTE: &str = "Note";

/// The worksheet of years, with a column for each year of any figure.
pub(crate) fn sheet(packs: &Packs) -> Sheet {
    let years = in_any_year(packs);
    let cells = |of: &OfIndicator| {
        let begun = [of.indicator.unit.name(), of.indicator.good.in_words()].map(Cell::words);
        begun
            .into_iter()
            .chain(years.iter().map(|year| value(of, *year)))
            .chain([Cell::words(listed(&apart(of))), Cell::words(notes(of))])
            .collect()
    };
    // Without a year there is no table.
    let rows = if years.is_empty() { Vec::new() } else { place::each_row(packs, |_, of| vec![cells(of)]) };
    let begun = [Column::words("Unit", 10), Column::words("Which is better", 16)];
    let columns = years
        .iter()
        .map(|year| Column::numbers(year.to_string(), 9))
        .chain([Column::words(APART, 18), Column::words(NOTE, 40)]);
    Sheet {
        name: "Years",
        title: format!("Values of each year, the latest that of {}", packs.about.timeframe.as_at.in_words()),
        about: vec![
            "It has a row for each area and indicator, and a column for the value of each year.".to_owned(),
            "The last two columns say which are not comparable with the latest, and what to know of some of them."
                .to_owned(),
        ]
        .into_iter()
        .chain(years.last().and_then(|year| called(packs, *year)))
        .collect(),
        is_of_figures: true,
        table: Table { name: "years", columns: place::and_indicator(begun.into_iter().chain(columns)), rows },
    }
}

/// What the years in headings stand for, where they do not end on 31 March.
pub(crate) fn called(packs: &Packs, year: i32) -> Option<String> {
    let names = YearNames::of(&packs.about.timeframe);
    let said = format!(
        "A column has the year in which the return ends, and {year} stands for {}. Exams are in the column of their own year.",
        names.in_words(year)
    );
    (!names.are_plain()).then_some(said)
}

/// Every year that any figure is followed in.
pub(crate) fn in_any_year(packs: &Packs) -> BTreeSet<i32> {
    let followed = packs.all().flat_map(|pack| &pack.indicators).flat_map(|of| &of.years);
    followed.map(|(year, _)| *year).collect()
}

/// The years that have a value, but one that is not comparable with the latest.
pub(crate) fn apart(of: &OfIndicator) -> Vec<String> {
    let apart = of.years.iter().filter(|(year, _)| is_apart(of, *year) && matches!(value(of, *year), Cell::Tenths(_)));
    apart.map(|(year, _)| year.to_string()).collect()
}

/// Whether a year is not comparable with the latest, which is what others are held against.
pub(crate) fn is_apart(of: &OfIndicator, year: i32) -> bool {
    let is_latest = of.years.last().is_none_or(|(latest, _)| *latest == year);
    !is_latest && of.footing(year) == Footing::Apart
}

/// What to know of the values of years.
pub(crate) fn notes(of: &OfIndicator) -> String {
    let notes: Vec<String> = of.year_notes.iter().map(|(year, note)| format!("{year}: {note}")).collect();
    notes.join("; ")
}

/// The value of a figure in a year.
pub(crate) fn value(of: &OfIndicator, year: i32) -> Cell {
    let of_year = of.years.iter().find(|(followed, _)| *followed == year);
    Cell::of_tenths(of_year.map_or(Printed::NotAvailable, |(_, value)| *value))
}

//! The change of every figure since the year before, and its trend over five years.

use super::cell::Cell;
use super::place;
use super::sheet::{Column, Sheet, Table};
use crate::pack::{Change, OfIndicator, Packs};

/// The worksheet of changes and trends.
pub(crate) fn sheet(packs: &Packs) -> Sheet {
    Sheet {
        name: "Changes",
        title: format!("Changes since the year before, and trends, {}", packs.about.when),
        about: vec![
            "It has a row for each area and indicator. A change is in points: the value less the value before."
                .to_owned(),
        ],
        is_of_figures: true,
        table: Table {
            name: "changes",
            columns: place::and_indicator([
                Column::words("Which is better", 16),
                Column::numbers("Value", 9),
                Column::numbers("Year before", 10),
                Column::numbers("Value before", 10),
                Column::numbers("Change in points", 11),
                Column::words("Significance", 24),
                Column::words("Trend over five years", 24),
            ]),
            rows: place::rows(packs, |_, of| {
                let change = of.change.as_ref();
                let [year, before] = year_before(of);
                [
                    Cell::words(of.indicator.good.in_words()),
                    Cell::of_tenths(of.numbers.value),
                    year,
                    before,
                    Cell::of_value(change.map(|change| change.points)).or_hidden(of.is_change_hidden()),
                    Cell::words(change.map(Change::told_in_words).unwrap_or_default()).or_hidden(of.is_change_hidden()),
                    Cell::of_words(of.trend.as_deref()).or_hidden(of.is_trend_hidden()),
                ]
            }),
        },
    }
}

/// The year before and its value: that from which the change is, else as the years have it.
fn year_before(of: &OfIndicator) -> [Cell; 2] {
    let names = of.indicator.years;
    // A year alone is a number.
    let year = |year| if names.are_plain() { Cell::Year(year) } else { Cell::words(names.in_short(year)) };
    match (&of.change, of.years.iter().nth_back(1)) {
        (Some(change), _) => [year(change.from_year), Cell::Tenths(change.from)],
        (None, Some((before, value))) => [year(*before), Cell::of_tenths(*value)],
        (None, None) => [Cell::NOT_APPLICABLE; 2],
    }
}

//! Every figure by group of children, for the owner alone.

use super::cell::Cell;
use super::owner::OwnerTables;
use super::place;
use super::sheet::{Column, Sheet, Table};
use crate::breakdowns::Group;
use crate::pack::Packs;
use crate::rounding;
use crate::rounding::Tenths;
use crate::seeds::indicators::{IndicatorSeed, find};
use crate::wording::group::told;

/// The most groups of a dimension that have rows; `breakdowns.csv` has them all.
const MOST: usize = 12;

/// The worksheet of groups: a row for each that has a child in the denominator.
pub(crate) fn sheet(tables: &OwnerTables<'_>, packs: &Packs, indicators: &[IndicatorSeed]) -> Sheet {
    let dimensions = &tables.breakdowns.dimensions;
    let shown = tables.breakdowns.groups.iter().filter(|group| dimensions[group.dimension].groups.len() <= MOST);
    Sheet {
        name: "Groups",
        title: format!("Figures by sex, age and other groups of children, {}", packs.about.when),
        about: vec![
            "It has a row for each area, indicator and group that has a child in the denominator.".to_owned(),
            "The difference is from all other children of the place, in points; what can be told allows for the number of \
             groups."
                .to_owned(),
        ],
        is_of_figures: true,
        table: Table {
            name: "groups",
            columns: place::and_indicator([
                Column::words("Dimension", 24),
                Column::words("Group", 30),
                Column::numbers("Value", 9),
                Column::numbers("Lower 95% limit", 9),
                Column::numbers("Upper 95% limit", 9),
                Column::numbers("Numerator", 10),
                Column::numbers("Denominator", 12),
                Column::numbers("Difference", 10),
                Column::words("Told", 20),
            ]),
            rows: shown.filter_map(|group| cells(group, tables, packs, indicators)).collect(),
        },
    }
}

/// The cells of a group of a place that has a pack: a part of England that is one authority alone has none.
fn cells(group: &Group, tables: &OwnerTables<'_>, packs: &Packs, indicators: &[IndicatorSeed]) -> Option<Vec<Cell>> {
    let figure = &tables.compared.list.get(group.figure)?.figure;
    place::has_pack(packs, &figure.code).then_some(())?;
    let seed = find(indicators, figure.indicator)?;
    let dimension = &tables.breakdowns.dimensions[group.dimension];
    let Group { counts, compared, .. } = group;
    let interval = compared.interval.map(|interval| [interval.lower, interval.upper].map(Tenths::of));
    let is_higher = compared.difference.is_some_and(|difference| difference > 0.0);
    let count = |count: u64| Cell::Count(i64::try_from(count).unwrap_or(i64::MAX));
    Some(vec![
        Cell::words(&figure.name),
        Cell::words(&figure.code),
        Cell::words(figure.level.name()),
        Cell::words(format!("NI {}", seed.number)),
        Cell::words(&seed.short_title),
        Cell::words(&dimension.title),
        Cell::words(dimension.group(group.group)),
        Cell::of_value(rounding::value(seed.unit, counts.numerator, counts.denominator)),
        Cell::of_value(interval.map(|[lower, _]| lower)),
        Cell::of_value(interval.map(|[_, upper]| upper)),
        count(counts.numerator),
        count(counts.denominator),
        Cell::of_value(compared.difference.map(Tenths::of)),
        Cell::words(told(compared.more_than_chance, is_higher)),
    ])
}

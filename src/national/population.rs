//! The children behind the indicators, by year, and what was published of the care population of England.

use super::published::{Published, Within};
use super::{Population, PopulationRow};
use crate::level::Level;
use crate::pack::care_population::in_words;
use crate::printed::{Printed, PrintedTable};
use crate::seeds::indicators::IndicatorSeed;
use crate::timeframe::year_names::YearNames;
use crate::wording::counts::listed;
use crate::wording::number::ShownNumber;

/// Of a place.
pub(super) fn of(day: &Published<'_>, within: &Within<'_>) -> Population {
    let code = &within.pack.place.code;
    // Years of which nothing is known would only take up room.
    let is_known = |table: &&PrintedTable| {
        let mut own = table.figures.iter().filter(|figure| figure.code == *code);
        own.any(|figure| figure.numbers.denominator != Printed::NotAvailable)
    };
    let tables: Vec<&PrintedTable> = day.days.iter().rev().map(|day| day.table).filter(is_known).collect();
    let count = |table: &PrintedTable, seed: &IndicatorSeed| {
        let mut figures = table.figures.iter();
        let own =
            figures.find(|figure| figure.code == *code && figure.indicator == seed.number && figure.group.is_none());
        let denominator = own.map_or(Printed::NotAvailable, |own| own.numbers.denominator);
        ShownNumber::count(denominator)
    };
    let called = |table: &&PrintedTable| YearNames::of(&table.timeframe).in_short(table.timeframe.year());
    // Two indicators of the same children are one row.
    let is_first = |seed: &&IndicatorSeed| seed.same_children.is_none_or(|other| other > seed.number);
    let row = |seed: &IndicatorSeed| PopulationRow {
        indicators: format!(
            "NI {}",
            listed(&[Some(seed.number), seed.same_children].into_iter().flatten().collect::<Vec<_>>())
        ),
        children: seed.population.clone(),
        counts: tables.iter().map(|table| count(table, seed)).collect(),
    };
    let published =
        day.seeds.context.iter().filter(|seed| within.pack.level == Level::National && !seed.published.is_empty());
    Population {
        years: tables.iter().map(called).collect(),
        rows: day.seeds.indicators.iter().filter(is_first).map(row).collect(),
        published: published.map(|seed| (seed.title.clone(), seed.published.iter().map(in_words).collect())).collect(),
    }
}

//! The statement of quality: every measure of every authority, with its counts.

use super::measures::Measured;
use crate::figures::Figure;
use crate::indicators::needs;
use crate::level::Level;
use crate::quality::CleanReturns;
use crate::quality::ledger::TableLedger;
use crate::reconciliation::reconciled::{Reconciled, Reconciliation};
use crate::returns::held::Held;
use crate::returns::table::Table;
use crate::seeds::quality::{Measure, MeasureSeed};
use crate::setting::Setting;
use std::collections::BTreeMap;

/// The statement of one authority.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Statement {
    /// The authority's code.
    pub code: String,
    /// The authority's name.
    pub name: String,
    /// Each measure that bears on an authority, in the order of the seeds.
    pub measured: Vec<(Measure, Measured)>,
}

/// The statements of every authority with figures, in order of code.
pub(crate) fn statements(
    figures: &[Figure],
    reconciliation: &Reconciliation,
    held: &BTreeMap<&str, &Held>,
    setting: Setting<'_>,
) -> Vec<Statement> {
    let both: Vec<_> = figures.iter().zip(&reconciliation.list).collect();
    let local = both.iter().filter(|(figure, _)| figure.level == Level::LocalAuthority);
    let local: Vec<_> = local.copied().collect();
    let of_authority = |list: &[(&Figure, &Reconciled)]| {
        let (code, name) = (&list[0].0.code, &list[0].0.name);
        let held = held.get(code.as_str()).copied();
        let of_authorities =
            setting.seeds.quality.measures.iter().filter(|seed| seed.name != Measure::AuthoritiesMissing);
        let measured = of_authorities.map(|seed| (seed.name, measure(seed, list, held, setting)));
        Statement { code: code.clone(), name: name.clone(), measured: measured.collect() }
    };
    local.chunk_by(|one, other| one.0.code == other.0.code).map(of_authority).collect()
}

/// The tables of each authority, by its code.
pub(crate) fn held<'clean>(
    clean: &'clean CleanReturns,
    authorities: &'clean crate::seeds::authorities::Authorities,
) -> BTreeMap<&'clean str, &'clean Held> {
    let code = |authority| authorities.get(authority).code.as_str();
    clean.authorities.iter().map(|authority| (code(authority.authority), &authority.held)).collect()
}

/// One measure of an authority, over all of its indicators that the measure bears on.
fn measure(seed: &MeasureSeed, list: &[(&Figure, &Reconciled)], held: Option<&Held>, setting: Setting<'_>) -> Measured {
    match seed.name {
        Measure::TablesMissing => tables_missing(held, setting),
        Measure::CoverTooShort => {
            let count = list.iter().filter(|(figure, _)| figure.cover_too_short).count();
            Measured { count: count as u64, of: list.len() as u64 }
        }
        Measure::DaysWithoutEvents => {
            // The same for every indicator that is available.
            let silent = list.iter().map(|(_, reconciled)| reconciled.silent);
            let (count, of) = silent.max_by_key(|(_, days)| *days).unwrap_or_default();
            Measured { count, of }
        }
        name => {
            let borne_on = list.iter().filter(|(figure, _)| seed.bears_on(figure.indicator));
            let tallies = borne_on.filter_map(|(_, reconciled)| reconciled.children.as_ref());
            // Indicators share children: the one it affects most counts.
            let of_children = tallies.filter_map(|children| Measured::of_children(name, children));
            let heaviest = of_children.max_by(|one, other| one.share_against(*other));
            heaviest.unwrap_or_else(|| Measured::of_rows(name, &rows_of_all(list)))
        }
    }
}

/// The rows of each table, once, however many indicators need it.
fn rows_of_all(list: &[(&Figure, &Reconciled)]) -> Vec<(Table, TableLedger)> {
    let mut tables = BTreeMap::new();
    for (table, rows) in list.iter().flat_map(|(_, reconciled)| &reconciled.rows) {
        tables.entry(*table).or_insert_with(|| rows.clone());
    }
    tables.into_iter().collect()
}

/// Tables that some indicator needs and the current return lacks; for decisions and results, every return.
fn tables_missing(held: Option<&Held>, Setting { timeframe, seeds, .. }: Setting<'_>) -> Measured {
    let mut needed: Vec<Table> = seeds.indicators.iter().flat_map(|seed| needs(seed.number)).copied().collect();
    needed.sort();
    needed.dedup();
    let there = |table: &&Table| match (held, table) {
        (None, _) => false,
        (Some(held), table) if table.of_any_return() => held.has_in_any_year(**table),
        (Some(held), _) => held.has(timeframe.current_year(), **table),
    };
    let found = needed.iter().filter(there).count() as u64;
    Measured { count: needed.len() as u64 - found, of: needed.len() as u64 }
}

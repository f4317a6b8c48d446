//! What must always hold, whatever the tables: the pair passes every check, and every number is the printed one.

use super::found;
use super::pair::Pair;
use super::tables::{Place, odd_names, pair, places, table};
use proptest::prelude::*;
use proptest::sample::Index;
use proptest::test_runner::Config;
use stocktake::day::Day;
use stocktake::level::Level;
use stocktake::printed::{Numbers, Printed, PrintedFigure, PrintedTable};
use stocktake::seeds::Seeds;
use stocktake::seeds::authorities::Authorities;
use stocktake::timeframe::{Basis, Timeframe};
use stocktake::unit::Unit;

/// What a figure may be: a number of any size, limits below nought, any symbol.
fn printed() -> impl Strategy<Value = Printed> {
    prop_oneof![
        6 => (-50i64..200_000).prop_map(Printed::Number),
        1 => Just(Printed::Confidential),
        1 => Just(Printed::NotApplicable),
        1 => Just(Printed::NotAvailable),
        1 => Just(Printed::RoundsToNought),
    ]
}

fn numbers() -> impl Strategy<Value = Option<Numbers>> {
    let five = (printed(), printed(), printed(), printed(), printed());
    let numbers = five.prop_map(|(numerator, denominator, value, lower, upper)| Numbers {
        numerator,
        denominator,
        value,
        lower,
        upper,
    });
    prop::option::weighted(0.9, numbers)
}

/// Tables of one day in years going back, each with some of the places there are.
#[derive(Debug, Clone)]
struct Tables {
    quarter: (u32, u32),
    basis: Basis,
    years: Vec<(i32, Vec<Index>)>,
    numbers: Vec<Option<Numbers>>,
    are_odd: bool,
}

fn tables() -> impl Strategy<Value = Tables> {
    let year = prop::collection::vec(any::<Index>(), 1..8);
    (
        prop::sample::select(&[(3, 31), (6, 30), (9, 30), (12, 31)]),
        prop::sample::select(&[Basis::Rolling, Basis::YearToDate]),
        prop::collection::btree_map(2000..2030, year, 1..5),
        prop::collection::vec(numbers(), 1..60),
        any::<bool>(),
    )
        .prop_map(|(quarter, basis, years, numbers, are_odd)| Tables {
            quarter,
            basis,
            years: years.into_iter().rev().collect(),
            numbers,
            are_odd,
        })
}

impl Tables {
    fn authorities(&self) -> Authorities {
        if self.are_odd { odd_names() } else { Seeds::built_in().unwrap().authorities }
    }

    fn printed(&self, authorities: &Authorities) -> Vec<PrintedTable> {
        let of_year = |(year, chosen): &(i32, Vec<Index>)| {
            let as_at = Day::from_ymd(*year, self.quarter.0, self.quarter.1).unwrap();
            let all = places(authorities, as_at, |_| true);
            let mut chosen: Vec<usize> = chosen.iter().map(|index| index.index(all.len())).collect();
            chosen.sort_unstable();
            chosen.dedup();
            let places: Vec<Place> = chosen.into_iter().map(|at| all[at].clone()).collect();
            let year = usize::try_from(*year).unwrap();
            table(Timeframe::new(as_at, self.basis).unwrap(), &places, |at, seed| {
                self.numbers[(year * 7 + at * 11 + usize::from(seed.number)) % self.numbers.len()]
            })
        };
        self.years.iter().map(of_year).collect()
    }
}

/// The row of a figure of a year.
fn row<'pair>(pair: &'pair Pair, year: &str, figure: &PrintedFigure) -> &'pair Vec<String> {
    let of_level = |row: &Vec<String>| match figure.level {
        Level::National | Level::PartOfNational => true,
        Level::Regional | Level::PartOfRegional => pair.data.cell(row, "region_code") == figure.code,
        Level::LocalAuthority => pair.data.cell(row, "old_la_code") == figure.code,
    };
    let is_it = |row: &&Vec<String>| {
        pair.data.cell(row, "time_period") == year
            && pair.data.cell(row, "geographic_level") == figure.level.name()
            && of_level(row)
    };
    pair.data.rows.iter().find(is_it).unwrap()
}

/// What a cell says, a number in tenths where it has a decimal.
fn said(cell: &str) -> Printed {
    match cell {
        "c" => Printed::Confidential,
        "z" => Printed::NotApplicable,
        "x" => Printed::NotAvailable,
        "k" => Printed::RoundsToNought,
        _ => Printed::Number(cell.replace('.', "").parse().unwrap()),
    }
}

proptest! {
    #![proptest_config(Config { cases: 64, failure_persistence: None, ..Config::default() })]

    #[test]
    fn a_written_pair_passes_every_check_and_has_the_printed_numbers(made in tables()) {
        let authorities = made.authorities();
        let tables = made.printed(&authorities);
        let pair = pair(&tables.iter().collect::<Vec<_>>(), &authorities);
        if pair.data.rows.is_empty() {
            return Ok(());
        }
        prop_assert_eq!(found(&pair), Vec::<String>::new());
        let mut of_tables = 0;
        for table in &tables {
            let year = table.timeframe.as_at.ymd().0.to_string();
            for figure in &table.figures {
                let row = row(&pair, &year, figure);
                let cell = |ending: &str| said(pair.data.cell(row, &format!("ni_{}_{ending}", figure.indicator)));
                let value = if figure.unit == Unit::Score { "score_average" } else { "percent" };
                let numbers = figure.numbers;
                prop_assert_eq!(cell("denominator_count"), numbers.denominator);
                prop_assert_eq!(cell(value), numbers.value);
                prop_assert_eq!(cell(&format!("{value}_lower")), numbers.lower);
                prop_assert_eq!(cell(&format!("{value}_upper")), numbers.upper);
                of_tables += 4;
                if figure.unit == Unit::Percent {
                    prop_assert_eq!(cell("numerator_count"), numbers.numerator);
                    of_tables += 1;
                }
            }
        }
        // And no number that is not printed: what else there is are symbols.
        let columns = pair.columns_of_type("Indicator");
        let shown = columns.iter().flat_map(|column| pair.data.column(column)).filter(|cell| !["x", "z"].contains(cell));
        prop_assert!(shown.count() <= of_tables);
    }
}

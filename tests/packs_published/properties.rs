//! Of random small countries: what is made of the printed tables has nothing of a figure that is hidden in them.

use super::country::{Children, INDICATORS, Year, compared, packs, printed, profile, protected, seeds};
use proptest::prelude::*;
use std::collections::BTreeSet;
use stocktake::benchmark::significance::Significance;
use stocktake::charts::chart::Chart;
use stocktake::charts::of_run::RunCharts;
use stocktake::level::Level;
use stocktake::pack::{Beside, OfIndicator, Pack};
use stocktake::printed::Printed;
use stocktake::unit::Unit;
use stocktake::wording::number::ShownNumber;

fn year(regions: Vec<usize>) -> impl Strategy<Value = Year> {
    let children = || prop_oneof![[0u64..8, 0u64..8], [0u64..60, 0u64..60], [0u64..4, 20u64..200],];
    regions.into_iter().map(|many| prop::collection::vec(children(), many)).collect::<Vec<_>>()
}

fn years() -> impl Strategy<Value = [Year; 2]> {
    prop::collection::vec(1usize..=3, 1..=2).prop_flat_map(|regions| [year(regions.clone()), year(regions)])
}

/// The numbers in a text, but for those that everybody knows: years, targets, England's figure, and what indicators are
/// called.
fn numbers(text: &str, known: &BTreeSet<String>) -> Vec<String> {
    let number = |word: &&str| word.chars().any(|letter| letter.is_ascii_digit());
    let words = text.split(|letter: char| !letter.is_ascii_digit() && letter != '.' && letter != ',');
    let trimmed = words.map(|word| word.trim_matches(['.', ','])).filter(number);
    trimmed.map(str::to_owned).filter(|word| !known.contains(word)).collect()
}

/// What may stand in the words of a hidden figure.
fn known(of: &OfIndicator) -> BTreeSet<String> {
    let mut known: BTreeSet<String> = (2006..=2011).map(|year| year.to_string()).collect();
    known.extend(of.england.iter().map(|england| ShownNumber::value(england.value, Unit::Score).text));
    known.extend(of.targets.iter().map(|target| target.value.clone()));
    // Level 4 at Key Stage 2.
    known.extend(["2", "4"].map(str::to_owned));
    known
}

/// Nothing is told of a hidden figure of a pack, but what its row of the table prints.
fn tells_nothing(pack: &Pack, of: &OfIndicator) {
    let place = (&pack.place.name, of.indicator.number);
    let told = |beside: &Option<Beside>| beside.as_ref().and_then(|beside| beside.significance) as Option<Significance>;
    assert_eq!([&of.england, &of.region, &of.neighbours].map(told), [None; 3], "{place:?}");
    assert_eq!((&of.change, &of.trend, &of.rank, &of.quarter), (&None, &None, &None, &None), "{place:?}");
    for target in &of.targets {
        assert_eq!(
            (target.met, target.significance, target.above, target.children),
            (None, None, None, None),
            "{place:?}"
        );
    }
    let known = known(of);
    let in_words =
        of.words.iter().chain([&of.counted, &of.note]).chain(of.targets.iter().map(|target| &target.in_words));
    for words in in_words {
        assert_eq!(numbers(words, &known), Vec::<String>::new(), "{place:?}: {words}");
    }
}

fn is_hidden(value: Printed) -> bool {
    value == Printed::Confidential
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]
    #[test]
    fn a_hidden_figure_is_hidden_in_all_that_is_made_of_the_tables(
        years in years(),
        name in prop::sample::select(vec!["sfr-2011", "both-sides", "dfe-2024", "round-5"]),
    ) {
        let (seeds, profile) = (seeds(&years[0]), profile(name));
        let protected = protected(&years, &seeds, &profile);
        let [now, before] = [printed(&protected[0]), printed(&protected[1])];
        let compared = compared(&protected, &seeds);
        for pack in packs(&compared, &seeds, &profile) {
            for of in &pack.indicators {
                let key = (pack.place.code.as_str(), of.indicator.number);
                let figure = now[&key];
                prop_assert_eq!(of.numbers, figure.numbers);
                let value = |year: i32| of.years.iter().find(|(of_year, _)| *of_year == year).unwrap().1;
                prop_assert_eq!(is_hidden(value(2011)), is_hidden(figure.numbers.value));
                let then = before[&key];
                prop_assert_eq!(is_hidden(value(2010)), is_hidden(then.numbers.value));
                if is_hidden(then.numbers.value) {
                    prop_assert_eq!(&of.change, &None);
                }
                if is_hidden(figure.numbers.value) {
                    tells_nothing(&pack, of);
                }
                // What a place is set beside is what is printed of the whole, and never what others published of it.
                for (beside, code) in [
                    (&of.england, stocktake::seeds::authorities::ENGLAND_CODE.to_owned()),
                    (&of.region, pack.region.as_ref().map(|region| region.code.clone()).unwrap_or_default()),
                ] {
                    let Some(beside) = beside else { continue };
                    if is_hidden(now[&(code.as_str(), key.1)].numbers.value) {
                        let is_before = beside.of_year.is_some_and(|year| year < 2011);
                        prop_assert!(is_before != is_hidden(beside.value), "{:?}", beside);
                        let was_hidden = is_hidden(before[&(code.as_str(), key.1)].numbers.value);
                        prop_assert!(!(is_before && was_hidden), "{:?}", beside);
                    }
                }
            }
        }
    }

    #[test]
    fn no_chart_has_a_place_for_a_hidden_figure(
        years in years(),
        name in prop::sample::select(vec!["sfr-2011", "both-sides", "dfe-2024", "round-5"]),
    ) {
        let (seeds, profile) = (seeds(&years[0]), profile(name));
        let protected = protected(&years, &seeds, &profile);
        let now = printed(&protected[0]);
        let compared = compared(&protected, &seeds);
        let charts = RunCharts::new(&compared, &seeds);
        let hidden = |code: &str, number: u16| is_hidden(now[&(code, number)].numbers.value);
        for all in charts.caterpillars().iter().filter(|all| INDICATORS.contains(&all.indicator.number)) {
            let number = all.indicator.number;
            prop_assert!(all.in_order().iter().all(|of| !hidden(&of.place.code, number)));
            let mut names = all.hidden.clone();
            names.sort();
            prop_assert_eq!(&names, &all.hidden, "in no order but that of names");
            let many = now.values().filter(|figure| {
                figure.level == Level::LocalAuthority && figure.indicator == number && is_hidden(figure.numbers.value)
            });
            prop_assert_eq!(many.count(), all.hidden.len());
        }
        for all in charts.funnels().iter().filter(|all| INDICATORS.contains(&all.indicator.number)) {
            prop_assert!(all.points.iter().all(|point| !hidden(&point.place.code, all.indicator.number)));
        }
        let code = |name: &str| now.values().find(|figure| figure.name == name).map(|figure| figure.code.clone());
        for table in charts.heat_table().iter().map(Chart::table) {
            for row in &table.rows {
                let Some(code) = code(&row[0]) else { continue };
                for (column, cell) in table.columns.iter().zip(row) {
                    let number = INDICATORS.iter().find(|number| column.contains(&number.to_string()));
                    if number.is_some_and(|number| hidden(&code, *number)) {
                        prop_assert_eq!(numbers(cell, &BTreeSet::new()), Vec::<String>::new(), "{}: {}", column, cell);
                        prop_assert!(cell.is_empty() || cell == "[c] confidential", "{}: {}", column, cell);
                    }
                }
            }
        }
        for figures in compared.by_place() {
            let code = &figures[0].figure.printed.code;
            for bars in charts.target_bars(figures).iter() {
                for row in bars.table().rows {
                    let number = INDICATORS.iter().find(|number| row[0].starts_with(&format!("NI {number},")));
                    if number.is_some_and(|number| hidden(code, *number)) {
                        // Value, children and limits: none of them is a number.
                        let digits = row[1..5].iter().any(|cell| cell.contains(|letter: char| letter.is_ascii_digit()));
                        prop_assert!(!digits, "{:?}", row);
                    }
                }
            }
        }
    }
}

/// The children of one authority are few, so that the tests above are of something.
#[test]
fn small_countries_have_something_to_hide() {
    let few: Children = [2, 30];
    let years: [Year; 2] = [vec![vec![few, [30, 40], [9, 90]]], vec![vec![few, [30, 40], [9, 90]]]];
    let (seeds, profile) = (seeds(&years[0]), profile("sfr-2011"));
    let protected = protected(&years, &seeds, &profile);
    let hidden = protected[0].table().figures.iter().filter(|figure| is_hidden(figure.numbers.value)).count();
    assert!((2..8).contains(&hidden), "{hidden}");
}

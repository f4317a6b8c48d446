//! A clean return damaged in any way that leaves a trace: the true figure lies within the range, or the figure is not
//! usable.

mod damages;

use crate::folder::{rows, said, stocktake};
use damages::Tables;
use proptest::prelude::*;
use proptest::test_runner::{Config, RngSeed};
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::OnceLock;

/// The made-up authority, and the day of the figures.
const AUTHORITY: &str = "992";
const AS_AT: &str = "2011-03-31";

/// A test run tries the same 64 damages each time; STOCKTAKE_DAMAGES=2000 tries so many others, as chance has them.
fn config() -> Config {
    let asked = std::env::var("STOCKTAKE_DAMAGES").ok().and_then(|cases| cases.parse().ok());
    let rng_seed = if asked.is_some() { RngSeed::Random } else { RngSeed::Fixed(14) };
    Config { cases: asked.unwrap_or(64), rng_seed, failure_persistence: None, ..Config::default() }
}

/// What a run says of one indicator.
#[derive(Debug, Clone)]
struct Told {
    value: Option<f64>,
    range: Option<(f64, f64)>,
    is_usable: bool,
    row: BTreeMap<String, String>,
}

/// The returns without a fault, and their figures.
struct Clean {
    authorities: String,
    tables: Tables,
    figures: BTreeMap<u16, Told>,
}

/// Made up once: what the program makes up, without the rows and children in which cleaning finds something.
fn clean() -> &'static Clean {
    static CLEAN: OnceLock<Clean> = OnceLock::new();
    CLEAN.get_or_init(|| {
        let folder = tempfile::tempdir().unwrap();
        let synth = ["synth", "--layout", "folders", "--seed", "5", "--out", "made", "--quiet"];
        said(stocktake(folder.path()).args(synth), 0);
        let authorities = std::fs::read_to_string(folder.path().join("made/authorities.csv")).unwrap();
        let mut tables = Tables::read(&folder.path().join("made"), AUTHORITY);
        let found = figures(&authorities, &tables, true).unwrap().1;
        let faulty = found.iter().map(|row| (row["file"].clone(), row["line"].parse::<usize>().unwrap()));
        tables.remove_lines(faulty);
        tables.remove_children(&found.iter().map(|row| row["child"].clone()).collect());
        let (figures, found) = figures(&authorities, &tables, true).unwrap();
        assert!(found.is_empty(), "{found:?}");
        Clean { authorities, tables, figures }
    })
}

type Found = Vec<BTreeMap<String, String>>;

/// The figures of returns, and what cleaning found; none where the run refuses them.
fn figures(authorities: &str, tables: &Tables, must: bool) -> Option<(BTreeMap<u16, Told>, Found)> {
    let folder = tempfile::tempdir().unwrap();
    tables.write(&folder.path().join("returns"));
    std::fs::write(folder.path().join("authorities.csv"), authorities).unwrap();
    let arguments = ["--authorities", "authorities.csv", "--authority", AUTHORITY, "--as-at", AS_AT, "--no-charts"];
    let mut command = stocktake(folder.path());
    command.args(["run", "returns", "--out", "report", "--disclosure", "none", "--years", "1"]).args(arguments);
    if must {
        said(&mut command, 0);
    } else if command.output().unwrap().status.code() == Some(2) {
        return None;
    }
    let restricted = folder.path().join("report/restricted");
    let of_authority = rows(&restricted.join("indicators.csv")).into_iter().filter(|row| row["code"] == AUTHORITY);
    let told = of_authority.map(|row| {
        let number = |column: &str| row[column].parse::<f64>().ok();
        let told = Told {
            value: number("value"),
            range: number("data_low").zip(number("data_high")),
            is_usable: row["verdict"] != "not usable",
            row: row.clone(),
        };
        (row["indicator"].parse().unwrap(), told)
    });
    Some((told.collect(), found(&restricted)))
}

fn found(restricted: &Path) -> Found {
    rows(&restricted.join("cleaning.csv"))
}

#[test]
fn a_clean_return_has_no_doubt_but_what_the_definitions_leave_open() {
    for (indicator, told) in &clean().figures {
        let causes = &told.row["doubt_causes"];
        let left_open = causes
            .split(';')
            .filter(|cause| !cause.is_empty())
            .all(|cause| cause.starts_with("no_row:") || cause.starts_with("earlier_not_seen:"));
        assert!(left_open, "NI {indicator}: {causes}");
    }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn the_true_figure_lies_within_the_range_or_the_figure_is_not_usable(damage in damages::damage()) {
        let clean = clean();
        let mut tables = clean.tables.clone();
        damage.done_to(&mut tables);
        // A run that refuses the returns gives no figure.
        let Some((figures, found)) = figures(&clean.authorities, &tables, false) else { return Ok(()) };
        for (indicator, told) in figures.iter().filter(|(indicator, _)| damage.bears_on(**indicator)) {
            let Some(truth) = clean.figures[indicator].value.filter(|_| told.is_usable) else { continue };
            let within = told.range.is_some_and(|(low, high)| (low..=high).contains(&truth));
            prop_assert!(
                within,
                "NI {indicator} is {:?}, from {:?}, and truly {truth}; {:?}; {} lines found, such as {:?}",
                told.value, told.range, told.row["doubt_causes"], found.len(), found.first()
            );
        }
    }
}

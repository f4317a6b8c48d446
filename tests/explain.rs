//! `stocktake explain`, as a person runs it, and against the tables of `stocktake run`.

mod by_hand;
mod groups;

use crate::folder::{copy, data, in_one_line, rows, said, stocktake};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use stocktake::indicators::outcome::{Decision, Reason};
use stocktake::indicators::witness::Witness;
use stocktake::indicators::{ALL, questions};
use stocktake::progress::Progress;
use stocktake::quality::clean;
use stocktake::returns::files::find;
use stocktake::returns::place::Place;
use stocktake::returns::read;
use stocktake::returns::written::Kept;
use stocktake::run::Measured;
use stocktake::seeds::Seeds;
use stocktake::seeds::authorities::Authorities;
use stocktake::seeds::policies::Policies;
use stocktake::setting::Setting;
use stocktake::timeframe::{Basis, Timeframe, read_as_at};

type Row = BTreeMap<String, String>;

/// The rows of children.csv for the project's own returns on a day.
fn children_of_run(folder: &Path, as_at: &str) -> Vec<Row> {
    let arguments = ["--as-at", as_at, "--out", "r", "--no-charts", "--quiet"];
    said(stocktake(folder).arg("run").arg(data()).args(arguments), 0);
    rows(&folder.join("r/restricted/children.csv"))
}

/// What explain says of the project's own returns at 31 March 2011.
fn explained(arguments: &[&str]) -> String {
    let folder = tempfile::tempdir().unwrap();
    let command = ["--as-at", "2011-03-31"];
    said(stocktake(folder.path()).arg("explain").arg(data()).args(command).args(arguments), 0).0
}

/// The returns of one authority are about it and the day that they cover; of several, one must be named.
#[test]
fn the_only_authority_and_the_last_day_are_taken_and_said() {
    let folder = tempfile::tempdir().unwrap();
    let place = folder.path().join("one/2010/993-thornmere");
    fs::create_dir_all(&place).unwrap();
    copy(&data().join("2010/993-thornmere"), &place);
    fs::copy(data().join("authorities.csv"), folder.path().join("one/authorities.csv")).unwrap();
    let (out, error) = said(stocktake(folder.path()).args(["explain", "one"]), 0);
    assert!(out.contains("Thornmere (993) at 31 March 2010"), "{out}");
    assert!(error.contains("no authority was given: Thornmere (993) is the only one of the returns"), "{error}");
    assert!(
        error.contains("no day was asked for: 31 March 2010 is the last month end that the returns cover"),
        "{error}"
    );
    let given = ["explain", "one", "--as-at", "2010-03-31", "--authority", "993"];
    let (same, error) = said(stocktake(folder.path()).args(given), 0);
    assert_eq!(same, out);
    assert!(!error.contains("was given") && !error.contains("no day"), "{error}");
    let (_, error) = said(stocktake(folder.path()).arg("explain").arg(data()), 2);
    assert!(
        error.contains("no authority was given, and the returns are of 6: Ashwater (991), Brindlecombe"),
        "{error}"
    );
}

/// Authority, indicator and child, as children.csv has them.
type Key = [String; 3];

fn key(row: &Row) -> Key {
    ["la_code", "indicator", "child"].map(|column| row[column].clone())
}

/// Whether the row is there for a doubt alone, of a child who is not considered and could be.
fn is_for_doubt_alone(row: &Row) -> bool {
    row["in_denominator"] == "0" && row["reason"].is_empty()
}

#[test]
fn every_child_is_answered_as_the_run_answers() {
    let folder = tempfile::tempdir().unwrap();
    for as_at in ["2011-03-31", "2010-12-31"] {
        let run: BTreeMap<Key, Row> =
            children_of_run(folder.path(), as_at).into_iter().map(|row| (key(&row), row)).collect();
        let mut seeds = Seeds::built_in().unwrap();
        seeds.authorities = Authorities::from_file(&data().join("authorities.csv")).unwrap();
        let policies = Policies::from_seeds(&seeds.policies).unwrap();
        let timeframe = Timeframe::new(read_as_at(as_at).unwrap(), Basis::Rolling).unwrap();
        let found = find(&[data()], Path::new("")).unwrap();
        let given = Place { authority: None, year: None };
        let clean = clean(read(&found, &seeds, given, Kept::ForIndicators, Progress::Quiet), &seeds, &policies);
        let setting = Setting { timeframe, seeds: &seeds, policies: &policies };
        let measured = Measured::on(setting, &clean, &[]).unwrap();
        let mut met = 0;
        for (histories, outcomes) in measured.histories.authorities.iter().zip(&measured.outcomes.authorities) {
            let code = &seeds.authorities.get(outcomes.authority).code;
            let questions = questions(histories, setting, &clean);
            for ((indicator, question), counted) in ALL.iter().zip(&questions).zip(&outcomes.indicators) {
                let (Ok(question), Ok(counted)) = (question, counted) else { continue };
                for child in 0..histories.children() {
                    let history = histories.child(child, timeframe.as_at);
                    let mut witness = Witness::listening();
                    let answer = indicator.decide(&history, question, &mut witness);
                    let row = run.get(&[code.clone(), indicator.number().to_string(), history.id.text(&clean.long)]);
                    let of_run = row.filter(|row| !is_for_doubt_alone(row));
                    assert_eq!(
                        answer.ok().map(|decision| cells(&decision, &clean.long)),
                        of_run.map(answer_of),
                        "{row:?}"
                    );
                    assert!(of_run.is_some() || row.is_none_or(|row| !row["doubt"].is_empty()), "{row:?}");
                    assert!(!witness.into_lines().is_empty());
                    met += usize::from(row.is_some());
                }
                let all = counted.decisions.len() + counted.outside.total() as usize;
                assert_eq!(all, histories.children(), "every child is considered or outside");
            }
        }
        assert_eq!(met, run.len(), "{as_at}");
    }
}

/// A decision as children.csv has it.
fn cells(decision: &Decision, long: &stocktake::code::LongTexts) -> [String; 5] {
    let side = |counts: bool| String::from(if counts { "1" } else { "0" });
    [
        side(decision.in_denominator()),
        side(decision.in_numerator()),
        decision.score().map(|score| score.to_string()).unwrap_or_default(),
        decision.reason().map_or("", Reason::name).to_owned(),
        decision.flags.text(long),
    ]
}

fn answer_of(row: &Row) -> [String; 5] {
    ["in_denominator", "in_numerator", "score", "reason", "flags"].map(|column| row[column].clone())
}

#[test]
fn a_child_of_every_answer_is_explained_with_it() {
    let folder = tempfile::tempdir().unwrap();
    let mut met = BTreeSet::new();
    for row in children_of_run(folder.path(), "2011-03-31") {
        let sides = [row["in_denominator"].as_str(), row["in_numerator"].as_str()];
        if !met.insert((
            row["indicator"].clone(),
            sides.map(str::to_owned),
            row["reason"].clone(),
            row["doubt"].clone(),
        )) {
            continue;
        }
        let text =
            explained(&["--authority", &row["la_code"], "--child", &row["child"], "--indicator", &row["indicator"]]);
        let (_, answer) = text.split_once(&format!("\nNI {}  ", row["indicator"])).unwrap();
        let answer = answer.split_whitespace().collect::<Vec<_>>().join(" ");
        let words = match (sides, row["score"].as_str()) {
            (["1", "1"], "") => "Counts in the numerator and in the denominator".to_owned(),
            (["1", "1"], score) => format!("Counts in the denominator, with the score {score} in the numerator"),
            (["1", "0"], _) => "Counts in the denominator and not in the numerator: ".to_owned(),
            _ if is_for_doubt_alone(&row) => "Not considered: ".to_owned(),
            _ => "on neither side: ".to_owned(),
        };
        assert!(answer.contains(&words), "{words}\n{answer}");
        assert!(row["reason"].is_empty() || answer.contains(&format!("({})", row["reason"])), "{answer}");
        for flag in row["flags"].split(';').filter(|flag| !flag.is_empty()) {
            assert!(answer.contains(flag), "{flag}\n{answer}");
        }
        assert_eq!(answer.contains("Doubtful: "), !row["doubt"].is_empty(), "{row:?}\n{answer}");
        for cause in row["doubt"].split(';').filter(|cause| !cause.is_empty()) {
            assert!(answer.contains(&format!("({cause}")), "{cause}\n{answer}");
        }
    }
    assert!(met.len() > 30);
}

#[test]
fn a_figure_comes_down_to_the_children_that_the_run_lists() {
    let folder = tempfile::tempdir().unwrap();
    let run = children_of_run(folder.path(), "2011-03-31");
    let figures = rows(&folder.path().join("r/restricted/indicators.csv"));
    for number in ["58", "61", "62", "63", "66", "99", "100", "101", "147", "148"] {
        let text = explained(&["--authority", "993", "--indicator", number, "--children"]);
        let figure = figures.iter().find(|row| row["code"] == "993" && row["indicator"] == number).unwrap();
        let of_run = |test: &dyn Fn(&Row) -> bool| -> BTreeSet<String> {
            let rows = run.iter().filter(|row| row["la_code"] == "993" && row["indicator"] == number && test(row));
            rows.map(|row| row["child"].clone()).collect()
        };
        let counts = |words: &str| {
            let line = text.lines().find(|line| line.ends_with(words)).unwrap_or_else(|| panic!("{words}\n{text}"));
            line.split_whitespace().find_map(|word| word.parse::<u64>().ok()).unwrap().to_string()
        };
        assert_eq!(counts("in the denominator"), figure["denominator"], "NI {number}");
        let numerator = if number == "58" { "the numerator" } else { "in the numerator" };
        assert_eq!(counts(numerator), figure["numerator"], "NI {number}");
        assert_eq!(counts("children.csv"), of_run(&|row| !is_for_doubt_alone(row)).len().to_string());
        assert_eq!(listed(&text, "Not considered"), of_run(&is_for_doubt_alone));
        assert_eq!(
            listed(&text, "In the numerator and").union(&listed(&text, "Scored")).cloned().collect::<BTreeSet<_>>(),
            of_run(&|row| row["in_numerator"] == "1")
        );
        assert_eq!(
            listed(&text, "In the denominator only"),
            of_run(&|row| row["in_denominator"] > row["in_numerator"])
        );
        let neither: BTreeSet<String> =
            listed(&text, "In neither").union(&listed(&text, "In the population only")).cloned().collect();
        assert_eq!(neither, of_run(&|row| row["in_denominator"] == "0" && !is_for_doubt_alone(row)));
    }
}

/// The ids under the headings that begin so.
fn listed(text: &str, heading: &str) -> BTreeSet<String> {
    let groups = text.split("\n\n").filter(|group| group.starts_with(heading));
    let ids = groups.flat_map(|group| group.lines().skip(1)).flat_map(str::split_whitespace);
    ids.map(|id| id.split('=').next().unwrap().to_owned()).collect()
}

#[test]
fn an_authority_a_figure_and_two_children_in_full() {
    let folder = tempfile::tempdir().unwrap();
    copy(&data(), &folder.path().join("data"));
    let explain = |arguments: &[&str]| {
        let command = ["explain", "data", "--as-at", "2011-03-31"];
        said(stocktake(folder.path()).args(command).args(arguments), 0).0
    };
    insta::assert_snapshot!("authority", explain(&["--authority", "Fenwold & Sands"]));
    insta::assert_snapshot!("figure", explain(&["--authority", "993", "--indicator", "61"]));
    let adopted = explain(&["--authority", "996", "--child", "45194547", "--svg", "child.svg"]);
    insta::assert_snapshot!("adopted-child", adopted);
    insta::assert_snapshot!("drawing", fs::read_to_string(folder.path().join("child.svg")).unwrap());
    insta::assert_snapshot!(
        "repaired-child",
        explain(&["--authority", "996", "--child", "90000117", "--indicator", "62"])
    );
}

#[test]
fn the_number_of_an_indicator_among_the_returns_is_told_from_a_path() {
    let folder = tempfile::tempdir().unwrap();
    let stopped = || in_one_line(&said(stocktake(folder.path()).args(["explain", "62"]), 2).1);
    let words = "62 is no file or folder of returns help: an indicator is named by an option: --indicator 62";
    assert!(stopped().contains(words), "{}", stopped());
    // A folder of that name is one of returns.
    fs::create_dir(folder.path().join("62")).unwrap();
    assert!(!stopped().contains(words), "{}", stopped());
}

#[test]
fn help_gives_examples() {
    let (out, _) = said(stocktake(Path::new(".")).args(["explain", "--help"]), 0);
    assert!(out.contains("--authority Thornmere --indicator 61") && out.contains("Exit codes"), "{out}");
}

#[test]
fn an_indicator_is_named_as_people_do() {
    let folder = tempfile::tempdir().unwrap();
    assert_eq!(
        explained(&["--authority", "993", "--indicator", "NI 62"]),
        explained(&["--authority", "993", "--indicator", "62"])
    );
    let (_, error) = said(stocktake(folder.path()).args(["indicators", "sixty"]), 2);
    assert!(error.contains("write the number of one of the ten: 58, 61, 62"), "{error}");
}

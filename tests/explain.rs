//! `stocktake explain`, as a person runs it, and against the tables of `stocktake run`.

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

/// Authority, indicator and child, as children.csv has them.
type Key = [String; 3];

fn key(row: &Row) -> Key {
    ["la_code", "indicator", "child"].map(|column| row[column].clone())
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
        let clean = clean(read(&found, &seeds, given, Kept::ForIndicators, Progress::Quiet));
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
                    assert_eq!(
                        answer.ok().map(|decision| cells(&decision, &clean.long)),
                        row.map(answer_of),
                        "{row:?}"
                    );
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
        if !met.insert((row["indicator"].clone(), sides.map(str::to_owned), row["reason"].clone())) {
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
            _ => "on neither side: ".to_owned(),
        };
        assert!(answer.contains(&words), "{words}\n{answer}");
        assert!(row["reason"].is_empty() || answer.contains(&format!("({})", row["reason"])), "{answer}");
        for flag in row["flags"].split(';').filter(|flag| !flag.is_empty()) {
            assert!(answer.contains(flag), "{flag}\n{answer}");
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
        assert_eq!(counts("children.csv"), of_run(&|_| true).len().to_string());
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
        assert_eq!(neither, of_run(&|row| row["in_denominator"] == "0"));
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

/// Tables of a return of Barnet for 2011, explained for a child and indicator.
fn of_barnet(tables: &[(&str, &str)], arguments: &[&str], code: i32) -> (String, String) {
    let folder = tempfile::tempdir().unwrap();
    let place = folder.path().join("302/2011");
    fs::create_dir_all(&place).unwrap();
    for (table, text) in tables {
        fs::write(place.join(format!("{table}.csv")), text).unwrap();
    }
    let command = ["explain", "302", "--as-at", "2011-03-31", "--authority", "Barnet"];
    said(stocktake(folder.path()).args(command).args(arguments), code)
}

const EPISODES: &str = "CHILD,DECOM,RNE,LS,PLACE,DEC,REC\n";

#[test]
fn the_day_itself_and_the_day_after() {
    for (placed, line) in [
        ("01/06/2010", "  yes  Placed within twelve months of the decision, that is by 1 June 2010: 1 June 2010\n"),
        ("02/06/2010", "  no   Placed within twelve months of the decision, that is by 1 June 2010: 2 June 2010\n"),
    ] {
        let episodes = format!("{EPISODES}A,01/01/2009,S,C2,U1,{placed},X1\nA,{placed},P,E1,A2,01/02/2011,E11\n");
        let ad1 = "CHILD,DATE_INT\nA,01/06/2009\n";
        let (text, _) = of_barnet(&[("episodes", &episodes), ("ad1", ad1)], &["--child", "A", "--indicator", "61"], 0);
        assert!(text.contains(line), "{text}");
    }
    for (moved, passed) in [("31/03/2009", "yes"), ("01/04/2009", "no ")] {
        let episodes = format!("{EPISODES}A,01/01/2008,S,C2,U1,{moved},X1\nA,{moved},P,C2,U4,,\n");
        let header = "CHILD,SEX,DOB,ETHNIC\nA,1,01/04/1995,WBRI\n";
        let (text, _) =
            of_barnet(&[("episodes", &episodes), ("header", header)], &["--child", "a", "--indicator", "63"], 0);
        let line =
            format!("  {passed}  In the current placement for two years, that is since 31 March 2009 at the latest");
        assert!(text.contains(&line) && text.contains("  yes  Aged under 16 on 31 March 2011: 15"), "{text}");
    }
    for (held, passed) in [("28/05/2010: on time", "yes"), ("29/05/2010: late", "no ")] {
        let (day, words) = held.split_once(": ").unwrap();
        let episodes = format!("{EPISODES}A,30/04/2010,S,C2,U1,,\n");
        let reviews = format!("CHILD,REVIEW\nA,{day}\nA,20/08/2010\nA,01/01/2011\n");
        let (text, _) =
            of_barnet(&[("episodes", &episodes), ("reviews", &reviews)], &["--child", "A", "--indicator", "66"], 0);
        let date = day.trim_start_matches('0').replace("/05/", " May ");
        assert!(text.contains(&format!("  {passed}  Review held {date}, due by 28 May 2010: {words}\n")), "{text}");
    }
}

#[test]
fn every_row_of_the_child_is_shown_with_its_fate() {
    let episodes = format!(
        "{EPISODES}A,01/04/2010,S,V3,U1,08/04/2010,X1\nA,01/05/2010,S,C2,U1,,\nA,01/05/2010,S,C2,U1,01/07/2010,X1\nA,x,P,C2,U1,,\n\
         A,01/07/2010,P,C2,T1,09/07/2010,X1\nA,09/07/2010,P,C2,U1,,\nA,02/04/2011,P,C2,U1,,\n"
    );
    let (text, _) = of_barnet(&[("episodes", &episodes)], &["--child", "A", "--indicator", "62"], 0);
    for words in [
        "    5     X           P    C2  U1\n",
        "    DECOM x: row rejected (step a, date_unreadable)\n",
        "    DECOM 01/05/2010: row set aside (step b, duplicate_in_return)\n",
        "302/2011/episodes.csv, line 2  left out: a short break\n",
        "302/2011/episodes.csv, line 6  temporary stay\n",
        "302/2011/episodes.csv, line 8  left out: starts after the day\n",
        "Born: no table tells when\n",
        "placements that overlap 1 April 2010 to 31 March 2011: 1 (from 01/05/2010)\n",
    ] {
        assert!(text.contains(words), "{words}\n{text}");
    }
}

#[test]
fn a_child_without_episodes_is_explained_all_the_same() {
    let tables = [
        ("episodes", &*format!("{EPISODES}A,01/01/2009,S,C2,U1,,\n")),
        ("header", "CHILD,SEX,DOB,ETHNIC\n\"B,1\",1,01/04/1995,WBRI\n"),
    ];
    let folder = tempfile::tempdir().unwrap();
    let svg = folder.path().join("b.svg").display().to_string();
    let (text, _) = of_barnet(&tables, &["--child", "b,1", "--svg", &svg], 0);
    assert!(text.starts_with("Child B,1\n"), "{text}");
    for words in [
        "nothing that an indicator looks at",
        "  no   Looked after on 31 March 2011: no period of care is known\n",
        "No answer: there is no figure, no oc2 in the return for 2011.",
    ] {
        assert!(text.contains(words), "{words}\n{text}");
    }
    let drawing = fs::read_to_string(&svg).unwrap();
    assert!(drawing.contains("<title id=\"title\">Child B,1, Barnet (302)</title>"), "{drawing}");
    let (text, _) = of_barnet(&tables, &["--indicator", "62"], 0);
    assert!(text.contains("        2  children in the returns of Barnet (302)\n"), "{text}");
}

#[test]
fn what_cannot_be_explained_says_why_and_what_to_do() {
    let episodes =
        format!("{EPISODES}1001,01/01/2009,S,C2,U1,,\n1002,01/01/2009,S,C2,U1,,\n2001,01/01/2009,S,C2,U1,,\n");
    let tables = [("episodes", episodes.as_str())];
    for (arguments, words) in [
        (vec!["--child", "1003"], "has a child '1003'; similar ids are 10…, 10…, 20…"),
        (vec!["--child", "1003", "--children"], "has a child '1003'; similar ids are 1001, 1002, 2001"),
        (vec!["--indicator", "60"], "NI 60 is not one of the ten indicators"),
        (vec!["--svg", "a.svg"], "--child <ID>"),
        (vec!["--child", "1001", "--svg", "no/such/folder.svg"], "cannot be written ╰─▶ the path does not exist"),
    ] {
        let (_, error) = of_barnet(&tables, &arguments, 2);
        let unwrapped = in_one_line(&error);
        assert!(unwrapped.contains(words), "{words}\n{error}");
    }
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir_all(folder.path().join("all/820/2009")).unwrap();
    fs::write(folder.path().join("all/820/2009/episodes.csv"), &episodes).unwrap();
    for (authority, words) in [
        ("Barnet", "hold nothing of Barnet (302), only of Bedfordshire (820)"),
        ("820", "Bedfordshire (820) does not exist on 31 March 2011"),
        ("Atlantis", "not on the list of authorities"),
    ] {
        let command = ["explain", "all", "--as-at", "2011-03-31", "--authority", authority];
        let (_, error) = said(stocktake(folder.path()).args(command), 2);
        let unwrapped = in_one_line(&error);
        assert!(unwrapped.contains(words), "{words}\n{error}");
    }
}

#[test]
fn rows_that_do_not_tell_their_authority_are_its_own_unless_others_are_told() {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("extract")).unwrap();
    fs::write(folder.path().join("extract/episodes.csv"), format!("{EPISODES}A,01/01/2009,S,C2,U1,,\n")).unwrap();
    let command = ["explain", "extract", "--year", "2011", "--as-at", "2011-03-31", "--authority", "302"];
    let (text, said_beside) = said(stocktake(folder.path()).args(command), 0);
    assert!(text.contains("1 child in its returns"), "{text}");
    assert!(said_beside.contains("as in a run with --authority"), "{said_beside}");
    let collated = "LA,CHILD,DECOM,RNE,LS,PLACE,DEC,REC\n302,A,01/01/2009,S,C2,U1,,\n301,B,01/01/2009,S,C2,U1,,\n,C,01/01/2009,S,C2,U1,,\n";
    fs::write(folder.path().join("extract/episodes.csv"), collated).unwrap();
    let (text, said_beside) = said(stocktake(folder.path()).args(command), 0);
    assert!(text.contains("1 child in its returns"), "{text}");
    assert_eq!(said_beside, "");
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

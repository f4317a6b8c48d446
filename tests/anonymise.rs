//! `stocktake anonymise`, as a person runs it, and the figures of a copy against those of the returns.

mod files;
mod nothing_through;
mod strays;

use crate::folder::{copy, data, in_one_line, rows, said, stocktake, tree};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use stocktake::anonymise::key::Key;

const KEY: &str = "bc5a4f7e01d28396c4b7a90e5f138d62";

/// A fresh folder with a key.
fn fresh() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("key"), KEY).unwrap();
    folder
}

fn put(folder: &Path, name: &str, text: impl AsRef<[u8]>) {
    let place = folder.join(name);
    fs::create_dir_all(place.parent().unwrap()).unwrap();
    fs::write(place, text).unwrap();
}

/// Copies `returns` to `copy`; what was said on standard output and standard error.
fn anonymise(folder: &Path, arguments: &[&str], code: i32) -> (String, String) {
    said(stocktake(folder).args(["anonymise", "returns", "copy", "--key", "key"]).args(arguments), code)
}

/// The id that stands for a child's in the copy.
fn id(folder: &Path, child: &str) -> String {
    Key::read(&folder.join("key")).unwrap().id(child)
}

/// The project's own returns as an authority has them before they are anonymised: dates of birth anywhere in their
/// month, full postcodes, UPNs.
fn exact(returns: &Path) {
    copy(&data(), returns);
    let mut births = BTreeSet::new();
    for (name, bytes) in tree(returns).iter().filter(|(name, _)| name.ends_with(".csv") && *name != "authorities.csv") {
        let mut reader = csv::ReaderBuilder::new().flexible(true).from_reader(bytes.as_slice());
        let heading = reader.headers().unwrap().clone();
        let mut writer = csv::WriterBuilder::new().flexible(true).from_writer(Vec::new());
        writer.write_record(&heading).unwrap();
        let heading: Vec<String> =
            heading.iter().map(|column| column.trim_matches(['\u{feff}', ' ']).to_uppercase()).collect();
        for row in reader.records().map(Result::unwrap) {
            let child: u32 = row[heading.iter().position(|column| column == "CHILD").unwrap()].parse().unwrap_or(7);
            let cells = heading.iter().zip(&row).map(|(column, cell)| match column.as_str() {
                "DOB" | "MC_DOB" => {
                    let birth = in_its_month(cell, child % 28 + 1);
                    births.insert(birth.clone());
                    birth
                }
                "HOME_POST" | "PL_POST" if !cell.is_empty() => format!("{cell}XY"),
                "UPN" => format!("A{child:012}"),
                _ => cell.to_owned(),
            });
            writer.write_record(cells.collect::<Vec<_>>()).unwrap();
        }
        fs::write(returns.join(name), writer.into_inner().unwrap()).unwrap();
    }
    assert!(births.len() > 500, "births are of many days");
}

fn in_its_month(birth: &str, day: u32) -> String {
    match birth.as_bytes() {
        [b'0', b'1', b'/', ..] => format!("{day:02}{}", &birth[2..]),
        [.., b'-', b'0', b'1'] => format!("{}{day:02}", &birth[..8]),
        _ => birth.to_owned(),
    }
}

/// Every quarter end of the project's own returns.
const DAYS: [&str; 11] = [
    "2008-06-30",
    "2008-09-30",
    "2008-12-31",
    "2009-03-31",
    "2009-06-30",
    "2009-09-30",
    "2009-12-31",
    "2010-03-31",
    "2010-09-30",
    "2010-12-31",
    "2011-03-31",
];

/// What rests on no range.
const CERTAIN: [&str; 11] = [
    "as_at",
    "basis",
    "geographic_level",
    "code",
    "indicator",
    "numerator",
    "denominator",
    "population",
    "value",
    "status",
    "warning",
];

/// How many rows of a table there are of each kind.
type Rows = BTreeMap<BTreeMap<String, String>, u64>;

/// The figures of a day, and how many children each answer has.
type Day = (Vec<BTreeMap<String, String>>, Rows);

/// Runs the job on the folder `returns` on every day.
///
/// An id without an episode stands for the child with the least id, which is another's in the copy: of every child the doubt
/// is left out.
fn figures(folder: &Path, returns: &str, basis: &str) -> Vec<Day> {
    let days = DAYS.iter().flat_map(|day| ["--as-at", day]);
    let arguments = ["--basis", basis, "--out", "report", "--no-charts", "--quiet"];
    said(stocktake(folder).args(["run", returns]).args(days).args(arguments), 0);
    let of_day = |day: &&str| {
        let tables = folder.join("report").join(day).join("restricted");
        let mut answers = Rows::new();
        for mut row in rows(&tables.join("children.csv")) {
            // Whom a doubt alone could bring in goes by least id where ids match nothing, and the copy has other ids.
            if row["in_denominator"] == "0" && row["reason"].is_empty() {
                continue;
            }
            row.retain(|column, _| !["child", "doubt"].contains(&column.as_str()));
            *answers.entry(row).or_default() += 1;
        }
        (rows(&tables.join("indicators.csv")), answers)
    };
    DAYS.iter().map(of_day).collect()
}

/// The figures of two runs, without what rests on a range where ids that match nothing leave one open in either.
fn certain([one, other]: [&[BTreeMap<String, String>]; 2]) -> [Rows; 2] {
    let left_open = |row: &&BTreeMap<String, String>| row["doubt_causes"].contains("unmatched_ids");
    let left_open: BTreeSet<&String> = one.iter().chain(other).filter(left_open).map(|row| &row["indicator"]).collect();
    [one, other].map(|figures| {
        let mut certain = Rows::new();
        for row in figures {
            let is_open = left_open.contains(&row["indicator"]);
            let kept = row.clone().into_iter().filter(|(column, _)| !is_open || CERTAIN.contains(&column.as_str()));
            *certain.entry(kept.collect()).or_default() += 1;
        }
        certain
    })
}

#[test]
fn figures_from_the_copy_are_those_from_the_returns() {
    let folder = fresh();
    exact(&folder.path().join("returns"));
    let (text, _) = anonymise(folder.path(), &[], 0);
    assert!(!text.contains("look alike") && !text.contains("Left blank"), "{text}");
    for basis in ["rolling", "year-to-date"] {
        let (returns, copy) = (figures(folder.path(), "returns", basis), figures(folder.path(), "copy", basis));
        for (day, (returns, copy)) in DAYS.iter().zip(returns.iter().zip(&copy)) {
            assert!(returns.1.len() > 50, "{day} has children");
            let [figures, figures_of_copy] = certain([&returns.0, &copy.0]);
            assert!(figures == figures_of_copy && returns.1 == copy.1, "{day}, {basis}");
        }
    }
}

#[test]
fn a_run_says_that_returns_are_not_anonymised_and_nothing_of_the_copy() {
    let folder = fresh();
    exact(&folder.path().join("returns"));
    anonymise(folder.path(), &["--quiet"], 0);
    let run = |returns: &str| {
        let arguments = ["run", returns, "--as-at", "2011-03-31", "--out", "r", "--no-charts"];
        let (_, error) = said(stocktake(folder.path()).args(arguments), 0);
        let record: serde_json::Value =
            serde_json::from_str(&fs::read_to_string(folder.path().join("r/run.json")).unwrap()).unwrap();
        (error, record["not_anonymised"].clone())
    };
    let (error, counts) = run("returns");
    let count = |kind: &str| counts[kind].as_u64().unwrap();
    assert!(count("dates_of_birth") > 5_000 && count("postcodes") > 5_000 && count("upns") > 1_000, "{counts}");
    let said = format!(
        "the returns are not anonymised: they hold {} exact dates of birth, {} full postcodes and {} UPNs; ",
        count("dates_of_birth"),
        count("postcodes"),
        count("upns")
    );
    assert!(error.contains(&said) && error.contains("`stocktake anonymise`"), "{said}\n{error}");
    let (error, counts) = run("copy");
    assert!(!error.contains("not anonymised"), "{error}");
    assert_eq!(counts, serde_json::json!({"dates_of_birth": 0, "postcodes": 0, "upns": 0}));
}

#[test]
fn all_but_what_identifies_stays_as_it_was_byte_for_byte() {
    let folder = fresh();
    let at = folder.path();
    for (name, before, after) in [
        (
            "301/2011/header.csv",
            "\u{feff}\r\n\"UPN\", child ,SEX,DOB,ETHNIC,MOTHER,MC_DOB,Colour\r\nA123456789012,7.0,1,\"02/05/2000\",WBRI,,, \"red\r\n\r\n\
             ,\" 7 \",\"1\",2000-05-01,\"WBRI\",1,31/12/2010,\"a \"\"b\"\", c\"\r\nUN3,,1,,,,,",
            "\u{feff}\r\n\"UPN\", child ,SEX,DOB,ETHNIC,MOTHER,MC_DOB,Colour\r\n,{7},1,\"01/05/2000\",WBRI,,, \"red\r\n\r\n\
             ,\"{7}\",\"1\",2000-05-01,\"WBRI\",1,01/12/2010,\"a \"\"b\"\", c\"\r\n,,1,,,,,",
        ),
        (
            "collated/episodes.csv",
            "Spare,LA,YEAR,CHILD,DECOM,RNE,LS,NOTE,PLACE,DEC,REC,HOME_POST,PL_POST,URN,\n\"x\",Barnet,2010/11,ab-1,03/05/2010,S,C2,\"a\nb\",U1,,,ab1 2cd,EC1A1BB,SC1,\n\
             ,302,2011,AB-1,2010-05-03,P,C2,,U1,,,AB1 2,EC1A,SC1\n,,,,,,,,,,,,,,\n",
            "LA,YEAR,CHILD,DECOM,RNE,LS,PLACE,DEC,REC,HOME_POST,PL_POST,URN\nBarnet,2010/11,{AB-1},03/05/2010,S,C2,U1,,,AB1 2,EC1A 1,SC1\n\
             302,2011,{AB-1},2010-05-03,P,C2,U1,,,AB1 2,EC1A,SC1\n,,,,,,,,,,,\n",
        ),
        (
            "uasc.csv",
            "CHILD,SEX,DOB,DUC\r7,1,02/05/2000,03/06/2018\r",
            "CHILD,SEX,DOB,DUC\r{7},1,01/05/2000,03/06/2018\r",
        ),
        (
            "missing.csv",
            "CHILD,DOB,MISSING,MIS_START\n7,2/5/2000,M,2/5/2010\n",
            "CHILD,DOB,MISSING,MIS_START\n{7},01/05/2000,M,2/5/2010\n",
        ),
        (
            "placed.csv",
            "CHILD,DOB,DATE_PLACED,DATE_PLACED_CEASED\n7,2000-05-31 00:00:00,,\n",
            "CHILD,DOB,DATE_PLACED,DATE_PLACED_CEASED\n{7},2000-05-01,,\n",
        ),
        ("prev_perm.csv", "CHILD,DOB,PREV_PERM\n7,02/05/2000,P1\n", "CHILD,DOB,PREV_PERM\n{7},01/05/2000,P1\n"),
        ("authorities.csv", "", ""),
    ] {
        let before = if name == "authorities.csv" {
            fs::read_to_string(data().join("../seeds/authorities.csv")).unwrap()
        } else {
            before.to_owned()
        };
        put(at, &format!("returns/{name}"), &before);
        let after = if after.is_empty() { before } else { after.to_owned() };
        let after = after.replace("{7}", &id(at, "7")).replace("{AB-1}", &id(at, "AB-1"));
        put(at, &format!("expected/{name}"), after);
    }
    let (text, _) = anonymise(at, &["--keep-column", "colour", "--strict"], 0);
    let (copy, expected) = (tree(&at.join("copy")), tree(&at.join("expected")));
    assert_eq!(copy.keys().collect::<Vec<_>>(), expected.keys().collect::<Vec<_>>());
    for (name, bytes) in &expected {
        assert_eq!(String::from_utf8_lossy(&copy[name]), String::from_utf8_lossy(bytes), "{name}");
    }
    for (of, columns) in
        [("left out (--keep-column", "  episodes: NOTE\n  episodes: SPARE\n"), ("kept; check", "  header: COLOUR\n")]
    {
        let (_, named) = text.split_once(of).unwrap();
        assert!(named.split_once(":\n").unwrap().1.starts_with(columns), "{columns}{text}");
    }
}

const EPISODES: &str = "CHILD,DECOM,RNE,LS,PLACE,DEC,REC,HOME_POST,PL_POST\n";

#[test]
fn what_cannot_be_made_coarse_is_blank_and_named_by_file_and_line() {
    let folder = fresh();
    let at = folder.path();
    put(
        at,
        "returns/301/2011/header.csv",
        "CHILD,SEX,DOB,ETHNIC\n1,1,02/05/00,WBRI\n2,1,02/05/2000,WBRI\n3,1,02/05/2000,A123456789012\n4,1,02/05/2000,WBRI,12 High Street\n",
    );
    put(at, "returns/301/2011/episodes.csv", format!("{EPISODES}2,01/04/2010,S,C2,U1,,,12 High Street,AB1 2CD\n"));
    let (text, _) = anonymise(at, &[], 0);
    for words in [
        "returns/301/2011/header.csv, line 2: DOB\n",
        "returns/301/2011/episodes.csv, line 2: HOME_POST\n",
        "returns/301/2011/header.csv, line 4: ETHNIC\n",
        "returns/301/2011/header.csv, line 5\n",
    ] {
        assert!(text.contains(words), "{words}\n{text}");
    }
    let copy = tree(&at.join("copy"));
    let all = String::from_utf8(copy.into_values().flatten().collect()).unwrap();
    for told in ["02/05", "A123456789012", "High Street", "AB1 2CD"] {
        assert!(!all.contains(told), "{told}\n{all}");
    }
    let run = |returns: &str, out: &str| {
        let arguments = ["--as-at", "2011-03-31", "--no-charts", "--quiet", "--out", out];
        said(stocktake(at).args(["run", returns]).args(arguments), 0);
        let figures = rows(&at.join(out).join("restricted/indicators.csv"));
        let columns = ["code", "indicator", "numerator", "denominator", "population", "value", "status", "reason"];
        figures.iter().map(|row| columns.map(|column| row[column].clone())).collect::<Vec<_>>()
    };
    assert_eq!(run("returns", "one"), run("copy", "other"));
}

#[test]
fn homes_that_differ_only_inside_a_sector_are_named_and_are_all_that_may_differ() {
    let folder = fresh();
    let at = folder.path();
    // A stay in hospital comes between: whether the child went back depends on the postcode.
    let rows_of = |back: &str| {
        format!(
            "{EPISODES}7,01/05/2010,S,C2,U1,01/06/2010,X1,,AB1 2CD\n7,01/06/2010,P,C2,T1,08/06/2010,X1,,\n\
             7,08/06/2010,P,C2,U1,01/07/2010,X1,,{back}\n7,01/07/2010,P,C2,K2,,,,AB9 9AA\n"
        )
    };
    let placements = |returns: &str| {
        let arguments = ["--as-at", "2011-03-31", "--no-charts", "--quiet", "--out", "r"];
        said(stocktake(at).args(["run", returns]).args(arguments), 0);
        let figures = rows(&at.join("r/restricted/indicators.csv"));
        figures.iter().find(|row| row["indicator"] == "62" && row["code"] == "301").unwrap()["numerator"].clone()
    };
    for (back, alike, before, after) in [
        ("AB1 2CD", false, "0", "0"),
        ("ab12cd", false, "0", "0"),
        ("AB1 3CD", false, "1", "1"),
        ("AB1 2CE", true, "1", "0"),
        ("ABROAD", true, "1", "0"),
    ] {
        put(at, "returns/301/2011/episodes.csv", rows_of(back));
        let (text, _) = anonymise(at, &[], 0);
        let named = "  returns/301/2011/episodes.csv, line 2 and returns/301/2011/episodes.csv, line 4\n";
        assert_eq!(text.contains(named), alike, "{back}: {text}");
        assert_eq!((placements("returns").as_str(), placements("copy").as_str()), (before, after), "{back}");
        fs::remove_dir_all(at.join("copy")).unwrap();
    }
}

#[test]
fn help_gives_examples() {
    let (out, _) = said(stocktake(Path::new(".")).args(["anonymise", "--help"]), 0);
    assert!(out.contains("--key stocktake.key --new-key") && out.contains("Exit codes"), "{out}");
}

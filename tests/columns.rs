//! `stocktake columns`, and what `--columns` makes of its mapping.

use crate::folder::{data, in_one_line, rows, said, stocktake};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// Hollowdale's return for 2010, with every heading and cell as `change` gives it from the file, the column and the cell; the
/// heading itself is changed where the cell is none.
fn returns(folder: &Path, name: &str, change: impl Fn(&str, Option<&str>) -> Option<String>) {
    let from = data().join("2010/996-hollowdale");
    let to = folder.join(name).join("2010/996-hollowdale");
    fs::create_dir_all(&to).unwrap();
    fs::copy(data().join("authorities.csv"), folder.join(name).join("authorities.csv")).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let path = entry.unwrap().path();
        let mut reader = csv::Reader::from_path(&path).unwrap();
        let mut writer = csv::Writer::from_path(to.join(path.file_name().unwrap())).unwrap();
        let columns = reader.headers().unwrap().clone();
        let changed = |column: &str, cell: Option<&str>| {
            change(column, cell).unwrap_or_else(|| cell.unwrap_or(column).to_owned())
        };
        writer.write_record(columns.iter().map(|column| changed(column, None))).unwrap();
        for row in reader.records() {
            let row = row.unwrap();
            writer.write_record(columns.iter().zip(&row).map(|(column, cell)| changed(column, Some(cell)))).unwrap();
        }
        writer.flush().unwrap();
    }
}

/// Runs a command in a folder, given in one line.
fn run(folder: &Path, arguments: &str, code: i32) -> (String, String) {
    said(stocktake(folder).args(arguments.split(' ')), code)
}

fn read(folder: &Path, file: &str) -> String {
    fs::read_to_string(folder.join(file)).unwrap()
}

const MAPPING: &str = "\
[columns]
PLACE = [\"Sort of home\"]
LS = [\"Law\"]
CHILD = [\"Our number\"]
IN_TOUCH = ['Seen?']

[codes.PLACE]
\"Foster carers\" = \"Q2\"
\"With own parents\" = \"P1\"
[codes.LS]
'Full order' = 'c2'
[codes.REC]
'Moved on' = \"X1\"
[codes.ACCOM]
'U1 - elsewhere' = 'B1'
[codes.REVIEW_CODE]
'Spoke' = 'PN1'
[codes.SEX]
'Boy' = '1'
";

/// The return as an authority has it in its own words.
fn in_own_words(column: &str, cell: Option<&str>) -> Option<String> {
    let text = match (column, cell) {
        ("PLACE", None) => "sort_of_home",
        ("LS", None) => "LAW ",
        ("CHILD", None) => "Our number",
        ("IN_TOUCH", None) => "Seen?",
        ("PLACE", Some("Q2")) => " foster CARERS ",
        ("PLACE", Some("P1")) => "With own parents",
        ("LS", Some("C2")) => "Full order",
        ("REC", Some("X1")) => "moved on",
        // Its own meaning goes before the label.
        ("ACCOM", Some("B1")) => "U1 - elsewhere",
        ("REVIEW_CODE", Some("PN1")) => "Spoke",
        ("SEX", Some("1")) => "Boy",
        _ => return None,
    };
    Some(text.to_owned())
}

#[test]
fn other_names_and_a_users_own_words_give_the_same_figures() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    fs::write(at.join("mine.toml"), MAPPING).unwrap();
    let other_names: BTreeMap<&str, &str> = [
        ("CHILD", "Child ID"),
        ("DOB", "Date of birth"),
        ("SEX", "Gender"),
        ("ETHNIC", "Ethnicity"),
        ("DECOM", "Date episode commenced"),
        ("DEC", "Date episode ceased"),
        ("PLACE", "PL"),
        ("LS", "Legal status"),
        ("CIN", "Category of need"),
        ("REC", "Reason episode ceased"),
        ("PL_POST", "Placement postcode"),
        ("SDQ_SCORE", "SDQ Total Score"),
        ("ACCOM", "Accommodation type"),
        ("ACADYR", "Academic year"),
    ]
    .into();
    returns(at, "plain", |_, _| None);
    returns(at, "named", |column, cell| {
        cell.is_none().then(|| (*other_names.get(column)?).to_owned().into()).flatten()
    });
    returns(at, "own", in_own_words);
    for (name, more) in [("plain", ""), ("named", ""), ("own", " --columns mine.toml")] {
        run(at, &format!("run {name} --as-at 2010-03-31 --no-charts --out r-{name}{more}"), 0);
        run(at, &format!("check {name} --out c-{name}{more}"), 0);
    }
    for name in ["named", "own"] {
        for table in ["indicators", "children"] {
            let of = |name: &str| read(at, &format!("r-{name}/restricted/{table}.csv"));
            assert!(of(name) == of("plain"), "{name}: {table}");
        }
        let found = |name: &str| read(at, &format!("c-{name}/check/findings.csv")).replace(&format!("{name}/2010"), "");
        assert!(found(name) == found("plain"), "{name}");
    }
}

#[test]
fn what_is_mapped_is_said_once_for_each_column_and_is_in_the_record() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    fs::write(at.join("mine.toml"), MAPPING).unwrap();
    fs::create_dir_all(at.join("returns/302/2011")).unwrap();
    let oc3 = "Our number,Seen?,ACTIV,ACCOM\n1,YES,F1,\n2,YES,F1,u1 - ELSEWHERE\n3,YES,F1,U1 - elsewhere\n4,YES,F1,U1 - own\n";
    fs::write(at.join("returns/302/2011/oc3.csv"), oc3).unwrap();
    fs::write(at.join("returns/302/2011/episodes.csv"), "CHILD,DECOM,RNE,LS,PLACE,DEC,REC\n").unwrap();
    let (_, error) = run(at, "run returns --as-at 2011-03-31 --no-charts --out r --columns mine.toml", 0);
    let cleaning = rows(&at.join("r/restricted/cleaning.csv"));
    let found: Vec<String> = cleaning
        .iter()
        .map(|row| ["line", "child", "field", "rule", "found"].map(|column| row[column].as_str()).join("|"))
        .collect();
    let expected = [
        "3||ACCOM|code_mapped|2 cells, the first 'u1 - ELSEWHERE', read as B1",
        "5||ACCOM|code_with_label|1 cell: 'U1 - own', read as U1",
    ];
    assert_eq!(found, expected);
    assert!(in_one_line(&error).contains("the column `Our number` is read as CHILD"), "{error}");
    let record: serde_json::Value = serde_json::from_str(&read(at, "r/run.json")).unwrap();
    assert_eq!(record["lists"]["columns"], "mine.toml");
    run(at, "run returns --as-at 2011-03-31 --no-charts --out without", 0);
    let (said, _) = run(at, "compare without r", 1);
    let codes = "setting codes none -> ACCOM: ";
    assert!(in_one_line(&said).contains(codes) && said.contains("setting columns"), "{said}");
}

#[test]
fn a_mapped_code_of_other_years_alone_is_doubtful_and_no_other() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    let mapping = "[codes.PLACE]\nNow = 'Q2'\nLater = 'U4'\n";
    fs::write(at.join("mine.toml"), mapping).unwrap();
    fs::create_dir_all(at.join("returns/302/2011")).unwrap();
    // The first is on the list of 2011, the second on that of later years.
    let episode = |child: &str, place: &str| {
        format!(
            "{child},01/05/2010,S,C2,{place},01/06/2010,X1\n{child},01/06/2010,P,C2,K2,01/07/2010,X1\n{child},01/07/2010,P,C2,{place},,\n"
        )
    };
    let episodes = ["Now", "Later", "Never"].map(|place| episode(place, place)).concat();
    let episodes = format!("CHILD,DECOM,RNE,LS,PLACE,DEC,REC\n{episodes}");
    fs::write(at.join("returns/302/2011/episodes.csv"), episodes).unwrap();
    run(at, "run returns --as-at 2011-03-31 --no-charts --out r --columns mine.toml", 0);
    let unlisted: Vec<String> = rows(&at.join("r/restricted/cleaning.csv"))
        .iter()
        .filter(|row| row["rule"] == "code_unlisted")
        .map(|row| row["child"].clone())
        .collect();
    assert_eq!(unlisted, ["NEVER", "NEVER"]);
    let doubts: Vec<[String; 2]> = rows(&at.join("r/restricted/children.csv"))
        .iter()
        .filter(|row| row["indicator"] == "62")
        .map(|row| [row["child"].clone(), row["doubt"].clone()])
        .collect();
    let doubt = |child: &str, doubt: &str| [child, doubt].map(str::to_owned);
    assert_eq!(doubts, [doubt("LATER", "code_unknown"), doubt("NEVER", "code_unknown"), doubt("NOW", "")]);
}

#[test]
fn an_anonymised_copy_hides_the_ids_under_a_users_own_heading() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    fs::write(at.join("mine.toml"), MAPPING).unwrap();
    returns(at, "own", in_own_words);
    let copy = "anonymise own copy --key key";
    let (_, error) = run(at, &format!("{copy} --new-key"), 1);
    assert!(error.contains("lacks CHILD"), "{error}");
    fs::remove_dir_all(at.join("copy")).unwrap();
    run(at, &format!("{copy} --columns mine.toml"), 0);
    let first = |name: &str| rows(&at.join(name).join("2010/996-hollowdale/header.csv"))[0].clone();
    assert_ne!(first("own")["Our number"], first("copy")["Our number"]);
    assert_eq!(first("own")["SEX"], first("copy")["SEX"]);
}

const EXTRACT: &str = "\
Child ID,DECOM,RNE,Legal status now,Current placement type,Date episode ends,REC,Colour,Forename
A1,01/04/2010,S,Full care order,Q2,,,red,Annabel
A2,01/04/2010,S,C2,AB1 2CD,,,blue,Zebedee
";

#[test]
fn a_file_is_told_heading_by_heading_and_code_by_code() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("extract.csv"), EXTRACT).unwrap();
    fs::write(folder.path().join("bare.csv"), "A1,PLACE,01/04/2010,Annabel\n").unwrap();
    fs::write(
        folder.path().join("oc3.csv"),
        "CHILD,IN_TOUCH,ACTIV,ACCOM\nA1,YES,,With parents\nA2,yes,,with Parents\n",
    )
    .unwrap();
    let (out, error) = run(folder.path(), "columns bare.csv extract.csv oc3.csv", 1);
    insta::assert_snapshot!("columns-said", out);
    assert!(error.contains("bare.csv, line 1: looks like episodes but lacks CHILD"), "{error}");
    for secret in ["A1", "A2", "Annabel", "Zebedee", "2CD", "red"] {
        assert!(!out.contains(secret) && !error.contains(secret), "{secret}: {out}{error}");
    }
}

#[test]
fn what_is_printed_is_a_mapping_as_it_is_and_with_the_marks_taken_away() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    fs::create_dir_all(at.join("returns/302/2011")).unwrap();
    fs::write(at.join("returns/302/2011/extract.csv"), EXTRACT.replace(",Forename", ",\"5\"\" \\ of\ttext\"")).unwrap();
    let (out, _) = run(at, "columns returns", 0);
    fs::write(at.join("as-it-is.toml"), &out).unwrap();
    assert_eq!(run(at, "columns returns --columns as-it-is.toml", 0).0, out);
    let taken: Vec<&str> = out
        .lines()
        .filter(|line| !line.starts_with("# COLUMN"))
        .map(|line| line.strip_prefix("# ").filter(|line| line.contains("] ") || line.contains(" = ")).unwrap_or(line))
        .collect();
    fs::write(at.join("mine.toml"), taken.join("\n")).unwrap();
    let (left, _) = run(at, "columns returns --columns mine.toml", 0);
    assert!(left.contains("# returns/302/2011/extract.csv: episodes\n"), "{left}");
    assert!(!left.contains("Full care order") && !left.contains("perhaps"), "{left}");
    run(at, "run returns --as-at 2011-03-31 --no-charts --out r --columns mine.toml", 0);
    let refused = run(at, "run returns --as-at 2011-03-31 --no-charts --out r", 2).1;
    let remedy = "help: rename `Legal status now` to LS, `Current placement type` to PLACE, `Date episode ends` to DEC, or \
                  map them with --columns";
    assert!(in_one_line(&refused).contains(remedy), "{refused}");
}

#[test]
fn a_return_in_order_needs_no_mapping() {
    let folder = tempfile::tempdir().unwrap();
    let oc3 = "Child ID,IN_TOUCH,ACTIV,ACCOM\n1,yes,F1 - Full time,\nCHILD ID,IN_TOUCH,ACTIV,ACCOM\n2,,, u1\n";
    fs::write(folder.path().join("oc3.csv"), oc3).unwrap();
    let (out, _) = run(folder.path(), "columns oc3.csv", 0);
    assert!(out.ends_with("\n# Every heading and code is known.\n"), "{out}");
    assert!(out.lines().all(|line| line.is_empty() || line.starts_with('#')), "{out}");
}

#[test]
fn two_headings_for_one_column_are_settled_by_a_mapping() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    fs::create_dir_all(at.join("returns/302/2011")).unwrap();
    let episodes = "Person ID,Child ID,DECOM,RNE,LS,PLACE,DEC,REC\n1,2,01/05/2010,S,C2,Q2,,\n";
    fs::write(at.join("returns/302/2011/episodes.csv"), episodes).unwrap();
    let (_, error) = run(at, "run returns --as-at 2011-03-31 --no-charts --out r", 2);
    let both = "has two columns for one of the return: Person ID and Child ID";
    assert!(error.contains(both) && error.contains("or say which it is with --columns"), "{error}");
    fs::write(at.join("mine.toml"), "[columns]\nCHILD = ['Person ID']\n").unwrap();
    run(at, "run returns --as-at 2011-03-31 --no-charts --out r --columns mine.toml", 0);
    assert_eq!(rows(&at.join("r/restricted/children.csv"))[0]["child"], "1");
}

#[test]
fn a_cell_over_several_lines_is_refused_as_a_run_refuses_it() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    fs::create_dir_all(at.join("r")).unwrap();
    let of = |name: &str, text: &str| fs::write(at.join("r").join(name), text).unwrap();
    of("quotes.csv", "CHILD,IN_TOUCH,ACTIV,ACCOM\n1,YES,F1,\"B1\n2,YES,F1,Z9\n3,YES,F1,B1\"\n");
    of("free.csv", "CHILD,IN_TOUCH,ACTIV,ACCOM,NOTES\n1,YES,F1,Z8,\"a\nb\"\n");
    let (out, error) = run(at, "columns r", 1);
    assert!(error.contains("r/quotes.csv, line 2: has a quote on this line that is closed only on line 4"), "{error}");
    assert!(error.contains("1 file") || error.contains("not read"), "{error}");
    assert!(out.contains("# r/quotes.csv: not read") && !out.contains("Z9"), "{out}");
    assert!(out.contains("Z8"), "free text may go on: {out}");
}

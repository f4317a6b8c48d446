//! Returns in every kind of file that is read: the same rows give the same figures, and nothing is guessed in silence.

#[path = "sources/written.rs"]
pub mod written;

use super::folder::{data, in_one_line, opened, rows, said, stocktake, tree};
use std::fs;
use std::path::{Path, PathBuf};
use written::{Table, latin, of_csv, utf_16, with_semicolons, with_titles, xlsx, xml, zipped};

/// The tables of one return, by name.
fn tables_of(year: &str) -> Vec<Table> {
    let folder = data().join(year).join("996-hollowdale");
    let mut names: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    names.sort();
    names.iter().map(|path| of_csv(path)).collect()
}

/// A fresh folder with a return for each of two years, as files of one kind.
fn returns_as(files: impl Fn(&[Table]) -> Vec<(String, Vec<u8>)>) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for year in ["2009", "2010"] {
        let place = folder.path().join("returns").join(year).join("996-hollowdale");
        fs::create_dir_all(&place).unwrap();
        for (name, bytes) in files(&tables_of(year)) {
            fs::write(place.join(name), bytes).unwrap();
        }
    }
    fs::copy(data().join("authorities.csv"), folder.path().join("returns/authorities.csv")).unwrap();
    folder
}

/// The figures and the children of a run, and what was said.
fn run(folder: &Path) -> (Vec<u8>, Vec<u8>, String) {
    let arguments = ["run", "returns", "--as-at", "2010-03-31", "--out", "r", "--no-charts"];
    let (_, error) = said(stocktake(folder).args(arguments), 0);
    let written = |name: &str| fs::read(folder.join("r/restricted").join(name)).unwrap();
    (written("indicators.csv"), written("children.csv"), error)
}

fn each(tables: &[Table], ending: &str, written: impl Fn(&Table) -> Vec<u8>) -> Vec<(String, Vec<u8>)> {
    tables.iter().map(|table| (format!("{}.{ending}", table.name), written(table))).collect()
}

#[test]
fn the_same_returns_give_the_same_figures_in_every_kind_of_file() {
    let plain = returns_as(|tables| each(tables, "csv", |table| table.csv(b',').into_bytes()));
    let (figures, children, _) = run(plain.path());
    let kinds: Vec<(&str, tempfile::TempDir)> = vec![
        ("UTF-16", returns_as(|tables| each(tables, "csv", |table| utf_16(&table.csv(b','))))),
        ("semicolons", returns_as(|tables| each(tables, "csv", |table| with_semicolons(table).into_bytes()))),
        ("tabs", returns_as(|tables| each(tables, "tsv", |table| table.csv(b'\t').into_bytes()))),
        (
            "titles, totals and windows-1252",
            returns_as(|tables| each(tables, "csv", |table| latin(&with_titles(table)))),
        ),
        ("Unicode text", returns_as(|tables| each(tables, "txt", |table| utf_16(&table.csv(b'\t'))))),
        (
            "Unicode text in an archive",
            returns_as(|tables| {
                vec![("all.zip".to_owned(), zipped(&each(tables, "txt", |table| utf_16(&table.csv(b'\t')))))]
            }),
        ),
        ("a workbook of every table", returns_as(|tables| vec![("all.xlsx".to_owned(), xlsx(tables))])),
        ("a workbook a table", returns_as(|tables| each(tables, "xlsx", |table| xlsx(std::slice::from_ref(table))))),
        ("XML", returns_as(xml)),
        (
            "an archive",
            returns_as(|tables| {
                let files = each(tables, "csv", |table| table.csv(b',').into_bytes());
                vec![("all.zip".to_owned(), zipped(&files))]
            }),
        ),
        (
            "a workbook in an archive",
            returns_as(|tables| vec![("all.zip".to_owned(), zipped(&[("all.xlsx".to_owned(), xlsx(tables))]))]),
        ),
    ];
    for (kind, folder) in kinds {
        let (of_kind, children_of_kind, error) = run(folder.path());
        assert!(of_kind == figures, "{kind}: the figures differ\n{error}");
        assert!(children_of_kind == children, "{kind}: children differ\n{error}");
    }
}

/// What is said of returns before any figure; the words of a message in one line.
fn looked_at(folder: &Path, more: &[&str]) -> String {
    let (out, error) = said(stocktake(folder).args(["intake", "returns"]).args(more), 0);
    in_one_line(&format!("{out}{error}"))
}

#[test]
fn half_a_workbook_is_said_to_be_a_damaged_workbook_and_rejected_rows_are_named() {
    let folder = returns_as(|tables| each(tables, "csv", |table| table.csv(b',').into_bytes()));
    let place = folder.path().join("returns/2010/996-hollowdale");
    let whole = xlsx(&tables_of("2010"));
    fs::write(place.join("again.xlsx"), &whole[..whole.len() / 2]).unwrap();
    fs::write(place.join("~$again.xlsx"), "her").unwrap();
    let episodes = fs::read_to_string(place.join("episodes.csv")).unwrap();
    let (heading, rest) = episodes.split_once('\n').unwrap();
    let (first, rest) = rest.split_once('\n').unwrap();
    let damaged = first.replacen(first.split(',').nth(1).unwrap(), "31/13/2003", 1);
    fs::write(place.join("episodes.csv"), format!("{heading}\n{damaged}\n{rest}")).unwrap();
    let error = looked_at(folder.path(), &[]);
    assert!(
        error.contains(
            "again.xlsx: is damaged or cut off: it cannot be opened as a workbook not read; to fix it: get it again"
        ),
        "{error}"
    );
    let open =
        "~$again.xlsx: the lock file of a workbook that is open, passed over; save and close again.xlsx if changes";
    assert!(error.contains(open) && !error.contains("~$again.xlsx is not read"), "{error}");
    assert!(error.contains("1 row rejected; `stocktake run` lists all of them"), "{error}");
}

#[test]
fn an_authority_given_against_the_names_of_files_or_for_nothing_is_said() {
    let folder = returns_as(|tables| each(tables, "csv", |table| table.csv(b',').into_bytes()));
    let error = looked_at(folder.path(), &["--authority", "991"]);
    assert!(error.contains("the authority given, Ashwater, changes nothing"), "{error}");
    let error = looked_at(folder.path(), &["--authority", "996"]);
    assert!(!error.contains("the authority given"), "{error}");
    // Of several it chooses none.
    let [own, other] = ["996-hollowdale", "995-marlbeck"].map(|name| folder.path().join("returns/2010").join(name));
    fs::create_dir(&other).unwrap();
    fs::copy(own.join("header.csv"), other.join("header.csv")).unwrap();
    let error = looked_at(folder.path(), &["--authority", "996"]);
    assert!(error.contains("and chooses none: the returns of others are read too"), "{error}");
    let named = tempfile::tempdir().unwrap();
    let place = named.path().join("returns/2010");
    fs::create_dir_all(&place).unwrap();
    for table in tables_of("2010") {
        fs::write(place.join(format!("Hollowdale {}.csv", table.name)), table.csv(b',')).unwrap();
    }
    fs::copy(data().join("authorities.csv"), named.path().join("returns/authorities.csv")).unwrap();
    let error = looked_at(named.path(), &["--authority", "991"]);
    assert!(error.contains("is Hollowdale's by its name, and the authority given is Ashwater"), "{error}");
    assert!(!looked_at(named.path(), &["--authority", "Hollowdale"]).contains("by its name"));
}

#[test]
fn what_was_recognised_and_how_stands_in_the_ledger() {
    let folder = returns_as(|tables| each(tables, "csv", |table| latin(&with_titles(table))));
    run(folder.path());
    let ledger = rows(&folder.path().join("r/restricted/intake.csv"));
    let oc2 = ledger.iter().find(|row| row["file"].ends_with("2010/996-hollowdale/oc2.csv")).unwrap();
    for (column, cell) in [("kind", "csv"), ("encoding", "windows-1252"), ("delimiter", "comma"), ("titles", "2")] {
        assert_eq!(oc2[column], cell, "{oc2:?}");
    }
    let cleaning = rows(&folder.path().join("r/restricted/cleaning.csv"));
    let rules = ["titles_above_heading", "windows_1252", "total_row"];
    for rule in rules {
        assert!(cleaning.iter().any(|row| row["rule"] == rule && row["file"].ends_with("oc2.csv")), "{rule}");
    }
}

#[test]
fn days_of_old_workbooks_are_read_whatever_they_count_from() {
    let csv = "CHILD,DECOM,RNE,LS,PLACE,DEC,REC\n0012,01/04/2009,S,C2,Q2,,\n0013,31/03/2010,S,C2,Q2,01/06/2010,X1\n\
               0013,01/06/2010,P,C2,H5,30/09/2010,X1\n0013,30/09/2010,P,C2,K2,,\n0014,01/12/2010,S,V2,Q2,31/03/2011,E4\n";
    let header = "CHILD,SEX,DOB,ETHNIC\n0012,1,01/05/2000,WBRI\n0013,2,01/08/1997,WBRI\n0014,1,01/01/2003,WBRI\n";
    let children = |put: &dyn Fn(&Path)| {
        let folder = tempfile::tempdir().unwrap();
        let place = folder.path().join("returns/302/2011");
        fs::create_dir_all(&place).unwrap();
        put(&place);
        said(
            stocktake(folder.path()).args(["run", "returns", "--as-at", "2011-03-31", "--out", "r", "--no-charts"]),
            0,
        );
        fs::read_to_string(folder.path().join("r/restricted/children.csv")).unwrap()
    };
    let expected = children(&|place| {
        fs::write(place.join("episodes.csv"), csv).unwrap();
        fs::write(place.join("header.csv"), header).unwrap();
    });
    assert!(expected.contains("302,62,0013,1,1"), "three placements: {expected}");
    for name in ["counted-from-1900.xls", "counted-from-1904.xls"] {
        let fixture = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/sources").join(name);
        let found = children(&|place| {
            fs::copy(&fixture, place.join("return.xls")).unwrap();
        });
        assert_eq!(found, expected, "{name}");
    }
}

#[test]
fn sheets_that_are_no_table_are_named_and_a_hidden_one_is_not_read() {
    let folder = tempfile::tempdir().unwrap();
    let place = folder.path().join("returns/302/2011");
    fs::create_dir_all(&place).unwrap();
    let table = |name: &str, lines: &[&str]| Table {
        name: name.to_owned(),
        rows: lines.iter().map(|line| line.split(',').map(str::to_owned).collect()).collect(),
    };
    let episodes =
        table("Episodes", &["CHILD,DECOM,RNE,LS,PLACE,DEC,REC", "A1,01/05/2010,S,C2,Q2,,", "A2,nonsense,S,C2,Q2,,"]);
    let sheets = [episodes, table("Notes", &["seen by,on"]), table("Blank", &[])];
    fs::write(place.join("return.xlsx"), written::with_a_hidden_sheet(&sheets)).unwrap();
    let arguments = ["run", "returns", "--as-at", "2011-03-31", "--out", "r", "--no-charts"];
    let (_, error) = said(stocktake(folder.path()).args(arguments), 0);
    let error = in_one_line(&error);
    for words in [
        "return.xlsx [Old]: a hidden sheet, not read; to fix it: unhide it if it is part of the return",
        "return.xlsx [Notes]: no table of the return",
        "return.xlsx [Blank]: an empty sheet",
        "return.xlsx [Episodes], cell B3: DECOM 'nonsense' (date_unreadable)",
    ] {
        assert!(error.contains(words), "{words}\n{error}");
    }
}

#[test]
fn a_formula_that_was_never_worked_out_is_not_taken_for_a_blank() {
    let folder = tempfile::tempdir().unwrap();
    let place = folder.path().join("returns/302/2011");
    fs::create_dir_all(&place).unwrap();
    fs::write(place.join("episodes.xlsx"), written::with_a_formula()).unwrap();
    let arguments = ["run", "returns", "--as-at", "2011-03-31", "--out", "r", "--no-charts"];
    let (_, error) = said(stocktake(folder.path()).args(arguments), 2);
    assert!(error.contains("episodes.xlsx [Sheet1], cell F2, where DEC is #FORMULA"), "{error}");
}

#[test]
fn an_id_merged_over_several_rows_is_missing_from_all_but_the_first_and_that_is_said() {
    let folder = tempfile::tempdir().unwrap();
    let place = folder.path().join("returns/302/2011");
    fs::create_dir_all(&place).unwrap();
    fs::write(place.join("episodes.xlsx"), written::with_a_merged_id()).unwrap();
    let arguments = ["run", "returns", "--as-at", "2011-03-31", "--out", "r", "--no-charts"];
    let (_, error) = said(stocktake(folder.path()).args(arguments), 0);
    assert!(error.contains("episodes.xlsx [Sheet1], cell A3: CHILD '' (child_blank); give the child's id"), "{error}");
}

#[test]
fn a_copy_is_of_the_same_kind_and_gives_the_same_figures() {
    let copied = |folder: &Path| {
        let arguments = ["anonymise", "returns", "copy", "--key", "key", "--new-key"];
        let (out, _) = said(stocktake(folder).args(arguments), 0);
        fs::rename(folder.join("returns"), folder.join("before")).unwrap();
        fs::rename(folder.join("copy"), folder.join("returns")).unwrap();
        out
    };
    type Kind = fn(&[Table]) -> Vec<(String, Vec<u8>)>;
    let kinds: [(&str, Kind, &str); 4] = [
        ("a workbook", |tables| vec![("all.xlsx".to_owned(), xlsx(tables))], "all.xlsx"),
        ("XML", xml, "return.xml"),
        ("titles", |tables| each(tables, "csv", |table| latin(&with_titles(table))), "episodes.csv"),
        (
            "an archive",
            |tables| vec![("all.zip".to_owned(), zipped(&each(tables, "csv", |table| table.csv(b',').into_bytes())))],
            "all/episodes.csv",
        ),
    ];
    for (kind, files, expected) in kinds {
        let folder = returns_as(files);
        let (before, ..) = run(folder.path());
        let words = copied(folder.path());
        let names: Vec<String> = tree(&folder.path().join("returns/2010/996-hollowdale")).into_keys().collect();
        assert!(names.iter().any(|name| name == expected), "{kind}: {names:?}");
        let said_as_csv = words.contains("Written as CSV in UTF-8");
        assert_eq!(said_as_csv, matches!(kind, "titles" | "an archive"), "{kind}: {words}");
        let (after, ..) = run(folder.path());
        assert!(before == after, "{kind}: the copy gives other figures");
        let episodes = tables_of("2010").into_iter().find(|table| table.name == "episodes").unwrap();
        let first = &episodes.rows[1][0];
        for (name, bytes) in opened(&folder.path().join("returns")) {
            let holds = bytes.windows(first.len()).any(|window| window == first.as_bytes());
            assert!(!holds, "{kind}: {name} holds an id");
        }
    }
}

#[test]
fn compare_finds_the_rows_of_a_sheet_again() {
    let folder = tempfile::tempdir().unwrap();
    for (name, episodes_left) in [("before", usize::MAX), ("after", 600)] {
        let place = folder.path().join(name).join("2010/996-hollowdale");
        fs::create_dir_all(&place).unwrap();
        let mut tables = tables_of("2010");
        let episodes = tables.iter_mut().find(|table| table.name == "episodes").unwrap();
        episodes.rows.truncate(episodes_left);
        fs::write(place.join("all.xlsx"), xlsx(&tables)).unwrap();
        fs::copy(data().join("authorities.csv"), folder.path().join(name).join("authorities.csv")).unwrap();
        let arguments = ["run", name, "--as-at", "2010-03-31", "--no-charts", "--quiet", "--out"];
        said(stocktake(folder.path()).args(arguments).arg(format!("report-{name}")), 0);
    }
    let (out, _) = said(stocktake(folder.path()).args(["compare", "report-before", "report-after", "--children"]), 1);
    assert!(out.contains("before/2010/996-hollowdale/all.xlsx [episodes], row"), "{out}");
    assert!(!out.contains("is no longer there"), "{out}");
}

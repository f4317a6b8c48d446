//! `stocktake show`, as a person runs it, on a report of the project's own returns and on one with long names.

use crate::folder::{data, in_one_line, rows, said, stocktake};
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use tempfile::TempDir;

/// A folder with a report of the project's own returns in `r`.
fn report() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    let arguments = ["--as-at", "2011-03-31", "--out", "r", "--no-charts", "--quiet"];
    said(stocktake(folder.path()).arg("run").arg(data()).args(arguments), 0);
    folder
}

#[test]
fn where_a_report_is_of_several_it_is_said_how_to_see_one() {
    let folder = report();
    let last = |more: &[&str]| {
        let (out, _) = said(stocktake(folder.path()).args(["show", "r"]).args(more), 0);
        in_one_line(&out)
    };
    let words = "To see one of them, add --authority with its name: ";
    assert!(last(&[]).contains(&format!("{words}Ashwater, ")), "{}", last(&[]));
    for more in [["--authority", "993"], ["--authority", "England"]] {
        assert!(!last(&more).contains(words));
    }
}

#[test]
fn an_authority_by_itself_is_not_compared_with_itself() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    // Of the project's own authorities nothing is published.
    let list = data().join("authorities.csv");
    let compared_with = |authorities: &[&str]| {
        for authority in authorities {
            let place = at.join("returns").join(authority).join("2011");
            fs::create_dir_all(&place).unwrap();
            let episodes = "CHILD,DECOM,RNE,LS,PLACE,DEC,REC\nA,01/04/2010,S,C2,Q1,,\n";
            fs::write(place.join("episodes.csv"), episodes).unwrap();
        }
        let out = format!("r{}", authorities.len());
        let run = ["run", "returns", "--as-at", "2011-03-31", "--no-charts", "--quiet", "--out", &out];
        said(stocktake(at).args(run).arg("--authorities").arg(&list), 0);
        let (shown, _) = said(stocktake(at).args(["show", &out, "--authority", "993", "--indicator", "62"]), 0);
        shown.split_once("Compared with").map(|(_, after)| after.to_owned())
    };
    assert_eq!(compared_with(&["993"]), None);
    assert!(compared_with(&["993", "996"]).is_some_and(|after| after.contains("2 of 6")));
}

/// A group whose name has no space.
const WORD: &str = "Kingston-upon-Hull-and-the-East-Riding-of-Yorkshire-and-North-and-North-East-Lincolnshire";

/// A folder with a report of one authority in `r`, beside published figures, neighbours, five groups and targets.
fn report_with_long_names() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    let place = folder.path().join("returns/810/2011");
    fs::create_dir_all(&place).unwrap();
    let write = |name: &str, text: &str| fs::write(folder.path().join(name), text).unwrap();
    fs::write(
        place.join("episodes.csv"),
        "CHILD,DECOM,RNE,LS,PLACE,DEC,REC\nA,01/04/2010,S,C2,U1,,\nB,01/04/2009,S,C2,U1,,\nGONE,01/03/2011,S,C2,U1,20/03/2011,E8\n",
    )
    .unwrap();
    let columns = "time_period,geographic_level,code,name,indicator,numerator,denominator,value,source";
    let publication = "A publication with a name as long as the names of publications sometimes are/2011";
    let published = |code: &str, level: &str, indicator: u16, value: &str| {
        format!("2011,{level},{code},,{indicator},,,{value},{publication}\n")
    };
    let lines = [
        published("E92000001", "National", 62, "10.7"),
        published("811", "Local authority", 62, "9.5"),
        published("812", "Local authority", 62, "8.0"),
        published("810", "Local authority", 58, "14.0"),
        published("811", "Local authority", 58, "13.0"),
        published("E92000001", "National", 58, "13.9"),
        published("E92000001", "National", 99, "50.2"),
    ];
    write("published.csv", &format!("{columns}\n{}", lines.concat()));
    write("neighbours.csv", "code,rank,neighbour,year\n810,1,811,2009\n810,2,812,2009\n");
    let groups = [
        "The four authorities of the Humber, and those that were with them in the county of Humberside",
        WORD,
        "c",
        "d",
        "e",
    ];
    let groups: Vec<String> = groups.iter().map(|name| format!("\"{name}\" = [\"810\", \"811\"]\n")).collect();
    write("configuration.toml", &format!("[groups]\n{}", groups.concat()));
    write("targets.csv", "indicator,year,code,target\n62,2011,810,0\n62,2012,810,10\n58,2011,810,13\n");
    let lists = ["--published", "published.csv", "--neighbours", "neighbours.csv", "--settings", "configuration.toml"];
    let arguments = ["--as-at", "2011-03-31", "--out", "r", "--no-charts", "--quiet", "--targets", "targets.csv"];
    said(stocktake(folder.path()).args(["run", "returns"]).args(lists).args(arguments), 0);
    folder
}

/// What `show r` says; every line fits.
fn show(folder: &Path, more: &[&str]) -> String {
    let (out, error) = said(stocktake(folder).args(["show", "r"]).args(more), 0);
    assert_eq!(error, "");
    assert!(!out.contains('\u{1b}'), "nothing steers what is no terminal: {out}");
    for line in out.lines() {
        assert!(line.chars().count() <= 100, "{} characters: {line}", line.chars().count());
    }
    out
}

/// The same on a terminal of that many columns; every line fits it.
fn show_on(folder: &Path, columns: usize, more: &[&str]) -> String {
    let (out, _) = said(stocktake(folder).env("COLUMNS", columns.to_string()).args(["show", "r"]).args(more), 0);
    for line in out.lines() {
        assert!(line.chars().count() <= columns, "{} characters of {columns}: {line}", line.chars().count());
    }
    out
}

#[test]
fn at_eighty_columns_nothing_is_lost_and_at_forty_what_is_left_out_is_named() {
    let cells = |text: &str| text.split_whitespace().map(str::to_owned).collect::<BTreeSet<String>>();
    let without_breaks = |text: &str| text.split_whitespace().collect::<String>();
    for (folder, places) in [(report(), ["993", "England"]), (report_with_long_names(), ["810", "810"])] {
        for place in places {
            let brief = ["--authority", place];
            let (whole, at_80) = (show(folder.path(), &brief), show_on(folder.path(), 80, &brief));
            assert_eq!(cells(&whole), cells(&at_80));
            assert!(show_on(folder.path(), 40, &brief).contains("Left out for lack of room"));
            for number in ["58", "62", "99"] {
                let full = [&brief[..], &["--indicator", number]].concat();
                let (whole, at_80) = (show(folder.path(), &full), show_on(folder.path(), 80, &full));
                assert_eq!(without_breaks(&whole), without_breaks(&at_80), "{place} {number}");
                show_on(folder.path(), 40, &full);
            }
        }
    }
}

/// What stops `show`, in one line.
fn stopped(folder: &Path, arguments: &[&str]) -> String {
    let (out, error) = said(stocktake(folder).arg("show").args(arguments), 2);
    assert_eq!(out, "");
    in_one_line(&error)
}

#[test]
fn an_authority_in_brief_and_one_indicator_in_full() {
    let folder = report();
    insta::assert_snapshot!("show-authority", show(folder.path(), &["--authority", "993"]));
    insta::assert_snapshot!("show-indicator", show(folder.path(), &["--authority", "Thornmere", "--indicator", "99"]));
    insta::assert_snapshot!("show-england", show(folder.path(), &[]));
}

#[test]
fn the_picture_in_the_papers_is_what_it_prints() {
    let folder = report();
    let page = fs::read_to_string(data().join("../docs/benchmarking.md")).unwrap();
    let (_, after) = page.split_once("stocktake show reports --authority 993\n```\n\n```text\n").unwrap();
    let (picture, _) = after.split_once("```").unwrap();
    assert!(show(folder.path(), &["--authority", "993"]).starts_with(picture), "print it anew");
}

#[test]
fn long_names_groups_and_what_is_published_fit_too() {
    let folder = report_with_long_names();
    let text = show(folder.path(), &[]);
    assert!(
        text.starts_with("Kingston upon Hull, City of (810) at 31 March 2011, twelve months\n"),
        "the only authority"
    );
    insta::assert_snapshot!("show-long-names", text);
    insta::assert_snapshot!("show-long-names-in-full", show(folder.path(), &["--indicator", "62"]));
    for number in ["58", "61", "63", "66", "99", "100", "101", "147", "148"] {
        show(folder.path(), &["--indicator", number]);
    }
    let part = show(folder.path(), &["--authority", "E92000001"]);
    assert!(part.contains(" given at 31 March 2011") && !part.contains("England"), "{part}");
}

/// Writes cells over those of a table, in every row, and seals it anew.
fn overwrite(folder: &Path, table: &str, cells: &[(&str, &str)]) {
    use sha2::Digest;
    let path = folder.join("r/restricted").join(table);
    let seal =
        || sha2::Sha256::digest(fs::read(&path).unwrap()).iter().map(|byte| format!("{byte:02x}")).collect::<String>();
    let before = seal();
    let mut reader = csv::Reader::from_path(&path).unwrap();
    let columns = reader.headers().unwrap().clone();
    let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    let mut writer = csv::Writer::from_path(&path).unwrap();
    writer.write_record(&columns).unwrap();
    for row in rows {
        let cell = |(column, cell)| cells.iter().find(|(name, _)| *name == column).map_or(cell, |(_, widest)| *widest);
        writer.write_record(columns.iter().zip(&row).map(cell)).unwrap();
    }
    writer.flush().unwrap();
    drop(writer);
    let record = folder.join("r/run.json");
    let text = fs::read_to_string(&record).unwrap();
    assert!(text.contains(&before));
    fs::write(&record, text.replace(&before, &seal())).unwrap();
}

#[test]
fn the_widest_numbers_fit() {
    let folder = report();
    // Only a change of a whole hundred points would take a column away where figures have marks.
    let difference = [("change", "-99.9"), ("change_told", "not tested"), ("compared_value", "100.0")];
    let place =
        [("rank", "148"), ("sharing_rank", "2"), ("ranked", "152"), ("best_rank", "100"), ("worst_rank", "152")];
    let others = [("not_told_apart", "151"), ("band", "D"), ("trend", "no trend")];
    overwrite(folder.path(), "indicators.csv", &[&difference[..], &place, &others].concat());
    let region =
        [("comparator_value", "100.0"), ("mean", "100.0"), ("difference", "-100.0"), ("told_95", "not tested")];
    overwrite(folder.path(), "comparators.csv", &region);
    overwrite(folder.path(), "years.csv", &[("lower_95", "99.9"), ("upper_95", "100.0")]);
    let text = show(folder.path(), &["--authority", "993"]);
    let widest = text.lines().find(|line| line.starts_with("148 Care")).unwrap();
    assert!(widest.contains("99.9 to 100.0  100.0 · not tested  -99.9 · not tested"), "{widest}");
    show(folder.path(), &["--authority", "993", "--indicator", "148"]);
}

#[test]
fn every_place_of_the_report_is_shown_with_the_numbers_of_the_tables() {
    let folder = report();
    let figures = rows(&folder.path().join("r/restricted/indicators.csv"));
    let codes: BTreeSet<&str> = figures.iter().map(|row| row["code"].as_str()).collect();
    assert_eq!(codes.len(), 6 + 2 + 1);
    for code in codes {
        let text = show(folder.path(), &["--authority", code]);
        for row in figures.iter().filter(|row| row["code"] == code) {
            let number = format!("{:<4}", row["indicator"]);
            let line = text.lines().find(|line| line.starts_with(&number)).unwrap();
            for cell in ["value", "change", "england_value"].map(|column| &row[column]) {
                assert!(line.contains(cell.as_str()), "{code}: {cell} is not in {line}");
            }
        }
    }
    for row in figures.iter().filter(|row| row["code"] == "996") {
        let text = show(folder.path(), &["--authority", "996", "--indicator", &row["indicator"]]);
        for column in
            ["numerator", "denominator", "lower_99_8", "upper_99_8", "rank", "funnel_upper_99_8", "change_lower_95"]
        {
            assert!(text.contains(row[column].as_str()), "NI {}: {column} is not in {text}", row["indicator"]);
        }
    }
}

#[test]
fn a_place_is_found_by_code_and_by_name_however_it_is_written() {
    let folder = report();
    let first_line = |asked: &str| show(folder.path(), &["--authority", asked]).lines().next().unwrap().to_owned();
    for (asked, expected) in [
        ("994", "Fenwold & Sands (994)"),
        ("fenwold and sands", "Fenwold & Sands (994)"),
        ("E12000091", "Northern Reaches (E12000091)"),
        ("northern reaches", "Northern Reaches (E12000091)"),
        ("england", "England"),
        ("E92000001", "England"),
    ] {
        assert_eq!(first_line(asked), format!("{expected} at 31 March 2011, twelve months"));
    }
}

#[test]
fn nothing_steers_a_pipe_even_without_no_color() {
    let folder = report();
    let (out, _) = said(stocktake(folder.path()).env_remove("NO_COLOR").args(["show", "r"]), 0);
    assert!(!out.contains('\u{1b}'));
    assert_eq!(out, show(folder.path(), &[]));
}

#[test]
fn what_cannot_be_shown_says_why_and_what_to_do() {
    let folder = report();
    let here = folder.path();
    let unknown = stopped(here, &["r", "--authority", "Atlantis"]);
    assert!(
        unknown.contains("the report has no 'Atlantis' help: it has Ashwater (991), Brindlecombe (992)"),
        "{unknown}"
    );
    assert!(unknown.contains("Hollowdale (996), and 3 more"), "{unknown}");
    let part = stopped(here, &["r", "--authority", "fenwold"]);
    assert!(part.contains("it has Fenwold & Sands (994), Ashwater (991)"), "{part}");
    assert!(stopped(here, &["r", "--authority", ""]).contains("the report has no ''"));
    assert!(stopped(here, &["r", "--indicator", "64"]).contains("NI 64 is not one of the ten indicators"));
    assert!(stopped(here, &["nowhere"]).contains("nowhere does not exist help: give the folder"));
    assert!(stopped(here, &["r/restricted"]).contains("no run.json"));
    let comparators = here.join("r/restricted/comparators.csv");
    let text = fs::read_to_string(&comparators).unwrap();
    fs::write(&comparators, text.replacen("cannot be told", "better", 1)).unwrap();
    assert!(stopped(here, &["r"]).contains("comparators.csv has been changed since it was written"));
    fs::remove_file(&comparators).unwrap();
    assert!(stopped(here, &["r"]).contains("comparators.csv cannot be read, though run.json lists it"));
}

#[test]
fn several_days_are_shown_side_by_side() {
    let folder = tempfile::tempdir().unwrap();
    let days = ["--every", "quarter", "--from", "2010-12-31", "--to", "2011-03-31", "--out", "r", "--no-charts"];
    said(stocktake(folder.path()).arg("run").arg(data()).args(days), 0);
    let shown =
        |more: &[&str]| said(stocktake(folder.path()).args(["show", "r", "--authority", "993"]).args(more), 0).0;
    let of = |day: &str, column: &str| {
        let rows = rows(&folder.path().join("r").join(day).join("restricted/indicators.csv"));
        rows.into_iter().find(|row| row["code"] == "993" && row["indicator"] == "62").unwrap()[column].clone()
    };

    let brief = shown(&[]);
    assert!(brief.contains("(993), 31 December 2010 to 31 March 2011"), "{brief}");
    assert!(brief.contains("12/2010") && brief.contains("03/2011"), "{brief}");
    let line = brief.lines().find(|line| line.starts_with("62 ")).unwrap();
    let [december, march] = ["2010-12-31", "2011-03-31"].map(|day| of(day, "value"));
    assert!(line.contains(&format!("{december}%")) && line.contains(&format!("{march}%")), "{line}");
    assert!(in_one_line(&brief).contains("Successive days share most of their children"), "{brief}");

    let words = "To see one of them, add --authority with its name: Ashwater, ";
    let of_all = said(stocktake(folder.path()).args(["show", "r"]), 0).0;
    assert!(in_one_line(&of_all).contains(words) && !in_one_line(&brief).contains(words), "{of_all}");

    let full = shown(&["--indicator", "62"]);
    let line = full.lines().find(|line| line.starts_with("2010-12-31")).unwrap();
    assert!(
        line.contains(&format!("{} of {}", of("2010-12-31", "numerator"), of("2010-12-31", "denominator"))),
        "{line}"
    );
}

#[test]
fn a_change_beyond_its_limits_but_not_by_the_exact_test_says_why_it_is_similar() {
    // 0 of 8 and 4 of 10: Newcombe's limits are from 0.2 to 68.7 points, and Fisher's p is (210 + 70) / 3,060.
    let folder = tempfile::tempdir().unwrap();
    let heading = "CHILD,DECOM,RNE,LS,PLACE,DEC,REC\n";
    let open =
        |children: &str, from: &str| children.chars().map(|child| format!("{child},{from},S,C2,U1,,\n")).collect();
    let moved = |child: char| {
        format!(
            "{child},01/04/2009,S,C2,U1,01/06/2010,X1\n{child},01/06/2010,P,C2,Q1,01/08/2010,X1\n\
             {child},01/08/2010,P,C2,Q2,,\n"
        )
    };
    let earlier: String = open("ABCDEFGH", "01/04/2009");
    let stayed: String = open("EFGH", "01/04/2009");
    let came: String = open("IJ", "01/05/2010");
    let moved: String = "ABCD".chars().map(moved).collect();
    for (year, rows) in [(2010, earlier), (2011, moved + &stayed + &came)] {
        let place = folder.path().join(format!("returns/810/{year}"));
        fs::create_dir_all(&place).unwrap();
        fs::write(place.join("episodes.csv"), format!("{heading}{rows}")).unwrap();
    }
    let arguments = ["run", "returns", "--as-at", "2011-03-31", "--out", "r", "--no-charts", "--quiet"];
    said(stocktake(folder.path()).args(arguments), 0);
    let (out, _) = said(stocktake(folder.path()).args(["show", "r", "--authority", "810", "--indicator", "62"]), 0);
    let out = in_one_line(&out);
    assert!(out.contains("Fisher's exact test, p 0.0915); the limits leave out no change, but of so few"), "{out}");
}

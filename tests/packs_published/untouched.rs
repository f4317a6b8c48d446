//! A report as it was written passes the audit, however it was made: with the lists that its record names, or with the
//! same lists given by hand.

use super::{audit, run};
use crate::folder::{copy, data, rows, said, stocktake, tree};
use std::fs;
use std::path::Path;

/// Lists of every kind, and the choices that name them.
const LISTS: [&str; 12] = [
    "--neighbours",
    "near.csv",
    "--targets",
    "targets.csv",
    "--group",
    "Coast=995,996",
    "--funnel",
    "wilson",
    "--interval",
    "clopper-pearson",
    "--published",
    "published.csv",
];

fn write_lists(folder: &Path) {
    let near = "code,rank,neighbour\n996,1,995\n996,2,994\n996,3,992\n992,1,993\n992,2,991\n";
    let targets = "indicator,year,code,target\n62,2011,996,9\n66,2012,992,95\n";
    let published = "time_period,geographic_level,code,name,indicator,numerator,denominator,value,source\n\
                     2011,National,E92000001,England,62,7000,65520,10.7,Made up\n\
                     2010,Regional,E12000091,Northern Reaches,62,12,120,10.0,Made up\n\
                     2008,Local authority,996,Hollowdale,62,20,200,10.0,Made up\n";
    for (file, text) in [("near.csv", near), ("targets.csv", targets), ("published.csv", published)] {
        fs::write(folder.join(file), text).unwrap();
    }
}

#[test]
fn a_report_of_any_making_passes() {
    let two_days = ["--as-at", "2011-03-31", "--as-at", "2010-12-31"];
    let with_lists = [&LISTS[..], &["--disclosure", "round-5"]].concat();
    let exams_twice = ["--disclosure", "round-5", "--as-at", "2010-03-31", "--as-at", "2010-12-31"];
    let made: [&[&str]; 10] = [
        &[],
        &["--chart-files", "svg,png"],
        &["--ods", "--pptx"],
        &["--no-charts"],
        &["--disclosure", "round-5"],
        &["--basis", "year-to-date", "--as-at", "2010-12-31"],
        &two_days,
        &exams_twice,
        &LISTS,
        &with_lists,
    ];
    for more in made {
        let folder = tempfile::tempdir().unwrap();
        write_lists(folder.path());
        run(folder.path(), more);
        let said = audit(folder.path(), &["r"], 0);
        assert!(said.contains("Nothing hidden can be worked out"), "{more:?}: {said}");
        let files = tree(&folder.path().join("r"));
        let any = |end: &str| files.keys().any(|file| file.contains("publish/") && file.ends_with(end));
        assert_eq!(any(".html"), !more.contains(&"--no-charts"), "{more:?}");
        assert_eq!([any(".svg"), any(".png")], [more.contains(&"svg,png"); 2], "{more:?}");
    }
}

#[test]
fn lists_are_found_from_the_record_or_given_by_hand() {
    let folder = tempfile::tempdir().unwrap();
    write_lists(folder.path());
    run(folder.path(), &LISTS);
    let page = fs::read_to_string(folder.path().join("r/publish/authorities/996-hollowdale.html")).unwrap();
    for told in ["neighbours", "local target"] {
        assert!(page.contains(told), "{told}");
    }
    // The owner asked for exact intervals; what is printed has Wilson's, and says so.
    let owners = fs::read_to_string(folder.path().join("r/restricted/authorities/996-hollowdale.html")).unwrap();
    let told = ["Wilson (1927)", "Clopper and Pearson (1934), as asked for"];
    assert_eq!(told.map(|told| page.contains(told)), [true, false]);
    assert_eq!(told.map(|told| owners.contains(told)), [false, true]);
    // From the report, and from its folder of what is published.
    audit(folder.path(), &["r"], 0);
    audit(folder.path(), &["r/publish"], 0);
    fs::rename(folder.path().join("r/publish"), folder.path().join("public")).unwrap();
    fs::remove_dir_all(folder.path().join("r")).unwrap();
    let authorities = data().join("authorities.csv").display().to_string();
    let by_hand = [&["public", "--authorities", &authorities][..], &LISTS].concat();
    audit(folder.path(), &by_hand, 0);
    // Without a list, or without the choices, what it gave is named.
    for without in [0..2, 2..4, 4..10, 10..12] {
        let given: Vec<&str> = by_hand.iter().copied().filter(|word| !LISTS[without.clone()].contains(word)).collect();
        let said = audit(folder.path(), &given, 3);
        assert!(
            said.contains("if it was made with lists of targets, neighbours or the like, give them here too"),
            "{said}"
        );
    }
}

#[test]
fn an_authority_of_its_own_is_audited_too() {
    // England is no more than itself then, and what is hidden of one is hidden of both.
    let folder = tempfile::tempdir().unwrap();
    let all = fs::read_to_string(data().join("authorities.csv")).unwrap();
    let of_one: String = all
        .lines()
        .filter(|line| !line.starts_with("99") || line.starts_with("996"))
        .map(|line| format!("{line}\n"))
        .collect();
    fs::write(folder.path().join("one.csv"), of_one).unwrap();
    copy(&data().join("2010/996-hollowdale"), &folder.path().join("returns/2010/996-hollowdale"));
    let arguments =
        ["--as-at", "2010-03-31", "--authorities", "one.csv", "--quiet", "--out", "r", "--disclosure", "both-sides"];
    said(stocktake(folder.path()).args(["run", "returns"]).args(arguments), 0);
    audit(folder.path(), &["r"], 0);
    let published = rows(&folder.path().join("r/publish/indicators.csv"));
    let value = |code: &str, indicator: &str| {
        let row = published.iter().find(|row| row["code"] == code && row["indicator"] == indicator).unwrap();
        row["value"].clone()
    };
    assert_eq!([value("996", "147"), value("E92000001", "147")], ["c", "c"]);
    assert_eq!([value("996", "66"), value("E92000001", "66")], ["96.6", "96.6"]);
}

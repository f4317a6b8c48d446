//! The ids of children in columns where none belongs, in the tables of a check and of a comparison.

use super::{EPISODES, all_said, put, rows};
use std::path::Path;

/// Runs the returns in a folder into another.
fn run(at: &Path, returns: &str, out: &str) {
    all_said(at, &["run", returns, "--as-at", "2011-03-31", "--no-charts", "--quiet", "--out", out], 0);
}

#[test]
fn the_findings_of_a_check_show_no_id_where_none_belongs() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    let children =
        "SC000001,01/04/2010,S,C2,SC000002,,,,\nSC000002,01/04/2010,S,C2,U1,,,,\nSC000003,01/04/2010,S,C2,U1,,,,\n";
    put(at, "returns/301/2011/episodes.csv", &format!("{EPISODES}{children}"));
    let reviews =
        "CHILD,REVIEW,REVIEW_CODE\nSC000001,01/06/2010,PN1\nSC000002,sc000001,PN1\nSC000003,01/06/2010,SC000009\n";
    put(at, "returns/301/2011/reviews.csv", reviews);
    let told = all_said(at, &["check", "returns", "--out", "c"], 0);
    let found = rows(&at.join("c/check/findings.csv"));
    let of = |column: &str| found.iter().filter(|row| row["fields"].split("; ").any(|of| of == column)).count();
    assert!(of("PLACE") > 0 && of("REVIEW") > 0 && of("REVIEW_CODE") > 0, "{found:?}");
    for row in &found {
        assert!(!row["values"].to_lowercase().contains("sc00000") || row["fields"].contains("REVIEW_CODE"), "{row:?}");
    }
    let of_review = found.iter().find(|row| row["fields"] == "REVIEW").unwrap();
    assert_eq!(of_review["values"], "a child's id, not shown");
    // No child has this id, so that it may as well be a code.
    assert!(found.iter().any(|row| row["values"].contains("SC000009")), "{found:?}");
    assert!(!told.to_lowercase().contains("sc00000") || told.contains("SC000009"), "{told}");
}

#[test]
fn the_rows_of_a_comparison_show_no_id_where_none_belongs() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    // SC000003 is in a file that did not change.
    put(at, "returns/301/2011/header.csv", "CHILD,SEX,DOB,ETHNIC\nSC000003,1,01/05/2000,WBRI\n");
    let children = |place: &str, post: &str| {
        format!(
            "{EPISODES}SC000001,01/04/2010,S,C2,U1,01/05/2010,X1,,\nSC000001,01/05/2010,P,C2,{place},01/06/2010,X1,,{post}\n\
             SC000001,01/06/2010,P,C2,U1,,,,\nSC000002,01/04/2010,S,C2,U1,,,,\nSC000003,01/04/2010,S,C2,U1,,,,\n"
        )
    };
    put(at, "returns/301/2011/episodes.csv", &children("T0", ""));
    run(at, "returns", "a");
    put(at, "returns2/301/2011/header.csv", "CHILD,SEX,DOB,ETHNIC\nSC000003,1,01/05/2000,WBRI\n");
    put(at, "returns2/301/2011/episodes.csv", &children("sc000002", "SC000003"));
    run(at, "returns2", "b");
    let told = all_said(at, &["compare", "a", "b", "--children", "--out", "c"], 1);
    let found = rows(&at.join("c/compare/rows.csv"));
    let changed: Vec<&String> = found.iter().filter(|row| row["only"] == "after").map(|row| &row["cells"]).collect();
    assert_eq!(
        changed,
        ["DECOM=2010-05-01; RNE=P; LS=C2; PLACE=a child's id, not shown; DEC=2010-06-01; REC=X1; \
             PL_POST=a child's id, not shown"]
    );
    assert!(told.contains("PLACE T0 -> a child's id, not shown"), "{told}");
    assert!(!told.contains("SC000002") && !told.contains("sc000002"), "{told}");
}

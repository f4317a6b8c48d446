//! No identity goes out: what tells who a child is stands in no table and in no message.

mod known;
mod printed;

use crate::folder::{opened, rows, said, stocktake};
use std::fs;
use std::path::Path;

const EPISODES: &str = "CHILD,DECOM,RNE,LS,PLACE,DEC,REC,HOME_POST,PL_POST\n";

fn put(folder: &Path, name: &str, text: &str) {
    let place = folder.join(name);
    fs::create_dir_all(place.parent().unwrap()).unwrap();
    fs::write(place, text).unwrap();
}

/// Runs the program; all that it said, its exit code checked.
fn all_said(folder: &Path, arguments: &[&str], code: i32) -> String {
    let (out, error) = said(stocktake(folder).args(arguments), code);
    out + &error
}

/// The texts of all that a run, a check and a comparison wrote; charts as pixels left out.
fn written(folder: &Path) -> String {
    let files = opened(folder).into_iter().filter(|(name, _)| !name.ends_with(".png"));
    files.map(|(name, bytes)| format!("{name}\n{}\n", String::from_utf8(bytes).unwrap())).collect()
}

/// A return in which every identifying field stands, as it should and as it should not.
fn exact_return(folder: &Path, birth: &str, postcode: &str) {
    let at = |name: &str, text: String| put(folder, &format!("returns/301/2011/{name}.csv"), &text);
    at(
        "header",
        format!(
            "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\nSECRET7001,2,{birth},WBRI,A123456789012,1,23/07/2010\n\
             SECRET7001,2,2000-05-19,WBRI,A123456789012,1,23/07/2010\nSECRET7002,1,19/05/00,WBRI,B123456789012,,\n\
             SECRET7003,1,19/05/1992,A123456789012,WBRI,,\nSECRET7004,1,19/05/2012,QQQQ,UN1,,\n"
        ),
    );
    at(
        "episodes",
        format!(
            "{EPISODES}SECRET7001,01/04/2009,S,C2,U1,01/06/2010,X1,QX1 2ZZ,{postcode}\nSECRET7001,01/06/2010,T,C2,U1,,,QX1 2ZZ,QX93ZZ\n\
             SECRET7001,A123456789012,P,C2,U1,,,,\nSECRET7001,QX1 2ZZ,P,C2,U1,,,,\nSECRET7002,01/04/2010,S,V2,A123456789012,,,The Old Mill,QX9 3ZZ\n\
             SECRET7003,01/04/2008,S,C2,U1,01/07/2010,E5,QX1 2ZZ,\n"
        ),
    );
    at("reviews", "CHILD,DOB,REVIEW,REVIEW_CODE\nSECRET7001,20/05/2000,01/06/2010,PN1\n".to_owned());
    at("oc2", "CHILD,DOB,SDQ_SCORE,SDQ_REASON\nSECRET7001,21/05/2000,12,\nSECRET7002,19th May,,SDQ1\n".to_owned());
    at("oc3", "CHILD,DOB,IN_TOUCH,ACTIV,ACCOM\nSECRET7003,1992-05-22,YES,F1,B1\n".to_owned());
    at("ad1", "CHILD,DOB,DATE_INT\nSECRET7001,2000-05-23,\n".to_owned());
    at("no-heading", "SECRET7009,2,24/05/2000,WBRI,A123456789012,QX1 2ZZ\n".to_owned());
}

/// What may stand nowhere: dates of birth however they are written, postcodes and UPNs.
const TOLD: [&str; 24] = [
    "18/05/2000",
    "19/05/2000",
    "2000-05-1",
    "18 May",
    "19 May",
    "19/05/00",
    "19TH MAY",
    "19th May",
    "20/05/2000",
    "21/05/2000",
    "2000-05-2",
    "22 May",
    "1992-05-22",
    "19/05/1992",
    "1992-05-19",
    "23/07/2010",
    "2010-07-23",
    "19/05/2012",
    "24/05/2000",
    "QX1 2ZZ",
    "QX12ZZ",
    "QX93ZZ",
    "A123456789012",
    "B123456789012",
];

#[test]
fn no_exact_date_of_birth_postcode_or_upn_is_written_or_said() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    let mut texts = Vec::new();
    let run = |out: &str| all_said(at, &["run", "returns", "--as-at", "2011-03-31", "--out", out], 0);
    exact_return(at, "18/05/2000", "QX93ZY");
    put(at, "returns/301/2011/oc2.csv", "CHILD,DOB,SDQ_SCORE,SDQ_REASON\nSECRET7001,21/05/2000,,SDQ1\n");
    fs::rename(at.join("returns"), at.join("earlier")).unwrap();
    texts.push(all_said(at, &["run", "earlier", "--as-at", "2011-03-31", "--out", "before"], 0));
    exact_return(at, "19/05/2000", "QX9 3ZZ");
    texts.push(run("after"));
    texts.push(all_said(at, &["check", "returns", "--out", "after"], 0));
    for child in ["SECRET7001", "SECRET7002", "SECRET7003", "SECRET7004"] {
        let asked = ["explain", "returns", "--as-at", "2011-03-31", "--authority", "301", "--child", child];
        texts.push(all_said(at, &[&asked[..], &["--svg", "after/child.svg"]].concat(), 0));
        fs::rename(at.join("after/child.svg"), at.join(format!("after/{child}.svg"))).unwrap();
    }
    let compared = all_said(at, &["compare", "before", "after", "--children", "--out", "after"], 1);
    texts.push(compared.clone());
    texts.push(written(&at.join("before")));
    texts.push(written(&at.join("after")));
    for text in &texts {
        for told in TOLD {
            assert!(!text.contains(told), "{told}\n{text}");
        }
        assert!(!text.contains("Old Mill") && !text.contains("OLD MILL"), "{text}");
    }
    // What is left tells enough to find and mend it.
    let cleaning = fs::read_to_string(at.join("after/restricted/cleaning.csv")).unwrap();
    assert!(cleaning.contains("date_unreadable_ignored,DOB,a date of birth that cannot be read,"), "{cleaning}");
    assert!(cleaning.contains("date_unreadable,DECOM,\"a UPN, not shown\","), "{cleaning}");
    assert!(cleaning.contains("date_unreadable,DECOM,QX1 2,"), "{cleaning}");
    let findings = fs::read_to_string(at.join("after/check/findings.csv")).unwrap();
    assert!(findings.contains("DOB; DOB in Header,May 2000; May 2000,"), "{findings}");
    assert!(texts[3].contains("  SEX  DOB       ETHNIC  MOTHER  MC_DOB\n"), "{}", texts[3]);
    assert!(texts[3].contains("QX1 2      QX9 3\n"), "{}", texts[3]);
    assert!(compared.contains("DOB May 2000 -> another in May 2000"), "{compared}");
}

#[test]
fn ids_are_on_the_terminal_only_where_they_are_asked_for() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    exact_return(at, "18/05/2000", "QX9 3ZY");
    let explain = ["explain", "returns", "--as-at", "2011-03-31", "--authority", "301"];
    let mut texts = vec![
        all_said(at, &["run", "returns", "--as-at", "2011-03-31", "--out", "before"], 0),
        all_said(at, &["check", "returns", "--out", "before"], 0),
        all_said(at, &explain, 0),
        all_said(at, &[&explain[..], &["--child", "SECRET7"]].concat(), 2).replace("'SECRET7'", ""),
    ];
    for number in ["58", "61", "62", "63", "66", "147", "148"] {
        texts.push(all_said(at, &[&explain[..], &["--indicator", number]].concat(), 0));
    }
    put(at, "returns/301/2011/oc2.csv", "CHILD,SDQ_SCORE\n");
    all_said(at, &["run", "returns", "--as-at", "2011-03-31", "--out", "after"], 0);
    texts.push(all_said(at, &["compare", "before", "after"], 1));
    for text in texts {
        assert!(!text.contains("SECRET"), "{text}");
    }
    let listed = all_said(at, &[&explain[..], &["--indicator", "62"]].concat(), 0);
    assert!(
        !listed.contains("SE") && listed.contains("Ids are left out: the same command with --children lists"),
        "{listed}"
    );
    let listed = all_said(at, &[&explain[..], &["--indicator", "62", "--children"]].concat(), 0);
    assert!(listed.contains("SECRET7001  SECRET7002") && !listed.contains("left out"), "{listed}");
    let near = all_said(at, &[&explain[..], &["--child", "SECRET7", "--children"]].concat(), 2);
    assert!(near.contains("SECRET7001"), "{near}");
    assert!(all_said(at, &["compare", "before", "after", "--children"], 1).contains("SECRET7001"));
}

#[test]
fn a_file_with_columns_that_look_identifying_is_refused_unless_allowed() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    put(at, "returns/301/2011/episodes.csv", &format!("{EPISODES}7,01/04/2010,S,C2,U1,,,,\n"));
    put(
        at,
        "returns/301/2011/header.csv",
        "CHILD,SEX,DOB,ETHNIC,Forename,E-mail\n7,1,01/05/2000,WBRI,Hildegard,h@example.org\n",
    );
    put(at, "returns/301/2011/uasc.csv", "CHILD,DOB,DUC,Telephone\n7,01/05/2000,,0123456789\n");
    let run: &[&str] = &["run", "returns", "--as-at", "2011-03-31", "--out", "r"];
    let check: &[&str] = &["check", "returns", "--out", "r"];
    let explain: &[&str] = &["explain", "returns", "--as-at", "2011-03-31", "--authority", "301", "--child", "7"];
    for arguments in [run, check, explain] {
        let text = all_said(at, arguments, 0);
        for words in [
            "returns/301/2011/header.csv, line 1: has the columns FORENAME, E-MAIL, no part of a return, which look identifying\n    \
             not read; to fix it: take what tells who a child is out, or give --allow-identifying\n",
            "returns/301/2011/uasc.csv, line 1: has the column TELEPHONE, no part of a return, which looks identifying\n",
        ] {
            assert!(text.contains(words), "{arguments:?}: {words}\n{text}");
        }
        let text = all_said(at, &[arguments, &["--allow-identifying"]].concat(), 0);
        assert!(!text.contains("looks identifying") && !text.contains("look identifying"), "{text}");
        assert!(!text.contains("Hildegard") && !text.contains("HILDEGARD"), "{text}");
    }
    let written = written(&at.join("r")).to_uppercase();
    assert!(!written.contains("HILDEGARD") && !written.contains("EXAMPLE.ORG") && !written.contains("0123456789,"));
    let record: serde_json::Value = serde_json::from_str(&fs::read_to_string(at.join("r/run.json")).unwrap()).unwrap();
    assert_eq!(record["inputs"][1]["table"], "header", "what was allowed was read");
    // The others were read without it: the child is there, of unknown age.
    all_said(at, run, 0);
    let children = rows(&at.join("r/restricted/children.csv"));
    assert!(children.iter().any(|row| row["child"] == "7" && row["indicator"] == "62"), "{children:?}");
    assert!(at.join("r/restricted/children.csv").is_file());
}

#[test]
fn a_list_of_ones_own_says_what_looks_identifying() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    put(
        at,
        "returns/301/2011/episodes.csv",
        "CHILD,DECOM,RNE,LS,PLACE,DEC,REC,Name,Shoe size\n7,01/04/2010,S,C2,U1,,,,\n",
    );
    let run = ["run", "returns", "--as-at", "2011-03-31", "--out", "r", "--seeds", "seeds"];
    put(at, "seeds/identifying.toml", "words = [\"Shoe Size\"]\nnames = []\n");
    let text = all_said(at, &run, 2);
    assert!(text.contains("SHOE SIZE") && !text.contains("NAME"), "{text}");
    put(at, "seeds/identifying.toml", "words = [\"--\"]\nnames = []\n");
    let text = all_said(at, &run, 2);
    assert!(text.contains("identifying.toml: has a word without letters or digits"), "{text}");
}

#[test]
#[cfg(unix)]
fn what_is_about_children_is_its_owners_alone_whatever_the_umask() {
    use std::os::unix::fs::PermissionsExt;
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    exact_return(at, "18/05/2000", "QX9 3ZY");
    let program = env!("CARGO_BIN_EXE_stocktake");
    let lax = |line: &str| {
        let line = format!("umask 0; {}", line.replace("stocktake", &format!("'{program}'")));
        let status = std::process::Command::new("sh").args(["-c", &line]).current_dir(at).output().unwrap().status;
        assert!(matches!(status.code(), Some(0 | 1)), "{line}");
    };
    // The second run replaces the first.
    for _ in 0..2 {
        lax("stocktake run returns --as-at 2011-03-31 --out r");
        lax("stocktake check returns --out r");
        lax("stocktake compare r r --out r");
        lax("stocktake explain returns --as-at 2011-03-31 --authority 301 --child SECRET7001 --svg r/check/child.svg");
        let mut files = 0;
        for tables in ["restricted", "check", "compare"] {
            for entry in walkdir::WalkDir::new(at.join("r").join(tables)) {
                let entry = entry.unwrap();
                let mode = entry.metadata().unwrap().permissions().mode() & 0o777;
                let own = if entry.file_type().is_dir() { 0o700 } else { 0o600 };
                assert_eq!(mode, own, "{} has mode {mode:o}", entry.path().display());
                files += 1;
            }
        }
        assert!(files > 15, "{files}");
    }
}

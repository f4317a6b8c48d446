//! Children made up by hand, explained.

use super::*;

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
        (vec!["--child", "1003"], "has a child '1003'; 3 ids are similar, which --children shows"),
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
    // The row without an authority is rejected: of the two that the file names, neither has another row of C.
    assert!(text.contains("1 child in its returns"), "{text}");
    // What can move a figure is said, and no more.
    assert!(said_beside.contains("code_of_other_years") && said_beside.lines().count() == 1, "{said_beside}");
}

#[test]
fn of_two_files_of_one_table_the_one_that_stands_is_explained() {
    let tables = [
        ("header", "CHILD,SEX,DOB,ETHNIC\nA,1,01/01/2000,WBRI\n"),
        ("episodes", &*format!("{EPISODES}A,01/05/2007,S,C2,U1,,\n")),
        ("oc2", "CHILD,SDQ_SCORE\nA,10\n"),
        ("oc2_2", "CHILD,SDQ_SCORE\nA,12\n"),
    ];
    let of_58 = |stands: &[&str]| of_barnet(&tables, &[&["--child", "A", "--indicator", "58"], stands].concat(), 0);
    let (text, beside) = of_58(&[]);
    assert!(in_one_line(&text).contains("say which stands with --resubmission"), "{text}");
    assert!(beside.contains("hold oc2 of 2011 of the same children"), "{beside}");
    for (stands, score, not_used) in [("latest", 12, "oc2.csv"), ("302/2011/oc2.csv", 10, "oc2_2.csv")] {
        let (text, beside) = of_58(&["--resubmission", stands]);
        assert!(in_one_line(&text).contains(&format!("with the score {score} in the numerator")), "{text}");
        assert!(!text.contains(&format!("{not_used}, return for 2011")), "{text}");
        assert!(beside.contains(&format!("302/2011/{not_used}: not used")), "{beside}");
    }
    let (_, error) = of_barnet(&tables, &["--resubmission", "oc2.csv"], 2);
    assert!(in_one_line(&error).contains("write latest, or the file or folder that stands"), "{error}");
}

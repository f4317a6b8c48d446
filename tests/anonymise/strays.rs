//! What tells who a child is, where it does not belong: in a cell of any column, in a column of no table, in a name.

use super::*;
use crate::folder::opened;
use crate::sources::written::{Table, xlsx, zipped};

const HEADER: &str = "CHILD,SEX,DOB,ETHNIC\n";
const REVIEWS: &str = "CHILD,REVIEW,REVIEW_CODE\n";

/// All texts of a copy, its names among them, in capitals.
fn all_of(copy: &Path) -> String {
    let files = opened(copy).into_iter();
    files.map(|(name, bytes)| format!("{name}\n{}\n", String::from_utf8_lossy(&bytes).to_uppercase())).collect()
}

/// The copy of one file, and what was said; told what may not be in it.
fn copied(name: &str, text: impl AsRef<[u8]>, arguments: &[&str], code: i32) -> (String, String) {
    let folder = fresh();
    let at = folder.path();
    put(at, &format!("returns/301/2011/{name}"), text);
    let (said, _) = anonymise(at, arguments, code);
    (all_of(&at.join("copy")), said)
}

#[test]
fn an_id_or_a_date_of_birth_is_replaced_in_a_column_where_none_belongs() {
    let folder = fresh();
    let at = folder.path();
    put(
        at,
        "returns/301/2011/header.csv",
        format!(
            "{HEADER}SC000001,04/05/2000,1,WBRI\nSC000002,SC000001,03/05/2000,03/05/2000\nSC000003,1,07/05/2000,\"45,194\"\n0045194,1,06/05/2000,WBRI\n"
        ),
    );
    put(
        at,
        "returns/301/2011/episodes.csv",
        "CHILD,DECOM,RNE,LS,PLACE,DEC,REC,URN,MOTHER\nSC000001,01/04/2010,S,C2 - sc000002's,U1,,,45194,SC000001\nSC000002,03/05/2000,S,C2,U1,SC-000-001,,=\"SC000001\",\n",
    );
    // Columns that are swapped, and a review said to be held on the day of birth.
    put(
        at,
        "returns/301/2011/reviews.csv",
        format!("{REVIEWS}01/06/2010,SC000001,PN1\nSC000002,03/05/2000,0045194\nSC000003,04/05/2000,PN1\n"),
    );
    let (said, _) = anonymise(at, &["--list"], 0);
    let all = all_of(&at.join("copy"));
    for told in ["SC000001", "SC000002", "SC-000-001", "45194", "45,194", "04/05/2000,1,", "PN1,03/05"] {
        assert!(!all.contains(told), "{told}\n{all}");
    }
    for named in [
        "header.csv, line 2: SEX",
        "header.csv, line 3: SEX",
        "header.csv, line 3: ETHNIC",
        "header.csv, line 4: ETHNIC",
        "episodes.csv, line 2: LS",
        "episodes.csv, line 2: URN",
        "episodes.csv, line 3: DEC",
        "episodes.csv, line 3: URN",
        "reviews.csv, line 2: REVIEW",
        "reviews.csv, line 3: REVIEW",
        "reviews.csv, line 3: REVIEW_CODE",
    ] {
        assert!(said.contains(&format!("  returns/301/2011/{named}\n")), "{named}\n{said}");
    }
    // The day of another child's birth is a day like any other.
    assert!(all.contains("04/05/2000,PN1"), "{all}");
    // Care may begin with birth, and its day is said.
    let (_, kept) = said.split_once("Kept, though").unwrap();
    assert!(kept.contains("  returns/301/2011/episodes.csv, line 3: DECOM\n"), "{said}");
    assert!(all.contains(",03/05/2000,S,C2,U1,?"), "{all}");
    assert!(all.contains(",S,C2,U1,,,?"), "a label that names somebody is cut off: {all}");
}

#[test]
fn columns_that_are_no_part_of_the_return_are_left_out_unless_they_are_kept() {
    let notes = "CHILD,NOTES,REVIEW,X\nSC000001,for SC-000-001,01/06/2010,a\nSC000002,born 3rd of May 2000,01/06/2010,b\n\
                 SC000003,\"AB1 2CD, since May\",01/06/2010,c\nSC000004,all is well,01/06/2010,d\nSC000005,lives with sc000001,01/06/2010,e\n";
    let header = format!("{HEADER}SC000002,1,03/05/2000,WBRI\n");
    let folder = fresh();
    let at = folder.path();
    put(at, "returns/301/2011/reviews.csv", notes);
    put(at, "returns/301/2011/header.csv", &header);
    let (said, _) = anonymise(at, &["--strict"], 0);
    let of = |line: &str, id_of: &str| line.replace("{}", &id(at, id_of));
    let reviews = fs::read_to_string(at.join("copy/301/2011/reviews.csv")).unwrap();
    assert!(reviews.starts_with(&of("CHILD,REVIEW\n{},01/06/2010\n", "SC000001")), "{reviews}");
    assert!(said.contains("left out (--keep-column NAME keeps one):\n  reviews: NOTES\n  reviews: X\n"), "{said}");
    fs::remove_dir_all(at.join("copy")).unwrap();
    let (said, _) = anonymise(at, &["--keep-column", "notes", "--strict"], 1);
    let reviews = fs::read_to_string(at.join("copy/301/2011/reviews.csv")).unwrap();
    assert!(reviews.starts_with(&of("CHILD,NOTES,REVIEW\n{},,01/06/2010\n", "SC000001")), "{reviews}");
    assert!(reviews.contains(&of("{},\"\",01/06/2010\n", "SC000003")), "{reviews}");
    assert!(reviews.contains(&of("{},all is well,01/06/2010\n", "SC000004")), "{reviews}");
    for line in [2, 3, 4, 6] {
        assert!(said.contains(&format!("  returns/301/2011/reviews.csv, line {line}: NOTES\n")), "{line}\n{said}");
    }
    assert!(said.contains("kept; check that they do not identify a child:\n  reviews: NOTES\n"), "{said}");
}

#[test]
fn what_strays_shows_in_the_exit_code_only_where_it_is_asked_for() {
    let fine = format!("{HEADER}SC000001,1,04/05/2000,WBRI\n");
    assert_eq!(copied("header.csv", &fine, &["--strict"], 0).1.matches("Replaced").count(), 0);
    for stray in ["SC000001,SC000001,,WBRI", "SC000001,1,04/05/00,WBRI", "SC000001,1,,Smith", "SC000001,1,,WBRI,Ann"] {
        let text = format!("{HEADER}{stray}\n");
        copied("header.csv", &text, &[], 0);
        copied("header.csv", &text, &["--strict"], 1);
    }
}

#[test]
fn a_name_of_a_file_folder_or_sheet_that_tells_who_a_child_is_is_another_in_the_copy() {
    let folder = fresh();
    let at = folder.path();
    let header = format!("{HEADER}SC000001,1,03/05/2000,WBRI\n");
    let reviews = format!("{REVIEWS}SC000001,01/06/2010,PN1\n");
    put(at, "returns/301/2011/header.csv", &header);
    put(at, "returns/301/2011/reviews sc-000-001.csv", &reviews);
    put(at, "returns/301-SC000001/2010/reviews.csv", &reviews);
    put(at, "returns/2009/born 3 May 2000/Barnet AB1 2CD.csv", &reviews);
    let sheet = |name: &str| Table {
        name: name.to_owned(),
        rows: vec![vec!["CHILD".to_owned(), "REVIEW".to_owned()], vec!["SC000001".to_owned(), "01/06/2010".to_owned()]],
    };
    put(at, "returns/301/2008/book.xlsx", xlsx(&[sheet("SC000001"), sheet("more")]));
    put(
        at,
        "returns/301/2007/all.zip",
        zipped(&[("SC000001/reviews 2000-05-03.csv".to_owned(), reviews.clone().into_bytes())]),
    );
    let (said, _) = anonymise(at, &["--strict", "--list"], 1);
    let all = all_of(&at.join("copy"));
    for told in ["SC000001", "SC-000-001", "3 MAY", "2000-05-03", "AB1"] {
        assert!(!all.to_uppercase().contains(told), "{told}\n{all}");
    }
    let (_, named) = said.split_once("Given another name").unwrap();
    for name in [
        "301/2011/reviews sc-000-001.csv",
        "301-SC000001/2010/reviews.csv",
        "2009/born 3 May 2000/Barnet AB1 2CD.csv",
        "301/2008/book.xlsx [SC000001]",
        "301/2007/all.zip/SC000001/reviews 2000-05-03.csv",
    ] {
        assert!(named.contains(&format!("  returns/{name}\n")), "{name}\n{said}");
    }
    // Whose the returns are is still told: every file has its place.
    assert_eq!(returns_checked(at, "copy"), returns_checked(at, "returns"));
}

/// The authority, year and number of children of each return.
fn returns_checked(at: &Path, returns: &str) -> Vec<[String; 3]> {
    said(stocktake(at).args(["check", returns, "--out", "r", "--quiet"]), 0);
    let of = |row: BTreeMap<String, String>| ["la_code", "year", "children"].map(|column| row[column].clone());
    rows(&at.join("r/check/returns.csv")).into_iter().map(of).collect()
}

#[test]
fn elements_of_xml_that_are_no_part_of_the_return_are_left_out() {
    let text = "<?xml version=\"1.0\"?>\n<EXPSSDA903>\n<CHILD>\n<HEADER><CHILDID>SC000001</CHILDID><SEX>03/05/2000</SEX><DOB>2000-05-03</DOB>\
                <ETHNIC>WBRI</ETHNIC><SC000001/><NOTE>SC000001</NOTE>\n<PACK-SC000001><AREVIEW><REVIEW>2000-05-03</REVIEW><OTHER>Ann</OTHER>\
                </AREVIEW></PACK-SC000001><AREVIEW><REVIEW>2010-06-01</REVIEW></AREVIEW></HEADER>\n<EPISODE><DECOM>2010-04-01</DECOM><RNE>S</RNE>\
                <LS>C2</LS><PL>U1</PL><DEC/><REC/></EPISODE>\n</CHILD>\n</EXPSSDA903>\n";
    let (all, said) = copied("return.xml", text, &[], 0);
    for told in ["SC000001", "2000-05-03", "03/05/2000", "ANN", "NOTE", "PACK"] {
        assert!(!all.contains(told), "{told}\n{all}");
    }
    assert!(
        all.contains("<GROUP><AREVIEW><REVIEW>?") && all.contains("<AREVIEW><REVIEW>2010-06-01</REVIEW></AREVIEW>"),
        "{all}"
    );
    assert!(all.contains("<DEC/><REC/></EPISODE>"), "{all}");
    assert!(said.contains("header: NOTE"), "{said}");
    assert!(said.contains("return.xml, line 4: SEX") || said.contains("line 4: SEX"), "{said}");
}

#[test]
fn a_list_of_authorities_keeps_its_codes_and_nothing_that_tells_who_a_child_is() {
    let folder = fresh();
    let at = folder.path();
    put(at, "returns/301/2011/header.csv", format!("{HEADER}301,1,31/03/2009,WBRI\nSC000001,1,,\n"));
    put(
        at,
        "returns/authorities.csv",
        "old_la_code,new_la_code,la_name,region_code,region_name,valid_from,valid_to,contact\n\
         301,E09000002,Ash,E12000007,London,,31/03/2009,SC000001\n302,E09000003,SC000001,E12000007,London,,,Ann\n",
    );
    anonymise(at, &[], 0);
    let list = fs::read_to_string(at.join("copy/authorities.csv")).unwrap();
    let expected = "old_la_code,new_la_code,la_name,region_code,region_name,valid_from,valid_to\n\
                    301,E09000002,Ash,E12000007,London,,31/03/2009\n302,E09000003,,E12000007,London,,\n";
    assert_eq!(list, expected);
}

#[test]
fn dates_of_birth_go_to_the_first_of_their_month_in_whatever_way_their_column_is_read() {
    // Month first, as twelve cells show; a number of a spreadsheet among them.
    let births: String = (1..=12).map(|day| format!("{day},1,05/{:02}/2000,WBRI\n", day + 12)).collect();
    let (all, said) = copied("header.csv", format!("{HEADER}{births}99,1,36649,WBRI\n98,1,06/01/2000,WBRI\n"), &[], 0);
    assert_eq!(all.matches("2000-05-01").count(), 13, "{all}");
    assert!(all.contains("2000-06-01"), "what is on the first is written as the others are: {all}");
    assert!(!all.contains("/2000") && !all.contains("36649") && !said.contains("Left blank"), "{all}\n{said}");
}

#[test]
fn lines_that_are_no_rows_are_empty_in_the_copy() {
    let text = "CHILD,REVIEW\nSC000001,01/06/2010\nChild,Review\nTotal,SC000001\n\u{1},\u{2}\nSC000002,01/06/2010\n";
    let folder = fresh();
    let at = folder.path();
    put(at, "returns/301/2011/reviews.csv", text);
    anonymise(at, &["--strict"], 0);
    let expected =
        format!("CHILD,REVIEW\n{},01/06/2010\n\n\n\n{},01/06/2010\n", id(at, "SC000001"), id(at, "SC000002"));
    assert_eq!(fs::read_to_string(at.join("copy/301/2011/reviews.csv")).unwrap(), expected);
}

//! A bad file beside good ones: the good ones are read, and the message names the file, the line, what was found
//! and what would mend it.

use super::Returns;

/// A file that cannot be read.
struct Bad {
    /// Where it lies below the returns.
    path: &'static str,
    /// What it holds.
    bytes: Vec<u8>,
    /// The line that the message names.
    line: u32,
    /// Words for what was found.
    found: &'static str,
    /// Words for what would mend it.
    mend: &'static str,
}

fn utf_16(text: &str) -> Vec<u8> {
    [0xFEFF].into_iter().chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect()
}

fn bad_files() -> Vec<Bad> {
    let bad = |path, bytes: &[u8], line, found, mend| Bad { path, bytes: bytes.to_vec(), line, found, mend };
    let episodes = "CHILD,DECOM,RNE,LS,PLACE,DEC,REC\n900,01/05/2010,S,C2,U4,,\n";
    vec![
        bad("301/2011/workbook.csv", b"PK\x03\x04\x14\x00\x06\x00\x08", 1, "workbook", "CSV UTF-8"),
        bad("301/2011/old-workbook.csv", b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 1, "Excel", "CSV UTF-8"),
        bad("301/2011/page.csv", b"<html><body>Please log in</body></html>", 1, "HTML", "CSV UTF-8"),
        bad(
            "301/2011/letter.csv",
            b"Dear all\nplease find attached\n",
            1,
            "of 1 cell, is the heading of no table",
            "column names",
        ),
        bad("301/2011/empty.csv", b"", 1, "empty", "heading"),
        bad("301/2011/only-a-mark.csv", b"\xEF\xBB\xBF\r\n\r\n", 1, "empty", "heading"),
        bad("301/2011/only-commas.csv", b",,,,\n,,,,\n", 1, "heading", "column names"),
        bad("301/2011/utf-16-cut.csv", &utf_16(episodes)[..31], 1, "UTF-16 text throughout", "cut off"),
        bad("301/2011/null.csv", b"CHILD,REVIEW\n900,\0\n", 2, "null bytes", "CSV UTF-8"),
        bad(
            "301/2011/stray-quotes.csv",
            b"CHILD,REVIEW,NOTE\n900,01/05/2010,a\"b\n901,01/05/2010,\"c\n902,01/05/2010,d\n",
            3,
            "never closed",
            "close the quote",
        ),
        bad("301/2011/bars.csv", episodes.replace(',', "|").as_bytes(), 1, "bars", "commas"),
        bad(
            "301/2011/locked.xlsx",
            b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1",
            1,
            "locked with a password",
            "without a password",
        ),
        bad("301/2011/cut.xlsx", b"PK\x03\x04\x14\x00\x06\x00\x08", 1, "damaged or cut off", "get it again"),
        bad(
            "301/2011/page.xml",
            b"<html><body>Please log in</body></html>",
            1,
            "not that of the return",
            "collection system",
        ),
        bad("301/2011/cut.xml", b"<A>\n<CHILD>\n<HEADER>", 3, "well-formed", "export it again"),
        bad("301/2011/no-dec.csv", b"CHILD,DECOM,RNE,LS,PLACE,REC\n900,01/05/2010,S,C2,U4,\n", 1, "lacks DEC", "DEC"),
        bad("301/2011/no-ethnic.csv", b",,\nCHILD,SEX,DOB\n900,1,01/05/2010\n", 2, "lacks ETHNIC", "ETHNIC"),
        bad("301/2011/no-results.csv", b"CHILD,ACADYR,KS3\n900,2011,5\n", 1, "lacks one of KS2_ENGLEV", "KS2_MATLEV"),
        bad(
            "301/2011/unknown.csv",
            b"SHOE,SIZE\nbrogue,9\n",
            1,
            "of 2 cells, is the heading of no table",
            "column names",
        ),
        bad(
            "301/2011/no-heading.csv",
            b"900,01/05/2010,S,C2,U4,,\n",
            1,
            "of 7 cells, is the heading of no table",
            "column names",
        ),
        bad(
            "301/2011/column-twice.csv",
            b"CHILD,REVIEW,REVIEW\n900,01/05/2010,02/05/2010\n",
            1,
            "two columns called REVIEW",
            "keep",
        ),
        bad("2011/whose.csv", episodes.as_bytes(), 1, "authority", "--authority"),
        bad("301/when.csv", episodes.as_bytes(), 1, "year", "--year"),
        bad("820/2010/too-late.csv", episodes.as_bytes(), 1, "820", "folder"),
    ]
}

/// Where a message says that a bad file is bad: a workbook or archive that cannot be opened has no line.
fn place(Bad { path, line, .. }: &Bad) -> String {
    let is_whole = *line == 1 && [".xlsx", ".zip"].iter().any(|ending| path.ends_with(ending));
    if is_whole { format!("{path}: ") } else { format!("{path}, line {line}: ") }
}

#[test]
fn the_others_are_read_and_the_message_says_what_would_mend_it() {
    for bad in bad_files() {
        let place = place(&bad);
        let Bad { path, bytes, found, mend, .. } = bad;
        let returns = Returns::in_order();
        returns.write(path, bytes);
        let said = returns.run("returns", &[], 0);
        returns.must_have_given_the_answer(path);
        let mut lines = said.lines().skip_while(|text| !text.contains(path));
        let message = lines.next().unwrap_or_else(|| panic!("{path} is not named: {said}"));
        let remedy = lines.next().unwrap_or_default();
        assert!(message.contains(&place), "{message}");
        assert!(message.contains(found), "{path}: what was found is not '{found}': {message}");
        assert!(remedy.contains("to fix it") && remedy.contains(mend), "{path}: '{mend}' would mend it: {remedy}");
    }
}

#[test]
fn with_strict_a_bad_file_ends_in_code_1_and_the_report_is_written() {
    let returns = Returns::in_order();
    returns.write("301/2011/empty.csv", "");
    returns.run("returns", &["--strict"], 1);
    returns.must_have_given_the_answer("--strict");
}

#[test]
fn all_bad_files_at_once_are_each_named_or_counted_with_one_of_their_kind() {
    let returns = Returns::in_order();
    for bad in bad_files() {
        returns.write(bad.path, bad.bytes);
    }
    let said = returns.run("returns", &[], 0);
    returns.must_have_given_the_answer("all bad files at once");
    let all = bad_files();
    let named = all.iter().filter(|bad| said.contains(&place(bad))).count();
    let after_nor = said.split("nor ").skip(1).filter_map(|rest| rest.split(' ').nth(1)?.parse::<usize>().ok());
    assert_eq!(named + after_nor.sum::<usize>(), all.len(), "{said}");
    assert!(named > 10, "{said}");
}

#[test]
fn where_no_file_can_be_read_the_run_stops_and_says_why() {
    for Bad { path, bytes, found, .. } in bad_files() {
        let returns = Returns::new();
        returns.write(path, bytes);
        let said = returns.run("returns", &[], 2);
        let words = said.replace(['│', '×', '╰', '─', '▶'], " ");
        let said = words.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(said.contains(found), "{path}: {said}");
        assert!(!returns.folder.path().join("out/restricted").exists(), "{path}: nothing is written");
    }
}

#[test]
fn other_tables_of_the_return_are_skipped_by_name() {
    for (name, text) in [
        ("placed_adoption", "CHILD,DOB,DATE_PLACED,DATE_PLACED_CEASED\n101,01/01/2000,01/05/2010,\n"),
        ("prev_perm", "CHILD,DOB,PREV_PERM,LA_PERM,DATE_PERM\n101,01/01/2000,P1,301,01/05/2010\n"),
        ("social_worker", "CHILD,DOB,SW_ID,SW_DECOM,SW_DEC,SW_REASON\n101,01/01/1990,AB,01/05/2010,,MANAGE\n"),
        ("deprivation_of_liberty", "CHILD,DOB,DOLO_START,DOLO_END\n101,01/01/1990,01/05/2010,\n"),
    ] {
        let returns = Returns::in_order();
        returns.write("301/2011/other.csv", text);
        let said = returns.run("returns", &["--strict"], 0);
        returns.must_have_given_the_answer(name);
        assert!(said.contains("301/2011/other.csv") && said.contains(name), "{name}: {said}");
    }
}

#[test]
fn tables_of_the_care_population_alone_move_no_figure() {
    for (name, text) in [
        ("uasc", "CHILD,SEX,DOB,DUC\n101,1,01/01/1990,01/05/2010\n"),
        ("missing", "CHILD,DOB,MISSING,MIS_START,MIS_END\n101,01/01/1990,M,01/05/2010,02/05/2010\n"),
    ] {
        let returns = Returns::in_order();
        returns.write("301/2011/other.csv", text);
        returns.run("returns", &[], 0);
        returns.must_have_given_the_answer(name);
    }
}

#[test]
fn files_that_are_not_csv_are_passed_by() {
    let returns = Returns::in_order();
    returns.write("301/2011/notes.txt", "CHILD,REVIEW\n900,01/05/2010\n");
    returns.write("301/2011/.~lock.header.csv#", "Ann,laptop\n");
    returns.write("301/2011/~$episodes.csv", "\u{5}Ann");
    returns.run("returns", &["--strict"], 0);
    returns.must_have_given_the_answer("files that are no returns");
}

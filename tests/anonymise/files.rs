//! Which files are copied, where they go, and who may read them.

use super::*;

#[test]
fn what_is_no_table_or_looks_identifying_is_named_and_never_copied() {
    let folder = fresh();
    let at = folder.path();
    put(at, "returns/301/2011/episodes.csv", format!("{EPISODES}7,01/04/2010,S,C2,U1,,,,\n"));
    put(at, "returns/301/2011/header.csv", "CHILD,SEX,DOB,ETHNIC,Forename\n7,1,02/05/2000,WBRI,Ann\n");
    put(at, "returns/301/2011/uasc.csv", "CHILD,DOB,DUC,NHS number\n7,02/05/2000,,9434765919\n");
    put(at, "returns/301/2011/contacts.csv", "who,where\nAnn,12 High Street\n");
    put(at, "returns/301/2011/missing.csv", "PERSON,MIS_START\n7,01/04/2010\n");
    put(at, "returns/301/2011/reviews.csv", "CHILD,REVIEW,NOTE\n7,01/04/2010,\"a\n7,01/05/2010,b\n");
    put(at, "returns/301/2011/oc2.csv", "CHILD,SDQ_SCORE,NOTE\n7,1,\"a\nb\"\n\"8,2,\n9,3,\n8\",4,\n");
    put(at, "returns/301/2011/notes.docx", "PK");
    let (_, error) = anonymise(at, &[], 1);
    for words in [
        "returns/301/2011/header.csv, line 1: has the column FORENAME, no part of a return, which looks identifying\n    not copied",
        "returns/301/2011/uasc.csv, line 1: has the column NHS NUMBER, no part of a return",
        "returns/301/2011/contacts.csv, line 1: the first line, of 2 cells, is the heading of no table",
        "returns/301/2011/missing.csv, line 1: has no column CHILD",
        "returns/301/2011/reviews.csv, line 2: has a quote on this line that is never closed",
        "returns/301/2011/oc2.csv, line 4: has a quote on this line that is closed only on line 6",
        "returns/301/2011/notes.docx is of a kind that is not read, and is not copied",
    ] {
        assert!(error.contains(words), "{words}\n{error}");
    }
    assert_eq!(tree(&at.join("copy")).into_keys().collect::<Vec<_>>(), ["301/2011/episodes.csv"]);
    let refused = said(stocktake(at).args(["anonymise", "returns", "again", "--key", "key", "--allow-identifying"]), 2);
    assert!(refused.1.contains("--allow-identifying"), "there is no such choice here");
}

#[test]
fn folders_that_tell_whose_the_returns_are_keep_their_names() {
    let folder = fresh();
    let at = folder.path();
    let episodes = format!("{EPISODES}7,01/04/2010,S,C2,U1,,,,\n");
    put(at, "all/302-barnet/2011/episodes.csv", &episodes);
    put(at, "all/301/2011/episodes.csv", &episodes);
    for (given, out, expected) in [
        (&["all"][..], "a", &["301/2011/episodes.csv", "302-barnet/2011/episodes.csv"][..]),
        (&["all/302-barnet"], "b", &["302-barnet/2011/episodes.csv"]),
        (&["all/302-barnet/", "all/301"], "c", &["301/2011/episodes.csv", "302-barnet/2011/episodes.csv"]),
        (&["all/301/2011/episodes.csv"], "d", &["301/2011/episodes.csv"]),
    ] {
        said(stocktake(at).arg("anonymise").args(given).args([out, "--key", "key", "--quiet"]), 0);
        assert_eq!(tree(&at.join(out)).into_keys().collect::<Vec<_>>(), expected, "{given:?}");
    }
    put(at, "one/x.csv", "CHILD,REVIEW\n");
    put(at, "other/x.csv", "CHILD,REVIEW\n");
    let (_, error) = said(stocktake(at).args(["anonymise", "one", "other", "e", "--key", "key"]), 2);
    assert!(in_one_line(&error).contains("would both be called x.csv"), "{error}");
}

#[test]
fn a_copy_never_mixes_with_anything_else() {
    let folder = fresh();
    let at = folder.path();
    put(at, "returns/301/2011/episodes.csv", format!("{EPISODES}7,01/04/2010,S,C2,U1,,,,\n"));
    put(at, "full/notes.txt", "mine");
    fs::create_dir(at.join("empty")).unwrap();
    fs::write(at.join("short"), "secret").unwrap();
    for (arguments, words) in [
        (["returns", "full", "--key", "key"], "full is not an empty folder"),
        (["returns", "returns", "--key", "key"], "lies inside returns"),
        (["returns", "returns/copy", "--key", "key"], "returns/copy lies inside returns"),
        (["returns/301", "returns/301/../301/copy", "--key", "key"], "lies inside returns/301"),
        (["returns", "copy", "--key", "copy/key"], "would lie in copy, with the copy that it undoes"),
        (["returns", "copy", "--key", "none"], "there is no key at none help: give --new-key"),
        (["returns", "copy", "--key", "short"], "the key in short is worth 20 bits at most, and needs 128"),
        (["nowhere", "copy", "--key", "key"], "nowhere does not exist"),
    ] {
        let (_, error) = said(stocktake(at).arg("anonymise").args(arguments), 2);
        let unwrapped = in_one_line(&error);
        assert!(unwrapped.contains(words), "{words}\n{error}");
        assert!(!at.join("copy").exists(), "nothing is written");
    }
    let (_, error) = said(stocktake(at).args(["anonymise", "returns", "copy", "--key", "key", "--new-key"]), 2);
    assert!(error.contains("key already exists"), "{error}");
    assert_eq!(fs::read_to_string(at.join("key")).unwrap(), KEY);
    said(stocktake(at).args(["anonymise", "returns", "empty", "--key", "new", "--new-key", "--quiet"]), 0);
    assert!(Key::read(&at.join("new")).unwrap().id("7") != id(at, "7"));
    said(stocktake(at).args(["anonymise", "returns", "again", "--key", "new", "--quiet"]), 0);
    assert_eq!(tree(&at.join("again")), tree(&at.join("empty")), "the same key gives the same copy");
}

#[test]
fn of_many_things_said_the_first_are_shown_and_all_where_a_list_is_asked_for() {
    let folder = fresh();
    let at = folder.path();
    let rows: String = (1..=7).map(|child| format!("{child},1,02/05/00,WBRI\n")).collect();
    put(at, "returns/301/2011/header.csv", format!("CHILD,SEX,DOB,ETHNIC\n{rows}"));
    let (text, _) = anonymise(at, &[], 0);
    assert!(text.contains("line 6: DOB\n  and 2 more: --list shows them\n") && !text.contains("line 7"), "{text}");
    fs::remove_dir_all(at.join("copy")).unwrap();
    let (text, _) = anonymise(at, &["--list"], 0);
    assert!(text.contains("line 8: DOB\n") && !text.contains("more"), "{text}");
}

#[test]
fn a_large_file_is_copied_whole() {
    let folder = fresh();
    let at = folder.path();
    let rows =
        |of: &dyn Fn(u32) -> String| (0..170_000).map(|row| format!("{},01/05/2010\r\n", of(row / 1_000))).collect();
    let text: String = rows(&|child| format!("{child:07}"));
    assert!(text.len() > 3 << 20, "it is read in several pieces");
    put(at, "returns/301/2011/reviews.csv", format!("CHILD,REVIEW\r\n{text}"));
    let (said, _) = anonymise(at, &[], 0);
    assert!(said.starts_with("1 file, 170000 rows\n"), "{said}");
    let key = Key::read(&at.join("key")).unwrap();
    let expected: String = rows(&|child| key.id(&format!("{child:07}")));
    let copied = fs::read_to_string(at.join("copy/301/2011/reviews.csv")).unwrap();
    assert!(copied == format!("CHILD,REVIEW\r\n{expected}"));
}

#[test]
#[cfg(unix)]
fn the_key_and_the_copy_are_their_owners_alone() {
    use std::os::unix::fs::PermissionsExt;
    let folder = fresh();
    let at = folder.path();
    put(at, "returns/301/2011/episodes.csv", format!("{EPISODES}7,01/04/2010,S,C2,U1,,,,\n"));
    let program = env!("CARGO_BIN_EXE_stocktake");
    let line = format!("umask 0; '{program}' anonymise returns copy --key new --new-key");
    said(std::process::Command::new("sh").args(["-c", &line]).current_dir(at), 0);
    let places: Vec<PathBuf> =
        walkdir::WalkDir::new(at.join("copy")).into_iter().map(|entry| entry.unwrap().into_path()).collect();
    assert_eq!(places.len(), 4);
    for place in places.iter().chain([&at.join("new")]) {
        assert_eq!(fs::metadata(place).unwrap().permissions().mode() & 0o077, 0, "{}", place.display());
    }
    fs::set_permissions(at.join("key"), fs::Permissions::from_mode(0o644)).unwrap();
    fs::remove_dir_all(at.join("copy")).unwrap();
    let (_, error) = anonymise(at, &[], 0);
    assert!(error.contains("key can be read by others"), "{error}");
}

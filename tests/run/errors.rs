//! The errors that a person can cause: each is a chain that ends with a cause and says what to do.

use super::main_job;
use crate::folder::{copy, data, in_one_line, said, stocktake, tree};
use std::fs;
use std::path::Path;

/// What a command that cannot run prints, in one line.
fn printed(folder: &Path, arguments: &str) -> String {
    in_one_line(&said(stocktake(folder).args(arguments.split(' ')), 2).1)
}

/// A folder with some files that are not what they should be.
fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    copy(&data().join("2010/996-hollowdale"), &at.join("returns/2010/996-hollowdale"));
    fs::copy(data().join("authorities.csv"), at.join("returns/authorities.csv")).unwrap();
    for made in ["empty", "seeds", "full"] {
        fs::create_dir(at.join(made)).unwrap();
    }
    for (file, text) in [
        ("a-file", ""),
        ("full/mine.txt", "mine"),
        ("short-key", "secret"),
        ("seeds/targets.csv", "indicator,year,code,target\n62,2011,E92000001,many\n"),
        ("bad.csv", "indicator,year,code\n"),
        ("bad.toml", "interval = \"wald\"\n"),
        ("key.toml", "[column]\nPLACE = [\"Home\"]\n"),
        ("column.toml", "[columns]\n\nPLACES = [\"Home\"]\n"),
        ("code.toml", "[codes.ACCOM]\n\"With parents\" = \"B3\"\n"),
        ("twice.toml", "[columns]\nLS = [\"Kind\"]\nPLACE = [\"kind\"]\n"),
        ("own.toml", "[columns]\nPLACE = [\"ls\"]\n"),
    ] {
        fs::write(at.join(file), text).unwrap();
    }
    folder
}

#[test]
fn an_error_is_a_chain_that_ends_with_its_cause_and_what_to_do() {
    let folder = folder();
    let run = "run returns --as-at 2010-03-31";
    for (arguments, chain) in [
        (
            format!("{run} --out a-file/reports"),
            "× a-file/reports cannot be written ╰─▶ a part of the path is a file help: give a folder that you may write to",
        ),
        (
            format!("{run} --out r --targets nowhere.csv"),
            "× nowhere.csv cannot be read ╰─▶ the path does not exist help: check the path",
        ),
        (format!("{run} --out r --targets empty"), "× empty cannot be read ╰─▶ it is a folder help: check the path"),
        (
            format!("{run} --out r --seeds seeds"),
            "× seeds/targets.csv, line 2: target 'many' is not a number help: write one from 0 to 100, such as 62.5",
        ),
        (
            format!("{run} --out r --settings bad.toml"),
            "× bad.toml, line 1: interval cannot be 'wald' help: write one of wilson, clopper-pearson",
        ),
        (
            format!("{run} --out r --columns nowhere.toml"),
            "× nowhere.toml cannot be read ╰─▶ the path does not exist help: check the path",
        ),
        (
            format!("{run} --out r --columns key.toml"),
            "× key.toml, line 1: 'column' is no part of such a file help: did you mean columns?",
        ),
        (
            "check returns --columns column.toml".to_owned(),
            "× column.toml, line 3: 'PLACES' is no column of the return help: did you mean PLACE?",
        ),
        (
            "columns returns --columns code.toml".to_owned(),
            "× code.toml, line 2: 'B3' is on no year's list of ACCOM help: the nearest listed codes are B1, B2, 0, C1, C2",
        ),
        (
            "explain returns --as-at 2010-03-31 --authority 996 --columns twice.toml".to_owned(),
            "× twice.toml, line 3: 'kind' is given for LS and for PLACE help: keep it once, with the column that it means",
        ),
        (
            "anonymise returns copy --key key --new-key --columns own.toml".to_owned(),
            "× own.toml, line 2: 'ls' is given for PLACE, but is the name of the column LS itself help: take it away",
        ),
        (
            "explain returns --as-at 2010-03-31 --authority 996 --child 1".to_owned(),
            "× no return of Hollowdale (996) has",
        ),
        (
            "synth --out a-file/made".to_owned(),
            "cannot be written ╰─▶ a part of the path is a file help: give a folder",
        ),
        ("anonymise returns copy --key a-file/key".to_owned(), "╰─▶ a part of the path is a file help: check the path"),
    ] {
        let error = printed(folder.path(), &arguments);
        // Windows says otherwise what lies below a file.
        let chain = chain.split("╰─▶ a part").next().filter(|_| cfg!(windows)).unwrap_or(chain);
        assert!(error.contains(chain) && error.contains(" help: "), "{arguments}: {error}");
    }
}

/// Root may write everywhere.
#[test]
#[cfg(unix)]
fn a_folder_that_may_not_be_written_to_is_said_to_be_so() {
    use std::os::unix::fs::PermissionsExt;
    let folder = folder();
    let closed = folder.path().join("empty");
    fs::set_permissions(&closed, fs::Permissions::from_mode(0o500)).unwrap();
    if fs::write(closed.join("probe"), "").is_ok() {
        return;
    }
    let error = printed(folder.path(), "run returns --as-at 2010-03-31 --out empty/r");
    assert!(error.contains("× empty/r cannot be written ╰─▶ permission denied help: give a folder"), "{error}");
}

#[test]
fn every_error_says_what_to_do_and_nothing_twice() {
    let folder = folder();
    let run = |more: &str| format!("run returns --as-at 2010-03-31 --out r {more}");
    for arguments in [
        "run nowhere --as-at 2010-03-31 --out r".to_owned(),
        "run empty --as-at 2010-03-31 --out r".to_owned(),
        "run a-file --as-at 2010-03-31 --out r".to_owned(),
        "run returns --as-at tomorrow --out r".to_owned(),
        "run returns --as-at 2010-02-30 --out r".to_owned(),
        "run returns --as-at 2010-03-30 --out r".to_owned(),
        "run returns --as-at 2010-03-31 --out a-file".to_owned(),
        run("--authority Atlantis"),
        run("--year 10"),
        run("--policy sdq_ages"),
        run("--policy sdq_ages=old"),
        run("--policy no_such=1"),
        run("--authorities bad.csv"),
        run("--targets bad.csv"),
        run("--columns bad.toml"),
        run("--published bad.csv"),
        run("--neighbours bad.csv"),
        run("--disclosure no-such-profile"),
        run("--disclosure bad.toml"),
        run("--already-published empty"),
        run("--already-published full --disclosure none"),
        "show nowhere".to_owned(),
        "show full".to_owned(),
        "compare full full".to_owned(),
        "backtest full".to_owned(),
        "backtest full --tolerance much".to_owned(),
        "audit full".to_owned(),
        "check returns --rule 9999".to_owned(),
        "columns nowhere".to_owned(),
        "columns returns --columns empty".to_owned(),
        "indicators 60".to_owned(),
        "rules 9999".to_owned(),
        "explain returns --as-at 2010-03-31 --authority 995".to_owned(),
        "anonymise returns full --key key --new-key".to_owned(),
        "anonymise returns returns/copy --key key --new-key".to_owned(),
        "anonymise returns copy --key nowhere".to_owned(),
        "anonymise returns copy --key short-key".to_owned(),
        "anonymise returns copy --key a-file --new-key".to_owned(),
        "synth --out a-file".to_owned(),
        "synth --out full --years 1900".to_owned(),
    ] {
        let error = printed(folder.path(), &arguments);
        let (chain, help) = error.split_once(" help: ").unwrap_or_else(|| panic!("{arguments}: no help: {error}"));
        assert!(!help.is_empty() && !chain.contains("(os error"), "{arguments}: {error}");
        let links: Vec<&str> =
            chain.split(['×', '▶', '╰', '├', '─']).map(str::trim).filter(|link| !link.is_empty()).collect();
        for (above, below) in links.iter().zip(&links[1..]) {
            assert!(!above.contains(below), "{arguments}: '{below}' is said twice: {error}");
        }
    }
}

#[test]
fn a_folder_that_is_not_a_report_is_never_replaced() {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("restricted")).unwrap();
    fs::copy(data().join("2009/995-marlbeck/episodes.csv"), folder.path().join("restricted/episodes.csv")).unwrap();
    let arguments =
        ["run", "restricted", "--authority", "302", "--year", "2011", "--as-at", "2011-03-31", "--out", "."];
    let (_, error) = said(stocktake(folder.path()).args(arguments), 2);
    assert!(error.contains("is not a report of stocktake"), "{error}");
    assert!(folder.path().join("restricted/episodes.csv").is_file());
}

#[test]
fn a_run_that_cannot_finish_leaves_the_earlier_report() {
    let folder = tempfile::tempdir().unwrap();
    main_job(folder.path(), "reports");
    let before = tree(&folder.path().join("reports"));
    fs::write(folder.path().join("broken.csv"), "CHILD;REVIEW\n1;2\n").unwrap();
    said(stocktake(folder.path()).args(["run", "broken.csv", "--as-at", "2011-03-31", "--out", "reports"]), 2);
    assert_eq!(tree(&folder.path().join("reports")), before);
}

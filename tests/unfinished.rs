//! Two runs into one folder, and runs that were stopped, as a person meets them.

use crate::folder::{data, in_one_line, said, stocktake, tree};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::{Child, Command, Output, Stdio};

/// A run of the project's own returns into `out`.
fn run(folder: &Path) -> Command {
    let mut command = stocktake(folder);
    command.args(["run", data().to_str().unwrap(), "--as-at", "2011-03-31", "--no-charts", "--out", "out"]);
    command
}

/// Starts a command, of which what it says is kept.
fn started(command: &mut Command) -> Child {
    command.stdout(Stdio::null()).stderr(Stdio::piped()).spawn().unwrap()
}

/// The report of a run that nothing disturbs.
fn undisturbed() -> BTreeMap<String, Vec<u8>> {
    let folder = tempfile::tempdir().unwrap();
    said(&mut run(folder.path()), 0);
    tree(&folder.path().join("out"))
}

/// Starts two commands at once until one meets the other, and looks at both each time.
fn until_they_meet(mut command: impl FnMut(&Path) -> Command, mut look: impl FnMut(&Path, [&Output; 2])) -> String {
    for _ in 0..40 {
        let folder = tempfile::tempdir().unwrap();
        let both = [0, 1].map(|_| started(&mut command(folder.path())));
        let processes = both.each_ref().map(Child::id);
        let [one, other] = both.map(|child| child.wait_with_output().unwrap());
        look(folder.path(), [&one, &other]);
        let refused = match [&one, &other].map(|output| output.status.code()) {
            [Some(0), Some(0)] => continue,
            [Some(0), Some(2)] => (other, processes[0]),
            [Some(2), Some(0)] => (one, processes[1]),
            codes => panic!("{codes:?}"),
        };
        let words = in_one_line(&String::from_utf8(refused.0.stderr).unwrap());
        assert!(words.contains(&format!("process {}: stocktake", refused.1)), "the first is named: {words}");
        return words;
    }
    panic!("they never met");
}

#[test]
fn of_two_runs_into_one_folder_the_second_is_refused_and_the_first_is_whole() {
    let whole = undisturbed();
    let words = until_they_meet(run, |folder, _| assert!(tree(&folder.join("out")) == whole));
    assert!(words.contains("out is being written by another run"), "{words}");
    assert!(words.contains("--as-at 2011-03-31") && words.contains("give another folder"), "{words}");
}

#[test]
fn of_two_copies_into_one_folder_the_second_is_refused_and_the_first_is_whole() {
    let key = tempfile::NamedTempFile::new().unwrap();
    fs::write(key.path(), "bc5a4f7e01d28396c4b7a90e5f138d62").unwrap();
    let copy = |folder: &Path| {
        let mut command = stocktake(folder);
        command.arg("anonymise").arg(data()).args(["out", "--key"]).arg(key.path());
        command
    };
    let folder = tempfile::tempdir().unwrap();
    said(&mut copy(folder.path()), 0);
    let whole = tree(&folder.path().join("out"));
    for _ in 0..10 {
        let folder = tempfile::tempdir().unwrap();
        let both = [0, 1].map(|_| started(&mut copy(folder.path())));
        let codes = both.map(|mut child| child.wait().unwrap().code());
        // The second is refused while the first is at work, and after that too: a copy goes into an empty folder.
        assert!([[Some(0), Some(2)], [Some(2), Some(0)]].contains(&codes), "{codes:?}");
        assert!(tree(&folder.path().join("out")) == whole);
    }
}

#[test]
fn made_up_returns_of_two_at_once_are_whole() {
    let make = |folder: &Path| {
        let mut command = stocktake(folder);
        command.args(["synth", "--out", "out"]);
        command
    };
    let words = until_they_meet(make, |folder, _| {
        let (mut made, mut kept) = (tree(&folder.join("out")), tree(&data()));
        made.remove("README.md");
        kept.remove("README.md");
        assert!(made == kept);
    });
    assert!(words.contains("out is being written by another run"), "{words}");
}

/// Kills a run once it has begun to write; whether it was still at work.
fn killed(folder: &Path) -> bool {
    let mut child = started(&mut run(folder));
    let journal = folder.join("out/.stocktake-journal");
    let has_begun = || fs::metadata(&journal).is_ok_and(|metadata| metadata.len() > 0);
    while !has_begun() && child.try_wait().unwrap().is_none() {}
    child.kill().unwrap();
    !child.wait().unwrap().success()
}

#[test]
fn what_a_run_left_that_was_killed_is_put_right_by_the_next_which_says_so() {
    let whole = undisturbed();
    let folder = tempfile::tempdir().unwrap();
    assert!((0..20).any(|_| killed(folder.path())), "no run was killed in time");
    for command in ["show", "audit"] {
        let (_, error) = said(stocktake(folder.path()).args([command, "out"]), 2);
        let error = in_one_line(&error);
        assert!(error.contains("the report in out is not finished (process "), "{error}");
        assert!(error.contains("the next run into the folder finishes or undoes it"), "{error}");
    }
    let (_, error) = said(run(folder.path()).arg("--quiet"), 0);
    assert!(
        error.contains("out: an earlier run (process ") && error.contains("was stopped before all was written"),
        "{error}"
    );
    assert!(tree(&folder.path().join("out")).keys().eq(whole.keys()), "and nothing hidden is left");
}

#[test]
fn a_workbook_of_ones_own_is_kept_and_the_run_says_so() {
    let folder = tempfile::tempdir().unwrap();
    said(&mut run(folder.path()), 0);
    let mine = folder.path().join("out/restricted/stocktake.xlsx");
    fs::write(&mine, "mine").unwrap();
    let before = tree(&folder.path().join("out"));
    let mut with_charts = stocktake(folder.path());
    with_charts.args(["run", data().to_str().unwrap(), "--as-at", "2011-03-31", "--out", "out"]);
    let (_, error) = said(&mut with_charts, 2);
    let error = in_one_line(&error);
    assert!(error.contains("out/restricted/stocktake.xlsx is in the place of a new file"), "{error}");
    assert!(error.contains("move it, give it another name, or give another folder"), "{error}");
    assert!(tree(&folder.path().join("out")) == before);
}

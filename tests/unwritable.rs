//! What is said, and with which code a command ends, where something cannot be written or read.

use crate::folder::{data, in_one_line, said, stocktake};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The program by a shell that limits it.
fn limited(folder: &Path, limit: &str, arguments: &str) -> Command {
    let mut shell = Command::new("sh");
    shell.current_dir(folder).env("SOURCE_DATE_EPOCH", "1301650205").env("NO_COLOR", "1");
    shell.args(["-c", &format!("{limit}; exec {} {arguments}", env!("CARGO_BIN_EXE_stocktake"))]);
    shell
}

/// A run of the project's own returns into `out`.
fn run() -> String {
    format!("run {} --as-at 2011-03-31 --out out --quiet", data().display())
}

/// What is hidden in the folder `out`.
fn hidden(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder.join("out")).into_iter().flatten();
    let names = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap());
    names.filter(|name| name.starts_with('.')).collect()
}

#[test]
#[cfg(target_os = "linux")]
fn what_cannot_be_printed_is_no_success() {
    let folder = tempfile::tempdir().unwrap();
    said(&mut limited(folder.path(), "true", &run()), 0);
    let data = data();
    let data = data.display();
    for command in [
        "--help".to_owned(),
        "--version".to_owned(),
        "show out".to_owned(),
        "audit out".to_owned(),
        "compare out out".to_owned(),
        "manual".to_owned(),
        "rules".to_owned(),
        "indicators 62".to_owned(),
        "completions bash".to_owned(),
        "synth --out made".to_owned(),
        format!("intake {data}"),
        format!("check {data}"),
        format!("columns {data}"),
        format!("explain {data} --as-at 2011-03-31 --authority 993"),
        format!("run {data} --as-at 2011-03-31 --no-charts --out printed"),
    ] {
        let (_, error) = said(&mut limited(folder.path(), "exec >/dev/full", &command), 2);
        let error = in_one_line(&error);
        assert!(error.contains("what is printed (standard output) cannot be written"), "{command}: {error}");
        assert!(error.contains("the disk is full"), "{command}: {error}");
    }
    // A reader that has gone away has what it wanted, and what is said besides is not what was asked for.
    said(&mut limited(folder.path(), "exec 2>/dev/full", &run()), 0);
    let piped = format!("{} manual | true", env!("CARGO_BIN_EXE_stocktake"));
    said(Command::new("bash").args(["-o", "pipefail", "-c", &piped]), 0);
}

#[test]
#[cfg(target_os = "linux")]
fn a_file_that_cannot_be_written_is_named() {
    let folder = tempfile::tempdir().unwrap();
    let (_, error) =
        said(stocktake(folder.path()).arg("intake").arg(data()).args(["--quiet", "--out", "/dev/full"]), 2);
    assert!(error.contains("/dev/full cannot be written"), "{error}");
}

#[test]
#[cfg(target_os = "linux")]
fn a_limit_on_files_is_an_error_like_a_full_disk_and_leaves_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let data = data();
    fs::write(folder.path().join("key"), "bc5a4f7e01d28396c4b7a90e5f138d62").unwrap();
    for command in [
        run(),
        format!("check {} --out out --quiet", data.display()),
        format!("anonymise {} out --key key --quiet", data.display()),
        "synth --out out --quiet".to_owned(),
    ] {
        let (_, error) = said(&mut limited(folder.path(), "ulimit -f 8", &command), 2);
        let error = in_one_line(&error);
        assert!(error.contains("cannot be written") && !error.contains(".stocktake"), "{command}: {error}");
        assert!(error.contains("the file would be larger than is allowed here (ulimit -f)"), "{command}: {error}");
        assert!(!folder.path().join("out").exists(), "{command}");
    }
}

#[test]
#[cfg(target_os = "linux")]
fn what_a_run_leaves_that_ran_out_of_memory_is_named_by_the_next() {
    for megabytes in [60, 80, 100, 120] {
        let folder = tempfile::tempdir().unwrap();
        let code = limited(folder.path(), &format!("ulimit -v {}", megabytes * 1024), &run()).output().unwrap().status;
        assert!(!code.success() || hidden(folder.path()).is_empty());
        if !hidden(folder.path()).is_empty() {
            let (_, error) = said(&mut limited(folder.path(), "true", &run()), 0);
            assert!(error.contains("out: an earlier run (process "), "{error}");
            assert!(hidden(folder.path()).is_empty());
        }
    }
}

/// A folder too deep for its path, which nobody can read by it, in `returns`.
fn unreadable(folder: &Path) {
    let deep = |top: &str| {
        let names = std::iter::once(top.to_owned()).chain((0..12).map(|_| "d".repeat(200)));
        folder.join(names.collect::<PathBuf>())
    };
    fs::create_dir_all(deep("returns/deep")).unwrap();
    fs::create_dir_all(deep("below")).unwrap();
    fs::rename(folder.join("below"), deep("returns/deep").join("below")).unwrap();
}

#[test]
#[cfg(target_os = "linux")]
fn a_folder_that_cannot_be_read_is_named_and_skipped_only_where_that_is_asked_for() {
    let folder = tempfile::tempdir().unwrap();
    crate::folder::copy(&data(), &folder.path().join("returns"));
    fs::write(folder.path().join("key"), "bc5a4f7e01d28396c4b7a90e5f138d62").unwrap();
    unreadable(folder.path());
    for (command, code) in [
        ("run returns --as-at 2011-03-31 --no-charts --out out", 0),
        ("intake returns", 0),
        ("check returns", 0),
        ("explain returns --as-at 2011-03-31 --authority 993", 0),
        ("columns returns", 0),
        ("anonymise returns copy --key key", 0),
    ] {
        let run = |more: &[&str], code: i32| {
            let mut program = stocktake(folder.path());
            let (_, error) = said(program.args(command.split(' ')).args(more), code);
            in_one_line(&error)
        };
        let error = run(&[], 2);
        assert!(error.contains("returns/deep/ddd") && error.contains("cannot be read: "), "{command}: {error}");
        assert!(error.contains("give --skip-unreadable to go on without it"), "{command}: {error}");
        let error = run(&["--skip-unreadable"], code);
        assert!(error.contains("skipped, and nothing in it counts (--skip-unreadable)"), "{command}: {error}");
    }
    let record = fs::read_to_string(folder.path().join("out/run.json")).unwrap();
    assert!(record.contains("returns/deep/ddd"), "the record lists it too");
}

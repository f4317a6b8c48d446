//! Reports put into place, and those that cannot be.

use super::*;
use crate::output::journal::JOURNAL;
use std::collections::BTreeMap;
#[cfg(unix)]
use std::os::unix::fs::symlink;

const OURS: &[u8] = br#"{"program":"stocktake","outputs":[{"path":"restricted/a.csv"}]}"#;

#[test]
fn a_report_replaces_the_one_before_and_leaves_the_rest() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("README.md"), "mine").unwrap();
    for text in ["first", "second"] {
        let report = ReportFolder::open(folder.path(), OF_RUN).unwrap();
        let written = report.write("restricted/a.csv", |file| file.write_all(text.as_bytes())).unwrap();
        assert_eq!(written.bytes, text.len() as u64);
        report.write("run.json", |file| file.write_all(OURS)).unwrap();
        report.finish().unwrap();
        assert_eq!(fs::read_to_string(folder.path().join("restricted/a.csv")).unwrap(), text);
    }
    let mut names: Vec<_> = fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    names.sort();
    assert_eq!(names, ["README.md", "restricted", "run.json"]);
}

#[test]
fn a_report_that_fails_leaves_what_was_there() {
    let folder = tempfile::tempdir().unwrap();
    let report = ReportFolder::open(folder.path(), OF_RUN).unwrap();
    report.write("restricted/a.csv", |file| file.write_all(b"first")).unwrap();
    report.write("run.json", |file| file.write_all(OURS)).unwrap();
    report.finish().unwrap();
    let report = ReportFolder::open(folder.path(), OF_RUN).unwrap();
    report.write("restricted/a.csv", |file| file.write_all(b"second")).unwrap();
    assert!(report.write("restricted/b.csv", |_| Err(io::Error::other("full"))).is_err());
    drop(report);
    assert_eq!(fs::read_to_string(folder.path().join("restricted/a.csv")).unwrap(), "first");
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 2);
}

#[test]
#[cfg(unix)]
fn a_report_that_cannot_be_put_into_place_leaves_nothing_odd() {
    let folder = tempfile::tempdir().unwrap();
    let names = || -> Vec<_> {
        fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect()
    };
    // A link that leads nowhere: nothing can be put in its place, as nothing can in a folder that is read-only.
    symlink("nowhere", folder.path().join("publish")).unwrap();
    assert!(ReportFolder::open(folder.path(), OF_RUN).is_err());
    assert_eq!(names(), ["publish"], "neither what was to be put into place nor where the earlier one waited");
    fs::remove_file(folder.path().join("publish")).unwrap();
    written(folder.path(), "first", &["restricted/a.csv", "publish/a.csv"]).finish().unwrap();
    let report = written(folder.path(), "second", &["restricted/a.csv", "publish/a.csv"]);
    fs::rename(folder.path().join("publish"), folder.path().join("elsewhere")).unwrap();
    symlink("nowhere", folder.path().join("publish")).unwrap();
    assert!(report.finish().is_err());
    assert_eq!(fs::read_to_string(folder.path().join("restricted/a.csv")).unwrap(), "first", "put back");
    assert_eq!(names().len(), 4, "restricted, publish, elsewhere and run.json");
}

#[test]
fn folders_made_for_a_report_that_fails_go_with_it() {
    let folder = tempfile::tempdir().unwrap();
    drop(ReportFolder::open(&folder.path().join("a/b/c"), OF_RUN).unwrap());
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
    fs::write(folder.path().join("a"), "mine").unwrap();
    let open =
        |path: &str| crate::fault::with_help(&ReportFolder::open(&folder.path().join(path), OF_RUN).unwrap_err());
    assert!(open("a").contains("a is a file: give a folder"), "{}", open("a"));
    assert!(
        open("a/b").contains("a/b cannot be written: a part of the path is a file: give a folder"),
        "{}",
        open("a/b")
    );
}

#[test]
fn what_is_not_the_reports_own_is_never_lost() {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("restricted")).unwrap();
    fs::write(folder.path().join("restricted/episodes.csv"), "mine").unwrap();
    assert!(matches!(ReportFolder::open(folder.path(), OF_RUN), Err(ReportError::NotOurs { .. })));
    fs::remove_file(folder.path().join("restricted/episodes.csv")).unwrap();
    fs::write(folder.path().join("run.json"), "{}").unwrap();
    assert!(matches!(ReportFolder::open(folder.path(), OF_RUN), Err(ReportError::NotOurs { .. })));
    fs::remove_file(folder.path().join("run.json")).unwrap();

    let record = r#"{"program":"stocktake","outputs":[{"path":"restricted/a.csv"},{"path":"restricted/b.csv"}]}"#;
    for files in [&["a.csv", "b.csv"][..], &["a.csv"]] {
        let report = ReportFolder::open(folder.path(), OF_RUN).unwrap();
        for file in files {
            report.write(&format!("restricted/{file}"), |out| out.write_all(b"ours")).unwrap();
        }
        report.write("run.json", |out| out.write_all(record.as_bytes())).unwrap();
        report.finish().unwrap();
        fs::write(folder.path().join("restricted/board-paper.docx"), "mine").unwrap();
    }
    let mut names: Vec<_> = fs::read_dir(folder.path().join("restricted"))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    assert_eq!(names, ["a.csv", "board-paper.docx"], "b.csv was the earlier report's and goes");
    assert_eq!(fs::read_to_string(folder.path().join("restricted/board-paper.docx")).unwrap(), "mine");
}

#[test]
fn the_seal_is_the_sha_256_of_the_bytes() {
    let folder = tempfile::tempdir().unwrap();
    let report = ReportFolder::open(folder.path(), OF_RUN).unwrap();
    let written = report.write("abc", |file| file.write_all(b"abc")).unwrap();
    assert_eq!(written.sha256, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

/// A report whose files hold one text, with the record that lists them; not in place yet.
fn written(folder: &Path, text: &str, paths: &[&str]) -> ReportFolder {
    let report = ReportFolder::open(folder, OF_RUN).unwrap();
    for path in paths {
        report.write(path, |file| file.write_all(text.as_bytes())).unwrap();
    }
    let outputs: Vec<_> = paths.iter().map(|path| serde_json::json!({ "path": path })).collect();
    let record = serde_json::json!({ "program": "stocktake", "of": text, "outputs": outputs });
    report.write(RECORD, |file| file.write_all(record.to_string().as_bytes())).unwrap();
    report
}

/// Every file below a folder and what is in it; of a folder without files, its name.
fn tree(folder: &Path) -> BTreeMap<String, String> {
    let entries = walkdir::WalkDir::new(folder).min_depth(1).into_iter().map(Result::unwrap);
    let of = |entry: walkdir::DirEntry| {
        let name = entry.path().strip_prefix(folder).unwrap().display().to_string();
        (name, fs::read_to_string(entry.path()).unwrap_or_default())
    };
    entries.map(of).collect()
}

/// The files of an earlier report and of the one that replaces it: one stays, one goes with its folder, one comes with its own.
const EARLIER: [&str; 3] = ["restricted/a.csv", "restricted/charts/a.svg", "publish/a.csv"];
const NEW: [&str; 3] = ["restricted/a.csv", "restricted/authorities/301.csv", "publish/a.csv"];

/// A folder with an earlier report and what somebody put beside its files.
fn in_use() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    written(folder.path(), "earlier", &EARLIER).finish().unwrap();
    for mine in ["restricted/minutes.docx", "publish/minutes.docx", "minutes.docx"] {
        fs::write(folder.path().join(mine), "mine").unwrap();
    }
    folder
}

fn mine(tree: &BTreeMap<String, String>) -> usize {
    tree.values().filter(|text| *text == "mine").count()
}

#[test]
fn stopped_at_any_rename_a_report_is_finished_by_the_next_run_and_nobodys_file_is_lost() {
    let whole = in_use();
    written(whole.path(), "new", &NEW).finish().unwrap();
    let whole = tree(whole.path());
    assert_eq!((whole.len(), mine(&whole)), (10, 3), "{whole:?}");
    let mut renames = 0;
    loop {
        let folder = in_use();
        let mut done = 0;
        let finished = written(folder.path(), "new", &NEW).finish_by(&mut |from, to| {
            // From here on nothing moves, not back either: as if the process had ended.
            if done == renames {
                return Err(io::Error::other("stopped"));
            }
            done += 1;
            fs::rename(from, to)
        });
        assert_eq!(mine(&tree(folder.path())), 3, "stopped after {renames}");
        if finished.is_ok() {
            break;
        }
        if renames > 0 {
            assert!(folder.path().join(JOURNAL).exists(), "stopped after {renames}");
            assert!(!folder.path().join(RECORD).exists(), "no record says that a mixture is whole");
        }
        drop(ReportFolder::open(folder.path(), OF_RUN).unwrap());
        let after = tree(folder.path());
        match renames {
            // Nothing had moved, so nothing was to be put back.
            0 => assert_eq!(after["restricted/a.csv"], "earlier"),
            _ => assert_eq!(after, whole, "stopped after {renames}"),
        }
        renames += 1;
    }
    assert_eq!(renames, 8, "four files go, four come");
}

#[test]
fn where_one_file_cannot_be_moved_the_earlier_report_is_put_back() {
    let earlier = tree(in_use().path());
    for at in 0..8 {
        let folder = in_use();
        let mut done = 0;
        let finished = written(folder.path(), "new", &NEW).finish_by(&mut |from, to| {
            done += 1;
            // As where a spreadsheet has the file open.
            if done == at + 1 { Err(io::ErrorKind::PermissionDenied.into()) } else { fs::rename(from, to) }
        });
        assert!(matches!(finished, Err(ReportError::Write { .. })), "{finished:?}");
        assert_eq!(tree(folder.path()), earlier, "at {at}");
    }
}

#[test]
fn a_second_run_is_refused_at_once_and_names_the_first() {
    let folder = tempfile::tempdir().unwrap();
    let first = written(folder.path(), "first", &NEW);
    let refused = ReportFolder::open(folder.path(), OF_RUN).unwrap_err();
    let process = format!("is being written by another run (process {}: stocktake", std::process::id());
    assert!(refused.to_string().contains(&process), "{refused}");
    first.finish().unwrap();
    assert!(ReportFolder::open(folder.path(), OF_RUN).is_ok());
}

/// A copy of a folder as a process leaves it that is stopped: its lock goes with it.
fn left_behind(folder: &Path) -> tempfile::TempDir {
    let copy = tempfile::tempdir().unwrap();
    for entry in walkdir::WalkDir::new(folder).min_depth(1) {
        let entry = entry.unwrap();
        let place = copy.path().join(entry.path().strip_prefix(folder).unwrap());
        if entry.file_type().is_dir() { fs::create_dir(place) } else { fs::copy(entry.path(), place).map(drop) }
            .unwrap();
    }
    copy
}

#[test]
fn what_a_run_left_that_was_stopped_before_it_put_anything_in_place_goes() {
    let folder = in_use();
    let earlier = tree(folder.path());
    let left = left_behind({
        let _report = written(folder.path(), "new", &NEW);
        folder.path()
    });
    assert_eq!(tree(left.path()), earlier, "nothing is left of a report that was dropped");
    let report = written(folder.path(), "new", &NEW);
    let left = left_behind(folder.path());
    drop(report);
    assert!(tree(left.path()).len() > earlier.len());
    drop(ReportFolder::open(left.path(), OF_RUN).unwrap());
    assert_eq!(tree(left.path()), earlier);
}

#[test]
fn somebodys_file_in_the_place_of_a_new_one_is_kept_and_the_run_refuses() {
    let folder = in_use();
    let workbook = folder.path().join("restricted/stocktake.xlsx");
    fs::write(&workbook, "mine").unwrap();
    let before = tree(folder.path());
    let report = ReportFolder::open(folder.path(), OF_RUN).unwrap();
    let refused = report.write("restricted/stocktake.xlsx", |_| Ok(())).unwrap_err();
    assert!(refused.to_string().contains("restricted/stocktake.xlsx is in the place of a new file"), "{refused}");
    drop(report);
    // And where it comes there in the meantime.
    fs::remove_file(&workbook).unwrap();
    let report = written(folder.path(), "new", &["restricted/a.csv", "restricted/stocktake.xlsx"]);
    fs::write(&workbook, "mine").unwrap();
    assert!(matches!(report.finish(), Err(ReportError::InTheWay { .. })));
    assert_eq!(tree(folder.path()), before);
}

#[test]
fn somebodys_file_in_the_place_of_one_that_a_stopped_run_would_put_there_is_kept() {
    let folder = in_use();
    let mut done = 0;
    let stopped = written(folder.path(), "new", &NEW).finish_by(&mut |from, to| {
        done += 1;
        if done > 4 { Err(io::Error::other("stopped")) } else { fs::rename(from, to) }
    });
    assert!(matches!(stopped, Err(ReportError::HalfReplaced { .. })), "{stopped:?}");
    fs::write(folder.path().join("restricted/a.csv"), "mine").unwrap();
    let before = tree(folder.path());
    assert!(matches!(ReportFolder::open(folder.path(), OF_RUN), Err(ReportError::InTheWay { .. })));
    assert_eq!(tree(folder.path()), before, "nothing is removed until somebody has looked");
    fs::remove_file(folder.path().join("restricted/a.csv")).unwrap();
    drop(ReportFolder::open(folder.path(), OF_RUN).unwrap());
    assert_eq!(tree(folder.path())["restricted/a.csv"], "new");
}

#[test]
fn what_has_a_name_like_ours_is_kept_and_the_run_refuses() {
    for name in [".stocktake-unfinished", ".stocktake-replaced", ".stocktake-journal", ".stocktake-lock"] {
        let folder = in_use();
        fs::write(folder.path().join(name), "mine").unwrap();
        let before = tree(folder.path());
        let refused = ReportFolder::open(folder.path(), OF_RUN).unwrap_err();
        assert!(refused.to_string().contains(&format!("{name} is not of this report")), "{refused}");
        assert_eq!(tree(folder.path()), before);
    }
}

#[test]
fn a_record_cannot_name_files_elsewhere() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("out");
    fs::create_dir(&out).unwrap();
    for mine in ["mine", "out/mine"] {
        fs::write(folder.path().join(mine), "mine").unwrap();
    }
    let record =
        r#"{"program":"stocktake","outputs":[{"path":"../mine"},{"path":"restricted/../mine"},{"path":"mine"}]}"#;
    fs::write(out.join(RECORD), record).unwrap();
    written(&out, "new", &NEW).finish().unwrap();
    assert_eq!(mine(&tree(folder.path())), 2);
}

#[test]
#[cfg(unix)]
fn a_folder_that_is_a_link_stays_one_and_exact_figures_reach_no_other_disk() {
    let folder = tempfile::tempdir().unwrap();
    let (out, safe) = (folder.path().join("out"), folder.path().join("safe"));
    fs::create_dir_all(&out).unwrap();
    fs::create_dir_all(&safe).unwrap();
    symlink(&safe, out.join("restricted")).unwrap();
    for (text, paths) in [("earlier", EARLIER), ("new", NEW)] {
        let report = written(&out, text, &paths);
        let waiting = fs::canonicalize(report.unfinished("restricted/a.csv")).unwrap();
        assert!(waiting.starts_with(fs::canonicalize(&safe).unwrap()), "{waiting:?}");
        report.finish().unwrap();
        assert!(is_link(&out.join("restricted")));
        fs::write(safe.join("minutes.docx"), "mine").unwrap();
    }
    assert_eq!(
        tree(&safe).into_keys().collect::<Vec<_>>(),
        ["a.csv", "authorities", "authorities/301.csv", "minutes.docx"]
    );
    assert_eq!(fs::read_to_string(safe.join("a.csv")).unwrap(), "new");
    // Stopped halfway, it is finished through the link.
    let mut done = 0;
    let stopped = written(&out, "newest", &NEW).finish_by(&mut |from, to| {
        done += 1;
        if done > 5 { Err(io::Error::other("stopped")) } else { fs::rename(from, to) }
    });
    assert!(stopped.is_err());
    drop(ReportFolder::open(&out, OF_RUN).unwrap());
    assert_eq!(fs::read_to_string(safe.join("authorities/301.csv")).unwrap(), "newest");
    assert!(is_link(&out.join("restricted")));
    assert_eq!(tree(&safe).len(), 4);
}

//! A report in place of an earlier one: stopped anywhere, refused, and never at the cost of anybody's file.

use super::tests::written;
use super::*;
use crate::output::journal::JOURNAL;
use std::collections::BTreeMap;
#[cfg(unix)]
use std::os::unix::fs::symlink;

/// Every file below a folder and what is in it; of a folder without files, its name.
fn tree(folder: &Path) -> BTreeMap<String, String> {
    let entries = walkdir::WalkDir::new(folder).min_depth(1).into_iter().map(Result::unwrap);
    let of = |entry: walkdir::DirEntry| {
        let name = entry.path().strip_prefix(folder).unwrap().display().to_string().replace('\\', "/");
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
    let refused = refused.to_string().replace('\\', "/");
    assert!(refused.contains("restricted/stocktake.xlsx is in the place of a new file"), "{refused}");
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

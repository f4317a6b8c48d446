//! Reports put into place, and those that cannot be.

use super::*;
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
    // What the system says of a folder below a file.
    let why = if cfg!(windows) { "something of that name already exists" } else { "a part of the path is a file" };
    let said = open("a/b");
    assert!(said.contains(&format!("a/b cannot be written: {why}: give a folder")), "{said}");
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
pub(super) fn written(folder: &Path, text: &str, paths: &[&str]) -> ReportFolder {
    let report = ReportFolder::open(folder, OF_RUN).unwrap();
    for path in paths {
        report.write(path, |file| file.write_all(text.as_bytes())).unwrap();
    }
    let outputs: Vec<_> = paths.iter().map(|path| serde_json::json!({ "path": path })).collect();
    let record = serde_json::json!({ "program": "stocktake", "of": text, "outputs": outputs });
    report.write(RECORD, |file| file.write_all(record.to_string().as_bytes())).unwrap();
    report
}

#[test]
fn a_file_goes_nowhere_but_below_the_folder_and_only_once() {
    let folder = tempfile::tempdir().unwrap();
    let report = ReportFolder::open(&folder.path().join("out"), OF_RUN).unwrap();
    let write = |path: &str| report.write(path, |file| file.write_all(b"x"));
    assert!(write("publish/regions/E12000007.html").is_ok());
    assert!(matches!(write("publish/regions/e12000007.html"), Err(ReportError::Twin { .. })), "the same to Windows");
    for path in ["publish/../../elsewhere.csv", "/elsewhere.csv", "publish/nul.csv", "publish/a b.csv"] {
        assert!(matches!(write(path), Err(ReportError::Unsafe { .. })), "{path}");
    }
    assert!(!folder.path().join("elsewhere.csv").exists());
}

//! One zip for each area, of the files that are its own.

use crate::folder::{data, said, stocktake, tree};
use std::collections::BTreeMap;
use std::fs;
use std::io::{Cursor, Read};
use std::path::Path;
use zip::ZipArchive;

fn report(folder: &Path, more: &[&str]) {
    let asked = ["--as-at", "2011-03-31", "--years", "2", "--zip", "--out", "r", "--quiet"];
    said(stocktake(folder).arg("run").arg(data()).args(asked).args(more), 0);
}

pub(super) fn unzipped(bytes: &[u8]) -> BTreeMap<String, Vec<u8>> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).unwrap();
    let number = archive.len();
    let read = |at| {
        let mut file = archive.by_index(at).unwrap();
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes).unwrap();
        (file.name().unwrap().into_owned(), bytes)
    };
    (0..number).map(read).collect()
}

/// The files of an area in a folder, by their names from there, without its zip.
fn of_area(folder: &Path, area: &str) -> BTreeMap<String, Vec<u8>> {
    let is_of_area = |path: &String| path.starts_with(area) && !path.ends_with(".zip");
    tree(folder).into_iter().filter(|(path, _)| is_of_area(path)).collect()
}

#[test]
fn a_zip_has_all_files_of_an_area_and_of_no_other() {
    let folder = tempfile::tempdir().unwrap();
    report(folder.path(), &["--chart-files", "svg"]);
    for (whose, own) in [("restricted", true), ("publish", false)] {
        let authorities = folder.path().join("r").join(whose).join("authorities");
        let zip = unzipped(&fs::read(authorities.join("996-hollowdale.zip")).unwrap());
        assert_eq!(zip, of_area(&authorities, "996-hollowdale"));
        for file in ["996-hollowdale.csv", "996-hollowdale-children.html"] {
            assert_eq!(zip.contains_key(file), own, "{whose}: {file}");
        }
        assert!(zip.contains_key("996-hollowdale.html") && zip.contains_key("996-hollowdale/funnel-62.svg"), "{whose}");
    }
    let record = fs::read_to_string(folder.path().join("r/run.json")).unwrap();
    assert!(record.contains("restricted/authorities/996-hollowdale.zip"), "it is in the record");
    said(stocktake(folder.path()).args(["audit", "r"]), 0);
    let zip = folder.path().join("r/publish/authorities/996-hollowdale.zip");
    let mut bytes = fs::read(&zip).unwrap();
    bytes.push(b'\n');
    fs::write(&zip, bytes).unwrap();
    let (told, _) = said(stocktake(folder.path()).args(["audit", "r"]), 3);
    assert!(told.contains("996-hollowdale.zip"), "{told}");
}

#[test]
fn one_published_file_is_sent_as_it_is_and_a_zip_is_the_same_twice() {
    let [one, other] = [(); 2].map(|()| {
        let folder = tempfile::tempdir().unwrap();
        report(folder.path(), &[]);
        let published = tree(&folder.path().join("r/publish"));
        assert!(published.keys().all(|path| !path.ends_with(".zip")), "a page alone");
        said(stocktake(folder.path()).args(["audit", "r"]), 0);
        fs::read(folder.path().join("r/restricted/authorities/996-hollowdale.zip")).unwrap()
    });
    assert!(one == other);
}

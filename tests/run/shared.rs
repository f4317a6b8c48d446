//! Of more than forty authorities what the pages of places share lies beside them, once; a zip holds a page that needs no
//! other file.

use super::said::put_episodes;
use super::zipped::unzipped;
use crate::folder::{in_one_line, said, stocktake, tree};
use crate::pages::structure::attributes;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use tempfile::TempDir;

/// A report in `r` of so many authorities of the built-in list, each with thirty children in care all year.
fn report(authorities: usize, more: &[&str]) -> (TempDir, String) {
    let folder = tempfile::tempdir().unwrap();
    let list = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("seeds/authorities.csv")).unwrap();
    let children: String = (0..30).map(|child| format!("C{child},01/04/2009,S,C2,Q1,,,AB1\n")).collect();
    for line in list.lines().skip(1).take(authorities) {
        put_episodes(&folder.path().join("returns"), line.split(',').next().unwrap(), &children);
    }
    let arguments = ["run", "returns", "--as-at", "2011-03-31", "--out", "r"];
    let (out, error) = said(stocktake(folder.path()).args(arguments).args(more), 0);
    (folder, in_one_line(&format!("{out}{error}")))
}

fn page(files: &BTreeMap<String, Vec<u8>>, path: &str) -> String {
    String::from_utf8(files[path].clone()).unwrap()
}

const CAMDEN: &str = "authorities/202-camden.html";

/// The page of an authority among 41, with what it has beside it, and nothing else.
pub fn to_look_at() -> Vec<(String, String)> {
    let (folder, _) = report(41, &[]);
    let files = tree(&folder.path().join("r/restricted"));
    let asked = files.keys().filter(|path| *path == CAMDEN || path.starts_with("shared/"));
    asked.map(|path| (path.clone(), page(&files, path))).collect()
}

#[test]
fn of_forty_authorities_every_page_can_be_sent_by_itself() {
    let (folder, told) = report(40, &["--zip"]);
    assert!(!told.contains("shared/"), "{told}");
    for whose in ["restricted", "publish"] {
        let files = tree(&folder.path().join("r").join(whose));
        assert!(files.keys().all(|file| !file.starts_with("shared/")), "{whose}");
        assert!(page(&files, CAMDEN).contains("<style>") && !page(&files, CAMDEN).contains("<link"), "{whose}");
    }
}

#[test]
fn of_more_what_pages_share_lies_beside_them_and_they_name_nothing_that_is_not_there() {
    let (folder, told) = report(41, &[]);
    assert!(told.contains("Pages of places need the folder shared/ of their report"), "{told}");
    for whose in ["restricted", "publish"] {
        let files = tree(&folder.path().join("r").join(whose));
        let pages: Vec<&String> =
            files.keys().filter(|file| file.starts_with("authorities/") && file.ends_with(".html")).collect();
        assert_eq!(pages.len(), 41, "{whose}");
        for path in pages {
            let page = page(&files, path);
            let named = attributes(&page, "href").into_iter().filter_map(|href| href.strip_prefix("../shared/"));
            let named: Vec<&str> = named.collect();
            assert!(named.contains(&"page.css") && named.contains(&"funnel-62.svg"), "{whose} {path}: {named:?}");
            assert!(named.iter().all(|file| files.contains_key(&format!("shared/{file}"))), "{path}: {named:?}");
            assert!(!page.contains("<style>") && page.contains("style-src &#39;self&#39; file:;"), "{whose} {path}");
        }
    }
}

#[test]
fn what_lies_beside_published_pages_is_audited_as_they_are() {
    let (folder, _) = report(41, &[]);
    let published = folder.path().join("r/publish");
    let audit = |code| in_one_line(&said(stocktake(folder.path()).args(["audit", "r"]), code).0);
    audit(0);
    let ground = published.join("shared/funnel-62.svg");
    let bytes = fs::read(&ground).unwrap();
    fs::write(&ground, [&bytes[..], b"\n"].concat()).unwrap();
    assert!(audit(3).contains("shared/funnel-62.svg: is not what the tables beside it give"));
    fs::remove_file(&ground).unwrap();
    assert!(audit(3).contains("shared/funnel-62.svg: is missing"));
    fs::write(&ground, &bytes).unwrap();
    fs::write(published.join("shared/funnel-999.svg"), "of nobody").unwrap();
    assert!(audit(3).contains("shared/funnel-999.svg: a file that this program does not read"));
}

#[test]
fn a_zip_has_a_page_that_needs_no_other_file_even_where_that_is_all_it_has() {
    let (folder, told) = report(41, &["--zip"]);
    assert!(!told.contains("shared/"), "{told}");
    for (whose, file_count) in [("restricted", 2), ("publish", 1)] {
        let files = tree(&folder.path().join("r").join(whose));
        let sent = unzipped(&files["authorities/202-camden.zip"]);
        assert_eq!(sent.len(), file_count, "{whose}: {:?}", sent.keys());
        let sent = page(&sent, "202-camden.html");
        assert!(sent.contains("<style>") && !sent.contains("../shared/") && sent.contains("<g transform="), "{whose}");
        assert!(page(&files, CAMDEN).contains("../shared/funnel-62.svg"), "{whose}");
    }
    said(stocktake(folder.path()).args(["audit", "r"]), 0);
}

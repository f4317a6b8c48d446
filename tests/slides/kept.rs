//! Runs over a report whose slides somebody wrote into.

use super::comments::written;
use super::opened::{texts, unpacked};
use crate::folder::{data, said, stocktake};
use std::fs;
use std::path::Path;

const DECK: &str = "r/restricted/authorities/992-brindlecombe.pptx";
const PUBLISHED: &str = "r/publish/authorities/992-brindlecombe.pptx";

fn run(folder: &Path, more: &[&str], code: i32) -> String {
    let mut command = stocktake(folder);
    command.arg("run").arg(data()).args(["--quiet", "--as-at", "2011-03-31", "--out", "r"]).args(more);
    said(&mut command, code).1.replace("\n  \u{2502} ", " ")
}

#[test]
fn nobodys_comment_is_lost() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    run(at, &["--pptx"], 0);
    let deck = fs::read(at.join(DECK)).unwrap();
    let published = fs::read(at.join(PUBLISHED)).unwrap();
    fs::write(at.join(DECK), written(&deck, 4, "<a:p><a:r><a:t>Moves were planned</a:t></a:r></a:p>")).unwrap();

    run(at, &["--pptx"], 0);
    let kept = fs::read(at.join(DECK)).unwrap();
    let slide = String::from_utf8(unpacked(&kept)["ppt/slides/slide4.xml"].clone()).unwrap();
    assert!(texts(&slide).contains(&"Moves were planned".to_owned()), "{slide}");
    assert!(published == fs::read(at.join(PUBLISHED)).unwrap(), "what is published knows nothing of it");
    said(stocktake(at).args(["audit", "r"]), 0);

    let refused = run(at, &[], 2);
    assert!(refused.contains("992-brindlecombe.pptx has comments that somebody wrote"), "{refused}");
    assert!(kept == fs::read(at.join(DECK)).unwrap());

    fs::write(at.join(DECK), &kept[..1000]).unwrap();
    for more in [&["--pptx"][..], &[]] {
        let refused = run(at, more, 2);
        assert!(refused.contains("992-brindlecombe.pptx is no deck of slides that can be read"), "{refused}");
    }
    fs::write(at.join(DECK), deck).unwrap();
    run(at, &[], 0);
    assert!(!at.join(DECK).exists(), "without a comment it goes with its report");
}

#[test]
fn slides_are_audited_with_the_users_own_look() {
    let folder = tempfile::tempdir().unwrap();
    let at = folder.path();
    fs::write(at.join("logo.png"), b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x28\0\0\0\x0a").unwrap();
    run(at, &["--pptx", "--brand", "Ours", "--logo", "logo.png", "--colours", "#003366,#660033"], 0);
    said(stocktake(at).args(["audit", "r"]), 0);
    // The record is no part of what is published: a stranger must be told.
    fs::rename(at.join("r/publish"), at.join("publish")).unwrap();
    let (out, _) = said(stocktake(at).args(["audit", "publish"]), 3);
    assert!(out.contains("992-brindlecombe.pptx"), "{out}");
    let look = ["--brand", "Ours", "--logo", "logo.png", "--colours", "#003366,#660033"];
    let lists = ["--authorities".to_owned(), data().join("authorities.csv").display().to_string()];
    said(stocktake(at).args(["audit", "publish"]).args(look).args(lists), 0);
}

//! A rare number that must be hidden is looked for in every byte that anybody may read, unpacked where it is packed.

use super::{audit, chunks};
use crate::folder::{copy, data, opened, rows, said, stocktake};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// 7919 of 7921, as a number is written, and as a share of one and of a hundred.
const WRITTEN: [&str; 8] = ["7919", "7,919", "7 919", "7\u{a0}919", "7\u{202f}919", "99.97", "0.9997", "1eef"];

/// 7921 children of Ashwater are looked after, and all but two of them had three placements, this year and the year
/// before: so that the numerator is hidden in both. The second return ends the episodes of the first, and each year
/// somebody comes and goes in March, so that nothing speaks against either.
fn run(folder: &Path, more: &[&str]) {
    copy(&data(), &folder.join("data"));
    for year in [2010, 2011] {
        let before = year - 1;
        // One placement each, then two more, save for the last two children.
        let mut episodes = "CHILD,DECOM,RNE,LS,PLACE,DEC,REC\n".to_owned();
        for child in 0..7921 {
            let begin = format!("K{year}{child},01/04/{before},S,C2,Q2,");
            episodes.push_str(&if child < 7919 {
                let [second, third] = ["06", "09"].map(|month| format!("K{year}{child},01/{month}/{before},P,C2,Q2,"));
                format!("{begin}01/06/{before},X1\n{second}01/09/{before},X1\n{third},\n")
            } else {
                format!("{begin},\n")
            });
        }
        episodes.push_str(&format!("GONE,01/03/{year},S,C2,Q2,20/03/{year},E8\n"));
        if year == 2011 {
            for child in 0..7921 {
                let (begun, reason) = if child < 7919 { ("01/09/2009", "P") } else { ("01/04/2009", "S") };
                episodes.push_str(&format!("K2010{child},{begun},{reason},C2,Q2,01/04/2010,E8\n"));
            }
        }
        let place = folder.join(format!("canary/991/{year}"));
        fs::create_dir_all(&place).unwrap();
        fs::write(place.join("episodes.csv"), episodes).unwrap();
    }
    let arguments = ["run", "canary", "--authorities", "data/authorities.csv", "--as-at", "2011-03-31", "--out", "r"];
    said(stocktake(folder).args(arguments).args(more), 0);
}

/// Every file below a folder, those that are zipped part by part, in small letters; no picture holds a text.
fn everything(folder: &Path) -> BTreeMap<String, String> {
    let all = opened(folder);
    for (file, bytes) in all.iter().filter(|(file, _)| file.ends_with(".png")) {
        let known = ["IHDR", "PLTE", "tRNS", "pHYs", "IDAT", "IEND"];
        let kinds = chunks(bytes);
        assert!(kinds.iter().all(|kind| known.contains(&kind.as_str())), "{file}: {kinds:?}");
    }
    all.into_iter().map(|(file, bytes)| (file, String::from_utf8_lossy(&bytes).to_lowercase())).collect()
}

/// The names of what holds the number in any form.
fn told(all: &BTreeMap<String, String>) -> Vec<&String> {
    all.iter()
        .filter(|(name, text)| {
            let is_name = WRITTEN.iter().any(|number| name.contains(number));
            // A picture's points are noise, of which any four digits can be part.
            let is_noise = name.ends_with(".png");
            is_name || !is_noise && WRITTEN.iter().any(|number| text.contains(number))
        })
        .map(|(name, _)| name)
        .collect()
}

#[test]
fn it_stands_nowhere_for_anybody_and_everywhere_for_the_owner() {
    let folder = tempfile::tempdir().unwrap();
    run(folder.path(), &["--chart-files", "svg,png", "--ods", "--pptx", "--disclosure", "both-sides"]);
    let restricted = folder.path().join("r/restricted");
    let exact = rows(&restricted.join("indicators.csv"));
    let figure = exact.iter().find(|row| row["code"] == "991" && row["indicator"] == "62").unwrap();
    assert_eq!([&figure["numerator"], &figure["denominator"]], ["7919", "7921"]);
    assert_eq!([&figure["verdict"], &figure["change_from_value"]], ["usable", "100.0"], "the year before is known");
    // The search finds it where it is.
    let owners = everything(&restricted);
    let found = told(&owners);
    for kind in [".html", ".svg", "sharedstrings.xml", "ods/content.xml", ".csv", "slides/slide4.xml"] {
        assert!(found.iter().any(|name| name.to_lowercase().ends_with(kind)), "{kind}: {found:?}");
    }
    let published = everything(&folder.path().join("r/publish"));
    for kind in [
        ".html",
        ".svg",
        ".png",
        "sharedStrings.xml",
        "core.xml",
        "ods/content.xml",
        ".csv",
        ".toml",
        ".txt",
        "slides/slide4.xml",
    ] {
        assert!(published.keys().any(|name| name.ends_with(kind)), "{kind}: {:?}", published.keys());
    }
    assert!(published.keys().any(|name| name.starts_with("years/2010-03-31/")));
    assert_eq!(told(&published), Vec::<&String>::new());
    audit(folder.path(), &["r"], 0);
}

#[test]
fn it_stands_nowhere_where_counts_are_rounded() {
    let folder = tempfile::tempdir().unwrap();
    run(folder.path(), &["--disclosure", "round-5"]);
    let shown = rows(&folder.path().join("r/publish/indicators.csv"));
    let figure = shown.iter().find(|row| row["code"] == "991" && row["indicator"] == "62").unwrap();
    assert_eq!([&figure["numerator"], &figure["denominator"], &figure["value"]], ["7920", "7920", "100.0"]);
    assert_eq!(told(&everything(&folder.path().join("r/publish"))), Vec::<&String>::new());
    audit(folder.path(), &["r"], 0);
}

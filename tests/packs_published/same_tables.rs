//! Two countries whose tables are printed alike, though the numbers that are hidden in them are not: what anybody may
//! read of them is the same to the byte.

use super::audit;
use crate::folder::{rows, said, stocktake, tree};
use std::fs;
use std::path::Path;

const AUTHORITIES: &str = "old_la_code,new_la_code,la_name,region_code,region_name\n\
                           991,,Ashwater,E12000091,Northern Reaches\n992,,Brindlecombe,E12000091,Northern Reaches\n\
                           993,,Thornmere,E12000091,Northern Reaches\n994,,Fenwold,E12000092,Southern Shires\n";

/// Children of an authority in a year, and how many of them had three placements.
type Children = (u16, i32, usize, usize);

/// Makes the returns of children who are looked after all year, and a report of them.
fn report(folder: &Path, all: &[Children], more: &[&str]) {
    for (authority, year, children, moved) in all {
        let before = year - 1;
        let mut episodes = "CHILD,DECOM,RNE,LS,PLACE,DEC,REC\n".to_owned();
        for child in 0..*children {
            let begin = format!("K{authority}{year}{child},01/04/{before},S,C2,U1,");
            let [second, third] =
                ["06", "09"].map(|month| format!("K{authority}{year}{child},01/{month}/{before},P,C2,U1,"));
            episodes.push_str(&if child < *moved {
                format!("{begin}01/06/{before},X1\n{second}01/09/{before},X1\n{third},\n")
            } else {
                format!("{begin},\n")
            });
        }
        let place = folder.join(format!("returns/{authority}/{year}"));
        fs::create_dir_all(&place).unwrap();
        fs::write(place.join("episodes.csv"), episodes).unwrap();
    }
    fs::write(folder.join("authorities.csv"), AUTHORITIES).unwrap();
    fs::write(folder.join("near.csv"), "code,rank,neighbour\n994,1,991\n994,2,992\n994,3,993\n993,1,991\n").unwrap();
    let arguments = [
        "run",
        "returns",
        "--as-at",
        "2011-03-31",
        "--chart-files",
        "svg,png",
        "--ods",
        "--pptx",
        "--quiet",
        "--out",
        "r",
    ];
    let lists = ["--authorities", "authorities.csv", "--neighbours", "near.csv"];
    said(stocktake(folder).args(arguments).args(lists).args(more), 0);
    audit(folder, &["r"], 0);
}

fn of_62(folder: &Path, table: &str) -> Vec<[String; 4]> {
    let rows = rows(&folder.join("r").join(table));
    let of_62 = rows.iter().filter(|row| row["indicator"] == "62");
    of_62.map(|row| ["code", "numerator", "denominator", "value"].map(|column| row[column].clone())).collect()
}

/// Reports of both, which are printed alike and are not the same.
fn alike(one: &[Children], other: &[Children], more: &[&str], hidden: &[(&str, &str)]) {
    let folders = [one, other].map(|children| {
        let folder = tempfile::tempdir().unwrap();
        report(folder.path(), children, more);
        folder
    });
    let [one, other] = [&folders[0], &folders[1]].map(|folder| folder.path());
    assert_ne!(of_62(one, "restricted/indicators.csv"), of_62(other, "restricted/indicators.csv"));
    for (code, printed) in hidden {
        let row = of_62(one, "publish/indicators.csv").into_iter().find(|row| row[0] == *code).unwrap();
        assert_eq!(row[1..].join(" "), *printed, "{code}");
    }
    let [ones, others] = [one, other].map(|folder| tree(&folder.join("r/publish")));
    assert_eq!(ones.keys().collect::<Vec<_>>(), others.keys().collect::<Vec<_>>());
    for kind in [".svg", ".png", ".html", ".xlsx", ".ods", ".csv"] {
        assert!(ones.keys().any(|file| file.ends_with(kind)), "{kind}");
    }
    for (file, bytes) in &ones {
        assert!(*bytes == others[file], "{file} tells them apart");
    }
}

#[test]
fn two_hidden_counts_change_places() {
    // Of the region both are part: 2 and 4, or 4 and 2, and 26 in all.
    let with = |first: usize, second: usize, before: usize| {
        vec![
            (991, 2011, 30, first),
            (992, 2011, 40, second),
            (993, 2011, 100, 20),
            (994, 2011, 80, 12),
            // The year before, of which the change is told.
            (991, 2010, 30, before),
            (992, 2010, 40, 7 - before),
            (993, 2010, 90, 30),
            (994, 2010, 70, 9),
        ]
    };
    let hidden = [("991", "c 30 c"), ("992", "c 40 c"), ("993", "20 100 20.0"), ("994", "12 80 15.0")];
    alike(&with(2, 4, 3), &with(4, 2, 4), &[], &hidden);
}

#[test]
fn counts_that_are_rounded_alike() {
    // 14 of 41 and 21 of 59, or 13 of 42 and 22 of 58; and one or two of a hundred, which is hidden.
    let with = |more: usize| {
        vec![
            (991, 2011, 41 + more, 14 - more),
            (992, 2011, 59 - more, 21 + more),
            (993, 2011, 100, 1 + more),
            (994, 2011, 80, 12),
        ]
    };
    let printed = [("991", "15 40 37.5"), ("992", "20 60 33.3"), ("993", "c 100 c"), ("E12000091", "35 200 17.5")];
    alike(&with(0), &with(1), &["--disclosure", "round-5"], &printed);
}

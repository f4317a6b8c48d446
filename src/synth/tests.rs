//! What is true of all made-up returns, whatever the seed.

use super::*;
use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

fn options(scale: Scale, layout: Layout) -> Options {
    let authorities = vec![Place::new("302", "Barnet"), Place::new("303", "Bexley"), Place::new("304", "Brent")];
    Options { seed: 7, scale, layout, years: vec![2009, 2010, 2011], times: 1, authorities }
}

/// A folder for one test, removed when the test ends.
struct Scratch(PathBuf);

impl Scratch {
    fn new(name: &str) -> Scratch {
        let folder = std::env::temp_dir().join(format!("stocktake-synth-{}-{name}", std::process::id()));
        let _ = fs::remove_dir_all(&folder);
        Scratch(folder)
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn files_below(folder: &Path, found: &mut BTreeMap<PathBuf, Vec<u8>>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files_below(&path, found);
        } else {
            found.insert(path.clone(), fs::read(&path).unwrap());
        }
    }
}

/// Every file written with these options, by its path, and how much is reported to be written.
fn written(options: &Options, name: &str) -> (BTreeMap<PathBuf, Vec<u8>>, Written) {
    let scratch = Scratch::new(name);
    let written = write(options, &scratch.0, &|_| ()).unwrap();
    let mut found = BTreeMap::new();
    files_below(&scratch.0, &mut found);
    let shortened =
        found.into_iter().map(|(path, bytes)| (path.strip_prefix(&scratch.0).unwrap().to_path_buf(), bytes));
    (shortened.collect(), written)
}

fn rows(bytes: &[u8]) -> Vec<Vec<String>> {
    let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(bytes);
    reader.records().map(|row| row.unwrap().iter().map(String::from).collect()).collect()
}

fn on_threads(threads: usize, options: &Options, name: &str) -> BTreeMap<PathBuf, Vec<u8>> {
    let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
    pool.scope(|_| written(options, name).0)
}

#[test]
fn the_same_seed_gives_the_same_bytes_on_one_thread_or_two() {
    for layout in [Layout::Folders, Layout::Collated, Layout::Mixed] {
        let options = options(Scale::Sample, layout);
        assert_eq!(on_threads(1, &options, "one"), on_threads(2, &options, "two"));
    }
}

#[test]
fn another_seed_gives_other_returns() {
    let options = options(Scale::Sample, Layout::Mixed);
    let another = Options { seed: 8, ..options.clone() };
    assert_ne!(written(&options, "seed-7").0, written(&another, "seed-8").0);
}

#[test]
fn an_authority_has_the_same_returns_whichever_others_are_made() {
    let all = options(Scale::National, Layout::Folders);
    let one = Options { authorities: vec![Place::new("303", "Bexley")], ..all.clone() };
    let path = Path::new("2011/303-bexley/episodes.csv");
    assert_eq!(written(&all, "all").0.get(path), written(&one, "one-of-all").0.get(path));
}

#[test]
fn the_files_and_bytes_reported_are_written() {
    for (scale, layout) in [(Scale::Sample, Layout::Mixed), (Scale::National, Layout::Collated)] {
        let (files, reported) = written(&options(scale, layout), &format!("reported-{layout:?}"));
        assert_eq!(reported.files, files.len() as u64);
        assert_eq!(reported.bytes, files.values().map(|bytes| bytes.len() as u64).sum::<u64>());
    }
}

#[test]
fn the_sample_is_small_and_holds_six_authorities() {
    let (files, reported) = written(&options(Scale::Sample, Layout::Mixed), "small");
    assert!(reported.bytes < 3_000_000);
    assert!(files.contains_key(Path::new("authorities.csv")));
    assert!(files.contains_key(Path::new("2011/episodes.csv")));
    assert!(files.contains_key(Path::new("2010/994-fenwold-and-sands/episodes.csv")));
    assert!(!files.contains_key(Path::new("2009/994-fenwold-and-sands/episodes.csv")));
}

#[test]
fn a_national_set_has_seven_files_for_each_return() {
    let (files, reported) = written(&options(Scale::National, Layout::Folders), "seven");
    assert_eq!(files.len(), 3 * 3 * 7);
    assert_eq!(reported.rows, files.values().map(|bytes| rows(bytes).len() as u64 - 1).sum::<u64>());
}

#[test]
fn every_row_has_a_cell_for_every_heading() {
    for layout in [Layout::Folders, Layout::Collated] {
        for (path, bytes) in written(&options(Scale::National, layout), "cells").0 {
            let rows = rows(&bytes);
            assert!(rows.iter().all(|row| row.len() == rows[0].len()), "{}", path.display());
        }
    }
}

#[test]
fn collated_rows_are_in_order_of_authority_year_and_child() {
    for bytes in written(&options(Scale::National, Layout::Collated), "sorted").0.values() {
        let keys: Vec<_> = rows(bytes).into_iter().skip(1).map(|row| row[..3].to_vec()).collect();
        assert!(keys.is_sorted());
    }
}

#[test]
fn an_open_episode_is_the_childs_last_in_its_return() {
    let bytes =
        written(&options(Scale::National, Layout::Collated), "open").0.remove(Path::new("episodes.csv")).unwrap();
    for pair in rows(&bytes).windows(2).skip(1) {
        let (this, next) = (&pair[0], &pair[1]);
        if this[..3] == next[..3] {
            assert!(this[3] < next[3], "episodes of a child are in order of DECOM");
            assert!(!this[9].is_empty() && this[9] <= next[3], "closed before the next begins");
        }
    }
}

#[test]
fn an_episode_open_in_one_return_is_in_the_next() {
    let bytes =
        written(&options(Scale::National, Layout::Collated), "next").0.remove(Path::new("episodes.csv")).unwrap();
    let rows = rows(&bytes);
    let key = |row: &[String], year: i32| (row[0].clone(), year, row[2].clone(), row[3].clone());
    let year = |row: &[String]| row[1].parse::<i32>().unwrap();
    let all: std::collections::BTreeSet<_> = rows[1..].iter().map(|row| key(row, year(row))).collect();
    for row in rows[1..].iter().filter(|row| row[9].is_empty() && year(row) < 2011) {
        assert!(all.contains(&key(row, year(row) + 1)), "{row:?}");
    }
}

#[test]
fn ten_times_the_children_are_about_ten_times_the_rows() {
    let once = options(Scale::National, Layout::Collated);
    let tenfold = Options { times: 10, ..once.clone() };
    let (once, tenfold) = (written(&once, "once").1.rows, written(&tenfold, "tenfold").1.rows);
    assert!((9 * once..11 * once).contains(&tenfold), "{once} and {tenfold}");
}

#[test]
fn invalid_options_are_refused() {
    let valid = options(Scale::National, Layout::Folders);
    let refused = |options: Options| write(&options, &Scratch::new("refused").0, &|_| ()).unwrap_err().to_string();
    assert!(refused(Options { years: vec![], ..valid.clone() }).contains("no year"));
    assert!(refused(Options { years: vec![11], ..valid.clone() }).contains("the year 11"));
    assert!(refused(Options { authorities: vec![], ..valid.clone() }).contains("no authority"));
    let twice = vec![Place::new("302", "Barnet"), Place::new("302", "Barnet")];
    assert!(refused(Options { authorities: twice, ..valid }).contains("302"));
}

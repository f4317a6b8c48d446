//! The files of fuzz/corpus, as they are and damaged: a few in every run of the tests, and as many more as STOCKTAKE_FUZZ asks for.

use super::mutation::Mutation;
use super::{audit, deck, mapping, report, returns, settings};
use std::fs;
use std::panic::catch_unwind;
use std::path::Path;
use std::time::{Duration, Instant};

/// A file of the corpus takes a few hundredths of a second: one that takes this long runs on.
const LONGEST: Duration = Duration::from_secs(20);

/// The corpus of a target, in order of name.
fn corpus(target: &str) -> Vec<Vec<u8>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/corpus").join(target);
    let mut files: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    files.iter().map(|file| fs::read(file).unwrap()).collect()
}

/// Puts the corpus of a target to it, and so many damaged files, or as many as are asked for.
fn try_all(target: &str, read: fn(&[u8]), few: u64) {
    let asked = std::env::var("STOCKTAKE_FUZZ").ok().and_then(|number| number.parse().ok());
    let corpus = corpus(target);
    assert!(!corpus.is_empty());
    corpus.iter().for_each(|bytes| try_one(target, "the corpus", read, bytes));
    for number in 0..asked.unwrap_or(few) {
        let bytes = Mutation::of(number).damaged(&corpus);
        try_one(target, &format!("damage {number}"), read, &bytes);
    }
}

fn try_one(target: &str, which: &str, read: fn(&[u8]), bytes: &[u8]) {
    let begun = Instant::now();
    let ended = catch_unwind(|| read(bytes));
    let faulty = ended.is_err() || begun.elapsed() > LONGEST;
    if faulty {
        let kept = std::env::temp_dir().join(format!("stocktake-fuzz-{target}"));
        fs::write(&kept, bytes).unwrap();
        panic!("{which} of {target} after {:?}: kept in {}", begun.elapsed(), kept.display());
    }
}

#[test]
fn returns_of_any_bytes_are_read_or_refused() {
    try_all("returns", returns, 150);
}

#[test]
fn mappings_of_any_bytes_are_read_or_refused() {
    try_all("mapping", mapping, 300);
}

#[test]
fn settings_of_any_bytes_are_read_or_refused() {
    try_all("settings", settings, 300);
}

#[test]
fn reports_of_any_bytes_are_read_back_or_refused() {
    try_all("report", report, 300);
}

#[test]
fn publications_of_any_bytes_are_audited_or_refused() {
    try_all("audit", audit, 150);
}

#[test]
fn decks_of_any_bytes_are_read_or_refused() {
    try_all("deck", deck, 300);
}

#[test]
fn a_number_gives_the_same_damage_each_time() {
    let corpus = [b"CHILD,REVIEW\n1,01/04/2010\n".to_vec(), b"x".to_vec()];
    let damaged = |number| Mutation::of(number).damaged(&corpus);
    assert_eq!(damaged(7), damaged(7));
    assert!((0..20).map(damaged).collect::<std::collections::BTreeSet<_>>().len() > 15);
}

//! The definitions of the ten indicators, sentence by sentence, as tables of tiny returns with answers
//! worked by hand. The tables are in tests/definitions/*.txt; tests/definitions/README.md says how to write one.

mod cases;
mod comparison;
mod report;
mod table;

use cases::Case;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// A folder of topics.
fn folder(room: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests").join(room)
}

/// Works out every case of a topic in a folder and shows all that came out otherwise than by hand.
pub fn check(room: &str, topic: &str) {
    let name = format!("{topic}.txt");
    let text = std::fs::read_to_string(folder(room).join(&name)).unwrap();
    let cases = Case::read_all(&name, &text);
    assert!(!cases.is_empty(), "{name} holds no case");
    let differences: Vec<String> = cases.iter().flat_map(|case| comparison::differences(&name, case)).collect();
    assert!(differences.is_empty(), "\n\n{}\n", differences.join("\n\n"));
}

/// Makes sure that the files of cases in a folder are the topics named.
pub fn check_files(room: &str, topics: &[&str]) {
    let listed: BTreeSet<String> = topics.iter().map(|topic| format!("{topic}.txt")).collect();
    let files = std::fs::read_dir(folder(room)).unwrap().map(|entry| entry.unwrap().file_name());
    let there = files.map(|name| name.into_string().unwrap()).filter(|name| name.ends_with(".txt")).collect();
    assert_eq!(listed, there, "the topics in tests/{room}.rs, and the files");
}

/// Tests of the topics in a folder.
macro_rules! topics {
    ($room:literal: $($topic:ident)*) => {
        $(#[test]
        fn $topic() {
            crate::definitions::check($room, stringify!($topic));
        })*

        #[test]
        fn every_file_of_cases_is_a_topic() {
            crate::definitions::check_files($room, &[$(stringify!($topic)),*]);
        }
    };
}
pub(crate) use topics;

topics! {
    "definitions":
    dates_and_windows
    doubt
    doubt_together
    returns_and_cover
    files_that_stand
    another_years_return
    births_and_ages
    reading
    cleaning_a_rejected
    cleaning_b_duplicates
    cleaning_c_d_e_f_g
    cleaning_c_superseded
    short_breaks
    periods
    placements
    ni058
    ni061
    ni062
    ni063
    ni066
    ni099_100
    ni101
    ni147_148
    figures
}

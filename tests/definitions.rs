//! The definitions of the ten indicators, sentence by sentence, as tables of tiny returns with answers
//! worked by hand. The tables are in tests/definitions/*.txt; tests/definitions/README.md says how to write one.

mod cases;
mod comparison;
mod report;
mod table;

use cases::Case;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/definitions")
}

/// Works out every case of a topic and shows all that came out otherwise than by hand.
fn check(topic: &str) {
    let name = format!("{topic}.txt");
    let text = std::fs::read_to_string(folder().join(&name)).unwrap();
    let cases = Case::read_all(&name, &text);
    assert!(!cases.is_empty(), "{name} holds no case");
    let differences: Vec<String> = cases.iter().flat_map(|case| comparison::differences(&name, case)).collect();
    assert!(differences.is_empty(), "\n\n{}\n", differences.join("\n\n"));
}

macro_rules! topics {
    ($($topic:ident)*) => {
        $(#[test]
        fn $topic() {
            check(stringify!($topic));
        })*

        #[test]
        fn every_file_of_cases_is_a_topic() {
            let listed = BTreeSet::from([$(concat!(stringify!($topic), ".txt").to_owned()),*]);
            let files = std::fs::read_dir(folder()).unwrap().map(|entry| entry.unwrap().file_name());
            let there = files.map(|name| name.into_string().unwrap()).filter(|name| name.ends_with(".txt")).collect();
            assert_eq!(listed, there, "the topics in tests/definitions.rs, and the files");
        }
    };
}

topics! {
    dates_and_windows
    doubt
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

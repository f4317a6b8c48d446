//! The names of the two files.

use crate::tidy::check::{Check, Fail, Found, Stage, none};
use crate::tidy::pair::Pair;

pub const STAGE: Stage = Stage {
    name: "Filename",
    checks: &[
        Check {
            name: "check_filename_spaces",
            ask: check_filename_spaces,
            breaks: &[
                (Fail, |pair| pair.data_name = "children in care.csv".to_owned()),
                (Fail, |pair| pair.meta_name = "children in care.meta.csv".to_owned()),
            ],
        },
        Check {
            name: "check_filename_special",
            ask: check_filename_special,
            breaks: &[
                (Fail, |pair| pair.data_name = "children&care.csv".to_owned()),
                (Fail, |pair| pair.data_name = "2011.march.csv".to_owned()),
                (Fail, |pair| pair.meta_name = "childrén.meta.csv".to_owned()),
            ],
        },
        Check {
            name: "check_filenames_match",
            ask: check_filenames_match,
            breaks: &[
                (Fail, |pair| pair.meta_name = "children.meta.csv".to_owned()),
                (Fail, |pair| pair.meta_name = pair.data_name.clone()),
            ],
        },
    ],
};

fn check_filename_spaces(pair: &Pair) -> Found {
    none(Fail, [&pair.data_name, &pair.meta_name].into_iter().filter(|name| name.contains(char::is_whitespace)))
}

/// Letters, digits, underscores and hyphens before the endings.
fn check_filename_special(pair: &Pair) -> Found {
    let bare = [pair.data_name.strip_suffix(".csv"), pair.meta_name.strip_suffix(".meta.csv")];
    let is_plain = |letter: char| letter.is_ascii_alphanumeric() || "_- ".contains(letter);
    none(Fail, bare.into_iter().flatten().filter(|name| !name.chars().all(is_plain)))
}

fn check_filenames_match(pair: &Pair) -> Found {
    let expected = pair.data_name.strip_suffix(".csv").map(|name| format!("{name}.meta.csv"));
    none(Fail, (expected.as_ref() != Some(&pair.meta_name)).then_some(&pair.meta_name))
}

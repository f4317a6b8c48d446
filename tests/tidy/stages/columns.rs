//! How columns are named.

use crate::tidy::check::{Check, Fail, Found, Stage, Warning, none};
use crate::tidy::pair::Pair;
use crate::tidy::standard::FILTER_WORDS;

pub const STAGE: Stage = Stage {
    name: "Check columns",
    checks: &[
        Check {
            name: "check_col_names_spaces",
            ask: check_col_names_spaces,
            breaks: &[(Fail, |pair| pair.rename("ni_62_percent", "ni 62 percent"))],
        },
        Check {
            name: "check_col_snake_case",
            ask: check_col_snake_case,
            breaks: &[
                (Warning, |pair| pair.rename("ni_62_percent", "ni62Percent")),
                (Warning, |pair| pair.rename("ni_62_percent", "ni-62-percent")),
            ],
        },
        Check {
            name: "check_col_var_start",
            ask: check_col_var_start,
            breaks: &[
                (Warning, |pair| pair.rename("ni_62_percent", "62_percent")),
                (Warning, |pair| pair.rename("ni_62_percent", "NI_62_percent")),
            ],
        },
        Check {
            name: "check_col_ind_smushed",
            ask: check_col_ind_smushed,
            breaks: &[
                (Fail, |pair| pair.rename("ni_62_percent", "male_percent")),
                (Fail, |pair| pair.rename("ni_99_percent", "level_4_in_english_percent")),
            ],
        },
        Check {
            name: "check_col_var_characteristic",
            ask: check_col_var_characteristic,
            breaks: &[
                (Warning, |pair| pair.add_filter("characteristic", &["Total", "Boys"])),
                (Warning, |pair| pair.add_filter("characteristic_group", &["Total", "Sex"])),
            ],
        },
    ],
};

/// The columns of data, and those that metadata names.
fn names(pair: &Pair) -> impl Iterator<Item = &str> {
    pair.data.columns.iter().map(String::as_str).chain(pair.meta.column("col_name"))
}

fn check_col_names_spaces(pair: &Pair) -> Found {
    none(Fail, names(pair).filter(|name| name.contains(char::is_whitespace)))
}

fn check_col_snake_case(pair: &Pair) -> Found {
    let is_snake = |letter: char| letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == '_';
    none(Warning, names(pair).filter(|name| !name.chars().all(is_snake)))
}

fn check_col_var_start(pair: &Pair) -> Found {
    none(Warning, names(pair).filter(|name| !name.starts_with(|letter: char| letter.is_ascii_lowercase())))
}

/// Wherever such a word stands in the name of an indicator, between words or within one.
fn check_col_ind_smushed(pair: &Pair) -> Found {
    let is_smushed = |name: &&str| FILTER_WORDS.iter().any(|word| name.to_lowercase().contains(word));
    none(Fail, pair.columns_of_type("Indicator").into_iter().filter(is_smushed))
}

fn check_col_var_characteristic(pair: &Pair) -> Found {
    none(Warning, names(pair).filter(|name| ["characteristic", "characteristic_group"].contains(name)))
}

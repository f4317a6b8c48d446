//! Variables that have one name and one list of items throughout the department.

use crate::tidy::check::{Check, Fail, Found, Stage, Warning, none};
use crate::tidy::pair::Pair;
use crate::tidy::standard::{ETHNIC_CHARACTERISTICS, ETHNIC_GROUPS, ETHNICITY};

pub const STAGE: Stage = Stage {
    name: "Check harmonised",
    checks: &[
        Check {
            name: "check_harmonised_variables",
            ask: check_harmonised_variables,
            breaks: &[
                (Fail, |pair| pair.add_filter("ethnic_origin", &["Total", "White"])),
                (Fail, |pair| {
                    pair.add_filter("background", &["Total", "White"]);
                    let row = pair.meta.find("col_name", "background");
                    pair.meta.set(row, "filter_grouping_column", "ethnic_group");
                }),
            ],
        },
        Check {
            name: "check_harmonised_eth_vals",
            ask: check_harmonised_eth_vals,
            breaks: &[(Warning, |pair| pair.add_filter("ethnicity_major", &["Total", "White", "Asian"]))],
        },
        Check {
            name: "check_harmonised_eth_char_grp",
            ask: check_harmonised_eth_char_grp,
            breaks: &[(Fail, |pair| pair.add_filter("characteristic_group", &["Total", "Ethnic origin"]))],
        },
        Check {
            name: "check_harmonised_eth_char_vals",
            ask: check_harmonised_eth_char_vals,
            breaks: &[(Warning, |pair| {
                pair.data.add("characteristic_group", "Ethnicity Major");
                pair.data.add("characteristic", "Asian");
            })],
        },
    ],
};

fn is_of_ethnicity(text: &str) -> bool {
    text.to_lowercase().contains("ethnic")
}

fn check_harmonised_variables(pair: &Pair) -> Found {
    let names = pair.meta.column("col_name").chain(pair.groups());
    none(Fail, names.filter(|name| is_of_ethnicity(name) && !ETHNICITY.contains(name)))
}

fn check_harmonised_eth_vals(pair: &Pair) -> Found {
    none(Warning, pair.data.column("ethnicity_major").filter(|item| !ETHNIC_GROUPS.contains(item)))
}

fn check_harmonised_eth_char_grp(pair: &Pair) -> Found {
    let is_standard = |group: &str| ETHNIC_CHARACTERISTICS.iter().any(|known| group.contains(known));
    none(Fail, pair.data.column("characteristic_group").filter(|group| is_of_ethnicity(group) && !is_standard(group)))
}

/// Those of the major groups; these figures have no characteristic at all.
fn check_harmonised_eth_char_vals(pair: &Pair) -> Found {
    let items = pair.data.column("characteristic_group").zip(pair.data.column("characteristic"));
    let of_ethnicity = items.filter(|(group, _)| is_of_ethnicity(group)).map(|(_, item)| item);
    none(Warning, of_ethnicity.filter(|item| !ETHNIC_GROUPS.contains(item)))
}

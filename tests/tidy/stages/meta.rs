//! What metadata says of each column; for the groups of filters, see `meta_groups.rs`.

use super::meta_groups::{
    check_meta_fil_grp, check_meta_fil_grp_dupe, check_meta_fil_grp_is_fil, check_meta_fil_grp_match,
    check_meta_fil_grp_stripped,
};
use crate::tidy::check::{Check, Fail, Found, Stage, Warning, none, twice};
use crate::tidy::pair::Pair;
use crate::tidy::standard::{UNITS, time_and_place};

pub const STAGE: Stage = Stage {
    name: "Check meta",
    checks: &[
        Check {
            name: "check_meta_dupe_label",
            ask: check_meta_dupe_label,
            breaks: &[(Fail, |pair| pair.meta.set_all("label", "Number of children"))],
        },
        Check {
            name: "check_meta_fil_grp",
            ask: check_meta_fil_grp,
            breaks: &[(Fail, |pair| pair.meta.set(0, "filter_grouping_column", "ni_62_percent"))],
        },
        Check {
            name: "check_meta_fil_grp_dupe",
            ask: check_meta_fil_grp_dupe,
            breaks: &[(Fail, |pair| {
                pair.add_grouped_filter();
                pair.add_filter("sex", &["Total", "Female", "Male"]);
                let row = pair.meta.find("col_name", "sex");
                pair.meta.set(row, "filter_grouping_column", "placement_group");
            })],
        },
        Check {
            name: "check_meta_fil_grp_is_fil",
            ask: check_meta_fil_grp_is_fil,
            breaks: &[(Warning, |pair| {
                pair.add_grouped_filter();
                let row = pair.meta.find("col_name", "placement_group");
                pair.meta.rows.remove(row);
            })],
        },
        Check {
            name: "check_meta_fil_grp_match",
            ask: check_meta_fil_grp_match,
            breaks: &[(Fail, |pair| {
                pair.add_grouped_filter();
                pair.data.remove("placement_group");
            })],
        },
        Check {
            name: "check_meta_fil_grp_stripped",
            ask: check_meta_fil_grp_stripped,
            breaks: &[(Fail, |pair| {
                pair.add_grouped_filter();
                pair.add_filter("sex", &["Total", "Female", "Male"]);
                let row = pair.meta.find("col_name", "sex");
                pair.meta.set(row, "filter_grouping_column", "placementgroup");
            })],
        },
        Check {
            name: "check_meta_label",
            ask: check_meta_label,
            breaks: &[(Fail, |pair| pair.meta.set(2, "label", " "))],
        },
        Check {
            name: "check_meta_filter_hint",
            ask: check_meta_filter_hint,
            breaks: &[(Fail, |pair| pair.meta.set(2, "filter_hint", "The twelve months to 31 March"))],
        },
        Check {
            name: "check_meta_geog_catch",
            ask: check_meta_geog_catch,
            breaks: &[
                (Fail, |pair| pair.add_filter("region", &["Total", "North"])),
                (Fail, |pair| pair.add_filter("la", &["Total", "Durham"])),
            ],
        },
        Check {
            name: "check_meta_indicator_dp",
            ask: check_meta_indicator_dp,
            breaks: &[(Fail, |pair| of_filter(pair, "indicator_dp", "1"))],
        },
        Check {
            name: "check_meta_col_name_spaces",
            ask: check_meta_col_name_spaces,
            breaks: &[(Fail, |pair| pair.meta.set(0, "col_name", "ni 58 score"))],
        },
        Check {
            name: "check_meta_col_name_dupe",
            ask: check_meta_col_name_dupe,
            breaks: &[(Fail, |pair| {
                let name = pair.meta.cell(&pair.meta.rows[0], "col_name").to_owned();
                pair.meta.set(1, "col_name", &name);
            })],
        },
        Check {
            name: "check_meta_ind_dp_set",
            ask: check_meta_ind_dp_set,
            breaks: &[(Warning, |pair| pair.meta.set(4, "indicator_dp", ""))],
        },
        Check {
            name: "check_meta_ind_dp_values",
            ask: check_meta_ind_dp_values,
            breaks: &[
                (Fail, |pair| pair.meta.set(4, "indicator_dp", "-1")),
                (Fail, |pair| pair.meta.set(4, "indicator_dp", "1.5")),
                (Fail, |pair| pair.meta.set(4, "indicator_dp", "one")),
            ],
        },
        Check {
            name: "check_meta_ind_unit",
            ask: check_meta_ind_unit,
            breaks: &[(Fail, |pair| of_filter(pair, "indicator_unit", "%"))],
        },
        Check {
            name: "check_meta_ind_unit_validation",
            ask: check_meta_ind_unit_validation,
            breaks: &[
                (Fail, |pair| pair.meta.set(4, "indicator_unit", "percent")),
                (Fail, |pair| pair.meta.set(4, "indicator_unit", "children")),
            ],
        },
        Check {
            name: "check_meta_indicator_grouping",
            ask: check_meta_indicator_grouping,
            breaks: &[(Fail, |pair| of_filter(pair, "indicator_grouping", "NI 62"))],
        },
    ],
};

/// Sets a cell of a filter's row.
fn of_filter(pair: &mut Pair, column: &str, text: &str) {
    pair.add_filter("sex", &["Total", "Female", "Male"]);
    let row = pair.meta.find("col_name", "sex");
    pair.meta.set(row, column, text);
}

/// The cells of a column in the rows of a type that hold what they should not.
fn wrong(pair: &Pair, col_type: &str, column: &str, is_wrong: impl Fn(&str) -> bool) -> Vec<String> {
    let rows = pair.meta.rows.iter().filter(|row| pair.meta.cell(row, "col_type") == col_type);
    let wrong = rows.filter(|row| is_wrong(pair.meta.cell(row, column)));
    wrong.map(|row| pair.meta.cell(row, "col_name").to_owned()).collect()
}

fn is_filled(cell: &str) -> bool {
    !cell.is_empty()
}

fn check_meta_dupe_label(pair: &Pair) -> Found {
    none(Fail, twice(pair.meta.column("label")))
}

fn check_meta_label(pair: &Pair) -> Found {
    none(Fail, pair.meta.column("label").filter(|label| label.trim().is_empty()))
}

fn check_meta_filter_hint(pair: &Pair) -> Found {
    none(Fail, wrong(pair, "Indicator", "filter_hint", is_filled))
}

/// A filter or a group whose name has a word of places.
fn check_meta_geog_catch(pair: &Pair) -> Found {
    let words = ["region", "la", "lad", "pcon", "ward", "urn", "ukprn", "school", "provider", "country", "authority"];
    let is_place =
        |name: &&str| time_and_place().any(|known| known == *name) || name.split('_').any(|word| words.contains(&word));
    let filters = pair.columns_of_type("Filter").into_iter().chain(pair.groups());
    none(Fail, filters.filter(is_place))
}

fn check_meta_indicator_dp(pair: &Pair) -> Found {
    none(Fail, wrong(pair, "Filter", "indicator_dp", is_filled))
}

fn check_meta_col_name_spaces(pair: &Pair) -> Found {
    none(Fail, pair.meta.column("col_name").filter(|name| name.contains(char::is_whitespace)))
}

fn check_meta_col_name_dupe(pair: &Pair) -> Found {
    none(Fail, twice(pair.meta.column("col_name")))
}

fn check_meta_ind_dp_set(pair: &Pair) -> Found {
    none(Warning, wrong(pair, "Indicator", "indicator_dp", str::is_empty))
}

fn check_meta_ind_dp_values(pair: &Pair) -> Found {
    none(Fail, pair.meta.column("indicator_dp").filter(|cell| is_filled(cell) && cell.parse::<u8>().is_err()))
}

/// The screener's title speaks of decimals; it is the unit that a filter must not have.
fn check_meta_ind_unit(pair: &Pair) -> Found {
    none(Fail, wrong(pair, "Filter", "indicator_unit", is_filled))
}

fn check_meta_ind_unit_validation(pair: &Pair) -> Found {
    none(Fail, pair.meta.column("indicator_unit").filter(|unit| !UNITS.contains(unit)))
}

fn check_meta_indicator_grouping(pair: &Pair) -> Found {
    none(Fail, wrong(pair, "Filter", "indicator_grouping", is_filled))
}

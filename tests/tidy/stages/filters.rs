//! What filters hold.

use crate::tidy::check::{Check, Fail, Found, Stage, Warning, none};
use crate::tidy::pair::Pair;
use crate::tidy::standard::time_and_place;
use std::collections::BTreeSet;

/// The most items that a filter may have.
const MOST_ITEMS: usize = 25_000;

pub const STAGE: Stage = Stage {
    name: "Check filters",
    checks: &[
        Check {
            name: "check_filter_defaults",
            ask: check_filter_defaults,
            breaks: &[
                (Warning, |pair| pair.add_filter("sex", &["Female", "Male"])),
                (Warning, |pair| {
                    pair.add_filter("sex", &["Female", "Male"]);
                    pair.meta.add("filter_default", "");
                    let row = pair.meta.find("col_name", "sex");
                    pair.meta.set(row, "filter_default", "Everybody");
                }),
            ],
        },
        Check {
            name: "check_filter_group_level",
            ask: check_filter_group_level,
            breaks: &[(Fail, |pair| {
                pair.add_grouped_filter();
                for row in 0..5 {
                    pair.data.set(row, "placement_group", &format!("Group {row}"));
                }
            })],
        },
        Check {
            name: "check_filter_item_limit",
            ask: check_filter_item_limit,
            breaks: &[(Fail, |pair| {
                pair.data.rows.truncate(1);
                let items: Vec<String> = (0..=MOST_ITEMS).map(|item| format!("Home {item}")).collect();
                pair.add_filter("home", &items.iter().map(String::as_str).collect::<Vec<_>>());
            })],
        },
        Check {
            name: "check_filter_whitespace",
            ask: check_filter_whitespace,
            breaks: &[
                (Fail, |pair| pair.add_filter("sex", &["Total", "Female ", "Male"])),
                (Fail, |pair| {
                    pair.add_grouped_filter();
                    pair.data.set(2, "placement_group", " Family");
                }),
            ],
        },
        Check {
            name: "check_filter_ob_total",
            ask: check_filter_ob_total,
            breaks: &[
                (Fail, |pair| pair.data.set(1, "la_name", "Total")),
                (Fail, |pair| pair.data.set(1, "region_name", "all")),
            ],
        },
        Check {
            name: "check_filter_blanks",
            ask: check_filter_blanks,
            breaks: &[
                (Fail, |pair| pair.add_filter("sex", &["Total", "Female", ""])),
                (Fail, |pair| {
                    pair.add_grouped_filter();
                    pair.data.set(1, "placement_group", "");
                }),
            ],
        },
    ],
};

fn items<'pair>(pair: &'pair Pair, column: &str) -> BTreeSet<&'pair str> {
    let place = pair.data.columns.iter().position(|name| name == column);
    pair.data.rows.iter().filter_map(|row| place.map(|place| row[place].as_str())).collect()
}

/// Filters and their groups.
fn filters(pair: &Pair) -> BTreeSet<&str> {
    pair.columns_of_type("Filter").into_iter().chain(pair.groups()).collect()
}

/// A `Total`, or an item that the metadata names.
fn check_filter_defaults(pair: &Pair) -> Found {
    let has_default = |name: &&str| {
        let row = pair.meta.rows.iter().find(|row| pair.meta.cell(row, "col_name") == *name);
        let named = row.map(|row| pair.meta.cell(row, "filter_default")).filter(|named| !named.is_empty());
        items(pair, name).contains(named.unwrap_or("Total"))
    };
    none(Warning, filters(pair).into_iter().filter(|name| !has_default(name)))
}

/// No more groups than there are items to group.
fn check_filter_group_level(pair: &Pair) -> Found {
    let grouped = pair.meta.rows.iter().filter_map(|row| {
        let (name, group) = (pair.meta.cell(row, "col_name"), pair.meta.cell(row, "filter_grouping_column"));
        (!group.is_empty() && items(pair, group).len() > items(pair, name).len()).then_some(name)
    });
    none(Fail, grouped)
}

fn check_filter_item_limit(pair: &Pair) -> Found {
    none(Fail, filters(pair).into_iter().filter(|name| items(pair, name).len() > MOST_ITEMS))
}

fn check_filter_whitespace(pair: &Pair) -> Found {
    let items = filters(pair).into_iter().flat_map(|name| items(pair, name));
    none(Fail, items.filter(|item| item.trim() != *item))
}

/// No aggregate hides among times and places.
fn check_filter_ob_total(pair: &Pair) -> Found {
    let items = time_and_place().flat_map(|name| items(pair, name));
    none(Fail, items.filter(|item| ["total", "all"].contains(&item.to_lowercase().as_str())))
}

fn check_filter_blanks(pair: &Pair) -> Found {
    none(Fail, filters(pair).into_iter().filter(|name| items(pair, name).contains("")))
}

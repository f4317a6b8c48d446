//! What the API asks beyond the rest.

use crate::tidy::check::{Check, Found, Stage, Warning, none};
use crate::tidy::pair::Pair;
use crate::tidy::standard::{FILTERS, LEVELS};

/// The most letters of a column's name.
const LONGEST_NAME: usize = 50;
/// The most letters of a label: the guide's 80, where the screener lets 100 pass.
const LONGEST_LABEL: usize = 80;
/// The most letters of a place's code.
const LONGEST_CODE: usize = 30;
/// The most letters of a filter's item or a place's name.
const LONGEST_ITEM: usize = 120;

pub const STAGE: Stage = Stage {
    name: "Check API",
    checks: &[
        Check {
            name: "check_api_char_col_name",
            ask: check_api_char_col_name,
            breaks: &[(Warning, |pair| pair.rename("ni_62_percent", &"a".repeat(LONGEST_NAME + 1)))],
        },
        Check {
            name: "check_api_char_col_label",
            ask: check_api_char_col_label,
            breaks: &[(Warning, |pair| pair.meta.set(0, "label", &"é".repeat(LONGEST_LABEL + 1)))],
        },
        Check {
            name: "check_api_char_loc_code",
            ask: check_api_char_loc_code,
            breaks: &[(Warning, |pair| pair.data.set(1, "region_code", &"E".repeat(LONGEST_CODE + 1)))],
        },
        Check {
            name: "check_api_char_filter_items",
            ask: check_api_char_filter_items,
            breaks: &[
                (Warning, |pair| pair.data.set(1, "region_name", &"é".repeat(LONGEST_ITEM + 1))),
                (Warning, |pair| pair.add_filter("home", &["Total", &"h".repeat(LONGEST_ITEM + 1)])),
            ],
        },
        Check {
            name: "check_data_dict_col_name",
            ask: check_data_dict_col_name,
            breaks: &[(Warning, |pair| pair.rename("ni_62_percent", "ni_062_percent"))],
        },
        Check {
            name: "check_data_dict_fil_item",
            ask: check_data_dict_fil_item,
            breaks: &[(Warning, |pair| pair.add_filter("sex", &["Total", "Girls", "Boys"]))],
        },
    ],
};

fn longer<'text>(texts: impl Iterator<Item = &'text str>, than: usize) -> Found {
    none(Warning, texts.filter(|text| text.chars().count() > than))
}

fn check_api_char_col_name(pair: &Pair) -> Found {
    longer(pair.meta.column("col_name"), LONGEST_NAME)
}

fn check_api_char_col_label(pair: &Pair) -> Found {
    longer(pair.meta.column("label"), LONGEST_LABEL)
}

/// Every cell of places, of codes or of names.
fn of_places(pair: &Pair, is_name: bool) -> impl Iterator<Item = &str> {
    let columns = LEVELS.iter().flat_map(|(_, columns)| columns.iter());
    columns.filter(move |column| column.ends_with("_name") == is_name).flat_map(move |column| pair.data.column(column))
}

fn check_api_char_loc_code(pair: &Pair) -> Found {
    longer(of_places(pair, false), LONGEST_CODE)
}

fn check_api_char_filter_items(pair: &Pair) -> Found {
    let items = pair.columns_of_type("Filter").into_iter().flat_map(|column| pair.data.column(column));
    longer(items.chain(of_places(pair, true)), LONGEST_ITEM)
}

/// The department's dictionary has no National Indicators and would have to be told of them. Held here to this
/// project's own: no column has a name that nobody meant.
fn check_data_dict_col_name(pair: &Pair) -> Found {
    let is_known = |name: &str| {
        pair.dictionary.iter().any(|known| known == name) || FILTERS.iter().any(|(filter, _)| *filter == name)
    };
    none(Warning, pair.meta.column("col_name").filter(|name| !is_known(name)))
}

fn check_data_dict_fil_item(pair: &Pair) -> Found {
    let of_filter = |(filter, items): &(&str, &'static [&'static str])| {
        let items = *items;
        pair.data.column(filter).filter(move |item| !items.contains(item)).collect::<Vec<_>>()
    };
    none(Warning, FILTERS.iter().flat_map(of_filter))
}

//! Whole rows, and cells of any column.

use crate::tidy::check::{Check, Fail, Found, Stage, Warning, none, twice};
use crate::tidy::pair::Pair;
use crate::tidy::standard::time_and_place;

/// What programs write for nothing.
const NULLS: [&str; 8] = ["NULL", "Null", "null", "NA", "NaN", "nan", "None", "#N/A"];

/// What tables once had for no number.
const LEGACY: [&str; 6] = ["N/A", "n/a", ".", "..", "-", "–"];

pub const STAGE: Stage = Stage {
    name: "Check general",
    checks: &[
        Check {
            name: "check_general_dupes",
            ask: check_general_dupes,
            breaks: &[
                (Fail, |pair| pair.data.rows.push(pair.data.rows[0].clone())),
                (Fail, |pair| {
                    pair.data.rows.push(pair.data.rows[2].clone());
                    let last = pair.data.rows.len() - 1;
                    pair.data.set(last, "ni_62_percent", "99.9");
                }),
            ],
        },
        Check {
            name: "check_general_null",
            ask: check_general_null,
            breaks: &[
                (Fail, |pair| pair.data.set(1, "ni_62_percent", "NA")),
                (Fail, |pair| pair.data.set(1, "new_la_code", "NULL")),
                (Fail, |pair| pair.meta.set(1, "filter_hint", "null")),
                (Warning, |pair| pair.data.set(1, "ni_62_percent", "-")),
                (Warning, |pair| pair.data.set(1, "ni_62_percent", "..")),
            ],
        },
    ],
};

/// A time and place once, or once for each item of the filters.
fn check_general_dupes(pair: &Pair) -> Found {
    let filters = pair.columns_of_type("Filter");
    let is_key = |name: &&String| time_and_place().any(|known| known == *name) || filters.contains(&name.as_str());
    let keys: Vec<&String> = pair.data.columns.iter().filter(is_key).collect();
    let key = |row: &Vec<String>| keys.iter().map(|column| pair.data.cell(row, column)).collect::<Vec<_>>().join(" ");
    none(Fail, twice(pair.data.rows.iter().map(key)))
}

fn check_general_null(pair: &Pair) -> Found {
    let of_data = || pair.data.rows.iter().flatten();
    none(Fail, of_data().chain(pair.meta.rows.iter().flatten()).filter(|cell| NULLS.contains(&cell.as_str())))?;
    none(Warning, of_data().filter(|cell| LEGACY.contains(&cell.as_str())))
}

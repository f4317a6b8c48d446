//! Whether the two files know of the same columns.

use crate::tidy::check::{Check, Fail, Found, Stage, Warning, none};
use crate::tidy::pair::Pair;
use crate::tidy::standard::time_and_place;

pub const STAGE: Stage = Stage {
    name: "Precheck cross-file",
    checks: &[
        Check {
            name: "precheck_cross_meta_to_data",
            ask: precheck_cross_meta_to_data,
            breaks: &[
                (Fail, |pair| pair.meta.set(0, "col_name", "children_count")),
                (Fail, |pair| pair.data.remove("ni_62_percent")),
            ],
        },
        Check {
            name: "precheck_cross_data_to_meta",
            ask: precheck_cross_data_to_meta,
            breaks: &[
                (Warning, |pair| pair.data.add("basis", "rolling")),
                (Warning, |pair| drop(pair.meta.rows.pop())),
            ],
        },
    ],
};

fn precheck_cross_meta_to_data(pair: &Pair) -> Found {
    none(Fail, pair.meta.column("col_name").filter(|name| !pair.data.has(name)))
}

/// Those of time and place need no metadata.
fn precheck_cross_data_to_meta(pair: &Pair) -> Found {
    let is_known = |column: &str| {
        let mut of_meta = pair.meta.column("col_name").chain(pair.meta.column("filter_grouping_column"));
        of_meta.any(|name| name == column) || time_and_place().any(|name| name == column)
    };
    none(Warning, pair.data.columns.iter().filter(|column| !is_known(column)))
}

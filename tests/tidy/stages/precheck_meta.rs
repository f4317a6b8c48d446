//! What rows of metadata there are.

use crate::tidy::check::{Check, Fail, Found, Stage, none};
use crate::tidy::pair::Pair;
use crate::tidy::standard::time_and_place;

pub const STAGE: Stage = Stage {
    name: "Precheck meta",
    checks: &[
        Check {
            name: "precheck_meta_col_type",
            ask: precheck_meta_col_type,
            breaks: &[
                (Fail, |pair| pair.meta.set(0, "col_type", "Measure")),
                (Fail, |pair| pair.meta.set(0, "col_type", "")),
            ],
        },
        Check {
            name: "precheck_meta_ob_unit",
            ask: precheck_meta_ob_unit,
            breaks: &[
                (Fail, |pair| pair.meta.set(0, "col_name", "region_name")),
                (Fail, |pair| pair.meta.set(0, "col_name", "time_period")),
            ],
        },
        Check {
            name: "precheck_meta_col_name",
            ask: precheck_meta_col_name,
            breaks: &[(Fail, |pair| pair.meta.set(3, "col_name", ""))],
        },
    ],
};

fn precheck_meta_col_type(pair: &Pair) -> Found {
    none(Fail, pair.meta.column("col_type").filter(|kind| !["Filter", "Indicator"].contains(kind)))
}

/// What is of time or place has no row.
fn precheck_meta_ob_unit(pair: &Pair) -> Found {
    none(Fail, pair.meta.column("col_name").filter(|name| time_and_place().any(|known| known == *name)))
}

fn precheck_meta_col_name(pair: &Pair) -> Found {
    none(Fail, pair.meta.column("col_name").filter(|name| name.is_empty()))
}

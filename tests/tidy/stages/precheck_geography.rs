//! What levels there are.

use crate::tidy::check::{Check, Fail, Found, Stage, none};
use crate::tidy::pair::Pair;
use crate::tidy::standard::level;
use std::collections::BTreeSet;

pub const STAGE: Stage = Stage {
    name: "Precheck geography",
    checks: &[
        Check {
            name: "precheck_geog_level",
            ask: precheck_geog_level,
            breaks: &[
                (Fail, |pair| pair.data.set(0, "geographic_level", "England")),
                (Fail, |pair| pair.data.set(0, "geographic_level", "local authority")),
            ],
        },
        Check {
            name: "precheck_geog_level_present",
            ask: precheck_geog_level_present,
            breaks: &[
                (Fail, |pair| pair.data.remove("la_name")),
                (Fail, |pair| pair.data.set(0, "geographic_level", "Ward")),
            ],
        },
    ],
};

fn precheck_geog_level(pair: &Pair) -> Found {
    none(Fail, pair.data.column("geographic_level").filter(|name| level(name).is_none()))
}

/// The columns of every level that has a row.
fn precheck_geog_level_present(pair: &Pair) -> Found {
    let levels: BTreeSet<&str> = pair.data.column("geographic_level").collect();
    let needed = levels.into_iter().filter_map(level).flatten();
    none(Fail, needed.filter(|column| !pair.data.has(column)))
}

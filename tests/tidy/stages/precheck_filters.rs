//! Whether filters have anything to choose from.

use crate::tidy::check::{Check, Fail, Found, Stage, none};
use crate::tidy::pair::Pair;
use std::collections::BTreeSet;

pub const STAGE: Stage = Stage {
    name: "Precheck filters",
    checks: &[Check {
        name: "precheck_filter_not_singular",
        ask: precheck_filter_not_singular,
        breaks: &[(Fail, |pair| pair.add_filter("basis", &["Total"]))],
    }],
};

fn precheck_filter_not_singular(pair: &Pair) -> Found {
    let is_singular = |name: &&str| pair.data.column(name).collect::<BTreeSet<_>>().len() < 2;
    none(Fail, pair.columns_of_type("Filter").into_iter().filter(is_singular))
}

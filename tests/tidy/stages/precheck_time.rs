//! What times there are.

use crate::tidy::check::{Check, Fail, Found, Stage, none};
use crate::tidy::pair::Pair;
use crate::tidy::standard::time;
use std::collections::BTreeMap;

pub const STAGE: Stage = Stage {
    name: "Precheck time",
    checks: &[
        Check {
            name: "precheck_time_period_num",
            ask: precheck_time_period_num,
            breaks: &[
                (Fail, |pair| pair.data.set(0, "time_period", "2023-24")),
                (Fail, |pair| pair.data.set(0, "time_period", "")),
            ],
        },
        Check {
            name: "precheck_time_id_valid",
            ask: precheck_time_id_valid,
            breaks: &[
                (Fail, |pair| pair.data.set(0, "time_identifier", "31 March")),
                (Fail, |pair| pair.data.set_all("time_identifier", "reporting year")),
            ],
        },
        Check {
            name: "precheck_time_id_mix",
            ask: precheck_time_id_mix,
            breaks: &[(Fail, |pair| pair.data.set(0, "time_identifier", "Calendar year"))],
        },
    ],
};

fn precheck_time_period_num(pair: &Pair) -> Found {
    let is_number = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    none(Fail, pair.data.column("time_period").filter(|text| !is_number(text)))
}

fn precheck_time_id_valid(pair: &Pair) -> Found {
    none(Fail, pair.data.column("time_identifier").filter(|name| time(name).is_none()))
}

/// All of one family.
fn precheck_time_id_mix(pair: &Pair) -> Found {
    let families: BTreeMap<_, &str> =
        pair.data.column("time_identifier").filter_map(|name| Some((time(name)?.0, name))).collect();
    none(Fail, families.into_values().skip(1))
}

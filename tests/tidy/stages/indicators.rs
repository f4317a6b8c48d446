//! What stands in the cells of indicators.

use crate::tidy::check::{Check, Fail, Found, Stage, none};
use crate::tidy::pair::Pair;
use crate::tidy::standard::SYMBOLS;

pub const STAGE: Stage = Stage {
    name: "Check indicators",
    checks: &[Check {
        name: "check_ind_invalid_entry",
        ask: check_ind_invalid_entry,
        breaks: &[
            (Fail, |pair| pair.data.set(0, "ni_62_percent", ":")),
            (Fail, |pair| pair.data.set(0, "ni_62_percent", "")),
            (Fail, |pair| pair.data.set(0, "ni_62_percent", "~")),
            (Fail, |pair| pair.data.set(0, "ni_62_percent", "[c]")),
            (Fail, |pair| pair.data.set(0, "ni_62_denominator_count", "1,234")),
            (Fail, |pair| pair.data.set(0, "ni_62_percent", "12.5%")),
        ],
    }],
};

/// A number or a bare symbol. Stricter than the screener, which lets `[c]` pass.
fn check_ind_invalid_entry(pair: &Pair) -> Found {
    let is_number = |text: &str| {
        let digits = text.strip_prefix('-').unwrap_or(text);
        let (whole, tenths) = digits.split_once('.').unwrap_or((digits, "0"));
        [whole, tenths].iter().all(|part| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit()))
    };
    let cells = pair.columns_of_type("Indicator").into_iter().flat_map(|column| pair.data.column(column));
    none(Fail, cells.filter(|cell| !is_number(cell) && !SYMBOLS.contains(cell)))
}

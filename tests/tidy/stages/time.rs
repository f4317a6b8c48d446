//! Whether times are those of their kind.

use crate::tidy::check::{Check, Fail, Found, Stage, none};
use crate::tidy::pair::Pair;
use crate::tidy::standard;

pub const STAGE: Stage = Stage {
    name: "Check time",
    checks: &[
        Check {
            name: "check_time_period",
            ask: check_time_period,
            breaks: &[
                (Fail, |pair| pair.data.set(0, "time_period", "201011")),
                (Fail, |pair| pair.data.set_all("time_identifier", "Financial year Q4")),
            ],
        },
        Check {
            name: "check_time_period_six",
            ask: check_time_period_six,
            breaks: &[
                (Fail, |pair| pair.data.set_all("time_period", "202224")),
                (Fail, |pair| pair.data.set(0, "time_period", "201110")),
            ],
        },
    ],
};

/// As many digits as the kind has.
fn check_time_period(pair: &Pair) -> Found {
    let times = pair.data.column("time_period").zip(pair.data.column("time_identifier"));
    let is_wrong =
        |(period, name): &(&str, &str)| standard::time(name).is_some_and(|(_, digits)| period.len() != digits);
    none(Fail, times.filter(is_wrong).map(|(period, _)| period))
}

/// Six digits are two years, one after the other.
fn check_time_period_six(pair: &Pair) -> Found {
    let follows = |period: &str| {
        let year = |digits: Option<&str>| digits.and_then(|digits| digits.parse::<u32>().ok());
        matches!((year(period.get(2..4)), year(period.get(4..6))), (Some(one), Some(next)) if (one + 1) % 100 == next)
    };
    none(Fail, pair.data.column("time_period").filter(|period| period.len() == 6 && !follows(period)))
}

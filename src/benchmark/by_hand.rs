//! Made-up standings for tests.

use super::standing::{Counts, Source, Standing};
use crate::verdict::Reliance;

/// A usable one of 2011, as printed.
pub(crate) fn of_source(source: Source) -> Standing {
    Standing {
        year: 2011,
        value: 10.7,
        shown: "10.7".to_owned(),
        counts: None,
        printed_interval: None,
        source,
        cover_too_short: false,
        accumulates: false,
        left_open: None,
        settled: false,
        reliance: Reliance::Usable,
    }
}

/// A count out of another, from the returns of an authority.
pub fn counted(year: i32, numerator: u64, denominator: u64) -> Standing {
    let counts = Counts { numerator, denominator, squares: None };
    let value = 100.0 * numerator as f64 / denominator as f64;
    Standing { year, value, shown: String::new(), counts: Some(counts), ..of_source(Source::Returns(None)) }
}

//! What an indicator is measured in, and which way is better.

use serde::Deserialize;

/// The highest score the questionnaire can give.
pub const HIGHEST_SCORE: u8 = 40;

/// What a figure is measured in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Unit {
    /// 100 x numerator / denominator.
    Percent,
    /// Numerator / denominator, a mean score.
    Score,
}

impl Unit {
    /// As the tables have it: `percent`, `score`.
    pub fn name(self) -> &'static str {
        match self {
            Unit::Percent => "percent",
            Unit::Score => "score",
        }
    }

    /// What a fraction of counts is multiplied by: 100 for a percentage, 1 for a mean score.
    pub fn times(self) -> i128 {
        match self {
            Unit::Percent => 100,
            Unit::Score => 1,
        }
    }

    /// What follows a number in words: `%`, or nothing.
    pub fn suffix(self) -> &'static str {
        match self {
            Unit::Percent => "%",
            Unit::Score => "",
        }
    }
}

/// Which way is better.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Good {
    /// Higher is better.
    High,
    /// Lower is better.
    Low,
}

impl Good {
    /// As the tables have it: `high`, `low`.
    pub fn name(self) -> &'static str {
        match self {
            Good::High => "high",
            Good::Low => "low",
        }
    }
}

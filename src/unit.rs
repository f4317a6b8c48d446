//! The unit an indicator is measured in, and whether high or low is better.

use serde::Deserialize;

/// The highest score on the strengths and difficulties questionnaire.
pub(crate) const HIGHEST_SCORE: u8 = 40;

/// The unit of a figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Unit {
    /// 100 x numerator / denominator.
    Percent,
    /// Numerator / denominator, a mean score.
    Score,
}

impl Unit {
    /// As in the tables: `percent`, `score`.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Unit::Percent => "percent",
            Unit::Score => "score",
        }
    }

    /// What numerator over denominator is multiplied by: 100 for a percentage, 1 for a mean score.
    pub(crate) fn times(self) -> i128 {
        match self {
            Unit::Percent => 100,
            Unit::Score => 1,
        }
    }

    /// What follows a number in text: `%`, or nothing.
    pub(crate) fn suffix(self) -> &'static str {
        match self {
            Unit::Percent => "%",
            Unit::Score => "",
        }
    }
}

/// Whether high or low is better.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Good {
    /// Higher is better.
    High,
    /// Lower is better.
    Low,
}

impl Good {
    /// `lower is better`.
    pub(crate) fn in_words(self) -> &'static str {
        match self {
            Good::High => "higher is better",
            Good::Low => "lower is better",
        }
    }

    /// As in the tables: `high`, `low`.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Good::High => "high",
            Good::Low => "low",
        }
    }
}

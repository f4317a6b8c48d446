//! How a figure has changed: since the year before, and over five years.

use super::phrases::SIGNIFICANT;
use crate::benchmark::significance::Significance;
use crate::pack::{Change, OfIndicator};
use crate::printed::Printed;
use crate::rounding::Tenths;
use crate::unit::Unit;

/// The change and the trend in words; nothing from which a hidden year could be worked out.
pub(crate) fn sentences(of: &OfIndicator) -> Vec<String> {
    let trend = trend_of(of);
    let change = change_of(of).map(|change| since(of, change, trend == Some(Trend::None)));
    let over_years = match trend {
        Some(Trend::Better) => Some("Over five years it has been getting better".to_owned()),
        Some(Trend::Worse) => Some("Over five years it has been getting worse".to_owned()),
        Some(Trend::None) | None => None,
    };
    change.into_iter().chain(over_years).collect()
}

/// The change since the year before, where that year is not hidden.
pub(crate) fn change_of(of: &OfIndicator) -> Option<&Change> {
    let is_hidden = |change: &&Change| of.years.contains(&(change.from_year, Printed::Confidential));
    of.change.as_ref().filter(|change| !is_hidden(change))
}

/// What five years show.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Trend {
    /// It has been getting better.
    Better,
    /// It has been getting worse.
    Worse,
    /// No trend can be told.
    None,
}

/// The trend, where none of its years is hidden.
pub(crate) fn trend_of(of: &OfIndicator) -> Option<Trend> {
    if of.years.iter().any(|(_, value)| *value == Printed::Confidential) {
        return None;
    }
    Some(match of.trend.as_deref()? {
        "getting better" => Trend::Better,
        "getting worse" => Trend::Worse,
        _ => Trend::None,
    })
}

fn since(of: &OfIndicator, change: &Change, without_trend: bool) -> String {
    let (year, from) = (of.indicator.years.in_words(change.from_year), of.indicator.shown(change.from));
    let trend = |and: &str| if without_trend { format!("{and} five years show no clear trend") } else { String::new() };
    if let Some(why) = &change.not_compared {
        return format!("In {year} it was {from}; the two years are not compared: {why}");
    }
    match change.significance {
        Significance::Better => {
            format!("It has got better since {year}, when it was {from}; {SIGNIFICANT}{}", trend(", but"))
        }
        Significance::Worse => {
            format!("It has got worse since {year}, when it was {from}; {SIGNIFICANT}{}", trend(", but"))
        }
        Significance::NotSignificant | Significance::NotTested if is_the_same(of, change.from) => {
            format!("In {year} it was {from} too{}", trend(", and"))
        }
        Significance::NotSignificant => {
            format!("In {year} it was {from}: the change is not statistically significant{}", trend(", and"))
        }
        Significance::NotTested => {
            format!("In {year} it was {from}; the difference was not tested, because {}", why(of.indicator.unit))
        }
    }
}

fn is_the_same(of: &OfIndicator, Tenths(from): Tenths) -> bool {
    of.numbers.value == Printed::Number(from)
}

/// Why a change was not tested.
fn why(unit: Unit) -> &'static str {
    match unit {
        Unit::Percent => "the counts of one of the two years are not known",
        Unit::Score => "too little is known of the scores of one of the two years",
    }
}

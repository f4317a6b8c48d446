//! Significant changes since the year before, and significant trends over five years.

use super::counted::shown;
use super::entries::Entry;
use crate::benchmark::significance::Significance;
use crate::pack::OfIndicator;
use crate::pack::words::known::value_in_words;
use crate::pack::words::{Trend, change_of, trend_of};

/// What got worse before what got better, changes before trends.
pub(crate) fn entries(all: &[OfIndicator]) -> Vec<Entry> {
    shown(all).flat_map(|of| change(of).into_iter().chain(trend(of))).collect()
}

fn change(of: &OfIndicator) -> Option<Entry> {
    let change = change_of(of)?;
    let (gravity, way) = match change.significance {
        Significance::Worse => (0, "worse"),
        Significance::Better => (2, "better"),
        Significance::NotSignificant | Significance::NotTested => return None,
    };
    let (name, year) = (of.indicator.named(), of.indicator.years.in_words(change.from_year));
    let (from, to) = (of.indicator.shown(change.from), value_in_words(of.numbers.value, of.indicator.unit)?);
    Some(Entry {
        gravity,
        number: of.indicator.number,
        alone: format!("{name}, has got {way} since {year}: from {from} to {to}"),
        together: format!("Also {way} than the year before"),
    })
}

fn trend(of: &OfIndicator) -> Option<Entry> {
    let (gravity, way) = match trend_of(of)? {
        Trend::Worse => (1, "worse"),
        Trend::Better => (3, "better"),
        Trend::None => return None,
    };
    Some(Entry {
        gravity,
        number: of.indicator.number,
        alone: format!("{}, has been getting {way} over five years", of.indicator.named()),
        together: format!("Also getting {way} over five years"),
    })
}

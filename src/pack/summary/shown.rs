//! The figures that a summary speaks of.

use crate::benchmark::told::Told;
use crate::pack::OfIndicator;
use crate::pack::words::known::Known;

/// Those with a figure that may be spoken of.
pub fn shown(all: &[OfIndicator]) -> impl Iterator<Item = &OfIndicator> {
    all.iter().filter(|of| Known::of(&of.numbers) == Known::Shown)
}

/// The numbers of those of which this can be told beside England.
pub fn beside_england(all: &[OfIndicator], told: Told) -> Vec<u16> {
    let is_told = |of: &&OfIndicator| of.england.as_ref().is_some_and(|england| england.told == Some(told));
    shown(all).filter(is_told).map(|of| of.indicator.number).collect()
}

//! Each figure with what is doubtful about it: an authority's from its children, a place's from its authorities.

use super::{Figure, Figures};
use crate::doubt::Doubts;
use crate::doubt::of_figure::Doubt;
use crate::doubt::range::Range;
use crate::indicators::Outcomes;
use crate::level::Level;
use crate::seeds::Seeds;
use crate::unit::{HIGHEST_SCORE, Unit};

impl Figures {
    /// The same figures with what is doubtful about them.
    pub(crate) fn with_doubts(mut self, outcomes: &Outcomes, doubts: &Doubts, seeds: &Seeds) -> Figures {
        add(&mut self.list, outcomes, doubts, seeds);
        self
    }
}

/// Adds what is doubtful to figures, those of authorities in the order of the outcomes after those of places.
fn add(list: &mut [Figure], outcomes: &Outcomes, doubts: &Doubts, seeds: &Seeds) {
    let indicators = seeds.indicators.len();
    let locals = list.len() - outcomes.authorities.len() * indicators;
    let (places, authorities) = list.split_at_mut(locals);
    for (of_authority, doubts) in authorities.chunks_mut(indicators).zip(&doubts.authorities) {
        for ((figure, doubtful), seed) in of_authority.iter_mut().zip(&doubts.indicators).zip(&seeds.indicators) {
            let best = if seed.unit == Unit::Score { HIGHEST_SCORE } else { 1 };
            figure.doubt = Doubt::of_authority([figure.numerator, figure.denominator], doubtful, best);
        }
    }
    let regions: Vec<&str> = outcomes
        .authorities
        .iter()
        .map(|outcomes| seeds.authorities.get(outcomes.authority).region_code.as_str())
        .collect();
    for (number, place) in places.iter_mut().enumerate() {
        let of_indicator = authorities.iter().skip(number % indicators).step_by(indicators).zip(&regions);
        let national = place.level.whole() == Level::National;
        let members = of_indicator.filter(|(_, region)| national || **region == place.code);
        let parts: Vec<(&Doubt, Option<Range>)> = members.map(|(figure, _)| (&figure.doubt, figure.range())).collect();
        place.doubt = Doubt::sum(parts.into_iter());
    }
}

//! Each figure with what is doubtful about it: an authority's from its children, a place's from its authorities.

use super::{Figure, Figures};
use crate::doubt::Doubts;
use crate::doubt::of_figure::Doubt;
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
    let best = |indicator: usize| if seeds.indicators[indicator].unit == Unit::Score { HIGHEST_SCORE } else { 1 };
    for (of_authority, doubts) in authorities.chunks_mut(indicators).zip(&doubts.authorities) {
        for (indicator, (figure, doubtful)) in of_authority.iter_mut().zip(&doubts.indicators).enumerate() {
            figure.doubt = Doubt::of_authority([figure.numerator, figure.denominator], doubtful, best(indicator));
        }
    }
    let regions: Vec<&str> = outcomes
        .authorities
        .iter()
        .map(|outcomes| seeds.authorities.get(outcomes.authority).region_code.as_str())
        .collect();
    for (number, place) in places.iter_mut().enumerate() {
        let indicator = number % indicators;
        let national = place.level.whole() == Level::National;
        let all = authorities.chunks(indicators).zip(&doubts.authorities).zip(&regions);
        let members = all.filter(|(_, region)| national || **region == place.code);
        let parts: Vec<_> = members
            .map(|((figures, doubts), _)| (&figures[indicator].doubt, doubts.indicators[indicator].as_slice()))
            .collect();
        place.doubt = Doubt::of_place([place.numerator, place.denominator], &parts, best(indicator));
    }
}

//! Where a figure will probably end, and what that rests on.

use crate::contract::{NO_EARLIER_YEAR, NO_PAST_SCORES, NOBODY_EXPECTED};
use crate::draws::spread::Spread;
use crate::draws::tested::Tested;

/// With fewer past children behind it, a forecast has a warning.
const FEWEST_CHILDREN: u64 = 30;

/// Where a figure will probably end.
#[derive(Debug, Clone, Default)]
pub struct Likely {
    /// The forecast and its limits.
    pub spread: Option<Spread>,
    /// Why there is none.
    pub no_forecast: Option<NoForecast>,
    /// The chance of meeting each target, in the order of the rooms.
    pub chances: Vec<Option<f64>>,
    /// How many past children are behind it.
    pub past_children: u64,
    /// How past forecasts turned out, for the authority or for all of the place.
    pub tested: Tested,
    /// Whether, over all authorities, "the figure stays as it is" has been nearer than the forecast.
    pub worse_than_stays: bool,
}

impl Likely {
    /// Whether it rests on few past children.
    pub(crate) fn is_of_few(&self) -> bool {
        self.spread.is_some() && self.past_children < FEWEST_CHILDREN
    }
}

/// Why there is no forecast.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoForecast {
    /// No earlier year tells.
    NoEarlierYear,
    /// Of a place: of some of its authorities no earlier year tells.
    NotOfEach,
    /// NI 58: nobody was scored in earlier years, so that there is no score to draw for a child who is newly scored.
    NoPastScores,
    /// No draw has a child in the population.
    NobodyExpected,
}

impl NoForecast {
    /// Its name in the tables.
    pub fn name(self) -> &'static str {
        match self {
            NoForecast::NoEarlierYear | NoForecast::NotOfEach => NO_EARLIER_YEAR,
            NoForecast::NoPastScores => NO_PAST_SCORES,
            NoForecast::NobodyExpected => NOBODY_EXPECTED,
        }
    }

    /// That of a place without a forecast, from that of each of its authorities; none where it has one.
    pub(crate) fn of_place(authorities: &[Option<NoForecast>]) -> Option<NoForecast> {
        let without_a_year = |why: &&Option<NoForecast>| **why == Some(NoForecast::NoEarlierYear);
        match authorities.iter().filter(without_a_year).count() {
            0 => authorities.iter().copied().find_map(|why| why),
            some if some < authorities.len() => Some(NoForecast::NotOfEach),
            _ => Some(NoForecast::NoEarlierYear),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_has_a_forecast_where_each_authority_has_one() {
        let [no_year, no_scores] = [NoForecast::NoEarlierYear, NoForecast::NoPastScores].map(Some);
        assert_eq!(NoForecast::of_place(&[None, None]), None);
        assert_eq!(NoForecast::of_place(&[None, no_scores]), no_scores);
        assert_eq!(NoForecast::of_place(&[no_year, no_year]), no_year);
        assert_eq!(NoForecast::of_place(&[no_scores, no_year]), Some(NoForecast::NotOfEach));
        assert_eq!(NoForecast::of_place(&[None, no_year]), Some(NoForecast::NotOfEach));
    }
}

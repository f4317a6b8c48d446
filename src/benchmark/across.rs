//! One indicator of every authority on the day's list, for charts that show all authorities.

use super::Comparable;
use super::funnel::Funnel;
use super::groups::Listed;
use super::indicator::AcrossPlaces;
use super::judgement::may_be_compared;
use super::significance::Significance;
use super::standing::{Known, Standing};
use super::standings::Standings;
use super::uncertainty::Uncertainty;
use crate::seeds::Seeds;
use crate::seeds::authorities::ENGLAND_CODE;
use crate::seeds::indicators::IndicatorSeed;

/// One indicator across authorities.
#[derive(Debug)]
pub struct Across {
    /// The indicator's number.
    pub indicator: u16,
    /// England's figure of the same year; none where a single authority is behind it.
    pub england: Option<Standing>,
    /// Whether England has a figure that is hidden.
    pub is_england_hidden: bool,
    /// The funnel about it.
    pub funnel: Option<Funnel>,
    /// Every authority on the day's list, in order of code.
    pub authorities: Vec<OfAuthority>,
}

/// What is known of one authority.
#[derive(Debug)]
pub struct OfAuthority {
    /// Its code.
    pub code: String,
    /// Its name.
    pub name: String,
    /// Its figure, or why there is none.
    pub known: Known,
    /// The figure's intervals.
    pub uncertainty: Option<Uncertainty>,
    /// How it differs from England; none where one of the two is not known, or the figure may not be judged.
    pub significance: Option<Significance>,
}

impl Across {
    /// Of an indicator.
    pub(super) fn of(
        seed: &IndicatorSeed,
        places: &AcrossPlaces<'_>,
        standings: &Standings<'_, impl Comparable>,
        listed: &Listed,
        seeds: &Seeds,
    ) -> Across {
        let known = standings.of(ENGLAND_CODE, seed.number, 0);
        let is_england_hidden = known.is_hidden();
        let england = known.used.filter(|england| england.source.is_of_several());
        let named = |code: &String| {
            let index = seeds.authorities.find(code);
            index.map_or_else(|| code.clone(), |index| seeds.authorities.get(index).name.clone())
        };
        let authority = |code: &String| {
            let known = standings.of(code, seed.number, 0);
            let used = known.used.as_ref();
            let uncertainty =
                used.and_then(|standing| Uncertainty::of(standing, seed.unit, seeds.configuration.interval));
            let beside = england
                .as_ref()
                .filter(|england| used.is_some_and(|standing| may_be_compared(standing, england).is_ok()));
            let significance = beside.map(|england| {
                Significance::beside(
                    england.value,
                    uncertainty.map(|uncertainty| uncertainty.beside(england.value)),
                    seed.good,
                )
            });
            OfAuthority { code: code.clone(), name: named(code), known, uncertainty, significance }
        };
        let authorities = listed.codes().map(authority).collect();
        Across { indicator: seed.number, england, is_england_hidden, funnel: places.funnel, authorities }
    }
}

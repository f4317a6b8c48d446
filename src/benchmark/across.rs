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
    /// Whether that is significant at 99.8% too.
    pub is_beyond_99_8: bool,
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
            let is_beyond_99_8 = beside
                .zip(uncertainty)
                .is_some_and(|(england, uncertainty)| uncertainty.excludes_at_99_8(england.value));
            OfAuthority { code: code.clone(), name: named(code), known, uncertainty, significance, is_beyond_99_8 }
        };
        let authorities = listed.codes().map(authority).collect();
        Across { indicator: seed.number, england, is_england_hidden, funnel: places.funnel, authorities }
    }
}

#[cfg(test)]
mod tests {
    use super::super::Compared;
    use crate::day::Day;
    use crate::doubt::of_figure::Doubt;
    use crate::doubt::range::{Fraction, Range};
    use crate::figures::{Behind, Figure, Status};
    use crate::level::Level;
    use crate::seeds::Seeds;
    use crate::seeds::authorities::ENGLAND_CODE;
    use crate::timeframe::{Basis, Timeframe};
    use crate::verdict::{Reliance, Verdict};

    fn figure(level: Level, code: &str, [numerator, denominator]: [u64; 2]) -> Figure {
        Figure {
            level,
            code: code.to_owned(),
            name: code.to_owned(),
            indicator: 62,
            status: Status::Ok,
            numerator,
            squares: numerator,
            denominator,
            population: denominator,
            cover_too_short: false,
            behind: (level == Level::National).then_some(Behind { available: 152, listed: 152 }),
            doubt: Doubt::default(),
        }
    }

    #[test]
    fn an_authority_within_the_range_of_england_is_not_tested_beside_it() {
        let seeds = Seeds::built_in().unwrap();
        // 20.0% beside England's 10.0%, and up to that of the case.
        let is_tested = |most: u64| {
            let mut england = figure(Level::National, ENGLAND_CODE, [100, 1000]);
            let end = |numerator| Fraction { numerator, denominator: 1000 };
            let range = Some(Range { low: end(100), high: end(most) });
            england.doubt = Doubt { children: most - 100, range, ..Doubt::default() };
            let list = [england, figure(Level::LocalAuthority, "301", [20, 100])];
            let usable = || Verdict { reliance: Reliance::Usable, because: Vec::new() };
            let timeframe = Timeframe::new(Day::thirty_first_of_march(2011), Basis::Rolling).unwrap();
            let compared = Compared::of(timeframe, &list, vec![usable(), usable()], &[], &seeds);
            let across = compared.across.iter().find(|across| across.indicator == 62).unwrap();
            across.authorities.iter().find(|of| of.code == "301").unwrap().significance.is_some()
        };
        assert_eq!([100, 199, 200].map(is_tested), [true, true, false]);
    }
}

//! The sums of every group of every place and indicator.

use super::grouping::{Groupings, Known};
use crate::care::{AuthorityHistories, CareHistories};
use crate::figures::Figure;
use crate::indicators::outcome::Decision;
use crate::indicators::unavailable::Unavailable;
use crate::indicators::{AuthorityOutcomes, IndicatorOutcomes, Outcomes, asked};
use crate::level::Level;
use crate::quality::CleanReturns;
use crate::seeds::indicators::IndicatorSeed;
use crate::setting::Setting;
use rayon::prelude::*;
use std::collections::BTreeMap;
use std::iter::Sum;

/// The sums of some children.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    /// Children who meet the test, or their scores.
    pub numerator: u64,
    /// The sum of squared scores; of percentages, the numerator.
    pub squares: u64,
    /// Children who count.
    pub denominator: u64,
}

impl Counts {
    /// With a child.
    fn take(&mut self, decision: &Decision) {
        let adds = u64::from(decision.adds());
        self.numerator += adds;
        self.squares += adds * adds;
        self.denominator += u64::from(decision.in_denominator());
    }

    /// With the children of another group.
    fn add(&mut self, other: Counts) {
        self.numerator += other.numerator;
        self.squares += other.squares;
        self.denominator += other.denominator;
    }

    /// Without the children of a part.
    pub(super) fn less(self, part: Counts) -> Counts {
        Counts {
            numerator: self.numerator - part.numerator,
            squares: self.squares - part.squares,
            denominator: self.denominator - part.denominator,
        }
    }
}

impl Sum for Counts {
    fn sum<I: Iterator<Item = Counts>>(all: I) -> Counts {
        all.fold(Counts::default(), |mut sum, counts| {
            sum.add(counts);
            sum
        })
    }
}

/// The sums of one place: for each indicator in order, those of all groups.
type OfPlace = Vec<Vec<Counts>>;

/// The sums of every place, by level and code.
pub(super) struct Sums(BTreeMap<(Level, String), OfPlace>);

impl Sums {
    /// Sums the decisions.
    pub(super) fn of(
        groupings: &Groupings,
        histories: &CareHistories<'_>,
        outcomes: &Outcomes,
        setting: Setting<'_>,
        clean: &CleanReturns,
    ) -> Sums {
        let of_authority = |outcomes: &AuthorityOutcomes| {
            let found = histories.authorities.iter().find(|histories| histories.clean.authority == outcomes.authority);
            (outcomes.authority, found.map(|histories| sums(groupings, histories, outcomes, setting, clean)))
        };
        let local: Vec<_> = outcomes.authorities.par_iter().map(of_authority).collect();
        let mut places = BTreeMap::<(Level, String), OfPlace>::new();
        for (authority, of_place) in local {
            let (authority, Some(of_place)) = (setting.seeds.authorities.get(authority), of_place) else { continue };
            for (level, code) in [(Level::National, ""), (Level::Regional, authority.region_code.as_str())] {
                let sums = places.entry((level, code.to_owned()));
                add(
                    sums.or_insert_with(|| vec![vec![Counts::default(); groupings.count()]; of_place.len()]),
                    &of_place,
                );
            }
            places.insert((Level::LocalAuthority, authority.code.clone()), of_place);
        }
        Sums(places)
    }

    /// The sums of a figure's groups.
    pub(super) fn of_figure(&self, figure: &Figure, setting: Setting<'_>) -> Option<&[Counts]> {
        let level = figure.level.whole();
        let code =
            if matches!(level, Level::LocalAuthority | Level::Regional) { figure.code.clone() } else { String::new() };
        let place = setting.seeds.indicators.iter().position(|seed| seed.number == figure.indicator)?;
        self.0.get(&(level, code))?.get(place).map(Vec::as_slice)
    }
}

fn add(sums: &mut OfPlace, other: &OfPlace) {
    for (sums, other) in sums.iter_mut().zip(other) {
        sums.iter_mut().zip(other).for_each(|(sum, other)| sum.add(*other));
    }
}

/// The sums of one authority.
fn sums(
    groupings: &Groupings,
    histories: &AuthorityHistories<'_>,
    outcomes: &AuthorityOutcomes,
    setting: Setting<'_>,
    clean: &CleanReturns,
) -> OfPlace {
    let mut groups = Vec::new();
    let of_indicator = |(seed, outcomes): (&IndicatorSeed, &Result<IndicatorOutcomes, Unavailable>)| {
        let mut sums = vec![Counts::default(); groupings.count()];
        let (Ok(outcomes), Ok((indicator, question))) = (outcomes, asked(seed, histories, setting, clean)) else {
            return sums;
        };
        for (child, decision) in outcomes.decisions.iter().filter(|(_, decision)| decision.in_denominator()) {
            let history = &histories.child(*child as usize, setting.timeframe.known);
            let known = Known { authority: histories.clean, place: *child, history };
            groupings.put(&known, indicator.day_of(history, &question), clean, &mut groups);
            groups.iter().for_each(|group| sums[*group].take(decision));
        }
        sums
    };
    setting.seeds.indicators.iter().zip(&outcomes.indicators).map(of_indicator).collect()
}

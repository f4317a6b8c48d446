//! Stage five: from outcomes to figures, for every authority, region and England.
//!
//! Polars counts and sums; every figure keeps its numerator and denominator as whole
//! numbers, and region and England figures are sums of them, never means of percentages.

mod doubted;
mod sums;

use crate::doubt::of_figure::Doubt;
use crate::doubt::range::{Fraction, Range};
use crate::indicators::Outcomes;
use crate::indicators::unavailable::Unavailable;
use crate::level::Level;
use crate::seeds::Seeds;
use crate::seeds::authorities::{ENGLAND_CODE, ENGLAND_NAME};
use crate::setting::Setting;
use crate::timeframe::Timeframe;
use polars::prelude::PolarsError;
use sums::{Sum, Sums};

/// Whether there is a figure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Status {
    /// There is.
    Ok,
    /// Nobody is in the denominator, so there is no value, which is not zero.
    NoDenominator,
    /// It cannot be calculated; why, where one authority is meant.
    NotAvailable(Option<Unavailable>),
}

impl Status {
    /// Its name in the tables.
    pub fn name(&self) -> &'static str {
        match self {
            Status::Ok => "ok",
            Status::NoDenominator => "no_denominator",
            Status::NotAvailable(_) => "not_available",
        }
    }
}

/// How many authorities are behind a figure of a region or of England.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Behind {
    /// Those for which the indicator is available.
    pub available: u32,
    /// Those on the list on the day.
    pub listed: u32,
}

impl Behind {
    /// Whether every authority of the place has the figure: else it is of a part of the place.
    pub fn is_whole(self) -> bool {
        self.available == self.listed
    }
}

/// One exact figure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figure {
    /// Whether it is of an authority, of a region or England, or of a part of one.
    pub level: Level,
    /// The code of the place: three digits, `E12...` or `E92000001`.
    pub code: String,
    /// The name of the place; of a part of one, how many authorities it is of.
    pub name: String,
    /// The indicator's number.
    pub indicator: u16,
    /// Whether there is a figure.
    pub status: Status,
    /// Children who meet the test; for NI 58 the sum of scores.
    pub numerator: u64,
    /// The sum of the squared scores (NI 58); elsewhere the numerator.
    pub squares: u64,
    /// Children who count.
    pub denominator: u64,
    /// The denominator; for NI 58 all who should have a score.
    pub population: u64,
    /// The indicator looks further back than the returns cover.
    pub cover_too_short: bool,
    /// The authorities behind it, for a region or England.
    pub behind: Option<Behind>,
    /// What is doubtful about it.
    pub doubt: Doubt,
}

impl Figure {
    /// The smallest and the largest value that the files leave; none where there is no value to have.
    pub(crate) fn range(&self) -> Option<Range> {
        let value = Fraction { numerator: self.numerator, denominator: self.denominator };
        let certain = (self.status == Status::Ok).then_some(Range { low: value, high: value });
        if self.doubt.children == 0 { certain } else { self.doubt.range }
    }
}

/// The figures of one day.
#[derive(Debug)]
pub struct Figures {
    /// The day and the window.
    pub timeframe: Timeframe,
    /// One figure per place and indicator, in order of place and indicator: England, regions and authorities, each in
    /// order of code. A part stands where the whole would.
    pub list: Vec<Figure>,
}

impl Figures {
    /// Counts outcomes into figures of England, of every authority that has outcomes, and of every region with such an
    /// authority.
    ///
    /// # Errors
    /// Where polars cannot run a query, which the tests rule out.
    pub(crate) fn count(outcomes: &Outcomes, setting: Setting<'_>) -> Result<Figures, PolarsError> {
        let Setting { timeframe, seeds: Seeds { authorities, indicators, .. }, .. } = setting;
        let sums = Sums::of(outcomes, authorities, indicators.len())?;
        let mut list = Vec::new();
        let listed = authorities.listed_on(timeframe.as_at, None);
        for (seed, sum) in indicators.iter().zip(&sums.national) {
            list.push(summed(Level::National, (ENGLAND_CODE, ENGLAND_NAME), seed.number, sum, listed));
        }
        let names = authorities.regions();
        for (region, of_region) in &sums.regional {
            let place = (region.as_str(), names.get(region.as_str()).copied().unwrap_or_default());
            let listed = authorities.listed_on(timeframe.as_at, Some(region));
            for (seed, sum) in indicators.iter().zip(of_region) {
                list.push(summed(Level::Regional, place, seed.number, sum, listed));
            }
        }
        for (of_authority, sums) in outcomes.authorities.iter().zip(&sums.local) {
            let authority = authorities.get(of_authority.authority);
            for ((seed, sum), result) in indicators.iter().zip(sums).zip(&of_authority.indicators) {
                let status = match result {
                    Err(why) => Status::NotAvailable(Some(why.clone())),
                    Ok(_) => counted(sum),
                };
                let place = (authority.code.as_str(), authority.name.as_str());
                list.push(figure(Level::LocalAuthority, place, seed.number, sum, status, None));
            }
        }
        Ok(Figures { timeframe, list })
    }
}

fn counted(sum: &Sum) -> Status {
    if sum.denominator == 0 { Status::NoDenominator } else { Status::Ok }
}

/// A figure of a region or of England, or of those of its authorities for which the indicator is available.
fn summed(level: Level, (code, name): (&str, &str), indicator: u16, sum: &Sum, listed: u32) -> Figure {
    let status = if sum.available == 0 { Status::NotAvailable(None) } else { counted(sum) };
    let behind = Behind { available: sum.available, listed };
    let (level, name) = named_place(level, name, behind);
    figure(level, (code, &name), indicator, sum, status, Some(behind))
}

/// The level and the name of a place, or of those of its authorities that are behind a figure.
pub(crate) fn named_place(level: Level, name: &str, behind: Behind) -> (Level, String) {
    if behind.is_whole() { (level, name.to_owned()) } else { (level.part(), name_of_part(level, name, behind)) }
}

/// What some of the authorities of a place are called, which is never the name of the place: `12 authorities given` of
/// England, `4 of 33 authorities of London` of a region.
fn name_of_part(level: Level, name: &str, Behind { available, listed }: Behind) -> String {
    let authorities = |number| if number == 1 { "authority" } else { "authorities" };
    match level.whole() {
        Level::National => format!("{available} {} given", authorities(available)),
        _ => format!("{available} of {listed} {} of {name}", authorities(listed)),
    }
}

fn figure(
    level: Level,
    (code, name): (&str, &str),
    indicator: u16,
    sum: &Sum,
    status: Status,
    behind: Option<Behind>,
) -> Figure {
    Figure {
        level,
        code: code.to_owned(),
        name: name.to_owned(),
        indicator,
        status,
        numerator: sum.numerator,
        squares: sum.squares,
        denominator: sum.denominator,
        population: sum.population,
        cover_too_short: sum.cover_too_short,
        behind,
        doubt: Doubt::default(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_is_not_called_by_the_name_of_the_whole() {
        let of = |level, available, listed| {
            let sum = Sum { denominator: 8, available, ..Sum::default() };
            let figure = summed(level, ("E", "London"), 62, &sum, listed);
            (figure.level.name(), figure.name)
        };
        let both = |level, name: &str| (level, name.to_owned());
        assert_eq!(of(Level::National, 152, 152), both("National", "London"));
        assert_eq!(of(Level::National, 151, 152), both("Part of National", "151 authorities given"));
        assert_eq!(of(Level::National, 1, 2), both("Part of National", "1 authority given"));
        assert_eq!(of(Level::Regional, 33, 33), both("Regional", "London"));
        assert_eq!(of(Level::Regional, 32, 33), both("Part of Regional", "32 of 33 authorities of London"));
        assert_eq!(of(Level::Regional, 1, 33), both("Part of Regional", "1 of 33 authorities of London"));
        assert_eq!(of(Level::Regional, 0, 1), both("Part of Regional", "0 of 1 authority of London"));
    }
}

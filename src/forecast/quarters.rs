//! The year so far and last year's course: the ordinary figures on the last days of quarters.

use super::ahead::Ahead;
use super::outlook::{Outlook, figure_on, value_on};
use crate::care::CareHistories;
use crate::day::Day;
use crate::figures::Figures;
use crate::indicators::Outcomes;
use crate::quality::CleanReturns;
use crate::rounding::Tenths;
use crate::seeds::indicators::IndicatorSeed;
use crate::setting::Setting;
use crate::timeframe::{Basis, Timeframe, back};
use polars::prelude::PolarsError;

/// The days of a quarter, in months.
const QUARTER: i32 = 3;

/// The ordinary figures of some days, in order of day.
#[derive(Debug)]
pub(crate) struct Quarters {
    /// From the end of last year to the day up to which things are known, which is the last.
    this_year: Vec<Figures>,
    /// From the end of the year before to that of last year, the day a year before the last of this year's among them.
    last_year: Vec<Figures>,
}

/// The values of one place and indicator, each with its day; none where there was no figure.
pub(crate) type Course = Vec<(Day, Option<Tenths>)>;

impl Quarters {
    /// Measures the days.
    ///
    /// # Errors
    /// Where polars cannot run a query, which the tests rule out.
    pub(crate) fn of(ahead: &Ahead<'_>, clean: &CleanReturns) -> Result<Quarters, PolarsError> {
        let [this_year, last_year] = days(ahead.timeframe);
        let now = ahead.now();
        let on = |day: Day| {
            // Month ends all.
            let timeframe = Timeframe::new(day, Basis::Rolling).unwrap_or(now.timeframe);
            let setting = Setting { timeframe, ..now };
            let histories = CareHistories::build(clean, setting);
            Figures::count(&Outcomes::measure(&histories, setting, clean), setting)
        };
        let all = |days: Vec<Day>| days.into_iter().map(on).collect::<Result<Vec<Figures>, PolarsError>>();
        Ok(Quarters { this_year: all(this_year)?, last_year: all(last_year)? })
    }

    /// The courses of a place and indicator: of this year and of the last.
    pub(crate) fn courses(&self, outlook: &Outlook, seed: &IndicatorSeed) -> [Course; 2] {
        let value = |day: &Figures| {
            // A figure that looks further back than the returns would lie beside the others.
            let is_covered = figure_on(&outlook.steady, day).is_some_and(|figure| !figure.cover_too_short);
            value_on(&outlook.steady, seed, day).filter(|_| is_covered)
        };
        let course = |days: &[Figures]| days.iter().map(|day| (day.timeframe.as_at, value(day))).collect();
        [course(&self.this_year), course(&self.last_year)]
    }
}

/// The days of this year and of the last, in order.
fn days(timeframe: Timeframe) -> [Vec<Day>; 2] {
    let (known, outturn) = (timeframe.known, timeframe.as_at);
    let from_start = |day: Day| (0..4).rev().map(move |quarter| back(day, QUARTER * (quarter + 1)));
    let mut this_year: Vec<Day> = from_start(outturn).filter(|day| *day < known).collect();
    this_year.push(known);
    let start = back(outturn, 12);
    let mut last_year: Vec<Day> = from_start(start).chain([start, back(known, 12)]).collect();
    last_year.sort_unstable();
    last_year.dedup();
    [this_year, last_year]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::day::Day;

    #[test]
    fn the_days_are_ends_of_quarters_and_the_day_itself() {
        let day = |year, month, day| Day::from_ymd(year, month, day).unwrap();
        let of = |known, outturn| {
            days(Timeframe::ahead(known, outturn).unwrap())
                .map(|days| days.iter().map(Day::to_string).collect::<Vec<_>>().join(" "))
        };
        let march = day(2011, 3, 31);
        assert_eq!(
            of(day(2010, 11, 30), march),
            [
                "2010-03-31 2010-06-30 2010-09-30 2010-11-30",
                "2009-03-31 2009-06-30 2009-09-30 2009-11-30 2009-12-31 2010-03-31"
            ]
        );
        assert_eq!(
            of(day(2010, 12, 31), march),
            ["2010-03-31 2010-06-30 2010-09-30 2010-12-31", "2009-03-31 2009-06-30 2009-09-30 2009-12-31 2010-03-31"]
        );
        assert_eq!(of(day(2010, 3, 31), march)[0], "2010-03-31");
    }
}

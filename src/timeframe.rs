//! The date that figures are for, the window that ends on it, and the dates counted back from it.

mod as_at;
pub mod year_names;

pub use as_at::{AsAtError, read_as_at};

use crate::day::Day;
use serde::{Deserialize, Serialize};
use std::fmt;

/// Where the window starts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, clap::ValueEnum)]
#[serde(rename_all = "snake_case")]
pub enum Basis {
    /// The twelve months that end on the day
    Rolling,
    /// From the latest 1 April
    YearToDate,
}

/// As in the tables: `rolling`, `year_to_date`.
impl fmt::Display for Basis {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Basis::Rolling => "rolling",
            Basis::YearToDate => "year_to_date",
        })
    }
}

/// The date that figures are for and what follows from it (definitions, section 2).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Timeframe {
    /// The date the figures are for: the last day of a month, and of the window.
    pub as_at: Day,
    /// The day up to which things are known: `as_at`, or an earlier one from which is looked ahead to it.
    pub known: Day,
    /// Where the window starts.
    pub(crate) basis: Basis,
    /// The window's first day.
    pub(crate) window_start: Day,
    /// The latest 31 March on or before `as_at`: the cohort day of NI 99, 100 and 101, which are about the exams of the
    /// same calendar year.
    pub(crate) school_cohort_day: Day,
}

impl Timeframe {
    /// The timeframe of figures for a date.
    ///
    /// # Errors
    /// If the date is not the last day of a month.
    pub fn new(as_at: Day, basis: Basis) -> Result<Timeframe, AsAtError> {
        if as_at.plus_days(1).ymd().1 == as_at.ymd().1 {
            return Err(AsAtError::NotAMonthEnd(as_at));
        }
        Ok(Timeframe::of_month_end(as_at, basis))
    }

    /// The timeframe of figures for a date that is known to be the last day of a month.
    pub(crate) fn of_month_end(as_at: Day, basis: Basis) -> Timeframe {
        let (year, month, _) = as_at.ymd();
        let window_start = match basis {
            Basis::Rolling => as_at.plus_days(1).plus_months(-12),
            Basis::YearToDate => Day::first_of_april(if month <= 3 { year - 1 } else { year }),
        };
        let school_cohort_day = Day::thirty_first_of_march(if month < 3 { year - 1 } else { year });
        Timeframe { as_at, known: as_at, basis, window_start, school_cohort_day }
    }

    /// The timeframe of a month alone, from its first day to its last.
    pub(crate) fn of_month(last: Day) -> Timeframe {
        Timeframe { window_start: last.first_of_month(), ..Timeframe::of_month_end(last, Basis::Rolling) }
    }

    /// The timeframe of the day up to which things are known, where this one looks ahead from it.
    pub(crate) fn now(&self) -> Timeframe {
        Timeframe::of_month_end(self.known, self.basis)
    }

    /// The timeframe of the same day once all is known.
    pub(crate) fn afterwards(&self) -> Timeframe {
        Timeframe::of_month_end(self.as_at, self.basis)
    }

    /// The timeframe of figures for the day `outturn`, of which no more is known than on the day `known`.
    ///
    /// # Errors
    /// If one of the two is not the last day of a month, or `outturn` is not after `known`, or more than twelve months
    /// after it.
    pub fn ahead(known: Day, outturn: Day) -> Result<Timeframe, AsAtError> {
        Timeframe::new(known, Basis::Rolling)?;
        let timeframe = Timeframe::new(outturn, Basis::Rolling)?;
        if outturn <= known {
            return Err(AsAtError::NotAhead { known, outturn });
        }
        if timeframe.back(12) > known {
            return Err(AsAtError::TooFarAhead { known, outturn });
        }
        Ok(Timeframe { known, ..timeframe })
    }

    /// The look ahead from the day of these figures to the 31 March of its year; none on that day itself.
    pub(crate) fn to_end_of_year(self) -> Option<Timeframe> {
        let end = Timeframe::of_month_end(Day::thirty_first_of_march(self.year()), Basis::Rolling);
        (self.as_at < end.as_at).then_some(Timeframe { known: self.as_at, ..end })
    }

    /// Whether the day of the figures lies after the day up to which things are known.
    pub(crate) fn looks_ahead(&self) -> bool {
        self.known < self.as_at
    }

    /// Whether a score of the return of the year before may stand for one of the current return, which before a 31 March
    /// need not have asked of every child yet.
    pub(crate) fn takes_score_of_the_year_before(&self) -> bool {
        self.as_at != self.school_cohort_day && !self.looks_ahead()
    }

    /// `((as_at + 1 day) - months) - 1 day`: the last day of the month this many months before.
    pub(crate) fn back(&self, months: i32) -> Day {
        back(self.as_at, months)
    }

    /// The timeframes of the same date one year before, two years before, and so on for this many years.
    pub(crate) fn years_before(&self, years: usize) -> impl Iterator<Item = Timeframe> + use<> {
        let timeframe = *self;
        (1..=years).map_while(move |years| {
            let months = i32::try_from(years).ok()?.checked_mul(12)?;
            Timeframe::new(timeframe.back(months), timeframe.basis).ok()
        })
    }

    /// Whether the window is of a year that is not over: it began on 1 April, and ends before 31 March.
    pub(crate) fn is_within_a_year(&self) -> bool {
        self.basis == Basis::YearToDate && self.as_at != Day::thirty_first_of_march(self.current_year())
    }

    /// Whether a day is in the window, both ends included.
    pub(crate) fn holds(&self, day: Day) -> bool {
        (self.window_start..=self.as_at).contains(&day)
    }

    /// The year of the figures: that of the first 31 March on or after `as_at`.
    pub(crate) fn year(&self) -> i32 {
        self.as_at.return_year()
    }

    /// The year in which the current return ends: that of the first 31 March on or after the day up to which things are
    /// known.
    pub(crate) fn current_year(&self) -> i32 {
        self.known.return_year()
    }

    /// The years of the returns that the window overlaps, up to the current one.
    pub(crate) fn window_years(&self) -> std::ops::RangeInclusive<i32> {
        self.window_start.return_year()..=self.current_year()
    }
}

/// `((day + 1 day) - months) - 1 day`: the day this many months before, a month's end for a month's end.
pub(crate) fn back(day: Day, months: i32) -> Day {
    day.plus_days(1).plus_months(-months).plus_days(-1)
}

/// The first day `d` with `start <= back(d, months)`: on which something that began on `start` has lasted this many months.
pub(crate) fn first_day_lasting(months: i32, start: Day) -> Day {
    let day = start.plus_days(1).plus_months(months).plus_days(-1);
    // Where the month is too short to hold the day, it is the first of the next.
    if back(day, months) < start { day.plus_days(1) } else { day }
}

/// The latest day on which a period of care can have started for the child to have been looked after continuously for
/// twelve months on `day`: `(day + 1 day) - 12 months`.
pub(crate) fn twelve_months_to(day: Day) -> Day {
    day.plus_days(1).plus_months(-12)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        read_as_at(text).unwrap()
    }

    fn at(text: &str, basis: Basis) -> Timeframe {
        Timeframe::new(day(text), basis).unwrap()
    }

    #[test]
    fn the_window_is_twelve_months_or_since_april() {
        for (as_at, rolling, year_to_date) in [
            ("2011-03-31", "2010-04-01", "2010-04-01"),
            ("2011-06-30", "2010-07-01", "2011-04-01"),
            ("2010-12-31", "2010-01-01", "2010-04-01"),
            ("2010-09-30", "2009-10-01", "2010-04-01"),
            ("2011-02-28", "2010-03-01", "2010-04-01"),
            ("2012-02-29", "2011-03-01", "2011-04-01"),
            ("2011-04-30", "2010-05-01", "2011-04-01"),
        ] {
            assert_eq!(at(as_at, Basis::Rolling).window_start, day(rolling), "{as_at}");
            assert_eq!(at(as_at, Basis::YearToDate).window_start, day(year_to_date), "{as_at}");
        }
    }

    #[test]
    fn months_back_end_with_the_month() {
        let march = at("2011-03-31", Basis::Rolling);
        assert_eq!(march.back(12), day("2010-03-31"));
        assert_eq!(march.back(24), day("2009-03-31"));
        assert_eq!(march.back(30), day("2008-09-30"));
        assert_eq!(at("2010-09-30", Basis::Rolling).back(30), day("2008-03-31"));
        assert_eq!(at("2010-08-31", Basis::Rolling).back(30), day("2008-02-29"));
        assert_eq!(at("2012-02-29", Basis::Rolling).back(12), day("2011-02-28"));
        assert_eq!(at("2011-02-28", Basis::Rolling).back(36), day("2008-02-29"));
    }

    #[test]
    fn the_last_day_of_every_month_is_accepted_and_none_beside_it() {
        for month in (0..24).map(|months| day("2011-01-01").plus_months(months)) {
            let last = month.plus_months(1).plus_days(-1);
            let accepted = |as_at: Day| Timeframe::new(as_at, Basis::Rolling).is_ok();
            assert_eq!([-1, 0, 1].map(|days| accepted(last.plus_days(days))), [false, true, false], "{last}");
        }
    }

    #[test]
    fn only_the_last_day_of_a_month_is_accepted() {
        for wrong in ["2011-03-30", "2011-04-01", "2011-02-27", "2012-02-28", "2011-05-30"] {
            assert_eq!(Timeframe::new(day(wrong), Basis::Rolling), Err(AsAtError::NotAMonthEnd(day(wrong))));
        }
    }

    #[test]
    fn the_school_cohort_day_is_the_latest_31_march() {
        for (as_at, cohort) in [
            ("2011-03-31", "2011-03-31"),
            ("2010-12-31", "2010-03-31"),
            ("2011-02-28", "2010-03-31"),
            ("2011-04-30", "2011-03-31"),
        ] {
            assert_eq!(at(as_at, Basis::Rolling).school_cohort_day, day(cohort));
        }
    }

    #[test]
    fn a_day_ahead_is_seen_from_an_earlier_one() {
        let ahead = |known, outturn| Timeframe::ahead(day(known), day(outturn));
        let march = ahead("2010-12-31", "2011-03-31").unwrap();
        assert_eq!(
            (march.known, march.as_at, march.window_start),
            (day("2010-12-31"), day("2011-03-31"), day("2010-04-01"))
        );
        assert_eq!(at("2010-12-31", Basis::YearToDate).to_end_of_year(), Some(march));
        assert_eq!(at("2011-03-31", Basis::Rolling).to_end_of_year(), None);
        let june = ahead("2011-03-31", "2011-06-30").unwrap();
        assert_eq!((june.year(), june.current_year(), june.window_years()), (2012, 2011, 2011..=2011));
        assert!(ahead("2010-03-31", "2011-03-31").is_ok() && ahead("2011-02-28", "2012-02-29").is_ok());
        let (known, outturn) = (day("2010-02-28"), day("2011-03-31"));
        assert_eq!(Timeframe::ahead(known, outturn), Err(AsAtError::TooFarAhead { known, outturn }));
        for outturn in ["2010-12-31", "2010-11-30"] {
            let (known, outturn) = (day("2010-12-31"), day(outturn));
            assert_eq!(Timeframe::ahead(known, outturn), Err(AsAtError::NotAhead { known, outturn }));
        }
        assert_eq!(ahead("2010-12-30", "2011-03-31"), Err(AsAtError::NotAMonthEnd(day("2010-12-30"))));
        assert_eq!(ahead("2010-12-31", "2011-03-30"), Err(AsAtError::NotAMonthEnd(day("2011-03-30"))));
    }

    #[test]
    fn something_has_lasted_some_months_first_on_this_day() {
        for (months, start, first) in [
            (24, "2009-03-31", "2011-03-31"),
            (24, "2009-04-01", "2011-04-01"),
            (30, "2008-09-30", "2011-03-31"),
            (30, "2008-10-01", "2011-04-01"),
            (24, "2008-02-28", "2010-02-28"), // back(24) of 27 February is the 27th of 2008
            (24, "2008-02-29", "2010-02-28"), // and of 28 February the 29th, the month's end
            (30, "2008-08-30", "2011-02-28"),
            (30, "2008-08-29", "2011-02-28"),
            (30, "2008-08-28", "2011-02-28"),
            (30, "2008-08-27", "2011-02-27"),
        ] {
            let (start, first) = (day(start), day(first));
            assert_eq!(first_day_lasting(months, start), first, "{start}");
        }
        // Day by day, over four years with a leap day among them.
        for start in (0..1_461).map(|days| day("2007-01-01").plus_days(days)) {
            for months in [12, 24, 30] {
                let first = first_day_lasting(months, start);
                assert!(start <= back(first, months) && start > back(first.plus_days(-1), months), "{start} {months}");
            }
        }
    }

    #[test]
    fn a_rolling_window_overlaps_two_returns_unless_it_ends_in_march() {
        assert_eq!(at("2011-03-31", Basis::Rolling).window_years(), 2011..=2011);
        assert_eq!(at("2011-06-30", Basis::Rolling).window_years(), 2011..=2012);
        assert_eq!(at("2011-06-30", Basis::YearToDate).window_years(), 2012..=2012);
    }
}

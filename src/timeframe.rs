//! The date that figures are for, the window that ends on it, and the dates counted back from it.

use crate::day::Day;
use miette::Diagnostic;
use serde::{Deserialize, Serialize};
use std::fmt;
use thiserror::Error;

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

/// A day that cannot be the day of a figure.
#[derive(Debug, Error, Diagnostic, PartialEq, Eq)]
pub enum AsAtError {
    /// The text is no date.
    #[error("'{0}' is not a date")]
    #[diagnostic(help("write it as 2011-03-31 or 31/03/2011"))]
    NotADate(String),
    /// The calendar has no such day.
    #[error("there is no such day as {0}")]
    #[diagnostic(help("figures are for the last day of a month, such as 31 March or 30 September"))]
    NoSuchDay(String),
    /// The date does not end a month.
    #[error("{0} is not the last day of a month")]
    #[diagnostic(help("figures are for the last day of a month, such as 31 March or 30 September"))]
    NotAMonthEnd(Day),
}

/// The date that figures are for and what follows from it (definitions, section 2).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Timeframe {
    /// The date the figures are for: the last day of a month, and of the window.
    pub as_at: Day,
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
        let (year, month, _) = as_at.ymd();
        if as_at.plus_days(1).ymd().1 == month {
            return Err(AsAtError::NotAMonthEnd(as_at));
        }
        let window_start = match basis {
            Basis::Rolling => as_at.plus_days(1).plus_months(-12),
            Basis::YearToDate => Day::first_of_april(if month <= 3 { year - 1 } else { year }),
        };
        let school_cohort_day = Day::thirty_first_of_march(if month < 3 { year - 1 } else { year });
        Ok(Timeframe { as_at, basis, window_start, school_cohort_day })
    }

    /// `((as_at + 1 day) - months) - 1 day`: the last day of the month this many months before.
    pub(crate) fn back(&self, months: i32) -> Day {
        self.as_at.plus_days(1).plus_months(-months).plus_days(-1)
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

    /// The year in which the current return ends: that of the first 31 March on or after `as_at`.
    pub(crate) fn current_year(&self) -> i32 {
        self.as_at.return_year()
    }

    /// The years of the returns that the window overlaps.
    pub(crate) fn window_years(&self) -> std::ops::RangeInclusive<i32> {
        self.window_start.return_year()..=self.current_year()
    }
}

/// The latest day on which a period of care can have started for the child to have been looked after continuously for
/// twelve months on `day`: `(day + 1 day) - 12 months`.
pub(crate) fn twelve_months_to(day: Day) -> Day {
    day.plus_days(1).plus_months(-12)
}

/// Reads the date that figures are for, `2011-03-31` or `31/03/2011`.
///
/// # Errors
/// If the text is not a date. Whether it is the last day of a month is for [`Timeframe::new`] to check.
pub fn read_as_at(text: &str) -> Result<Day, AsAtError> {
    Day::read(text.trim().as_bytes()).ok_or_else(|| {
        if has_form_of_date(text.trim()) {
            AsAtError::NoSuchDay(text.trim().to_owned())
        } else {
            AsAtError::NotADate(text.to_owned())
        }
    })
}

/// Whether a text has the form of a date, such as `2011-02-30` or `30/02/2011`, even if there is no such day.
fn has_form_of_date(text: &str) -> bool {
    let lengths = |separator: char| -> Vec<usize> {
        let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
        text.split(separator).map(|part| if digits(part) { part.len() } else { 0 }).collect()
    };
    lengths('-') == [4, 2, 2] || matches!(lengths('/').as_slice(), [1..=2, 1..=2, 4])
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
        assert_eq!(read_as_at("31/03/11"), Err(AsAtError::NotADate("31/03/11".to_owned())));
        for none in ["2011-02-30", "30/02/2011", "31/6/2011", "2011-13-31"] {
            assert_eq!(read_as_at(none), Err(AsAtError::NoSuchDay(none.to_owned())));
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
    fn a_rolling_window_overlaps_two_returns_unless_it_ends_in_march() {
        assert_eq!(at("2011-03-31", Basis::Rolling).window_years(), 2011..=2011);
        assert_eq!(at("2011-06-30", Basis::Rolling).window_years(), 2011..=2012);
        assert_eq!(at("2011-06-30", Basis::YearToDate).window_years(), 2012..=2012);
    }
}

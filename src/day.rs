//! A calendar day as a whole number, so that dates are compared and added by integer arithmetic.

mod read;

use std::fmt;
use std::num::NonZeroU32;

/// A day of the Gregorian calendar, counted so that 1 March of the year nought is day 1. Never nought,
/// so that a day that may be missing takes no more room than a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(NonZeroU32);

impl Day {
    /// Later than any day: the end of what has none.
    pub const NEVER: Day = Day(NonZeroU32::MAX);

    /// The day with this year, month (1-12) and day of the month, where the calendar has it and
    /// the year has one to four digits.
    #[inline]
    pub fn from_ymd(year: i32, month: u32, day: u32) -> Option<Day> {
        let exists =
            (1..=9999).contains(&year) && (1..=12).contains(&month) && day >= 1 && day <= days_in_month(year, month);
        exists.then(|| Day::counted(day_number(year, month, day)))
    }

    /// 31 March of a year: the day a return ends.
    pub fn thirty_first_of_march(year: i32) -> Day {
        Day::counted(day_number(year, 3, 31))
    }

    /// 1 April of a year: the day a return begins.
    pub fn first_of_april(year: i32) -> Day {
        Day::counted(day_number(year, 4, 1))
    }

    /// The day of a count; the first or last there is where the count is beyond them.
    #[inline]
    fn counted(count: i32) -> Day {
        Day(NonZeroU32::new(u32::try_from(count).unwrap_or(0)).unwrap_or(NonZeroU32::MIN))
    }

    #[inline]
    fn count(self) -> i32 {
        i32::try_from(self.0.get()).unwrap_or(i32::MAX)
    }

    /// Year, month and day of the month.
    #[inline]
    pub fn ymd(self) -> (i32, u32, u32) {
        // Days to civil date by eras of 400 years that begin on 1 March (H. Hinnant, 2013).
        let shifted = self.count() - 1;
        let era = shifted.div_euclid(146_097);
        let day_of_era = shifted.rem_euclid(146_097);
        let year_of_era = (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
        let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let month_from_march = (5 * day_of_year + 2) / 153;
        let day = day_of_year - (153 * month_from_march + 2) / 5 + 1;
        let month = if month_from_march < 10 { month_from_march + 3 } else { month_from_march - 9 };
        let year = year_of_era + era * 400 + i32::from(month <= 2);
        (year, month as u32, day as u32)
    }

    /// The calendar year.
    pub fn year(self) -> i32 {
        self.ymd().0
    }

    /// The day this many days later, or earlier where negative.
    pub fn plus_days(self, days: i32) -> Day {
        Day::counted(self.count().saturating_add(days))
    }

    /// Days from `earlier` to this day.
    pub fn days_since(self, earlier: Day) -> i32 {
        self.count() - earlier.count()
    }

    /// The same day of the month this many months later, or earlier where negative; the month's
    /// last day where that month is shorter.
    pub fn plus_months(self, months: i32) -> Day {
        let (year, month, day) = self.ymd();
        let months_from_year_nought = year * 12 + month as i32 - 1 + months;
        let year = months_from_year_nought.div_euclid(12);
        let month = months_from_year_nought.rem_euclid(12) as u32 + 1;
        Day::counted(day_number(year, month, day.min(days_in_month(year, month))))
    }

    /// The birthday at this age of someone born on this day; 29 February is kept on 1 March in
    /// years without it.
    pub fn birthday(self, age: i32) -> Day {
        let (year, month, day) = self.ymd();
        let year = year + age;
        if day > days_in_month(year, month) {
            Day::counted(day_number(year, 3, 1))
        } else {
            Day::counted(day_number(year, month, day))
        }
    }

    /// Completed years of someone born on this day, on `day`; negative before birth.
    pub fn age_on(self, day: Day) -> i32 {
        let ((year, month, date), (born, month_born, date_born)) = (day.ymd(), self.ymd());
        // Someone born on 29 February turns with 1 March where there is no 29 February.
        year - born - i32::from((month, date) < (month_born, date_born))
    }

    /// The year in which the return that holds this day ends: the first 31 March on or after it.
    pub fn return_year(self) -> i32 {
        let (year, month, _) = self.ymd();
        if month <= 3 { year } else { year + 1 }
    }

    /// The day written `01/04/2010`, as returns have it.
    pub fn slashed(self) -> String {
        let (year, month, day) = self.ymd();
        format!("{day:02}/{month:02}/{year:04}")
    }

    /// The day written `31 March 2011`, as people read it.
    pub fn in_words(self) -> String {
        format!("{} {}", self.ymd().2, self.month_in_words())
    }

    /// The month it lies in, `March 2011`: all that is ever shown of a date of birth.
    pub fn month_in_words(self) -> String {
        const MONTHS: [&str; 12] = [
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December",
        ];
        let (year, month, _) = self.ymd();
        format!("{} {year}", MONTHS[month as usize - 1])
    }
}

/// ISO 8601: `2010-04-01`.
impl fmt::Display for Day {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month, day) = self.ymd();
        write!(formatter, "{year:04}-{month:02}-{day:02}")
    }
}

// No branch in these depends on the date: a processor cannot foretell dates, and a wrong guess costs more
// than all the arithmetic.

#[inline]
fn is_leap(year: i32) -> bool {
    (year % 4 == 0) & ((year % 25 != 0) | (year % 16 == 0))
}

#[inline]
fn days_in_month(year: i32, month: u32) -> u32 {
    const DAYS: [u8; 16] = [0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31, 0, 0, 0];
    u32::from(DAYS[month as usize % 16]) + u32::from((month == 2) & is_leap(year))
}

#[inline]
fn day_number(year: i32, month: u32, day: u32) -> i32 {
    let year = year - i32::from(month <= 2);
    let month_from_march = (month as i32 + 9) % 12;
    let day_of_year = (153 * month_from_march + 2) / 5 + day as i32;
    365 * year + year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400) + day_of_year
}

/// The first of the month in which a day lies.
pub fn first_of_month(day: Day) -> Day {
    let (_, _, day_of_month) = day.ymd();
    day.plus_days(1 - day_of_month as i32)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn day(year: i32, month: u32, day: u32) -> Day {
        Day::from_ymd(year, month, day).unwrap()
    }

    #[test]
    fn months_keep_the_day_or_take_the_months_last() {
        assert_eq!(day(2011, 4, 1).plus_months(-30), day(2008, 10, 1));
        assert_eq!(day(2010, 3, 31).plus_months(-1), day(2010, 2, 28));
        assert_eq!(day(2008, 2, 29).plus_months(12), day(2009, 2, 28));
        assert_eq!(day(2010, 12, 31).plus_months(2), day(2011, 2, 28));
        assert_eq!(day(2011, 1, 15).plus_months(-1), day(2010, 12, 15));
    }

    #[test]
    fn ages_turn_on_the_birthday() {
        let born = day(1995, 4, 1);
        assert_eq!(born.age_on(day(2011, 3, 31)), 15);
        assert_eq!(born.age_on(day(2011, 4, 1)), 16);
        let leap = day(1992, 2, 29);
        assert_eq!(leap.age_on(day(2011, 2, 28)), 18);
        assert_eq!(leap.age_on(day(2011, 3, 1)), 19);
        assert_eq!(leap.birthday(19), day(2011, 3, 1));
        assert_eq!(leap.birthday(16), day(2008, 2, 29));
    }

    #[test]
    fn a_return_holds_the_days_up_to_its_31_march() {
        assert_eq!(day(2011, 3, 31).return_year(), 2011);
        assert_eq!(day(2011, 4, 1).return_year(), 2012);
        assert_eq!(Day::first_of_april(2010), Day::thirty_first_of_march(2010).plus_days(1));
    }

    proptest! {
        #[test]
        fn a_day_and_its_date_are_one(count in 400i32..3_600_000) {
            let day = Day::counted(count);
            let (year, month, date) = day.ymd();
            prop_assert_eq!(Day::from_ymd(year, month, date), Some(day));
            prop_assert_eq!(Day::read(day.to_string().as_bytes()), Some(day));
            prop_assert_eq!(Day::read(day.slashed().as_bytes()), Some(day));
        }
    }
}

//! The last month end that returns cover, where no day was asked for.

use super::loaded::{all_answered, episodes_refused};
use super::unanswered::Unanswered;
use crate::day::Day;
use crate::quality::{CleanAuthority, CleanReturns};
use crate::returns::table::Table;
use crate::seeds::authorities::Authorities;
use crate::timeframe::{Basis, Timeframe};

/// The last month end that returns cover, and what tells so.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Covered {
    /// The month end.
    pub as_at: Day,
    /// The last day of which the latest return records anything; none where it records no day.
    pub last: Option<Day>,
}

/// The days without any record that weekends and bank holidays explain.
const HOLIDAY: i32 = 4;

/// A silence is no chance where more records than this would have fallen into it: with five, it is one in 150.
const EXPECTED: i64 = 5;

impl Covered {
    /// What returns cover; none where no return of any year is there.
    pub(crate) fn by(clean: &CleanReturns) -> Option<Covered> {
        let held = || clean.authorities.iter().map(|authority| &authority.held);
        let years = || held().flat_map(|held| held.years());
        // A table of another kind may be sent a year ahead; but episodes that were refused were sent too.
        let with_episodes = |year: &i32| {
            let end = Timeframe::of_month_end(Day::thirty_first_of_march(*year), Basis::Rolling);
            held().any(|held| held.has(*year, Table::Episodes)) || episodes_refused(&clean.input, &end).is_some()
        };
        let year = years().filter(with_episodes).max().or_else(|| years().max())?;
        let days = clean.authorities.iter().flat_map(recorded);
        Some(Covered::of_days(year, days))
    }

    /// What returns cover, for a command that was not asked for a day.
    ///
    /// # Errors
    /// Why they cover none.
    pub(crate) fn known(clean: &CleanReturns, authorities: &Authorities) -> Result<Covered, Unanswered> {
        let why = || all_answered(clean, &[], authorities).err().unwrap_or(Unanswered::NoDay);
        Covered::by(clean).ok_or_else(why)
    }

    /// The timeframe of figures for the month end.
    pub(crate) fn timeframe(&self, basis: Basis) -> Timeframe {
        Timeframe::of_month_end(self.as_at, basis)
    }

    /// `no day was asked for: 31 March 2011 is the last month end that the returns cover`, and what tells so.
    pub(crate) fn in_words(&self) -> String {
        let last = match self.last {
            Some(last) => format!("what they record last is of {}", last.in_words()),
            None => "they record no day".to_owned(),
        };
        let as_at = self.as_at.in_words();
        format!("no day was asked for: {as_at} is the last month end that the returns cover ({last})")
    }

    /// What the days that are recorded say of the return for a year. The month of the last of them is covered to its end
    /// where the silence up to it can be holidays or chance; else the month before is.
    fn of_days(year: i32, days: impl Iterator<Item = Day>) -> Covered {
        let (begins, ends) = (Day::first_of_april(year - 1), Day::thirty_first_of_march(year));
        let (mut records, mut last) = (0, None);
        for day in days.filter(|day| (begins..=ends).contains(day)) {
            records += 1;
            last = last.max(Some(day));
        }
        let Some(last) = last else { return Covered { as_at: ends, last } };
        let month_before = last.first_of_month().plus_days(-1);
        let month_end = last.first_of_month().plus_months(1).plus_days(-1);
        let silent = month_end.days_since(last);
        let is_chance = records * i64::from(silent) <= EXPECTED * i64::from(last.days_since(begins) + 1);
        let is_covered = silent <= HOLIDAY || is_chance || month_before < begins;
        Covered { as_at: if is_covered { month_end } else { month_before }, last: Some(last) }
    }
}

/// The days of which an authority's returns record that something happened.
fn recorded(authority: &CleanAuthority) -> impl Iterator<Item = Day> {
    let episodes = authority.episodes.all().iter();
    let moves = episodes.flat_map(|clean| [Some(clean.episode.decom), clean.episode.dec].into_iter().flatten());
    moves.chain(authority.reviews.all().iter().copied())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(year: i32, month: u32, day: u32) -> Day {
        Day::from_ymd(year, month, day).unwrap()
    }

    /// What is covered where a return for 2011 records so many things on each day up to this.
    fn covered(each_day: usize, to: Day) -> Day {
        let days = (0..=to.days_since(day(2010, 4, 1))).map(|days| day(2010, 4, 1).plus_days(days));
        Covered::of_days(2011, days.flat_map(|day| std::iter::repeat_n(day, each_day))).as_at
    }

    #[test]
    fn a_month_is_covered_where_holidays_explain_the_silence_up_to_its_end() {
        // Four days are silent, then five.
        assert_eq!(covered(100, day(2010, 12, 27)), day(2010, 12, 31));
        assert_eq!(covered(100, day(2010, 12, 26)), day(2010, 11, 30));
        // At one record a day, chance explains five days and not six.
        assert_eq!(covered(1, day(2010, 12, 26)), day(2010, 12, 31));
        assert_eq!(covered(1, day(2010, 12, 25)), day(2010, 11, 30));
        for (last, month_end) in [(day(2011, 3, 31), day(2011, 3, 31)), (day(2011, 2, 28), day(2011, 2, 28))] {
            assert_eq!(covered(1, last), month_end);
        }
    }

    #[test]
    fn the_extract_of_a_few_days_into_a_month_covers_the_month_before() {
        assert_eq!(covered(3, day(2011, 1, 5)), day(2010, 12, 31));
        assert_eq!(covered(3, day(2011, 3, 5)), day(2011, 2, 28));
        // There is no month of the return before April.
        assert_eq!(covered(3, day(2010, 4, 5)), day(2010, 4, 30));
    }

    #[test]
    fn days_of_no_return_of_the_year_say_nothing_and_a_return_without_days_is_whole() {
        let days = [day(2010, 3, 31), day(2010, 9, 30), day(2011, 4, 1)];
        let expected = Covered { as_at: day(2010, 9, 30), last: Some(day(2010, 9, 30)) };
        assert_eq!(Covered::of_days(2011, days.into_iter()), expected);
        assert_eq!(Covered::of_days(2011, std::iter::empty()), Covered { as_at: day(2011, 3, 31), last: None });
    }

    #[test]
    fn few_records_leave_a_long_silence_to_chance() {
        // Two records in 275 days: of 30 days, one in five years of days expected.
        let days = [day(2010, 6, 1), day(2010, 12, 1)];
        assert_eq!(Covered::of_days(2011, days.into_iter()).as_at, day(2010, 12, 31));
    }
}

//! What the years of figures are called where people read them.

use super::Timeframe;
use crate::day::Day;
use std::ops::RangeInclusive;

/// What the years of figures are called: by the year alone where they end on 31 March or are of exams, otherwise by the month
/// in which each ends. Tables keep the year in which the return ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct YearNames {
    /// The day that figures are for, where that is not a 31 March.
    day: Option<Day>,
}

impl YearNames {
    /// The years alone.
    pub const PLAIN: YearNames = YearNames { day: None };

    /// Those of figures for a day.
    pub(crate) fn of(timeframe: &Timeframe) -> YearNames {
        let is_end_of_year = timeframe.as_at == Day::thirty_first_of_march(timeframe.year());
        YearNames { day: (!is_end_of_year).then_some(timeframe.as_at) }
    }

    /// Whether they are called by the year alone.
    pub(crate) fn are_plain(self) -> bool {
        self.day.is_none()
    }

    /// For a sentence: `2011`, `December 2010`.
    pub fn in_words(self, year: i32) -> String {
        self.day_of(year).map_or_else(|| year.to_string(), Day::month_in_words)
    }

    /// For an axis or a narrow column: `2011`, `Dec 2010`.
    pub fn in_short(self, year: i32) -> String {
        self.day_of(year).map_or_else(|| year.to_string(), Day::month_in_short)
    }

    /// A year of published figures, which end on 31 March, beside years of these names: `2010`, `March 2010`.
    pub(crate) fn published_in_words(self, year: i32) -> String {
        match self.day {
            None => year.to_string(),
            Some(_) => Day::thirty_first_of_march(year).month_in_words(),
        }
    }

    /// Words of a table, with these years called as they are here: `2010 is unreliable`, `December 2009 is unreliable`.
    pub(crate) fn renamed(self, words: &str, years: RangeInclusive<i32>) -> String {
        if self.are_plain() {
            return words.to_owned();
        }
        // The earliest first: a month's year is that of the return or the one before, so none is renamed twice.
        years.fold(words.to_owned(), |words, year| words.replace(&year.to_string(), &self.in_words(year)))
    }

    /// The day in the year of a return.
    fn day_of(self, year: i32) -> Option<Day> {
        let day = self.day?;
        Some(day.plus_days(1).plus_months((year - day.return_year()) * 12).plus_days(-1))
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Basis, read_as_at};
    use super::*;

    fn names(day: &str, basis: Basis) -> YearNames {
        YearNames::of(&Timeframe::new(read_as_at(day).unwrap(), basis).unwrap())
    }

    #[test]
    fn a_year_is_called_by_its_month_unless_it_ends_on_31_march() {
        for (day, year, in_words, in_short) in [
            ("2011-03-31", 2011, "2011", "2011"),
            ("2011-03-31", 2007, "2007", "2007"),
            ("2010-12-31", 2011, "December 2010", "Dec 2010"),
            ("2010-12-31", 2010, "December 2009", "Dec 2009"),
            ("2011-04-30", 2012, "April 2011", "Apr 2011"),
            ("2011-04-30", 2011, "April 2010", "Apr 2010"),
            // The day is the last of February, in a leap year and before one.
            ("2012-02-29", 2012, "February 2012", "Feb 2012"),
            ("2012-02-29", 2011, "February 2011", "Feb 2011"),
            ("2011-02-28", 2008, "February 2008", "Feb 2008"),
        ] {
            for basis in [Basis::Rolling, Basis::YearToDate] {
                let names = names(day, basis);
                assert_eq!(
                    (names.in_words(year).as_str(), names.in_short(year).as_str()),
                    (in_words, in_short),
                    "{day}"
                );
            }
        }
    }

    #[test]
    fn a_published_year_is_of_31_march() {
        let said = |day| names(day, Basis::Rolling).published_in_words(2010);
        assert_eq!([said("2011-03-31"), said("2010-12-31")], ["2010", "March 2010"]);
    }

    #[test]
    fn words_of_a_table_are_renamed_once() {
        let december = names("2010-12-31", Basis::Rolling);
        let words = "2007 to 2010 returns, 2011 returns";
        let expected = "December 2006 to December 2009 returns, December 2010 returns";
        assert_eq!(december.renamed(words, 2007..=2011), expected);
        assert_eq!(YearNames::PLAIN.renamed(words, 2007..=2011), words);
    }
}

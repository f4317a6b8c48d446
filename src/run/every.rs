//! The days of a series: every month end or quarter end from one day to another.

use crate::day::Day;
use crate::timeframe::Timeframe;

/// Which days make a series.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub(crate) enum Every {
    /// The last day of every month
    Month,
    /// The last days of March, June, September and December
    Quarter,
}

impl Every {
    /// The days from the first to the last, both included; none where no such day lies there.
    pub(crate) fn days(self, first: &Timeframe, last: &Timeframe) -> Vec<Timeframe> {
        let month_ends = month_ends(first.as_at, last.as_at).filter(|day| self.has(*day));
        month_ends.filter_map(|day| Timeframe::new(day, first.basis).ok()).collect()
    }

    /// `month end` or `quarter end`.
    pub(crate) fn in_words(self) -> &'static str {
        match self {
            Every::Month => "month end",
            Every::Quarter => "quarter end",
        }
    }

    fn has(self, month_end: Day) -> bool {
        match self {
            Every::Month => true,
            Every::Quarter => month_end.ymd().1 % 3 == 0,
        }
    }
}

/// The last day of every month from one day to another, both included.
fn month_ends(first: Day, last: Day) -> impl Iterator<Item = Day> {
    let month = first.first_of_month();
    let ends = (1..).map(move |months| month.plus_months(months).plus_days(-1));
    ends.take_while(move |day| *day <= last)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::timeframe::Basis;

    fn at(text: &str) -> Timeframe {
        Timeframe::new(Day::read(text.as_bytes()).unwrap(), Basis::Rolling).unwrap()
    }

    fn days(every: Every, first: &str, last: &str) -> Vec<String> {
        let days = every.days(&at(first), &at(last));
        days.into_iter().map(|timeframe| timeframe.as_at.to_string()).collect()
    }

    #[test]
    fn every_month_end_from_the_first_day_to_the_last() {
        let expected = ["2010-11-30", "2010-12-31", "2011-01-31", "2011-02-28"];
        assert_eq!(days(Every::Month, "2010-11-30", "2011-02-28"), expected);
        assert_eq!(days(Every::Month, "2012-02-29", "2012-02-29"), ["2012-02-29"]);
        assert!(days(Every::Month, "2011-03-31", "2011-02-28").is_empty());
    }

    #[test]
    fn quarters_end_with_march_june_september_and_december() {
        let expected = ["2010-06-30", "2010-09-30", "2010-12-31", "2011-03-31"];
        assert_eq!(days(Every::Quarter, "2010-04-30", "2011-03-31"), expected);
        assert_eq!(days(Every::Quarter, "2010-06-30", "2011-05-31"), expected);
        assert_eq!(days(Every::Quarter, "2010-06-30", "2011-02-28"), expected[..3]);
        assert!(days(Every::Quarter, "2010-04-30", "2010-05-31").is_empty());
    }
}

//! The months that flows are counted in.

use crate::day::Day;
use crate::timeframe::Timeframe;

/// Months in order, without a gap.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Months {
    /// The first day of each, and that after the last.
    starts: Vec<Day>,
}

impl Months {
    /// The months from that of one day to that of another.
    pub(crate) fn spanning(first: Day, last: Day) -> Months {
        let first = first.first_of_month();
        let starts = (0..).map(|months| first.plus_months(months)).take_while(|start| *start <= last);
        let mut starts: Vec<Day> = starts.collect();
        starts.extend(starts.last().map(|last| last.plus_months(1)));
        Months { starts }
    }

    /// How many there are.
    pub(crate) fn len(&self) -> usize {
        self.starts.len().saturating_sub(1)
    }

    /// The first and the last day of each.
    pub(crate) fn each(&self) -> impl Iterator<Item = (Day, Day)> + '_ {
        self.starts.windows(2).map(|month| (month[0], month[1].plus_days(-1)))
    }

    /// The first and the last day of one.
    pub(super) fn days(&self, month: usize) -> (Day, Day) {
        (self.starts[month], self.starts[month + 1].plus_days(-1))
    }

    /// The month of a day, where it is among them.
    pub(super) fn of(&self, day: Day) -> Option<usize> {
        let month = self.starts.partition_point(|start| *start <= day).checked_sub(1)?;
        (month < self.len()).then_some(month)
    }

    /// The months that time from a day up to, not including, another overlaps, with the nights of it in each; up to the
    /// end of the last month where it is open.
    pub(super) fn nights(&self, start: Day, end: Option<Day>) -> impl Iterator<Item = (usize, u64)> + '_ {
        let months = self.starts.windows(2).enumerate();
        months.filter_map(move |(month, days)| {
            let end = end.map_or(days[1], |end| end.min(days[1]));
            let nights = end.days_since(start.max(days[0]));
            u64::try_from(nights).ok().filter(|nights| *nights > 0).map(|nights| (month, nights))
        })
    }

    /// The timeframe of one month alone.
    pub(super) fn alone(&self, month: usize) -> Timeframe {
        Timeframe::of_month(self.days(month).1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::care::by_hand::day;

    fn december_and_january() -> Months {
        Months::spanning(day("2010-12-31"), day("2011-01-31"))
    }

    #[test]
    fn a_month_has_its_first_day_and_its_last() {
        let months = december_and_january();
        let days: Vec<_> = months.each().collect();
        assert_eq!(days, [("2010-12-01", "2010-12-31"), ("2011-01-01", "2011-01-31")].map(|(a, b)| (day(a), day(b))));
        let of = ["2010-11-30", "2010-12-01", "2010-12-31", "2011-01-01", "2011-01-31", "2011-02-01"];
        assert_eq!(of.map(|text| months.of(day(text))), [None, Some(0), Some(0), Some(1), Some(1), None]);
        assert_eq!(Months::spanning(day("2011-01-31"), day("2011-01-31")).len(), 1);
    }

    #[test]
    fn a_night_belongs_to_the_day_on_which_it_begins() {
        let months = december_and_january();
        let nights = |start: &str, end: Option<&str>| months.nights(day(start), end.map(day)).collect::<Vec<_>>();
        assert_eq!(nights("2010-12-30", Some("2011-01-02")), [(0, 2), (1, 1)]);
        assert_eq!(nights("2010-12-30", Some("2011-01-01")), [(0, 2)]);
        assert_eq!(nights("2010-11-30", Some("2010-12-01")), []);
        assert_eq!(nights("2009-04-01", None), [(0, 31), (1, 31)]);
        assert_eq!(nights("2011-02-01", None), []);
    }
}

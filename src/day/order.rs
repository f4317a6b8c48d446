//! Whether the dates of a column are written day first, as the return asks, or month first, as some systems export them.

use super::Day;

/// How the cells `a/b/yyyy` of one column of one file are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum DateOrder {
    /// The day comes first, and nothing speaks against it.
    #[default]
    DayFirst,
    /// The day is taken to come first, but a cell could be another day than it seems.
    DayFirstInDoubt,
    /// The month comes first.
    MonthFirst,
}

/// What the cells `a/b/yyyy` of a column have in common. Day first, a is the day and b the month.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Slashed {
    /// How many there are.
    cells: u64,
    /// A bit for each value of a, the highest for all that are larger still.
    firsts: u64,
    /// The same of b.
    seconds: u64,
    /// How many have a b that is a day of the month and no month.
    second_is_day: u64,
}

/// What a column settles, and what is to be said of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Settled {
    /// Day first, as the return asks.
    DayFirst,
    /// Day first, though a few cells fit only month first.
    Strays,
    /// Day first, though no cell tells which it is.
    Unsettled,
    /// Day first, though some cells fit only the one order and some only the other.
    Mixed,
    /// Month first.
    MonthFirst,
}

/// The bits of the values up to 12.
const MONTHS: u64 = (1 << 13) - 1;
/// Fewest cells with b above 12 that make a column month first.
const FEWEST: u64 = 3;
/// One in so many cells must have b above 12.
const ONE_IN: u64 = 50;
/// Fewest births, all on the first of a month, that make a column month first, and their fewest values of a.
const FEWEST_BIRTHS: (u64, u32) = (10, 3);
/// A column of no more cells than these is not called unsettled.
const TOO_FEW_TO_TELL: u64 = 20;

impl Slashed {
    /// Counts a cell.
    #[inline]
    pub(crate) fn note(&mut self, first: u32, second: u32) {
        self.cells += 1;
        self.firsts |= 1 << first.min(63);
        self.seconds |= 1 << second.min(63);
        self.second_is_day += u64::from(second.wrapping_sub(13) <= 31 - 13);
    }

    /// Adds those of another stretch of the file.
    pub(crate) fn add(&mut self, other: Slashed) {
        self.cells += other.cells;
        self.firsts |= other.firsts;
        self.seconds |= other.seconds;
        self.second_is_day += other.second_is_day;
    }

    /// What they settle; `births` are often all given as the first of their month.
    pub(crate) fn settled(self, births: bool) -> Settled {
        let first_is_month = self.firsts & !MONTHS == 0;
        let fits_month_first = self.second_is_day >= FEWEST && self.second_is_day * ONE_IN >= self.cells;
        let (fewest, values) = FEWEST_BIRTHS;
        let on_the_first =
            births && self.seconds == 1 << 1 && self.cells >= fewest && self.firsts.count_ones() >= values;
        match (first_is_month, self.second_is_day > 0) {
            (true, true) if fits_month_first => Settled::MonthFirst,
            (true, true) => Settled::Strays,
            (false, true) => Settled::Mixed,
            (true, false) if on_the_first => Settled::MonthFirst,
            (true, false)
                if self.cells > TOO_FEW_TO_TELL && self.firsts.count_ones() > 1 && self.seconds & !MONTHS == 0 =>
            {
                Settled::Unsettled
            }
            _ => Settled::DayFirst,
        }
    }

    /// How they are read; `births` are often all given as the first of their month. Where no cell could be another day than
    /// it seems, nothing is in doubt.
    pub(crate) fn order(self, births: bool) -> DateOrder {
        match self.settled(births) {
            Settled::DayFirst => DateOrder::DayFirst,
            Settled::MonthFirst => DateOrder::MonthFirst,
            Settled::Strays | Settled::Unsettled | Settled::Mixed if self.may_be_either() => DateOrder::DayFirstInDoubt,
            Settled::Strays | Settled::Unsettled | Settled::Mixed => DateOrder::DayFirst,
        }
    }

    /// Whether some a and some b could each be a month.
    fn may_be_either(self) -> bool {
        self.firsts & MONTHS != 0 && self.seconds & MONTHS != 0
    }

    /// How many there are, and how many of them fit only month first.
    pub(crate) fn counts(self) -> (u64, u64) {
        (self.cells, self.second_is_day)
    }
}

impl DateOrder {
    /// The day `a/b/yyyy` in this order, from its numbers.
    #[inline]
    pub(super) fn day(self, first: u32, second: u32, year: i32) -> Option<Day> {
        match self {
            DateOrder::DayFirst | DateOrder::DayFirstInDoubt => Day::from_ymd(year, second, first),
            DateOrder::MonthFirst => Day::from_ymd(year, first, second),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn settled(births: bool, cells: impl IntoIterator<Item = (u32, u32)>) -> Settled {
        let mut slashed = Slashed::default();
        cells.into_iter().for_each(|(first, second)| slashed.note(first, second));
        slashed.settled(births)
    }

    /// So many cells whose a and b are both 1 to 12.
    fn plain(cells: u32) -> impl Iterator<Item = (u32, u32)> {
        (0..cells).map(|cell| (cell % 12 + 1, cell % 11 + 1))
    }

    #[test]
    fn three_cells_and_one_in_fifty_make_a_column_month_first() {
        let with = |days: u32, others: u32| settled(false, (0..days).map(|_| (5, 13)).chain(plain(others)));
        assert_eq!(with(3, 147), Settled::MonthFirst);
        assert_eq!(with(3, 148), Settled::Strays);
        assert_eq!(with(2, 10), Settled::Strays);
        assert_eq!(settled(false, [(5, 13), (5, 31), (5, 32)]), Settled::Strays, "32 is no day");
        assert_eq!(settled(false, [(5, 13), (5, 14), (5, 15), (13, 5)]), Settled::Mixed);
        assert_eq!(settled(false, [(5, 12), (13, 5)]), Settled::DayFirst);
    }

    #[test]
    fn births_on_the_first_of_ten_months_are_month_first() {
        let births = |cells: u32, values: u32| (0..cells).map(move |cell| (cell % values + 1, 1));
        assert_eq!(settled(true, births(10, 3)), Settled::MonthFirst);
        assert_eq!(settled(true, births(9, 3)), Settled::DayFirst);
        assert_eq!(settled(true, births(10, 2)), Settled::DayFirst);
        assert_eq!(settled(false, births(10, 3)), Settled::DayFirst);
        assert_eq!(settled(true, births(10, 3).chain([(1, 2)])), Settled::DayFirst);
        let day_first = (0..40).map(|cell| (1, cell % 12 + 1));
        assert_eq!(settled(true, day_first), Settled::DayFirst, "all on the first of a month");
    }

    #[test]
    fn a_column_is_in_doubt_only_where_a_cell_may_be_another_day() {
        let order = |cells: &[(u32, u32)]| {
            let mut slashed = Slashed::default();
            cells.iter().for_each(|&(first, second)| slashed.note(first, second));
            assert_eq!(slashed.settled(false), Settled::Mixed);
            slashed.order(false)
        };
        assert_eq!(order(&[(31, 13)]), DateOrder::DayFirst, "no day at all");
        assert_eq!(order(&[(31, 13), (13, 5)]), DateOrder::DayFirst, "the fifth month, whatever comes first");
        assert_eq!(order(&[(31, 13), (12, 5)]), DateOrder::DayFirstInDoubt, "12 May or 5 December");
    }

    #[test]
    fn more_than_twenty_cells_that_tell_nothing_are_unsettled() {
        assert_eq!(settled(false, plain(21)), Settled::Unsettled);
        assert_eq!(settled(false, plain(20)), Settled::DayFirst);
        assert_eq!(settled(false, plain(21).chain([(13, 1)])), Settled::DayFirst);
        assert_eq!(settled(false, plain(30).map(|(_, second)| (1, second))), Settled::DayFirst);
    }
}

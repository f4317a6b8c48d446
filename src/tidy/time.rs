//! The time of a row: a year and what kind of year or month it is, as the standard names them.

use crate::timeframe::{Basis, Timeframe};

/// The columns of time.
pub(crate) const COLUMNS: [&str; 2] = ["time_period", "time_identifier"];

/// The name for 31 March, as in the department's own tables of children looked after.
const YEAR_END: &str = "Reporting year";

/// The cells of a day, in the order of the columns: `2011` and `Reporting year` for 31 March 2011; `2010` and
/// `December` for 31 December 2010.
///
/// A quarter of a financial year would be allowed too, but would say that a figure covers three months; these cover
/// twelve, or all since April. The month of the last day claims no more than is true.
pub(crate) fn cells(timeframe: &Timeframe) -> [String; COLUMNS.len()] {
    let (year, month, _) = timeframe.as_at.ymd();
    let identifier =
        if month == 3 { YEAR_END.to_owned() } else { without_year(&timeframe.as_at.month_in_words()).to_owned() };
    [format!("{year:04}"), identifier]
}

/// Whether two days may go into one file: the same day of the year, on the same basis.
pub(crate) fn is_same_but_for_the_year(one: &Timeframe, other: &Timeframe) -> bool {
    let month = |timeframe: &Timeframe| timeframe.as_at.ymd().1;
    month(one) == month(other) && one.basis == other.basis
}

/// The window in words that hold for every year: `twelve months to 31 March`, `1 April to 30 June`.
pub fn window(timeframe: &Timeframe) -> String {
    let last = timeframe.as_at.in_words();
    let last = without_year(&last);
    let is_part_of_a_year = timeframe.basis == Basis::YearToDate && timeframe.as_at.ymd().1 != 3;
    if is_part_of_a_year { format!("1 April to {last}") } else { format!("twelve months to {last}") }
}

fn without_year(words: &str) -> &str {
    words.rsplit_once(' ').map_or(words, |(rest, _)| rest)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::timeframe::read_as_at;

    fn at(text: &str, basis: Basis) -> Timeframe {
        Timeframe::new(read_as_at(text).unwrap(), basis).unwrap()
    }

    #[test]
    fn a_year_end_is_a_reporting_year_and_another_month_end_its_month() {
        for (day, expected) in [
            ("2011-03-31", ["2011", "Reporting year"]),
            ("2011-06-30", ["2011", "June"]),
            ("2011-09-30", ["2011", "September"]),
            ("2010-12-31", ["2010", "December"]),
            ("2011-02-28", ["2011", "February"]),
        ] {
            assert_eq!(cells(&at(day, Basis::Rolling)), expected);
        }
    }

    #[test]
    fn the_window_is_said_without_a_year() {
        for (day, basis, expected) in [
            ("2011-03-31", Basis::Rolling, "twelve months to 31 March"),
            ("2011-03-31", Basis::YearToDate, "twelve months to 31 March"),
            ("2011-06-30", Basis::Rolling, "twelve months to 30 June"),
            ("2010-12-31", Basis::YearToDate, "1 April to 31 December"),
        ] {
            assert_eq!(window(&at(day, basis)), expected);
        }
    }
}

//! The day that figures are for, as people write it, and why one cannot be that day.

use crate::day::Day;
use miette::Diagnostic;
use thiserror::Error;

/// A day that cannot be the day of a figure.
#[derive(Debug, Error, Diagnostic, PartialEq, Eq)]
pub enum AsAtError {
    /// The text is no date.
    #[error("'{0}' is not a date")]
    #[diagnostic(help("write it as 2011-03-31 or 31/03/2011"))]
    NotADate(String),
    /// The text is a date with the month first, or with a short year.
    #[error("'{text}' is not a date as it is written here")]
    #[diagnostic(help("write {meant}, if that is the day"))]
    OtherForm {
        /// The text.
        text: String,
        /// The day that seems to be meant.
        meant: Day,
    },
    /// The calendar has no such day.
    #[error("there is no such day as {0}")]
    #[diagnostic(help("figures are for the last day of a month, such as 31 March or 30 September"))]
    NoSuchDay(String),
    /// The date does not end a month.
    #[error("{0} is not the last day of a month")]
    #[diagnostic(help("figures are for the last day of a month, such as 31 March or 30 September"))]
    NotAMonthEnd(Day),
    /// The day looked ahead to does not lie after the day up to which things are known.
    #[error("{outturn} is not after {known}")]
    #[diagnostic(help("look ahead to a later day, such as the next 31 March"))]
    NotAhead {
        /// The day up to which things are known.
        known: Day,
        /// The day looked ahead to.
        outturn: Day,
    },
    /// The day looked ahead to lies too far ahead.
    #[error("{outturn} is more than twelve months after {known}")]
    #[diagnostic(help("look ahead no further than twelve months"))]
    TooFarAhead {
        /// The day up to which things are known.
        known: Day,
        /// The day looked ahead to.
        outturn: Day,
    },
}

/// Reads the date that figures are for: `2011-03-31`, or the day first, `31/03/2011`, `31-03-2011` or `31 March 2011`. It is the
/// last of a month, so that no month can be taken for it.
///
/// # Errors
/// If the text is not a date. Whether it is the last day of a month is for [`super::Timeframe::new`] to check.
pub fn read_as_at(text: &str) -> Result<Day, AsAtError> {
    let text = text.trim();
    if let Some(day) = Day::read(text.as_bytes()) {
        return Ok(day);
    }
    let Some(numbers) = Numbers::of(text) else { return Err(AsAtError::NotADate(text.to_owned())) };
    if let Some(day) = numbers.day() {
        return Ok(day);
    }
    Err(match numbers.meant() {
        Some(meant) => AsAtError::OtherForm { text: text.to_owned(), meant },
        None if numbers.has_short_year() => AsAtError::NotADate(text.to_owned()),
        None => AsAtError::NoSuchDay(text.to_owned()),
    })
}

/// A date in numbers, in the order of its words: `2011-03-31`, `31-03-2011`, `31.3.2011`, `31/03/11`.
struct Numbers {
    /// The digits of each.
    lengths: [usize; 3],
    numbers: [u32; 3],
}

impl Numbers {
    fn of(text: &str) -> Option<Numbers> {
        let parts: Vec<&str> = text.split(['-', '/', '.']).collect();
        let parts: [&str; 3] = parts.try_into().ok()?;
        let lengths = parts.map(str::len);
        let is_shaped = matches!(lengths, [4, 1..=2, 1..=2] | [1..=2, 1..=2, 2 | 4]);
        let are_digits = parts.iter().all(|part| part.bytes().all(|byte| byte.is_ascii_digit()));
        (is_shaped && are_digits).then(|| Numbers { lengths, numbers: parts.map(|part| part.parse().unwrap_or(0)) })
    }

    fn has_short_year(&self) -> bool {
        self.lengths[0] < 3 && self.lengths[2] == 2
    }

    /// The day, with the year of four digits first or last and the month between.
    fn day(&self) -> Option<Day> {
        let [first, month, last] = self.numbers;
        let (year, day) = if self.lengths[0] == 4 { (first, last) } else { (last, first) };
        Day::from_ymd(year as i32, month, day).filter(|_| !self.has_short_year())
    }

    /// The day that is meant where the year is short or the month comes first.
    fn meant(&self) -> Option<Day> {
        let [first, second, year] = self.numbers;
        if self.lengths[0] == 4 {
            return None;
        }
        let year = if self.has_short_year() { 2000 + year } else { year } as i32;
        Day::from_ymd(year, second, first).or_else(|| Day::from_ymd(year, first, second))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_read_as_people_write_it_and_never_guessed() {
        let day = Day::thirty_first_of_march(2011);
        for text in
            ["2011-03-31", "2011/03/31", "31/03/2011", "31-03-2011", "31.3.2011", " 31 March 2011 ", "31-Mar-2011"]
        {
            assert_eq!(read_as_at(text), Ok(day), "{text}");
        }
        for text in ["03/31/2011", "3-31-2011", "31/03/11", "31-03-11"] {
            assert_eq!(read_as_at(text), Err(AsAtError::OtherForm { text: text.to_owned(), meant: day }));
        }
        for none in ["2011-02-30", "30/02/2011", "31/6/2011", "2011-13-31", "31-06-2011"] {
            assert_eq!(read_as_at(none), Err(AsAtError::NoSuchDay(none.to_owned())));
        }
        for text in ["March 2011", "31/03", "2011-03", "31/06/11", "yesterday", "20110331"] {
            assert_eq!(read_as_at(text), Err(AsAtError::NotADate(text.to_owned())), "{text}");
        }
    }
}

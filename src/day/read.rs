//! Dates as returns write them.

use super::order::{DateOrder, Slashed};
use super::{Day, MONTHS};
use crate::text::are_digits;

impl Day {
    /// Reads a date as returns write it: `1/4/2010`, `2010-04-01`, `1 April 2010` or `01-Apr-2010`, with or without a
    /// time of midnight after it. Anything else is `None`, a two-digit year in particular.
    #[inline]
    pub fn read(text: &[u8]) -> Option<Day> {
        Day::read_noting(text, DateOrder::DayFirst, &mut Slashed::default())
    }

    /// Reads a date of a column whose dates are in that order, and notes a cell `a/b/yyyy`.
    #[inline]
    pub(crate) fn read_noting(text: &[u8], order: DateOrder, slashed: &mut Slashed) -> Option<Day> {
        if let Some(parts) = plain_parts(text) {
            return parts?.day(order, slashed);
        }
        Day::read_rare(text, order, slashed)
    }

    #[cold]
    fn read_rare(text: &[u8], order: DateOrder, slashed: &mut Slashed) -> Option<Day> {
        let date = without_midnight(text);
        if let Some(parts) = plain_parts(date) {
            return parts?.day(order, slashed);
        }
        match slashed_parts(date) {
            Some(parts) => parts.day(order, slashed),
            None => with_month_in_words(date),
        }
    }

    /// The other day that a cell `a/b/yyyy` could be, where a and b could each be the month.
    pub(crate) fn read_otherwise(text: &[u8]) -> Option<Day> {
        let ambiguous = |parts: &Parts| parts.first != parts.second && parts.first <= 12 && parts.second <= 12;
        let parts = slashed_parts(without_midnight(text)).filter(ambiguous)?;
        DateOrder::MonthFirst.day(parts.first, parts.second, parts.year)
    }

    /// The day that a spreadsheet stores as a whole number, 30 December 1899 being 0: from 20000 (in 1954) to 60000
    /// (in 2064). `from_1904` is for workbooks whose day 0 is 1 January 1904.
    pub(crate) fn of_serial(text: &[u8], from_1904: bool) -> Option<Day> {
        let digits: &[u8; 5] = text.strip_suffix(b".0").unwrap_or(text).try_into().ok()?;
        let number = number(digits)? + if from_1904 { DAYS_TO_1904 } else { 0 };
        let within = (20_000..=60_000).contains(&number);
        Some(Day::from_ymd(1899, 12, 30)?.plus_days(number as i32)).filter(|_| within)
    }
}

/// Days from 30 December 1899 to 1 January 1904.
const DAYS_TO_1904: u32 = 1462;

/// The numbers of a date.
struct Parts {
    year: i32,
    /// The month of `2010-04-01`, the a of `a/b/2010`.
    first: u32,
    /// The day of `2010-04-01`, the b of `a/b/2010`.
    second: u32,
    slashed: bool,
}

impl Parts {
    #[inline]
    fn day(self, order: DateOrder, slashed: &mut Slashed) -> Option<Day> {
        if self.slashed {
            slashed.note(self.first, self.second);
            return order.day(self.first, self.second, self.year);
        }
        Day::from_ymd(self.year, self.first, self.second)
    }
}

/// The numbers of the two common forms, `2010-04-01` and `01/04/2010`. `Some(None)` is text of that form that is not a
/// date; `None` is text of any other form.
#[inline]
fn plain_parts(text: &[u8]) -> Option<Option<Parts>> {
    let text: &[u8; 10] = text.try_into().ok()?;
    let (first, last) = (u64::from_le_bytes(*text.first_chunk()?), u64::from_le_bytes(*text.last_chunk()?));
    // The digits of the year and of the two other numbers, one after another.
    let (digits, slashed) = match text {
        [_, _, _, _, b'-', _, _, b'-', _, _] => {
            (first & 0xFFFF_FFFF | (first >> 40 & 0xFFFF) << 32 | last & 0xFFFF_0000_0000_0000, false)
        }
        [_, _, b'/', _, _, b'/', _, _, _, _] => {
            (last >> 32 | (first & 0xFFFF) << 32 | (first >> 24 & 0xFFFF) << 48, true)
        }
        _ => return None,
    };
    if !are_digits(digits) {
        return Some(None);
    }
    // All at once: each pair of digits becomes a number in the byte of its first digit.
    let values = digits & 0x0F0F_0F0F_0F0F_0F0F;
    let [century, _, year, _, first, _, second, _] = (values * 10 + (values >> 8)).to_le_bytes();
    let year = i32::from(century) * 100 + i32::from(year);
    Some(Some(Parts { year, first: first.into(), second: second.into(), slashed }))
}

/// The numbers of `1/4/2010`, with one or two digits before the year.
fn slashed_parts(date: &[u8]) -> Option<Parts> {
    let mut parts = date.split(|&byte| byte == b'/');
    let (first, second, year) = (parts.next()?, parts.next()?, parts.next()?);
    let shaped = (1..=2).contains(&first.len()) && (1..=2).contains(&second.len()) && year.len() == 4;
    if !shaped || parts.next().is_some() {
        return None;
    }
    Some(Parts { year: number(year)? as i32, first: number(first)?, second: number(second)?, slashed: true })
}

/// The day of `9 February 2003`, with the month in three letters or whole, and spaces or hyphens.
fn with_month_in_words(date: &[u8]) -> Option<Day> {
    let mut parts = date.split(|byte| matches!(byte, b' ' | b'-')).filter(|part| !part.is_empty());
    let (day, month, year) = (parts.next()?, parts.next()?, parts.next()?);
    if day.len() > 2 || year.len() != 4 || parts.next().is_some() {
        return None;
    }
    let named =
        |name: &&str| month.eq_ignore_ascii_case(name.as_bytes()) || month.eq_ignore_ascii_case(&name.as_bytes()[..3]);
    let month = MONTHS.iter().position(named)?;
    Day::from_ymd(number(year)? as i32, month as u32 + 1, number(day)?)
}

/// The date before a time of midnight, or the whole text if there is none.
fn without_midnight(text: &[u8]) -> &[u8] {
    let Some(gap) = text.iter().rposition(|&byte| byte == b' ' || byte == b'T') else {
        return text;
    };
    let time = text[gap + 1..].trim_ascii();
    let (time, fraction) = match time.iter().position(|&byte| byte == b'.') {
        Some(point) => (&time[..point], &time[point + 1..]),
        None => (time, &b""[..]),
    };
    let midnight = matches!(time, b"0:00" | b"00:00" | b"0:00:00" | b"00:00:00");
    if midnight && fraction.iter().all(|&byte| byte == b'0') { text[..gap].trim_ascii_end() } else { text }
}

#[inline]
fn number(digits: &[u8]) -> Option<u32> {
    digits.iter().try_fold(0, |sum, &byte| byte.is_ascii_digit().then(|| sum * 10 + u32::from(byte - b'0')))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(year: i32, month: u32, day: u32) -> Day {
        Day::from_ymd(year, month, day).unwrap()
    }

    #[test]
    fn reads_the_ways_returns_write_a_date() {
        let first_of_april = Some(day(2010, 4, 1));
        for text in [
            "1/4/2010",
            "01/04/2010",
            "01/4/2010",
            "2010-04-01",
            "01/04/2010 00:00",
            "2010-04-01T00:00:00",
            "2010-04-01 00:00:00.000",
            "01/04/2010 0:00",
            "1 April 2010",
            "01-Apr-2010",
            "01 apr 2010",
            "1-APRIL-2010 00:00:00",
            "01 Apr 2010 00:00",
        ] {
            assert_eq!(Day::read(text.as_bytes()), first_of_april, "{text}");
        }
    }

    #[test]
    fn refuses_everything_else() {
        for text in [
            "",
            "1/4/10",
            "01/04/10",
            "10-04-01",
            "2010-4-1",
            "2010/04/01",
            "01-04-2010",
            "01.04.2010",
            "31/04/2010",
            "29/02/2010",
            "00/04/2010",
            "01/13/2010",
            "01/04/2010 12:00",
            "1 April 10",
            "01-Apr-10",
            "1 Ap 2010",
            "1 Aprils 2010",
            "April 1 2010",
            "001 April 2010",
            "31 April 2010",
            "1April2010",
            "40269",
            "001/04/2010",
            "01/04/02010",
            "01/04/0000",
            "+1/04/2010",
            "01/04/2010 00:00:01",
        ] {
            assert_eq!(Day::read(text.as_bytes()), None, "{text}");
        }
        assert_eq!(Day::read(b"29/02/2008"), Some(day(2008, 2, 29)));
    }

    #[test]
    fn a_serial_day_counts_from_30_december_1899() {
        assert_eq!(Day::of_serial(b"40269", false), Some(day(2010, 4, 1)));
        assert_eq!(Day::of_serial(b"38807", true), Some(day(2010, 4, 1)), "counted from 1904");
        assert_eq!(Day::of_serial(b"40269.0", false), Some(day(2010, 4, 1)));
        assert_eq!(Day::of_serial(b"20000", false), Some(day(1954, 10, 3)));
        assert_eq!(Day::of_serial(b"60000", false), Some(day(2064, 4, 8)));
        for text in ["19999", "60001", "40269.5", "040269", "4026A", ""] {
            assert_eq!(Day::of_serial(text.as_bytes(), false), None, "{text}");
        }
    }

    #[test]
    fn a_column_month_first_is_read_so() {
        let read = |text: &str, order| Day::read_noting(text.as_bytes(), order, &mut Slashed::default());
        for text in ["5/4/2010", "05/04/2010", "05/04/2010 00:00"] {
            assert_eq!(read(text, DateOrder::MonthFirst), Some(day(2010, 5, 4)));
            assert_eq!(read(text, DateOrder::DayFirstInDoubt), Some(day(2010, 4, 5)));
            assert_eq!(Day::read_otherwise(text.as_bytes()), Some(day(2010, 5, 4)));
        }
        assert_eq!(read("2010-04-05", DateOrder::MonthFirst), Some(day(2010, 4, 5)));
        for text in ["05/05/2010", "13/05/2010", "05/13/2010", "2010-04-05", "5 April 2010"] {
            assert_eq!(Day::read_otherwise(text.as_bytes()), None, "{text}");
        }
    }
}

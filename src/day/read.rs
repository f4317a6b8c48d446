//! Dates as returns write them.

use super::Day;
use crate::text::are_digits;

impl Day {
    /// Reads a date as returns write it: `1/4/2010` or `2010-04-01`, with or without a time of midnight after it.
    /// Anything else is `None`, a two-digit year in particular.
    #[inline]
    pub fn read(text: &[u8]) -> Option<Day> {
        if let Some(day) = read_plain(text) {
            return day;
        }
        let date = without_midnight(text);
        if let Some(day) = read_plain(date) {
            return day;
        }
        let first = date.iter().position(|&byte| byte == b'/')?;
        let (day, rest) = (&date[..first], &date[first + 1..]);
        let second = rest.iter().position(|&byte| byte == b'/')?;
        let (month, year) = (&rest[..second], &rest[second + 1..]);
        let shaped = (1..=2).contains(&day.len()) && (1..=2).contains(&month.len()) && year.len() == 4;
        if !shaped {
            return None;
        }
        Day::from_ymd(number(year)? as i32, number(month)?, number(day)?)
    }
}

/// Reads the two common forms, `2010-04-01` and `01/04/2010`. `Some(None)` is text of that form that is not a date;
/// `None` is text of any other form.
#[inline]
fn read_plain(text: &[u8]) -> Option<Option<Day>> {
    let text: &[u8; 10] = text.try_into().ok()?;
    let (first, last) = (u64::from_le_bytes(*text.first_chunk()?), u64::from_le_bytes(*text.last_chunk()?));
    // The digits of the year, the month and the day, one after another.
    let digits = match text {
        [_, _, _, _, b'-', _, _, b'-', _, _] => {
            first & 0xFFFF_FFFF | (first >> 40 & 0xFFFF) << 32 | last & 0xFFFF_0000_0000_0000
        }
        [_, _, b'/', _, _, b'/', _, _, _, _] => last >> 32 | (first >> 24 & 0xFFFF) << 32 | first << 48,
        _ => return None,
    };
    if !are_digits(digits) {
        return Some(None);
    }
    // All at once: each pair of digits becomes a number in the byte of its first digit.
    let values = digits & 0x0F0F_0F0F_0F0F_0F0F;
    let [century, _, year, _, month, _, day, _] = (values * 10 + (values >> 8)).to_le_bytes();
    Some(Day::from_ymd(i32::from(century) * 100 + i32::from(year), month.into(), day.into()))
}

/// The date before a time of midnight, or the whole text if there is none.
fn without_midnight(text: &[u8]) -> &[u8] {
    let Some(gap) = text.iter().position(|&byte| byte == b' ' || byte == b'T') else {
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
    fn reads_the_two_ways_returns_write_a_date() {
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
            "1 April 2010",
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
}

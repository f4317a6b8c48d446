//! Numbers on the command line, and what to write where a word is not a number.

use crate::benchmark::YEARS;
use crate::indicators::words::number_in_words;
use crate::seeds::Seeds;
use crate::seeds::indicators::{listed, read_number};
use crate::year::read_year;

/// An indicator's number: `62`, `NI 62`.
///
/// # Errors
/// What to write.
pub(crate) fn indicator(text: &str) -> Result<u16, String> {
    read_number(text).ok_or_else(|| {
        // Which seeds are in force is not known yet.
        let known = Seeds::built_in().map(|seeds| seeds.indicators).unwrap_or_default();
        let many = number_in_words(known.len() as i32);
        format!("write the number of one of the {many}: {}", listed(&known))
    })
}

/// How many years of figures to follow.
///
/// # Errors
/// What to write.
pub(crate) fn years_followed(text: &str) -> Result<usize, String> {
    let years = text.trim().parse().ok().filter(|years| (1..=YEARS).contains(years));
    years.ok_or_else(|| format!("write a whole number from 1 (only the year of the figures) to {YEARS}"))
}

/// The year in which a return ends.
///
/// # Errors
/// What to write.
pub(crate) fn year_of_return(text: &str) -> Result<i32, String> {
    read_year(text.trim()).ok_or_else(|| "write the years in which the returns end, such as 2009,2010,2011".to_owned())
}

/// By how much to multiply.
///
/// # Errors
/// What to write.
pub(crate) fn times(text: &str) -> Result<u32, String> {
    let times = text.trim().parse().ok().filter(|times| (1..=100).contains(times));
    times.ok_or_else(|| "write a whole number from 1 to 100".to_owned())
}

/// The seed of the random numbers.
///
/// # Errors
/// What to write.
pub(crate) fn seed(text: &str) -> Result<u64, String> {
    text.trim().parse().map_err(|_| "write a whole number, such as 22".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_read_as_people_write_it() {
        for text in ["62", "NI 62", "NI62", "ni 062", " 62 "] {
            assert_eq!(indicator(text), Ok(62), "{text}");
        }
        assert_eq!(indicator("7"), Ok(7), "that there is no such indicator is for the command to say");
        assert_eq!([years_followed("1"), years_followed("5")], [Ok(1), Ok(5)]);
        assert_eq!([year_of_return("2011"), year_of_return("2010-11")], [Ok(2011), Ok(2011)]);
        assert_eq!((times("10"), seed("0")), (Ok(10), Ok(0)));
    }

    #[test]
    fn an_error_says_what_to_write() {
        for text in ["", "NI", "sixty", "62.0", "-62"] {
            assert!(indicator(text).unwrap_err().starts_with("write the number of one of the ten: 58, 61"), "{text}");
        }
        for text in ["0", "6", "5x", "-1"] {
            assert!(years_followed(text).unwrap_err().starts_with("write a whole number from 1"), "{text}");
        }
        for text in ["5", "5x", ""] {
            assert!(year_of_return(text).unwrap_err().contains("2009,2010,2011"), "{text}");
        }
        assert!(times("0").is_err() && times("101").is_err() && seed("x").is_err());
    }
}

//! What a cell looks like, in whatever column it is.

use super::postcode;
use crate::day::Day;

/// Whether a text is a UPN: a letter, eleven digits and a digit or letter. UN1 to UN5 say only that
/// there is none.
pub(super) fn is_upn(text: &[u8]) -> bool {
    match text {
        [first, middle @ .., last] => {
            middle.len() == 11
                && first.is_ascii_alphabetic()
                && middle.iter().all(u8::is_ascii_digit)
                && last.is_ascii_alphanumeric()
        }
        _ => false,
    }
}

/// Whether a text has digits enough for a date, a postcode or a UPN, as few codes have.
pub(super) fn has_digits(text: &[u8]) -> bool {
    text.iter().filter(|byte| byte.is_ascii_digit()).nth(1).is_some()
}

/// Whether a UPN is in a text.
pub(crate) fn holds_upn(text: &str) -> bool {
    words(text).iter().any(|word| is_upn(word.as_bytes()))
}

/// Whether a full postcode is in a text.
pub(crate) fn holds_postcode(text: &str) -> bool {
    let words = words(text);
    let pairs = words.windows(2).map(|pair| pair.concat());
    words.iter().map(|word| (*word).to_owned()).chain(pairs).any(|word| postcode::is_full(word.as_bytes()))
}

/// Whether a day is in a text, be it one that cannot be read: `02/05/00`, `born 2 May 2000`, `20000502`.
pub(super) fn holds_day(text: &str) -> bool {
    let words = words(text);
    let in_words = words.windows(3).any(|three| Day::read(three.join(" ").as_bytes()).is_some());
    in_words || words.iter().any(|word| is_day(word))
}

/// Whether a text is a day, or the day number of a spreadsheet.
pub(super) fn is_day_or_number(text: &str) -> bool {
    holds_day(text) || Day::of_serial(text.trim().as_bytes(), false).is_some()
}

fn is_day(word: &str) -> bool {
    if Day::read(word.as_bytes()).is_some() {
        return true;
    }
    let parts: Vec<&str> = word.split(['/', '-', '.']).collect();
    let digits = |part: &&str| matches!(part.len(), 1..=4) && part.bytes().all(|byte| byte.is_ascii_digit());
    let in_parts = parts.len() == 3 && parts.iter().all(digits);
    in_parts || is_day_of_eight_digits(word)
}

/// Whether a word is a day of this century or the last as `20000502` or `02052000`.
fn is_day_of_eight_digits(word: &str) -> bool {
    let read = |year: &str, month: &str, day: &str| {
        let century = year.starts_with("19") || year.starts_with("20");
        let read = Day::from_ymd(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?);
        read.filter(|_| century)
    };
    let is_number = word.len() == 8 && word.bytes().all(|byte| byte.is_ascii_digit());
    is_number
        && (read(&word[..4], &word[4..6], &word[6..]).is_some() || read(&word[4..], &word[2..4], &word[..2]).is_some())
}

fn words(text: &str) -> Vec<&str> {
    text.split(|character: char| character.is_whitespace() || ",;:()[]'\"=".contains(character))
        .filter(|word| !word.is_empty())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_seen_however_they_are_written() {
        for text in [
            "02/05/2000",
            "2.5.00",
            "2000-05-02",
            "2 May 2000",
            "born 2 May 2000",
            "x 02/05/2000",
            "20000502",
            "02052000",
            "30/02/2000",
            "2000-05-02 00:00:00",
        ] {
            assert!(holds_day(text), "{text}");
        }
        for text in ["2010-11", "2010/11", "7", "U1", "12345678", "2 May", "SC000001", "13.5", "1/2"] {
            assert!(!holds_day(text), "{text}");
        }
        assert!(is_day_or_number("36648") && !is_day_or_number("123456") && !is_day_or_number("302"));
    }

    #[test]
    fn postcodes_and_upns_are_seen_among_other_words() {
        assert!(holds_postcode("12 High Street, AB1 2CD") && holds_postcode("ab12cd") && !holds_postcode("AB1 2"));
        assert!(holds_upn("UPN A123456789012") && !holds_upn("A12345678901"));
    }
}

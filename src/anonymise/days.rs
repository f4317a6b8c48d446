//! Every day that a text may mean, whatever its form: for what must not be copied, a day too many is better than one too few.

use crate::day::{Day, MONTHS};

/// A run of digits or of letters.
enum Token<'text> {
    Digits(&'text str),
    Letters(&'text str),
}

/// What a token may be in a date.
#[derive(Clone, Copy)]
struct Part {
    /// A day of the month, or a month by its number.
    small: Option<u32>,
    /// A month by its name.
    month: Option<u32>,
    /// A year, and of two digits one of either century.
    years: [Option<i32>; 2],
}

/// Digits of the shortest and the longest number that is a whole date, or the day of a spreadsheet.
const WHOLE: std::ops::RangeInclusive<usize> = 5..=8;

/// The days that a plain text may mean: three numbers, or two and a month, in any order and with anything between them; one
/// number without anything between; the number of a day in a spreadsheet.
pub(super) fn days_in(text: &str) -> Vec<Day> {
    let tokens = tokens(text);
    let parts: Vec<Part> = tokens.iter().filter_map(part).collect();
    let mut days: Vec<Day> = parts.windows(3).flat_map(days_of).collect();
    for token in &tokens {
        if let Token::Digits(digits) = token
            && WHOLE.contains(&digits.len())
        {
            days.extend(of_one_number(digits));
        }
    }
    days
}

fn tokens(text: &str) -> Vec<Token<'_>> {
    let kind = |character: char| (character.is_ascii_digit(), character.is_alphabetic());
    let mut tokens = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let end = rest.find(|character| kind(character) != kind(first)).unwrap_or(rest.len());
        let (run, after) = rest.split_at(end);
        match kind(first) {
            (true, _) => tokens.push(Token::Digits(run)),
            (_, true) => tokens.push(Token::Letters(run)),
            _ => {}
        }
        rest = after;
    }
    tokens
}

/// What a token may be; none of a word that only stands between, as in `3rd of May` or `Monday, 3 May`.
fn part(token: &Token<'_>) -> Option<Part> {
    let nothing = Part { small: None, month: None, years: [None, None] };
    match token {
        Token::Digits(digits) => {
            let number: u32 = digits.parse().ok()?;
            let year = number as i32;
            Some(match digits.len() {
                1 => Part { small: Some(number), ..nothing },
                2 => Part { small: Some(number), years: [Some(1900 + year), Some(2000 + year)], ..nothing },
                4 => Part { years: [Some(year), None], ..nothing },
                _ => nothing,
            })
        }
        Token::Letters(word) => {
            let word = word.to_lowercase();
            let is_named = |name: &str| word.len() >= 3 && name.to_lowercase().starts_with(&word);
            let month = MONTHS.iter().position(|name| is_named(name));
            month.map(|month| Part { month: Some(month as u32 + 1), ..nothing })
        }
    }
}

/// The days of three parts in any order.
fn days_of(parts: &[Part]) -> Vec<Day> {
    let mut days = Vec::new();
    for (year, one, other) in [(0, 1, 2), (1, 0, 2), (2, 0, 1)] {
        for (month, day) in [(one, other), (other, one)] {
            let month = parts[month].month.or(parts[month].small);
            let (Some(month), Some(day)) = (month, parts[day].small) else { continue };
            let years = parts[year].years.into_iter().flatten();
            days.extend(years.filter_map(|year| Day::from_ymd(year, month, day)));
        }
    }
    days
}

/// The days of a number cut into three in every way, and the day that it is in a spreadsheet.
fn of_one_number(digits: &str) -> Vec<Day> {
    let serial = [false, true].into_iter().filter_map(|from_1904| Day::of_serial(digits.as_bytes(), from_1904));
    let mut days: Vec<Day> = serial.collect();
    for first in [1, 2, 4] {
        for second in [1, 2, 4] {
            let Some(cut) = digits.get(first..first + second).filter(|_| first + second < digits.len()) else {
                continue;
            };
            let parts = [&digits[..first], cut, &digits[first + second..]].map(|digits| part(&Token::Digits(digits)));
            if let [Some(one), Some(other), Some(last)] = parts {
                days.extend(days_of(&[one, other, last]));
            }
        }
    }
    days
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_found_however_it_is_written() {
        let day = Day::from_ymd(2000, 5, 3).unwrap();
        for text in [
            "03/05/2000",
            "3/5/2000",
            "3.5.00",
            "05/03/2000",
            "2000-05-03",
            "2000/5/3 00:00:00",
            "2000-05-03T09:30:00Z",
            "3 May 2000",
            "May 2000, the 3rd",
            "3rd of May, 2000",
            "Wednesday 3 may '00",
            "May 3 2000",
            "MAY-03-00",
            "3May2000",
            "03052000",
            "20000503",
            "3052000",
            "030500",
            "000503",
            "36649",
            "36649.0",
            "35187",
            "born 03 / 05 / 2000 at home",
            "2000_05_03",
        ] {
            assert!(days_in(text).contains(&day), "{text}");
        }
        for text in [
            "04/05/2000",
            "3 May",
            "May 2000",
            "2000-05",
            "36650",
            "U1",
            "",
            "3 Ma 2000",
            "003/05/2000",
            "3 Mayor 2000",
        ] {
            assert!(!days_in(text).contains(&day), "{text}");
        }
        assert!(days_in("1 Sept 2000").contains(&Day::from_ymd(2000, 9, 1).unwrap()));
    }
}

//! Words kept once for many children: a phrase without its days and numbers of lines, which stand beside it as numbers.

use crate::day::{Day, MONTHS};
use std::collections::HashMap;

/// What stands in a phrase for a day: `14 July 2010`, `14 Jul 2010` or `14/07/2010`.
const IN_FULL: char = '\u{e000}';
const IN_SHORT: char = '\u{e001}';
const SLASHED: char = '\u{e002}';
/// What stands for the number of a line of a file, after [`LINE`].
const NUMBER: char = '\u{e003}';
/// What is before the number of a line.
const LINE: &str = "line ";

/// Phrases, each once, and sequences of them, each once.
pub(super) struct Phrases {
    /// The day from which days are counted.
    origin: Day,
    phrases: Once<String>,
    sequences: Once<Vec<usize>>,
}

/// Things kept once, in the order in which they came.
struct Once<T> {
    places: HashMap<T, usize>,
    list: Vec<T>,
}

impl<T: Clone + Eq + std::hash::Hash> Once<T> {
    fn empty() -> Once<T> {
        Once { places: HashMap::new(), list: Vec::new() }
    }

    /// Its place.
    fn place(&mut self, one: T) -> usize {
        let (places, list) = (&mut self.places, &mut self.list);
        *places.entry(one).or_insert_with_key(|one| {
            list.push(one.clone());
            list.len() - 1
        })
    }
}

impl Phrases {
    /// None yet; days are counted from one.
    pub fn from(origin: Day) -> Phrases {
        Phrases { origin, phrases: Once::empty(), sequences: Once::empty() }
    }

    /// A day as a number.
    pub fn count(&self, day: Day) -> i32 {
        day.days_since(self.origin)
    }

    /// Lines folded: the place of their sequence, then their days and numbers in order.
    pub fn fold<'line>(&mut self, lines: impl IntoIterator<Item = &'line str>) -> Vec<i32> {
        let mut folded = vec![0];
        let sequence = lines.into_iter().map(|line| {
            let phrase = without_numbers(line, self.origin, &mut folded);
            self.phrases.place(phrase)
        });
        let sequence = sequence.collect();
        folded[0] = self.sequences.place(sequence) as i32;
        folded
    }

    /// The phrases and the sequences, in order.
    pub fn into_lists(self) -> (Vec<String>, Vec<Vec<usize>>) {
        (self.phrases.list, self.sequences.list)
    }
}

/// A text with a sign in the place of each day and number; these are put behind others.
fn without_numbers(text: &str, origin: Day, numbers: &mut Vec<i32>) -> String {
    let mut phrase = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let begins = first.is_ascii_digit() && !phrase.ends_with(char::is_alphanumeric);
        let day = if begins { day_at(rest) } else { None };
        let found = day.map(|(day, sign, length)| (day.days_since(origin), sign, length));
        let found = found.or_else(|| if begins && phrase.ends_with(LINE) { number_at(rest) } else { None });
        let (sign, length) = match found {
            Some((number, sign, length)) => {
                numbers.push(number);
                (sign, length)
            }
            None if (IN_FULL..=NUMBER).contains(&first) => ('\u{fffd}', first.len_utf8()),
            None => (first, first.len_utf8()),
        };
        phrase.push(sign);
        rest = &rest[length..];
    }
    phrase
}

/// The number that a text begins with, its sign, and how long it is.
fn number_at(text: &str) -> Option<(i32, char, usize)> {
    let digits = text.find(|character: char| !character.is_ascii_digit()).unwrap_or(text.len());
    let number: i32 = text[..digits].parse().ok()?;
    (number.to_string().len() == digits).then_some((number, NUMBER, digits))
}

/// The day that a text begins with, its sign, and how long it is.
fn day_at(text: &str) -> Option<(Day, char, usize)> {
    let slashed = text.get(..10).and_then(|cell| Some((Day::read(cell.as_bytes())?, cell)));
    if let Some((day, cell)) = slashed.filter(|(day, cell)| day.slashed() == *cell) {
        return Some((day, SLASHED, cell.len()));
    }
    let mut words = text.splitn(3, ' ');
    let (number, name, year) = (words.next()?, words.next()?, words.next()?.get(..4)?);
    let month = MONTHS.iter().position(|month| month.get(..3) == name.get(..3))?;
    let day = Day::from_ymd(year.parse().ok()?, month as u32 + 1, number.parse().ok()?)?;
    let length = number.len() + name.len() + year.len() + 2;
    let said = &text[..length];
    if said == day.in_words() {
        return Some((day, IN_FULL, length));
    }
    (said == day.in_short()).then_some((day, IN_SHORT, length))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folded(line: &str) -> (String, Vec<i32>) {
        let mut days = Vec::new();
        let phrase = without_numbers(line, Day::thirty_first_of_march(2011), &mut days);
        (phrase, days)
    }

    #[test]
    fn days_and_numbers_of_lines_are_taken_out_as_they_are_written() {
        for (line, phrase, days) in [
            ("since 1 April 2011", "since \u{e000}", vec![1]),
            ("1 May 2010 to 31 May 2010", "\u{e000} to \u{e000}", vec![-334, -304]),
            ("30 Mar 2011, still open", "\u{e001}, still open", vec![-1]),
            ("a.csv, line 14; line 2, in 2011", "a.csv, line \u{e003}; line \u{e003}, in 2011", vec![14, 2]),
            ("two: 31/03/2011, 30/03/2011", "two: \u{e002}, \u{e002}", vec![0, -1]),
        ] {
            assert_eq!(folded(line), (phrase.to_owned(), days), "{line}");
        }
    }

    #[test]
    fn what_is_no_day_as_we_write_it_stays() {
        for line in [
            "31 June 2010",
            "01 April 2011",
            "1 Apr 11",
            "1 Aprils 2011",
            "A1 April 2011",
            "1/4/2011",
            "3 of 4",
            "in the return for 2011",
        ] {
            assert_eq!(folded(line), (line.to_owned(), Vec::new()));
        }
        assert_eq!(folded("\u{e001}").0, "\u{fffd}", "a sign of ours comes from us alone");
    }

    #[test]
    fn phrases_and_sequences_are_kept_once() {
        let mut phrases = Phrases::from(Day::thirty_first_of_march(2011));
        let first = phrases.fold(["Born", "on 1 April 2011"]);
        assert_eq!(phrases.fold(["Born", "on 30 March 2011"]), [0, -1]);
        assert_eq!((first, phrases.fold(["Born"])), (vec![0, 1], vec![1]));
        let (phrases, sequences) = phrases.into_lists();
        assert_eq!(
            (phrases, sequences),
            (vec!["Born".to_owned(), "on \u{e000}".to_owned()], vec![vec![0, 1], vec![0]])
        );
    }
}

//! Words kept once for many children: a phrase without its days and numbers, which stand beside it as numbers. What is the same
//! wherever a phrase is said stays in it.

use crate::day::{Day, MONTHS};
use foldhash::{HashMap, HashMapExt};

/// What stands in a phrase for a day: `14 July 2010`, `14 Jul 2010` or `14/07/2010`.
const IN_FULL: char = '\u{e000}';
const IN_SHORT: char = '\u{e001}';
const SLASHED: char = '\u{e002}';
/// What stands for a number.
const NUMBER: char = '\u{e003}';
/// What stands for a month: `July 2010`.
const MONTH: char = '\u{e004}';
/// What stands for the days from which and to which something lasts, `14 Jul 2010`.
const FROM: char = '\u{e005}';
const TO: char = '\u{e006}';

/// Phrases, each once, and sequences of them, each once.
pub(super) struct Phrases {
    /// The day from which days are counted.
    origin: Day,
    places: HashMap<String, usize>,
    phrases: Vec<Phrase>,
    sequence_places: HashMap<Vec<usize>, usize>,
    sequences: Vec<Vec<usize>>,
    /// The line that is being folded, without its numbers.
    line: String,
}

/// A phrase.
struct Phrase {
    text: String,
    /// What has stood in the place of each number: the same ever since, or none where it was not.
    numbers: Vec<Option<i32>>,
}

/// Lines folded: the place of their sequence, then their days and numbers in order.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Folded(Vec<i32>);

/// The days from which and to which something lasts, that is said of it.
pub(super) type Ends = (Day, Option<Day>);

impl Phrases {
    /// None yet; days are counted from one.
    pub fn from(origin: Day) -> Phrases {
        Phrases {
            origin,
            places: HashMap::new(),
            phrases: Vec::new(),
            sequence_places: HashMap::new(),
            sequences: Vec::new(),
            line: String::new(),
        }
    }

    /// A day as a number.
    pub fn count(&self, day: Day) -> i32 {
        day.days_since(self.origin)
    }

    /// Lines, folded.
    pub fn fold<'line>(&mut self, lines: impl IntoIterator<Item = &'line str>) -> Folded {
        self.fold_between(lines, None)
    }

    /// Lines about something that lasts, folded.
    pub fn fold_between<'line>(&mut self, lines: impl IntoIterator<Item = &'line str>, ends: Option<Ends>) -> Folded {
        let mut folded = vec![0];
        let mut sequence = Vec::new();
        for line in lines {
            let before = folded.len();
            self.line.clear();
            Line { text: line, origin: self.origin, ends }.fold(&mut self.line, &mut folded);
            sequence.push(self.place(&folded[before..]));
        }
        let place = match self.sequence_places.get(&sequence) {
            Some(place) => *place,
            None => {
                self.sequences.push(sequence.clone());
                self.sequence_places.insert(sequence, self.sequences.len() - 1);
                self.sequences.len() - 1
            }
        };
        folded[0] = place as i32;
        Folded(folded)
    }

    /// The place of the phrase that the line has become, which these numbers belong to.
    fn place(&mut self, numbers: &[i32]) -> usize {
        if let Some(place) = self.places.get(&self.line) {
            for (one, number) in self.phrases[*place].numbers.iter_mut().zip(numbers) {
                *one = one.filter(|one| one == number);
            }
            return *place;
        }
        let numbers = numbers.iter().copied().map(Some).collect();
        self.phrases.push(Phrase { text: self.line.clone(), numbers });
        self.places.insert(self.line.clone(), self.phrases.len() - 1);
        self.phrases.len() - 1
    }

    /// What is known when all has been said.
    pub fn settled(self) -> Settled {
        let varies = |phrase: &usize| self.phrases[*phrase].numbers.iter().map(|number| number.is_none());
        let kept = self.sequences.iter().map(|sequence| sequence.iter().flat_map(varies).collect()).collect();
        let phrases = self.phrases.iter().map(|phrase| phrase.settled(self.origin)).collect();
        Settled { phrases, sequences: self.sequences, kept }
    }
}

/// Phrases and sequences when all has been said.
pub(super) struct Settled {
    /// The phrases, in order.
    pub phrases: Vec<String>,
    /// The sequences of them, by place, in order.
    pub sequences: Vec<Vec<usize>>,
    /// Which numbers of each sequence are not the same wherever it is said.
    kept: Vec<Vec<bool>>,
}

impl Settled {
    /// The place of the sequence, and the numbers that are not in its phrases.
    pub fn of(&self, Folded(folded): &Folded) -> Vec<i32> {
        let Some((place, numbers)) = folded.split_first() else { return Vec::new() };
        let kept = self.kept.get(*place as usize).into_iter().flatten();
        let numbers = numbers.iter().zip(kept).filter_map(|(number, is_kept)| is_kept.then_some(*number));
        [*place].into_iter().chain(numbers).collect()
    }
}

impl Phrase {
    /// With the numbers that were always the same.
    fn settled(&self, origin: Day) -> String {
        let mut numbers = self.numbers.iter();
        let mut settled = String::with_capacity(self.text.len());
        for character in self.text.chars() {
            let number = if (IN_FULL..=MONTH).contains(&character) { numbers.next().copied().flatten() } else { None };
            match number {
                Some(number) => settled.push_str(&written(character, number, origin)),
                None => settled.push(character),
            }
        }
        settled
    }
}

/// What a sign stands for, as it was written.
fn written(sign: char, number: i32, origin: Day) -> String {
    let day = || origin.plus_days(number);
    match sign {
        IN_FULL => day().in_words(),
        IN_SHORT => day().in_short(),
        SLASHED => day().slashed(),
        MONTH => {
            let (year, month) = (origin.year() + number.div_euclid(12), number.rem_euclid(12));
            format!("{} {year}", MONTHS[month as usize])
        }
        _ => number.to_string(),
    }
}

/// A line to be folded.
struct Line<'line> {
    text: &'line str,
    origin: Day,
    ends: Option<Ends>,
}

impl Line<'_> {
    /// Puts down the line with a sign in the place of each day and number, and these behind others.
    fn fold(&self, phrase: &mut String, numbers: &mut Vec<i32>) {
        let bytes = self.text.as_bytes();
        // What is before `copied` is in the phrase.
        let (mut at, mut copied) = (0, 0);
        while let Some(byte) = bytes.get(at) {
            let found = match byte {
                b'0'..=b'9' | b'A'..=b'Z' if self.begins_at(at) => self.found_at(at),
                0xee => self.sign_at(at),
                _ => None,
            };
            let Some(Found { sign, number, length }) = found else {
                at += 1;
                continue;
            };
            phrase.push_str(&self.text[copied..at]);
            phrase.push(sign);
            numbers.extend(number);
            at += length;
            copied = at;
        }
        phrase.push_str(&self.text[copied..]);
    }

    /// Whether no word or number goes on here.
    fn begins_at(&self, at: usize) -> bool {
        match at.checked_sub(1).map(|before| self.text.as_bytes()[before]) {
            None => true,
            Some(before) if before.is_ascii() => !before.is_ascii_alphanumeric(),
            Some(_) => !self.text[..at].ends_with(char::is_alphanumeric),
        }
    }

    fn found_at(&self, at: usize) -> Option<Found> {
        let rest = &self.text[at..];
        if !rest.as_bytes()[0].is_ascii_digit() {
            return self.month_at(rest);
        }
        let day = day_at(rest).map(|(day, sign, length)| {
            // May has no short form of its own.
            let is_short = sign == IN_SHORT || sign == IN_FULL && day.ymd().1 == 5;
            let (from, to) = self.ends.filter(|_| is_short).map_or((None, None), |(from, to)| (Some(from), to));
            match day {
                day if Some(day) == from => Found { sign: FROM, number: None, length },
                day if Some(day) == to => Found { sign: TO, number: None, length },
                day => Found { sign, number: Some(day.days_since(self.origin)), length },
            }
        });
        day.or_else(|| number_at(rest).map(|(number, length)| Found { sign: NUMBER, number: Some(number), length }))
    }

    fn month_at(&self, rest: &str) -> Option<Found> {
        let month = MONTHS.iter().position(|month| rest.starts_with(month))?;
        let (year, digits) = number_at(rest[MONTHS[month].len()..].strip_prefix(' ')?)?;
        let number = (year - self.origin.year()).checked_mul(12)?.checked_add(month as i32)?;
        let length = MONTHS[month].len() + 1 + digits;
        (digits == 4).then_some(Found { sign: MONTH, number: Some(number), length })
    }

    /// A sign of ours, which comes from us alone.
    fn sign_at(&self, at: usize) -> Option<Found> {
        let sign = self.text.get(at..)?.chars().next()?;
        (IN_FULL..=TO).contains(&sign).then_some(Found { sign: '\u{fffd}', number: None, length: sign.len_utf8() })
    }
}

/// What is found in a line: the sign in its place, its number, and how long it is.
struct Found {
    sign: char,
    number: Option<i32>,
    length: usize,
}

/// The number that a text begins with, and how long it is: written as we write numbers.
fn number_at(text: &str) -> Option<(i32, usize)> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let is_ours = digits == 1 || !text.starts_with('0');
    text[..digits].parse().ok().filter(|_| is_ours).map(|number| (number, digits))
}

/// The day that a text begins with, its sign, and how long it is.
fn day_at(text: &str) -> Option<(Day, char, usize)> {
    if text.as_bytes().get(2) == Some(&b'/') {
        let cell = text.get(..10)?;
        return Day::read(cell.as_bytes()).filter(|day| day.slashed() == cell).map(|day| (day, SLASHED, cell.len()));
    }
    let (number, digits) = number_at(text)?;
    let rest = text[digits..].strip_prefix(' ')?;
    let month = MONTHS.iter().position(|month| rest.starts_with(&month[..3]))?;
    let is_after = |name: &str| rest.strip_prefix(name).and_then(|rest| rest.strip_prefix(' '));
    let (name, sign) = [(MONTHS[month], IN_FULL), (&MONTHS[month][..3], IN_SHORT)]
        .into_iter()
        .find(|(name, _)| is_after(name).is_some())?;
    let (year, of_year) = number_at(is_after(name)?.get(..4)?)?;
    let day = Day::from_ymd(year, month as u32 + 1, u32::try_from(number).ok()?)?;
    (of_year == 4).then_some((day, sign, digits + name.len() + 6))
}

#[cfg(test)]
mod tests {
    use super::*;

    const AS_AT: fn() -> Day = || Day::thirty_first_of_march(2011);

    fn folded(text: &str, ends: Option<Ends>) -> (String, Vec<i32>) {
        let (mut phrase, mut numbers) = (String::new(), Vec::new());
        Line { text, origin: AS_AT(), ends }.fold(&mut phrase, &mut numbers);
        (phrase, numbers)
    }

    /// Whatever is folded is said again as it was.
    fn said(settled: &Settled, folded: &Folded, ends: Option<Ends>) -> Vec<String> {
        let numbers = settled.of(folded);
        let mut numbers = numbers.into_iter();
        let sequence = &settled.sequences[numbers.next().unwrap() as usize];
        let mut character = |character: char| match character {
            FROM => ends.unwrap().0.in_short(),
            TO => ends.unwrap().1.unwrap().in_short(),
            sign if (IN_FULL..=MONTH).contains(&sign) => written(sign, numbers.next().unwrap(), AS_AT()),
            other => other.to_string(),
        };
        sequence.iter().map(|phrase| settled.phrases[*phrase].chars().map(&mut character).collect()).collect()
    }

    #[test]
    fn days_months_and_numbers_are_taken_out_as_they_are_written() {
        for (line, phrase, numbers) in [
            ("since 1 April 2011", "since \u{e000}", vec![1]),
            ("1 May 2010 to 31 May 2010", "\u{e000} to \u{e000}", vec![-334, -304]),
            ("30 Mar 2011, still open", "\u{e001}, still open", vec![-1]),
            ("a.csv, line 14; 3 of 20", "a.csv, line \u{e003}; \u{e003} of \u{e003}", vec![14, 3, 20]),
            ("two: 31/03/2011, 30/03/2011", "two: \u{e002}, \u{e002}", vec![0, -1]),
            ("Born June 1991, aged 19", "Born \u{e004}, aged \u{e003}", vec![-235, 19]),
        ] {
            assert_eq!(folded(line, None), (phrase.to_owned(), numbers), "{line}");
        }
    }

    #[test]
    fn what_is_not_as_we_write_it_stays() {
        for line in ["E11", "007", "A1 April", "Áine2", "99999999999", "Mayor", "SDQ_REASON"] {
            assert_eq!(folded(line, None), (line.to_owned(), Vec::new()));
        }
        // 31 June is no day, and 01 no number of ours.
        assert_eq!(folded("31 June 2010", None), ("\u{e003} \u{e004}".to_owned(), vec![31, -7]));
        assert_eq!(folded("01 April 2011", None), ("01 \u{e004}".to_owned(), vec![3]));
        assert_eq!(folded("\u{e001}\u{e006}", None).0, "\u{fffd}\u{fffd}", "a sign of ours comes from us alone");
    }

    #[test]
    fn the_ends_of_a_stay_are_known_from_it() {
        let ends = (AS_AT(), Some(AS_AT().plus_days(2)));
        let line = "2: Q2, 31 Mar 2011 to 2 Apr 2011; away 1 Apr 2011";
        let phrase = "\u{e003}: Q2, \u{e005} to \u{e006}; away \u{e001}";
        assert_eq!(folded(line, Some(ends)), (phrase.to_owned(), vec![2, 1]));
    }

    #[test]
    fn what_is_always_the_same_stays_in_the_phrase_and_the_rest_is_said_again() {
        let mut phrases = Phrases::from(AS_AT());
        let lines = [
            vec!["Born June 1991, aged 19 on 31 March 2011", "line 12"],
            vec!["Born July 1992, aged 18 on 31 March 2011", "line 12"],
            vec!["line 12"],
        ];
        let folded = lines.each_ref().map(|lines| phrases.fold(lines.iter().copied()));
        let settled = phrases.settled();
        assert_eq!(settled.phrases, ["Born \u{e004}, aged \u{e003} on 31 March 2011", "line 12"]);
        assert_eq!(settled.sequences, [vec![0, 1], vec![1]]);
        assert_eq!(folded.each_ref().map(|folded| settled.of(folded)), [vec![0, -235, 19], vec![0, -222, 18], vec![1]]);
        for (lines, folded) in lines.iter().zip(&folded) {
            assert_eq!(said(&settled, folded, None), *lines);
        }
    }
}

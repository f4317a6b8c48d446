//! What the returns tell of who the children are: their ids and dates of birth, and where these stand in any other text.

use super::days::days_in;
use crate::day::Day;
use crate::day::order::{DateOrder, Slashed};
use crate::identity::{holds_postcode, holds_upn};
use crate::text::{tidy, trim};
use std::collections::{BTreeSet, HashMap, HashSet};

/// Characters of the shortest id that is found among the characters of a text; a shorter one must be a word of it.
const SHORTEST: usize = 5;
/// Characters of the shortest id that is told from a number at all.
const SHORTEST_WORD: usize = 3;

/// The ids and dates of birth of all returns that are copied.
#[derive(Debug, Default)]
pub struct Known {
    /// Ids without anything but letters and digits, in capitals, and the same without zeros at the front.
    ids: HashSet<String>,
    /// How many characters those have that are found inside a text.
    lengths: BTreeSet<usize>,
    /// Dates of birth that are not the first of a month, in every way in which a cell may be read.
    births: HashSet<Day>,
    /// The same of each child, by the id as the definitions read it.
    of_child: HashMap<String, Vec<Day>>,
}

impl Known {
    /// Takes an id, as the definitions read it.
    pub(super) fn take_id(&mut self, id: &str) {
        for form in forms(id) {
            if form.chars().count() >= SHORTEST {
                self.lengths.insert(form.chars().count());
            }
            self.ids.insert(form);
        }
    }

    /// Takes a child's date of birth, of a column whose dates are in that order. Of one that cannot be read, every day that it
    /// may mean is taken.
    pub(super) fn take_birth(&mut self, id: &str, cell: &[u8], order: DateOrder) {
        let read = Day::read_noting(trim(cell), order, &mut Slashed::default());
        let days = read.map_or_else(|| days_in(&plain(&String::from_utf8_lossy(cell))), |day| vec![day]);
        for day in days.into_iter().filter(|day| *day != day.first_of_month()) {
            self.births.insert(day);
            if id.is_empty() {
                continue;
            }
            let of_child = self.of_child.entry(id.to_owned()).or_default();
            if !of_child.contains(&day) {
                of_child.push(day);
            }
        }
    }

    /// Adds what other returns tell.
    pub(super) fn join(&mut self, other: Known) {
        self.ids.extend(other.ids);
        self.lengths.extend(other.lengths);
        self.births.extend(other.births);
        for (id, births) in other.of_child {
            self.of_child.entry(id).or_default().extend(births);
        }
    }

    /// Whether a day is the birth of this child, or, where it is not known which child it is, of any.
    pub(super) fn is_birth_of(&self, day: Day, id: Option<&str>) -> bool {
        match id {
            Some(id) => self.of_child.get(id).is_some_and(|births| births.contains(&day)),
            None => self.births.contains(&day),
        }
    }

    /// Whether any day that a text may mean is such a birth.
    pub(super) fn may_be_birth_of(&self, text: &str, id: Option<&str>) -> bool {
        days_in(&plain(text)).into_iter().any(|day| self.is_birth_of(day, id))
    }

    /// Whether a text is the id of a child and nothing else.
    pub(super) fn is_id(&self, text: &str) -> bool {
        let is_known = |form: &String| form.chars().count() >= SHORTEST_WORD && self.ids.contains(form);
        forms(&plain(text)).iter().any(is_known)
    }

    /// Whether a text of digits alone may mean a date of birth.
    pub(super) fn is_birth(&self, text: &str) -> bool {
        text.bytes().all(|byte| byte.is_ascii_digit()) && self.holds_birth(text)
    }

    /// Whether any day that a text may mean is a date of birth.
    fn holds_birth(&self, text: &str) -> bool {
        days_in(&plain(text)).iter().any(|day| self.births.contains(day))
    }

    /// Whether a text holds the id or date of birth of any child, a full postcode or a UPN.
    pub(super) fn is_in(&self, text: &str) -> bool {
        let text = plain(text);
        let between = |character: char| !character.is_alphanumeric() && !"-_./".contains(character);
        self.holds_id(&text)
            || text.split(between).any(|word| self.is_id(word))
            || text.split(|character: char| !character.is_alphanumeric()).any(|word| self.is_id(word))
            || self.holds_birth(&text)
            || holds_postcode(&spaced(&text))
            || holds_upn(&spaced(&text))
    }

    /// Whether the letters and digits of a text, whatever is between them, have an id among them.
    pub(super) fn holds_id(&self, text: &str) -> bool {
        let characters: Vec<char> = closed(&plain(text)).chars().collect();
        self.lengths.iter().any(|length| {
            characters.windows(*length).any(|window| self.ids.contains(&window.iter().collect::<String>()))
        })
    }
}

/// An id as the definitions read it.
pub(super) fn as_read(cell: &[u8]) -> String {
    String::from_utf8_lossy(tidy(cell)).to_uppercase()
}

/// An id in capitals and without anything else, and the same without the zeros at its front.
fn forms(id: &str) -> [String; 2] {
    let closed = closed(id);
    let without_zeros = closed.trim_start_matches('0').to_owned();
    [closed, without_zeros]
}

/// The letters and digits of a text, in capitals.
fn closed(text: &str) -> String {
    text.chars().filter(|character| character.is_alphanumeric()).flat_map(char::to_uppercase).collect()
}

/// The words of a text with nothing but spaces between them.
fn spaced(text: &str) -> String {
    text.chars().map(|character| if character.is_alphanumeric() { character } else { ' ' }).collect()
}

/// A text without characters that no one sees, and with letters and digits of full width as others are.
fn plain(text: &str) -> String {
    let narrow = |character: char| match character {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(character) - 0xfee0).unwrap_or(character),
        '\u{a0}' | '\u{3000}' => ' ',
        _ => character,
    };
    text.chars().filter(|character| !is_unseen(*character)).map(narrow).collect()
}

fn is_unseen(character: char) -> bool {
    let joins =
        matches!(character, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}');
    joins || character == '\u{feff}' || character.is_control() && !character.is_whitespace()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn known() -> Known {
        let mut known = Known::default();
        for (id, birth) in [(" sc000123 ", "03/05/2000"), ("=\"0045194\"", "04/05/99"), ("123", "01/06/1999")] {
            let id = as_read(id.as_bytes());
            known.take_id(&id);
            known.take_birth(&id, birth.as_bytes(), DateOrder::DayFirst);
        }
        known
    }

    #[test]
    fn an_id_is_found_in_whatever_form() {
        for text in [
            "SC000123",
            "for sc000123.",
            "SC 000 123",
            "sc-000-123",
            "SC000\u{200b}123",
            "\u{ff33}C000123",
            "xSC000123x",
            "45,194",
            "0045194",
            "45194",
            "45194.0",
            "=\"0045194\"",
            "'0045194",
            "child 123",
            "0123",
            "(123)",
            "child_123.csv",
        ] {
            assert!(known().is_in(text), "{text}");
        }
        for text in ["SC000124", "45195", "1234", "U1", "12", "C123X", ""] {
            assert!(!known().is_in(text), "{text}");
        }
    }

    #[test]
    fn a_date_of_birth_a_postcode_and_a_upn_are_found() {
        for text in [
            "3 May 2000",
            "03052000",
            "5/4/1999",
            "born 04.05.99",
            "2 High St, AB1 2CD",
            "ab12\u{200b}cd",
            "A123456789012",
        ] {
            assert!(known().is_in(text), "{text}");
        }
        for text in ["01/06/1999", "4 May 2000", "AB1 2", "May 2000", "36648"] {
            assert!(!known().is_in(text), "{text}");
        }
    }

    #[test]
    fn births_are_those_of_a_child_and_of_any_where_it_is_not_known_whose() {
        let (day, known) = (Day::from_ymd(2000, 5, 3).unwrap(), known());
        assert!(known.is_birth_of(day, Some("SC000123")) && known.is_birth_of(day, None));
        assert!(!known.is_birth_of(day, Some("0045194")));
    }
}

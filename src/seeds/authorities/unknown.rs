//! What to do about a code or name that the list of authorities does not have.

use super::{Authorities, plain_name};
use crate::likeness::letters_apart;
use crate::seeds::file::read_csv;
use serde::Deserialize;

const TEXT: &[u8] = include_bytes!("../../../seeds/authority_codes.csv");

/// A nine-character code that came after the list's.
#[derive(Debug, Deserialize)]
struct LaterCode {
    later_code: String,
    new_la_code: String,
}

impl Authorities {
    /// What to do about a code or name that is not on the list, where more can be said than to give another: `did you mean
    /// Barnet (302)?`.
    pub(crate) fn advice(&self, text: &str) -> Option<String> {
        let text = text.trim();
        self.earlier_code(text).or_else(|| self.of_another_day(text)).or_else(|| self.near(text))
    }

    /// What to do about the name of a folder, file or sheet in which a few words are nearly an authority's, as those of
    /// `Barnett_ad1_2009`: which words they are, and what to write in their place.
    pub(crate) fn advice_on_name(&self, name: &str, of: &str) -> Option<String> {
        const MOST: usize = 6;
        if let Some(advice) = self.of_another_day(name.trim()) {
            return Some(advice);
        }
        let words: Vec<&str> =
            name.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
        let runs = (1..=words.len().min(MOST)).rev().flat_map(|length| words.windows(length));
        let advice = |run: &[&str]| {
            // A number is the year or the version of the file, and no word of a name.
            let are_words = run.iter().all(|word| word.chars().any(char::is_alphabetic));
            let run = run.join(" ");
            let is_name = are_words && self.find(&run).is_none();
            let advice = is_name.then(|| self.earlier_code(&run).or_else(|| self.near(&run)))??;
            let stop = if advice.ends_with('?') { "" } else { "." };
            Some(format!("{advice}{stop} Write that in place of `{run}` in the name of the {of}"))
        };
        runs.filter_map(advice).next()
    }

    /// The code that the list has, of a later one.
    fn earlier_code(&self, text: &str) -> Option<String> {
        let codes = read_csv::<LaterCode>("authority_codes.csv", &["later_code", "new_la_code"], TEXT).ok()?;
        let (_, code) = codes.into_iter().find(|(_, code)| code.later_code.eq_ignore_ascii_case(text))?;
        let authority = self.get(self.find(&code.new_la_code)?);
        Some(format!("the code of 2009 is {} ({}, {})", code.new_la_code, authority.name, authority.code))
    }

    /// Three digits, or a folder that begins with them, that are on no list of this day.
    fn of_another_day(&self, text: &str) -> Option<String> {
        let (code, rest) = text.split_at_checked(3)?;
        let is_code = code.bytes().all(|byte| byte.is_ascii_digit());
        let is_alone = !rest.starts_with(|character: char| character.is_alphanumeric());
        (is_code && is_alone && self.find(code).is_none())
            .then(|| format!("{code} is not on the list of that day: give one that has it with --authorities FILE"))
    }

    fn near(&self, text: &str) -> Option<String> {
        let name = nearest(text, self.iter().map(|(_, authority)| authority.name.as_str()))?;
        let authority = self.get(self.find(name)?);
        Some(format!("did you mean {} ({})?", authority.name, authority.code))
    }
}

/// The name that was most likely meant: at most one letter in five is wrong, missing, too many or has changed places with
/// the next.
pub(crate) fn nearest<'names>(text: &str, names: impl Iterator<Item = &'names str>) -> Option<&'names str> {
    let text: Vec<char> = plain_name(text).chars().collect();
    let most = text.len() / 5;
    let near = names.filter_map(|name| {
        let letters: Vec<char> = plain_name(name).chars().collect();
        let apart = if letters.len().abs_diff(text.len()) > most { most + 1 } else { letters_apart(&text, &letters) };
        (apart <= most).then_some((apart, name))
    });
    near.min().map(|(_, name)| name)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn advice(text: &str) -> Option<String> {
        crate::seeds::Seeds::built_in().unwrap().authorities.advice(text)
    }

    #[test]
    fn a_name_that_is_nearly_right_is_named() {
        for (text, meant) in [
            ("Barnett", "Barnet (302)"),
            ("Brnet", "Barnet (302)"),
            ("Banret", "Barnet (302)"),
            ("hammersmith & fulhamm", "Hammersmith and Fulham (205)"),
            ("Northumbreland", "Northumberland (929)"),
        ] {
            assert_eq!(advice(text), Some(format!("did you mean {meant}?")), "{text}");
        }
        // Two of six letters, and a name too short to be guessed at.
        assert_eq!((advice("Barnxx"), advice("Bent"), advice("returns"), advice("")), (None, None, None, None));
    }

    #[test]
    fn the_words_of_a_name_that_are_nearly_an_authoritys_are_told() {
        let authorities = crate::seeds::Seeds::built_in().unwrap().authorities;
        let advice = |name: &str| authorities.advice_on_name(name, "file");
        for (name, meant, written) in [
            ("Barnett_ad1_2009", "Barnet (302)", "Barnett"),
            ("episodes 2011 hammersmith and fulhamm", "Hammersmith and Fulham (205)", "hammersmith and fulhamm"),
        ] {
            let words = format!("did you mean {meant}? Write that in place of `{written}` in the name of the file");
            assert_eq!(advice(name), Some(words), "{name}");
        }
        let later = "the code of 2009 is E08000020 (Gateshead, 390). Write that in place of `E08000037` in the name of the file";
        assert_eq!(advice("E08000037 ad1").as_deref(), Some(later));
        for none in ["episodes_2011", "Barnet and Brent 2011", "header", "ad1", "returns", ""] {
            assert_eq!(advice(none), None, "{none}");
        }
    }

    #[test]
    fn a_code_of_another_day_is_told_from_a_name() {
        let not_listed = "940 is not on the list of that day: give one that has it with --authorities FILE";
        for text in ["940", "940-north-northamptonshire", "940 North Northamptonshire"] {
            assert_eq!(advice(text).as_deref(), Some(not_listed));
        }
        assert_eq!((advice("302"), advice("9401"), advice("2011")), (None, None, None));
    }

    #[test]
    fn a_later_code_leads_to_that_of_2009() {
        assert_eq!(advice("E08000037").as_deref(), Some("the code of 2009 is E08000020 (Gateshead, 390)"));
        assert_eq!(advice("e06000057").as_deref(), Some("the code of 2009 is E06000048 (Northumberland, 929)"));
        assert_eq!(advice("E08000099"), None);
    }

    #[test]
    fn every_later_code_is_of_an_authority_of_the_list_and_not_on_it() {
        let list = crate::seeds::Seeds::built_in().unwrap().authorities;
        let codes = read_csv::<LaterCode>("", &[], TEXT).unwrap();
        assert!(!codes.is_empty());
        for (_, code) in codes {
            assert!(list.find(&code.new_la_code).is_some() && list.find(&code.later_code).is_none(), "{code:?}");
        }
    }
}

//! The authority that the name of a file tells.

use crate::seeds::authorities::{Authorities, AuthorityIndex, plain_name};
use std::collections::BTreeSet;

/// Digits from which on a number is a year of its own, though letters touch it: `Barnet2011`.
const DIGITS_OF_YEAR: usize = 4;

/// The one authority that fits, if any: its three-digit or nine-character code as a whole word, or its name as whole words.
/// Of names within a longer one (`Somerset` in `North Somerset`) the longest counts.
pub(crate) fn authority_in(name: &str, authorities: &Authorities) -> Option<AuthorityIndex> {
    let words = words(name);
    let mut found: Vec<(usize, usize, AuthorityIndex)> = Vec::new();
    for from in 0..words.len() {
        for to in from + 1..=words.len() {
            found.extend(named(&words[from..to], authorities).map(|authority| (from, to, authority)));
        }
    }
    let is_within = |&(from, to, _): &(usize, usize, AuthorityIndex)| {
        found.iter().any(|&(start, end, _)| start <= from && to <= end && end - start > to - from)
    };
    let longest: BTreeSet<AuthorityIndex> =
        found.iter().filter(|one| !is_within(one)).map(|&(_, _, authority)| authority).collect();
    let mut longest = longest.into_iter();
    let only = longest.next().filter(|_| longest.next().is_none());
    only.filter(|&authority| !may_be_longer(authority, &words, authorities))
}

/// The words of a name, a year that touches letters being a word of its own.
fn words(name: &str) -> Vec<&str> {
    let mut words = Vec::new();
    for word in name.split(|character: char| !character.is_alphanumeric() && character != '&') {
        let year = word.find(|character: char| character.is_ascii_digit()).filter(|&digits| {
            let (letters, number) = word.split_at(digits);
            let is_code = letters.len() == 1;
            !is_code && number.len() >= DIGITS_OF_YEAR && number.bytes().all(|byte| byte.is_ascii_digit())
        });
        let (letters, number) = word.split_at(year.unwrap_or(word.len()));
        words.extend([letters, number].into_iter().filter(|word| !word.is_empty()));
    }
    words
}

/// The authority that some words name between them: a code is one word.
fn named(words: &[&str], authorities: &Authorities) -> Option<AuthorityIndex> {
    let text = words.concat();
    let authority = authorities.find(&text)?;
    let is_name = plain_name(&authorities.get(authority).name) == plain_name(&text);
    (is_name || words.len() == 1).then_some(authority)
}

/// Whether the words may mean another authority whose name is longer and cut short: `NE Lincolnshire`, `Bath & Somerset`.
fn may_be_longer(authority: AuthorityIndex, words: &[&str], authorities: &Authorities) -> bool {
    let own: Vec<String> = plain_words(&authorities.get(authority).name);
    let all: Vec<String> = words.iter().map(|word| plain_name(word)).collect();
    let is_code = |word: &String| authorities.find(word) == Some(authority) && !own.contains(word);
    if all.iter().any(is_code) {
        return false;
    }
    authorities.iter().filter(|(index, _)| *index != authority).any(|(_, other)| {
        let longer = plain_words(&other.name);
        let holds = longer.len() > own.len() && longer.windows(own.len()).any(|part| part == own);
        let beside = || all.iter().filter(|word| !own.contains(*word));
        holds && beside().any(|word| longer.contains(word) || is_initials(word))
    })
}

/// Whether a word can be initials of words: `NE`.
fn is_initials(word: &str) -> bool {
    word.chars().count() <= 2 && word.chars().all(char::is_alphabetic)
}

/// The words of a name as names are compared.
fn plain_words(name: &str) -> Vec<String> {
    let words = name.split(|character: char| !character.is_alphanumeric() && character != '&');
    words.map(plain_name).filter(|word| !word.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn authority(name: &str) -> Option<String> {
        let authorities = crate::seeds::Seeds::built_in().unwrap().authorities;
        authority_in(name, &authorities).map(|index| authorities.get(index).code.clone())
    }

    #[test]
    fn an_authority_is_a_code_or_a_whole_name() {
        for (name, code) in [
            ("302_episodes_2011", "302"),
            ("2011 Brent oc3", "304"),
            ("E09000003 header", "302"),
            ("Barnet2011", "302"),
            ("BARNET-episodes", "302"),
            ("302 Barnet 2011", "302"),
            ("Hammersmith & Fulham 2011", "205"),
            ("hammersmith_and_fulham", "205"),
            ("Bath and North East Somerset episodes", "800"),
            ("North East Lincolnshire 2011", "812"),
            ("NorthEastLincolnshire 2011", "812"),
            ("North Somerset ad1", "802"),
            ("Somerset oc3 2011", "933"),
            ("Lincolnshire", "925"),
            ("925 LA Lincolnshire", "925"),
        ] {
            assert_eq!(authority(name).as_deref(), Some(code), "{name}");
        }
    }

    #[test]
    fn what_is_no_whole_name_or_names_two_tells_nothing() {
        for name in [
            "",
            "episodes 2011",
            "Bath",
            "Bath episodes 2011",
            "Bath & Somerset",
            "NE Lincolnshire 2011",
            "N.E. Lincolnshire 2011",
            "Cheshire West 2011",
            "3021",
            "302x",
            "x302",
            "30 2",
            "Barnetts",
            "302 Brent",
            "Barnet and Brent 2011",
            "E090000031",
        ] {
            assert_eq!(authority(name), None, "{name}");
        }
    }
}

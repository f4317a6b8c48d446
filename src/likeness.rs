//! How alike two names are, by their letters and by their words.

use std::collections::BTreeSet;

/// From this likeness on, one name was probably meant by the other.
pub(crate) const LIKELY: u32 = 750;

/// Words that tell nothing.
const LITTLE: [&str; 8] = ["a", "an", "and", "for", "of", "or", "the", "to"];

/// How alike two names are, from 0 to 1000: by the letters that need no change or, if more, by the words that they share
/// (Dice's coefficient).
pub(crate) fn likeness(one: &str, other: &str) -> u32 {
    by_letters(one, other).max(by_words(one, other))
}

fn by_letters(one: &str, other: &str) -> u32 {
    let [one, other] = [one, other].map(|name| -> Vec<char> {
        name.chars().filter(|letter| letter.is_alphanumeric()).flat_map(char::to_lowercase).collect()
    });
    let longest = one.len().max(other.len());
    if longest == 0 { 0 } else { share(longest - letters_apart(&one, &other), longest) }
}

fn by_words(one: &str, other: &str) -> u32 {
    let (one, other) = (words(one), words(other));
    let all = one.len() + other.len();
    if all == 0 { 0 } else { share(2 * one.intersection(&other).count(), all) }
}

fn share(part: usize, whole: usize) -> u32 {
    u32::try_from(part * 1000 / whole).unwrap_or_default()
}

/// The words of a name in lower case; `LegalStatus` is two.
fn words(name: &str) -> BTreeSet<String> {
    let mut parted = String::new();
    let mut after_small = false;
    for letter in name.chars() {
        if after_small && letter.is_uppercase() {
            parted.push(' ');
        }
        after_small = letter.is_lowercase();
        parted.extend(letter.to_lowercase());
    }
    let words = parted.split(|letter: char| !letter.is_alphanumeric());
    words.filter(|word| !word.is_empty() && !LITTLE.contains(word)).map(str::to_owned).collect()
}

/// How many letters must be changed, added, taken away or swapped with the next to make one word of another (Damerau and
/// Levenshtein's distance, no letter being touched twice).
pub(crate) fn letters_apart(one: &[char], other: &[char]) -> usize {
    let mut rows: Vec<Vec<usize>> = vec![(0..=other.len()).collect()];
    for (at, letter) in one.iter().enumerate() {
        let above = &rows[at];
        let mut row = vec![at + 1];
        for (beside, other_letter) in other.iter().enumerate() {
            let changed = above[beside] + usize::from(letter != other_letter);
            let mut least = changed.min(above[beside + 1] + 1).min(row[beside] + 1);
            if at > 0 && beside > 0 && one[at - 1] == *other_letter && *letter == other[beside - 1] {
                least = least.min(rows[at - 1][beside - 1] + 1);
            }
            row.push(least);
        }
        rows.push(row);
    }
    rows[one.len()][other.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_apart_by_hand() {
        let apart = |one: &str, other: &str| {
            let [one, other] = [one, other].map(|word| word.chars().collect::<Vec<_>>());
            letters_apart(&one, &other)
        };
        for (one, other, expected) in
            [("", "", 0), ("a", "", 1), ("ab", "ba", 1), ("kitten", "sitting", 3), ("barnet", "barnett", 1)]
        {
            assert_eq!((apart(one, other), apart(other, one)), (expected, expected), "{one} {other}");
        }
    }

    #[test]
    fn likeness_by_hand() {
        for (one, other, expected) in [
            // One letter of five, of three.
            ("DECM", "DECOM", 800),
            ("DEC", "REC", 666),
            // Two words of three and two; of three and three.
            ("Legal status code", "legal_status", 800),
            ("LegalStatusCode", "Legal status", 800),
            ("Placement end date", "Episode end date", 666),
            ("Type of placement", "Placement type", 1000),
            ("", "DEC", 0),
            ("of", "", 0),
        ] {
            assert_eq!((likeness(one, other), likeness(other, one)), (expected, expected), "{one}, {other}");
        }
    }
}

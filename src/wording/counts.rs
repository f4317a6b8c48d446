//! Counts and lists in a sentence.

use crate::decimal::with_commas;

/// How many authorities are shown, and how many are not.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Among {
    /// Those whose value is shown.
    pub shown: usize,
    /// Those whose value is hidden.
    pub hidden: usize,
    /// Those without a figure.
    pub without: usize,
}

impl Among {
    /// Whom a statement about the authorities shown is true of: `all`, `the 5 with a figure`, `the 4 that are shown`.
    pub(crate) fn in_words(self) -> String {
        match (self.hidden, self.without) {
            (0, 0) => "all".to_owned(),
            (0, _) => format!("the {} with a figure", self.shown),
            _ => format!("the {} that are shown", self.shown),
        }
    }

    /// `1 authority`, `6 authorities`, `the 4 authorities that are shown`.
    pub fn authorities(self) -> String {
        match (self.shown, self.hidden) {
            (shown, 0) => authorities(shown),
            (1, _) => "the 1 authority that is shown".to_owned(),
            (shown, _) => format!("the {shown} authorities that are shown"),
        }
    }
}

/// `1 authority`, `6 authorities`.
pub fn authorities(number: usize) -> String {
    if number == 1 { "1 authority".to_owned() } else { format!("{number} authorities") }
}

/// Said wherever places or targets are counted, ranked or averaged and some of them are hidden: what is shown is not the
/// whole.
pub(crate) const HIDDEN_NOT_COUNTED: &str = "Hidden figures are not counted; they may be better or worse.";

/// How many figures are hidden: `No figure is hidden.`, `1 figure is hidden.`, and what follows from it.
pub(crate) fn hidden_in_words(hidden: usize) -> String {
    match hidden {
        0 => "No figure is hidden.".to_owned(),
        1 => format!("1 figure is hidden. {HIDDEN_NOT_COUNTED}"),
        _ => format!("{hidden} figures are hidden. {HIDDEN_NOT_COUNTED}"),
    }
}

/// A number before a verb: `none`, `4`.
pub(crate) fn none_or(number: usize) -> String {
    if number == 0 { "none".to_owned() } else { number.to_string() }
}

/// The form of a word that agrees with a number: `is`, `are`.
pub(crate) fn agreeing<'word>(number: usize, one: &'word str, several: &'word str) -> &'word str {
    if number == 1 { one } else { several }
}

/// A number as people write it: spelled out up to ten.
pub(crate) fn spelled_out(number: usize) -> String {
    const WORDS: [&str; 11] = ["none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
    WORDS.get(number).map_or_else(|| number.to_string(), |word| (*word).to_owned())
}

/// A count with commas between thousands: `1,210`.
pub(crate) fn count_with_commas(count: u64) -> String {
    with_commas(i64::try_from(count).unwrap_or(i64::MAX))
}

/// `Barnet`, `Barnet and Kent`, `58, 61 and 62`.
pub fn listed<Item: ToString>(items: &[Item]) -> String {
    joined(items, "and")
}

/// `Barnet`, `Barnet or Kent`, `58, 61 or 62`.
pub(crate) fn either<Item: ToString>(items: &[Item]) -> String {
    joined(items, "or")
}

fn joined<Item: ToString>(items: &[Item], conjunction: &str) -> String {
    let items: Vec<String> = items.iter().map(Item::to_string).collect();
    match items.as_slice() {
        [first @ .., last] if !first.is_empty() => format!("{} {conjunction} {last}", first.join(", ")),
        _ => items.concat(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_of_a_list_stands_after_a_conjunction() {
        assert_eq!(listed(&[58, 61, 62]), "58, 61 and 62");
        assert_eq!(either(&["England", "London"]), "England or London");
        assert_eq!(listed(&[58]), "58");
        assert_eq!(listed(&[""; 0]), "");
    }

    #[test]
    fn numbers_are_spelled_out_up_to_ten() {
        assert_eq!([0, 1, 10, 11].map(spelled_out), ["none", "one", "ten", "11"]);
    }
}

//! Words that every part of a comparison uses.

/// The most entries of a list that are shown; the tables have them all.
pub(crate) const SHOWN: usize = 40;

/// `1 child`, `2 children`.
pub(crate) fn counted(number: usize, one: &str, several: &str) -> String {
    format!("{number} {}", verb(number, one, several))
}

pub(crate) fn verb<'word>(number: usize, one: &'word str, several: &'word str) -> &'word str {
    if number == 1 { one } else { several }
}

/// All the indicators in words.
pub(crate) const EVERY: &str = "every indicator";

/// `NI 61, 62 and 63`, or [`EVERY`] where they are all `all` of them.
pub(crate) fn indicators(numbers: &[u16], all: usize) -> String {
    let numbers: Vec<String> = numbers.iter().map(u16::to_string).collect();
    match numbers.as_slice() {
        [] => "no indicator".to_owned(),
        every if every.len() == all => EVERY.to_owned(),
        [only] => format!("NI {only}"),
        [first @ .., last] => format!("NI {} and {last}", first.join(", ")),
    }
}

/// How many entries of a long list are not shown.
pub(crate) fn and_more(all: usize) -> String {
    and_more_than(SHOWN, all, "--out DIR writes them all")
}

/// The same, with how many are shown, and where the others are.
pub(crate) fn and_more_than(shown: usize, all: usize, others: &str) -> String {
    match all.saturating_sub(shown) {
        0 => String::new(),
        more => format!("  and {more} more: {others}\n"),
    }
}

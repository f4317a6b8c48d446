//! The sentences of a list: the most serious one by one, the others together.

use crate::pack::words::phrases::plain;
use crate::wording::counts::listed;

/// The most sentences about single indicators in a list; the others are grouped.
const MOST: usize = 3;

/// What is to be said of one indicator.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Entry {
    /// 0 for the most serious.
    pub gravity: u8,
    /// The indicator's number.
    pub number: u16,
    /// What is said of it alone.
    pub alone: String,
    /// What comes before the numbers of several.
    pub together: String,
}

/// The sentences, the most serious first, then by number.
pub(crate) fn sentences(mut entries: Vec<Entry>) -> Vec<String> {
    entries.sort_by_key(|entry| (entry.gravity, entry.number));
    let rest = entries.split_off(MOST.min(entries.len()));
    let mut groups: Vec<Vec<Entry>> = Vec::new();
    for entry in rest {
        match groups.iter_mut().find(|group| group.iter().any(|held| held.together == entry.together)) {
            Some(group) => group.push(entry),
            None => groups.push(vec![entry]),
        }
    }
    let first = entries.into_iter().map(|entry| plain(&entry.alone));
    first.chain(groups.iter().map(|group| plain(&together(group)))).collect()
}

fn together(group: &[Entry]) -> String {
    match group {
        [only] => only.alone.clone(),
        group => {
            let mut numbers: Vec<u16> = group.iter().map(|entry| entry.number).collect();
            numbers.dedup();
            let before = group.first().map(|entry| entry.together.as_str()).unwrap_or_default();
            format!("{before}: NI {}", listed(&numbers))
        }
    }
}

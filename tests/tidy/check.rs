//! What a check is: its name among the screener's, what it asks of a pair, and what it must notice.
//!
//! The checks are this project's own, from the published standard and what is described of the screener; where the
//! screener looks a place up in lists of its own, they ask the list of authorities that the figures were made with.

use super::pair::Pair;

/// How much a problem weighs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Weight {
    /// The pair cannot be uploaded.
    Fail,
    /// It can, and somebody will ask.
    Warning,
}

pub use Weight::{Fail, Warning};

/// A problem, in words, or none.
pub type Found = Result<(), (Weight, String)>;

/// A change of a good pair that must be noticed, and how much it weighs.
pub type Break = (Weight, fn(&mut Pair));

/// One check.
pub struct Check {
    /// As the screener has it.
    pub name: &'static str,
    /// What it asks.
    pub ask: fn(&Pair) -> Found,
    /// What it must notice.
    pub breaks: &'static [Break],
}

/// The checks of one stage, in order.
pub struct Stage {
    /// As the screener has it.
    pub name: &'static str,
    pub checks: &'static [Check],
}

/// No problem where nothing is found; else the weight and what was found.
pub fn none<Item: AsRef<str>>(weight: Weight, found: impl IntoIterator<Item = Item>) -> Found {
    let found: Vec<String> = found.into_iter().take(5).map(|item| format!("'{}'", item.as_ref())).collect();
    if found.is_empty() { Ok(()) } else { Err((weight, found.join(", "))) }
}

/// Those that stand twice.
pub fn twice<Item: Ord + Clone>(items: impl IntoIterator<Item = Item>) -> Vec<Item> {
    let mut items: Vec<Item> = items.into_iter().collect();
    items.sort();
    items.windows(2).filter(|pair| pair[0] == pair[1]).map(|pair| pair[0].clone()).collect()
}

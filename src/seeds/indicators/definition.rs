//! The numbers of an indicator's definition, with the years they hold for.

use serde::Deserialize;
use std::collections::BTreeMap;

/// The numbers of a definition, over a span of years.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Definition {
    /// The first year it holds for: that in which the return ends, or the exams are taken; open where there is none.
    #[serde(default)]
    from: Option<i32>,
    /// The last year it holds for; open where there is none.
    #[serde(default)]
    to: Option<i32>,
    /// Ages in years, spans in months and the like, by name.
    #[serde(flatten)]
    numbers: BTreeMap<String, i32>,
}

impl Definition {
    /// Whether it holds for the year.
    pub(crate) fn holds(&self, year: i32) -> bool {
        self.from.is_none_or(|from| from <= year) && self.to.is_none_or(|to| year <= to)
    }

    /// The number of a name.
    pub(crate) fn number(&self, name: &str) -> Option<i32> {
        self.numbers.get(name).copied()
    }

    /// The names of its numbers, in order of the alphabet.
    pub(crate) fn names(&self) -> impl Iterator<Item = &str> {
        self.numbers.keys().map(String::as_str)
    }

    /// A year that it shares with another; none where they share no year.
    pub(super) fn shares(&self, other: &Definition) -> Option<i32> {
        let earliest_end = [self.to, other.to].into_iter().flatten().min();
        let year = self.from.max(other.from).or(earliest_end).unwrap_or_default();
        (self.holds(year) && other.holds(year)).then_some(year)
    }

    /// Whether no year is in it.
    pub(super) fn is_of_no_year(&self) -> bool {
        self.from.zip(self.to).is_some_and(|(from, to)| from > to)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn definition(from: Option<i32>, to: Option<i32>) -> Definition {
        Definition { from, to, numbers: BTreeMap::new() }
    }

    #[test]
    fn two_definitions_share_a_year_or_none() {
        for (one, other, shared) in [
            ((None, None), (None, None), true),
            ((None, Some(2010)), (Some(2011), None), false),
            ((None, Some(2010)), (Some(2010), None), true),
            ((Some(2009), Some(2010)), (None, Some(2008)), false),
            ((None, Some(2008)), (None, Some(2010)), true),
            ((Some(2012), None), (Some(2009), None), true),
        ] {
            let (one, other) = (definition(one.0, one.1), definition(other.0, other.1));
            assert_eq!([one.shares(&other), other.shares(&one)].map(|year| year.is_some()), [shared; 2], "{one:?}");
        }
        assert!(definition(Some(2011), Some(2010)).is_of_no_year());
        assert!(!definition(Some(2011), Some(2011)).is_of_no_year());
    }
}

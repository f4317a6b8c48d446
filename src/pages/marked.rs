//! Marks as pages have them: never by colour alone.

use crate::wording::mark::Mark;

/// A mark with its word and how both look.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Marked {
    /// `▲`.
    pub symbol: &'static str,
    /// `better`.
    pub word: &'static str,
    /// The name of the look: `not-met`.
    pub look: String,
}

impl From<Mark> for Marked {
    fn from(mark: Mark) -> Marked {
        let (symbol, word) = mark.parts();
        Marked { symbol, word, look: word.replace(' ', "-") }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mark_is_a_symbol_a_word_and_a_look() {
        let Marked { symbol, word, look } = Mark::NotMet.into();
        assert_eq!((symbol, word, look.as_str()), ("✗", "not met", "not-met"));
    }
}

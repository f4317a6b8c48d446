//! Bold and colour for a terminal; the words stand without them.

use std::io::IsTerminal;

/// Blue and orange, which people who see few colours tell apart as well.
const GOOD: &str = "38;5;33";
const BAD: &str = "38;5;208";

/// How words are printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ink {
    /// As they are.
    Plain,
    /// With bold and colour.
    Coloured,
}

impl Ink {
    /// Colour where standard output is a terminal and NO_COLOR is not set.
    pub fn for_standard_output() -> Ink {
        let unwanted = std::env::var_os("NO_COLOR").is_some_and(|text| !text.is_empty());
        if std::io::stdout().is_terminal() && !unwanted { Ink::Coloured } else { Ink::Plain }
    }

    /// A heading.
    pub fn heading(self, words: &str) -> String {
        self.steered("1", words)
    }

    /// Whether something was passed, in a word of three letters; blank where nothing was asked.
    pub fn passed(self, passed: Option<bool>) -> String {
        match passed {
            Some(true) => self.good("yes"),
            Some(false) => self.bad("no "),
            None => "   ".to_owned(),
        }
    }

    /// What is as it should be.
    pub fn good(self, words: &str) -> String {
        self.steered(GOOD, words)
    }

    /// What is not.
    pub fn bad(self, words: &str) -> String {
        self.steered(BAD, words)
    }

    fn steered(self, how: &str, words: &str) -> String {
        match self {
            Ink::Plain => words.to_owned(),
            Ink::Coloured => format!("\u{1b}[{how}m{words}\u{1b}[0m"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_are_the_same_with_and_without_colour() {
        assert_eq!(Ink::Plain.passed(Some(true)), "yes");
        assert_eq!(Ink::Coloured.passed(Some(false)), "\u{1b}[38;5;208mno \u{1b}[0m");
        assert_eq!(Ink::Coloured.passed(None), "   ");
    }
}

//! Bold and colour for a terminal; nothing depends on them.

use std::io::IsTerminal;

/// Blue and orange, which colour-blind people can tell apart.
const GOOD: &str = "38;5;33";
const BAD: &str = "38;5;208";

const BOLD: &str = "1";

/// How text is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Ink {
    /// As it is.
    Plain,
    /// In bold and colour.
    Coloured,
}

impl Ink {
    /// Colour if standard output is a terminal and `NO_COLOR` is not set.
    pub(crate) fn for_standard_output() -> Ink {
        let unwanted = std::env::var_os("NO_COLOR").is_some_and(|text| !text.is_empty());
        if std::io::stdout().is_terminal() && !unwanted { Ink::Coloured } else { Ink::Plain }
    }

    /// A heading.
    pub(crate) fn heading(self, words: &str) -> String {
        self.styled(BOLD, words)
    }

    /// Whether a test was passed, in three characters; blank if there was none.
    pub(crate) fn passed(self, passed: Option<bool>) -> String {
        match passed {
            Some(true) => self.good("yes"),
            Some(false) => self.bad("no "),
            None => "   ".to_owned(),
        }
    }

    /// Good news.
    pub(crate) fn good(self, words: &str) -> String {
        self.styled(GOOD, words)
    }

    /// Bad news.
    pub(crate) fn bad(self, words: &str) -> String {
        self.styled(BAD, words)
    }

    fn styled(self, style: &str, words: &str) -> String {
        match self {
            Ink::Plain => words.to_owned(),
            Ink::Coloured => format!("\u{1b}[{style}m{words}\u{1b}[0m"),
        }
    }
}

/// How long the mark of a colour is with which a text begins; zero where it begins with none of ours.
pub(crate) fn mark_at_start(text: &str) -> usize {
    let begins =
        |style: &&str| text.strip_prefix("\u{1b}[").and_then(|rest| rest.strip_prefix(*style)?.strip_prefix('m'));
    let mark = [BOLD, GOOD, BAD, "0"].into_iter().find_map(|style| begins(&style));
    mark.map_or(0, |rest| text.len() - rest.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_the_same_with_and_without_colour() {
        assert_eq!(Ink::Plain.passed(Some(true)), "yes");
        assert_eq!(Ink::Coloured.passed(Some(false)), "\u{1b}[38;5;208mno \u{1b}[0m");
        assert_eq!(Ink::Coloured.passed(None), "   ");
    }
}

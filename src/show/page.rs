//! The page that text is shown on: how wide its lines are, and whether there is colour.

use crate::ink::Ink;
use crate::lines::{WIDTH, broken, hanging_to, indented_to};
use crate::wording::mark::Mark;
use std::io::IsTerminal;

/// The width of a line where nothing says otherwise; lines are never longer, even on a wider terminal.
const USUAL: usize = 100;
/// The narrowest line on which everything is shown. On a narrower one, what is least needed is left out.
const WHOLE: usize = 80;
/// A line is never taken to be narrower than this.
const NARROWEST: usize = 40;

/// The page that text is shown on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Page {
    /// How words are printed.
    pub(crate) ink: Ink,
    width: usize,
}

impl Page {
    /// A page with lines of this many characters.
    pub(crate) fn new(ink: Ink, width: usize) -> Page {
        Page { ink, width: width.clamp(NARROWEST, USUAL) }
    }

    /// The terminal behind standard output; without one, as wide as COLUMNS says, or as usual.
    pub(crate) fn standard_output() -> Page {
        let output = std::io::stdout();
        let terminal = if output.is_terminal() { terminal_size::terminal_size_of(&output) } else { None };
        let from_environment = || std::env::var("COLUMNS").ok()?.parse().ok();
        let width = terminal.map(|(width, _)| usize::from(width.0)).or_else(from_environment).unwrap_or(USUAL);
        Page::new(Ink::for_standard_output(), width)
    }

    /// How many characters fit on a line.
    pub(crate) fn width(self) -> usize {
        self.width
    }

    /// Whether everything is shown.
    pub(crate) fn shows_all(self) -> bool {
        self.width >= WHOLE
    }

    /// A text in lines, each indented.
    pub(crate) fn indented(self, text: &str, spaces: usize) -> String {
        apart(&indented_to(self.width.min(WIDTH), &self.fitting(text, spaces), spaces))
    }

    /// The same with a mark or name before the first line, in place of its indentation.
    pub(crate) fn hanging(self, mark: &str, text: &str, spaces: usize) -> String {
        apart(&hanging_to(self.width.min(WIDTH), mark, &self.fitting(text, spaces), spaces))
    }

    /// A text whose words fit an indented line, each symbol joined to its word.
    fn fitting(self, text: &str, spaces: usize) -> String {
        broken(&together(text), self.width.min(WIDTH).saturating_sub(spaces).max(1))
    }

    /// The note under a table that says which columns are left out.
    pub(crate) fn left_out(self, columns: &[&str]) -> String {
        if columns.is_empty() {
            return String::new();
        }
        let columns: Vec<&str> = columns.iter().map(|column| column.trim()).collect();
        self.indented(
            &format!("Left out for lack of room: {}. Lines of {WHOLE} characters show everything.", columns.join(", ")),
            0,
        )
    }
}

/// Joins a symbol to its word, so that no line break comes between them.
const JOINER: &str = "\u{a0}";

/// A text in which each symbol is joined to its word.
fn together(text: &str) -> String {
    Mark::ALL.into_iter().fold(text.to_owned(), |text, mark| {
        let (symbol, word) = mark.parts();
        text.replace(&mark.in_words(), &format!("{symbol}{}", format!(" {word}").replace(' ', JOINER)))
    })
}

/// The same text with its spaces back.
fn apart(text: &str) -> String {
    text.replace(JOINER, " ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_neither_too_narrow_nor_too_wide_to_read() {
        let widths = [10, 40, 79, 80, 96, 300].map(|width| Page::new(Ink::Plain, width));
        assert_eq!(widths.map(Page::width), [40, 40, 79, 80, 96, 100]);
        assert_eq!(widths.map(Page::shows_all), [false, false, false, true, true, true]);
    }

    #[test]
    fn a_symbol_stays_with_its_word() {
        let page = Page::new(Ink::Plain, 40);
        let said = page.indented("local, 60 by 2011, which is this year: ✗ not met, and more", 0);
        assert_eq!(said, "local, 60 by 2011, which is this year:\n✗ not met, and more\n");
    }

    #[test]
    fn what_is_left_out_is_named() {
        let page = Page::new(Ink::Plain, 40);
        assert_eq!(page.left_out(&[]), "");
        let said = page.left_out(&[" 95% interval", "England"]);
        assert_eq!(
            said,
            "Left out for lack of room: 95% interval,\nEngland. Lines of 80 characters show\neverything.\n"
        );
    }
}

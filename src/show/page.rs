//! What a text is shown on: how many letters a line has, and whether there is colour.

use crate::ink::Ink;
use crate::lines::{WIDTH, broken, hanging_to, indented_to};
use crate::wording::mark::Mark;
use std::io::IsTerminal;

/// Letters of a line where nothing tells how many there are; no line is longer on a wider terminal either.
const USUAL: usize = 100;
/// Letters of the narrowest line that everything is shown on. On a narrower one, the least needed is left out.
const WHOLE: usize = 80;
/// A line is taken to have so many letters at least.
const NARROWEST: usize = 40;

/// What a text is shown on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Page {
    /// How words are printed.
    pub ink: Ink,
    width: usize,
}

impl Page {
    /// Of lines of so many letters.
    pub fn new(ink: Ink, width: usize) -> Page {
        Page { ink, width: width.clamp(NARROWEST, USUAL) }
    }

    /// The terminal that standard output is; where it is none, as wide as COLUMNS says, else as usual.
    pub fn standard_output() -> Page {
        let output = std::io::stdout();
        let terminal = if output.is_terminal() { terminal_size::terminal_size_of(&output) } else { None };
        let told = || std::env::var("COLUMNS").ok()?.parse().ok();
        let width = terminal.map(|(width, _)| usize::from(width.0)).or_else(told).unwrap_or(USUAL);
        Page::new(Ink::for_standard_output(), width)
    }

    /// Letters of a line.
    pub fn width(self) -> usize {
        self.width
    }

    /// Whether everything is shown.
    pub fn shows_all(self) -> bool {
        self.width >= WHOLE
    }

    /// A text in lines, each behind spaces.
    pub fn indented(self, text: &str, spaces: usize) -> String {
        apart(&indented_to(self.width.min(WIDTH), &self.fitting(text, spaces), spaces))
    }

    /// The same with a mark or name before the first line, in the room of the spaces.
    pub fn hanging(self, mark: &str, text: &str, spaces: usize) -> String {
        apart(&hanging_to(self.width.min(WIDTH), mark, &self.fitting(text, spaces), spaces))
    }

    /// A text whose words fit a line behind spaces, each symbol in one piece with its word.
    fn fitting(self, text: &str, spaces: usize) -> String {
        broken(&together(text), self.width.min(WIDTH).saturating_sub(spaces).max(1))
    }

    /// What is said under a table of which columns are left out.
    pub fn left_out(self, columns: &[&str]) -> String {
        if columns.is_empty() {
            return String::new();
        }
        let columns: Vec<&str> = columns.iter().map(|column| column.trim()).collect();
        self.indented(
            &format!("Left out for want of room: {}. {WHOLE} letters on a line show all.", columns.join(", ")),
            0,
        )
    }
}

/// Joins a symbol and its word: a space at which no line is broken.
const JOINER: &str = "\u{a0}";

/// A text in which each symbol is one word with the word that goes with it.
fn together(text: &str) -> String {
    Mark::ALL.into_iter().fold(text.to_owned(), |text, mark| {
        let (symbol, word) = mark.parts();
        text.replace(&mark.in_words(), &format!("{symbol}{}", format!(" {word}").replace(' ', JOINER)))
    })
}

/// The same as it is read.
fn apart(text: &str) -> String {
    text.replace(JOINER, " ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_has_room_for_a_few_words_and_no_more_than_are_read_at_ease() {
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
        assert_eq!(said, "Left out for want of room: 95% interval,\nEngland. 80 letters on a line show all.\n");
    }
}

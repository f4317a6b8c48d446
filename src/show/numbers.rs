//! Lines of numbers in columns followed by words that may be long, such as the name of a comparator.

use super::page::Page;
use crate::lines::{WIDTH, broken};

/// A column's heading, and its width with the space after it.
pub(crate) type Column = (&'static str, usize);

/// The width before the first number.
const INDENT: usize = 2;
/// The least width for the words; with less, they go on a line of their own.
const WORDS: usize = 20;
/// The longest word on a line of the usual width.
const LONGEST: usize = 36;

/// Columns of numbers before words.
pub(crate) struct Numbers {
    page: Page,
    all: &'static [Column],
    /// The headings of columns that do not fit on the page.
    left_out: Vec<&'static str>,
}

impl Numbers {
    /// The columns that fit on a page beside the words; the least needed comes first in `least_needed`.
    pub(crate) fn on(page: Page, all: &'static [Column], least_needed: &[&'static str]) -> Numbers {
        let mut numbers = Numbers { page, all, left_out: Vec::new() };
        for heading in least_needed {
            if page.shows_all() || numbers.room() >= WORDS {
                break;
            }
            numbers.left_out.push(heading);
        }
        numbers
    }

    fn shown(&self, column: &Column) -> bool {
        !self.left_out.contains(&column.0)
    }

    /// The width before the words.
    fn margin(&self) -> usize {
        INDENT + self.all.iter().filter(|column| self.shown(column)).map(|(_, width)| width).sum::<usize>()
    }

    /// The width of the words on a line.
    fn room(&self) -> usize {
        self.page.width().min(WIDTH).saturating_sub(self.margin())
    }

    /// The headings, ending with that of the words.
    pub(crate) fn heading(&self, words: &str) -> String {
        let headings = self.all.iter().map(|(heading, _)| (*heading).to_owned()).collect::<Vec<_>>();
        let numbers = self.beside(&headings);
        let heading = if self.room() < WORDS { numbers.trim_end().to_owned() } else { format!("{numbers}{words}") };
        format!("{}\n", self.page.ink.heading(&heading))
    }

    /// A cell for each column, then the words.
    pub(crate) fn line(&self, cells: &[String], words: &str) -> String {
        let numbers = self.beside(cells);
        if self.room() < WORDS {
            let indent = 2 * INDENT;
            let words = broken(words, self.page.width() - indent);
            return format!("{}\n{}", numbers.trim_end(), self.page.indented(&words, indent));
        }
        self.page.hanging(&numbers, &broken(words, LONGEST.min(self.room())), self.margin())
    }

    /// The note on the columns that are left out.
    pub(crate) fn left_out(&self) -> String {
        self.page.left_out(&self.left_out)
    }

    fn beside(&self, cells: &[String]) -> String {
        let shown = self.all.iter().zip(cells).filter(|(column, _)| self.shown(column));
        let cells: String = shown.map(|((_, width), cell)| format!("{cell:<width$}")).collect();
        format!("{}{cells}", " ".repeat(INDENT))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ink::Ink;

    const COLUMNS: &[Column] = &[("Value", 10), ("Counted", 30), ("Mean", 10)];

    fn on(width: usize) -> String {
        let numbers = Numbers::on(Page::new(Ink::Plain, width), COLUMNS, &["Counted", "Mean"]);
        let cells = ["62.5%", "5 of 8", "60.0"].map(str::to_owned);
        format!("{}{}{}", numbers.heading("Name"), numbers.line(&cells, "England"), numbers.left_out())
    }

    #[test]
    fn a_narrow_page_has_what_is_needed_most() {
        assert!(on(80).contains("62.5%     5 of 8                        60.0      England\n"), "{}", on(80));
        assert!(on(60).contains("  Value     Mean      Name\n  62.5%     60.0      England\nLeft out"), "{}", on(60));
        assert!(on(40).starts_with("  Value     Name\n  62.5%     England\n"), "{}", on(40));
    }

    #[test]
    fn words_that_do_not_fit_go_on_their_own_line() {
        let numbers = Numbers::on(Page::new(Ink::Plain, 40), COLUMNS, &[]);
        let cells = ["62.5%", "5 of 8", "60.0"].map(str::to_owned);
        assert_eq!(
            numbers.line(&cells, "England, returns"),
            "  62.5%     5 of 8                        60.0\n    England, returns\n"
        );
    }
}

//! Tables for the terminal, with cells padded so that decimal points line up.

use super::page::Page;
use crate::benchmark::significance::Significance;
use crate::lines::{self, broken};
use crate::unit::Unit;
use crate::wording::mark::Mark;
use std::fmt::Display;
use unicode_width::UnicodeWidthStr;

/// A column's heading, and the position of the dash in a blank cell, from 1.
pub(crate) type Column<'heading> = (&'heading str, usize);

/// Rows under their headings, one for each indicator. A blank cell is a dash; a blank column is left out.
pub(crate) struct Table<'a> {
    /// The columns; the first names the indicator.
    pub(crate) columns: &'a [Column<'a>],
    /// The rows.
    pub(crate) rows: Vec<Vec<Option<String>>>,
    /// The number of each row's indicator, repeated before cells that do not fit on the row's own line.
    pub(crate) numbers: Vec<u16>,
    /// The headings of columns that may be left out, the least needed first; if there are none, every column is shown.
    pub(crate) least_needed: &'a [&'a str],
}

impl Table<'_> {
    /// The table on a page: in one, or in parts below one another, or on a narrow page without the columns least needed.
    pub(crate) fn text(&self, page: Page) -> String {
        let mut shown: Vec<usize> = (0..self.columns.len()).filter(|column| self.is_filled(*column)).collect();
        if self.width(&shown) <= page.width() {
            return self.of(&shown, page);
        }
        if page.shows_all() || self.least_needed.is_empty() {
            return self.in_parts(&shown, page);
        }
        let mut left_out = Vec::new();
        for heading in self.least_needed {
            if self.width(&shown) <= page.width() {
                break;
            }
            if let Some(at) = shown.iter().position(|column| self.columns[*column].0 == *heading) {
                shown.remove(at);
                left_out.push(*heading);
            }
        }
        format!("{}{}", self.of(&shown, page), page.left_out(&left_out))
    }

    fn is_filled(&self, column: usize) -> bool {
        self.rows.iter().any(|row| row.get(column).is_some_and(Option::is_some))
    }

    /// A cell in words.
    fn cell(&self, row: usize, column: usize) -> String {
        let dash = self.columns[column].1;
        self.rows[row].get(column).cloned().flatten().unwrap_or_else(|| format!("{:>dash$}", "-"))
    }

    /// The width of the columns side by side.
    fn width(&self, columns: &[usize]) -> usize {
        let of = |column: &usize| {
            let cells = (0..self.rows.len()).map(|row| self.cell(row, *column).width());
            cells.chain([self.columns[*column].0.width()]).max().unwrap_or_default()
        };
        columns.iter().map(of).sum::<usize>() + 2 * columns.len().saturating_sub(1)
    }

    /// The columns side by side; the first is cut short if the page is narrower.
    fn of(&self, columns: &[usize], page: Page) -> String {
        let beside = self.width(columns.get(1..).unwrap_or_default()) + 2;
        let cut = |text: String, at: usize| {
            let room = if at == 0 { page.width().saturating_sub(beside).max(NARROWEST) } else { usize::MAX };
            shortened(&text, room)
        };
        let heading = columns.iter().enumerate().map(|(at, column)| cut(self.columns[*column].0.to_owned(), at));
        let mut all = vec![heading.collect::<Vec<_>>()];
        let row =
            |row: usize| columns.iter().enumerate().map(|(at, column)| cut(self.cell(row, *column), at)).collect();
        all.extend((0..self.rows.len()).map(row));
        with_heading(&lines::table(&all, 0), page)
    }

    /// As many columns as fit, then the others below, each row after its indicator's number.
    fn in_parts(&self, columns: &[usize], page: Page) -> String {
        let room = (1..=columns.len()).take_while(|count| self.width(&columns[..*count]) <= page.width());
        let count = room.last().unwrap_or(1);
        let (first, mut rest) = columns.split_at(count);
        let mut text = if first.len() > 1 || rest.is_empty() { self.of(first, page) } else { String::new() };
        while !rest.is_empty() {
            let fits = |count: &usize| NUMBER + self.width(&rest[..*count]) <= page.width();
            let count = (1..=rest.len()).take_while(fits).last().unwrap_or(1);
            let (now, later) = rest.split_at(count);
            text.push_str(if text.is_empty() { "" } else { "\n" });
            text.push_str(&self.after_numbers(now, page));
            rest = later;
        }
        text
    }

    /// Columns side by side after the indicator's number.
    fn after_numbers(&self, columns: &[usize], page: Page) -> String {
        let headings = columns.iter().map(|column| self.columns[*column].0.to_owned());
        let mut all = vec![std::iter::once("NI".to_owned()).chain(headings).collect::<Vec<_>>()];
        for (row, number) in self.numbers.iter().enumerate() {
            let cells = columns.iter().map(|column| self.cell(row, *column));
            all.push(std::iter::once(number.to_string()).chain(cells).collect());
        }
        with_heading(&lines::table(&all, 0), page)
    }
}

/// The width of an indicator's number with the space after it.
const NUMBER: usize = 5;
/// The least width of the first column.
const NARROWEST: usize = 12;

/// A table whose first line is a heading.
fn with_heading(table: &str, page: Page) -> String {
    match table.split_once('\n') {
        Some((first, rest)) => format!("{}\n{rest}", page.ink.heading(first)),
        None => table.to_owned(),
    }
}

/// A text, cut with an ellipsis if it is too long.
fn shortened(text: &str, room: usize) -> String {
    if text.width() <= room {
        return text.to_owned();
    }
    let kept: String = text.chars().take(room.saturating_sub(1)).collect();
    format!("{}…", kept.trim_end())
}

/// A value with its unit, padded so that ` 14.4` is under ` 11.2%`.
pub(crate) fn value(value: &str, unit: Unit) -> String {
    match unit {
        Unit::Percent => format!("{value:>5}%"),
        Unit::Score => format!("{value:>5}"),
    }
}

/// A number and the mark of what can be told of it.
pub(crate) fn marked(number: &str, told: Option<Significance>) -> String {
    match told {
        Some(told) => format!("{number:>5} {}", Mark::of_significance(told).in_words()),
        None => format!("{number:>5}"),
    }
}

/// A name in which no word is too long for the narrowest column.
pub(crate) fn breakable(name: &str) -> String {
    broken(name, 36)
}

/// What a cell of the report says; nothing where it is blank.
pub(crate) fn said<T: Display>(cell: Option<T>) -> String {
    cell.map(|cell| cell.to_string()).unwrap_or_default()
}

/// What two cells say, which are blank together: `7.3 to 16.9`.
pub(crate) fn range<T: Display>(lower: Option<T>, upper: Option<T>) -> Option<String> {
    lower.zip(upper).map(|(lower, upper)| format!("{lower} to {upper}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ink::Ink;

    #[test]
    fn words_too_long_for_a_line_are_broken() {
        let word = "x".repeat(36);
        assert_eq!(breakable(&format!("{word} b")), format!("{word} b"));
        assert_eq!(breakable(&format!("{word}y b")), format!("{word} y b"));
    }

    fn cell(text: &str) -> Option<String> {
        (!text.is_empty()).then(|| text.to_owned())
    }

    fn on(width: usize, table: &Table<'_>) -> String {
        table.text(Page::new(Ink::Plain, width))
    }

    #[test]
    fn a_blank_cell_is_a_dash_and_a_blank_column_is_left_out() {
        let rows = vec![vec![cell("a"), cell(""), cell("x")], vec![cell("b"), cell(""), cell("")]];
        let columns = [("One", 1), ("None", 1), ("Two", 3)];
        let table = Table { columns: &columns, rows, numbers: vec![58, 61], least_needed: &[] };
        assert_eq!(on(100, &table), "One  Two\na    x\nb      -\n");
    }

    #[test]
    fn what_does_not_fit_follows_or_is_left_out_and_named() {
        let title = "x".repeat(30);
        let rows = vec![vec![cell(&title), cell("14.4"), cell(&"y".repeat(20)), cell(&"z".repeat(27))]];
        let columns = [("NI", 1), ("Value", 1), ("England", 1), ("Since", 1)];
        let least_needed = ["Since", "England"];
        let table = Table { columns: &columns, rows, numbers: vec![101], least_needed: &least_needed };
        assert_eq!(on(100, &table).lines().count(), 2);
        let parts = on(80, &table);
        assert!(parts.contains(&"z".repeat(27)) && parts.contains("\n\nNI   Since\n101  zz"), "{parts}");
        let narrow = on(60, &table);
        assert!(
            !narrow.contains('z') && narrow.contains('y') && narrow.contains("of room: Since. Lines of 80"),
            "{narrow}"
        );
        let narrowest = on(40, &Table { rows: vec![vec![cell(&"x".repeat(50)), cell("14.4")]], ..table });
        assert_eq!(narrowest.lines().nth(1), Some(format!("{}…  14.4", "x".repeat(32)).as_str()));
    }
}

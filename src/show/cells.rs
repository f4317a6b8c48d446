//! Cells of the tables at a terminal, padded so that points stand under one another.

use super::mark::Mark;
use crate::ink::Ink;
use crate::lines;
use crate::seeds::indicators::Unit;

/// A column's heading, and on which letter a dash stands where a cell has nothing.
pub type Column<'heading> = (&'heading str, usize);

/// Rows under their headings; a cell of nothing is a dash, and a column of nothing is left out.
pub fn table(columns: &[Column<'_>], rows: &[Vec<Option<String>>], ink: Ink) -> String {
    let known = |column: usize| rows.iter().any(|row| row.get(column).is_some_and(Option::is_some));
    let cell = |(at, (cell, (_, dash))): (usize, (&Option<String>, &Column<'_>))| match cell {
        Some(cell) => cell.clone(),
        None if known(at) => format!("{:>dash$}", "-"),
        None => String::new(),
    };
    let mut all = vec![columns.iter().map(|(heading, _)| (*heading).to_owned()).collect::<Vec<_>>()];
    all.extend(rows.iter().map(|row| row.iter().zip(columns).enumerate().map(cell).collect()));
    let text = lines::table(&all, 0);
    match text.split_once('\n') {
        Some((first, rest)) => format!("{}\n{rest}", ink.heading(first)),
        None => text,
    }
}

/// A value with its unit, ` 14.4 ` under `11.2%`.
pub fn value(value: &str, unit: Unit) -> String {
    match unit {
        Unit::Percent => format!("{value:>5}%"),
        Unit::Score => format!("{value:>5}"),
    }
}

/// A number and what can be told of it.
pub fn marked(number: &str, told: &str) -> String {
    match Mark::of_difference(told) {
        Some(mark) => format!("{number:>5} {}", mark.in_words()),
        None => format!("{number:>5}"),
    }
}

/// A difference with its sign: `+5.4`, `-0.5`, `0.0`.
pub fn signed(difference: &str) -> String {
    let is_nought = difference.bytes().all(|byte| matches!(byte, b'0' | b'.'));
    if difference.starts_with('-') || is_nought { difference.to_owned() } else { format!("+{difference}") }
}

/// A name in which no word is too long for the narrowest column that holds it.
pub fn breakable(name: &str) -> String {
    const LONGEST: usize = 36;
    let mut broken = String::new();
    let mut run = 0;
    for letter in name.chars() {
        run = if letter.is_whitespace() { 0 } else { run + 1 };
        if run > LONGEST {
            broken.push(' ');
            run = 1;
        }
        broken.push(letter);
    }
    broken
}

/// A cell of a table, none where it is blank.
pub fn filled(cell: &str) -> Option<&str> {
    (!cell.is_empty()).then_some(cell)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_difference_has_its_sign_and_nought_has_none() {
        for (difference, expected) in [("5.4", "+5.4"), ("-0.5", "-0.5"), ("0.0", "0.0"), ("", ""), ("10.0", "+10.0")] {
            assert_eq!(signed(difference), expected);
        }
    }

    #[test]
    fn words_too_long_for_a_line_are_broken() {
        let word = "x".repeat(36);
        assert_eq!(breakable(&format!("{word} b")), format!("{word} b"));
        assert_eq!(breakable(&format!("{word}y b")), format!("{word} y b"));
    }

    #[test]
    fn a_cell_of_nothing_is_a_dash_and_a_column_of_nothing_is_left_out() {
        let cell = |text: &str| filled(text).map(str::to_owned);
        let rows = [vec![cell("a"), cell(""), cell("x")], vec![cell("b"), cell(""), cell("")]];
        assert_eq!(table(&[("One", 1), ("None", 1), ("Two", 3)], &rows, Ink::Plain), "One  Two\na    x\nb      -\n");
    }
}

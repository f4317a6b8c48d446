//! How high a row must be for its wrapped text. A file without heights leaves them to the program that opens it, and
//! LibreOffice then overlaps lines.

use super::cell::{Cell, Kind};
use super::line::{self, Line};
use super::sheet::Column;

/// The height of a line of Arial 12, in points.
const LINE: f64 = 15.5;
/// The height of a line of a title, in points.
pub(crate) const TITLE: f64 = 24.0;
/// The height of a line that begins a part of the cover, in points.
const PART: f64 = 30.0;
/// The room above headings, in points.
const ABOVE_HEADINGS: f64 = 9.0;
/// The highest row that Excel has, in points.
const HIGHEST: f64 = 409.0;

/// The height of a row of headings, in points, with room between them and what is above.
pub(crate) fn of_headings(columns: &[Column]) -> f64 {
    // Bold text is wider, and words are indented.
    let room = |column: &Column| usize::from(column.width.saturating_sub(2));
    ABOVE_HEADINGS + of_lines(columns.iter().map(|column| lines(&column.heading, room(column)))).unwrap_or(LINE)
}

/// The height of a row of cells, in points; none where one line will do.
pub(crate) fn of_cells(cells: &[Cell], columns: &[Column]) -> Option<f64> {
    of_lines(cells.iter().zip(columns).map(|(cell, column)| match cell {
        Cell::Words(words) => lines(words, letters_in(column.width)),
        Cell::Formula(_, Kind::Words(lines), _) => *lines,
        _ => 1,
    }))
}

/// The height of a line of text in a column so wide, in points; none where one line will do.
pub(crate) fn of_line(line: &Line, width: u16) -> Option<f64> {
    match line.kind {
        // Its characters are wider than a digit of text.
        line::Kind::Title => Some(TITLE * lines(&line.text, usize::from(width) * 4 / 5) as f64),
        line::Kind::Part => Some(PART),
        line::Kind::Strong | line::Kind::Text | line::Kind::LinkTo(_) => {
            of_lines([lines(&line.text, letters_in(width))])
        }
    }
}

/// How many lines words take in a column so wide.
pub(crate) fn lines_of(words: &str, width: u16) -> usize {
    lines(words, letters_in(width))
}

fn of_lines(lines: impl IntoIterator<Item = usize>) -> Option<f64> {
    let most = lines.into_iter().max().filter(|most| *most > 1)?;
    Some((LINE * most as f64).min(HIGHEST))
}

/// How many characters fit where this many digits do, less one for the indent: the characters of a text of
/// some length are narrower than digits on average.
fn letters_in(digits: u16) -> usize {
    usize::from((digits + digits / 10).saturating_sub(1))
}

/// How many lines a text takes where this many characters fit on a line.
fn lines(text: &str, width: usize) -> usize {
    let width = width.max(1);
    let (mut lines, mut used) = (1, 0);
    for word in text.split_whitespace() {
        let letters = word.chars().count();
        if used > 0 && used + 1 + letters > width {
            lines += 1;
            used = 0;
        }
        used += letters + usize::from(used > 0);
        // A word that is too long for a line is broken.
        lines += used.saturating_sub(1) / width;
        used = if used > width { (used - 1) % width + 1 } else { used };
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_go_to_the_next_line_where_they_do_not_fit() {
        for (text, width, expected) in [
            ("", 5, 1),
            ("one two", 7, 1),
            ("one two", 6, 2),
            ("one two three", 9, 2),
            ("abcdefghij", 5, 2),
            ("abcdefghijk l", 5, 3),
            ("a", 0, 1),
        ] {
            assert_eq!(lines(text, width), expected, "{text} in {width}");
        }
    }

    #[test]
    fn a_long_title_has_more_than_one_line() {
        let of = |text: &str| of_line(&Line::new(line::Kind::Title, text), 20);
        assert_eq!([of("sixteen letters."), of("seventeen letters")], [Some(TITLE), Some(2.0 * TITLE)]);
    }

    #[test]
    fn a_row_is_as_high_as_its_highest_cell_and_no_higher_than_excel_has_it() {
        let columns = [Column::words("Area", 9), Column::numbers("Value", 9)];
        let row = |words: &str| [Cell::words(words), Cell::Count(7)];
        assert_eq!(of_cells(&row("short"), &columns), None);
        assert_eq!(of_cells(&row("one two three"), &columns), Some(31.0));
        assert_eq!(of_cells(&row(&"word ".repeat(500)), &columns), Some(HIGHEST));
        assert_eq!(of_headings(&[Column::words("Good is it", 9)]), 40.0);
    }
}

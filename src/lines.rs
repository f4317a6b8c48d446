//! Text in lines that fit a terminal: paragraphs are wrapped by `textwrap`; lists and tables are laid out here.

use textwrap::core::Word;
use textwrap::{Options, WordSeparator, WordSplitter, WrapAlgorithm, fill};
use unicode_width::UnicodeWidthStr;

/// The widest a line is, in columns of a terminal.
pub(crate) const WIDTH: usize = 96;

/// Wraps a text, every line indented by this many spaces. A word too long for a line has a line of its own.
pub(crate) fn indented(text: &str, spaces: usize) -> String {
    indented_to(WIDTH, text, spaces)
}

/// As [`indented`], in lines of another width.
pub(crate) fn indented_to(width: usize, text: &str, spaces: usize) -> String {
    hanging_to(width, "", text, spaces)
}

/// As [`indented`], with a mark or a name in the indent of the first line.
pub(crate) fn hanging(mark: &str, text: &str, spaces: usize) -> String {
    hanging_to(WIDTH, mark, text, spaces)
}

/// As [`hanging`], in lines of another width.
pub(crate) fn hanging_to(width: usize, mark: &str, text: &str, spaces: usize) -> String {
    let (mark, indent) = (padded(mark, spaces), " ".repeat(spaces));
    let options = Options::new(width)
        .initial_indent(&mark)
        .subsequent_indent(&indent)
        .break_words(false)
        .word_separator(WordSeparator::AsciiSpace)
        .word_splitter(WordSplitter::NoHyphenation)
        .wrap_algorithm(WrapAlgorithm::FirstFit);
    // A break or a run of spaces in the text is one space.
    let text = text.split_ascii_whitespace().collect::<Vec<_>>().join(" ");
    fill(&text, options) + "\n"
}

/// Lists items in columns, filled line by line and indented by this many spaces.
pub(crate) fn columns(items: &[String], spaces: usize) -> String {
    let items: Vec<String> = items.iter().map(|item| visible(item)).collect();
    let wide = items.iter().map(|item| item.width()).max().unwrap_or_default() + 2;
    let on_a_line = ((WIDTH - spaces) / wide).max(1);
    let mut lines = String::new();
    for row in items.chunks(on_a_line) {
        let cells: Vec<String> = row.iter().map(|item| padded(item, wide)).collect();
        lines.push_str(&format!("{}{}\n", " ".repeat(spaces), cells.concat().trim_end()));
    }
    lines
}

/// Lays rows out as a table indented by this many spaces, each column as wide as its widest cell. A column with
/// nothing below its heading is left out.
pub(crate) fn table(rows: &[Vec<String>], spaces: usize) -> String {
    let rows: Vec<Vec<String>> = rows.iter().map(|row| row.iter().map(|cell| visible(cell)).collect()).collect();
    let columns = rows.iter().map(Vec::len).max().unwrap_or_default();
    let widths: Vec<Option<usize>> = (0..columns)
        .map(|column| {
            let cells = || rows.iter().filter_map(|row| row.get(column));
            let filled = cells().skip(1).any(|cell| !cell.is_empty());
            filled.then(|| cells().map(|cell| cell.width()).max().unwrap_or_default() + 2)
        })
        .collect();
    let mut lines = String::new();
    for row in &rows {
        let cells = row.iter().zip(&widths).filter_map(|(cell, width)| Some(padded(cell, (*width)?)));
        let line = cells.collect::<String>();
        lines.push_str(&format!("{}{}\n", " ".repeat(spaces), line.trim_end()));
    }
    lines
}

/// A text in one line, without characters that steer a terminal or cannot be seen.
pub(crate) fn visible(text: &str) -> String {
    if text.bytes().all(|byte| (b' '..=b'~').contains(&byte)) {
        return text.to_owned();
    }
    text.chars().map(|character| if steers(character) { '\u{fffd}' } else { character }).collect()
}

/// Whether a character steers a terminal, turns the direction of a text, ends a line or has no width of its own.
pub(crate) fn steers(character: char) -> bool {
    let unseen = matches!(
        character,
        '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
            | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}'
    );
    unseen || character.is_control()
}

/// The first of a text, in so many characters at most.
pub(crate) fn in_brief(text: &str, most: usize) -> String {
    match text.char_indices().nth(most) {
        None => text.to_owned(),
        Some(_) => text.chars().take(most.saturating_sub(1)).chain(['…']).collect(),
    }
}

fn padded(text: &str, width: usize) -> String {
    format!("{text}{}", " ".repeat(width.saturating_sub(text.width())))
}

/// Puts a space into every word wider than this many columns, so that it can be wrapped.
pub(crate) fn broken(text: &str, widest: usize) -> String {
    let pieces = |word| Word::from(word).break_apart(widest).map(|piece| piece.word).collect::<Vec<_>>().join(" ");
    text.split(' ').map(pieces).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn owned(cells: &[&str]) -> Vec<String> {
        cells.iter().map(|&cell| cell.to_owned()).collect()
    }

    #[test]
    fn columns_fill_each_line_from_left_to_right() {
        let ids: Vec<String> = (0..31).map(|id| format!("id-{id:04}")).collect();
        let text = columns(&ids, 4);
        let lines: Vec<&str> = text.lines().collect();
        assert_eq!(lines.len(), 4);
        assert!(lines.iter().all(|line| line.len() <= WIDTH));
        assert!(lines[0].starts_with("    id-0000  id-0001") && lines[1].starts_with("    id-0010"));
        assert_eq!(lines[3], "    id-0030");
    }

    #[test]
    fn a_line_is_as_wide_as_a_terminal_shows_it() {
        let symbols = ["▲"; WIDTH / 2].join(" ");
        assert_eq!(indented(&symbols, 0), format!("{symbols}\n"));
        assert_eq!(indented(&format!("{symbols} b ▲"), 0), format!("{symbols}\nb ▲\n"));
        assert_eq!(indented_to(8, "北京 上海 e\u{301}e\u{301}", 3), "   北京\n   上海\n   e\u{301}e\u{301}\n");
    }

    #[test]
    fn a_mark_stands_in_the_indent_of_the_first_line() {
        assert_eq!(hanging_to(10, "NI", "one  two\nthree", 4), "NI  one\n    two\n    three\n");
        assert_eq!(hanging_to(10, "a longer mark ", "one two", 2), "a longer mark one\n  two\n");
        assert_eq!(hanging_to(10, "-", "report/publish/2011 it-is-whole", 2), "- report/publish/2011\n  it-is-whole\n");
    }

    #[test]
    fn only_words_too_wide_are_broken() {
        assert_eq!(broken("Kingston  upon-Hull é", 4), "King ston  upon -Hul l é");
        assert_eq!(broken("", 4), "");
    }

    #[test]
    fn a_table_leaves_out_empty_columns() {
        let rows = [owned(&["A", "Blank", "C"]), owned(&["long", "", "é"]), owned(&["x", "", "z"])];
        assert_eq!(table(&rows, 1), " A     C\n long  é\n x     z\n");
    }

    #[test]
    fn control_characters_are_not_passed_on() {
        assert_eq!(visible("a\u{1b}[31mb"), "a\u{fffd}[31mb");
        assert_eq!(visible("a\nb\r\u{85}\u{2028}c"), "a\u{fffd}b\u{fffd}\u{fffd}\u{fffd}c", "one line");
        assert_eq!(visible("\u{202e}a\u{2066}b\u{200f}\u{feff}"), "\u{fffd}a\u{fffd}b\u{fffd}\u{fffd}");
        assert_eq!(visible("Ynys Môn – Áine…"), "Ynys Môn – Áine…");
    }

    #[test]
    fn a_text_in_brief_is_never_longer() {
        assert_eq!(in_brief("éabcd", 5), "éabcd");
        assert_eq!(in_brief("éabcde", 5), "éabc…");
    }
}

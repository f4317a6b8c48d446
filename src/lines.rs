//! Text in lines that fit a terminal.

/// Letters that fit on a line.
pub const WIDTH: usize = 96;

/// A text in lines of at most so many letters, each behind spaces.
pub fn indented(text: &str, spaces: usize) -> String {
    indented_to(WIDTH, text, spaces)
}

/// The same in lines of a width of one's own.
pub fn indented_to(width: usize, text: &str, spaces: usize) -> String {
    let margin = " ".repeat(spaces);
    let mut lines = String::new();
    let mut line = margin.clone();
    for word in text.split_whitespace() {
        if letters(&line) + 1 + letters(word) > width && line.trim_start() != "" {
            lines.push_str(&format!("{line}\n"));
            line.clone_from(&margin);
        }
        if line.len() > spaces {
            line.push(' ');
        }
        line.push_str(word);
    }
    lines.push_str(&format!("{line}\n"));
    lines
}

/// The same with a mark or name before the first line, in the room of the spaces.
pub fn hanging(mark: &str, text: &str, spaces: usize) -> String {
    hanging_to(WIDTH, mark, text, spaces)
}

/// The same in lines of a width of one's own.
pub fn hanging_to(width: usize, mark: &str, text: &str, spaces: usize) -> String {
    let lines = indented_to(width, text, spaces);
    format!("{mark:<spaces$}{}", lines.trim_start())
}

/// Items side by side, in columns that read from left to right, each line behind spaces.
pub fn columns(items: &[String], spaces: usize) -> String {
    let items: Vec<String> = items.iter().map(|item| visible(item)).collect();
    let wide = items.iter().map(|item| letters(item)).max().unwrap_or_default() + 2;
    let on_a_line = ((WIDTH - spaces) / wide).max(1);
    let mut lines = String::new();
    for row in items.chunks(on_a_line) {
        let cells: Vec<String> = row.iter().map(|item| padded(item, wide)).collect();
        lines.push_str(&format!("{}{}\n", " ".repeat(spaces), cells.concat().trim_end()));
    }
    lines
}

/// Rows of cells under one another, each column as wide as its widest cell, each line behind spaces.
/// A column that is blank in all rows but the first, its heading, is left out.
pub fn table(rows: &[Vec<String>], spaces: usize) -> String {
    let rows: Vec<Vec<String>> = rows.iter().map(|row| row.iter().map(|cell| visible(cell)).collect()).collect();
    let columns = rows.iter().map(Vec::len).max().unwrap_or_default();
    let widths: Vec<Option<usize>> = (0..columns)
        .map(|column| {
            let cells = || rows.iter().filter_map(|row| row.get(column));
            let filled = cells().skip(1).any(|cell| !cell.is_empty());
            filled.then(|| cells().map(|cell| letters(cell)).max().unwrap_or_default() + 2)
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

/// Text of a return without the letters that steer a terminal.
pub fn visible(text: &str) -> String {
    text.chars().map(|letter| if letter.is_control() { '\u{fffd}' } else { letter }).collect()
}

/// How many letters a text has.
pub fn letters(text: &str) -> usize {
    text.chars().count()
}

fn padded(text: &str, width: usize) -> String {
    format!("{text}{}", " ".repeat(width.saturating_sub(letters(text))))
}

/// A name in which no word is longer than so many letters.
pub fn broken(name: &str, longest: usize) -> String {
    let mut broken = String::new();
    let mut run = 0;
    for letter in name.chars() {
        run = if letter.is_whitespace() { 0 } else { run + 1 };
        if run > longest {
            broken.push(' ');
            run = 1;
        }
        broken.push(letter);
    }
    broken
}

#[cfg(test)]
mod tests {
    use super::*;

    fn owned(cells: &[&str]) -> Vec<String> {
        cells.iter().map(|&cell| cell.to_owned()).collect()
    }

    #[test]
    fn columns_fill_the_line_from_left_to_right() {
        let ids: Vec<String> = (0..31).map(|id| format!("id-{id:04}")).collect();
        let text = columns(&ids, 4);
        let lines: Vec<&str> = text.lines().collect();
        assert_eq!(lines.len(), 4);
        assert!(lines.iter().all(|line| line.len() <= WIDTH));
        assert!(lines[0].starts_with("    id-0000  id-0001") && lines[1].starts_with("    id-0010"));
        assert_eq!(lines[3], "    id-0030");
    }

    #[test]
    fn a_line_is_as_long_as_its_letters_not_its_bytes() {
        let symbols = ["▲"; 96 / 2].join(" ");
        assert_eq!(indented(&symbols, 0), format!("{symbols}\n"));
        assert_eq!(indented(&format!("{symbols} b ▲"), 0), format!("{symbols}\nb ▲\n"));
    }

    #[test]
    fn a_table_leaves_out_the_columns_that_hold_nothing() {
        let rows = [owned(&["A", "Blank", "C"]), owned(&["long", "", "é"]), owned(&["x", "", "z"])];
        assert_eq!(table(&rows, 1), " A     C\n long  é\n x     z\n");
    }

    #[test]
    fn what_steers_a_terminal_is_not_passed_on() {
        assert_eq!(visible("a\u{1b}[31mb"), "a\u{fffd}[31mb");
    }
}

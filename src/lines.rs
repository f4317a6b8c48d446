//! Text in lines that fit a terminal.

/// A text in lines of at most 96 characters, each behind spaces.
pub fn indented(text: &str, spaces: usize) -> String {
    let margin = " ".repeat(spaces);
    let mut lines = String::new();
    let mut line = margin.clone();
    for word in text.split_whitespace() {
        if line.len() + 1 + word.len() > 96 && line.trim_start() != "" {
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
    let lines = indented(text, spaces);
    format!("{mark:<spaces$}{}", lines.trim_start())
}

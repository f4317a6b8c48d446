//! Everything that is printed: whatever a file or a name holds, it cannot steer the terminal.

use crate::ink::mark_at_start;
use crate::lines::steers;
use std::io::Write;

/// A text of several lines as it may be printed: only our own colours, ends of lines and tabs are left in it of what steers
/// a terminal.
pub fn printable(text: &str) -> String {
    let mut printable = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(character) = rest.chars().next() {
        let mark = mark_at_start(rest);
        let length = mark.max(character.len_utf8());
        if mark == 0 && steers(character) && !matches!(character, '\n' | '\t') {
            printable.push('\u{fffd}');
        } else {
            printable.push_str(&rest[..length]);
        }
        rest = &rest[length..];
    }
    printable
}

/// Prints lines to standard error; the work goes on even if that is closed.
pub fn complain(text: &str) {
    let _ = writeln!(std::io::stderr(), "{}", printable(text));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ink::Ink;

    #[test]
    fn our_own_colours_and_lines_are_printed_and_nothing_else_that_steers() {
        let ours =
            format!("{}\n{}\t{}", Ink::Coloured.heading("Ash"), Ink::Coloured.good("met"), Ink::Coloured.bad("é"));
        assert_eq!(printable(&ours), ours);
        assert_eq!(
            printable("\u{1b}[2J\u{1b}]0;x\u{7}\r\u{202e}\u{9b}2J"),
            "\u{fffd}[2J\u{fffd}]0;x\u{fffd}\u{fffd}\u{fffd}\u{fffd}2J"
        );
    }
}

//! The window of a program that was not started from a terminal: it goes when the program ends.

use crate::printing::complain;
use std::io::{BufRead, IsTerminal, stderr, stdin};
use std::path::Path;
use std::process::{Command, Stdio};

/// Opens a page as a person would, where there is somebody to see it. Where that cannot be done, its path is on the
/// terminal all the same.
pub(super) fn open(page: &Path) {
    // Windows opens no path with forward slashes, as they stand in settings.
    if let (true, Ok(page)) = (somebody_looks(), std::path::absolute(page)) {
        let opener =
            Command::new(OPENER).arg(page).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).spawn();
        drop(opener);
    }
}

/// What a person opens a file with.
const OPENER: &str = if cfg!(windows) {
    "explorer"
} else if cfg!(target_os = "macos") {
    "open"
} else {
    "xdg-open"
};

/// Waits until what the window says was read, where there is one.
pub fn wait() {
    if somebody_looks() {
        wait_for_a_line(&mut stdin().lock());
    }
}

fn wait_for_a_line(lines: &mut impl BufRead) {
    complain("Press Enter to close this window.");
    // Where nothing can be read, nobody is kept waiting.
    let _ = lines.read_line(&mut String::new());
}

fn somebody_looks() -> bool {
    stdin().is_terminal() && stderr().is_terminal()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_window_waits_for_one_line_and_never_without_one() {
        let mut typed = "\nmore\n".as_bytes();
        wait_for_a_line(&mut typed);
        assert_eq!(typed, b"more\n");
        wait_for_a_line(&mut "".as_bytes());
    }
}

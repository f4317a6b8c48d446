//! Progress on standard error: a bar on a terminal, plain lines elsewhere.

use crate::lines::visible;
use crate::printing::complain;
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use std::io::IsTerminal;

/// How progress is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Progress {
    /// A bar on the terminal.
    Bar,
    /// A line for each piece of work.
    Lines,
    /// Nothing.
    Quiet,
}

impl Progress {
    /// A bar if standard error is a terminal, lines if it is not, and nothing if `quiet`.
    pub fn new(quiet: bool) -> Progress {
        match (quiet, std::io::stderr().is_terminal()) {
            (true, _) => Progress::Quiet,
            (false, true) => Progress::Bar,
            (false, false) => Progress::Lines,
        }
    }

    /// Whether anything is told.
    pub(crate) fn tells(self) -> bool {
        self != Progress::Quiet
    }

    /// Prints a line, unless quiet.
    pub(crate) fn say(self, line: &str) {
        if self.tells() {
            complain(&visible(line));
        }
    }

    /// Starts work measured in bytes.
    pub(crate) fn bytes(self, work: &str, total: u64) -> Work {
        self.work(work, total, "{msg:12} {wide_bar} {bytes}/{total_bytes}")
    }

    /// Starts work measured in pieces.
    pub(crate) fn pieces(self, work: &str, total: u64) -> Work {
        self.work(work, total, "{msg:12} {wide_bar} {pos}/{len}")
    }

    fn work(self, work: &str, total: u64, template: &str) -> Work {
        let target = match self {
            Progress::Bar => ProgressDrawTarget::stderr(),
            Progress::Lines | Progress::Quiet => ProgressDrawTarget::hidden(),
        };
        if self == Progress::Lines {
            self.say(work);
        }
        let bar = ProgressBar::with_draw_target(Some(total), target).with_message(work.to_owned());
        Work { bar: ProgressStyle::with_template(template).map_or(bar.clone(), |style| bar.with_style(style)) }
    }
}

/// Work under way.
#[derive(Debug)]
pub(crate) struct Work {
    bar: ProgressBar,
}

impl Work {
    /// This much more is done.
    pub(crate) fn advance(&self, amount: u64) {
        self.bar.inc(amount);
    }

    /// All is done.
    pub(crate) fn finish(&self) {
        self.bar.finish_and_clear();
    }
}

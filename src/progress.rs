//! What a person sees while work is going on: a bar on a terminal, plain lines elsewhere.

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use std::io::{IsTerminal, Write};

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
    /// A bar where standard error is a terminal, lines where it is not, nothing where quiet is asked for.
    pub fn new(quiet: bool) -> Progress {
        match (quiet, std::io::stderr().is_terminal()) {
            (true, _) => Progress::Quiet,
            (false, true) => Progress::Bar,
            (false, false) => Progress::Lines,
        }
    }

    /// Says a line, unless quiet.
    pub fn say(self, line: &str) {
        if self != Progress::Quiet {
            // A closed standard error is no reason to stop.
            let _ = writeln!(std::io::stderr(), "{line}");
        }
    }

    /// Work measured in bytes.
    pub fn bytes(self, work: &str, total: u64) -> Work {
        self.work(work, total, "{msg:12} {wide_bar} {bytes}/{total_bytes}")
    }

    /// Work measured in pieces.
    pub fn pieces(self, work: &str, total: u64) -> Work {
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

/// A piece of work under way.
#[derive(Debug)]
pub struct Work {
    bar: ProgressBar,
}

impl Work {
    /// So much more is done.
    pub fn advance(&self, amount: u64) {
        self.bar.inc(amount);
    }

    /// All is done.
    pub fn finish(&self) {
        self.bar.finish_and_clear();
    }
}

//! What an indicator looked at on the way to a decision: which tables, always; in words, only on request.

/// What an indicator may look at for an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Sight {
    /// The episodes: periods of care and placements.
    Episodes,
    /// The date of birth.
    Birth,
    /// The days of reviews.
    Reviews,
    /// The OC2 row.
    Scores,
    /// The OC3 row.
    Leaver,
    /// The days of decisions for adoption.
    Decisions,
    /// The results of an exam year.
    Results,
}

/// Some of what may be looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Seen(u8);

impl Seen {
    /// Whether it was looked at.
    pub(crate) fn has(self, sight: Sight) -> bool {
        self.0 & (1 << sight as u8) != 0
    }
}

/// Hears what an indicator looks at. A silent one costs a branch: no words are built for it.
#[derive(Debug)]
pub struct Witness {
    lines: Option<Vec<Line>>,
    seen: Seen,
}

/// One thing that was looked at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// What, with its dates.
    pub words: String,
    /// Whether it was passed; none where it is not a test.
    pub passed: Option<bool>,
}

impl Witness {
    /// Hears nothing.
    pub(crate) const fn silent() -> Witness {
        Witness { lines: None, seen: Seen(0) }
    }

    /// Gathers what is said.
    pub const fn listening() -> Witness {
        Witness { lines: Some(Vec::new()), seen: Seen(0) }
    }

    /// Hears that something is looked at.
    #[inline]
    pub(crate) fn look(&mut self, sight: Sight) {
        self.seen.0 |= 1 << sight as u8;
    }

    /// What has been looked at.
    pub(crate) fn seen(&self) -> Seen {
        self.seen
    }

    /// Hears something worth knowing that is not a test.
    #[inline]
    pub(crate) fn say(&mut self, words: impl FnOnce() -> String) {
        if let Some(lines) = &mut self.lines {
            lines.push(Line { words: words(), passed: None });
        }
    }

    /// Hears of a test and whether it was passed, and returns that, so that the words and the decision cannot
    /// differ.
    #[inline]
    pub(crate) fn test(&mut self, passed: bool, words: impl FnOnce() -> String) -> bool {
        if let Some(lines) = &mut self.lines {
            lines.push(Line { words: words(), passed: Some(passed) });
        }
        passed
    }

    /// What was heard, in order.
    pub fn into_lines(self) -> Vec<Line> {
        self.lines.unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_silent_witness_has_no_words_put_together() {
        let mut witness = Witness::silent();
        witness.say(|| unreachable!());
        assert!(witness.test(true, || unreachable!()));
        assert_eq!(witness.into_lines(), []);
    }

    #[test]
    fn a_listening_witness_keeps_what_it_hears_in_order() {
        let mut witness = Witness::listening();
        witness.say(|| "one".to_owned());
        assert!(!witness.test(false, || "two".to_owned()));
        let heard: Vec<_> = witness.into_lines().into_iter().map(|line| (line.words, line.passed)).collect();
        assert_eq!(heard, [("one".to_owned(), None), ("two".to_owned(), Some(false))]);
    }
}

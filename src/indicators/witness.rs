//! What an indicator looked at on the way to a decision, gathered only on request.

/// Hears what an indicator looks at. A silent one costs a branch: no words are built for it.
#[derive(Debug)]
pub struct Witness(Option<Vec<Line>>);

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
        Witness(None)
    }

    /// Gathers what is said.
    pub const fn listening() -> Witness {
        Witness(Some(Vec::new()))
    }

    /// Hears something worth knowing that is not a test.
    #[inline]
    pub(crate) fn say(&mut self, words: impl FnOnce() -> String) {
        if let Some(lines) = &mut self.0 {
            lines.push(Line { words: words(), passed: None });
        }
    }

    /// Hears of a test and whether it was passed, and returns that, so that the words and the decision cannot
    /// differ.
    #[inline]
    pub(crate) fn test(&mut self, passed: bool, words: impl FnOnce() -> String) -> bool {
        if let Some(lines) = &mut self.0 {
            lines.push(Line { words: words(), passed: Some(passed) });
        }
        passed
    }

    /// What was heard, in order.
    pub fn into_lines(self) -> Vec<Line> {
        self.0.unwrap_or_default()
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

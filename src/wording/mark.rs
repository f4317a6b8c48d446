//! Marks: better, worse, met and the like as a symbol with a word, never one without the other; colour adds nothing.

use super::target::met_or_not;
use crate::benchmark::significance::Significance;
use crate::ink::Ink;
use crate::unit::Good;

/// The marks, in one line.
pub(crate) const LEGEND: &str = "▲ better, ▼ worse: at 95%; ≈ chance: cannot be told; · not tested; ✓ met, ✗ not met";

/// A mark beside a figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "each is what its name says")]
pub(crate) enum Mark {
    Better,
    Worse,
    Chance,
    Untested,
    Met,
    NotMet,
}

impl Mark {
    /// Every mark.
    pub(crate) const ALL: [Mark; 6] =
        [Mark::Better, Mark::Worse, Mark::Chance, Mark::Untested, Mark::Met, Mark::NotMet];

    /// The symbol and its word, separately.
    pub(crate) fn parts(self) -> (&'static str, &'static str) {
        match self {
            Mark::Better => ("▲", "better"),
            Mark::Worse => ("▼", "worse"),
            Mark::Chance => ("≈", "chance"),
            Mark::Untested => ("·", "not tested"),
            Mark::Met => ("✓", met_or_not(true)),
            Mark::NotMet => ("✗", met_or_not(false)),
        }
    }

    /// The word alone: `better`, `chance`.
    pub(crate) fn word(self) -> &'static str {
        self.parts().1
    }

    /// The symbol and its word: `▲ better`.
    pub(crate) fn in_words(self) -> String {
        let (symbol, word) = self.parts();
        format!("{symbol} {word}")
    }

    /// The mark of a difference.
    pub(crate) fn of_significance(significance: Significance) -> Mark {
        match significance {
            Significance::Better => Mark::Better,
            Significance::Worse => Mark::Worse,
            Significance::NotSignificant => Mark::Chance,
            Significance::NotTested => Mark::Untested,
        }
    }

    /// The mark of a position in a funnel as the tables have it: `within`, `above 95%`.
    pub(crate) fn of_position(position: &str, good: Good) -> Mark {
        match (position.starts_with("above"), position.starts_with("below"), good) {
            (false, false, _) => Mark::Chance,
            (true, _, Good::High) | (_, true, Good::Low) => Mark::Better,
            (true, _, Good::Low) | (_, true, Good::High) => Mark::Worse,
        }
    }

    /// The mark of a target.
    pub(crate) fn of_target(met: bool) -> Mark {
        if met { Mark::Met } else { Mark::NotMet }
    }
}

/// Colours the marks in a text, where there is colour.
pub(crate) fn inked(text: &str, ink: Ink) -> String {
    let good = |text: String, mark: Mark| text.replace(&mark.in_words(), &ink.good(&mark.in_words()));
    let bad = |text: String, mark: Mark| text.replace(&mark.in_words(), &ink.bad(&mark.in_words()));
    let text = [Mark::Better, Mark::Met].into_iter().fold(text.to_owned(), good);
    [Mark::Worse, Mark::NotMet].into_iter().fold(text, bad)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_funnel_is_judged_by_which_way_is_good() {
        for (position, high, low) in [
            ("within", Mark::Chance, Mark::Chance),
            ("above 95%", Mark::Better, Mark::Worse),
            ("below 99.8%", Mark::Worse, Mark::Better),
        ] {
            assert_eq!(Mark::of_position(position, Good::High), high);
            assert_eq!(Mark::of_position(position, Good::Low), low);
        }
    }

    #[test]
    fn colour_changes_no_word() {
        let text = "▲ better ▼ worse ≈ chance ✓ met ✗ not met";
        assert_eq!(inked(text, Ink::Plain), text);
        let coloured = inked(text, Ink::Coloured);
        let plain: String =
            coloured.split('\u{1b}').map(|part| part.split_once('m').map_or(part, |(_, rest)| rest)).collect();
        assert_ne!(coloured, text);
        assert_eq!(plain, text);
        assert_eq!(coloured.matches('\u{1b}').count(), 2 * 4, "chance has none: {coloured}");
    }

    #[test]
    fn the_legend_is_one_line_and_has_every_mark() {
        assert!(LEGEND.chars().count() <= 100, "{}", LEGEND.chars().count());
        for mark in [Mark::Better, Mark::Worse, Mark::Chance, Mark::Untested, Mark::Met, Mark::NotMet] {
            assert!(LEGEND.contains(&mark.in_words()), "{mark:?}");
            let (symbol, word) = mark.parts();
            assert_eq!((symbol.chars().count(), word.is_empty()), (1, false), "{mark:?}");
        }
    }
}

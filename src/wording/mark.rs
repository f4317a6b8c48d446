//! Marks: better, worse, met and the like as a symbol with a word, never one without the other; colour adds nothing.

use super::target::met_or_not;
use crate::benchmark::significance::Significance;
use crate::benchmark::targets::MetAt95;
use crate::ink::Ink;
use crate::unit::Good;

/// The marks, in one line.
pub(crate) const LEGEND: &str = "▲ better, ▼ worse: significant at 95%; ≈ similar: not significantly different; · not tested; \
    ✓ met; ✗ not met, significant at 95%; ○ not met, not significant";

/// What each mark means, in the order of the legend; marks that are told together stand together.
const MEANINGS: [(&[Mark], &str); 7] = [
    (&[Mark::Better, Mark::Worse], "▲ better, ▼ worse: significant at 95%"),
    (&[Mark::Similar], "≈ similar: not significantly different"),
    (&[Mark::Untested], "· not tested"),
    (&[Mark::Met], "✓ met"),
    (&[Mark::NotMet], "✗ not met, significant at 95%"),
    (&[Mark::NotMetUnsure], "○ not met, not significant"),
    (&[Mark::BetterAt99_8, Mark::WorseAt99_8], "▲▲ better at 99.8%, ▼▼ worse at 99.8%"),
];

/// The legend of the marks whose symbols are shown, in one line.
pub(crate) fn legend(is_shown: impl Fn(&str) -> bool) -> String {
    let meanings = MEANINGS.iter().filter(|(marks, _)| marks.iter().any(|mark| is_shown(mark.parts().0)));
    meanings.map(|(_, meaning)| *meaning).collect::<Vec<_>>().join("; ")
}

/// A mark beside a figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "each is what its name says")]
pub(crate) enum Mark {
    Better,
    Worse,
    BetterAt99_8,
    WorseAt99_8,
    Similar,
    Untested,
    Met,
    NotMet,
    /// Not met, and not statistically significant.
    NotMetUnsure,
}

impl Mark {
    /// Every mark.
    pub(crate) const ALL: [Mark; 9] = [
        Mark::Better,
        Mark::Worse,
        Mark::BetterAt99_8,
        Mark::WorseAt99_8,
        Mark::Similar,
        Mark::Untested,
        Mark::Met,
        Mark::NotMet,
        Mark::NotMetUnsure,
    ];

    /// The symbol and its word, separately.
    pub(crate) fn parts(self) -> (&'static str, &'static str) {
        match self {
            Mark::Better => ("▲", "better"),
            Mark::Worse => ("▼", "worse"),
            Mark::BetterAt99_8 => ("▲▲", "better at 99.8%"),
            Mark::WorseAt99_8 => ("▼▼", "worse at 99.8%"),
            Mark::Similar => ("≈", "similar"),
            Mark::Untested => ("·", "not tested"),
            Mark::Met => ("✓", met_or_not(true)),
            Mark::NotMet => ("✗", met_or_not(false)),
            Mark::NotMetUnsure => ("○", "not met, not significant"),
        }
    }

    /// The word alone: `better`, `similar`.
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
            Significance::NotSignificant => Mark::Similar,
            Significance::NotTested => Mark::Untested,
        }
    }

    /// The mark of a difference that is tested at 99.8% too.
    pub(crate) fn at_both(significance: Significance, is_beyond_99_8: bool) -> Mark {
        match (significance, is_beyond_99_8) {
            (Significance::Better, true) => Mark::BetterAt99_8,
            (Significance::Worse, true) => Mark::WorseAt99_8,
            _ => Mark::of_significance(significance),
        }
    }

    /// The mark of a position in a funnel as the tables have it: `within`, `above 95%`.
    pub(crate) fn of_position(position: &str, good: Good) -> Mark {
        match (position.starts_with("above"), position.starts_with("below"), good) {
            (false, false, _) => Mark::Similar,
            (true, _, Good::High) | (_, true, Good::Low) => Mark::Better,
            (true, _, Good::Low) | (_, true, Good::High) => Mark::Worse,
        }
    }

    /// The mark of a target: one that is missed, but not significantly, has its own.
    pub(crate) fn of_target(met: bool, significance: Option<MetAt95>) -> Mark {
        match (met, significance) {
            (true, _) => Mark::Met,
            (false, Some(MetAt95::NotMet)) => Mark::NotMet,
            (false, _) => Mark::NotMetUnsure,
        }
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
            ("within", Mark::Similar, Mark::Similar),
            ("above 95%", Mark::Better, Mark::Worse),
            ("below 99.8%", Mark::Worse, Mark::Better),
        ] {
            assert_eq!(Mark::of_position(position, Good::High), high);
            assert_eq!(Mark::of_position(position, Good::Low), low);
        }
    }

    #[test]
    fn colour_changes_no_word() {
        let text = "▲ better ▼ worse ≈ similar ✓ met ✗ not met ○ not met, not significant";
        assert_eq!(inked(text, Ink::Plain), text);
        let coloured = inked(text, Ink::Coloured);
        let plain: String =
            coloured.split('\u{1b}').map(|part| part.split_once('m').map_or(part, |(_, rest)| rest)).collect();
        assert_ne!(coloured, text);
        assert_eq!(plain, text);
        assert_eq!(coloured.matches('\u{1b}').count(), 2 * 4, "what is not significant has none: {coloured}");
    }

    #[test]
    fn the_legend_has_every_mark_that_is_shown_and_no_other() {
        assert_eq!(legend(|symbol| symbol == "≈"), "≈ similar: not significantly different");
        assert_eq!(legend(|_| false), "");
        assert_eq!(legend(|symbol| !["▲▲", "▼▼"].contains(&symbol)), LEGEND);
        for mark in Mark::ALL {
            assert!(legend(|_| true).contains(&mark.in_words()), "{mark:?}");
        }
    }

    #[test]
    fn a_target_missed_by_no_significant_gap_has_its_own_mark() {
        use MetAt95::{Met, NotMet, Unclear};
        let marks = [Some(NotMet), Some(Unclear), Some(Met), None].map(|told| Mark::of_target(false, told));
        assert_eq!(marks, [Mark::NotMet, Mark::NotMetUnsure, Mark::NotMetUnsure, Mark::NotMetUnsure]);
        assert_eq!([Some(Met), Some(Unclear)].map(|told| Mark::of_target(true, told)), [Mark::Met; 2]);
    }

    #[test]
    fn what_is_significant_at_99_8_is_marked_apart() {
        use Significance::{Better, NotSignificant, Worse};
        let marks = [Better, Worse, NotSignificant].map(|told| Mark::at_both(told, true));
        assert_eq!(marks, [Mark::BetterAt99_8, Mark::WorseAt99_8, Mark::Similar]);
        assert_eq!(Mark::at_both(Better, false), Mark::Better);
    }
}

//! A target in words: what is to be reached, whether it is met, and how far away it is.

use super::counts::count_with_commas;
use crate::benchmark::Against;
use crate::benchmark::targets::{Children, MetAt95};
use crate::rounding::Tenths;
use crate::seeds::indicators::IndicatorSeed;
use crate::unit::Good;

/// What words need of a value beside a target.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct TargetInWords {
    /// What is to be reached, and by when: `60 by 2011`.
    pub goal: String,
    /// Whether it is met; none where there is no value, or it may not be judged.
    pub met: Option<bool>,
    /// Why the value may not be judged: `looks back further than the returns`.
    pub not_judged: Option<String>,
    /// How far the value lies above it.
    pub above: Option<Tenths>,
    /// The gap in children.
    pub children: Option<Children>,
    /// Whether that is significant.
    pub significance: Option<MetAt95>,
}

impl From<&Against> for TargetInWords {
    fn from(against: &Against) -> TargetInWords {
        TargetInWords {
            goal: format!("{} by {}", against.target.value, against.target.year),
            met: against.met,
            not_judged: against.not_judged.map(|why| why.to_string()),
            above: against.above,
            children: against.children,
            significance: against.significance,
        }
    }
}

impl TargetInWords {
    /// In a few words: `60 by 2011: not met, 12.5 below`.
    pub(crate) fn in_short(&self) -> String {
        let Some(met) = self.met else { return self.not_known("") };
        let gap = self.gap("").map(|gap| format!(", {gap}")).unwrap_or_default();
        format!("{}: {}{gap}", self.goal, met_or_not(met))
    }

    /// In full: `60 by 2011: not met, 12.5 points below, 3 more children at level 4 or above in English would meet
    /// it (at 95%: cannot be told)`.
    pub(crate) fn in_full(&self, seed: &IndicatorSeed) -> String {
        match self.met {
            None => self.not_known(", for the figure "),
            Some(met) => format!("{}: {}{}", self.goal, met_or_not(met), self.beside(seed)),
        }
    }

    /// In full, for readers who do not know what 95% means: `60 by 2011: not met, 12.5 points below; whether that is more than
    /// chance cannot be told`.
    pub(crate) fn in_plain_words(&self, seed: &IndicatorSeed) -> String {
        let Some(met) = self.met else { return self.not_known(", for the figure ") };
        let chance = self.significance.map(|significance| match significance.is_beyond_chance(met) {
            true => "; that is more than chance would explain",
            false => "; whether that is more than chance cannot be told",
        });
        format!("{}: {}{}{}", self.goal, met_or_not(met), self.gaps(seed), chance.unwrap_or_default())
    }

    /// The goal alone where there is no value; that it is not known whether it is met, and why where `because` leads to
    /// that, where the value may not be judged.
    pub(crate) fn not_known(&self, because: &str) -> String {
        match &self.not_judged {
            Some(_) if because.is_empty() => format!("{}: not known", self.goal),
            Some(why) => format!("{}: not known{because}{why}", self.goal),
            None => self.goal.clone(),
        }
    }

    /// What follows met or not met: the gap in points and in children, and its significance.
    pub(crate) fn beside(&self, seed: &IndicatorSeed) -> String {
        let significance =
            self.significance.map(|significance| format!(" (at 95%: {})", significance.name())).unwrap_or_default();
        self.gaps(seed) + &significance
    }

    /// The gap in points and in children.
    pub(crate) fn gaps(&self, seed: &IndicatorSeed) -> String {
        let gaps = [self.gap(" points"), self.children.map(|children| in_children(children, seed))];
        gaps.into_iter().flatten().map(|gap| format!(", {gap}")).collect()
    }

    fn gap(&self, points: &str) -> Option<String> {
        let above = self.above?;
        let size = Tenths(above.0.abs());
        match above.0 {
            // A gap that rounds to zero is still a gap.
            0 => (self.met == Some(false)).then(|| format!("by less than 0.1{points}")),
            1.. => Some(format!("{size}{points} above")),
            _ => Some(format!("{size}{points} below")),
        }
    }
}

/// As the tables have it, where a value may not be judged.
pub(crate) const NOT_KNOWN: &str = "not_known";

/// As the tables have it.
pub fn met_or_not(met: bool) -> &'static str {
    if met { "met" } else { "not met" }
}

/// Whether a target is met, as the tables have it; blank where there is no value.
pub(crate) fn met_in_tables(against: &Against) -> &'static str {
    let unknown = if against.not_judged.is_some() { NOT_KNOWN } else { "" };
    against.met.map_or(unknown, met_or_not)
}

/// `3 more children at level 4 or above in English would meet it`, `with 2 children to spare`.
pub(crate) fn in_children(children: Children, seed: &IndicatorSeed) -> String {
    match children {
        Children::Short(short) => {
            let way = match seed.good {
                Good::High => "more",
                Good::Low => "fewer",
            };
            let who = [seed.called(short), seed.met_by.as_str()].join(" ");
            format!("{} {way} {} would meet it", count_with_commas(short), who.trim_end())
        }
        Children::ToSpare(0) => format!("with no {} to spare", seed.person),
        Children::ToSpare(to_spare) => {
            format!("with {} {} to spare", count_with_commas(to_spare), seed.called(to_spare))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::seeds::Seeds;

    fn seed(number: u16) -> IndicatorSeed {
        let seeds = Seeds::built_in().unwrap().indicators;
        seeds.into_iter().find(|seed| seed.number == number).unwrap()
    }

    fn target(met: bool, above: i64, children: Children) -> TargetInWords {
        TargetInWords {
            goal: "60 by 2011".to_owned(),
            met: Some(met),
            not_judged: None,
            above: Some(Tenths(above)),
            children: Some(children),
            significance: None,
        }
    }

    #[test]
    fn children_short_are_more_where_high_is_good_and_fewer_where_low_is() {
        let english = "at level 4 or above in English would meet it";
        let moves = "with three or more placements would meet it";
        for (number, short, expected) in [
            (99, 2, format!("2 more children {english}")),
            (99, 1, format!("1 more child {english}")),
            (62, 2, format!("2 fewer children {moves}")),
            (62, 1, format!("1 fewer child {moves}")),
        ] {
            let said = target(false, -125, Children::Short(short)).in_full(&seed(number));
            assert_eq!(said, format!("60 by 2011: not met, 12.5 points below, {expected}"));
        }
    }

    #[test]
    fn those_counted_are_called_what_they_are() {
        for (children, expected) in [
            (Children::Short(1), "1 more care leaver in suitable accommodation would meet it"),
            (Children::Short(2), "2 more care leavers in suitable accommodation would meet it"),
            (Children::ToSpare(0), "with no care leaver to spare"),
            (Children::ToSpare(3), "with 3 care leavers to spare"),
            (Children::ToSpare(1_200), "with 1,200 care leavers to spare"),
        ] {
            assert_eq!(in_children(children, &seed(147)), expected);
        }
    }

    #[test]
    fn children_to_spare_where_it_is_met() {
        for (to_spare, expected) in
            [(0, "with no child to spare"), (1, "with 1 child to spare"), (2, "with 2 children to spare")]
        {
            let said = target(true, 1, Children::ToSpare(to_spare)).in_full(&seed(99));
            assert_eq!(said, format!("60 by 2011: met, 0.1 points above, {expected}"));
        }
        let just = target(true, 0, Children::ToSpare(0));
        assert_eq!(just.in_full(&seed(99)), "60 by 2011: met, with no child to spare");
        assert_eq!(just.in_short(), "60 by 2011: met");
    }

    #[test]
    fn a_gap_that_rounds_to_nothing_is_said() {
        // 5,999 of 10,000 are 59.99%.
        let said = target(false, 0, Children::Short(1));
        assert_eq!(said.in_short(), "60 by 2011: not met, by less than 0.1");
        assert!(said.in_full(&seed(99)).starts_with("60 by 2011: not met, by less than 0.1 points, 1 more child"));
    }

    #[test]
    fn what_95_percent_tells_is_said_in_plain_words() {
        let said = |met, significance| {
            let target = TargetInWords { significance, children: None, ..target(met, -125, Children::Short(1)) };
            target.in_plain_words(&seed(99))
        };
        let missed = "60 by 2011: not met, 12.5 points below";
        let untold = "whether that is more than chance cannot be told";
        assert_eq!(said(false, None), missed);
        assert_eq!(said(false, Some(MetAt95::Unclear)), format!("{missed}; {untold}"));
        assert_eq!(said(false, Some(MetAt95::NotMet)), format!("{missed}; that is more than chance would explain"));
        assert_eq!(said(true, Some(MetAt95::Unclear)), format!("60 by 2011: met, 12.5 points below; {untold}"));
        let none = TargetInWords { met: None, ..target(true, 0, Children::Short(1)) };
        assert_eq!(none.in_plain_words(&seed(99)), "60 by 2011");
    }

    #[test]
    fn a_mean_score_has_no_children_and_a_place_without_a_figure_only_the_goal() {
        let score = TargetInWords {
            children: None,
            significance: Some(MetAt95::Unclear),
            ..target(false, 14, Children::Short(1))
        };
        assert_eq!(score.in_full(&seed(58)), "60 by 2011: not met, 1.4 points above (at 95%: cannot be told)");
        let none = TargetInWords { met: None, above: None, children: None, ..score };
        assert_eq!((none.in_full(&seed(58)), none.in_short()), ("60 by 2011".to_owned(), "60 by 2011".to_owned()));
    }

    #[test]
    fn every_percentage_says_what_its_children_are() {
        let said = |seed: &IndicatorSeed| !seed.met_by.is_empty();
        let seeds = Seeds::built_in().unwrap().indicators;
        let without: Vec<u16> = seeds.iter().filter(|seed| !said(seed)).map(|seed| seed.number).collect();
        assert_eq!(without, [58]);
    }
}

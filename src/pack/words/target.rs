//! A target in whole sentences: whether it is met, by how much, and whether that is significant.

use super::phrases::{capital, goal, significance};
use crate::benchmark::targets::Children;
use crate::pack::{OfIndicator, Target};
use crate::printed::Printed;
use crate::rounding::Tenths;
use crate::seeds::indicators::IndicatorSeed;
use crate::wording::target::in_children;

/// One or two sentences; none where there is no figure to judge it by.
pub(crate) fn sentences(of: &OfIndicator, target: &Target, seed: &IndicatorSeed) -> Vec<String> {
    let goal = capital(&goal(of, target));
    let told = significance(target);
    let children = children(of, target);
    match (target.met, children) {
        (None, _) => Vec::new(),
        (Some(true), Some(to_spare @ Children::ToSpare(_))) => {
            vec![format!("{goal} is met, {}{told}", in_children(to_spare, seed))]
        }
        (Some(true), _) => vec![format!("{goal} is met{}{told}", gap(target, "just reaches it"))],
        (Some(false), short) => {
            let yet = if is_yet_to_come(of, target) { " yet" } else { "" };
            let missed = format!("{goal} is not met{yet}{}{told}", gap(target, "just misses it"));
            let short = short.filter(|children| matches!(children, Children::Short(_)));
            [Some(missed), short.map(|short| in_children(short, seed))].into_iter().flatten().collect()
        }
    }
}

/// The gap in children, where the counts behind it are shown exactly.
fn children(of: &OfIndicator, target: &Target) -> Option<Children> {
    let is_number = |printed| matches!(printed, Printed::Number(_));
    let are_shown = is_number(of.numbers.numerator) && is_number(of.numbers.denominator) && of.counts_to == 1;
    target.children.filter(|_| are_shown)
}

/// `: the figure is 12.5 points below it`.
fn gap(target: &Target, just: &str) -> String {
    let Some(Tenths(above)) = target.above else { return String::new() };
    let size = Tenths(above.saturating_abs());
    match above {
        0 => format!(": the figure {just}"),
        1.. => format!(": the figure is {size} points above it"),
        _ => format!(": the figure is {size} points below it"),
    }
}

/// Whether the target's year is after the figure's.
fn is_yet_to_come(of: &OfIndicator, target: &Target) -> bool {
    of.years.last().is_some_and(|(year, _)| target.year > *year)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::benchmark::targets::MetAt95;
    use crate::pack::by_hand::{of, said_after, target};

    #[test]
    fn a_target_is_met_as_it_is_and_whether_that_is_significant_is_said() {
        let against = |number, met, above, children, significance| {
            let target = Target { children, ..target("60", met, above, significance) };
            said_after(&OfIndicator { targets: vec![target], ..of(number, 20, 52, 385) })
        };
        let goal = "The national target of 60% by 2011";
        assert_eq!(
            against(99, false, -215, Some(Children::Short(12)), Some(MetAt95::NotMet)),
            [
                format!("{goal} is not met: the figure is 21.5 points below it; this is statistically significant."),
                "12 more children at level 4 or above in English would meet it.".to_owned()
            ]
        );
        assert_eq!(
            against(99, false, -19, Some(Children::Short(1)), Some(MetAt95::Unclear)),
            [
                format!("{goal} is not met: the figure is 1.9 points below it; this is not statistically significant."),
                "1 more child at level 4 or above in English would meet it.".to_owned()
            ]
        );
        assert_eq!(
            against(62, false, 19, None, None),
            [format!("{goal} is not met: the figure is 1.9 points above it; this was not tested.")]
        );
        assert_eq!(
            against(99, true, 19, Some(Children::ToSpare(2)), Some(MetAt95::Unclear)),
            [format!("{goal} is met, with 2 children to spare; this is not statistically significant.")]
        );
        assert_eq!(
            against(99, true, 19, None, Some(MetAt95::Met)),
            [format!("{goal} is met: the figure is 1.9 points above it; this is statistically significant.")]
        );
        // What does not agree is not told.
        let odd = against(99, true, 19, None, Some(MetAt95::NotMet));
        assert_eq!(
            odd,
            [format!("{goal} is met: the figure is 1.9 points above it; this is not statistically significant.")]
        );
        let just = |met| against(99, met, 0, None, Some(MetAt95::Unclear));
        assert_eq!(
            just(true),
            [format!("{goal} is met: the figure just reaches it; this is not statistically significant.")]
        );
        assert_eq!(
            just(false),
            [format!("{goal} is not met: the figure just misses it; this is not statistically significant.")]
        );
    }

    #[test]
    fn a_target_of_the_place_and_one_to_come() {
        let own = Target { is_local: true, year: 2012, ..target("12.5", false, 19, Some(MetAt95::Unclear)) };
        let score = OfIndicator { targets: vec![own.clone()], ..of(58, 0, 52, 144) };
        assert_eq!(
            said_after(&score),
            [
                "The local target of 12.5 by 2012 is not met yet: the figure is 1.9 points above it; this is not statistically significant."
            ]
        );
        let unjudged = Target { met: None, significance: None, above: None, ..own };
        assert_eq!(said_after(&OfIndicator { targets: vec![unjudged], ..score }), Vec::<String>::new());
    }

    #[test]
    fn children_are_not_counted_where_counts_are_not_as_they_are() {
        let target = Target { children: Some(Children::Short(12)), ..target("60", false, -215, None) };
        let exact = OfIndicator { targets: vec![target], ..of(99, 20, 52, 385) };
        let rounded = OfIndicator { counts_to: 5, ..exact.clone() };
        let mut hidden = exact.clone();
        hidden.numbers.numerator = Printed::Confidential;
        assert_eq!([&exact, &rounded, &hidden].map(|of| said_after(of).len()), [2, 1, 1]);
    }
}

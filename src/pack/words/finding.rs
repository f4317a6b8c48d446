//! The finding of one indicator, in one sentence: how it stands beside England, else beside its target, else beside the year
//! before, else the figure itself.

use super::care::Remark;
use super::change::change_of;
use super::known::{Known, value_in_words};
use super::phrases::{capital, goal, is_significant};
use crate::benchmark::significance::Significance;
use crate::pack::{Beside, Change, OfIndicator, Target};
use crate::printed::Printed;
use crate::seeds::indicators::IndicatorSeed;
use crate::unit::Unit;
use crate::verdict::Reliance;
use crate::wording::as_printed::OF_SO_FEW;
use std::cmp::Ordering;

/// The sentence, without a full stop: it is a title too.
pub fn finding(of: &OfIndicator, seed: &IndicatorSeed) -> String {
    match Known::of(&of.numbers) {
        Known::Hidden if of.is_of_so_few() => capital(OF_SO_FEW),
        Known::Hidden => "Not shown, to protect children".to_owned(),
        Known::Nobody => format!("No {} to count, so there is no figure", called(seed)),
        Known::NotAvailable => "There is no figure".to_owned(),
        Known::Shown if is_unreliable(of) => "Unreliable: do not use this figure".to_owned(),
        Known::Shown => beside_england(of, seed)
            .or_else(|| of.targets.iter().find_map(|target| beside_target(of, target)))
            .or_else(|| since(of, change_of(of)?))
            .unwrap_or_else(|| itself(of, seed)),
    }
}

fn is_unreliable(of: &OfIndicator) -> bool {
    matches!(Remark::read(&of.note), Some(Remark::Verdict(Reliance::NotUsable, _)))
}

/// `More than in England had three or more placements, but not significantly`.
fn beside_england(of: &OfIndicator, seed: &IndicatorSeed) -> Option<String> {
    let england @ Beside { value, significance, .. } = of.england.as_ref()?;
    let than = england.year_in_words(&of.indicator).map(|year| format!(" of {year}")).unwrap_or_default();
    let [own, england] = [of.numbers.value, *value].map(tenths);
    let (side, did) = (own?.cmp(&england?), did(seed));
    let way = |more: &'static str, fewer: &'static str| if side == Ordering::Greater { more } else { fewer };
    let told = match significance.as_ref()? {
        Significance::Better => Some("better"),
        Significance::Worse => Some("worse"),
        Significance::NotSignificant => None,
        Significance::NotTested => return None,
    };
    Some(match (seed.unit, told) {
        (Unit::Percent, Some(told)) => {
            format!("Significantly {} than in England{than} {did}, which is {told}", way("more", "fewer"))
        }
        (Unit::Percent, None) if side == Ordering::Equal => format!("As many as in England{than} {did}"),
        (Unit::Percent, None) => {
            format!("{} than in England{than} {did}, but not significantly", way("More", "Fewer"))
        }
        (Unit::Score, Some(told)) => {
            format!("The mean score is significantly {} England's{than}, which is {told}", way("above", "below"))
        }
        (Unit::Score, None) if side == Ordering::Equal => format!("The mean score is the same as England's{than}"),
        (Unit::Score, None) => {
            format!("The mean score is {} England's{than}, but not significantly", way("above", "below"))
        }
    })
}

fn beside_target(of: &OfIndicator, target: &Target) -> Option<String> {
    let goal = capital(&goal(of, target));
    Some(match (target.met?, is_significant(target)) {
        (true, _) => format!("{goal} is met"),
        (false, true) => format!("{goal} is significantly missed"),
        (false, false) => format!("{goal} is missed, but not significantly"),
    })
}

fn since(of: &OfIndicator, Change { significance, from_year, .. }: &Change) -> Option<String> {
    let from = of.indicator.years.in_words(*from_year);
    match significance {
        Significance::Better => Some(format!("Significantly better than in {from}")),
        Significance::Worse => Some(format!("Significantly worse than in {from}")),
        Significance::NotSignificant => Some(format!("Not significantly different from {from}")),
        Significance::NotTested => None,
    }
}

/// `11.3% of children in care had three or more placements`.
fn itself(of: &OfIndicator, seed: &IndicatorSeed) -> String {
    let value = value_in_words(of.numbers.value, seed.unit).unwrap_or_default();
    match seed.unit {
        Unit::Percent if of.numbers.value == Printed::RoundsToNought => {
            format!("So few {} {} that the figure rounds to zero", called(seed), did(seed))
        }
        Unit::Percent => format!("{value} of {} {}", called(seed), did(seed)),
        Unit::Score => format!("The mean score is {value}"),
    }
}

fn tenths(printed: Printed) -> Option<i64> {
    match printed {
        Printed::Number(tenths) => Some(tenths),
        Printed::RoundsToNought => Some(0),
        Printed::Confidential | Printed::NotApplicable | Printed::NotAvailable => None,
    }
}

/// `children in care`.
fn called(seed: &IndicatorSeed) -> String {
    format!("{} {}", seed.people, seed.who).trim_end().to_owned()
}

/// `had three or more placements`, `were placed for adoption in time`: as short as the seed has it.
fn did(seed: &IndicatorSeed) -> String {
    match (seed.did.as_str(), seed.met_by.as_str()) {
        ("", _) => "were counted".to_owned(),
        (did, met_by) if did.starts_with("were ") && !met_by.is_empty() => format!("were {met_by}"),
        (did, _) => did.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::benchmark::targets::MetAt95;
    use crate::pack::by_hand::any::of_any;
    use crate::pack::by_hand::measured::{is_readable, says_too_much};
    use crate::pack::by_hand::{beside, change, of, seed, target, with_numbers};
    use crate::printed::Numbers;
    use proptest::prelude::*;

    fn said(of: &OfIndicator) -> String {
        finding(of, seed(of.indicator.number))
    }

    fn with_england(number: u16, england: i64, significance: Significance) -> String {
        said(&OfIndicator { england: beside("England", england, significance), ..of(number, 19, 168, 113) })
    }

    #[test]
    fn a_finding_says_which_side_of_england_and_whether_that_is_significant() {
        let moves = "had three or more placements";
        for (england, significance, expected) in [
            (102, Significance::NotSignificant, format!("More than in England {moves}, but not significantly")),
            (124, Significance::NotSignificant, format!("Fewer than in England {moves}, but not significantly")),
            (113, Significance::NotSignificant, format!("As many as in England {moves}")),
            (50, Significance::Worse, format!("Significantly more than in England {moves}, which is worse")),
            (200, Significance::Better, format!("Significantly fewer than in England {moves}, which is better")),
            (50, Significance::NotTested, format!("11.3% of children in care {moves}")),
        ] {
            assert_eq!(with_england(62, england, significance), expected);
        }
        assert_eq!(
            with_england(58, 102, Significance::Worse),
            "The mean score is significantly above England's, which is worse"
        );
    }

    #[test]
    fn without_england_it_is_of_the_target_then_of_the_year_before() {
        let plain = OfIndicator { change: change(58, Significance::Better), ..of(99, 20, 52, 385) };
        let against = |met, significance| {
            let targets = vec![target("60", met, -215, significance)];
            said(&OfIndicator { targets, ..plain.clone() })
        };
        let goal = "The national target of 60% by 2011";
        assert_eq!(against(true, Some(MetAt95::Unclear)), format!("{goal} is met"));
        assert_eq!(against(false, Some(MetAt95::NotMet)), format!("{goal} is significantly missed"));
        assert_eq!(against(false, Some(MetAt95::Unclear)), format!("{goal} is missed, but not significantly"));
        assert_eq!(said(&plain), "Significantly better than in 2010");
    }

    proptest! {
        #[test]
        fn whatever_the_figure_no_more_is_said_than_is_told(of in of_any()) {
            let said = said(&of);
            prop_assert!(is_readable(&format!("{said}.")), "{said}");
            prop_assert!(!says_too_much(&said, std::slice::from_ref(&of)), "{said}");
            prop_assert!(of.is_shown() || !said.contains("England") && !said.contains("target"), "{said}");
        }
    }

    #[test]
    fn of_what_is_not_shown_or_unreliable_nothing_else_is_said() {
        let england = beside("England", 50, Significance::Worse);
        let with = |printed| {
            let of = OfIndicator { england: england.clone(), ..with_numbers(62, Numbers::all(printed)) };
            said(&of)
        };
        assert_eq!(with(Printed::Confidential), "Not shown, to protect children");
        assert_eq!(with(Printed::NotAvailable), "There is no figure");
        assert_eq!(with(Printed::NotApplicable), "No children in care to count, so there is no figure");
        let note = "unreliable: earlier returns missing".to_owned();
        let unreliable = OfIndicator { england, note, ..of(62, 19, 168, 113) };
        assert_eq!(said(&unreliable), "Unreliable: do not use this figure");
    }
}

//! Targets that are met and targets that are not, and what is better or worse than England.

use super::counted::{beside_england, shown};
use super::entries::Entry;
use crate::benchmark::significance::Significance;
use crate::pack::words::phrases::{capital, goal, is_significant, significance};
use crate::pack::{OfIndicator, Target};
use crate::rounding::Tenths;
use crate::wording::counts::{agreeing, listed, spelled_out};

/// A target met or missed by a significant gap.
const TOLD: u8 = 0;
/// A difference from England.
const ENGLAND: u8 = 1;
/// A target met or missed by a gap that is not significant.
const UNTOLD: u8 = 2;

/// Targets that are met, and indicators that are better than England.
pub(crate) fn met(all: &[OfIndicator]) -> Vec<Entry> {
    let of = |of: &OfIndicator, target: &Target| Entry {
        gravity: gravity(target),
        number: of.indicator.number,
        alone: format!("{}, meets {}{}", of.indicator.named(), goal(of, target), significance(target)),
        together: format!("{} targets also met{}", capital(target.whose()), in_brackets(target)),
    };
    judged(all, true).map(|(one, target)| of(one, target)).chain(england(all, Significance::Better, "better")).collect()
}

/// Targets that are not met, and indicators that are worse than England.
pub fn behind(all: &[OfIndicator]) -> Vec<Entry> {
    let of = |of: &OfIndicator, target: &Target| Entry {
        gravity: gravity(target),
        number: of.indicator.number,
        alone: format!("{}, {} {}{}", of.indicator.named(), misses(target), goal(of, target), significance(target)),
        together: format!("{} targets also missed{}", capital(target.whose()), in_brackets(target)),
    };
    judged(all, false).map(|(one, target)| of(one, target)).chain(england(all, Significance::Worse, "worse")).collect()
}

fn judged(all: &[OfIndicator], met: bool) -> impl Iterator<Item = (&OfIndicator, &Target)> {
    let targets = shown(all).flat_map(|of| of.targets.iter().map(move |target| (of, target)));
    targets.filter(move |(_, target)| target.met == Some(met))
}

fn gravity(target: &Target) -> u8 {
    if is_significant(target) { TOLD } else { UNTOLD }
}

/// ` (statistically significant)`.
fn in_brackets(target: &Target) -> &'static str {
    match target.significance {
        _ if is_significant(target) => " (statistically significant)",
        Some(_) => " (not statistically significant)",
        None => " (not tested)",
    }
}

/// `is 11.9 points below`.
fn misses(target: &Target) -> String {
    match target.above {
        None => "misses".to_owned(),
        Some(Tenths(0)) => "just misses".to_owned(),
        Some(Tenths(above)) => {
            let way = if above > 0 { "above" } else { "below" };
            format!("is {} points {way}", Tenths(above.saturating_abs()))
        }
    }
}

/// `Three indicators are significantly worse than England: NI 62, 63 and 101`.
fn england(all: &[OfIndicator], significance: Significance, way: &str) -> Option<Entry> {
    let numbers = beside_england(all, significance);
    let first = *numbers.first()?;
    let (how_many, indicators) =
        (capital(&spelled_out(numbers.len())), agreeing(numbers.len(), "indicator is", "indicators are"));
    let said = format!("{how_many} {indicators} significantly {way} than England: NI {}", listed(&numbers));
    Some(Entry { gravity: ENGLAND, number: first, together: said.clone(), alone: said })
}

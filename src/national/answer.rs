//! The opening and the finding of each part: how the place stands, what moved, and where its authorities differ. Both name
//! only what is beyond 99.8%, or significant after correction for the number of tests.

use super::moved::Found;
use super::published::Within;
use super::{Headings, OfSpread, Shown, areas};
use crate::benchmark::funnel::Spread;
use crate::pack::summary::national_targets;
use crate::pack::words::phrases::{capital, plain};
use crate::wording::counts::{HIDDEN_NOT_COUNTED, count_with_commas, listed, spelled_out};

/// What follows a change that is significant.
const AFTER: &str = "this is statistically significant after correction";

/// The opening: how the place stands, then what was found, and of how many figures.
pub(super) fn sentences(within: &Within<'_>, found: &Headings, shown: &[Shown]) -> Vec<String> {
    let lead = within.pack.summary.lead.split_inclusive(". ").map(str::trim);
    let mut sentences: Vec<&str> =
        lead.chain([&found.years, &found.moved, &found.spread].map(String::as_str)).collect();
    if shown.iter().any(|of| of.counts[1] > 0) {
        // Once, and at the end.
        sentences.retain(|sentence| *sentence != HIDDEN_NOT_COUNTED);
        sentences.extend([found.shown.as_str(), HIDDEN_NOT_COUNTED]);
    }
    sentences.into_iter().filter(|sentence| !sentence.is_empty()).map(plain).collect()
}

/// The finding of each part.
pub(super) fn headings(
    within: &Within<'_>,
    moved: &Found,
    spread: &[(OfSpread, Option<Spread>)],
    shown: &[Shown],
) -> Headings {
    Headings {
        targets: national_targets(&within.pack.indicators).unwrap_or_default(),
        years: own(moved, within.pack.indicators.len()),
        spread: of_spread(spread),
        areas: areas::heading(within),
        moved: of_authorities(moved),
        shown: of_shown(shown),
    }
}

/// `Since the year before, NI 62 got better and NI 66 got worse; this is ...`.
fn own(moved: &Found, indicators: usize) -> String {
    let [better, worse] = &moved.own;
    let got = |numbers: &[u16], way: &str| format!("NI {} got {way}", listed(numbers));
    match (moved.own_tested, better.is_empty(), worse.is_empty()) {
        (0, ..) => "No change since the year before could be tested".to_owned(),
        // Of those that were not tested nothing is known.
        (tested, true, true) if tested < indicators => {
            "No indicator is known to have changed significantly since the year before, after correction".to_owned()
        }
        (_, true, true) => "No indicator has changed significantly since the year before, after correction".to_owned(),
        (_, false, true) => format!("Since the year before, {}; {AFTER}", got(better, "better")),
        (_, true, false) => format!("Since the year before, {}; {AFTER}", got(worse, "worse")),
        (_, false, false) => {
            format!("Since the year before, {} and {}; {AFTER}", got(better, "better"), got(worse, "worse"))
        }
    }
}

/// `Twelve figures of authorities have changed since the year before: ...`.
fn of_authorities(moved: &Found) -> String {
    let [better, worse] = [moved.told.better.len(), moved.told.worse.len()];
    match (moved.tested, better + worse) {
        (0, _) => "No change of an authority could be tested".to_owned(),
        (_, 0) => "No authority has changed significantly since the year before, after correction".to_owned(),
        (_, 1) => {
            let way = if better == 1 { "better" } else { "worse" };
            format!("One figure of an authority got {way}; {AFTER}")
        }
        (_, found) => format!(
            "{} figures of authorities have changed, {} for the better and {} for the worse; {AFTER}",
            capital(&spelled_out(found)),
            spelled_out(better),
            spelled_out(worse)
        ),
    }
}

/// `Authorities differ beyond chance in NI 62 and 66`.
fn of_spread(spread: &[(OfSpread, Option<Spread>)]) -> String {
    let of = |is_meant: fn(&Spread) -> bool| -> Vec<u16> {
        let meant = spread.iter().filter(|(_, told)| told.as_ref().is_some_and(is_meant));
        meant.map(|(of, _)| of.indicator.number).collect()
    };
    let beyond = of(|told| matches!(told, Spread::BeyondChance(_)));
    let by_chance = of(|told| *told == Spread::OfChance);
    match (beyond.is_empty(), by_chance.is_empty()) {
        (false, _) => format!("Authorities differ beyond chance in NI {}", listed(&beyond)),
        (true, false) => {
            format!("Chance alone could bring the spread between authorities in NI {}", listed(&by_chance))
        }
        (true, true) => "How much of the spread between authorities is chance cannot be told".to_owned(),
    }
}

/// `1,248 of 1,520 figures of authorities are shown`.
fn of_shown(shown: &[Shown]) -> String {
    let total = |at: &dyn Fn(&Shown) -> usize| shown.iter().map(at).sum::<usize>() as u64;
    let all = total(&|of| of.counts[..3].iter().sum());
    let [shown, all] = [total(&|of| of.counts[0]), all].map(count_with_commas);
    format!("{shown} of {all} figures of authorities are shown")
}

//! What is hidden, missing or to be treated with care, and what is not significant.

use super::counted::{beside_england, shown};
use crate::benchmark::significance::Significance;
use crate::figures::Behind;
use crate::pack::words::known::{Known, is_of_few};
use crate::pack::words::phrases::capital;
use crate::pack::words::{Remark, change_of};
use crate::pack::{OfIndicator, Pack};
use crate::verdict::Reliance;
use crate::wording::counts::{agreeing, listed, spelled_out};

/// A sentence for each matter, the most serious first.
pub(crate) fn sentences(pack: &Pack) -> Vec<String> {
    let all = &pack.indicators;
    let known =
        |known: Known| numbers(all.iter().filter(move |of| Known::of(&of.numbers) == known && !of.is_of_so_few()));
    let of_so_few = numbers(all.iter().filter(|of| of.is_of_so_few()));
    let relied = |reliance: Reliance| numbers(shown(all).filter(move |of| has_verdict(of, reliance)));
    let changed = |significance: Significance| {
        numbers(shown(all).filter(move |of| change_of(of).is_some_and(|one| one.significance == significance)))
    };
    let unjudged = numbers(all.iter().filter(|of| of.targets.iter().any(|target| target.met.is_none())));
    let few = numbers(shown(all).filter(|of| is_of_few(of)));
    let matters = [
        matter(known(Known::NotAvailable), "figure is", "figures are", "not available"),
        matter(known(Known::Hidden), "figure is", "figures are", "not shown, to protect children"),
        matter(of_so_few, "percentage is", "percentages are", "not given, because of small numbers"),
        matter(relied(Reliance::NotUsable), "figure is", "figures are", "unreliable"),
        matter(known(Known::Nobody), "indicator has", "indicators have", "no children to count"),
        matter(relied(Reliance::WithCare), "figure is", "figures are", "to be treated with care"),
        matter(unjudged, "indicator has", "indicators have", "a target that cannot be judged"),
        matter(few, "figure has", "figures have", "small numbers, so one child changes the result a lot"),
        matter(
            beside_england(all, Significance::NotSignificant),
            "indicator is",
            "indicators are",
            "not significantly different from England",
        ),
        matter(
            changed(Significance::NotSignificant),
            "change since the year before is",
            "changes since the year before are",
            "not statistically significant",
        ),
        matter(
            beside_england(all, Significance::NotTested),
            "difference from England was",
            "differences from England were",
            "not tested",
        ),
        matter(
            changed(Significance::NotTested),
            "change since the year before was",
            "changes since the year before were",
            "not tested",
        ),
    ];
    pack.behind.and_then(in_part).into_iter().chain(matters.into_iter().flatten()).collect()
}

/// `Two figures are not shown, to protect children: NI 61 and 147`.
fn matter(numbers: Vec<u16>, one: &str, several: &str, what: &str) -> Option<String> {
    let how_many = numbers.len();
    let said = format!("{} {} {what}", capital(&spelled_out(how_many)), agreeing(how_many, one, several));
    (how_many > 0).then(|| format!("{said}: NI {}", listed(&numbers)))
}

/// Said where the figures of a region or England do not cover all its authorities.
fn in_part(Behind { available, listed }: Behind) -> Option<String> {
    let authorities = agreeing(listed as usize, "authority", "authorities");
    (available < listed).then(|| format!("The figures cover {available} of {listed} {authorities}"))
}

fn numbers<'pack>(of: impl Iterator<Item = &'pack OfIndicator>) -> Vec<u16> {
    of.map(|of| of.indicator.number).collect()
}

fn has_verdict(of: &OfIndicator, reliance: Reliance) -> bool {
    matches!(Remark::read(&of.note), Some(Remark::Verdict(of_note, _)) if of_note == reliance)
}

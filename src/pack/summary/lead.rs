//! The opening: how many figures there are, and how they stand.

use super::clear;
use super::counted::{Counted, shown};
use crate::pack::OfIndicator;
use crate::pack::words::phrases::capital;
use crate::wording::counts::{HIDDEN_NOT_COUNTED, agreeing, spelled_out};

/// A sentence about the figures, one about the national targets and one about the place's own; then what is significant at
/// 99.8%, for of many comparisons one in twenty is beyond 95% by luck.
pub(crate) fn sentences(all: &[OfIndicator]) -> Vec<String> {
    let mut sentences = vec![figures(all)];
    if all.iter().any(OfIndicator::is_hidden) {
        sentences.push(HIDDEN_NOT_COUNTED.to_owned());
    }
    sentences.extend([false, true].into_iter().filter_map(|is_local| of_targets(all, is_local)));
    sentences.extend(clear::sentences(all));
    sentences
}

fn figures(all: &[OfIndicator]) -> String {
    let with_figure = shown(all).count();
    let shown = if all.iter().any(OfIndicator::is_hidden) { " that can be shown" } else { "" };
    let have = agreeing(with_figure.max(1), "has", "have");
    match all.len() {
        0 => "There is no indicator".to_owned(),
        1 => format!("Of one indicator, {} {have} a figure{shown}", spelled_out(with_figure)),
        several if with_figure == several && several > 2 => {
            format!("All {} indicators have a figure", spelled_out(several))
        }
        several => {
            format!("Of {} indicators, {} {have} a figure{shown}", spelled_out(several), spelled_out(with_figure))
        }
    }
}

/// `One of three national targets is met, and two are not`, `Of three national targets, one can be judged; two are not shown`.
pub(super) fn of_targets(all: &[OfIndicator], is_local: bool) -> Option<String> {
    let counted = Counted::targets(all, |target| target.is_local == is_local);
    let whose = if is_local { "local" } else { "national" };
    let of = counted.all();
    match (counted.known, of) {
        (0, 0) => None,
        (0, 1) => Some(format!("The one {whose} target cannot be judged, because {}", counted.why_one())),
        (0, 2) => Some(format!("Neither of the two {whose} targets can be judged, because {}", counted.why())),
        (0, several) => {
            let several = spelled_out(several);
            Some(format!("None of the {several} {whose} targets can be judged, because {}", counted.why()))
        }
        // Those that are shown are not the whole, so it is not said here which of them are met.
        (known, of) if counted.hidden > 0 => {
            let (of, known) = (spelled_out(of), spelled_out(known));
            Some(format!("Of {of} {whose} targets, {known} can be judged{}", counted.others()))
        }
        _ => Some(met_or_not(all, is_local, counted)),
    }
}

fn met_or_not(all: &[OfIndicator], is_local: bool, counted: Counted) -> String {
    let targets = shown(all).flat_map(|of| &of.targets).filter(|target| target.is_local == is_local);
    let judged: Vec<bool> = targets.filter_map(|target| target.met).collect();
    let whose = if is_local { "local" } else { "national" };
    let met = judged.iter().filter(|met| **met).count();
    let which = counted.which();
    let said = match (judged.len(), met) {
        (1, 1) => format!("The one {whose} target{which} is met"),
        (1, _) => format!("The one {whose} target{which} is not met"),
        (2, 0) => format!("Neither of the two {whose} targets{which} is met"),
        (several, 0) => format!("None of the {} {whose} targets{which} is met", spelled_out(several)),
        (2, 2) => format!("Both {whose} targets{which} are met"),
        (several, met) if met == several => format!("All {} {whose} targets{which} are met", spelled_out(several)),
        (several, met) => {
            let not = several - met;
            let [is_met, is_not] = [met, not].map(|targets| agreeing(targets, "is", "are"));
            let (met, not) = (capital(&spelled_out(met)), spelled_out(not));
            let the = if which.is_empty() { "" } else { "the " };
            format!(
                "{met} of {the}{} {whose} targets{which} {is_met} met, and {not} {is_not} not",
                spelled_out(several)
            )
        }
    };
    format!("{said}{}", counted.others())
}

//! The opening: how many figures there are, and how they stand.

use super::counted::{Counted, beside_england, shown};
use crate::benchmark::significance::Significance;
use crate::pack::words::known::Known;
use crate::pack::words::phrases::{BEYOND_CHANCE, capital, is_beyond_chance};
use crate::pack::{OfIndicator, Target};
use crate::wording::counts::{agreeing, spelled_out};

/// What is said of what lies outside a 95% interval.
const BEYOND: &str = "more than chance would explain";

/// A sentence about the figures, one about the national targets and one about the place's own; where neither can be judged,
/// one about England.
pub(crate) fn sentences(all: &[OfIndicator]) -> Vec<String> {
    let mut sentences = vec![figures(all)];
    sentences.extend([false, true].into_iter().flat_map(|is_local| of_targets(all, is_local)));
    if Counted::targets(all, |_| true).known == 0 {
        sentences.extend(of_england(all));
    }
    sentences
}

fn figures(all: &[OfIndicator]) -> String {
    let with_figure = shown(all).count();
    let is_hidden = |of: &OfIndicator| Known::of(&of.numbers) == Known::Hidden;
    let shown = if all.iter().any(is_hidden) { " that can be shown" } else { "" };
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

/// `One of three national targets is met, and two are not`, `The one national target whose figure is shown is not met; two
/// are not shown`, and what chance has to do with it.
fn of_targets(all: &[OfIndicator], is_local: bool) -> Vec<String> {
    let counted = Counted::targets(all, |target| target.is_local == is_local);
    let whose = if is_local { "local" } else { "national" };
    match (counted.known, counted.hidden + counted.without) {
        (0, 0) => Vec::new(),
        (0, 1) => vec![format!("Whether the one {whose} target is met is not known: {}", counted.why_one())],
        (0, several) => {
            vec![format!(
                "Whether the {} {whose} targets are met is not known: {}",
                spelled_out(several),
                counted.why()
            )]
        }
        _ => met_or_not(all, is_local, counted),
    }
}

fn met_or_not(all: &[OfIndicator], is_local: bool, counted: Counted) -> Vec<String> {
    let judged: Vec<(&Target, bool)> = shown(all)
        .flat_map(|of| &of.targets)
        .filter(|target| target.is_local == is_local)
        .filter_map(|target| Some((target, target.met?)))
        .collect();
    let whose = if is_local { "local" } else { "national" };
    let met = judged.iter().filter(|(_, met)| *met).count();
    let which = counted.which();
    let said = match (judged.len(), met) {
        (1, 1) => format!("The one {whose} target{which} is met"),
        (1, _) => format!("The one {whose} target{which} is not met"),
        (several, 0) => format!("None of the {} {whose} targets{which} is met", spelled_out(several)),
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
    let sure = judged.iter().filter(|(target, _)| is_beyond_chance(target)).count();
    let by_chance = match (judged.len(), sure) {
        (1, 0) => "Whether this is more than chance cannot be told".to_owned(),
        (1, _) => format!("This is {BEYOND}"),
        (_, 0) => "Whether any of this is more than chance cannot be told".to_owned(),
        (several, sure) if sure == several => format!("All of this is {BEYOND}"),
        (_, sure) => format!("Only {} of these {} {BEYOND}", spelled_out(sure), agreeing(sure, "is", "are")),
    };
    vec![format!("{said}{}", counted.others()), by_chance]
}

/// `Beside England, two are better and one is worse, by more than chance would explain; six cannot be told apart`.
fn of_england(all: &[OfIndicator]) -> Option<String> {
    let [better, worse, alike] = [Significance::Better, Significance::Worse, Significance::NotSignificant]
        .map(|told| beside_england(all, told).len());
    let apart: Vec<String> = [(better, "better"), (worse, "worse")]
        .into_iter()
        .filter(|(indicators, _)| *indicators > 0)
        .map(|(indicators, way)| format!("{} {} {way}", spelled_out(indicators), agreeing(indicators, "is", "are")))
        .collect();
    match (apart.is_empty(), alike) {
        (true, 0) => None,
        (true, 1) => Some("The one that was tested beside England cannot be told apart from it".to_owned()),
        (true, alike) => Some(format!(
            "None of the {} that were tested beside England can be told apart from it",
            spelled_out(alike)
        )),
        (false, 0) => Some(format!("Beside England, {}, {BEYOND_CHANCE}", apart.join(" and "))),
        (false, alike) => {
            let apart = apart.join(" and ");
            Some(format!(
                "Beside England, {apart}, {BEYOND_CHANCE}; {} cannot be told apart from it",
                spelled_out(alike)
            ))
        }
    }
}

//! What comes before all: how many figures there are, and how they stand.

use super::entries::number;
use super::{beside_england, shown};
use crate::benchmark::told::Told;
use crate::charts::shown::verb;
use crate::pack::words::known::Known;
use crate::pack::words::{BEYOND_CHANCE, capital, is_beyond_chance};
use crate::pack::{OfIndicator, Target};

/// A sentence of the figures, and one of the nation's targets and one of the place's own; where neither can be judged,
/// one of England.
pub fn sentences(all: &[OfIndicator]) -> Vec<String> {
    let mut sentences = vec![figures(all)];
    sentences.extend([false, true].into_iter().filter_map(|is_local| of_targets(all, is_local)));
    if sentences.len() == 1 {
        sentences.extend(of_england(all));
    }
    sentences
}

fn figures(all: &[OfIndicator]) -> String {
    let with_figure = shown(all).count();
    let is_hidden = |of: &OfIndicator| Known::of(&of.numbers) == Known::Hidden;
    let shown = if all.iter().any(is_hidden) { " that can be shown" } else { "" };
    let have = verb(with_figure.max(1), "has", "have");
    match all.len() {
        0 => "There is no indicator".to_owned(),
        1 => format!("Of one indicator, {} {have} a figure{shown}", number(with_figure)),
        several if with_figure == several && several > 2 => format!("All {} indicators have a figure", number(several)),
        several => format!("Of {} indicators, {} {have} a figure{shown}", number(several), number(with_figure)),
    }
}

/// `One of three national targets is met, and two are not; at 95% none of this can be told from chance`.
fn of_targets(all: &[OfIndicator], is_local: bool) -> Option<String> {
    let judged: Vec<(&Target, bool)> = shown(all)
        .flat_map(|of| &of.targets)
        .filter(|target| target.is_local == is_local)
        .filter_map(|target| Some((target, target.met?)))
        .collect();
    let whose = if is_local { "local" } else { "national" };
    let met = judged.iter().filter(|(_, met)| *met).count();
    let said = match (judged.len(), met) {
        (0, _) => return None,
        (1, 1) => format!("The one {whose} target is met"),
        (1, _) => format!("The one {whose} target is not met"),
        (several, 0) => format!("None of the {} {whose} targets is met", number(several)),
        (several, met) if met == several => format!("All {} {whose} targets are met", number(several)),
        (several, met) => {
            let not = several - met;
            let [is_met, is_not] = [met, not].map(|targets| verb(targets, "is", "are"));
            let (met, not) = (capital(&number(met)), number(not));
            format!("{met} of {} {whose} targets {is_met} met, and {not} {is_not} not", number(several))
        }
    };
    let told = judged.iter().filter(|(target, _)| is_beyond_chance(target)).count();
    let by_chance = match (judged.len(), told) {
        (1, 0) => "this cannot be told from chance".to_owned(),
        (1, _) => "this can be told from chance".to_owned(),
        (_, 0) => "none of this can be told from chance".to_owned(),
        (several, told) if told == several => "all of this can be told from chance".to_owned(),
        (_, told) => format!("only {} of these can be told from chance", number(told)),
    };
    Some(format!("{said}; at 95% {by_chance}"))
}

/// `Beside England, two are better and one is worse, by more than chance would explain; six cannot be told apart`.
fn of_england(all: &[OfIndicator]) -> Option<String> {
    let [better, worse, alike] = [Told::Better, Told::Worse, Told::Not].map(|told| beside_england(all, told).len());
    let told: Vec<String> = [(better, "better"), (worse, "worse")]
        .into_iter()
        .filter(|(indicators, _)| *indicators > 0)
        .map(|(indicators, way)| format!("{} {} {way}", number(indicators), verb(indicators, "is", "are")))
        .collect();
    match (told.is_empty(), alike) {
        (true, 0) => None,
        (true, 1) => Some("The one that was tested beside England cannot be told apart from it".to_owned()),
        (true, alike) => {
            Some(format!("None of the {} that were tested beside England can be told apart from it", number(alike)))
        }
        (false, 0) => Some(format!("Beside England, {}, {BEYOND_CHANCE}", told.join(" and "))),
        (false, alike) => {
            let told = told.join(" and ");
            Some(format!("Beside England, {told}, {BEYOND_CHANCE}; {} cannot be told apart from it", number(alike)))
        }
    }
}

//! The national targets: whether each is met, the path to it, and how many authorities have met it.

use super::OfTarget;
use super::published::{Published, Within};
use crate::benchmark::targets::{Against, Path};
use crate::charts::of_run::rounded;
use crate::pack::words::of_target;
use crate::pack::words::phrases::{capital, plain};
use crate::pack::{OfIndicator, Target};
use crate::printed::Printed;
use crate::rounding::Tenths;
use crate::seeds::indicators::find;
use crate::wording::counts::{HIDDEN_NOT_COUNTED, agreeing, none_or};
use crate::wording::mark::Mark;
use crate::wording::number::ShownNumber;

/// Each indicator that has a national target, in order.
pub(super) fn of(day: &Published<'_>, within: &Within<'_>) -> Vec<OfTarget> {
    let with_target = |of: &OfIndicator| {
        let target = of.targets.iter().find(|target| !target.is_local)?;
        let against = within.own(of.indicator.number)?.national.as_ref()?;
        let seed = find(&day.seeds.indicators, of.indicator.number)?;
        let met = if of.is_shown() { of_target(of, target, seed) } else { Vec::new() };
        let not_known = met.is_empty().then(|| not_known(of, target));
        let said = met.into_iter().chain(not_known).chain(path(of, against));
        let sentences = said.chain(authorities(within, of.indicator.number)).map(|sentence| plain(&sentence));
        Some(OfTarget {
            indicator: of.indicator.clone(),
            goal: target.goal(of.indicator.unit),
            mark: target.met.filter(|_| of.is_shown()).map(|met| Mark::of_target(met, target.significance)),
            sentences: sentences.collect(),
        })
    };
    within.pack.indicators.iter().filter_map(with_target).collect()
}

/// Why it is not known whether a target is met.
fn not_known(of: &OfIndicator, target: &Target) -> String {
    let goal = target.goal(of.indicator.unit);
    match (of.is_shown(), of.is_hidden()) {
        (true, _) => {
            let value = ShownNumber::value(of.numbers.value, of.indicator.unit).text;
            format!(
                "The figure is {value}. Whether the target of {goal} is met is not known, because the returns are unclear"
            )
        }
        (false, true) => format!("Whether the target of {goal} is met is not shown, to protect children"),
        (false, false) => format!("There is no figure to compare with the target of {goal}"),
    }
}

/// The path that began in an earlier year, where there is one that leads on.
fn path(of: &OfIndicator, against: &Against) -> Option<String> {
    let year = of.years.last().map(|(year, _)| *year)?;
    let called = |year: i32| of.indicator.years.in_words(year);
    if let Some(first) = &against.already_met {
        return Some(format!(
            "It was met already in {}, at {}",
            called(first.year),
            of.indicator.shown(rounded(first))
        ));
    }
    let Path { from, expected, ahead } = against.path.as_ref()?;
    let begins = format!("The path to it began in {} at {}", called(from.year), of.indicator.shown(rounded(from)));
    if year >= against.target.year {
        return Some(begins);
    }
    let (expected, Tenths(ahead)) = (of.indicator.shown(Tenths::of(*expected)), Tenths::of(*ahead));
    let stands = match ahead {
        0 => "the figure is on it".to_owned(),
        1.. => format!("the figure is {} points ahead of it", Tenths(ahead)),
        _ => format!("the figure is {} points behind it", Tenths(ahead.saturating_abs())),
    };
    Some(format!("{begins} and has come to {expected} in {}: {stands}", called(year)))
}

/// How many authorities have met it, of those that can be judged.
fn authorities(within: &Within<'_>, number: u16) -> Vec<String> {
    let met = within.of_indicator(number).filter_map(|compared| compared.national.as_ref()?.met);
    let judged: Vec<bool> = met.collect();
    let met = judged.iter().filter(|met| **met).count();
    let said = match (judged.len(), met) {
        (0, _) => "Of no authority can it be said whether it has met the target".to_owned(),
        (1, 0) => "The one authority that can be judged has not met it".to_owned(),
        (1, _) => "The one authority that can be judged has met it".to_owned(),
        (all, met) => {
            format!(
                "{} of the {all} authorities that can be judged {} met it",
                none_or(met),
                agreeing(met.max(1), "has", "have")
            )
        }
    };
    let is_hidden = within.of_indicator(number).any(|of| of.figure.printed.numbers.value == Printed::Confidential);
    let hidden = is_hidden.then(|| HIDDEN_NOT_COUNTED.to_owned());
    std::iter::once(capital(&said)).chain(hidden).collect()
}

//! What replaces an empty list: that there is nothing of the kind, as far as that is known.

use super::counted::Counted;
use crate::benchmark::significance::Significance;
use crate::level::Level;
use crate::pack::words::change_of;
use crate::pack::{Nothing, OfIndicator, Pack};

/// What replaces each empty list of a pack's summary.
pub fn nothing(pack: &Pack) -> Nothing {
    Nothing {
        met: met_or_better(pack, "met", "better"),
        behind: met_or_better(pack, "missed", "worse"),
        moved: moved(&pack.indicators),
    }
}

fn met_or_better(pack: &Pack, met: &str, better: &str) -> String {
    let targets = Counted::targets(&pack.indicators, |_| true);
    let of_targets = match targets.known {
        0 if targets.is_of_all() => "There is no target.".to_owned(),
        0 => format!("Whether a target is {met} is not known: {}.", targets.why()),
        _ if targets.is_of_all() => format!("No target is {met}."),
        _ => format!("No target that can be judged is {met}."),
    };
    // England is compared with nothing.
    if pack.level.whole() == Level::National {
        of_targets
    } else {
        format!("{of_targets} {}", beside_england(pack, better))
    }
}

fn beside_england(pack: &Pack, better: &str) -> String {
    let is_tested = |significance: Significance| significance != Significance::NotTested;
    let mut tested = Counted::default();
    for of in &pack.indicators {
        tested.add(of, of.england.as_ref().and_then(|england| england.significance).is_some_and(is_tested));
    }
    match (tested.known, pack.indicators.iter().any(OfIndicator::is_shown)) {
        (1.., _) => format!("Nothing is known to be {better} than England."),
        (0, true) => format!("Whether anything is {better} than England is not known."),
        (0, false) => format!("Whether anything is {better} than England is not known: {}.", tested.why()),
    }
}

fn moved(all: &[OfIndicator]) -> String {
    let mut changes = Counted::default();
    for of in all {
        match change_of(of) {
            None if of.is_change_hidden() => changes.hidden += 1,
            change => changes.add(of, change.is_some_and(|change| change.significance != Significance::NotTested)),
        }
    }
    match (changes.known, changes.hidden, changes.without + changes.unclear) {
        (0, 0, _) => "No change is known.".to_owned(),
        (0, _, 0) => "Not known: the figures of this year or the year before are not shown.".to_owned(),
        (0, ..) => "Not known: figures of this year or the year before are not shown or are not there.".to_owned(),
        _ if changes.is_of_all() => "No change is statistically significant.".to_owned(),
        _ => "No change that is known is statistically significant.".to_owned(),
    }
}

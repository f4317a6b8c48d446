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
        0 => format!("No target can be judged: {}.", targets.why()),
        _ if targets.is_of_all() => format!("No target is {met}."),
        _ => format!("No target that can be judged is {met}."),
    };
    // England is compared with nothing.
    if pack.level.whole() == Level::National {
        return of_targets;
    }
    let tested = tested(pack);
    let (nothing_judged, nothing_shown) =
        (targets.known == 0 && targets.all() > 0, !pack.indicators.iter().any(OfIndicator::is_shown));
    if nothing_judged && nothing_shown && targets.why() == tested.why() {
        return format!("No target can be judged, and no figure can be tested against England's: {}.", tested.why());
    }
    format!("{of_targets} {}", beside_england(pack, tested, better))
}

/// How many figures are tested against England's, and why others are not.
fn tested(pack: &Pack) -> Counted {
    let is_tested = |significance: Significance| significance != Significance::NotTested;
    let mut tested = Counted::default();
    for of in &pack.indicators {
        tested.add(of, of.england.as_ref().and_then(|england| england.significance).is_some_and(is_tested));
    }
    tested
}

fn beside_england(pack: &Pack, tested: Counted, better: &str) -> String {
    match (tested.known, pack.indicators.iter().any(OfIndicator::is_shown)) {
        (1.., _) if tested.is_of_all() => format!("No figure is significantly {better} than England's."),
        (1.., _) => format!("No figure that can be tested is significantly {better} than England's."),
        (0, true) => "No figure can be tested against England's.".to_owned(),
        (0, false) => format!("No figure can be tested against England's: {}.", tested.why()),
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
        (0, 0, _) => "No change can be tested.".to_owned(),
        (0, _, 0) => "No change can be tested: the figures for this year or the year before are hidden to protect children.".to_owned(),
        (0, ..) => "No change can be tested: figures for this year or the year before are hidden to protect children or are not available.".to_owned(),
        _ if changes.is_of_all() => "No change is statistically significant.".to_owned(),
        _ => "No change that can be tested is statistically significant.".to_owned(),
    }
}

//! Notes on all figures of a pack: what is shown, what an interval means, how figures are compared.

use super::{Audience, Note};
use crate::benchmark::{Comparable, Compared, YEARS};
use crate::printed::words;
use crate::seeds::Seeds;
use crate::seeds::configuration::IntervalMethod;
use crate::seeds::disclosure::Profile;
use crate::wording::counts::HIDDEN_NOT_COUNTED;
use crate::wording::methods::{CENSUS, MANY, intervals_in_words};
use crate::wording::sources;

/// The notes of an owner's pack, or with the profile by which figures are protected those of a public one.
pub fn notes<F: Comparable>(compared: &Compared<F>, seeds: &Seeds, protected: Option<&Profile>) -> Vec<Note> {
    // What is printed has Wilson's limits, whatever the owner's figures have.
    let (shown, interval) = match protected {
        Some(profile) => (what_is_shown(profile), IntervalMethod::Wilson),
        None => (vec![OWNERS.to_owned()], seeds.configuration.interval),
    };
    [
        ("What is shown", shown),
        ("Chance", vec![CENSUS.to_owned(), MANY.to_owned(), intervals_in_words(interval)]),
        ("England, regions and neighbours", beside(compared, seeds)),
        ("Places", vec![PLACES.to_owned(), HIDDEN_NOT_COUNTED.to_owned()]),
        ("Change and trend", vec![change()]),
        ("Targets", vec![TARGETS.to_owned()]),
    ]
    .into_iter()
    .map(|(heading, paragraphs)| Note { heading: heading.to_owned(), paragraphs })
    .collect()
}

/// Whom the packs with these notes are for.
pub fn audience(protected: Option<&Profile>) -> Audience {
    if protected.is_some() { Audience::Anybody } else { Audience::Owner }
}

const OWNERS: &str = "Every figure is exact and is about children: keep this as you keep the returns, and do not \
    publish it. What may be published is in the folder publish of the same report. Differences are worked out before \
    numbers are rounded, so that they can be one off in the last decimal.";

const PLACES: &str = "Place 1 is the best, by which way is good; equal values share the best place. What chance allows \
    are the places from best to worst that those who cannot be told apart at 95% leave. Authorities have theirs among \
    authorities, regions among regions, as far as their figures are shown: where some are hidden, \
    nobody can say who is the best or the worst of all. Band A is the best quarter of them, D the \
    last; fewer than four have none.";

const TARGETS: &str = "The national targets for 2011 are those of the public service agreements of 2007. A target is met \
    or not by the figure as it is. That is beyond chance only where the whole 95% interval is on the same side of the \
    target, else it could be chance. A path to a target begins at the first year known, where that is worse than the \
    target. No target is ever made up: local ones are those that the authority gave.";

fn what_is_shown(profile: &Profile) -> Vec<String> {
    let first = format!("To protect children, the profile {} is followed.", profile.name);
    let all = "Charts, places, changes and sentences are worked out from the figures that are shown and from nothing \
               else, so that they tell no more than those do.";
    std::iter::once(first).chain(words::rules(profile)).chain([all.to_owned()]).collect()
}

fn beside<F: Comparable>(compared: &Compared<F>, seeds: &Seeds) -> Vec<String> {
    let mut paragraphs = vec![
        "England and regions are as published, or sums over their authorities, never means of percentages. The mean of \
         neighbours counts each authority with a figure once. A figure is better or worse where its own 95% interval \
         leaves the other out, and of few children the exact interval too; else the two cannot be told apart."
            .to_owned(),
    ];
    paragraphs.push(
        "Of a figure that is not to be relied upon nothing is told, of others or of years before: its value stands beside \
         them, and it is left out where others have their places and means."
            .to_owned(),
    );
    paragraphs.extend(sources::in_words(compared));
    paragraphs.extend(seeds.neighbours.as_ref().map(|neighbours| format!("Neighbours: {}.", neighbours.name())));
    paragraphs
}

fn change() -> String {
    format!(
        "A change since the year before is better or worse where it is beyond chance at 95%. A trend is one over \
         {YEARS} years, at 99.8%, that no single year makes. Both are within one source: published figures and those from the \
         returns are not compared, and lines break where they meet. Exams are of the calendar year, all else of the window."
    )
}

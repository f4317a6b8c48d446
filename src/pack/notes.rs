//! Notes on all figures of a pack: what is shown, what an interval means, how figures are compared.

use super::{Audience, Note};
use crate::benchmark::{Comparable, Compared, YEARS};
use crate::printed::words;
use crate::seeds::Seeds;
use crate::seeds::configuration::IntervalMethod;
use crate::seeds::disclosure::Profile;
use crate::wording::counts::HIDDEN_NOT_COUNTED;
use crate::wording::glossary;
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
        ("Ranks", vec![RANKS.to_owned(), HIDDEN_NOT_COUNTED.to_owned()]),
        ("Change and trend", vec![change()]),
        ("Targets", vec![TARGETS.to_owned()]),
        ("Glossary", glossary::in_paragraphs()),
    ]
    .into_iter()
    .map(|(heading, paragraphs)| Note { heading: heading.to_owned(), paragraphs })
    .collect()
}

/// Who the packs with these notes are for.
pub fn audience(protected: Option<&Profile>) -> Audience {
    if protected.is_some() { Audience::Public } else { Audience::Owner }
}

const OWNERS: &str = "Every figure is exact and is about children. Keep this as you keep the returns, and do not publish it: \
    what may be published is made apart from it. Differences are worked out before numbers are rounded, so they can be one out in \
    the last decimal.";

const RANKS: &str = "Rank 1 is the best. Equal values share the best rank. Likely ranks are those that remain when only \
    significant differences count. Authorities are ranked among authorities, and regions among regions. Quarters are not \
    given for fewer than four.";

const TARGETS: &str = "The national targets for 2011 are those of the public service agreements of 2007. Local targets are \
    those that the authority gave. A target is met or not met by the figure as it is. This is statistically significant \
    where the whole 95% interval is on the same side of the target. A path to a target starts at the first year known, if \
    that year is worse than the target.";

fn what_is_shown(profile: &Profile) -> Vec<String> {
    let first = format!("These figures follow the disclosure profile {} to protect children.", profile.name);
    let all = "Charts, ranks, changes and sentences are worked out only from the figures that are shown.";
    std::iter::once(first).chain(words::rules(profile)).chain([all.to_owned()]).collect()
}

fn beside<F: Comparable>(compared: &Compared<F>, seeds: &Seeds) -> Vec<String> {
    let mut paragraphs = vec![
        "Figures for England and regions are as published, or sums over their authorities. The mean of neighbours counts \
         each authority once. A figure is better or worse where its 95% interval leaves the other value out. With small \
         numbers the exact interval must do so too."
            .to_owned(),
        "An unreliable figure is shown beside the others but is not compared, ranked or averaged.".to_owned(),
    ];
    paragraphs.extend(sources::in_words(compared));
    paragraphs.extend(seeds.neighbours.as_ref().map(|neighbours| format!("Neighbours: {}.", neighbours.name())));
    paragraphs
}

fn change() -> String {
    format!(
        "A change since the year before is better or worse where it is significant at 95%. A trend covers {YEARS} years, is \
         significant at 99.8%, and does not rest on a single year. Published figures and figures from the returns are never \
         compared with each other, and lines break between them. Exam results are for the calendar year; all else is for \
         the window."
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::day::Day;
    use crate::figures::Figure;
    use crate::timeframe::{Basis, Timeframe};
    use crate::wording::glossary::GLOSSARY;

    #[test]
    fn the_notes_say_once_what_many_comparisons_bring_and_explain_terms() {
        let seeds = Seeds::built_in().unwrap();
        let timeframe = Timeframe::new(Day::thirty_first_of_march(2011), Basis::Rolling).unwrap();
        let compared = Compared::<Figure>::of(timeframe, &[], Vec::new(), &[], &seeds);
        for protected in [None, seeds.disclosure.first()] {
            let said: Vec<String> =
                notes(&compared, &seeds, protected).into_iter().flat_map(|note| note.paragraphs).collect();
            let times = |words: &str| said.iter().filter(|paragraph| paragraph.contains(words)).count();
            assert_eq!((times("about one in twenty"), times(HIDDEN_NOT_COUNTED)), (1, 1), "{said:?}");
            assert!(GLOSSARY.iter().all(|(term, _)| times(&format!("{term}: ")) == 1), "{said:?}");
        }
    }
}

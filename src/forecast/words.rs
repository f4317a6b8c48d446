//! The look ahead in words.

use super::outlook::Outlook;
use super::room::Room;
use super::state::State;
use super::tally::Tally;
use crate::benchmark::targets::Children;
use crate::day::Day;
use crate::lines::indented;
use crate::seeds::indicators::IndicatorSeed;
use crate::timeframe::Timeframe;
use crate::wording::counts::{agreeing, count_with_commas};
use crate::wording::target::in_children;

/// What the steady course is, wherever it is shown.
pub(crate) const STEADY: &str = "If nothing further happens, which is no forecast: nobody moves, comes into care, leaves it or is \
    adopted, and every review that falls due is held on its day. For NI 62, 63 and 66 that is close to the best that can come, \
    and NI 62 falls by itself as the twelve months move on.";

/// What the watch list does not say.
pub(crate) const NOT_SAID: &str = "A child who is not on the watch list can still cross a line in ways that it does not name, such \
    as by an early review or a second decision. Where a review before the returns is assumed, the day of the next is a guess.";

/// How the look ahead is made.
pub(crate) fn methods(timeframe: &Timeframe) -> String {
    let [known, start, outturn] = [timeframe.known, timeframe.window_start, timeframe.as_at].map(|day| day.in_words());
    let paragraphs = [
        format!("The look ahead from {known} to {outturn}, over the twelve months from {start}"),
        format!(
            "Nothing dated after {known} is used, whatever the returns hold. Exams are known from 31 August of their year \
             on. OC2 and OC3 rows, which carry no date, are those of returns up to the one for {}; an OC3 row is known from \
             the 19th birthday on.",
            timeframe.current_year()
        ),
        STEADY.to_owned(),
        "A care leaver of the cohort with no OC3 row known is pending, and counted in neither side. Where exams are not known \
         yet, the denominator is the cohort and there is no value. A score of an earlier return does not stand for this year's."
            .to_owned(),
        "The room left to a target is how many more children may go the wrong way, or below zero how many must go the right \
         way, for the rounded value to meet it, the denominator staying as it is; beside it, how many on the watch list are in \
         the states that could."
            .to_owned(),
        NOT_SAID.to_owned(),
    ];
    paragraphs.iter().map(|paragraph| indented(paragraph, 0)).collect::<Vec<_>>().join("\n")
}

/// What is said of an indicator: where its children stand before the outturn, and the room left to each target.
pub fn in_words(outlook: &Outlook, seed: &IndicatorSeed, outturn: Day) -> String {
    let standing = outlook.tally.as_ref().map(|tally| standing(tally, seed, outturn)).unwrap_or_default();
    let rooms = outlook.rooms.iter().filter_map(|room| left(room, seed));
    standing.into_iter().chain(rooms).collect::<Vec<_>>().join(" ")
}

/// A count with its noun and verb: `1 child has`, `61 children have`.
fn people(count: u64, seed: &IndicatorSeed, verbs: [&str; 2]) -> String {
    let verb = if count == 1 { verbs[0] } else { verbs[1] };
    format!("{} {} {verb}", count_with_commas(count), seed.called(count))
}

/// A count with its verb: `1 has`, `61 have`.
fn count(count: u64, verbs: [&str; 2]) -> String {
    format!("{} {}", count_with_commas(count), if count == 1 { verbs[0] } else { verbs[1] })
}

const HAVE: [&str; 2] = ["has", "have"];
const ARE: [&str; 2] = ["is", "are"];

/// Where the children stand, a sentence for each state that any is in.
fn standing(tally: &Tally, seed: &IndicatorSeed, outturn: Day) -> Vec<String> {
    let in_words = |state: State| {
        let number = tally.count(state);
        (number > 0).then(|| sentence(state, number, seed, outturn)).flatten()
    };
    State::ALL.into_iter().filter_map(in_words).collect()
}

/// What so many children in a state mean.
fn sentence(state: State, number: u64, seed: &IndicatorSeed, outturn: Day) -> Option<String> {
    let (children, short) = (|verbs| people(number, seed, verbs), |verbs| count(number, verbs));
    let plural = usize::try_from(number).unwrap_or(usize::MAX);
    Some(match state {
        State::ScoreMissing => format!("{} no valid score in the current return.", children(HAVE)),
        State::PlacedInTime => format!("{} placed with adopters in time.", short(ARE)),
        State::PlacedLate => format!("{} placed with adopters too late.", short(ARE)),
        State::PlacedNoDecision => format!("{} placed with adopters, and no decision is known.", short(ARE)),
        State::AwaitsPlacement => format!("{} for adopters after a decision.", short(["waits", "wait"])),
        State::ThirdPlacement => format!("{} three or more placements.", children(["already has", "already have"])),
        State::OneMoveAway => format!("{} two: one more move before {} counts.", short(HAVE), outturn.in_words()),
        State::TurnsSixteen => {
            format!("{} sixteen and {} out.", children(["turns", "turn"]), agreeing(plural, "is", "are"))
        }
        State::ReachesTwoYears => format!("{} two years in the placement if not moved.", short(["reaches", "reach"])),
        State::Holds => {
            format!("{} been in the placement for two years: a move takes a child out of the numerator.", short(HAVE))
        }
        State::Joins => {
            format!("{} the population without counting.", short(["comes into", "come into"]))
        }
        State::AdoptiveWouldCount => format!("{} if placed for adoption.", short(["would count", "would count"])),
        State::LateAlready => format!("{} had a review late already.", children(HAVE)),
        State::Overdue => format!("{} overdue.", short(ARE)),
        State::Due => format!("{} a review due, and every one on time so far.", short(HAVE)),
        State::Sits => format!("{} of the cohort, whose results are not known yet.", children(ARE)),
        State::Nineteen => format!("{} no OC3 row yet.", children(HAVE)),
        State::In | State::NotMet | State::Out => return None,
    })
}

/// The room that is left to a target; none where there is none to speak of.
fn left(room: &Room, seed: &IndicatorSeed) -> Option<String> {
    let target = format!(
        "the {}target of {}{}",
        if room.is_national() { "national " } else { "" },
        room.target.value,
        seed.unit.suffix()
    );
    Some(match room.children? {
        short @ Children::Short(_) => format!("{}{target}.", in_children(short, seed).trim_end_matches("it")),
        Children::ToSpare(0) => format!("None may {} if {target} is to be met.", wrong_way(seed.number)),
        Children::ToSpare(most) => {
            format!("At most {} may {} if {target} is to be met.", count_with_commas(most), wrong_way(seed.number))
        }
    })
}

/// What a child does that goes the wrong way.
fn wrong_way(number: u16) -> &'static str {
    match number {
        62 | 63 => "move",
        66 => "be reviewed late",
        _ => "miss it",
    }
}

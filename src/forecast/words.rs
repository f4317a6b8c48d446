//! The look ahead in words.

use super::likely::NoForecast;
use super::outlook::Outlook;
use super::room::Room;
use super::state::State;
use super::tally::Tally;
use crate::benchmark::targets::Children;
use crate::day::Day;
use crate::draws::drawn::DRAWS;
use crate::draws::evidence::PRIOR_CHILDREN;
use crate::draws::spread::Spread;
use crate::draws::tested::Tested;
use crate::lines::indented;
use crate::rounding::Tenths;
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
        format!(
            "The forecast uses no model: it counts. The same two days are moved back by 12, 24, 36 and 48 months, as far as \
             the returns go: where children stood as was known then, and what became of them by the returns of today. A \
             decision for adoption counts from its own day on, whichever return tells it: where decisions are recorded only \
             with the adoption, past days know more than the day itself, and the forecast of NI 61 is too low. What \
             became of an authority's children in a state, beside the rate of all authorities given, which is worth \
             {PRIOR_CHILDREN} children, gives the chances of today's (a Dirichlet distribution); children who come into care \
             later are counted for each child looked after (gamma and Poisson). What is decided (an adoption, known exams, an \
             OC3 row) stays as it is. Of {} draws, the same in every run, the \
             forecast is the median, and the limits hold 80% and 95% of them.",
            count_with_commas(DRAWS as u64)
        ),
        "A forecast is tested where the returns go back far enough: it is made for a past pair of days from the pairs before it, \
         as far as it was known by then what came of them, and set against what came. On a past day exams are known from 31 \
         August of their year on, and scores are those of returns that had ended. Regions and England are the draws of their authorities added, where each has them."
            .to_owned(),
    ];
    paragraphs.iter().map(|paragraph| indented(paragraph, 0)).collect::<Vec<_>>().join("\n")
}

/// What is said of an indicator: where its children stand before the outturn, the room left to each target, and the forecast.
pub fn in_words(outlook: &Outlook, seed: &IndicatorSeed, outturn: Day) -> String {
    let standing = outlook.tally.as_ref().map(|tally| standing(tally, seed, outturn)).unwrap_or_default();
    let rooms = outlook.rooms.iter().filter_map(|room| left(room, seed));
    standing.into_iter().chain(rooms).chain(forecast(outlook, seed)).collect::<Vec<_>>().join(" ")
}

/// The forecast, the chance of each target, and how past forecasts turned out.
fn forecast(outlook: &Outlook, seed: &IndicatorSeed) -> Vec<String> {
    let likely = &outlook.likely;
    let Some(Spread { median, within_80: [low, high], .. }) = likely.spread else {
        return outlook.no_forecast().map(|why| without(why).to_owned()).into_iter().collect();
    };
    let [median, low, high] = [median, low, high].map(|value| format!("{}{}", Tenths::of(value), seed.unit.suffix()));
    let mut said = vec![format!("Forecast: {median} (80% limits {low} to {high}).")];
    let chances = outlook.rooms.iter().zip(&likely.chances).filter_map(|(room, chance)| Some((room, (*chance)?)));
    said.extend(chances.map(|(room, chance)| {
        format!("The chance of meeting {} is {}.", of_target(room, seed), chance_in_words(chance))
    }));
    let Tested { tested, within_80, .. } = likely.tested;
    if tested > 0 {
        let forecasts = agreeing(usize::try_from(tested).unwrap_or(usize::MAX), "past forecast", "past forecasts");
        let judged = if tested < ENOUGH_TO_JUDGE { ": too few to judge by" } else { "" };
        let [within_80, tested] = [within_80, tested].map(count_with_commas);
        said.push(format!("Of {tested} {forecasts}, {within_80} came within such limits{judged}."));
    }
    if likely.worse_than_stays {
        said.push(WORSE_THAN_STAYS.to_owned());
    }
    if outlook.decisions_come_late() {
        said.push(DECISIONS_COME_LATE.to_owned());
    }
    said
}

/// So many past forecasts say something of how good forecasts are: of ten, eight should come within limits of 80%.
const ENOUGH_TO_JUDGE: u64 = 10;

/// What is said where there is no forecast.
fn without(why: NoForecast) -> &'static str {
    match why {
        NoForecast::NoEarlierYear => "No forecast: the returns have no earlier year to learn from.",
        NoForecast::NotOfEach => "No forecast here: not every authority's returns have an earlier year to learn from.",
        NoForecast::NoPastScores => "No forecast: no child was scored in earlier years, so there is no score to go by.",
        NoForecast::NobodyExpected => "No forecast: going by earlier years, no child will be counted.",
    }
}

/// What is said where decisions for adoption seem to be recorded with the adoption alone. Past days count with every decision
/// dated up to them, whichever return tells it, and so know more than today does.
const DECISIONS_COME_LATE: &str = "Do not plan by this forecast where decisions are recorded only with the adoption: past years \
    are counted with decisions that a later return told, this one without, so it is too low.";

/// What is said of a forecast that has been no help.
const WORSE_THAN_STAYS: &str = "In past years \"the figure stays as it is\" was nearer than this forecast.";

/// A chance, from 0 to 1, in whole percent; what is neither certain nor impossible is never shown as either.
pub(crate) fn chance_in_words(chance: f64) -> String {
    match 100.0 * chance {
        all if chance >= 1.0 => format!("{all:.0}%"),
        above if above > 99.0 => "more than 99%".to_owned(),
        0.0 => "0%".to_owned(),
        below if below < 1.0 => "less than 1%".to_owned(),
        percent => format!("{percent:.0}%"),
    }
}

/// A target by name.
fn of_target(room: &Room, seed: &IndicatorSeed) -> String {
    let whose = if room.is_national() { "national " } else { "" };
    format!("the {whose}target of {}{}", room.target.value, seed.unit.suffix())
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
    let target = of_target(room, seed);
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

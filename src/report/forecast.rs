//! restricted/forecast.csv: every place and indicator at the outturn: if nothing further happens, and where it will probably end.

use crate::benchmark::targets::Children;
use crate::draws::spread::Spread;
use crate::draws::tested::Tested;
use crate::figures::Status;
use crate::forecast::Forecast;
use crate::forecast::likely::{Likely, NoForecast};
use crate::forecast::outlook::Outlook;
use crate::forecast::room::Room;
use crate::output::rows::Rows;
use crate::rounding::Tenths;
use crate::seeds::indicators::{IndicatorSeed, find};
use crate::timeframe::Timeframe;
use crate::wording::figure::reason;
use std::io::{self, Write};

/// The two days, the place and the indicator, one row each.
const PLACE: [&str; 6] = ["as_at", "outturn", "geographic_level", "code", "name", "indicator"];

/// The value now, and the figure if nothing further happens. `pending` are care leavers with no OC3 row yet.
const STEADY: [&str; 5] = ["value", "steady_numerator", "steady_denominator", "steady_value", "pending"];

/// The median of the draws, and the limits between which 80% and 95% of them lie.
const LIKELY: [&str; 5] = ["forecast", "low_80", "high_80", "low_95", "high_95"];

/// The target of the outturn's year, the authority's own before the nation's; the share of draws in which it is met, from 0
/// to 1; and the room that is left to it: how many children more may go the wrong way; below zero, how many must go the
/// right way.
const TARGET: [&str; 3] = ["target", "chance_of_target", "room"];

/// How many past children are behind the forecast, how many past forecasts were tested, and how many of those came within
/// the limits of 80%.
const PAST: [&str; 3] = ["past_children", "tested", "within_80"];

/// What the figure or the forecast lacks.
const WARNING: [&str; 1] = ["warning"];

/// Whether there is a figure if nothing further happens, and why not; whose the target is and how many children on the watch
/// list could go that way; and the same of the nation's target where the authority has its own too.
const MORE: [&str; 9] = [
    "status",
    "reason",
    "authorities",
    "target_of",
    "could",
    "national_target",
    "national_chance",
    "national_room",
    "national_could",
];

/// Why there is no forecast. Of past forecasts, how many came within the limits of 95%, and how far they were out in the
/// mean; the same of "the figure stays as it is" and of the steady value.
/// Whether the forecasts of all authorities were further out than the first of these.
const TESTED: [&str; 6] =
    ["no_forecast", "within_95", "mean_absolute_error", "error_of_stays", "error_of_steady", "worse_than_stays"];

/// Writes the table.
///
/// # Errors
/// Where the file cannot be written.
pub fn write(forecast: &Forecast, indicators: &[IndicatorSeed], file: &mut dyn Write) -> io::Result<()> {
    let mut rows = Rows::of(file);
    let columns = [&PLACE[..], &STEADY, &LIKELY, &TARGET, &PAST, &WARNING, &MORE, &TESTED];
    rows.write_record(columns.into_iter().flatten())?;
    for outlook in &forecast.outlooks {
        let Some(seed) = find(indicators, outlook.steady.indicator) else { continue };
        let cells = place(&forecast.timeframe, outlook).into_iter();
        let cells = cells.chain(steady(outlook, seed)).chain(likely(&outlook.likely)).chain(target(outlook));
        let cells = cells.chain(past(&outlook.likely)).chain([outlook.warnings()]);
        rows.write_record(cells.chain(more(outlook)).chain(tested(outlook)))?;
    }
    rows.flush()
}

fn place(timeframe: &Timeframe, outlook: &Outlook) -> [String; PLACE.len()] {
    let figure = &outlook.steady;
    [
        timeframe.known.to_string(),
        timeframe.as_at.to_string(),
        figure.level.name().to_owned(),
        figure.code.clone(),
        figure.name.clone(),
        figure.indicator.to_string(),
    ]
}

fn steady(outlook: &Outlook, seed: &IndicatorSeed) -> [String; STEADY.len()] {
    let figure = &outlook.steady;
    let available = !matches!(figure.status, Status::NotAvailable(_));
    let count = |shown: bool, count: u64| if shown { count.to_string() } else { String::new() };
    [
        tenths(outlook.now),
        count(available && !outlook.not_known_yet, figure.numerator),
        count(available, figure.denominator),
        tenths(outlook.value(seed.unit)),
        outlook.pending().map(|pending| pending.to_string()).unwrap_or_default(),
    ]
}

fn target(outlook: &Outlook) -> [String; TARGET.len()] {
    let first = outlook.rooms.first().map(|room| [room.target.value.to_string(), chance(outlook, 0), left(room)]);
    first.unwrap_or_default()
}

/// The chance of meeting the target of a room.
fn chance(outlook: &Outlook, room: usize) -> String {
    let chance = outlook.likely.chances.get(room).copied().flatten();
    chance.map(|chance| format!("{chance:.4}")).unwrap_or_default()
}

fn likely(likely: &Likely) -> [String; LIKELY.len()] {
    let cells = |spread: &Spread| {
        let Spread { median, within_80: [low_80, high_80], within_95: [low_95, high_95] } = *spread;
        [median, low_80, high_80, low_95, high_95].map(|value| Tenths::of(value).to_string())
    };
    likely.spread.as_ref().map(cells).unwrap_or_default()
}

fn past(likely: &Likely) -> [String; PAST.len()] {
    let Tested { tested, within_80, .. } = likely.tested;
    [likely.past_children, tested, within_80].map(|count| count.to_string())
}

fn tested(outlook: &Outlook) -> [String; TESTED.len()] {
    let tested = &outlook.likely.tested;
    let error = |error: Option<f64>| error.map(|error| format!("{error:.2}")).unwrap_or_default();
    [
        outlook.no_forecast().map_or("", NoForecast::name).to_owned(),
        tested.within_95.to_string(),
        error(tested.mean_absolute_error()),
        error(tested.error_of_stays()),
        error(tested.error_of_steady()),
        outlook.likely.worse_than_stays.to_string(),
    ]
}

fn more(outlook: &Outlook) -> [String; MORE.len()] {
    let figure = &outlook.steady;
    let could = |room: &Room| room.children.map(|_| room.could.to_string()).unwrap_or_default();
    let [target_of, could_first] = match outlook.rooms.first() {
        Some(room) => [if room.is_national() { "national" } else { "local" }.to_owned(), could(room)],
        None => Default::default(),
    };
    let second = outlook.rooms.get(1);
    let [national, national_chance, room, could] = second
        .map(|second| [second.target.value.to_string(), chance(outlook, 1), left(second), could(second)])
        .unwrap_or_default();
    let authorities = figure.behind.map(|behind| format!("{} of {}", behind.available, behind.listed));
    [
        outlook.status().to_owned(),
        reason(figure),
        authorities.unwrap_or_default(),
        target_of,
        could_first,
        national,
        national_chance,
        room,
        could,
    ]
}

/// The room that is left, as one number.
fn left(room: &Room) -> String {
    match room.children {
        Some(Children::ToSpare(children)) => children.to_string(),
        Some(Children::Short(children)) => format!("-{children}"),
        None => String::new(),
    }
}

fn tenths(value: Option<Tenths>) -> String {
    value.map(|value| value.to_string()).unwrap_or_default()
}

//! restricted/forecast.csv: every place and indicator at the outturn, if nothing further happens.

use crate::benchmark::targets::Children;
use crate::figures::Status;
use crate::forecast::Forecast;
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

/// The target of the outturn's year, the authority's own before the nation's, and the room that is left to it: how many
/// children more may go the wrong way; below zero, how many must go the right way.
const TARGET: [&str; 2] = ["target", "room"];

/// What the figure lacks.
const WARNING: [&str; 1] = ["warning"];

/// Whether there is a figure if nothing further happens, and why not; whose the target is and how many children on the watch
/// list could go that way; and the same of the nation's target where the authority has its own too.
const MORE: [&str; 8] =
    ["status", "reason", "authorities", "target_of", "could", "national_target", "national_room", "national_could"];

/// Writes the table.
///
/// # Errors
/// Where the file cannot be written.
pub fn write(forecast: &Forecast, indicators: &[IndicatorSeed], file: &mut dyn Write) -> io::Result<()> {
    let mut rows = Rows::of(file);
    rows.write_record([&PLACE[..], &STEADY, &TARGET, &WARNING, &MORE].into_iter().flatten())?;
    for outlook in &forecast.outlooks {
        let Some(seed) = find(indicators, outlook.steady.indicator) else { continue };
        let cells = place(&forecast.timeframe, outlook).into_iter();
        let cells = cells.chain(steady(outlook, seed)).chain(target(outlook)).chain([outlook.warnings()]);
        rows.write_record(cells.chain(more(outlook)))?;
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
    outlook.rooms.first().map(|room| [room.target.value.to_string(), left(room)]).unwrap_or_default()
}

fn more(outlook: &Outlook) -> [String; MORE.len()] {
    let figure = &outlook.steady;
    let could = |room: &Room| room.children.map(|_| room.could.to_string()).unwrap_or_default();
    let [target_of, could_first] = match outlook.rooms.first() {
        Some(room) => [if room.is_national() { "national" } else { "local" }.to_owned(), could(room)],
        None => Default::default(),
    };
    let second = outlook.rooms.get(1);
    let [national, room, could] =
        second.map(|second| [second.target.value.to_string(), left(second), could(second)]).unwrap_or_default();
    let authorities = figure.behind.map(|behind| format!("{} of {}", behind.available, behind.listed));
    [
        outlook.status().to_owned(),
        reason(figure),
        authorities.unwrap_or_default(),
        target_of,
        could_first,
        national,
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

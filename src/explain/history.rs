//! A child's history as known on the day: episodes, periods of care, placements and the rest.

use super::case::{Case, day_or_open};
use crate::care::ChildHistory;
use crate::care::ends::DatedEpisode;
use crate::care::placement::{Placement, is_temporary};
use crate::code::Code;
use crate::day::Day;
use crate::lines::{columns, table};
use crate::quality::clean_episode::CleanEpisode;
use crate::returns::tables::attainment::{ExamResult, Subject};
use crate::seeds::codes::roles::Role;

/// Each part that is not empty, under its name.
pub(crate) fn in_words(case: &Case<'_>, child: usize) -> String {
    let history = case.followed.history(child);
    let days = |days: &[Day]| columns(&days.iter().map(|day| day.slashed()).collect::<Vec<_>>(), 4);
    let parts = [
        ("episodes", episodes(case, child, &history)),
        ("periods of care", periods(case, &history)),
        ("placements", placements(case, &history)),
        ("reviews", if history.reviews.is_empty() { String::new() } else { days(history.reviews) }),
        ("decisions for adoption", if history.decisions.is_empty() { String::new() } else { days(history.decisions) }),
        ("OC2, the latest of each return", oc2(case, &history)),
        ("OC3, the latest of each return", oc3(case, &history)),
        ("attainment", attainment(&history)),
    ];
    let told = parts.into_iter().filter(|(_, words)| !words.is_empty());
    let text: String = told.map(|(name, words)| format!("  {name}\n{words}")).collect();
    if text.is_empty() { "  nothing that an indicator looks at\n".to_owned() } else { text }
}

fn rows<const CELLS: usize>(heading: [&str; CELLS], rows: Vec<[String; CELLS]>) -> String {
    if rows.is_empty() {
        return String::new();
    }
    let rows = [heading.map(str::to_owned)].into_iter().chain(rows);
    table(&rows.map(Vec::from).collect::<Vec<_>>(), 4)
}

/// The episodes used, and those that cleaning kept but that are not used, with why.
fn episodes(case: &Case<'_>, child: usize, history: &ChildHistory<'_>) -> String {
    let code = |code: Code| case.followed.code(code);
    let lines = case.followed.histories.clean.episodes.of(child).iter().map(|clean| {
        let row = &clean.episode;
        let used = history.episodes.iter().position(|episode| episode.row.decom == row.decom);
        let dated = used.map(|place| &history.episodes[place]);
        let (end, reason_ended) = match dated {
            Some(episode) => (day_or_open(episode.end), code(episode.reason_ended)),
            None => (row.dec.map(Day::slashed).unwrap_or_default(), code(row.reason_ended)),
        };
        [
            row.decom.slashed(),
            end,
            code(row.reason_started),
            code(row.legal_status),
            code(row.place),
            reason_ended,
            used.map(|place| placement_of(history, place)).unwrap_or_default(),
            case.followed.place_of(clean.source),
            note(case, clean, dated).to_owned(),
        ]
    });
    let heading = ["DECOM", "end", "RNE", "LS", "PLACE", "REC", "placement", "row", "note"];
    rows(heading, lines.collect())
}

/// The number of an episode's placement.
fn placement_of(history: &ChildHistory<'_>, episode: usize) -> String {
    let place = history.placements.iter().position(|placement| placement.episodes.contains(&episode));
    place.map(|place| (place + 1).to_string()).unwrap_or_default()
}

/// What is worth knowing about an episode.
fn note(case: &Case<'_>, clean: &CleanEpisode, dated: Option<&DatedEpisode<'_>>) -> &'static str {
    match dated {
        Some(episode) if clean.episode.dec.is_none() && episode.end.is_some() => "end given by cleaning",
        Some(episode) if clean.end_moved && episode.end.is_some() => "end moved by cleaning",
        Some(episode) if clean.episode.dec.is_some() && episode.end.is_none() => "ends after the day",
        Some(episode) if is_temporary(episode.row.place, case.request.setting()) => "temporary stay",
        Some(_) => "",
        None if clean.episode.decom > case.request.timeframe.as_at => "left out: starts after the day",
        None if case.request.seeds.codes.roles().has(Role::ShortBreak, clean.episode.legal_status) => {
            "left out: a short break"
        }
        None => "set aside by cleaning",
    }
}

fn periods(case: &Case<'_>, history: &ChildHistory<'_>) -> String {
    let lines = history.periods.iter().enumerate().map(|(place, period)| {
        let note = if period.start_truncated { "began earlier than the data show (start_truncated)" } else { "" };
        let number = (place + 1).to_string();
        let (start, end) = (period.start.slashed(), day_or_open(period.end));
        [number, start, end, length(case, period.start, period.end), note.to_owned()]
    });
    rows(["", "from", "to", "length", "note"], lines.collect())
}

fn placements(case: &Case<'_>, history: &ChildHistory<'_>) -> String {
    let lines = history.placements.iter().enumerate().map(|(place, placement)| {
        let truncated = placement.start_truncated.then_some("began earlier than the data show (start_truncated)");
        let adoptive = placement.adoptive_from.filter(|_| placement.adoptive);
        let adoptive = adoptive.map(|from| format!("adoptive from {}", from.slashed()));
        let notes: Vec<String> = adoptive.into_iter().chain(truncated.map(str::to_owned)).collect();
        [
            (place + 1).to_string(),
            placement.start.slashed(),
            day_or_open(placement.end),
            length(case, placement.start, placement.end),
            places(case, history, placement),
            notes.join("; "),
        ]
    });
    rows(["", "from", "to", "length", "PLACE", "note"], lines.collect())
}

/// The places of a placement's episodes in order, without repeats in a row.
fn places(case: &Case<'_>, history: &ChildHistory<'_>, placement: &Placement) -> String {
    let mut places: Vec<Code> =
        history.episodes[placement.episodes.clone()].iter().map(|each| each.row.place).collect();
    places.dedup();
    places.into_iter().map(|place| case.followed.code(place)).collect::<Vec<_>>().join(" ")
}

/// How long something lasted, or has lasted so far, counting the night of the day itself.
fn length(case: &Case<'_>, start: Day, end: Option<Day>) -> String {
    let end = end.unwrap_or(case.request.timeframe.as_at.plus_days(1));
    let nights = end.days_since(start);
    let months = (1..).take_while(|&months| start.plus_months(months) <= end).last().unwrap_or_default();
    let count = |number: i32, one: &str| format!("{number} {one}{}", if number == 1 { "" } else { "s" });
    let nights = count(nights, "night");
    match (months / 12, months % 12) {
        (0, 0) => nights,
        (0, months) => format!("{nights} ({})", count(months, "month")),
        (years, 0) => format!("{nights} ({})", count(years, "year")),
        (years, months) => format!("{nights} ({} {})", count(years, "year"), count(months, "month")),
    }
}

fn oc2(case: &Case<'_>, history: &ChildHistory<'_>) -> String {
    let lines = history.oc2.iter().map(|(year, row)| {
        let score = row.score.map_or("none".to_owned(), |score| score.to_string());
        [year.to_string(), score, case.followed.code(row.reason_unscored)]
    });
    rows(["return", "SDQ_SCORE", "SDQ_REASON"], lines.collect())
}

fn oc3(case: &Case<'_>, history: &ChildHistory<'_>) -> String {
    let code = |code: Code| case.followed.code(code);
    let lines = history
        .oc3
        .iter()
        .map(|(year, row)| [year.to_string(), code(row.in_touch), code(row.activity), code(row.accommodation)]);
    rows(["return", "IN_TOUCH", "ACTIV", "ACCOM"], lines.collect())
}

fn attainment(history: &ChildHistory<'_>) -> String {
    let result = |result: Option<ExamResult>| match result {
        Some(ExamResult::Number(number)) => number.to_string(),
        Some(ExamResult::Other) => "no level".to_owned(),
        None => "blank".to_owned(),
    };
    let lines = history.results.iter().map(|of_year| {
        let [english, maths, level_two] = of_year.results.map(result);
        [of_year.exam_year.to_string(), english, maths, level_two]
    });
    let [english, maths, level_two] = Subject::ALL.map(Subject::column);
    rows(["exams of", english, maths, level_two], lines.collect())
}

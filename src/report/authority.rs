//! restricted/authorities/CODE-name.csv: one authority's ten figures, for people to read.

use super::Rows;
use super::indicators::{bounds, reason, value};
use super::target_in_words::TargetInWords;
use crate::benchmark::indicator::Placed;
use crate::benchmark::told::Told;
use crate::benchmark::years::Change;
use crate::benchmark::{Against, ComparedFigure};
use crate::figures::Status;
use crate::figures::rounding::Tenths;
use crate::seeds::indicators::IndicatorSeed;
use std::io::{self, Write};

/// The columns, one row per indicator, in order of number.
const COLUMNS: [&str; 15] = [
    "Indicator",
    "Title",
    "Value",
    "Unit",
    "95% interval",
    "Children counted",
    "Good is",
    "England",
    "Change since last year",
    "Place",
    "Band",
    "National target",
    "Local target",
    "Verdict",
    "Note",
];

/// The name that an authority's files share: `301-barking-and-dagenham`.
pub fn file_name(code: &str, name: &str) -> String {
    let mut plain = String::new();
    for letter in name.replace('&', "and").chars().flat_map(char::to_lowercase) {
        if letter.is_ascii_alphanumeric() {
            plain.push(letter);
        } else if !plain.ends_with('-') && !plain.is_empty() {
            plain.push('-');
        }
    }
    format!("{code}-{}", plain.trim_end_matches('-'))
}

/// Writes the table of one authority's figures.
///
/// # Errors
/// Where the file cannot be written.
pub fn write(figures: &[ComparedFigure], indicators: &[IndicatorSeed], file: &mut dyn Write) -> io::Result<()> {
    let mut rows: Rows<'_> = csv::Writer::from_writer(file);
    rows.write_record(COLUMNS)?;
    for compared in figures {
        let Some(seed) = indicators.iter().find(|seed| seed.number == compared.figure.indicator) else {
            continue;
        };
        let figure = &compared.figure;
        let target = |against: Option<&Against>| {
            against.map(|against| TargetInWords::from(against).in_full(seed)).unwrap_or_default()
        };
        let counted = if figure.status == Status::Ok { figure.denominator.to_string() } else { String::new() };
        // Without a figure, change and place are those of a published one, which has no column here.
        let known = (figure.status == Status::Ok).then_some(compared);
        let placed = known.and_then(|compared| compared.placed.as_ref()).filter(|placed| placed.place.of > 1);
        rows.write_record([
            format!("NI {}", figure.indicator),
            seed.title.clone(),
            value(figure, seed.unit),
            seed.unit.name().to_owned(),
            interval(compared),
            counted,
            seed.good.name().to_owned(),
            england(compared),
            known.and_then(|compared| compared.change.as_ref()).map(change).unwrap_or_default(),
            placed.map(place_in_words).unwrap_or_default(),
            placed.and_then(|placed| placed.place.band).map(|band| band.name().to_owned()).unwrap_or_default(),
            target(compared.national.as_ref()),
            target(compared.local.as_ref()),
            compared.verdict.reliance.name().to_owned(),
            note(compared),
        ])?;
    }
    rows.flush()
}

/// `7.3 to 16.9`.
fn interval(compared: &ComparedFigure) -> String {
    let at_95 = compared.uncertainty.map(|uncertainty| uncertainty.at_95);
    at_95.map(|at_95| bounds(Some(at_95)).join(" to ")).unwrap_or_default()
}

/// England's value, with its year where that is another than the figure's.
fn england(compared: &ComparedFigure) -> String {
    let england = compared.comparators.iter().find(|comparator| comparator.is_england() && comparator.used);
    let Some(whole) = england.and_then(|england| england.whole.as_ref()) else { return String::new() };
    match compared.years.first() {
        Some(now) if now.year != whole.year => format!("{} (of {})", whole.shown, whole.year),
        _ => whole.shown.clone(),
    }
}

/// `up 5.4 from 5.8 in 2010 (cannot be told from chance)`.
fn change(change: &Change) -> String {
    let Change { from, points, told, not_compared, .. } = change;
    let points = Tenths::of(*points);
    let (size, before, year) = (Tenths(points.0.abs()), &from.shown, from.year);
    let moved = match points.0 {
        0 => format!("as {before} in {year}"),
        1.. => format!("up {size} from {before} in {year}"),
        _ => format!("down {size} from {before} in {year}"),
    };
    let told = match (told, not_compared) {
        (_, Some(why)) => format!("not compared: {}", why.in_words()),
        (Told::Not, None) => "cannot be told from chance".to_owned(),
        (told, None) => told.name().to_owned(),
    };
    format!("{moved} ({told})")
}

/// `3 of 6, chance allows 1 to 6`, `3 of the 4 that are shown`.
pub fn place_in_words(placed: &Placed) -> String {
    let place = placed.place;
    let shared = if place.sharing > 1 { format!(", shared by {}", place.sharing) } else { String::new() };
    let allowed = place.allowed.map(|allowed| format!(", chance allows {} to {}", allowed.best, allowed.worst));
    let of = if placed.hidden == 0 { place.of.to_string() } else { format!("the {} that are shown", place.of) };
    format!("{} of {of}{shared}{}", place.rank, allowed.unwrap_or_default())
}

/// A target in a few words: `60 by 2011: not met, 12.5 below`.
pub fn in_words(against: &Against) -> String {
    TargetInWords::from(against).in_short()
}

/// What should be known beside a figure, in full.
pub fn note(compared: &ComparedFigure) -> String {
    without_figure(compared).unwrap_or_else(|| compared.verdict.in_words())
}

/// The same in a few words.
pub fn note_in_short(compared: &ComparedFigure) -> String {
    without_figure(compared).unwrap_or_else(|| compared.verdict.in_short())
}

/// Why there is no figure, where there is none.
fn without_figure(compared: &ComparedFigure) -> Option<String> {
    let figure = &compared.figure;
    why_no_figure(figure.status.name(), &reason(figure))
}

/// Why there is no figure, of its status and reason as tables have them.
pub fn why_no_figure(status: &str, reason: &str) -> Option<String> {
    if status == Status::Ok.name() {
        None
    } else if status == Status::NoDenominator.name() {
        Some("no children in the population".to_owned())
    } else {
        Some(format!("not available: {reason}"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::benchmark::alike::NotCompared;
    use crate::benchmark::place::{Allowed, Place};
    use crate::benchmark::standing::{Source, Standing};
    use crate::verdict::Reliance;

    #[test]
    fn a_change_in_words() {
        let from = Standing {
            year: 2010,
            value: 5.8,
            shown: "5.8".to_owned(),
            counts: None,
            printed_interval: None,
            source: Source::Returns(None),
            cover_too_short: false,
            reliance: Reliance::Usable,
        };
        let with = |points, told, not_compared| {
            change(&Change { from: from.clone(), points, interval: None, p: None, method: "", told, not_compared })
        };
        let words = |points, told| with(points, told, None);
        assert_eq!(words(5.36, Told::Not), "up 5.4 from 5.8 in 2010 (cannot be told from chance)");
        assert_eq!(words(-0.05, Told::Better), "down 0.1 from 5.8 in 2010 (better)");
        assert_eq!(words(0.04, Told::Untested), "as 5.8 in 2010 (not tested)");
        assert_eq!(
            with(1.0, Told::Untested, Some(NotCompared::LooksBack(2010))),
            "up 1.0 from 5.8 in 2010 (not compared: 2010 looks back further than the returns)"
        );
    }

    #[test]
    fn a_place_in_words() {
        let among = |sharing, allowed, hidden| {
            let place = Place { rank: 3, of: 6, sharing, band: None, allowed };
            let listed = 6 + hidden;
            place_in_words(&Placed { place, from_returns: 6, from_published: 0, without_counts: 0, listed, hidden })
        };
        let words = |sharing, allowed| among(sharing, allowed, 0);
        let allowed = Some(Allowed { best: 1, worst: 5, not_told_apart: 4 });
        assert_eq!(words(1, allowed), "3 of 6, chance allows 1 to 5");
        assert_eq!(words(2, None), "3 of 6, shared by 2");
        // Where one is hidden, nobody can say how many are better.
        assert_eq!(among(1, allowed, 1), "3 of the 6 that are shown, chance allows 1 to 5");
        assert_eq!(among(2, None, 4), "3 of the 6 that are shown, shared by 2");
    }

    #[test]
    fn files_are_named_for_the_authority() {
        assert_eq!(file_name("205", "Hammersmith & Fulham"), "205-hammersmith-and-fulham");
        assert_eq!(file_name("810", "Kingston upon Hull, City of"), "810-kingston-upon-hull-city-of");
        assert_eq!(file_name("991", "Ash (North)"), "991-ash-north");
    }
}

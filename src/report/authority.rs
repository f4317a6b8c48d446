//! restricted/authorities/CODE-name.csv: one authority's ten figures, for people to read.

use super::Rows;
use super::indicators::{reason, value};
use crate::benchmark::{Against, ComparedFigure};
use crate::figures::Status;
use crate::seeds::indicators::IndicatorSeed;
use std::io::{self, Write};

/// The columns, one row per indicator, in order of number.
const COLUMNS: [&str; 10] = [
    "Indicator",
    "Title",
    "Value",
    "Unit",
    "Children counted",
    "Good is",
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
        let counted = if figure.status == Status::Ok { figure.denominator.to_string() } else { String::new() };
        rows.write_record([
            format!("NI {}", figure.indicator),
            seed.title.clone(),
            value(figure, seed.unit),
            seed.unit.name().to_owned(),
            counted,
            seed.good.name().to_owned(),
            compared.national.as_ref().map(in_words).unwrap_or_default(),
            compared.local.as_ref().map(in_words).unwrap_or_default(),
            compared.verdict.reliance.name().to_owned(),
            note(compared),
        ])?;
    }
    rows.flush()
}

/// A target in words: `60 by 2011: not met, 12.5 below`.
pub fn in_words(against: &Against) -> String {
    let target = format!("{} by {}", against.target.value, against.target.year);
    let Some((met, above)) = against.met.zip(against.above) else {
        return target;
    };
    let met = if met { "met" } else { "not met" };
    let gap = crate::figures::rounding::Tenths(above.0.abs());
    match above.0 {
        0 => format!("{target}: {met}"),
        1.. => format!("{target}: {met}, {gap} above"),
        _ => format!("{target}: {met}, {gap} below"),
    }
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
    match figure.status {
        Status::NotAvailable(_) => Some(format!("not available: {}", reason(figure))),
        Status::NoDenominator => Some("no children in the population".to_owned()),
        Status::Ok => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_named_for_the_authority() {
        assert_eq!(file_name("205", "Hammersmith & Fulham"), "205-hammersmith-and-fulham");
        assert_eq!(file_name("810", "Kingston upon Hull, City of"), "810-kingston-upon-hull-city-of");
        assert_eq!(file_name("991", "Ash (North)"), "991-ash-north");
    }
}

//! One indicator of the document: its words, its tables, its chart and its strip.

use super::chart::Chart;
use super::strip::StripOfAll;
use crate::charts::DrawnChart;
use crate::pack::{Beside, Change, OfIndicator};
use crate::printed::Printed;
use crate::wording::mark::Mark;
use crate::wording::names;
use crate::wording::number::ShownNumber;
use serde::Serialize;

/// A figure that another is compared with: its name, its value, the significance of the difference, how far it moved.
type Other = (String, String, String, String);

/// One indicator.
#[derive(Serialize)]
pub(super) struct Indicator<'pack> {
    number: u16,
    /// `NI 62`.
    name: String,
    heading: String,
    title: &'pack str,
    words: &'pack [String],
    note: &'pack str,
    /// What is known of the figure: what, and its value.
    figure: Vec<(&'static str, String)>,
    beside: Vec<Other>,
    targets: Vec<&'pack str>,
    years: Vec<(String, String)>,
    /// The chart of years.
    trend: Option<Chart<'pack>>,
    /// All areas on a line.
    strip: Option<StripOfAll>,
}

impl<'pack> Indicator<'pack> {
    /// Of one indicator of a pack; charts are all that there are of the place.
    pub(super) fn of(of: &'pack OfIndicator, charts: &'pack [DrawnChart]) -> Indicator<'pack> {
        let years = of.indicator.years;
        Indicator {
            number: of.indicator.number,
            name: of.indicator.name(),
            heading: of.indicator.named(),
            title: &of.title,
            words: &of.words,
            note: of.remark_below_words().unwrap_or_default(),
            figure: figure(of),
            beside: beside(of),
            targets: of.targets.iter().map(|target| target.in_words.as_str()).collect(),
            years: of.years.iter().map(|(year, value)| (years.in_short(*year), of_year(of, *year, *value))).collect(),
            trend: Chart::of_years(of.indicator.number, charts),
            strip: of.strip.as_ref().map(StripOfAll::of),
        }
    }
}

/// A year's value with its remark: `86.6% (needs earlier returns we do not have)`.
fn of_year(of: &OfIndicator, year: i32, value: Printed) -> String {
    let shown = ShownNumber::value(value, of.indicator.unit).text;
    let note = of.year_notes.iter().find(|(noted, _)| *noted == year);
    note.map_or(shown.clone(), |(_, note)| format!("{shown} ({note})"))
}

fn figure(of: &OfIndicator) -> Vec<(&'static str, String)> {
    let unit = of.indicator.unit;
    let mut lines = vec![
        ("Value", ShownNumber::value(of.numbers.value, unit).text),
        ("Counted", of.counted.clone()),
        ("Rounding", of.rounding.clone()),
        ("95% limits", ShownNumber::limits(&of.numbers, unit).text),
        ("Which way", of.indicator.good_in_words().to_owned()),
    ];
    lines.extend(of.standing().map(|(what, known)| (what, known.to_owned())));
    lines.into_iter().filter(|(_, value)| !value.is_empty()).collect()
}

fn beside(of: &OfIndicator) -> Vec<Other> {
    let indicator = &of.indicator;
    let others = [&of.england, &of.region, &of.neighbours].into_iter().flatten();
    let mut rows: Vec<Other> = others.map(|other| other_in_words(other, indicator)).collect();
    rows.extend(of.change.as_ref().map(|change| year_before_in_words(change, indicator)));
    rows
}

fn other_in_words(other: &Beside, indicator: &names::Indicator) -> Other {
    let year = other.year_in_words(indicator).map(|year| format!(", {year}")).unwrap_or_default();
    (
        format!("{}{year}", other.name),
        ShownNumber::value(other.value, indicator.unit).text,
        other.significance.map_or("", |told| Mark::of_significance(told).word()).to_owned(),
        String::new(),
    )
}

/// `The year before, 2010`, `14.0%`, `better`, `down 6.0`.
fn year_before_in_words(change: &Change, indicator: &names::Indicator) -> Other {
    let name = format!("The year before, {}", indicator.years.in_words(change.from_year));
    (name, indicator.shown(change.from), change.told_in_words(), change.in_words())
}

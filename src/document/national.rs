//! The content of the document of a stocktake: every word and number of its page that a sheet of paper has room for.

use super::content::chart::Chart;
use super::content::strip::StripOfAll;
use super::content::{AUTHOR, Colours, Date, Noted};
use crate::charts::DrawnChart;
use crate::charts::ages::{self, Age, Ages};
use crate::national::{
    self, CareCount, Change, METHODS, OfAreas, OfSpread, OfTarget, PopulationRow, SHOWN, Stocktake, called,
};
use crate::pack::{About, OfIndicator};
use crate::wording::number::ShownNumber;
use serde::Serialize;

/// The document of a stocktake.
#[derive(Serialize)]
pub(super) struct Content<'of> {
    title: String,
    author: &'static str,
    pub(super) date: Date,
    pub(super) identifier: String,
    place: &'of str,
    under: String,
    /// Blank: anybody may read it.
    restricted: &'static str,
    colours: Colours,
    answer: &'of [String],
    headings: Headings<'of>,
    targets: Vec<Target<'of>>,
    panels: Vec<Panel<'of>>,
    spread: Vec<Spread<'of>>,
    /// That hidden figures are not counted.
    hidden: String,
    /// What the marks of strips are; blank where there is no strip.
    key: String,
    areas: Areas,
    moved: Moved<'of>,
    in_care: Option<InCare<'of>>,
    population: Population,
    shown: Shown<'of>,
    care: &'of [String],
    methods: [&'static str; 5],
    notes: Vec<Noted<'of>>,
}

#[derive(Serialize)]
struct Headings<'of> {
    targets: &'of str,
    years: &'of str,
    spread: &'of str,
    areas: &'of str,
    moved: &'of str,
    shown: &'of str,
}

#[derive(Serialize)]
struct Target<'of> {
    name: String,
    goal: &'of str,
    sentences: &'of [String],
}

/// One indicator over the years.
#[derive(Serialize)]
struct Panel<'of> {
    name: String,
    finding: &'of str,
    value: String,
    way: &'static str,
    notes: Vec<String>,
    trend: Option<Chart<'of>>,
}

#[derive(Serialize)]
struct Spread<'of> {
    name: String,
    finding: &'of str,
    strip: Option<StripOfAll>,
    middle: &'of str,
    outside: &'of str,
}

/// A row an area, a column an indicator, and what was found of each indicator.
#[derive(Serialize)]
struct Areas {
    columns: Vec<String>,
    rows: Vec<Vec<String>>,
    findings: Vec<String>,
}

#[derive(Serialize)]
struct Moved<'of> {
    sentences: &'of [String],
    lists: [(&'static str, Vec<[String; 5]>); 2],
}

/// Who is in care: the numbers, and two lists of ages.
#[derive(Serialize)]
struct InCare<'of> {
    heading: &'of str,
    counts: Vec<[String; 2]>,
    sentences: &'of [String],
    lists: [AgesOf; 2],
}

#[derive(Serialize)]
struct AgesOf {
    who: &'static str,
    columns: Vec<&'static str>,
    /// None where no age is shown.
    rows: Vec<AgeRow>,
}

/// An age: its name and numbers, and how long its bar is, in thousandths of the longest there can be.
#[derive(Serialize)]
struct AgeRow {
    name: &'static str,
    part: i64,
    numbers: Vec<String>,
}

#[derive(Serialize)]
struct Population {
    years: Vec<String>,
    rows: Vec<Vec<String>>,
    published: Vec<(String, String)>,
}

#[derive(Serialize)]
struct Shown<'of> {
    sentences: &'of [String],
    columns: Vec<&'static str>,
    rows: Vec<Vec<String>>,
}

impl<'of> Content<'of> {
    /// Of a stocktake and the charts of its years.
    pub(super) fn of(about: &'of About, of: &'of Stocktake, charts: &'of [DrawnChart]) -> Content<'of> {
        let (as_at, basis) = (about.timeframe.as_at, about.timeframe.basis);
        let headings = &of.headings;
        let strip = of.spread.iter().find_map(|spread| spread.strip.as_ref());
        Content {
            title: called(&of.pack.place),
            author: AUTHOR,
            date: Date::of(as_at),
            identifier: format!("{AUTHOR} {} {as_at} {basis} stocktake", of.pack.place.code),
            place: &of.pack.place.name,
            under: format!("{}, {}", of.pack.what(), about.when),
            restricted: "",
            colours: Colours::of_the_charts(),
            answer: &of.answer,
            headings: Headings {
                targets: &headings.targets,
                years: &headings.years,
                spread: &headings.spread,
                areas: &headings.areas,
                moved: &headings.moved,
                shown: &headings.shown,
            },
            targets: of.targets.iter().map(target).collect(),
            panels: of.pack.indicators.iter().map(|own| panel(own, charts)).collect(),
            spread: of.spread.iter().map(spread).collect(),
            hidden: of.hidden_in_words(),
            key: strip.map(|strip| StripOfAll::of(strip).key).unwrap_or_default(),
            areas: areas(&of.areas),
            moved: moved(of),
            in_care: of.in_care.as_ref().map(in_care),
            population: population(of),
            shown: shown(of),
            care: &of.pack.summary.care,
            methods: METHODS,
            notes: about.notes.iter().map(Noted::of).collect(),
        }
    }
}

fn target(of: &OfTarget) -> Target<'_> {
    Target { name: of.indicator.named(), goal: &of.goal, sentences: &of.sentences }
}

fn panel<'of>(own: &'of OfIndicator, charts: &'of [DrawnChart]) -> Panel<'of> {
    let of_year = |(year, note): &(i32, String)| format!("{}: {note}", own.indicator.years.in_words(*year));
    Panel {
        name: own.indicator.named(),
        finding: &own.finding,
        value: ShownNumber::value(own.numbers.value, own.indicator.unit).text,
        way: own.indicator.good_in_words(),
        notes: own.year_notes.iter().map(of_year).collect(),
        trend: Chart::of_years(own.indicator.number, charts),
    }
}

fn spread(of: &OfSpread) -> Spread<'_> {
    Spread {
        name: of.indicator.named(),
        finding: &of.finding,
        strip: of.strip.as_ref().map(StripOfAll::of),
        middle: &of.middle,
        outside: &of.outside,
    }
}

fn areas(of: &[OfAreas]) -> Areas {
    let columns = std::iter::once("Area".to_owned()).chain(of.iter().map(|areas| areas.indicator.number.to_string()));
    let row = |at: usize, name: &str| {
        let values = of.iter().map(|areas| areas.rows.get(at).map(|row| row.value.text.clone()).unwrap_or_default());
        std::iter::once(name.to_owned()).chain(values).collect()
    };
    let names = of.first().map(|areas| areas.rows.as_slice()).unwrap_or_default();
    Areas {
        columns: columns.collect(),
        rows: names.iter().enumerate().map(|(at, area)| row(at, &area.name)).collect(),
        findings: of.iter().map(|areas| format!("{}: {}.", areas.indicator.name(), areas.finding)).collect(),
    }
}

fn moved(of: &Stocktake) -> Moved<'_> {
    let row = |change: &Change| {
        let Change { place, indicator, from, to, points } = change;
        [place.name.clone(), indicator.named(), from.clone(), to.clone(), points.clone()]
    };
    let rows = |changes: &[Change]| changes.iter().map(row).collect();
    Moved {
        sentences: &of.moved.sentences,
        lists: [
            ("Better than the year before", rows(&of.moved.better)),
            ("Worse than the year before", rows(&of.moved.worse)),
        ],
    }
}

fn in_care(of: &national::InCare) -> InCare<'_> {
    let count = |count: &CareCount| [count.title.clone(), count.number.in_words()];
    InCare {
        heading: &of.heading,
        counts: of.counts.iter().map(count).collect(),
        sentences: &of.sentences,
        lists: [by_age(&of.came), by_age(&of.left)],
    }
}

fn by_age(of: &Ages) -> AgesOf {
    let has_england = of.has_england();
    let england = has_england.then_some("England");
    let row = |age: &Age| {
        let england = has_england.then(|| age.of_england().in_words());
        let numbers = std::iter::once(age.shown().in_words()).chain(england).chain([age.counted().in_words()]);
        AgeRow {
            name: age.name,
            part: 1000 * of.bar(age).unwrap_or_default() / ages::WIDTH,
            numbers: numbers.collect(),
        }
    };
    AgesOf {
        who: of.who,
        columns: ["Age", "As a bar", "Share"].into_iter().chain(england).chain(["Children"]).collect(),
        rows: of.ages.iter().filter(|_| of.has_any()).map(row).collect(),
    }
}

fn population(of: &Stocktake) -> Population {
    let row = |row: &PopulationRow| {
        let counts = row.counts.iter().map(|count| count.text.clone());
        [row.indicators.clone(), row.children.clone()].into_iter().chain(counts).collect()
    };
    let published = |(measure, numbers): &(String, Vec<String>)| (measure.clone(), numbers.join("; "));
    Population {
        years: of.population.years.clone(),
        rows: of.population.rows.iter().map(row).collect(),
        published: of.population.published.iter().map(published).collect(),
    }
}

fn shown(of: &Stocktake) -> Shown<'_> {
    let row = |shown: &national::Shown| {
        std::iter::once(shown.indicator.named()).chain(shown.counts.iter().map(usize::to_string)).collect()
    };
    Shown {
        sentences: &of.shown_in_words,
        columns: std::iter::once("Indicator").chain(SHOWN).collect(),
        rows: of.shown.iter().map(row).collect(),
    }
}

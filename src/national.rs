//! The stocktake of England or of a region: what a minister reads once a year, and Parliament after that.
//!
//! It holds every number and word of its page, slides and document, as a pack does, and it is made of what is published
//! alone: of printed figures, and of nothing that tells an exact one. A region has one of its own, of its authorities.
//! Part of England, or of a region, has none: it is never called by the name of the whole.

mod answer;
mod areas;
mod in_care;
pub(crate) mod make;
mod moved;
mod population;
mod published;
mod shown;
mod spread;
mod targets;
#[cfg(test)]
mod tests;

use crate::charts::ages::Ages;
use crate::charts::dots::Dots;
use crate::charts::strip::Strip;
use crate::charts::trend::Trend;
use crate::level::Level;
use crate::pack::{About, Audience, Pack};
use crate::printed::Printed;
use crate::wording::counts::hidden_in_words;
use crate::wording::mark::Mark;
use crate::wording::names::{Indicator, Place};
use crate::wording::number::ShownNumber;

/// The stocktake of a place.
#[derive(Debug, Clone, PartialEq)]
pub struct Stocktake {
    /// The pack of the place: its indicators, how they stand, and what to treat with care.
    pub pack: Pack,
    /// Its indicators over the years.
    pub trends: Vec<Trend>,
    /// The opening sentences.
    pub answer: Vec<String>,
    /// The finding of each part.
    pub headings: Headings,
    /// The national targets.
    pub targets: Vec<OfTarget>,
    /// How its authorities differ, an indicator each.
    pub spread: Vec<OfSpread>,
    /// Its regions, or the authorities of a region, an indicator each.
    pub areas: Vec<OfAreas>,
    /// The authorities that moved.
    pub moved: Moved,
    /// Who is in care, who came and who left; none where nothing is published of it.
    pub in_care: Option<InCare>,
    /// The children behind the indicators.
    pub population: Population,
    /// What is shown of its authorities, an indicator each.
    pub shown: Vec<Shown>,
    /// The same in words.
    pub shown_in_words: Vec<String>,
}

/// The finding of each part, a sentence without a full stop; blank where there is none.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[allow(missing_docs, reason = "each is of the part of the same name")]
pub struct Headings {
    pub targets: String,
    pub years: String,
    pub spread: String,
    pub areas: String,
    pub moved: String,
    pub shown: String,
}

/// A national target.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OfTarget {
    /// The indicator.
    pub indicator: Indicator,
    /// What is to be reached and by when: `60% by 2011`.
    pub goal: String,
    /// Whether it is met.
    pub mark: Option<Mark>,
    /// Whether it is met, the path to it, and how many authorities have met it.
    pub sentences: Vec<String>,
}

/// How the authorities differ in one indicator.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OfSpread {
    /// The indicator.
    pub indicator: Indicator,
    /// How much of the spread is beyond chance, in a sentence without a full stop.
    pub finding: String,
    /// All authorities on a line; none where none is shown.
    pub strip: Option<Strip>,
    /// Between which values half of those shown lie: `9.1% to 12.4%`; blank for fewer than four.
    pub middle: String,
    /// How many are better and how many worse than chance allows: `5 better, 3 worse`; blank where that is not known.
    pub outside: String,
}

/// One indicator of every region, or of every authority of a region.
#[derive(Debug, Clone, PartialEq)]
pub struct OfAreas {
    /// The indicator.
    pub indicator: Indicator,
    /// Which of them differ from the whole, in a sentence without a full stop.
    pub finding: String,
    /// The areas with their values, in order of code.
    pub rows: Vec<AreaRow>,
    /// The same as dots on a scale.
    pub dots: Dots,
}

/// One area.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AreaRow {
    /// Its name.
    pub name: String,
    /// Its value, or the symbol in its place.
    pub value: ShownNumber,
    /// How it differs from the whole.
    pub mark: Option<Mark>,
}

/// The authorities that moved since the year before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Moved {
    /// How many changes were tested and how many are significant.
    pub sentences: Vec<String>,
    /// Those that got better, by indicator.
    pub better: Vec<Change>,
    /// Those that got worse.
    pub worse: Vec<Change>,
}

/// One change of one authority.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// The authority.
    pub place: Place,
    /// The indicator.
    pub indicator: Indicator,
    /// The value of the year before.
    pub from: String,
    /// The value.
    pub to: String,
    /// How far it moved: `up 5.4`.
    pub points: String,
}

/// Who is in care, who came and who left.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InCare {
    /// How many came and left, in a sentence without a full stop.
    pub heading: String,
    /// The numbers.
    pub counts: Vec<CareCount>,
    /// The same in words.
    pub sentences: Vec<String>,
    /// What there is to say of the ages of those who came, and of those who left.
    pub of_ages: [Option<String>; 2],
    /// How old those were who came.
    pub came: Ages,
    /// How old those were who left.
    pub left: Ages,
}

/// One number about those in care.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CareCount {
    /// What it counts.
    pub title: String,
    /// The number, or the symbol in its place.
    pub number: ShownNumber,
}

/// The children behind the indicators.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Population {
    /// The years, the earliest first.
    pub years: Vec<String>,
    /// The children that each indicator counts among.
    pub rows: Vec<PopulationRow>,
    /// What was published of the care population of England: the measure, and each number with its year and source.
    pub published: Vec<(String, Vec<String>)>,
}

/// The children that some indicators count among.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PopulationRow {
    /// Whose they are: `NI 147 and 148`.
    pub indicators: String,
    /// Who they are.
    pub children: String,
    /// How many there are in each year.
    pub counts: Vec<ShownNumber>,
}

/// How many figures of authorities are shown of one indicator.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shown {
    /// The indicator.
    pub indicator: Indicator,
    /// Those shown, hidden and without a figure; of those shown, those to be treated with care and those that are unreliable.
    pub counts: [usize; 5],
}

/// What [`Shown`] counts, in order.
pub(crate) const SHOWN: [&str; 5] = ["Shown", "Hidden", "No figure", "Treat with care", "Unreliable"];

/// How it is made, in brief.
pub(crate) const METHODS: [&str; 5] = [
    "Every number here comes from the published tables alone. It tells nothing that they do not.",
    "Many changes are tested at once, so they are corrected for their number by the method of Holm (1979). The chance that \
     even one of those named is due to luck is at most 5%.",
    "Areas differ by chance, small ones most. What is left of the spread when this is taken away is beyond chance (Higgins \
     and Thompson 2002). It is told only where chance would bring such a spread less than once in a thousand times. Areas in \
     the furthest tenth at each end are drawn in first, so that a few of them do not decide. Where more than a tenth are \
     hidden nothing is told, for they may all lie at one end.",
    "The limits of chance are those of a funnel at 99.8%.",
    "The path to a target is a straight line from the first year that can be compared with this one.",
];

impl InCare {
    /// All who came, and all who left.
    pub(crate) fn all(&self) -> [ShownNumber; 2] {
        [&self.came, &self.left].map(|ages| {
            let count = self.counts.iter().find(|count| count.title == ages.who);
            count.map_or_else(|| ShownNumber::count(Printed::NotAvailable), |count| count.number.clone())
        })
    }
}

impl Stocktake {
    /// What its areas are called: `regions`.
    pub(crate) fn areas_called(&self) -> &'static str {
        match self.pack.level.whole() {
            Level::National => "regions",
            _ => "authorities",
        }
    }

    /// How many figures of its authorities are hidden, and that they are not counted.
    pub(crate) fn hidden_in_words(&self) -> String {
        hidden_in_words(self.shown.iter().map(|of| of.counts[1]).sum())
    }

    /// The years of an indicator, where there are two to draw.
    pub(crate) fn trend(&self, number: u16) -> Option<&Trend> {
        self.trends.iter().find(|trend| trend.indicator.number == number)
    }

    /// The first and the last year of all its charts.
    pub(crate) fn years(&self) -> (i32, i32) {
        let ends = |trend: &Trend| {
            let target = trend.path().map(|path| path.to.0);
            trend.years().iter().map(|year| year.year).chain(target).collect::<Vec<_>>()
        };
        let years: Vec<i32> = self.trends.iter().flat_map(ends).collect();
        let end = |end: Option<&i32>| end.copied().unwrap_or_default();
        (end(years.iter().min()), end(years.iter().max()))
    }
}

/// What England's or a region's stocktake is called.
pub(crate) fn called(place: &Place) -> String {
    format!("Stocktake of children in care: {}", place.name)
}

/// Whether a place has a stocktake: all of England or of a region, of which more than one authority has given its returns.
pub(crate) fn has_stocktake(about: &About, pack: &Pack) -> bool {
    let is_whole = pack.level != Level::LocalAuthority && !pack.level.is_part();
    about.audience == Audience::Public
        && is_whole
        && pack.behind.is_some_and(|behind| behind.is_whole() && behind.listed > 1)
}

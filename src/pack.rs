//! The stocktake pack: what is put before a board, for one place and for all places together.
//!
//! A pack holds every number and word of its pages, workbook and document, already rounded and worded, as a chart's
//! description does; a hidden number is in it as its symbol alone. Each layout takes the pack and nothing else.

pub mod accessors;
pub mod by_group;
#[cfg(test)]
pub mod by_hand;
pub mod care_population;
pub mod notes;
pub mod of_run;
pub mod summary;
pub mod words;
pub mod year_ahead;

use crate::benchmark::footing::Footing;
use crate::benchmark::significance::Significance;
use crate::benchmark::targets;
use crate::charts::strip::Strip;
use crate::figures::Behind;
use crate::level::Level;
use crate::printed::{Numbers, Printed};
use crate::rounding::Tenths;
use crate::seeds::branding::Branding;
use crate::timeframe::Timeframe;
use crate::wording::names::{Indicator, Place};
use crate::wording::value::Limits;
use by_group::OfDimension;
use care_population::CarePopulation;
use year_ahead::YearAhead;

/// Whom a pack is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Audience {
    /// The authority that owns the returns: every figure is exact.
    Owner,
    /// The public: figures are protected.
    Public,
}

/// What is printed on everything that is for the owner of the returns alone.
pub(crate) const RESTRICTED: &str = "Restricted: exact figures";

/// What all packs of a day share.
#[derive(Debug, Clone, PartialEq)]
pub struct About {
    /// Whom they are for.
    pub audience: Audience,
    /// The day and the window.
    pub timeframe: Timeframe,
    /// The window, in words: `twelve months to 31 March 2011`.
    pub when: String,
    /// The look of whoever puts them before a board.
    pub branding: Branding,
    /// Notes on all figures: what is shown and what is not, how figures are compared, where they come from.
    pub notes: Vec<Note>,
}

/// The packs of one day.
#[derive(Debug, Clone, PartialEq)]
pub struct Packs {
    /// What they share.
    pub about: About,
    /// England's; none where it has no figure.
    pub england: Option<Pack>,
    /// Those of regions, in order of code.
    pub regions: Vec<Pack>,
    /// Those of authorities, in order of code.
    pub authorities: Vec<Pack>,
}

/// A note on all figures.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// What it is about.
    pub heading: String,
    /// What it says.
    pub paragraphs: Vec<String>,
}

/// One place's indicators.
#[derive(Debug, Clone, PartialEq)]
pub struct Pack {
    /// The level of the place.
    pub level: Level,
    /// The place.
    pub place: Place,
    /// The code and name of an authority's region; none of a region or England.
    pub region: Option<Place>,
    /// The authorities behind it, for a region or England.
    pub behind: Option<Behind>,
    /// The summary.
    pub summary: Summary,
    /// The ten indicators, in order of number.
    pub indicators: Vec<OfIndicator>,
    /// Where the year will end; none on its last day, and none for the public.
    pub ahead: Option<YearAhead>,
    /// The figures by group, a dimension at a time; none for the public.
    pub by_group: Vec<OfDimension>,
    /// The care population behind the figures; none for the public.
    pub care: Option<CarePopulation>,
    /// Whether there is a page of its children.
    pub has_children: bool,
}

/// What a reader with one minute reads. A list may be empty; then
/// [`Nothing`] says why.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Summary {
    /// The opening sentences: how many figures there are, and how they stand.
    pub lead: String,
    /// Targets that are met, and indicators that are significantly better than England.
    pub met: Vec<String>,
    /// Targets that are not met, and indicators that are significantly worse than England.
    pub behind: Vec<String>,
    /// Significant changes and trends.
    pub moved: Vec<String>,
    /// What is hidden, missing or to be treated with care, and what is not significant.
    pub care: Vec<String>,
    /// What replaces an empty list.
    pub nothing: Nothing,
}

/// What replaces an empty list: that there is nothing, as far as that is known.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Nothing {
    /// Where nothing is met or better.
    pub met: String,
    /// Where nothing is missed or worse.
    pub behind: String,
    /// Where nothing changed significantly.
    pub moved: String,
}

/// One indicator of one place.
#[derive(Debug, Clone, PartialEq)]
pub struct OfIndicator {
    /// The indicator.
    pub indicator: Indicator,
    /// What it is of, where it is of a part of the pack's place by another name.
    pub part: Option<OfPart>,
    /// Its full title.
    pub title: String,
    /// The numbers, or the symbols in their place; value and limits in tenths.
    pub numbers: Numbers,
    /// What counts are rounded to the nearest multiple of; 1 where they are exact.
    pub counts_to: i64,
    /// How the counts are rounded and what the value is based on, in a sentence; blank where they are exact.
    pub rounding: String,
    /// The counts behind the value, in words: `7 of 52`; or why there is no value.
    pub counted: String,
    /// England's figure.
    pub england: Option<Beside>,
    /// The region's figure; none of a region or England.
    pub region: Option<Beside>,
    /// The mean of statistical neighbours.
    pub neighbours: Option<Beside>,
    /// The change since the year before.
    pub change: Option<Change>,
    /// The trend over five years: `getting better`, `getting worse`, `no trend`.
    pub trend: Option<String>,
    /// Its rank among places with a figure, in words: `3 of 6 (likely 1 to 5)`.
    pub rank: Option<String>,
    /// The quarter in which it lies: `best quarter`.
    pub quarter: Option<String>,
    /// Its targets, the national one first.
    pub targets: Vec<Target>,
    /// The value of each year, or its symbol, in tenths; the earliest year first.
    pub years: Vec<(i32, Printed)>,
    /// What the values of years stand on that are not simply from the returns.
    pub footings: Vec<(i32, Footing)>,
    /// Remarks on the values of years: `needs earlier returns we do not have`; only for years
    /// that have one.
    pub year_notes: Vec<(i32, String)>,
    /// The smallest and the largest value that the returns allow; none where nothing is doubtful, and none for the public.
    pub doubt: Option<Limits>,
    /// The values of all authorities with this one on them; none where no authority's is shown.
    pub strip: Option<Strip>,
    /// The finding in one sentence, without a full stop: a title too.
    pub finding: String,
    /// A few sentences in plain English, true to the statistics.
    pub words: Vec<String>,
    /// How far the figure can be relied upon, or why there is none; blank where there is nothing to say.
    pub note: String,
}

/// Some of the authorities of a place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OfPart {
    /// The level.
    pub level: Level,
    /// What they are called: `11 authorities given`.
    pub name: String,
    /// How many they are.
    pub behind: Option<Behind>,
}

/// A figure that another is compared with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Beside {
    /// Whose it is: `England`, `London`, `mean of 10 neighbours`.
    pub name: String,
    /// Its value in tenths, or the symbol in its place.
    pub value: Printed,
    /// Its year, where that differs from the figure's.
    pub of_year: Option<i32>,
    /// How the figure differs from it; none where there is no figure.
    pub significance: Option<Significance>,
    /// Whether that is significant at 99.8% too.
    pub is_beyond_99_8: bool,
    /// Whether it is a mean that leaves out hidden figures.
    pub leaves_out_hidden: bool,
    /// Why that was not tested, where the figure may not be judged: `the figure needs earlier returns we do not have`.
    pub not_tested: Option<String>,
}

/// A change since the year before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// The year before.
    pub from_year: i32,
    /// The value then.
    pub from: Tenths,
    /// The change, in points.
    pub points: Tenths,
    /// Its significance.
    pub significance: Significance,
    /// Why the two years are not compared: `2010 needs earlier returns we do not have`; none where they are.
    pub not_compared: Option<String>,
}

/// A target beside a figure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Target {
    /// Whether it is the authority's own target, not the national one.
    pub is_local: bool,
    /// The value to be reached, without a unit: `60`, `10.5`.
    pub value: String,
    /// The year to be met by.
    pub year: i32,
    /// Whether it is met; none where there is no figure.
    pub met: Option<bool>,
    /// Whether that is significant; none where there is no interval.
    pub significance: Option<targets::MetAt95>,
    /// Whether that is significant at 99.8% too.
    pub is_beyond_99_8: bool,
    /// How far the figure lies above it, in points; below where it is negative.
    pub above: Option<Tenths>,
    /// The gap in children; none for a mean score, or where counts are not known or not shown.
    pub children: Option<targets::Children>,
    /// All of it, in words: `60 by 2011: not met, 12.5 points below, 2 more children at level 4 or above in English
    /// would meet it; this is not statistically significant`.
    pub in_words: String,
}

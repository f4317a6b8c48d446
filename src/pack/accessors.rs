//! What pages, the workbook and the document all ask of a pack: its parts in order, and short wordings that are the
//! same in each.

use super::words::Remark;
use super::words::known::Known;
use super::{Beside, Change, Nothing, OfIndicator, Pack, Packs, Summary, Target};
use crate::benchmark::footing::Footing;
use crate::figures::Behind;
use crate::level::Level;
use crate::printed::{Numbers, Printed};
use crate::rounding::Tenths;
use crate::seeds::indicators::IndicatorSeed;
use crate::unit::Unit;
use crate::verdict::Reliance;
use crate::wording::as_printed::{contradict, is_of_so_few};
use crate::wording::counts::authorities;
use crate::wording::holder::Holder;
use crate::wording::mark::Mark;
use crate::wording::names::Indicator;

impl Packs {
    /// England, its regions, its authorities.
    pub fn all(&self) -> impl Iterator<Item = &Pack> {
        self.england.iter().chain(&self.regions).chain(&self.authorities)
    }

    /// Who alone may have it, where it is exact.
    pub(crate) fn holder(&self) -> Holder {
        Holder::of(self.authorities.len())
    }

    /// What England and the regions are called together, or what stands in their place.
    pub(crate) fn wholes_called(&self) -> &'static str {
        match &self.england {
            Some(pack) if pack.level.is_part() => "Authorities given and regions",
            Some(_) => "England and regions",
            None => "Regions",
        }
    }
}

impl Pack {
    /// What it is of: `Local authority 302 in London`, `Region E12000007, 6 of 33 authorities`.
    pub fn what(&self) -> String {
        let level = match self.level {
            Level::LocalAuthority => Level::LocalAuthority.name(),
            Level::Regional => "Region",
            Level::PartOfRegional => "Part of the region",
            Level::National => "Country",
            Level::PartOfNational => "Part of the country",
        };
        let region = self.region.as_ref().map(|region| format!(" in {}", region.name)).unwrap_or_default();
        let behind =
            self.behind.map(|behind| format!(", {} of {}", behind.available, authorities(behind.listed as usize)));
        format!("{level} {}{region}{}", self.place.code, behind.unwrap_or_default())
    }

    /// How many authorities are included: `6 of 33`.
    pub(crate) fn included_in_words(&self) -> Option<String> {
        self.behind.map(included_in_words)
    }

    /// How many authorities are included in one of its figures.
    pub(crate) fn included_in_figure_in_words(&self, of: &OfIndicator) -> Option<String> {
        of.part.as_ref().map_or(self.behind, |part| part.behind).map(included_in_words)
    }
}

fn included_in_words(Behind { available, listed }: Behind) -> String {
    format!("{available} of {listed}")
}

/// A part of a summary.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Part<'pack> {
    /// Its heading.
    pub heading: &'static str,
    /// Its sentences.
    pub sentences: &'pack [String],
    /// What is said where there are none.
    pub nothing: &'pack str,
}

impl Pack {
    /// A year of all indicators together, for a narrow column: `2011`, or `Dec 2010; exams 2011`.
    pub(crate) fn year_in_short(&self, year: i32) -> String {
        let all = self.indicators.iter().filter(|of| of.years.iter().any(|(known, _)| *known == year));
        let mut names: Vec<String> = Vec::new();
        for name in all.map(|of| of.indicator.years.in_short(year)) {
            if !names.contains(&name) {
                names.push(name);
            }
        }
        names.join("; exams ")
    }
}

impl Summary {
    /// What follows the lead.
    pub(crate) fn parts(&self) -> [Part<'_>; 4] {
        let Nothing { met, behind, moved } = &self.nothing;
        [
            Part { heading: "Met or better", sentences: &self.met, nothing: met },
            Part { heading: "Not met or worse", sentences: &self.behind, nothing: behind },
            Part { heading: "Changed", sentences: &self.moved, nothing: moved },
            Part { heading: "Cautions", sentences: &self.care, nothing: "None." },
        ]
    }
}

impl OfIndicator {
    /// The exact numbers of an indicator, or their symbols, without comparisons or words.
    pub fn alone(seed: &IndicatorSeed, numbers: Numbers) -> OfIndicator {
        OfIndicator {
            indicator: Indicator::of(seed),
            part: None,
            title: seed.title.clone(),
            numbers,
            counts_to: 1,
            rounding: String::new(),
            counted: String::new(),
            england: None,
            region: None,
            neighbours: None,
            change: None,
            trend: None,
            rank: None,
            quarter: None,
            targets: Vec::new(),
            years: Vec::new(),
            footings: Vec::new(),
            year_notes: Vec::new(),
            doubt: None,
            strip: None,
            finding: String::new(),
            words: Vec::new(),
            note: String::new(),
        }
    }

    /// What the value of a year stands on.
    pub(crate) fn footing(&self, year: i32) -> Footing {
        let known = self.footings.iter().find(|(known, _)| *known == year);
        known.map_or(Footing::Returns, |(_, footing)| *footing)
    }

    /// `unreliable` or `with care`, as its note says; blank where neither is so, or no figure is shown.
    pub(crate) fn caution(&self) -> &'static str {
        match Remark::read(&self.note).filter(|_| self.is_shown()) {
            Some(Remark::Verdict(Reliance::NotUsable, _)) => "unreliable",
            Some(Remark::Verdict(Reliance::WithCare, _)) => "with care",
            _ => "",
        }
    }

    /// Whether there is a figure that is shown.
    pub(crate) fn is_shown(&self) -> bool {
        Known::of(&self.numbers) == Known::Shown
    }

    /// Whether there is a figure, and it is hidden.
    pub fn is_hidden(&self) -> bool {
        Known::of(&self.numbers) == Known::Hidden
    }

    /// Whether a percentage is left out beside exact counts from which any reader can work it out.
    pub(crate) fn is_of_so_few(&self) -> bool {
        is_of_so_few(&self.numbers, self.counts_to)
    }

    /// Whether counts are rounded so that they would give another percentage than the value.
    pub(crate) fn is_contradicted_by_counts(&self) -> bool {
        self.counts_to > 1 && contradict(&self.numbers, self.indicator.unit)
    }

    /// Whether the value, or that of the year before, is hidden, so that the change is not known.
    pub(crate) fn is_change_hidden(&self) -> bool {
        let before = self.years.iter().nth_back(1);
        self.is_hidden() || before.is_some_and(|(_, value)| *value == Printed::Confidential)
    }

    /// Whether a year is hidden, so that the trend is not known.
    pub(crate) fn is_trend_hidden(&self) -> bool {
        self.is_hidden() || self.years.iter().any(|(_, value)| *value == Printed::Confidential)
    }

    /// The note, unless it is blank or repeats what is said of the counts.
    pub(crate) fn remark(&self) -> Option<&str> {
        Some(self.note.as_str()).filter(|note| !note.is_empty() && *note != self.counted)
    }

    /// The same where it stands below the sentences, unless one of them says all of it.
    pub(crate) fn remark_below_words(&self) -> Option<&str> {
        let is_said = |remark: &str| {
            let because = remark.split_once(": ").map_or(remark, |(_, because)| because);
            self.words.iter().any(|words| words.ends_with(&format!(" {because}.")))
        };
        self.remark().filter(|remark| !is_said(remark))
    }

    /// Its rank, quarter and trend, as far as they are known, each after its name.
    pub(crate) fn standing(&self) -> impl Iterator<Item = (&'static str, &str)> {
        let known = [("Rank", &self.rank), ("Quarter", &self.quarter), ("Trend", &self.trend)];
        known.into_iter().filter_map(|(name, known)| Some((name, known.as_deref()?)))
    }
}

impl Beside {
    /// Its year, where that differs from the figure's: it is a published one.
    pub(crate) fn year_in_words(&self, indicator: &Indicator) -> Option<String> {
        self.of_year.map(|year| indicator.years.published_in_words(year))
    }
}

impl Change {
    /// Its significance in words: `similar`, `not compared: 2010 looks back further than the
    /// returns`.
    pub(crate) fn told_in_words(&self) -> String {
        match &self.not_compared {
            Some(why) => format!("not compared: {why}"),
            None => Mark::of_significance(self.significance).word().to_owned(),
        }
    }

    /// Which way it went and how far: `up 5.4`, `no change`.
    pub(crate) fn in_words(&self) -> String {
        let size = Tenths(self.points.0.saturating_abs());
        match self.points.0 {
            0 => "no change".to_owned(),
            1.. => format!("up {size}"),
            _ => format!("down {size}"),
        }
    }
}

impl Target {
    /// Whose it is: `national`, `local`.
    pub(crate) fn whose(&self) -> &'static str {
        if self.is_local { "local" } else { "national" }
    }

    /// What is to be reached and by when: `60% by 2011`.
    pub(crate) fn goal(&self, unit: Unit) -> String {
        format!("{}{} by {}", self.value, unit.suffix(), self.year)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::benchmark::significance::Significance;
    use crate::pack::by_hand;
    use crate::wording::names::Place;

    #[test]
    fn a_place_is_said_in_a_few_words() {
        let barking = by_hand::pack(Vec::new());
        assert_eq!(barking.what(), "Local authority 301 in London");
        let behind = Some(Behind { available: 6, listed: 33 });
        let place = Place { code: "E12000007".to_owned(), name: "London".to_owned() };
        let london = Pack { level: Level::Regional, place, region: None, behind, ..barking };
        assert_eq!(london.what(), "Region E12000007, 6 of 33 authorities");
    }

    #[test]
    fn what_is_counted_is_not_remarked_upon_again() {
        let mut of = by_hand::of(62, 7, 52, 135);
        assert_eq!(of.remark(), None);
        of.note = "no children in the population".to_owned();
        assert_eq!(of.remark(), Some("no children in the population"));
        of.counted.clone_from(&of.note);
        assert_eq!(of.remark(), None);
    }

    #[test]
    fn a_change_is_up_down_or_none() {
        let in_words = |points| {
            Change { points: Tenths(points), ..by_hand::change(58, Significance::NotSignificant).unwrap() }.in_words()
        };
        assert_eq!([54, -1, 0].map(in_words), ["up 5.4", "down 0.1", "no change"]);
        let told = |not_compared| {
            Change { not_compared, ..by_hand::change(58, Significance::NotTested).unwrap() }.told_in_words()
        };
        assert_eq!(told(None), "not tested");
        assert_eq!(
            told(Some("2010 covers different authorities".to_owned())),
            "not compared: 2010 covers different authorities"
        );
    }
}

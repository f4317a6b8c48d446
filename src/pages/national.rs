//! The page of a stocktake: the answer, the targets and the path to them, every indicator over the years, how authorities
//! differ, regions beside each other, who moved, the children behind it, and what is hidden.

use super::frame::Frame;
use super::paths::{OVERVIEW, path};
use super::pieces::Marked;
use crate::benchmark::footing::Footing;
use crate::charts::ages::Ages;
use crate::charts::chart::Chart;
use crate::charts::dots;
use crate::charts::small_trend::{SIZE, SmallTrend};
use crate::charts::strip::Strip;
use crate::level::Level;
use crate::national::{AreaRow, InCare, METHODS, OfAreas, OfTarget, SHOWN, Stocktake, called};
use crate::pack::{About, OfIndicator};
use crate::printed::Printed;
use crate::wording::counts::listed;
use crate::wording::holder::Holder;
use crate::wording::mark::{Mark, legend};
use crate::wording::names::with_article;
use crate::wording::number::ShownNumber;
use askama::Template;

/// The style of this page alone.
const STYLE: &str = include_str!("../../templates/national.css");
/// The overview from the folder of regions.
const OVERVIEW_FROM_REGIONS: &str = "../index.html";

/// The page of a stocktake.
#[derive(Debug, Template)]
#[template(path = "national.html")]
pub(super) struct NationalPage<'page> {
    frame: Frame<'page>,
    of: &'page Stocktake,
    /// The national targets.
    targets: Vec<Target<'page>>,
    /// Every indicator over the years.
    panels: Vec<Panel<'page>>,
    /// The years of the table below them.
    years: Vec<(i32, String)>,
}

/// A national target.
#[derive(Debug)]
struct Target<'page> {
    of: &'page OfTarget,
    mark: Option<Marked>,
    drawing: Option<Drawn>,
}

/// One indicator over the years.
#[derive(Debug)]
struct Panel<'page> {
    of: &'page OfIndicator,
    value: ShownNumber,
    drawing: Option<Drawn>,
    /// The remarks on its years: `2009 and 2010: unreliable`.
    notes: Vec<String>,
}

/// A small trend, and what it shows in words.
#[derive(Debug)]
struct Drawn {
    trend: SmallTrend,
    words: String,
}

impl<'page> NationalPage<'page> {
    /// Of a stocktake.
    pub fn new(about: &'page About, of: &'page Stocktake) -> NationalPage<'page> {
        let between = of.years();
        let drawing = |number: u16| {
            let trend = of.trend(number)?;
            Some(Drawn { trend: SmallTrend::of(trend, between), words: trend.alternative_text() })
        };
        let target = |target: &'page OfTarget| Target {
            of: target,
            mark: target.mark.map(Marked::from),
            drawing: drawing(target.indicator.number),
        };
        let panel = |own: &'page OfIndicator| Panel {
            of: own,
            value: ShownNumber::value(own.numbers.value, own.indicator.unit),
            drawing: drawing(own.indicator.number),
            notes: notes(own),
        };
        // Years before the first that is known would only take up room.
        let known = of.pack.indicators.iter().flat_map(|own| &own.years);
        let first = known.clone().filter(|(_, value)| *value != Printed::NotAvailable).map(|(year, _)| *year).min();
        let mut years: Vec<i32> = known.map(|(year, _)| *year).filter(|year| Some(*year) >= first).collect();
        years.sort_unstable();
        years.dedup();
        let called = |year: i32| (year, of.pack.year_in_short(year));
        let overview = if of.pack.level == Level::National { OVERVIEW } else { OVERVIEW_FROM_REGIONS };
        NationalPage {
            frame: Frame::styled(about, Holder::Organisation, overview, "", STYLE),
            of,
            targets: of.targets.iter().map(target).collect(),
            panels: of.pack.indicators.iter().map(panel).collect(),
            years: years.into_iter().map(called).collect(),
        }
    }

    fn called(&self) -> String {
        called(&self.of.pack.place)
    }

    /// Its place within a sentence.
    fn whole(&self) -> String {
        with_article(&self.of.pack.place.name)
    }

    /// The folder of the overview, from this page.
    fn base(&self) -> &'static str {
        self.frame.overview.trim_end_matches(OVERVIEW)
    }

    /// The page of the place.
    fn place_page(&self) -> String {
        format!("{}{}", self.base(), path(&self.of.pack))
    }

    /// How high and wide a small trend is.
    fn size(&self) -> String {
        format!("{} {}", SIZE.0, SIZE.1)
    }

    /// The value of an indicator in a year.
    fn value(&self, own: &OfIndicator, year: &i32) -> ShownNumber {
        let value = own.years.iter().find(|(of, _)| of == year).map(|(_, value)| *value);
        ShownNumber::value(value.unwrap_or(Printed::NotAvailable), own.indicator.unit)
    }

    /// Each area with where its marks stand.
    fn rows(&self, areas: &'page OfAreas) -> Vec<(&'page AreaRow, Option<dots::Row>)> {
        areas.rows.iter().zip(areas.dots.rows()).collect()
    }

    /// Who came and who left by age, with all of them.
    fn ages<'of>(&self, care: &'of InCare) -> [(&'of Ages, ShownNumber); 2] {
        let [came, left] = care.all();
        [(&care.came, came), (&care.left, left)]
    }

    /// Whether a line stands for England on any bar.
    fn has_england(&self, care: &InCare) -> bool {
        [&care.came, &care.left].iter().any(|ages| ages.has_any() && ages.has_england())
    }

    /// Whether any small trend has a year that stands on this.
    fn has_year(&self, footing: Footing) -> bool {
        self.trends().any(|trend| trend.points.iter().any(|point| point.footing == footing))
    }

    /// Whether a target stands on any small trend.
    fn has_goal(&self) -> bool {
        self.trends().any(|trend| trend.goal.is_some())
    }

    fn trends(&self) -> impl Iterator<Item = &SmallTrend> {
        self.panels.iter().filter_map(|panel| Some(&panel.drawing.as_ref()?.trend))
    }

    /// Whether a target stands on any line of all authorities.
    fn has_target(&self) -> bool {
        self.strips().any(|strip| strip.target.is_some())
    }

    /// Whether any authority lies beyond the end of a line.
    fn has_beyond(&self) -> bool {
        self.strips().any(Strip::has_beyond)
    }

    fn strips(&self) -> impl Iterator<Item = &Strip> {
        self.of.spread.iter().filter_map(|spread| spread.strip.as_ref())
    }

    /// The marks beside the areas and their meanings.
    fn marks_of_areas(&self) -> String {
        let marks = self.of.areas.iter().flat_map(|areas| &areas.rows).filter_map(|row| row.mark.as_ref());
        let symbols: Vec<&str> = marks.map(|mark| mark.parts().0).collect();
        legend(|symbol| symbols.contains(&symbol))
    }

    fn marked(&self, mark: &Mark) -> Marked {
        (*mark).into()
    }

    fn shown_columns(&self) -> [&'static str; 5] {
        SHOWN
    }

    fn methods(&self) -> [&'static str; 5] {
        METHODS
    }

    fn is_national(&self) -> bool {
        self.of.pack.level == Level::National
    }
}

/// Each remark once, with its years.
fn notes(own: &OfIndicator) -> Vec<String> {
    let mut by_note: Vec<(&str, Vec<String>)> = Vec::new();
    for (year, note) in &own.year_notes {
        let year = own.indicator.years.in_words(*year);
        match by_note.iter_mut().find(|(held, _)| held == note) {
            Some((_, years)) => years.push(year),
            None => by_note.push((note, vec![year])),
        }
    }
    by_note.into_iter().map(|(note, years)| format!("{}: {note}", listed(&years))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pack::by_hand;

    #[test]
    fn a_remark_is_said_once_with_its_years() {
        let note = |(year, note): (i32, &str)| (year, note.to_owned());
        let year_notes = [(2009, "unreliable"), (2010, "4 of 6 authorities"), (2011, "unreliable")].map(note).to_vec();
        let own = OfIndicator { year_notes, ..by_hand::of(62, 7, 52, 135) };
        assert_eq!(notes(&own), ["2009 and 2011: unreliable", "2010: 4 of 6 authorities"]);
    }
}

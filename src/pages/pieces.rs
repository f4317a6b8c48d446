//! Pieces that several pages are made of, as `templates/pieces.html` lays them out: charts, marks, parts of a summary.

use super::paths::AREAS;
use super::shared::Shared;
use crate::charts::DrawnChart;
use crate::pack::Summary;
use crate::pack::accessors::Part;
use crate::wording::mark::Mark;
use std::fmt::Display;

/// A chart as part of a page.
#[derive(Debug)]
pub(crate) struct Drawing<'chart> {
    /// Its id in the page: `chart-trend-62`.
    pub id: String,
    /// The chart, with its alternative text and data.
    pub chart: &'chart DrawnChart,
    /// The drawing, with unique ids.
    pub svg: String,
    /// Where its numbers are, if they are those of all areas: `../areas.html#ni-62`, or on that page `#in-order-62`.
    pub numbers: Option<String>,
}

impl<'chart> Drawing<'chart> {
    /// The charts of these names, in the order of the names; missing ones are skipped.
    pub(crate) fn named(charts: &'chart [DrawnChart], names: &[String]) -> Vec<Drawing<'chart>> {
        Drawing::sharing(charts, names, Shared::Within)
    }

    /// The same with what they share with those of other places where that is.
    pub(super) fn sharing(charts: &'chart [DrawnChart], names: &[String], shared: Shared) -> Vec<Drawing<'chart>> {
        let of_name = |name: &String| charts.iter().find(|chart| chart.name == *name);
        names.iter().filter_map(of_name).map(|chart| Drawing::of(chart, shared)).collect()
    }

    fn of(chart: &'chart DrawnChart, shared: Shared) -> Drawing<'chart> {
        let id = format!("chart-{}", chart.name);
        let in_order = chart.name.strip_prefix("caterpillar-").map(|number| format!("#in-order-{number}"));
        let numbers = chart.name.strip_prefix("funnel-").map(on_areas_page).or(in_order);
        Drawing { svg: chart.part(&id, shared.ground_at(&chart.name).as_deref()), id, chart, numbers }
    }
}

/// Where all areas stand, by an indicator, from the page of a place: `../areas.html#ni-62`.
pub(crate) fn on_areas_page(indicator: impl Display) -> String {
    format!("../{AREAS}#ni-{indicator}")
}

/// A mark with its word and how both look.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Marked {
    /// `▲`.
    pub symbol: &'static str,
    /// `better`.
    pub word: &'static str,
    /// Its CSS classes: `not-met`.
    pub class: String,
}

impl From<Mark> for Marked {
    fn from(mark: Mark) -> Marked {
        let (symbol, word) = mark.parts();
        let class = match mark {
            Mark::BetterAt99_8 => "better sure".to_owned(),
            Mark::WorseAt99_8 => "worse sure".to_owned(),
            Mark::NotMetUnsure => "not-significant".to_owned(),
            _ => word.replace(' ', "-"),
        };
        Marked { symbol, word, class }
    }
}

/// A part of what comes first.
#[derive(Debug)]
pub(crate) struct SummaryPart<'page> {
    /// Its heading and its sentences.
    pub part: Part<'page>,
    /// Its CSS class.
    pub class: &'static str,
}

/// What comes first, in parts: each has a heading, whether there is something to say or not.
pub(crate) fn summary_parts(summary: &Summary) -> [SummaryPart<'_>; 4] {
    let [met, behind, moved, care] = summary.parts();
    [(met, "met"), (behind, "behind"), (moved, "moved"), (care, "care")]
        .map(|(part, class)| SummaryPart { part, class })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mark_is_a_symbol_a_word_and_a_class() {
        let Marked { symbol, word, class } = Mark::NotMet.into();
        assert_eq!((symbol, word, class.as_str()), ("✗", "not met", "not-met"));
        let class = |mark: Mark| Marked::from(mark).class;
        assert_eq!(class(Mark::BetterAt99_8), "better sure");
        assert_eq!(class(Mark::NotMetUnsure), "not-significant", "it has no colour");
    }
}

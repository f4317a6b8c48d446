//! Funnel plot: every authority's value by its size, with control limits about England, and one authority in focus.

mod drawing;

use super::axis::Axis;
use super::bulk::bulk;
use super::chart::{Chart, HALF};
use super::focus::{beyond_in_words, draw_arrow, lines_below, measure, range_in_words};
use super::palette::OTHERS;
use super::paper::{Anchor, Drawn, MARGIN, Paper};
use super::table::Table;
use super::typography::{LINE, Lettering};
use crate::benchmark::funnel::Position;
use crate::benchmark::significance::Significance;
use crate::rounding::Tenths;
use crate::statistics::Interval;
use crate::wording::as_printed::about;
use crate::wording::counts::{Among, agreeing, hidden_in_words, none_or};
use crate::wording::names::{Indicator, Place};
use crate::wording::value::Value;
use plotters::prelude::DrawingBackend;

/// One indicator of every authority: what the funnels of all authorities share.
#[derive(Debug, Clone, PartialEq)]
pub struct Authorities {
    /// The indicator.
    pub indicator: Indicator,
    /// The window, in words.
    pub when: String,
    /// The authorities whose value and size are shown, in order of name.
    pub points: Vec<Point>,
    /// The names of the authorities whose value is hidden, in order.
    pub hidden: Vec<String>,
    /// How many on the day's list have no figure, or no known size.
    pub without: usize,
    /// Sizes are rounded to the nearest multiple of this; 1 where they are exact.
    pub counts_to: i64,
    /// England's value, around which the limits lie.
    pub centre: Tenths,
    /// How the limits are drawn, in words.
    pub convention: String,
    /// The limits by size, the smallest first; they depend on England's value and the size alone.
    pub limits: Vec<LimitsOfSize>,
}

impl Authorities {
    /// Every authority with its size, its value and where it lies: the same, whichever is in focus.
    pub(crate) fn table(&self) -> Table {
        let Authorities { indicator, points, hidden, centre, .. } = self;
        let row = |point: &Point| {
            let shown = indicator.shown(point.value);
            vec![
                point.place.name.clone(),
                point.of.to_string(),
                shown,
                point.position.map_or("left open", Position::name).to_owned(),
            ]
        };
        let hidden = hidden
            .iter()
            .map(|name| vec![name.clone(), String::new(), Value::Hidden.in_words(indicator.unit), String::new()]);
        let england = vec!["England".to_owned(), String::new(), indicator.shown(*centre), String::new()];
        Table::new(
            &["authority", "children", "value", "by the limits"],
            points.iter().map(row).chain(hidden).chain([england]).collect(),
        )
    }

    /// How many are shown, and how many are not.
    fn among(&self) -> Among {
        Among { shown: self.points.len(), hidden: self.hidden.len(), without: self.without }
    }

    /// How many authorities lie at these positions.
    fn outside(&self, positions: [Position; 2]) -> usize {
        self.points.iter().filter_map(|point| point.position).filter(|position| positions.contains(position)).count()
    }
}

/// One authority.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Point {
    /// The authority.
    pub place: Place,
    /// The denominator.
    pub of: u64,
    /// Its value.
    pub value: Tenths,
    /// Where it lies among the limits; none where the files leave that open.
    pub position: Option<Position>,
    /// Where it lies among limits widened for overdispersion.
    pub widened: Option<Position>,
    /// Whether its difference from England is significant, by the exact test too where children are few; none where that is
    /// not asked.
    pub significance: Option<Significance>,
}

impl Point {
    /// Where it lies, around something: `within the limits`, `below the 95% limit around England`. With few children the
    /// limits are rough, and where the exact test finds no significant difference that is said.
    fn lies(&self, around: &str) -> String {
        let Some(position) = self.position else { return LEFT_OPEN.to_owned() };
        let is_rough = position != Position::Within && self.significance == Some(Significance::NotSignificant);
        let but = if is_rough { BUT_NOT_SIGNIFICANTLY } else { "" };
        format!("{}{around}{but}", in_words(position))
    }
}

/// The limits for one size.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct LimitsOfSize {
    /// The denominator.
    pub of: u64,
    /// At 95%.
    pub at_95: Interval,
    /// At 99.8%.
    pub at_99_8: Interval,
}

/// The chart: one authority in focus among all.
#[derive(Debug, Clone)]
pub struct Funnel<'run> {
    all: &'run Authorities,
    focus: &'run Point,
    /// The lines below the chart: how the limits are drawn, and who is not between them.
    below: Vec<String>,
}

/// The layout, in pixels.
const PLOT: (f64, f64) = (62.0, 344.0);
const TOP: f64 = 118.0;
const BOTTOM: f64 = 340.0;
/// With more authorities than this, only those outside the 99.8% limits are named, and no more than this.
const MOST_NAMED: usize = 8;

impl<'run> Funnel<'run> {
    /// The chart with an authority in focus; none where its value is not shown, or no other's is.
    pub fn of(all: &'run Authorities, code: &str) -> Option<Funnel<'run>> {
        let focus = all.points.iter().find(|point| point.place.code == code)?;
        (all.points.len() > 1).then(|| Funnel { all, focus, below: below(all, focus) })
    }

    fn values(&self) -> Axis {
        let values =
            bulk(self.all.points.iter().map(|point| point.value)).into_iter().flatten().chain([self.all.centre]);
        // The limits of a middling size are in the picture.
        let middling = self.all.limits.get(self.all.limits.len() / 2);
        let limits = middling.map(|limits| [Tenths::of(limits.at_99_8.lower), Tenths::of(limits.at_99_8.upper)]);
        Axis::about(values.chain(limits.into_iter().flatten()), self.all.indicator.unit, BOTTOM, TOP)
    }

    fn sizes(&self) -> Axis {
        let largest = self.all.points.iter().map(|point| point.of).max().unwrap_or(1);
        Axis::of_counts(largest, PLOT.0, PLOT.1)
    }
}

fn below(all: &Authorities, focus: &Point) -> Vec<String> {
    let mut words = format!("Limits: {}, around England.", all.convention);
    if all.counts_to > 1 {
        words.push_str(&format!(" Numbers of children are to the nearest {}.", all.counts_to));
    }
    let outside = all.outside([Position::Below99_8, Position::Above99_8]);
    words.push_str(&format!(" Outside those of 99.8%: {} of {}.", none_or(outside), all.points.len()));
    if let Some(widened) = focus.widened {
        let name = &focus.place.name;
        words.push_str(&format!(
            " By limits widened by how much authorities differ, {name} lies {}.",
            in_words(widened)
        ));
    }
    if let Some([lowest, highest]) = bulk(all.points.iter().map(|point| point.value)) {
        let is_beyond = |point: &&Point| point.value < lowest || point.value > highest;
        words.push_str(&beyond_in_words(all.points.iter().filter(is_beyond).count()));
    }
    lines_below(words, &all.hidden, "not drawn", all.without, HALF)
}

/// Where an authority lies of which that is not told.
const LEFT_OPEN: &str = "inside or outside the limits, which the returns leave open";
/// What is said of one outside the limits whose difference from England is not significant.
const BUT_NOT_SIGNIFICANTLY: &str = ", but not significantly: the limits are approximate";

/// `within the limits`, `above the 95% limit`.
fn in_words(position: Position) -> &'static str {
    match position {
        Position::Below99_8 => "below the 99.8% limit",
        Position::Below95 => "below the 95% limit",
        Position::Within => "within the limits",
        Position::Above95 => "above the 95% limit",
        Position::Above99_8 => "above the 99.8% limit",
    }
}

/// How many lie outside the limits: `2 lie outside the 95% limits, 1 of them outside those of 99.8%.`
fn outside_in_words(outside: usize, extreme: usize) -> String {
    match (outside, extreme) {
        (0, _) => "None lies outside the 95% limits.".to_owned(),
        (1, 0) => "1 lies outside the 95% limits, but not outside those of 99.8%.".to_owned(),
        (_, 0) => format!("{outside} lie outside the 95% limits, none of them outside those of 99.8%."),
        (1, _) => "1 lies outside the 95% limits and outside those of 99.8%.".to_owned(),
        _ => format!("{outside} lie outside the 95% limits, {extreme} of them outside those of 99.8%."),
    }
}

impl Chart for Funnel<'_> {
    fn title(&self) -> String {
        let of = self.all.among().authorities();
        format!("{}: {} in the funnel of {of}", self.all.indicator.named(), self.focus.place.name)
    }

    fn alternative_text(&self) -> String {
        let Authorities { indicator, when, points, hidden, centre, .. } = self.all;
        let by_value = |point: &&Point| point.value;
        let mut words = format!(
            "Values of {} by their number of children, {when}, between limits around England's {}.",
            self.all.among().authorities(),
            indicator.shown(*centre)
        );
        if let Some((lowest, highest)) = points.iter().min_by_key(by_value).zip(points.iter().max_by_key(by_value)) {
            words.push_str(&range_in_words(indicator, (&lowest.place, lowest.value), (&highest.place, highest.value)));
        }
        let extreme = self.all.outside([Position::Below99_8, Position::Above99_8]);
        let outside = extreme + self.all.outside([Position::Below95, Position::Above95]);
        let focus = self.focus;
        format!(
            "{words} {}, in focus, has {}, out of {} {}, and lies {}. {} {}",
            focus.place.name,
            indicator.shown(focus.value),
            about(i64::try_from(focus.of).unwrap_or(i64::MAX), self.all.counts_to),
            agreeing(usize::try_from(focus.of).unwrap_or(usize::MAX), "child", "children"),
            focus.lies(""),
            outside_in_words(outside, extreme),
            hidden_in_words(hidden.len())
        )
    }

    fn table(&self) -> Table {
        self.all.table()
    }

    fn is_of_all_areas(&self) -> bool {
        true
    }

    fn heading(&self) -> [String; 2] {
        let title = format!("{}: {}", self.focus.place.name, self.focus.lies(" around England"));
        [title, format!("{}, by number of children", measure(&self.all.indicator, self.all.among(), &self.all.when))]
    }

    fn width(&self) -> u32 {
        HALF
    }

    fn height(&self) -> u32 {
        (BOTTOM + 84.0 + LINE * self.below.len() as f64).ceil() as u32
    }

    fn draw_ground<B: DrawingBackend>(&self, paper: &Paper<'_, B>) -> Drawn<B> {
        let (values, sizes) = (self.values(), self.sizes());
        values.draw_standing(paper, PLOT, self.all.indicator.unit.suffix())?;
        sizes.draw_lying(paper, (BOTTOM, BOTTOM), "")?;
        paper.words(
            ((PLOT.0 + PLOT.1) / 2.0, BOTTOM + 44.0),
            "Number of children",
            Lettering::QUIET,
            Anchor::Middle,
        )?;
        self.draw_limits(paper, &values, &sizes)?;
        // In order of size: from one to the next it is less far, which makes the drawing smaller.
        let mut by_size: Vec<&Point> = self.all.points.iter().collect();
        by_size.sort_by_key(|point| (point.of, point.value));
        by_size.into_iter().try_for_each(|point| {
            let at = (sizes.at(point.of as f64), values.of(point.value));
            match beyond(&values, point) {
                Some(up) => draw_arrow(paper, at, up, OTHERS),
                None => paper.disc(at, 4.0, OTHERS),
            }
        })
    }

    fn draw<B: DrawingBackend>(&self, paper: &Paper<'_, B>) -> Drawn<B> {
        let (values, sizes) = (self.values(), self.sizes());
        let at = (sizes.at(self.focus.of as f64), values.of(self.focus.value));
        self.draw_focus(paper, at, beyond(&values, self.focus))?;
        self.draw_names(paper, &values, &sizes, at)?;
        paper.lines((MARGIN, BOTTOM + 76.0), &self.below, Lettering::QUIET, Anchor::Start)
    }
}

/// Whether a value lies beyond the upper end of the scale, or the lower; none where it is on the scale.
fn beyond(values: &Axis, point: &Point) -> Option<bool> {
    (!values.holds(point.value.as_f64())).then(|| values.of(point.value) <= TOP)
}

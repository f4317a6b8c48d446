//! A small trend: what a trend chart shows of one area, small enough to stand beside those of all other indicators: the years
//! with their limits, the path to the target, and the last value as a number.

use super::axis::Axis;
use super::trend::{Trend, Year};
use crate::benchmark::footing::Footing;
use crate::rounding::Tenths;

/// How wide the drawing is, and how high.
pub(crate) const SIZE: (i64, i64) = (300, 132);
/// The ends of the plot from the left, with room for a number after the last year.
const ALONG: (f64, f64) = (26.0, 236.0);
/// The ends of the plot from the top, with room for a number above and for years below.
const DOWN: (f64, f64) = (22.0, 104.0);
/// How near a number may be to another: above it, and beside it.
const APART: i64 = 17;
const BESIDE: i64 = 60;

/// What is drawn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SmallTrend {
    /// Lines through years on the same footing.
    pub line: String,
    /// The 95% limits of each year.
    pub limits: String,
    /// The points.
    pub points: Vec<Point>,
    /// The path to the target; blank where there is none.
    pub path: String,
    /// The target: how far down it stands, and where its line begins and ends.
    pub goal: Option<Goal>,
    /// The years below the first and the last.
    pub years: Vec<Label>,
    /// The last value, and the first.
    pub values: Vec<Label>,
}

/// A point.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Point {
    /// From the left.
    pub x: i64,
    /// From the top.
    pub y: i64,
    /// What the value stands on.
    pub footing: Footing,
    /// Whether it is the last.
    pub is_last: bool,
}

/// A target.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Goal {
    /// From the left.
    pub x: i64,
    /// From the top.
    pub y: i64,
    /// Its number.
    pub label: Label,
}

/// A word in the drawing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Label {
    /// From the left.
    pub x: i64,
    /// From the top.
    pub y: i64,
    /// The word.
    pub text: String,
    /// Its place: `start`, `middle`, `end`.
    pub anchor: &'static str,
}

impl SmallTrend {
    /// Of a trend, between the same years as all beside it.
    pub fn of(trend: &Trend, (first, last): (i32, i32)) -> SmallTrend {
        let axis = axis(trend);
        let across = |year: i32| {
            let part = f64::from(year - first) / f64::from((last - first).max(1));
            (ALONG.0 + part * (ALONG.1 - ALONG.0)).round() as i64
        };
        let down = |value: Tenths| axis.of(value).round() as i64;
        let known: Vec<(&Year, Tenths)> =
            trend.years().iter().filter_map(|year| Some((year, year.value.number()?))).collect();
        let latest = known.last().map(|(year, _)| year.year);
        let point = |(year, value): &(&Year, Tenths)| Point {
            x: across(year.year),
            y: down(*value),
            footing: year.footing,
            is_last: Some(year.year) == latest,
        };
        let whisker = |(year, _): &(&Year, Tenths)| {
            let limits = year.limits?;
            let [upper, lower] = [limits.upper, limits.lower].map(down);
            Some(format!("M{} {upper}v{}", across(year.year), lower - upper))
        };
        let is_joined = |(one, _): &(&Year, Tenths), (other, _): &(&Year, Tenths)| {
            other.year - one.year == 1 && one.footing.joins(other.footing)
        };
        let step = |(at, of): (usize, &(&Year, Tenths))| {
            let Point { x, y, .. } = point(of);
            format!("{}{x} {y}", if at == 0 { 'M' } else { 'L' })
        };
        let runs = known.chunk_by(is_joined).filter(|run| run.len() > 1);
        let goal = trend.path().map(|path| {
            let (x, y) = (across(path.to.0), down(path.to.1));
            Goal { x, y, label: label(x + 10, y + 5, path.shown.clone(), "start") }
        });
        let leads = trend.path().filter(|path| !path.is_already_met && path.from.0 < path.to.0);
        let path = leads.map(|path| {
            let [(from, value), (to, aim)] = [path.from, path.to];
            format!("M{} {}L{} {}", across(from), down(value), across(to), down(aim))
        });
        SmallTrend {
            line: runs.flat_map(|run| run.iter().enumerate().map(step)).collect(),
            limits: known.iter().filter_map(whisker).collect(),
            points: known.iter().map(point).collect(),
            path: path.unwrap_or_default(),
            values: values(trend, &known, (across, down), goal.as_ref()),
            goal,
            years: years(trend, [first, last], across),
        }
    }
}

fn axis(trend: &Trend) -> Axis {
    let limits = trend.years().iter().filter_map(|year| year.limits).flat_map(|limits| [limits.lower, limits.upper]);
    let values = trend.years().iter().filter_map(|year| year.value.number());
    let path = trend.path().into_iter().flat_map(|path| {
        let start = (!path.is_already_met).then_some(path.from.1);
        start.into_iter().chain([path.to.1])
    });
    Axis::about(values.chain(limits).chain(path), trend.indicator.unit, DOWN.1, DOWN.0)
}

/// The first year and the last below their points. The name of a month is wider than the room before the first.
fn years(trend: &Trend, ends: [i32; 2], across: impl Fn(i32) -> i64) -> Vec<Label> {
    let anchor = if trend.indicator.years.are_plain() { ["middle"; 2] } else { ["start", "middle"] };
    let years = ends.into_iter().zip(anchor);
    years.map(|(year, anchor)| label(across(year), SIZE.1 - 6, trend.name_on_axis(year), anchor)).collect()
}

/// The last value beside its point, clear of the target's number; and the first above its limits, where there are two.
fn values(
    trend: &Trend,
    known: &[(&Year, Tenths)],
    (across, down): (impl Fn(i32) -> i64, impl Fn(Tenths) -> i64),
    goal: Option<&Goal>,
) -> Vec<Label> {
    let last = known.last().map(|(year, value)| {
        let (x, y) = (across(year.year), down(*value));
        let aim = goal.filter(|goal| goal.x - x < BESIDE && (goal.y - y).abs() < APART);
        let y = aim.map_or(y, |goal| if y > goal.y { goal.y + APART } else { goal.y - APART });
        label(x + 10, y + 5, trend.indicator.shown(*value), "start")
    });
    let first = known.first().filter(|_| known.len() > 1).map(|(year, value)| {
        let top = year.limits.map_or(*value, |limits| limits.upper);
        label((across(year.year) - 8).max(2), down(top) - 8, trend.indicator.shown(*value), "start")
    });
    last.into_iter().chain(first).collect()
}

fn label(x: i64, y: i64, text: String, anchor: &'static str) -> Label {
    Label { x, y, text, anchor }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::charts::trend::Path;
    use crate::pack::by_hand;
    use crate::wording::names::{Indicator, Place};
    use crate::wording::value::Value;

    fn year(year: i32, tenths: i64, footing: Footing) -> Year {
        Year {
            year,
            value: Value::Shown(Tenths(tenths)),
            limits: None,
            doubt: None,
            footing,
            remark: String::new(),
            england: None,
        }
    }

    fn trend(years: Vec<Year>, path: Option<Path>) -> Trend {
        let place = Place { code: "E92000001".to_owned(), name: "England".to_owned() };
        Trend::new(place, Indicator::of(by_hand::seed(99)), years, path, None)
    }

    #[test]
    fn lines_join_years_on_the_same_footing_and_none_that_is_apart() {
        let years = vec![
            year(2007, 400, Footing::Published),
            year(2008, 420, Footing::Published),
            year(2009, 440, Footing::Apart),
            year(2010, 460, Footing::Returns),
            year(2011, 480, Footing::Returns),
        ];
        let small = SmallTrend::of(&trend(years, None), (2007, 2011));
        // From 26 to 236 in four steps of 52.5; from 38% at 104 to 50% at 22.
        assert_eq!(small.line, "M26 90L79 77M184 49L236 36");
        assert_eq!(small.values.iter().map(|label| label.text.as_str()).collect::<Vec<_>>(), ["48.0%", "40.0%"]);
    }

    #[test]
    fn the_last_number_keeps_clear_of_the_target() {
        let path = Path {
            from: (2009, Tenths(440)),
            is_already_met: false,
            to: (2011, Tenths(490)),
            shown: "49%".to_owned(),
            is_local: false,
        };
        let years = vec![year(2009, 440, Footing::Returns), year(2011, 488, Footing::Returns)];
        let small = SmallTrend::of(&trend(years, Some(path)), (2009, 2011));
        let goal = small.goal.unwrap();
        assert!((small.values[0].y - goal.label.y).abs() >= APART, "{goal:?} {:?}", small.values);
        assert_eq!(small.path, format!("M26 {}L236 {}", small.points[0].y, goal.y));
    }
}

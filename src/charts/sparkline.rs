//! A sparkline: the years of one indicator of one area as a small line, broken where the footing changes and where a year is
//! not shown.

use crate::benchmark::footing::Footing;
use crate::rounding::Tenths;
use crate::timeframe::year_names::YearNames;
use crate::unit::Unit;
use crate::wording::value::Value;

/// How wide the drawing is, and how high.
const SIZE: (f64, f64) = (110.0, 30.0);
/// How far points stay from the edges.
const INSET: f64 = 5.0;
/// The least that the height stands for, in tenths: smaller differences would look like much.
const LEAST: i64 = 20;

/// The years of one indicator, the earliest first and without a gap.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sparkline {
    /// What the values are measured in.
    pub unit: Unit,
    /// What the years are called.
    pub names: YearNames,
    /// The years.
    pub years: Vec<Year>,
}

/// One year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Year {
    /// The year.
    pub year: i32,
    /// Its value.
    pub value: Value,
    /// What that stands on.
    pub footing: Footing,
}

/// A point of the line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Point {
    /// From the left.
    pub x: i64,
    /// From the top.
    pub y: i64,
    /// What the value stands on.
    pub footing: Footing,
}

impl Sparkline {
    /// The points that are known, each with its year.
    fn known(&self) -> Vec<(i32, Point)> {
        let value = |year: &Year| Some((*year, year.value.number()?.0));
        let known: Vec<(Year, i64)> = self.years.iter().filter_map(value).collect();
        let [lowest, highest] = [known.iter().map(|of| of.1).min(), known.iter().map(|of| of.1).max()];
        let (Some(lowest), Some(highest), Some(first), Some(last)) =
            (lowest, highest, self.years.first(), self.years.last())
        else {
            return Vec::new();
        };
        let (middle, span) = ((lowest + highest) as f64 / 2.0, (highest - lowest).max(LEAST) as f64);
        let (wide, high) = (SIZE.0 - 2.0 * INSET, SIZE.1 - 2.0 * INSET);
        let point = |(year, value): (Year, i64)| {
            let along = f64::from(year.year - first.year) / f64::from((last.year - first.year).max(1));
            let up = (value as f64 - middle) / span + 0.5;
            let (x, y) = ((INSET + along * wide).round() as i64, (INSET + (1.0 - up) * high).round() as i64);
            (year.year, Point { x, y, footing: year.footing })
        };
        known.into_iter().map(point).collect()
    }

    /// The dots.
    pub(crate) fn points(&self) -> Vec<Point> {
        self.known().into_iter().map(|(_, point)| point).collect()
    }

    /// The line as a path; blank where no two years are joined.
    pub(crate) fn line(&self) -> String {
        let known = self.known();
        let is_joined =
            |(one, from): &(i32, Point), (other, to): &(i32, Point)| other - one == 1 && from.footing.joins(to.footing);
        let runs = known.chunk_by(is_joined).filter(|run| run.len() > 1);
        let step = |(at, (_, Point { x, y, .. })): (usize, &(i32, Point))| {
            format!("{}{x} {y}", if at == 0 { 'M' } else { 'L' })
        };
        runs.flat_map(|run| run.iter().enumerate().map(step)).collect()
    }

    /// The first value that is known and the last; none without one.
    pub(crate) fn ends(&self) -> Option<[String; 2]> {
        let mut known = self.years.iter().filter_map(|year| year.value.number());
        let said = |value: Tenths| format!("{value}{}", self.unit.suffix());
        let first = known.next()?;
        Some([said(first), known.next_back().map(said).unwrap_or_default()])
    }

    /// Every year in words.
    pub(crate) fn in_words(&self) -> String {
        let year = |of: &Year| {
            let footing = match of.footing {
                Footing::Published if of.value.number().is_some() => " (published)",
                Footing::Apart if of.value.number().is_some() => " (not comparable)",
                _ => "",
            };
            format!("{} {}{footing}", self.names.in_words(of.year), of.value.in_words(self.unit))
        };
        self.years.iter().map(year).collect::<Vec<_>>().join(", ")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use Footing::{Apart, Published, Returns};

    fn sparkline(years: &[(Option<i64>, Footing)]) -> Sparkline {
        let year = |(year, (value, footing)): (i32, &(Option<i64>, Footing))| {
            let value = value.map_or(Value::Hidden, |value| Value::Shown(Tenths(value)));
            Year { year, value, footing: *footing }
        };
        Sparkline { unit: Unit::Percent, names: YearNames::PLAIN, years: (2007..).zip(years).map(year).collect() }
    }

    #[test]
    fn the_line_is_broken_where_the_footing_changes_and_where_a_year_is_not_shown() {
        // From 5 to 25 downwards, and a quarter of 100 from year to year.
        let joined =
            sparkline(&[(Some(100), Published), (Some(120), Published), (Some(110), Returns), (Some(120), Returns)]);
        assert_eq!(joined.line(), "M5 25L38 5M72 15L105 5");
        let apart = sparkline(&[(Some(100), Apart), (Some(120), Apart), (Some(110), Returns), (Some(120), Returns)]);
        assert_eq!(apart.line(), "M72 15L105 5");
        assert!(apart.in_words().starts_with("2007 10.0% (not comparable), "), "{}", apart.in_words());
        let hidden = sparkline(&[(Some(100), Returns), (None, Returns), (Some(120), Returns)]);
        assert_eq!((hidden.line().as_str(), hidden.points().len()), ("", 2));
    }

    #[test]
    fn small_differences_do_not_look_like_much() {
        // A tenth of a point is a twentieth of the height.
        assert_eq!(sparkline(&[(Some(100), Returns), (Some(101), Returns)]).line(), "M5 16L105 15");
    }

    #[test]
    fn its_ends_and_its_years_are_said() {
        let of = sparkline(&[(None, Returns), (Some(81), Published), (Some(139), Returns)]);
        assert_eq!(of.ends(), Some(["8.1%", "13.9%"].map(str::to_owned)));
        assert_eq!(of.in_words(), "2007 [c] confidential, 2008 8.1% (published), 2009 13.9%");
        assert_eq!(sparkline(&[(None, Returns)]).ends(), None);
        assert_eq!(sparkline(&[(Some(1), Returns)]).ends(), Some(["0.1%".to_owned(), String::new()]));
    }
}

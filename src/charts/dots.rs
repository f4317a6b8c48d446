//! Dots: one indicator of several areas, a row each, with their 95% limits and the whole as a line through all rows. Better is
//! always to the right, and the scale is the same in every row.

use super::axis::Axis;
use crate::rounding::Tenths;
use crate::unit::{Good, Unit};
use crate::wording::value::Limits;

/// The ends of the scale, in units of a row, which is 160 of them wide and 18 high.
const ENDS: (f64, f64) = (8.0, 152.0);

/// One indicator of several areas.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dots {
    /// The unit of the values.
    pub unit: Unit,
    /// Which way is better.
    pub good: Good,
    /// The value of the whole.
    pub whole: Option<Tenths>,
    /// The value of each area, where it is shown, with its limits, where they are known.
    pub rows: Vec<Option<(Tenths, Option<Limits>)>>,
}

/// Where the marks of a row stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Row {
    /// The dot.
    pub at: i64,
    /// The ends of the limits, from the left.
    pub limits: Option<[i64; 2]>,
}

impl Dots {
    fn axis(&self) -> Axis {
        let of_row = |(value, limits): &(Tenths, Option<Limits>)| {
            let limits = limits.map_or([*value; 2], |limits| [limits.lower, limits.upper]);
            [*value, limits[0], limits[1]]
        };
        let values = self.rows.iter().flatten().flat_map(of_row).chain(self.whole);
        let (left, right) = ENDS;
        match self.good {
            Good::High => Axis::about(values, self.unit, left, right),
            Good::Low => Axis::about(values, self.unit, right, left),
        }
    }

    /// Whether any area is shown.
    fn has_any(&self) -> bool {
        self.rows.iter().any(Option::is_some)
    }

    /// Where the whole stands; none where no area is shown.
    pub(crate) fn whole_at(&self) -> Option<i64> {
        self.whole.filter(|_| self.has_any()).map(|whole| self.axis().of(whole).round() as i64)
    }

    /// Where the marks of each area stand; none of one that is not shown.
    pub(crate) fn rows(&self) -> Vec<Option<Row>> {
        let axis = self.axis();
        let at = |value: Tenths| axis.of(value).round() as i64;
        let row = |(value, limits): &(Tenths, Option<Limits>)| {
            let ends = limits.map(|limits| [at(limits.lower), at(limits.upper)]);
            Row { at: at(*value), limits: ends.map(|[one, other]| [one.min(other), one.max(other)]) }
        };
        self.rows.iter().map(|of| of.as_ref().map(row)).collect()
    }

    /// The values at the ends of the scale, the worse first; blank where no area is shown.
    pub(crate) fn ends(&self) -> [String; 2] {
        if !self.has_any() {
            return Default::default();
        }
        let axis = self.axis();
        let [first, last] = [axis.steps().next(), axis.steps().last()].map(Option::unwrap_or_default);
        let [left, right] = if self.good == Good::High { [first, last] } else { [last, first] };
        [left, right].map(|end| format!("{end}{}", self.unit.suffix()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn better_is_to_the_right_and_the_hidden_have_no_dot() {
        let limits = Limits { lower: Tenths(100), upper: Tenths(140) };
        let dots = |good| Dots {
            unit: Unit::Percent,
            good,
            whole: Some(Tenths(100)),
            rows: vec![Some((Tenths(120), Some(limits))), None],
        };
        // From 6 to 18 in 144 parts: 12 lies in the middle.
        let low = dots(Good::Low);
        assert_eq!(low.rows(), [Some(Row { at: 80, limits: Some([56, 104]) }), None]);
        assert_eq!((low.whole_at(), low.ends()), (Some(104), ["18%", "6%"].map(str::to_owned)));
        assert_eq!(dots(Good::High).whole_at(), Some(56));
        let none = Dots { rows: vec![None], ..low };
        assert_eq!((none.whole_at(), none.ends()), (None, Default::default()));
    }
}

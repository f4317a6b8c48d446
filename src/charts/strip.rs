//! A strip: every area's value of one indicator on a line, with one area, England and the target on it. Better is always to
//! the right. The scale follows the bulk; what lies beyond an end is counted there.

use super::axis::Axis;
use super::bulk::bulk;
use crate::rounding::Tenths;
use crate::unit::Good;
use crate::wording::counts::hidden_in_words;
use crate::wording::names::Indicator;
use std::collections::BTreeSet;

/// The ends of the line, in units of the drawing, which is 200 of them wide and 24 high.
const ENDS: (f64, f64) = (10.0, 190.0);

/// One indicator of every area.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Strip {
    /// The indicator.
    pub indicator: Indicator,
    /// The name of the area on it.
    pub name: String,
    /// Its value; none where it is not shown, or may not be compared.
    pub own: Option<Tenths>,
    /// England's value; none on England's own strip.
    pub england: Option<Tenths>,
    /// The national target.
    pub target: Option<Tenths>,
    /// The values of all other authorities that are shown, in order.
    pub others: Vec<Tenths>,
    /// How many authorities are hidden.
    pub hidden: usize,
}

/// Where a mark stands: on the line, or beyond an end of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Mark {
    /// So far from the left.
    On(i64),
    /// Beyond the left end.
    BeyondLeft,
    /// Beyond the right end.
    BeyondRight,
}

impl Strip {
    fn axis(&self) -> Axis {
        let ends = bulk(self.others.iter().copied().chain(self.own));
        let values = ends.into_iter().flatten().chain(self.england).chain(self.target);
        let (worse, better) = ENDS;
        match self.indicator.good {
            Good::High => Axis::about(values, self.indicator.unit, worse, better),
            Good::Low => Axis::about(values, self.indicator.unit, better, worse),
        }
    }

    fn mark(&self, axis: &Axis, value: Tenths) -> Mark {
        let at = axis.of(value);
        match axis.holds(value.as_f64()) {
            true => Mark::On(at.round() as i64),
            false if at < (ENDS.0 + ENDS.1) / 2.0 => Mark::BeyondLeft,
            false => Mark::BeyondRight,
        }
    }

    /// Where the area stands.
    fn own_at(&self) -> Option<Mark> {
        self.own.map(|own| self.mark(&self.axis(), own))
    }

    /// The mark of the area as a path: a disc, or an arrowhead at the end beyond which it lies; blank where it is not shown.
    pub(crate) fn own_mark(&self) -> String {
        match self.own_at() {
            None => String::new(),
            Some(Mark::On(at)) => format!("M{} 12a6 6 0 1 0 12 0a6 6 0 1 0-12 0", at - 6),
            Some(Mark::BeyondLeft) => "M1 12l10-6v12z".to_owned(),
            Some(Mark::BeyondRight) => "M199 12l-10-6v12z".to_owned(),
        }
    }

    /// Where England stands.
    pub(crate) fn england_at(&self) -> Option<i64> {
        self.england.map(|england| self.axis().of(england).round() as i64)
    }

    /// Where the target stands.
    pub(crate) fn target_at(&self) -> Option<i64> {
        self.target.map(|target| self.axis().of(target).round() as i64)
    }

    /// The other areas as one path of ticks.
    pub(crate) fn ticks(&self) -> String {
        let axis = self.axis();
        let on = |value: &Tenths| match self.mark(&axis, *value) {
            Mark::On(at) => Some(at),
            Mark::BeyondLeft | Mark::BeyondRight => None,
        };
        let ticks: BTreeSet<i64> = self.others.iter().filter_map(on).collect();
        ticks.into_iter().map(|at| format!("M{at} 5v14")).collect()
    }

    /// What stands under each end: the value there and, where others lie beyond, an arrow with their number.
    pub(crate) fn ends(&self) -> [String; 2] {
        let axis = self.axis();
        let (first, last) = (axis.steps().next().unwrap_or_default(), axis.steps().last().unwrap_or_default());
        let [left, right] = match self.indicator.good {
            Good::High => [first, last],
            Good::Low => [last, first],
        }
        .map(|end| format!("{end}{}", self.indicator.unit.suffix()));
        let beyond = |end: Mark| self.others.iter().filter(|value| self.mark(&axis, **value) == end).count();
        let with = |end: String, beyond: usize, [before, after]: [String; 2]| match beyond {
            0 => end,
            _ => format!("{before}{end}{after}"),
        };
        let (below, above) = (beyond(Mark::BeyondLeft), beyond(Mark::BeyondRight));
        [
            with(left, below, [format!("◂{below} "), String::new()]),
            with(right, above, [String::new(), format!(" {above}▸")]),
        ]
    }

    /// Whether others lie beyond an end.
    pub(crate) fn has_beyond(&self) -> bool {
        let axis = self.axis();
        self.others.iter().any(|value| !axis.holds(value.as_f64()))
    }

    /// All of it in a sentence or two.
    pub(crate) fn in_words(&self) -> String {
        let shown = |value: Tenths| self.indicator.shown(value);
        let marks = [
            self.own.map(|own| format!("{} {}", self.name, shown(own))),
            self.england.map(|england| format!("England {}", shown(england))),
            self.target.map(|target| format!("target {}", shown(target))),
        ];
        let others = match self.others.as_slice() {
            [] => None,
            [one] => Some(format!("1 other area {}", shown(*one))),
            [lowest, .., highest] => {
                Some(format!("{} other areas from {} to {}", self.others.len(), shown(*lowest), shown(*highest)))
            }
        };
        let said: Vec<String> = marks.into_iter().flatten().chain(others).collect();
        format!("{}. {}", said.join(", "), hidden_in_words(self.hidden))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::timeframe::year_names::YearNames;
    use crate::unit::Unit;

    fn strip(good: Good, own: i64, others: &[i64]) -> Strip {
        let (title, years) = ("Three or more".to_owned(), YearNames::PLAIN);
        let indicator = Indicator { number: 62, title, unit: Unit::Percent, good, years };
        Strip {
            indicator,
            name: "Barnet".to_owned(),
            own: Some(Tenths(own)),
            england: Some(Tenths(100)),
            target: None,
            others: others.iter().map(|value| Tenths(*value)).collect(),
            hidden: 1,
        }
    }

    #[test]
    fn better_is_to_the_right() {
        // From 0 to 15%: 15% and 0% at the ends, 5% two thirds of the way to where low is.
        let low = strip(Good::Low, 50, &[0, 140]);
        assert_eq!((low.own_at(), low.england_at()), (Some(Mark::On(130)), Some(70)));
        assert_eq!(low.ends(), ["15%", "0%"].map(str::to_owned));
        assert_eq!(low.ticks(), "M22 5v14M190 5v14");
        let high = strip(Good::High, 50, &[0, 140]);
        assert_eq!((high.own_at(), high.ends()), (Some(Mark::On(70)), ["0%", "15%"].map(str::to_owned)));
    }

    #[test]
    fn two_small_places_far_out_are_counted_at_the_edge_and_move_no_other() {
        let bulk: Vec<i64> = (0..150).map(|at| 40 + at).collect();
        let with_far = [&bulk[..], &[700, 800]].concat();
        let [alone, with_two] = [&bulk, &with_far].map(|others| strip(Good::Low, 100, others));
        assert_eq!(alone.ends(), ["20%", "0%"].map(str::to_owned));
        assert_eq!(with_two.ends(), ["◂2 20%", "0%"].map(str::to_owned));
        assert_eq!((alone.ticks(), alone.own_at()), (with_two.ticks(), with_two.own_at()));
        assert_eq!([&alone, &with_two].map(Strip::has_beyond), [false, true]);
        let far = strip(Good::Low, 900, &with_far);
        assert_eq!((far.own_at(), far.own_mark().as_str()), (Some(Mark::BeyondLeft), "M1 12l10-6v12z"));
    }

    #[test]
    fn it_is_said_in_words_and_what_is_hidden_is_not_counted() {
        assert_eq!(
            strip(Good::Low, 50, &[20, 140]).in_words(),
            "Barnet 5.0%, England 10.0%, 2 other areas from 2.0% to 14.0%. 1 figure is hidden. Hidden figures are not \
             counted; they may be better or worse."
        );
    }
}

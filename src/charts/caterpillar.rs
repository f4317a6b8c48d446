//! Caterpillar plot: every authority's value in order, with its 95% limits, and perhaps one authority in focus.

mod drawing;

use super::axis::Axis;
use super::bulk::bulk;
use super::chart::{Chart, WIDTH};
use super::focus::{beyond_in_words, lines_below, measure, range_in_words};
use super::palette::DARK_BLUE;
use super::paper::{Anchor, Drawn, MARGIN, Paper};
use super::table::Table;
use super::typography::{LINE, Lettering};
use crate::benchmark::significance::Significance;
use crate::rounding::Tenths;
use crate::unit::Good;
use crate::wording::counts::{Among, agreeing, hidden_in_words, none_or};
use crate::wording::mark::Mark;
use crate::wording::names::{Indicator, Place};
use crate::wording::value::{Limits, Value};
use plotters::prelude::DrawingBackend;

/// One indicator of every authority: what the caterpillars of all authorities share.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Authorities {
    /// The indicator.
    pub indicator: Indicator,
    /// The window, in words.
    pub when: String,
    /// The authorities whose value is shown, in order of that value and then of name.
    in_order: Vec<OfAuthority>,
    /// The names of the authorities whose value is hidden, in order.
    pub hidden: Vec<String>,
    /// How many on the day's list have no figure.
    pub without: usize,
    /// The lines below every chart, which say what the order is and who is not in it.
    below: Vec<String>,
    /// England's value.
    pub england: Option<Tenths>,
    /// The national target: its value, the same in words, and its year.
    pub target: Option<(Tenths, String, i32)>,
}

/// One authority's value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OfAuthority {
    /// The authority.
    pub place: Place,
    /// Its value.
    pub value: Tenths,
    /// Its 95% limits, where they are known.
    pub limits: Option<Limits>,
    /// How it differs from England; none where England's value is not known.
    pub significance: Option<Significance>,
}

impl Authorities {
    /// From the authorities whose value is shown, in any order. They are sorted by the rounded value, so that no
    /// unrounded digit decides.
    pub fn new(
        indicator: Indicator,
        when: String,
        mut shown: Vec<OfAuthority>,
        mut hidden: Vec<String>,
        without: usize,
    ) -> Authorities {
        shown.sort_by(|one, other| {
            let key = |of: &OfAuthority| (of.value, of.place.name.clone(), of.place.code.clone());
            key(one).cmp(&key(other))
        });
        hidden.sort();
        let mut all = Authorities {
            indicator,
            when,
            in_order: shown,
            hidden,
            without,
            below: Vec::new(),
            england: None,
            target: None,
        };
        all.below = below(&all);
        all
    }

    /// The authorities whose value is shown, the lowest first.
    pub fn in_order(&self) -> &[OfAuthority] {
        &self.in_order
    }

    /// How many are shown, and how many are not.
    pub fn among(&self) -> Among {
        Among { shown: self.in_order.len(), hidden: self.hidden.len(), without: self.without }
    }

    /// Every authority with its value and limits: the same, whichever is in focus.
    pub(crate) fn table(&self) -> Table {
        let indicator = &self.indicator;
        let row = |of: &OfAuthority| {
            let bounds = of
                .limits
                .map(|limits| [indicator.shown(limits.lower), indicator.shown(limits.upper)])
                .unwrap_or_default();
            let mut cells = vec![of.place.name.clone(), indicator.shown(of.value)];
            cells.extend(bounds);
            cells
        };
        let hidden = self
            .hidden
            .iter()
            .map(|name| vec![name.clone(), Value::Hidden.in_words(indicator.unit), String::new(), String::new()]);
        let line = |name: String, value: String| vec![name, value, String::new(), String::new()];
        let england = self.england.map(|value| line("England".to_owned(), indicator.shown(value)));
        let target = self.target.as_ref().map(|(_, shown, year)| line(format!("Target for {year}"), shown.clone()));
        Table::new(
            &["authority", "value", "95% from", "95% to"],
            self.in_order.iter().map(row).chain(hidden).chain(england).chain(target).collect(),
        )
    }

    /// An authority's value, where it is shown.
    pub fn of(&self, code: &str) -> Option<&OfAuthority> {
        self.in_order.iter().find(|of| of.place.code == code)
    }
}

fn below(all: &Authorities) -> Vec<String> {
    let mut order = "In order of value, the best at the right, each with its 95% limits.".to_owned();
    if let Some([lowest, highest]) = bulk(all.in_order.iter().map(|of| of.value)) {
        let is_beyond = |of: &&OfAuthority| of.value < lowest || of.value > highest;
        order.push_str(&beyond_in_words(all.in_order.iter().filter(is_beyond).count()));
    }
    lines_below(order, &all.hidden, "not in the order", all.without, WIDTH)
}

/// The chart: all authorities, with or without one in focus.
#[derive(Debug, Clone, Copy)]
pub struct Caterpillar<'run> {
    all: &'run Authorities,
    focus: Option<&'run OfAuthority>,
}

/// The layout, in pixels.
const PLOT: (f64, f64) = (84.0, 880.0);
const TOP: f64 = 112.0;
const BOTTOM: f64 = 520.0;
/// The most authorities with their names under them.
const MOST_NAMED: usize = 7;

impl<'run> Caterpillar<'run> {
    /// The chart with an authority in focus; none where its value is not shown, or no other's is.
    pub fn of(all: &'run Authorities, code: &str) -> Option<Caterpillar<'run>> {
        let focus = all.of(code)?;
        Some(Caterpillar { focus: Some(focus), ..Caterpillar::of_all(all)? })
    }

    /// The chart of all alike; none where fewer than two are shown.
    pub fn of_all(all: &'run Authorities) -> Option<Caterpillar<'run>> {
        (all.in_order.len() > 1).then_some(Caterpillar { all, focus: None })
    }

    /// A scale of the bulk of values, England and the target; and of most limits, for few are wide.
    fn axis(&self) -> Axis {
        let values = bulk(self.all.in_order.iter().map(|of| of.value));
        let mut limits: Vec<Limits> = self.all.in_order.iter().filter_map(|of| of.limits).collect();
        let mut nearly = |by: fn(&Limits) -> Tenths, tenth: usize| {
            limits.sort_unstable_by_key(by);
            limits.get(limits.len().saturating_sub(1) * tenth / 10).map(by)
        };
        let lower = nearly(|limits| limits.lower, 1);
        let upper = nearly(|limits| limits.upper, 9);
        let target = self.all.target.as_ref().map(|(value, ..)| *value);
        let all = values.into_iter().flatten().chain(lower).chain(upper).chain(self.all.england).chain(target);
        Axis::about(all, self.all.indicator.unit, BOTTOM, TOP)
    }

    /// The middle of a position in the order, the best at the right.
    fn x(&self, at: usize) -> f64 {
        let each = (PLOT.1 - PLOT.0) / self.all.in_order.len() as f64;
        match self.all.indicator.good {
            Good::High => PLOT.0 + each * (at as f64 + 0.5),
            Good::Low => PLOT.1 - each * (at as f64 + 0.5),
        }
    }

    fn is_focus(&self, of: &OfAuthority) -> bool {
        self.focus.is_some_and(|focus| focus.place == of.place)
    }

    fn names(&self) -> Vec<Vec<String>> {
        if self.all.in_order.len() > MOST_NAMED {
            return Vec::new();
        }
        let width = (PLOT.1 - PLOT.0) / self.all.in_order.len() as f64 - 6.0;
        self.all.in_order.iter().map(|of| Lettering::PLAIN.lines(&of.place.name, width)).collect()
    }

    fn below_top(&self) -> f64 {
        // The names of all, or those at the ends.
        BOTTOM + 22.0 + LINE * self.names().iter().map(Vec::len).max().unwrap_or(1) as f64
    }

    fn against_england(&self, focus: &OfAuthority) -> String {
        match (self.all.england, focus.significance) {
            (Some(_), Some(Significance::NotSignificant)) => "is not significantly different from England".to_owned(),
            (Some(_), Some(significance @ (Significance::Better | Significance::Worse))) => {
                format!("is {} than England", Mark::of_significance(significance).word())
            }
            (Some(_), Some(Significance::NotTested)) => "was not tested against England".to_owned(),
            _ => String::new(),
        }
    }

    /// Where the one in focus stands among all.
    fn focus_in_words(&self, focus: &OfAuthority) -> String {
        let Authorities { indicator, in_order, .. } = self.all;
        let lower = in_order.iter().filter(|of| of.value < focus.value).count();
        let higher = in_order.iter().filter(|of| of.value > focus.value).count();
        format!(
            " {}, in focus, has {}: {} {} lower and {} higher;",
            focus.place.name,
            indicator.shown(focus.value),
            none_or(lower),
            agreeing(lower.max(1), "is", "are"),
            none_or(higher),
        )
    }
}

impl Chart for Caterpillar<'_> {
    fn title(&self) -> String {
        let (named, among) = (self.all.indicator.named(), self.all.among().authorities());
        match self.focus {
            Some(focus) => format!("{named}: {} among {among}", focus.place.name),
            None => format!("{named}: {among} in order"),
        }
    }

    fn alternative_text(&self) -> String {
        let Authorities { indicator, when, in_order, hidden, england, target, .. } = self.all;
        let mut words = format!("Values of {} in order, with 95% limits, {when}.", self.all.among().authorities());
        if let [lowest, .., highest] = in_order.as_slice() {
            words.push_str(&range_in_words(indicator, (&lowest.place, lowest.value), (&highest.place, highest.value)));
        }
        let good = indicator.good_in_words();
        match self.focus {
            Some(focus) => words.push_str(&format!("{} {good}.", self.focus_in_words(focus))),
            None => words.push_str(&format!(" For this indicator {good}.")),
        }
        if let Some(england) = england {
            let focus = self.focus.map(|focus| (&focus.place.name, self.against_england(focus)));
            let told = focus.filter(|(_, told)| !told.is_empty());
            let told = told.map(|(name, told)| format!(": {name} {told}")).unwrap_or_default();
            words.push_str(&format!(" England has {}{told}.", indicator.shown(*england)));
        }
        if let Some((_, shown, year)) = target {
            words.push_str(&format!(" The national target is {shown} by {year}."));
        }
        format!("{words} {}", hidden_in_words(hidden.len()))
    }

    fn table(&self) -> Table {
        self.all.table()
    }

    fn is_of_all_areas(&self) -> bool {
        true
    }

    fn heading(&self) -> [String; 2] {
        let among = self.all.among();
        let title = match self.focus.map(|focus| (&focus.place.name, self.against_england(focus))) {
            None => "All areas in order".to_owned(),
            Some((name, told)) => match told.strip_prefix("is ").or_else(|| told.strip_prefix("was ")) {
                Some(told) => format!("{name}: {told}"),
                None => format!("{name} among {}", among.authorities()),
            },
        };
        [title, measure(&self.all.indicator, among, &self.all.when)]
    }

    fn height(&self) -> u32 {
        (self.below_top() + LINE * self.all.below.len() as f64 + 22.0).ceil() as u32
    }

    fn draw<B: DrawingBackend>(&self, paper: &Paper<'_, B>) -> Drawn<B> {
        let Authorities { indicator, in_order, .. } = self.all;
        let axis = self.axis();
        axis.draw_standing(paper, PLOT, indicator.unit.suffix())?;
        self.draw_lines(paper, &axis)?;
        self.draw_others(paper, &axis)?;
        if let Some(focus) = self.focus {
            self.draw_focus(paper, &axis, focus)?;
        }
        let names = self.names();
        for (at, lines) in names.iter().enumerate() {
            let is_focus = self.is_focus(&in_order[at]);
            let lettering = if is_focus { Lettering::BOLD.in_colour(DARK_BLUE) } else { Lettering::PLAIN };
            paper.lines((self.x(at), BOTTOM + 24.0), lines, lettering, Anchor::Middle)?;
        }
        if let (true, [lowest, .., highest]) = (names.is_empty(), in_order.as_slice()) {
            let named = |of: &OfAuthority| format!("{} {}", of.place.name, indicator.shown(of.value));
            let [left, right] = match indicator.good {
                Good::High => [lowest, highest],
                Good::Low => [highest, lowest],
            };
            paper.words((PLOT.0, BOTTOM + 24.0), &named(left), Lettering::PLAIN, Anchor::Start)?;
            paper.words((PLOT.1, BOTTOM + 24.0), &named(right), Lettering::PLAIN, Anchor::End)?;
        }
        paper.lines((MARGIN, self.below_top() + LINE), &self.all.below, Lettering::QUIET, Anchor::Start)
    }
}

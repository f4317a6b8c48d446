//! What was published already, and which of its figures have the same numbers as those under attack.
//!
//! A figure of the same window, place and indicator, or of the same exams, is taken to have the same numbers as long as
//! nothing printed contradicts that. Where something does, the figures were revised: then they are not set equal, and
//! nor are those of the region and of England that they are part of.

use super::figures::{EarlierFigures, Figures, Part, Ruled, Window, children, counts};
use super::range::Range;
use crate::day::Day;
use crate::level::Level;
use crate::printed::published::Published;
use crate::printed::same::same_numbers;
use crate::printed::{Printed, PrintedFigure, PrintedTable};
use crate::seeds::disclosure::Profile;
use crate::seeds::indicators::IndicatorSeed;
use crate::unit::Unit;
use std::collections::{BTreeMap, BTreeSet};

/// A table under attack.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Target<'a> {
    /// The table.
    pub table: &'a PrintedTable,
    /// How it is protected.
    pub profile: &'a Profile,
    /// What was published already of the same numbers.
    pub earlier: &'a [Earlier<'a>],
    /// Which hidden numbers are known to be hidden by the rule; none to a stranger.
    pub ruled: &'a Ruled,
}

/// What a stranger knows of why numbers are hidden.
pub(crate) static WHY_IS_NOT_SAID: Ruled = Ruled::new();

/// A table that was published already, beside a table of the same numbers.
#[derive(Debug)]
pub(crate) struct Earlier<'a> {
    /// The table published already.
    pub published: &'a Published,
    /// The position of a figure there, by its position here.
    twins: BTreeMap<usize, usize>,
    /// The indicators whose windows add up with that of the table.
    flows: Vec<u16>,
    /// Whether it was published; else it is published together with the table.
    is_done: bool,
}

impl<'a> Earlier<'a> {
    /// Those of the tables published already that have figures with the same numbers as a table; and of them and of those
    /// published `together` with it, those in windows that add up with its own.
    pub fn of(
        table: &PrintedTable,
        published: &'a [Published],
        together: &'a [Published],
        indicators: &[IndicatorSeed],
    ) -> Vec<Earlier<'a>> {
        let own = window(table);
        // The same table twice, as in a folder of a year, tells no more than once.
        let again = |at: usize| {
            let mut before = together[..at].iter().map(|one| &one.table).chain([table]);
            before.any(|before| *before == together[at].table)
        };
        let together = (0..together.len()).filter(|&at| !again(at)).map(|at| &together[at]);
        let all: Vec<&'a Published> = published.iter().chain(together).collect();
        // Nothing adds up with a table that prints none of the flows.
        let all_flows = flows(indicators);
        let printing = |table: &PrintedTable| prints(table, &all_flows);
        let windows: Vec<Window> =
            all.iter().map(|published| &published.table).filter(|table| printing(table)).map(window).collect();
        let sharing = if printing(table) { share_an_equation(own, &windows) } else { vec![false; windows.len()] };
        let mut sharing = sharing.into_iter();
        let mut of_one = |(at, published_at): (usize, &'a Published)| {
            let is_done = at < published.len();
            let shares = printing(&published_at.table) && sharing.next() == Some(true);
            let twins = if is_done { twins(table, published_at, indicators) } else { BTreeMap::new() };
            let flows = if shares { all_flows.clone() } else { Vec::new() };
            Earlier { published: published_at, twins, flows, is_done }
        };
        let all = all.into_iter().enumerate().map(&mut of_one);
        all.filter(|earlier| !earlier.twins.is_empty() || !earlier.flows.is_empty()).collect()
    }

    /// Whether the indicator's windows add up with that of the table.
    pub(crate) fn adds_up(&self, indicator: u16) -> bool {
        self.flows.contains(&indicator)
    }

    /// The figures of both tables that have the same numbers, or had before they were revised.
    pub(crate) fn twins<'b>(
        &'b self,
        table: &'b PrintedTable,
    ) -> impl Iterator<Item = (usize, &'b PrintedFigure, &'b PrintedFigure)> {
        self.twins.iter().map(|(&now, &then)| (now, &table.figures[now], &self.published.table.figures[then]))
    }

    /// The positions of the figures that cannot have been printed then as they were, if the numbers are the same.
    pub fn revised(&self, table: &PrintedTable, profile: &Profile) -> BTreeSet<usize> {
        let otherwise =
            |now: &PrintedFigure, then: &PrintedFigure| contradict([now, then], [profile, &self.published.profile]);
        self.twins(table).filter(|(_, now, then)| otherwise(now, then)).map(|(place, ..)| place).collect()
    }

    /// What was published already of some figures of the table; none where none of it has the same numbers.
    pub fn beside(&'a self, target: &Target<'_>, places: &[usize]) -> Option<EarlierFigures<'a>> {
        let figure = |place: usize| &target.table.figures[place];
        let revised = self.revised(target.table, target.profile);
        let contains_revised = |whole: &PrintedFigure| {
            let parts = revised.iter().map(|&place| figure(place)).filter(|part| part.indicator == whole.indicator);
            let mut parts = parts.filter(|part| part.level != whole.level);
            match whole.level {
                Level::LocalAuthority => false,
                Level::Regional | Level::PartOfRegional => parts.any(|part| part.region.as_ref() == Some(&whole.code)),
                Level::National | Level::PartOfNational => parts.next().is_some(),
            }
        };
        let reach = self.in_reach(target, places);
        let at: BTreeMap<usize, usize> = reach.iter().enumerate().map(|(at, &then)| (then, at)).collect();
        let same = |(now, &place): (usize, &usize)| {
            let then = *at.get(self.twins.get(&place)?)?;
            (!revised.contains(&place) && !contains_revised(figure(place))).then_some([now, then])
        };
        let same: Vec<_> = places.iter().enumerate().filter_map(same).collect();
        let Published { folder, profile, .. } = self.published;
        let table = self.published.whole();
        let list = reach.iter().map(|&then| &table.figures[then]).collect();
        let window = window(table);
        let figures = Figures { list, same_children: &table.same_children, profile, ruled: Ruled::new(), window };
        let adds_up = places.iter().any(|&place| self.flows.contains(&figure(place).indicator));
        let flows = if adds_up { self.flows.as_slice() } else { &[] };
        let beside = EarlierFigures { figures, folder, same, flows, is_done: self.is_done };
        (!beside.same.is_empty() || adds_up).then_some(beside)
    }

    /// The earlier figures in the same sums as some of the table, with all parts of each total: all figures of their
    /// indicators where England is among them, else those of their regions.
    fn in_reach(&self, target: &Target<'_>, places: &[usize]) -> Vec<usize> {
        let figures = || places.iter().map(|&place| &target.table.figures[place]);
        let indicators: BTreeSet<u16> = figures().map(|figure| figure.indicator).collect();
        let everywhere = figures().any(|figure| figure.level == Level::National);
        let regions: BTreeSet<Option<&str>> = figures().map(PrintedFigure::region).collect();
        let list = self.published.whole().figures.iter().enumerate();
        let reached = list.filter(|(_, figure)| {
            indicators.contains(&figure.indicator) && (everywhere || regions.contains(&figure.region()))
        });
        reached.map(|(then, _)| then).collect()
    }
}

/// The window of a table.
pub(crate) fn window(table: &PrintedTable) -> Window {
    [table.timeframe.window_start, table.timeframe.as_at]
}

/// The position of a figure in a table published already, by that of a figure of the same numbers.
fn twins(table: &PrintedTable, published: &Published, indicators: &[IndicatorSeed]) -> BTreeMap<usize, usize> {
    let both = same_numbers(table, &published.table, indicators).into_iter().filter(|&(now, then)| {
        let (now, then) = (&table.figures[now], &published.table.figures[then]);
        // A region with other authorities behind it is another region.
        now.is_available() && then.is_available() && now.behind == then.behind && now.region == then.region
    });
    both.collect()
}

/// The indicators whose windows add up.
fn flows(indicators: &[IndicatorSeed]) -> Vec<u16> {
    indicators.iter().filter(|seed| seed.is_flow).map(|seed| seed.number).collect()
}

/// Whether a table prints any figure of the flows.
pub(crate) fn prints(table: &PrintedTable, flows: &[u16]) -> bool {
    table.figures.iter().any(|figure| flows.contains(&figure.indicator) && figure.is_available())
}

/// Which windows are in an equation with one: alone with it, or with one or two others.
pub(crate) fn share_an_equation(own: Window, windows: &[Window]) -> Vec<bool> {
    // From the first day to the day after the last.
    let ends = |[from, to]: Window| [from, to.plus_days(1)];
    let (own, all) = (ends(own), windows.iter().copied().map(ends).collect::<Vec<_>>());
    let printed: BTreeSet<[Day; 2]> = all.iter().copied().chain([own]).collect();
    let shares = |one: [Day; 2]| {
        let of_three = |other: &[Day; 2]| {
            [[own, one, *other], [own, *other, one], [one, own, *other]].iter().any(|row| tells(row, &printed))
        };
        tells(&[own, one], &printed) || printed.iter().any(of_three)
    };
    all.iter().map(|&one| shares(one)).collect()
}

/// Whether windows can be laid in a row, each from the day on which the last one ends, forwards or back, so that they tell
/// what is between the first day and the last: because each takes away from the others, or because that is printed too.
fn tells(row: &[[Day; 2]], printed: &BTreeSet<[Day; 2]>) -> bool {
    (0..1_u8 << row.len()).any(|ways| {
        let turned = |(at, &[from, to]): (usize, &[Day; 2])| if ways >> at & 1 == 1 { [to, from] } else { [from, to] };
        let steps: Vec<[Day; 2]> = row.iter().enumerate().map(turned).collect();
        let in_a_row = steps.windows(2).all(|two| two[0][1] == two[1][0] && two[0][0] != two[1][1]);
        let (first, last) = (steps[0][0], steps[steps.len() - 1][1]);
        let takes_away = || steps[1..].iter().all(|step| (first < step[0]) != (step[0] < last));
        in_a_row && (takes_away() || printed.contains(&[first.min(last), first.max(last)]))
    })
}

/// Whether two figures, each printed by its profile, cannot have the same numbers.
fn contradict(both: [&PrintedFigure; 2], profiles: [&Profile; 2]) -> bool {
    let apart = |[one, other]: [Range; 2]| one.and(other).integers() == 0;
    let each = |of: fn(&PrintedFigure, &Profile) -> Range| [0, 1].map(|at| of(both[at], profiles[at]));
    let numerators = |figure: &PrintedFigure, profile: &Profile| {
        counts(figure.numbers.numerator, profile.base(figure.level), profile)
    };
    let alike = profiles.iter().all(|profile| !profile.rounded_percentages) && profiles[0].step() == profiles[1].step();
    let exact = both[0].unit == Unit::Score || alike;
    let [now, then] = both.map(|figure| figure.numbers.list());
    let otherwise = (2..now.len()).any(|at| now[at].is_shown() && then[at].is_shown() && now[at] != then[at]);
    apart(each(children)) || apart(each(numerators)) || exact && otherwise
}

/// What was hidden of a figure, is shown now, and can be hidden.
pub(crate) fn hidden_before(now: &PrintedFigure, then: &PrintedFigure, profile: &Profile) -> Vec<Part> {
    if now.numbers.denominator == Printed::Number(0) {
        return Vec::new();
    }
    // Beside exact counts, a hidden percentage hides nothing.
    let value_matters = now.unit == Unit::Score || profile.base(now.level) > 1;
    let parts = [
        (Part::Numerator, now.numbers.numerator, then.numbers.numerator, now.unit == Unit::Percent),
        (Part::Denominator, now.numbers.denominator, then.numbers.denominator, true),
        (Part::Value, now.numbers.value, then.numbers.value, value_matters),
    ];
    let hidden = parts
        .into_iter()
        .filter(|(_, now, then, matters)| *then == Printed::Confidential && now.is_shown() && *matters);
    hidden.map(|(part, ..)| part).collect()
}

/// Figures with all numbers hidden, which leaves an attacker only what was published already.
pub(crate) fn blank(figures: &[&PrintedFigure]) -> Vec<PrintedFigure> {
    let hidden = |printed: Printed| if printed.is_shown() { Printed::Confidential } else { printed };
    let of_one = |figure: &&PrintedFigure| {
        let mut figure = (*figure).clone();
        if figure.numbers.denominator != Printed::Number(0) {
            let numbers = &mut figure.numbers;
            numbers.numerator = hidden(numbers.numerator);
            numbers.denominator = hidden(numbers.denominator);
            numbers.value = hidden(numbers.value);
            numbers.lower = hidden(numbers.lower);
            numbers.upper = hidden(numbers.upper);
        }
        figure
    };
    figures.iter().map(of_one).collect()
}

//! Windows add up: who turns up in a window turns up in one part of it. So the year to June is the year to March, without
//! the quarter to June of the year before, with that of this year; and what a quarter alone has is what is left of two
//! windows.

use super::figures::{EarlierFigures, Figures, Part, Window, most_children};
use super::knowledge::{Both, HiddenNumber, Knowledge, Number, PartOfWindow};
use super::range::Range;
use super::system::{Fact, System, Unknown};
use crate::day::Day;
use crate::level::Level;
use crate::printed::{Printed, PrintedFigure};
use std::collections::BTreeMap;

/// One printed figure of a place, in one of the tables.
struct InWindow<'a> {
    window: Window,
    numbers: [Number; 2],
    figure: &'a PrintedFigure,
    /// Whether it is of the table under attack.
    is_own: bool,
    /// How many whole numbers are asked for of its hidden numbers.
    required: i64,
}

impl Knowledge {
    /// The counts of each authority in windows that overlap, here and in other tables, are sums of those in their parts.
    pub(super) fn windows(&mut self, figures: &Figures<'_>, earlier: &[EarlierFigures<'_>], both: &[Vec<Both>]) {
        if earlier.iter().all(|beside| beside.flows.is_empty()) {
            return;
        }
        let mut shared = BTreeMap::<(&str, u16), Vec<Unknown>>::new();
        // Of groups no window is published with another.
        let of_all = |one: &PrintedFigure| one.level == Level::LocalAuthority && one.group.is_none();
        for (place, figure) in figures.list.iter().enumerate().filter(|(_, one)| of_all(one)) {
            let list = in_windows(figures, earlier, both, place);
            let cuts = cuts(&list);
            if list.len() < 2 || contradict(&list, &cuts) {
                continue;
            }
            let parts = cuts.len() - 1;
            let [numerators, mut denominators] = [(); 2].map(|()| parts_of(&mut self.system, figure.level, parts));
            // Where two indicators count the same children, they do so in every part.
            let pair = figures.same_children.iter().find(|pair| pair.contains(&figure.indicator));
            if let Some(pair) = pair {
                let same = shared.entry((&figure.code, pair[0])).or_insert_with(|| denominators.clone());
                if same.len() == parts {
                    denominators.clone_from(same);
                }
            }
            let source = || format!("the windows of {} (NI {}) add up", figure.name, figure.indicator);
            for (one, all) in numerators.iter().zip(&denominators) {
                self.add(source, Fact::Sum { terms: vec![(*all, 1), (*one, -1)], within: Range::ANY });
            }
            for one in &list {
                for (parts, total) in [&numerators, &denominators].into_iter().zip(one.numbers) {
                    let of_window = within(one.window, &cuts).map(|at| (Number::Unknown(parts[at]), 1));
                    let terms: Vec<_> = of_window.chain([(total, -1)]).collect();
                    self.sum(source, &terms, Range::only(0));
                }
            }
            self.hidden_in_windows(place, &list);
            for (at, days) in cuts.windows(2).enumerate() {
                let window = [days[0], days[1].plus_days(-1)];
                if list.iter().all(|one| one.window != window) {
                    let parts = [(Part::Numerator, numerators[at]), (Part::Denominator, denominators[at])];
                    self.parts.extend(parts.map(|(part, unknown)| PartOfWindow {
                        figure: place,
                        part,
                        unknown,
                        window,
                    }));
                }
            }
        }
    }

    /// What is hidden in other windows is to be protected too.
    fn hidden_in_windows(&mut self, place: usize, list: &[InWindow<'_>]) {
        for one in list.iter().filter(|one| !one.is_own) {
            let printed = [one.figure.numbers.numerator, one.figure.numbers.denominator];
            for (at, part) in [Part::Numerator, Part::Denominator].into_iter().enumerate() {
                if let (Printed::Confidential, Number::Unknown(unknown)) = (printed[at], one.numbers[at]) {
                    let (required, window) = (one.required, Some(one.window));
                    self.hidden.push(HiddenNumber { figure: place, part, unknown, required, window });
                }
            }
        }
    }
}

/// The figures of a place and indicator in all windows that are connected with that of the table under attack.
fn in_windows<'a>(
    figures: &'a Figures<'_>,
    earlier: &'a [EarlierFigures<'_>],
    both: &[Vec<Both>],
    place: usize,
) -> Vec<InWindow<'a>> {
    let own = figures.list[place];
    let mut list = Vec::new();
    let others = earlier.iter().zip(both.iter().skip(1)).filter(|(beside, _)| beside.flows.contains(&own.indicator));
    let tables = std::iter::once((figures, &both[0])).chain(others.map(|(beside, both)| (&beside.figures, both)));
    for (at, (table, both)) in tables.enumerate() {
        let same = |figure: &PrintedFigure| {
            let is_of_place = figure.level == own.level && figure.code == own.code && figure.group.is_none();
            is_of_place && figure.indicator == own.indicator
        };
        let at_place = if at == 0 { Some(place) } else { table.list.iter().position(|figure| same(figure)) };
        if let Some((figure, Some(numbers))) = at_place.map(|place| (table.list[place], both[place])) {
            let (window, required) = (table.window, table.profile.least_integers);
            list.push(InWindow { window, numbers, figure, is_own: at == 0, required });
        }
    }
    list
}

/// The days on which a part begins, and the day after the last.
fn cuts(list: &[InWindow<'_>]) -> Vec<Day> {
    let mut cuts: Vec<Day> = list.iter().flat_map(|one| [one.window[0], one.window[1].plus_days(1)]).collect();
    cuts.sort_unstable();
    cuts.dedup();
    cuts
}

/// The parts that a window is made of.
fn within(window: Window, cuts: &[Day]) -> impl Iterator<Item = usize> {
    cuts.windows(2).enumerate().filter(move |(_, days)| window[0] <= days[0] && days[0] <= window[1]).map(|(at, _)| at)
}

fn parts_of(system: &mut System, level: Level, many: usize) -> Vec<Unknown> {
    (0..many).map(|_| system.add_unknown(Range { least: 0, most: most_children(level) })).collect()
}

/// Whether what is printed of one place cannot all be true: then some of it was revised.
fn contradict(list: &[InWindow<'_>], cuts: &[Day]) -> bool {
    (0..2).any(|which| {
        let mut system = System::default();
        let parts = parts_of(&mut system, Level::LocalAuthority, cuts.len().saturating_sub(1));
        for one in list {
            let terms: Vec<_> = within(one.window, cuts).map(|at| (parts[at], 1)).collect();
            let within = match one.numbers[which] {
                Number::Known(number) => Range::only(number),
                Number::Unknown(_) => Range::ANY,
            };
            system.add(Fact::Sum { terms, within });
        }
        !system.settle()
    })
}

//! Figures while they are being protected: what is suppressed so far, and why.

use super::loss::{Loss, of_level};
use super::order::{Decided, Order, Rank};
use super::protected::Protected;
use super::same_children::{key, same_children, twins};
use super::to_protect::GroupToProtect;
use crate::attack::figures::{Part, Ruled};
use crate::figures::{Figure, Status};
use crate::level::Level;
use crate::printed::rule::{Hidden, Reason, of_mean, of_percentage};
use crate::printed::{Numbers, Printed, PrintedFigure, PrintedTable, print};
use crate::seeds::authorities::Authorities;
use crate::seeds::disclosure::Profile;
use crate::seeds::indicators::IndicatorSeed;
use crate::timeframe::Timeframe;
use crate::unit::Unit;
use crate::verdict::Reliance;
use std::collections::{BTreeMap, BTreeSet};

/// The figures of one day while it is decided what to suppress.
#[derive(Debug, Clone)]
pub(crate) struct Draft<'run> {
    profile: &'run Profile,
    /// As printed with what is suppressed so far.
    pub table: PrintedTable,
    exact: Vec<Exact>,
    /// The counts that are hidden by the rule.
    pub ruled: Ruled,
    /// What was found greedily.
    greedily: BTreeSet<Suppression>,
    /// The order among choices that lose as much.
    order: Order,
    /// For each figure, that of the same place in the other indicator of the same children.
    twin: Vec<Option<usize>>,
    /// How many of the figures, from the first on, are decided for good: those of all children, once groups are added.
    decided: usize,
    /// For each figure of a group, that of all children of its place.
    whole: Vec<usize>,
    /// The indicators that are left out.
    left_out: Vec<u16>,
}

/// A secondary suppression: a figure's position in the table, and which of its numbers.
pub(crate) type Suppression = (usize, Part);

/// One exact figure.
#[derive(Debug, Clone, Copy)]
struct Exact {
    /// Its numbers as printed if nothing were suppressed.
    open: Numbers,
    denominator: i64,
    /// Its primary suppressions.
    primary: Hidden,
    /// Its secondary suppressions.
    secondary: Hidden,
    /// How far it can be relied upon.
    reliance: Reliance,
    /// Whether the files leave open on which side of another it lies.
    left_open: bool,
}

impl<'run> Draft<'run> {
    /// Figures with their primary suppressions: what the profile hides of each for its own numbers. A part of a region or
    /// of England is not published.
    pub fn of(
        timeframe: Timeframe,
        (list, decided): (&[(&'run Figure, Reliance)], &Decided),
        profile: &'run Profile,
        authorities: &Authorities,
        indicators: &[IndicatorSeed],
    ) -> Draft<'run> {
        let mut table = PrintedTable { timeframe, same_children: same_children(list, indicators), figures: Vec::new() };
        let mut exact = Vec::new();
        let units: BTreeMap<u16, Unit> = indicators.iter().map(|seed| (seed.number, seed.unit)).collect();
        for &(figure, reliance) in list.iter().filter(|(figure, _)| !figure.level.is_part()) {
            let Some(&unit) = units.get(&figure.indicator) else { continue };
            let of_figure = Exact::of(figure, unit, profile, reliance);
            let region = authorities.find(&figure.code).filter(|_| figure.level == Level::LocalAuthority);
            table.figures.push(PrintedFigure {
                level: figure.level,
                code: figure.code.clone(),
                name: figure.name.clone(),
                region: region.map(|index| authorities.get(index).region_code.clone()),
                indicator: figure.indicator,
                group: None,
                unit,
                numbers: of_figure.printed(),
                behind: figure.behind,
                cover_too_short: figure.cover_too_short,
                // Filled in at the end, where the value is still shown.
                reliance: Reliance::Usable,
                left_open: false,
            });
            exact.push(of_figure);
        }
        let twin = twins(&table);
        let ruled = ruled(&exact);
        let order = Order::of(list.iter().map(|(figure, _)| *figure), decided, &table.same_children);
        Draft {
            profile,
            table,
            exact,
            ruled,
            greedily: BTreeSet::new(),
            order,
            twin,
            decided: 0,
            whole: Vec::new(),
            left_out: Vec::new(),
        }
    }

    /// Adds the figures of groups, with their primary suppressions, after those of all children; of these nothing more will be
    /// hidden or shown.
    pub(super) fn add_groups(&mut self, groups: &[GroupToProtect]) {
        let of_all = self.table.figures.iter().enumerate();
        let of_all: BTreeMap<_, usize> = of_all.map(|(place, figure)| (key(figure), place)).collect();
        self.decided = self.table.figures.len();
        for GroupToProtect { figure, group } in groups {
            let key = (figure.level, figure.code.clone(), figure.indicator, None);
            let Some(&place) = of_all.get(&key).filter(|&&place| self.table.figures[place].is_available()) else {
                continue;
            };
            let of_all = self.table.figures[place].clone();
            let exact = Exact::of(figure, of_all.unit, self.profile, self.exact[place].reliance);
            self.table.figures.push(PrintedFigure { group: Some(group.clone()), numbers: exact.printed(), ..of_all });
            self.exact.push(exact);
            self.whole.push(place);
        }
        self.ruled = ruled(&self.exact);
        self.twin = twins(&self.table);
    }

    /// The groups of the dimension that a figure is of, at its place and of its indicator.
    pub(super) fn of_dimension(&self, place: usize) -> Vec<usize> {
        let dimension = |place: usize| self.table.figures[place].group.as_ref().map(|group| &group.dimension);
        let is_beside =
            |other: &usize| self.whole_of(*other) == self.whole_of(place) && dimension(*other) == dimension(place);
        (self.decided..self.table.figures.len()).filter(is_beside).collect()
    }

    /// The figure of all children, where this one is of a group.
    pub(super) fn whole_of(&self, place: usize) -> Option<usize> {
        place.checked_sub(self.decided).and_then(|at| self.whole.get(at)).copied()
    }

    /// Hides all groups of the dimension that a figure is of, those of nobody among them, so that nobody knows why each is
    /// hidden; what is nought of all children stays nought of each group. Whether anything was shown, or known.
    pub(super) fn leave_out_groups(&mut self, place: usize) -> bool {
        let mut changed = false;
        for group in self.of_dimension(place) {
            for part in [Part::Numerator, Part::Denominator, Part::Value] {
                if self.is_nought(group, part)
                    || part == Part::Numerator && self.table.figures[group].unit == Unit::Score
                {
                    continue;
                }
                changed |= self.ruled.remove(&(group, part));
                if !self.is_hidden(group, part) {
                    self.suppress(group, part, Some(Reason::Secondary));
                    changed = true;
                }
            }
        }
        changed
    }

    /// Takes groups back, as if they were not to be published.
    pub(super) fn take_back(&mut self, place: usize) {
        if self.whole_of(place).is_some() {
            self.exact[place].open = Numbers::all(Printed::NotAvailable);
            self.exact[place].primary = Hidden::default();
            self.exact[place].secondary = Hidden::default();
            self.table.figures[place].numbers = self.exact[place].printed();
            Part::ALL.into_iter().for_each(|part| _ = self.ruled.remove(&(place, part)));
        }
    }

    /// Whether nobody of all children is in the number, so that nobody of a group is, which anybody can tell.
    fn is_nought(&self, place: usize, part: Part) -> bool {
        let numbers = self.whole_of(place).map(|whole| self.table.figures[whole].numbers);
        numbers.is_some_and(|numbers| match part {
            Part::Value => false,
            Part::Numerator => numbers.numerator == Printed::Number(0),
            Part::Denominator => numbers.denominator == Printed::Number(0),
        })
    }

    /// Leaves out indicators, as if there were no figures of them.
    pub fn leave_out(&mut self, indicators: &[u16]) {
        let left_out = |figure: &PrintedFigure| indicators.contains(&figure.indicator);
        let figures = self.table.figures.iter_mut().zip(&mut self.exact);
        for (figure, exact) in figures.filter(|(figure, _)| left_out(figure)) {
            exact.open = Numbers::all(Printed::NotAvailable);
            exact.primary = Hidden::default();
            figure.numbers = exact.printed();
        }
        self.ruled = ruled(&self.exact);
        self.left_out = indicators.to_vec();
    }

    /// Whether suppressing it would hide anything that is shown.
    pub fn is_open(&self, place: usize, part: Part) -> bool {
        let denominator = self.exact[place].denominator;
        let hidden = self.exact[place].hidden();
        let figure = &self.table.figures[place];
        let is_figure = figure.is_available() && denominator > 0;
        is_figure
            && place >= self.decided
            && !self.is_nought(place, part)
            && match part {
                // Beside exact counts, a hidden percentage hides nothing.
                Part::Value => {
                    hidden.value.is_none() && (figure.unit == Unit::Score || self.profile.base(figure.level) > 1)
                }
                Part::Numerator => hidden.numerator.is_none() && figure.unit == Unit::Percent,
                Part::Denominator => hidden.denominator.is_none(),
            }
    }

    /// Whether it is hidden.
    pub fn is_hidden(&self, place: usize, part: Part) -> bool {
        self.reason(place, part).is_some()
    }

    /// Why it is hidden, where it is.
    pub fn reason(&self, place: usize, part: Part) -> Option<Reason> {
        let hidden = self.exact[place].hidden();
        match part {
            Part::Value => hidden.value,
            Part::Numerator => hidden.numerator,
            Part::Denominator => hidden.denominator,
        }
    }

    /// What suppressing it would lose.
    pub(super) fn loss(&self, place: usize, part: Part) -> Loss {
        let mut loss = Loss::default();
        let twin = self.twin(place).filter(|_| part == Part::Denominator);
        for place in [Some(place), twin].into_iter().flatten() {
            loss[of_level(&self.table.figures[place])] += usize::from(!self.is_hidden(place, Part::Value));
        }
        match part {
            Part::Value => {}
            Part::Numerator => loss[3] = 1,
            Part::Denominator => loss[4] = 1 + usize::from(twin.is_some()),
        }
        loss
    }

    /// Whether it is hidden, and not by the rule.
    pub(super) fn is_lost(&self, place: usize, part: Part) -> bool {
        let of = |hidden: Hidden| match part {
            Part::Value => hidden.value,
            Part::Numerator => hidden.numerator,
            Part::Denominator => hidden.denominator,
        };
        of(self.exact[place].primary).is_none() && self.is_hidden(place, part)
    }

    /// The figure of the same place in the other indicator of the same children: their denominators are one.
    pub(super) fn twin(&self, place: usize) -> Option<usize> {
        self.twin[place]
    }

    /// Where a number comes among those that lose as much.
    pub(super) fn rank(&self, place: usize, part: Part) -> Rank {
        self.order.rank(&self.table.figures[place], part)
    }

    /// Numbers in the order of their ranks.
    pub(super) fn in_order(&self, numbers: impl Iterator<Item = Suppression>) -> Vec<Suppression> {
        let mut list: Vec<Suppression> = numbers.collect();
        list.sort_by_cached_key(|&(place, part)| self.rank(place, part));
        list
    }

    /// Notes that these were found greedily: of the choices that lose less, not all were tried.
    pub(super) fn found_greedily(&mut self, suppressed: &[Suppression]) {
        for &(place, part) in suppressed {
            let twin = self.twin(place).filter(|_| part == Part::Denominator);
            self.greedily.extend([Some(place), twin].into_iter().flatten().map(|place| (place, part)));
        }
    }

    /// Makes a secondary suppression for the reason given, or takes it back where none is given.
    pub(crate) fn suppress(&mut self, place: usize, part: Part, reason: Option<Reason>) {
        let twin = self.twin[place].filter(|_| part == Part::Denominator);
        for place in [Some(place), twin].into_iter().flatten() {
            let exact = &mut self.exact[place];
            match part {
                Part::Value => exact.secondary.value = reason,
                Part::Numerator => exact.secondary.numerator = reason,
                Part::Denominator => exact.secondary.denominator = reason,
            }
            self.table.figures[place].numbers = exact.printed();
        }
    }

    /// Makes several secondary suppressions, or takes them back.
    pub(super) fn suppress_all(&mut self, suppressions: &[Suppression], reason: Option<Reason>) {
        suppressions.iter().for_each(|&(place, part)| self.suppress(place, part, reason));
    }

    /// The figures as they now stand, for good.
    pub(super) fn finish(mut self) -> Protected {
        for (figure, exact) in self.table.figures.iter_mut().zip(&self.exact) {
            if figure.is_shown() {
                figure.reliance = exact.reliance;
                figure.left_open = exact.left_open;
            }
        }
        let hidden = self.exact.iter().map(Exact::hidden);
        let groups = if self.decided > 0 { self.table.figures.split_off(self.decided) } else { Vec::new() };
        let all = groups.into_iter().zip(hidden.clone().skip(self.table.figures.len()));
        let groups = all.filter(|(figure, _)| figure.is_available()).collect();
        let hidden = hidden.take(self.table.figures.len()).collect();
        Protected::new(self.profile.clone(), self.table, hidden, self.greedily, (groups, self.left_out))
    }
}

impl Exact {
    fn of(figure: &Figure, unit: Unit, profile: &Profile, reliance: Reliance) -> Exact {
        let [numerator, denominator] =
            [figure.numerator, figure.denominator].map(|count| i64::try_from(count).unwrap_or(i64::MAX));
        let open = match (&figure.status, unit) {
            (Status::NotAvailable(_), _) => Numbers::all(Printed::NotAvailable),
            (_, Unit::Percent) => print::percentage(profile, figure.level, numerator, denominator),
            (_, Unit::Score) => print::mean(profile, figure),
        };
        let primary = match (&figure.status, unit) {
            (Status::NotAvailable(_), _) => Hidden::default(),
            (_, Unit::Percent) => of_percentage(profile, numerator, denominator),
            (_, Unit::Score) => of_mean(profile, denominator),
        };
        Exact { open, denominator, primary, secondary: Hidden::default(), reliance, left_open: figure.doubt.left_open }
    }

    fn hidden(&self) -> Hidden {
        let Exact { primary, secondary, .. } = self;
        Hidden {
            numerator: primary.numerator.or(secondary.numerator),
            denominator: primary.denominator.or(secondary.denominator),
            value: primary.value.or(secondary.value),
        }
        .with_value()
    }

    fn printed(&self) -> Numbers {
        let or_hidden = |why: Option<Reason>, open| if why.is_some() { Printed::Confidential } else { open };
        let (open, hidden) = (self.open, self.hidden());
        Numbers {
            numerator: or_hidden(hidden.numerator, open.numerator),
            denominator: or_hidden(hidden.denominator, open.denominator),
            value: or_hidden(hidden.value, open.value),
            lower: or_hidden(hidden.value, open.lower),
            upper: or_hidden(hidden.value, open.upper),
        }
    }
}

/// The counts that are hidden by the rule, of these figures.
fn ruled(exact: &[Exact]) -> Ruled {
    let counts = |(place, exact): (usize, &Exact)| {
        let Hidden { numerator, denominator, .. } = exact.primary;
        [(numerator, Part::Numerator), (denominator, Part::Denominator)]
            .into_iter()
            .filter_map(move |(reason, part)| reason.map(|_| (place, part)))
    };
    exact.iter().enumerate().flat_map(counts).collect()
}

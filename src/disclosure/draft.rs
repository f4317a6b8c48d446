//! Figures while they are being protected: what is suppressed so far, and why.

use super::protected::Protected;
use crate::attack::figures::Part;
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
use std::collections::BTreeMap;

/// The figures of one day while it is decided what to suppress.
#[derive(Debug)]
pub(crate) struct Draft<'run> {
    profile: &'run Profile,
    /// As printed with what is suppressed so far.
    pub table: PrintedTable,
    exact: Vec<Exact>,
    /// For each figure, that of the same place in the other indicator of the same children.
    twin: Vec<Option<usize>>,
}

/// One exact figure.
#[derive(Debug, Clone, Copy)]
struct Exact {
    /// Its numbers as printed if nothing were suppressed.
    open: Numbers,
    numerator: i64,
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
        list: &[(&'run Figure, Reliance)],
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
        Draft { profile, table, exact, twin }
    }

    /// Whether suppressing it would hide anything that is shown.
    pub fn is_open(&self, place: usize, part: Part) -> bool {
        let denominator = self.exact[place].denominator;
        let hidden = self.exact[place].hidden();
        let figure = &self.table.figures[place];
        let is_figure = figure.is_available() && denominator > 0;
        is_figure
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

    /// What suppressing it would lose: first the children whose percentage or mean would no longer be shown, then the
    /// children in the count.
    pub(crate) fn loss(&self, place: usize, part: Part) -> [i64; 2] {
        let of_value = |place: usize| {
            if self.exact[place].hidden().value.is_none() { self.exact[place].denominator } else { 0 }
        };
        let Exact { numerator, denominator, .. } = self.exact[place];
        match part {
            Part::Value => [of_value(place), 0],
            Part::Numerator => [of_value(place), numerator],
            Part::Denominator => [of_value(place) + self.twin[place].map_or(0, of_value), denominator],
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

    /// The figures as they now stand, for good.
    pub(super) fn finish(mut self) -> Protected {
        for (figure, exact) in self.table.figures.iter_mut().zip(&self.exact) {
            if figure.is_shown() {
                figure.reliance = exact.reliance;
                figure.left_open = exact.left_open;
            }
        }
        Protected::new(self.profile.clone(), self.table, self.exact.iter().map(Exact::hidden).collect())
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
        Exact {
            open,
            numerator,
            denominator,
            primary,
            secondary: Hidden::default(),
            reliance,
            left_open: figure.doubt.left_open,
        }
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

/// The pairs of indicators that count the same children, where they do in every authority that has both: in the year of
/// a boycott they may not.
fn same_children(list: &[(&Figure, Reliance)], indicators: &[IndicatorSeed]) -> Vec<[u16; 2]> {
    let denominators = |indicator: u16| {
        let is_one = move |figure: &&Figure| {
            figure.level == Level::LocalAuthority
                && figure.indicator == indicator
                && !matches!(figure.status, Status::NotAvailable(_))
        };
        let figures = list.iter().map(|(figure, _)| *figure);
        figures.filter(is_one).map(|figure| (figure.code.as_str(), figure.denominator)).collect::<BTreeMap<_, _>>()
    };
    let same = |[one, other]: &[u16; 2]| {
        let others = denominators(*other);
        denominators(*one).iter().all(|(code, one)| others.get(code).is_none_or(|other| one == other))
    };
    let pairs = indicators.iter().filter_map(|seed| Some([seed.number, seed.same_children?]));
    pairs.filter(|[one, other]| one < other).filter(same).collect()
}

/// For each figure, the position of that of the same place in the other indicator of the same children.
fn twins(table: &PrintedTable) -> Vec<Option<usize>> {
    let key = |figure: &PrintedFigure, indicator: u16| (figure.level, figure.code.clone(), indicator);
    let places: BTreeMap<_, usize> =
        table.figures.iter().enumerate().map(|(place, figure)| (key(figure, figure.indicator), place)).collect();
    let twin = |figure: &PrintedFigure| {
        let pair = table.same_children.iter().find(|pair| pair.contains(&figure.indicator))?;
        let other = if pair[0] == figure.indicator { pair[1] } else { pair[0] };
        let place = *places.get(&key(figure, other))?;
        table.figures[place].is_available().then_some(place)
    };
    table.figures.iter().map(twin).collect()
}

//! Figures on the way to being protected, and when they are.

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

/// The figures of one day, fit to be read by anybody: made by [`super::protect`] alone.
#[derive(Debug)]
pub struct Protected {
    profile: Profile,
    table: PrintedTable,
    hidden: Vec<Hidden>,
}

impl Protected {
    /// What is printed.
    pub fn table(&self) -> &PrintedTable {
        &self.table
    }

    /// How it is protected.
    pub fn profile(&self) -> &Profile {
        &self.profile
    }

    /// The figures of which something is hidden, what and why, in the order of the table. For the owner's eyes.
    pub fn hidden(&self) -> impl Iterator<Item = (&PrintedFigure, Hidden)> {
        let list = self.table.figures.iter().zip(self.hidden.iter().copied());
        list.filter(|(_, hidden)| *hidden != Hidden::default())
    }
}

/// The figures of one day of which something is still to be decided.
#[derive(Debug)]
pub struct Draft<'run> {
    profile: &'run Profile,
    /// As printed, with what is hidden so far.
    pub table: PrintedTable,
    exact: Vec<Exact>,
    /// The figure of the same place in the other indicator of the same children.
    twin: Vec<Option<usize>>,
}

/// One figure with all that must not be printed.
#[derive(Debug, Clone, Copy)]
struct Exact {
    /// Its numbers if nothing were hidden.
    open: Numbers,
    numerator: i64,
    denominator: i64,
    /// What the rule hides.
    own: Hidden,
    /// What is hidden to protect something else.
    more: Hidden,
    /// How far it can be relied upon.
    reliance: Reliance,
}

/// Something more that can be hidden.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Choice {
    /// A percentage or mean, with its limits.
    Value,
    /// A numerator, and with it the percentage.
    Numerator,
    /// A denominator, and with it the percentage; that of the same children in another indicator too.
    Denominator,
}

impl<'run> Draft<'run> {
    /// Figures with what the profile hides of each for its own sake.
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
        for &(figure, reliance) in list {
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
                // Said at the end, of values that are then still shown.
                reliance: Reliance::Usable,
            });
            exact.push(of_figure);
        }
        let twin = twins(&table);
        Draft { profile, table, exact, twin }
    }

    /// Whether the choice hides anything that is shown.
    pub fn is_open(&self, place: usize, choice: Choice) -> bool {
        let denominator = self.exact[place].denominator;
        let hidden = self.exact[place].hidden();
        let figure = &self.table.figures[place];
        let is_figure = figure.is_available() && denominator > 0;
        is_figure
            && match choice {
                // Beside exact counts, a hidden percentage hides nothing.
                Choice::Value => {
                    hidden.value.is_none() && (figure.unit == Unit::Score || self.profile.base(figure.level) > 1)
                }
                Choice::Numerator => hidden.numerator.is_none() && figure.unit == Unit::Percent,
                Choice::Denominator => hidden.denominator.is_none(),
            }
    }

    /// Whether it is hidden.
    pub fn is_hidden(&self, place: usize, choice: Choice) -> bool {
        self.reason(place, choice).is_some()
    }

    /// Why it is hidden, where it is.
    pub fn reason(&self, place: usize, choice: Choice) -> Option<Reason> {
        let hidden = self.exact[place].hidden();
        match choice {
            Choice::Value => hidden.value,
            Choice::Numerator => hidden.numerator,
            Choice::Denominator => hidden.denominator,
        }
    }

    /// What hiding it would lose: first the children whose percentage or mean would no longer be told, then the
    /// children that are counted.
    pub fn loss(&self, place: usize, choice: Choice) -> [i64; 2] {
        let of_value = |place: usize| {
            if self.exact[place].hidden().value.is_none() { self.exact[place].denominator } else { 0 }
        };
        let Exact { numerator, denominator, .. } = self.exact[place];
        match choice {
            Choice::Value => [of_value(place), 0],
            Choice::Numerator => [of_value(place), numerator],
            Choice::Denominator => [of_value(place) + self.twin[place].map_or(0, of_value), denominator],
        }
    }

    /// Hides something for the reason given, or without one shows again what was hidden so.
    pub fn set(&mut self, place: usize, choice: Choice, reason: Option<Reason>) {
        let twin = self.twin[place].filter(|_| choice == Choice::Denominator);
        for place in [Some(place), twin].into_iter().flatten() {
            let exact = &mut self.exact[place];
            match choice {
                Choice::Value => exact.more.value = reason,
                Choice::Numerator => exact.more.numerator = reason,
                Choice::Denominator => exact.more.denominator = reason,
            }
            self.table.figures[place].numbers = exact.printed();
        }
    }

    /// Takes the draft for protected.
    pub(super) fn protected(mut self) -> Protected {
        for (figure, exact) in self.table.figures.iter_mut().zip(&self.exact) {
            if figure.is_shown() {
                figure.reliance = exact.reliance;
            }
        }
        Protected {
            profile: self.profile.clone(),
            table: self.table,
            hidden: self.exact.iter().map(Exact::hidden).collect(),
        }
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
        let own = match (&figure.status, unit) {
            (Status::NotAvailable(_), _) => Hidden::default(),
            (_, Unit::Percent) => of_percentage(profile, numerator, denominator),
            (_, Unit::Score) => of_mean(profile, denominator),
        };
        Exact { open, numerator, denominator, own, more: Hidden::default(), reliance }
    }

    fn hidden(&self) -> Hidden {
        let Exact { own, more, .. } = self;
        Hidden {
            numerator: own.numerator.or(more.numerator),
            denominator: own.denominator.or(more.denominator),
            value: own.value.or(more.value),
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

impl From<Part> for Choice {
    fn from(part: Part) -> Choice {
        match part {
            Part::Numerator => Choice::Numerator,
            Part::Denominator => Choice::Denominator,
            Part::Value => Choice::Value,
        }
    }
}

/// The pairs of indicators that count the same children, where they do in every authority that has both: in the
/// year of a boycott they may not.
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

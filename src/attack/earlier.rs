//! What was published already, and which of its figures are of the same numbers as those under attack.
//!
//! A figure of the same window, place and indicator, or of the same exams, is taken to be of the same numbers as long as
//! nothing printed contradicts it. Where something does, the figures were revised: then they are not set equal, nor
//! are those of the region and of England that they are part of.

use crate::attack::figures::Beside;

use crate::attack::figures::Figures;
use crate::attack::figures::Part;
use crate::attack::figures::children;
use crate::attack::figures::counts;
use crate::printed::Printed;
use crate::printed::PrintedFigure;
use crate::printed::PrintedTable;
use crate::seeds::disclosure::Profile;
use crate::seeds::indicators::IndicatorSeed;

use crate::level::Level;
use crate::printed::published::Published;
use crate::printed::same::same_numbers;
use crate::unit::Unit;
use std::collections::BTreeMap;
use std::collections::BTreeSet;

/// Tables that were published already, beside a table of the same numbers.
#[derive(Debug)]
pub struct Earlier<'a> {
    /// The tables.
    pub published: &'a Published,
    /// The place of a figure there, by its place here.
    twins: BTreeMap<usize, usize>,
}

impl<'a> Earlier<'a> {
    /// Those of what was published already that have figures of the same numbers as a table.
    pub fn of(table: &PrintedTable, published: &'a [Published], indicators: &[IndicatorSeed]) -> Vec<Earlier<'a>> {
        let of_one = |published: &'a Published| {
            let both = same_numbers(table, &published.table, indicators).into_iter().filter(|&(now, then)| {
                let (now, then) = (&table.figures[now], &published.table.figures[then]);
                // A region is another where other authorities are behind it.
                now.is_available() && then.is_available() && now.behind == then.behind && now.region == then.region
            });
            Earlier { published, twins: both.collect() }
        };
        published.iter().map(of_one).filter(|earlier| !earlier.twins.is_empty()).collect()
    }

    /// The figures of both tables that are of the same numbers, or were before they were revised.
    pub fn twins<'b>(
        &'b self,
        table: &'b PrintedTable,
    ) -> impl Iterator<Item = (usize, &'b PrintedFigure, &'b PrintedFigure)> {
        self.twins.iter().map(|(&now, &then)| (now, &table.figures[now], &self.published.table.figures[then]))
    }

    /// The places of the figures that are printed otherwise than they can have been then.
    pub fn revised(&self, table: &PrintedTable, profile: &Profile) -> BTreeSet<usize> {
        let otherwise =
            |now: &PrintedFigure, then: &PrintedFigure| contradict([now, then], [profile, &self.published.profile]);
        self.twins(table).filter(|(_, now, then)| otherwise(now, then)).map(|(place, ..)| place).collect()
    }

    /// The earlier figures beside some of the table; none where none of them is of the same numbers.
    pub fn beside(&'a self, target: &Target<'_>, places: &[usize]) -> Option<Beside<'a>> {
        let figure = |place: usize| &target.table.figures[place];
        let revised = self.revised(target.table, target.profile);
        let holds_revised = |whole: &PrintedFigure| {
            let parts = revised.iter().map(|&place| figure(place)).filter(|part| part.indicator == whole.indicator);
            let mut parts = parts.filter(|part| part.level != whole.level);
            match whole.level {
                Level::LocalAuthority => false,
                Level::Regional => parts.any(|part| part.region.as_ref() == Some(&whole.code)),
                Level::National => parts.next().is_some(),
            }
        };
        let reach = self.in_reach(target, places);
        let at: BTreeMap<usize, usize> = reach.iter().enumerate().map(|(at, &then)| (then, at)).collect();
        let same = |(now, &place): (usize, &usize)| {
            let then = *at.get(self.twins.get(&place)?)?;
            (!revised.contains(&place) && !holds_revised(figure(place))).then_some([now, then])
        };
        let same: Vec<_> = places.iter().enumerate().filter_map(same).collect();
        let Published { folder, profile, table } = self.published;
        let list = reach.iter().map(|&then| &table.figures[then]).collect();
        let figures = Figures { list, same_children: &table.same_children, profile };
        (!same.is_empty()).then_some(Beside { figures, folder, same })
    }

    /// The earlier figures of the same sums as some of the table, all parts of each whole among them: all of their
    /// indicators where England is among them, else of their regions.
    fn in_reach(&self, target: &Target<'_>, places: &[usize]) -> Vec<usize> {
        let figures = || places.iter().map(|&place| &target.table.figures[place]);
        let indicators: BTreeSet<u16> = figures().map(|figure| figure.indicator).collect();
        let everywhere = figures().any(|figure| figure.level == Level::National);
        let regions: BTreeSet<Option<&str>> = figures().map(region).collect();
        let list = self.published.table.figures.iter().enumerate();
        let reached = list.filter(|(_, figure)| {
            indicators.contains(&figure.indicator) && (everywhere || regions.contains(&region(figure)))
        });
        reached.map(|(then, _)| then).collect()
    }
}

/// The region a figure is of, or in.
fn region(figure: &PrintedFigure) -> Option<&str> {
    figure.region.as_deref().or((figure.level == Level::Regional).then_some(figure.code.as_str()))
}

/// Whether two figures cannot be of the same numbers, each printed by its profile.
fn contradict(both: [&PrintedFigure; 2], profiles: [&Profile; 2]) -> bool {
    let apart = |[one, other]: [super::system::Range; 2]| one.and(other).integers() == 0;
    let each = |of: fn(&PrintedFigure, &Profile) -> super::system::Range| [0, 1].map(|at| of(both[at], profiles[at]));
    let numerators = |figure: &PrintedFigure, profile: &Profile| {
        counts(figure.numbers.numerator, profile.base(figure.level), profile)
    };
    let exact = both[0].unit == Unit::Score || profiles.iter().all(|profile| !profile.rounded_percentages);
    let [now, then] = both.map(|figure| figure.numbers.list());
    let is_shown = |printed| matches!(printed, Printed::Number(_) | Printed::RoundsToNought);
    let otherwise = (2..now.len()).any(|at| is_shown(now[at]) && is_shown(then[at]) && now[at] != then[at]);
    apart(each(children)) || apart(each(numerators)) || exact && otherwise
}

/// What was hidden of a figure and is shown now, and could be hidden.
pub fn hidden_before(now: &PrintedFigure, then: &PrintedFigure, profile: &Profile) -> Vec<Part> {
    if now.numbers.denominator == Printed::Number(0) {
        return Vec::new();
    }
    let is_shown = |printed| matches!(printed, Printed::Number(_) | Printed::RoundsToNought);
    // Beside exact counts, a hidden percentage hides nothing.
    let value_tells = now.unit == Unit::Score || profile.base(now.level) > 1;
    let parts = [
        (Part::Numerator, now.numbers.numerator, then.numbers.numerator, now.unit == Unit::Percent),
        (Part::Denominator, now.numbers.denominator, then.numbers.denominator, true),
        (Part::Value, now.numbers.value, then.numbers.value, value_tells),
    ];
    let hidden =
        parts.into_iter().filter(|(_, now, then, tells)| *then == Printed::Confidential && is_shown(*now) && *tells);
    hidden.map(|(part, ..)| part).collect()
}

/// Figures with all numbers hidden: what is left to a stranger are the tables that were published already.
pub fn blank(figures: &[&PrintedFigure]) -> Vec<PrintedFigure> {
    let hidden = |printed| match printed {
        Printed::Number(_) | Printed::RoundsToNought => Printed::Confidential,
        symbol => symbol,
    };
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

/// A table under attack.
#[derive(Debug, Clone, Copy)]
pub struct Target<'a> {
    /// The table.
    pub table: &'a PrintedTable,
    /// How it is protected.
    pub profile: &'a Profile,
    /// What was published already of the same numbers.
    pub earlier: &'a [Earlier<'a>],
}

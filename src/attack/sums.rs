//! Sums of printed figures: authorities and regions, the groups of a dimension, and indicators of the same children.

use super::figures::Figures;
use super::knowledge::{Both, Knowledge, Number};
use super::range::Range;
use crate::level::Level;
use crate::printed::{Printed, PrintedFigure, PrintedGroup};
use crate::unit::Unit;
use foldhash::fast::FixedState;
use std::collections::{BTreeMap, BTreeSet, HashMap};

impl Knowledge {
    /// Authorities add up to their region, regions to England.
    pub(super) fn sums(&mut self, figures: &Figures<'_>, both: &[Both]) {
        // Never walked through, so that the order of the hash is not seen.
        let mut parts = HashMap::<(Level, &str, u16, Option<&PrintedGroup>), Vec<usize>, FixedState>::default();
        for (place, figure) in figures.list.iter().enumerate().filter(|(place, _)| both[*place].is_some()) {
            let whole = match (figure.level, &figure.region) {
                (Level::LocalAuthority, Some(region)) => (Level::Regional, region.as_str()),
                (Level::Regional, _) => (Level::National, ""),
                _ => continue,
            };
            parts.entry((whole.0, whole.1, figure.indicator, figure.group.as_ref())).or_default().push(place);
        }
        let wholes = figures.list.iter().enumerate().filter(|(_, figure)| figure.level != Level::LocalAuthority);
        for (place, figure) in wholes {
            let code = if figure.level == Level::National { "" } else { figure.code.as_str() };
            let of_whole = parts.get(&(figure.level, code, figure.indicator, figure.group.as_ref()));
            let (Some(of_whole), Some(whole)) = (of_whole, both[place]) else { continue };
            let what = if figure.level == Level::National { "regions" } else { "authorities" };
            for (which, total) in whole.into_iter().enumerate() {
                let of_parts = of_whole.iter().filter_map(|part| Some((both[*part]?[which], 1)));
                let terms: Vec<_> = of_parts.chain([(total, -1)]).collect();
                self.sum(
                    || format!("the {what} of {} add up to it (NI {})", figure.name, figure.indicator),
                    &terms,
                    Range::only(0),
                );
            }
            if figure.unit == Unit::Percent {
                self.others(&figure.name, whole, of_whole.iter().filter_map(|part| both[*part]));
            }
        }
    }

    /// The groups of a dimension add up to the figure of all children.
    pub(super) fn groups(&mut self, figures: &Figures<'_>, both: &[Both]) {
        let mut groups = BTreeMap::<OfDimension<'_>, Vec<usize>>::new();
        for (place, figure) in figures.list.iter().enumerate() {
            if let Some(of) = of_dimension(figure) {
                groups.entry(of).or_default().push(place);
            }
        }
        if groups.is_empty() {
            return;
        }
        let of_all = figures.list.iter().enumerate().filter(|(_, figure)| figure.group.is_none());
        let of_all: BTreeMap<_, usize> = of_all.map(|(place, figure)| (of_place(figure), place)).collect();
        for ((place, dimension), groups) in groups {
            let Some((figure, Some(whole))) = of_all.get(&place).map(|&at| (figures.list[at], both[at])) else {
                continue;
            };
            if groups.iter().any(|group| both[*group].is_none()) {
                continue;
            }
            for (which, total) in whole.into_iter().enumerate() {
                let of_groups = groups.iter().filter_map(|group| Some((both[*group]?[which], 1)));
                let terms: Vec<_> = of_groups.chain([(total, -1)]).collect();
                let source =
                    || format!("the groups of {dimension} add up to {} (NI {})", figure.name, figure.indicator);
                self.sum(source, &terms, Range::only(0));
            }
            if figure.unit == Unit::Percent {
                self.others(&figure.name, whole, groups.iter().filter_map(|group| both[*group]));
            }
        }
    }

    /// Where denominators are hidden, the children in them who are not in their numerators are as many as the whole
    /// leaves: zero or more. That follows from each part by itself, but narrowing would not see it.
    fn others(&mut self, name: &str, whole: [Number; 2], parts: impl Iterator<Item = [Number; 2]>) {
        let mut terms = vec![(whole[1], 1), (whole[0], -1)];
        let mut any_hidden = false;
        for part in parts {
            match part[1] {
                Number::Unknown(_) => any_hidden = true,
                Number::Known(_) => terms.extend([(part[1], -1), (part[0], 1)]),
            }
        }
        if any_hidden {
            self.sum(|| format!("no child counts more than once in {name}"), &terms, Range::ANY);
        }
    }

    /// Two indicators count the same children in every authority that has both, and in every region, and England, of
    /// which all authorities have both.
    pub(super) fn same_children(&mut self, figures: &Figures<'_>, both: &[Both]) {
        for [one, other] in figures.same_children {
            let of = |indicator: u16| {
                let list = figures.list.iter().enumerate().filter(move |(_, figure)| figure.indicator == indicator);
                list.map(|(place, &figure)| (key_in(figure), place)).collect::<BTreeMap<_, _>>()
            };
            let others = of(*other);
            let two = |key: &OfIndicator<'_>, place: usize| Some((both[place], both[*others.get(key)?]));
            let of_one = of(*one);
            let uneven: Vec<Option<&str>> = of_one
                .iter()
                .filter(|((level, ..), _)| *level == Level::LocalAuthority)
                .filter(|(key, place)| two(key, **place).is_none_or(|(one, other)| one.is_some() != other.is_some()))
                .map(|(_, place)| figures.list[*place].region.as_deref())
                .collect();
            for (key, place) in &of_one {
                let figure = figures.list[*place];
                let is_even = match figure.level {
                    Level::National | Level::PartOfNational => uneven.is_empty(),
                    Level::Regional | Level::PartOfRegional => !uneven.contains(&Some(figure.code.as_str())),
                    Level::LocalAuthority => true,
                };
                if let (true, Some((Some([_, first]), Some([_, second])))) = (is_even, two(key, *place)) {
                    let source = || format!("NI {one} and NI {other} of {} are of the same children", figure.name);
                    self.sum(source, &[(first, 1), (second, -1)], Range::only(0));
                }
            }
        }
    }
}
/// A place and indicator.
pub(super) type OfPlace<'a> = (Level, &'a str, u16);

/// The groups of a dimension at a place and indicator.
pub(super) type OfDimension<'a> = (OfPlace<'a>, &'a str);

/// A place, and the group of its children.
type OfIndicator<'a> = (Level, &'a str, Option<&'a PrintedGroup>);

fn of_place(figure: &PrintedFigure) -> OfPlace<'_> {
    (figure.level, figure.code.as_str(), figure.indicator)
}

/// None where the figure is of all children.
pub(super) fn of_dimension(figure: &PrintedFigure) -> Option<OfDimension<'_>> {
    Some((of_place(figure), figure.group.as_ref()?.dimension.as_str()))
}

fn key_in(figure: &PrintedFigure) -> OfIndicator<'_> {
    (figure.level, figure.code.as_str(), figure.group.as_ref())
}

/// The dimensions of which every denominator is hidden at a place: then nobody may be in some of their groups, which is shown
/// anywhere else, and nothing says why each is hidden.
pub(super) fn hidden_whole<'a>(figures: &Figures<'a>) -> BTreeSet<OfDimension<'a>> {
    let mut hidden = BTreeMap::<OfDimension<'a>, bool>::new();
    for figure in &figures.list {
        if let Some(of) = of_dimension(figure) {
            *hidden.entry(of).or_insert(true) &= figure.numbers.denominator == Printed::Confidential;
        }
    }
    hidden.into_iter().filter(|(_, is_hidden)| *is_hidden).map(|(of, _)| of).collect()
}

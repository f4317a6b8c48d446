//! The groups of a dimension among printed figures.

use super::figures::Figures;
use crate::level::Level;
use crate::printed::{Printed, PrintedFigure};
use std::collections::{BTreeMap, BTreeSet};

/// A place and indicator.
pub(super) type OfPlace<'a> = (Level, &'a str, u16);

/// The groups of a dimension at a place and indicator.
pub(super) type OfDimension<'a> = (OfPlace<'a>, &'a str);

pub(super) fn of_place(figure: &PrintedFigure) -> OfPlace<'_> {
    (figure.level, figure.code.as_str(), figure.indicator)
}

/// None where the figure is of all children.
pub(super) fn of_dimension(figure: &PrintedFigure) -> Option<OfDimension<'_>> {
    Some((of_place(figure), figure.group.as_ref()?.dimension.as_str()))
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

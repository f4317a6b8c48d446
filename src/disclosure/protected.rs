//! Figures that are protected.

use crate::attack::figures::Part;
use crate::printed::rule::{Hidden, Reason};
use crate::printed::{PrintedFigure, PrintedTable};
use crate::seeds::disclosure::Profile;
use std::collections::BTreeSet;

/// A number that is hidden.
#[derive(Debug, Clone, Copy)]
pub(crate) struct HiddenNumber<'a> {
    /// Its figure.
    pub figure: &'a PrintedFigure,
    /// Which number.
    pub part: Part,
    /// Why.
    pub reason: Reason,
    /// Of one that protects another, whether no choice that loses less would have done: all were tried.
    pub is_least: Option<bool>,
}

/// The figures of one day, fit for anybody to read: made by [`super::protect`] alone.
#[derive(Debug)]
pub struct Protected {
    profile: Profile,
    table: PrintedTable,
    hidden: Vec<Hidden>,
    greedily: BTreeSet<(usize, Part)>,
    groups: Vec<(PrintedFigure, Hidden)>,
    left_out: Vec<u16>,
}

impl Protected {
    /// A table as it is printed, with what is hidden of each of its figures, and what of that was found greedily; the figures of
    /// groups, with what is hidden of each; and the indicators that are left out.
    pub(super) fn new(
        profile: Profile,
        table: PrintedTable,
        hidden: Vec<Hidden>,
        greedily: BTreeSet<(usize, Part)>,
        (groups, left_out): (Vec<(PrintedFigure, Hidden)>, Vec<u16>),
    ) -> Protected {
        Protected { profile, table, hidden, greedily, groups, left_out }
    }

    /// The indicators that are left out, because other days would tell with them what happened in a part of the window.
    pub(crate) fn left_out(&self) -> &[u16] {
        &self.left_out
    }

    /// What is printed.
    pub fn table(&self) -> &PrintedTable {
        &self.table
    }

    /// What is printed of groups.
    pub fn groups(&self) -> impl Iterator<Item = &PrintedFigure> {
        self.groups.iter().map(|(figure, _)| figure)
    }

    /// Why the percentage or mean of each group is hidden, where it is.
    pub(super) fn hidden_of_groups(&self) -> impl Iterator<Item = (&PrintedFigure, Option<Reason>)> {
        self.groups.iter().map(|(figure, hidden)| (figure, hidden.value))
    }

    /// How it is protected.
    pub fn profile(&self) -> &Profile {
        &self.profile
    }

    /// Every number that is hidden, with its figure and why, in the order of the table. For the owner alone.
    pub(crate) fn hidden(&self) -> impl Iterator<Item = HiddenNumber<'_>> {
        let list = self.table.figures.iter().zip(&self.hidden).enumerate();
        list.flat_map(move |(place, (figure, hidden))| {
            let numbers = [
                (Part::Numerator, hidden.numerator),
                (Part::Denominator, hidden.denominator),
                (Part::Value, hidden.value),
            ];
            numbers.into_iter().filter_map(move |(part, reason)| {
                let reason = reason?;
                let is_least = (reason == Reason::Secondary).then(|| !self.greedily.contains(&(place, part)));
                Some(HiddenNumber { figure, part, reason, is_least })
            })
        })
    }
}

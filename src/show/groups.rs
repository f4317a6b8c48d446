//! The figures of one group of a place's children.

use super::cells::Table;
use super::error::ShowError;
use super::page::Page;
use super::place::{OfIndicator, Place};
use crate::read_back::report::Report;
use crate::read_back::rows::BreakdownRow;
use crate::wording::group::{GroupAsked, GroupFigure, HEADINGS};
use std::collections::BTreeSet;

/// A group of a place's children.
pub(crate) struct Group {
    dimension: String,
    name: String,
    /// Its rows, in order of indicator.
    rows: Vec<BreakdownRow>,
}

impl Group {
    /// Finds a group in a report.
    ///
    /// # Errors
    /// Where the place has no such group, or a row cannot be read.
    pub(crate) fn read(report: &Report, place: &Place<'_>, asked: &GroupAsked) -> Result<Group, ShowError> {
        let is_of_place = |row: &Result<BreakdownRow, _>| row.as_ref().map_or(true, |row| row.code == place.code);
        let rows: Vec<BreakdownRow> = report.rows().filter(is_of_place).collect::<Result<_, _>>()?;
        let dimensions: BTreeSet<&str> = rows.iter().map(|row| row.dimension.as_str()).collect();
        let not_among = |kind: &'static str, there_are: BTreeSet<&str>| ShowError::NoGroup {
            asked: asked.in_words(),
            kind,
            there_are: there_are.into_iter().collect::<Vec<_>>().join(", "),
        };
        let Some(dimension) = asked.dimension(dimensions.iter().copied()) else {
            return Err(not_among("the dimensions", dimensions));
        };
        let of_dimension = rows.iter().filter(|row| row.dimension == dimension);
        let names: BTreeSet<&str> = of_dimension.map(|row| row.group.as_str()).collect();
        let Some(name) = asked.group(names.iter().copied()) else {
            return Err(not_among("the groups", names));
        };
        let (dimension, name) = (dimension.to_owned(), name.to_owned());
        let of_group = rows.into_iter().filter(|row| row.dimension == dimension && row.group == name);
        let rows = of_group.collect();
        Ok(Group { dimension, name, rows })
    }

    /// The group, and its figures of all indicators or of one.
    pub(crate) fn text(&self, place: &Place<'_>, indicator: Option<u16>, page: Page) -> String {
        let heading = format!("{}\n{}", page.ink.heading(&place.heading(page)), self.named(page));
        let asked = |one: &&OfIndicator<'_>| indicator.is_none_or(|number| one.seed.number == number);
        let shown: Vec<&OfIndicator<'_>> = place.indicators.iter().filter(asked).collect();
        let row = |one: &&OfIndicator<'_>| {
            let name = Some(format!("{:<3} {}", one.seed.number, one.seed.short_title));
            let cells = self.figure(one).map(|figure| figure.cells().map(Some)).unwrap_or_default();
            std::iter::once(name).chain(cells.map(|cell| cell.filter(|cell| !cell.is_empty()))).collect()
        };
        let columns: Vec<_> =
            std::iter::once(("NI  Indicator", 1)).chain(HEADINGS.map(|heading| (heading, 1))).collect();
        let numbers = shown.iter().map(|one| one.seed.number).collect();
        let rows = shown.iter().map(row).collect();
        format!("{heading}\n{}", Table { columns: &columns, rows, numbers, least_needed: &["95% interval"] }.text(page))
    }

    fn named(&self, page: Page) -> String {
        page.indented(
            &format!(
                "Children of {}, by {}, beside all others of the place",
                self.name,
                self.dimension.replace('_', " ")
            ),
            0,
        )
    }

    fn figure(&self, one: &OfIndicator<'_>) -> Option<GroupFigure> {
        let row = self.rows.iter().find(|row| row.indicator == one.seed.number)?;
        Some(row.figure(one.figure.unit))
    }
}

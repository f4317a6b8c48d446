//! The rows of one authority, table by table, grouped by child and return.

use super::rows::{Ad1Row, CheckRow, EpisodeRow, HeaderRow, Oc2Row, Oc3Row, PlacedAdoptionRow, ReviewRow};
use crate::code::ChildId;
use crate::returns::written::WrittenRows;
use crate::seeds::authorities::AuthorityIndex;
use crate::seeds::codes::roles::Roles;
use std::collections::{BTreeMap, BTreeSet};

/// The rows of one table, in order of child, return, the table's own date, and file and line.
#[derive(Debug)]
pub(crate) struct Sheet<R>(Vec<R>);

impl<R> Default for Sheet<R> {
    fn default() -> Sheet<R> {
        Sheet(Vec::new())
    }
}

impl<'a, R: CheckRow<'a>> Sheet<R> {
    fn sort(&mut self) {
        self.0.sort_by_key(|row| (row.key(), row.order(), row.at()));
    }

    /// The rows of a child in the return of a year.
    pub(crate) fn of(&self, child: ChildId, year: i32) -> &[R] {
        let from = self.0.partition_point(|row| row.key() < (child, year));
        let rows = &self.0[from..];
        &rows[..rows.partition_point(|row| row.key() == (child, year))]
    }

    fn keys(&self) -> impl Iterator<Item = (ChildId, i32)> {
        self.0.iter().map(CheckRow::key)
    }

    /// Every row.
    pub(crate) fn all(&self) -> &[R] {
        &self.0
    }
}

/// The rows of one authority.
#[derive(Debug, Default)]
#[allow(missing_docs, reason = "each field is the table of the same name")]
pub(crate) struct Sheets<'a> {
    pub(crate) header: Sheet<HeaderRow<'a>>,
    pub(crate) episodes: Sheet<EpisodeRow<'a>>,
    pub(crate) reviews: Sheet<ReviewRow<'a>>,
    pub(crate) oc2: Sheet<Oc2Row<'a>>,
    pub(crate) oc3: Sheet<Oc3Row<'a>>,
    pub(crate) ad1: Sheet<Ad1Row<'a>>,
    pub(crate) placed_adoption: Sheet<PlacedAdoptionRow<'a>>,
}

impl<'a> Sheets<'a> {
    /// The rows of every authority, whose codes have these roles.
    pub(crate) fn by_authority(written: &'a [WrittenRows], roles: &'a Roles) -> BTreeMap<AuthorityIndex, Sheets<'a>> {
        let mut all = BTreeMap::<AuthorityIndex, Sheets<'a>>::new();
        for written in written {
            put(written, roles, &mut all, |sheets| &mut sheets.header);
            put(written, roles, &mut all, |sheets| &mut sheets.episodes);
            put(written, roles, &mut all, |sheets| &mut sheets.reviews);
            put(written, roles, &mut all, |sheets| &mut sheets.oc2);
            put(written, roles, &mut all, |sheets| &mut sheets.oc3);
            put(written, roles, &mut all, |sheets| &mut sheets.ad1);
            put(written, roles, &mut all, |sheets| &mut sheets.placed_adoption);
        }
        all.values_mut().for_each(Sheets::sort);
        all
    }

    fn sort(&mut self) {
        self.header.sort();
        self.episodes.sort();
        self.reviews.sort();
        self.oc2.sort();
        self.oc3.sort();
        self.ad1.sort();
        self.placed_adoption.sort();
    }

    /// Every child and return that any table has a row for.
    pub(crate) fn children(&self) -> BTreeSet<(ChildId, i32)> {
        let mut children: BTreeSet<_> = self.header.keys().chain(self.episodes.keys()).collect();
        children.extend(self.reviews.keys().chain(self.oc2.keys()).chain(self.oc3.keys()));
        children.extend(self.ad1.keys().chain(self.placed_adoption.keys()));
        children
    }
}

/// Adds the rows of a file to the sheet of its table.
fn put<'a, R: CheckRow<'a>>(
    written: &'a WrittenRows,
    roles: &'a Roles,
    all: &mut BTreeMap<AuthorityIndex, Sheets<'a>>,
    sheet: impl for<'s> Fn(&'s mut Sheets<'a>) -> &'s mut Sheet<R>,
) {
    if written.table == R::TABLE {
        R::of(written, roles, &mut |number, row| {
            let sheets = all.entry(written.rows[number].authority).or_default();
            sheet(sheets).0.push(row);
        });
    }
}

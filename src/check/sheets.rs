//! The rows of one authority, table by table, grouped by child and return.

use super::rows::{Ad1Row, CheckRow, EpisodeRow, HeaderRow, Oc2Row, Oc3Row, PlacedAdoptionRow, ReviewRow};
use crate::code::ChildId;
use crate::returns::written::WrittenRows;
use crate::seeds::authorities::AuthorityIndex;
use crate::seeds::codes::roles::Roles;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// Rows of one authority that follow one another in a file.
type Run<'a> = (&'a WrittenRows, Range<usize>);

/// Where the rows of every authority are.
pub(crate) fn by_authority(written: &[WrittenRows]) -> BTreeMap<AuthorityIndex, Vec<Run<'_>>> {
    let mut all = BTreeMap::<AuthorityIndex, Vec<Run<'_>>>::new();
    for written in written {
        let mut first = 0;
        for rows in written.rows.chunk_by(|one, other| one.authority == other.authority) {
            let end = first + rows.len();
            all.entry(rows[0].authority).or_default().push((written, first..end));
            first = end;
        }
    }
    all
}

/// The rows of one table, in order of child, return, the table's own date, and file and line.
#[derive(Debug)]
pub(crate) struct Sheet<R> {
    rows: Vec<R>,
    /// Where the rows of each child of the sheets begin, and after the last where they end.
    firsts: Vec<usize>,
}

impl<R> Default for Sheet<R> {
    fn default() -> Sheet<R> {
        Sheet { rows: Vec::new(), firsts: Vec::new() }
    }
}

impl<'a, R: CheckRow<'a>> Sheet<R> {
    fn of_table(runs: &[Run<'a>], roles: &'a Roles) -> Sheet<R> {
        let mut rows = Vec::new();
        for (written, run) in runs.iter().filter(|(written, _)| written.table == R::TABLE) {
            R::of(written, run.clone(), roles, &mut |row| rows.push(row));
        }
        rows.sort_by_key(|row: &R| (row.key(), row.order(), row.at()));
        Sheet { rows, firsts: Vec::new() }
    }

    /// Notes where the rows of each of the children, who are in order, begin.
    fn note_children(&mut self, children: &[ChildId]) {
        let mut place = 0;
        let firsts = children.iter().map(|child| {
            while self.rows.get(place).is_some_and(|row| row.key().0 < *child) {
                place += 1;
            }
            place
        });
        self.firsts = firsts.collect();
        self.firsts.push(self.rows.len());
    }

    /// The rows of a child, by its place among the children, in the return of a year.
    pub(crate) fn of(&self, child: usize, year: i32) -> &[R] {
        let rows = &self.rows[self.firsts[child]..self.firsts[child + 1]];
        let from = rows.iter().position(|row| row.key().1 == year).unwrap_or(rows.len());
        let of_year = rows[from..].iter().take_while(|row| row.key().1 == year).count();
        &rows[from..from + of_year]
    }

    fn keys(&self) -> impl Iterator<Item = (ChildId, i32)> {
        let mut keys: Vec<_> = self.rows.iter().map(CheckRow::key).collect();
        keys.dedup();
        keys.into_iter()
    }

    /// Every row.
    pub(crate) fn all(&self) -> &[R] {
        &self.rows
    }
}

/// The rows of one authority.
#[derive(Debug, Default)]
#[allow(missing_docs, reason = "each field is the table of the same name")]
pub(crate) struct Sheets<'a> {
    /// Every child with a row, in order of id.
    children: Vec<ChildId>,
    /// Every child, by its place among them, and return that any table has a row for, in order.
    returns: Vec<(usize, i32)>,
    pub(crate) header: Sheet<HeaderRow<'a>>,
    pub(crate) episodes: Sheet<EpisodeRow<'a>>,
    pub(crate) reviews: Sheet<ReviewRow<'a>>,
    pub(crate) oc2: Sheet<Oc2Row<'a>>,
    pub(crate) oc3: Sheet<Oc3Row<'a>>,
    pub(crate) ad1: Sheet<Ad1Row<'a>>,
    pub(crate) placed_adoption: Sheet<PlacedAdoptionRow<'a>>,
}

impl<'a> Sheets<'a> {
    /// Of an authority's rows, whose codes have these roles.
    pub(crate) fn of(runs: &[Run<'a>], roles: &'a Roles) -> Sheets<'a> {
        let mut sheets = Sheets {
            children: Vec::new(),
            returns: Vec::new(),
            header: Sheet::of_table(runs, roles),
            episodes: Sheet::of_table(runs, roles),
            reviews: Sheet::of_table(runs, roles),
            oc2: Sheet::of_table(runs, roles),
            oc3: Sheet::of_table(runs, roles),
            ad1: Sheet::of_table(runs, roles),
            placed_adoption: Sheet::of_table(runs, roles),
        };
        sheets.note_children();
        sheets
    }

    fn note_children(&mut self) {
        let mut keys: Vec<(ChildId, i32)> = self.header.keys().chain(self.episodes.keys()).collect();
        keys.extend(self.reviews.keys().chain(self.oc2.keys()).chain(self.oc3.keys()));
        keys.extend(self.ad1.keys().chain(self.placed_adoption.keys()));
        keys.sort_unstable();
        keys.dedup();
        for of_child in keys.chunk_by(|one, other| one.0 == other.0) {
            self.returns.extend(of_child.iter().map(|(_, year)| (self.children.len(), *year)));
            self.children.push(of_child[0].0);
        }
        let Sheets { children, header, episodes, reviews, oc2, oc3, ad1, placed_adoption, .. } = self;
        header.note_children(children);
        episodes.note_children(children);
        reviews.note_children(children);
        oc2.note_children(children);
        oc3.note_children(children);
        ad1.note_children(children);
        placed_adoption.note_children(children);
    }

    /// Every child with a row in any table, in order of id.
    pub(crate) fn children(&self) -> &[ChildId] {
        &self.children
    }

    /// The years of the returns with any row.
    pub(crate) fn years(&self) -> BTreeSet<i32> {
        self.returns.iter().map(|(_, year)| *year).collect()
    }

    /// The children, by place and in order, with a row in the return of any of the years.
    pub(crate) fn in_returns(&self, years: &[i32]) -> Vec<usize> {
        let within = self.returns.iter().filter(|(_, year)| years.contains(year));
        let mut children: Vec<usize> = within.map(|(child, _)| *child).collect();
        children.dedup();
        children
    }
}

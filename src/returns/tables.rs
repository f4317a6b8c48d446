//! The tables read, a file each: the columns it takes and what a row of it holds.

pub mod ad1;
pub mod attainment;
pub mod episodes;
pub mod header;
pub mod oc2;
pub mod oc3;
pub mod placed_adoption;
pub mod reviews;

use super::finding::{Rule, Source, rules};
use super::heading::Heading;
use super::record::Record;
use super::table::Table;
use crate::code::{ChildId, Code, LongTexts, Reference};
use crate::day::Day;
use crate::identity::shown;
use crate::seeds::codes::{CodeList, CodeLists};
use crate::text::trim;
use std::sync::Arc;

/// A row of a table: whose, of which return, where it stands, and what it holds.
#[derive(Debug, Clone)]
pub struct Row<T> {
    /// The child.
    pub child: ChildId,
    /// The year in which the row's return ends.
    pub year: i32,
    /// Where the row stands.
    pub source: Source,
    /// What the table's own columns hold.
    pub cells: T,
}

/// The rows of one authority, table by table, in the order in which files and lines were read.
#[derive(Debug, Default)]
#[allow(missing_docs, reason = "each field is the table of the same name")]
pub struct AuthorityRows {
    pub header: Vec<Row<header::Header>>,
    pub episodes: Vec<Row<episodes::Episode>>,
    pub reviews: Vec<Row<reviews::Review>>,
    pub oc2: Vec<Row<oc2::Oc2>>,
    pub oc3: Vec<Row<oc3::Oc3>>,
    pub ad1: Vec<Row<ad1::Ad1>>,
    pub attainment: Vec<Row<attainment::Attainment>>,
    pub placed_adoption: Vec<Row<placed_adoption::PlacedAdoption>>,
    /// Rows of the episodes table that were rejected though their child and DECOM can be read.
    pub rejected_episodes: Vec<RejectedEpisode>,
}

/// A rejected row of the episodes table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RejectedEpisode {
    /// The child.
    pub child: ChildId,
    /// The year in which the row's return ends.
    pub year: i32,
    /// The start it gives.
    pub decom: Day,
}

impl AuthorityRows {
    /// Rows in pieces, joined in their order.
    pub fn joined(mut pieces: Vec<AuthorityRows>) -> AuthorityRows {
        AuthorityRows {
            header: joined(&mut pieces, |piece| &mut piece.header),
            episodes: joined(&mut pieces, |piece| &mut piece.episodes),
            reviews: joined(&mut pieces, |piece| &mut piece.reviews),
            oc2: joined(&mut pieces, |piece| &mut piece.oc2),
            oc3: joined(&mut pieces, |piece| &mut piece.oc3),
            ad1: joined(&mut pieces, |piece| &mut piece.ad1),
            attainment: joined(&mut pieces, |piece| &mut piece.attainment),
            placed_adoption: joined(&mut pieces, |piece| &mut piece.placed_adoption),
            rejected_episodes: joined(&mut pieces, |piece| &mut piece.rejected_episodes),
        }
    }
}

/// The rows of one table, in just the room they need; a single piece of them is taken over as it is.
fn joined<R>(pieces: &mut [AuthorityRows], of_table: fn(&mut AuthorityRows) -> &mut Vec<R>) -> Vec<R> {
    let count: usize = pieces.iter_mut().map(|piece| of_table(piece).len()).sum();
    let mut filled = pieces.iter_mut().map(of_table).filter(|rows| !rows.is_empty());
    let mut rows = filled.next().map(std::mem::take).unwrap_or_default();
    rows.reserve_exact(count - rows.len());
    filled.for_each(|later| rows.append(later));
    rows
}

/// A table whose rows are read.
pub trait TableRow: Sized {
    /// The table.
    const TABLE: Table;
    /// Where the table's columns stand in a file.
    type Columns: Sync;

    /// Finds the table's columns.
    fn columns(heading: &Heading, codes: &CodeLists) -> Self::Columns;

    /// Reads a row whose authority, year and child are known.
    ///
    /// # Errors
    /// The first fault for which the row is rejected.
    fn read(columns: &Self::Columns, cells: &mut Cells<'_>) -> Result<Self, Fault>;

    /// The rows of this table among an authority's.
    fn rows(authority: &mut AuthorityRows) -> &mut Vec<Row<Self>>;

    /// The start of an episode whose row was rejected, which tells that the return knew of it.
    fn start_of_rejected(_columns: &Self::Columns, _cells: &Cells<'_>) -> Option<Day> {
        None
    }
}

/// What is wrong with a cell.
#[derive(Debug, Clone)]
pub struct Fault {
    /// The rule that it breaks.
    pub rule: &'static Rule,
    /// The column.
    pub field: &'static str,
    /// What stands there, an identifying field's only coarse.
    pub found: String,
}

/// A column: its name and where it stands, if the file has it.
#[derive(Debug, Clone, Copy)]
pub struct Column {
    /// The column's name.
    pub name: &'static str,
    place: Option<usize>,
}

impl Column {
    /// The column of a name.
    pub fn of(heading: &Heading, name: &'static str) -> Column {
        Column { name, place: heading.place(name) }
    }
}

/// A column of codes and the codes it may hold in some year.
#[derive(Debug)]
pub struct CodedColumn {
    column: Column,
    list: Arc<CodeList>,
}

impl CodedColumn {
    /// The column of a name, with the list of the seeds.
    pub fn of(heading: &Heading, codes: &CodeLists, table: Table, name: &'static str) -> CodedColumn {
        let list = codes.of_any_year(table.name(), name).cloned().unwrap_or_default();
        CodedColumn { column: Column::of(heading, name), list }
    }
}

/// The cells of one row, and the faults found in those that are kept all the same.
pub struct Cells<'row> {
    record: Record<'row>,
    long: &'row LongTexts,
    /// Faults that do not reject the row.
    pub kept: Vec<Fault>,
}

impl<'row> Cells<'row> {
    /// The cells of a record.
    #[inline]
    pub fn new(record: Record<'row>, long: &'row LongTexts) -> Cells<'row> {
        Cells { record, long, kept: Vec::new() }
    }

    /// A cell as it stands; empty where the file lacks the column or the row is short.
    #[inline]
    pub fn raw(&self, column: Column) -> &'row [u8] {
        column.place.and_then(|place| self.record.get(place)).unwrap_or_default()
    }

    /// A fault in a cell. What stands in an identifying field goes no further than here.
    pub fn fault(&self, rule: &'static Rule, column: Column) -> Fault {
        let found = shown(column.name, &String::from_utf8_lossy(self.raw(column)));
        Fault { rule, field: column.name, found }
    }

    /// A cell's child id.
    #[inline]
    pub fn child(&self, column: Column) -> Option<ChildId> {
        ChildId::read(self.raw(column), self.long)
    }

    /// A cell's reference: a URN or a postcode.
    #[inline]
    pub fn reference(&self, column: Column) -> Reference {
        Reference::read(self.raw(column), self.long)
    }

    /// A cell's code, whether or not it is listed.
    #[inline]
    pub fn code(&mut self, coded: &CodedColumn) -> Code {
        let code = Code::read(self.raw(coded.column), self.long);
        if !code.is_blank() && !coded.list.contains(code) {
            self.kept.push(self.fault(&rules::CODE_UNLISTED, coded.column));
        }
        code
    }

    /// A code that must be there.
    ///
    /// # Errors
    /// Where the cell is blank.
    #[inline]
    pub fn needed_code(&mut self, coded: &CodedColumn) -> Result<Code, Fault> {
        let code = self.code(coded);
        if code.is_blank() { Err(self.fault(&rules::CODE_BLANK, coded.column)) } else { Ok(code) }
    }

    /// A date that must be there.
    ///
    /// # Errors
    /// Where the cell is blank or holds no date.
    #[inline]
    pub fn needed_date(&self, column: Column) -> Result<Day, Fault> {
        self.date(column)?.ok_or_else(|| self.fault(&rules::DATE_MISSING, column))
    }

    /// A date that may be blank.
    ///
    /// # Errors
    /// Where the cell is filled and holds no date.
    #[inline]
    pub fn date(&self, column: Column) -> Result<Option<Day>, Fault> {
        let cell = trim(self.raw(column));
        if cell.is_empty() {
            return Ok(None);
        }
        Day::read(cell).map(Some).ok_or_else(|| self.fault(&rules::DATE_UNREADABLE, column))
    }

    /// A date that is passed over, and reported, where it cannot be read.
    #[inline]
    pub fn date_or_nothing(&mut self, column: Column) -> Option<Day> {
        self.date(column).unwrap_or_else(|_| {
            self.kept.push(self.fault(&rules::DATE_IGNORED, column));
            None
        })
    }
}

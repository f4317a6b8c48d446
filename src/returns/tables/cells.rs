//! The cells of one row, read by column.

use crate::code::{ChildId, Code, LongTexts, Reference};
use crate::day::Day;
use crate::identity::shown;
use crate::returns::finding::{Rule, rules};
use crate::returns::heading::Heading;
use crate::returns::source::record::Record;
use crate::returns::table::Table;
use crate::seeds::codes::{CodeList, CodeLists};
use crate::text::trim;
use std::sync::Arc;

/// What is wrong with a cell.
#[derive(Debug, Clone)]
pub(crate) struct Fault {
    /// The rule that it breaks.
    pub rule: &'static Rule,
    /// The column.
    pub field: &'static str,
    /// What the cell holds; only the coarse form of an identifying field.
    pub found: String,
}

/// A column: its name and where it is, if the file has it.
#[derive(Debug, Clone, Copy)]
pub struct Column {
    /// The column's name.
    pub name: &'static str,
    place: Option<usize>,
}

impl Column {
    /// The column of a name.
    pub(crate) fn of(heading: &Heading, name: &'static str) -> Column {
        Column { name, place: heading.place(name) }
    }
}

/// A column of codes and the codes it may hold in some year.
#[derive(Debug)]
pub(crate) struct CodedColumn {
    column: Column,
    list: Arc<CodeList>,
}

impl CodedColumn {
    /// The column of a name, with the list of the seeds.
    pub(crate) fn of(heading: &Heading, codes: &CodeLists, table: Table, name: &'static str) -> CodedColumn {
        let list = codes.of_any_year(table.name(), name).cloned().unwrap_or_default();
        CodedColumn { column: Column::of(heading, name), list }
    }
}

/// The cells of one row, and the faults that do not reject it.
pub(crate) struct Cells<'row> {
    record: Record<'row>,
    long: &'row LongTexts,
    /// Faults that do not reject the row.
    pub kept: Vec<Fault>,
}

impl<'row> Cells<'row> {
    /// The cells of a record.
    #[inline]
    pub(crate) fn new(record: Record<'row>, long: &'row LongTexts) -> Cells<'row> {
        Cells { record, long, kept: Vec::new() }
    }

    /// A cell as written; empty where the file lacks the column or the row is short.
    #[inline]
    pub(crate) fn raw(&self, column: Column) -> &'row [u8] {
        column.place.and_then(|place| self.record.get(place)).unwrap_or_default()
    }

    /// A fault in a cell. The exact content of an identifying field goes no further than this.
    pub(crate) fn fault(&self, rule: &'static Rule, column: Column) -> Fault {
        let found = shown(column.name, &String::from_utf8_lossy(self.raw(column)));
        Fault { rule, field: column.name, found }
    }

    /// A cell's child id.
    #[inline]
    pub(crate) fn child(&self, column: Column) -> Option<ChildId> {
        ChildId::read(self.raw(column), self.long)
    }

    /// A cell's reference: a URN or a postcode.
    #[inline]
    pub(crate) fn reference(&self, column: Column) -> Reference {
        Reference::read(self.raw(column), self.long)
    }

    /// A cell's code, whether or not it is listed.
    #[inline]
    pub(crate) fn code(&mut self, coded: &CodedColumn) -> Code {
        let code = Code::read(self.raw(coded.column), self.long);
        if !code.is_blank() && !coded.list.contains(code) {
            self.kept.push(self.fault(&rules::CODE_UNLISTED, coded.column));
        }
        code
    }

    /// A required code.
    ///
    /// # Errors
    /// Where the cell is blank.
    #[inline]
    pub(crate) fn needed_code(&mut self, coded: &CodedColumn) -> Result<Code, Fault> {
        let code = self.code(coded);
        if code.is_blank() { Err(self.fault(&rules::CODE_BLANK, coded.column)) } else { Ok(code) }
    }

    /// A required date.
    ///
    /// # Errors
    /// Where the cell is blank or holds no date.
    #[inline]
    pub(crate) fn needed_date(&self, column: Column) -> Result<Day, Fault> {
        self.date(column)?.ok_or_else(|| self.fault(&rules::DATE_MISSING, column))
    }

    /// An optional date.
    ///
    /// # Errors
    /// Where the cell is filled and holds no date.
    #[inline]
    pub(crate) fn date(&self, column: Column) -> Result<Option<Day>, Fault> {
        let cell = trim(self.raw(column));
        if cell.is_empty() {
            return Ok(None);
        }
        Day::read(cell).map(Some).ok_or_else(|| self.fault(&rules::DATE_UNREADABLE, column))
    }

    /// An optional date that is ignored, and reported, where it cannot be read.
    #[inline]
    pub(crate) fn date_or_nothing(&mut self, column: Column) -> Option<Day> {
        self.date(column).unwrap_or_else(|_| {
            self.kept.push(self.fault(&rules::DATE_IGNORED, column));
            None
        })
    }
}

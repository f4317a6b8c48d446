//! The cells of one row, read by column.

use crate::code::{ChildId, Code, LongTexts, Reference};
use crate::day::Day;
use crate::day::order::{DateOrder, Slashed};
use crate::identity::{Field, made_date, shown};
use crate::returns::finding::{Rule, rules};
use crate::returns::heading::Heading;
use crate::returns::observed::Observed;
use crate::returns::source::record::Record;
use crate::returns::suspect::{Coded, Dated, Suspicion, TwoWays};
use crate::returns::table::Table;
use crate::seeds::codes::CodeLists;
use crate::seeds::codes::list::CodeList;
use crate::text::{tidy, trim};
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

/// A column of dates.
#[derive(Debug, Clone, Copy)]
pub struct DateColumn {
    column: Column,
    order: DateOrder,
    /// Whether a workbook counts its days from 1904 on.
    from_1904: bool,
    /// What an answer may rest on; none where it is for the checks alone.
    dated: Option<Dated>,
}

impl DateColumn {
    /// The column of a name.
    pub(crate) fn of(heading: &Heading, name: &'static str, dated: Option<Dated>) -> DateColumn {
        let column = Column::of(heading, name);
        let order = column.place.map(|place| heading.manner.order(place)).unwrap_or_default();
        DateColumn { column, order, from_1904: heading.manner.from_1904, dated }
    }

    /// The column itself.
    pub(crate) fn column(self) -> Column {
        self.column
    }

    /// DOB of the table.
    pub(crate) fn birth(heading: &Heading) -> DateColumn {
        DateColumn::of(heading, "DOB", Some(Dated::Birth(heading.table)))
    }
}

/// A column of codes and the codes it may hold in some year.
#[derive(Debug)]
pub(crate) struct CodedColumn {
    column: Column,
    list: Arc<CodeList>,
    /// What an answer may rest on; none where it decides nothing.
    coded: Option<Coded>,
}

impl CodedColumn {
    /// The column of a name, with the list of the seeds.
    pub(crate) fn of(
        heading: &Heading,
        codes: &CodeLists,
        table: Table,
        name: &'static str,
        coded: Option<Coded>,
    ) -> CodedColumn {
        let list = codes.of_any_year(table.name(), name).cloned().unwrap_or_default();
        CodedColumn { column: Column::of(heading, name), list, coded }
    }
}

/// The year of a row whose return is not known.
const NO_YEAR: i32 = i32::MIN;

/// The cells of one row, and what does not reject it.
pub(crate) struct Cells<'row> {
    record: Record<'row>,
    long: &'row LongTexts,
    observed: &'row mut Observed,
    line: u32,
    /// The year of the row's return.
    year: i32,
    /// What is found of the row where it is not rejected.
    pub found: Found,
}

/// What is found of a row that is not rejected.
#[derive(Debug, Default)]
pub(crate) struct Found {
    /// Its faults.
    pub kept: Vec<Fault>,
    /// What is doubtful about it.
    pub doubts: Vec<Suspicion>,
}

impl<'row> Cells<'row> {
    /// The cells of a record on a line.
    #[inline]
    pub(crate) fn new(
        record: Record<'row>,
        line: u32,
        long: &'row LongTexts,
        observed: &'row mut Observed,
    ) -> Cells<'row> {
        Cells { record, long, observed, line, year: NO_YEAR, found: Found::default() }
    }

    /// The year of the return that the row is of.
    #[inline]
    pub(crate) fn are_of_year(&mut self, year: i32) {
        self.year = year;
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
    ///
    /// # Errors
    /// The rule that is broken where the cell is blank, or no longer holds an id.
    #[inline]
    pub(crate) fn child(&mut self, column: Column) -> Result<ChildId, &'static Rule> {
        let cell = self.raw(column);
        if ChildId::is_cut(cell) {
            return Err(&rules::CHILD_CUT);
        }
        if ChildId::may_be_date(cell) {
            self.note_made_date(column, cell);
        }
        ChildId::read(cell, self.long).ok_or(&rules::CHILD_BLANK)
    }

    /// Notes an id that a spreadsheet seems to have made a date of.
    #[cold]
    fn note_made_date(&mut self, column: Column, cell: &[u8]) {
        let made_date = made_date(&String::from_utf8_lossy(tidy(cell)));
        if let (Some(shown), Some(place)) = (made_date, column.place) {
            self.observed.columns[place].made_dates.note(self.line, column.name, || shown);
        }
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
        if code.is_blank() || coded.list.holds(code, self.year) { code } else { self.code_not_of_year(coded, code) }
    }

    /// The code of a cell that is on no list of the return's year as it stands.
    #[cold]
    fn code_not_of_year(&mut self, coded: &CodedColumn, written: Code) -> Code {
        let listed = coded.list.contains(written).then_some(written).or_else(|| self.code_by_another_text(coded));
        let code = listed.unwrap_or(written);
        let is_of_year = coded.list.holds(code, self.year);
        match listed {
            None => self.found.kept.push(self.unlisted(coded.column)),
            Some(code) if !is_of_year => self.note_of_other_years(coded.column, code),
            Some(_) => {}
        }
        if let Some(column) = coded.coded.filter(|_| !is_of_year) {
            self.found.doubts.push(Suspicion::Code(column));
        }
        code
    }

    /// Notes a code of other years in a row whose return is known.
    fn note_of_other_years(&mut self, column: Column, code: Code) {
        if let Some(place) = column.place.filter(|_| self.year != NO_YEAR) {
            let (line, long) = (self.line, self.long);
            self.observed.columns[place].note_of_other_years(column.name, code, line, || code.text(long));
        }
    }

    /// The listed code of a cell that holds a text of the user's own, or a code with a label behind it.
    fn code_by_another_text(&mut self, coded: &CodedColumn) -> Option<Code> {
        let cell = tidy(self.raw(coded.column));
        let mapped = coded.list.mapped(cell);
        let code = mapped.or_else(|| coded.list.with_label(cell))?;
        if let Some(observed) = coded.column.place.and_then(|place| self.observed.columns.get_mut(place)) {
            let read = || {
                let cell = shown(coded.column.name, &String::from_utf8_lossy(cell));
                format!("'{cell}', read as {}", code.text(self.long))
            };
            let seen = if mapped.is_some() { &mut observed.mapped } else { &mut observed.labels };
            seen.note(self.line, coded.column.name, read);
        }
        Some(code)
    }

    fn unlisted(&self, column: Column) -> Fault {
        let rule = if means_nothing(trim(self.raw(column))) { &rules::CODE_WORD } else { &rules::CODE_UNLISTED };
        self.fault(rule, column)
    }

    /// A cell's code, of which nothing is said where no list has it: no definition looks at it.
    #[inline]
    pub(crate) fn code_unnoted(&self, coded: &CodedColumn) -> Code {
        let code = Code::read(self.raw(coded.column), self.long);
        if code.is_blank() || coded.list.contains(code) { code } else { self.code_again(coded) }
    }

    /// The code in a cell of a row that counts for nothing.
    pub(crate) fn code_again(&self, coded: &CodedColumn) -> Code {
        let cell = self.raw(coded.column);
        coded.list.code_of(tidy(cell)).unwrap_or_else(|| Code::read(cell, self.long))
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
    pub(crate) fn needed_date(&mut self, date: DateColumn) -> Result<Day, Fault> {
        self.date(date)?.ok_or_else(|| self.fault(&rules::DATE_MISSING, date.column))
    }

    /// An optional date.
    ///
    /// # Errors
    /// Where the cell is filled and holds no date.
    #[inline]
    pub(crate) fn date(&mut self, date: DateColumn) -> Result<Option<Day>, Fault> {
        let DateColumn { column, order, .. } = date;
        let cell = trim(self.raw(column));
        let Some(observed) = column.place.and_then(|place| self.observed.columns.get_mut(place)) else {
            return Ok(None);
        };
        if cell.is_empty() {
            return Ok(None);
        }
        match Day::read_noting(cell, order, &mut observed.slashed) {
            Some(day) if order == DateOrder::DayFirstInDoubt => Ok(Some(self.doubted(date, cell, day))),
            Some(day) => Ok(Some(day)),
            None => self.rare_date(date, cell).map(Some),
        }
    }

    /// Reports that an episode has a reason why it ended and no day.
    #[cold]
    pub(crate) fn ended_undated(&mut self, end: Column) {
        let fault = self.fault(&rules::ENDED_UNDATED, end);
        self.found.kept.push(fault);
        self.found.doubts.push(Suspicion::Unread(Dated::End));
    }

    /// A day of a column in doubt, which the cell could also give another way.
    #[cold]
    fn doubted(&mut self, date: DateColumn, cell: &[u8], day: Day) -> Day {
        if let (Some(dated), Some(other)) = (date.dated, Day::read_otherwise(cell)) {
            self.found.doubts.push(Suspicion::Either(dated, TwoWays { read: day, other }));
        }
        day
    }

    /// A date that is none as people write it.
    #[cold]
    fn rare_date(&mut self, date: DateColumn, cell: &[u8]) -> Result<Day, Fault> {
        let column = date.column;
        let Some(day) = Day::of_serial(cell, date.from_1904) else {
            return Err(self.fault(unreadable(cell), column));
        };
        if let Some(place) = column.place {
            let number = String::from_utf8_lossy(cell);
            // A date of birth is never said.
            let read = || match Field::of(column.name) {
                Some(_) => day.month_in_words(),
                None => format!("{number}, read as {}", day.slashed()),
            };
            self.observed.columns[place].serials.note(self.line, column.name, read);
        }
        Ok(day)
    }

    /// Looks at a date that decides nothing, for how the dates of its column are written.
    #[inline]
    pub(crate) fn look_at(&mut self, date: DateColumn) {
        // A date that cannot be read is for the checks to report.
        let _ = self.date(date);
    }

    /// The day in a cell of a row that counts for nothing.
    pub(crate) fn day_again(&self, date: DateColumn) -> Option<Day> {
        let cell = trim(self.raw(date.column));
        Day::read_noting(cell, date.order, &mut Slashed::default()).or_else(|| Day::of_serial(cell, date.from_1904))
    }

    /// An optional date that is ignored, and reported, where it cannot be read.
    #[inline]
    pub(crate) fn date_or_nothing(&mut self, date: DateColumn) -> Option<Day> {
        self.date(date).unwrap_or_else(|fault| {
            self.found.kept.push(Fault { rule: ignored(fault.rule), ..fault });
            self.found.doubts.extend(date.dated.map(Suspicion::Unread));
            None
        })
    }
}

/// Whether a cell is filled only to say that there is nothing.
fn means_nothing(cell: &[u8]) -> bool {
    ["NULL", "N/A", "NONE", "-"].iter().any(|word| cell.eq_ignore_ascii_case(word.as_bytes()))
}

/// The rule for a date that cannot be read, by what would mend it.
fn unreadable(cell: &[u8]) -> &'static Rule {
    let month_first = || Day::read_noting(cell, DateOrder::MonthFirst, &mut Slashed::default()).is_some();
    match cell {
        _ if means_nothing(cell) => &rules::DATE_WORD_UNREADABLE,
        _ if month_first() => &rules::MONTH_FIRST_UNREADABLE,
        _ => &rules::DATE_UNREADABLE,
    }
}

/// The same for a date that the row can do without.
fn ignored(rule: &'static Rule) -> &'static Rule {
    match rule {
        rule if *rule == rules::DATE_WORD_UNREADABLE => &rules::DATE_WORD_IGNORED,
        rule if *rule == rules::MONTH_FIRST_UNREADABLE => &rules::MONTH_FIRST_IGNORED,
        _ => &rules::DATE_IGNORED,
    }
}

//! The rows of one file of a table: every one typed or reported.

use super::file::FileRows;
use super::finding::{Rule, Source, rules};
use super::heading::Heading;
use super::no_row::{Line, NoRow};
use super::observed::{CutLine, Observed};
use super::place::Place;
use super::reading::Reading;
use super::rowplace::{RowPlace, RowPlaces, child_column};
use super::source::Records;
use super::source::csv::lines::{line_ends, lines};
use super::source::form::Delimiter;
use super::source::record::Record;
use super::stretch::Stretch;
use super::table::Table;
use super::tables::TableOfAuthority;
use super::tables::ad1::Ad1;
use super::tables::attainment::Attainment;
use super::tables::cells::{Cells, Fault};
use super::tables::episodes::Episode;
use super::tables::header::Header;
use super::tables::missing::Missing;
use super::tables::oc2::Oc2;
use super::tables::oc3::Oc3;
use super::tables::placed_adoption::PlacedAdoption;
use super::tables::reviews::Review;
use super::tables::uasc::Uasc;
use super::written::WrittenRows;
use crate::identity::exact::Watch;
use crate::text::{Problem, trim};
use memchr::memchr_iter;
use rayon::prelude::*;

/// Rows of a table that are to be read.
pub(crate) struct TableRows<'run> {
    reading: &'run Reading<'run>,
    file: u32,
    heading: &'run Heading,
    outer: Place,
    no_row: NoRow<'run>,
}

impl<'run> TableRows<'run> {
    /// Those of the file of that number, under its heading, that lies at `outer`.
    pub(crate) fn of(reading: &'run Reading<'run>, file: u32, heading: &'run Heading, outer: Place) -> TableRows<'run> {
        TableRows { reading, file, heading, outer, no_row: NoRow::under(heading) }
    }

    /// Reads records, and adds what they hold to the file's.
    ///
    /// # Errors
    /// Where the records as a whole cannot be used.
    pub(crate) fn read(&self, records: Records<'_>, file: &mut FileRows) -> Result<(), Problem> {
        match self.heading.table {
            Table::Header => self.table::<Header>(records, file),
            Table::Episodes => self.table::<Episode>(records, file),
            Table::Reviews => self.table::<Review>(records, file),
            Table::Oc2 => self.table::<Oc2>(records, file),
            Table::Oc3 => self.table::<Oc3>(records, file),
            Table::Ad1 => self.table::<Ad1>(records, file),
            Table::Attainment => self.table::<Attainment>(records, file),
            Table::PlacedAdoption => self.table::<PlacedAdoption>(records, file),
            Table::Uasc => self.table::<Uasc>(records, file),
            Table::Missing => self.table::<Missing>(records, file),
        }
    }

    fn table<T: TableOfAuthority + Send>(&self, records: Records<'_>, file: &mut FileRows) -> Result<(), Problem> {
        let columns = T::columns(self.heading, &self.reading.seeds.codes);
        let stretches: Vec<Stretch<T>> =
            records.stretches().into_par_iter().map(|records| self.stretch(&columns, records)).collect();
        let mut problem = None;
        for mut stretch in stretches {
            problem = problem.or(stretch.problem.take());
            stretch.put_into(file);
        }
        problem.map_or(Ok(()), Err)
    }

    fn stretch<T: TableOfAuthority>(&self, columns: &T::Columns, mut records: Records<'_>) -> Stretch<T> {
        let mut places = RowPlaces::new(self.heading, self.outer, &self.reading.seeds.authorities);
        let written = WrittenRows::under(self.heading, self.reading.seeds, self.reading.kept);
        let mut stretch = Stretch::new(self.heading, written, records.remaining());
        let mut observed = std::mem::take(&mut stretch.observed);
        let child_column = child_column(self.heading);
        let watch = Watch::over(&self.heading.columns);
        let may_span = records.may_span_lines();
        let mut last = None;
        while let Some((line, record)) = records.next_record() {
            let inside = if may_span { self.lines_inside(record) } else { Ok(0) };
            let inside = match inside {
                Ok(lines) => lines,
                Err(cell) => {
                    stretch.problem = records.cell_over_lines(cell);
                    return stretch.end();
                }
            };
            stretch.lines.inside += u64::from(inside);
            let source = Source { file: self.file, line };
            match self.no_row.line(record) {
                Line::Row => {}
                Line::Blank => {
                    last = None;
                    stretch.blank_lines += 1;
                    continue;
                }
                Line::NoRow(rule) => {
                    last = None;
                    stretch.note_no_row(source, rule);
                    continue;
                }
            }
            observed.lines += 1;
            let is_short = record.len() < self.heading.named;
            observed.short += u64::from(is_short);
            last = is_short.then_some(CutLine { line, cells: record.len() });
            watch.count(|place| record.get(place), &mut stretch.exact);
            let too_long = self.too_long(record, &mut observed);
            let mut cells = Cells::new(record, line, self.reading.long, &mut observed);
            let child = cells.child(child_column);
            let place = if too_long { places.of_file() } else { places.of(record) };
            if !too_long {
                stretch.names(&place);
            }
            stretch.keep(source, &place, child.ok(), record);
            if let &RowPlace::Return(_, year) = &place {
                cells.are_of_year(year);
            }
            let fault = match (&place, child) {
                _ if too_long => Some(self.unlike_heading(&rules::ROW_TOO_LONG, record)),
                (_, Err(rule)) => Some(cells.fault(rule, child_column)),
                (RowPlace::None(fault, _), _) => Some(fault.clone()),
                _ => None,
            };
            if inside > 0 && self.text_may_hold_rows(record) {
                let found = format!("one row over {} lines", inside + 1);
                stretch.note(source, &place, child.ok(), Fault { rule: &rules::CELL_OVER_LINES, field: "", found });
            }
            // The dates of a row that cannot be placed still tell how those of their columns are written.
            let read = if too_long { None } else { Some(T::read(columns, &mut cells)) };
            match (fault, read) {
                (None, Some(Ok(row))) => {
                    if is_short {
                        cells.found.kept.push(self.unlike_heading(&rules::ROW_TOO_SHORT, record));
                    }
                    stretch.take(source, &place, child.ok(), row, cells.found);
                }
                (Some(fault), _) | (None, Some(Err(fault))) => {
                    let what = T::suspicion(columns, &cells, self.heading.table, &fault);
                    stretch.reject(source, &place, child.ok(), fault, what);
                }
                (None, None) => {}
            }
        }
        observed.cut = last.filter(|_| records.last_line_has_no_end());
        stretch.observed = observed;
        stretch.blank_lines += records.blank();
        stretch.lines.passed = records.lines_passed();
        stretch.problem = records.problem();
        stretch.end()
    }

    /// Whether there are more cells than headings, and not in every line as many and blank.
    #[inline]
    fn too_long(&self, record: Record<'_>, observed: &mut Observed) -> bool {
        let headings = self.heading.columns.len();
        if record.len() <= headings {
            return false;
        }
        observed.long.note(record.len(), record.iter().skip(headings).any(|cell| !trim(cell).is_empty()));
        !self.heading.manner.blank_surplus
    }

    /// How many ends of lines are in cells of free text.
    ///
    /// # Errors
    /// The place of a cell of any other column that holds one: it may have taken the rows after it.
    fn lines_inside(&self, record: Record<'_>) -> Result<u32, usize> {
        let mut inside = 0;
        for (place, cell) in record.iter().enumerate() {
            let ends = line_ends(cell);
            if ends > 0 && !self.heading.is_free_text(place) {
                return Err(place);
            }
            inside += ends;
        }
        Ok(inside)
    }

    /// Whether a line inside a cell of free text has as many cells as the heading, as a row would.
    fn text_may_hold_rows(&self, record: Record<'_>) -> bool {
        let separators = self.heading.columns.len() - 1;
        let like_row = |line: &[u8]| {
            Delimiter::ALL.iter().any(|delimiter| memchr_iter(delimiter.byte(), line).count() >= separators)
        };
        record.iter().any(|cell| lines(cell).skip(1).any(like_row))
    }

    fn unlike_heading(&self, rule: &'static Rule, record: Record<'_>) -> Fault {
        let found = format!("{} cells under {} headings", record.len(), self.heading.columns.len());
        Fault { rule, field: "", found }
    }
}

//! What all returns tell of who the children are, read before anything is copied.

use super::belongs::is_of_days;
use super::known::{Known, as_read};
use super::request::Request;
use crate::day::Day;
use crate::day::order::{DateOrder, Slashed};
use crate::identity::Field;
use crate::returns::contents;
use crate::returns::files::FoundFile;
use crate::returns::heading::{column_names, fit};
use crate::returns::names::name_as_compared;
use crate::returns::no_row::is_total;
use crate::returns::source::SourceFile;
use crate::returns::source::content::Content;
use crate::returns::source::opening::as_text;
use crate::returns::source::record::Record;
use crate::returns::source::unread::Unread;
use crate::seeds::Seeds;
use crate::text::trim;
use rayon::prelude::*;

/// What is gathered of the files.
#[derive(Debug, Default)]
pub(super) struct Gathered {
    /// Who the children are.
    pub known: Known,
    /// The order of the dates in each column of each file, in the order of the files.
    pub orders: Vec<Vec<DateOrder>>,
}

/// Gathers it. Of a file that cannot be read nothing is known, and nothing of it will be copied.
pub(super) fn gather(request: &Request<'_>) -> Gathered {
    let together: Vec<&[FoundFile]> = request.found.files.chunk_by(|one, other| one.is_beside(other)).collect();
    let of_files = |files: &&[FoundFile]| -> Vec<OfTable> {
        let contents = contents(&files.iter().collect::<Vec<_>>());
        let read = |content: &Content| content.read_by(|content| of_table(content, request.seeds));
        contents.iter().map(|content| read(content).unwrap_or_default()).collect()
    };
    let tables: Vec<Vec<OfTable>> = together.par_iter().map(of_files).collect();
    let mut gathered = Gathered::default();
    for table in tables.into_iter().flatten() {
        let (known, orders) = table.settled();
        gathered.known.join(known);
        gathered.orders.push(orders);
    }
    gathered
}

/// What a table tells.
#[derive(Default)]
struct OfTable {
    known: Known,
    child: Option<usize>,
    /// A column each, in the file's order.
    columns: Vec<Days>,
    /// Dates of birth, each after the id of its row and with the place of its column.
    births: Vec<(String, Vec<u8>, usize)>,
}

/// Whether a column has days, whether these are of birth, and how they are written.
#[derive(Clone, Copy, Default)]
struct Days {
    are_here: bool,
    are_births: bool,
    slashed: Slashed,
}

fn of_table(content: &Content, seeds: &Seeds) -> Result<OfTable, Unread> {
    let mut buffer = Vec::new();
    let mut source = SourceFile::open(content, &mut buffer, |cells| fit(cells, seeds))?;
    let mut table = None;
    while let Some(part) = source.next_part()? {
        let mut records = part.records()?;
        if table.is_none() {
            let heading = records.next_record().map(|(_, record)| as_text(record)).unwrap_or_default();
            table = Some(OfTable::under(&heading, seeds));
        }
        while let (Some((_, record)), Some(table)) = (records.next_record(), &mut table) {
            table.take(record);
        }
    }
    Ok(table.unwrap_or_default())
}

impl OfTable {
    fn under(heading: &[String], seeds: &Seeds) -> OfTable {
        let columns = column_names(heading, seeds);
        let days = |column: &String| Days {
            are_here: is_of_days(column),
            are_births: Field::of(column) == Some(Field::Birth),
            ..Days::default()
        };
        let child = columns.iter().position(|column| column == "CHILD");
        OfTable { child, columns: columns.iter().map(days).collect(), ..OfTable::default() }
    }

    fn take(&mut self, record: Record<'_>) {
        let cell = self.child.and_then(|place| record.get(place)).unwrap_or_default();
        if name_as_compared(cell) == "CHILD" || is_total(record.iter()) {
            return;
        }
        let id = as_read(cell);
        self.known.take_id(&id);
        for (place, days) in self.columns.iter_mut().enumerate().filter(|(_, days)| days.are_here) {
            let Some(cell) = record.get(place).filter(|cell| !cell.is_empty()) else { continue };
            // Only how it is written is noted yet.
            let _ = Day::read_noting(trim(cell), DateOrder::DayFirst, &mut days.slashed);
            if days.are_births {
                self.births.push((id.clone(), cell.to_vec(), place));
            }
        }
    }

    /// What is known once all rows have been seen, and the order of the dates in each column.
    fn settled(mut self) -> (Known, Vec<DateOrder>) {
        let orders = self.columns.iter().map(|days| days.slashed.order(days.are_births));
        let orders: Vec<DateOrder> = orders.collect();
        for (id, birth, place) in self.births {
            self.known.take_birth(&id, &birth, orders[place]);
        }
        (self.known, orders)
    }
}

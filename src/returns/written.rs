//! Rows as written, kept for the checks and for explaining: every cell of the return's own columns but the UPN.

use super::finding::Source;
use super::heading::Heading;
use super::source::record::Record;
use super::table::Table;
use crate::code::ChildId;
use crate::day::Day;
use crate::day::order::{DateOrder, Slashed};
use crate::identity::{BIRTHS, DAYS, Field};
use crate::seeds::Seeds;
use crate::seeds::authorities::AuthorityIndex;
use crate::seeds::codes::list::CodeList;
use crate::text::tidy;
use std::borrow::Cow;
use std::sync::Arc;

/// What is kept of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kept {
    /// What the indicators take from it, and its cells in columns of the user's choice.
    ForIndicators,
    /// Also every cell as written, and the tables that only checks read.
    ForChecks,
    /// The same, of the columns that rules look at alone.
    ForRules(&'static [&'static str]),
    /// Also every cell of one authority's rows as written.
    ForExplaining(AuthorityIndex),
}

impl Kept {
    /// Whether the tables that only checks read are wanted.
    pub(crate) fn is_for_checks(self) -> bool {
        matches!(self, Kept::ForChecks | Kept::ForRules(_))
    }
}

/// Rows of one file, or of a stretch of it, with their cells as text: trimmed, in capitals, and without
/// the `.0` that a spreadsheet adds; dates written month first, or as a spreadsheet's day number, are written day first,
/// and the user's own texts as the codes that they stand for.
#[derive(Debug)]
pub struct WrittenRows {
    /// The table.
    pub table: Table,
    /// The file's columns that are the return's own, in its order.
    columns: Vec<String>,
    /// Where each of the columns is in a record, and what its cells are.
    places: Vec<(usize, Cells)>,
    text: String,
    /// Where each row begins in the text.
    starts: Vec<usize>,
    /// Where each cell ends, counted from the beginning of its row, row after row.
    ends: Vec<u32>,
    /// Whose the rows are, in order of line.
    pub rows: Vec<WrittenRow>,
    /// Whether a workbook counts its days from 1904 on.
    from_1904: bool,
    /// The one authority whose rows are kept; all where there is none.
    only: Option<AuthorityIndex>,
}

/// What the cells of a column are.
#[derive(Debug)]
enum Cells {
    /// Dates in an order.
    Dates(DateOrder),
    /// Codes, for some of which the user gives texts.
    Codes(Arc<CodeList>),
    /// Anything of a column of the user's choice, which is kept in the case that it has.
    OfUser,
    /// Anything else.
    Texts,
}

/// Whose a row is, and where.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WrittenRow {
    /// Where it is.
    pub source: Source,
    /// The authority.
    pub authority: AuthorityIndex,
    /// The year in which its return ends.
    pub year: i32,
    /// The child.
    pub child: ChildId,
}

impl WrittenRows {
    /// No rows yet of a file with this heading; none where no cells are kept as written.
    pub(crate) fn under(heading: &Heading, seeds: &Seeds, kept: Kept) -> Option<WrittenRows> {
        let Seeds { codes, own_columns, tables, .. } = seeds;
        let has_own = || heading.columns.iter().any(|column| own_columns.place(column).is_some());
        let (looked_at, only) = match kept {
            Kept::ForIndicators if own_columns.is_empty() || !heading.table.may_have_own() || !has_own() => {
                return None;
            }
            Kept::ForIndicators => (Some(&[][..]), None),
            Kept::ForChecks => (None, None),
            Kept::ForRules(columns) => (Some(columns), None),
            Kept::ForExplaining(authority) => (None, Some(authority)),
        };
        // No rule or answer uses a UPN.
        let used = |column: &str| {
            let looked_at = looked_at.is_none_or(|columns| columns.contains(&column));
            (looked_at || own_columns.place(column).is_some()) && Field::of(column) != Some(Field::PupilNumber)
        };
        let own =
            |(place, column): &(usize, &String)| !column.is_empty() && !heading.is_free_text(*place) && used(column);
        let of_return = |column: &str| tables.list.iter().any(|shape| shape.has(&column.to_owned()));
        let cells = |place, column: &str| match codes.of_any_year(heading.table.name(), column) {
            Some(list) if list.is_mapped() => Cells::Codes(Arc::clone(list)),
            _ if !of_return(column) => Cells::OfUser,
            _ if DAYS.contains(&column) || BIRTHS.contains(&column) => Cells::Dates(heading.manner.order(place)),
            _ => Cells::Texts,
        };
        let kept = |(place, column): (usize, &String)| ((place, cells(place, column)), column.clone());
        let (places, columns) = heading.columns.iter().enumerate().filter(own).map(kept).unzip();
        let (text, starts, ends, rows) = (String::new(), Vec::new(), Vec::new(), Vec::new());
        let from_1904 = heading.manner.from_1904;
        Some(WrittenRows { table: heading.table, columns, places, text, starts, ends, rows, from_1904, only })
    }

    /// Keeps a row; a cell that the row lacks is blank.
    pub(crate) fn keep(&mut self, row: WrittenRow, record: Record<'_>) {
        if self.only.is_some_and(|only| only != row.authority) {
            return;
        }
        let first = self.text.len();
        for (place, cells) in &self.places {
            let cell = tidy(record.get(*place).unwrap_or_default());
            match cells.rewritten(cell, self.from_1904) {
                Some(text) => self.text.push_str(&text),
                None => {
                    let start = self.text.len();
                    match std::str::from_utf8(cell) {
                        Ok(cell) => self.text.push_str(cell),
                        Err(_) => self.text.push_str(&String::from_utf8_lossy(cell)),
                    }
                    if !matches!(cells, Cells::OfUser) {
                        self.text[start..].make_ascii_uppercase();
                    }
                }
            }
            self.ends.push(place_in_row(first, self.text.len()));
        }
        self.starts.push(first);
        self.rows.push(row);
    }

    /// Gives back the room that no further row will need.
    pub(crate) fn end(&mut self) {
        self.text.shrink_to_fit();
        self.starts.shrink_to_fit();
        self.ends.shrink_to_fit();
        self.rows.shrink_to_fit();
    }

    /// Takes out the rows of unwanted authorities and years.
    pub(crate) fn take_out(&mut self, unwanted: impl Fn(AuthorityIndex, i32) -> bool) {
        let (mut text, mut starts, mut ends, mut rows) = (String::new(), Vec::new(), Vec::new(), Vec::new());
        for (number, row) in self.rows.iter().enumerate().filter(|(_, row)| !unwanted(row.authority, row.year)) {
            let first = text.len();
            for column in 0..self.columns.len() {
                text.push_str(self.cell(number, column));
                ends.push(place_in_row(first, text.len()));
            }
            starts.push(first);
            rows.push(*row);
        }
        (self.text, self.starts, self.ends, self.rows) = (text, starts, ends, rows);
    }

    /// The columns, in the file's order.
    pub(crate) fn columns(&self) -> &[String] {
        &self.columns
    }

    /// The place of a column among a row's cells, where the file has it.
    pub(crate) fn column(&self, name: &str) -> Option<usize> {
        self.columns.iter().position(|column| column == name)
    }

    /// A cell: of the row of that number, in the column of that place.
    pub(crate) fn cell(&self, row: usize, column: usize) -> &str {
        let cell = row * self.columns.len() + column;
        let start = if column == 0 { 0 } else { self.ends[cell - 1] as usize };
        &self.text[self.starts[row]..][start..self.ends[cell] as usize]
    }
}

/// A place in the text, counted from the beginning of its row. No row is near four gigabytes long: regions are not.
fn place_in_row(first: usize, place: usize) -> u32 {
    u32::try_from(place - first).unwrap_or(u32::MAX)
}

impl Cells {
    /// What is kept in place of a tidy cell: the day of one that is written month first or as a spreadsheet's day number, the
    /// code of a text of the user's own.
    fn rewritten(&self, cell: &[u8], from_1904: bool) -> Option<Cow<'_, str>> {
        let day = match self {
            Cells::Codes(list) => return list.mapped_text(cell).map(Cow::Borrowed),
            Cells::Dates(DateOrder::MonthFirst) => {
                let day = Day::read_noting(cell, DateOrder::MonthFirst, &mut Slashed::default());
                day.or_else(|| Day::of_serial(cell, from_1904))
            }
            Cells::Dates(DateOrder::DayFirst | DateOrder::DayFirstInDoubt) => Day::of_serial(cell, from_1904),
            Cells::OfUser | Cells::Texts => None,
        };
        day.map(|day| Cow::Owned(day.slashed()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::code::LongTexts;
    use crate::returns::source::csv::rows::Rows;
    use crate::returns::source::form::Delimiter;

    #[test]
    fn cells_are_kept_as_they_are_compared() {
        let seeds = Seeds::built_in().unwrap();
        let cells = ["child", "Colour", "SDQ_SCORE", "SDQ_REASON"].map(str::to_owned);
        let crate::returns::heading::Kind::Table(heading) = crate::returns::heading::recognise(&cells, &seeds, true)
        else {
            panic!("it is oc2");
        };
        let mut written = WrittenRows::under(&heading, &seeds, Kept::ForChecks).unwrap();
        let long = LongTexts::default();
        let row = WrittenRow {
            source: Source { file: 0, line: 2 },
            authority: seeds.authorities.find("301").unwrap(),
            year: 2011,
            child: ChildId::read(b"7", &long).unwrap(),
        };
        let mut rows = Rows::new(b"7.0,red, 12.0 ,sdq1\n7,red\n", Delimiter::Comma, 1);
        while let Some((_, record)) = rows.next_row() {
            written.keep(row, record);
        }
        let cells =
            |row| ["CHILD", "SDQ_SCORE", "SDQ_REASON"].map(|name| written.cell(row, written.column(name).unwrap()));
        assert_eq!(cells(0), ["7", "12", "SDQ1"]);
        assert_eq!(cells(1), ["7", "", ""]);
        assert_eq!(written.column("COLOUR"), None);
        written.rows[0].year = 2010;
        written.take_out(|_, year| year == 2010);
        let (rows, score) = (written.rows.len(), written.column("SDQ_SCORE").unwrap());
        assert_eq!((rows, written.cell(0, score)), (1, ""));
    }
}

//! One file: what table it is, what each of its headings is, and its codes on no list.

use super::headings::{Heading, headings, is_a_row, may_be_a_heading};
use super::unlisted::{Coded, Unlisted};
use crate::returns::files::FoundFile;
use crate::returns::heading::{Heading as TableHeading, Kind, fit, looks_identifying, recognise};
use crate::returns::lacking::Lacking;
use crate::returns::names::names;
use crate::returns::source::content::Content;
use crate::returns::source::csv::raw::spans_lines;
use crate::returns::source::opening::as_text;
use crate::returns::source::record::Record;
use crate::returns::source::unread::Unread;
use crate::returns::source::{Part, SourceFile};
use crate::seeds::Seeds;
use crate::text::{Problem, trim};
use std::collections::BTreeMap;

/// What is made of a file.
#[derive(Debug)]
pub(crate) struct Sheet {
    /// Its path, as messages show it.
    pub shown: String,
    /// What it is.
    pub is: String,
    /// Its headings in order; none of a file that no indicator needs.
    pub headings: Vec<Heading>,
    /// Columns that are needed and missing.
    pub lacking: Vec<String>,
    /// Whether a column of the user's choice may stand in it.
    pub may_have_own: bool,
    /// Codes on no list, by column.
    pub unlisted: BTreeMap<String, Unlisted>,
}

/// Reads a file.
///
/// # Errors
/// Where it cannot be read, or its first line is the heading of no table.
pub(crate) fn read(found: &FoundFile, content: &Content, seeds: &Seeds) -> Result<Sheet, Problem> {
    if let Content::NotRead(why) = content {
        return Ok(Sheet::skipped(found, format!("{}, not read", why.in_words())));
    }
    content.read_by(|content| read_as(found, content, seeds))
}

fn read_as(found: &FoundFile, content: &Content, seeds: &Seeds) -> Result<Sheet, Unread> {
    let mut reader = Reader { found, seeds, line: 1, open: None };
    let mut buffer = Vec::new();
    let mut source = SourceFile::open(content, &mut buffer, |cells| fit(cells, seeds))?;
    reader.line = source.opening().line;
    while let Some(part) = source.next_part()? {
        reader.take(&part)?;
    }
    let Some(Open { mut sheet, coded, .. }) = reader.open else {
        return Err(Problem::at_top("is empty", "extract the table again").into());
    };
    for Coded { column, unlisted, .. } in coded {
        sheet.unlisted.entry(column).or_default().add(&unlisted);
    }
    Ok(sheet)
}

struct Reader<'run> {
    found: &'run FoundFile,
    seeds: &'run Seeds,
    /// The line of the heading.
    line: u32,
    open: Option<Open<'run>>,
}

/// A file whose heading is known.
struct Open<'run> {
    sheet: Sheet,
    /// The heading, where it is that of a table that is read.
    heading: Option<TableHeading>,
    names: usize,
    coded: Vec<Coded<'run>>,
}

impl<'run> Reader<'run> {
    fn take(&mut self, part: &Part<'_>) -> Result<(), Unread> {
        let mut records = part.records()?;
        let mut open = match self.open.take() {
            Some(open) => open,
            None => {
                let cells = records.next_record().map(|(_, record)| as_text(record)).unwrap_or_default();
                self.begin(self.line, &cells)?
            }
        };
        let may_span = records.may_span_lines();
        while let Some((_, record)) = records.next_record() {
            if let Some(cell) = open.cell_over_lines(record).filter(|_| may_span) {
                return records.cell_over_lines(cell).map_or(Ok(()), |problem| Err(problem.into()));
            }
            open.row(record);
        }
        self.open = Some(open);
        records.problem().map_or(Ok(()), |problem| Err(problem.into()))
    }

    fn begin(&self, line: u32, cells: &[String]) -> Result<Open<'run>, Problem> {
        let names = names(cells, self.seeds);
        let nearest = || Lacking::of_nearest(&names, &self.seeds.tables).map(|lacking| lacking.shape);
        let mut of_table = None;
        let (is, shape) = match recognise(cells, self.seeds, true) {
            Kind::Skipped(name) => return Ok(self.skipped(format!("{name}, which no indicator needs"))),
            Kind::Authorities => return Ok(self.skipped("a list of authorities".to_owned())),
            Kind::Table(heading) => {
                let name = heading.table.name();
                of_table = Some(heading);
                (name.to_owned(), self.seeds.tables.list.iter().find(|shape| shape.name == name))
            }
            Kind::Identifying(columns) => (looks_identifying(&columns), nearest()),
            // The first line of a file without a heading holds a child's data.
            Kind::Unknown { found, remedy } if is_a_row(cells) => return Err(Problem { line, found, remedy }),
            Kind::Unknown { found, remedy } => match nearest() {
                None if !may_be_a_heading(&names, self.seeds) => return Err(Problem { line, found, remedy }),
                nearest => (format!("{found}; to fix it: {remedy}"), nearest),
            },
        };
        let headings = headings(&names, shape, self.seeds);
        let coded = names.iter().zip(&headings).enumerate().filter_map(|(place, (name, heading))| {
            let column = heading.of_codes()?;
            let list = self.seeds.codes.of_any_year(&shape?.name, column)?;
            Some(Coded::of(place, column, &name.compared, list))
        });
        let coded = coded.collect();
        let lacking = shape.map(|shape| Lacking::of(shape, &names).in_words()).unwrap_or_default();
        let may_have_own = of_table.as_ref().is_some_and(|heading| heading.table.may_have_own());
        let sheet = Sheet { headings, lacking, may_have_own, ..self.skipped(is).sheet };
        Ok(Open { sheet, heading: of_table, names: names.len(), coded })
    }

    /// A file of which nothing but what it is is said.
    fn skipped(&self, is: String) -> Open<'run> {
        Open { sheet: Sheet::skipped(self.found, is), heading: None, names: 0, coded: Vec::new() }
    }
}

impl Sheet {
    fn skipped(found: &FoundFile, is: String) -> Sheet {
        let (shown, headings, lacking) = (found.shown.clone(), Vec::new(), Vec::new());
        Sheet { shown, is, headings, lacking, may_have_own: false, unlisted: BTreeMap::new() }
    }
}

impl Open<'_> {
    /// A cell that goes on over lines, and so may have taken rows, though it is not free text.
    fn cell_over_lines(&self, record: Record<'_>) -> Option<usize> {
        let heading = self.heading.as_ref()?;
        record.iter().enumerate().position(|(place, cell)| spans_lines(cell) && !heading.is_free_text(place))
    }

    /// Counts the codes of a row. In one with more cells than headings no cell can be trusted to be in its column.
    fn row(&mut self, record: Record<'_>) {
        if record.iter().skip(self.names).all(|cell| trim(cell).is_empty()) {
            self.coded.iter_mut().for_each(|coded| coded.count(record));
        }
    }
}

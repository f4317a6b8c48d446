//! One file: what table it is, what each of its headings is, and its codes on no list.

use super::unlisted::{Coded, Unlisted};
use crate::fault::SystemError;
use crate::returns::files::FoundFile;
use crate::returns::heading::{Kind, looks_identifying, recognise};
use crate::returns::lacking::Lacking;
use crate::returns::names::{Name, names};
use crate::returns::source::record::Record;
use crate::returns::source::{Part, SourceFile};
use crate::seeds::Seeds;
use crate::seeds::tables::TableShape;
use crate::text::{Problem, trim};
use std::collections::BTreeMap;
use std::io;

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
    /// Codes on no list, by column.
    pub unlisted: BTreeMap<String, Unlisted>,
}

/// What a heading is.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Heading {
    /// As it is in the file.
    pub written: String,
    /// The column that it names.
    pub means: Means,
}

/// What a heading names.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Means {
    /// A column of the table.
    Column(String),
    /// A column of another table of the return.
    OfAnotherTable(String),
    /// Nothing of the return, with the column that it may mean.
    Nothing(Option<String>),
    /// Nothing of the return, and it looks identifying.
    Identifying,
}

/// Reads a file.
///
/// # Errors
/// Where it cannot be read, or its first line is the heading of no table.
pub(crate) fn read(found: &FoundFile, seeds: &Seeds) -> Result<Sheet, Problem> {
    let mut reader = Reader { found, seeds, open: None };
    let unreadable =
        |error| Problem::at_top(format!("cannot be read: {}", SystemError::from(error)), "check that you may read it");
    each_part(found, |part| reader.take(part)).map_err(unreadable)??;
    let Some(Open { mut sheet, coded, .. }) = reader.open else {
        return Err(Problem::at_top("is empty", "extract the table again"));
    };
    for Coded { column, unlisted, .. } in coded {
        sheet.unlisted.entry(column).or_default().add(&unlisted);
    }
    Ok(sheet)
}

/// Hands over the parts of a file in turn.
fn each_part(
    found: &FoundFile,
    mut take: impl FnMut(&Part<'_>) -> Result<(), Problem>,
) -> io::Result<Result<(), Problem>> {
    let mut buffer = Vec::new();
    let mut source = SourceFile::open(found, &mut buffer)?;
    while let Some(part) = source.next_part()? {
        if let Err(problem) = take(&part) {
            return Ok(Err(problem));
        }
    }
    Ok(Ok(()))
}

struct Reader<'run> {
    found: &'run FoundFile,
    seeds: &'run Seeds,
    open: Option<Open<'run>>,
}

/// A file whose heading is known.
struct Open<'run> {
    sheet: Sheet,
    names: usize,
    coded: Vec<Coded<'run>>,
}

impl<'run> Reader<'run> {
    fn take(&mut self, part: &Part<'_>) -> Result<(), Problem> {
        let mut records = part.records()?;
        let mut open = match self.open.take() {
            Some(open) => open,
            None => {
                let (line, cells) = records.heading()?;
                self.begin(line, &cells)?
            }
        };
        while let Some((_, record)) = records.next_record() {
            open.row(record);
        }
        self.open = Some(open);
        records.problem().map_or(Ok(()), Err)
    }

    fn begin(&self, line: u32, cells: &[String]) -> Result<Open<'run>, Problem> {
        let names = names(cells, self.seeds);
        let tables = &self.seeds.tables;
        let (is, shape) = match recognise(cells, self.seeds, true) {
            Kind::Skipped(name) => return Ok(self.skipped(format!("{name}, which no indicator needs"))),
            Kind::Authorities => return Ok(self.skipped("a list of authorities".to_owned())),
            Kind::Table(heading) => {
                let shape = tables.list.iter().find(|shape| shape.name == heading.table.name());
                (heading.table.name().to_owned(), shape)
            }
            Kind::Identifying(columns) => (looks_identifying(&columns), nearest(&names, self.seeds)),
            Kind::Unknown { found, remedy } => {
                let shape = nearest(&names, self.seeds);
                let may_be_one = || names.iter().any(|name| likely(name, shape, &names, self.seeds).is_some());
                // The first line of a file without a heading holds a child's data.
                if cells.iter().any(|cell| is_of_a_row(cell)) || shape.is_none() && !may_be_one() {
                    return Err(Problem { line, found, remedy });
                }
                (found, shape)
            }
        };
        let means =
            |name: &Name| Heading { written: name.shown.clone(), means: means(name, shape, &names, self.seeds) };
        let sheet = Sheet {
            headings: names.iter().filter(|name| !name.shown.is_empty()).map(means).collect(),
            lacking: shape.map(|shape| Lacking::of(shape, &names).in_words()).unwrap_or_default(),
            ..self.skipped(is).sheet
        };
        let coded = names.iter().enumerate().filter_map(|(place, name)| {
            let (shape, column) = (shape?, name.column.as_ref()?);
            let list = self.seeds.codes.of_any_year(&shape.name, column)?;
            Some(Coded::of(place, column, &name.compared, list))
        });
        Ok(Open { sheet, names: names.len(), coded: coded.collect() })
    }

    /// A file of which nothing but what it is is said.
    fn skipped(&self, is: String) -> Open<'run> {
        let (shown, headings, lacking) = (self.found.shown.clone(), Vec::new(), Vec::new());
        let sheet = Sheet { shown, is, headings, lacking, unlisted: BTreeMap::new() };
        Open { sheet, names: 0, coded: Vec::new() }
    }
}

impl Open<'_> {
    /// Counts the codes of a row. In one with more cells than headings no cell can be trusted to be in its column.
    fn row(&mut self, record: Record<'_>) {
        if record.iter().skip(self.names).all(|cell| trim(cell).is_empty()) {
            self.coded.iter_mut().for_each(|coded| coded.count(record));
        }
    }
}

fn nearest<'seeds>(names: &[Name], seeds: &'seeds Seeds) -> Option<&'seeds TableShape> {
    Lacking::of_nearest(names, &seeds.tables).map(|lacking| lacking.shape)
}

fn means(name: &Name, shape: Option<&TableShape>, names: &[Name], seeds: &Seeds) -> Means {
    let of_table =
        |column: &String| shape.is_none_or(|shape| shape.has(column)) || matches!(column.as_str(), "LA" | "YEAR");
    match &name.column {
        Some(column) if of_table(column) => Means::Column(column.clone()),
        Some(column) => Means::OfAnotherTable(column.clone()),
        None => match likely(name, shape, names, seeds) {
            None if seeds.identifying.look_like(&name.shown) => Means::Identifying,
            likely => Means::Nothing(likely.map(str::to_owned)),
        },
    }
}

/// The column that a heading may mean: one of the table, where it is known, that no other heading names.
fn likely<'seeds>(
    name: &Name,
    shape: Option<&'seeds TableShape>,
    names: &[Name],
    seeds: &'seeds Seeds,
) -> Option<&'seeds str> {
    let of_shape = |shape: &'seeds TableShape| [&shape.needed, &shape.any_of, &shape.other].into_iter().flatten();
    let columns: Vec<&str> = match shape {
        Some(shape) => of_shape(shape).map(String::as_str).chain(["LA", "YEAR"]).collect(),
        None => seeds.tables.names().collect(),
    };
    let is_free = |column: &&str| !names.iter().any(|name| name.column.as_deref() == Some(*column));
    let free: Vec<&str> = columns.into_iter().filter(is_free).collect();
    seeds.synonyms.likely(&name.shown, &free)
}

/// Whether a cell has what headings do not have and rows do: a number or a date, or what identifies.
fn is_of_a_row(cell: &str) -> bool {
    let cell = trim(cell.as_bytes());
    let number = !cell.is_empty() && cell.iter().all(|byte| byte.is_ascii_digit() || *byte == b'.');
    number || crate::day::Day::read(cell).is_some() || crate::identity::strayed(cell).is_some()
}

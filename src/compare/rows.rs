//! The rows of changed children that only one of two runs read.
//!
//! Rows are read again from the files that differ, if those have not changed since the run.

use super::inputs::{InputChange, InputKind};
use super::side::{Both, Side};
use crate::code::{ChildId, LongTexts};
use crate::day::Day;
use crate::fault::in_one_line;
use crate::identity::Guarded;
use crate::progress::Progress;
use crate::quality::ids;
use crate::read_back::report::Input;
use crate::read_back::rows::ChildRow;
use crate::returns::files::FoundFiles;
use crate::returns::table::Table;
use crate::returns::written::{Kept, WrittenRows};
use crate::returns::{Returns, read};
use crate::seeds::Seeds;
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

/// A row of a return.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Row {
    /// The authority.
    pub(crate) la_code: String,
    /// The child's id.
    pub(crate) child: String,
    /// The table.
    pub(crate) table: Table,
    /// The year in which its return ends.
    pub(crate) year: i32,
    /// The file, as given to the run.
    pub(crate) file: String,
    /// The line number in a spreadsheet.
    pub(crate) line: u32,
    /// The cells of the return's columns that are not blank, each with its column, in the file's order, without those
    /// that say whose row it is.
    pub(crate) cells: Vec<(String, Guarded)>,
}

/// Rows that only one of the runs read, and why some files could not be read again.
#[derive(Debug, Default)]
pub(crate) struct RowChanges {
    /// The rows in each run, in order of authority, child, table, year, file and line.
    pub(crate) rows: Both<Vec<Row>>,
    /// Why some files could not be compared, in words.
    pub(crate) not_compared: Vec<String>,
}

impl Row {
    /// A cell of the row; none where it is blank.
    pub(crate) fn cell(&self, column: &str) -> Option<&Guarded> {
        self.cells.iter().find(|(name, _)| name == column).map(|(_, cell)| cell)
    }
}

impl RowChanges {
    /// How many rows of each child only the earlier run read, and how many only the later.
    pub(crate) fn by_child(&self) -> BTreeMap<(&str, &str), Both<usize>> {
        let mut counts = BTreeMap::<_, Both<usize>>::new();
        for row in &self.rows.before {
            counts.entry((row.la_code.as_str(), row.child.as_str())).or_default().before += 1;
        }
        for row in &self.rows.after {
            counts.entry((row.la_code.as_str(), row.child.as_str())).or_default().after += 1;
        }
        counts
    }
}

/// Children by authority and id.
pub(crate) type Children<'run> = BTreeSet<(&'run str, &'run str)>;

/// The rows of the wanted children that only one run read.
pub(crate) fn changes(sides: &Both<Side>, inputs: &[InputChange], wanted: &Children<'_>) -> RowChanges {
    let mut changes = RowChanges::default();
    if wanted.is_empty() {
        return changes;
    }
    let read: Vec<_> = groups(inputs).into_par_iter().map(|group| group.read(sides, wanted)).collect();
    let mut ids = ids_of(sides);
    for read in read {
        match read {
            Ok(Both { before, after }) => {
                changes.rows.before.extend(before.rows);
                changes.rows.after.extend(after.rows);
                ids.extend(before.ids.into_iter().chain(after.ids));
            }
            Err(why) => changes.not_compared.extend(why),
        }
    }
    remove_shared(&mut changes.rows);
    hide_ids(&mut changes.rows, &ids);
    changes.not_compared.sort();
    changes.not_compared.dedup();
    changes
}

/// Files whose rows can only be compared together.
#[derive(Default)]
struct Group<'run> {
    files: Both<Vec<&'run Input>>,
}

/// A changed file and its partner form a group; files added or removed form one group for each table, for a row may
/// have moved to any of them.
fn groups(inputs: &[InputChange]) -> Vec<Group<'_>> {
    let mut pairs = Vec::new();
    let mut alone = BTreeMap::<&str, Group<'_>>::new();
    for input in inputs.iter().filter(|input| input.moves_figures()) {
        let Both { before, after } = &input.files;
        let table = [after, before].into_iter().flatten().find_map(|input| input.table.as_deref());
        let Some(table) = table else { continue };
        let group = match input.kind {
            InputKind::Added | InputKind::Removed => alone.entry(table).or_default(),
            InputKind::Changed | InputKind::MovedElsewhere | InputKind::Moved => {
                pairs.push(Group::default());
                let Some(last) = pairs.last_mut() else { continue };
                last
            }
        };
        group.files.before.extend(before);
        group.files.after.extend(after);
    }
    pairs.extend(alone.into_values());
    pairs
}

/// What was read of files.
#[derive(Debug, Default)]
struct ReadAgain {
    /// The rows of the wanted children.
    rows: Vec<Row>,
    /// The ids of all children.
    ids: BTreeSet<String>,
}

impl Group<'_> {
    /// What both sides read, or why some file could not be read again.
    fn read(&self, sides: &Both<Side>, wanted: &Children<'_>) -> Result<Both<ReadAgain>, Vec<String>> {
        let read = |files: &[&Input], side: &Side| -> (ReadAgain, Vec<String>) {
            let (mut all, mut problems) = (ReadAgain::default(), Vec::new());
            for input in files {
                match rows_of(side, input, wanted) {
                    Ok(read) => {
                        all.rows.extend(read.rows);
                        all.ids.extend(read.ids);
                    }
                    Err(problem) => problems.push(problem),
                }
            }
            (all, problems)
        };
        let (before, mut problems) = read(&self.files.before, &sides.before);
        let (after, more) = read(&self.files.after, &sides.after);
        problems.extend(more);
        if problems.is_empty() { Ok(Both { before, after }) } else { Err(problems) }
    }
}

/// The wanted children's rows in a file, if it has not changed since the run.
fn rows_of(side: &Side, input: &Input, wanted: &Children<'_>) -> Result<ReadAgain, String> {
    let folder = side.report.folder.display();
    if side.given.returns.is_empty() {
        return Err(format!("this version of the program does not understand the arguments of {folder}"));
    }
    let seeds = side
        .seeds
        .as_ref()
        .map_err(|error| format!("the lists of {folder} cannot be read again: {}", in_one_line(error)))?;
    let found = side.found(input);
    if !found.path.is_file() {
        return Err(format!("{} is no longer there", input.path));
    }
    let files = FoundFiles { files: vec![found], ..FoundFiles::default() };
    let returns = read(&files, seeds, side.place(seeds), Kept::ForChecks, Progress::Quiet);
    if returns.files.iter().any(|file| file.sha256 != input.sha256) {
        return Err(format!("{} has changed since {folder} was written", input.path));
    }
    let rows = returns.written.iter().flat_map(|written| of_children(written, &returns, seeds, &input.path, wanted));
    let ids = returns.written.iter().flat_map(|written| &written.rows).map(|row| row.child.text(&returns.long));
    Ok(ReadAgain { rows: rows.collect(), ids: ids.collect() })
}

/// The ids of the children that the reports are about.
fn ids_of(sides: &Both<Side>) -> BTreeSet<String> {
    let reports = [&sides.before.report, &sides.after.report];
    reports.into_iter().flat_map(|report| report.rows::<ChildRow>()).flatten().map(|row| row.child).collect()
}

/// Hides the ids of children in columns where none belongs.
fn hide_ids(rows: &mut Both<Vec<Row>>, all: &BTreeSet<String>) {
    let long = LongTexts::default();
    let cells = rows.before.iter().chain(&rows.after).flat_map(|row| &row.cells);
    let may_be = ids::may_be(cells.map(|(column, cell)| (column.as_str(), cell)), &long);
    let known = all.iter().filter_map(|id| ChildId::read(id.as_bytes(), &long)).filter(|id| may_be.contains(id));
    let known = known.collect();
    let cells = rows.before.iter_mut().chain(&mut rows.after).flat_map(|row| &mut row.cells);
    ids::hide_cells(cells.map(|(column, cell)| (column.as_str(), cell)), &known, &long);
}

fn of_children(written: &WrittenRows, returns: &Returns, seeds: &Seeds, file: &str, wanted: &Children<'_>) -> Vec<Row> {
    let mut rows = Vec::new();
    for (number, row) in written.rows.iter().enumerate() {
        let la_code = seeds.authorities.get(row.authority).code.as_str();
        let child = row.child.text(&returns.long);
        if wanted.contains(&(la_code, child.as_str())) {
            rows.push(Row {
                la_code: la_code.to_owned(),
                child,
                table: written.table,
                year: row.year,
                file: file.to_owned(),
                line: row.source.line,
                cells: cells(written, number),
            });
        }
    }
    rows
}

fn cells(written: &WrittenRows, row: usize) -> Vec<(String, Guarded)> {
    let says_whose = |column: &str| matches!(column, "CHILD" | "LA" | "YEAR");
    let cells = written.columns().iter().enumerate().map(|(place, column)| (column, written.cell(row, place)));
    let filled = cells.filter(|(column, cell)| !cell.is_empty() && !says_whose(column));
    filled.map(|(column, cell)| (column.clone(), Guarded::of(column, &plain(cell)))).collect()
}

/// A cell in which the same day is always the same text.
fn plain(cell: &str) -> String {
    Day::read(cell.as_bytes()).map_or_else(|| cell.to_owned(), |day| day.to_string())
}

/// Removes the rows that both sides have, each as often as both have it. Rows are the same if they say the same about
/// the same child in the same return, whatever their file and line.
fn remove_shared(rows: &mut Both<Vec<Row>>) {
    rows.before.sort();
    rows.after.sort();
    let (before, after) = (tally(&rows.before), tally(&rows.after));
    without(&mut rows.before, after);
    without(&mut rows.after, before);
}

/// What a row says, without its file and line.
type Content = (String, String, Table, i32, BTreeSet<(String, Guarded)>);

fn content(row: &Row) -> Content {
    (row.la_code.clone(), row.child.clone(), row.table, row.year, row.cells.iter().cloned().collect())
}

fn tally(rows: &[Row]) -> BTreeMap<Content, u64> {
    let mut times = BTreeMap::new();
    for row in rows {
        *times.entry(content(row)).or_default() += 1;
    }
    times
}

fn without(rows: &mut Vec<Row>, mut others: BTreeMap<Content, u64>) {
    rows.retain(|row| match others.get_mut(&content(row)) {
        Some(left) if *left > 0 => {
            *left -= 1;
            false
        }
        _ => true,
    });
}

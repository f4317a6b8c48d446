//! What was sent: every file with what was recognised of it, and every table of every return with what became of it.

pub mod asked;
pub mod file;
pub mod grid;
pub mod outcome;
mod recognised;
pub mod refused;
pub mod text;

use crate::quality::CleanReturns;
use crate::seeds::Seeds;
use crate::wording::counts::authorities;
use file::FileLine;
use grid::Grid;
use outcome::Became;
use refused::Refused;

/// What was sent.
#[derive(Debug, Clone, PartialEq)]
pub struct Intake {
    /// Each file or sheet, in order of path, with a line for each authority and year that it names; then what is absent.
    pub lines: Vec<FileLine>,
    /// Each authority, year and table.
    pub grid: Grid,
}

impl Intake {
    /// Of the returns that were read and cleaned.
    pub(crate) fn of(clean: &CleanReturns, seeds: &Seeds) -> Intake {
        let refused = refused::files(&clean.input.files);
        let grid = Grid::of(clean, &refused, seeds);
        let mut lines = file::lines(clean, &seeds.authorities);
        lines.extend(absent(&grid, &refused));
        Intake { lines, grid }
    }

    /// How many files and sheets there are, what is absent not counted.
    pub(crate) fn files(&self) -> usize {
        let files = self.lines.chunk_by(|one, other| one.file == other.file);
        files.filter(|lines| lines[0].became != Became::Absent).count()
    }

    /// `Returns of 12 authorities for 2009, 2010 and 2011: 84 files`.
    pub(crate) fn headline(&self) -> String {
        let years: Vec<String> = self.grid.years.iter().map(i32::to_string).collect();
        let years = match years.as_slice() {
            [first @ .., last] if !first.is_empty() => format!("{} and {last}", first.join(", ")),
            _ => years.concat(),
        };
        let files = match self.files() {
            1 => "1 file".to_owned(),
            files => format!("{files} files"),
        };
        format!("Returns of {} for {years}: {files}", authorities(self.grid.senders().count()))
    }

    /// Whether every file was read, and no table that an indicator needs is absent.
    pub(crate) fn is_whole(&self) -> bool {
        self.lines.iter().all(|line| !matches!(line.became, Became::Refused | Became::Absent))
    }
}

/// A line for each table that is absent, of which no refused file is known to be it.
fn absent<'run>(grid: &'run Grid, refused: &'run [Refused]) -> impl Iterator<Item = FileLine> + 'run {
    grid.missing().filter_map(|(row, year, table)| {
        let mut may_hold = refused.iter().filter(|file| file.may_hold(row.authority, year, table));
        let why = match may_hold.clone().next() {
            _ if may_hold.any(|file| file.table == Some(table)) => return None,
            Some(file) => format!("{}, which was refused, may hold it", file.shown),
            None if row.sent_nothing() => "the authority sent nothing".to_owned(),
            None => String::new(),
        };
        Some(FileLine::absent(&row.code, year, table, why))
    })
}

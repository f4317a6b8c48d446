//! Each authority, year and table that is asked for, and what became of it.

use super::asked;
use super::refused::Refused;
use crate::quality::CleanReturns;
use crate::returns::file::{FileReport, Outcome, PlaceRows};
use crate::returns::held::Held;
use crate::returns::place::Place;
use crate::returns::table::Table;
use crate::seeds::Seeds;
use crate::seeds::authorities::AuthorityIndex;
use crate::wording::counts::count_with_commas;
use std::collections::{BTreeMap, BTreeSet};

/// What became of a table of a return.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum State {
    /// It is there.
    Sent,
    /// It is there, but rows were rejected, a file of it was refused or cut off, or it is not decided which of two stands.
    Part,
    /// A file that was refused is it, or may be.
    Refused,
    /// Its dates fit another year.
    AnotherYears,
    /// It was not sent.
    Absent,
}

impl State {
    /// Every one.
    pub const ALL: [State; 5] = [State::Sent, State::Part, State::Refused, State::AnotherYears, State::Absent];

    /// Its mark.
    pub fn mark(self) -> &'static str {
        match self {
            State::Sent => "✓",
            State::Part => "~",
            State::Refused => "✗",
            State::AnotherYears => "≠",
            State::Absent => "–",
        }
    }

    /// What it means.
    pub(crate) fn meaning(self) -> &'static str {
        match self {
            State::Sent => "all rows can be read",
            State::Part => "rows were rejected, a file of it was refused or cut off, or two files hold it",
            State::Refused => "a file that is it, or may be, cannot be used",
            State::AnotherYears => "the dates fit another year, so it counts as not sent",
            State::Absent => "no file holds it",
        }
    }

    /// Whether the table is there, whole or in part.
    pub(crate) fn is_there(self) -> bool {
        matches!(self, State::Sent | State::Part)
    }

    /// Its name in a style.
    pub(crate) fn class(self) -> &'static str {
        if self == State::AnotherYears { "another-year" } else { self.words() }
    }

    /// In words.
    pub fn words(self) -> &'static str {
        match self {
            State::Sent => "sent",
            State::Part => "part",
            State::Refused => "refused",
            State::AnotherYears => "another year's",
            State::Absent => "absent",
        }
    }
}

/// A table of a return.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cell {
    /// What became of it.
    pub state: State,
    /// Its rows that are used.
    pub used: u64,
    /// Its rows that were rejected.
    pub rejected: u64,
}

impl Cell {
    /// Its rows: `1,204`, `3 rejected`.
    pub(crate) fn rows_in_words(&self) -> Vec<String> {
        let used = (self.used > 0).then(|| count_with_commas(self.used));
        let rejected = (self.rejected > 0).then(|| format!("{} rejected", count_with_commas(self.rejected)));
        used.into_iter().chain(rejected).collect()
    }
}

/// The tables of an authority.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AuthorityRow {
    /// The authority.
    pub authority: AuthorityIndex,
    /// Its code.
    pub code: String,
    /// Its name.
    pub name: String,
    /// The name of its region.
    pub region: String,
    /// For each year the cell of each table; none of one that is not asked for.
    pub cells: Vec<Vec<Option<Cell>>>,
}

impl AuthorityRow {
    /// Whether nothing came of it in any year.
    pub(crate) fn sent_nothing(&self) -> bool {
        self.cells.iter().flatten().flatten().all(|cell| cell.state == State::Absent)
    }
}

/// Authorities down, years and tables across.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Grid {
    /// The years in which the returns end, in order.
    pub years: Vec<i32>,
    /// The tables that indicators need.
    pub tables: Vec<Table>,
    /// The authorities that are asked for, in order of code.
    pub rows: Vec<AuthorityRow>,
}

impl Grid {
    /// Of what was read and cleaned.
    pub(crate) fn of(clean: &CleanReturns, refused: &[Refused], seeds: &Seeds) -> Grid {
        let sent = Sent::of(clean, refused);
        let tables = asked::tables(seeds);
        let years: Vec<i32> = sent.years.iter().copied().collect();
        let list = &seeds.authorities;
        let row = |authority: AuthorityIndex| {
            let is_known = |year: &i32| list.known_for_return(authority, *year);
            let of_year = |year: &i32| {
                let asked = is_known(year) || sent.returns.contains(&(authority, *year));
                tables.iter().map(|&table| sent.cell(authority, *year, table).filter(|_| asked)).collect()
            };
            let cells: Vec<Vec<Option<Cell>>> = years.iter().map(of_year).collect();
            let facts = list.get(authority);
            cells.iter().flatten().any(Option::is_some).then(|| AuthorityRow {
                authority,
                code: facts.code.clone(),
                name: facts.name.clone(),
                region: facts.region_name.clone(),
                cells,
            })
        };
        let rows = asked::authorities(&sent.senders(), list).into_iter().filter_map(row).collect();
        Grid { years, tables, rows }
    }

    /// The tables that are absent or were refused: the authority, the year and the table.
    pub(crate) fn missing(&self) -> impl Iterator<Item = (&AuthorityRow, i32, Table)> {
        let is_missing =
            |cell: &Option<Cell>| cell.is_some_and(|cell| matches!(cell.state, State::Absent | State::Refused));
        self.rows.iter().flat_map(move |row| {
            let of_years = self.years.iter().zip(&row.cells);
            of_years.flat_map(move |(&year, cells)| {
                let of_tables = self.tables.iter().zip(cells).filter(move |(_, cell)| is_missing(cell));
                of_tables.map(move |(&table, _)| (row, year, table))
            })
        })
    }

    /// How many tables there are of a state, of the authorities that sent something.
    pub fn count(&self, state: State) -> usize {
        let cells = self.senders().flat_map(|row| row.cells.iter().flatten().flatten());
        cells.filter(|cell| cell.state == state).count()
    }

    /// The authorities that sent something.
    pub fn senders(&self) -> impl Iterator<Item = &AuthorityRow> {
        self.rows.iter().filter(|row| !row.sent_nothing())
    }

    /// The authorities that sent nothing.
    pub fn silent(&self) -> impl Iterator<Item = &AuthorityRow> {
        self.rows.iter().filter(|row| row.sent_nothing())
    }
}

/// What was sent of every return.
struct Sent<'run> {
    held: BTreeMap<AuthorityIndex, &'run Held>,
    rows: BTreeMap<(AuthorityIndex, i32, Table), PlaceRows>,
    refused: &'run [Refused],
    returns: BTreeSet<(AuthorityIndex, i32)>,
    years: BTreeSet<i32>,
}

impl<'run> Sent<'run> {
    fn of(clean: &'run CleanReturns, refused: &'run [Refused]) -> Sent<'run> {
        let held = clean.authorities.iter().map(|authority| (authority.authority, &authority.held));
        let held: BTreeMap<AuthorityIndex, &Held> = held.collect();
        let years_of = |held: &Held| held.years().chain(held.of_another_year()).collect::<Vec<_>>();
        let mut returns: BTreeSet<(AuthorityIndex, i32)> = held
            .iter()
            .flat_map(|(&authority, held)| years_of(held).into_iter().map(move |year| (authority, year)))
            .collect();
        returns.extend(refused.iter().filter_map(|file| Some((file.place.authority?, file.place.year?))));
        let years = returns.iter().map(|(_, year)| *year).collect();
        Sent { held, rows: rows(&clean.input.files), refused, returns, years }
    }

    fn senders(&self) -> BTreeSet<AuthorityIndex> {
        self.returns.iter().map(|(authority, _)| *authority).collect()
    }

    /// A table of a return; none where another year's will do.
    fn cell(&self, authority: AuthorityIndex, year: i32, table: Table) -> Option<Cell> {
        let rows = self.rows.get(&(authority, year, table)).copied();
        let held = self.held.get(&authority);
        let is_there = held.is_some_and(|held| held.has(year, table));
        let may_hold = || self.refused.iter().filter(|file| file.may_hold(authority, year, table));
        let is_another_years = rows.is_some() && held.is_some_and(|held| held.dates_fit(year).is_some());
        let state = if is_another_years {
            State::AnotherYears
        } else if is_there {
            let is_disputed = held.is_some_and(|held| held.disputed(table, &(year..=year)).is_some());
            let is_refused = may_hold().any(|file| file.table == Some(table));
            let is_part = rows.is_some_and(|rows| rows.rejected > 0 || rows.cut_off) || is_disputed || is_refused;
            if is_part { State::Part } else { State::Sent }
        } else if may_hold().next().is_some() {
            State::Refused
        } else if table.of_any_return() && held.is_some_and(|held| held.has_in_any_year(table)) {
            return None;
        } else {
            State::Absent
        };
        let rows = rows.unwrap_or_default();
        Some(Cell { state, used: rows.used(), rejected: rows.rejected })
    }
}

/// The rows of every table of every return, of all files together.
fn rows(files: &[FileReport]) -> BTreeMap<(AuthorityIndex, i32, Table), PlaceRows> {
    let mut rows = BTreeMap::<_, PlaceRows>::new();
    for file in files {
        let Outcome::Read { table, .. } = file.outcome else { continue };
        for (place, of_place) in &file.by_place {
            if let Place { authority: Some(authority), year: Some(year) } = *place {
                rows.entry((authority, year, table)).or_default().add(*of_place);
            }
        }
    }
    rows
}

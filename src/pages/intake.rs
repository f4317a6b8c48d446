//! The page of what was sent: each table of each return, then each file with what was recognised of it.

use super::frame::Frame;
use super::paths::OVERVIEW;
use crate::intake::Intake;
use crate::intake::file::FileLine;
use crate::intake::grid::{AuthorityRow, Cell, Grid, State};
use crate::intake::outcome::Became;
use crate::pack::About;
use crate::wording::holder::Holder;
use askama::Template;

/// The style of this page alone.
const STYLE: &str = include_str!("../../templates/intake.css");

/// The page of what was sent.
#[derive(Debug, Template)]
#[template(path = "intake.html")]
pub(crate) struct IntakePage<'page> {
    frame: Frame<'page>,
    intake: &'page Intake,
    headline: String,
    /// How many tables there are of each state, without those of which there are none.
    counts: Vec<(State, usize)>,
    /// The authorities that sent nothing.
    silent: String,
    /// The latest year first.
    years: Vec<YearTable<'page>>,
    /// The lines of files to look at.
    to_look_at: Vec<&'page FileLine>,
    /// The lines of the others.
    others: Vec<&'page FileLine>,
}

/// The returns for one year.
#[derive(Debug)]
struct YearTable<'page> {
    year: i32,
    rows: Vec<YearRow<'page>>,
}

/// The return of one authority.
#[derive(Debug)]
struct YearRow<'page> {
    code: &'page str,
    name: &'page str,
    cells: &'page [Option<Cell>],
}

impl<'page> IntakePage<'page> {
    /// Of what was sent.
    pub fn new(about: &'page About, intake: &'page Intake) -> IntakePage<'page> {
        let grid = &intake.grid;
        let counts = State::ALL.map(|state| (state, grid.count(state)));
        let silent: Vec<String> = grid.silent().map(|row| format!("{} ({})", row.name, row.code)).collect();
        let files = intake.lines.iter().filter(|line| line.became != Became::Absent);
        let (others, to_look_at) = files.partition(|line| line.became.is_plain());
        IntakePage {
            frame: Frame::styled(about, Holder::of(grid.senders().count()), OVERVIEW, "", STYLE),
            intake,
            headline: intake.headline(),
            counts: counts.into_iter().filter(|(_, count)| *count > 0).collect(),
            silent: silent.join(", "),
            years: years(grid),
            to_look_at,
            others,
        }
    }
}

impl IntakePage<'_> {
    /// What the files are called that nothing is to be said of.
    fn others_called(&self) -> &'static str {
        if self.to_look_at.is_empty() { "All files, in order of path" } else { "Other files, in order of path" }
    }
}

/// The table of each year, without authorities that were none then.
fn years(grid: &Grid) -> Vec<YearTable<'_>> {
    let was_there = |row: &AuthorityRow, place: usize| row.cells[place].iter().any(Option::is_some);
    let of_year = |(place, &year): (usize, &i32)| {
        let there = grid.senders().filter(|of| was_there(of, place));
        let rows = there.map(|of| YearRow { code: &of.code, name: &of.name, cells: &of.cells[place] });
        YearTable { year, rows: rows.collect() }
    };
    grid.years.iter().enumerate().map(of_year).rev().collect()
}

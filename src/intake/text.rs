//! What was sent, at a terminal: the grid, in which a table is a mark, and what is missing.

use super::Intake;
use super::grid::{AuthorityRow, Cell, Grid, State};
use crate::ink::Ink;
use crate::lines::{WIDTH, hanging, indented, visible};
use crate::returns::table::Table;
use std::collections::BTreeMap;
use unicode_width::UnicodeWidthStr;

/// The most authorities that have a line each; more are counted by region.
const MANY: usize = 40;
/// The widest the names of places are.
const WIDEST_NAME: usize = 30;
/// How wide a column of marks is, and one of counts.
const MARK: usize = 3;
const COUNT: usize = 4;

/// All of it.
pub(crate) fn text(intake: &Intake, ink: Ink) -> String {
    let grid = &intake.grid;
    if grid.rows.is_empty() {
        return "No file tells of an authority's return.\n".to_owned();
    }
    let mut text = format!("{}\n\n", ink.heading(&intake.headline()));
    let by_region = grid.senders().count() > MANY;
    let (lines, width) = if by_region { (regions(grid), COUNT) } else { (places(grid, ink), MARK) };
    text.push_str(&laid_out(grid, &lines, width, by_region));
    text.push_str(&legend(grid, by_region));
    if by_region {
        let is_whole = |row: &AuthorityRow| row.cells.iter().flatten().flatten().all(|cell| cell.state == State::Sent);
        text.push_str(&by_name("Not all there: --out FILE says what", grid.senders().filter(|row| !is_whole(row))));
    }
    text.push_str(&by_name("Sent nothing", grid.silent()));
    text
}

/// A line of the grid: the name of a place, and for each year the cells, the marks already in colour.
struct Line {
    name: String,
    years: Vec<Vec<Shown>>,
}

/// What stands in a cell, and in how many columns.
struct Shown {
    text: String,
    wide: usize,
}

impl Shown {
    fn plain(text: String) -> Shown {
        Shown { wide: text.width(), text }
    }

    fn state(state: State, ink: Ink) -> Shown {
        let mark = state.mark();
        let text = match state {
            State::Sent => ink.good(mark),
            State::Absent => mark.to_owned(),
            _ => ink.bad(mark),
        };
        Shown { text, wide: mark.width() }
    }
}

fn places(grid: &Grid, ink: Ink) -> Vec<Line> {
    let shown = |cell: &Option<Cell>| cell.map_or(Shown::plain(String::new()), |cell| Shown::state(cell.state, ink));
    let line = |row: &AuthorityRow| Line {
        name: format!("{} {}", row.code, row.name),
        years: row.cells.iter().map(|cells| cells.iter().map(shown).collect()).collect(),
    };
    grid.senders().map(line).collect()
}

/// Each region with how many authorities are asked for and how many sent each table, in part or whole.
fn regions(grid: &Grid) -> Vec<Line> {
    let mut regions = BTreeMap::<&str, Vec<&AuthorityRow>>::new();
    for row in &grid.rows {
        regions.entry(&row.region).or_default().push(row);
    }
    let of_year = |rows: &[&AuthorityRow], year: usize| {
        let count =
            |is: &dyn Fn(&AuthorityRow) -> bool| Shown::plain(rows.iter().filter(|row| is(row)).count().to_string());
        let is_asked = |row: &AuthorityRow| row.cells[year].iter().any(Option::is_some);
        let is_there = |cell: Option<Cell>| cell.is_none_or(|cell| cell.state.is_there());
        let sent = (0..grid.tables.len()).map(|table| count(&|row| is_asked(row) && is_there(row.cells[year][table])));
        std::iter::once(count(&is_asked)).chain(sent).collect()
    };
    let line = |(name, rows): (&str, Vec<&AuthorityRow>)| Line {
        name: name.to_owned(),
        years: (0..grid.years.len()).map(|year| of_year(&rows, year)).collect(),
    };
    regions.into_iter().map(line).collect()
}

/// The lines below their headings, as many years beside one another as fit.
fn laid_out(grid: &Grid, lines: &[Line], width: usize, with_asked: bool) -> String {
    let longest = lines.iter().map(|line| visible(&line.name).width()).max().unwrap_or_default();
    let name_wide = longest.min(WIDEST_NAME) + 1;
    let mut heads: Vec<&str> = grid.tables.iter().map(|&table| short(table)).collect();
    if with_asked {
        heads.insert(0, "of");
    }
    let year_wide = heads.len() * width + 1;
    let beside = ((WIDTH - name_wide) / year_wide).max(1);
    let mut text = String::new();
    for from in (0..grid.years.len()).step_by(beside) {
        let to = (from + beside).min(grid.years.len());
        let years = grid.years[from..to].iter().map(|year| padded(&Shown::plain(year.to_string()), year_wide));
        text.push_str(&ended(format!("{}{}", " ".repeat(name_wide), years.collect::<String>())));
        let head: String = heads.iter().map(|&head| padded(&Shown::plain(head.to_owned()), width)).collect();
        text.push_str(&ended(format!("{}{}", " ".repeat(name_wide), format!("{head} ").repeat(to - from))));
        for line in lines {
            let cells = line.years[from..to]
                .iter()
                .map(|cells| format!("{} ", cells.iter().map(|cell| padded(cell, width)).collect::<String>()));
            let name = cut(&visible(&line.name), name_wide - 1);
            text.push_str(&ended(padded(&Shown::plain(name), name_wide) + &cells.collect::<String>()));
        }
        text.push('\n');
    }
    text
}

/// What marks and headings mean; the marks that are there alone.
fn legend(grid: &Grid, by_region: bool) -> String {
    let there = || State::ALL.into_iter().filter(|&state| grid.count(state) > 0);
    let marks = if by_region {
        "of: authorities asked for; below each table, how many sent it, in whole or in part, or another year's where that will do".to_owned()
    } else {
        there().map(|state| format!("{} {}", state.mark(), state.words())).collect::<Vec<_>>().join(", ")
    };
    let heads: Vec<String> = grid.tables.iter().map(|&table| format!("{} {table}", short(table))).collect();
    let counts: Vec<String> = there().map(|state| format!("{} {}", grid.count(state), state.words())).collect();
    [marks, heads.join(", "), format!("Tables: {}", counts.join(", "))].iter().map(|line| indented(line, 0)).collect()
}

/// Authorities by name under a heading, a paragraph for each region; blank where there are none.
fn by_name<'grid>(heading: &str, rows: impl Iterator<Item = &'grid AuthorityRow>) -> String {
    let mut regions = BTreeMap::<&str, Vec<String>>::new();
    for row in rows {
        regions.entry(&row.region).or_default().push(format!("{} ({})", row.name, row.code));
    }
    let paragraph = |(region, names): (&str, Vec<String>)| hanging("", &format!("{region}: {}", names.join(", ")), 2);
    let paragraphs: String = regions.into_iter().map(paragraph).collect();
    if paragraphs.is_empty() { paragraphs } else { format!("\n{heading}\n{paragraphs}") }
}

/// A table's heading over its marks.
fn short(table: Table) -> &'static str {
    match table {
        Table::Header => "he",
        Table::Episodes => "ep",
        Table::Reviews => "re",
        Table::Oc2 => "o2",
        Table::Oc3 => "o3",
        Table::Ad1 => "ad",
        Table::Attainment => "at",
        Table::PlacedAdoption => "pl",
        Table::Uasc => "ua",
        Table::Missing => "mi",
    }
}

fn padded(shown: &Shown, width: usize) -> String {
    format!("{}{}", shown.text, " ".repeat(width.saturating_sub(shown.wide)))
}

/// A name in so many columns, cut where it is longer.
fn cut(name: &str, width: usize) -> String {
    if name.width() <= width {
        return name.to_owned();
    }
    let mut kept = String::new();
    for character in name.chars() {
        if kept.width() + character.to_string().width() >= width {
            break;
        }
        kept.push(character);
    }
    kept + "…"
}

/// A line without spaces at its end.
fn ended(line: String) -> String {
    format!("{}\n", line.trim_end())
}

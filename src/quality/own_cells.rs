//! What stands beside children in columns of the user's choice: the team, the district.

use super::authority::CleanAuthority;
use crate::code::ChildId;
use crate::day::Day;
use crate::identity::shown;
use crate::returns::finding::Source;
use crate::returns::notice::{Bearing, Notice};
use crate::returns::table::Table;
use crate::returns::written::WrittenRows;
use crate::seeds::authorities::AuthorityIndex;
use crate::seeds::own_columns::OwnColumns;
use std::collections::{BTreeSet, HashMap};

/// The kinds of notices about the columns.
pub(super) const OWN_COLUMN_ABSENT: &str = "own_column_absent";
pub(super) const OWN_COLUMN_OF_MANY: &str = "own_column_of_many";

/// The most texts of a column by which figures are broken down: a column of more, such as of remarks, puts nobody into a group.
const MOST_GROUPS: usize = 500;

/// The cells of the columns of the user's choice, as they may be shown.
#[derive(Debug, Default)]
pub struct OwnCells {
    columns: Vec<String>,
    /// Whether any table has each of them.
    found: Vec<bool>,
    /// By row of the episodes, column by column.
    of_episodes: HashMap<Source, Vec<String>>,
    /// By child, column by column, each with the row of a header that has it.
    of_headers: HashMap<(AuthorityIndex, ChildId), Vec<Option<Held>>>,
}

/// A cell of a header, and the return and row that have it.
#[derive(Debug)]
struct Held {
    year: i32,
    row: Source,
    text: String,
}

impl OwnCells {
    /// The cells among rows that were kept.
    pub(crate) fn of(written: &[WrittenRows], own_columns: &OwnColumns) -> OwnCells {
        let columns = own_columns.names().to_vec();
        let mut cells = OwnCells { found: vec![false; columns.len()], columns, ..OwnCells::default() };
        for rows in written {
            let places: Vec<Option<usize>> =
                own_columns.names().iter().map(|name| place(rows, name, own_columns)).collect();
            cells.found.iter_mut().zip(&places).for_each(|(found, place)| *found |= place.is_some());
            match rows.table {
                Table::Episodes => cells.take_episodes(rows, &places),
                Table::Header => cells.take_headers(rows, &places),
                _ => {}
            }
        }
        cells
    }

    fn take_episodes(&mut self, rows: &WrittenRows, places: &[Option<usize>]) {
        for (number, row) in rows.rows.iter().enumerate() {
            self.of_episodes.insert(row.source, texts(rows, number, places));
        }
    }

    /// Of the rows of a child, the latest return's last that has something in the column counts.
    fn take_headers(&mut self, rows: &WrittenRows, places: &[Option<usize>]) {
        for (number, row) in rows.rows.iter().enumerate() {
            let of_child = self.of_headers.entry((row.authority, row.child)).or_default();
            of_child.resize_with(places.len(), || None);
            for (held, text) in of_child.iter_mut().zip(texts(rows, number, places)) {
                let is_later = held.as_ref().is_none_or(|held| (held.year, held.row) <= (row.year, row.source));
                if !text.is_empty() && is_later {
                    *held = Some(Held { year: row.year, row: row.source, text });
                }
            }
        }
    }

    /// What is to be said of the columns: that no table has one, or that one has too many texts to group children by.
    pub(crate) fn notices(&self) -> Vec<Notice> {
        let absent = self.columns.iter().zip(&self.found).filter(|(_, found)| !**found);
        let words = |column| {
            format!(
                "the column {column} is in no header and no episodes of these returns: it stands blank beside children"
            )
        };
        let absent = absent.map(|(column, _)| Notice {
            kind: OWN_COLUMN_ABSENT,
            bearing: Bearing::Reading,
            words: words(column),
        });
        let many = self.columns.iter().enumerate().filter(|(place, _)| self.groups(*place).is_none());
        let many = many.map(|(_, column)| Notice {
            kind: OWN_COLUMN_OF_MANY,
            bearing: Bearing::Reading,
            words: format!(
                "the column {column} has more than {MOST_GROUPS} different texts: figures are not broken down by it"
            ),
        });
        absent.chain(many).collect()
    }

    /// Whether any table has a column, by its place among them.
    pub(crate) fn is_found(&self, place: usize) -> bool {
        self.found.get(place).copied().unwrap_or_default()
    }

    /// The names of the columns.
    pub(crate) fn columns(&self) -> &[String] {
        &self.columns
    }

    /// Every text of a column, in order; none where there are too many to group children by.
    pub(crate) fn groups(&self, column: usize) -> Option<BTreeSet<&str>> {
        let of_episodes = self.of_episodes.values().filter_map(|cells| cells.get(column)).map(String::as_str);
        let of_headers = self.of_headers.values().filter_map(|cells| Some(cells.get(column)?.as_ref()?.text.as_str()));
        let texts: BTreeSet<&str> = of_episodes.chain(of_headers).collect();
        (texts.len() <= MOST_GROUPS).then_some(texts)
    }

    /// The cells of a child on a day, column by column: that of the last episode begun by the day that has one, else that of
    /// the latest header; blank where neither has.
    pub(crate) fn of_child(&self, clean: &CleanAuthority, child: u32, day: Day) -> Vec<&str> {
        let episodes = clean.episodes.of(child as usize);
        let begun = &episodes[..episodes.partition_point(|row| row.episode.decom <= day)];
        let id = clean.children[child as usize].id;
        let of_header = self.of_headers.get(&(clean.authority, id));
        let cell = |column: usize| {
            let of_episode = begun.iter().rev().filter_map(|row| self.of_episodes.get(&row.source)?.get(column));
            let first = of_episode.map(String::as_str).find(|text| !text.is_empty());
            let held = || of_header?.get(column)?.as_ref().map(|held| held.text.as_str());
            first.or_else(held).unwrap_or_default()
        };
        (0..self.columns.len()).map(cell).collect()
    }
}

/// Where rows have a column of the user's choice.
fn place(rows: &WrittenRows, name: &str, own_columns: &OwnColumns) -> Option<usize> {
    let wanted = own_columns.place(name);
    rows.columns().iter().position(|column| own_columns.place(column) == wanted)
}

/// The cells of a row, as they may be shown.
fn texts(rows: &WrittenRows, number: usize, places: &[Option<usize>]) -> Vec<String> {
    let text = |place: &Option<usize>| place.map(|place| shown(&rows.columns()[place], rows.cell(number, place)));
    places.iter().map(|place| text(place).unwrap_or_default()).collect()
}

//! A cell that was looked at holds a code on no list of the return's year: every answer that some listed code of the
//! column would give.

use super::ask::{Asker, Clue};
use super::cause::{Cause, Ground};
use super::otherwise::Child;
use crate::care::ChildHistory;
use crate::code::Code;
use crate::day::Day;
use crate::indicators::witness::Sight;
use crate::returns::finding::Source;
use crate::returns::suspect::{Coded, Suspect, Suspicion};
use crate::returns::table::Table;
use crate::returns::tables::attainment::{ExamResult, Subject};
use crate::returns::tables::episodes::Episode;
use crate::returns::tables::oc3::Oc3;
use crate::returns::tables::row::Row;
use std::collections::BTreeMap;

/// The most ways of reading several cells of a child together that are tried: enough for any two of them.
const MOST_TRIED: usize = 256;

/// A cell of the episodes: the place of its row among the child's, and its column.
#[derive(Clone, Copy)]
struct Cell {
    row: usize,
    column: Coded,
    source: Source,
}

/// Reads the cells of a child that hold such codes as every listed code in turn.
pub(crate) fn ask(child: &Child<'_>, suspects: &[Suspect], asker: &mut Asker<'_, '_>) {
    let mut cells = Vec::new();
    for suspect in suspects {
        let Suspicion::Code(column) = suspect.what else { continue };
        match column {
            Coded::InTouch | Coded::Activity | Coded::Accommodation => {}
            Coded::Result(subject) => of_results(child, suspect, subject, asker),
            _ => {
                cells.extend(child.row_at(suspect.source).map(|row| Cell { row, column, source: suspect.source }));
            }
        }
    }
    of_episodes(child, &cells, asker);
    of_leavers(child, suspects, asker);
}

fn clue(column: Coded, source: Source) -> Clue {
    Clue { ground: Ground::new(Cause::CodeUnknown, column.name()), source: Some(source) }
}

/// A way to read some cells: the place of each one's row, its column, and the code.
type Reading = Vec<(usize, Coded, Code)>;

fn of_episodes(child: &Child<'_>, cells: &[Cell], asker: &mut Asker<'_, '_>) {
    if !asker.is_open(Sight::Episodes, Cause::CodeUnknown) {
        return;
    }
    for cell in cells {
        for code in listed(child, cell.column) {
            let mut rows = child.rows.to_vec();
            put(&mut rows[cell.row].cells, cell.column, code);
            child.with_rows(&rows, |child| asker.again(child, Sight::Episodes, &[clue(cell.column, cell.source)]));
        }
    }
    if cells.len() < 2 {
        return;
    }
    let clues: Vec<Clue> = cells.iter().map(|cell| clue(cell.column, cell.source)).collect();
    let mut read_as = |rows: &[Row<Episode>]| {
        child.with_rows(rows, |child| asker.again(child, Sight::Episodes, &clues));
    };
    let columns = by_column(child, cells);
    let each: Vec<Vec<Reading>> = columns.iter().flat_map(|of_column| of_column.each_episode()).collect();
    if try_together(child, &each, &mut read_as) {
        return;
    }
    let in_turn: Vec<Vec<Reading>> = columns.iter().map(OfColumn::two_in_turn).collect();
    if !try_together(child, &in_turn, &mut read_as) {
        in_turn.chunks(1).for_each(|alone| {
            try_together(child, alone, &mut read_as);
        });
    }
}

/// The cells of one column: for each episode, by DECOM, the places of the rows that tell of it; and what they may hold.
struct OfColumn {
    column: Coded,
    episodes: BTreeMap<Day, Vec<usize>>,
    codes: Vec<Code>,
}

fn by_column(child: &Child<'_>, cells: &[Cell]) -> Vec<OfColumn> {
    let mut columns = BTreeMap::<Coded, BTreeMap<Day, Vec<usize>>>::new();
    for cell in cells {
        let episodes = columns.entry(cell.column).or_default();
        episodes.entry(child.rows[cell.row].cells.decom).or_default().push(cell.row);
    }
    let of_column = |(column, episodes)| OfColumn { column, episodes, codes: listed(child, column) };
    columns.into_iter().map(of_column).collect()
}

impl OfColumn {
    fn reading(&self, rows: &[usize], code: Code) -> Reading {
        rows.iter().map(|&row| (row, self.column, code)).collect()
    }

    /// The readings of each episode by itself.
    fn each_episode(&self) -> impl Iterator<Item = Vec<Reading>> {
        self.episodes.values().map(|rows| self.codes.iter().map(|&code| self.reading(rows, code)).collect())
    }

    /// The readings of all its episodes, alike or with two codes in turn, those alike first.
    fn two_in_turn(&self) -> Vec<Reading> {
        let alike = self.codes.iter().map(|&code| [code, code]);
        let pairs = self.codes.iter().flat_map(|&one| self.codes.iter().map(move |&other| [one, other]));
        let all = alike.chain(pairs.filter(|[one, other]| self.episodes.len() > 1 && one != other));
        let in_turn = |codes: [Code; 2]| {
            let episodes = self.episodes.values().enumerate();
            episodes.flat_map(|(place, rows)| self.reading(rows, codes[place % 2])).collect()
        };
        all.take(MOST_TRIED).map(in_turn).collect()
    }
}

/// Tries every choice of one reading for each of several, unless there are too many; whether they were tried.
fn try_together(child: &Child<'_>, each: &[Vec<Reading>], read_as: &mut impl FnMut(&[Row<Episode>])) -> bool {
    let ways = each.iter().try_fold(1_usize, |ways, readings| ways.checked_mul(readings.len()));
    let ways = ways.filter(|ways| *ways <= MOST_TRIED);
    for way in 0..ways.unwrap_or_default() {
        let (mut rows, mut rest) = (child.rows.to_vec(), way);
        for readings in each {
            for &(row, column, code) in &readings[rest % readings.len()] {
                put(&mut rows[row].cells, column, code);
            }
            rest /= readings.len();
        }
        read_as(&rows);
    }
    ways.is_some()
}

/// The listed codes of a column of episodes that can make a difference: one of each role, and those that the child's
/// other rows hold.
fn listed(child: &Child<'_>, column: Coded) -> Vec<Code> {
    let mut codes = child.setting.seeds.codes.of_each_role(Table::Episodes.name(), column.name()).to_vec();
    if matches!(column, Coded::Place | Coded::Provider) {
        codes.extend(child.rows.iter().map(|row| get(&row.cells, column)));
        codes.sort_unstable();
        codes.dedup();
    }
    codes
}

fn get(episode: &Episode, column: Coded) -> Code {
    match column {
        Coded::Provider => episode.provider,
        _ => episode.place,
    }
}

fn put(episode: &mut Episode, column: Coded, code: Code) {
    match column {
        Coded::ReasonStarted => episode.reason_started = code,
        Coded::LegalStatus => episode.legal_status = code,
        Coded::Place => episode.place = code,
        Coded::Provider => episode.provider = code,
        Coded::ReasonEnded => episode.reason_ended = code,
        Coded::InTouch | Coded::Activity | Coded::Accommodation | Coded::Result(_) => {}
    }
}

/// The cells of one OC3 row, together.
fn of_leavers(child: &Child<'_>, suspects: &[Suspect], asker: &mut Asker<'_, '_>) {
    let lists = &child.setting.seeds.codes;
    for (place, &(year, row)) in child.history.oc3.iter().enumerate() {
        let of_row = suspects.iter().filter(|suspect| suspect.year == year);
        let cells: Vec<(Coded, Source)> = of_row
            .filter_map(|suspect| match suspect.what {
                Suspicion::Code(column @ (Coded::InTouch | Coded::Activity | Coded::Accommodation)) => {
                    Some((column, suspect.source))
                }
                _ => None,
            })
            .collect();
        let mut readings = vec![row];
        for (column, _) in &cells {
            let codes = lists.of_each_role(Table::Oc3.name(), column.name());
            readings =
                readings.iter().flat_map(|row| codes.iter().map(|&code| with_code(*row, *column, code))).collect();
        }
        for read in readings {
            let mut oc3 = child.history.oc3.to_vec();
            oc3[place].1 = read;
            let clues: Vec<Clue> = cells.iter().map(|(column, source)| clue(*column, *source)).collect();
            asker.again(&child.with(ChildHistory { oc3: &oc3, ..child.history }), Sight::Leaver, &clues);
        }
    }
}

fn with_code(row: Oc3, column: Coded, code: Code) -> Oc3 {
    match column {
        Coded::InTouch => Oc3 { in_touch: code, ..row },
        Coded::Activity => Oc3 { activity: code, ..row },
        _ => Oc3 { accommodation: code, ..row },
    }
}

/// A result that is no level: as one that passes, and as one that does not.
fn of_results(child: &Child<'_>, suspect: &Suspect, subject: Subject, asker: &mut Asker<'_, '_>) {
    let exam_year = child.setting.timeframe.school_cohort_day.year();
    let Some(place) = child.history.results.iter().position(|results| results.exam_year == exam_year) else {
        return;
    };
    for number in 0..=9 {
        let mut results = child.history.results.to_vec();
        results[place].results[subject as usize] = Some(ExamResult::Number(number));
        let clue = clue(Coded::Result(subject), suspect.source);
        asker.again(&child.with(ChildHistory { results: &results, ..child.history }), Sight::Results, &[clue]);
    }
}

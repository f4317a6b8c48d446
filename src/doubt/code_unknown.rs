//! A cell that was looked at holds a code on no list of the return's year: every answer that some listed code of the
//! column would give.

use super::ask::{Asker, Clue};
use super::cause::{Cause, Ground};
use super::otherwise::Child;
use crate::care::ChildHistory;
use crate::code::Code;
use crate::indicators::witness::Sight;
use crate::returns::finding::Source;
use crate::returns::suspect::{Coded, Suspect, Suspicion};
use crate::returns::table::Table;
use crate::returns::tables::attainment::{ExamResult, Subject};
use crate::returns::tables::episodes::Episode;
use crate::returns::tables::oc3::Oc3;
use crate::returns::tables::row::Row;

/// The most ways of reading several cells of a child together that are tried; beyond them cells of one column are read
/// alike.
const MOST_TRIED: usize = 64;

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

fn of_episodes(child: &Child<'_>, cells: &[Cell], asker: &mut Asker<'_, '_>) {
    let readings: Vec<Vec<Code>> = cells.iter().map(|cell| listed(child, cell.column)).collect();
    let ways = readings.iter().try_fold(1_usize, |ways, codes| ways.checked_mul(codes.len()));
    let together = ways.is_some_and(|ways| ways <= MOST_TRIED);
    for (cell, codes) in cells.iter().zip(&readings) {
        for &code in codes {
            let mut rows = child.rows.to_vec();
            put(&mut rows[cell.row].cells, cell.column, code);
            child.with_rows(&rows, |history| asker.again(history, Sight::Episodes, clue(cell.column, cell.source)));
        }
    }
    if cells.len() < 2 {
        return;
    }
    let mut read_as = |rows: &[Row<Episode>]| {
        child.with_rows(rows, |history| {
            cells.iter().for_each(|cell| asker.again(history, Sight::Episodes, clue(cell.column, cell.source)));
        });
    };
    if together {
        for way in 0..ways.unwrap_or_default() {
            let (mut rows, mut rest) = (child.rows.to_vec(), way);
            for (cell, codes) in cells.iter().zip(&readings) {
                put(&mut rows[cell.row].cells, cell.column, codes[rest % codes.len()]);
                rest /= codes.len();
            }
            read_as(&rows);
        }
        return;
    }
    for (column, codes) in cells.iter().map(|cell| cell.column).zip(&readings) {
        for &code in codes {
            let mut rows = child.rows.to_vec();
            let alike = cells.iter().filter(|cell| cell.column == column);
            alike.for_each(|cell| put(&mut rows[cell.row].cells, column, code));
            read_as(&rows);
        }
    }
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
            let history = ChildHistory { oc3: &oc3, ..child.history };
            cells.iter().for_each(|(column, source)| asker.again(&history, Sight::Leaver, clue(*column, *source)));
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
        let history = ChildHistory { results: &results, ..child.history };
        asker.again(&history, Sight::Results, clue(Coded::Result(subject), suspect.source));
    }
}

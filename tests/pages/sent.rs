//! What two authorities sent, by hand.

use crate::packs::crowded::LONG_NAME;
use stocktake::intake::Intake;
use stocktake::intake::file::FileLine;
use stocktake::intake::grid::{AuthorityRow, Cell, Grid, State};
use stocktake::intake::outcome::Became;
use stocktake::returns::file::PlaceRows;
use stocktake::returns::table::Table;
use stocktake::seeds::authorities::AuthorityIndex;

/// One authority with a table of each state, one that sent nothing, and files of theirs.
pub fn of_two() -> Intake {
    let cell = |state, used, rejected| Some(Cell { state, used, rejected });
    let row = |index, code: &str, name: &str, cells| AuthorityRow {
        authority: AuthorityIndex(index),
        code: code.to_owned(),
        name: name.to_owned(),
        region: "South West".to_owned(),
        cells: vec![cells],
    };
    let states = [
        cell(State::Sent, 1_204, 0),
        cell(State::Part, 97, 3),
        cell(State::Refused, 0, 0),
        cell(State::AnotherYears, 0, 0),
        cell(State::Absent, 0, 0),
        None,
    ];
    let tables = [Table::Header, Table::Episodes, Table::Reviews, Table::Oc2, Table::Oc3, Table::Ad1].to_vec();
    let rows =
        vec![row(0, "839", LONG_NAME, states.to_vec()), row(1, "938", "Elm", [cell(State::Absent, 0, 0); 6].to_vec())];
    let read = FileLine {
        file: "returns/839/2011/episodes <final>.csv".to_owned(),
        kind: "csv",
        encoding: "windows-1252",
        delimiter: "comma",
        titles: Some(0),
        table: "episodes".to_owned(),
        la_code: "839".to_owned(),
        year: Some(2011),
        rows: Some(PlaceRows { rows: 100, rejected: 3, ..PlaceRows::default() }),
        became: Became::Read,
        recognised: "windows-1252; DECOM: month first".to_owned(),
    };
    let refused = FileLine {
        file: "returns/839/2011/reviews.csv".to_owned(),
        table: String::new(),
        titles: None,
        rows: None,
        became: Became::Refused,
        recognised: "line 1: is empty; to fix it: extract the table again".to_owned(),
        ..read.clone()
    };
    let absent = FileLine { file: String::new(), rows: None, became: Became::Absent, ..refused.clone() };
    Intake { lines: vec![read, refused, absent], grid: Grid { years: vec![2011], tables, rows } }
}

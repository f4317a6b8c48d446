//! restricted/watchlist.csv: the children to whom something can still happen that moves them across a line.

use crate::code::LongTexts;
use crate::day::Day;
use crate::forecast::Forecast;
use crate::forecast::watch_list::WatchRow;
use crate::output::rows::Rows;
use crate::quality::CleanReturns;
use crate::seeds::authorities::Authorities;
use std::io::{self, Write};

/// The columns, one row a child and indicator. `days` are those from the day up to which things are known to `by`, below
/// zero where it is past. The columns of the user's choice follow.
const COLUMNS: [&str; 7] = ["la_code", "indicator", "child", "state", "by", "days", "flags"];

/// Writes the table.
///
/// # Errors
/// Where the file cannot be written.
pub fn write(
    forecast: &Forecast,
    clean: &CleanReturns,
    authorities: &Authorities,
    file: &mut dyn Write,
) -> io::Result<()> {
    let mut rows = Rows::of(file);
    let own = &clean.own_cells;
    rows.write_record(COLUMNS.into_iter().chain(own.columns().iter().map(String::as_str)))?;
    for of_authority in forecast.watch_list.chunk_by(|one, other| one.authority == other.authority) {
        let authority = of_authority[0].authority;
        let Some(children) = clean.authorities.iter().find(|clean| clean.authority == authority) else { continue };
        let code = authorities.get(authority).code.as_str();
        for row in of_authority {
            let id = children.children[row.child as usize].id.text(&clean.long);
            let known = forecast.timeframe.known;
            let cells = cells(row, code, id, known, &clean.long);
            let beside = own.of_child(children, row.child, known);
            rows.write_record(cells.iter().map(String::as_str).chain(beside))?;
        }
    }
    rows.flush()
}

fn cells(row: &WatchRow, code: &str, id: String, known: Day, long: &LongTexts) -> [String; COLUMNS.len()] {
    [
        code.to_owned(),
        row.indicator.to_string(),
        id,
        row.state.name().to_owned(),
        row.by.map(|by| by.to_string()).unwrap_or_default(),
        row.by.map(|by| by.days_since(known).to_string()).unwrap_or_default(),
        row.flags.text(long),
    ]
}

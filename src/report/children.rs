//! restricted/children.csv: one row per child considered and indicator.

use crate::code::LongTexts;
use crate::indicators::Outcomes;
use crate::indicators::outcome::{Decision, Flags, Reason};
use crate::quality::CleanReturns;
use crate::seeds::authorities::Authorities;
use std::io::{self, Write};

/// The columns, one row per authority, indicator and child considered, in that order.
const COLUMNS: [&str; 8] =
    ["la_code", "indicator", "child", "in_denominator", "in_numerator", "score", "reason", "flags"];

/// Writes the table. There are a few hundred thousand rows, and everything but the ids is the program's own words, so ids
/// are quoted once, where they need it, and rows are joined by hand.
///
/// # Errors
/// Where the file cannot be written.
pub fn write(
    outcomes: &Outcomes,
    clean: &CleanReturns,
    authorities: &Authorities,
    file: &mut dyn Write,
) -> io::Result<()> {
    writeln!(file, "{}", COLUMNS.join(","))?;
    let mut cleaned = clean.authorities.iter();
    let mut rows = Vec::new();
    for of_authority in &outcomes.authorities {
        let Some(children) = cleaned.find(|clean| clean.authority == of_authority.authority) else {
            continue;
        };
        let code = authorities.get(of_authority.authority).code.as_str();
        let ids = children.children.iter().map(|child| quoted(&child.id.text(&clean.long)));
        let ids: Vec<String> = ids.collect::<io::Result<_>>()?;
        for outcomes in of_authority.indicators.iter().flatten() {
            let start = format!("{code},{},", outcomes.indicator);
            for (child, decision) in &outcomes.decisions {
                rows.extend_from_slice(start.as_bytes());
                rows.extend_from_slice(ids.get(*child as usize).map_or(&b""[..], String::as_bytes));
                push_decision(decision, &clean.long, &mut rows)?;
            }
            file.write_all(&rows)?;
            rows.clear();
        }
    }
    Ok(())
}

/// The cells after the child's id, and the line's end.
fn push_decision(decision: &Decision, long: &LongTexts, row: &mut Vec<u8>) -> io::Result<()> {
    row.extend_from_slice(match (decision.in_denominator(), decision.in_numerator()) {
        (true, true) => b",1,1,",
        (true, false) => b",1,0,",
        (false, _) => b",0,0,",
    });
    if let Some(score) = decision.score() {
        write!(row, "{score}")?;
    }
    row.push(b',');
    row.extend_from_slice(decision.reason().map_or("", Reason::name).as_bytes());
    row.push(b',');
    if decision.flags != Flags::NONE {
        row.extend_from_slice(quoted(&decision.flags.text(long))?.as_bytes());
    }
    row.push(b'\n');
    Ok(())
}

/// A cell of a CSV file, in quotes where it needs them.
fn quoted(cell: &str) -> io::Result<String> {
    if cell.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-' | b';' | b'.' | b'/')) {
        return Ok(cell.to_owned());
    }
    let mut writer = csv::WriterBuilder::new().from_writer(Vec::new());
    writer.write_record([cell])?;
    let row = writer.into_inner().map_err(|error| io::Error::other(error.to_string()))?;
    Ok(String::from_utf8_lossy(row.trim_ascii_end()).into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_put_in_quotes_where_they_need_them() {
        for (id, cell) in [("123_351", "123_351"), ("A,1", "\"A,1\""), ("A\"1", "\"A\"\"1\""), ("A 1", "A 1")] {
            assert_eq!(quoted(id).unwrap(), cell);
        }
    }
}

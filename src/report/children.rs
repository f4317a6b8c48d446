//! restricted/children.csv: one row per child considered and indicator, and per child that a doubt could bring in.

use crate::code::LongTexts;
use crate::doubt::Doubts;
use crate::doubt::ask::DoubtfulAnswer;
use crate::indicators::Outcomes;
use crate::indicators::outcome::{Decision, Flags, Reason};
use crate::output::rows::Rows;
use crate::quality::CleanReturns;
use crate::seeds::authorities::Authorities;
use std::io::{self, Write};

/// The columns, one row per authority, indicator and child considered, in that order.
const COLUMNS: [&str; 9] =
    ["la_code", "indicator", "child", "in_denominator", "in_numerator", "score", "reason", "flags", "doubt"];

/// Writes the table. There are a few hundred thousand rows, and everything but the ids is the program's own words, so ids
/// are quoted once, where they need it, and rows are joined by hand.
///
/// # Errors
/// Where the file cannot be written.
pub fn write(
    outcomes: &Outcomes,
    doubts: &Doubts,
    clean: &CleanReturns,
    authorities: &Authorities,
    file: &mut dyn Write,
) -> io::Result<()> {
    writeln!(file, "{}", COLUMNS.join(","))?;
    let mut cleaned = clean.authorities.iter();
    let mut rows = Vec::new();
    for (of_authority, doubts) in outcomes.authorities.iter().zip(&doubts.authorities) {
        let Some(children) = cleaned.find(|clean| clean.authority == of_authority.authority) else {
            continue;
        };
        let code = authorities.get(of_authority.authority).code.as_str();
        let ids = children.children.iter().map(|child| quoted(&child.id.text(&clean.long)));
        let ids: Vec<String> = ids.collect::<io::Result<_>>()?;
        for (outcomes, doubtful) in of_authority.indicators.iter().zip(&doubts.indicators) {
            let Ok(outcomes) = outcomes else { continue };
            let start = format!("{code},{},", outcomes.indicator);
            for (child, decision, doubt) in together(&outcomes.decisions, doubtful) {
                rows.extend_from_slice(start.as_bytes());
                rows.extend_from_slice(ids.get(child as usize).map_or(&b""[..], String::as_bytes));
                match decision {
                    Some(decision) => push_decision(decision, &clean.long, &mut rows)?,
                    None => rows.extend_from_slice(b",0,0,,,"),
                }
                push_doubt(doubt, &mut rows);
            }
            file.write_all(&rows)?;
            rows.clear();
        }
    }
    Ok(())
}

/// The children decided about and those that are doubtful, in order of id.
fn together<'run>(
    decisions: &'run [(u32, Decision)],
    doubtful: &'run [(u32, DoubtfulAnswer)],
) -> impl Iterator<Item = (u32, Option<&'run Decision>, Option<&'run DoubtfulAnswer>)> {
    let (mut decisions, mut doubtful) = (decisions.iter().peekable(), doubtful.iter().peekable());
    std::iter::from_fn(move || {
        let next = [decisions.peek().map(|(child, _)| *child), doubtful.peek().map(|(child, _)| *child)];
        let child = next.into_iter().flatten().min()?;
        let decision = decisions.next_if(|(of, _)| *of == child).map(|(_, decision)| decision);
        Some((child, decision, doubtful.next_if(|(of, _)| *of == child).map(|(_, answer)| answer)))
    })
}

/// The causes of a doubt, and the line's end.
fn push_doubt(doubt: Option<&DoubtfulAnswer>, row: &mut Vec<u8>) {
    row.push(b',');
    for (place, cause) in doubt.into_iter().flat_map(DoubtfulAnswer::causes).enumerate() {
        row.extend_from_slice(if place > 0 { b";" } else { b"" });
        row.extend_from_slice(cause.name().as_bytes());
    }
    row.push(b'\n');
}

/// The cells after the child's id that tell of a decision.
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
    Ok(())
}

/// A cell of a CSV file, in quotes where it needs them.
fn quoted(cell: &str) -> io::Result<String> {
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-' | b';' | b'.' | b'/');
    if !cell.starts_with('-') && cell.bytes().all(is_plain) {
        return Ok(cell.to_owned());
    }
    let mut row = Vec::new();
    let mut rows = Rows::of(&mut row);
    rows.write_record([cell])?;
    rows.flush()?;
    drop(rows);
    Ok(String::from_utf8_lossy(row.trim_ascii_end()).into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_put_in_quotes_where_they_need_them() {
        for (id, cell) in [
            ("123_351", "123_351"),
            ("A,1", "\"A,1\""),
            ("A\"1", "\"A\"\"1\""),
            ("A 1", "A 1"),
            ("=1", "'=1"),
            ("-A", "'-A"),
            ("-1", "-1"),
        ] {
            assert_eq!(quoted(id).unwrap(), cell);
        }
    }
}

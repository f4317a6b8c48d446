//! restricted/children.csv: one row per child considered and indicator.

use super::Rows;
use crate::code::LongTexts;
use crate::indicators::Outcomes;
use crate::indicators::outcome::{Flags, Reason};
use crate::quality::CleanReturns;
use crate::seeds::authorities::Authorities;
use std::io::{self, Write};

/// The columns, one row per authority, indicator and child considered, in that order.
const COLUMNS: [&str; 8] =
    ["la_code", "indicator", "child", "in_denominator", "in_numerator", "score", "reason", "flags"];

/// Writes the table.
///
/// # Errors
/// Where the file cannot be written.
pub fn write(
    outcomes: &Outcomes,
    clean: &CleanReturns,
    authorities: &Authorities,
    file: &mut dyn Write,
) -> io::Result<()> {
    let mut rows: Rows<'_> = csv::Writer::from_writer(file);
    rows.write_record(COLUMNS)?;
    let long: &LongTexts = &clean.long;
    let scores: Vec<String> = (0..=u8::MAX).map(|score| score.to_string()).collect();
    let mut cleaned = clean.authorities.iter();
    for of_authority in &outcomes.authorities {
        let Some(children) = cleaned.find(|clean| clean.authority == of_authority.authority) else {
            continue;
        };
        let code = authorities.get(of_authority.authority).code.as_str();
        let ids: Vec<String> = children.children.iter().map(|child| child.id.text(long)).collect();
        for outcomes in of_authority.indicators.iter().flatten() {
            let indicator = outcomes.indicator.to_string();
            for (child, decision) in &outcomes.decisions {
                let id = ids.get(*child as usize).map_or("", String::as_str);
                let score = decision.score().map_or("", |score| scores[usize::from(score)].as_str());
                let flags = if decision.flags == Flags::NONE { String::new() } else { decision.flags.text(long) };
                rows.write_record([
                    code,
                    &indicator,
                    id,
                    one_or_nought(decision.in_denominator()),
                    one_or_nought(decision.in_numerator()),
                    score,
                    decision.reason().map_or("", Reason::name),
                    &flags,
                ])?;
            }
        }
    }
    rows.flush()
}

fn one_or_nought(is: bool) -> &'static str {
    if is { "1" } else { "0" }
}

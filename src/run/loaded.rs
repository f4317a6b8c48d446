//! Whether the returns that were read can answer at all: some row can be used, and each day has a return.

use super::RunError;
use crate::finding::{Rule, rules};
use crate::quality::{CleanReturns, InputAccount};
use crate::returns::file::Outcome;
use crate::timeframe::Timeframe;
use std::collections::{BTreeMap, BTreeSet};

/// Rules that speak of a row whose authority cannot be told, which a list of authorities may mend.
const OF_AUTHORITIES: [&Rule; 2] = [&rules::AUTHORITY_UNKNOWN, &rules::AUTHORITY_NOT_TOLD];

/// Whether figures can be asked of the returns on these days.
///
/// # Errors
/// Where every row was rejected, or a day's return is not there for any authority.
pub fn can_answer(clean: &CleanReturns, timeframes: &[Timeframe]) -> Result<(), RunError> {
    some_row_used(&clean.input)?;
    let loaded: BTreeSet<i32> = clean.authorities.iter().flat_map(|authority| authority.held.years()).collect();
    match timeframes.iter().find(|timeframe| !loaded.contains(&timeframe.current_year())) {
        None => Ok(()),
        Some(timeframe) => Err(RunError::NoReturn {
            as_at: timeframe.as_at.in_words(),
            year: timeframe.current_year(),
            span: span(timeframe.current_year()),
            loaded: in_words(&loaded),
            refused: refused(&clean.input),
        }),
    }
}

/// Whether some row was not rejected, where there are rows at all.
fn some_row_used(input: &InputAccount) -> Result<(), RunError> {
    let read = input.files.iter().filter(|file| matches!(file.outcome, Outcome::Read { .. }));
    let (rows, rejected) = read.fold((0, 0), |(rows, rejected), file| (rows + file.rows, rejected + file.rejected));
    if rows == 0 || rejected < rows {
        return Ok(());
    }
    let mut by_rule = BTreeMap::<&str, (usize, &Rule)>::new();
    for finding in input.rejections() {
        by_rule.entry(finding.rule.name).or_insert((0, finding.rule)).0 += 1;
    }
    let Some((count, rule)) = by_rule.into_values().max_by_key(|(count, _)| *count) else { return Ok(()) };
    let first = input.rejections().find(|finding| finding.rule == rule);
    let place = first.and_then(|finding| Some((input.files.get(finding.source.file as usize)?, finding)));
    Err(RunError::EveryRowRejected {
        rows,
        count,
        rule: rule.name,
        first: place.map(|(file, finding)| format!("{}, line {}", file.shown, finding.source.line)).unwrap_or_default(),
        remedy: rule.remedy,
        list: if OF_AUTHORITIES.contains(&rule) {
            "; where the authorities are none of England's, give the list that has them with --authorities FILE"
        } else {
            ""
        },
    })
}

/// What is said of files that were refused, where some were: a return may be among them.
fn refused(input: &InputAccount) -> String {
    let mut refused = input.files.iter().filter_map(|file| match &file.outcome {
        Outcome::Refused(problem) => Some((file, problem)),
        _ => None,
    });
    match (refused.next(), refused.count()) {
        (None, _) => String::new(),
        (Some((file, problem)), others) => {
            let more = if others == 0 { String::new() } else { format!(", and {others} more") };
            format!("; refused: {}, line {}: {}; {}{more}", file.shown, problem.line, problem.found, problem.remedy)
        }
    }
}

/// `2010-11` of 2011.
fn span(year: i32) -> String {
    format!("{}-{:02}", year - 1, year.rem_euclid(100))
}

fn in_words(loaded: &BTreeSet<i32>) -> String {
    let years: Vec<String> = loaded.iter().map(i32::to_string).collect();
    match years.as_slice() {
        [] => "no return is loaded".to_owned(),
        [only] => format!("the return for {only} is loaded"),
        [first @ .., last] => format!("the returns for {} and {last} are loaded", first.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_year_is_shown_as_the_span_it_ends() {
        assert_eq!([2012, 2000].map(span), ["2011-12", "1999-00"]);
    }

    #[test]
    fn the_years_loaded_are_listed_as_people_do() {
        assert_eq!(in_words(&BTreeSet::new()), "no return is loaded");
        assert_eq!(in_words(&BTreeSet::from([2011])), "the return for 2011 is loaded");
        assert_eq!(in_words(&BTreeSet::from([2011, 2009, 2010])), "the returns for 2009, 2010 and 2011 are loaded");
    }
}

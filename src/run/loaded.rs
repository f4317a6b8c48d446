//! Whether the returns that were read can answer at all: some file is a table of a return, some row can be used, and
//! each day has a return.

use super::error::RunError;
use crate::quality::{CleanReturns, InputAccount};
use crate::returns::Returns;
use crate::returns::file::Outcome;
use crate::returns::finding::{Rule, rules};
use crate::timeframe::Timeframe;
use std::collections::{BTreeMap, BTreeSet};
use thiserror::Error;

/// The rules for rows whose authority cannot be told, which a list of authorities may put right.
const OF_AUTHORITIES: [&Rule; 2] = [&rules::AUTHORITY_UNKNOWN, &rules::AUTHORITY_NOT_TOLD];

/// Why there is no figure of a day, for any authority.
#[derive(Debug, Clone, Error)]
pub(crate) enum Unanswered {
    /// Rows were read, and not one of them can be used.
    #[error(
        "none of the {rows} rows read can be used. {count} of them were rejected by the rule {rule}, the first in {first}: \
         {remedy}{list}"
    )]
    EveryRowRejected {
        /// How many rows there are.
        rows: u64,
        /// How many of them were rejected by the rule that rejected most.
        count: usize,
        /// That rule.
        rule: &'static str,
        /// The first row that it rejected.
        first: String,
        /// What would put the input right.
        remedy: &'static str,
        /// That a list of authorities can be given, where that may put it right.
        list: &'static str,
    },
    /// No authority has a return for the day.
    #[error(
        "{as_at} needs the return for {span} (the year {year}), and there is none: {loaded}{refused}. Give a day that a \
         return is loaded for, or the return for {span} too"
    )]
    NoReturn {
        /// The day.
        as_at: String,
        /// The year in which the return ends that it needs.
        year: i32,
        /// The same as a span of two years.
        span: String,
        /// Which returns are loaded.
        loaded: String,
        /// Which files were refused.
        refused: String,
    },
}

/// The returns, where some file among them could be read.
///
/// # Errors
/// Where none of them is a table of a return.
pub(crate) fn some_read(returns: Returns) -> Result<Returns, RunError> {
    let usable = returns.files.iter().any(|file| matches!(file.outcome, Outcome::Read { .. }));
    if usable {
        return Ok(returns);
    }
    // A file that was refused can be put right; one that was skipped cannot.
    let refused = returns.files.iter().find_map(|file| match &file.outcome {
        Outcome::Refused(problem) => {
            let first = format!("{}, line {}: {}", file.shown, problem.line, problem.found);
            Some((first, problem.remedy.to_string()))
        }
        _ => None,
    });
    let skipped = || {
        let file = returns.files.first()?;
        Some((
            format!("{} holds no row of children", file.shown),
            "give the folder that holds the return's CSV files".to_owned(),
        ))
    };
    let (first, remedy) = refused.or_else(skipped).unwrap_or_default();
    Err(RunError::NothingRead { files: returns.files.len(), first, remedy })
}

/// Why there is no figure, for each day in order; none where there may be one.
pub(crate) fn unanswered(clean: &CleanReturns, timeframes: &[Timeframe]) -> Vec<Option<Unanswered>> {
    let rejected = every_row_rejected(&clean.input);
    let loaded: BTreeSet<i32> = clean.authorities.iter().flat_map(|authority| authority.held.years()).collect();
    let no_return = |timeframe: &Timeframe| {
        let year = timeframe.current_year();
        (!loaded.contains(&year)).then(|| Unanswered::NoReturn {
            as_at: timeframe.as_at.in_words(),
            year,
            span: span(year),
            loaded: in_words(&loaded),
            refused: refused(&clean.input),
        })
    };
    timeframes.iter().map(|timeframe| rejected.clone().or_else(|| no_return(timeframe))).collect()
}

/// That every row was rejected, where there are rows at all.
fn every_row_rejected(input: &InputAccount) -> Option<Unanswered> {
    let read = input.files.iter().filter(|file| matches!(file.outcome, Outcome::Read { .. }));
    let (rows, rejected) = read.fold((0, 0), |(rows, rejected), file| (rows + file.rows, rejected + file.rejected));
    if rows == 0 || rejected < rows {
        return None;
    }
    let mut by_rule = BTreeMap::<&str, (usize, &Rule)>::new();
    for finding in input.rejections() {
        by_rule.entry(finding.rule.name).or_insert((0, finding.rule)).0 += 1;
    }
    let (count, rule) = by_rule.into_values().max_by_key(|(count, _)| *count)?;
    let first = input.rejections().find(|finding| finding.rule == rule)?;
    let file = input.files.get(first.source.file as usize)?;
    Some(Unanswered::EveryRowRejected {
        rows,
        count,
        rule: rule.name,
        first: format!("{}, line {}", file.shown, first.source.line),
        remedy: rule.remedy,
        list: if OF_AUTHORITIES.contains(&rule) {
            "; where the authorities are none of England's, give the list that has them with --authorities FILE"
        } else {
            ""
        },
    })
}

/// A note on the files that were refused, if any: a return may be among them.
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

/// `2010-11` for 2011.
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

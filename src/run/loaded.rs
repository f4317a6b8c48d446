//! Whether the returns that were read can answer at all: some file is a table of a return, some row can be used, and
//! each day has a return.

use super::error::RunError;
use super::unanswered::Unanswered;
use crate::intake::refused::{self, Refused};
use crate::lines::visible;
use crate::quality::{CleanReturns, InputAccount};
use crate::returns::Returns;
use crate::returns::file::{FileReport, Outcome};
use crate::returns::finding::{Finding, Remedies, Rule, rules};
use crate::returns::held::Held;
use crate::returns::table::Table;
use crate::seeds::authorities::Authorities;
use crate::text::Problem;
use crate::timeframe::Timeframe;
use std::collections::{BTreeMap, BTreeSet};

/// The rules for rows whose authority cannot be told, which a list of authorities may put right.
const OF_AUTHORITIES: [&Rule; 2] = [&rules::AUTHORITY_UNKNOWN, &rules::AUTHORITY_NOT_TOLD];

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
            let first = problem.of(&file.shown);
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

/// Makes sure that the returns can answer for every day.
///
/// # Errors
/// Where every row of all tables, or of a table that a day's return has, was rejected, and where a day has no return.
pub(crate) fn all_answered(
    clean: &CleanReturns,
    timeframes: &[Timeframe],
    authorities: &Authorities,
) -> Result<(), Unanswered> {
    if let Some(rejected) = every_row_rejected(&clean.input, None, authorities) {
        return Err(rejected);
    }
    if timeframes.is_empty() {
        return Err(Unanswered::NoDay);
    }
    let held = || clean.authorities.iter().map(|authority| &authority.held);
    let sent: BTreeSet<i32> = held().flat_map(Held::years).collect();
    for timeframe in timeframes {
        let year = timeframe.current_year();
        if !sent.contains(&year) {
            return Err(no_return(&clean.input, timeframe, &sent));
        }
        // Rows that were rejected may not tell whose they are: then no return is known to have the table.
        let concerns =
            |table: Table| held().any(|held| held.has(year, table)) || !held().any(|held| held.has_in_any_year(table));
        let rejected = |table: Table| {
            concerns(table).then(|| every_row_rejected(&clean.input, Some(table), authorities)).flatten()
        };
        if let Some(rejected) = Table::ALL.into_iter().filter(|table| !table.is_for_context()).find_map(rejected) {
            return Err(rejected);
        }
        // Episodes that nobody sent make figures not available; those of a refused file were sent.
        if !held().any(|held| held.loaded(year))
            && let Some(refused) = episodes_refused(&clean.input, timeframe)
        {
            return Err(refused);
        }
    }
    Ok(())
}

/// That no return is loaded for a day; where a file was refused that seems to be of it, what would mend that.
fn no_return(input: &InputAccount, timeframe: &Timeframe, sent: &BTreeSet<i32>) -> Unanswered {
    let (as_at, year) = (timeframe.as_at.in_words(), timeframe.current_year());
    let refused = refused_for(input, year);
    let others = match refused.len() {
        0 | 1 => String::new(),
        several => format!(", and {} more", several - 1),
    };
    let loaded = in_words(sent);
    let of_other_years = of_other_years(input);
    match refused.first() {
        Some((file, problem)) if file.is_known() && file.may_be_of_year(year) => Unanswered::ReturnRefused {
            as_at,
            year,
            span: span(year),
            why: format!("{}{others}; {loaded}{of_other_years}", problem.of(&file.shown)),
            remedy: problem.remedy.clone(),
        },
        first => {
            let first = first
                .map(|(file, problem)| format!("; refused: {}; {}{others}", problem.of(&file.shown), problem.remedy));
            Unanswered::NoReturn {
                as_at,
                year,
                span: span(year),
                loaded: loaded + &first.unwrap_or_default() + &of_other_years,
                so_far: if sent.last().is_some_and(|last| *last < year) { so_far(year) } else { String::new() },
            }
        }
    }
}

/// The files that were refused: first those of a year, then those that may be of it, of each those that may hold its episodes
/// first.
fn refused_for(input: &InputAccount, year: i32) -> Vec<(Refused, &Problem)> {
    let problems = input.files.iter().filter_map(|file| match &file.outcome {
        Outcome::Refused(problem) => Some(problem),
        _ => None,
    });
    let mut refused: Vec<_> = refused::files(&input.files).into_iter().zip(problems).collect();
    refused.sort_by_key(|(file, _)| file.nearness(year, Table::Episodes));
    refused
}

/// That the file with the episodes of a day's return was refused, and what would mend it; none where no refused file seems to
/// hold them.
pub(super) fn episodes_refused(input: &InputAccount, timeframe: &Timeframe) -> Option<Unanswered> {
    let (as_at, year) = (timeframe.as_at.in_words(), timeframe.current_year());
    let refused = refused_for(input, year);
    let may_hold = || refused.iter().filter(|(file, _)| file.may_be_of(year, Table::Episodes));
    let (file, problem) = may_hold().find(|(file, _)| file.table.is_some()).or_else(|| may_hold().next())?;
    Some(Unanswered::EpisodesRefused {
        as_at,
        span: span(year),
        why: problem.of(&file.shown),
        remedy: problem.remedy.clone(),
    })
}

/// That every row was rejected, of all tables or of one, where there are rows at all.
fn every_row_rejected(input: &InputAccount, of: Option<Table>, authorities: &Authorities) -> Option<Unanswered> {
    let is_meant = |file: &FileReport| match file.outcome {
        Outcome::Read { table, .. } => of.is_none_or(|of| of == table),
        Outcome::Skipped(_) | Outcome::NotRead(_) | Outcome::Refused(_) => false,
    };
    let read = input.files.iter().filter(|file| is_meant(file));
    let (rows, rejected) = read.fold((0, 0), |(rows, rejected), file| (rows + file.rows, rejected + file.rejected));
    if rows == 0 || rejected < rows {
        return None;
    }
    let file_of = |finding: &Finding| input.files.get(finding.source.file as usize).filter(|file| is_meant(file));
    let rejections = || input.rejections().filter(|finding| file_of(finding).is_some());
    let mut by_rule = BTreeMap::<&str, (usize, &Rule)>::new();
    for finding in rejections() {
        by_rule.entry(finding.rule.name).or_insert((0, finding.rule)).0 += 1;
    }
    let (count, rule) = by_rule.into_values().max_by_key(|(count, _)| *count)?;
    let first = rejections().find(|finding| finding.rule == rule)?;
    let list = if OF_AUTHORITIES.contains(&rule) {
        "; where the authorities are none of England's, give the list that has them with --authorities FILE"
    } else {
        ""
    };
    Some(Unanswered::EveryRowRejected {
        rows,
        of_table: of.map_or(" read".to_owned(), |table| format!(" of {table}")),
        count,
        rule: rule.name,
        first: format!("{}{}", input.place_of(first.source, first.field), holding(first)),
        remedy: format!("{}{list}", Remedies::new(authorities).of(first)),
    })
}

/// `, where CHILD is 1.00E+10`; blank where there is nothing to show.
fn holding(finding: &Finding) -> String {
    match (finding.field, finding.found.as_str()) {
        ("", _) | (_, "") => String::new(),
        (field, found) => format!(", where {field} is {}", visible(found)),
    }
}

/// A note on returns that were found to be another year's.
fn of_other_years(input: &InputAccount) -> String {
    let of_years = input.notices.iter().filter(|notice| notice.kind == rules::ANOTHER_YEARS_RETURN.name);
    of_years.map(|notice| format!("; {}", notice.words)).collect()
}

/// That the part of a return that there is within its year is enough.
fn so_far(year: i32) -> String {
    format!(
        ": an extract of the year so far will do, in a folder {year} (the return of a year is named for the 31 March on which it ends)"
    )
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

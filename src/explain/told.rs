//! What the returns tell of a question that leaves its authority or its day unsaid.

use super::error::ExplainError;
use super::in_words;
use crate::progress::Progress;
use crate::quality::{CleanReturns, clean};
use crate::returns::files::FoundFiles;
use crate::returns::place::Place;
use crate::returns::read;
use crate::returns::written::Kept;
use crate::run::covered::Covered;
use crate::run::error::RunError;
use crate::run::some_read;
use crate::seeds::Seeds;
use crate::seeds::authorities::AuthorityIndex;
use crate::seeds::policies::Policies;
use crate::timeframe::{Basis, Timeframe};

/// What is explained, once the returns were asked.
#[derive(Debug)]
pub(crate) struct Told {
    /// The authority that was given, or the only one of the returns.
    pub(crate) authority: AuthorityIndex,
    /// The day that was given, or the last month end that they cover.
    pub(crate) timeframe: Timeframe,
    /// What tells the day, where none was given.
    pub(crate) covered: Option<Covered>,
}

/// Reads the returns for the authority and the day, where they are not both given. `basis` is for a day that is not.
///
/// # Errors
/// Where the returns cannot be read, are not of one authority alone, or cover no day.
pub(crate) fn told(
    found: &FoundFiles,
    given: Place,
    day: Option<Timeframe>,
    basis: Basis,
    seeds: &Seeds,
    policies: &Policies,
) -> Result<Told, ExplainError> {
    if let (Some(authority), Some(timeframe)) = (given.authority, day) {
        return Ok(Told { authority, timeframe, covered: None });
    }
    let returns = some_read(read(found, seeds, given, Kept::ForIndicators, Progress::Quiet))?;
    let clean = clean(returns, seeds, policies);
    let authority = given.authority.map_or_else(|| only(&clean, seeds), Ok)?;
    match day {
        Some(timeframe) => Ok(Told { authority, timeframe, covered: None }),
        None => {
            let covered = Covered::known(&clean, &seeds.authorities).map_err(RunError::from)?;
            Ok(Told { authority, timeframe: covered.timeframe(basis), covered: Some(covered) })
        }
    }
}

/// The only authority of the returns.
fn only(clean: &CleanReturns, seeds: &Seeds) -> Result<AuthorityIndex, ExplainError> {
    match clean.authorities.as_slice() {
        [only] => Ok(only.authority),
        [] => Err(ExplainError::NoAuthority { there_are: "the returns name none".to_owned() }),
        several => {
            let there_are = format!("the returns are of {}: {}", several.len(), in_words(clean, &seeds.authorities));
            Err(ExplainError::NoAuthority { there_are })
        }
    }
}

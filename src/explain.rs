//! One figure followed down to its children, and one child followed through the definition.
//!
//! The stages are those of a run, and the words come from the code that decides: nothing is calculated again.

mod answer;
pub(crate) mod case;
mod child;
mod drawing;
pub(crate) mod error;
mod figure;
mod group;
mod history;
mod measure;
mod near;
mod rows;
pub(crate) mod told;

use crate::explain::case::{Case, Request};
use crate::explain::error::ExplainError;
use crate::figures::Figure;
use crate::level::Level;
use crate::progress::Progress;
use crate::quality::{CleanReturns, InputAccount, clean};
use crate::returns::file::{FileReport, Outcome};
use crate::returns::finding::rules;
use crate::returns::place::Place;
use crate::returns::written::Kept;
use crate::returns::{Returns, read};
use crate::run::error::RunError;
use crate::run::{Measured, some_read};
use crate::seeds::authorities::{Authorities, Authority};
use crate::walk::{Followed, whose};
use group::OfGroup;

/// The answer to a question.
#[derive(Debug)]
pub(crate) struct Explanation {
    /// In words.
    pub(crate) text: String,
    /// The child's timeline as SVG, if asked for.
    pub(crate) drawing: Option<String>,
    /// What became of the files.
    pub(crate) input: InputAccount,
    /// Whether rows that do not name their authority were taken as those of the authority asked about.
    pub(crate) authority_assumed: bool,
}

/// Answers a question.
///
/// # Errors
/// Where the returns cannot be read, or have nothing about the authority or child asked about.
pub(crate) fn explain(request: &Request, progress: Progress) -> Result<Explanation, ExplainError> {
    let (mut returns, authority_assumed) = read_for(request, progress)?;
    let written = std::mem::take(&mut returns.written);
    let mut clean = clean(returns, &request.seeds, &request.policies);
    clean.input.without_own_columns();
    let measured = Measured::on(request.setting(), &clean, &[])?;
    let Measured { histories, outcomes, doubts, reconciliation, compared, .. } = &measured;
    let authority = request.seeds.authorities.get(request.authority);
    let of_authority = histories.authorities.iter().find(|histories| histories.clean.authority == request.authority);
    let Some(of_authority) = of_authority else {
        let others = in_words(&clean, &request.seeds.authorities);
        return Err(ExplainError::NotAmong { authority: whose(authority), others });
    };
    let both = outcomes.authorities.iter().zip(&doubts.authorities);
    let (Some((outcomes, doubts)), Some(first)) = (
        both.into_iter().find(|(outcomes, _)| outcomes.authority == request.authority),
        compared.list.iter().position(|compared| is_of(&compared.figure, authority)),
    ) else {
        let day = request.timeframe.as_at.in_words();
        return Err(ExplainError::NotThere { authority: whose(authority), day });
    };
    let last = first + request.seeds.indicators.len();
    let followed = Followed::of(of_authority, doubts, request.setting(), &clean);
    let group = request.group.as_ref().map(|asked| OfGroup::of(asked, &followed, &measured, first)).transpose()?;
    let case = Case {
        request,
        followed,
        group,
        written: &written,
        late_findings: &histories.findings,
        outcomes,
        figures: &compared.list[first..last],
        behind: &reconciliation.list[first..last],
    };
    let measure = request.measure.and_then(|place| request.seeds.context.get(place));
    let (text, drawing) = match (&request.child, request.indicator) {
        (None, None) if measure.is_some() => {
            (measure.map(|seed| measure::in_full(&case, seed)).unwrap_or_default(), None)
        }

        (Some(id), _) => {
            let child = case.find_child(id)?;
            let drawing = request.drawn.then(|| drawing::of_child(&case, child)).transpose()?;
            (child::in_words(&case, child), drawing)
        }
        (None, Some(indicator)) => (figure::in_full(&case, indicator), None),
        (None, None) => {
            let of_group = case.group.as_ref().map(|group| figure::all_of_group(&case, group));
            (of_group.unwrap_or_else(|| figure::all_in_brief(&case)), None)
        }
    };
    Ok(Explanation { text, drawing, input: clean.into_input(), authority_assumed })
}

/// Reads the returns. Rows that do not name their authority are taken as those of the authority asked about, as with
/// `run --authority`, unless the returns have other authorities too, as in a run of many. Says whether any were.
fn read_for(request: &Request, progress: Progress) -> Result<(Returns, bool), RunError> {
    let Request { found, seeds, authority, year, .. } = request;
    let kept = if request.child.is_some() { Kept::ForExplaining(*authority) } else { Kept::ForIndicators };
    let given = |authority| Place { authority, year: *year };
    let returns = read(found, seeds, given(None), kept, progress);
    let others = returns.authorities.keys().any(|other| other != authority);
    let refused = |file: &FileReport| matches!(file.outcome, Outcome::Refused(_));
    let unnamed = returns.findings.iter().any(|finding| finding.rule.name == rules::AUTHORITY_NOT_TOLD.name)
        || returns.files.iter().any(refused);
    if !others && unnamed {
        let returns = read(found, seeds, given(Some(*authority)), kept, progress);
        return Ok((some_read(returns)?, true));
    }
    Ok((some_read(returns)?, false))
}

fn is_of(figure: &Figure, authority: &Authority) -> bool {
    figure.level == Level::LocalAuthority && figure.code == authority.code
}

/// The authorities in the returns; beyond a few they are counted.
fn in_words(clean: &CleanReturns, authorities: &Authorities) -> String {
    const SHOWN: usize = 6;
    let named = |clean: &crate::quality::CleanAuthority| whose(authorities.get(clean.authority));
    let mut names: Vec<String> = clean.authorities.iter().map(named).collect();
    if names.len() > SHOWN {
        let more = names.split_off(SHOWN).len();
        names.push(format!("{more} more"));
    }
    names.join(", ")
}

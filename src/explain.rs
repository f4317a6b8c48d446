//! One figure walked to its children, and one child through the definition.
//!
//! The stages are those of a run, and the words come from the code that decides: nothing is worked
//! out a second time.

mod answer;
mod child;
mod drawing;
mod figure;
mod history;
mod near;
mod rows;
mod sheet;
mod timeline;

use crate::benchmark::ComparedFigure;
use crate::care::{AuthorityHistories, ChildHistory};
use crate::charts::ChartError;
use crate::code::ChildId;
use crate::day::Day;
use crate::figures::Figure;
use crate::identity::shortened;
use crate::indicators::{ALL, AuthorityOutcomes};
use crate::ink::Ink;
use crate::level::Level;
use crate::lines::visible;
use crate::progress::Progress;
use crate::quality::{CleanReturns, clean};
use crate::reconciliation::Reconciled;
use crate::returns::file::{FileReport, Outcome};
use crate::returns::files::FoundFiles;
use crate::returns::finding::{Finding, Source, rules};
use crate::returns::place::Place;
use crate::returns::written::{Kept, WrittenRows};
use crate::returns::{Returns, read};
use crate::run::{Measured, RunError, some_read};
use crate::seeds::Seeds;
use crate::seeds::authorities::{Authorities, Authority, AuthorityIndex};
use crate::seeds::policies::Policies;
use crate::setting::Setting;
use crate::timeframe::Timeframe;
use thiserror::Error;

/// What is to be explained.
#[derive(Debug)]
pub struct Request {
    /// The files of returns.
    pub found: FoundFiles,
    /// The day of the figures.
    pub timeframe: Timeframe,
    /// The authority whose figures they are.
    pub authority: AuthorityIndex,
    /// The year of files that do not tell.
    pub year: Option<i32>,
    /// The choices in force.
    pub policies: Policies,
    /// The lists in force.
    pub seeds: Seeds,
    /// The place of the one indicator asked about among the ten; all of them where there is none.
    pub indicator: Option<usize>,
    /// The id of the child asked about.
    pub child: Option<String>,
    /// Whether ids are shown in full, and not shortened; that of the child asked about always is.
    pub children: bool,
    /// Whether the child's timeline is drawn.
    pub drawn: bool,
    /// How the words are printed.
    pub ink: Ink,
}

impl Request {
    /// What every stage goes by.
    fn setting(&self) -> Setting<'_> {
        Setting { timeframe: self.timeframe, seeds: &self.seeds, policies: &self.policies }
    }
}

/// What there is to tell.
#[derive(Debug)]
pub struct Told {
    /// In words.
    pub text: String,
    /// The child's timeline as SVG, where it was asked for.
    pub drawing: Option<String>,
    /// What became of each file.
    pub files: Vec<FileReport>,
    /// Whether rows that do not tell their authority were taken as that of the authority asked about.
    pub took_untold: bool,
}

/// A question that cannot be answered.
#[derive(Debug, Error)]
pub enum ExplainError {
    /// The returns cannot be read or counted.
    #[error(transparent)]
    Run(#[from] RunError),
    /// The returns hold nothing of the authority.
    #[error("the returns hold nothing of {authority}, only of {others}: check --authority, or give its returns too")]
    NotAmong {
        /// The authority asked about.
        authority: String,
        /// Those that the returns are of.
        others: String,
    },
    /// The authority did not exist on the day.
    #[error("{authority} is no authority on {day}: ask for a day on which it is, or for its successor")]
    NotThere {
        /// The authority asked about.
        authority: String,
        /// The day.
        day: String,
    },
    /// The authority has no such child.
    #[error("no return of {authority} has a child '{child}'; {near}")]
    UnknownChild {
        /// The authority.
        authority: String,
        /// The id asked for.
        child: String,
        /// Which ids are near, and what to do.
        near: String,
    },
    /// The timeline cannot be drawn.
    #[error(transparent)]
    Draw(#[from] ChartError),
}

/// Answers a question.
///
/// # Errors
/// Where the returns cannot be read, or hold nothing of the authority or child asked about.
pub fn explain(request: &Request, progress: Progress) -> Result<Told, ExplainError> {
    let (mut returns, took_untold) = read_for(request, progress)?;
    let written = std::mem::take(&mut returns.written);
    let clean = clean(returns);
    let measured = Measured::on(request.setting(), &clean, &[])?;
    let Measured { histories, outcomes, reconciliation, compared, .. } = &measured;
    let authority = request.seeds.authorities.get(request.authority);
    let of_authority = histories.authorities.iter().find(|histories| histories.clean.authority == request.authority);
    let Some(of_authority) = of_authority else {
        let others = in_words(&clean, &request.seeds.authorities);
        return Err(ExplainError::NotAmong { authority: whose(authority), others });
    };
    let (Some(outcomes), Some(first)) = (
        outcomes.authorities.iter().find(|outcomes| outcomes.authority == request.authority),
        compared.list.iter().position(|compared| is_of(&compared.figure, authority)),
    ) else {
        let day = request.timeframe.as_at.in_words();
        return Err(ExplainError::NotThere { authority: whose(authority), day });
    };
    let case = Case {
        request,
        authority,
        clean: &clean,
        written: &written,
        late_findings: &histories.findings,
        histories: of_authority,
        outcomes,
        figures: &compared.list[first..first + ALL.len()],
        behind: &reconciliation.list[first..first + ALL.len()],
    };
    let (text, drawing) = match (&request.child, request.indicator) {
        (Some(id), _) => {
            let child = case.find_child(id)?;
            let drawing = request.drawn.then(|| drawing::of_child(&case, child)).transpose()?;
            (child::in_words(&case, child), drawing)
        }
        (None, Some(indicator)) => (figure::in_full(&case, indicator), None),
        (None, None) => (figure::all_in_brief(&case), None),
    };
    Ok(Told { text, drawing, files: clean.input.files, took_untold })
}

/// Reads the returns. Rows that do not tell their authority are that of the authority asked about, as
/// with `run --authority`, unless the returns are of others too, as with a run of many; says whether
/// any are.
fn read_for(request: &Request, progress: Progress) -> Result<(Returns, bool), RunError> {
    let Request { found, seeds, authority, year, .. } = request;
    let kept = if request.child.is_some() { Kept::ForExplaining(*authority) } else { Kept::ForIndicators };
    let given = |authority| Place { authority, year: *year };
    let returns = read(found, seeds, given(None), kept, progress);
    let others = returns.authorities.keys().any(|other| other != authority);
    let refused = |file: &FileReport| matches!(file.outcome, Outcome::Refused(_));
    let untold = returns.findings.iter().any(|finding| finding.rule.name == rules::AUTHORITY_NOT_TOLD.name)
        || returns.files.iter().any(refused);
    if !others && untold {
        let returns = read(found, seeds, given(Some(*authority)), kept, progress);
        return Ok((some_read(returns)?, true));
    }
    Ok((some_read(returns)?, false))
}

/// All that the words rest on.
struct Case<'run> {
    request: &'run Request,
    authority: &'run Authority,
    clean: &'run CleanReturns,
    written: &'run [WrittenRows],
    /// What was found in steps d to g.
    late_findings: &'run [Finding],
    histories: &'run AuthorityHistories<'run>,
    outcomes: &'run AuthorityOutcomes,
    /// The ten figures, in order.
    figures: &'run [ComparedFigure],
    /// What stands behind each of them.
    behind: &'run [Reconciled],
}

impl Case<'_> {
    /// The day, as `31 March 2011`.
    fn as_at(&self) -> String {
        self.request.timeframe.as_at.in_words()
    }

    /// `Hollowdale (996) at 31 March 2011, window 1 April 2010 to 31 March 2011 (rolling)`.
    fn heading(&self) -> String {
        let Timeframe { as_at, basis, window_start, .. } = self.request.timeframe;
        let (place, as_at, window_start) = (whose(self.authority), as_at.in_words(), window_start.in_words());
        format!("{place} at {as_at}, window {window_start} to {as_at} ({basis})")
    }

    /// The id of a child who was asked about, as text that is safe to print.
    fn id_asked(&self, id: ChildId) -> String {
        visible(&id.text(&self.clean.long))
    }

    /// Any child's id: shortened, unless ids were asked for.
    fn id(&self, id: ChildId) -> String {
        self.as_asked(&self.id_asked(id))
    }

    fn as_asked(&self, id: &str) -> String {
        if self.request.children { id.to_owned() } else { shortened(id) }
    }

    /// Where a row stands: `2011/episodes.csv, line 14`.
    fn place_of(&self, source: Source) -> String {
        format!("{}, line {}", self.file(source), source.line)
    }

    fn file(&self, source: Source) -> &str {
        self.clean.input.files.get(source.file as usize).map_or("", |file| file.shown.as_str())
    }

    fn history(&self, child: usize) -> ChildHistory<'_> {
        self.histories.child(child, self.request.timeframe.as_at)
    }

    /// The child's place among the authority's.
    fn find_child(&self, text: &str) -> Result<usize, ExplainError> {
        let id = ChildId::read(text.as_bytes(), &self.clean.long);
        let children = &self.histories.clean.children;
        children.iter().position(|child| Some(child.id) == id).ok_or_else(|| ExplainError::UnknownChild {
            authority: whose(self.authority),
            child: visible(text),
            near: near::in_words(text, children.iter().map(|child| self.id_asked(child.id)), |id| self.as_asked(id)),
        })
    }
}

fn is_of(figure: &Figure, authority: &Authority) -> bool {
    figure.level == Level::LocalAuthority && figure.code == authority.code
}

fn whose(authority: &Authority) -> String {
    format!("{} ({})", authority.name, authority.code)
}

/// The authorities that the returns are of; many are counted.
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

/// A day as the tables of a history show it, or that there is none yet.
fn day_or_open(day: Option<Day>) -> String {
    day.map_or("open".to_owned(), Day::slashed)
}

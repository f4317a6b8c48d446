//! One question with everything needed to answer it.

use super::error::ExplainError;
use super::group::OfGroup;
use crate::benchmark::ComparedFigure;
use crate::code::ChildId;
use crate::day::Day;
use crate::indicators::AuthorityOutcomes;
use crate::ink::Ink;
use crate::lines::{columns, visible};
use crate::reconciliation::reconciled::Reconciled;
use crate::returns::files::FoundFiles;
use crate::returns::finding::{Finding, Source};
use crate::returns::written::WrittenRows;
use crate::seeds::Seeds;
use crate::seeds::authorities::AuthorityIndex;
use crate::seeds::policies::Policies;
use crate::setting::Setting;
use crate::timeframe::Timeframe;
use crate::walk::{Followed, whose};
use crate::wording::group::GroupAsked;

/// What to explain.
#[derive(Debug)]
pub(crate) struct Request {
    /// The files of returns.
    pub(crate) found: FoundFiles,
    /// The day of the figures.
    pub(crate) timeframe: Timeframe,
    /// The authority whose figures to explain.
    pub(crate) authority: AuthorityIndex,
    /// The year of files that do not name one.
    pub(crate) year: Option<i32>,
    /// The choices in force.
    pub(crate) policies: Policies,
    /// The lists in force.
    pub(crate) seeds: Seeds,
    /// The position among those of the seeds of the indicator asked about; none for all of them.
    pub(crate) indicator: Option<usize>,
    /// The position among those of the seeds of the measure of the care population asked about.
    pub(crate) measure: Option<usize>,
    /// The group of children asked about; none for all.
    pub(crate) group: Option<GroupAsked>,
    /// The id of the child asked about.
    pub(crate) child: Option<String>,
    /// Whether ids are listed. The id of the child asked about always is.
    pub(crate) children: bool,
    /// Whether to draw the child's timeline.
    pub(crate) drawn: bool,
    /// How the words are printed.
    pub(crate) ink: Ink,
}

impl Request {
    /// What every stage goes by.
    pub(super) fn setting(&self) -> Setting<'_> {
        Setting { timeframe: self.timeframe, seeds: &self.seeds, policies: &self.policies }
    }
}

/// Everything that an answer is made from.
pub(super) struct Case<'run> {
    pub(super) request: &'run Request,
    /// The children of the authority.
    pub(super) followed: Followed<'run>,
    pub(super) written: &'run [WrittenRows],
    /// What was found in steps d to g.
    pub(super) late_findings: &'run [Finding],
    pub(super) outcomes: &'run AuthorityOutcomes,
    /// The group asked about.
    pub(super) group: Option<OfGroup>,
    /// The figures, in the order of the indicators.
    pub(super) figures: &'run [ComparedFigure],
    /// What is behind each of them.
    pub(super) behind: &'run [Reconciled],
}

impl Case<'_> {
    /// The day, as `31 March 2011`.
    pub(super) fn as_at(&self) -> String {
        self.request.timeframe.as_at.in_words()
    }

    /// `Hollowdale (996) at 31 March 2011, window 1 April 2010 to 31 March 2011 (rolling)`.
    pub(super) fn heading(&self) -> String {
        let Timeframe { as_at, basis, window_start, .. } = self.request.timeframe;
        let (place, as_at, window_start) = (whose(self.followed.authority), as_at.in_words(), window_start.in_words());
        format!("{place} at {as_at}, window {window_start} to {as_at} ({basis})")
    }

    /// The ids of children in columns, where ids were asked for; else nothing, for a part of an id helps nobody.
    pub(super) fn ids(&self, ids: &[String]) -> String {
        if self.request.children { columns(ids, 2) } else { String::new() }
    }

    /// How to see ids, where they were not asked for.
    pub(super) fn how_to_see_ids(&self) -> &'static str {
        if self.request.children { "" } else { "\nIds are left out: the same command with --children lists them.\n" }
    }

    /// Where a cell of a row is, as a spreadsheet names it where it is in one.
    pub(super) fn place_of_cell(&self, source: Source, column: &str) -> String {
        self.followed.clean.input.place_of(source, column)
    }

    pub(super) fn file(&self, source: Source) -> &str {
        self.followed.clean.input.files.get(source.file as usize).map_or("", |file| file.shown.as_str())
    }

    /// The child's position among the authority's children.
    pub(super) fn find_child(&self, text: &str) -> Result<usize, ExplainError> {
        let id = ChildId::read(text.as_bytes(), &self.followed.clean.long);
        let children = &self.followed.histories.clean.children;
        children.iter().position(|child| Some(child.id) == id).ok_or_else(|| {
            let ids = children.iter().map(|child| self.followed.id(child.id));
            let (near, remedy) = super::near::in_words(text, ids, self.request.children);
            ExplainError::UnknownChild { authority: whose(self.followed.authority), child: visible(text), near, remedy }
        })
    }
}

/// A day as the tables of a history show it, or `open`.
pub(super) fn day_or_open(day: Option<Day>) -> String {
    day.map_or("open".to_owned(), Day::slashed)
}

//! Calculated figures compared with published ones: reports in, differences out.

pub(crate) mod line;
pub(crate) mod tables;
pub(crate) mod words;

use crate::read_back::figure::FigureRow;
use crate::read_back::given::seeds_of;
use crate::read_back::report::{Report, ReportTable, UnsoundReport};
use crate::returns::files::shown;
use crate::seeds::Seeds;
use crate::seeds::file::SeedError;
use crate::seeds::indicators::find;
use crate::seeds::published::figure::LeftOut;
use crate::timeframe::{AsAtError, Basis, Timeframe, read_as_at};
use line::{Line, Outcome, Tolerance};
use miette::Diagnostic;
use std::path::Path;
use thiserror::Error;

/// Reports that cannot be set against published figures.
#[derive(Debug, Error, Diagnostic)]
pub(crate) enum NotTested {
    /// A report cannot be read back.
    #[error(transparent)]
    #[diagnostic(transparent)]
    Report(#[from] UnsoundReport),
    /// The list of authorities that a run read by cannot be had.
    #[error("the lists that {report} was made with cannot be read")]
    #[diagnostic(help("give its list of authorities with --authorities FILE"))]
    Lists {
        /// The report.
        report: String,
        /// What is wrong.
        source: SeedError,
    },
    /// The published figures cannot be read.
    #[error(transparent)]
    #[diagnostic(transparent)]
    Published(#[from] SeedError),
    /// A record's day is none.
    #[error("{report} has no day of figures")]
    #[diagnostic(help("run it again"))]
    Day {
        /// The report.
        report: String,
        /// What is wrong.
        source: AsAtError,
    },
}

/// What reports are compared with.
#[derive(Debug, Clone, Copy)]
pub struct Against<'given> {
    /// The user's table of published figures, in addition to those built in.
    pub(crate) published: Option<&'given Path>,
    /// The list of authorities, in place of the one that each run used.
    pub(crate) authorities: Option<&'given Path>,
    /// How far a figure may differ from the published one.
    pub(crate) tolerance: Tolerance,
}

/// Reports compared with published figures.
#[derive(Debug)]
pub(crate) struct Backtest {
    /// The folders of the reports, with their days.
    pub(crate) reports: Vec<(String, String)>,
    /// A line for each figure that belongs to one year, in order of level, code, indicator, year and report.
    pub(crate) lines: Vec<Line>,
    /// The lines of the user's table about places that are not on the list of authorities; where lists differ, by the
    /// first list that lacks any.
    pub(crate) left_out: Option<LeftOut>,
    /// Whether built-in figures were used.
    pub(crate) built_in: bool,
}

impl Backtest {
    /// Compares the figures of reports with published ones; a folder may hold reports for several days.
    ///
    /// # Errors
    /// Where a report or a list cannot be read.
    pub(crate) fn of<'path>(
        folders: impl IntoIterator<Item = &'path Path>,
        against: &Against<'_>,
    ) -> Result<Backtest, NotTested> {
        let mut backtest = Backtest { reports: Vec::new(), lines: Vec::new(), left_out: None, built_in: false };
        for folder in folders {
            for report in Report::read_days(folder, &ReportTable::COMPARED)? {
                backtest.add(&report, against)?;
            }
        }
        // The sort keeps the order of reports.
        backtest.lines.sort_by(|one, other| (&one.key, one.year).cmp(&(&other.key, other.year)));
        Ok(backtest)
    }

    fn add(&mut self, report: &Report, against: &Against<'_>) -> Result<(), NotTested> {
        let folder = shown(&report.folder);
        let seeds = seeds_of(report, against.authorities)
            .map_err(|source| NotTested::Lists { report: folder.clone(), source })?;
        let Seeds { authorities, published, indicators, .. } = seeds;
        self.built_in |= !published.is_empty();
        let published = match against.published {
            Some(file) => published.with_file(file, &authorities, &indicators)?,
            None => published,
        };
        self.left_out = self.left_out.take().or_else(|| published.left_out().cloned());
        // The basis does not matter: at 31 March, and for exams, the year is the same.
        let timeframe = read_as_at(&report.record.as_at).and_then(|as_at| Timeframe::new(as_at, Basis::Rolling));
        let timeframe = timeframe.map_err(|source| NotTested::Day { report: folder.clone(), source })?;
        for figure in report.rows() {
            let figure: FigureRow = figure?;
            let Some(seed) = find(&indicators, figure.indicator) else { continue };
            let calculated = line::Calculated { report: &folder, timeframe: &timeframe, figure };
            self.lines.extend(Line::of(calculated, seed, &published, against.tolerance));
        }
        self.reports.push((folder, report.record.as_at.clone()));
        Ok(())
    }

    /// How many figures are within the tolerance, differ, and cannot be compared.
    pub(crate) fn counts(&self) -> [usize; 3] {
        let mut counts = [0; 3];
        for line in &self.lines {
            counts[match line.outcome {
                Outcome::Within(_) => 0,
                Outcome::Differs(_) => 1,
                Outcome::NotComparable(_) => 2,
            }] += 1;
        }
        counts
    }
}

//! Figures that runs calculated, set against those that were published: reports in, differences out.

pub mod line;
pub mod tables;
pub mod tolerance;
pub mod words;

use crate::backtest::tolerance::Tolerance;
use crate::compare::figures;
use crate::compare::report::{Report, UnsoundReport};
use crate::compare::side::seeds_of;
use crate::returns::files::shown;
use crate::seeds::Seeds;
use crate::seeds::file::SeedError;
use crate::seeds::published::figure::LeftOut;
use crate::timeframe::{AsAtError, Basis, Timeframe, read_as_at};
use line::{Line, Outcome};
use miette::Diagnostic;
use std::path::Path;
use thiserror::Error;

/// Reports that cannot be set against published figures.
#[derive(Debug, Error, Diagnostic)]
pub enum NotTested {
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

/// What reports are set against.
#[derive(Debug, Clone, Copy)]
pub struct Against<'given> {
    /// The user's table of published figures, beside those built in.
    pub published: Option<&'given Path>,
    /// The list of authorities, in place of that which each run read by.
    pub authorities: Option<&'given Path>,
    /// How far a figure may lie from the published one.
    pub tolerance: Tolerance,
}

/// What came of it.
#[derive(Debug)]
pub struct Backtest {
    /// The folders of the reports, with their days.
    pub reports: Vec<(String, String)>,
    /// A line for each figure that is of a year, in order of level, code, indicator, year and report.
    pub lines: Vec<Line>,
    /// The lines of the user's table that are of places not on the list of authorities; where lists differ, on the
    /// first that lacks any.
    pub left_out: Option<LeftOut>,
    /// Whether figures built in stand beside those of the user's table.
    pub built_in: bool,
}

impl Backtest {
    /// Sets the figures of reports against published ones; a folder may hold a report for each of several days.
    ///
    /// # Errors
    /// Where a report or a list cannot be read.
    pub fn of<'path>(
        folders: impl IntoIterator<Item = &'path Path>,
        against: &Against<'_>,
    ) -> Result<Backtest, NotTested> {
        let mut backtest = Backtest { reports: Vec::new(), lines: Vec::new(), left_out: None, built_in: false };
        for folder in folders {
            for report in Report::read_days(folder)? {
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
            Some(file) => published.with_file(file, &authorities)?,
            None => published,
        };
        self.left_out = self.left_out.take().or_else(|| published.left_out().cloned());
        // The window is of no matter: at 31 March, and for exams, both bases have the same year.
        let timeframe = read_as_at(&report.record.as_at).and_then(|as_at| Timeframe::new(as_at, Basis::Rolling));
        let timeframe = timeframe.map_err(|source| NotTested::Day { report: folder.clone(), source })?;
        for (key, named) in figures::read(report)? {
            let unit = indicators.iter().find(|seed| seed.number == key.indicator).map(|seed| seed.unit);
            let place = line::Place { report: &folder, timeframe: &timeframe, key, named };
            self.lines.extend(unit.and_then(|unit| Line::of(place, unit, &published, against.tolerance)));
        }
        self.reports.push((folder, report.record.as_at.clone()));
        Ok(())
    }

    /// How many figures lie within the tolerance, differ, and cannot be compared.
    pub fn counts(&self) -> [usize; 3] {
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

//! The whole story: returns in, figures out, one stage after another.

use crate::attack::Aim;
use crate::attack::published::{AuditError, audit};
use crate::benchmark::{Compared, ComparedFigure};
use crate::care::CareHistories;
use crate::contract::{PUBLISH, RECORD, RESTRICTED};
use crate::day::Day;
use crate::disclosure::{Protected, protect};
use crate::figures::Figures;
use crate::finding::Finding;
use crate::indicators::Outcomes;
use crate::ledger::Ledger;
use crate::policy::Policies;
use crate::progress::Progress;
use crate::publish;
use crate::quality::{CleanReturns, clean};
use crate::reconciliation::Reconciliation;
use crate::report::charts::{Charts, Drawing};
use crate::report::folder::{OF_RUN, ReportFolder, Written};
use crate::report::record::{Lists, Ran};
use crate::report::{
    ReportError, authority, children, cleaning, comparators, disclosure, indicators, methods, quality, reconciliation,
    record, targets, years,
};
use crate::returns::file::Outcome;
use crate::returns::files::FoundFiles;
use crate::returns::place::Place;
use crate::returns::{Kept, Returns, read};
use crate::seeds::Seeds;
use crate::seeds::disclosure::Profile;
use crate::timeframe::Timeframe;
use crate::verdict::Verdict;
use crate::verdict::statement::{self, Statement};
use polars::prelude::PolarsError;
use rayon::prelude::*;
use std::collections::BTreeMap;
use std::io::{self, Write};
use std::path::PathBuf;
use thiserror::Error;

/// What a run is asked to do.
#[derive(Debug)]
pub struct Request {
    /// The files of returns.
    pub found: FoundFiles,
    /// The days of figures, one report each.
    pub timeframes: Vec<Timeframe>,
    /// How many years each figure is followed over, its own included.
    pub years: usize,
    /// Where the report goes; with several days, a folder for each below it.
    pub out: PathBuf,
    /// The authority and year of files that do not tell.
    pub given: Place,
    /// The choices in force.
    pub policies: Policies,
    /// The lists in force.
    pub seeds: Seeds,
    /// Where the lists come from.
    pub lists: Lists,
    /// Which charts are drawn.
    pub charts: Drawing,
    /// How what is published is protected; none publishes nothing.
    pub disclosure: Option<Profile>,
    /// The command line, for the record.
    pub arguments: Vec<String>,
    /// When, as seconds since 1970, for the record.
    pub written_at: i64,
}

/// A run that could not be carried out.
#[derive(Debug, Error)]
pub enum RunError {
    /// No file holds a table of a return.
    #[error("none of the {files} files can be read as a table of a return: {first}")]
    NothingRead {
        /// How many there are.
        files: usize,
        /// What is wrong with the first that could be mended, else with the first.
        first: String,
    },
    /// A query failed.
    #[error("the figures cannot be counted: {0}")]
    Count(#[from] PolarsError),
    /// The report cannot be written.
    #[error(transparent)]
    Report(#[from] ReportError),
    /// Some row or child is unaccounted for.
    #[error("the counts do not agree, which is a fault of the program; nothing was written: {}", .0.join("; "))]
    NotReconciled(Vec<String>),
    /// What would be published contradicts itself.
    #[error("the figures to be published contradict one another, which is a fault of the program; nothing was written")]
    Contradiction,
    /// What is to be published cannot be audited.
    #[error(transparent)]
    Audit(#[from] AuditError),
    /// What was to be published gives too much away.
    #[error("what was to be published gives too much away; nothing was written: {}", .0.join("; "))]
    Breach(Vec<String>),
}

/// What came of a run.
#[derive(Debug)]
pub struct Ended {
    /// The clean rows, with what was found in them.
    pub clean: CleanReturns,
    /// The figures of each day, in the order asked for.
    pub days: Vec<Compared>,
}

/// Reads returns, measures the ten indicators on each day and writes a report for each. Nothing is
/// put into place unless all of it could be written, and what is to be published has stood the attack.
///
/// # Errors
/// Where there is nothing to read, or a report cannot be written.
pub fn run(request: &Request, progress: Progress) -> Result<Ended, RunError> {
    let several = request.timeframes.len() > 1;
    let folder_of = |timeframe: &Timeframe| {
        if several { request.out.join(timeframe.as_at.to_string()) } else { request.out.clone() }
    };
    let folders: Vec<ReportFolder> = request
        .timeframes
        .iter()
        .map(|timeframe| ReportFolder::open(&folder_of(timeframe), OF_RUN))
        .collect::<Result<_, _>>()?;

    let returns = read(&request.found, &request.seeds, request.given, Kept::ForIndicators, progress);
    let returns = some_read(returns)?;
    let clean = clean(returns);
    let earlier = Earlier::measure(request, &clean, progress)?;
    let (mut days, mut unrecorded) = (Vec::new(), Vec::new());
    for (timeframe, folder) in request.timeframes.iter().zip(&folders) {
        let work = progress.pieces(&format!("Measuring {}", timeframe.as_at), 1);
        let Measured { histories, outcomes, reconciliation, statements, compared } =
            Measured::on(*timeframe, &clean, &request.seeds, &request.policies, &earlier.before(*timeframe))?;
        work.finish();
        let outputs = Report {
            request,
            clean: &clean,
            histories: &histories,
            outcomes: &outcomes,
            reconciliation: &reconciliation,
            statements: &statements,
            compared: &compared,
        }
        .write(folder, progress)?;
        unrecorded.push(Unrecorded { outputs, rows: reconciliation.rows, findings: histories.findings });
        days.push(compared);
    }
    if let Some(profile) = &request.disclosure {
        let protected = protect(&days, profile, &request.seeds).map_err(|_| RunError::Contradiction)?;
        for ((protected, folder), day) in protected.iter().zip(&folders).zip(&mut unrecorded) {
            day.outputs.extend(published(protected, &request.seeds, folder)?);
        }
        stand_the_attack(&folders, &request.seeds)?;
    }
    for ((day, compared), folder) in unrecorded.into_iter().zip(&days).zip(&folders) {
        day.record(request, &clean, compared, folder)?;
    }
    for folder in folders {
        folder.finish()?;
    }
    Ok(Ended { clean, days })
}

/// Writes what is published of one day, and for the owner what is hidden there and why.
fn published(protected: &Protected, seeds: &Seeds, folder: &ReportFolder) -> Result<Vec<Written>, ReportError> {
    let mut written = publish::folder::write(protected, &seeds.indicators, folder)?;
    written.push(folder.write(&format!("{RESTRICTED}/disclosure.csv"), |file| disclosure::write(protected, file))?);
    Ok(written)
}

/// Attacks what was written to be published, all days as one set.
fn stand_the_attack(folders: &[ReportFolder], seeds: &Seeds) -> Result<(), RunError> {
    let written: Vec<PathBuf> = folders.iter().map(|folder| folder.unfinished(PUBLISH)).collect();
    let audit = audit(&written, &seeds.indicators, Aim::Breaches)?;
    if audit.is_safe() { Ok(()) } else { Err(RunError::Breach([audit.breaches, audit.not_audited].concat())) }
}

/// What the record of one day still waits for.
struct Unrecorded {
    outputs: Vec<Written>,
    rows: Ledger,
    findings: Vec<Finding>,
}

impl Unrecorded {
    fn record(
        mut self,
        request: &Request,
        clean: &CleanReturns,
        compared: &Compared,
        folder: &ReportFolder,
    ) -> Result<(), ReportError> {
        self.outputs.sort();
        let ran = Ran {
            arguments: &request.arguments,
            timeframe: &compared.timeframe,
            policies: request.policies.settings(),
            disclosure: request.disclosure.as_ref(),
            lists: request.lists.clone(),
            years: request.years,
            configuration: &request.seeds.configuration,
            written_at: request.written_at,
            ledger: &self.rows,
        };
        folder.write(RECORD, |file| record::write(ran, clean, &self.findings, compared, &self.outputs, file))?;
        Ok(())
    }
}

/// What is measured on one day.
#[derive(Debug)]
pub struct Measured<'clean> {
    /// The care histories as they were known.
    pub histories: CareHistories<'clean>,
    /// What was decided about every child.
    pub outcomes: Outcomes,
    /// What stands behind each figure.
    pub reconciliation: Reconciliation,
    /// What is said of the figures' quality.
    pub statements: Vec<Statement>,
    /// The figures beside targets, in the order of the reconciliation.
    pub compared: Compared,
}

impl<'clean> Measured<'clean> {
    /// Takes clean rows to figures, stage after stage. `earlier` are the figures of the same day one year before,
    /// two, ..., without a gap.
    ///
    /// # Errors
    /// Where the figures cannot be counted, or do not add up.
    pub fn on(
        timeframe: Timeframe,
        clean: &'clean CleanReturns,
        seeds: &Seeds,
        policies: &Policies,
        earlier: &[&Figures],
    ) -> Result<Measured<'clean>, RunError> {
        let authorities = &seeds.authorities;
        let histories = CareHistories::build(clean, timeframe, policies);
        let outcomes = Outcomes::measure(&histories, authorities, policies, clean);
        let figures = Figures::count(&outcomes, authorities, timeframe)?;
        let reconciliation =
            Reconciliation::of(clean, &histories, &outcomes, &figures, authorities).map_err(RunError::NotReconciled)?;
        let both = figures.list.iter().zip(&reconciliation.list);
        let verdicts = both.map(|(figure, behind)| Verdict::on(figure, behind, &seeds.quality)).collect();
        let held = statement::held(clean, authorities);
        let statements = statement::statements(&figures.list, &reconciliation, &held, &timeframe, &seeds.quality);
        let compared = Compared::of(figures, verdicts, earlier, seeds);
        Ok(Measured { histories, outcomes, reconciliation, statements, compared })
    }
}

/// The figures of the same days in the years before, for change and trend.
struct Earlier {
    years: usize,
    figures: BTreeMap<Day, Figures>,
}

impl Earlier {
    /// Measures the years before each day, as far back as the current return of some authority is loaded.
    fn measure(request: &Request, clean: &CleanReturns, progress: Progress) -> Result<Earlier, RunError> {
        let loaded = |timeframe: &Timeframe| {
            clean.authorities.iter().any(|authority| authority.held.loaded(timeframe.current_year()))
        };
        let mut figures = BTreeMap::new();
        let years = request.years.saturating_sub(1);
        for timeframe in &request.timeframes {
            for before in timeframe.years_before(years).take_while(loaded) {
                if figures.contains_key(&before.as_at) {
                    continue;
                }
                let work = progress.pieces(&format!("Looking back to {}", before.as_at), 1);
                let histories = CareHistories::build(clean, before, &request.policies);
                let authorities = &request.seeds.authorities;
                let outcomes = Outcomes::measure(&histories, authorities, &request.policies, clean);
                figures.insert(before.as_at, Figures::count(&outcomes, authorities, before)?);
                work.finish();
            }
        }
        Ok(Earlier { years, figures })
    }

    /// The figures of one year before, two, ..., without a gap.
    fn before(&self, timeframe: Timeframe) -> Vec<&Figures> {
        timeframe.years_before(self.years).map_while(|before| self.figures.get(&before.as_at)).collect()
    }
}

/// The returns, where some file among them could be read.
///
/// # Errors
/// Where none of them is a table of a return.
pub fn some_read(returns: Returns) -> Result<Returns, RunError> {
    let usable = returns.files.iter().any(|file| matches!(file.outcome, Outcome::Read { .. }));
    if usable {
        return Ok(returns);
    }
    // A file that was refused can be mended; one that is left aside cannot.
    let refused = returns.files.iter().find_map(|file| match &file.outcome {
        Outcome::Refused(problem) => {
            Some(format!("{}, line {}: {}; {}", file.shown, problem.line, problem.found, problem.remedy))
        }
        _ => None,
    });
    let aside = || returns.files.first().map(|file| format!("{} holds no row of children", file.shown));
    Err(RunError::NothingRead { files: returns.files.len(), first: refused.or_else(aside).unwrap_or_default() })
}

/// The report of one day.
struct Report<'run> {
    request: &'run Request,
    clean: &'run CleanReturns,
    histories: &'run CareHistories<'run>,
    outcomes: &'run Outcomes,
    reconciliation: &'run Reconciliation,
    statements: &'run [Statement],
    compared: &'run Compared,
}

impl Report<'_> {
    /// Writes all but the record.
    fn write(&self, folder: &ReportFolder, progress: Progress) -> Result<Vec<Written>, ReportError> {
        let Report { request, clean, histories, outcomes, reconciliation: reconciled, statements, compared } = *self;
        let Seeds { authorities, indicators: seeds, configuration, .. } = &request.seeds;
        let measures = &request.seeds.quality;
        let table = |name: &str, fill: &dyn Fn(&mut dyn Write) -> io::Result<()>| {
            folder.write(&format!("{RESTRICTED}/{name}.csv"), |file| fill(file))
        };
        let (of_children, (of_places, of_authorities)) = rayon::join(
            || {
                let children = table("children", &|file| children::write(outcomes, clean, authorities, file))?;
                let cleaning = table("cleaning", &|file| cleaning::write(clean, histories, authorities, file))?;
                Ok::<_, ReportError>([children, cleaning])
            },
            || {
                rayon::join(
                    || {
                        let ledgers =
                            table("reconciliation", &|file| reconciliation::write(reconciled, compared, seeds, file))?;
                        let figures =
                            table("indicators", &|file| indicators::write(compared, seeds, configuration, file))?;
                        let quality = table("quality", &|file| quality::write(statements, measures, compared, file))?;
                        let beside = table("comparators", &|file| comparators::write(compared, file))?;
                        let years = table("years", &|file| years::write(compared, seeds, configuration, file))?;
                        let targets = table("targets", &|file| targets::write(compared, file))?;
                        let methods = folder.write(&format!("{RESTRICTED}/methods.txt"), |file| {
                            methods::write(compared, &request.seeds, file)
                        })?;
                        Ok::<_, ReportError>([ledgers, figures, quality, beside, years, targets, methods])
                    },
                    || self.of_each_authority(folder, progress),
                )
            },
        );
        let mut outputs = of_authorities?;
        outputs.extend(of_children?);
        outputs.extend(of_places?);
        Ok(outputs)
    }

    /// The table and, where wanted, the charts of each authority.
    fn of_each_authority(&self, folder: &ReportFolder, progress: Progress) -> Result<Vec<Written>, ReportError> {
        let figures: Vec<_> = self.compared.by_authority().collect();
        let work = progress.pieces("Writing", figures.len() as u64);
        // Tables are small: cores that make files in one folder side by side mostly wait for each other.
        let tables: Result<Vec<_>, ReportError> = figures.iter().map(|figures| self.table(figures, folder)).collect();
        let mut written = tables?;
        if let Some(charts) = Charts::new(self.compared, &self.request.seeds, folder, self.request.charts) {
            let of_each: Result<Vec<_>, ReportError> = figures
                .into_par_iter()
                .map(|figures| {
                    let written = charts.of_authority(figures)?;
                    work.advance(1);
                    Ok(written)
                })
                .collect();
            written.extend(of_each?.concat());
            written.extend(charts.of_all()?);
        }
        work.finish();
        Ok(written)
    }

    fn table(&self, figures: &[ComparedFigure], folder: &ReportFolder) -> Result<Written, ReportError> {
        let seeds = &self.request.seeds.indicators;
        let place = &figures[0].figure;
        let path = format!("{RESTRICTED}/authorities/{}.csv", authority::file_name(&place.code, &place.name));
        folder.write(&path, |file| authority::write(figures, seeds, file))
    }
}

/// The findings of a run that rejected a row, in order of file and line.
pub fn rejections(clean: &CleanReturns) -> impl Iterator<Item = &Finding> {
    clean.findings.iter().filter(|finding| record::is_rejection(finding))
}

//! The whole story: returns in, figures out, one stage after another.

mod exact;
mod loaded;
mod measured;
mod public;
pub mod request;

pub use loaded::Unanswered;
pub use measured::Measured;

use crate::benchmark::Compared;
use crate::contract::RECORD;
use crate::output::error::ReportError;
use crate::output::folder::{OF_RUN, ReportFolder, Written};
use crate::progress::Progress;
use crate::quality::ledger::Ledger;
use crate::quality::{InputAccount, clean};
use crate::report::record::{self, Ran};
use crate::returns::file::Outcome;
use crate::returns::finding::Finding;
use crate::returns::{Kept, Returns, read};
use crate::run::request::{Request, RunError};
use crate::timeframe::Timeframe;
use exact::ExactTables;
use measured::Earlier;
use public::{Public, ToPublish};

/// What came of a run.
#[derive(Debug)]
pub struct Ended {
    /// What became of the files.
    pub input: InputAccount,
    /// The figures of each day, in the order asked for.
    pub days: Vec<Compared>,
    /// What was published already and can be mended no more, a line each.
    pub already: Vec<String>,
    /// Why there is no figure of a day, for each of which there is none.
    pub unanswered: Vec<Unanswered>,
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
    let unanswered = loaded::unanswered(&clean, &request.timeframes);
    let earlier = Earlier::measure(request, &clean, progress)?;
    let (mut days, mut unrecorded) = (Vec::new(), Vec::new());
    for (timeframe, folder) in request.timeframes.iter().zip(&folders) {
        let work = progress.pieces(&format!("Measuring {}", timeframe.as_at), 1);
        let measured = Measured::on(request.setting(*timeframe), &clean, &earlier.before(*timeframe))?;
        work.finish();
        let outputs = ExactTables { request, clean: &clean, measured: &measured }.write(folder)?;
        let Measured { histories, reconciliation, compared, .. } = measured;
        unrecorded.push(Unrecorded { outputs, rows: reconciliation.rows, findings: histories.findings });
        days.push(compared);
    }
    // All that follows is of figures: the rows of children make room for it.
    let input = clean.into_input();
    for ((day, compared), folder) in unrecorded.iter_mut().zip(&days).zip(&folders) {
        day.outputs.extend(exact::packs(request, compared, folder, progress)?);
    }
    let public = match &request.disclosure {
        Some(profile) => {
            ToPublish { request, profile, days: &days, earlier: &earlier, folders: &folders }.publish(progress)?
        }
        None => Public::default(),
    };
    for (day, written) in unrecorded.iter_mut().zip(public.written) {
        day.outputs.extend(written);
    }
    for ((day, compared), folder) in unrecorded.into_iter().zip(&days).zip(&folders) {
        day.record(request, &input, compared, folder)?;
    }
    for folder in folders {
        folder.finish()?;
    }
    Ok(Ended { input, days, already: public.already, unanswered: unanswered.into_iter().flatten().collect() })
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
        input: &InputAccount,
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
        folder.write(RECORD, |file| record::write(ran, input, &self.findings, compared, &self.outputs, file))?;
        Ok(())
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
    // A file that was refused can be corrected; one that was skipped cannot.
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

//! A run: returns in, figures out, one stage after another.

mod decided;
pub mod error;
mod exact;
mod loaded;
mod measured;
mod public;
pub(crate) mod request;
pub mod unanswered;

pub(crate) use loaded::some_read;
pub use measured::Measured;

use crate::benchmark::Compared;
use crate::contract::RECORD;
use crate::intake::Intake;
use crate::output::folder::{OF_RUN, ReportFolder, Written};
use crate::progress::Progress;
use crate::publish;
use crate::quality::ledger::Ledger;
use crate::quality::{InputAccount, clean};
use crate::report::record::{self, Ran};
use crate::returns::finding::Finding;
use crate::returns::read;
use crate::returns::written::Kept;
use error::RunError;
use exact::ExactTables;
use measured::Earlier;
use public::{Public, ToPublish};
use request::Request;

/// What came of a run.
#[derive(Debug)]
pub(crate) struct Ended {
    /// What became of the files.
    pub input: InputAccount,
    /// The figures of each day, in the order asked for.
    pub days: Vec<Compared>,
    /// What was published already and cannot be undone, a line each.
    pub already: Vec<String>,
    /// What hiding costs, a line each day that is published.
    pub costs: Vec<String>,
}

/// Reads returns, measures the ten indicators on each day and writes a report for each. Nothing is put into place unless
/// all of it could be written and what is to be published passed its audit.
///
/// # Errors
/// Where there is nothing to read, or a report cannot be written.
pub(crate) fn run(request: &Request, progress: Progress) -> Result<Ended, RunError> {
    let Request { returns, timeframes, years, policies, seeds, wanted, publication, invocation, .. } = request;
    let folders = request.folders();
    let folders = folders.iter().map(|folder| ReportFolder::open(folder, OF_RUN)).collect::<Result<Vec<_>, _>>()?;
    let returns = some_read(read(&returns.found, seeds, returns.place, Kept::ForIndicators, progress))?;
    let clean = clean(returns, seeds, policies);
    loaded::all_answered(&clean, timeframes, &seeds.authorities)?;
    let intake = Intake::of(&clean, seeds);
    let settings = request.settings();
    let earlier = Earlier::measure(&settings, *years, &clean, progress)?;
    let (mut days, mut decided, mut unrecorded) = (Vec::new(), Vec::new(), Vec::new());
    for (setting, folder) in settings.into_iter().zip(&folders) {
        let work = progress.pieces(&format!("Measuring {}", setting.timeframe.as_at), 1);
        let measured = Measured::on(setting, &clean, &earlier.before(setting.timeframe))?;
        work.finish();
        let outputs = ExactTables { seeds, clean: &clean, intake: &intake, measured: &measured }.write(folder)?;
        let Measured { histories, reconciliation, decided: of_day, compared, .. } = measured;
        unrecorded.push(Unrecorded { outputs, rows: reconciliation.rows, findings: histories.findings });
        decided.push(of_day);
        days.push(compared);
    }
    // All that follows is about figures: the rows of children make room for it.
    let input = clean.into_input();
    for ((day, compared), folder) in unrecorded.iter_mut().zip(&days).zip(&folders) {
        day.outputs.extend(exact::packs(compared, &intake, seeds, *wanted, folder, progress)?);
    }
    let public = match publication {
        Some(publication) => {
            let (days, decided, earlier, folders) = (&days, &decided, &earlier, &folders);
            ToPublish { publication, seeds, wanted: *wanted, days, decided, earlier, folders }.publish(progress)?
        }
        None => Public::default(),
    };
    for (day, written) in unrecorded.iter_mut().zip(public.written) {
        day.outputs.extend(written);
    }
    for ((mut day, compared), folder) in unrecorded.into_iter().zip(&days).zip(&folders) {
        if let Some(publication) = publication {
            let (timeframe, profile) = (&compared.timeframe, &publication.profile.name);
            day.outputs.push(publish::record::write(timeframe, policies.settings(), profile, &day.outputs, folder)?);
        }
        day.outputs.sort();
        let ran = Ran {
            invocation,
            timeframe: &compared.timeframe,
            policies: policies.settings(),
            disclosure: publication.as_ref().map(|publication| &publication.profile),
            years: *years,
            configuration: &seeds.configuration,
            ledger: &day.rows,
        };
        folder.write(RECORD, |file| record::write(ran, &input, &day.findings, compared, &day.outputs, file))?;
    }
    for folder in folders {
        folder.finish()?;
    }
    Ok(Ended { input, days, already: public.already, costs: public.costs })
}

/// What is kept of one day for its record.
struct Unrecorded {
    outputs: Vec<Written>,
    rows: Ledger,
    findings: Vec<Finding>,
}

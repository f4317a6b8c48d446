//! A run: returns in, figures out, one stage after another.

mod costs;
pub(crate) mod covered;
mod decided;
pub mod error;
pub(crate) mod every;
mod exact;
mod folders;
mod groups;
mod kept;
mod loaded;
mod measured;
mod of_children;
mod over_all;
mod public;
pub(crate) mod request;
pub mod unanswered;
mod unasked;

pub(crate) use loaded::{all_answered, some_read};
pub use measured::Measured;

use crate::benchmark::Compared;
use crate::breakdowns::Breakdowns;
use crate::context;
use crate::contract::RECORD;
use crate::forecast::Forecast;
use crate::forecast::ahead::{Ahead, Undated};
use crate::forecast::quarters::Quarters;
use crate::intake::Intake;
use crate::output::folder::Written;
use crate::pack_files::destination::Wanted;
use crate::progress::Progress;
use crate::publish;
use crate::quality::ledger::Ledger;
use crate::quality::{CleanReturns, InputAccount, clean};
use crate::report::record::{self, Ran};
use crate::returns::finding::Finding;
use crate::returns::read;
use crate::returns::written::Kept;
use crate::setting::Setting;
use crate::timeframe::Timeframe;
use covered::Covered;
use error::RunError;
use exact::{ExactTables, LookAhead, More};
use folders::Folders;
use groups::groups_to_publish;
use measured::Earlier;
use over_all::OverAll;
use public::{Public, ToPublish};
use request::{Days, Request};
use std::path::PathBuf;
use unanswered::Unanswered;
use unasked::Unasked;

/// What came of a run.
#[derive(Debug)]
pub(crate) struct Ended {
    /// What became of the files.
    pub input: InputAccount,
    /// The figures of each day, in the order asked for.
    pub days: Vec<Compared>,
    /// The folder of each day's report, as [`Ended::days`].
    pub folders: Vec<PathBuf>,
    /// What tells the day, where none was asked for.
    pub covered: Option<Covered>,
    /// What was published already and cannot be undone, a line each.
    pub already: Vec<String>,
    /// What is left out since there are too many authorities to make it unasked, a line each.
    pub left_out: Vec<String>,
    /// What hiding costs, a line each day that is published.
    pub costs: Vec<String>,
}

/// Reads returns, measures the ten indicators on each day and writes a report for each, and one over all of several.
/// Nothing is put into place unless all of it could be written and what is to be published passed its audit.
///
/// # Errors
/// Where there is nothing to read, or a report cannot be written.
pub(crate) fn run(request: &Request, progress: Progress) -> Result<Ended, RunError> {
    let Request { returns, years, policies, seeds, wanted, publication, invocation, .. } = request;
    // Before anything is read, so that a folder that cannot be written to is said at once.
    let opened = request.folders_known().map(|folders| Folders::open(&folders, request)).transpose()?;
    let returns = some_read(read(&returns.found, seeds, returns.place, Kept::ForIndicators, progress))?;
    let clean = clean(returns, seeds, policies);
    let (timeframes, covered) = days(&request.days, &clean)?;
    loaded::all_answered(&clean, &timeframes, &seeds.authorities)?;
    let places = request.folders(&timeframes);
    let Folders { days: folders, over_all } = opened.map_or_else(|| Folders::open(&places, request), Ok)?;
    let ours = clean.authorities.iter().map(|of| seeds.authorities.get(of.authority));
    let ours = ours.map(|authority| (authority.code.as_str(), authority.name.as_str())).collect();
    let series = over_all.is_some().then(|| request.folder_over_all());
    folders::none_of_others(places.iter().chain(&series).map(PathBuf::as_path), &ours)?;
    let intake = Intake::of(&clean, seeds);
    let settings = request.settings(&timeframes);
    let earlier = Earlier::measure(&settings, *years, &clean, progress)?;
    let (mut days, mut decided, mut unrecorded, mut flows) = (Vec::new(), Vec::new(), Vec::new(), None);
    let unasked = Unasked::of(clean.authorities.len(), *wanted, &request.days, &timeframes);
    for (setting, folder) in settings.into_iter().zip(&folders) {
        let work = progress.pieces(&format!("Measuring {}", setting.timeframe.as_at), 1);
        let measured = Measured::on(setting, &clean, &earlier.before(setting.timeframe))?;
        work.finish();
        let is_ahead = unasked.looks_ahead_from(&setting.timeframe, &timeframes);
        let ahead = if is_ahead { look_ahead(setting, &clean, *wanted)? } else { None };
        let figures: Vec<_> = measured.compared.list.iter().map(|compared| &compared.figure).collect();
        let breakdowns = Breakdowns::of(&figures, &measured.histories, &measured.outcomes, setting, &clean);
        let breakdowns = breakdowns.map_err(RunError::NotReconciled)?;
        let context = context::rows(&measured.histories, setting, &clean).map_err(RunError::NotReconciled)?;
        let tables = ExactTables {
            seeds,
            clean: &clean,
            intake: &intake,
            measured: &measured,
            breakdowns: &breakdowns,
            context: &context,
            ahead: ahead.as_ref().map(|ahead| &ahead.forecast),
        };
        let mut outputs = tables.write(folder)?;
        let has_children = wanted.wants_children_of(clean.authorities.len());
        if has_children {
            outputs.extend(of_children::write(&tables, setting, folder, progress)?);
        }
        flows = over_all::flows_at_last(&timeframes, &measured, setting, &clean).or(flows);
        let Measured { histories, reconciliation, decided: of_day, compared, .. } = measured;
        unrecorded.push(Unrecorded {
            outputs,
            rows: reconciliation.rows,
            findings: histories.findings,
            more: More { ahead, breakdowns, context, has_children, is_published: publication.is_some() },
        });
        decided.push(of_day);
        days.push(compared);
    }
    // All that follows is about figures: the rows of children make room for it.
    let input = clean.into_input();
    for ((day, compared), folder) in unrecorded.iter_mut().zip(&days).zip(&folders) {
        day.outputs.extend(exact::packs(compared, &day.more, &intake, seeds, *wanted, folder, progress)?);
    }
    let public = match publication {
        Some(publication) => {
            let (days, decided, earlier, folders) = (&days, &decided, &earlier, &folders);
            let of_day = |(day, compared): (&Unrecorded, &Compared)| {
                groups_to_publish(&publication.breakdowns, &day.more.breakdowns, compared)
            };
            let groups: Vec<_> = unrecorded.iter().zip(days).map(of_day).collect();
            let ahead = unrecorded.iter().map(|day| day.more.ahead.as_ref().filter(|_| publication.forecast));
            let ahead: Vec<_> = ahead.map(|ahead| ahead.map(|ahead| &ahead.forecast)).collect();
            let populations: Vec<_> = unrecorded.iter().map(|day| day.more.context.as_slice()).collect();
            let (groups, populations, ahead) = (&groups, &populations, &ahead);
            let wanted = *wanted;
            ToPublish { publication, seeds, wanted, days, decided, earlier, groups, populations, ahead, folders }
                .publish(progress)?
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
            ledger: &day.rows,
        };
        folder.write(RECORD, |file| record::write(ran, &input, &day.findings, compared, &day.outputs, file))?;
    }
    if let Some((folder, flows)) = over_all.as_ref().zip(flows.as_ref()) {
        let (wanted, policies) = (*wanted, policies.settings());
        OverAll { days: &days, flows, published: public.series, seeds, policies, wanted, invocation }
            .write(&input, folder, progress)?;
    }
    for folder in &folders {
        kept::no_comment_is_lost(folder)?;
    }
    for folder in folders.into_iter().chain(over_all) {
        folder.finish()?;
    }
    let left_out = unasked.in_words();
    Ok(Ended { input, days, folders: places, covered, already: public.already, left_out, costs: public.costs })
}

/// The days of the figures; where none is given, the last month end that the returns cover, and what tells so.
///
/// # Errors
/// Where none lies between the first that is asked for and the last that the returns cover.
fn days(days: &Days, clean: &CleanReturns) -> Result<(Vec<Timeframe>, Option<Covered>), Unanswered> {
    let covered = || Covered::by(clean);
    Ok(match days {
        Days::Given(timeframes) => (timeframes.clone(), None),
        Days::LastCovered(basis) => {
            let covered = covered();
            (covered.iter().map(|covered| covered.timeframe(*basis)).collect(), covered)
        }
        Days::Every(every, first, last) => {
            let covered = || covered().map(|covered| covered.timeframe(first.basis));
            let last = last.or_else(covered).ok_or(Unanswered::NoDay)?;
            let timeframes = every.days(first, &last);
            if timeframes.is_empty() {
                let (first, last) = (first.as_at.in_words(), last.as_at.in_words());
                return Err(Unanswered::NoDayBetween { every: every.in_words(), first, last });
            }
            (timeframes, None)
        }
    })
}

/// Looks ahead from a day to the end of its year; not from the last day of a year.
fn look_ahead(setting: Setting<'_>, clean: &CleanReturns, wanted: Wanted) -> Result<Option<LookAhead>, RunError> {
    let Some(timeframe) = setting.timeframe.to_end_of_year() else { return Ok(None) };
    let ahead = Ahead::new(timeframe, setting.seeds, setting.policies, Undated::AsGiven);
    let forecast = Forecast::of(&ahead, clean)?;
    let quarters = wanted.packs.then(|| Quarters::of(&ahead, clean)).transpose()?;
    Ok(Some(LookAhead { forecast, quarters }))
}

/// What is kept of one day for its record.
struct Unrecorded {
    outputs: Vec<Written>,
    rows: Ledger,
    findings: Vec<Finding>,
    more: More,
}

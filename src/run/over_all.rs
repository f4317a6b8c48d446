//! The report over several days: every figure in the order of its days, and what happened in each month alone.

use super::measured::Measured;
use crate::benchmark::Compared;
use crate::contract::{PUBLISH, RESTRICTED, SERIES, SERIES_RECORD};
use crate::flows::Flows;
use crate::flows::months::Months;
use crate::output::error::ReportError;
use crate::output::folder::{ReportFolder, ReportName, Written};
use crate::pack_files;
use crate::pack_files::destination::{BelowReport, Wanted};
use crate::progress::Progress;
use crate::publish::series::SERIES_TABLE;
use crate::quality::{CleanReturns, InputAccount};
use crate::report::record::Invocation;
use crate::report::tables_record::{self, Ran};
use crate::report::{columns, flows, series};
use crate::seeds::Seeds;
use crate::seeds::policies::Settings;
use crate::setting::Setting;
use crate::timeframe::{Basis, Timeframe};
use serde::Serialize;
use std::io::{self, Write};

/// The names in the report.
pub(super) const NAME: ReportName = ReportName { tables: RESTRICTED, published: Some(PUBLISH), record: SERIES_RECORD };

/// What happened in each month from that of the first of several days to that of the last, where these are the measures
/// of the last: what is known on it is known of all.
pub(super) fn flows_at_last(
    days: &[Timeframe],
    measured: &Measured<'_>,
    setting: Setting<'_>,
    clean: &CleanReturns,
) -> Option<Flows> {
    let as_at = || days.iter().map(|day| day.as_at);
    let (first, last) = as_at().min().zip(as_at().max())?;
    let is_due = first < last && setting.timeframe.as_at == last;
    is_due.then(|| Flows::of(&measured.histories, setting, clean, Months::spanning(first, last)))
}

/// What is written over all days.
#[derive(Debug)]
pub(super) struct OverAll<'run> {
    /// The figures of each day.
    pub days: &'run [Compared],
    /// What happened in each month.
    pub flows: &'run Flows,
    /// The published figures of all days, where any are.
    pub published: Option<Vec<u8>>,
    /// The lists in force.
    pub seeds: &'run Seeds,
    /// The choices in force.
    pub policies: Settings,
    /// Which files of the packs are made.
    pub wanted: Wanted,
    /// How the run was called.
    pub invocation: &'run Invocation,
}

/// What the record says of the days.
#[derive(Serialize)]
struct OfDays {
    as_at: Vec<String>,
    basis: Option<Basis>,
    policies: Settings,
}

impl OverAll<'_> {
    /// Writes the tables and their record.
    ///
    /// # Errors
    /// Where a file cannot be written.
    pub fn write(self, input: &InputAccount, folder: &ReportFolder, progress: Progress) -> Result<(), ReportError> {
        let OverAll { days, flows, published, seeds, policies, wanted, invocation } = self;
        let write = |name: &str, fill: &dyn Fn(&mut dyn Write) -> io::Result<()>| {
            folder.write(&format!("{RESTRICTED}/{name}"), |file| fill(file))
        };
        let mut outputs: Vec<Written> = vec![
            write("columns.csv", &|file| columns::write(&[SERIES], file))?,
            write("flows.csv", &|file| flows::write(flows, file))?,
            write("methods.txt", &|file| series::write_methods(file))?,
            write("series.csv", &|file| series::write(days, &seeds.indicators, &seeds.configuration, file))?,
        ];
        if wanted.packs {
            let mut in_order: Vec<&Compared> = days.iter().collect();
            in_order.sort_by_key(|day| day.timeframe.as_at);
            let destination = BelowReport { report: folder, folder: RESTRICTED, wanted };
            outputs.extend(pack_files::series::write(&in_order, flows, seeds, &destination, progress)?);
        }
        if let Some(published) = published {
            outputs.push(folder.write(&format!("{PUBLISH}/{SERIES_TABLE}"), |file| file.write_all(&published))?);
        }
        outputs.sort();
        let of = OfDays {
            as_at: days.iter().map(|day| day.timeframe.as_at.to_string()).collect(),
            basis: days.first().map(|day| day.timeframe.basis),
            policies,
        };
        let ran = Ran { arguments: &invocation.arguments, lists: &invocation.lists, written_at: invocation.written_at };
        folder.write(SERIES_RECORD, |file| tables_record::write(ran, of, input, &outputs, file))?;
        Ok(())
    }
}

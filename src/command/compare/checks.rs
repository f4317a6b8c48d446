//! Two checks compared.

use crate::check::between::Between;
use crate::check::since::Earlier;
use crate::command::error::CliError;
use crate::command::outcome::{Exit, print};
use crate::compare::tables;
use crate::contract::{CHECK_RECORD, COMPARISON, COMPARISON_RECORD, RECORD};
use crate::output::error::ReportError;
use crate::report::columns;
use crate::returns::files::shown;
use serde::Serialize;
use std::path::Path;

/// What is compared, for the record.
#[derive(Serialize)]
struct Compared<'run> {
    program: &'static str,
    version: &'static str,
    before: &'run str,
    after: &'run str,
}

/// Whether a folder holds a check, and no report of a run, which goes before it.
pub(super) fn is_check(folder: &Path) -> bool {
    folder.join(CHECK_RECORD).is_file() && !folder.join(RECORD).is_file()
}

/// Compares two checks and prints what came of it.
///
/// # Errors
/// Where one is no check, or the table cannot be written.
pub(super) fn compare(before: &Path, after: &Path, children: bool, out: Option<&Path>) -> Result<Exit, CliError> {
    if let Some(other) = [before, after].into_iter().find(|folder| !is_check(folder)) {
        let problem = format!("{} holds no check, and the other does", other.display());
        return Err(CliError::with_remedy(problem, "give two checks, or two reports of `stocktake run`"));
    }
    let read = |folder: &Path| Earlier::read(folder).map_err(CliError::new);
    let between = Between::of(read(before)?, read(after)?);
    if let Some(out) = out {
        write(&between, [before, after], out).map_err(CliError::new)?;
    }
    print(&between.text(children))?;
    if let Some(out) = out {
        print(&format!("\nWritten to {}\n", out.join(COMPARISON).display()))?;
    }
    Ok(if between.differs() { Exit::Differ } else { Exit::Done })
}

fn write(between: &Between, [before, after]: [&Path; 2], out: &Path) -> Result<(), ReportError> {
    let folder = tables::open(out)?;
    let findings = format!("{COMPARISON}/findings.csv");
    folder.write(&findings, |file| between.write(file))?;
    let described = format!("{COMPARISON}/columns.csv");
    folder.write(&described, |file| columns::write(&[&described, &findings], file))?;
    let (before, after) = (shown(before), shown(after));
    folder.write(COMPARISON_RECORD, |file| {
        let (program, version) = (env!("CARGO_PKG_NAME"), env!("CARGO_PKG_VERSION"));
        serde_json::to_writer_pretty(&mut *file, &Compared { program, version, before: &before, after: &after })?;
        file.write_all(b"\n")
    })?;
    folder.finish()
}

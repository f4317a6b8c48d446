//! check.json: what was checked, and the tables that were written.

use super::tables::Tables;
use crate::identity::exact::ExactCells;
use crate::output::folder::Written;
use crate::report::record::{Input, Lists, not_anonymised, of_file, timestamp};
use serde::Serialize;
use std::io::{self, Write};

/// How a check was run, for its record.
pub(crate) struct Ran<'run> {
    /// The command line.
    pub(crate) arguments: &'run [String],
    /// The lists that were in force.
    pub(crate) lists: &'run Lists,
    /// When it was written, in seconds since 1970.
    pub(crate) written_at: i64,
}

/// The record of a check.
#[derive(Serialize)]
struct Record<'run> {
    program: &'static str,
    version: &'static str,
    written_at: String,
    arguments: &'run [String],
    lists: &'run Lists,
    not_anonymised: ExactCells,
    inputs: Vec<Input<'run>>,
    not_read: &'run [String],
    outputs: &'run [Written],
}

/// Writes the record.
///
/// # Errors
/// Where the file cannot be written.
pub(crate) fn write(run: Ran<'_>, tables: &Tables<'_>, outputs: &[Written], file: &mut dyn Write) -> io::Result<()> {
    let record = Record {
        program: env!("CARGO_PKG_NAME"),
        version: env!("CARGO_PKG_VERSION"),
        written_at: timestamp(run.written_at),
        arguments: run.arguments,
        lists: run.lists,
        not_anonymised: not_anonymised(&tables.clean.input.files),
        inputs: tables.clean.input.files.iter().map(of_file).collect(),
        not_read: &tables.clean.input.not_csv,
        outputs,
    };
    let mut text = serde_json::to_vec_pretty(&record)?;
    text.push(b'\n');
    file.write_all(&text)
}

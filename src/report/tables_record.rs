//! The record of a report of tables, such as check.json: what it was made from, and the tables that were written.

use super::record::{Input, Lists, not_anonymised, of_file, timestamp};
use crate::identity::exact::ExactCells;
use crate::output::folder::Written;
use crate::quality::InputAccount;
use serde::Serialize;
use std::io::{self, Write};

/// How a report was made, for its record.
pub(crate) struct Ran<'run> {
    /// The command line.
    pub(crate) arguments: &'run [String],
    /// The lists that were in force.
    pub(crate) lists: &'run Lists,
    /// When it was written, in seconds since 1970.
    pub(crate) written_at: i64,
}

/// What the record of a report says besides, where it says no more than all of them.
#[derive(Serialize)]
pub(crate) struct NoMore {}

/// The record, with what it says of one kind of report.
#[derive(Serialize)]
struct Record<'run, Of> {
    program: &'static str,
    version: &'static str,
    written_at: String,
    arguments: &'run [String],
    #[serde(flatten)]
    of: Of,
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
pub(crate) fn write(
    run: Ran<'_>,
    of: impl Serialize,
    input: &InputAccount,
    outputs: &[Written],
    file: &mut dyn Write,
) -> io::Result<()> {
    let record = Record {
        program: env!("CARGO_PKG_NAME"),
        version: env!("CARGO_PKG_VERSION"),
        written_at: timestamp(run.written_at),
        arguments: run.arguments,
        of,
        lists: run.lists,
        not_anonymised: not_anonymised(&input.files),
        inputs: input.files.iter().map(of_file).collect(),
        not_read: &input.not_csv,
        outputs,
    };
    let mut text = serde_json::to_vec_pretty(&record)?;
    text.push(b'\n');
    file.write_all(&text)
}

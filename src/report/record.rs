//! run.json: what was run, on what, with which choices, and what it wrote.

use super::in_force::InForce;
use crate::benchmark::Compared;
use crate::figures::Status;
use crate::identity::exact::ExactCells;
use crate::output::folder::Written;
use crate::quality::InputAccount;
use crate::quality::ledger::Ledger;
use crate::returns::file::{FileReport, Outcome};
use crate::returns::finding::Finding;
use crate::seeds::disclosure::Profile;
use crate::seeds::policies::Settings;
use crate::timeframe::{Basis, Timeframe};
use crate::wording::sources;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::io::{self, Write};
use std::path::Path;

/// A path as a record has it: the same on every system, and still one that leads to the file there.
pub(crate) fn path_of(path: &Path) -> String {
    let path = path.display().to_string();
    // Elsewhere a backslash is a letter of a name.
    if cfg!(windows) { path.replace('\\', "/") } else { path }
}

/// The record of a run.
#[derive(Debug, Serialize)]
pub(crate) struct Record<'run> {
    program: &'static str,
    version: &'static str,
    written_at: String,
    arguments: &'run [String],
    as_at: String,
    basis: Basis,
    window_start: String,
    window_end: String,
    policies: Settings,
    disclosure: Disclosure<'run>,
    lists: &'run Lists,
    settings: &'run InForce,
    comparing: Comparing,
    figures: FigureCounts,
    rows: &'run Ledger,
    findings: BTreeMap<&'static str, u64>,
    not_anonymised: ExactCells,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    notices: Vec<&'run str>,
    inputs: Vec<Input<'run>>,
    not_read: &'run [String],
    outputs: &'run [Written],
}

/// How what is published was protected.
#[derive(Debug, Serialize)]
#[serde(untagged)]
enum Disclosure<'run> {
    Profile(&'run Profile),
    Name(&'static str),
}

/// Which lists a run was made with.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Lists {
    /// The seeds: a folder, or `built in`.
    pub seeds: String,
    /// The list of authorities: a file, or `built in`.
    pub authorities: String,
    /// The user's targets: a file, or `built in`.
    pub targets: String,
    /// Published figures: a file, `built in`, or `none`.
    #[serde(default = "none")]
    pub published: String,
    /// Statistical neighbours: a file, or `none`.
    #[serde(default = "none")]
    pub neighbours: String,
    /// The population under eighteen: a file, or `none`.
    #[serde(default = "none")]
    pub population: String,
    /// The user's own headings and codes: a file, or `none`.
    #[serde(default = "none")]
    pub columns: String,
}

/// The name of a list that was not given.
pub(crate) const NONE: &str = "none";

/// What is taken from a record that is older than the list.
fn none() -> String {
    NONE.to_owned()
}

/// How figures were compared.
#[derive(Debug, Serialize)]
struct Comparing {
    /// Which figures were used, where there is more than the returns.
    sources: Vec<String>,
}

#[derive(Debug, Serialize)]
struct FigureCounts {
    ok: u64,
    no_denominator: u64,
    not_available: u64,
}

/// What a record says about a file that was read.
#[derive(Debug, Serialize)]
pub(crate) struct Input<'run> {
    path: &'run str,
    bytes: u64,
    sha256: &'run str,
    table: Option<&'static str>,
    rows: u64,
    rejected: u64,
    blank_lines: u64,
    #[serde(skip_serializing_if = "<[String]>::is_empty")]
    extra_columns: &'run [String],
    #[serde(skip_serializing_if = "Vec::is_empty")]
    renamed_columns: Vec<Renamed<'run>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    left_aside: Option<&'run str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    refused: Option<Refused<'run>>,
}

/// A column that a file has under another name.
#[derive(Debug, Serialize)]
struct Renamed<'run> {
    written: &'run str,
    read_as: &'run str,
}

#[derive(Debug, Serialize)]
struct Refused<'run> {
    line: u32,
    found: &'run str,
    remedy: &'run str,
}

/// How a run was called.
#[derive(Debug, Clone)]
pub(crate) struct Invocation {
    /// The command line.
    pub arguments: Vec<String>,
    /// Where the lists come from.
    pub lists: Lists,
    /// Every setting, wherever it was said.
    pub settings: InForce,
    /// When, in seconds since 1970.
    pub written_at: i64,
}

/// What is recorded of a run beside its figures.
#[derive(Debug)]
pub(crate) struct Ran<'run> {
    /// How it was called.
    pub invocation: &'run Invocation,
    /// The day and the window.
    pub timeframe: &'run Timeframe,
    /// The choices in force.
    pub policies: Settings,
    /// How published figures were protected; none where nothing was published.
    pub disclosure: Option<&'run Profile>,
    /// What became of every row.
    pub ledger: &'run Ledger,
}

/// Writes the record.
///
/// # Errors
/// Where the file cannot be written.
pub(crate) fn write<'run>(
    ran: Ran<'run>,
    input: &'run InputAccount,
    found_later: &'run [Finding],
    compared: &Compared,
    outputs: &'run [Written],
    file: &mut dyn Write,
) -> io::Result<()> {
    let record = Record {
        program: env!("CARGO_PKG_NAME"),
        version: env!("CARGO_PKG_VERSION"),
        written_at: timestamp(ran.invocation.written_at),
        arguments: &ran.invocation.arguments,
        as_at: ran.timeframe.as_at.to_string(),
        basis: ran.timeframe.basis,
        window_start: ran.timeframe.window_start.to_string(),
        window_end: ran.timeframe.as_at.to_string(),
        policies: ran.policies,
        disclosure: ran.disclosure.map_or(Disclosure::Name(NONE), Disclosure::Profile),
        lists: &ran.invocation.lists,
        settings: &ran.invocation.settings,
        comparing: Comparing { sources: sources::in_words(compared) },
        figures: figure_counts(compared),
        rows: ran.ledger,
        findings: by_rule(input.findings.iter().chain(found_later)),
        not_anonymised: not_anonymised(&input.files),
        notices: input.notices.iter().map(|notice| notice.words.as_str()).collect(),
        inputs: input.files.iter().map(of_file).collect(),
        not_read: &input.not_csv,
        outputs,
    };
    // In one piece, for every piece that is written is hashed by itself.
    let mut text = serde_json::to_vec_pretty(&record)?;
    text.push(b'\n');
    file.write_all(&text)
}

fn figure_counts(compared: &Compared) -> FigureCounts {
    let count =
        |is: fn(&Status) -> bool| compared.list.iter().filter(|compared| is(&compared.figure.status)).count() as u64;
    FigureCounts {
        ok: count(|status| *status == Status::Ok),
        no_denominator: count(|status| *status == Status::NoDenominator),
        not_available: count(|status| matches!(status, Status::NotAvailable(_))),
    }
}

/// How many findings each rule made.
pub(crate) fn by_rule<'run>(findings: impl Iterator<Item = &'run Finding>) -> BTreeMap<&'static str, u64> {
    let mut rules = BTreeMap::new();
    for finding in findings {
        *rules.entry(finding.rule.name).or_default() += 1;
    }
    rules
}

/// The cells of all files that are not anonymised.
pub(crate) fn not_anonymised(files: &[FileReport]) -> ExactCells {
    let mut exact = ExactCells::default();
    files.iter().for_each(|file| exact.add(file.exact));
    exact
}

/// What a record says about a file.
pub(crate) fn of_file(file: &FileReport) -> Input<'_> {
    let (table, left_aside, refused) = match &file.outcome {
        Outcome::Read { table, .. } => (Some(table.name()), None, None),
        Outcome::Skipped(name) => (None, Some(name.as_str()), None),
        Outcome::NotRead(why) => (None, Some(why.in_words()), None),
        Outcome::Refused(problem) => {
            let refused = Refused { line: problem.line, found: &problem.found, remedy: &problem.remedy };
            (None, None, Some(refused))
        }
    };
    Input {
        path: &file.shown,
        bytes: file.bytes,
        sha256: &file.sha256,
        table,
        rows: file.rows,
        rejected: file.rejected,
        blank_lines: file.blank_lines,
        extra_columns: &file.extra_columns,
        renamed_columns: file.renamed_columns.iter().map(|(written, read_as)| Renamed { written, read_as }).collect(),
        left_aside,
        refused,
    }
}

/// Seconds since 1970 as `2011-04-01T09:30:00Z`.
pub(crate) fn timestamp(seconds: i64) -> String {
    let days = i32::try_from(seconds.div_euclid(86_400)).unwrap_or(i32::MAX);
    let of_day = seconds.rem_euclid(86_400);
    let epoch = crate::day::Day::from_ymd(1970, 1, 1);
    let day = epoch.map(|epoch| epoch.plus_days(days).to_string()).unwrap_or_default();
    format!("{day}T{:02}:{:02}:{:02}Z", of_day / 3_600, of_day / 60 % 60, of_day % 60)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_is_recorded_alike_on_every_system_and_leads_to_its_file() {
        assert_eq!(path_of(&Path::new("data").join("authorities.csv")), "data/authorities.csv");
        assert_eq!(path_of(Path::new("a\\b")), if cfg!(windows) { "a/b" } else { "a\\b" });
    }

    #[test]
    fn the_time_is_written_in_utc() {
        assert_eq!(timestamp(0), "1970-01-01T00:00:00Z");
        assert_eq!(timestamp(1_301_650_205), "2011-04-01T09:30:05Z");
    }
}

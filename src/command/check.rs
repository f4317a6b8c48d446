//! `stocktake check`: every child of every return against every rule.

use super::error::CliError;
use super::input::{IN_INTAKE, Telling, not_among_returns, report_input};
use super::outcome::{Exit, print, written_at};
use super::rules::named;
use super::settings::path_or;
use super::shared::{Inputs, ReturnsArguments};
use crate::check::accepted::Acceptances;
use crate::check::checked::Checked;
use crate::check::rows::COLUMNS as LOOKED_AT;
use crate::check::rule::{Rule, Severity};
use crate::check::since::Earlier;
use crate::check::tables::{Tables, is_beyond_rules};
use crate::check::text::text;
use crate::check::{check, rules};
use crate::contract::{CHECK, CHECK_RECORD};
use crate::output::error::ReportError;
use crate::output::folder::{ReportFolder, ReportName};
use crate::progress::Progress;
use crate::quality::{CleanReturns, clean};
use crate::report::columns;
use crate::report::tables_record::{self, NoMore, Ran};
use crate::returns::file::Outcome;
use crate::returns::read;
use crate::returns::written::Kept;
use crate::run::some_read;
use crate::settings_file::Key;
use miette::Diagnostic;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use thiserror::Error;

/// The names in the report of a check.
const NAME: ReportName = ReportName { tables: CHECK, published: None, record: CHECK_RECORD };

/// Check every child against the rules that affect the ten indicators
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  stocktake check data
  stocktake check data --rule 501 --rule 601 --out reports
  stocktake check my-extract --authority 302 --year 2011 --out my-reports
  stocktake check my-extract --authority 302 --year 2011 --since last-month \\
    --accepted my-accepted.csv
  stocktake rules 501

data stands for made-up returns, from `stocktake synth --out data`; names that begin with my- stand for your own \
files.

RETURNS are files or folders of them, as for `stocktake run`. A rule that lacks a table is listed as not \
run. With --out, DIR/check holds every finding with its file, line, child and remedy (findings.csv), counts \
by child (children.csv), by rule (rules.csv) and by return (returns.csv), what is accepted (accepted.csv) and, with \
--since, what was mended (mended.csv).

A finding is accepted in the returns that end on or before the day under until. column and value are as \
findings.csv has them under fields and values; a blank column stands for any. For several authorities the file \
needs a column la_code too.

Exit codes: 0 done; 1 done, but with --strict there are errors, a rule was not run or a file was refused; 2 \
could not run.")]
pub(crate) struct Arguments {
    #[command(flatten)]
    reading: ReturnsArguments,
    /// The authority of files that do not give one: code or name
    #[arg(long, value_name = "AUTHORITY")]
    authority: Option<String>,
    /// Run only the rule with this number; may be given again
    #[arg(long = "rule", value_name = "RULE")]
    rules: Vec<String>,
    /// Findings that are accepted: CSV with the columns rule, child, column, value, reason, until
    #[arg(long, value_name = "FILE")]
    accepted: Option<PathBuf>,
    /// An earlier check, as --out wrote it: says what is new, still there and mended
    #[arg(long, value_name = "DIR")]
    since: Option<PathBuf>,
    /// Where the tables go; without it, the findings are only printed
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
    /// End with code 1 where there are errors, a rule was not run or a file was refused
    #[arg(long)]
    strict: bool,
    /// Print only errors
    #[arg(long, short)]
    quiet: bool,
}

/// Checks the returns, prints the findings and writes the tables.
///
/// # Errors
/// Where the returns cannot be read, there is no such rule, or the tables cannot be written.
pub(crate) fn run(arguments: Arguments, words: Vec<String>) -> Result<Exit, CliError> {
    let progress = Progress::new(arguments.quiet);
    let Arguments { reading, authority, rules: asked, accepted, since, out, strict, quiet } = arguments;
    let rules = rules_asked(&asked)?;
    let reading = reading.settled(progress)?;
    let accepted = path_or(accepted, Key::Accepted, &reading.settings)?;
    let acceptances = accepted.as_deref().map(Acceptances::from_file).transpose().map_err(CliError::new)?;
    let earlier = since.as_deref().map(Earlier::read).transpose().map_err(CliError::new)?;
    if let Some(out) = &out {
        not_among_returns(&reading.returns, out)?;
    }
    let folder = out.as_deref().map(|out| ReportFolder::open(out, NAME)).transpose().map_err(CliError::new)?;
    let Inputs { found, given, policies, seeds, lists, .. } =
        reading.load(out.as_deref().unwrap_or(Path::new("")), authority.as_deref())?;
    let mut returns = read(&found, &seeds, given, Kept::ForRules(LOOKED_AT), progress);
    let written = std::mem::take(&mut returns.written);
    let returns = some_read(returns).map_err(CliError::new)?;
    let mut clean = clean(returns, &seeds, &policies);
    clean.input.without_own_columns();
    let work = progress.pieces("Checking", 1);
    let mut checked = check(&clean, &written, &rules, &seeds, &policies);
    let acceptances = acceptances.unwrap_or_default();
    if clean.authorities.len() > 1 && acceptances.lack_an_authority() {
        return Err(CliError::new(AcceptedByWhom));
    }
    let accepted = acceptances.take_out(&mut checked, &seeds.authorities, &clean.long);
    work.finish();
    report_input(&clean.input, &lists, IN_INTAKE, Telling::InFull, progress);
    let (authorities, indicators) = (&seeds.authorities, seeds.indicators.as_slice());
    let found = Tables {
        checked: &checked,
        clean: &clean,
        authorities,
        indicators,
        accepted: &accepted,
        rows: &[],
        since: None,
    };
    let rows = if out.is_some() || earlier.is_some() { found.finding_rows() } else { Vec::new() };
    let since = earlier.map(|earlier| earlier.compare(&rows, &checked.rules_run()));
    let tables = Tables { rows: &rows, since: since.as_ref(), ..found };
    if let Some(folder) = folder {
        let ran = Ran { arguments: &words, lists: &lists, written_at: written_at()? };
        write_tables(&tables, ran, folder).map_err(CliError::new)?;
    }
    if !quiet {
        print(&text(&tables))?;
        if let Some(out) = out {
            print(&format!("Written to {}\n", out.join(CHECK).display()))?;
        }
    }
    Ok(if strict && !is_sound(&checked, &clean) { Exit::NotAll } else { Exit::Done })
}

/// Children of several authorities may have the same id.
#[derive(Debug, Error, Diagnostic)]
#[error("the returns are of several authorities, and --accepted does not say whose children it is about")]
#[diagnostic(help("give the file a column la_code, with the authority's code in every row"))]
pub(super) struct AcceptedByWhom;

/// The rules with the numbers given, each once; every rule where none is given.
fn rules_asked(numbers: &[String]) -> Result<Vec<&'static Rule>, CliError> {
    let all: Vec<&'static Rule> = rules::all().collect();
    if numbers.is_empty() {
        return Ok(all);
    }
    let mut asked: Vec<&'static Rule> = Vec::new();
    for number in numbers {
        let rule = named(number, &all)?;
        if !asked.iter().any(|known| known.number == rule.number) {
            asked.push(rule);
        }
    }
    Ok(asked)
}

fn write_tables(tables: &Tables<'_>, ran: Ran<'_>, folder: ReportFolder) -> Result<(), ReportError> {
    let write = |name: &str, fill: &dyn Fn(&mut dyn Write) -> io::Result<()>| {
        folder.write(&format!("{CHECK}/{name}.csv"), |file| fill(file))
    };
    let mut outputs = vec![
        write("accepted", &|file| tables.accepted(file))?,
        write("children", &|file| tables.children(file))?,
        write("columns", &|file| columns::write(&[CHECK], file))?,
        write("findings", &|file| tables.findings(file))?,
    ];
    if let Some(since) = tables.since {
        outputs.push(write("mended", &|file| tables.mended(since, file))?);
    }
    outputs.push(write("returns", &|file| tables.returns(file))?);
    outputs.push(write("rules", &|file| tables.rules(file))?);
    folder.write(CHECK_RECORD, |file| tables_record::write(ran, NoMore {}, &tables.clean.input, &outputs, file))?;
    folder.finish()
}

/// Whether some return was checked, without an error, with every rule run and every file read.
fn is_sound(checked: &Checked, clean: &CleanReturns) -> bool {
    let sound = checked.returns.iter().all(|of_return| {
        of_return.of(Severity::Error).findings == 0 && of_return.rules.iter().all(|run| run.not_run.is_none())
    });
    let refused = clean.input.files.iter().any(|file| matches!(file.outcome, Outcome::Refused(_)));
    sound && !checked.returns.is_empty() && !refused && !clean.input.findings.iter().any(is_beyond_rules)
}

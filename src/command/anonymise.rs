//! `stocktake anonymise`: a copy of returns that says less about who the children are.

use super::error::CliError;
use super::finding::FindArguments;
use super::input::report_refused;
use super::mapping::MappingArguments;
use super::notices::not_read;
use super::outcome::{Exit, print};
use super::settings::{SettingsArguments, path_or};
use crate::anonymise::copied::{Copied, Note, NoteKind, RowAt};
use crate::anonymise::copy_whole;
use crate::anonymise::kept::KeptColumns;
use crate::anonymise::key::Key;
use crate::anonymise::places;
use crate::anonymise::request::Request;
use crate::lines::{indented, visible};
use crate::printing::complain;
use crate::progress::Progress;
use crate::returns::files::FoundFiles;
use crate::seeds::Seeds;
use crate::seeds::authorities::Authorities;
use crate::settings_file;
use crate::text::at_line;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// How many notes of each kind are shown; --list shows all.
const SHOWN: usize = 5;

/// Make an anonymised copy of returns, which gives the same figures
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  stocktake anonymise data anonymised --key stocktake.key --new-key
  stocktake anonymise data/2011 anonymised-2011 --key stocktake.key
  stocktake run anonymised --as-at 2011-03-31 --out reports

Dates of birth (DOB, MC_DOB) become the first of their month, postcodes (HOME_POST, PL_POST) their sector, and \
ids a keyed hash, the same in every table, year and file; UPN is left blank. Every other column of the return stays \
as it was, byte for byte, as far as what is in it belongs there: a listed code, a day, a number. Anything else, such as \
an id or a date of birth in SEX, URN or REVIEW, is replaced and named, and so is a name of a file, folder or sheet that \
holds one. A date of birth or postcode that cannot be read is left blank and named. Columns that are no part of the \
return are left out, unless --keep-column names them; of these, cells that hold an id, a date of birth, a full postcode \
or a UPN are blank.

The copy gives the same figures as the returns, except where two homes of a child differ only within a sector, or one \
has a postcode that cannot be read (both rows are named), and where a review or the like is said to have been held on \
the day the child was born, which is replaced and named.

The key is a file of your own, worth 128 bits or more: whoever has it can tell which child is which. Use the \
same key for all copies that will be compared, keep it away from the copies, and destroy it once nobody needs \
to trace a child back. The copy is still about children: what happened when, and to a child of which age and \
sex, can identify someone. Keep it as safe as the returns.

A file that is not a table of the return, or that has columns that look identifying, is not copied and is named.

Exit codes: 0 done; 1 done, but a file was not copied, or with --strict something was found where it does not belong; 2 \
could not run.")]
pub(crate) struct Arguments {
    /// Files of returns (CSV, workbooks, XML, zip), or folders that hold them
    #[arg(required = true, value_name = "RETURNS")]
    returns: Vec<PathBuf>,
    /// Where the copy goes: a folder that does not exist yet, or is empty
    #[arg(required = true, value_name = "OUT")]
    out: PathBuf,
    /// The file that holds the key
    #[arg(long, value_name = "FILE")]
    key: PathBuf,
    #[command(flatten)]
    mapping: MappingArguments,
    #[command(flatten)]
    finding: FindArguments,
    #[command(flatten)]
    settings: SettingsArguments,
    /// Make a key of 32 random bytes in that file, which must not exist yet
    #[arg(long)]
    new_key: bool,
    /// Keep a column that is no part of the return; give it again for another
    #[arg(long, value_name = "NAME")]
    keep_column: Vec<String>,
    /// End with exit code 1 where a cell, row or name holds what does not belong there
    #[arg(long)]
    strict: bool,
    /// List every cell that was not copied and every pair of homes that look alike, not only the first few
    #[arg(long)]
    list: bool,
    /// Print only errors
    #[arg(long, short)]
    quiet: bool,
}

/// Makes the copy and prints what came of it.
///
/// # Errors
/// Where the returns or the key cannot be read, or the copy cannot be written there.
pub(crate) fn run(arguments: &Arguments) -> Result<Exit, CliError> {
    let Arguments { returns, out, key: path, mapping, finding, settings, new_key, keep_column, strict, list, quiet } =
        arguments;
    let settings = settings.read(Progress::new(*quiet))?;
    let found = finding.find(returns, out)?;
    let mut seeds = mapping.add_to(Seeds::built_in().map_err(CliError::new)?, &settings)?;
    let authorities = match path_or(None, settings_file::Key::Authorities, &settings)? {
        Some(set) => Some(set),
        None => found.authorities().map_err(CliError::new)?.map(Path::to_owned),
    };
    if let Some(file) = authorities {
        seeds = seeds.with_authorities(Authorities::from_file(&file).map_err(CliError::new)?);
    }
    let unfinished = places::open(returns, out, path).map_err(CliError::new)?;
    let key = if *new_key { Key::make(path) } else { Key::read(path) }.map_err(CliError::new)?;
    let kept = KeptColumns::named(keep_column);
    let request = Request { given: returns, found: &found, out, key: &key, seeds: &seeds, kept: &kept };
    let copied = copy_whole(&request, unfinished).map_err(CliError::new)?;
    report_not_copied(&copied, &found, *quiet);
    if !quiet {
        report_key(path, *new_key);
        let shown = if *list { usize::MAX } else { SHOWN };
        print(&text(&copied, out, shown))?;
    }
    let is_whole = copied.not_copied.is_empty() && !(*strict && copied.holds_strays());
    Ok(if is_whole { Exit::Done } else { Exit::NotAll })
}

/// Names the files that are not in the copy, on standard error; those that are read even when quiet.
fn report_not_copied(copied: &Copied, found: &FoundFiles, quiet: bool) {
    report_refused(copied.not_copied.iter().map(|(shown, problem)| (shown.as_str(), problem)), "not copied", None);
    if !quiet {
        let left_out = copied.left_out.iter().map(|(shown, why)| (shown.as_str(), *why));
        not_read(left_out, "not copied").iter().for_each(|words| complain(words));
        found
            .skipped
            .iter()
            .filter(|shown| !shown.ends_with('/'))
            .for_each(|shown| complain(&format!("{shown} is of a kind that is not read, and is not copied")));
    }
}

fn report_key(path: &Path, new: bool) {
    let shown = path.display();
    if new {
        complain(&format!("{shown} is the new key: keep it away from the copy"));
    }
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode = std::fs::metadata(path).map(|metadata| metadata.permissions().mode());
        if mode.is_ok_and(|mode| mode & 0o077 != 0) {
            complain(&format!("{shown} can be read by others: remove their permissions (chmod 600)"));
        }
    }
}

fn text(copied: &Copied, out: &Path, shown: usize) -> String {
    let Copied { files, rows, changes, .. } = copied;
    let noun = if *files == 1 { "file" } else { "files" };
    let mut text = format!("{files} {noun}, {rows} rows\n");
    for (count, words) in [
        (changes.ids, "ids replaced"),
        (changes.births, "dates of birth moved to the first of their month"),
        (changes.postcodes, "postcodes cut to their sector"),
        (changes.upns, "UPNs removed"),
    ] {
        text.push_str(&format!("{count:>8}  {words}\n"));
    }
    let of_kind = |kind: NoteKind| copied.notes.iter().filter(move |note| note.kind == kind).map(in_words).collect();
    let homes = copied.homes_alike.iter().map(|[one, other]| format!("{} and {}", row_at(one), row_at(other)));
    let columns = |columns: &BTreeSet<(String, String)>| {
        columns.iter().map(|(table, column)| format!("{table}: {column}")).collect::<Vec<_>>()
    };
    for (words, said) in [
        ("Left blank, because it cannot be read:", of_kind(NoteKind::Blanked)),
        (
            "Replaced, because it does not belong there: no code of the column's lists, no day or number, or one that tells \
             who a child is:",
            of_kind(NoteKind::StoodIn),
        ),
        (
            "Left blank in a column that was kept, because it holds an id, a date of birth, a full postcode or a UPN:",
            of_kind(NoteKind::Emptied),
        ),
        (
            "Given another name, because a name of theirs holds an id, a date of birth, a full postcode or a UPN:",
            copied.renamed.clone(),
        ),
        (
            "Kept, though it is the day on which the child was born, because figures rest on it:",
            of_kind(NoteKind::BornThen),
        ),
        ("Left blank, because the row has more cells than there are headings:", of_kind(NoteKind::TooLong)),
        (
            "Two homes of a child that look alike in the copy, so that figures that count placements may differ:",
            homes.collect::<Vec<String>>(),
        ),
        ("Written as CSV in UTF-8, for a copy is made of their text alone:", copied.as_csv.clone()),
        (
            "Columns that are not part of the return, left out (--keep-column NAME keeps one):",
            columns(&copied.extra.left_out),
        ),
        (
            "Columns that are not part of the return, kept; check that they do not identify a child:",
            columns(&copied.extra.kept),
        ),
    ] {
        list(words, &said, shown, &mut text);
    }
    text.push_str(&format!("Copied to {}\n", out.display()));
    text
}

fn list(words: &str, said: &[String], shown: usize, text: &mut String) {
    if said.is_empty() {
        return;
    }
    text.push_str(&indented(words, 0));
    said.iter().take(shown).for_each(|said| text.push_str(&indented(&visible(said), 2)));
    if said.len() > shown {
        text.push_str(&format!("  and {} more: --list shows them\n", said.len() - shown));
    }
}

fn in_words(note: &Note) -> String {
    if note.column.is_empty() { row_at(&note.at) } else { format!("{}: {}", row_at(&note.at), note.column) }
}

fn row_at(at: &RowAt) -> String {
    at_line(&at.file, at.line)
}

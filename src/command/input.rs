//! What is printed about returns as they are read: files refused and skipped.

use super::error::CliError;
use crate::intake::refused::in_words;
use crate::printing::complain;
use crate::progress::Progress;
use crate::quality::InputAccount;
use crate::report::record::{Lists, not_anonymised};
use crate::returns::file::{FileReport, Outcome};
use crate::returns::files::{real, shown};
use crate::returns::finding::{Fate, Finding};
use crate::returns::notice::Notice;
use crate::returns::place::Place;
use crate::returns::read::AUTHORITIES;
use crate::returns::source::why_not::WhyNot;
use crate::returns::table::Table;
use crate::seeds::Seeds;
use crate::seeds::neighbours::Neighbours;
use crate::settings_file::NAME;
use crate::text::Problem;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// Where every file is listed by a command that has no table of them.
pub(crate) const IN_INTAKE: &str = "`stocktake intake` lists all of them";

/// Says on standard error what became of files, once for each kind with the first as an example; what was refused even when
/// quiet. `all` says where every one of them is listed.
pub(crate) fn report_input(input: &InputAccount, lists: &Lists, all: &str, progress: Progress) {
    let refused = input.files.iter().filter_map(|file| match &file.outcome {
        Outcome::Refused(problem) => Some((file.shown.as_str(), problem)),
        _ => None,
    });
    report_refused(refused, "not read", Some(all));
    report_skipped(input, lists, progress);
    report_named(input, progress);
    report_renamed(input, progress);
    report_noted(input, progress);
    report_notices(input, all, progress);
    if let Some(exact) = not_anonymised(&input.files).in_words() {
        progress.say(&format!(
            "the returns are not anonymised: they hold {exact}; where they need not be exact, `stocktake anonymise` makes a \
             copy that gives the same figures"
        ));
    }
}

/// Says of files what is wrong with them, what became of them and what to do: once for each kind.
pub(crate) fn report_refused<'run>(
    refused: impl Iterator<Item = (&'run str, &'run Problem)>,
    became: &str,
    all: Option<&str>,
) {
    in_words(refused, became, all).iter().for_each(|words| complain(words));
}

/// Says what is worth saying of the returns as a whole, once for each kind.
fn report_notices(input: &InputAccount, all: &str, progress: Progress) {
    let mut kinds: Vec<(&Notice, usize)> = Vec::new();
    for notice in &input.notices {
        match kinds.iter_mut().find(|(first, _)| first.kind == notice.kind) {
            Some((_, others)) => *others += 1,
            None => kinds.push((notice, 0)),
        }
    }
    for (first, others) in kinds {
        match others {
            0 => progress.say(&first.words),
            1 => progress.say(&format!("{}; there is 1 more like it ({all})", first.words)),
            _ => progress.say(&format!("{}; there are {others} more like it ({all})", first.words)),
        }
    }
}

/// Names the first file of which only the name tells the authority, and the first of which it tells the year.
fn report_named(input: &InputAccount, progress: Progress) {
    let of = |is_told: fn(Place) -> bool| {
        let told = input.files.iter().filter(|file| matches!(file.outcome, Outcome::Read { .. }));
        told.filter(|file| is_told(file.place.by_name)).map(|file| file.shown.as_str()).collect::<Vec<_>>()
    };
    let of_authorities = of(|by_name| by_name.authority.is_some());
    let of_years = of(|by_name| by_name.year.is_some());
    for (what, files) in [("authority", of_authorities), ("year", of_years)] {
        if !files.is_empty() {
            let files = first_and_more(&files, "file");
            progress.say(&format!("{files}: the {what} is taken from the name of the file, for nothing else tells it"));
        }
    }
}

/// Makes sure that a report does not go among the returns, where its tables would be read as returns by a later run.
///
/// # Errors
/// Where --out is in a folder of returns, or is that folder.
pub(crate) fn not_among_returns(returns: &[PathBuf], out: &Path) -> Result<(), CliError> {
    let real_out = real(out);
    let Some(folder) = returns.iter().find(|returns| returns.is_dir() && real_out.starts_with(real(returns))) else {
        return Ok(());
    };
    let lies = if real(folder) == real_out {
        format!("--out {} is the folder of the returns", shown(out))
    } else {
        format!("--out {} is inside {}, with the returns", shown(out), shown(folder))
    };
    Err(CliError::with_remedy(
        format!("{lies}: a later run would read the tables of this report as returns; nothing was written"),
        "give a folder elsewhere",
    ))
}

/// Names the lines of the user's lists whose places are not on the list of authorities.
pub(crate) fn report_left_out(seeds: &Seeds, lists: &Lists, progress: Progress) {
    if let Some(left_out) = seeds.published.left_out() {
        progress.say(&format!("{}: {left_out}", lists.published));
    }
    if let Some(left_out) = seeds.neighbours.as_ref().and_then(Neighbours::left_out) {
        progress.say(&format!("{}: {left_out}", lists.neighbours));
    }
}

/// Names the columns that are known by another name, beyond a few how many more there are.
fn report_renamed(input: &InputAccount, progress: Progress) {
    const SHOWN: usize = 5;
    let files: Vec<&FileReport> = input.files.iter().filter(|file| !file.renamed_columns.is_empty()).collect();
    let renamed: BTreeSet<_> = files.iter().flat_map(|file| &file.renamed_columns).collect();
    if renamed.is_empty() {
        return;
    }
    let names: Vec<&str> = files.iter().map(|file| file.shown.as_str()).collect();
    let in_words = |(written, column): &(String, String)| format!("`{written}` is read as {column}");
    let mut columns: Vec<String> = renamed.iter().copied().map(in_words).take(SHOWN).collect();
    match renamed.len().saturating_sub(SHOWN) {
        0 => {}
        1 => columns.push("1 more is read by another name".to_owned()),
        more => columns.push(format!("{more} more are read by other names")),
    }
    progress.say(&format!("{}: the column {}", first_and_more(&names, "file"), columns.join(", ")));
}

/// Says how columns are read as a whole, and which lines are no rows: of each rule the first.
fn report_noted(input: &InputAccount, progress: Progress) {
    let mut noted = BTreeMap::<_, Vec<&Finding>>::new();
    for finding in input.findings.iter().filter(|finding| finding.rule.fate == Fate::NoRow) {
        noted.entry(finding.rule.name).or_default().push(finding);
    }
    for (name, findings) in noted {
        let places: Vec<String> = findings.iter().map(|finding| input.place_of(finding.source, "")).collect();
        let (field, found) = findings.first().map_or(("", ""), |finding| (finding.field, finding.found.as_str()));
        let remedy = findings.first().map_or("", |finding| finding.rule.remedy);
        let found: String =
            [field, found].iter().filter(|words| !words.is_empty()).map(|words| format!("{words}: ")).collect();
        progress.say(&format!("{}: {found}{name}; {remedy}", first_and_more(&places, "place")));
    }
}

/// The first of several, and how many more there are.
fn first_and_more(all: &[impl AsRef<str>], noun: &str) -> String {
    let first = all.first().map_or("", AsRef::as_ref);
    match all.len() {
        0 | 1 => first.to_owned(),
        2 => format!("{first} and 1 more {noun}"),
        several => format!("{first} and {} more {noun}s", several - 1),
    }
}

/// Says again at the end that files were refused, since much may have been printed in between.
pub(crate) fn report_refused_again(input: &InputAccount, progress: Progress) {
    let refused = input.files.iter().filter(|file| matches!(file.outcome, Outcome::Refused(_)));
    match refused.clone().count() {
        0 => {}
        1 => progress.say(&format!(
            "1 file was refused, and the figures do not include it: {} (see above)",
            refused.map(|file| file.shown.as_str()).collect::<String>()
        )),
        files => progress.say(&format!("{files} files were refused, and the figures do not include them (see above)")),
    }
}

/// What is said of sheets that are not read though nothing is wrong with them: once for each reason.
pub(crate) fn not_read<'run>(sheets: impl Iterator<Item = (&'run str, WhyNot)>, became: &str) -> Vec<String> {
    let mut kinds = BTreeMap::<WhyNot, Vec<&str>>::new();
    for (shown, why) in sheets.filter(|(_, why)| *why != WhyNot::FileRefused) {
        kinds.entry(why).or_default().push(shown);
    }
    let in_words = |(why, sheets): (WhyNot, Vec<&str>)| {
        let words = format!("{}: {}, {became}", first_and_more(&sheets, "sheet"), why.in_words());
        why.remedy().map_or(words.clone(), |remedy| format!("{words}; to fix it: {remedy}"))
    };
    kinds.into_iter().map(in_words).collect()
}

fn report_skipped(input: &InputAccount, lists: &Lists, progress: Progress) {
    let sheets = input.files.iter().filter_map(|file| match file.outcome {
        Outcome::NotRead(why) => Some((file.shown.as_str(), why)),
        _ => None,
    });
    not_read(sheets, "not read").iter().for_each(|words| progress.say(words));
    let mut extra = BTreeMap::<Table, BTreeSet<&str>>::new();
    let mut skipped = BTreeMap::<&str, Vec<&str>>::new();
    for file in &input.files {
        match &file.outcome {
            Outcome::Skipped(name) if name != AUTHORITIES || file.shown != lists.authorities => {
                skipped.entry(name).or_default().push(&file.shown);
            }
            Outcome::Read { table, .. } => {
                extra.entry(*table).or_default().extend(file.extra_columns.iter().map(String::as_str));
            }
            _ => {}
        }
    }
    for (name, files) in skipped {
        let first = files[0];
        progress.say(&match (name == AUTHORITIES, files.len() - 1) {
            (true, 0) => format!("{first}: a list of authorities, not used; give it with --authorities"),
            (true, more) => {
                format!("{first} and {more} more: lists of authorities, not used; give one with --authorities")
            }
            (false, 0) => format!("{first}: {name}, which no indicator needs, skipped"),
            (false, more) => format!("{first} and {more} more: {name}, which no indicator needs, skipped"),
        });
    }
    for (table, columns) in extra.into_iter().filter(|(_, columns)| !columns.is_empty()) {
        let columns: Vec<&str> = columns.into_iter().collect();
        let are =
            if columns.len() == 1 { "is not part of the return and is" } else { "are not part of the return and are" };
        progress.say(&format!("{table}: the column {} {are} not read", first_and_more(&columns, "column")));
    }
    // Notes and settings beside the returns are not meant as tables, and of folders it is said already why they are not
    // read.
    let is_known = |name: &str| [".md", "/", NAME].iter().any(|end| name.ends_with(end));
    let not_read: Vec<&String> = input.not_csv.iter().filter(|name| !is_known(name)).collect();
    match not_read.as_slice() {
        [] => {}
        [only] => progress.say(&format!("{only} is not read; if it is a table of the return, save it as .csv")),
        [first, others @ ..] => progress.say(&format!(
            "{first} and {} more are not read; save tables of the return as CSV or in a workbook",
            others.len()
        )),
    }
}

//! What is worth noticing of returns as they were read, each with what it bears on.

use crate::quality::InputAccount;
use crate::report::record::{Lists, not_anonymised};
use crate::returns::file::{FileReport, Outcome};
use crate::returns::files::of_open_workbook;
use crate::returns::finding::{Fate, Finding, Rule};
use crate::returns::notice::{Bearing, Notice};
use crate::returns::place::Place;
use crate::returns::read::AUTHORITIES;
use crate::returns::source::why_not::WhyNot;
use crate::returns::table::Table;
use crate::settings_file::NAME;
use crate::wording::counts::listed;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// A line, and what it bears on.
type Line = (Bearing, String);

/// A line for each kind, with the first as an example. `all` says where every one of them is listed.
pub(super) fn notices(input: &InputAccount, lists: &Lists, all: &str) -> Vec<Line> {
    let mut lines = sheets(input);
    lines.extend(skipped(input, lists));
    lines.extend(extra(input).into_iter().chain(other_files(input)).chain(named_otherwise(input)));
    lines.extend(named(input).into_iter().chain(renamed(input)).map(|words| (Bearing::Reading, words)));
    lines.extend(noted(input));
    lines.extend(of_returns(input, all));
    lines.extend(not_anonymised(&input.files).in_words().map(|exact| {
        let words = format!(
            "the returns are not anonymised: they hold {exact}; where they need not be exact, `stocktake anonymise` makes a \
             copy that gives the same figures"
        );
        (Bearing::Reading, words)
    }));
    lines
}

/// Sheets that are not read: those with something in them may be a table that was meant.
fn sheets(input: &InputAccount) -> Vec<Line> {
    let of = |empty: bool| {
        let sheets = input.files.iter().filter_map(move |file| match file.outcome {
            Outcome::NotRead(why) if (why == WhyNot::Empty) == empty => Some((file.shown.as_str(), why)),
            _ => None,
        });
        let bearing = if empty { Bearing::Reading } else { Bearing::Figures };
        not_read(sheets, "not read").into_iter().map(move |words| (bearing, words))
    };
    of(false).chain(of(true)).collect()
}

/// Files that no indicator needs, and lists of authorities that are not used.
fn skipped(input: &InputAccount, lists: &Lists) -> Vec<Line> {
    let mut skipped = BTreeMap::<&str, Vec<&str>>::new();
    for file in &input.files {
        match &file.outcome {
            Outcome::Skipped(name) if name != AUTHORITIES || file.shown != lists.authorities => {
                skipped.entry(name).or_default().push(&file.shown);
            }
            _ => {}
        }
    }
    let line = |(name, files): (&str, Vec<&str>)| {
        let first = files[0];
        match (name == AUTHORITIES, files.len() - 1) {
            (true, 0) => {
                (Bearing::Figures, format!("{first}: a list of authorities, not used; give it with --authorities"))
            }
            (true, more) => {
                let words =
                    format!("{first} and {more} more: lists of authorities, not used; give one with --authorities");
                (Bearing::Figures, words)
            }
            (false, 0) => (Bearing::Reading, format!("{first}: {name}, which no indicator needs, skipped")),
            (false, more) => {
                (Bearing::Reading, format!("{first} and {more} more: {name}, which no indicator needs, skipped"))
            }
        }
    };
    skipped.into_iter().map(line).collect()
}

/// Columns that are not part of the return: one of them may be a column of it under a name that is not known.
fn extra(input: &InputAccount) -> Vec<Line> {
    let mut extra = BTreeMap::<Table, BTreeSet<&str>>::new();
    for file in &input.files {
        if let Outcome::Read { table, .. } = file.outcome {
            extra.entry(table).or_default().extend(file.extra_columns.iter().map(String::as_str));
        }
    }
    let line = |(table, columns): (Table, BTreeSet<&str>)| {
        let columns: Vec<&str> = columns.into_iter().collect();
        let are =
            if columns.len() == 1 { "is not part of the return and is" } else { "are not part of the return and are" };
        let use_of = if table.may_have_own() { as_own(&columns) } else { String::new() };
        (Bearing::Figures, format!("{table}: the column {} {are} not read{use_of}", first_and_more(&columns, "column")))
    };
    extra.into_iter().filter(|(_, columns)| !columns.is_empty()).map(line).collect()
}

/// What a column of the user's own is good for where children are listed.
fn as_own(columns: &[&str]) -> String {
    let (it, by) = match columns {
        [only] => ("it", *only),
        _ => ("one of them", "COLUMN"),
    };
    format!("; own_columns in the settings shows {it} beside children, and `worklist --by {by}` makes a list for each")
}

/// Files of a kind that is not read. Notes and settings beside the returns are not meant as tables, and of folders it is said
/// already why they are not read.
fn other_files(input: &InputAccount) -> Option<Line> {
    let is_lock = |name: &str| of_open_workbook(Path::new(name)).is_some();
    let is_known = |name: &str| is_lock(name) || [".md", "/", NAME].iter().any(|end| name.ends_with(end));
    let not_read: Vec<&String> = input.not_csv.iter().filter(|name| !is_known(name)).collect();
    let words = match not_read.as_slice() {
        [] => return None,
        [only] => format!("{only} is not read; if it is a table of the return, save it as .csv"),
        [first, others @ ..] => {
            format!("{first} and {} more are not read; save tables of the return as CSV or in a workbook", others.len())
        }
    };
    Some((Bearing::Figures, words))
}

/// The first file of which only the name tells the authority, and the first of which it tells the year.
fn named(input: &InputAccount) -> Vec<String> {
    let of = |is_told: fn(Place) -> bool| {
        let told = input.files.iter().filter(|file| matches!(file.outcome, Outcome::Read { .. }));
        told.filter(|file| is_told(file.place.by_name)).map(|file| file.shown.as_str()).collect::<Vec<_>>()
    };
    let of_authorities = of(|by_name| by_name.authority.is_some());
    let of_years = of(|by_name| by_name.year.is_some());
    let told = [("authority", of_authorities), ("year", of_years)].into_iter().filter(|(_, files)| !files.is_empty());
    let words = |(what, files): (&str, Vec<&str>)| {
        let files = first_and_more(&files, "file");
        format!("{files}: the {what} is taken from the name of the file, for nothing else tells it")
    };
    told.map(words).collect()
}

/// The files that are named for another year than the one given for them.
fn named_otherwise(input: &InputAccount) -> Option<Line> {
    let read = input.files.iter().filter(|file| matches!(file.outcome, Outcome::Read { .. }));
    let named: Vec<_> = read.filter_map(|file| Some((file, file.place.named_otherwise?))).collect();
    let given = named.first()?.0.place.place.year?;
    let files: Vec<&str> = named.iter().map(|(file, _)| file.shown.as_str()).collect();
    let years: BTreeSet<i32> = named.iter().map(|(_, year)| *year).collect();
    let (files, years) = (first_and_more(&files, "file"), listed(&years.into_iter().collect::<Vec<_>>()));
    let words = format!("{files}: taken for {given}, the year given, though named for {years}");
    Some((Bearing::Figures, words))
}

/// The columns that are known by another name, beyond a few how many more there are.
fn renamed(input: &InputAccount) -> Option<String> {
    const SHOWN: usize = 5;
    let files: Vec<&FileReport> = input.files.iter().filter(|file| !file.renamed_columns.is_empty()).collect();
    let renamed: BTreeSet<_> = files.iter().flat_map(|file| &file.renamed_columns).collect();
    let names: Vec<&str> = files.iter().map(|file| file.shown.as_str()).collect();
    let in_words = |(written, column): &(String, String)| format!("`{written}` is read as {column}");
    let mut columns: Vec<String> = renamed.iter().copied().map(in_words).take(SHOWN).collect();
    match renamed.len().saturating_sub(SHOWN) {
        0 => {}
        1 => columns.push("1 more is read by another name".to_owned()),
        more => columns.push(format!("{more} more are read by other names")),
    }
    (!columns.is_empty()).then(|| format!("{}: the column {}", first_and_more(&names, "file"), columns.join(", ")))
}

/// How columns are read as a whole, and which lines are no rows: of each rule the first.
fn noted(input: &InputAccount) -> Vec<Line> {
    let mut noted = BTreeMap::<_, (&Rule, Vec<&Finding>)>::new();
    for finding in input.findings.iter().filter(|finding| finding.rule.fate == Fate::NoRow) {
        noted.entry(finding.rule.name).or_insert((finding.rule, Vec::new())).1.push(finding);
    }
    let line = |(rule, findings): (&Rule, Vec<&Finding>)| {
        let places: Vec<String> = findings.iter().map(|finding| input.place_of(finding.source, "")).collect();
        let (field, found) = findings.first().map_or(("", ""), |finding| (finding.field, finding.found.as_str()));
        let found: String =
            [field, found].iter().filter(|words| !words.is_empty()).map(|words| format!("{words}: ")).collect();
        let words = format!("{}: {found}{}; {}", first_and_more(&places, "place"), rule.name, rule.remedy);
        (Bearing::of(rule), words)
    };
    noted.into_values().map(line).collect()
}

/// What is worth saying of the returns as a whole, once for each kind.
fn of_returns(input: &InputAccount, all: &str) -> Vec<Line> {
    let mut kinds: Vec<(&Notice, usize)> = Vec::new();
    for notice in &input.notices {
        match kinds.iter_mut().find(|(first, _)| first.kind == notice.kind) {
            Some((_, others)) => *others += 1,
            None => kinds.push((notice, 0)),
        }
    }
    let line = |(first, others): (&Notice, usize)| {
        let words = match others {
            0 => first.words.clone(),
            1 => format!("{}; there is 1 more like it ({all})", first.words),
            _ => format!("{}; there are {others} more like it ({all})", first.words),
        };
        (first.bearing, words)
    };
    kinds.into_iter().map(line).collect()
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

//! The files of a published folder: each is read by a reader that knows its kind or made again from the tables, and
//! the rest is named, and so is what is missing.

use super::error::AuditError;
use super::groups::groups_not_listed;
use super::packs::{There, made_again};
use super::pairs::pairs_of_no_indicators;
use super::places::not_as_listed;
use super::restricted::Restricted;
use super::year::{is_of_a_year, not_as_its_day};
use crate::contract::{
    PROFILE, PUBLISHED_BREAKDOWNS, PUBLISHED_CONTEXT, PUBLISHED_FIGURES, PUBLISHED_FORECAST, PUBLISHED_README, RECORD,
    YEARS,
};
use crate::printed::context::rule::Rule;
use crate::printed::folders::is_empty;
use crate::printed::published::Published;
use crate::printed::{breakdowns, context, forecast, table, words};
use crate::publish::record::{changed_since, is_record};
use crate::publish::registry::{self, Kind};
use crate::seeds::Seeds;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use walkdir::{DirEntry, WalkDir};

/// The reader of one kind of file.
struct Reader {
    name: &'static str,
    /// Whether the bytes hold anything but what was read of them.
    holds_more: fn(&Published, &[u8], &Seeds) -> bool,
    /// What is said where they do.
    problem: &'static str,
}

/// What is said of a file that holds more than was read of it.
const MORE: &str = "holds more than this program writes there";

/// The readers of all kinds of file that are published with facts of their own.
const READERS: [Reader; 7] = [
    Reader {
        name: PUBLISHED_FIGURES,
        // Written again, the table that was read must give the same bytes: then nothing else was in them.
        holds_more: |day, bytes, seeds| {
            let mut again = Vec::new();
            table::write(&day.table, &seeds.indicators, &mut again).is_err() || again != bytes
        },
        problem: MORE,
    },
    Reader {
        name: PUBLISHED_BREAKDOWNS,
        holds_more: |day, bytes, seeds| {
            let (mut again, groups) = (Vec::new(), &day.whole().figures[day.table.figures.len()..]);
            breakdowns::write(&day.table.timeframe, groups.iter(), &seeds.indicators, &mut again).is_err()
                || again != bytes
        },
        problem: MORE,
    },
    Reader {
        name: PUBLISHED_CONTEXT,
        holds_more: |day, bytes, seeds| {
            let Some((context, rule)) = day.context.as_ref().zip(Rule::of(&day.profile, &day.table.timeframe).ok())
            else {
                return true;
            };
            let mut again = Vec::new();
            let written = context::write(context, &day.table.timeframe, &seeds.context, &mut again);
            !rule.is_kept(context, &day.table) || written.is_err() || again != bytes
        },
        problem: "has a number that is small, is not rounded or does not follow from the others, or holds more than this program writes there",
    },
    Reader {
        name: PUBLISHED_FORECAST,
        holds_more: |day, bytes, seeds| {
            let mut again = Vec::new();
            let forecasts = forecast::read(bytes, &day.table);
            let written =
                forecasts.map(|forecasts| forecast::write(&day.table, &forecasts, &seeds.indicators, &mut again));
            !matches!(written, Ok(Ok(()))) || again != bytes
        },
        problem: "has a forecast of a place of which a figure is hidden, or holds more than this program writes there",
    },
    Reader {
        name: PROFILE,
        holds_more: |day, bytes, _| !words::is_settings(bytes, &day.profile, &day.table.same_children),
        problem: MORE,
    },
    Reader {
        name: PUBLISHED_README,
        holds_more: |day, bytes, _| !words::is_readme(bytes, &day.profile, &day.table.timeframe),
        problem: MORE,
    },
    Reader {
        name: RECORD,
        holds_more: |day, bytes, _| !is_record(bytes, &day.folder, &day.table.timeframe, &day.profile.name),
        problem: "does not list the files beside it as they are, or holds more than this program writes there",
    },
];

/// How much of what is to be published is there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Extent {
    /// The tables alone: the packs are made of them once they have passed.
    Tables,
    /// All of it.
    Whole,
}

/// What is in the folder of a day, or in its name, that no reader knows and is not made of its tables alone, and what is
/// missing, a line each. `audited` are all tables of the audit.
///
/// # Errors
/// Where a file cannot be read, or a pack cannot be made again.
pub(crate) fn not_audited(
    day: &Published,
    audited: &[Published],
    seeds: &Seeds,
    extent: Extent,
) -> Result<Vec<String>, AuditError> {
    let folder = day.folder.as_path();
    let mut found = not_as_its_day(day, audited);
    found.extend(not_as_named(day)?);
    found.extend(not_as_listed(day, &seeds.authorities));
    found.extend(pairs_of_no_indicators(day, &seeds.indicators));
    found.extend(groups_not_listed(day, &seeds.breakdowns));
    found.extend(folder.is_symlink().then(|| not_followed(folder)));
    let (said, files) = inside(folder, audited);
    found.extend(said);
    let made = match extent {
        Extent::Whole if !is_of_a_year(folder) => {
            let of_tables: Vec<PathBuf> = files.iter().filter(|file| is_made(folder, file)).cloned().collect();
            let made = made_again(folder, &of_tables, audited, seeds)?;
            found.extend(missing(folder, &made));
            made
        }
        _ => BTreeMap::new(),
    };
    let wrong: Vec<(PathBuf, &str)> = files
        .into_iter()
        .filter_map(|file| {
            let problem = problem(day, &file, &made, seeds)?;
            Some((folder.join(file), problem))
        })
        .collect();
    if wrong.is_empty() {
        return Ok(found);
    }
    // A table that was changed is what others are not made of any more: it is named before them.
    let changed = changed_since(folder).into_iter().map(|file| folder.join(file));
    let unnamed = changed.filter(|file| wrong.iter().all(|(named, _)| named != file));
    found.extend(unnamed.map(|file| format!("{}: was changed after {RECORD} was written", file.display())));
    let restricted = Restricted::beside(folder);
    found.extend(wrong.into_iter().map(|(file, problem)| match restricted.same_as(&file) {
        Some(exact) => format!("{}: has the very bytes of {exact}", file.display()),
        None => format!("{}: {problem}", file.display()),
    }));
    Ok(found)
}

/// What is said of a profile that has the name of a built-in one and is another.
///
/// # Errors
/// Where those built in cannot be read.
fn not_as_named(day: &Published) -> Result<Option<String>, AuditError> {
    let said = || {
        let file = day.folder.join(PROFILE);
        format!("{}: has the name of a profile that is built in, and other numbers or words", file.display())
    };
    Ok(day.profile.is_misnamed()?.then(said))
}

/// The files in the folder of a day, without those of the years that are audited as folders of their own, and what is said
/// of all that is neither a file nor a folder with files.
fn inside(folder: &Path, audited: &[Published]) -> (Vec<String>, Vec<PathBuf>) {
    let (mut said, mut files) = (Vec::new(), Vec::new());
    let is_audited =
        |entry: &DirEntry| is_of_a_year(entry.path()) && audited.iter().any(|day| day.folder == entry.path());
    let all = WalkDir::new(folder).min_depth(1).sort_by_file_name().into_iter();
    for entry in all.filter_entry(|entry| !is_audited(entry)) {
        let Ok(entry) = entry else {
            said.push(format!("{} holds something that cannot be read", folder.display()));
            continue;
        };
        if entry.file_type().is_file() {
            files.push(entry.path().strip_prefix(folder).unwrap_or(entry.path()).to_owned());
        } else if !entry.file_type().is_dir() {
            said.push(not_followed(entry.path()));
        } else if is_empty(entry.path()) {
            said.push(format!("{}: an empty folder, which this program does not write", entry.path().display()));
        }
    }
    (said, files)
}

/// The kind of a file in the folder of a day or of a year before.
fn kind(folder: &Path, file: &Path) -> Option<&'static Kind> {
    if is_of_a_year(folder) {
        registry::kind(&Path::new(YEARS).join(folder.file_name()?).join(file))
    } else {
        registry::kind(file)
    }
}

fn is_made(folder: &Path, file: &Path) -> bool {
    kind(folder, file).is_some_and(|kind| kind.is_made)
}

/// What should be there and is not.
fn missing(folder: &Path, made: &BTreeMap<PathBuf, There>) -> Vec<String> {
    let written = [PUBLISHED_README, RECORD].map(PathBuf::from);
    let written = written.iter().filter(|file| !folder.join(file).is_file());
    let packs = made.iter().filter(|(_, there)| **there == There::Missing).map(|(file, _)| file);
    let said = |file: &PathBuf| {
        let facts = kind(folder, file).map_or("what this program writes there", |kind| kind.facts);
        format!("{}: is missing: {facts}", folder.join(file).display())
    };
    written.chain(packs).map(said).collect()
}

/// What is wrong with a file, if anything is.
fn problem(day: &Published, file: &Path, made: &BTreeMap<PathBuf, There>, seeds: &Seeds) -> Option<&'static str> {
    const NOT_READ: &str = "a file that this program does not read";
    if kind(&day.folder, file).is_none() {
        return Some(NOT_READ);
    }
    if let Some(reader) = READERS.iter().find(|reader| Path::new(reader.name) == file) {
        let bytes = std::fs::read(day.folder.join(file)).unwrap_or_default();
        return (reader.holds_more)(day, &bytes, seeds).then_some(reader.problem);
    }
    match made.get(file) {
        Some(There::Same) => None,
        Some(There::Other | There::Missing) => Some(
            "is not what the tables beside it give; if it was made with lists of targets, neighbours or the like, \
             give them here too",
        ),
        None if is_unmakeable(&day.folder, file) => {
            Some("holds a document, which this program was built without: audit it with one built with --features pdf")
        }
        None => Some(NOT_READ),
    }
}

/// What is said of what is neither a file nor a folder: what it leads to may be another thing tomorrow.
pub(crate) fn not_followed(path: &Path) -> String {
    format!("{}: is a link or the like, which is not followed: put what it leads to in its place", path.display())
}

/// Whether it is a document, or a zip with one, that this program cannot make again.
fn is_unmakeable(folder: &Path, file: &Path) -> bool {
    let is = |extension: &str| file.extension().is_some_and(|of_file| of_file == extension);
    let has_document = || folder.join(file.with_extension("pdf")).is_file();
    !cfg!(feature = "pdf") && (is("pdf") || is("zip") && has_document())
}

//! The files of a published folder: each is read by a reader that knows its kind or made again from the tables, and
//! the rest is named.

use super::error::AuditError;
use super::packs::made_again;
use super::places::not_as_listed;
use super::year::not_as_its_day;
use crate::contract::{PROFILE, PUBLISHED_FIGURES, PUBLISHED_README};
use crate::printed::folders::is_empty;
use crate::printed::published::Published;
use crate::printed::{table, words};
use crate::seeds::Seeds;
use crate::seeds::indicators::IndicatorSeed;
use std::path::Path;
use walkdir::{DirEntry, WalkDir};

/// The reader of one kind of file.
struct Reader {
    name: &'static str,
    /// Whether the bytes hold anything but what was read of them.
    holds_more: fn(&Published, &[u8], &[IndicatorSeed]) -> bool,
}

/// The readers of all kinds of file that are published with facts of their own.
const READERS: [Reader; 3] = [
    Reader {
        name: PUBLISHED_FIGURES,
        // Written again, the table that was read must give the same bytes: then nothing else was in them.
        holds_more: |day, bytes, indicators| {
            let mut again = Vec::new();
            table::write(&day.table, indicators, &mut again).is_err() || again != bytes
        },
    },
    Reader {
        name: PROFILE,
        holds_more: |day, bytes, _| !words::is_settings(bytes, &day.profile, &day.table.same_children),
    },
    Reader {
        name: PUBLISHED_README,
        holds_more: |day, bytes, _| !words::is_readme(bytes, &day.profile, &day.table.timeframe),
    },
];

/// What is in the folder of a day, or in its name, that no reader knows and is not made of its tables alone, a line each.
/// `audited` are all tables of the audit.
///
/// # Errors
/// Where a file cannot be read, or a pack cannot be made again.
pub(crate) fn not_audited(day: &Published, audited: &[Published], seeds: &Seeds) -> Result<Vec<String>, AuditError> {
    let folder = day.folder.as_path();
    let mut found = not_as_its_day(day, audited);
    found.extend(not_as_listed(day, &seeds.authorities));
    found.extend(folder.is_symlink().then(|| not_followed(folder)));
    let mut unread = Vec::new();
    // The years before are audited as folders of their own.
    let is_audited = |entry: &DirEntry| audited.iter().any(|day| day.folder == entry.path());
    let all = WalkDir::new(folder).min_depth(1).sort_by_file_name().into_iter();
    for entry in all.filter_entry(|entry| !is_audited(entry)) {
        let Ok(entry) = entry else {
            found.push(format!("{} holds something that cannot be read", folder.display()));
            continue;
        };
        if entry.file_type().is_dir() {
            if is_empty(entry.path()) {
                found.push(format!("{}: an empty folder, which this program does not write", entry.path().display()));
            }
            continue;
        }
        if !entry.file_type().is_file() {
            found.push(not_followed(entry.path()));
            continue;
        }
        let inside = entry.path().strip_prefix(folder).unwrap_or(entry.path());
        let reader = READERS.iter().find(|reader| Path::new(reader.name) == inside);
        match reader {
            Some(reader) => {
                let bytes = std::fs::read(entry.path()).unwrap_or_default();
                if (reader.holds_more)(day, &bytes, &seeds.indicators) {
                    found.push(format!("{}: holds more than this program writes there", entry.path().display()));
                }
            }
            None => unread.push(inside.to_owned()),
        }
    }
    let made = if unread.is_empty() { Default::default() } else { made_again(folder, &unread, audited, seeds)? };
    found.extend(unread.iter().filter_map(|file| {
        let problem = match made.get(file) {
            Some(true) => return None,
            Some(false) => {
                "is not what the tables beside it give; if it was made with lists of targets, neighbours or the like, \
                 give them here too"
            }
            None if is_unmakeable(file) => {
                "a document, which this program was built without: audit it with one built with --features pdf"
            }
            None => "a file that this program does not read",
        };
        Some(format!("{}: {problem}", folder.join(file).display()))
    }));
    Ok(found)
}

/// What is said of what is neither a file nor a folder: what it leads to may be another thing tomorrow.
fn not_followed(path: &Path) -> String {
    format!("{}: is a link or the like, which is not followed: put what it leads to in its place", path.display())
}

/// Whether it is a document that this program cannot make again.
fn is_unmakeable(file: &Path) -> bool {
    !cfg!(feature = "pdf") && file.extension().is_some_and(|extension| extension == "pdf")
}

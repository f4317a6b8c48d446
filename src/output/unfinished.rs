//! Files that are written into a hidden folder and put into place as a whole: one process at a time, and whatever happens
//! to it, with what was there before or what is new in place, or a journal by which the next process sees to that.

use super::error::{NotFinished, ReportError, unwritable};
use super::journal::{JOURNAL, Journal, Stage};
use super::lock::{LOCK, Lock};
use super::moves::{Moves, Rename};
use super::places::{HIDDEN, Places, is_link, is_there};
use crate::printing::complain;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

/// How often the journal of whoever holds a folder is looked for: it follows the lock at once.
const LOOKS: usize = 20;

/// Files that are being written.
#[derive(Debug)]
pub(crate) struct Unfinished {
    places: Places,
    journal: Journal,
    // Dropped in this order: the folder is held until all else is cleared.
    _lock: Lock,
    _made: Made,
}

impl Unfinished {
    /// Opens a folder that no other process writes to, and finishes or undoes what one left that was stopped. `parts` are
    /// the names in it that may be links to folders elsewhere.
    ///
    /// # Errors
    /// Where the folder cannot be made or written to, another process writes to it, or something in it has a name of ours.
    pub fn open(folder: &Path, parts: impl IntoIterator<Item = &'static str>) -> Result<Unfinished, ReportError> {
        if folder.exists() && !folder.is_dir() {
            return Err(ReportError::NotAFolder { path: folder.to_owned() });
        }
        let made = Made::above(folder);
        fs::create_dir_all(folder).map_err(unwritable(folder))?;
        let Some(lock) = Lock::take(folder)? else {
            return Err(ReportError::Held { folder: folder.to_owned(), by: holder(folder) });
        };
        settle(folder)?;
        let linked: Vec<String> =
            parts.into_iter().filter(|part| is_link(&folder.join(part))).map(str::to_owned).collect();
        no_strays(folder, &linked)?;
        let hidden = format!("{HIDDEN}unfinished-{}", std::process::id());
        let places = Places { folder: folder.to_owned(), hidden, linked };
        let journal = Journal::of_this_process(&places);
        let unfinished = Unfinished { places, journal, _lock: lock, _made: made };
        unfinished.journal.begin(folder)?;
        for root in unfinished.places.roots() {
            Places::make(&root).map_err(unwritable(root.parent().unwrap_or(folder)))?;
        }
        Ok(unfinished)
    }

    /// The folder that is written to.
    pub fn folder(&self) -> &Path {
        &self.places.folder
    }

    /// Where a file waits until all are put into place.
    pub fn waiting(&self, path: &str) -> PathBuf {
        self.places.waiting(path)
    }

    /// What is in the folder, in order of path, without what is hidden there for this writing.
    ///
    /// # Errors
    /// Where it cannot be read.
    pub fn beside(&self) -> Result<Vec<PathBuf>, ReportError> {
        let entries = fs::read_dir(self.folder()).map_err(unwritable(self.folder()))?;
        let names = entries.filter_map(Result::ok).map(|entry| entry.file_name());
        let ours = |name: &std::ffi::OsString| [LOCK, JOURNAL, &self.places.hidden].iter().any(|ours| name == ours);
        let mut paths: Vec<PathBuf> = names.filter(|name| !ours(name)).map(|name| self.folder().join(name)).collect();
        paths.sort();
        Ok(paths)
    }

    /// The files that wait, in order of path.
    ///
    /// # Errors
    /// Where the hidden folder cannot be read.
    pub fn all_waiting(&self) -> Result<BTreeSet<String>, ReportError> {
        self.places.all_waiting().map_err(unwritable(self.folder()))
    }

    /// Where a file or folder that waits belongs, as messages name it.
    pub fn place_of(&self, waiting: &Path) -> PathBuf {
        waiting.strip_prefix(self.waiting("")).map_or(waiting.to_owned(), |inside| self.folder().join(inside))
    }

    /// Puts into place the files that wait, but for those that are there already.
    ///
    /// # Errors
    /// Where a file cannot be moved; then none is.
    pub fn put_missing(self) -> Result<(), ReportError> {
        let new = self.all_waiting()?.into_iter().filter(|path| !is_there(&self.places.place(path))).collect();
        self.put(Moves { earlier: Vec::new(), new }, &mut |from, to| fs::rename(from, to))
    }

    /// Puts files into place instead of earlier ones. Where one cannot be moved, the earlier ones are put back.
    ///
    /// # Errors
    /// Where a file cannot be moved, or somebody's own is in the way.
    pub(super) fn put(mut self, moves: Moves, rename: Rename<'_>) -> Result<(), ReportError> {
        nothing_in_the_way(&moves, &self.places)?;
        self.journal.prepare(&self.places, &moves)?;
        self.journal.reach(Stage::Replacing(moves.clone()), &self.places)?;
        let Err(failed) = moves.make(&self.places, rename) else {
            return self.journal.reach(Stage::Replaced, &self.places);
        };
        if let Err(kept) = moves.undo(&self.places, rename) {
            return Err(ReportError::HalfReplaced { path: kept.path, source: failed.source.into() });
        }
        self.journal.reach(Stage::Writing, &self.places)?;
        Err(unwritable(&failed.path)(failed.source))
    }
}

impl Drop for Unfinished {
    fn drop(&mut self) {
        // What was neither made nor undone is left to the next process, with its journal; so is what cannot be removed.
        if !matches!(self.journal.stage(), Stage::Replacing(_)) {
            let _ = self.journal.end(&self.places.folder);
        }
    }
}

/// Makes sure that no run is at work on a report, or was stopped, whose record is not in place.
///
/// # Errors
/// Where one is, or was.
pub(crate) fn finished(folder: &Path, record: &str) -> Result<(), NotFinished> {
    let by = if folder.join(record).exists() { None } else { who_writes(folder) };
    by.map_or(Ok(()), |by| Err(NotFinished { folder: folder.to_owned(), by }))
}

/// Who writes to a folder, or wrote to it when it was stopped.
fn who_writes(folder: &Path) -> Option<String> {
    Journal::read(folder).ok().flatten().map(|journal| journal.who())
}

/// Who holds a folder; none where it does not say.
fn holder(folder: &Path) -> Option<String> {
    (0..LOOKS).find_map(|look| {
        std::thread::sleep(Duration::from_millis(if look == 0 { 0 } else { 10 }));
        who_writes(folder)
    })
}

/// Finishes or undoes what a process left that was stopped, and says so.
fn settle(folder: &Path) -> Result<(), ReportError> {
    let Some(mut journal) = Journal::read(folder)? else { return Ok(()) };
    let places = journal.places(folder);
    let done = match journal.stage().clone() {
        Stage::Writing => {
            "before all was written: what it had written is removed, and what was there before is as it was"
        }
        Stage::Replacing(moves) => {
            nothing_in_the_way(&moves, &places)?;
            moves
                .make(&places, &mut |from, to| fs::rename(from, to))
                .map_err(|failed| ReportError::HalfReplaced { path: failed.path, source: failed.source.into() })?;
            journal.reach(Stage::Replaced, &places)?;
            "while what it had written was put into place: that is now done"
        }
        Stage::Replaced => "when all that it had written was in place: what it had hidden is removed",
    };
    journal.end(folder)?;
    complain(&format!("{}: an earlier run ({}) was stopped {done}", folder.display(), journal.who()));
    Ok(())
}

/// Makes sure that no file of somebody's own would be replaced.
fn nothing_in_the_way(moves: &Moves, places: &Places) -> Result<(), ReportError> {
    match moves.in_the_way(places).map_err(unwritable(&places.folder))? {
        Some(path) => Err(ReportError::InTheWay { path }),
        None => Ok(()),
    }
}

/// Makes sure that nothing in a folder has a name of ours but what is known to be ours.
fn no_strays(folder: &Path, linked: &[String]) -> Result<(), ReportError> {
    let folders = std::iter::once(folder.to_owned()).chain(linked.iter().map(|part| folder.join(part)));
    for folder in folders {
        let entries = fs::read_dir(&folder).map_err(unwritable(&folder))?;
        let names = entries.filter_map(Result::ok).map(|entry| entry.file_name());
        let is_stray =
            |name: &std::ffi::OsString| name.to_string_lossy().starts_with(HIDDEN) && name != LOCK && name != JOURNAL;
        let mut strays: Vec<PathBuf> = names.filter(is_stray).map(|name| folder.join(name)).collect();
        strays.sort();
        if let Some(path) = strays.into_iter().next() {
            return Err(ReportError::Stray { path });
        }
    }
    Ok(())
}

/// Folders that were created for a writing, the innermost first: those that are empty in the end go with it.
#[derive(Debug)]
struct Made(Vec<PathBuf>);

impl Made {
    /// Those above a path, and itself, that are not there yet.
    fn above(folder: &Path) -> Made {
        let not_there = |folder: &&Path| *folder != Path::new("") && !folder.exists();
        Made(folder.ancestors().take_while(not_there).map(Path::to_owned).collect())
    }
}

impl Drop for Made {
    fn drop(&mut self) {
        self.0.iter().for_each(|folder| drop(fs::remove_dir(folder)));
    }
}

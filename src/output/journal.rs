//! The journal of a writing: who writes to a folder, and how far it has come. Whoever opens the folder after a process was
//! stopped finishes or undoes what it says.

use super::error::{ReportError, unwritable};
use super::moves::Moves;
use super::places::{HIDDEN, Places, leads_down};
use crate::owner;
use serde::{Deserialize, Serialize};
use std::fs;
use std::io::{self, Write};
use std::path::Path;

/// The journal's file.
pub(super) const JOURNAL: &str = ".stocktake-journal";

/// How far a writing has come.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Stage {
    /// New files are written to their hidden folder: what is in place is as it was.
    Writing,
    /// They are put in place of the earlier ones.
    Replacing(Moves),
    /// They are in place; the hidden folder goes.
    Replaced,
}

impl Stage {
    /// The name of the file that waits to become the journal when this stage is reached.
    fn file(&self) -> &'static str {
        match self {
            Stage::Writing => "writing.json",
            Stage::Replacing(_) => "replacing.json",
            Stage::Replaced => "replaced.json",
        }
    }
}

/// Who writes to a folder, and how far it has come.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct Journal {
    program: String,
    process: u32,
    command: String,
    hidden: String,
    linked: Vec<String>,
    stage: Stage,
}

impl Journal {
    /// This process at the start of a writing.
    pub fn of_this_process(places: &Places) -> Journal {
        let words = std::env::args_os().skip(1).map(|word| word.to_string_lossy().into_owned());
        let program = env!("CARGO_PKG_NAME");
        Journal {
            program: program.to_owned(),
            process: std::process::id(),
            command: std::iter::once(program.to_owned()).chain(words).collect::<Vec<_>>().join(" "),
            hidden: places.hidden.clone(),
            linked: places.linked.clone(),
            stage: Stage::Writing,
        }
    }

    /// Reads the journal of a folder; none where there is none, or its process was stopped before it wrote anything.
    ///
    /// # Errors
    /// Where it cannot be read, or is somebody's own.
    pub fn read(folder: &Path) -> Result<Option<Journal>, ReportError> {
        let path = folder.join(JOURNAL);
        let bytes = match fs::read(&path) {
            Ok(bytes) => bytes,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
            Err(source) => return Err(ReportError::Read { path, source: source.into() }),
        };
        if bytes.is_empty() {
            return Ok(None);
        }
        let journal = serde_json::from_slice(&bytes).ok().filter(Journal::is_ours);
        journal.map(Some).ok_or(ReportError::Stray { path })
    }

    /// Whether every path in it is one that a journal may have.
    fn is_ours(&self) -> bool {
        let parts = self.linked.iter().chain([&self.hidden]);
        let moved = match &self.stage {
            Stage::Replacing(Moves { earlier, new }) => [earlier.as_slice(), new],
            Stage::Writing | Stage::Replaced => [&[], &[] as &[String]],
        };
        self.program == env!("CARGO_PKG_NAME")
            && self.hidden.starts_with(HIDDEN)
            && parts.clone().all(|part| leads_down(part) && !part.contains(['/', '\\']))
            && moved.into_iter().flatten().all(|path| leads_down(path))
    }

    /// Where its files are.
    pub fn places(&self, folder: &Path) -> Places {
        Places { folder: folder.to_owned(), hidden: self.hidden.clone(), linked: self.linked.clone() }
    }

    /// How far the writing has come.
    pub fn stage(&self) -> &Stage {
        &self.stage
    }

    /// Writes the journal into a folder that has none.
    ///
    /// # Errors
    /// Where it cannot be written.
    pub fn begin(&self, folder: &Path) -> Result<(), ReportError> {
        let path = folder.join(JOURNAL);
        // At once, so that a process that is stopped here leaves an empty file or a whole one.
        let write = || owner::create(&path)?.write_all(&serde_json::to_vec(self)?);
        write().map_err(unwritable(&path))
    }

    /// Writes what the journal will be in the stages to come, so that none of them needs room on the disk.
    ///
    /// # Errors
    /// Where a file cannot be written.
    pub fn prepare(&self, places: &Places, moves: &Moves) -> Result<(), ReportError> {
        for stage in [Stage::Writing, Stage::Replacing(moves.clone()), Stage::Replaced] {
            let path = places.root().join(stage.file());
            let bytes = serde_json::to_vec(&Journal { stage, ..self.clone() }).map_err(io::Error::from);
            bytes.and_then(|bytes| owner::write_new(&path, &bytes)).map_err(unwritable(&path))?;
        }
        Ok(())
    }

    /// Makes a stage that was prepared the one that the journal tells of.
    ///
    /// # Errors
    /// Where it cannot be put into place.
    pub fn reach(&mut self, stage: Stage, places: &Places) -> Result<(), ReportError> {
        let path = places.place(JOURNAL);
        fs::rename(places.root().join(stage.file()), &path).map_err(unwritable(&path))?;
        self.stage = stage;
        Ok(())
    }

    /// Removes the hidden folders, and the journal last.
    ///
    /// # Errors
    /// Where something cannot be removed.
    pub fn end(&self, folder: &Path) -> Result<(), ReportError> {
        for root in self.places(folder).roots() {
            unless_gone(fs::remove_dir_all(&root)).map_err(unwritable(&root))?;
        }
        let path = folder.join(JOURNAL);
        unless_gone(fs::remove_file(&path)).map_err(unwritable(&path))
    }

    /// The process, as messages name it.
    pub fn who(&self) -> String {
        format!("process {}: {}", self.process, self.command)
    }
}

/// What came of removing something that may be gone already.
fn unless_gone(removed: io::Result<()>) -> io::Result<()> {
    match removed {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What reading a journal comes to that names this hidden folder and these files.
    fn read(hidden: &str, earlier: &str, new: &str) -> Result<Option<Journal>, ReportError> {
        let folder = tempfile::tempdir().unwrap();
        let places = Places { folder: folder.path().to_owned(), hidden: hidden.to_owned(), linked: Vec::new() };
        let moves = Moves { earlier: vec![earlier.to_owned()], new: vec![new.to_owned()] };
        let journal = Journal { stage: Stage::Replacing(moves), ..Journal::of_this_process(&places) };
        journal.begin(folder.path()).unwrap();
        Journal::read(folder.path())
    }

    #[test]
    fn a_journal_cannot_name_files_elsewhere() {
        assert!(read(".stocktake-unfinished-7", "restricted/a.csv", "run.json").unwrap().is_some());
        for (hidden, earlier, new) in [
            ("restricted", "restricted/a.csv", "run.json"),
            (".stocktake-unfinished-7/../..", "restricted/a.csv", "run.json"),
            (".stocktake-unfinished-7", "../mine", "run.json"),
            (".stocktake-unfinished-7", "restricted/a.csv", "/mine"),
        ] {
            let read = read(hidden, earlier, new);
            assert!(matches!(read, Err(ReportError::Stray { .. })), "{hidden} {earlier} {new}: {read:?}");
        }
    }

    #[test]
    fn a_process_that_was_stopped_before_it_wrote_its_journal_left_nothing_to_do() {
        let folder = tempfile::tempdir().unwrap();
        assert!(Journal::read(folder.path()).unwrap().is_none());
        fs::write(folder.path().join(JOURNAL), "").unwrap();
        assert!(Journal::read(folder.path()).unwrap().is_none());
    }
}

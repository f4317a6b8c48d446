//! The moves that put files in place of earlier ones. What is done is seen from where the files are, so that moves that
//! were stopped anywhere can be made or undone by whoever comes next.

use super::places::{Places, is_link, is_there};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// What renames a file.
pub(super) type Rename<'a> = &'a mut dyn FnMut(&Path, &Path) -> io::Result<()>;

/// Which files go and which come, by their paths inside the folder.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Moves {
    /// The files of the earlier report, its record first: without it, nothing says that the tables are complete.
    pub earlier: Vec<String>,
    /// The new files, the record last.
    pub new: Vec<String>,
}

/// A file that could not be moved.
#[derive(Debug)]
pub(super) struct NotMoved {
    /// Its place.
    pub path: PathBuf,
    /// What the system said.
    pub source: io::Error,
}

impl Moves {
    /// The first new file in whose place there is something that is not the earlier report's.
    pub fn in_the_way(&self, places: &Places) -> Option<PathBuf> {
        let earlier: BTreeSet<&String> = self.earlier.iter().collect();
        let is_in_the_way = |path: &&String| {
            let is_earlier = earlier.contains(path) && !is_there(&places.kept(path));
            is_there(&places.waiting(path)) && is_there(&places.place(path)) && !is_earlier
        };
        self.new.iter().find(is_in_the_way).map(|path| places.place(path))
    }

    /// Makes the moves that are not made yet.
    ///
    /// # Errors
    /// Where a file cannot be moved.
    pub fn make(&self, places: &Places, rename: Rename<'_>) -> Result<(), NotMoved> {
        let new: BTreeSet<&String> = self.new.iter().collect();
        for path in &self.earlier {
            let place = places.place(path);
            let is_replaced = new.contains(path) && !is_there(&places.waiting(path));
            if !is_replaced && is_there(&place) && !is_there(&places.kept(path)) {
                step(path, &place, &places.kept(path), rename).map_err(not_moved(&place))?;
            }
        }
        for path in &self.new {
            let (waiting, place) = (places.waiting(path), places.place(path));
            if is_there(&waiting) {
                let free = if is_there(&place) { Err(io::ErrorKind::AlreadyExists.into()) } else { Ok(()) };
                free.and_then(|()| step(path, &waiting, &place, rename)).map_err(not_moved(&place))?;
            }
        }
        remove_empty(&self.earlier, places);
        Ok(())
    }

    /// Takes the moves back that were made, the last first.
    ///
    /// # Errors
    /// Where a file cannot be moved.
    pub fn undo(&self, places: &Places, rename: Rename<'_>) -> Result<(), NotMoved> {
        for path in self.new.iter().rev() {
            let (waiting, place) = (places.waiting(path), places.place(path));
            if !is_there(&waiting) && is_there(&place) {
                step(path, &place, &waiting, rename).map_err(not_moved(&place))?;
            }
        }
        remove_empty(&self.new, places);
        for path in self.earlier.iter().rev() {
            let (kept, place) = (places.kept(path), places.place(path));
            if is_there(&kept) {
                let free = if is_there(&place) { Err(io::ErrorKind::AlreadyExists.into()) } else { Ok(()) };
                free.and_then(|()| step(path, &kept, &place, rename)).map_err(not_moved(&place))?;
            }
        }
        Ok(())
    }
}

fn not_moved(place: &Path) -> impl FnOnce(io::Error) -> NotMoved {
    let path = place.to_owned();
    move |source| NotMoved { path, source }
}

/// Renames one file, after the folders it goes into are made like those it comes from.
fn step(path: &str, from: &Path, to: &Path, rename: Rename<'_>) -> io::Result<()> {
    let folders = path.matches('/').count();
    let [from_folders, to_folders] = [from, to].map(|file| file.ancestors().skip(1).take(folders).collect::<Vec<_>>());
    let missing = from_folders.iter().zip(&to_folders).rev().filter(|(_, to)| !to.exists());
    for (from, to) in missing {
        fs::create_dir_all(to)?;
        fs::set_permissions(to, fs::metadata(from)?.permissions())?;
    }
    rename(from, to)
}

/// Removes the folders of files that are gone, where they are empty. A link is not a folder that was made for them.
fn remove_empty(gone: &[String], places: &Places) {
    for path in gone {
        let folders = Path::new(path).ancestors().skip(1).filter(|folder| *folder != Path::new(""));
        let folders = folders.map(|folder| places.folder.join(folder));
        // The first that is not empty ends it.
        let _ = folders.take_while(|folder| !is_link(folder)).try_for_each(|folder| match fs::remove_dir(folder) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
            _ => Ok(()),
        });
    }
}

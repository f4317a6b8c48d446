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
    ///
    /// # Errors
    /// Where it cannot be seen what was moved.
    pub fn in_the_way(&self, places: &Places) -> io::Result<Option<PathBuf>> {
        let (waiting, kept) = (places.all_waiting()?, places.all_kept()?);
        let earlier: BTreeSet<&String> = self.earlier.iter().collect();
        let goes = |path: &String| earlier.contains(path) && !kept.contains(path);
        let new = self.new.iter().filter(|path| waiting.contains(*path) && !goes(path));
        Ok(new.map(|path| places.place(path)).find(|place| is_there(place)))
    }

    /// Makes the moves that are not made yet.
    ///
    /// # Errors
    /// Where a file cannot be moved.
    pub fn make<'a>(&self, places: &'a Places, rename: Rename<'a>) -> Result<(), NotMoved> {
        let mut moving = Moving::begin(places, rename)?;
        let new: BTreeSet<&String> = self.new.iter().collect();
        for path in &self.earlier {
            let is_replaced = new.contains(path) && !moving.waiting.contains(path);
            if !is_replaced && !moving.kept.contains(path) && is_there(&places.place(path)) {
                moving.step(path, &places.place(path), &places.kept(path))?;
            }
        }
        for path in &self.new {
            if moving.waiting.contains(path) {
                moving.step_if_free(path, &places.waiting(path), &places.place(path))?;
            }
        }
        remove_empty(&self.earlier, places);
        Ok(())
    }

    /// Takes the moves back that were made, the last first.
    ///
    /// # Errors
    /// Where a file cannot be moved.
    pub fn undo<'a>(&self, places: &'a Places, rename: Rename<'a>) -> Result<(), NotMoved> {
        let mut moving = Moving::begin(places, rename)?;
        for path in self.new.iter().rev() {
            if !moving.waiting.contains(path) && is_there(&places.place(path)) {
                moving.step(path, &places.place(path), &places.waiting(path))?;
            }
        }
        remove_empty(&self.new, places);
        for path in self.earlier.iter().rev() {
            if moving.kept.contains(path) {
                moving.step_if_free(path, &places.kept(path), &places.place(path))?;
            }
        }
        Ok(())
    }
}

/// Moves under way.
struct Moving<'a> {
    places: &'a Places,
    /// The files that waited at the start.
    waiting: BTreeSet<String>,
    /// The earlier files that were kept at the start.
    kept: BTreeSet<String>,
    /// The folders that are known to be there: a disk may be far away, and is asked no more than it must be.
    there: BTreeSet<PathBuf>,
    rename: Rename<'a>,
}

impl<'a> Moving<'a> {
    fn begin(places: &'a Places, rename: Rename<'a>) -> Result<Moving<'a>, NotMoved> {
        let waiting = places.all_waiting().map_err(not_moved(&places.folder))?;
        let kept = places.all_kept().map_err(not_moved(&places.folder))?;
        Ok(Moving { places, waiting, kept, there: BTreeSet::new(), rename })
    }

    /// Renames one file of a path, after the folders it goes into are made like those it comes from.
    fn step(&mut self, path: &str, from: &Path, to: &Path) -> Result<(), NotMoved> {
        let moved = self.folders(path, from, to).and_then(|()| (self.rename)(from, to));
        moved.map_err(not_moved(&self.places.place(path)))
    }

    /// The same, where nothing is in its place.
    fn step_if_free(&mut self, path: &str, from: &Path, to: &Path) -> Result<(), NotMoved> {
        if is_there(to) {
            return Err(not_moved(to)(io::ErrorKind::AlreadyExists.into()));
        }
        self.step(path, from, to)
    }

    fn folders(&mut self, path: &str, from: &Path, to: &Path) -> io::Result<()> {
        let depth = path.matches('/').count();
        let [from, to] = [from, to].map(|file| file.ancestors().skip(1).take(depth).collect::<Vec<_>>());
        for (from, to) in from.iter().zip(&to).rev() {
            if !self.there.contains(*to) {
                if !to.exists() {
                    fs::create_dir(to)?;
                    fs::set_permissions(to, fs::metadata(from)?.permissions())?;
                }
                self.there.insert(to.to_path_buf());
            }
        }
        Ok(())
    }
}

fn not_moved(place: &Path) -> impl FnOnce(io::Error) -> NotMoved {
    let path = place.to_owned();
    move |source| NotMoved { path, source }
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

//! Where the files of a writing are: in their place, not there yet, and there no longer.

use crate::owner;
use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::{Component, Path, PathBuf};

/// What the names of everything hidden in a folder begin with.
pub(super) const HIDDEN: &str = ".stocktake-";

/// The part of a hidden folder where new files wait.
const NEW: &str = "new";
/// Its part where the earlier files are kept.
const EARLIER: &str = "earlier";

/// The places of one writing's files. What is not in place yet lies in a hidden folder on the same disk, so that a rename
/// puts it there: in the folder itself or, where a part of it is a link, in the folder that the link leads to.
#[derive(Debug, Clone)]
pub(super) struct Places {
    /// The folder that is written to.
    pub folder: PathBuf,
    /// The name of the hidden folder.
    pub hidden: String,
    /// The parts of the folder that are links.
    pub linked: Vec<String>,
}

impl Places {
    /// Where a file belongs.
    pub fn place(&self, path: &str) -> PathBuf {
        self.folder.join(path)
    }

    /// Where a file waits.
    pub fn waiting(&self, path: &str) -> PathBuf {
        self.root_of(path).join(NEW).join(path)
    }

    /// Where a file of the earlier report is kept until the new one is in place.
    pub fn kept(&self, path: &str) -> PathBuf {
        self.root_of(path).join(EARLIER).join(path)
    }

    /// The hidden folders, that of the folder itself first.
    pub fn roots(&self) -> impl Iterator<Item = PathBuf> {
        let in_links = self.linked.iter().map(|part| self.folder.join(part).join(&self.hidden));
        std::iter::once(self.root()).chain(in_links)
    }

    /// The hidden folder of the folder itself.
    pub fn root(&self) -> PathBuf {
        self.folder.join(&self.hidden)
    }

    /// The files that wait.
    ///
    /// # Errors
    /// Where a hidden folder cannot be read.
    pub fn all_waiting(&self) -> io::Result<BTreeSet<String>> {
        self.all_in(NEW)
    }

    /// The files of the earlier report that are kept.
    ///
    /// # Errors
    /// Where a hidden folder cannot be read.
    pub fn all_kept(&self) -> io::Result<BTreeSet<String>> {
        self.all_in(EARLIER)
    }

    fn all_in(&self, part: &str) -> io::Result<BTreeSet<String>> {
        let mut paths = BTreeSet::new();
        for root in self.roots().map(|root| root.join(part)) {
            for entry in walkdir::WalkDir::new(&root) {
                let entry = entry?;
                if !entry.file_type().is_dir() {
                    let inside = entry.path().strip_prefix(&root).unwrap_or(entry.path());
                    paths.insert(inside.display().to_string().replace('\\', "/"));
                }
            }
        }
        Ok(paths)
    }

    /// Makes a hidden folder, which nobody else can read.
    ///
    /// # Errors
    /// Where it cannot be made.
    pub fn make(root: &Path) -> io::Result<()> {
        [NEW, EARLIER].iter().try_for_each(|part| owner::create_folders(&root.join(part)))
    }

    fn root_of(&self, path: &str) -> PathBuf {
        let part = path.split('/').next().unwrap_or_default();
        match self.linked.iter().find(|linked| *linked == part) {
            Some(linked) => self.folder.join(linked).join(&self.hidden),
            None => self.root(),
        }
    }
}

/// Whether anything is at a path, a link that leads nowhere included.
pub(super) fn is_there(path: &Path) -> bool {
    fs::symlink_metadata(path).is_ok()
}

/// Whether a path is a link.
pub(super) fn is_link(path: &Path) -> bool {
    fs::symlink_metadata(path).is_ok_and(|metadata| metadata.is_symlink())
}

/// Whether a path leads down from a folder, and nowhere else.
pub(super) fn leads_down(path: &str) -> bool {
    let is_name = |part| matches!(part, Component::Normal(_));
    !path.is_empty() && Path::new(path).components().all(is_name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_of_a_record_leads_nowhere_else() {
        assert!(leads_down("restricted/authorities/301.csv"));
        for path in ["", "/etc/passwd", "../mine", "restricted/../../mine"] {
            assert!(!leads_down(path), "{path}");
        }
    }

    #[test]
    fn what_is_linked_waits_where_the_link_leads() {
        let places = Places { folder: "out".into(), hidden: ".hidden".into(), linked: vec!["restricted".into()] };
        assert_eq!(places.waiting("restricted/a.csv"), Path::new("out/restricted/.hidden/new/restricted/a.csv"));
        assert_eq!(places.waiting("run.json"), Path::new("out/.hidden/new/run.json"));
        assert_eq!(places.kept("publish/a.csv"), Path::new("out/.hidden/earlier/publish/a.csv"));
        let roots: Vec<PathBuf> = places.roots().collect();
        assert_eq!(roots, [Path::new("out/.hidden"), Path::new("out/restricted/.hidden")]);
    }
}

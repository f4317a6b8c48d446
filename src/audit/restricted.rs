//! The restricted files of the report that a published folder is in.

use crate::contract::RESTRICTED;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use walkdir::WalkDir;

/// Their paths, by size.
pub(crate) struct Restricted {
    folder: PathBuf,
    by_size: BTreeMap<u64, Vec<PathBuf>>,
}

impl Restricted {
    /// Those beside a published folder; none where it lies elsewhere.
    pub fn beside(published: &Path) -> Restricted {
        let folder = published.join("..").join(RESTRICTED);
        let mut by_size = BTreeMap::<u64, Vec<PathBuf>>::new();
        for entry in WalkDir::new(&folder).sort_by_file_name().into_iter().filter_map(Result::ok) {
            if let Some(size) = entry.metadata().ok().filter(|known| known.is_file()).map(|known| known.len()) {
                by_size.entry(size).or_default().push(entry.into_path());
            }
        }
        Restricted { folder, by_size }
    }

    /// The restricted file with the bytes of a published one.
    pub fn same_as(&self, published: &Path) -> Option<String> {
        let bytes = std::fs::read(published).ok().filter(|bytes| !bytes.is_empty())?;
        let of_size = self.by_size.get(&(bytes.len() as u64))?;
        let same = of_size.iter().find(|file| std::fs::read(file).is_ok_and(|exact| exact == bytes))?;
        Some(format!("{RESTRICTED}/{}", same.strip_prefix(&self.folder).unwrap_or(same).display()))
    }
}

//! The packs of a published folder, made again from its tables: a file that comes out the same says nothing that the
//! tables do not, whatever it looks like, and one that is missing is found out.

use super::error::AuditError;
use crate::output::destination::Destination;
use crate::output::error::ReportError;
use crate::pack_files::destination::Wanted;
use crate::pages::paths::SHARED;
use crate::printed::published::{Published, published_in};
use crate::progress::Progress;
use crate::publish::packs;
use crate::seeds::Seeds;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// What is in the place of a file that was made again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum There {
    /// The same bytes.
    Same,
    /// Other bytes.
    Other,
    /// Nothing.
    Missing,
}

/// What is in the place of each file that a folder's table and those of the years before give, by its path in the folder.
/// `files` are those in the folder that are made of tables: no others are made, but where there is one of a pack, all of
/// it must be there. Of the years before, those among the `audited` tables are used.
///
/// # Errors
/// Where a file cannot be read, or a chart cannot be drawn.
pub(crate) fn made_again(
    folder: &Path,
    files: &[PathBuf],
    audited: &[Published],
    seeds: &Seeds,
) -> Result<BTreeMap<PathBuf, There>, AuditError> {
    let days = published_in(folder, audited);
    let destination = Comparison { folder, wanted: wanted(files) };
    let made = packs::write(&days, seeds, &destination, Progress::Quiet)?;
    Ok(made.into_iter().collect())
}

/// What a run was asked for, by the files it left: packs or none, charts as files of their own, documents, an OpenDocument
/// spreadsheet, slides.
fn wanted(files: &[PathBuf]) -> Wanted {
    // Drawings that pages have beside them are no sign that drawings were asked for.
    let asked = || files.iter().filter(|file| !file.starts_with(SHARED));
    let any = |extension: &str| asked().any(|file| file.extension().is_some_and(|of_file| of_file == extension));
    let packs = files.iter().any(|file| !file.starts_with(packs::TIDY));
    // One that holds a document cannot be made again without it.
    let zip = any("zip") && (cfg!(feature = "pdf") || !any("pdf"));
    Wanted {
        packs,
        svg: any("svg"),
        png: any("png"),
        pdf: any("pdf"),
        ods: any("ods"),
        pptx: any("pptx"),
        zip,
        children: false,
    }
}

/// Compares what is made with the files of a folder.
struct Comparison<'a> {
    folder: &'a Path,
    wanted: Wanted,
}

impl Destination for Comparison<'_> {
    /// The file, and what is in its place.
    type Taken = (PathBuf, There);

    /// Nothing is drawn where there is tidy data alone.
    fn wants_packs(&self) -> bool {
        self.wanted.packs
    }

    fn wants(&self, file: &str) -> bool {
        self.wanted.wants(file)
    }

    /// What is published holds nothing of what was there before.
    fn earlier(&self, _: &str) -> Result<Option<Vec<u8>>, ReportError> {
        Ok(None)
    }

    /// Nothing of a place is published that its pack does not hold.
    fn made_before(&self, _: &str) -> Result<Option<Vec<u8>>, ReportError> {
        Ok(None)
    }

    /// What is published may be on any disk, and its folder is only read.
    fn unfinished(&self) -> PathBuf {
        std::env::temp_dir()
    }

    fn take(&self, file: &str, bytes: &[u8]) -> Result<(PathBuf, There), ReportError> {
        let path = self.folder.join(file);
        let there = if path.is_file() {
            let read = std::fs::read(&path).map_err(|source| ReportError::Read { path, source: source.into() })?;
            if read == bytes { There::Same } else { There::Other }
        } else {
            There::Missing
        };
        Ok((PathBuf::from(file), there))
    }
}

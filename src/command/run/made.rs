//! Where the files for sending and presenting are that a run made.

use crate::contract::{PUBLISH, RESTRICTED};
use crate::pack_files::destination::Wanted;
use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use walkdir::WalkDir;

/// A line for each kind of file that was asked for, for the owner and for anybody; blank where none was.
pub(super) fn made(folders: &[PathBuf], wanted: Wanted) -> String {
    let Wanted { packs, ods, pptx, pdf, zip, svg, png, .. } = wanted;
    let kinds = [
        ("Workbook", packs, "xlsx"),
        ("OpenDocument spreadsheet", ods, "ods"),
        ("Slides", pptx, "pptx"),
        ("Documents", pdf, "pdf"),
        ("Zip files", zip, "zip"),
        ("Charts", svg, "svg"),
        ("Charts", png, "png"),
    ];
    let mut text = String::new();
    for (name, _, ending) in kinds.into_iter().filter(|(_, asked, _)| *asked) {
        for (part, whose) in [(RESTRICTED, "for the owner alone"), (PUBLISH, "for anybody")] {
            let files: Vec<PathBuf> =
                folders.iter().flat_map(|folder| with_ending(&folder.join(part), ending)).collect();
            text.extend(line(&files).map(|files| format!("{name}, {whose}: {files}\n")));
        }
    }
    text
}

/// The files below a folder with an ending, in order of path.
fn with_ending(folder: &Path, ending: &str) -> Vec<PathBuf> {
    let entries = WalkDir::new(folder).sort_by_file_name().into_iter().filter_map(Result::ok);
    let files = entries.filter(|entry| entry.file_type().is_file()).map(walkdir::DirEntry::into_path);
    files.filter(|path| path.extension() == Some(OsStr::new(ending))).collect()
}

/// The first, and how many more there are; none where there is none.
fn line(files: &[PathBuf]) -> Option<String> {
    let first = files.first()?.display();
    Some(match files.len() {
        1 => first.to_string(),
        several => format!("{first} and {} more", several - 1),
    })
}

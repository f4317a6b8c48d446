//! The built program, run in a fresh folder.

use std::collections::BTreeMap;
use std::io::{Cursor, Read};
use std::path::{Path, PathBuf};
use std::process::Command;

/// The returns that the project made itself.
pub fn data() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("data")
}

/// The program, to be run in `folder` with its time stamp fixed.
pub fn stocktake(folder: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_stocktake"));
    command.current_dir(folder).env("SOURCE_DATE_EPOCH", "1301650205").env("NO_COLOR", "1").env_remove("COLUMNS");
    command
}

/// Runs the program, which must end with `code`; what it said on standard output and standard error, with the paths of
/// Windows as those of any other system.
pub fn said(command: &mut Command, code: i32) -> (String, String) {
    let output = command.output().unwrap();
    let text = |bytes: Vec<u8>| with_slashes(&String::from_utf8(bytes).unwrap());
    let (out, error) = (text(output.stdout), text(output.stderr));
    assert_eq!(output.status.code(), Some(code), "standard output: {out}\nstandard error: {error}");
    (out, error)
}

/// What is said of paths on Windows, as it is said on any other system.
fn with_slashes(said: &str) -> String {
    if cfg!(windows) { said.replace('\\', "/") } else { said.to_owned() }
}

/// What a terminal shows, in one line: words and marks with one space between them.
pub fn in_one_line(said: &str) -> String {
    said.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Every file below a folder and its bytes, by its path inside the folder.
pub fn tree(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut files = BTreeMap::new();
    for entry in walkdir::WalkDir::new(folder) {
        let entry = entry.unwrap();
        if entry.file_type().is_file() {
            let name = with_slashes(&entry.path().strip_prefix(folder).unwrap().display().to_string());
            files.insert(name, std::fs::read(entry.path()).unwrap());
        }
    }
    files
}

/// The same with the parts of zipped files in place of the files.
pub fn opened(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut files = BTreeMap::new();
    for (name, bytes) in tree(folder) {
        open(name, bytes, &mut files);
    }
    files
}

/// Puts a file among others; the parts of slides are workbooks too.
fn open(name: String, bytes: Vec<u8>, files: &mut BTreeMap<String, Vec<u8>>) {
    if ![".xlsx", ".ods", ".pptx"].iter().any(|end| name.ends_with(end)) {
        files.insert(name, bytes);
        return;
    }
    let mut zipped = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    for at in 0..zipped.len() {
        let mut part = zipped.by_index(at).unwrap();
        let mut bytes = Vec::new();
        part.read_to_end(&mut bytes).unwrap();
        let name = format!("{name}/{}", part.name().unwrap());
        drop(part);
        open(name, bytes, files);
    }
}

/// The rows of a CSV file as maps from column to cell.
pub fn rows(path: &Path) -> Vec<BTreeMap<String, String>> {
    csv::Reader::from_path(path).unwrap().deserialize().map(Result::unwrap).collect()
}

/// Copies a folder and all that is below it.
pub fn copy(from: &Path, to: &Path) {
    for entry in walkdir::WalkDir::new(from) {
        let entry = entry.unwrap();
        let place = to.join(entry.path().strip_prefix(from).unwrap());
        if entry.file_type().is_dir() {
            std::fs::create_dir_all(place).unwrap();
        } else {
            std::fs::copy(entry.path(), place).unwrap();
        }
    }
}

//! Finding the files of a run: every file of a kind that is read, given or below a folder given, in order of path.

use super::source::packed::{self, Listed, Named, Within};
use super::unfound::{FindError, Unreadable, leads_nowhere};
use crate::contract::TABLES;
use crate::lines::visible;
use crate::output::there::is_report;
use std::ffi::OsStr;
use std::fmt;
use std::path::{Path, PathBuf};
use walkdir::WalkDir;

/// A file to read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FoundFile {
    /// Where it is.
    pub path: PathBuf,
    /// Its path as messages and tables show it, with forward slashes.
    pub shown: String,
    /// The names of the folders it is in, the nearest first, up to and including the one given.
    pub folders: Vec<String>,
    /// Its size; of the file that holds it, where it is a table in one.
    pub bytes: u64,
    /// Where in the file at that path it is.
    pub within: Within,
}

impl FoundFile {
    /// The file at `path`, reached from `root`, which is the file itself or a folder above it.
    pub(crate) fn below(root: &Path, path: &Path, bytes: u64) -> FoundFile {
        // Where a file itself is given, every folder of the path as typed may name its return.
        let top = if path == root { None } else { Some(root) };
        let mut folders = Vec::new();
        for folder in path.ancestors().skip(1) {
            folders.extend(folder_name(folder));
            if Some(folder) == top {
                break;
            }
        }
        FoundFile { path: path.to_owned(), shown: shown(path), folders, bytes, within: Within::default() }
    }

    /// What an earlier run showed by this path, reached from `root`, where it is still there; else a file of that path.
    pub(crate) fn again(root: &Path, shown: &str) -> FoundFile {
        let without_sheet = shown.strip_suffix(']').and_then(|shown| shown.rsplit_once(" [")).map(|(file, _)| file);
        let paths = [Some(shown), without_sheet].into_iter().flatten().flat_map(|path| Path::new(path).ancestors());
        let mut tables = Vec::new();
        if let Some(path) = paths.into_iter().find(|path| path.is_file() && Named::of(path) == Named::Packed) {
            add_tables(FoundFile::below(root, path, 0), &mut tables, &mut Vec::new());
        }
        let found = tables.into_iter().find(|table| table.shown == shown);
        found.unwrap_or_else(|| FoundFile::below(root, Path::new(shown), 0))
    }

    /// A table in this file. The folders in an archive, and the archive itself, say as much as folders on disk.
    fn table(&self, listed: Listed) -> FoundFile {
        let Listed { within, bytes } = listed;
        let (mut shown, mut folders) = (self.shown.clone(), Vec::new());
        if let Some((_, name)) = &within.member {
            shown = format!("{shown}/{}", visible(name));
            folders.extend(name.rsplit('/').skip(1).map(str::to_owned));
            folders.extend(self.path.file_stem().map(|stem| stem.to_string_lossy().into_owned()));
        }
        if let Some(sheet) = &within.sheet {
            shown = format!("{shown} [{}]", visible(sheet));
        }
        folders.extend(self.folders.iter().cloned());
        FoundFile { path: self.path.clone(), shown, folders, bytes, within }
    }

    /// The file itself, where this is a sheet of it.
    pub(crate) fn whole(&self) -> FoundFile {
        let mut whole = self.clone();
        if let Some(sheet) = whole.within.sheet.take() {
            whole.shown.truncate(whole.shown.len() - visible(&sheet).len() - " []".len());
        }
        whole
    }

    /// The name of the file, or of the one in the archive.
    pub(crate) fn name(&self) -> &Path {
        self.within.member.as_ref().map_or(self.path.as_path(), |(_, name)| Path::new(name))
    }

    /// Whether this is a table in the same file as another.
    pub(crate) fn is_beside(&self, other: &FoundFile) -> bool {
        self.within.sheet.is_some()
            && other.within.sheet.is_some()
            && self.path == other.path
            && self.within.member == other.within.member
    }
}

/// Which of the files that hold the same table of the same return stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Standing {
    /// The last in order of path: the time of a file says when it was copied.
    Latest,
    /// Those that are this file, or in this folder.
    Below(PathBuf),
}

/// The word for the last in order of path.
pub(crate) const LATEST: &str = "latest";

/// As it is given: `latest`, or the path.
impl fmt::Display for Standing {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Standing::Latest => formatter.write_str(LATEST),
            Standing::Below(path) => path.display().fmt(formatter),
        }
    }
}

/// What was found below the paths given.
#[derive(Debug, Default)]
pub struct FoundFiles {
    /// Files to read, in order of path.
    pub files: Vec<FoundFile>,
    /// What is skipped in folders and archives: files of a kind that is not read or out of reach, the lock files of workbooks
    /// that are open, and folders that cannot be read, which end in a slash.
    pub skipped: Vec<String>,
    /// Folders that cannot be read.
    pub unreadable: Vec<Unreadable>,
    /// Which of several files of one table, authority and year stands, where it was said.
    pub standing: Option<Standing>,
}

impl FoundFiles {
    /// The list of authorities beside the returns, where there is one: a file `authorities.csv`.
    ///
    /// # Errors
    /// Where there is more than one.
    pub(crate) fn authorities(&self) -> Result<Option<&Path>, FindError> {
        let is_list = |path: &Path| path.file_name().is_some_and(|name| name.eq_ignore_ascii_case("authorities.csv"));
        let mut lists = self.files.iter().filter(|file| is_list(&file.path));
        match (lists.next(), lists.next()) {
            (Some(one), Some(other)) => Err(FindError::TwoLists(one.shown.clone(), other.shown.clone())),
            (one, _) => Ok(one.map(|file| file.path.as_path())),
        }
    }
}

/// Finds the files given and those below the folders given of a kind that is read, except in `out`, where
/// reports go. A file reached twice counts once.
///
/// # Errors
/// Where a path does not exist, it or a folder below it cannot be read, or there is no file of such a kind at all.
pub fn find(given: &[PathBuf], out: &Path) -> Result<FoundFiles, FindError> {
    let mut found = walk(given, out)?;
    if !found.unreadable.is_empty() {
        let more = found.unreadable.len() - 1;
        return Err(FindError::UnreadableBelow(found.unreadable.swap_remove(0), more));
    }
    some(found, given)
}

/// The same, without the folders that cannot be read, which it lists.
///
/// # Errors
/// Where a path does not exist or cannot be read, or there is no file of such a kind at all.
pub fn find_readable(given: &[PathBuf], out: &Path) -> Result<FoundFiles, FindError> {
    some(walk(given, out)?, given)
}

/// What was found, if it is anything.
fn some(found: FoundFiles, given: &[PathBuf]) -> Result<FoundFiles, FindError> {
    if found.files.is_empty() {
        let roots: Vec<String> = given.iter().map(|root| shown(root)).collect();
        return Err(FindError::Nothing { folders: roots.join(", "), skipped: found.skipped });
    }
    Ok(found)
}

fn walk(given: &[PathBuf], out: &Path) -> Result<FoundFiles, FindError> {
    if let Some(report) = given.iter().find(|root| is_report(root)) {
        return Err(FindError::Report(shown(report)));
    }
    let real_out = std::fs::canonicalize(out).ok();
    // Resolving a real path is slow where there are thousands of files: only a folder of the same
    // name can hold the reports, and only with several paths given can a file be reached twice.
    let is_out = |path: Option<&Path>| {
        let real = path.filter(|path| path.file_name() == out.file_name()).map(std::fs::canonicalize);
        real_out.is_some() && real.and_then(Result::ok) == real_out
    };
    let of_report = |path: &Path| TABLES.iter().any(|tables| path.ends_with(tables));
    let is_of_out = |path: &Path| is_out(Some(path)) || of_report(path) && is_out(path.parent());
    let may_repeat = given.len() > 1;
    let mut files = Vec::new();
    let mut skipped = Vec::new();
    let mut unreadable = Vec::new();
    let mut seen = std::collections::HashSet::new();
    for root in given {
        let walk = WalkDir::new(root).follow_links(true).sort_by_file_name().into_iter();
        let walk =
            walk.filter_entry(|entry| entry.depth() == 0 || !entry.file_type().is_dir() || !is_of_out(entry.path()));
        for entry in walk {
            let entry = match entry {
                Ok(entry) => entry,
                Err(error) if error.depth() == 0 => {
                    let place = error.path().unwrap_or(root).to_owned();
                    return Err(FindError::of_given(&place, shown(&place), error));
                }
                Err(error) => {
                    let path = error.path().unwrap_or(root).to_owned();
                    if is_hidden(&path, root) {
                        continue;
                    }
                    if leads_nowhere(&path, &error) {
                        skipped.push(shown(&path));
                    } else {
                        skipped.push(format!("{}/", shown(&path)));
                        unreadable.push(Unreadable::of(shown(&path), error));
                    }
                    continue;
                }
            };
            if !entry.file_type().is_file() || is_hidden(entry.path(), root) {
                let is_beside = entry.path().parent().is_some_and(|folder| !is_hidden(folder, root));
                if is_beside && entry.file_type().is_file() && of_open_workbook(entry.path()).is_some() {
                    skipped.push(shown(entry.path()));
                }
                continue;
            }
            let path = entry.path();
            let named = Named::of(path);
            let is_read = match named {
                Named::Lines | Named::Packed => true,
                Named::Text => path == root || packed::is_file_of_cells(path),
                Named::Other => path == root,
            };
            if !is_read {
                skipped.push(shown(path));
                continue;
            }
            let new = !may_repeat || seen.insert(std::fs::canonicalize(path).unwrap_or_else(|_| path.to_owned()));
            if new {
                let bytes = entry.metadata().map_or(0, |metadata| metadata.len());
                let file = FoundFile::below(root, path, bytes);
                match named {
                    Named::Packed => add_tables(file, &mut files, &mut skipped),
                    Named::Lines | Named::Text | Named::Other => files.push(file),
                }
            }
        }
    }
    // One walk is in order of path already; several must be merged.
    if may_repeat {
        // The tables in one file stay in their order.
        files.sort_by(|one, other| one.path.cmp(&other.path));
    }
    skipped.sort();
    Ok(FoundFiles { files, skipped, unreadable, standing: None })
}

/// A folder's own name; `.` and `..` are resolved, as a run is often started inside the folder.
fn folder_name(folder: &Path) -> Option<String> {
    let name = match folder.file_name() {
        Some(name) => Some(name.to_owned()),
        None if folder.as_os_str().is_empty() => None,
        None => std::fs::canonicalize(folder).ok().and_then(|real| real.file_name().map(OsStr::to_owned)),
    };
    name.map(|name| name.to_string_lossy().into_owned())
}

/// Adds the tables in a file that may hold several; where it cannot be read, reading it will say so.
fn add_tables(file: FoundFile, files: &mut Vec<FoundFile>, skipped: &mut Vec<String>) {
    match packed::list(&file.path) {
        Ok(listing) => {
            skipped.extend(listing.skipped.iter().map(|name| format!("{}/{}", file.shown, visible(name))));
            files.extend(listing.tables.into_iter().map(|listed| file.table(listed)));
        }
        Err(_) => files.push(file),
    }
}

/// Whether the file or a folder between it and the one given is hidden, such as a spreadsheet's lock file
/// or a version-control folder.
fn is_hidden(path: &Path, root: &Path) -> bool {
    let below = path.strip_prefix(root).unwrap_or(path);
    below.components().any(|part| {
        let name = part.as_os_str().to_string_lossy();
        name.starts_with('.') && name.len() > 1 && name != ".." || name.starts_with("~$")
    })
}

/// The workbook that is open, where a file is what Excel (`~$Name.xlsx`) or LibreOffice (`.~lock.Name.xlsx#`) keeps beside it.
pub(crate) fn of_open_workbook(path: &Path) -> Option<&str> {
    let name = path.file_name()?.to_str()?;
    let of_libre_office = || name.strip_prefix(".~lock.")?.strip_suffix('#');
    let workbook = name.strip_prefix("~$").or_else(of_libre_office)?;
    (Named::of(Path::new(workbook)) == Named::Packed).then_some(workbook)
}

/// The real path of something that need not exist yet.
pub(crate) fn real(path: &Path) -> PathBuf {
    if let Ok(real) = std::fs::canonicalize(path) {
        return real;
    }
    match (path.parent(), path.file_name()) {
        (Some(parent), Some(name)) if parent != Path::new("") => real(parent).join(name),
        (_, Some(name)) => real(Path::new(".")).join(name),
        _ => path.to_owned(),
    }
}

/// A path as messages and tables show it, with forward slashes.
pub(crate) fn shown(path: &Path) -> String {
    visible(&path.display().to_string().replace('\\', "/"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    fn folder_with(files: &[&str]) -> tempfile::TempDir {
        let folder = tempfile::tempdir().unwrap();
        for file in files {
            let path = folder.path().join(file);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, "CHILD\n").unwrap();
        }
        folder
    }

    #[test]
    fn finds_csv_files_in_order_and_names_the_folders_they_lie_in() {
        let folder = folder_with(&["b/2011/x.CSV", "a/2010/y.csv", "a/notes.txt", ".hidden/z.csv", "a/~$y.csv"]);
        let found = find(&[folder.path().join("b"), folder.path().join("a")], Path::new("out")).unwrap();
        let folders: Vec<_> = found.files.iter().map(|file| file.folders.clone()).collect();
        assert_eq!(folders, [vec!["2010", "a"], vec!["2011", "b"]]);
        assert_eq!(found.skipped.len(), 1);
        for (name, workbook) in [
            ("~$Return.xlsx", Some("Return.xlsx")),
            ("a/.~lock.Return.ods#", Some("Return.ods")),
            ("~$Notes.docx", None),
            ("Return.xlsx", None),
        ] {
            assert_eq!(of_open_workbook(Path::new(name)), workbook, "{name}");
        }
    }

    #[test]
    fn text_with_cells_between_tabs_is_a_table_and_a_note_is_not() {
        let folder = folder_with(&["2011/notes.txt"]);
        let utf_16 = "CHILD\tDOB\tSEX\r\n".encode_utf16().flat_map(u16::to_le_bytes);
        fs::write(folder.path().join("2011/header.txt"), [0xFF, 0xFE].into_iter().chain(utf_16).collect::<Vec<u8>>())
            .unwrap();
        let found = find(&[folder.path().to_owned()], Path::new("out")).unwrap();
        let names: Vec<_> = found.files.iter().map(|file| file.name().file_name().unwrap().to_owned()).collect();
        assert_eq!((names, found.skipped.len()), (vec![OsStr::new("header.txt").to_owned()], 1));
    }

    #[test]
    fn a_file_reached_twice_counts_once() {
        let folder = folder_with(&["a/x.csv"]);
        let file = folder.path().join("a/x.csv");
        assert_eq!(find(&[folder.path().to_owned(), file], Path::new("out")).unwrap().files.len(), 1);
    }

    #[test]
    #[cfg(unix)]
    fn a_link_that_leads_nowhere_stops_nothing() {
        let folder = folder_with(&["a/x.csv"]);
        std::os::unix::fs::symlink("nowhere", folder.path().join("a/y.csv")).unwrap();
        std::os::unix::fs::symlink(folder.path(), folder.path().join("a/round")).unwrap();
        let found = find(&[folder.path().to_owned()], Path::new("out")).unwrap();
        assert_eq!((found.files.len(), found.skipped.len()), (1, 2));
    }

    #[test]
    fn earlier_reports_are_not_returns() {
        let folder = folder_with(&["a/x.csv", "reports/restricted/children.csv", "reports/check/findings.csv"]);
        let found = find(&[folder.path().to_owned()], &folder.path().join("reports")).unwrap();
        assert_eq!(found.files.len(), 1);
    }

    #[test]
    fn a_wrong_path_and_an_empty_folder_say_what_to_do() {
        let folder = folder_with(&[]);
        let error = find(&[folder.path().join("nowhere")], Path::new("out")).unwrap_err();
        assert!(crate::fault::with_help(&error).ends_with("nowhere does not exist: check the path"), "{error}");
        let error = find(&[folder.path().to_owned()], Path::new("out")).unwrap_err();
        assert!(error.to_string().contains("nothing that is read as a return"), "{error}");
        let folder = folder_with(&["a.doc", "b.doc", "c.doc"]);
        let error = find(&[folder.path().to_owned()], Path::new("out")).unwrap_err().to_string();
        assert!(error.contains("/a.doc and 2 more are there, which are of other kinds"), "{error}");
    }
}

//! Files that hold several tables: the sheets of a workbook, the groups of the return's XML, the files in an archive.
//!
//! They are listed before anything is read, so that each has its number; and read together, so that the file is opened once.

use super::archive;
use super::content::{Content, sha256, text_of};
use super::form::{Encoding, FileKind};
use super::why_not::WhyNot;
use super::workbook::{Workbook, damaged, sheet_names};
use super::xml;
use crate::text::{Problem, SavedAs, saved_as, without_mark};
use std::borrow::Cow;
use std::fs;
use std::io::{self, Read};
use std::path::Path;

/// Where in a file a table is; nowhere in it where the file itself is one.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Within {
    /// The file in an archive: its place, and its name.
    pub member: Option<(usize, String)>,
    /// The sheet of a workbook, or the group of XML.
    pub sheet: Option<String>,
}

/// A table in a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Listed {
    /// Where in the file it is.
    pub within: Within,
    /// How many bytes the file has that holds it, unpacked.
    pub bytes: u64,
}

/// The tables in a file that may hold several; one that cannot be opened is listed as a whole, and reading it says why.
#[derive(Debug, Default)]
pub(crate) struct Listing {
    /// The tables.
    pub tables: Vec<Listed>,
    /// The names of files in an archive that are of no kind that is read.
    pub skipped: Vec<String>,
}

/// What a file is, by its name alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Named {
    /// Lines of text.
    Lines,
    /// Text, which may be a table: spreadsheets save so what they call Unicode text.
    Text,
    /// One that may hold several tables.
    Packed,
    /// Nothing that is read.
    Other,
}

impl Named {
    /// What the name of a file says.
    pub(crate) fn of(path: &Path) -> Named {
        let ending = path.extension().and_then(|ending| ending.to_str()).unwrap_or_default().to_lowercase();
        match ending.as_str() {
            "csv" | "tsv" | "tab" => Named::Lines,
            "txt" => Named::Text,
            "xlsx" | "xlsm" | "xls" | "ods" | "xml" | "zip" => Named::Packed,
            _ => Named::Other,
        }
    }
}

/// How much of a text is looked at for tabs, in bytes: more than a title and a heading take.
const LOOKED_AT: usize = 4096;

/// Whether a text is lines of cells between tabs, as no letter or note is.
pub(crate) fn is_table_of_text(bytes: &[u8]) -> bool {
    bytes.iter().take(LOOKED_AT).filter(|byte| **byte == b'\t').count() > 1
}

/// Whether the text at a path is lines of cells between tabs; not so where it cannot be read.
pub(crate) fn is_file_of_cells(path: &Path) -> bool {
    let mut first = Vec::new();
    let read = fs::File::open(path).and_then(|file| file.take(LOOKED_AT as u64).read_to_end(&mut first));
    read.is_ok() && is_table_of_text(&first)
}

/// What bytes are, by what they begin with.
enum Held {
    Lines,
    Workbook(FileKind),
    Xml,
    Archive,
}

fn held(bytes: &[u8]) -> Held {
    match without_mark(bytes) {
        [b'P', b'K', 3 | 5, 4 | 6, ..] => {
            let members = archive::members(bytes).unwrap_or_default();
            let has = |name: &str| members.iter().any(|member| member.name == name);
            match () {
                () if has("xl/workbook.xml") => Held::Workbook(FileKind::Xlsx),
                () if has("content.xml") && has("META-INF/manifest.xml") => Held::Workbook(FileKind::Ods),
                () => Held::Archive,
            }
        }
        [0xD0, 0xCF, 0x11, 0xE0, ..] => Held::Workbook(FileKind::Xls),
        [b'<', ..] | [0xFF, 0xFE, b'<', 0, ..] | [0xFE, 0xFF, 0, b'<', ..] => Held::Xml,
        _ => Held::Lines,
    }
}

/// The tables in the file at a path.
///
/// # Errors
/// Where it cannot be read.
pub(crate) fn list(path: &Path) -> io::Result<Listing> {
    let bytes = fs::read(path)?;
    let mut listing = Listing::default();
    let Held::Archive = held(&bytes) else {
        listing.add(&bytes, None);
        return Ok(listing);
    };
    let Ok(members) = archive::members(&bytes) else {
        listing.whole(bytes.len() as u64, None);
        return Ok(listing);
    };
    for member in members {
        let name = Path::new(&member.name);
        let hidden = member.name.split('/').any(is_hidden);
        let place = Some((member.place, member.name.clone()));
        match Named::of(name) {
            _ if hidden => {}
            Named::Lines => listing.whole(member.bytes, place),
            Named::Text if archive::member(&bytes, member.place).is_ok_and(|text| is_table_of_text(&text)) => {
                listing.whole(member.bytes, place);
            }
            Named::Packed if !member.name.to_lowercase().ends_with(".zip") => {
                match archive::member(&bytes, member.place) {
                    Ok(unpacked) => listing.add(&unpacked, place),
                    Err(_) => listing.whole(member.bytes, place),
                }
            }
            Named::Packed | Named::Text | Named::Other => listing.skipped.push(member.name),
        }
    }
    Ok(listing)
}

/// Whether a part of a name in an archive is one that no person gave.
fn is_hidden(part: &str) -> bool {
    part.starts_with('.') && !matches!(part, "." | "..") || part.starts_with("~$") || part == "__MACOSX"
}

impl Listing {
    fn whole(&mut self, bytes: u64, member: Option<(usize, String)>) {
        self.tables.push(Listed { within: Within { member, sheet: None }, bytes });
    }

    /// Adds the sheets or groups of a file that is no archive.
    fn add(&mut self, bytes: &[u8], member: Option<(usize, String)>) {
        let names: Vec<String> = match held(bytes) {
            Held::Workbook(kind) => sheet_names(bytes, kind).unwrap_or_default(),
            Held::Xml => {
                let text = match saved_as(bytes) {
                    SavedAs::Utf16 => text_of(bytes.to_vec(), Encoding::Utf16).unwrap_or_default().into_bytes().into(),
                    _ => Cow::Borrowed(bytes),
                };
                xml::sheets(&text).into_iter().map(str::to_owned).collect()
            }
            Held::Lines | Held::Archive => Vec::new(),
        };
        let size = bytes.len() as u64;
        if names.is_empty() {
            return self.whole(size, member);
        }
        let sheet = |name| Listed { within: Within { member: member.clone(), sheet: Some(name) }, bytes: size };
        self.tables.extend(names.into_iter().map(sheet));
    }
}

/// What each of the tables of one file holds, all of them in the same file of an archive where they are in one.
///
/// # Errors
/// Where the file cannot be read.
pub(crate) fn contents(path: &Path, tables: &[&Within]) -> io::Result<Vec<Content>> {
    let mut bytes = fs::read(path)?;
    // What is wrong with the file is said once.
    let all = |problem: Problem| {
        let others = tables.iter().skip(1).map(|_| Content::NotRead(WhyNot::FileRefused));
        std::iter::once(Content::OfUnusable(problem)).chain(others).collect()
    };
    if let Some(Within { member: Some((place, _)), .. }) = tables.first() {
        bytes = match archive::member(&bytes, *place) {
            Ok(unpacked) => unpacked,
            Err(problem) => return Ok(all(problem)),
        };
    }
    let contents = match held(&bytes) {
        Held::Workbook(kind) => of_workbook(&bytes, kind, tables),
        Held::Xml => of_xml(bytes, tables),
        Held::Archive if FileKind::named(path).is_workbook() => Err(damaged()),
        Held::Archive => archive::members(&bytes).and_then(|_| {
            Err(Problem::at_top("is an archive with nothing in it that is read", "give the tables of the return"))
        }),
        Held::Lines => lines(bytes).map(|content| vec![content]),
    };
    Ok(contents.unwrap_or_else(all))
}

fn of_workbook(bytes: &[u8], kind: FileKind, tables: &[&Within]) -> Result<Vec<Content>, Problem> {
    let mut workbook = open(bytes, kind)?;
    let sha256 = sha256(bytes);
    let sheets = workbook.sheets();
    let from_1904 = workbook.counts_from_1904();
    let content = |table: &&Within| {
        let Some(name) = &table.sheet else { return Content::NotRead(WhyNot::Empty) };
        match sheets.iter().find(|sheet| sheet.name == *name) {
            Some(sheet) if sheet.hidden => return Content::NotRead(WhyNot::Hidden),
            Some(sheet) if !sheet.has_cells => return Content::NotRead(WhyNot::NoTable),
            _ => {}
        }
        match workbook.rows(name) {
            Ok(rows) if rows.is_empty() => Content::NotRead(WhyNot::Empty),
            Ok(rows) => Content::Sheet { rows, kind, encoding: None, from_1904, sha256: sha256.clone() },
            Err(problem) => Content::Unusable(problem),
        }
    };
    Ok(tables.iter().map(content).collect())
}

fn of_xml(bytes: Vec<u8>, tables: &[&Within]) -> Result<Vec<Content>, Problem> {
    let (sha256, encoding) = (sha256(&bytes), encoding(&bytes));
    let text = text_of(bytes, encoding)?;
    let names: Vec<&str> = tables.iter().filter_map(|table| table.sheet.as_deref()).collect();
    let mut sheets = xml::rows(&text, &names)?;
    let mut content = |table: &&Within| {
        let place = sheets.iter().position(|(name, _)| table.sheet.as_deref() == Some(*name));
        place.map(|place| sheets.swap_remove(place).1).map_or(Content::NotRead(WhyNot::Empty), |rows| Content::Sheet {
            rows,
            kind: FileKind::Xml,
            encoding: Some(encoding),
            from_1904: false,
            sha256: sha256.clone(),
        })
    };
    Ok(tables.iter().map(&mut content).collect())
}

/// Opens a workbook that is no larger than any return.
fn open(bytes: &[u8], kind: FileKind) -> Result<Workbook<'_>, Problem> {
    if kind != FileKind::Xls {
        archive::check_size(bytes)?;
    }
    Workbook::open(bytes, kind)
}

fn lines(bytes: Vec<u8>) -> Result<Content, Problem> {
    let encoding = encoding(&bytes);
    Content::of_bytes(bytes, encoding)
}

/// The text of the file at a path.
///
/// # Errors
/// Where it cannot be read.
pub(crate) fn text_at(path: &Path) -> io::Result<Result<String, Problem>> {
    let bytes = fs::read(path)?;
    let encoding = encoding(&bytes);
    Ok(text_of(bytes, encoding))
}

fn encoding(bytes: &[u8]) -> Encoding {
    match saved_as(bytes) {
        SavedAs::Utf16 => Encoding::Utf16,
        _ if std::str::from_utf8(bytes).is_ok() => Encoding::Utf8,
        _ => Encoding::Windows1252,
    }
}

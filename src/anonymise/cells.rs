//! The cells of a file as they are copied.

use super::columns::Column;
use super::copied::{Note, NoteKind, RowAt};
use super::copied_file::CopiedFile;
use super::homes::Whose;
use super::key::Key;
use super::request::Request;
use crate::day::Day;
use crate::identity::{Coarse, strayed};
use crate::returns::files::FoundFile;
use crate::returns::source::csv::raw::spans_lines;
use crate::text::{tidy, trim};

/// Replaces the cells of a file, and counts what is replaced.
pub(super) struct Cells<'run> {
    request: &'run Request<'run>,
    found: &'run FoundFile,
    /// The last id and its replacement, as rows of one child are mostly together.
    last: Option<(String, String)>,
    /// What has been copied.
    pub copied: CopiedFile,
}

impl<'run> Cells<'run> {
    /// Of a file, none copied yet.
    pub(super) fn of(request: &'run Request<'run>, found: &'run FoundFile) -> Cells<'run> {
        Cells { request, found, last: None, copied: CopiedFile::default() }
    }

    /// Notes a home of a child, by the id in the copy.
    pub(super) fn home(&mut self, whose: Whose, postcode: &[u8], copied: Option<&str>, line: u32) {
        let postcode = String::from_utf8_lossy(tidy(postcode));
        let at = || RowAt { file: self.found.shown.clone(), line };
        self.copied.homes.note(whose, &postcode, copied.unwrap_or(&postcode), at);
    }

    /// The replacement of a cell; `None` where it stays as it is.
    pub(super) fn cell(&mut self, line: u32, column: Column, name: &str, cell: &[u8]) -> Option<String> {
        match column {
            Column::Id => self.id(cell),
            Column::Identifying(field) => match field.coarse(cell) {
                Coarse::AsItStands => None,
                Coarse::Instead(text) => {
                    self.copied.changes.count(field);
                    Some(text)
                }
                Coarse::Unreadable => {
                    self.note(line, name, NoteKind::Blanked);
                    Some(String::new())
                }
            },
            Column::OfAuthorities => None,
            Column::Authority if self.names_an_authority(cell) => None,
            Column::Authority | Column::Day | Column::Other => {
                let text = tidy(cell);
                let belongs = !spans_lines(text) && strayed(text).is_none();
                if belongs {
                    return None;
                }
                self.note(line, name, NoteKind::StoodIn);
                Some(self.in_place_of(text))
            }
        }
    }

    /// The replacement of a cell in a row with more cells than headings, where no cell can be trusted to be in
    /// its column: the ids, the return and DECOM are kept, and a surplus cell stays filled.
    pub(super) fn cell_of_no_column(&mut self, column: Column, cell: &[u8]) -> Option<String> {
        let text = trim(cell);
        let year_or_day = || {
            let year = std::str::from_utf8(tidy(text)).ok().and_then(crate::year::read_year);
            Day::read(text).is_some() || year.is_some()
        };
        match column {
            Column::Id => self.id(cell),
            Column::OfAuthorities => None,
            Column::Authority if self.names_an_authority(cell) => None,
            Column::Day if year_or_day() => None,
            _ if text.is_empty() => None,
            _ => Some(self.in_place_of(text)),
        }
    }

    /// The id that replaces a child's, which is read as the definitions read it; a blank one stays.
    fn id(&mut self, cell: &[u8]) -> Option<String> {
        let text = tidy(cell);
        if text.is_empty() {
            return None;
        }
        let id = String::from_utf8_lossy(text).to_uppercase();
        self.copied.changes.ids += 1;
        if let Some((last, instead)) = &self.last
            && *last == id
        {
            return Some(instead.clone());
        }
        let instead = self.request.key.id(&id);
        self.last = Some((id, instead.clone()));
        Some(instead)
    }

    /// Cells are compared in capitals and without spaces.
    fn in_place_of(&self, text: &[u8]) -> String {
        let closed: String = String::from_utf8_lossy(text).split(' ').collect();
        let key: &Key = self.request.key;
        key.in_place_of(&closed.to_uppercase())
    }

    fn names_an_authority(&self, cell: &[u8]) -> bool {
        self.request.seeds.authorities.find(&String::from_utf8_lossy(tidy(cell))).is_some()
    }

    pub(super) fn note(&mut self, line: u32, column: &str, kind: NoteKind) {
        let at = RowAt { file: self.found.shown.clone(), line };
        self.copied.notes.push(Note { at, column: column.to_owned(), kind });
    }
}

//! The copy of the return's XML: the same elements, their text replaced as the cells of their columns are.

use super::cells::{At, Cells, CopiedCell};
use super::columns::{Column, columns_of};
use super::copied_file::CopiedFile;
use super::homes::WhoseRows;
use super::known::as_read;
use super::task::{Given, Task};
use crate::day::order::DateOrder;
use crate::owner;
use crate::returns::heading::fit;
use crate::returns::source::SourceFile;
use crate::returns::source::content::Content;
use crate::returns::source::opening::as_text;
use crate::returns::source::packed;
use crate::returns::source::unread::Unread;
use crate::returns::source::xml::{Piece, column_of, is_group, pieces};
use crate::seeds::authorities::AuthorityIndex;
use crate::text::Problem;
use std::collections::BTreeMap;
use std::io::{self, Write};
use std::path::Path;

/// How each column is copied, by its name in the XML in capitals.
type Columns = BTreeMap<String, (Column, String, DateOrder)>;

/// The name of an element that is no part of the return and has others in it.
const OTHER: &str = "GROUP";

/// Copies a file that holds these sheets, or gives what is wrong with it, in which case there is no copy.
///
/// # Errors
/// Where the copy cannot be written.
pub(super) fn copy(task: Task<'_>, sheets: &[Given<'_>], target: &Path) -> io::Result<Result<CopiedFile, Problem>> {
    let Some(first) = sheets.first() else { return Ok(Ok(CopiedFile::default())) };
    let mut copying = Copying::of(task, first);
    for given in sheets {
        if let Err(unread) = copying.add_columns(given) {
            return Ok(Err(unread.into_problem()));
        }
    }
    let text = match packed::text_at(&first.found.path)? {
        Ok(text) => text,
        Err(problem) => return Ok(Err(problem)),
    };
    if let Err(problem) = pieces(&text, |piece| copying.take(piece)) {
        return Ok(Err(problem));
    }
    if let Some(folder) = target.parent() {
        owner::create_folders(folder)?;
    }
    owner::create(target)?.write_all(copying.written.as_bytes())?;
    Ok(Ok(copying.cells.copied))
}

/// A text that is being copied.
struct Copying<'run> {
    task: Task<'run>,
    columns: Columns,
    cells: Cells<'run>,
    authority: Option<AuthorityIndex>,
    written: String,
    /// The names, in the copy, of the elements that are open and have others in them.
    open: Vec<String>,
    /// The id of the child, as the definitions read it and in the copy, once it is known.
    child: Option<(String, String)>,
}

impl<'run> Copying<'run> {
    fn of(task: Task<'run>, first: &'run Given<'run>) -> Copying<'run> {
        Copying {
            task,
            columns: Columns::new(),
            cells: Cells::of(task, first),
            authority: WhoseRows::of(first.found, &task.request.seeds.authorities).authority(),
            written: "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".to_owned(),
            open: Vec::new(),
            child: None,
        }
    }

    /// Adds the columns of a sheet.
    fn add_columns(&mut self, given: &Given<'_>) -> Result<(), Unread> {
        if matches!(given.content, Content::NotRead(_)) {
            return Ok(());
        }
        let mut buffer = Vec::new();
        let mut source = SourceFile::open(&given.content, &mut buffer, |cells| fit(cells, self.task.request.seeds))?;
        let line = source.opening().line;
        let Some(part) = source.next_part()? else { return Ok(()) };
        let mut records = part.records()?;
        let cells = records.next_record().map(|(_, record)| as_text(record)).unwrap_or_default();
        let of_sheet = columns_of(line, &cells, self.task)?;
        if let Some(table) = &of_sheet.table {
            self.cells.copied.name_columns(table, &of_sheet.columns);
        }
        for (place, (cell, (column, name))) in cells.iter().zip(of_sheet.columns).enumerate() {
            let order = given.orders.get(place).copied().unwrap_or_default();
            // A field that is the return's own in one group may be none of another.
            let is_own = !matches!(column, Column::LeftOut | Column::Kept);
            let key = cell.to_uppercase();
            if is_own || !self.columns.contains_key(&key) {
                self.columns.insert(key, (column, name, order));
            }
        }
        Ok(())
    }

    fn take(&mut self, piece: Piece<'_>) {
        match piece {
            Piece::Blank(blank) => self.written.push_str(blank),
            Piece::Begin(name) => {
                if name.eq_ignore_ascii_case("CHILD") {
                    self.child = None;
                }
                let is_plain = self.open.is_empty() && !self.task.known.is_in(name);
                let name = if is_group(name) || is_plain { name } else { OTHER };
                self.written.push_str(&format!("<{name}>"));
                self.open.push(name.to_owned());
            }
            Piece::End => {
                let name = self.open.pop().unwrap_or_default();
                self.written.push_str(&format!("</{name}>"));
            }
            Piece::Field { name, text, .. } if is_group(name) => self.element(name, text.map(|_| "")),
            Piece::Field { name, line, text } => self.field(name, line, text),
        }
    }

    /// A field; one of no column is left out.
    fn field(&mut self, element: &str, line: u32, text: Option<&str>) {
        let key = column_of(element).to_uppercase();
        let Some((column, name, order)) = self.columns.get(&key).cloned() else { return };
        let id = self.child.as_ref().map(|(id, _)| id.clone());
        let at = At { line, column: &name, id: id.as_deref(), order };
        let words = text.unwrap_or_default();
        let copied = self.cells.cell(&column, words.as_bytes(), at);
        if let (Column::Id, CopiedCell::Instead(instead)) = (&column, &copied) {
            self.cells.copied.rows += 1;
            self.child = Some((as_read(words.as_bytes()), instead.clone()));
        }
        if let ("PL_POST", Some((_, in_copy))) = (name.as_str(), &self.child) {
            self.cells.home((self.authority, in_copy.clone()), words.as_bytes(), &copied, line);
        }
        match copied {
            CopiedCell::LeftOut => {}
            CopiedCell::AsWritten => self.element(element, text),
            CopiedCell::Instead(text) => self.element(element, Some(&text)),
        }
    }

    fn element(&mut self, name: &str, text: Option<&str>) {
        match text {
            Some(text) => self.written.push_str(&format!("<{name}>{}</{name}>", escaped(text))),
            None => self.written.push_str(&format!("<{name}/>")),
        }
    }
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

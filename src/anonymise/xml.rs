//! The copy of the return's XML: the same elements, their text replaced as the cells of their columns are.

use super::cells::Cells;
use super::columns::{Column, columns_of};
use super::copied_file::CopiedFile;
use super::homes::WhoseRows;
use super::request::Request;
use crate::owner;
use crate::returns::files::FoundFile;
use crate::returns::heading::fit;
use crate::returns::source::SourceFile;
use crate::returns::source::content::Content;
use crate::returns::source::opening::as_text;
use crate::returns::source::packed;
use crate::returns::source::unread::Unread;
use crate::returns::source::xml::{Piece, column_of, pieces};
use crate::text::Problem;
use std::collections::BTreeMap;
use std::io::{self, Write};
use std::path::Path;

/// How each column is copied, by its name in the XML in capitals.
type Columns = BTreeMap<String, (Column, String)>;

/// Copies a file that holds these sheets, or gives what is wrong with it, in which case there is no copy.
///
/// # Errors
/// Where the copy cannot be written.
pub(super) fn copy(
    request: &Request<'_>,
    sheets: &[(&FoundFile, Content)],
    target: &Path,
) -> io::Result<Result<CopiedFile, Problem>> {
    let Some((found, _)) = sheets.first() else { return Ok(Ok(CopiedFile::default())) };
    let mut columns = Columns::new();
    for (_, content) in sheets {
        if let Err(unread) = add_columns(request, content, &mut columns) {
            return Ok(Err(unread.into_problem()));
        }
    }
    let text = match packed::text_at(&found.path)? {
        Ok(text) => text,
        Err(problem) => return Ok(Err(problem)),
    };
    match replaced(request, found, &text, &columns) {
        Err(problem) => Ok(Err(problem)),
        Ok((written, copied)) => {
            if let Some(folder) = target.parent() {
                owner::create_folders(folder)?;
            }
            owner::create(target)?.write_all(written.as_bytes())?;
            Ok(Ok(copied))
        }
    }
}

/// Adds the columns of a sheet.
fn add_columns(request: &Request<'_>, content: &Content, columns: &mut Columns) -> Result<(), Unread> {
    if matches!(content, Content::NotRead(_)) {
        return Ok(());
    }
    let mut buffer = Vec::new();
    let mut source = SourceFile::open(content, &mut buffer, |cells| fit(cells, request.seeds))?;
    let line = source.opening().line;
    let Some(part) = source.next_part()? else { return Ok(()) };
    let mut records = part.records()?;
    let cells = records.next_record().map(|(_, record)| as_text(record)).unwrap_or_default();
    let of_sheet = columns_of(line, &cells, request.seeds)?.columns;
    columns.extend(cells.iter().map(|cell| cell.to_uppercase()).zip(of_sheet));
    Ok(())
}

/// The text with every field replaced; one of no column is blank.
fn replaced<'run>(
    request: &'run Request<'run>,
    found: &'run FoundFile,
    text: &str,
    columns: &Columns,
) -> Result<(String, CopiedFile), Problem> {
    let mut cells = Cells::of(request, found);
    let authority = WhoseRows::of(found, &request.seeds.authorities).authority();
    let (mut written, mut id) = (String::with_capacity(text.len()), None);
    pieces(text, |piece| match piece {
        Piece::Markup(markup) => written.push_str(markup),
        Piece::Field { name, line, text } => {
            let Some((column, name)) = columns.get(&column_of(name).to_uppercase()) else { return };
            let instead = cells.cell(line, *column, name, text.as_bytes());
            match (column, name.as_str()) {
                (Column::Id, _) => {
                    cells.copied.rows += 1;
                    id.clone_from(&instead);
                }
                (_, "PL_POST") => {
                    if let Some(id) = &id {
                        cells.home((authority, id.clone()), text.as_bytes(), instead.as_deref(), line);
                    }
                }
                _ => {}
            }
            written.push_str(&escaped(instead.as_deref().unwrap_or(text)));
        }
    })?;
    Ok((written, cells.copied))
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

//! Workbooks: the cells of a sheet as text, as a person would write them in a CSV.

mod cell;

use super::archive;
use super::form::FileKind;
use super::sheet::{MOST_COLUMNS, SheetRows};
use crate::fault::unless_damaged;
use crate::text::Problem;
use calamine::{Ods, Reader as _, SheetType, SheetVisible, Xls, Xlsx};
use cell::Written;
pub(crate) use cell::column_name;
use quick_xml::Reader;
use quick_xml::events::Event;
use std::io::Cursor;

/// A sheet of a workbook.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct SheetName {
    /// Its name.
    pub name: String,
    /// Whether a person who opens the workbook does not see it.
    pub hidden: bool,
    /// Whether it has cells; a chart has none.
    pub has_cells: bool,
}

/// A workbook that is open.
pub(crate) enum Workbook<'bytes> {
    /// Of Excel since 2007.
    Xlsx(Box<Xlsx<Cursor<&'bytes [u8]>>>),
    /// Of Excel before 2007.
    Xls(Box<Xls<Cursor<&'bytes [u8]>>>),
    /// Of LibreOffice.
    Ods(Box<Ods<Cursor<&'bytes [u8]>>>),
}

/// The names of the sheets of a workbook, without opening it as a whole where that can be avoided.
///
/// # Errors
/// Where it is damaged, or locked with a password.
pub(crate) fn sheet_names(bytes: &[u8], kind: FileKind) -> Result<Vec<String>, Problem> {
    if kind == FileKind::Xlsx {
        let list = archive::member_named(bytes, "xl/workbook.xml")?;
        let text = std::str::from_utf8(&list).map_err(|_| damaged())?;
        return names_in(text).ok_or_else(damaged);
    }
    let workbook = Workbook::open(bytes, kind)?;
    Ok(workbook.sheets().into_iter().map(|sheet| sheet.name).collect())
}

/// The names of the sheets in the list that a workbook of Excel has of them; none where it is no such list.
fn names_in(text: &str) -> Option<Vec<String>> {
    let mut reader = Reader::from_str(text);
    let mut names = Vec::new();
    loop {
        match reader.read_event().ok()? {
            Event::Start(element) | Event::Empty(element) if element.local_name().as_ref() == "sheet" => {
                let name = element.try_get_attribute("name").ok()??;
                names.push(name.normalized_value(quick_xml::XmlVersion::default()).ok()?.into_owned());
            }
            Event::Eof => return Some(names),
            _ => {}
        }
    }
}

impl<'bytes> Workbook<'bytes> {
    /// Opens a workbook of a kind.
    ///
    /// # Errors
    /// Where it is damaged, or locked with a password.
    pub(crate) fn open(bytes: &'bytes [u8], kind: FileKind) -> Result<Workbook<'bytes>, Problem> {
        let cursor = Cursor::new(bytes);
        let opened = unless_damaged(|| match kind {
            FileKind::Xls => Xls::new(cursor).ok().map(Box::new).map(Workbook::Xls),
            FileKind::Ods => Ods::new(cursor).ok().map(Box::new).map(Workbook::Ods),
            _ => Xlsx::new(cursor).ok().map(Box::new).map(Workbook::Xlsx),
        });
        opened.flatten().ok_or_else(|| unopened(bytes))
    }

    /// Its sheets, in the order in which they are seen.
    pub(crate) fn sheets(&self) -> Vec<SheetName> {
        let sheets = match self {
            Workbook::Xlsx(workbook) => workbook.sheets_metadata(),
            Workbook::Xls(workbook) => workbook.sheets_metadata(),
            Workbook::Ods(workbook) => workbook.sheets_metadata(),
        };
        let sheet = |sheet: &calamine::Sheet| SheetName {
            name: sheet.name.clone(),
            hidden: sheet.visible != SheetVisible::Visible,
            has_cells: matches!(sheet.typ, SheetType::WorkSheet),
        };
        sheets.iter().map(sheet).collect()
    }

    /// Whether its days count from 1904 on.
    pub(crate) fn counts_from_1904(&self) -> bool {
        match self {
            Workbook::Xlsx(workbook) => workbook.has_1904_epoch(),
            Workbook::Xls(workbook) => workbook.has_1904_epoch(),
            Workbook::Ods(_) => false,
        }
    }

    /// The rows of a sheet.
    ///
    /// # Errors
    /// Where the sheet is damaged, or larger than any return.
    pub(crate) fn rows(&mut self, name: &str) -> Result<SheetRows, Problem> {
        unless_damaged(|| self.rows_as_they_come(name)).unwrap_or_else(|| Err(damaged()))
    }

    fn rows_as_they_come(&mut self, name: &str) -> Result<SheetRows, Problem> {
        let from_1904 = self.counts_from_1904();
        let mut rows = Rows { written: Written::new(from_1904), rows: SheetRows::default() };
        match self {
            Workbook::Xlsx(workbook) => {
                let mut cells = workbook.worksheet_cells_reader(name).map_err(|_| damaged())?;
                while let Some(cell) = cells.next_cell_with_formula_metadata().map_err(|_| damaged())? {
                    rows.cell(cell.pos, &cell.value, cell.formula.is_some())?;
                }
            }
            Workbook::Xls(workbook) => {
                rows.range(&workbook.worksheet_range(name).map_err(|_| damaged())?)?;
            }
            Workbook::Ods(workbook) => {
                rows.range(&workbook.worksheet_range(name).map_err(|_| damaged())?)?;
            }
        }
        Ok(rows.rows)
    }
}

/// What a file begins with that Excel before 2007 wrote, or that is locked with a password.
const COMPOUND: [u8; 4] = [0xD0, 0xCF, 0x11, 0xE0];

/// That a workbook cannot be opened.
pub(super) fn unopened(bytes: &[u8]) -> Problem {
    if bytes.starts_with(&COMPOUND) {
        return Problem::at_top(
            "is locked with a password, or damaged: it cannot be opened as a workbook",
            "open it in the spreadsheet and save it anew without a password, or each sheet as 'CSV UTF-8 (comma delimited)'",
        );
    }
    damaged()
}

/// That a workbook, or a sheet of one, is not whole.
pub(super) fn damaged() -> Problem {
    Problem::at_top(
        "is damaged or cut off: it cannot be opened as a workbook",
        "get it again from where it came from, for it may have been copied only in part; if the spreadsheet can still open or \
         repair it, save it anew there",
    )
}

/// The rows of a sheet as they are gathered.
struct Rows {
    written: Written,
    rows: SheetRows,
}

impl Rows {
    fn range(&mut self, range: &calamine::Range<calamine::Data>) -> Result<(), Problem> {
        let (row, column) = range.start().unwrap_or_default();
        for (across, down, value) in range.used_cells().map(|(down, across, value)| (across, down, value)) {
            self.cell((row + down as u32, column + across as u32), value, false)?;
        }
        Ok(())
    }

    /// Takes the next cell; those of a row follow one another.
    fn cell(
        &mut self,
        (row, column): (u32, u32),
        value: &impl calamine::DataType,
        is_formula: bool,
    ) -> Result<(), Problem> {
        let line = row.saturating_add(1);
        let text = self.written.text(value, is_formula);
        if text.is_empty() {
            return Ok(());
        }
        let last = self.rows.last_line();
        if line < last {
            return Err(damaged());
        }
        if line > last {
            self.rows.begin_row(line);
        }
        let column = column as usize;
        if column >= MOST_COLUMNS {
            let found = format!("has something in {}{line}, far to the right of any table", column_name(column));
            return Err(Problem { line, found, remedy: "clear the columns to the right of the table".into() });
        }
        if column < self.rows.cells_so_far() {
            return Err(damaged());
        }
        while self.rows.cells_so_far() < column {
            self.rows.push(b"")?;
        }
        self.rows.push(text.as_bytes())
    }
}

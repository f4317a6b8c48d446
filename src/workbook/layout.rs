//! How worksheets are laid out in Excel: the title in A1, the lines to read beneath it, the table at the left edge, and
//! nothing else. No cell is merged, filtered, frozen, filled or hidden.

use super::cell::{Cell, shown};
use super::cover;
use super::formats::{self, OfColumn};
use super::heights;
use super::line::{Kind, Line};
use super::paper::Paper;
use super::sheet::{Column, Sheet, Table};
use rust_xlsxwriter::{
    ColNum, DataValidation, Format, Formula, IgnoreError, RowNum, Sparkline, Table as MarkedTable, TableColumn,
    TableStyle, Url, Workbook, Worksheet, XlsxError,
};

/// A4, by the number that Excel has for it.
const A4: u8 = 9;

/// Sets the font of a workbook that has no worksheet yet.
pub(crate) fn begin(workbook: &mut Workbook) -> Result<(), XlsxError> {
    let (height, width) = (formats::DEFAULT_ROW_PIXELS, formats::DEFAULT_COLUMN_PIXELS);
    workbook.set_default_format(&formats::text(), height, width)?;
    Ok(())
}

/// The cover, on which the workbook opens: lines that are wrapped in a column as wide as a page.
pub(crate) fn cover(worksheet: &mut Worksheet, lines: &[Line]) -> Result<(), XlsxError> {
    on_paper(worksheet.set_name(cover::NAME)?).set_portrait().set_active(true);
    worksheet.set_column_width(0, cover::WIDTH)?;
    for (row, line) in (0..).zip(lines) {
        write_line(worksheet, row, line, &formats::of_line(line.kind).set_text_wrap())?;
        if let Some(height) = heights::of_line(line, cover::WIDTH) {
            worksheet.set_row_height(row, height)?;
        }
    }
    Ok(())
}

/// Lets one of a list, in cells of another worksheet, be picked in the last cell above a table.
pub(crate) fn pick(worksheet: &mut Worksheet, row: RowNum, list: &str) -> Result<(), XlsxError> {
    let picked = DataValidation::new()
        .allow_list_formula(Formula::new(list))
        .set_input_title("Your area")?
        .set_input_message("Pick another area from the list: all of the table follows.")?
        .set_error_title("No such area")?
        .set_error_message("Pick one of the list: the worksheet Areas has them all.")?;
    worksheet.add_data_validation(row, 0, row, 0, &picked)?;
    Ok(())
}

/// A worksheet with its table, beneath lines that reach across the columns; its headings are on every page of paper.
pub(crate) fn sheet(worksheet: &mut Worksheet, sheet: &Sheet, above: &[Line]) -> Result<(), XlsxError> {
    with_more_below(worksheet, sheet, above)?;
    let heading = RowNum::try_from(above.len()).unwrap_or(RowNum::MAX);
    worksheet.set_repeat_rows(heading, heading)?;
    Ok(())
}

/// The same with room below the table for what its headings are not of.
pub(crate) fn with_more_below(worksheet: &mut Worksheet, sheet: &Sheet, above: &[Line]) -> Result<(), XlsxError> {
    on_paper(worksheet.set_name(sheet.name)?).set_landscape();
    let mut row = 0;
    for line in above {
        write_line(worksheet, row, line, &formats::of_line(line.kind))?;
        row += 1;
    }
    worksheet.set_row_height(0, heights::TITLE)?;
    table(worksheet, row, &sheet.table, &sheet.title)
}

fn write_line(worksheet: &mut Worksheet, row: RowNum, line: &Line, format: &Format) -> Result<(), XlsxError> {
    match line.kind {
        Kind::LinkTo(sheet) => worksheet.write_url_with_format(row, 0, link(sheet, &line.text), format)?,
        _ => worksheet.write_string_with_format(row, 0, &line.text, format)?,
    };
    Ok(())
}

/// Prints a worksheet on A4, as wide as a page, with nothing at the head or foot of it.
fn on_paper(worksheet: &mut Worksheet) -> &mut Worksheet {
    worksheet.set_paper_size(A4).set_print_fit_to_pages(1, 0).set_margins(0.4, 0.4, 0.5, 0.5, 0.3, 0.3)
}

/// Writes and marks a table that begins at the left edge of a row.
fn table(worksheet: &mut Worksheet, first: RowNum, table: &Table, title: &str) -> Result<(), XlsxError> {
    let last_row = first.saturating_add(RowNum::try_from(table.rows.len()).unwrap_or(RowNum::MAX));
    let last_column = ColNum::try_from(table.columns.len()).unwrap_or(ColNum::MAX).saturating_sub(1);
    let marked = MarkedTable::new()
        .set_name(table.name)
        .set_alt_text(title)
        .set_columns(&table.columns.iter().map(marked_column).collect::<Vec<TableColumn>>())
        .set_style(TableStyle::None)
        .set_banded_rows(false)
        .set_autofilter(false);
    worksheet.add_table(first, 0, last_row, last_column, &marked)?;
    // Codes are digits, but not numbers.
    worksheet.ignore_error_range(first, 0, last_row, last_column, IgnoreError::NumberStoredAsText)?;
    let cells_of = |at: usize| table.rows.iter().filter_map(move |row| row.get(at));
    let of_column = |(at, column)| OfColumn::of(column, cells_of(at));
    let formats: Vec<OfColumn> = table.columns.iter().enumerate().map(of_column).collect();
    for ((at, column), formats) in (0..).zip(&table.columns).zip(&formats) {
        worksheet.set_column_width(at, column.width)?;
        if let Some(own) = formats.own() {
            worksheet.set_column_format(at, own)?;
        }
    }
    worksheet.set_row_height(first, heights::of_headings(&table.columns))?;
    for (row, cells) in (first.saturating_add(1)..).zip(&table.rows) {
        if let Some(height) = heights::of_cells(cells, &table.columns) {
            worksheet.set_row_height(row, height)?;
        }
        for ((column, cell), formats) in (0..).zip(cells).zip(&formats) {
            write(worksheet, (row, column), cell, formats)?;
        }
    }
    let printed = table.columns.iter().filter(|column| column.is_printed).count();
    let last_printed = ColNum::try_from(printed).unwrap_or(ColNum::MAX).saturating_sub(1);
    if last_printed < last_column {
        worksheet.set_print_area(0, 0, last_row, last_printed)?;
    }
    let Paper { pages, on_each } = Paper::of(table);
    if pages > 1 {
        worksheet.set_print_fit_to_pages(pages, 0);
    }
    if let Some(last) = on_each.checked_sub(1) {
        worksheet.set_repeat_columns(0, last)?;
    }
    Ok(())
}

fn marked_column(column: &Column) -> TableColumn {
    TableColumn::new().set_header(&column.heading).set_header_format(formats::heading(column))
}

fn write(worksheet: &mut Worksheet, at: (RowNum, ColNum), cell: &Cell, formats: &OfColumn) -> Result<(), XlsxError> {
    match cell {
        Cell::Words(words) => write_words(worksheet, at, words, formats.unlike_the_column(cell)),
        Cell::Symbol(printed) => write_words(worksheet, at, &shown(*printed), formats.unlike_the_column(cell)),
        Cell::Count(count) => write_number(worksheet, at, *count as f64, formats.unlike_the_column(cell)),
        Cell::Tenths(tenths) => write_number(worksheet, at, tenths.as_f64(), formats.unlike_the_column(cell)),
        Cell::Decimal(number) => write_number(worksheet, at, number.as_f64(), formats.unlike_the_column(cell)),
        Cell::Year(year) => write_number(worksheet, at, f64::from(*year), formats.unlike_the_column(cell)),
        Cell::WithLine(tenths, cells) => {
            let ((row, column), name) = (at, worksheet.name());
            let range = (name.as_str(), row, column.saturating_sub(*cells), row, column.saturating_sub(1));
            worksheet.add_sparkline(row, column, &Sparkline::new().set_range(range))?;
            write_number(worksheet, at, tenths.as_f64(), formats.unlike_the_column(cell))
        }
        Cell::Worksheet(name) => {
            let format = formats.of_cell(cell).cloned().unwrap_or_default();
            worksheet.write_url_with_format(at.0, at.1, link(name, name), &format).map(|_| ())
        }
        Cell::Formula(formula, _, first) => {
            let formula = Formula::new(formula).set_result(first_result(first));
            let format = formats.of_cell(cell).cloned().unwrap_or_default();
            worksheet.write_formula_with_format(at.0, at.1, formula, &format).map(|_| ())
        }
    }
}

/// Writes words in a format, or in that of their column.
fn write_words(
    worksheet: &mut Worksheet,
    (row, column): (RowNum, ColNum),
    words: &str,
    format: Option<&Format>,
) -> Result<(), XlsxError> {
    match format {
        Some(format) => worksheet.write_string_with_format(row, column, words, format)?,
        None => worksheet.write_string(row, column, words)?,
    };
    Ok(())
}

/// The same of a number.
fn write_number(
    worksheet: &mut Worksheet,
    (row, column): (RowNum, ColNum),
    number: f64,
    format: Option<&Format>,
) -> Result<(), XlsxError> {
    match format {
        Some(format) => worksheet.write_number_with_format(row, column, number, format)?,
        None => worksheet.write_number(row, column, number)?,
    };
    Ok(())
}

/// What a formula gives first, as the file has it.
fn first_result(cell: &Cell) -> String {
    match cell {
        Cell::Words(words) | Cell::Formula(words, ..) => words.clone(),
        Cell::Worksheet(name) => (*name).to_owned(),
        Cell::Count(count) => count.to_string(),
        Cell::Tenths(tenths) | Cell::WithLine(tenths, _) => tenths.to_string(),
        Cell::Decimal(number) => number.to_string(),
        Cell::Year(year) => year.to_string(),
        Cell::Symbol(printed) => shown(*printed),
    }
}

/// A link to the title of a worksheet.
fn link(sheet: &str, text: &str) -> Url {
    Url::new(format!("internal:{sheet}!A1")).set_text(text)
}

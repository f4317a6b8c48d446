//! The worklist as a workbook: a summary, then a worksheet a team.

use super::table::cells;
use super::task::Ranked;
use super::{ORDER, Worklist, sheet_names};
use crate::seeds::authorities::Authorities;
use crate::spreadsheet;
use crate::workbook::WorkbookError;
use rust_xlsxwriter::{
    ColNum, Color, DocProperties, Format, FormatAlign, RowNum, Table, TableColumn, TableStyle, Workbook, Worksheet,
    XlsxError,
};

/// What the first worksheet is called.
const SUMMARY: &str = "Summary";

/// The columns of a team's worksheet: the heading, the place among the table's cells, and the width in digits.
const COLUMNS: [(&str, usize, u16); 11] = [
    ("Child", 2, 14),
    ("Kind", 3, 10),
    ("What", 4, 60),
    ("By", 5, 12),
    ("Days", 6, 7),
    ("NI", 7, 14),
    ("One child is, %", 8, 10),
    ("File", 9, 24),
    ("Line", 10, 8),
    ("Remedy", 11, 44),
    ("Done", 12, 18),
];

/// The columns of the summary.
const COUNTS: [(&str, u16); 7] =
    [("List", 40), ("Worksheet", 34), ("Due", 10), ("Overdue", 10), ("Wrong", 10), ("Doubtful", 10), ("All", 10)];

/// The bytes of the workbook; the same worklist gives the same bytes.
///
/// # Errors
/// Where a worksheet cannot hold what it should.
pub(crate) fn write(
    worklist: &Worklist,
    own_columns: &[String],
    authorities: &Authorities,
) -> Result<Vec<u8>, WorkbookError> {
    let mut workbook = Workbook::new();
    let properties = DocProperties::new().set_title("Worklist").set_author("stocktake");
    workbook.set_properties(&properties.set_comment("About children: for your organisation only."));
    let called: Vec<String> = worklist.lists.iter().map(|list| worklist.by.called(list)).collect();
    let names = sheet_names::names(&called, &[SUMMARY]);
    summary(workbook.add_worksheet().set_name(SUMMARY)?, worklist, &called, &names)?;
    // No two columns of a table may have the same heading.
    let is_taken = |column: &str| COLUMNS.iter().any(|(heading, ..)| heading.eq_ignore_ascii_case(column));
    let headed = |column: &String| if is_taken(column) { format!("{column} (own)") } else { column.clone() };
    let own: Vec<String> = own_columns.iter().map(headed).collect();
    for ((list, called), name) in worklist.lists.iter().zip(&called).zip(&names) {
        let sheet = workbook.add_worksheet().set_name(name)?;
        let row = |ranked: &Ranked| {
            let cells = cells(worklist, ranked, called, authorities);
            COLUMNS.iter().map(|(_, place, _)| cells[*place].clone()).chain(ranked.own.clone()).collect()
        };
        let rows: Vec<Vec<String>> = list.tasks.iter().map(row).collect();
        let own = own.iter().map(|column| (column.as_str(), 18));
        let columns: Vec<(&str, u16)> = COLUMNS.iter().map(|(name, _, width)| (*name, *width)).chain(own).collect();
        of_team(sheet, &format!("{called}: {}", worklist.in_words()), &columns, &rows)?;
    }
    Ok(spreadsheet::finished(workbook.save_to_buffer()?)?)
}

fn text() -> Format {
    Format::new().set_font_name("Arial").set_font_size(11).set_align(FormatAlign::Top).set_font_color(Color::Automatic)
}

/// How much each list has, with a link to its worksheet.
fn summary(sheet: &mut Worksheet, worklist: &Worklist, called: &[String], names: &[String]) -> Result<(), XlsxError> {
    let title = format!("Worklist: {}", worklist.in_words());
    let first = begin(sheet, &[&title, "About children: for your organisation only."], &COUNTS, worklist.lists.len())?;
    for (((row, list), called), name) in (first..).zip(&worklist.lists).zip(called).zip(names) {
        sheet.write_string_with_format(row, 0, called, &text().set_text_wrap())?;
        // A name in quotes has its own doubled.
        let link = format!("internal:'{}'!A1", name.replace('\'', "''"));
        sheet.write_url_with_text(row, 1, link.as_str(), name)?;
        for (column, count) in (2..).zip(list.counts(worklist.known)) {
            sheet.write_number_with_format(row, column, count as f64, &text().set_num_format("#,##0"))?;
        }
    }
    Ok(())
}

/// The worksheet of a team: a table that can be filtered, with its headings always in view.
fn of_team(sheet: &mut Worksheet, title: &str, columns: &[(&str, u16)], rows: &[Vec<String>]) -> Result<(), XlsxError> {
    let first = begin(sheet, &[title, ORDER], columns, rows.len())?;
    sheet.set_freeze_panes(first, 1)?;
    let (words, numbers) = (text().set_text_wrap(), text().set_align(FormatAlign::Right));
    for (row, cells) in (first..).zip(rows) {
        for ((column, cell), (heading, _)) in (0..).zip(cells).zip(columns) {
            match cell.parse::<f64>() {
                Ok(number) if matches!(*heading, "Days" | "One child is, %" | "Line") => {
                    sheet.write_number_with_format(row, column, number, &numbers)?;
                }
                _ => {
                    sheet.write_string_with_format(row, column, cell, &words)?;
                }
            }
        }
    }
    Ok(())
}

/// Writes the lines above a table and marks the table; gives its first row of cells.
fn begin(sheet: &mut Worksheet, above: &[&str], columns: &[(&str, u16)], rows: usize) -> Result<RowNum, XlsxError> {
    for (row, line) in (0..).zip(above) {
        let format = if row == 0 { text().set_bold().set_font_size(14) } else { text() };
        sheet.write_string_with_format(row, 0, *line, &format)?;
    }
    let heading = RowNum::try_from(above.len()).unwrap_or(RowNum::MAX);
    let last = heading.saturating_add(RowNum::try_from(rows.max(1)).unwrap_or(RowNum::MAX));
    let bold = text().set_bold().set_text_wrap();
    let marked = |(name, _): &(&str, u16)| TableColumn::new().set_header(*name).set_header_format(&bold);
    let table = Table::new().set_columns(&columns.iter().map(marked).collect::<Vec<_>>()).set_style(TableStyle::Light1);
    let last_column = ColNum::try_from(columns.len()).unwrap_or(ColNum::MAX).saturating_sub(1);
    sheet.add_table(heading, 0, last, last_column, &table)?;
    for (column, (_, width)) in (0..).zip(columns) {
        sheet.set_column_width(column, *width)?;
    }
    sheet.set_landscape().set_paper_size(9).set_print_fit_to_pages(1, 0).set_repeat_rows(heading, heading)?;
    Ok(heading.saturating_add(1))
}

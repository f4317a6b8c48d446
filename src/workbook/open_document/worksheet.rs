//! A worksheet: the lines at its head, and its table with what marks it.

use super::super::cover;
use super::super::heights;
use super::super::line::{Kind, Line};
use super::super::paper::Paper;
use super::super::sheet::{Column, Sheet, Table};
use super::cells;
use super::looks::{self, PORTRAIT, Used};
use quick_xml::Writer;
use quick_xml::events::BytesText;
use std::io::{self, Write};

/// The cover: lines that are wrapped in a column as wide as a page.
pub(super) fn cover<W: Write>(out: &mut Writer<W>, used: &mut Used, lines: &[Line]) -> io::Result<()> {
    let style = looks::of_table(PORTRAIT);
    let table = [("table:name", cover::NAME), ("table:style-name", style.as_str())];
    out.create_element("table:table").with_attributes(table).write_inner_content(|out| {
        column(out, used, cover::WIDTH)?;
        for line in lines {
            let height = heights::of_line(line, cover::WIDTH);
            row(out, used, height, |out| of_line(out, line, &looks::of_wrapped_line(line.kind)))?;
        }
        Ok(())
    })?;
    Ok(())
}

/// A worksheet with its table, beneath lines that reach across the columns.
pub(super) fn sheet<W: Write>(
    out: &mut Writer<W>,
    used: &mut Used,
    Sheet { name, title, table, .. }: &Sheet,
    above: &[Line],
) -> io::Result<()> {
    used.marked.insert(table.name, address(name, above.len(), table));
    let Paper { pages, on_each } = Paper::of(table);
    let style = looks::of_table(&looks::landscape(pages));
    let attributes = [("table:name", *name), ("table:style-name", style.as_str())];
    out.create_element("table:table").with_attributes(attributes).write_inner_content(|out| {
        out.create_element("table:title").write_text_content(BytesText::new(title))?;
        columns(out, used, &table.columns, usize::from(on_each))?;
        for line in above {
            let height = (line.kind == Kind::Title).then_some(heights::TITLE);
            row(out, used, height, |out| of_line(out, line, looks::of_line(line.kind)))?;
        }
        rows(out, used, table)
    })?;
    Ok(())
}

/// Where a table is: `Figures.A11:Figures.P101`.
fn address(sheet: &str, above: usize, table: &Table) -> String {
    let [first, last] = [above + 1, above + 1 + table.rows.len()];
    format!("{sheet}.A{first}:{sheet}.{}{last}", letters(table.columns.len()))
}

/// What a spreadsheet calls a column, counted from one: `A`, `AB`.
fn letters(mut column: usize) -> String {
    let mut letters = Vec::new();
    while let Some(before) = column.checked_sub(1) {
        letters.push(char::from(b'A' + (before % 26) as u8));
        column = before / 26;
    }
    letters.into_iter().rev().collect()
}

/// The columns; the first ones are on each of several pages.
fn columns<W: Write>(out: &mut Writer<W>, used: &mut Used, columns: &[Column], on_each: usize) -> io::Result<()> {
    let (on_each, others) = columns.split_at(on_each);
    if !on_each.is_empty() {
        out.create_element("table:table-header-columns")
            .write_inner_content(|out| on_each.iter().try_for_each(|of| column(out, used, of.width)))?;
    }
    others.iter().try_for_each(|of| column(out, used, of.width))
}

fn column<W: Write>(out: &mut Writer<W>, used: &mut Used, width: u16) -> io::Result<()> {
    let style = used.column(width);
    let attributes = [("table:style-name", style.as_str()), ("table:default-cell-style-name", "Default")];
    out.create_element("table:table-column").with_attributes(attributes).write_empty()?;
    Ok(())
}

/// The row of headings, which is on every page, and the rows of a table.
fn rows<W: Write>(out: &mut Writer<W>, used: &mut Used, Table { columns, rows, .. }: &Table) -> io::Result<()> {
    out.create_element("table:table-header-rows").write_inner_content(|out| {
        row(out, used, Some(heights::of_headings(columns)), |out| {
            columns.iter().try_for_each(|column| cells::words(out, looks::of_heading(column), &column.heading))
        })
    })?;
    for cells in rows {
        row(out, used, heights::of_cells(cells, columns), |out| {
            cells.iter().zip(columns).try_for_each(|(cell, column)| cells::cell(out, column, cell))
        })?;
    }
    Ok(())
}

fn row<W: Write>(
    out: &mut Writer<W>,
    used: &mut Used,
    height: Option<f64>,
    cells: impl FnOnce(&mut Writer<W>) -> io::Result<()>,
) -> io::Result<()> {
    let style = used.row(height);
    out.create_element("table:table-row")
        .with_attribute(("table:style-name", style.as_str()))
        .write_inner_content(cells)?;
    Ok(())
}

fn of_line<W: Write>(out: &mut Writer<W>, line: &Line, style: &str) -> io::Result<()> {
    match line.kind {
        Kind::LinkTo(sheet) => cells::link(out, style, sheet, &line.text),
        _ => cells::words(out, style, &line.text),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_called_as_a_spreadsheet_calls_them() {
        let called = [1, 26, 27, 52, 53, 702, 703].map(letters);
        assert_eq!(called, ["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]);
    }
}

//! Tables of a return, written as every kind of file.

use rust_xlsxwriter::{Format, Formula, Workbook};
use std::io::{Cursor, Write};
use std::path::Path;

/// A table: its name and its rows, the heading first.
pub struct Table {
    pub name: String,
    pub rows: Vec<Vec<String>>,
}

/// A table as it is in a CSV file.
pub fn of_csv(path: &Path) -> Table {
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_path(path).unwrap();
    let rows = reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect();
    Table { name: path.file_stem().unwrap().to_str().unwrap().to_owned(), rows }
}

impl Table {
    /// Lines of text with a separator between cells.
    pub fn csv(&self, delimiter: u8) -> String {
        let mut writer = csv::WriterBuilder::new().delimiter(delimiter).from_writer(Vec::new());
        self.rows.iter().for_each(|row| writer.write_record(row).unwrap());
        String::from_utf8(writer.into_inner().unwrap()).unwrap()
    }

    /// The cells of a row below the heading, each with its column.
    fn cells<'row>(&'row self, row: &'row [String]) -> impl Iterator<Item = (&'row str, &'row str)> {
        self.rows[0].iter().map(String::as_str).zip(row.iter().map(String::as_str))
    }

    /// The rows of a child.
    fn of_child<'table>(&'table self, child: &'table str) -> impl Iterator<Item = &'table [String]> {
        let place = self.rows[0].iter().position(|column| column == "CHILD").unwrap();
        self.rows[1..].iter().map(Vec::as_slice).filter(move |row| row[place] == child)
    }
}

pub fn utf_16(text: &str) -> Vec<u8> {
    [0xFEFF].into_iter().chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect()
}

/// A text in what Windows used before UTF-8; its characters are all of Latin-1.
pub fn latin(text: &str) -> Vec<u8> {
    text.chars().map(|character| u8::try_from(u32::from(character)).unwrap()).collect()
}

/// As Excel writes it where a comma is the sign of decimals.
pub fn with_semicolons(table: &Table) -> String {
    format!("sep=;\r\n{}", table.csv(b';'))
}

/// As case systems print it: titles above, the number of rows below.
pub fn with_titles(table: &Table) -> String {
    let rows = table.rows.len() - 1;
    format!(
        "Looked after children \u{e0} Hollowdale\r\n\r\nPrinted, page 1\r\n{}Total rows: {rows}\r\n",
        table.csv(b',')
    )
}

/// A workbook with a sheet for each table, its cells as text.
pub fn xlsx(tables: &[Table]) -> Vec<u8> {
    workbook(tables).save_to_buffer().unwrap()
}

fn workbook(tables: &[Table]) -> Workbook {
    let mut workbook = Workbook::new();
    for table in tables {
        let sheet = workbook.add_worksheet();
        sheet.set_name(&table.name).unwrap();
        for (row, cells) in table.rows.iter().enumerate() {
            for (column, cell) in cells.iter().enumerate().filter(|(_, cell)| !cell.is_empty()) {
                sheet.write_string(row as u32, column as u16, cell).unwrap();
            }
        }
    }
    workbook
}

/// The same with a table in a sheet that is hidden.
pub fn with_a_hidden_sheet(tables: &[Table]) -> Vec<u8> {
    let mut workbook = workbook(tables);
    let sheet = workbook.add_worksheet();
    sheet.set_name("Old").unwrap().set_hidden(true);
    sheet.write_row(0, 0, ["CHILD", "REVIEW"]).unwrap();
    sheet.write_row(1, 0, ["A1", "01/06/2010"]).unwrap();
    workbook.save_to_buffer().unwrap()
}

/// Episodes whose REC is a formula that no spreadsheet has worked out.
pub fn with_a_formula() -> Vec<u8> {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    sheet.write_row(0, 0, ["CHILD", "DECOM", "RNE", "LS", "PLACE", "DEC", "REC"]).unwrap();
    sheet.write_row(1, 0, ["A1", "01/05/2010", "S", "C2", "Q2"]).unwrap();
    sheet.write_formula(1, 5, Formula::new("=VLOOKUP(A2,Ends!A:B,2)").set_result("")).unwrap();
    let bytes = workbook.save_to_buffer().unwrap();
    // What a program writes that does not calculate: no value at all.
    edited(&bytes, "xl/worksheets/sheet1.xml", |text| {
        let from = text.find("</f>").unwrap() + "</f>".len();
        let to = from + text[from..].find("</c>").unwrap();
        format!("{}{}", &text[..from], &text[to..])
    })
}

/// Episodes of two rows whose ids are merged into one cell.
pub fn with_a_merged_id() -> Vec<u8> {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    sheet.write_row(0, 0, ["CHILD", "DECOM", "RNE", "LS", "PLACE", "DEC", "REC"]).unwrap();
    sheet.write_row(1, 1, ["01/05/2010", "S", "C2", "Q2", "01/07/2010", "X1"]).unwrap();
    sheet.write_row(2, 1, ["01/07/2010", "P", "C2", "Q2"]).unwrap();
    sheet.merge_range(1, 0, 2, 0, "A1", &Format::new()).unwrap();
    workbook.save_to_buffer().unwrap()
}

/// An archive with one of its files changed.
fn edited(bytes: &[u8], name: &str, change: impl Fn(&str) -> String) -> Vec<u8> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut files = Vec::new();
    for place in 0..archive.len() {
        let mut file = archive.by_index(place).unwrap();
        let of = file.name().unwrap().into_owned();
        let mut bytes = Vec::new();
        std::io::Read::read_to_end(&mut file, &mut bytes).unwrap();
        if of == name {
            bytes = change(std::str::from_utf8(&bytes).unwrap()).into_bytes();
        }
        files.push((of, bytes));
    }
    zipped(&files)
}

pub fn zipped(files: &[(String, Vec<u8>)]) -> Vec<u8> {
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        writer.start_file(name.as_str(), zip::write::SimpleFileOptions::default()).unwrap();
        writer.write_all(bytes).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

/// The XML of a return, and beside it what is no part of it: the results of exams.
pub fn xml(tables: &[Table]) -> Vec<(String, Vec<u8>)> {
    let of = |name: &str| tables.iter().find(|table| table.name == name);
    let mut children: Vec<&str> = Vec::new();
    for table in tables.iter().filter(|table| table.name != "attainment") {
        let place = table.rows[0].iter().position(|column| column == "CHILD").unwrap();
        children.extend(table.rows[1..].iter().map(|row| row[place].as_str()));
    }
    children.sort_unstable();
    children.dedup();
    let mut text = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<EXPSSDA903>\n".to_owned();
    for child in children {
        text.push_str(&format!("<CHILD>\n<HEADER><CHILDID>{child}</CHILDID>"));
        let born = ["header", "oc3", "oc2", "ad1", "reviews"].into_iter().filter_map(of).find_map(|table| {
            let row = table.of_child(child).last()?;
            table.cells(row).find(|(column, _)| *column == "DOB").map(|(_, day)| day.to_owned())
        });
        text.push_str(&element("DOB", &born.unwrap_or_default()));
        for table in ["header", "oc3", "ad1"].into_iter().filter_map(of) {
            table.of_child(child).for_each(|row| text.push_str(&fields(table, row)));
        }
        for (name, group) in [("reviews", "AREVIEW"), ("oc2", "OC2")] {
            if let Some(table) = of(name) {
                table
                    .of_child(child)
                    .for_each(|row| text.push_str(&format!("\n<{group}>{}</{group}>", fields(table, row))));
            }
        }
        text.push_str("</HEADER>");
        if let Some(table) = of("episodes") {
            table
                .of_child(child)
                .for_each(|row| text.push_str(&format!("\n<EPISODE>{}</EPISODE>", fields(table, row))));
        }
        text.push_str("\n</CHILD>\n");
    }
    text.push_str("</EXPSSDA903>\n");
    let mut files = vec![("return.xml".to_owned(), text.into_bytes())];
    files.extend(of("attainment").map(|table| ("attainment.csv".to_owned(), table.csv(b',').into_bytes())));
    files
}

/// The cells of a row as elements, without the child's id and date of birth.
fn fields(table: &Table, row: &[String]) -> String {
    let own = table.cells(row).filter(|(column, _)| !matches!(*column, "CHILD" | "DOB"));
    own.map(|(column, cell)| element(if column == "PLACE" { "PL" } else { column }, cell)).collect()
}

fn element(name: &str, text: &str) -> String {
    if text.is_empty() { format!("<{name}/>") } else { format!("<{name}>{text}</{name}>") }
}

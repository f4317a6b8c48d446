//! The same set as workbooks, and as the XML of returns.

use rust_xlsxwriter::Workbook;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// A workbook for each file of a folder, its cells as text.
pub fn workbooks(from: &Path, to: &Path) -> Option<()> {
    if to.exists() {
        return Some(());
    }
    fs::create_dir_all(to).ok()?;
    for entry in fs::read_dir(from).ok()? {
        let path = entry.ok()?.path();
        let mut workbook = Workbook::new();
        let sheet = workbook.add_worksheet();
        for (row, cells) in rows(&path)?.iter().enumerate() {
            for (column, cell) in cells.iter().enumerate().filter(|(_, cell)| !cell.is_empty()) {
                sheet.write_string(row as u32, column as u16, cell).ok()?;
            }
        }
        workbook.save(to.join(path.with_extension("xlsx").file_name()?)).ok()?;
    }
    Some(())
}

/// The XML of the return in each folder, and beside it what is no part of it.
pub fn xml(from: &Path, to: &Path) -> Option<()> {
    if to.exists() {
        return Some(());
    }
    for year in fs::read_dir(from).ok()? {
        for authority in fs::read_dir(year.ok()?.path()).ok()? {
            let folder = authority.ok()?.path();
            let place = to.join(folder.strip_prefix(from).ok()?);
            fs::create_dir_all(&place).ok()?;
            fs::write(place.join("return.xml"), of_return(&folder)?).ok()?;
            let results = folder.join("attainment.csv");
            if results.exists() {
                fs::copy(results, place.join("attainment.csv")).ok()?;
            }
        }
    }
    Some(())
}

fn rows(path: &Path) -> Option<Vec<Vec<String>>> {
    let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_path(path).ok()?;
    let row = |row: Result<csv::StringRecord, csv::Error>| Some(row.ok()?.iter().map(str::to_owned).collect());
    reader.records().map(row).collect()
}

/// The tables that lie in the header of a child, those that are groups in it, and episodes.
const TABLES: [(&str, Option<&str>); 6] = [
    ("header", None),
    ("oc3", None),
    ("ad1", None),
    ("reviews", Some("AREVIEW")),
    ("oc2", Some("OC2")),
    ("episodes", Some("EPISODE")),
];

fn of_return(folder: &Path) -> Option<String> {
    // For each child: the date of birth, what lies in the header, and the episodes.
    let mut children = BTreeMap::<String, [String; 3]>::new();
    for (table, group) in TABLES {
        let path = folder.join(format!("{table}.csv"));
        let all = if path.exists() { rows(&path)? } else { Vec::new() };
        let Some((heading, rows)) = all.split_first() else { continue };
        for row in rows {
            let cells = || heading.iter().zip(row);
            let id = cells().find(|(column, _)| *column == "CHILD")?.1;
            let [born, header, episodes] = children.entry(id.clone()).or_default();
            if let Some((_, day)) = cells().find(|(column, _)| *column == "DOB") {
                born.clone_from(day);
            }
            let own = cells().filter(|(column, _)| !matches!(column.as_str(), "CHILD" | "DOB"));
            let fields: String = own.map(|(column, cell)| element(column, cell)).collect();
            match group {
                None => header.push_str(&fields),
                Some("EPISODE") => episodes.push_str(&format!("<EPISODE>{fields}</EPISODE>\n")),
                Some(group) => header.push_str(&format!("\n<{group}>{fields}</{group}>")),
            }
        }
    }
    let mut text = "<EXPSSDA903>\n".to_owned();
    for (id, [born, header, episodes]) in children {
        let child = format!("{}{}{header}", element("CHILDID", &id), element("DOB", &born));
        text.push_str(&format!("<CHILD>\n<HEADER>{child}</HEADER>\n{episodes}</CHILD>\n"));
    }
    Some(text + "</EXPSSDA903>\n")
}

fn element(column: &str, cell: &str) -> String {
    let name = if column == "PLACE" { "PL" } else { column };
    if cell.is_empty() { format!("<{name}/>") } else { format!("<{name}>{cell}</{name}>") }
}

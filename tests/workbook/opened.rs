//! A workbook taken apart: its parts as text, and what matters of them. No reader of spreadsheets is between, so that
//! what a reader would pass over is seen too.

use std::collections::BTreeMap;
use std::io::{Cursor, Read};

/// A workbook.
pub struct Opened {
    pub parts: BTreeMap<String, String>,
    pub sheets: Vec<Sheet>,
    pub styles: Vec<Style>,
}

pub struct Sheet {
    pub name: String,
    pub xml: String,
    pub cells: Vec<Cell>,
    pub tables: Vec<Table>,
    /// Where each link is, and where it leads.
    pub links: Vec<([u32; 2], String)>,
    /// The widths of the columns that have one.
    pub widths: BTreeMap<u32, f64>,
    /// The heights of the rows that have one, in points.
    pub heights: BTreeMap<u32, f64>,
}

pub struct Cell {
    /// Row and column, from nought.
    pub at: [u32; 2],
    pub text: String,
    pub is_number: bool,
    pub style: usize,
}

pub struct Table {
    pub name: String,
    pub xml: String,
    pub first: [u32; 2],
    pub last: [u32; 2],
    pub headings: Vec<String>,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Style {
    pub font: String,
    pub size: f64,
    pub is_bold: bool,
    pub is_italic: bool,
    pub is_underlined: bool,
    pub colour: Option<String>,
    pub is_filled: bool,
    pub is_bordered: bool,
    pub is_wrapped: bool,
    pub is_right: bool,
    pub number_format: String,
}

impl Sheet {
    pub fn text(&self, row: u32, column: u32) -> &str {
        self.cells.iter().find(|cell| cell.at == [row, column]).map_or("", |cell| &cell.text)
    }

    pub fn last(&self) -> [u32; 2] {
        [0, 1].map(|axis| self.cells.iter().map(|cell| cell.at[axis]).max().unwrap_or_default())
    }

    /// The cells of a table, its heading among them.
    pub fn in_table<'a>(&'a self, table: &'a Table) -> impl Iterator<Item = &'a Cell> {
        self.cells
            .iter()
            .filter(|cell| (0..2).all(|axis| (table.first[axis]..=table.last[axis]).contains(&cell.at[axis])))
    }
}

impl Opened {
    pub fn style(&self, cell: &Cell) -> &Style {
        &self.styles[cell.style]
    }

    /// All but the cover.
    pub fn with_table(&self) -> &[Sheet] {
        &self.sheets[1..]
    }

    pub fn of(parts: BTreeMap<String, String>) -> Opened {
        let part = |name: &str| parts.get(name).map_or("", String::as_str);
        let shared: Vec<String> = whole(part("xl/sharedStrings.xml"), "si").into_iter().map(text_of).collect();
        let names = tags(part("xl/workbook.xml"), "sheet");
        let sheets = names.iter().zip(1..).map(|(sheet, number)| {
            let relations = tags(part(&format!("xl/worksheets/_rels/sheet{number}.xml.rels")), "Relationship");
            let tables = relations.iter().map(|relation| attribute(relation, "Target").unwrap());
            let tables =
                tables.filter_map(|target| target.strip_prefix("../")).filter(|part| part.starts_with("tables/"));
            let tables = tables.map(|target| table(part(&format!("xl/{target}")))).collect();
            let xml = part(&format!("xl/worksheets/sheet{number}.xml")).to_owned();
            let name = plain(attribute(sheet, "name").unwrap());
            Sheet {
                name,
                cells: cells(&xml, &shared),
                tables,
                links: links(&xml),
                widths: widths(&xml),
                heights: heights(&xml),
                xml,
            }
        });
        Opened { sheets: sheets.collect(), styles: styles(part("xl/styles.xml")), parts }
    }
}

/// Every file in a zip, as text.
pub fn unzipped(bytes: &[u8]) -> BTreeMap<String, String> {
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut parts = BTreeMap::new();
    for at in 0..zip.len() {
        let mut file = zip.by_index(at).unwrap();
        let name = file.name().unwrap().into_owned();
        let mut text = String::new();
        file.read_to_string(&mut text).unwrap();
        parts.insert(name, text);
    }
    parts
}

/// The opening tags of elements of a name.
pub fn tags<'a>(xml: &'a str, name: &str) -> Vec<&'a str> {
    let begins = |tag: &&str| tag.strip_prefix(name).is_some_and(|rest| rest.starts_with([' ', '>', '/']));
    xml.split('<').filter(begins).map(|tag| tag.split('>').next().unwrap()).collect()
}

/// The elements of a name, with what is inside them.
pub fn whole<'a>(xml: &'a str, name: &str) -> Vec<&'a str> {
    let mut found = Vec::new();
    for (at, _) in xml.match_indices(&format!("<{name}")) {
        let rest = &xml[at..];
        let tag = &rest[..=rest.find('>').unwrap()];
        if !tag[1 + name.len()..].starts_with([' ', '>', '/']) {
            continue;
        }
        let end = format!("</{name}>");
        found.push(if tag.ends_with("/>") { tag } else { &rest[..rest.find(&end).unwrap() + end.len()] });
    }
    found
}

pub fn attribute<'a>(tag: &'a str, name: &str) -> Option<&'a str> {
    tag.split_once(&format!(" {name}=\""))?.1.split('"').next()
}

fn plain(xml: &str) -> String {
    [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&apos;", "'"), ("&amp;", "&")]
        .iter()
        .fold(xml.to_owned(), |text, (from, to)| text.replace(from, to))
}

fn text_of(element: &str) -> String {
    let texts = whole(element, "t").into_iter().map(|text| text.split_once('>').unwrap().1.split('<').next().unwrap());
    plain(&texts.collect::<String>())
}

/// `C7` as row and column, from nought.
fn place(reference: &str) -> [u32; 2] {
    let digits = reference.find(|letter: char| letter.is_ascii_digit()).unwrap();
    let column = reference[..digits].bytes().fold(0, |column, letter| column * 26 + u32::from(letter - b'A') + 1);
    [reference[digits..].parse::<u32>().unwrap() - 1, column - 1]
}

fn cells(xml: &str, shared: &[String]) -> Vec<Cell> {
    let cell = |element: &str| {
        let value = whole(element, "v").first().map_or("", |v| v.split_once('>').unwrap().1.split('<').next().unwrap());
        let kind = attribute(element, "t");
        let is_shared = kind == Some("s");
        Cell {
            at: place(attribute(element, "r").unwrap()),
            text: if is_shared { shared[value.parse::<usize>().unwrap()].clone() } else { plain(value) },
            // The words that a formula gives are text too.
            is_number: !matches!(kind, Some("s" | "str")) && !value.is_empty(),
            style: attribute(element, "s").map_or(0, |style| style.parse().unwrap()),
        }
    };
    whole(xml, "c").into_iter().map(cell).collect()
}

fn table(xml: &str) -> Table {
    let tag = tags(xml, "table")[0];
    let (first, last) = attribute(tag, "ref").unwrap().split_once(':').unwrap();
    let headings = tags(xml, "tableColumn").into_iter().map(|column| plain(attribute(column, "name").unwrap()));
    Table {
        name: attribute(tag, "displayName").unwrap().to_owned(),
        xml: xml.to_owned(),
        first: place(first),
        last: place(last),
        headings: headings.collect(),
    }
}

fn links(xml: &str) -> Vec<([u32; 2], String)> {
    let links = tags(xml, "hyperlink").into_iter();
    links
        .map(|link| (place(attribute(link, "ref").unwrap()), attribute(link, "location").unwrap().to_owned()))
        .collect()
}

fn widths(xml: &str) -> BTreeMap<u32, f64> {
    let number = |tag, name| attribute(tag, name).unwrap();
    let columns = tags(xml, "col").into_iter();
    columns
        .flat_map(|column| {
            let [first, last] = ["min", "max"].map(|end| number(column, end).parse::<u32>().unwrap() - 1);
            (first..=last).map(move |at| (at, number(column, "width").parse().unwrap()))
        })
        .collect()
}

fn heights(xml: &str) -> BTreeMap<u32, f64> {
    let height = |row| Some((attribute(row, "r")?.parse::<u32>().unwrap() - 1, attribute(row, "ht")?.parse().unwrap()));
    tags(xml, "row").into_iter().filter_map(height).collect()
}

fn styles(xml: &str) -> Vec<Style> {
    let codes: BTreeMap<&str, String> = tags(xml, "numFmt")
        .into_iter()
        .map(|format| (attribute(format, "numFmtId").unwrap(), plain(attribute(format, "formatCode").unwrap())))
        .collect();
    let fonts = whole(whole(xml, "fonts")[0], "font");
    let borders = whole(whole(xml, "borders")[0], "border");
    let style = |xf: &str| {
        let number = |name| attribute(xf, name).unwrap().parse::<usize>().unwrap();
        let font = fonts[number("fontId")];
        let value = |name| tags(font, name).first().and_then(|tag| attribute(tag, "val"));
        let built_in = |id| match id {
            "0" => "General",
            "1" => "0",
            "3" => "#,##0",
            other => panic!("what is number format {other}?"),
        };
        let id = attribute(xf, "numFmtId").unwrap();
        Style {
            font: value("name").unwrap().to_owned(),
            size: value("sz").unwrap().parse().unwrap(),
            is_bold: font.contains("<b/>"),
            is_italic: font.contains("<i/>"),
            is_underlined: font.contains("<u/>") || font.contains("<u "),
            colour: tags(font, "color").first().map(|colour| attribute(colour, "rgb").unwrap_or(colour).to_owned()),
            is_filled: number("fillId") != 0,
            is_bordered: borders[number("borderId")].contains("style="),
            is_wrapped: xf.contains("wrapText=\"1\""),
            is_right: xf.contains("horizontal=\"right\""),
            number_format: codes.get(id).cloned().unwrap_or_else(|| built_in(id).to_owned()),
        }
    };
    whole(whole(xml, "cellXfs")[0], "xf").into_iter().map(style).collect()
}

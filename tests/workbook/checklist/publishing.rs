//! Four items on publishing.

use super::super::opened::{Opened, attribute, tags, whole};
use super::Judged;
use crate::packs;
use std::collections::BTreeSet;
use std::sync::LazyLock;

/// The words of what the workbook itself says, in British spelling.
const WORDS: &str = include_str!("../words.txt");

/// Every word is in the list, or came with the pack or the definitions.
pub fn spelling(opened: &Opened) -> Judged {
    static KNOWN: LazyLock<BTreeSet<String>> = LazyLock::new(|| {
        let given = format!("{:?} {:?}", packs::every_kind::packs(), packs::indicators());
        words(WORDS).chain(words(&given)).collect()
    });
    let texts = opened.sheets.iter().flat_map(|sheet| &sheet.cells).map(|cell| cell.text.as_str());
    let names = opened.sheets.iter().map(|sheet| sheet.name.as_str());
    let core = opened.parts["docProps/core.xml"].split(['<', '>']).skip(2).step_by(2);
    let unknown: BTreeSet<String> =
        texts.chain(names).chain(core).flat_map(words).filter(|word| !KNOWN.contains(word)).collect();
    if unknown.is_empty() { Ok(()) } else { Err(format!("{unknown:?}")) }
}

fn words(text: &str) -> impl Iterator<Item = String> {
    let parts = text.split(|letter: char| !letter.is_alphabetic() && letter != '\'');
    let parts = parts.map(|word| word.trim_matches('\'').to_lowercase());
    parts.filter(|word| word.len() > 1 && !word.is_empty())
}

/// What the checker of Excel looks for and a file can tell: names of worksheets that are not the default ones, words
/// for every table, and no format that shows what is below nought by its colour. To run it is a person's task.
pub fn accessibility_checker(opened: &Opened) -> Judged {
    let is_default = |name: &str| name.strip_prefix("Sheet").is_some_and(|rest| rest.parse::<u32>().is_ok());
    for sheet in &opened.sheets {
        let is_said = |xml: &str| xml.contains(" altTextSummary=\"");
        if is_default(&sheet.name) || !sheet.tables.iter().all(|table| is_said(&table.xml)) {
            return Err(sheet.name.clone());
        }
    }
    let coloured = opened.styles.iter().find(|style| style.number_format.contains('['));
    coloured.map_or(Ok(()), |style| Err(format!("{style:?}")))
}

/// Title, subject, author, keywords, comments, language; no day of making, for none would be true and the same twice.
pub fn document_properties(opened: &Opened) -> Judged {
    let core = &opened.parts["docProps/core.xml"];
    let held = |name: &str| {
        whole(core, name)
            .first()
            .map_or("", |element| element.split('>').nth(1).unwrap())
            .trim_end_matches(&format!("</{name}"))
            .to_owned()
    };
    let properties = ["dc:title", "dc:subject", "dc:creator", "cp:keywords", "dc:description", "dc:language"].map(held);
    let is_set = properties[0] == opened.sheets[0].text(0, 0)
        && properties[2] == "stocktake"
        && properties[5] == "en-GB"
        && !core.contains("dcterms:")
        && properties.iter().all(|property| !property.is_empty());
    if is_set { Ok(()) } else { Err(format!("{properties:?}")) }
}

/// On every worksheet, and the cover is what opens.
pub fn cursor_in_a1(opened: &Opened) -> Judged {
    for (at, sheet) in opened.sheets.iter().enumerate() {
        let view = tags(&sheet.xml, "sheetView")[0];
        let is_open = attribute(view, "tabSelected") == Some("1");
        let is_moved = !tags(&sheet.xml, "selection").is_empty() || attribute(view, "topLeftCell").is_some();
        if is_moved || is_open != (at == 0) {
            return Err(format!("{}: {view}", sheet.name));
        }
    }
    let active = tags(&opened.parts["xl/workbook.xml"], "workbookView")[0];
    let is_the_cover = attribute(active, "activeTab").is_none() && attribute(active, "firstSheet").is_none();
    if is_the_cover && opened.sheets[0].name == "Cover" { Ok(()) } else { Err(active.to_owned()) }
}

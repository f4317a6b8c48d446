//! Twelve items on formatting.

use super::super::opened::{Opened, attribute, tags};
use super::Judged;
use std::collections::BTreeSet;

/// Letters that a line above a table may have before it runs off a screen.
const LONGEST_LINE: usize = 125;

fn found(problem: Option<String>) -> Judged {
    problem.map_or(Ok(()), Err)
}

/// Lines above a table fit a screen.
pub fn text_is_plain(opened: &Opened) -> Judged {
    for sheet in opened.with_table() {
        let first = sheet.tables.first().map_or(0, |table| table.first[0]);
        let mut above = sheet.cells.iter().filter(|cell| cell.at[0] < first && !cell.text.starts_with("Shorthand"));
        found(above.find(|cell| cell.text.len() > LONGEST_LINE).map(|cell| cell.text.clone()))?;
    }
    Ok(())
}

/// A link says where it leads, and leads there.
pub fn links_are_descriptive(opened: &Opened) -> Judged {
    let mut links = 0;
    for sheet in &opened.sheets {
        for (at, location) in &sheet.links {
            let text = sheet.text(at[0], at[1]).to_lowercase();
            let to = location.trim_end_matches("!A1");
            links += 1;
            if !text.contains(&to.to_lowercase()) || opened.sheets.iter().all(|sheet| sheet.name != to) {
                return Err(format!("'{text}' leads to {location}"));
            }
        }
    }
    // The cover leads to the contents and to one area, and the contents to all that follow.
    if links == opened.sheets.len() { Ok(()) } else { Err(format!("there are {links} links")) }
}

/// Arial of 12 points or more, neither italic nor underlined save for links; numbers as numbers, to the right.
pub fn text_is_formatted(opened: &Opened) -> Judged {
    for sheet in &opened.sheets {
        for cell in &sheet.cells {
            let style = opened.style(cell);
            let is_link = sheet.links.iter().any(|(at, _)| *at == cell.at);
            let is_right =
                if cell.is_number { style.is_right } else { !style.is_right || is_symbol(&cell.text, style.is_bold) };
            // What a formula gives may be a symbol where it could be a number.
            let has_format = style.number_format == "General" || cell.is_number || is_symbol(&cell.text, false);
            let is_a_number = cell.text.parse::<f64>().is_ok() && style.is_right && !style.is_bold;
            if style.font != "Arial"
                || style.size < 12.0
                || style.is_italic
                || style.is_underlined != is_link
                || !is_right
                || !has_format
                || is_a_number != cell.is_number
            {
                return Err(format!("{} {:?} '{}': {style:?}", sheet.name, cell.at, cell.text));
            }
        }
    }
    Ok(())
}

/// What stands in the place of a number: a symbol, a heading, that a year is the same, or a number that is not drawn.
fn is_symbol(text: &str, is_heading: bool) -> bool {
    let in_round = text.strip_prefix('(').and_then(|text| text.strip_suffix(')'));
    let is_not_drawn = in_round.is_some_and(|number| number.parse::<f64>().is_ok());
    is_heading || (text.starts_with('[') && text.ends_with(']')) || text == "the same" || is_not_drawn
}

/// A title in A1 that no other worksheet has, bold and of 16 points.
pub fn worksheets_are_titled(opened: &Opened) -> Judged {
    let titles: BTreeSet<&str> = opened.sheets.iter().map(|sheet| sheet.text(0, 0)).collect();
    if titles.len() < opened.sheets.len() || titles.contains("") {
        return Err(format!("{titles:?}"));
    }
    for sheet in &opened.sheets {
        for cell in &sheet.cells {
            let style = opened.style(cell);
            if (style.is_bold && style.size == 16.0) != (cell.at == [0, 0]) {
                return Err(format!("{} {:?}: {style:?}", sheet.name, cell.at));
            }
        }
    }
    Ok(())
}

/// Letters, digits, what ends and parts sentences, what is between words of a name, and grades such as A*.
pub fn symbols_are_few(opened: &Opened) -> Judged {
    let is_plain = |letter: char| letter.is_ascii_alphanumeric() || " .,:;'()[]%-/&_".contains(letter);
    let cells = opened.sheets.iter().flat_map(|sheet| &sheet.cells);
    found(cells.map(|cell| cell.text.replace("A*", "A")).find(|text| !text.chars().all(is_plain)))
}

/// Nor anything drawn but charts of the workbook's own numbers.
pub fn no_headers_or_footers(opened: &Opened) -> Judged {
    let has = |xml: &str| ["headerFooter", "legacyDrawing"].iter().any(|name| !tags(xml, name).is_empty());
    found(opened.sheets.iter().find(|sheet| has(&sheet.xml)).map(|sheet| sheet.name.clone()))?;
    let drawings = opened.parts.iter().filter(|(name, _)| name.starts_with("xl/drawings/drawing"));
    found(drawings.into_iter().find(|(_, xml)| is_more_than_charts(xml)).map(|(name, _)| name.clone()))
}

fn is_more_than_charts(drawing: &str) -> bool {
    let anchors = tags(drawing, "xdr:twoCellAnchor").len();
    anchors == 0 || ["xdr:graphicFrame", "c:chart"].iter().any(|name| tags(drawing, name).len() != anchors)
}

/// No borders, and no cell of dashes or dots.
pub fn no_dividers(opened: &Opened) -> Judged {
    found(opened.styles.iter().find(|style| style.is_bordered).map(|style| format!("{style:?}")))?;
    let mut cells = opened.sheets.iter().flat_map(|sheet| &sheet.cells);
    found(cells.find(|cell| !cell.text.contains(|letter: char| letter.is_alphanumeric())).map(|cell| cell.text.clone()))
}

pub fn no_fill(opened: &Opened) -> Judged {
    found(opened.styles.iter().find(|style| style.is_filled).map(|style| format!("{style:?}")))?;
    let tables = || opened.sheets.iter().flat_map(|sheet| &sheet.tables);
    let has_look = |xml: &str| {
        tags(xml, "tableStyleInfo")
            .iter()
            .any(|look| attribute(look, "name").is_some() || attribute(look, "showRowStripes") == Some("1"))
    };
    found(tables().find(|table| has_look(&table.xml)).map(|table| table.name.clone()))?;
    found(
        opened.sheets.iter().find(|sheet| sheet.xml.contains("<conditionalFormatting")).map(|sheet| sheet.name.clone()),
    )
}

/// What has a colour is underlined too.
pub fn not_by_colour_alone(opened: &Opened) -> Judged {
    let alone = opened.styles.iter().find(|style| style.colour.is_some() && !style.is_underlined);
    found(alone.map(|style| format!("{style:?}")))
}

/// Letters stand out from white at least 4.5 to 1 (WCAG 2.2, 1.4.3).
pub fn contrast_is_enough(opened: &Opened) -> Judged {
    for style in &opened.styles {
        if let Some(colour) = &style.colour {
            let part = |at: usize| f64::from(u8::from_str_radix(&colour[at..at + 2], 16).unwrap()) / 255.0;
            let linear = |part: f64| if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) };
            let luminance = 0.2126 * linear(part(2)) + 0.7152 * linear(part(4)) + 0.0722 * linear(part(6));
            if 1.05 / (luminance + 0.05) < 4.5 {
                return Err(format!("{style:?}"));
            }
        }
    }
    Ok(())
}

pub fn no_images(opened: &Opened) -> Judged {
    found(opened.parts.keys().find(|name| name.contains("media")).cloned())?;
    found(opened.parts["[Content_Types].xml"].contains("image/").then(|| "an image is among the types".to_owned()))
}

pub fn no_macros(opened: &Opened) -> Judged {
    found(opened.parts.keys().find(|name| name.contains("vba")).cloned())?;
    found(opened.parts["[Content_Types].xml"].contains("macroEnabled").then(|| "macros are enabled".to_owned()))
}

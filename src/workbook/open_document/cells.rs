//! What a cell holds: a number, which is shown as its style says, or text.

use super::super::cell::{Cell, shown};
use super::super::sheet::Column;
use super::looks;
use crate::archive::is_in_xml;
use crate::decimal::with_commas;
use quick_xml::Writer;
use quick_xml::events::BytesText;
use std::io::{self, Write};

/// A cell of a column; what a formula gives first stands in its place.
pub(super) fn cell<W: Write>(out: &mut Writer<W>, column: &Column, cell: &Cell) -> io::Result<()> {
    let style = looks::of_cell(column, cell);
    match cell {
        Cell::Words(text) => words(out, &style, text),
        Cell::Worksheet(name) => link(out, &style, name, name),
        Cell::Symbol(printed) => words(out, &style, &shown(*printed)),
        Cell::Count(count) => number(out, &style, &count.to_string(), &with_commas(*count)),
        Cell::Tenths(tenths) | Cell::WithLine(tenths, _) => {
            let exact = tenths.to_string();
            number(out, &style, &exact, &exact)
        }
        Cell::Decimal(decimal) => {
            let exact = decimal.to_string();
            let shown = if decimal.decimals() == 0 { with_commas(decimal.digits()) } else { exact.clone() };
            number(out, &style, &exact, &shown)
        }
        Cell::Year(year) => {
            let exact = year.to_string();
            number(out, &style, &exact, &exact)
        }
        Cell::Formula(_, _, first) => self::cell(out, column, first),
    }
}

/// A cell of words.
pub(super) fn words<W: Write>(out: &mut Writer<W>, style: &str, text: &str) -> io::Result<()> {
    of_kind(out, style, &[("office:value-type", "string")], |out| {
        text.split('\n').try_for_each(|line| paragraph(out, |out| letters(out, line)))
    })
}

/// A cell of words that lead to the title of a worksheet.
pub(super) fn link<W: Write>(out: &mut Writer<W>, style: &str, sheet: &str, text: &str) -> io::Result<()> {
    let to = format!("#{sheet}.A1");
    of_kind(out, style, &[("office:value-type", "string")], |out| {
        paragraph(out, |out| {
            let link = [("xlink:type", "simple"), ("xlink:href", to.as_str())];
            out.create_element("text:a").with_attributes(link).write_inner_content(|out| letters(out, text))?;
            Ok(())
        })
    })
}

fn number<W: Write>(out: &mut Writer<W>, style: &str, exact: &str, shown: &str) -> io::Result<()> {
    of_kind(out, style, &[("office:value-type", "float"), ("office:value", exact)], |out| {
        paragraph(out, |out| letters(out, shown))
    })
}

fn of_kind<W: Write>(
    out: &mut Writer<W>,
    style: &str,
    kind: &[(&str, &str)],
    inside: impl FnOnce(&mut Writer<W>) -> io::Result<()>,
) -> io::Result<()> {
    out.create_element("table:table-cell")
        .with_attribute(("table:style-name", style))
        .with_attributes(kind.iter().copied())
        .write_inner_content(inside)?;
    Ok(())
}

fn paragraph<W: Write>(out: &mut Writer<W>, inside: impl FnOnce(&mut Writer<W>) -> io::Result<()>) -> io::Result<()> {
    out.create_element("text:p").write_inner_content(inside)?;
    Ok(())
}

/// The letters of a line. A space after another, or at either end, is an element: a reader would take no notice of it
/// otherwise.
fn letters<W: Write>(out: &mut Writer<W>, line: &str) -> io::Result<()> {
    let mut letters = line.chars().filter(|letter| is_in_xml(*letter)).peekable();
    let (mut text, mut after_space) = (String::new(), true);
    while let Some(letter) = letters.next() {
        let element = match letter {
            '\t' => Some("text:tab"),
            ' ' if after_space || letters.peek().is_none() => Some("text:s"),
            _ => None,
        };
        match element {
            Some(element) => {
                out.write_event(quick_xml::events::Event::Text(BytesText::new(&text)))?;
                text.clear();
                out.create_element(element).write_empty()?;
            }
            None => text.push(letter),
        }
        after_space = letter == ' ';
    }
    out.write_event(quick_xml::events::Event::Text(BytesText::new(&text)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_kept_letter_for_letter_but_for_those_that_xml_cannot_hold() {
        let written = |line: &str| {
            let mut out = Writer::new(Vec::new());
            words(&mut out, "Default", line).unwrap();
            let xml = String::from_utf8(out.into_inner()).unwrap();
            xml.split_once("<text:p>").unwrap().1.strip_suffix("</text:p></table:table-cell>").unwrap().to_owned()
        };
        for (line, xml) in [
            ("St. John's", "St. John&apos;s"),
            ("a < b & c", "a &lt; b &amp; c"),
            ("two  spaces", "two <text:s/>spaces"),
            (" both ", "<text:s/>both<text:s/>"),
            ("a\tb", "a<text:tab/>b"),
            ("a\r\nb", "a</text:p><text:p>b"),
            ("a\u{1}b\u{fffe}", "ab"),
        ] {
            assert_eq!(written(line), xml, "{line:?}");
        }
    }
}

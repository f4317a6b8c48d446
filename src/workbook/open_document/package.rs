//! The parts of the file: what it is, what is in it, how it looks, and the worksheets.

use super::super::error::WorkbookError;
use super::super::formats::{DARK_BLUE, FONT, PART_SIZE, TEXT_SIZE, TITLE_SIZE};
use super::super::paper::MOST_PAGES;
use super::super::properties::Properties;
use super::looks::Used;
use crate::archive::{Archive, is_in_xml};
use crate::decimal::MOST_DECIMALS;
use askama::Template;
use quick_xml::Writer;
use quick_xml::events::{BytesDecl, Event};
use std::io::{self, Read, Write};

/// What the file is, in its first bytes, so that anybody can tell without unpacking it.
const KIND: &str = "application/vnd.oasis.opendocument.spreadsheet";

/// The namespaces of the worksheets' part.
const NAMESPACES: [(&str, &str); 8] = [
    ("xmlns:office", "urn:oasis:names:tc:opendocument:xmlns:office:1.0"),
    ("xmlns:style", "urn:oasis:names:tc:opendocument:xmlns:style:1.0"),
    ("xmlns:text", "urn:oasis:names:tc:opendocument:xmlns:text:1.0"),
    ("xmlns:table", "urn:oasis:names:tc:opendocument:xmlns:table:1.0"),
    ("xmlns:fo", "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"),
    ("xmlns:xlink", "http://www.w3.org/1999/xlink"),
    ("xmlns:number", "urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0"),
    ("office:version", "1.3"),
];

#[derive(Template)]
#[template(path = "open_document/manifest.xml")]
struct Manifest {
    kind: &'static str,
}

#[derive(Template)]
#[template(path = "open_document/meta.xml")]
struct Meta<'run> {
    properties: &'run Properties,
}

#[derive(Template)]
#[template(path = "open_document/styles.xml")]
struct Styles {
    font: &'static str,
    /// Of text, a title, and what begins a part of the cover.
    sizes: [u16; 3],
    link: String,
    most_decimals: usize,
    most_pages: u16,
}

/// The file, of the first worksheets, and those that waited for them.
pub(super) fn packed(
    properties: &Properties,
    used: &Used,
    first: &[u8],
    others: &mut impl Read,
) -> Result<Vec<u8>, WorkbookError> {
    let mut archive = Archive::new();
    archive.stored("mimetype", KIND.as_bytes())?;
    template(&mut archive, "META-INF/manifest.xml", &Manifest { kind: KIND })?;
    template(&mut archive, "meta.xml", &Meta { properties })?;
    let styles = Styles {
        font: FONT,
        sizes: [TEXT_SIZE, TITLE_SIZE, PART_SIZE],
        link: format!("#{DARK_BLUE:06x}"),
        most_decimals: MOST_DECIMALS,
        most_pages: MOST_PAGES,
    };
    template(&mut archive, "styles.xml", &styles)?;
    archive.begin("content.xml")?;
    let mut out = Writer::new(archive);
    content(&mut out, used, first, others)?;
    Ok(out.into_inner().finished()?)
}

fn template(archive: &mut Archive, name: &str, template: &impl Template) -> Result<(), WorkbookError> {
    let mut text = template.render().map_err(io::Error::other)?;
    text.retain(is_in_xml);
    Ok(archive.part(name, text.as_bytes())?)
}

/// The worksheets, after the styles that they use and before where their tables are.
fn content<W: Write>(out: &mut Writer<W>, used: &Used, first: &[u8], others: &mut impl Read) -> io::Result<()> {
    out.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
    out.create_element("office:document-content").with_attributes(NAMESPACES).write_inner_content(|out| {
        out.create_element("office:automatic-styles").write_inner_content(|out| used.styles(out))?;
        out.create_element("office:body").write_inner_content(|out| {
            out.create_element("office:spreadsheet").write_inner_content(|out| {
                out.get_mut().write_all(first)?;
                io::copy(others, out.get_mut())?;
                out.create_element("table:database-ranges").write_inner_content(|out| {
                    used.marked.iter().try_for_each(|(name, address)| marked(out, name, address))
                })?;
                Ok(())
            })?;
            Ok(())
        })?;
        Ok(())
    })?;
    Ok(())
}

fn marked<W: Write>(out: &mut Writer<W>, name: &str, address: &str) -> io::Result<()> {
    let range = [
        ("table:name", name),
        ("table:target-range-address", address),
        ("table:contains-header", "true"),
        ("table:display-filter-buttons", "false"),
    ];
    out.create_element("table:database-range").with_attributes(range).write_empty()?;
    Ok(())
}

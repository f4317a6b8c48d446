//! A deck taken apart, and what matters of its parts.

use quick_xml::Reader;
use quick_xml::events::Event;
use std::collections::BTreeMap;
use std::io::{Cursor, Read, Write};

/// Every part, and every part of the workbooks in it.
pub fn unpacked(deck: &[u8]) -> BTreeMap<String, Vec<u8>> {
    let mut archive = zip::ZipArchive::new(Cursor::new(deck)).unwrap();
    let mut parts = BTreeMap::new();
    for at in 0..archive.len() {
        let mut part = archive.by_index(at).unwrap();
        let name = part.name().unwrap().into_owned();
        let mut bytes = Vec::new();
        part.read_to_end(&mut bytes).unwrap();
        if name.ends_with(".xlsx") {
            for (inner, bytes) in unpacked(&bytes) {
                parts.insert(format!("{name}/{inner}"), bytes);
            }
        }
        parts.insert(name, bytes);
    }
    parts
}

/// The deck with its slides changed.
pub fn changed(deck: &[u8], change: impl Fn(&str, String) -> String) -> Vec<u8> {
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in unpacked(deck).into_iter().filter(|(name, _)| !name.contains(".xlsx/")) {
        let bytes = if name.starts_with("ppt/slides/slide") {
            change(&name, String::from_utf8(bytes).unwrap()).into_bytes()
        } else {
            bytes
        };
        writer.start_file(name.as_str(), zip::write::SimpleFileOptions::default()).unwrap();
        writer.write_all(&bytes).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

/// The paragraphs of a slide that have any text.
pub fn texts(slide: &str) -> Vec<String> {
    let paragraphs = slide.split("<a:p>").skip(1).map(|rest| rest.split("</a:p>").next().unwrap());
    let text = |paragraph: &str| {
        let runs = paragraph.split("<a:t>").skip(1).map(|rest| rest.split("</a:t>").next().unwrap());
        decode(&runs.collect::<String>())
    };
    paragraphs.map(text).filter(|text| !text.is_empty()).collect()
}

pub fn attribute<'a>(tag: &'a str, name: &str) -> Option<&'a str> {
    tag.split('>').next()?.split_once(&format!(" {name}=\""))?.1.split('"').next()
}

pub fn decode(text: &str) -> String {
    quick_xml::escape::unescape(text).unwrap().into_owned()
}

pub fn well_formed(name: &str, text: &str) {
    let mut reader = Reader::from_str(text);
    reader.config_mut().check_end_names = true;
    let mut depth = 0;
    loop {
        match reader.read_event().unwrap_or_else(|error| panic!("{name}: {error}")) {
            Event::Start(_) => depth += 1,
            Event::End(_) => depth -= 1,
            Event::Eof => break,
            _ => {}
        }
    }
    assert_eq!(depth, 0, "{name}");
    let is_of_xml =
        |letter: char| matches!(letter, '\t' | '\n' | ' '..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'..);
    assert!(text.chars().all(is_of_xml), "{name}");
}

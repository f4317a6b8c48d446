//! The XML of the return, as the collection system takes it: one file with every table.
//!
//! Below the root is a `CHILD` for each child. In it, `HEADER` holds what is known of the child once, and groups such as
//! `AREVIEW` and `OC2`; beside it is an `EPISODE` for each episode. What OC3, AD1 and UASC hold lies in `HEADER` itself. Every
//! group becomes the rows of a sheet, with the child's id and date of birth (the public validator of the return reads it
//! likewise; structure: CLA.xsd of csc-data-synthesizer).

mod group;

use super::sheet::SheetRows;
use crate::text::Problem;
use group::{Field, Group, SHEETS, Sheets};
use memchr::memchr_iter;
use memchr::memmem;
use quick_xml::Reader;
use quick_xml::events::{BytesRef, BytesStart, Event};
use std::borrow::Cow;

/// The element of a child.
const CHILD: &str = "CHILD";

/// Elements within elements: a return has four.
const MOST_LEVELS: usize = 32;

/// The names of the sheets that a text has.
pub(crate) fn sheets(text: &str) -> Vec<&'static str> {
    let has = |name: &&str| memmem::find(text.as_bytes(), format!("<{name}").as_bytes()).is_some();
    SHEETS.into_iter().filter(|(_, elements)| elements.iter().any(has)).map(|(name, _)| name).collect()
}

/// The rows of each sheet that a text has, in the order of [`sheets`].
///
/// # Errors
/// Where it is not well-formed XML, or not that of the return.
pub(crate) fn rows(text: &str) -> Result<Vec<(&'static str, SheetRows)>, Problem> {
    let mut reading = Reading { text, at: 0, line: 1, open: Vec::new(), sheets: Sheets::default(), children: 0 };
    let mut reader = Reader::from_str(text);
    loop {
        let start = reader.buffer_position() as usize;
        match reader.read_event() {
            Ok(Event::Start(element)) => reading.start(name_at(text, start, &element), start)?,
            Ok(Event::Empty(element)) => {
                reading.start(name_at(text, start, &element), start)?;
                reading.end()?;
            }
            Ok(Event::End(_)) => reading.end()?,
            Ok(Event::Text(_)) => reading.text(Cow::Borrowed(&text[start..reader.buffer_position() as usize])),
            Ok(Event::CData(words)) => reading.text(Cow::Owned(words.to_string())),
            Ok(Event::GeneralRef(entity)) => reading.entity(&entity)?,
            Ok(Event::Eof) => break,
            Ok(Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::DocType(_)) => {}
            Err(_) => return Err(reading.broken(reader.error_position() as usize)),
        }
    }
    if !reading.open.is_empty() {
        return Err(reading.broken(text.len()));
    }
    if reading.children == 0 {
        let found = "is XML, but not that of the return: it has no CHILD";
        return Err(Problem::at_top(found, "give the XML that the collection system takes, or the tables as CSV"));
    }
    reading.sheets.finished(&sheets(text))
}

/// The name of the element that begins at a place in a text, without its prefix.
fn name_at<'text>(text: &'text str, start: usize, element: &BytesStart<'_>) -> &'text str {
    let name = &text[start + 1..start + 1 + element.name().as_ref().len()];
    name.rsplit_once(':').map_or(name, |(_, name)| name)
}

/// A text that is being read.
struct Reading<'text> {
    text: &'text str,
    /// Up to where lines have been counted.
    at: usize,
    line: u32,
    /// The elements that are open, the outermost first.
    open: Vec<Element<'text>>,
    sheets: Sheets<'text>,
    children: u64,
}

/// An element that is open.
struct Element<'text> {
    name: &'text str,
    line: u32,
    text: Cow<'text, str>,
    /// Whether it has elements of its own.
    is_group: bool,
    fields: Vec<Field<'text>>,
}

impl<'text> Reading<'text> {
    fn start(&mut self, name: &'text str, at: usize) -> Result<(), Problem> {
        self.line += memchr_iter(b'\n', &self.text.as_bytes()[self.at..at]).count() as u32;
        self.at = at;
        if self.open.len() >= MOST_LEVELS {
            return Err(self.broken(at));
        }
        if let Some(outer) = self.open.last_mut() {
            outer.is_group = true;
        }
        let text = Cow::Borrowed("");
        self.open.push(Element { name, line: self.line, text, is_group: false, fields: Vec::new() });
        Ok(())
    }

    fn text(&mut self, words: Cow<'text, str>) {
        if let Some(element) = self.open.last_mut() {
            if element.text.is_empty() {
                element.text = words;
            } else if !element.is_group {
                element.text.to_mut().push_str(&words);
            }
        }
    }

    /// An entity that XML itself knows, or a character by its number; no other is looked up anywhere.
    fn entity(&mut self, entity: &BytesRef<'_>) -> Result<(), Problem> {
        let known = entity.resolve_char_ref().ok().flatten().or(match entity.as_ref() {
            "amp" => Some('&'),
            "lt" => Some('<'),
            "gt" => Some('>'),
            "quot" => Some('"'),
            "apos" => Some('\''),
            _ => None,
        });
        match known {
            Some(character) => self.text(Cow::Owned(character.to_string())),
            None => {
                let found = "holds an entity that XML does not know: no such entity is looked up".to_owned();
                return Err(Problem { line: self.line, found, remedy: "write out what it stands for".to_owned() });
            }
        }
        Ok(())
    }

    /// The innermost element ends: it is a field of the one around it, or a group.
    fn end(&mut self) -> Result<(), Problem> {
        let Some(element) = self.open.pop() else { return Ok(()) };
        if element.name.eq_ignore_ascii_case(CHILD) && (element.is_group || self.open.len() == 1) {
            self.children += 1;
            return self.sheets.end_child();
        }
        let Element { name, line, text, is_group, fields } = element;
        let holds_groups = self.open.iter().any(|outer| outer.name.eq_ignore_ascii_case(CHILD));
        match self.open.last_mut() {
            Some(_) if is_group && holds_groups => self.sheets.end_group(Group { name, line, fields }),
            Some(outer) if !is_group => outer.fields.push(Field::new(name, text)),
            _ => {}
        }
        Ok(())
    }

    fn broken(&self, at: usize) -> Problem {
        let at = at.min(self.text.len());
        let line = memchr_iter(b'\n', &self.text.as_bytes()[..at]).count() as u32 + 1;
        let remedy = "export it again: it may have been cut off, or changed by hand".to_owned();
        Problem { line, found: "is not well-formed XML from this line on".to_owned(), remedy }
    }
}

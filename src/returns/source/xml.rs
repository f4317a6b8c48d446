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
pub(crate) use group::{column_of, is_group};
use memchr::{memchr, memchr_iter, memmem};
use quick_xml::Reader;
use quick_xml::events::{BytesRef, BytesStart, Event};
use std::borrow::Cow;

/// The element of a child.
const CHILD: &str = "CHILD";

/// Fields of most groups: space for them is taken at once.
const MOST_FIELDS: usize = 16;

/// Elements within elements: a return has four.
const MOST_LEVELS: usize = 32;

/// The names of the sheets that a text has.
pub(crate) fn sheets(text: &[u8]) -> Vec<&'static str> {
    let has = |name: &&str| memmem::find(text, format!("<{name}").as_bytes()).is_some();
    SHEETS.into_iter().filter(|(_, elements)| elements.iter().any(has)).map(|(name, _)| name).collect()
}

/// The rows of the sheets of these names, which a text has by [`sheets`].
///
/// # Errors
/// Where it is not well-formed XML, or not that of the return.
pub(crate) fn rows(text: &str, names: &[&str]) -> Result<Vec<(&'static str, SheetRows)>, Problem> {
    let mut reading = Reading::of(text);
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
            Ok(Event::GeneralRef(entity)) => reading.entity(&entity, start)?,
            Ok(Event::Eof) => break,
            Ok(Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::DocType(_)) => {}
            Err(_) => return Err(broken(text, reader.error_position() as usize)),
        }
    }
    if !reading.open.is_empty() || reading.innermost.is_some() {
        return Err(broken(text, text.len()));
    }
    if reading.children == 0 {
        let found = "is XML, but not that of the return: it has no CHILD";
        return Err(Problem::at_top(found, "give the XML that the collection system takes, or the tables as CSV"));
    }
    reading.sheets.finished(names)
}

/// A piece of a text, in order.
pub(crate) enum Piece<'text> {
    /// An element that has others in it begins.
    Begin(&'text str),
    /// An element that has others in it ends.
    End,
    /// Blanks between elements.
    Blank(&'text str),
    /// An element that has no others, which begins on `line`, and its text; none where it is written as empty.
    Field { name: &'text str, line: u32, text: Option<&'text str> },
}

/// Hands over a text in pieces. Comments, instructions, attributes and texts beside elements are left out: nothing reads
/// them, and anything may stand in them.
///
/// # Errors
/// Where it is not well-formed.
pub(crate) fn pieces(text: &str, mut take: impl FnMut(Piece<'_>)) -> Result<(), Problem> {
    let mut reader = Reader::from_str(text);
    let (mut at, mut line, mut open) = (0, 1, None::<(&str, String)>);
    loop {
        let start = reader.buffer_position() as usize;
        line += memchr_iter(b'\n', &text.as_bytes()[at..start]).count() as u32;
        at = start;
        let event = reader.read_event().map_err(|_| broken(text, start))?;
        if let Some((name, words)) = open.take_if(|_| begins(&event)) {
            take(Piece::Begin(name));
            take(Piece::Blank(blank(&words)));
        }
        match event {
            Event::Start(element) => open = Some((name_at(text, start, &element), String::new())),
            Event::Empty(element) => take(Piece::Field { name: name_at(text, start, &element), line, text: None }),
            Event::End(_) => match open.take() {
                Some((name, words)) => take(Piece::Field { name, line, text: Some(&words) }),
                None => take(Piece::End),
            },
            Event::Text(words) => match &mut open {
                Some((_, text)) => text.push_str(&words),
                None => take(Piece::Blank(blank(&words))),
            },
            Event::CData(words) => {
                if let Some((_, text)) = &mut open {
                    text.push_str(&words);
                }
            }
            Event::GeneralRef(entity) => {
                let character = character(&entity).ok_or_else(|| no_such_entity(line))?;
                if let Some((_, text)) = &mut open {
                    text.push(character);
                }
            }
            Event::Eof => return Ok(()),
            Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::DocType(_) => {}
        }
    }
}

/// Whether an element begins.
fn begins(event: &Event<'_>) -> bool {
    matches!(event, Event::Start(_) | Event::Empty(_))
}

/// Words between elements, where they are nothing but blanks.
fn blank(words: &str) -> &str {
    if words.trim().is_empty() { words } else { "" }
}

/// The name of the element that begins at a place in a text, without its prefix.
fn name_at<'text>(text: &'text str, start: usize, element: &BytesStart<'_>) -> &'text str {
    let name = &text[start + 1..start + 1 + element.name().as_ref().len()];
    memchr(b':', name.as_bytes()).map_or(name, |colon| &name[colon + 1..])
}

/// A text that is being read.
struct Reading<'text> {
    text: &'text str,
    /// Up to where lines have been counted.
    at: usize,
    line: u32,
    /// The elements that are open and have others in them, the outermost first.
    open: Vec<Group<'text>>,
    /// The innermost element, as long as it has no other in it.
    innermost: Option<Innermost<'text>>,
    sheets: Sheets<'text>,
    children: u64,
}

/// The innermost element.
struct Innermost<'text> {
    name: &'text str,
    at: usize,
    text: Cow<'text, str>,
}

impl<'text> Reading<'text> {
    fn of(text: &'text str) -> Reading<'text> {
        Reading { text, at: 0, line: 1, open: Vec::new(), innermost: None, sheets: Sheets::default(), children: 0 }
    }

    fn start(&mut self, name: &'text str, at: usize) -> Result<(), Problem> {
        if let Some(Innermost { name, at, .. }) = self.innermost.take() {
            self.line += memchr_iter(b'\n', &self.text.as_bytes()[self.at..at]).count() as u32;
            self.at = at;
            self.open.push(Group { name, line: self.line, fields: Vec::with_capacity(MOST_FIELDS) });
        }
        if self.open.len() >= MOST_LEVELS {
            return Err(broken(self.text, at));
        }
        self.innermost = Some(Innermost { name, at, text: Cow::Borrowed("") });
        Ok(())
    }

    fn text(&mut self, words: Cow<'text, str>) {
        if let Some(Innermost { text, .. }) = &mut self.innermost {
            if text.is_empty() {
                *text = words;
            } else {
                text.to_mut().push_str(&words);
            }
        }
    }

    /// An entity that XML itself knows, or a character by its number; no other is looked up anywhere.
    fn entity(&mut self, entity: &BytesRef<'_>, at: usize) -> Result<(), Problem> {
        let character = character(entity).ok_or_else(|| no_such_entity(line_at(self.text, at)))?;
        self.text(Cow::Owned(character.to_string()));
        Ok(())
    }

    /// The innermost element ends: it is a field of the one around it, or a group.
    fn end(&mut self) -> Result<(), Problem> {
        if let Some(Innermost { name, text, .. }) = self.innermost.take() {
            match self.open.as_mut_slice() {
                [_] if name.eq_ignore_ascii_case(CHILD) => self.children += 1,
                [.., outer] => outer.fields.push(Field::new(name, text)),
                [] => {}
            }
            return Ok(());
        }
        let Some(group) = self.open.pop() else { return Ok(()) };
        if group.name.eq_ignore_ascii_case(CHILD) {
            self.children += 1;
            return self.sheets.end_child();
        }
        if self.open.iter().any(|outer| outer.name.eq_ignore_ascii_case(CHILD)) {
            self.sheets.end_group(group);
        }
        Ok(())
    }
}

fn broken(text: &str, at: usize) -> Problem {
    let line = line_at(text, at);
    let remedy = "export it again: it may have been cut off, or changed by hand".to_owned();
    Problem { line, found: "is not well-formed XML from this line on".to_owned(), remedy }
}

fn line_at(text: &str, at: usize) -> u32 {
    memchr_iter(b'\n', &text.as_bytes()[..at.min(text.len())]).count() as u32 + 1
}

/// The character of an entity that XML itself knows, or of a number.
fn character(entity: &BytesRef<'_>) -> Option<char> {
    entity.resolve_char_ref().ok().flatten().or(match entity.as_ref() {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        _ => None,
    })
}

fn no_such_entity(line: u32) -> Problem {
    let found = "holds an entity that XML does not know: no such entity is looked up".to_owned();
    Problem { line, found, remedy: "write out what it stands for".to_owned() }
}

//! What somebody wrote into the comment boxes of a deck, read back from it: whatever program saved it last.

use quick_xml::events::{BytesRef, BytesStart, Event};
use quick_xml::{Reader, XmlVersion};
use std::collections::BTreeMap;
use std::io::{Cursor, Read};
use zip::ZipArchive;

/// What the name of every comment box begins with; the rest says of what it is.
pub(crate) const BOX: &str = "Comment on ";
/// What the description of a comment box begins with; the rest is the day of the figures.
pub(crate) const OF_FIGURES: &str = "Comment on the figures of ";
/// How a comment begins that was written about another day.
const WRITTEN: &str = "Written about the figures of ";
/// Parts of a deck at the most, and bytes of a slide.
const MOST_PARTS: usize = 20_000;
const MOST_BYTES: u64 = 16 << 20;

/// The comments of a deck, by what they are on.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Comments(BTreeMap<String, Vec<Comment>>);

/// A comment.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct Comment {
    /// The day of the figures beside it, in words; blank where the deck does not say.
    day: String,
    /// Its paragraphs; a line break in one is a line break there too.
    paragraphs: Vec<String>,
}

/// A file in the place of a deck that is none.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NoDeck;

impl Comments {
    /// Reads the comments of a deck.
    ///
    /// # Errors
    /// Where it is no deck, or is damaged.
    pub fn of(deck: &[u8]) -> Result<Comments, NoDeck> {
        let mut archive = ZipArchive::new(Cursor::new(deck)).map_err(|_| NoDeck)?;
        if archive.len() > MOST_PARTS {
            return Err(NoDeck);
        }
        let is_slide = |name: &String| name.starts_with("ppt/slides/slide") && name.ends_with(".xml");
        let names = archive.file_names().flatten().map(|name| name.into_owned());
        let mut slides: Vec<String> = names.filter(is_slide).collect();
        if slides.is_empty() {
            return Err(NoDeck);
        }
        slides.sort_by_key(|name| (name.len(), name.clone()));
        let mut comments = Comments::default();
        for name in slides {
            let slide = archive.by_name(&name).map_err(|_| NoDeck)?;
            let mut text = String::new();
            let read = slide.take(MOST_BYTES).read_to_string(&mut text).map_err(|_| NoDeck)?;
            if read as u64 == MOST_BYTES {
                return Err(NoDeck);
            }
            comments.read_slide(&text)?;
        }
        Ok(comments)
    }

    /// Whether nobody wrote anything.
    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The paragraphs of what was written on a slide, for figures of a day: what was written about another day says so.
    pub(crate) fn on(&self, of: &str, day: &str) -> Vec<String> {
        let mut all = Vec::new();
        for comment in self.0.get(of).into_iter().flatten() {
            let says_so = comment.paragraphs.first().is_some_and(|first| first.starts_with(WRITTEN));
            if !comment.day.is_empty() && comment.day != day && !says_so {
                all.push(format!("{WRITTEN}{}:", comment.day));
            }
            all.extend(comment.paragraphs.iter().cloned());
        }
        all
    }

    fn read_slide(&mut self, text: &str) -> Result<(), NoDeck> {
        let mut reader = Reader::from_str(text);
        let (mut depth, mut reading) = (0u32, None::<Reading>);
        loop {
            match reader.read_event().map_err(|_| NoDeck)? {
                Event::Start(element) => {
                    depth += 1;
                    match element.local_name().as_ref() {
                        "sp" if reading.is_none() => reading = Some(Reading { depth, ..Reading::default() }),
                        name => reading.iter_mut().for_each(|reading| reading.begin(name, &element)),
                    }
                }
                Event::Empty(element) => {
                    let name = element.local_name();
                    reading.iter_mut().for_each(|reading| {
                        reading.begin(name.as_ref(), &element);
                        reading.end(name.as_ref());
                    });
                }
                Event::End(element) => {
                    let name = element.local_name();
                    match reading.take_if(|reading| reading.depth == depth) {
                        Some(read) => self.add(read),
                        None => reading.iter_mut().for_each(|reading| reading.end(name.as_ref())),
                    }
                    depth = depth.saturating_sub(1);
                }
                Event::Text(words) => reading.iter_mut().for_each(|reading| reading.words(&words.xml10_content())),
                Event::CData(words) => reading.iter_mut().for_each(|reading| reading.words(&words)),
                Event::GeneralRef(entity) => {
                    let character = character(&entity).ok_or(NoDeck)?;
                    reading.iter_mut().for_each(|reading| reading.words(character.encode_utf8(&mut [0; 4])));
                }
                Event::Eof => return if depth == 0 { Ok(()) } else { Err(NoDeck) },
                Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::DocType(_) => {}
            }
        }
    }

    fn add(&mut self, read: Reading) {
        let Some(of) = read.name.strip_prefix(BOX) else { return };
        let day = read.description.strip_prefix(OF_FIGURES).unwrap_or_default().to_owned();
        let mut paragraphs: Vec<String> = read.paragraphs.iter().map(|words| words.trim_end().to_owned()).collect();
        while paragraphs.pop_if(|last| last.is_empty()).is_some() {}
        let blank = paragraphs.iter().take_while(|words| words.is_empty()).count();
        paragraphs.drain(..blank);
        if !paragraphs.is_empty() {
            self.0.entry(of.to_owned()).or_default().push(Comment { day, paragraphs });
        }
    }
}

/// A shape that is being read.
#[derive(Default)]
struct Reading {
    /// How deep it lies.
    depth: u32,
    name: String,
    description: String,
    paragraphs: Vec<String>,
    is_text: bool,
}

impl Reading {
    fn begin(&mut self, name: &str, element: &BytesStart<'_>) {
        match name {
            // The first is the shape's own.
            "cNvPr" if self.name.is_empty() => {
                let value = |key: &str| {
                    let attribute = element.attributes().flatten().find(|attribute| attribute.key.as_ref() == key)?;
                    attribute.normalized_value(XmlVersion::Implicit1_0).ok().map(|value| value.into_owned())
                };
                self.name = value("name").unwrap_or_default();
                self.description = value("descr").unwrap_or_default();
            }
            "p" => self.paragraphs.push(String::new()),
            "br" => self.paragraphs.iter_mut().last().into_iter().for_each(|last| last.push('\n')),
            "t" => self.is_text = true,
            _ => {}
        }
    }

    fn end(&mut self, name: &str) {
        self.is_text &= name != "t";
    }

    fn words(&mut self, words: &str) {
        if let Some(last) = self.paragraphs.last_mut().filter(|_| self.is_text) {
            last.push_str(words);
        }
    }
}

/// The character of an entity that XML itself knows, or of a number.
fn character(entity: &BytesRef<'_>) -> Option<char> {
    let of_number = entity.resolve_char_ref().ok().flatten();
    of_number.or_else(|| quick_xml::escape::resolve_xml_entity(entity).and_then(|words| words.chars().next()))
}

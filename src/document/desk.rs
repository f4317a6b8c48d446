//! Everything that typst can see while it sets one document: the template, the content, the fonts. There is no file system,
//! no package and no clock.

use super::press::Press;
use std::path::PathBuf;
use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, Source};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, World};

/// One document that is being set.
pub(super) struct Desk<'press> {
    press: &'press Press,
    template: &'press Source,
    content: Bytes,
}

impl<'press> Desk<'press> {
    /// With a template of the press and the content of one document, as JSON.
    pub(super) fn new(press: &'press Press, template: &'press Source, content: Bytes) -> Desk<'press> {
        Desk { press, template, content }
    }
}

impl World for Desk<'_> {
    fn library(&self) -> &LazyHash<Library> {
        &self.press.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &self.press.book
    }

    fn main(&self) -> FileId {
        self.template.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        let known = [self.template, &self.press.look].into_iter().find(|source| source.id() == id);
        known.cloned().ok_or_else(|| not_there(id))
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        if id == self.press.content { Ok(self.content.clone()) } else { Err(not_there(id)) }
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.press.fonts.get(index).cloned()
    }

    fn today(&self, _offset: Option<Duration>) -> Option<Datetime> {
        None
    }
}

fn not_there(id: FileId) -> FileError {
    FileError::NotFound(PathBuf::from(id.vpath().get_without_slash()))
}

//! What a file holds: lines of text, or the rows of a sheet.

use super::form::{Encoding, FileKind, Form};
use super::opening::Opening;
use super::sheet::SheetRows;
use super::unread::Unread;
use super::why_not::WhyNot;
use crate::output::hash::hexadecimal;
use crate::text::{Problem, without_mark};
use encoding_rs::{UTF_16BE, UTF_16LE, WINDOWS_1252};
use sha2::{Digest, Sha256};
use std::fs;
use std::path::PathBuf;

/// What a file, or a table in one, holds.
#[derive(Debug)]
pub(crate) enum Content {
    /// Lines of text in a file on disk.
    OnDisk {
        /// Where it is.
        path: PathBuf,
        /// How many bytes it has.
        bytes: u64,
    },
    /// Lines of text in memory.
    Text {
        /// The text.
        text: String,
        /// How it was written.
        encoding: Encoding,
        /// The SHA-256 of the bytes as they were written, in hexadecimal.
        sha256: String,
    },
    /// The rows of a sheet.
    Sheet {
        /// The rows.
        rows: SheetRows,
        /// What it is a sheet of.
        kind: FileKind,
        /// How its characters are written, where it is text.
        encoding: Option<Encoding>,
        /// Whether whole numbers stand for days from 1904 on.
        from_1904: bool,
        /// The SHA-256 of the file that holds it, in hexadecimal.
        sha256: String,
    },
    /// A sheet that is not read, and why.
    NotRead(WhyNot),
    /// Nothing that can be used.
    Unusable(Problem),
    /// A table in a file that as a whole cannot be used.
    OfUnusable(Problem),
}

impl Content {
    /// Lines of text in bytes.
    ///
    /// # Errors
    /// Where they are not written so throughout.
    pub(crate) fn of_bytes(bytes: Vec<u8>, encoding: Encoding) -> Result<Content, Problem> {
        let sha256 = sha256(&bytes);
        let text = text_of(bytes, encoding)?;
        Ok(Content::Text { text, encoding, sha256 })
    }

    /// What `read` makes of it, its characters read as they turn out to be written.
    ///
    /// # Errors
    /// What is wrong with the file.
    pub(crate) fn read_by<T>(&self, mut read: impl FnMut(&Content) -> Result<T, Unread>) -> Result<T, Problem> {
        let first = match read(self) {
            Err(Unread::Written(encoding)) => self.written(encoding).and_then(|content| read(&content)),
            read => read,
        };
        first.map_err(Unread::into_problem)
    }

    /// The same, its characters read as they turned out to be written.
    ///
    /// # Errors
    /// Where it cannot be read again, or is not written so.
    fn written(&self, encoding: Encoding) -> Result<Content, Unread> {
        match self {
            Content::OnDisk { path, .. } => Ok(Content::of_bytes(fs::read(path)?, encoding)?),
            _ => Err(Unread::Written(encoding)),
        }
    }

    /// The SHA-256 of the file, where it is known before it is read.
    pub(crate) fn sha256(&self) -> Option<&str> {
        match self {
            Content::Text { sha256, .. } | Content::Sheet { sha256, .. } => Some(sha256),
            _ => None,
        }
    }

    /// How it is written, as far as its beginning tells.
    pub(crate) fn form(&self, opening: Opening) -> Form {
        let titles = opening.titles;
        let lines = |encoding| Form {
            kind: FileKind::Csv,
            encoding: Some(encoding),
            delimiter: Some(opening.delimiter),
            titles,
        };
        match self {
            Content::OnDisk { .. } => lines(Encoding::Utf8),
            Content::Text { encoding, .. } => lines(*encoding),
            Content::Sheet { kind, encoding, .. } => Form { kind: *kind, encoding: *encoding, delimiter: None, titles },
            Content::NotRead(_) | Content::Unusable(_) | Content::OfUnusable(_) => Form::default(),
        }
    }

    /// Whether whole numbers stand for days from 1904 on.
    pub(crate) fn counts_from_1904(&self) -> bool {
        matches!(self, Content::Sheet { from_1904: true, .. })
    }
}

/// The text of bytes.
///
/// # Errors
/// Where they are not written so throughout.
pub(crate) fn text_of(bytes: Vec<u8>, encoding: Encoding) -> Result<String, Problem> {
    let text = match encoding {
        Encoding::Utf8 => String::from_utf8(bytes).ok(),
        Encoding::Utf16 => utf_16(&bytes),
        // Every byte is some character.
        Encoding::Windows1252 => Some(WINDOWS_1252.decode_without_bom_handling(without_mark(&bytes)).0.into_owned()),
    };
    text.ok_or_else(|| {
        let found = format!("is not {} text throughout", encoding.name());
        Problem::at_top(found, "extract the table again: it may have been cut off")
    })
}

/// The text of bytes in UTF-16, whichever byte comes first; none where they are not.
fn utf_16(bytes: &[u8]) -> Option<String> {
    let (encoding, text) = match bytes {
        [0xFF, 0xFE, text @ ..] => (UTF_16LE, text),
        [0xFE, 0xFF, text @ ..] => (UTF_16BE, text),
        [0, ..] => (UTF_16BE, bytes),
        _ => (UTF_16LE, bytes),
    };
    let (text, broken) = encoding.decode_without_bom_handling(text);
    (!broken).then(|| text.into_owned())
}

/// The SHA-256 of bytes, in hexadecimal.
pub(crate) fn sha256(bytes: &[u8]) -> String {
    hexadecimal(&Sha256::digest(bytes))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(bytes: &[u8], encoding: Encoding) -> Option<String> {
        match Content::of_bytes(bytes.to_vec(), encoding) {
            Ok(Content::Text { text, .. }) => Some(text),
            _ => None,
        }
    }

    #[test]
    fn text_is_read_as_it_is_written() {
        assert_eq!(text(b"\xFF\xFEA\0\xE9\0", Encoding::Utf16).as_deref(), Some("A\u{e9}"));
        assert_eq!(text(b"\xFE\xFF\0A\0\xE9", Encoding::Utf16).as_deref(), Some("A\u{e9}"));
        assert_eq!(text(b"A\0B\0", Encoding::Utf16).as_deref(), Some("AB"));
        assert_eq!(text(b"\0A\0B", Encoding::Utf16).as_deref(), Some("AB"));
        assert_eq!(text(b"A\0B", Encoding::Utf16), None, "cut off in the middle of a character");
        assert_eq!(text(b"Ren\xE9 \x96 5", Encoding::Windows1252).as_deref(), Some("Ren\u{e9} \u{2013} 5"));
        assert_eq!(text(b"\xEF\xBB\xBFa\xE9", Encoding::Windows1252).as_deref(), Some("a\u{e9}"));
    }
}

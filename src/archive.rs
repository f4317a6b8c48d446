//! Files that are parts in a zip: in the order in which they are given and without a date, so that the same parts give
//! the same bytes.

use std::io::{self, Cursor, Write};
use zip::result::ZipResult;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

/// The parts so far.
pub(crate) struct Archive(ZipWriter<Cursor<Vec<u8>>>);

impl Archive {
    /// Without a part.
    pub(crate) fn new() -> Archive {
        Archive(ZipWriter::new(Cursor::new(Vec::new())))
    }

    /// A part.
    ///
    /// # Errors
    /// Where it is too large for a zip.
    pub(crate) fn part(&mut self, name: &str, bytes: &[u8]) -> ZipResult<()> {
        self.begin(name)?;
        Ok(self.write_all(bytes)?)
    }

    /// A part that is left as it is, for it is packed already, or must be found without unpacking.
    ///
    /// # Errors
    /// Where it is too large for a zip.
    pub(crate) fn stored(&mut self, name: &str, bytes: &[u8]) -> ZipResult<()> {
        self.0.start_file(name, of_method(CompressionMethod::Stored))?;
        Ok(self.write_all(bytes)?)
    }

    /// Begins a part that is packed while it is written, so that it is never in memory as a whole.
    ///
    /// # Errors
    /// Where the part before it is too large for a zip.
    pub(crate) fn begin(&mut self, name: &str) -> ZipResult<()> {
        self.0.start_file(name, of_method(CompressionMethod::Deflated))
    }

    /// The file.
    ///
    /// # Errors
    /// Where its last part is too large for a zip.
    pub(crate) fn finished(self) -> ZipResult<Vec<u8>> {
        Ok(self.0.finish()?.into_inner())
    }
}

/// What is written goes into the part that was begun last.
impl Write for Archive {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.0.flush()
    }
}

fn of_method(method: CompressionMethod) -> SimpleFileOptions {
    SimpleFileOptions::default().compression_method(method)
}

/// Whether XML can hold a letter: others it cannot hold even as entities.
pub(crate) fn is_in_xml(letter: char) -> bool {
    !letter.is_control() && !matches!(letter, '\u{fffe}' | '\u{ffff}') || matches!(letter, '\n' | '\t')
}

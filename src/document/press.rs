//! The press that every document is set with: the template, the fonts and typst's library, read once.

use crate::output::error::ReportError;
use miette::Diagnostic;
use std::fmt::{self, Display};
use thiserror::Error;
use typst::foundations::Bytes;
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Feature, Library, LibraryExt};
use typst_pdf::{PdfStandard, PdfStandards};

/// The templates, with the names under which typst asks for them: the look that all share, and each kind of document.
const LOOK: (&str, &str) = ("look.typ", include_str!("look.typ"));
const OF_PLACE: (&str, &str) = ("pack.typ", include_str!("pack.typ"));
const OF_STOCKTAKE: (&str, &str) = ("national.typ", include_str!("national.typ"));

/// The name under which they ask for the content.
const CONTENT_NAME: &str = "content.json";

/// One PDF 1.7 file can meet both.
const STANDARDS: [PdfStandard; 2] = [PdfStandard::Ua_1, PdfStandard::A_2a];

/// A document that cannot be made.
#[derive(Debug, Error, Diagnostic)]
#[error("the document of {place} cannot be made: {problem}")]
#[diagnostic(help("leave --pdf out, and report this to whoever gave you the program: the pages print as they stand"))]
pub struct DocumentError {
    /// The place of the document; `any place` where no document can be set at all.
    pub place: String,
    /// What typst said.
    pub problem: String,
}

impl From<DocumentError> for ReportError {
    fn from(source: DocumentError) -> ReportError {
        ReportError::render(source)
    }
}

/// What every document is set with: the template, the fonts, typst's library. Many documents can be set at once.
pub struct Press {
    pub(super) library: LazyHash<Library>,
    pub(super) book: LazyHash<FontBook>,
    pub(super) fonts: Vec<Font>,
    pub(super) look: Source,
    pub(super) of_place: Source,
    pub(super) of_stocktake: Source,
    pub(super) content: FileId,
    pub(super) standards: PdfStandards,
}

impl Press {
    /// Reads the template and the fonts, both of which are in the program.
    ///
    /// # Errors
    /// Where they cannot be read.
    pub fn new() -> Result<Press, DocumentError> {
        let failed = |problem: &dyn Display| failed("any place", problem);
        let named = |name: &str| {
            let path = VirtualPath::new(name).map_err(|error| failed(&error));
            path.map(|path| RootedPath::new(VirtualRoot::Project, path).intern())
        };
        let template = |(name, text): (&str, &str)| Ok(Source::new(named(name)?, text.to_owned()));
        let fonts = [dejavu::sans::regular(), dejavu::sans::bold()]
            .map(|bytes| Font::new(Bytes::new(bytes), 0))
            .into_iter()
            .collect::<Option<Vec<Font>>>()
            .ok_or_else(|| failed(&"the font in the program cannot be read"))?;
        // Cells that head a row can be told from others by this feature alone.
        let library = Library::builder().with_features([Feature::A11yExtras].into_iter().collect()).build();
        Ok(Press {
            library: LazyHash::new(library),
            book: LazyHash::new(FontBook::from_fonts(&fonts)),
            fonts,
            look: template(LOOK)?,
            of_place: template(OF_PLACE)?,
            of_stocktake: template(OF_STOCKTAKE)?,
            content: named(CONTENT_NAME)?,
            standards: PdfStandards::new(&STANDARDS).map_err(|error| failed(error.message()))?,
        })
    }
}

impl fmt::Debug for Press {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Press").finish_non_exhaustive()
    }
}

pub(super) fn failed(place: &str, problem: &dyn Display) -> DocumentError {
    DocumentError { place: place.to_owned(), problem: problem.to_string() }
}

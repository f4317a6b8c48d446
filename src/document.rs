//! The document of the pack: a tagged PDF of one place, set by typst from the numbers and words of the pack and from
//! charts that are drawn already.
//!
//! It is PDF/UA-1 (ISO 14289-1), so that it can be read aloud and walked through, and PDF/A-2a (ISO 19005-2), so that
//! it can be kept; typst refuses to write one that breaks either. Words come in as data, never as markup.

mod content;
mod desk;

use crate::charts::DrawnChart;
use crate::output::error::ReportError;
use crate::pack::{About, Pack};
use content::Content;
use desk::Desk;
use std::fmt::{self, Display};
use thiserror::Error;
use typst::comemo;
use typst::diag::{SourceDiagnostic, SourceResult};
use typst::foundations::{Bytes, Datetime, Smart};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Feature, Library, LibraryExt};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards, Timestamp};

/// How the document is set.
const TEMPLATE: &str = include_str!("document/pack.typ");
/// What both parts of the pack are called where typst asks for them.
const TEMPLATE_NAME: &str = "pack.typ";
const CONTENT_NAME: &str = "pack.json";
/// Both hold in one file, of PDF 1.7.
const STANDARDS: [PdfStandard; 2] = [PdfStandard::Ua_1, PdfStandard::A_2a];

/// Bytes for the calls of typst within each other: several times what tables within pages need.
const STACK: usize = 16 * 1024 * 1024;

/// A document that cannot be made.
#[derive(Debug, Error)]
#[error("the document of {place} cannot be made: {problem}")]
pub struct DocumentError {
    /// The place it is of; `any place` where nothing can be set at all.
    pub place: String,
    /// What typst said.
    pub problem: String,
}

impl From<DocumentError> for ReportError {
    fn from(source: DocumentError) -> ReportError {
        ReportError::render(source)
    }
}

/// What documents have in common: the template, the fonts, typst's own library. Many may be made of it at once.
pub struct Press {
    library: LazyHash<Library>,
    book: LazyHash<FontBook>,
    fonts: Vec<Font>,
    template: Source,
    content: FileId,
    standards: PdfStandards,
}

impl fmt::Debug for Press {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Press").finish_non_exhaustive()
    }
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
            template: Source::new(named(TEMPLATE_NAME)?, TEMPLATE.to_owned()),
            content: named(CONTENT_NAME)?,
            standards: PdfStandards::new(&STANDARDS).map_err(|error| failed(error.message()))?,
        })
    }

    /// The document of one place, as the bytes of a PDF: first a summary of one page, then the charts of all
    /// indicators, each indicator with its charts, and notes. A chart whose name ends in the number of an indicator,
    /// as in `trend-62`, stands with it; all others stand before. The same pack and charts give the same bytes.
    ///
    /// # Errors
    /// Where a chart is no drawing, words hold a letter that the font has not, or the standards are not kept.
    pub fn of_place(&self, about: &About, pack: &Pack, charts: &[DrawnChart]) -> Result<Vec<u8>, DocumentError> {
        let failed = |problem: &dyn Display| failed(&pack.place.name, problem);
        let content = Content::of(about, pack, charts);
        let date = content.date;
        let ident = content.identifier.clone();
        let content = serde_json::to_vec(&content).map_err(|error| failed(&error))?;
        let midnight = Datetime::from_ymd_hms(date.year, date.month, date.day, 0, 0, 0);
        let options = PdfOptions {
            ident: Smart::Custom(ident),
            creator: Smart::Custom(Some(content::AUTHOR.to_owned())),
            timestamp: midnight.map(Timestamp::new_utc),
            standards: self.standards.clone(),
            ..PdfOptions::default()
        };
        let desk = Desk::new(self, Bytes::new(content));
        let printed = alone(|| printed(&desk, &options)).map_err(|problem| failed(&problem))?;
        printed.map_err(|problems| failed(&in_words(&problems)))
    }
}

fn printed(desk: &Desk<'_>, options: &PdfOptions) -> SourceResult<Vec<u8>> {
    let document = typst::compile::<PagedDocument>(desk).output;
    let pdf = document.and_then(|document| typst_pdf::pdf(&document, options));
    // What typst keeps to set the same document again would grow with every place.
    comemo::evict(0);
    pdf
}

/// Makes something on a thread of its own, with what typst shares among threads on that one too. A thread of rayon
/// that waited for typst would begin another document meanwhile, and another in that: all would be in memory at once.
fn alone<Made: Send>(make: impl FnOnce() -> Made + Send) -> Result<Made, String> {
    let on_this_thread = || {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(1).use_current_thread().build();
        pool.map(|pool| pool.install(make)).map_err(|error| error.to_string())
    };
    std::thread::scope(|scope| {
        let thread = std::thread::Builder::new().stack_size(STACK).spawn_scoped(scope, on_this_thread);
        let thread = thread.map_err(|error| error.to_string())?;
        thread.join().unwrap_or_else(|_| Err("typst came to a stop".to_owned()))
    })
}

fn failed(place: &str, problem: &dyn Display) -> DocumentError {
    DocumentError { place: place.to_owned(), problem: problem.to_string() }
}

fn in_words(problems: &[SourceDiagnostic]) -> String {
    let problems: Vec<&str> = problems.iter().map(|problem| problem.message.as_str()).collect();
    problems.join("; ")
}

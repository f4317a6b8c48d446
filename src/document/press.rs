//! What documents have in common.

use crate::output::error::ReportError;
use miette::Diagnostic;
use std::fmt::{self, Display};
use thiserror::Error;
use typst::Library;
use typst::syntax::{FileId, Source};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst_pdf::{PdfStandard, PdfStandards};

/// How the document is set.
pub(super) const TEMPLATE: &str = include_str!("pack.typ");

/// What both parts of the pack are called where typst asks for them.
pub(super) const TEMPLATE_NAME: &str = "pack.typ";

pub(super) const CONTENT_NAME: &str = "pack.json";

/// Both hold in one file, of PDF 1.7.
pub(super) const STANDARDS: [PdfStandard; 2] = [PdfStandard::Ua_1, PdfStandard::A_2a];

/// A document that cannot be made.
#[derive(Debug, Error, Diagnostic)]
#[error("the document of {place} cannot be made: {problem}")]
#[diagnostic(help("leave --pdf out, and report this to whoever gave you the program: the pages print as they stand"))]
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
    pub(super) library: LazyHash<Library>,
    pub(super) book: LazyHash<FontBook>,
    pub(super) fonts: Vec<Font>,
    pub(super) template: Source,
    pub(super) content: FileId,
    pub(super) standards: PdfStandards,
}

impl fmt::Debug for Press {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Press").finish_non_exhaustive()
    }
}

pub(super) fn failed(place: &str, problem: &dyn Display) -> DocumentError {
    DocumentError { place: place.to_owned(), problem: problem.to_string() }
}

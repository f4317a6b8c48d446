//! The slides of the pack: a PowerPoint deck of one place, a slide for the summary and one for each indicator, with charts
//! whose data can be edited.
//!
//! The parts of the file are templates in templates/slides/ (ISO/IEC 29500-4), for no library that is well kept writes
//! charts into slides. The data of a chart lie in a small workbook within the deck. A deck has no date of its own: the same
//! pack, branding and comments give the same bytes.
//!
//! The owner's slides each have a box for a comment, a shape of its own: LibreOffice takes the names of placeholders away,
//! by which it is found again. What somebody wrote into it is read back from the deck that is there,
//! and put into the one that takes its place. Published slides have none: what is published is made of its tables alone.

pub mod comments;
mod deck;
mod finding;
mod fit;
mod frame;
mod native;
mod of_years;
mod package;
mod stocktake;
mod summary;

use crate::charts::trend::Trend;
use crate::fault::Leaf;
use crate::national::Stocktake;
use crate::output::error::ReportError;
use crate::pack::{About, Pack};
use crate::seeds::branding::Branding;
use comments::Comments;
use deck::Deck;
use miette::Diagnostic;
use std::fmt::Display;
use thiserror::Error;

/// Slides that cannot be made.
#[derive(Debug, Error, Diagnostic)]
#[error("the slides of {of} cannot be made")]
#[diagnostic(help("leave --pptx out, and report this to whoever gave you the program"))]
pub struct SlidesError {
    /// The place.
    of: String,
    /// What went wrong.
    source: Leaf<String>,
}

impl From<SlidesError> for ReportError {
    fn from(source: SlidesError) -> ReportError {
        ReportError::render(source)
    }
}

/// The slides of one place, as the bytes of a pptx file: the summary, each indicator with its chart over the years, or
/// beside others where there are no years, and how to read them. The comments go to the slides that they were written on.
///
/// # Errors
/// Where a template fails or a workbook cannot be written, which the tests rule out.
pub fn of_place(
    about: &About,
    pack: &Pack,
    trends: &[Trend],
    branding: &Branding,
    comments: &Comments,
) -> Result<Vec<u8>, SlidesError> {
    let failed = |error: &dyn Display| SlidesError { of: pack.place.name.clone(), source: error.to_string().into() };
    let deck = Deck::of(about, pack, trends, comments);
    package::packed(&deck, branding).map_err(|error| failed(&error))
}

/// The slides of a stocktake, as the bytes of a pptx file.
///
/// # Errors
/// Where a template fails or a workbook cannot be written, which the tests rule out.
pub(crate) fn of_stocktake(about: &About, of: &Stocktake, branding: &Branding) -> Result<Vec<u8>, SlidesError> {
    let failed = |error: &dyn Display| SlidesError { of: of.pack.place.name.clone(), source: error.to_string().into() };
    package::packed(&Deck::of_stocktake(about, of), branding).map_err(|error| failed(&error))
}

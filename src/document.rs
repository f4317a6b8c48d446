//! The document of the pack: a tagged PDF of one place, set by typst from the pack's numbers and words and from
//! drawn charts.
//!
//! It is PDF/UA-1 (ISO 14289-1), so that it can be read aloud and navigated, and PDF/A-2a (ISO 19005-2), so that
//! it can be archived; typst refuses to write a file that breaks either. Words come in as data, never as markup.

mod content;
mod desk;
mod national;
pub mod press;

use crate::charts::DrawnChart;
use crate::charts::trend::Trend;
use crate::national::Stocktake;
use crate::pack::{About, Pack};
use content::{Content, Date};
use desk::Desk;
use press::{DocumentError, Press, failed};
use serde::Serialize;
use std::fmt::Display;
use typst::comemo;
use typst::diag::{SourceDiagnostic, SourceResult};
use typst::foundations::{Bytes, Datetime, Smart};
use typst::syntax::Source;
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, Timestamp};

/// The stack for typst's nested calls, in bytes: several times what tables within pages need.
const STACK: usize = 16 * 1024 * 1024;

impl Press {
    /// The document of one place, as the bytes of a PDF: first a summary of one page, then each indicator with its chart of
    /// years, called `trend-62`, and its strip of all areas, and notes. Other charts are left to the page. The same pack and
    /// charts give the same bytes.
    ///
    /// # Errors
    /// Where a chart is not a drawing, a text has a character that the font lacks, or the standards are not met.
    pub fn of_place(&self, about: &About, pack: &Pack, charts: &[DrawnChart]) -> Result<Vec<u8>, DocumentError> {
        let content = Content::of(about, pack, charts);
        let (date, ident) = (content.date, content.identifier.clone());
        self.set(&pack.place.name, &self.of_place, (date, ident), &content)
    }

    /// The document of a stocktake, as the bytes of a PDF: the answer and the targets, every indicator over the years, how
    /// authorities differ, regions, who moved, the children, what is hidden, and methods.
    ///
    /// # Errors
    /// As of [`Press::of_place`].
    pub(crate) fn of_stocktake(&self, about: &About, of: &Stocktake) -> Result<Vec<u8>, DocumentError> {
        let name = &of.pack.place.name;
        let drawn = |trend: &Trend| DrawnChart::of(format!("trend-{}", trend.indicator.number), trend);
        let charts: Vec<DrawnChart> =
            of.trends.iter().map(drawn).collect::<Result<_, _>>().map_err(|error| failed(name, &error))?;
        let content = national::Content::of(about, of, &charts);
        let (date, ident) = (content.date, content.identifier.clone());
        self.set(name, &self.of_stocktake, (date, ident), &content)
    }

    /// Sets a document of this day and identifier.
    fn set(
        &self,
        name: &str,
        template: &Source,
        (date, ident): (Date, String),
        content: &impl Serialize,
    ) -> Result<Vec<u8>, DocumentError> {
        let failed = |problem: &dyn Display| failed(name, problem);
        let content = serde_json::to_vec(content).map_err(|error| failed(&error))?;
        let midnight = Datetime::from_ymd_hms(date.year, date.month, date.day, 0, 0, 0);
        let options = PdfOptions {
            ident: Smart::Custom(ident),
            creator: Smart::Custom(Some(content::AUTHOR.to_owned())),
            timestamp: midnight.map(Timestamp::new_utc),
            standards: self.standards.clone(),
            ..PdfOptions::default()
        };
        let desk = Desk::new(self, template, Bytes::new(content));
        let printed = alone(|| printed(&desk, &options)).map_err(|problem| failed(&problem))?;
        printed.map_err(|problems| failed(&in_words(&problems)))
    }
}

fn printed(desk: &Desk<'_>, options: &PdfOptions) -> SourceResult<Vec<u8>> {
    let document = typst::compile::<PagedDocument>(desk).output;
    let pdf = document.and_then(|document| typst_pdf::pdf(&document, options));
    // Otherwise typst's cache would grow with every place.
    comemo::evict(0);
    pdf
}

/// Makes something on its own thread, with typst's parallel work on that thread too. A rayon thread
/// that waited for typst would start another document meanwhile, and another within that: all would be in memory at once.
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

fn in_words(problems: &[SourceDiagnostic]) -> String {
    let problems: Vec<&str> = problems.iter().map(|problem| problem.message.as_str()).collect();
    problems.join("; ")
}

//! Which files of the packs are wanted, and the folder of a report that takes them.

use crate::output::destination::Destination;
use crate::output::error::ReportError;
use crate::output::folder::{ReportFolder, Written};
use crate::pages::Shared;
use crate::pages::paths::SHARED;
use std::ffi::OsStr;
use std::path::{Path, PathBuf};

/// Which files of the packs are wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Wanted {
    /// Pages with their charts, and the workbook; without them, tables alone.
    pub packs: bool,
    /// Every chart as a file of its own, as SVG.
    pub svg: bool,
    /// The same as PNG.
    pub png: bool,
    /// A document for each place.
    pub pdf: bool,
    /// The workbook as an OpenDocument spreadsheet too.
    pub ods: bool,
    /// Slides for each place.
    pub pptx: bool,
    /// The files of each place as one too.
    pub zip: bool,
    /// The page of the children of each authority, however many authorities there are.
    pub children: bool,
}

/// Of more authorities than any region has, what one authority alone would use is left out unless it is asked for: whoever
/// looks at so many does not follow single children, and what is not written cannot be lost. Nor does a page hold what so many
/// others hold too.
pub(crate) const MOST_IN_FULL: usize = 40;

/// Where the pages of so many authorities have what they share.
pub(super) fn shared_by(authorities: usize) -> Shared {
    if authorities > MOST_IN_FULL { Shared::Beside } else { Shared::Within }
}

impl Wanted {
    /// Tables alone.
    #[cfg(test)]
    pub const TABLES: Wanted = Wanted {
        packs: false,
        svg: false,
        png: false,
        pdf: false,
        ods: false,
        pptx: false,
        zip: false,
        children: false,
    };

    /// Whether each of so many authorities gets a page of its children.
    pub fn wants_children_of(self, authorities: usize) -> bool {
        self.packs && (self.children || authorities <= MOST_IN_FULL)
    }

    /// Whether a file is wanted.
    pub fn wants(self, file: &str) -> bool {
        match Path::new(file).extension().and_then(OsStr::to_str) {
            Some("csv") => true,
            // What pages have beside them is theirs, whatever it is.
            _ if Path::new(file).starts_with(SHARED) => self.packs,
            Some("svg") => self.packs && self.svg,
            Some("png") => self.packs && self.png,
            Some("pdf") => self.packs && self.pdf,
            Some("ods") => self.packs && self.ods,
            Some("pptx") => self.packs && self.pptx,
            Some("zip") => self.packs && self.zip,
            _ => self.packs,
        }
    }
}

/// The packs' folder in a report that is being written.
#[derive(Debug, Clone, Copy)]
pub(crate) struct BelowReport<'run> {
    /// The report.
    pub report: &'run ReportFolder,
    /// The folder in it.
    pub folder: &'static str,
    /// Which files are wanted.
    pub wanted: Wanted,
}

impl Destination for BelowReport<'_> {
    type Taken = Written;

    fn wants_packs(&self) -> bool {
        self.wanted.packs
    }

    fn wants(&self, file: &str) -> bool {
        self.wanted.wants(file)
    }

    fn earlier(&self, file: &str) -> Result<Option<Vec<u8>>, ReportError> {
        self.report.earlier(&format!("{}/{file}", self.folder))
    }

    fn made_before(&self, file: &str) -> Result<Option<Vec<u8>>, ReportError> {
        self.report.made(&format!("{}/{file}", self.folder))
    }

    /// Beside the files themselves, so that exact figures reach no other disk.
    fn unfinished(&self) -> PathBuf {
        self.report.unfinished(self.folder)
    }

    fn take(&self, file: &str, bytes: &[u8]) -> Result<Written, ReportError> {
        self.report.write(&format!("{}/{file}", self.folder), |out| out.write_all(bytes))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_more_authorities_than_a_region_has_children_get_a_page_where_that_is_asked_for() {
        let tables = Wanted::TABLES;
        let usual = Wanted { packs: true, ..tables };
        let asked = Wanted { children: true, ..usual };
        let wants = |wanted: Wanted| [40, 41].map(|authorities| wanted.wants_children_of(authorities));
        assert_eq!([wants(usual), wants(asked), wants(tables)], [[true, false], [true, true], [false, false]]);
    }
}

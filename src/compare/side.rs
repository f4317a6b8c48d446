//! The two runs that are compared.

use crate::read_back::given::{Given, seeds_of};
use crate::read_back::report::{Input, Report};
use crate::returns::files::FoundFile;
use crate::returns::place::{FilePlace, Place};
use crate::seeds::Seeds;
use crate::seeds::file::SeedError;
use crate::year::read_year;
use std::path::{Path, PathBuf};

/// Something of the earlier run and of the later.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Both<T> {
    /// Of the run named first.
    pub(crate) before: T,
    /// Of the run named second.
    pub(crate) after: T,
}

/// One of the two runs.
#[derive(Debug)]
pub(crate) struct Side {
    /// What it wrote.
    pub(crate) report: Report,
    /// What it was given.
    pub(crate) given: Given,
    /// The lists it used, or why they cannot be read.
    pub(crate) seeds: Result<Seeds, SeedError>,
}

impl Side {
    /// The run that wrote a report.
    pub(crate) fn new(report: Report) -> Side {
        let (given, seeds) = (Given::of(&report.record), seeds_of(&report, None));
        Side { report, given, seeds }
    }

    /// An input as the run found it.
    pub(crate) fn found(&self, input: &Input) -> FoundFile {
        let path = Path::new(&input.path);
        FoundFile::again(self.root_of(path).unwrap_or(path), &input.path)
    }

    /// The path of an input below the folder that was given, or its name where the file itself was given.
    pub(crate) fn inside<'path>(&self, input: &'path Input) -> &'path str {
        let path = Path::new(&input.path);
        let below = self.root_of(path).and_then(|root| path.strip_prefix(root).ok()).and_then(Path::to_str);
        let name = || path.file_name().and_then(|name| name.to_str()).unwrap_or(&input.path);
        below.filter(|below| !below.is_empty()).unwrap_or_else(name)
    }

    /// The authority and year given to the run, as its lists have them.
    pub(crate) fn place(&self, seeds: &Seeds) -> Place {
        let Given { authority, year, .. } = &self.given;
        Place {
            authority: authority.as_ref().and_then(|text| seeds.authorities.find(text)),
            year: year.as_ref().and_then(|text| read_year(text)),
        }
    }

    /// The authority's code and the year of an input's rows, where its cells do not say.
    pub(crate) fn whose(&self, input: &Input) -> Option<(Option<String>, Option<i32>)> {
        let seeds = self.seeds.as_ref().ok().filter(|_| !self.given.returns.is_empty())?;
        let place = FilePlace::of(&self.found(input), self.place(seeds), &seeds.authorities).place;
        Some((place.authority.map(|index| seeds.authorities.get(index).code.clone()), place.year))
    }

    fn root_of(&self, path: &Path) -> Option<&Path> {
        self.given.returns.iter().map(PathBuf::as_path).find(|root| path.starts_with(root))
    }
}

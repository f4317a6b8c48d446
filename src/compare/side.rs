//! One run of the two: its report, and what its run read the returns by.

use super::report::{Input, Report};
use crate::returns::files::FoundFile;
use crate::returns::place::Place;
use crate::seeds::Seeds;
use crate::seeds::authorities::Authorities;
use crate::seeds::file::SeedError;
use crate::seeds::identifying::IdentifyingColumns;
use crate::year::read_year;
use std::path::{Path, PathBuf};

/// What a run was given that tells whose its rows are.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Given {
    /// The files and folders of returns; none where its arguments are another version's.
    pub returns: Vec<PathBuf>,
    /// The authority of files that do not tell.
    pub authority: Option<String>,
    /// The year of files that do not tell.
    pub year: Option<String>,
}

/// One run of the two.
#[derive(Debug)]
pub struct Side {
    /// What it wrote.
    pub report: Report,
    /// What it was given.
    pub given: Given,
    /// The lists it read by, or why they cannot be had.
    pub seeds: Result<Seeds, SeedError>,
}

impl Side {
    /// A run whose report was read back.
    pub fn new(report: Report, given: Given) -> Side {
        let seeds = seeds_of(&report, None);
        Side { report, given, seeds }
    }

    /// An input as the run found it.
    pub fn found(&self, input: &Input) -> FoundFile {
        let path = Path::new(&input.path);
        let root = self.root_of(path).unwrap_or(path);
        FoundFile::below(root, path, 0)
    }

    /// The path of an input below the folder that was given, or its name where it was given itself.
    pub fn inside<'path>(&self, input: &'path Input) -> &'path str {
        let path = Path::new(&input.path);
        let below = self.root_of(path).and_then(|root| path.strip_prefix(root).ok()).and_then(Path::to_str);
        let name = || path.file_name().and_then(|name| name.to_str()).unwrap_or(&input.path);
        below.filter(|below| !below.is_empty()).unwrap_or_else(name)
    }

    /// The authority and year given for the run, in the terms of its lists.
    pub fn place(&self, seeds: &Seeds) -> Place {
        let Given { authority, year, .. } = &self.given;
        Place {
            authority: authority.as_ref().and_then(|text| seeds.authorities.find(text)),
            year: year.as_ref().and_then(|text| read_year(text)),
        }
    }

    /// Whose an input's rows are where its cells do not tell: the authority's code and the year.
    pub fn whose(&self, input: &Input) -> Option<(Option<String>, Option<i32>)> {
        let seeds = self.seeds.as_ref().ok().filter(|_| !self.given.returns.is_empty())?;
        let place = Place::of_folders(&self.found(input).folders, self.place(seeds), &seeds.authorities);
        Some((place.authority.map(|index| seeds.authorities.get(index).code.clone()), place.year))
    }

    fn root_of(&self, path: &Path) -> Option<&Path> {
        self.given.returns.iter().map(PathBuf::as_path).find(|root| path.starts_with(root))
    }
}

/// Says of a list that it is the program's own.
pub const BUILT_IN: &str = "built in";

/// The lists that a run read by, with another list of authorities where one is given, or why they cannot be had.
///
/// # Errors
/// Where a list is no longer there or does not hold what it should.
pub fn seeds_of(report: &Report, authorities: Option<&Path>) -> Result<Seeds, SeedError> {
    let lists = &report.record.lists;
    let folder = (lists.seeds != BUILT_IN).then(|| Path::new(&lists.seeds));
    let mut seeds = Seeds::load(folder)?;
    // Whether a file is read in spite of its columns was the run's to decide.
    seeds.identifying = IdentifyingColumns::default();
    let recorded = (lists.authorities != BUILT_IN).then(|| Path::new(&lists.authorities));
    if let Some(list) = authorities.or(recorded) {
        seeds = seeds.with_authorities(Authorities::from_file(list)?);
    }
    Ok(seeds)
}

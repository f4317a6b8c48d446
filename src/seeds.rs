//! The facts every run starts from, compiled in from seeds/ and replaceable where they are the
//! user's to replace.

pub mod authorities;
pub mod codes;
pub mod configuration;
pub mod disclosure;
pub mod file;
pub mod identifying;
pub mod indicators;
pub mod neighbours;
pub mod policies;
pub mod published;
pub mod quality;
pub mod tables;
pub mod targets;

use crate::seeds::file::{Mistake, SeedError, SeedFile};
use authorities::Authorities;
use codes::CodeLists;
use configuration::Configuration;
use disclosure::Profile;
use identifying::IdentifyingColumns;
use indicators::IndicatorSeed;
use neighbours::Neighbours;
use policies::PolicySeed;
use published::Published;
use quality::MeasureSeed;
use std::path::Path;
use tables::TableShapes;
use targets::Targets;

/// All the seeds of a run.
#[derive(Debug)]
pub struct Seeds {
    /// The authorities there are, with their regions.
    pub authorities: Authorities,
    /// The ten indicators, by number.
    pub indicators: Vec<IndicatorSeed>,
    /// The policies and their defaults.
    pub policies: Vec<PolicySeed>,
    /// What the tables of a return look like.
    pub tables: TableShapes,
    /// The codes that a return may hold, with their years.
    pub codes: CodeLists,
    /// What columns look like that tell who a child is and are no part of a return.
    pub identifying: IdentifyingColumns,
    /// What is measured of the quality of returns, with its limits.
    pub quality: Vec<MeasureSeed>,
    /// The targets that figures are set against.
    pub targets: Targets,
    /// The published figures that figures are set beside.
    pub published: Published,
    /// The statistical neighbours of authorities, where the user gave a list.
    pub neighbours: Option<Neighbours>,
    /// How figures are set beside others.
    pub configuration: Configuration,
    /// How published tables are protected.
    pub disclosure: Vec<Profile>,
}

impl Seeds {
    /// The seeds as they are compiled in.
    ///
    /// # Errors
    /// Where a seed does not hold what it should, which the tests of each seed rule out.
    pub fn built_in() -> Result<Seeds, SeedError> {
        Seeds::load(None)
    }

    /// The seeds, those that lie in `folder` in place of those compiled in.
    ///
    /// # Errors
    /// Where the folder is none, or a seed cannot be read or does not hold what it should.
    pub fn load(folder: Option<&Path>) -> Result<Seeds, SeedError> {
        if let Some(folder) = folder.filter(|folder| !folder.is_dir()) {
            let mistake = Mistake::new("is not a folder", "give the one that holds your seeds");
            return Err(mistake.in_file(&folder.display().to_string()));
        }
        let authorities = Authorities::load(&SeedFile::find(folder, "authorities.csv", authorities::TEXT)?)?;
        let published = Published::load(&SeedFile::find(folder, "published.csv", published::TEXT)?)?;
        Ok(Seeds {
            published: published.without_places_unknown_to(&authorities),
            authorities,
            indicators: indicators::load(&SeedFile::find(folder, "indicators.toml", indicators::TEXT)?)?,
            policies: policies::load(&SeedFile::find(folder, "policies.toml", policies::TEXT)?)?,
            tables: tables::load(&SeedFile::find(folder, "tables.toml", tables::TEXT)?)?,
            codes: CodeLists::load(&SeedFile::find(folder, "codes.csv", codes::TEXT)?)?,
            identifying: identifying::load(&SeedFile::find(folder, "identifying.toml", identifying::TEXT)?)?,
            quality: quality::load(&SeedFile::find(folder, "quality.toml", quality::TEXT)?)?,
            targets: Targets::load(&SeedFile::find(folder, "targets.csv", targets::TEXT)?)?,
            neighbours: None,
            configuration: Configuration::default(),
            disclosure: disclosure::load(&SeedFile::find(folder, "disclosure.toml", disclosure::TEXT)?)?,
        })
    }

    /// The same with another list of authorities. Published figures stand only where they are of its regions.
    pub fn with_authorities(self, authorities: Authorities) -> Seeds {
        let published = self.published.without_places_unknown_to(&authorities);
        Seeds { authorities, published, ..self }
    }
}

//! The facts that every run starts from: compiled in from seeds/, each replaced by the user's own file where
//! there is one.

pub mod authorities;
pub mod branding;
pub mod breakdowns;
pub mod codes;
pub mod configuration;
pub mod context;
pub mod disclosure;
pub mod file;
pub mod identifying;
pub mod indicators;
pub mod mapping;
pub mod neighbours;
pub mod own_columns;
pub mod policies;
pub mod population;
pub mod published;
pub mod quality;
pub mod synonyms;
pub mod tables;
pub mod targets;

use authorities::Authorities;
use branding::Branding;
use breakdowns::Dimension;
use codes::CodeLists;
use configuration::Configuration;
use context::MeasureSeed;
use disclosure::Profile;
use file::{Mistake, SeedError, SeedFile};
use identifying::IdentifyingColumns;
use indicators::IndicatorSeed;
use mapping::{Compared, Known, Mapping};
use neighbours::Neighbours;
use own_columns::OwnColumns;
use policies::PolicySeed;
use population::Population;
use published::Published;
use quality::Quality;
use std::path::Path;
use synonyms::Synonyms;
use tables::TableShapes;
use targets::Targets;

/// All the seeds of a run.
#[derive(Debug)]
pub struct Seeds {
    /// The authorities there are, with their regions.
    pub authorities: Authorities,
    /// The indicators, in order of number.
    pub indicators: Vec<IndicatorSeed>,
    /// The policies and their defaults.
    pub policies: Vec<PolicySeed>,
    /// What the tables of a return look like.
    pub tables: TableShapes,
    /// Other names for columns of a return.
    pub synonyms: Synonyms,
    /// The codes that a return may hold, with their years.
    pub codes: CodeLists,
    /// The dimensions by which figures are broken down.
    pub breakdowns: Vec<Dimension>,
    /// The measures of the care population.
    pub context: Vec<MeasureSeed>,
    /// What columns look like that identify a child and are not part of a return.
    pub identifying: IdentifyingColumns,
    /// What is measured of the quality of returns, with its limits.
    pub quality: Quality,
    /// The targets to compare with.
    pub targets: Targets,
    /// The published figures to compare with.
    pub published: Published,
    /// The statistical neighbours of authorities, where the user gave a list.
    pub neighbours: Option<Neighbours>,
    /// How many people under eighteen live in each authority, where the user gave a list.
    pub population: Option<Population>,
    /// How figures are compared with others.
    pub configuration: Configuration,
    /// The user's own headings and codes, as they are written.
    pub mapping: Mapping,
    /// The columns of the user's choice that stand beside children.
    pub own_columns: OwnColumns,
    /// The user's own name, logo and colours.
    pub branding: Branding,
    /// How published tables are protected.
    pub disclosure: Vec<Profile>,
}

impl Seeds {
    /// The seeds as they are compiled in.
    ///
    /// # Errors
    /// Where a seed is not valid, which the tests of each seed rule out.
    pub fn built_in() -> Result<Seeds, SeedError> {
        Seeds::load(None, |_| None)
    }

    /// The seeds, with those in `folder` in place of those compiled in. `fault` says what is wrong with the list of
    /// indicators, before anything is read that names one.
    ///
    /// # Errors
    /// Where the folder is not one, or a seed cannot be read or is not valid.
    pub(crate) fn load(
        folder: Option<&Path>,
        fault: impl FnOnce(&[IndicatorSeed]) -> Option<Mistake>,
    ) -> Result<Seeds, SeedError> {
        if let Some(folder) = folder.filter(|folder| !folder.is_dir()) {
            let mistake = Mistake::new("is not a folder", "give the one that holds your seeds");
            return Err(mistake.in_file(&folder.display().to_string()));
        }
        let authorities = Authorities::load(&SeedFile::find(folder, "authorities.csv", authorities::TEXT)?)?;
        let listed = SeedFile::find(folder, "indicators.toml", indicators::TEXT)?;
        let indicators = indicators::load(&listed)?;
        if let Some(mistake) = fault(&indicators) {
            return Err(mistake.in_file(&listed.name));
        }
        let tables = tables::load(&SeedFile::find(folder, "tables.toml", tables::TEXT)?)?;
        let codes = CodeLists::load(&SeedFile::find(folder, "codes.csv", codes::TEXT)?)?;
        let published = Published::load(&SeedFile::find(folder, "published.csv", published::TEXT)?, &indicators)?;
        Ok(Seeds {
            published: published.without_places_unknown_to(&authorities),
            authorities,
            policies: policies::load(&SeedFile::find(folder, "policies.toml", policies::TEXT)?)?,
            synonyms: Synonyms::load(&SeedFile::find(folder, "synonyms.toml", synonyms::TEXT)?, &tables)?,
            tables,
            breakdowns: breakdowns::load(&SeedFile::find(folder, "breakdowns.toml", breakdowns::TEXT)?, &codes)?,
            context: context::load(&SeedFile::find(folder, "context.toml", context::TEXT)?, &codes)?,
            codes,
            identifying: identifying::load(&SeedFile::find(folder, "identifying.toml", identifying::TEXT)?)?,
            quality: quality::load(&SeedFile::find(folder, "quality.toml", quality::TEXT)?)?,
            targets: Targets::load(&SeedFile::find(folder, "targets.csv", targets::TEXT)?, &indicators)?,
            indicators,
            neighbours: None,
            population: None,
            configuration: Configuration::default(),
            mapping: Mapping::default(),
            own_columns: OwnColumns::default(),
            branding: Branding::default(),
            disclosure: disclosure::load_in_force(&SeedFile::find(folder, disclosure::NAME, disclosure::TEXT)?)?,
        })
    }

    /// The same seeds with another list of authorities. Published figures are kept only where it is a part of the list
    /// that is replaced: another is of another country, or made up.
    pub(crate) fn with_authorities(self, authorities: Authorities) -> Seeds {
        let authorities = authorities.within(self.authorities);
        let published = if authorities.is_part() { self.published } else { Published::default() };
        Seeds { authorities, published, ..self }
    }

    /// The same seeds with the user's own headings and codes, in a file of TOML.
    ///
    /// # Errors
    /// Where the file cannot be read, or a heading or code is not what it should be.
    pub(crate) fn with_mapping(self, file: &Path) -> Result<Seeds, SeedError> {
        let mapping = Compared::from_file(file, self.known())?;
        Ok(self.mapped(mapping))
    }

    /// The same seeds with the user's own headings and codes, in a file that may hold more.
    ///
    /// # Errors
    /// As [`Seeds::with_mapping`].
    pub(crate) fn with_mapping_in(self, file: &SeedFile) -> Result<Seeds, SeedError> {
        let mapping = Compared::read(file, self.known())?;
        Ok(self.mapped(mapping))
    }

    fn known(&self) -> Known<'_> {
        let Seeds { tables, synonyms, codes, identifying, .. } = self;
        Known { tables, synonyms, codes, identifying }
    }

    fn mapped(self, mapping: Compared) -> Seeds {
        let Compared { names, codes, written } = mapping;
        Seeds { synonyms: self.synonyms.with(names), codes: self.codes.with(codes), mapping: written, ..self }
    }
}

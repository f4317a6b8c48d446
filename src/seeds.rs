//! The facts every run starts from, compiled in from seeds/ and replaceable where they are the
//! user's to replace.

pub mod authorities;
pub mod codes;
pub mod configuration;
pub mod disclosure;
pub mod identifying;
pub mod indicators;
pub mod neighbours;
pub mod policies;
pub mod published;
pub mod quality;
pub mod tables;
pub mod targets;

use crate::fault::plainly;
use crate::text::csv_text;
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
use std::borrow::Cow;
use std::path::Path;
use tables::TableShapes;
use targets::Targets;
use thiserror::Error;

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

/// A seed or a file in its place that cannot be read.
#[derive(Debug, Error)]
pub enum SeedError {
    /// The file cannot be opened.
    #[error("{file} cannot be read: {}", plainly(source))]
    Open {
        /// The file as it was named.
        file: String,
        /// What the system said.
        source: std::io::Error,
    },
    /// A line does not hold what it should.
    #[error("{file}, line {line}: {problem}")]
    Line {
        /// The file as it was named.
        file: String,
        /// The line as a spreadsheet shows it.
        line: u64,
        /// What is wrong and what would mend it.
        problem: String,
    },
    /// The file as a whole is not what it should be.
    #[error("{file}: {problem}")]
    File {
        /// The file as it was named.
        file: String,
        /// What is wrong and what would mend it.
        problem: String,
    },
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
            let problem = "is no folder: give the one that holds your seeds".to_owned();
            return Err(SeedError::File { file: folder.display().to_string(), problem });
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

/// A seed's name in messages, and its bytes.
struct SeedFile {
    name: String,
    bytes: Cow<'static, [u8]>,
}

impl SeedFile {
    /// The file of that name in the folder, where there is one; else what is compiled in.
    fn find(folder: Option<&Path>, name: &str, built_in: &'static [u8]) -> Result<SeedFile, SeedError> {
        match folder.map(|folder| folder.join(name)).filter(|path| path.is_file()) {
            Some(path) => Ok(SeedFile { name: path.display().to_string(), bytes: Cow::Owned(read_file(&path)?) }),
            None => Ok(SeedFile { name: format!("seeds/{name}"), bytes: Cow::Borrowed(built_in) }),
        }
    }

    fn wrong(&self, problem: impl ToString) -> SeedError {
        SeedError::File { file: self.name.clone(), problem: problem.to_string() }
    }

    /// The file as TOML.
    fn toml<T: serde::de::DeserializeOwned>(&self) -> Result<T, SeedError> {
        let text = std::str::from_utf8(&self.bytes).map_err(|error| self.wrong(error))?;
        toml::from_str(text).map_err(|error| self.wrong(error))
    }
}

/// The rows of a small CSV file, each with its line and read into `R` by the names of its columns, of
/// which `needed` must be there.
fn read_csv<R: serde::de::DeserializeOwned>(
    file: &str,
    needed: &[&str],
    bytes: &[u8],
) -> Result<Vec<(u64, R)>, SeedError> {
    let wrong = |line: u64, problem: String| SeedError::Line { file: file.to_owned(), line, problem };
    let text = csv_text(bytes)
        .map_err(|problem| wrong(problem.line.into(), format!("{}; {}", problem.found, problem.remedy)))?;
    let mut reader = csv::ReaderBuilder::new().trim(csv::Trim::All).flexible(true).from_reader(text);
    let headers = reader.headers().map_err(|error| wrong(1, error.to_string()))?;
    let headers: csv::StringRecord = headers.iter().map(str::to_lowercase).collect();
    if let Some(lacking) = needed.iter().find(|column| !headers.iter().any(|header| header == **column)) {
        return Err(wrong(1, format!("lacks the column {lacking}; it needs {}", needed.join(", "))));
    }
    let mut rows = Vec::new();
    for record in reader.records() {
        let record = record.map_err(|error| wrong(line_of(error.position()), error.to_string()))?;
        let line = line_of(record.position());
        if record.iter().all(str::is_empty) {
            continue;
        }
        let row =
            record.deserialize(Some(&headers)).map_err(|error| wrong(line, in_words(&error, &headers, &record)))?;
        rows.push((line, row));
    }
    Ok(rows)
}

fn line_of(position: Option<&csv::Position>) -> u64 {
    position.map_or(1, csv::Position::line)
}

/// What is wrong with a row, naming the column and what it holds.
fn in_words(error: &csv::Error, headers: &csv::StringRecord, record: &csv::StringRecord) -> String {
    let csv::ErrorKind::Deserialize { err, .. } = error.kind() else { return error.to_string() };
    let at = err.field().and_then(|field| usize::try_from(field).ok());
    let column = at.and_then(|at| headers.get(at)).unwrap_or("a column");
    let value = at.and_then(|at| record.get(at)).unwrap_or_default();
    match err.kind() {
        csv::DeserializeErrorKind::ParseInt(_) => {
            format!("{column} '{value}' is no whole number: write one such as 2011 for a year, 62 for an indicator")
        }
        csv::DeserializeErrorKind::UnexpectedEndOfRow => {
            format!("has {} cells under {} headings: fill in those that are missing", record.len(), headers.len())
        }
        kind => format!("{column} '{value}' is not what it should be ({kind}): mend or clear it"),
    }
}

fn read_file(path: &Path) -> Result<Vec<u8>, SeedError> {
    std::fs::read(path).map_err(|source| SeedError::Open { file: path.display().to_string(), source })
}

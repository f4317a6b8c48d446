//! The facts every run starts from, compiled in from seeds/ and replaceable where they are the
//! user's to replace.

pub mod authorities;
pub mod codes;
pub mod indicators;
pub mod policies;
pub mod tables;
pub mod targets;

use authorities::Authorities;
use codes::CodeLists;
use indicators::IndicatorSeed;
use policies::PolicySeed;
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
    /// The targets that figures are set against.
    pub targets: Targets,
}

/// A seed or a file in its place that cannot be read.
#[derive(Debug, Error)]
pub enum SeedError {
    /// The file cannot be opened.
    #[error("{file} cannot be read: {source}")]
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
        Ok(Seeds {
            authorities: Authorities::built_in()?,
            indicators: indicators::built_in()?,
            policies: policies::built_in()?,
            tables: tables::built_in()?,
            codes: CodeLists::built_in()?,
            targets: Targets::built_in()?,
        })
    }
}

/// The rows of a small CSV file, each read into `R` by the names of its columns.
fn read_csv<R: serde::de::DeserializeOwned>(file: &str, text: &[u8]) -> Result<Vec<(u64, R)>, SeedError> {
    let text = text.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(text);
    let mut reader = csv::ReaderBuilder::new().trim(csv::Trim::All).from_reader(text);
    let headers = reader.headers().cloned().map_err(|error| csv_error(file, &error))?;
    let mut rows = Vec::new();
    for record in reader.records() {
        let record = record.map_err(|error| csv_error(file, &error))?;
        let line = record.position().map_or(0, csv::Position::line);
        if record.iter().all(str::is_empty) {
            continue;
        }
        let row = record.deserialize(Some(&headers)).map_err(|error| csv_error(file, &error))?;
        rows.push((line, row));
    }
    Ok(rows)
}

fn csv_error(file: &str, error: &csv::Error) -> SeedError {
    let line = error.position().map_or(1, csv::Position::line);
    SeedError::Line { file: file.to_owned(), line, problem: error.to_string() }
}

fn read_toml<T: serde::de::DeserializeOwned>(file: &str, text: &str) -> Result<T, SeedError> {
    toml::from_str(text).map_err(|error| SeedError::File { file: file.to_owned(), problem: error.to_string() })
}

fn read_file(path: &std::path::Path) -> Result<Vec<u8>, SeedError> {
    std::fs::read(path).map_err(|source| SeedError::Open { file: path.display().to_string(), source })
}

//! One seed file, or the user's own in its place, read as CSV or TOML.

use crate::fault::plainly;
use crate::text::csv_text;
use std::borrow::Cow;
use std::path::Path;
use thiserror::Error;

/// A seed, or a file in its place, that cannot be used.
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
    /// A line is not valid.
    #[error("{file}, line {line}: {problem}")]
    Line {
        /// The file as it was named.
        file: String,
        /// The line as a spreadsheet shows it.
        line: u64,
        /// What is wrong and how to put it right.
        problem: String,
    },
    /// The file as a whole is not valid.
    #[error("{file}: {problem}")]
    File {
        /// The file as it was named.
        file: String,
        /// What is wrong and how to put it right.
        problem: String,
    },
}

/// A seed's name in messages, and its bytes.
pub(crate) struct SeedFile {
    pub(super) name: String,
    pub(super) bytes: Cow<'static, [u8]>,
}

impl SeedFile {
    /// The file of that name in the folder, where there is one; else what is compiled in.
    pub(super) fn find(folder: Option<&Path>, name: &str, built_in: &'static [u8]) -> Result<SeedFile, SeedError> {
        match folder.map(|folder| folder.join(name)).filter(|path| path.is_file()) {
            Some(path) => Ok(SeedFile { name: path.display().to_string(), bytes: Cow::Owned(read_file(&path)?) }),
            None => Ok(SeedFile { name: format!("seeds/{name}"), bytes: Cow::Borrowed(built_in) }),
        }
    }

    pub(super) fn wrong(&self, problem: impl ToString) -> SeedError {
        SeedError::File { file: self.name.clone(), problem: problem.to_string() }
    }

    /// The file as TOML.
    pub(super) fn toml<T: serde::de::DeserializeOwned>(&self) -> Result<T, SeedError> {
        let text = std::str::from_utf8(&self.bytes).map_err(|error| self.wrong(error))?;
        toml::from_str(text).map_err(|error| self.wrong(error))
    }
}

/// The rows of a small CSV file, each with its line and read into `R` by the names of its columns, of
/// which the `needed` must be there.
pub(crate) fn read_csv<R: serde::de::DeserializeOwned>(
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

pub(super) fn line_of(position: Option<&csv::Position>) -> u64 {
    position.map_or(1, csv::Position::line)
}

/// What is wrong with a row, naming the column and its value.
pub(crate) fn in_words(error: &csv::Error, headers: &csv::StringRecord, record: &csv::StringRecord) -> String {
    let csv::ErrorKind::Deserialize { err, .. } = error.kind() else { return error.to_string() };
    let at = err.field().and_then(|field| usize::try_from(field).ok());
    let column = at.and_then(|at| headers.get(at)).unwrap_or("a column");
    let value = at.and_then(|at| record.get(at)).unwrap_or_default();
    match err.kind() {
        csv::DeserializeErrorKind::ParseInt(_) => {
            format!("{column} '{value}' is not a whole number: write one such as 2011 for a year, 62 for an indicator")
        }
        csv::DeserializeErrorKind::UnexpectedEndOfRow => {
            format!("has {} cells under {} headings: fill in those that are missing", record.len(), headers.len())
        }
        kind => format!("{column} '{value}' is not valid ({kind}): correct or clear it"),
    }
}

pub(super) fn read_file(path: &Path) -> Result<Vec<u8>, SeedError> {
    std::fs::read(path).map_err(|source| SeedError::Open { file: path.display().to_string(), source })
}

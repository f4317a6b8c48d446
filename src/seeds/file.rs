//! One seed file, or the user's own in its place, read as CSV or TOML.

use crate::fault::{Leaf, SystemError};
use crate::text::{csv_text, empty_lines_after};
use miette::Diagnostic;
use std::borrow::Cow;
use std::ops::Range;
use std::path::Path;
use thiserror::Error;
use toml::Spanned;
use toml::de::DeTable;

/// A seed or a file in its place that cannot be read.
#[derive(Debug, Error, Diagnostic)]
pub enum SeedError {
    /// The file cannot be opened.
    #[error("{file} cannot be read")]
    #[diagnostic(help("check the path, and that you may read it"))]
    Open {
        /// The file as it was named.
        file: String,
        /// What the system said.
        source: SystemError,
    },
    /// The file is not TOML, or has keys or values that it should not.
    #[error("{file} is not what it should be")]
    #[diagnostic(help("correct the file there"))]
    Toml {
        /// The file as it was named.
        file: String,
        /// What is wrong, and where.
        source: Box<toml::de::Error>,
    },
    /// A line is not CSV.
    #[error("{file}, line {line}: cannot be read as CSV")]
    #[diagnostic(help("save the file as CSV (UTF-8)"))]
    Csv {
        /// The file as it was named.
        file: String,
        /// The line as a spreadsheet shows it.
        line: u64,
        /// What is wrong.
        source: Leaf<csv::Error>,
    },
    /// A line does not hold what it should.
    #[error("{file}, line {line}: {mistake}")]
    #[diagnostic(forward(mistake))]
    Line {
        /// The file as it was named.
        file: String,
        /// The line as a spreadsheet shows it.
        line: u64,
        /// What is wrong, and what to do about it.
        mistake: Mistake,
    },
    /// The file as a whole is not what it should be.
    #[error("{file}: {mistake}")]
    #[diagnostic(forward(mistake))]
    File {
        /// The file as it was named.
        file: String,
        /// What is wrong, and what to do about it.
        mistake: Mistake,
    },
}

/// A mistake in a file: what is wrong, and what to do about it.
#[derive(Debug, Error, Diagnostic, PartialEq, Eq)]
#[error("{problem}")]
pub struct Mistake {
    problem: String,
    #[help]
    remedy: String,
}

impl Mistake {
    pub(crate) fn new(problem: impl Into<String>, remedy: impl Into<String>) -> Mistake {
        Mistake { problem: problem.into(), remedy: remedy.into() }
    }

    /// The mistake on a line of a file.
    pub(super) fn on_line(self, file: &str, line: u64) -> SeedError {
        SeedError::Line { file: file.to_owned(), line, mistake: self }
    }

    /// The mistake of a file as a whole.
    pub(crate) fn in_file(self, file: &str) -> SeedError {
        SeedError::File { file: file.to_owned(), mistake: self }
    }
}

/// A seed's name in messages, and its bytes.
#[derive(Debug)]
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

    /// The user's own file.
    pub(crate) fn of_user(path: &Path) -> Result<SeedFile, SeedError> {
        Ok(SeedFile { name: path.display().to_string(), bytes: Cow::Owned(read_file(path)?) })
    }

    /// The file as TOML.
    pub(super) fn toml<T: serde::de::DeserializeOwned>(&self) -> Result<T, SeedError> {
        toml::from_str(self.text()?).map_err(|source| self.not_toml(source))
    }

    /// The file as a table of TOML, in which every key and value has its place.
    pub(crate) fn placed_toml(&self) -> Result<DeTable<'_>, SeedError> {
        DeTable::parse(self.text()?).map(Spanned::into_inner).map_err(|source| self.not_toml(source))
    }

    fn text(&self) -> Result<&str, SeedError> {
        std::str::from_utf8(&self.bytes)
            .map_err(|_| Mistake::new("is not text in UTF-8", "save it as UTF-8").in_file(&self.name))
    }

    fn not_toml(&self, source: toml::de::Error) -> SeedError {
        SeedError::Toml { file: self.name.clone(), source: source.into() }
    }

    /// The rows of a small CSV file, as [`read_csv`].
    pub(crate) fn csv<R: serde::de::DeserializeOwned>(&self, needed: &[&str]) -> Result<Vec<(u64, R)>, SeedError> {
        read_csv(&self.name, needed, &self.bytes)
    }

    /// A mistake on a line of the file.
    pub(crate) fn on_line(&self, line: u64, mistake: Mistake) -> SeedError {
        mistake.on_line(&self.name, line)
    }

    /// As it was named.
    pub(crate) fn name(&self) -> &str {
        &self.name
    }

    /// A mistake on the line of a place in the file.
    pub(crate) fn wrong(&self, place: &Range<usize>, mistake: Mistake) -> SeedError {
        mistake.on_line(&self.name, self.line(place))
    }

    /// The line of a place in the file.
    pub(crate) fn line(&self, place: &Range<usize>) -> u64 {
        let before = self.bytes.get(..place.start).unwrap_or_default();
        memchr::memchr_iter(b'\n', before).count() as u64 + 1
    }

    /// What is written at a place in the file.
    pub(crate) fn between(&self, place: &Range<usize>) -> &str {
        self.text().ok().and_then(|text| text.get(place.clone())).unwrap_or_default()
    }

    /// The whole line of a place in the file.
    pub(crate) fn line_at(&self, place: &Range<usize>) -> &str {
        let line = usize::try_from(self.line(place) - 1).unwrap_or(usize::MAX);
        self.text().ok().and_then(|text| text.lines().nth(line)).unwrap_or_default()
    }
}

/// The rows of a small CSV file, each with its line and read into `R` by the names of its columns, of
/// which the `needed` must be there.
pub(crate) fn read_csv<R: serde::de::DeserializeOwned>(
    file: &str,
    needed: &[&str],
    bytes: &[u8],
) -> Result<Vec<(u64, R)>, SeedError> {
    let not_csv = |line: u64, error: csv::Error| SeedError::Csv { file: file.to_owned(), line, source: error.into() };
    let text = csv_text(bytes)
        .map_err(|problem| Mistake::new(problem.found, problem.remedy).on_line(file, problem.line.into()))?;
    let mut reader = csv::ReaderBuilder::new().trim(csv::Trim::All).flexible(true).from_reader(text);
    let mut line = u64::from(empty_lines_after(text, 0)) + 1;
    let headers = reader.headers().map_err(|error| not_csv(line, error))?;
    let headers: csv::StringRecord = headers.iter().map(str::to_lowercase).collect();
    if let Some(lacking) = needed.iter().find(|column| !headers.iter().any(|header| header == **column)) {
        let remedy = format!("the columns needed are {}", needed.join(", "));
        return Err(Mistake::new(format!("lacks the column {lacking}"), remedy).on_line(file, line));
    }
    let mut rows = Vec::new();
    let mut record = csv::StringRecord::new();
    loop {
        let end = usize::try_from(reader.position().byte()).unwrap_or(text.len());
        line += u64::from(empty_lines_after(text, end)) + 1;
        if !reader.read_record(&mut record).map_err(|error| not_csv(line, error))? {
            return Ok(rows);
        }
        if record.iter().all(str::is_empty) {
            continue;
        }
        let row = record
            .deserialize(Some(&headers))
            .map_err(|error| mistake(&error, &headers, &record).on_line(file, line))?;
        rows.push((line, row));
    }
}

/// What is wrong with a row, naming the column and what it holds.
pub fn mistake(error: &csv::Error, headers: &csv::StringRecord, record: &csv::StringRecord) -> Mistake {
    let csv::ErrorKind::Deserialize { err, .. } = error.kind() else {
        return Mistake::new(error.to_string(), "correct the line");
    };
    let at = err.field().and_then(|field| usize::try_from(field).ok());
    let column = at.and_then(|at| headers.get(at)).unwrap_or("a column");
    let value = at.and_then(|at| record.get(at)).unwrap_or_default();
    match err.kind() {
        csv::DeserializeErrorKind::ParseInt(_) => Mistake::new(
            format!("{column} '{value}' is not a whole number"),
            "write one, such as 2011 for a year, 62 for an indicator",
        ),
        csv::DeserializeErrorKind::UnexpectedEndOfRow => Mistake::new(
            format!("has {} cells under {} headings", record.len(), headers.len()),
            "fill in those that are missing",
        ),
        kind => Mistake::new(format!("{column} '{value}' is not what it should be ({kind})"), "correct or clear it"),
    }
}

pub(super) fn read_file(path: &Path) -> Result<Vec<u8>, SeedError> {
    std::fs::read(path).map_err(|source| SeedError::Open { file: path.display().to_string(), source: source.into() })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The line of each row of a list of one column.
    fn lines(text: &str) -> Vec<(u64, String)> {
        #[derive(serde::Deserialize)]
        struct Row {
            name: String,
        }
        let rows = read_csv::<Row>("list.csv", &["name"], text.as_bytes()).unwrap();
        rows.into_iter().map(|(line, row)| (line, row.name)).collect()
    }

    #[test]
    fn lines_are_those_of_a_spreadsheet_however_they_end() {
        let expected = |rows: &[(u64, &str)]| -> Vec<(u64, String)> {
            rows.iter().map(|&(line, name)| (line, name.to_owned())).collect()
        };
        for end in ["\n", "\r\n", "\r"] {
            let listed = ["name", "a", "b", "", "", "c"].join(end);
            assert_eq!(lines(&listed), expected(&[(2, "a"), (3, "b"), (6, "c")]), "{end:?}");
            let with_mark = format!("\u{feff}{end}{listed}{end}{end}");
            assert_eq!(lines(&with_mark), expected(&[(3, "a"), (4, "b"), (7, "c")]), "{end:?}");
            let of_two_lines = format!("d{end}e");
            let quoted = ["name", &format!("\"{of_two_lines}\""), ",", "f"].join(end);
            assert_eq!(lines(&quoted), expected(&[(2, &of_two_lines), (4, "f")]), "{end:?}");
        }
    }

    #[test]
    fn a_mistake_is_on_the_line_that_a_person_sees() {
        #[derive(Debug, serde::Deserialize)]
        struct Row {
            #[allow(dead_code, reason = "it is only read")]
            year: u16,
        }
        for end in ["\n", "\r\n", "\r"] {
            let listed = ["year", "2011", "abc"].join(end);
            let error = read_csv::<Row>("list.csv", &["year"], listed.as_bytes()).unwrap_err().to_string();
            assert!(error.starts_with("list.csv, line 3: year 'abc'"), "{error}");
        }
    }
}

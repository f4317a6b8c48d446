//! `stocktake.toml`: what a user asks for every time, said once, by keys named as the options that they stand for.

mod key;
mod reader;

pub(crate) use key::{DAY_IN_OUT, Key, Text};

use crate::seeds::Seeds;
use crate::seeds::authorities::Authorities;
use crate::seeds::configuration::Configuration;
use crate::seeds::file::{Mistake, SeedError, SeedFile};
use clap::ValueEnum;
use reader::Keys;
use std::ops::Range;
use std::path::{Path, PathBuf};

/// The name by which the file is found in the current folder.
pub(crate) const NAME: &str = "stocktake.toml";
/// What is given in place of a file where none is to be read.
pub(crate) const NO_FILE: &str = "none";

/// A user's settings; where there is no file, nothing is set.
#[derive(Debug, Default)]
pub(crate) struct SettingsFile {
    file: Option<SeedFile>,
    /// What paths are relative to.
    folder: PathBuf,
    keys: Keys,
    policies: Vec<String>,
}

impl SettingsFile {
    /// Reads a file.
    ///
    /// # Errors
    /// Where it cannot be read or is not TOML, a key is not known, or a value is none that it can have.
    pub(crate) fn read(path: &Path) -> Result<SettingsFile, SeedError> {
        let file = SeedFile::of_user(path)?;
        let (keys, policies) = reader::read(&file)?;
        let folder = path.parent().unwrap_or(Path::new("")).to_owned();
        Ok(SettingsFile { file: Some(file), folder, keys, policies })
    }

    /// The file, as it was named; `none` where there is none.
    pub(crate) fn name(&self) -> &str {
        self.file.as_ref().map_or(NO_FILE, |file| file.name())
    }

    /// The text that a key is set to.
    pub(crate) fn text(&self, key: Key) -> Option<&str> {
        self.texts(key)?.first().map(|first| first.text.as_str())
    }

    /// The texts that a key is set to.
    pub(crate) fn texts(&self, key: Key) -> Option<&[Text]> {
        self.keys.get(&key).map(Vec::as_slice)
    }

    /// What a key is set to, of a few words that it can be.
    pub(crate) fn choice<T: ValueEnum>(&self, key: Key) -> Option<T> {
        T::from_str(self.text(key)?, false).ok()
    }

    /// Whether a key is set to `true`.
    pub(crate) fn flag(&self, key: Key) -> Option<bool> {
        self.text(key)?.parse().ok()
    }

    /// The file or folder that a key names.
    ///
    /// # Errors
    /// Where it does not exist.
    pub(crate) fn path(&self, key: Key) -> Result<Option<PathBuf>, SeedError> {
        Ok(self.paths(key)?.and_then(|paths| paths.into_iter().next()))
    }

    /// The files and folders that a key names.
    ///
    /// # Errors
    /// Where one does not exist.
    pub(crate) fn paths(&self, key: Key) -> Result<Option<Vec<PathBuf>>, SeedError> {
        let there = |Text { text, place }: &Text| {
            let path = self.beside(text);
            if path.exists() {
                return Ok(path);
            }
            let remedy = "correct the path, which starts from the folder of this file, or take the line away";
            let problem = format!("{} '{text}' does not exist", key.name());
            Err(self.wrong_at(place, Mistake::new(problem, remedy)))
        };
        self.texts(key).map(|texts| texts.iter().map(there).collect()).transpose()
    }

    /// Where reports go, with `{as_at}` in it where each day has a folder of its own.
    pub(crate) fn out(&self) -> Option<PathBuf> {
        self.text(Key::Out).map(|out| self.beside(out))
    }

    /// A path as it is from the current folder. A backslash is taken as Windows takes it, wherever the file is used.
    pub(crate) fn beside(&self, path: &str) -> PathBuf {
        self.folder.join(if cfg!(windows) { path.to_owned() } else { path.replace('\\', "/") })
    }

    /// The policies, each `NAME=VALUE`.
    pub(crate) fn policies(&self) -> &[String] {
        &self.policies
    }

    /// How figures are compared: the interval, the funnel and the groups.
    ///
    /// # Errors
    /// Where a group is not what it should be.
    pub(crate) fn configuration(&self, authorities: &Authorities) -> Result<Configuration, SeedError> {
        self.file.as_ref().map_or(Ok(Configuration::default()), |file| Configuration::read(file, authorities))
    }

    /// Whether there are headings or codes of the user's own.
    pub(crate) fn has_mapping(&self) -> bool {
        [Key::Columns, Key::Codes].iter().any(|key| self.keys.contains_key(key))
    }

    /// The lists with the user's own headings and codes.
    ///
    /// # Errors
    /// Where a heading or code is not what it should be.
    pub(crate) fn add_mapping(&self, seeds: Seeds) -> Result<Seeds, SeedError> {
        match &self.file {
            Some(file) => seeds.with_mapping_in(file),
            None => Ok(seeds),
        }
    }

    /// Where a key is set: `stocktake.toml, line 3`.
    pub(crate) fn place_of(&self, key: Key) -> String {
        let place = self.texts(key).and_then(<[Text]>::first).map_or(0..0, |first| first.place.clone());
        let line = self.file.as_ref().map_or(1, |file| file.line(&place));
        format!("{}, line {line}", self.name())
    }

    fn wrong_at(&self, place: &Range<usize>, mistake: Mistake) -> SeedError {
        match &self.file {
            Some(file) => file.wrong(place, mistake),
            None => mistake.in_file(NO_FILE),
        }
    }
}

#[cfg(test)]
mod tests;

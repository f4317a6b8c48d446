//! The user's own headings and codes, for every command that reads returns.

use super::error::CliError;
use crate::report::record::{NONE, path_of};
use crate::seeds::Seeds;
use crate::settings_file::SettingsFile;
use std::path::PathBuf;

/// The user's own headings and codes.
#[derive(Debug, Default, clap::Args)]
pub(crate) struct MappingArguments {
    /// Your own headings and codes: TOML, which `stocktake columns` starts for you
    #[arg(long, value_name = "FILE")]
    columns: Option<PathBuf>,
}

impl MappingArguments {
    /// The lists with the user's own headings and codes: those of the file, or those of the settings.
    ///
    /// # Errors
    /// Where the file cannot be read or does not hold what it should.
    pub(crate) fn add_to(&self, seeds: Seeds, settings: &SettingsFile) -> Result<Seeds, CliError> {
        match &self.columns {
            Some(file) => seeds.with_mapping(file).map_err(CliError::new),
            None => settings.add_mapping(seeds).map_err(CliError::new),
        }
    }

    /// The file, for the record.
    pub(crate) fn shown(&self, settings: &SettingsFile) -> String {
        match &self.columns {
            Some(file) => path_of(file),
            None if settings.has_mapping() => settings.name().to_owned(),
            None => NONE.to_owned(),
        }
    }
}

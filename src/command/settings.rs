//! The user's settings, `stocktake.toml`, for every command that reads returns: an option goes before a key.

use super::error::CliError;
use crate::progress::Progress;
use crate::settings_file::{Key, NAME, NO_FILE, SettingsFile};
use std::path::{Path, PathBuf};

/// Which file of settings.
#[derive(Debug, Clone, Default, clap::Args)]
pub(crate) struct SettingsArguments {
    /// Your settings, which `stocktake init` starts for you; none for no file [default: stocktake.toml, if it is in the
    /// current folder]
    #[arg(long, value_name = "FILE")]
    settings: Option<PathBuf>,
}

impl SettingsArguments {
    /// This file.
    pub(crate) fn of(settings: PathBuf) -> SettingsArguments {
        SettingsArguments { settings: Some(settings) }
    }

    /// Reads the file, or that in the current folder, where there is one; which is said.
    ///
    /// # Errors
    /// Where it cannot be read, or something in it is not what it should be.
    pub(crate) fn read(&self, progress: Progress) -> Result<SettingsFile, CliError> {
        let found = || Some(Path::new(NAME)).filter(|path| path.is_file());
        let Some(path) = self.settings.as_deref().or_else(found).filter(|path| *path != Path::new(NO_FILE)) else {
            return Ok(SettingsFile::default());
        };
        let settings = SettingsFile::read(path).map_err(CliError::new)?;
        progress.say(&format!("settings: {}", settings.name()));
        Ok(settings)
    }
}

/// A text that was given, and how it is named where something is wrong with it.
#[derive(Debug)]
pub(crate) struct Said {
    /// The text.
    pub(crate) text: String,
    named: String,
}

impl Said {
    /// A text given with an option.
    pub(crate) fn by_option(option: &str, text: &str) -> Said {
        Said { text: text.to_owned(), named: format!("{option} {text}") }
    }

    /// The text of a key, where it is set.
    pub(crate) fn by_key(key: Key, settings: &SettingsFile) -> Option<Said> {
        let text = settings.text(key)?;
        Some(Said { text: text.to_owned(), named: format!("{}: {} '{text}'", settings.place_of(key), key.name()) })
    }

    /// What is wrong with it, and what to do.
    pub(crate) fn wrong(&self, problem: &str, remedy: impl Into<String>) -> CliError {
        CliError::with_remedy(format!("{} {problem}", self.named), remedy)
    }
}

/// The path given with an option, or that of a key.
///
/// # Errors
/// Where that of the key does not exist.
pub(crate) fn path_or(given: Option<PathBuf>, key: Key, settings: &SettingsFile) -> Result<Option<PathBuf>, CliError> {
    match given {
        Some(given) => Ok(Some(given)),
        None => settings.path(key).map_err(CliError::new),
    }
}

/// The returns given, or those of the settings.
///
/// # Errors
/// Where there are neither, or those of the settings do not exist.
pub(crate) fn returns_or(given: Vec<PathBuf>, settings: &SettingsFile) -> Result<Vec<PathBuf>, CliError> {
    if !given.is_empty() {
        return Ok(given);
    }
    let set = settings.paths(Key::Returns).map_err(CliError::new)?;
    set.filter(|set| !set.is_empty()).ok_or_else(|| {
        CliError::with_remedy(
            "no returns were given",
            format!("give files or folders, or set returns in {NAME}, which `stocktake init RETURNS` starts for you"),
        )
    })
}

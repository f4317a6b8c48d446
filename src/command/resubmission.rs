//! Which of two files of one table, authority and year stands, as it is given on the command line.

use super::error::CliError;
use super::settings::path_or;
use crate::returns::files::{LATEST, Standing};
use crate::settings_file::{Key, SettingsFile};
use std::path::PathBuf;

/// Which files stand.
#[derive(Debug, Clone, Default, clap::Args)]
pub(crate) struct ResubmissionArguments {
    /// Which of two files of one table, authority and year stands: latest, the last in order of path (the time of a file
    /// is not looked at), or the file or folder that does
    #[arg(long, value_name = "latest|PATH")]
    resubmission: Option<PathBuf>,
}

impl ResubmissionArguments {
    /// Which files stand, where that was given or is set.
    ///
    /// # Errors
    /// Where the path does not exist.
    pub(crate) fn standing(self, settings: &SettingsFile) -> Result<Option<Standing>, CliError> {
        let given = match settings.text(Key::Resubmission) {
            Some(LATEST) => self.resubmission.or_else(|| Some(PathBuf::from(LATEST))),
            _ => path_or(self.resubmission, Key::Resubmission, settings)?,
        };
        let Some(given) = given else { return Ok(None) };
        if given.as_os_str() == LATEST {
            Ok(Some(Standing::Latest))
        } else if given.exists() {
            Ok(Some(Standing::Below(given)))
        } else {
            Err(CliError::with_remedy(
                format!("--resubmission {} does not exist", given.display()),
                "write latest, or the file or folder that stands",
            ))
        }
    }
}

//! The columns that stand beside children, for the commands that write tables of children.

use super::error::CliError;
use crate::seeds::Seeds;
use crate::seeds::own_columns::OwnColumns;
use crate::settings_file::{Key, SettingsFile};

/// The columns that stand beside children.
#[derive(Debug, Clone, Default, clap::Args)]
pub(crate) struct OwnColumnArguments {
    /// Columns of header or episodes to show beside children, by their headings
    #[arg(long, value_name = "COLUMN,...", value_delimiter = ',')]
    own_columns: Vec<String>,
}

impl OwnColumnArguments {
    /// Puts the columns given, where some are, in place of those of the settings.
    ///
    /// # Errors
    /// Where one identifies a child.
    pub(crate) fn add_to(&self, seeds: &mut Seeds) -> Result<(), CliError> {
        if !self.own_columns.is_empty() {
            let given = self.own_columns.iter().map(String::as_str);
            seeds.own_columns = OwnColumns::named(given).map_err(CliError::new)?;
        }
        Ok(())
    }
}

/// The columns that the settings name.
///
/// # Errors
/// Where one identifies a child.
pub(super) fn of_settings(settings: &SettingsFile) -> Result<OwnColumns, CliError> {
    let set = settings.texts(Key::OwnColumns).unwrap_or_default().iter().map(|set| set.text.as_str());
    OwnColumns::named(set).map_err(CliError::new)
}

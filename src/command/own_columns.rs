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
    /// Adds the columns given, or those of the settings, to the lists.
    ///
    /// # Errors
    /// Where one identifies a child.
    pub(crate) fn add_to(&self, seeds: &mut Seeds, settings: &SettingsFile) -> Result<(), CliError> {
        let set = settings.texts(Key::OwnColumns).unwrap_or_default().iter().map(|set| set.text.as_str());
        let columns = match self.own_columns.as_slice() {
            [] => OwnColumns::named(set),
            given => OwnColumns::named(given.iter().map(String::as_str)),
        };
        seeds.own_columns = columns.map_err(CliError::new)?;
        Ok(())
    }
}

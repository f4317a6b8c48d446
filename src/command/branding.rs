//! The user's own name, logo and colours, for the commands that make what is put before a board, or make it again.

use super::error::CliError;
use super::settings::{Said, path_or};
use crate::fault::SystemError;
use crate::seeds::Seeds;
use crate::seeds::branding::{Branding, Colours, Logo};
use crate::settings_file::{Key, SettingsFile};
use serde::Deserialize;
use std::path::PathBuf;

/// What stands in a record for what was not given.
const NOTHING: &str = "none";

/// The user's own name, logo and colours.
#[derive(Debug, Clone, Default, clap::Args)]
pub(crate) struct BrandingArguments {
    /// Who shows the report, to be named on pages, slides and the cover of the workbook
    #[arg(long, value_name = "NAME")]
    brand: Option<String>,
    /// A logo for every page and slide, as PNG
    #[arg(long, value_name = "FILE")]
    logo: Option<PathBuf>,
    /// Two colours, as #12436D: of slides' titles and your own figures, and of targets; on pages, of the top
    #[arg(long, value_name = "COLOUR,COLOUR", value_delimiter = ',')]
    colours: Vec<String>,
}

/// What a record says of them.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct RecordedBranding {
    brand: String,
    logo: String,
    colours: Vec<String>,
}

/// What was chosen, with the path of the logo.
#[derive(Debug, Default)]
pub(crate) struct ChosenBranding {
    /// What slides are made with.
    branding: Branding,
    /// The path of the logo.
    logo: Option<PathBuf>,
}

impl BrandingArguments {
    /// What is given, else what is set.
    ///
    /// # Errors
    /// Where a logo or a colour is none.
    pub(crate) fn settled(self, settings: &SettingsFile) -> Result<ChosenBranding, CliError> {
        let said = match self.colours.as_slice() {
            [] => settings.texts(Key::Colours).map(|set| {
                let colours: Vec<String> = set.iter().map(|text| text.text.clone()).collect();
                (format!("{}: {}", settings.place_of(Key::Colours), Key::Colours.name()), colours)
            }),
            given => Some(("--colours".to_owned(), given.to_vec())),
        };
        let logo = path_or(self.logo, Key::Logo, settings)?;
        let name = self.brand.or_else(|| settings.text(Key::Brand).map(str::to_owned));
        of(name, logo, said)
    }

    /// What is given, else what a record says, as far as the logo is still there.
    ///
    /// # Errors
    /// As [`BrandingArguments::settled`].
    pub(crate) fn or_recorded(self, recorded: RecordedBranding) -> Result<ChosenBranding, CliError> {
        let is_said = |text: &String| !text.is_empty() && text != NOTHING;
        let colours = if self.colours.is_empty() { recorded.colours } else { self.colours };
        let logo =
            self.logo.or_else(|| Some(recorded.logo).filter(is_said).map(PathBuf::from).filter(|path| path.is_file()));
        let name = self.brand.or_else(|| Some(recorded.brand).filter(is_said));
        of(name, logo, (!colours.is_empty()).then(|| ("--colours".to_owned(), colours)))
    }
}

fn of(
    name: Option<String>,
    logo: Option<PathBuf>,
    colours: Option<(String, Vec<String>)>,
) -> Result<ChosenBranding, CliError> {
    let colours = colours.map(|(said, colours)| {
        let written: Vec<&str> = colours.iter().map(String::as_str).collect();
        Colours::of(&written).map_err(|mistake| CliError::new(mistake.in_file(&said)))
    });
    let read = logo.as_ref().map(|path| {
        let named = path.display().to_string();
        let bytes = std::fs::read(path).map_err(|source| {
            let said = Said::by_option("--logo", &named);
            said.wrong(&format!("cannot be read: {}", SystemError::from(source)), "give the logo as a PNG")
        })?;
        Logo::of(bytes).map_err(|mistake| CliError::new(mistake.in_file(&named)))
    });
    let name = name.map(|name| name.trim().to_owned()).filter(|name| !name.is_empty());
    let branding = Branding { name, logo: read.transpose()?, colours: colours.transpose()?.unwrap_or_default() };
    Ok(ChosenBranding { branding, logo })
}

impl ChosenBranding {
    /// The name in force, for a record.
    pub(crate) fn name(&self) -> String {
        self.branding.name.clone().unwrap_or_else(|| NOTHING.to_owned())
    }

    /// The path of the logo in force.
    pub(crate) fn logo(&self) -> Option<PathBuf> {
        self.logo.clone()
    }

    /// The colours in force.
    pub(crate) fn colours(&self) -> Vec<String> {
        let Colours { main, second } = &self.branding.colours;
        [main, second].map(|colour| format!("#{colour}")).to_vec()
    }

    /// Puts it among the lists.
    pub(crate) fn add_to(self, seeds: &mut Seeds) {
        seeds.branding = self.branding;
    }
}

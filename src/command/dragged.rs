//! Returns dragged onto the program: the settings that `stocktake init` starts and the report lie beside them, the first page
//! is opened, and the window stays until what it says was read.

mod window;

use super::error::CliError;
use super::outcome::Exit;
use super::{init, run};
use crate::fault::SystemError;
use crate::printing::complain;
use crate::settings_file::{Key, NAME, SettingsFile};
use std::ffi::OsString;
use std::path::{Path, PathBuf};

pub use window::wait;

/// The returns, a folder or a file of them.
#[derive(Debug)]
pub struct Dragged(PathBuf);

impl Dragged {
    /// The one word of a command line that is no command, where something is there by that name.
    pub fn among(words: &[OsString], command_line: &clap::Command) -> Option<Dragged> {
        let [word] = words else { return None };
        let is_command = command_line.get_subcommands().any(|command| command.get_name() == word);
        (!is_command && Path::new(word).exists()).then(|| Dragged(word.into()))
    }

    /// Runs `init`, where there are no settings beside the returns yet, and `run`, and opens the page. `words` are the
    /// command line, for the run record.
    ///
    /// # Errors
    /// Why either could not be run, or that the settings beside the returns are of others.
    pub fn run(self, words: Vec<String>) -> Result<Exit, CliError> {
        let returns = std::path::absolute(&self.0).map_err(|error| {
            let problem = format!("{} cannot be found", self.0.display());
            CliError::with_source(problem, "check the path", SystemError::from(error))
        })?;
        let Some(folder) = returns.parent() else {
            let problem = format!("{} is in no folder, where settings and a report could be", returns.display());
            return Err(CliError::with_remedy(problem, "put the returns into a folder of their own"));
        };
        let settings = folder.join(NAME);
        if settings.is_file() {
            check_that_of(&returns, &settings)?;
        } else {
            init::run(init::Arguments::of(returns, settings.clone()))?;
        }
        let run = run::run(run::Arguments::by(settings.clone()), words).inspect_err(|_| {
            let file = settings.display();
            complain(&format!("What is asked for can be written into {file}; then drag the returns again."));
        })?;
        if let Some(page) = &run.first_page {
            window::open(page);
        }
        Ok(run.exit)
    }
}

/// That settings are of these returns.
fn check_that_of(returns: &Path, settings: &Path) -> Result<(), CliError> {
    let real = |path: &Path| std::fs::canonicalize(path).ok();
    let file = SettingsFile::read(settings).map_err(CliError::new)?;
    let set = file.paths(Key::Returns).map_err(CliError::new)?.unwrap_or_default();
    if set.iter().any(|set| real(set) == real(returns)) {
        return Ok(());
    }
    let problem = format!("{} is there already, and is not of {}", settings.display(), returns.display());
    Err(CliError::with_remedy(
        problem,
        "put the returns into a folder of their own, or add them to returns in that file",
    ))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::command::CommandLine;
    use clap::CommandFactory;

    #[test]
    fn one_word_that_is_there_and_is_no_command_is_dragged() {
        let folder = tempfile::tempdir().unwrap();
        let there = folder.path().as_os_str().to_owned();
        let is_dragged = |words: &[OsString]| Dragged::among(words, &CommandLine::command()).is_some();
        assert!(is_dragged(std::slice::from_ref(&there)));
        assert!(!is_dragged(&[there.clone(), there]));
        assert!(!is_dragged(&[]));
        assert!(!is_dragged(&[folder.path().join("nowhere").into_os_string()]));
        // The tests run where a folder of each of these names could be.
        for command in ["run", "help"] {
            assert!(!is_dragged(&[command.into()]), "{command}");
        }
    }
}

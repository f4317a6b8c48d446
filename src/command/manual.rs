//! `stocktake manual`: the manual page.

use super::error::CliError;
use super::outcome::Exit;
use crate::fault::SystemError;
use crate::printing::print;

/// Print the manual page, in roff
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  stocktake manual > stocktake.1
  man ./stocktake.1")]
pub(crate) struct Arguments {}

/// Prints the manual page of the whole command line.
///
/// # Errors
/// Where the page cannot be made.
pub(crate) fn run(command_line: clap::Command) -> Result<Exit, CliError> {
    let mut text = Vec::new();
    clap_mangen::Man::new(command_line).render(&mut text).map_err(|error| {
        CliError::with_source(
            "the manual page cannot be made",
            "report it to whoever gave you the program",
            SystemError::from(error),
        )
    })?;
    print(&String::from_utf8_lossy(&text));
    Ok(Exit::Done)
}

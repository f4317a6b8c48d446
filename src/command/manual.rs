//! `stocktake manual`: the manual page.

use super::CommandLine;
use super::outcome::{Ending, Stopped, print};
use clap::CommandFactory;

/// Print the manual page, in roff
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  stocktake manual > stocktake.1
  man ./stocktake.1")]
pub struct Arguments {}

/// Prints the manual page.
///
/// # Errors
/// Where the page cannot be made.
pub fn carry_out(_arguments: &Arguments) -> Result<Ending, Stopped> {
    let mut text = Vec::new();
    clap_mangen::Man::new(CommandLine::command()).render(&mut text).map_err(Stopped::because)?;
    print(&String::from_utf8_lossy(&text));
    Ok(Ending::Done)
}

//! `stocktake completions`: completions for a shell.

use super::error::CliError;
use super::outcome::Exit;
use crate::printing::print;
use clap_complete::Shell;

/// Print completions for a shell
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  mkdir -p ~/.local/share/bash-completion/completions
  stocktake completions bash \\
    > ~/.local/share/bash-completion/completions/stocktake")]
pub(crate) struct Arguments {
    /// The shell
    shell: Shell,
}

/// Prints the completions of the whole command line.
///
/// # Errors
/// None: it returns what every command returns.
pub(crate) fn run(arguments: &Arguments, command_line: &mut clap::Command) -> Result<Exit, CliError> {
    let mut text = Vec::new();
    clap_complete::generate(arguments.shell, command_line, "stocktake", &mut text);
    print(&String::from_utf8_lossy(&text));
    Ok(Exit::Done)
}

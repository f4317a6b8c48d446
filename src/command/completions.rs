//! `stocktake completions`: completions for a shell.

use super::CommandLine;
use super::outcome::{Ending, Stopped, print};
use clap::CommandFactory;
use clap_complete::Shell;

/// Print completions for a shell
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  mkdir -p ~/.local/share/bash-completion/completions
  stocktake completions bash \\
    > ~/.local/share/bash-completion/completions/stocktake")]
pub struct Arguments {
    /// The shell
    shell: Shell,
}

/// Prints the completions.
///
/// # Errors
/// None; the form is that of every command.
pub fn carry_out(arguments: &Arguments) -> Result<Ending, Stopped> {
    let mut text = Vec::new();
    clap_complete::generate(arguments.shell, &mut CommandLine::command(), "stocktake", &mut text);
    print(&String::from_utf8_lossy(&text));
    Ok(Ending::Done)
}

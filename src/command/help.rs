//! `stocktake help`: a page of the papers, or the help of a command.

use super::error::CliError;
use super::outcome::{Exit, print};
use crate::lines::hanging;
use crate::papers::{PAGES, as_printed, page};

/// Print a page of the papers, or the help of a command
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  stocktake help
  stocktake help quarter
  stocktake help run

Without a topic, the commands and the pages are listed.")]
pub(crate) struct Arguments {
    /// A page or a command [default: what there is]
    topic: Option<String>,
}

/// Prints what was asked for.
///
/// # Errors
/// Where there is no such page and no such command.
pub(crate) fn run(arguments: &Arguments, mut command_line: clap::Command) -> Result<Exit, CliError> {
    command_line.build();
    let text = match &arguments.topic {
        None => format!("{}\n{}", command_line.render_long_help(), list_of_pages()),
        Some(topic) => match (command_line.find_subcommand_mut(topic), page(topic)) {
            (Some(command), _) => command.render_long_help().to_string(),
            (None, Some(page)) => as_printed(page.text),
            (None, None) => {
                return Err(CliError::with_remedy(
                    format!("there is no page or command {topic}"),
                    "`stocktake help` lists them all",
                ));
            }
        },
    };
    print(&text)?;
    Ok(Exit::Done)
}

fn list_of_pages() -> String {
    let lines = PAGES.map(|page| hanging(&format!("  {}  ", page.name), page.title(), 15));
    format!("Pages, for `stocktake help PAGE`:\n{}", lines.concat())
}

//! `stocktake help`: a page of the papers, the help of a command, or the definition of an indicator.

use super::error::CliError;
use super::indicators;
use super::outcome::{Exit, print};
use crate::likeness::{LIKELY, likeness};
use crate::lines::hanging;
use crate::papers::{PAGES, as_printed, page};
use crate::wording::counts::either;
use std::cmp::Reverse;

/// Print a page of the papers, the help of a command, or an indicator's definition
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  stocktake help
  stocktake help quarter
  stocktake help run
  stocktake help NI63

Without a topic, the commands and the pages are listed.")]
pub(crate) struct Arguments {
    /// A page, a command or an indicator [default: what there is]
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
                if let Some(text) = indicators::of_topic(topic)? {
                    return print(&text).map(|()| Exit::Done);
                }
                let commands: Vec<String> =
                    command_line.get_subcommands().map(|command| command.get_name().to_owned()).collect();
                let names = commands.iter().map(String::as_str).chain(PAGES.map(|page| page.name));
                let remedy = match nearest(topic, names).as_slice() {
                    [] => "`stocktake help` lists them all".to_owned(),
                    near => format!("did you mean {}? `stocktake help` lists them all", either(near)),
                };
                return Err(CliError::with_remedy(format!("there is no page or command {topic}"), remedy));
            }
        },
    };
    print(&text)?;
    Ok(Exit::Done)
}

/// The topics that a word is most like: those that begin as it does, or that few letters part from it, the nearest first.
fn nearest<'names>(word: &str, names: impl Iterator<Item = &'names str>) -> Vec<&'names str> {
    const MOST: usize = 3;
    const LETTERS: usize = 4;
    let start = |name: &str| name.chars().take(LETTERS).collect::<String>();
    let word = word.to_lowercase();
    let like = |name: &'names str| {
        let is_like = likeness(&word, name) >= LIKELY || word.chars().count() >= LETTERS && start(name) == start(&word);
        is_like.then(|| (Reverse(likeness(&word, name)), name))
    };
    let mut near: Vec<_> = names.filter_map(like).collect();
    near.sort();
    near.into_iter().map(|(_, name)| name).take(MOST).collect()
}

fn list_of_pages() -> String {
    let lines = PAGES.map(|page| hanging(&format!("  {}  ", page.name), page.title(), 15));
    format!("Pages, for `stocktake help PAGE`:\n{}", lines.concat())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_that_is_nearly_a_topic_leads_to_it() {
        let near = |word| nearest(word, ["run", "publishing", "profiles", "checking", "check", "quarter"].into_iter());
        assert_eq!(near("publish"), ["publishing"]);
        assert_eq!(near("Checks"), ["check", "checking"]);
        assert_eq!(near("quater"), ["quarter"]);
        assert!(near("disclosure").is_empty() && near("r").is_empty());
    }
}

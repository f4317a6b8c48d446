//! What to say of an option that a command does not have and another has, and of a word that is no command.

use clap::builder::StyledStr;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use std::path::Path;

/// The error, with what is known of the word that it is about.
pub(super) fn with_tip(mut error: clap::Error, command_line: &clap::Command) -> clap::Error {
    let tip = match (error.kind(), error.get(ContextKind::InvalidArg), error.get(ContextKind::InvalidSubcommand)) {
        (ErrorKind::UnknownArgument, Some(ContextValue::String(option)), _) => of_option(option, command_line),
        (ErrorKind::InvalidSubcommand, _, Some(ContextValue::String(word))) => Some(of_word(word)),
        _ => None,
    };
    if let Some(tip) = tip {
        error.insert(ContextKind::Suggested, ContextValue::StyledStrs(vec![StyledStr::from(tip)]));
    }
    error
}

/// The commands that have the option, in place of the advice to write it as a value.
fn of_option(option: &str, command_line: &clap::Command) -> Option<String> {
    let having = having(option, command_line);
    let first = having.first()?;
    let commands = having.iter().map(|name| format!("`stocktake {name}`")).collect::<Vec<_>>().join(" and ");
    let verb = if having.len() == 1 { "takes" } else { "take" };
    Some(format!("{commands} {verb} '{option}'; `stocktake help {first}` says how"))
}

/// Whether returns may be meant: by themselves they are taken as if they were dragged onto the program.
fn of_word(word: &str) -> String {
    match Path::new(word).exists() {
        true => format!("returns are given to a command: `stocktake run {word}`"),
        false => format!("if returns are meant, there is no file or folder '{word}': check the path"),
    }
}

/// The commands that have an option.
fn having(option: &str, command_line: &clap::Command) -> Vec<String> {
    let Some(long) = option.strip_prefix("--") else { return Vec::new() };
    let has = |command: &&clap::Command| command.get_arguments().any(|argument| argument.get_long() == Some(long));
    command_line.get_subcommands().filter(has).map(|command| command.get_name().to_owned()).collect()
}

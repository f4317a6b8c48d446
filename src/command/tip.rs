//! What to say of an option that a command does not have and another has.

use clap::builder::StyledStr;
use clap::error::{ContextKind, ContextValue, ErrorKind};

/// The error, with the commands that have the option in place of the advice to write it as a value.
pub(super) fn with_tip(mut error: clap::Error, command_line: &clap::Command) -> clap::Error {
    let Some(ContextValue::String(option)) = error.get(ContextKind::InvalidArg) else { return error };
    let having = having(option, command_line);
    if error.kind() != ErrorKind::UnknownArgument || having.is_empty() {
        return error;
    }
    let commands = having.iter().map(|name| format!("`stocktake {name}`")).collect::<Vec<_>>().join(" and ");
    let verb = if having.len() == 1 { "takes" } else { "take" };
    let tip = format!("{commands} {verb} '{option}'; `stocktake help {}` says how", having[0]);
    let tip = StyledStr::from(tip);
    error.insert(ContextKind::Suggested, ContextValue::StyledStrs(vec![tip]));
    error
}

/// The commands that have an option.
fn having(option: &str, command_line: &clap::Command) -> Vec<String> {
    let Some(long) = option.strip_prefix("--") else { return Vec::new() };
    let has = |command: &&clap::Command| command.get_arguments().any(|argument| argument.get_long() == Some(long));
    command_line.get_subcommands().filter(has).map(|command| command.get_name().to_owned()).collect()
}

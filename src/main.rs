//! The program: reads the command line, runs the command and reports how it ended.

use clap::Parser;
use miette::MietteHandlerOpts;
use std::io::{ErrorKind, Write};
use std::process::ExitCode;
use stocktake::command::CommandLine;
use stocktake::fault::{self, SystemError};
use stocktake::progress::tell;

fn main() -> ExitCode {
    fault::set_panic_hook();
    fault::take_limits_as_errors();
    print_errors_unwrapped();
    let command_line = match CommandLine::try_parse() {
        Ok(command_line) => command_line,
        Err(words) => return print(&words),
    };
    let words = std::env::args_os().skip(1).map(|word| word.to_string_lossy().into_owned()).collect();
    match command_line.run(words) {
        Ok(exit) => exit.into(),
        Err(error) => {
            tell(&format!("{:?}", miette::Report::new(error)));
            ExitCode::from(2)
        }
    }
}

/// Prints what the command line asks for by itself, such as help, or what is wrong with it.
fn print(words: &clap::Error) -> ExitCode {
    match words.print().and_then(|()| std::io::stdout().flush()) {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => {
            tell(&format!("what is printed (standard output) cannot be written: {}", SystemError::from(error)));
            ExitCode::from(2)
        }
        _ => ExitCode::from(u8::try_from(words.exit_code()).unwrap_or(2)),
    }
}

/// Leaves line breaks to the terminal, so that a long path can be copied whole.
fn print_errors_unwrapped() {
    // It fails only where a handler is set already, which prints the same in more lines.
    let _ = miette::set_hook(Box::new(|_| Box::new(MietteHandlerOpts::new().wrap_lines(false).build())));
}

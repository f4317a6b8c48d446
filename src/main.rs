//! The program: reads the command line, runs the command and reports how it ended.

use clap::CommandFactory;
use miette::MietteHandlerOpts;
use mimalloc::MiMalloc;
use std::ffi::OsString;
use std::process::ExitCode;
use stocktake::command::CommandLine;
use stocktake::command::dragged::{self, Dragged};
use stocktake::command::error::{CliError, Printable};
use stocktake::command::outcome::Exit;
use stocktake::fault;
use stocktake::printing::complain;

/// A report is made of very many small pieces of text, which this hands out sooner than the system does.
#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

fn main() -> ExitCode {
    fault::set_panic_hook();
    fault::take_limits_as_errors();
    print_errors_unwrapped();
    let given: Vec<OsString> = std::env::args_os().skip(1).collect();
    let words = given.iter().map(|word| word.to_string_lossy().into_owned()).collect();
    if let Some(dragged) = Dragged::among(&given, &CommandLine::command()) {
        let code = code(dragged.run(words));
        dragged::wait();
        return code;
    }
    match CommandLine::understood() {
        Ok(command_line) => code(command_line.run(words)),
        Err(exit) => exit,
    }
}

/// The code that the program ends with, after it has said why nothing could be done.
fn code(ended: Result<Exit, CliError>) -> ExitCode {
    match ended {
        Ok(exit) => exit.into(),
        Err(error) => {
            complain(&format!("{:?}", miette::Report::new(Printable::from(error))));
            ExitCode::from(2)
        }
    }
}

/// Leaves line breaks to the terminal, so that a long path can be copied whole.
fn print_errors_unwrapped() {
    // It fails only where a handler is set already, which prints the same in more lines.
    let _ = miette::set_hook(Box::new(|_| Box::new(MietteHandlerOpts::new().wrap_lines(false).build())));
}

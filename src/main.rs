//! The program: reads the command line, runs the command and reports how it ended.

use miette::MietteHandlerOpts;
use std::process::ExitCode;
use stocktake::command::CommandLine;
use stocktake::command::error::Printable;
use stocktake::fault;
use stocktake::printing::complain;

fn main() -> ExitCode {
    fault::set_panic_hook();
    fault::take_limits_as_errors();
    print_errors_unwrapped();
    let command_line = match CommandLine::understood() {
        Ok(command_line) => command_line,
        Err(exit) => return exit,
    };
    let words = std::env::args_os().skip(1).map(|word| word.to_string_lossy().into_owned()).collect();
    match command_line.run(words) {
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

//! The program: reads the command line, carries the command out, says how it ended.

use clap::Parser;
use miette::MietteHandlerOpts;
use std::process::ExitCode;
use stocktake::command::CommandLine;
use stocktake::fault;

fn main() -> ExitCode {
    fault::say_what_to_do();
    say_what_stopped_in_one_piece();
    let command_line = CommandLine::parse();
    let words = std::env::args_os().skip(1).map(|word| word.to_string_lossy().into_owned()).collect();
    match command_line.run(words) {
        Ok(exit) => exit.into(),
        Err(error) => {
            eprintln!("{:?}", miette::Report::new(error));
            ExitCode::from(2)
        }
    }
}

/// Leaves it to the terminal where a line ends, so that a long path can be copied whole. Another handler in force already
/// says as much, in more lines.
fn say_what_stopped_in_one_piece() {
    let _ = miette::set_hook(Box::new(|_| Box::new(MietteHandlerOpts::new().wrap_lines(false).build())));
}

//! The program: reads the command line, carries the command out, says how it ended.

use clap::Parser;
use std::process::ExitCode;
use stocktake::command::CommandLine;
use stocktake::fault;

fn main() -> ExitCode {
    fault::say_what_to_do();
    let command_line = CommandLine::parse();
    let words = std::env::args_os().skip(1).map(|word| word.to_string_lossy().into_owned()).collect();
    match command_line.carry_out(words) {
        Ok(ending) => ending.into(),
        Err(stopped) => {
            eprintln!("{:?}", miette::Report::new(stopped));
            ExitCode::from(2)
        }
    }
}

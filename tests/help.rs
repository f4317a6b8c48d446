//! `stocktake --help` and that of every command: the examples can be run, and the text fits a terminal.

use crate::folder::{copy, data, said, stocktake};
use clap::CommandFactory;
use std::path::Path;
use std::process::Command;
use stocktake::command::CommandLine;

/// The command line itself and every command.
fn commands() -> Vec<String> {
    let all = CommandLine::command();
    let named = all.get_subcommands().map(|command| command.get_name().to_owned());
    std::iter::once(String::new()).chain(named).collect()
}

/// The help of a command on a terminal so many columns wide.
fn help(command: &str, columns: usize) -> String {
    let words = [command, "--help"].into_iter().filter(|word| !word.is_empty());
    let text = said(stocktake(Path::new(".")).env("COLUMNS", columns.to_string()).args(words), 0).0;
    // What the program's file is called on Windows.
    text.replace("stocktake.exe", "stocktake")
}

/// The examples of a help text, each as a shell reads it, over one line or two.
fn examples(help: &str) -> Vec<String> {
    let (_, after) = help.split_once("Examples:\n").unwrap_or_else(|| panic!("no examples: {help}"));
    let block = after.split("\n\n").next().unwrap();
    block.replace("\\\n", " ").lines().map(|line| line.trim().to_owned()).collect()
}

/// Whether an example needs files of the user's own, or a person to read a page.
fn is_left_out(example: &str) -> bool {
    example.split_whitespace().any(|word| word.starts_with("my-")) || example.starts_with("man ")
}

/// Runs an example as a shell does, in a folder in which the program is called `stocktake`.
fn run(example: &str, folder: &Path) {
    let program = Path::new(env!("CARGO_BIN_EXE_stocktake")).parent().unwrap();
    let path = format!("{}:{}", program.display(), std::env::var("PATH").unwrap());
    let mut shell = Command::new("sh");
    let output =
        shell.args(["-c", example]).current_dir(folder).env("PATH", path).env("HOME", folder).output().unwrap();
    let error = String::from_utf8_lossy(&output.stderr);
    assert!(matches!(output.status.code(), Some(0 | 1)), "{example}: {error}");
    // Code 1 says what a command found: only where one is asked to say that two runs differ.
    assert!(output.status.success() || example.contains("compare"), "{example}: {error}");
}

/// Runs examples, one after another, in a fresh folder with the project's own returns and what else is put there.
fn run_in_a_fresh_folder(examples: &[String], put: fn(&Path, &[String])) {
    let folder = tempfile::tempdir().unwrap();
    copy(&data(), &folder.path().join("data"));
    put(folder.path(), examples);
    examples.iter().for_each(|example| run(example, folder.path()));
}

/// Runs lists of examples, each list in a folder of its own, in which `put` puts what its examples ask for.
pub fn run_all(lists: &[Vec<String>], put: fn(&Path, &[String])) {
    std::thread::scope(|scope| {
        // Two at a time: most of them work on both cores.
        for half in lists.chunks(lists.len().div_ceil(2)) {
            scope.spawn(|| half.iter().for_each(|examples| run_in_a_fresh_folder(examples, put)));
        }
    });
}

#[test]
#[cfg(unix)]
fn every_example_that_needs_no_file_of_the_users_can_be_run() {
    let without_others = |mut examples: Vec<String>| {
        examples.retain(|example| !is_left_out(example));
        examples
    };
    let lists: Vec<_> = commands().iter().map(|command| without_others(examples(&help(command, 100)))).collect();
    run_all(&lists, |_, _| {});
}

#[test]
fn every_help_fits_a_terminal_with_its_examples_whole() {
    for command in commands() {
        let (wide, narrow) = (help(&command, 100), help(&command, 80));
        // What clap makes of the usage it leaves in one piece.
        let lines = || narrow.lines().filter(|line| !line.starts_with("Usage: "));
        assert!(lines().all(|line| line.chars().count() <= 80), "{narrow}");
        assert_eq!(examples(&wide), examples(&narrow), "{command}");
        let words = |text: &str| text.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
        assert_eq!(words(&wide), words(&narrow), "{command}");
    }
}

#[test]
fn help_prints_a_page_or_a_command_and_lists_both() {
    let asked =
        |topic: &str, code: i32| said(stocktake(Path::new(".")).arg("help").args(topic.split_whitespace()), code);
    let (all, _) = asked("", 0);
    assert!(all.contains("  worklist ") && all.contains("\n  quarter      The quarter\n"), "{all}");
    assert!(asked("quarter", 0).0.starts_with("The quarter\n\nOnce: the settings\n"));
    assert_eq!(asked("run", 0).0.trim_end(), help("run", 100).trim_end());
    let (_, error) = asked("nothing", 2);
    assert!(
        error.contains("there is no page or command nothing") && error.contains("`stocktake help` lists"),
        "{error}"
    );
}

#[test]
fn paragraphs_are_wrapped_once() {
    for command in commands() {
        let narrow = help(&command, 60);
        let Some((_, after)) = narrow.split_once("Examples:\n") else { continue };
        for paragraph in after.split("\n\n").skip(1) {
            let lines: Vec<&str> = paragraph.trim_end().lines().collect();
            for pair in lines.windows(2) {
                let next = pair[1].split(' ').next().unwrap();
                assert!(pair[0].chars().count() + 1 + next.chars().count() > 60, "{command}: {}|{}", pair[0], pair[1]);
            }
        }
    }
}

#[test]
fn both_ways_to_write_a_day_are_given() {
    for command in ["run", "explain"] {
        assert!(help(command, 100).contains("as 2011-03-31 or 31/03/2011"), "{command}");
    }
}

#[test]
fn an_option_of_another_command_and_an_indicator_lead_to_what_has_them() {
    let asked = |arguments: &str, code: i32| said(stocktake(Path::new(".")).args(arguments.split(' ')), code);
    let (_, error) = asked("run data --indicator NI63", 2);
    let tip = "tip: `stocktake show` and `stocktake explain` take '--indicator'; `stocktake help show` says how";
    assert!(error.contains(tip) && !error.contains("as a value"), "{error}");
    let (_, error) = asked("run data --child 4", 2);
    assert!(error.contains("tip: `stocktake explain` takes '--child'"), "{error}");
    let (_, error) = asked("run data --no-such", 2);
    assert!(!error.contains("`stocktake "), "{error}");
    let (out, _) = asked("help NI63", 0);
    assert!(out.starts_with("NI 63  ") && out.contains("`stocktake show REPORT --indicator 63`"), "{out}");
    let (_, error) = asked("help 60", 2);
    assert!(error.contains("there is no page or command 60"), "{error}");
}

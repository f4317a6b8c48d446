//! docs/troubles.md has a line for each message of the program that names a remedy.

use super::{cells, in_project, page};
use std::collections::BTreeSet;
use std::fs;

/// The text of a literal, and what follows it.
fn literal(source: &str) -> Option<(String, &str)> {
    let (_, source) = source.split_once('"')?;
    let mut text = String::new();
    let mut signs = source.char_indices();
    while let Some((at, sign)) = signs.next() {
        match sign {
            '"' => return Some((text, &source[at + 1..])),
            '\\' => match signs.next() {
                // A line that goes on: its end, and the spaces before the next, are not part of the text.
                Some((_, '\n')) => text.push('\n'),
                Some((_, sign)) => text.push(sign),
                None => return None,
            },
            _ => text.push(sign),
        }
    }
    None
}

/// The text as a person reads it, with `…` for what differs from one time to the next.
fn as_read(text: &str) -> String {
    let lines: Vec<&str> = text.lines().map(str::trim_start).collect();
    let mut pieces = lines.concat();
    while let Some((start, end)) = pieces.find('{').zip(pieces.find('}')) {
        pieces.replace_range(start..=end, "…");
    }
    pieces
}

/// What makes a message and its remedy from two texts in a row.
const CALLS: [&str; 4] = ["Problem::at_top(", "CliError::with_remedy(", "CliError::with_source(", "Mistake::new("];

/// The literal that a source begins with, perhaps in `format!`, and what follows it.
fn at_once(source: &str) -> Option<(String, &str)> {
    let source = source.trim_start();
    let source = source.strip_prefix("format!(").unwrap_or(source).trim_start();
    if source.starts_with('"') { literal(source) } else { None }
}

/// The messages that are made in calls, each with its remedy.
fn in_calls(source: &str) -> Vec<(String, String)> {
    let calls = CALLS.iter().flat_map(|call| source.split(call).skip(1));
    let messages = calls.filter_map(|arguments| {
        let (message, rest) = at_once(arguments)?;
        // Between the two stand at most what the first is filled with, and a comma.
        let (between, _) = rest.split_once('"')?;
        let is_next = between.trim_end().trim_end_matches("format!(").trim_end().ends_with(',');
        let (remedy, _) = literal(rest).filter(|_| is_next && !between.contains(';'))?;
        Some((message, remedy))
    });
    messages.collect()
}

/// The messages of errors that have a remedy of their own, each with it.
fn in_errors(source: &str) -> Vec<(String, String)> {
    let errors = source.split("#[error(").skip(1).filter_map(literal);
    let messages = errors.filter_map(|(message, rest)| {
        // What is said of the next message belongs to that one.
        let rest = rest.split("#[error(").next()?;
        let (remedy, _) = literal(rest.split_once("#[diagnostic(help(")?.1)?;
        Some((message, remedy))
    });
    messages.collect()
}

/// The messages of a source file that have a remedy, each with it.
fn with_remedies(source: &str) -> Vec<(String, String)> {
    let source = source.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default();
    let messages = in_errors(source).into_iter().chain(in_calls(source));
    messages.map(|(message, remedy)| (as_read(&message), as_read(&remedy))).collect()
}

/// The names of the rules of cleaning, each with its remedy.
fn rules() -> Vec<(String, String)> {
    let source = fs::read_to_string(in_project("src/returns/finding.rs")).unwrap();
    let (_, mut rest) = source.split_once("    rules! {\n").unwrap();
    let mut rules = Vec::new();
    while let Some((name, after)) = literal(rest) {
        let Some((remedy, after)) = literal(after) else { break };
        rules.push((name, remedy));
        rest = after;
    }
    rules
}

#[test]
fn every_message_and_every_rule_has_its_line() {
    let page = page("troubles.md");
    let there: BTreeSet<(String, String)> = cells(&page).map(|row| (row[0].clone(), row[1].clone())).collect();
    let sources = walkdir::WalkDir::new(in_project("src")).into_iter().filter_map(Result::ok);
    let sources = sources.filter(|entry| entry.path().extension().is_some_and(|end| end == "rs"));
    let messages: BTreeSet<_> = sources
        .flat_map(|entry| with_remedies(&fs::read_to_string(entry.path()).unwrap()))
        .chain(rules())
        .map(|(message, remedy)| (message.replace('`', ""), remedy.replace('`', "")))
        .collect();
    assert!(messages.len() > 100, "{messages:?}");
    let lacking = messages.difference(&there).map(|(message, remedy)| format!("| {message} | {remedy} |"));
    let lacking: Vec<_> = lacking.collect();
    assert!(lacking.is_empty(), "docs/troubles.md lacks these lines:\n{}", lacking.join("\n"));
}

#[test]
fn a_message_is_read_over_lines_with_its_own_remedy() {
    let source = "#[error(\"{path} is \\\n    no \\\"file\\\"\")]\n#[diagnostic(help(\n\"look at {0}\"\n))]\nA,\n\
                  #[error(transparent)]\nB,\n#[error(\"none\")]\nC,\n#[error(\"last\")]\n#[diagnostic(help(\"go on\"))]\n\
                  Mistake::new(format!(\"no {word}\", word), \"give one\");\nMistake::new(\"one\", remedy);\nlet two = \"two\";\n";
    let expected = [("… is no \"file\"", "look at …"), ("last", "go on"), ("no …", "give one")];
    assert_eq!(with_remedies(source), expected.map(|(message, remedy)| (message.to_owned(), remedy.to_owned())));
}

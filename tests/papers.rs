//! README.md and the pages of docs/: they say what is there, and every command in them can be run.

mod messages;
mod own;
mod tables;

use crate::folder::data;
use crate::help::run_all;
use clap::CommandFactory;
use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;
use stocktake::command::CommandLine;

/// A file of the project, by its path in it.
fn in_project(path: &str) -> PathBuf {
    data().join("..").join(path)
}

/// A page of docs/.
fn page(name: &str) -> String {
    fs::read_to_string(in_project("docs").join(name)).unwrap()
}

/// README.md and every page of docs/, by path.
fn papers() -> BTreeMap<String, String> {
    let of_docs = fs::read_dir(in_project("docs")).unwrap().map(|entry| entry.unwrap().file_name());
    let names = of_docs.map(|name| name.into_string().unwrap()).filter(|name| name.ends_with(".md"));
    let mut papers: BTreeMap<String, String> = names.map(|name| (format!("docs/{name}"), page(&name))).collect();
    papers.insert("README.md".to_owned(), fs::read_to_string(in_project("README.md")).unwrap());
    papers
}

/// How a page calls the program: where it is on the path, in the archive's own folder, and in the source's.
const PROGRAM: [&str; 3] = ["stocktake ", "./stocktake ", "cargo run -- "];

/// The commands of the program in a page, each as a shell reads it.
fn commands(page: &str) -> Vec<String> {
    let page = page.replace("\\\n", " ");
    let words = page.lines().filter_map(|line| PROGRAM.iter().find_map(|program| line.strip_prefix(program)));
    words.map(|words| format!("stocktake {words}")).collect()
}

/// The lines of a page between fences that say no language: what is typed.
fn typed(page: &str) -> Vec<String> {
    let blocks = page.split("\n```").skip(1).step_by(2).filter_map(|block| block.strip_prefix('\n'));
    blocks.flat_map(|block| block.replace("\\\n", " ").lines().map(str::to_owned).collect::<Vec<_>>()).collect()
}

/// The cells of the rows of a page's tables, without the marks of code.
fn cells(page: &str) -> impl Iterator<Item = Vec<String>> {
    let rows = page.lines().filter(|line| line.starts_with("| "));
    rows.map(|row| row.trim_matches('|').split(" | ").map(|cell| cell.trim().replace('`', "")).collect())
}

#[test]
#[cfg(unix)]
fn every_command_can_be_run() {
    let lists: Vec<_> = papers().values().map(|page| commands(page)).filter(|list| !list.is_empty()).collect();
    assert!(lists.len() > 5, "{lists:?}");
    run_all(&lists, own::put);
}

/// Where the commands that build the program are run: each stands in one of these, as it is typed.
const GATES: [&str; 2] = [".ci/run", ".ci/release"];

#[test]
fn every_command_that_builds_is_run_by_a_gate_and_every_other_is_one_of_the_program() {
    let gates = GATES.map(|gate| fs::read_to_string(in_project(gate)).unwrap());
    for (path, page) in papers() {
        for line in typed(&page).iter().filter(|line| !PROGRAM.iter().any(|program| line.starts_with(program))) {
            assert!(gates.iter().any(|gate| gate.lines().any(|run| run.trim() == line)), "{path}: nothing runs {line}");
        }
    }
}

#[test]
fn every_command_within_a_sentence_is_one_of_the_program() {
    let program = CommandLine::command();
    for (path, page) in papers() {
        for words in page.split('`').skip(1).step_by(2).filter_map(|code| code.strip_prefix("stocktake ")) {
            let command = words.split(' ').next().unwrap();
            let is_option = ["--help", "--version"].contains(&command);
            assert!(is_option || program.find_subcommand(command).is_some(), "{path}: stocktake {words}");
        }
    }
}

#[test]
fn every_page_is_in_the_summary_and_every_link_leads_to_a_file() {
    let summary = page("SUMMARY.md");
    for (path, text) in papers() {
        if let Some(name) = path.strip_prefix("docs/").filter(|name| *name != "SUMMARY.md") {
            assert!(summary.contains(&format!("]({name})")), "docs/SUMMARY.md lacks {name}");
        }
        let folder = in_project(&path).parent().unwrap().to_owned();
        for link in text.split("](").skip(1).filter_map(|rest| rest.split(')').next()) {
            let file = link.split('#').next().unwrap();
            let leads = file.is_empty() || file.starts_with("http") || folder.join(file).exists();
            assert!(leads, "{path} links to {link}, which is not there");
        }
    }
}

#[test]
fn the_readme_is_two_screens_and_has_the_two_commands() {
    let readme = &papers()["README.md"];
    assert!(readme.lines().count() <= 100, "README.md has {} lines", readme.lines().count());
    for command in ["cargo run -- run data --as-at 2011-03-31 --out reports", "cargo test"] {
        assert!(readme.lines().any(|line| line == command), "{command}");
    }
}

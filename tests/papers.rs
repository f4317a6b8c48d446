//! README.md and the pages of docs/: they say what is there, and every command in them can be run.

mod messages;
mod tables;

use crate::folder::data;
use crate::help::run_all;
use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

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

/// The commands of a page, each as a shell reads it; `cargo run --` is the program too.
fn commands(page: &str) -> Vec<String> {
    let page = page.replace("\\\n", " ");
    let lines = page.lines().map(|line| match line.strip_prefix("cargo run -- ") {
        Some(words) => format!("stocktake {words}"),
        None => line.to_owned(),
    });
    lines.filter(|line| line.starts_with("stocktake ")).collect()
}

/// The cells of the rows of a page's tables, without the marks of code.
fn cells(page: &str) -> impl Iterator<Item = Vec<String>> {
    let rows = page.lines().filter(|line| line.starts_with("| "));
    rows.map(|row| row.trim_matches('|').split(" | ").map(|cell| cell.trim().replace('`', "")).collect())
}

#[test]
#[cfg(unix)]
fn every_command_that_needs_no_file_of_the_users_can_be_run() {
    let lists: Vec<_> = papers().values().map(|page| commands(page)).filter(|list| !list.is_empty()).collect();
    assert!(lists.len() > 5, "{lists:?}");
    run_all(&lists);
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
fn the_readme_is_two_screens_and_starts_with_the_two_commands() {
    let readme = &papers()["README.md"];
    assert!(readme.lines().count() <= 100, "README.md has {} lines", readme.lines().count());
    assert_eq!(commands(readme)[0], "stocktake run data --as-at 2011-03-31 --out reports");
}

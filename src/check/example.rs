//! Tiny returns that break a rule, and others that do not.
//!
//! A return is written as tables, each after a line with the year and the table's name; columns are separated by
//! spaces, and `-` is a blank cell. A finding is written as the child, the table, the line as a spreadsheet shows
//! it, and each column with its cell.

use super::check;
use super::checked::{Checked, Lacking};
use super::finding::Finding;
use super::rule::Rule;
use crate::progress::Progress;
use crate::quality::clean;
use crate::returns::files::find;
use crate::returns::place::Place;
use crate::returns::read;
use crate::returns::written::Kept;
use crate::seeds::Seeds;
use crate::seeds::policies::Policies;
use std::path::Path;

/// The rule finds exactly this in the return.
pub(crate) fn bad(rule: &'static Rule, returns: &str, expected: &[&str]) {
    assert_eq!(found(rule, returns), expected, "rule {}", rule.number);
}

/// The rule runs and finds nothing.
pub(crate) fn good(rule: &'static Rule, returns: &str) {
    assert_eq!(found(rule, returns), Vec::<String>::new(), "rule {}", rule.number);
}

/// The rule cannot run on the return of a year because a table or a column is missing.
pub(crate) fn not_run(rule: &'static Rule, returns: &str, year: i32, lacking: &str) {
    with_checked(returns, |checked, _| {
        let of_year = checked.returns.iter().find(|checked| checked.year == year).expect("a return of the year");
        let run =
            of_year.rules.iter().find(|run| run.rule.number == rule.number).expect("a rule that holds for the year");
        let reported = run.not_run.map(|lacking| match lacking {
            Lacking::Table(table, year) => format!("{table} {year}"),
            Lacking::Column(table, column) => format!("{table} {column}"),
        });
        assert_eq!(reported.as_deref(), Some(lacking), "rule {}", rule.number);
    });
}

fn found(rule: &'static Rule, returns: &str) -> Vec<String> {
    with_checked(returns, |checked, in_words| {
        let runs = checked.returns.iter().flat_map(|checked| &checked.rules);
        let ran = runs.filter(|run| run.rule.number == rule.number && run.not_run.is_none()).count();
        assert!(ran > 0, "rule {} was not run", rule.number);
        let findings = checked.returns.iter().flat_map(|checked| &checked.findings);
        findings.filter(|finding| finding.rule.number == rule.number).map(in_words).collect()
    })
}

fn with_checked<T>(returns: &str, then: impl FnOnce(&Checked, &dyn Fn(&Finding) -> String) -> T) -> T {
    let folder = tempfile::tempdir().unwrap();
    write(returns, folder.path());
    let seeds = Seeds::built_in().unwrap();
    let policies = Policies::from_seeds(&seeds.policies).unwrap();
    let files = find(&[folder.path().to_owned()], Path::new("out")).unwrap();
    let mut read = read(&files, &seeds, Place::default(), Kept::ForChecks, Progress::new(true));
    let written = std::mem::take(&mut read.written);
    let clean = clean(read, &seeds, &policies);
    let checked = check(&clean, &written, &super::rules::all().collect::<Vec<_>>(), &seeds, &policies);
    let in_words = |finding: &Finding| {
        let file = Path::new(&clean.input.files[finding.at.file as usize].shown);
        let table = file.file_stem().unwrap().to_string_lossy().into_owned();
        let cells: Vec<String> =
            finding.cells.iter().map(|(column, cell)| format!("{column}={}", cell.as_it_stands())).collect();
        let found = format!("{} {table} {} {}", finding.child.text(&clean.long), finding.at.line, cells.join(" "));
        found.trim_end().to_owned()
    };
    then(&checked, &in_words)
}

/// Writes the tables as the return of Barking and Dagenham (301).
fn write(returns: &str, folder: &Path) {
    let mut open = None;
    for line in returns.lines().map(str::trim).filter(|line| !line.is_empty()) {
        let words: Vec<&str> = line.split_whitespace().map(|word| if word == "-" { "" } else { word }).collect();
        match words[..] {
            [year, table] if year.len() == 4 && year.bytes().all(|byte| byte.is_ascii_digit()) => {
                let place = folder.join("301").join(year);
                std::fs::create_dir_all(&place).unwrap();
                open = Some(place.join(format!("{table}.csv")));
            }
            _ => {
                let file = open.as_ref().expect("a first line with the year and the table");
                let mut text = std::fs::read_to_string(file).unwrap_or_default();
                text.push_str(&words.join(","));
                text.push('\n');
                std::fs::write(file, text).unwrap();
            }
        }
    }
}

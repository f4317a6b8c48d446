//! What was recognised of a file and how, and what became of it, in words.

use super::outcome::Became;
use crate::quality::CleanReturns;
use crate::returns::file::{FileReport, Outcome};
use crate::returns::finding::{Fate, Finding, rules};
use crate::returns::place::Place;
use crate::returns::source::form::{Delimiter, Encoding};
use crate::seeds::authorities::Authorities;
use std::collections::{BTreeMap, BTreeSet};

/// How many columns that are no part of the return are named.
const NAMED: usize = 5;

/// What was found of whole files: columns and lines, and files that do not stand.
pub(crate) struct OfFiles<'run>(BTreeMap<u32, Vec<&'run Finding>>);

impl<'run> OfFiles<'run> {
    /// Among the findings of a run.
    pub(crate) fn of(clean: &'run CleanReturns) -> OfFiles<'run> {
        let whole = [&rules::FILE_GIVEN_TWICE, &rules::RESUBMITTED];
        let is_whole = |finding: &&Finding| finding.rule.fate == Fate::NoRow || whole.contains(&finding.rule);
        let mut of_files = BTreeMap::<u32, Vec<&Finding>>::new();
        for finding in clean.input.findings.iter().filter(is_whole) {
            of_files.entry(finding.source.file).or_default().push(finding);
        }
        OfFiles(of_files)
    }

    fn of_file(&self, file: u32) -> &[&'run Finding] {
        self.0.get(&file).map_or(&[], Vec::as_slice)
    }

    /// How columns were read and which lines were dropped: `DECOM month first`, `2 lines headings repeated`.
    fn noted(&self, file: u32) -> Vec<String> {
        let mut noted = BTreeMap::<(&str, &str), usize>::new();
        // How a file is written is said of its form, and that it is cut off of what became of it.
        let said_elsewhere = [&rules::TITLES, &rules::OLDER_ENCODING, &rules::FILE_CUT_OFF];
        let is_noted =
            |finding: &&&Finding| finding.rule.fate == Fate::NoRow && !said_elsewhere.contains(&finding.rule);
        for finding in self.of_file(file).iter().filter(is_noted) {
            *noted.entry((finding.rule.name, finding.field)).or_default() += 1;
        }
        let words = |((rule, field), lines)| {
            let rule = str::replace(rule, "_", " ");
            match (field, lines) {
                ("", 1) => format!("1 line: {rule}"),
                ("", lines) => format!("{lines} lines: {rule}"),
                (field, _) => format!("{field}: {rule}"),
            }
        };
        noted.into_iter().map(words).collect()
    }

    /// Why a file does not stand: `b.csv stands`.
    fn why_set_aside(&self, file: u32, whose: Place) -> Option<String> {
        let mut findings = self.of_file(file).iter().filter(|finding| finding.rule.fate == Fate::SetAside);
        findings.find(|finding| finding.authority == whose.authority).map(|finding| finding.found.clone())
    }
}

/// What was recognised of a file, an item each.
pub(crate) fn of_file(number: u32, file: &FileReport, found: &OfFiles<'_>, authorities: &Authorities) -> Vec<String> {
    let mut said = Vec::new();
    match &file.outcome {
        Outcome::Refused(problem) => {
            said.push(format!("line {}: {}; to fix it: {}", problem.line, problem.found, problem.remedy));
        }
        Outcome::Skipped(name) => said.push(name.clone()),
        Outcome::NotRead(why) => {
            said.extend([Some(why.in_words()), why.remedy()].into_iter().flatten().map(str::to_owned))
        }
        Outcome::Read { .. } => {}
    }
    said.extend(written(file));
    said.extend(from_name(file, authorities));
    let renamed = file.renamed_columns.iter().map(|(written, column)| format!("{written} is read as {column}"));
    said.extend(renamed);
    match file.extra_columns.len() {
        0 => {}
        1 => said.push(format!("{} is not part of the return", file.extra_columns[0])),
        columns => {
            let mut names = file.extra_columns.iter().take(NAMED).cloned().collect::<Vec<_>>().join(", ");
            if columns > NAMED {
                names.push_str(&format!(" and {} more", columns - NAMED));
            }
            said.push(format!("{names} are not part of the return"));
        }
    }
    said.extend(found.noted(number));
    said
}

/// How it is written, where that is not as most files are.
fn written(file: &FileReport) -> Vec<String> {
    let encoding = file.form.encoding.filter(|encoding| *encoding != Encoding::Utf8).map(Encoding::name);
    let delimiter = file.form.delimiter.filter(|delimiter| *delimiter != Delimiter::Comma).map(Delimiter::name);
    let titles = match file.form.titles {
        0 => None,
        1 => Some("1 line of titles above the heading".to_owned()),
        titles => Some(format!("{titles} lines of titles above the heading")),
    };
    let delimiter = delimiter.map(|delimiter| format!("cells separated by {delimiter}s"));
    encoding.map(str::to_owned).into_iter().chain(delimiter).chain(titles).collect()
}

/// What only its name tells: `year 2011 from the file's name`.
fn from_name(file: &FileReport, authorities: &Authorities) -> Vec<String> {
    let Place { authority, year } = file.place.by_name;
    let authority = authority.map(|index| format!("authority {} from the file's name", authorities.get(index).code));
    let year = year.map(|year| format!("year {year} from the file's name"));
    authority.into_iter().chain(year).collect()
}

/// Why the rows of one return are not used, if they are not.
pub(crate) fn why(became: Became, number: u32, whose: Place, found: &OfFiles<'_>, fits: Option<i32>) -> Option<String> {
    match became {
        Became::AnotherYears => fits.map(|year| format!("the dates fit the return for {year}")),
        Became::Resubmitted | Became::GivenTwice => found.why_set_aside(number, whose),
        Became::Undecided => {
            Some("another file holds the same children; say which stands with --resubmission".to_owned())
        }
        Became::CutOff => Some("the file ends in the middle of a line: extract the table again".to_owned()),
        _ => None,
    }
}

/// Items in one cell, each once.
pub(crate) fn joined(items: impl IntoIterator<Item = String>) -> String {
    let mut seen = BTreeSet::new();
    items.into_iter().filter(|item| seen.insert(item.clone())).collect::<Vec<_>>().join("; ")
}

//! What was recognised of returns, and what was not.

use crate::columns::Understood;
use crate::ink::Ink;
use crate::intake::outcome::Became;
use crate::intake::{Intake, refused, text as intake_text};
use crate::lines::indented;
use crate::quality::{CleanAuthority, CleanReturns};
use crate::returns::file::Outcome;
use crate::returns::finding::{Finding, Rule, rules};
use crate::returns::rowplace::{NEITHER_TOLD, NOT_TOLD};
use crate::run::covered::Covered;
use crate::seeds::Seeds;
use std::collections::{BTreeMap, BTreeSet};

/// What a file of settings starts from.
#[derive(Debug, Default)]
pub(crate) struct Proposal {
    /// What was asked for.
    pub given: Given,
    /// What was recognised, in lines.
    pub(super) recognised: String,
    /// What was not, and what to do about it.
    pub(super) not_recognised: Vec<String>,
    /// How many files and rows do not tell their authority, and how many their year.
    pub(super) not_told: [usize; 2],
    /// Files of which nobody has said which stands.
    pub(super) undecided: Vec<String>,
    /// The codes and names of the first authorities of the returns.
    pub(super) authorities: Vec<[String; 2]>,
    /// The last month end that the returns cover.
    pub(super) last_covered: Option<String>,
    /// Lines of a mapping for the headings and codes that are not known; blank where all are.
    pub(super) unknown: String,
    /// Headings that may be columns of the user's own.
    pub(super) own: Vec<String>,
    /// The names of policies, each with its default.
    pub(super) policies: Vec<[String; 2]>,
}

/// What was given, as it is written into the file.
#[derive(Debug, Clone, Default)]
pub(crate) struct Given {
    /// The returns.
    pub returns: Vec<String>,
    /// The authority of files that do not tell theirs.
    pub authority: Option<String>,
    /// The year of files that do not tell theirs.
    pub year: Option<String>,
    /// The user's list of authorities.
    pub authorities: Option<String>,
    /// Where reports go.
    pub out: Option<String>,
}

impl Proposal {
    /// What was made of returns.
    pub(crate) fn of(
        given: Given,
        clean: &CleanReturns,
        intake: &Intake,
        understood: &Understood,
        seeds: &Seeds,
    ) -> Proposal {
        const NAMED: usize = 3;
        let authority = |of: &CleanAuthority| {
            let authority = seeds.authorities.get(of.authority);
            [authority.code.clone(), authority.name.clone()]
        };
        let undecided = intake.lines.iter().filter(|line| line.became == Became::Undecided);
        Proposal {
            given,
            recognised: intake_text::text(intake, Ink::Plain) + &renamed(clean),
            not_recognised: not_recognised(clean, understood),
            not_told: not_told(clean),
            undecided: undecided.map(|line| line.file.clone()).collect(),
            authorities: clean.authorities.iter().take(NAMED).map(authority).collect(),
            last_covered: Covered::by(clean).map(|covered| covered.as_at.in_words()),
            unknown: understood.mapping.clone(),
            own: understood.own.clone(),
            policies: seeds.policies.iter().map(|seed| [seed.name.clone(), seed.default.clone()]).collect(),
        }
    }

    /// How many kinds of things were not recognised.
    pub(crate) fn open(&self) -> usize {
        self.not_recognised.len()
    }
}

/// The columns that are known by another name, blank where there is none.
fn renamed(clean: &CleanReturns) -> String {
    let renamed: BTreeSet<_> = clean.input.files.iter().flat_map(|file| &file.renamed_columns).collect();
    let words: Vec<String> = renamed.iter().map(|(written, column)| format!("`{written}` is {column}")).collect();
    if words.is_empty() {
        String::new()
    } else {
        indented(&format!("Columns by another name: {}", words.join(", ")), 0)
    }
}

/// How many files are refused and rows rejected for want of an authority, and of a year.
fn not_told(clean: &CleanReturns) -> [usize; 2] {
    let rows = |rule: &Rule| clean.input.rejections().filter(|finding| finding.rule == rule).count();
    let [authority, year] = NOT_TOLD.map(|found| {
        let is_so = |outcome: &Outcome| matches!(outcome, Outcome::Refused(problem) if [found, NEITHER_TOLD].contains(&problem.found.as_str()));
        clean.input.files.iter().filter(|file| is_so(&file.outcome)).count()
    });
    [authority + rows(&rules::AUTHORITY_NOT_TOLD), year + rows(&rules::YEAR_NOT_TOLD)]
}

/// Files that cannot be read, rows that cannot be used, headings and codes that are not known.
fn not_recognised(clean: &CleanReturns, understood: &Understood) -> Vec<String> {
    let files = clean.input.files.iter().filter_map(|file| match &file.outcome {
        Outcome::Refused(problem) => Some((file.shown.as_str(), problem)),
        _ => None,
    });
    // The first line is what is wrong, the second what became of the file and what to do.
    let in_one_line = |words: String| words.lines().map(str::trim).collect::<Vec<_>>().join("; ");
    let mut all: Vec<String> = refused::in_words(files, "not read", None).into_iter().map(in_one_line).collect();
    let mut rejected = BTreeMap::<&str, (usize, &Finding)>::new();
    for finding in clean.input.rejections() {
        rejected.entry(finding.rule.name).or_insert((0, finding)).0 += 1;
    }
    all.extend(rejected.into_values().map(|(rows, first)| {
        let place = clean.input.place_of(first.source, "");
        let rows = if rows == 1 { format!("1 row, {place},") } else { format!("{rows} rows, the first {place},") };
        format!("{rows} rejected by the rule {}: {}", first.rule.name, first.rule.remedy)
    }));
    all.extend(clean.input.notices.iter().map(|notice| notice.words.clone()));
    all.extend(on_no_list(understood));
    all
}

/// That headings or codes are on no list, and where the file has them.
fn on_no_list(understood: &Understood) -> Option<String> {
    let [headings, codes] = ["\n[columns]\n", "\n[codes."].map(|table| understood.mapping.contains(table));
    let own = if understood.own.is_empty() { "" } else { "own_columns, and " };
    match (headings, codes) {
        (true, true) => {
            Some(format!("headings and codes that are on no list: see {own}[columns] and [codes] at the foot"))
        }
        (true, false) => Some(format!("headings that are on no list: see {own}[columns] at the foot")),
        (false, true) => Some("codes that are on no list: see [codes] at the foot".to_owned()),
        (false, false) => None,
    }
}

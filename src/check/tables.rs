//! The tables of a check: findings, rules and returns, as CSV.

use super::checked::{Checked, Lacking};
use super::finding::Finding;
use super::rule::{EVERY_INDICATOR, Severity};
use super::summary::{RuleSummary, by_rule};
use crate::identity::shown_id;
use crate::output::rows::Rows;
use crate::quality::CleanReturns;
use crate::returns::file::Outcome;
use crate::returns::finding::{Fate, Finding as RowFinding, Source, rules};
use crate::seeds::authorities::Authorities;
use crate::seeds::indicators::IndicatorSeed;
use std::io::{self, Write};

/// One row per finding, in order of authority, return, file and line; files that were refused, and rows that no rule
/// could check, come first.
const FINDINGS: [&str; 16] = [
    "rule",
    "severity",
    "la_code",
    "la_name",
    "year",
    "table",
    "file",
    "line",
    "child",
    "fields",
    "values",
    "message",
    "remedy",
    "indicators",
    "beside_file",
    "beside_line",
];

/// One row per rule, in order of number.
const RULES: [&str; 9] = [
    "rule",
    "severity",
    "message",
    "indicators",
    "findings",
    "children",
    "returns_run",
    "returns_not_run",
    "not_run_for_want_of",
];

/// One row per authority and return, in order of code and year.
const RETURNS: [&str; 11] = [
    "la_code",
    "la_name",
    "year",
    "children",
    "errors",
    "children_with_errors",
    "queries",
    "children_with_queries",
    "rules_run",
    "rules_not_run",
    "not_run",
];

/// What the tables are made from.
pub(crate) struct Tables<'run> {
    /// What was found.
    pub(crate) checked: &'run Checked,
    /// The returns it was found in.
    pub(crate) clean: &'run CleanReturns,
    /// The names of the authorities.
    pub(crate) authorities: &'run Authorities,
    /// The indicators there are.
    pub(crate) indicators: &'run [IndicatorSeed],
}

impl Tables<'_> {
    /// Writes check/findings.csv.
    ///
    /// # Errors
    /// Where the file cannot be written.
    pub(crate) fn findings(&self, file: &mut dyn Write) -> io::Result<()> {
        let mut rows = Rows::of(file);
        rows.write_record(FINDINGS)?;
        for file in &self.clean.input.files {
            if let Outcome::Refused(problem) = &file.outcome {
                let line = problem.line.to_string();
                rows.write_record([
                    "file_refused",
                    "error",
                    "",
                    "",
                    "",
                    "",
                    &file.shown,
                    &line,
                    "",
                    "",
                    "",
                    &problem.found,
                    &problem.remedy,
                    "",
                    "",
                    "",
                ])?;
            }
        }
        for finding in self.clean.input.findings.iter().filter(|finding| is_beyond_rules(finding)) {
            rows.write_record(self.row_finding(finding))?;
        }
        for finding in self.checked.returns.iter().flat_map(|checked| &checked.findings) {
            rows.write_record(self.finding(finding))?;
        }
        rows.flush()
    }

    fn finding(&self, finding: &Finding) -> [String; FINDINGS.len()] {
        let authority = self.authorities.get(finding.authority);
        let columns: Vec<&str> = finding.cells.iter().map(|(column, _)| *column).collect();
        let values: Vec<String> = finding.cells.iter().map(|(_, value)| value.to_string()).collect();
        let (beside_file, beside_line) = finding.beside.map(|at| self.place(at)).unwrap_or_default();
        let (file, line) = self.place(finding.at);
        [
            finding.rule.number.to_owned(),
            finding.rule.severity.name().to_owned(),
            authority.code.clone(),
            authority.name.clone(),
            finding.year.to_string(),
            self.table(finding.at).to_owned(),
            file,
            line,
            shown_id(&finding.child.text(&self.clean.long)),
            columns.join("; "),
            values.join("; "),
            finding.rule.message.to_owned(),
            finding.rule.remedy.to_owned(),
            self.touched(finding.rule.indicators),
            beside_file,
            beside_line,
        ]
    }

    /// A row that no rule could check, or that may not be what it seems.
    fn row_finding(&self, finding: &RowFinding) -> [String; FINDINGS.len()] {
        let authority = finding.authority.map(|authority| self.authorities.get(authority));
        let severity = if finding.rule.fate == Fate::Rejected { Severity::Error } else { Severity::Query };
        let (file, line) = self.place(finding.source);
        [
            finding.rule.name.to_owned(),
            severity.name().to_owned(),
            authority.map(|authority| authority.code.clone()).unwrap_or_default(),
            authority.map(|authority| authority.name.clone()).unwrap_or_default(),
            String::new(),
            self.table(finding.source).to_owned(),
            file,
            line,
            finding.child.map(|child| shown_id(&child.text(&self.clean.long))).unwrap_or_default(),
            finding.field.to_owned(),
            finding.found.clone(),
            "The row cannot be placed, or is not laid out as its heading".to_owned(),
            finding.rule.remedy.to_owned(),
            String::new(),
            String::new(),
            String::new(),
        ]
    }

    /// The indicators that a rule touches, as the tables show them: `62; 63`.
    fn touched(&self, indicators: &[u16]) -> String {
        let every = || self.indicators.iter().map(|seed| seed.number.to_string()).collect::<Vec<_>>();
        let named = || indicators.iter().map(u16::to_string).collect();
        let numbers = if indicators == EVERY_INDICATOR { every() } else { named() };
        numbers.join("; ")
    }

    /// The file and line of a row, as shown.
    pub(crate) fn place(&self, at: Source) -> (String, String) {
        let shown = self.clean.input.files.get(at.file as usize).map_or("", |file| file.shown.as_str());
        (shown.to_owned(), at.line.to_string())
    }

    fn table(&self, at: Source) -> &'static str {
        match self.clean.input.files.get(at.file as usize).map(|file| &file.outcome) {
            Some(Outcome::Read { table, .. }) => table.name(),
            _ => "",
        }
    }

    /// Writes check/rules.csv.
    ///
    /// # Errors
    /// Where the file cannot be written.
    pub(crate) fn rules(&self, file: &mut dyn Write) -> io::Result<()> {
        let mut rows = Rows::of(file);
        rows.write_record(RULES)?;
        for summary in by_rule(self.checked) {
            let RuleSummary { rule, findings, children, returns, not_run } = summary;
            let lacking: Vec<String> = not_run.keys().map(Lacking::to_string).collect();
            rows.write_record([
                rule.number,
                rule.severity.name(),
                rule.message,
                &self.touched(rule.indicators),
                &findings.len().to_string(),
                &children.to_string(),
                &returns.to_string(),
                &not_run.values().sum::<usize>().to_string(),
                &lacking.join("; "),
            ])?;
        }
        rows.flush()
    }

    /// Writes check/returns.csv.
    ///
    /// # Errors
    /// Where the file cannot be written.
    pub(crate) fn returns(&self, file: &mut dyn Write) -> io::Result<()> {
        let mut rows = Rows::of(file);
        rows.write_record(RETURNS)?;
        for checked in &self.checked.returns {
            let authority = self.authorities.get(checked.authority);
            let (errors, queries) = (checked.of(Severity::Error), checked.of(Severity::Query));
            let not_run = checked.not_run();
            let lacking: Vec<String> =
                not_run.iter().map(|(lacking, numbers)| format!("{lacking}: {}", numbers.join(" "))).collect();
            rows.write_record([
                authority.code.as_str(),
                &authority.name,
                &checked.year.to_string(),
                &checked.children.to_string(),
                &errors.findings.to_string(),
                &errors.children.to_string(),
                &queries.findings.to_string(),
                &queries.children.to_string(),
                &checked.rules_run().to_string(),
                &not_run.values().map(Vec::len).sum::<usize>().to_string(),
                &lacking.join("; "),
            ])?;
        }
        rows.flush()
    }
}

/// Whether a finding from reading the returns is about a row that no rule sees, or sees whole.
pub(crate) fn is_beyond_rules(finding: &RowFinding) -> bool {
    let laid_out_wrongly = [&rules::ROW_TOO_LONG, &rules::ROW_TOO_SHORT, &rules::CELL_OVER_LINES];
    let cannot_be_placed = [
        &rules::CHILD_BLANK,
        &rules::CHILD_CUT,
        &rules::AUTHORITY_UNKNOWN,
        &rules::AUTHORITY_NOT_TOLD,
        &rules::YEAR_UNKNOWN,
        &rules::YEAR_NOT_TOLD,
    ];
    laid_out_wrongly.contains(&finding.rule) || cannot_be_placed.contains(&finding.rule)
}

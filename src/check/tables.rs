//! The tables of a check: findings, rules and returns, as CSV.

use super::accepted::Accepted;
use super::by_child::by_child;
use super::checked::{Checked, Lacking};
use super::finding::Finding;
use super::finding_row::{FILE_REFUSED, FindingRow};
use super::rule::{EVERY_INDICATOR, Severity};
use super::since::Since;
use super::summary::{RuleSummary, by_rule};
use crate::identity::shown_id;
use crate::output::rows::Rows;
use crate::quality::CleanReturns;
use crate::returns::file::Outcome;
use crate::returns::finding::{Fate, Finding as RowFinding, Source, rules};
use crate::seeds::authorities::Authorities;
use crate::seeds::indicators::IndicatorSeed;
use std::io::{self, Write};

/// What is said of a finding beside an earlier check.
const SINCE: &str = "since";

/// More columns of findings that are accepted.
const ACCEPTED: [&str; 2] = ["reason", "until"];

/// One row per child and return.
const CHILDREN: [&str; 8] = ["la_code", "la_name", "year", "child", "errors", "queries", "rules", "indicators"];

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
#[derive(Clone, Copy)]
pub(crate) struct Tables<'run> {
    /// What was found.
    pub(crate) checked: &'run Checked,
    /// The returns it was found in.
    pub(crate) clean: &'run CleanReturns,
    /// The names of the authorities.
    pub(crate) authorities: &'run Authorities,
    /// The indicators there are.
    pub(crate) indicators: &'run [IndicatorSeed],
    /// What was found and is accepted.
    pub(crate) accepted: &'run Accepted,
    /// The rows of findings.csv.
    pub(crate) rows: &'run [FindingRow],
    /// What has changed since an earlier check, where one was given.
    pub(crate) since: Option<&'run Since>,
}

impl Tables<'_> {
    /// Writes check/findings.csv: a row a finding, in order of authority, return, file and line; files that were refused, and
    /// rows that no rule could check, come first. `since` is what is said of it beside an earlier check.
    ///
    /// # Errors
    /// Where the file cannot be written.
    pub(crate) fn findings(&self, file: &mut dyn Write) -> io::Result<()> {
        let mut rows = Rows::of(file);
        rows.write_record(FindingRow::COLUMNS.iter().chain(&[SINCE]))?;
        let standings = self.since.map(|since| since.standings.as_slice()).unwrap_or_default();
        for (place, row) in self.rows.iter().enumerate() {
            let standing = standings.get(place).map_or("", |standing| standing.name());
            rows.write_record(row.cells().into_iter().chain([standing]))?;
        }
        rows.flush()
    }

    /// Writes check/mended.csv: the findings of an earlier check that are not there any more, as that check had them.
    ///
    /// # Errors
    /// Where the file cannot be written.
    pub(crate) fn mended(&self, since: &Since, file: &mut dyn Write) -> io::Result<()> {
        let mut rows = Rows::of(file);
        rows.write_record(FindingRow::COLUMNS)?;
        since.mended.iter().try_for_each(|row| rows.write_record(row.cells()))?;
        rows.flush()
    }

    /// Writes check/accepted.csv: the findings that are accepted, with the reason and the last day.
    ///
    /// # Errors
    /// Where the file cannot be written.
    pub(crate) fn accepted(&self, file: &mut dyn Write) -> io::Result<()> {
        let mut rows = Rows::of(file);
        rows.write_record(FindingRow::COLUMNS.iter().chain(&ACCEPTED))?;
        for (finding, acceptance) in &self.accepted.findings {
            let (row, until) = (self.finding(finding), acceptance.until.to_string());
            rows.write_record(row.cells().into_iter().chain([acceptance.reason.as_str(), &until]))?;
        }
        rows.flush()
    }

    /// A row of findings.csv for each finding, in order.
    pub(crate) fn finding_rows(&self) -> Vec<FindingRow> {
        let refused = self.clean.input.files.iter().filter_map(|file| match &file.outcome {
            Outcome::Refused(problem) => Some(FindingRow {
                rule: FILE_REFUSED.to_owned(),
                severity: Severity::Error.name().to_owned(),
                file: file.shown.clone(),
                line: problem.line.to_string(),
                message: problem.found.clone(),
                remedy: problem.remedy.to_string(),
                ..FindingRow::default()
            }),
            _ => None,
        });
        let of_reading = self.clean.input.findings.iter().filter(|finding| is_beyond_rules(finding));
        let of_rules = self.checked.returns.iter().flat_map(|checked| &checked.findings);
        let of_reading = of_reading.map(|finding| self.row_finding(finding));
        refused.chain(of_reading).chain(of_rules.map(|finding| self.finding(finding))).collect()
    }

    fn finding(&self, finding: &Finding) -> FindingRow {
        let authority = self.authorities.get(finding.authority);
        let columns: Vec<&str> = finding.cells.iter().map(|(column, _)| *column).collect();
        let values: Vec<String> = finding.cells.iter().map(|(_, value)| value.to_string()).collect();
        let (beside_file, beside_line) = finding.beside.map(|at| self.place(at)).unwrap_or_default();
        let (file, line) = self.place(finding.at);
        FindingRow {
            rule: finding.rule.number.to_owned(),
            severity: finding.rule.severity.name().to_owned(),
            la_code: authority.code.clone(),
            la_name: authority.name.clone(),
            year: finding.year.to_string(),
            table: self.table(finding.at).to_owned(),
            file,
            line,
            child: shown_id(&finding.child.text(&self.clean.long)),
            fields: columns.join("; "),
            values: values.join("; "),
            message: finding.rule.message.to_owned(),
            remedy: finding.rule.remedy.to_owned(),
            indicators: self.touched(finding.rule.indicators),
            beside_file,
            beside_line,
        }
    }

    /// A row that no rule could check, or that may not be what it seems.
    fn row_finding(&self, finding: &RowFinding) -> FindingRow {
        let authority = finding.authority.map(|authority| self.authorities.get(authority));
        let severity = if finding.rule.fate == Fate::Rejected { Severity::Error } else { Severity::Query };
        let (file, line) = self.place(finding.source);
        FindingRow {
            rule: finding.rule.name.to_owned(),
            severity: severity.name().to_owned(),
            la_code: authority.map(|authority| authority.code.clone()).unwrap_or_default(),
            la_name: authority.map(|authority| authority.name.clone()).unwrap_or_default(),
            table: self.table(finding.source).to_owned(),
            file,
            line,
            child: finding.child.map(|child| shown_id(&child.text(&self.clean.long))).unwrap_or_default(),
            fields: finding.field.to_owned(),
            values: finding.found.clone(),
            message: "The row cannot be placed, or is not laid out as its heading".to_owned(),
            remedy: finding.rule.remedy.to_owned(),
            ..FindingRow::default()
        }
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

    /// Writes check/children.csv: a row for each child and return with findings, those with the most errors first.
    ///
    /// # Errors
    /// Where the file cannot be written.
    pub(crate) fn children(&self, file: &mut dyn Write) -> io::Result<()> {
        let mut rows = Rows::of(file);
        rows.write_record(CHILDREN)?;
        for checked in &self.checked.returns {
            let authority = self.authorities.get(checked.authority);
            for of_child in by_child(checked) {
                let [errors, queries] = [Severity::Error, Severity::Query].map(|severity| of_child.of(severity));
                rows.write_record([
                    authority.code.as_str(),
                    &authority.name,
                    &checked.year.to_string(),
                    &shown_id(&of_child.child.text(&self.clean.long)),
                    &errors.to_string(),
                    &queries.to_string(),
                    &of_child.rules().join("; "),
                    &self.touched(&of_child.indicators()),
                ])?;
            }
        }
        rows.flush()
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

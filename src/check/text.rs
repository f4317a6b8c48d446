//! What the checks found, in words for a terminal.

use super::accepted::Accepted;
use super::checked::{CheckedReturn, Lacking};
use super::rule::{EVERY_INDICATOR, Severity};
use super::since::Standing;
use super::summary::{RuleSummary, by_rule};
use super::tables::{Tables, is_beyond_rules};
use crate::identity::Guarded;
use crate::lines::{hanging, indented, visible};
use crate::rounding;
use crate::unit::Unit;
use crate::wording::counts::agreeing;
use std::collections::BTreeMap;
use std::fmt::Write;

/// The most returns shown one by one; of more, those with the most errors.
const SHOWN_RETURNS: usize = 12;

/// How many lines of a terminal are a page.
const PAGE: usize = 60;
/// The most rules of a severity shown where the whole would not fit on a page.
const SHOWN_RULES: usize = 8;

/// The whole text: the returns, the rules that found something, and what was not run. Where it fits on a page, with an
/// example of each rule; else with the rules that found the most, a line each.
pub(crate) fn text(tables: &Tables<'_>) -> String {
    let rules = by_rule(tables.checked);
    let whole = text_with(tables, &rules, |severity, found| in_full(tables, severity, found));
    if whole.lines().count() <= PAGE { whole } else { text_with(tables, &rules, in_brief) }
}

fn text_with(
    tables: &Tables<'_>,
    rules: &[RuleSummary<'_>],
    of_severity: impl Fn(Severity, &[&RuleSummary<'_>]) -> String,
) -> String {
    let mut text = String::new();
    returns(tables, &mut text);
    for severity in [Severity::Error, Severity::Query] {
        let mut found: Vec<&RuleSummary<'_>> =
            rules.iter().filter(|summary| summary.rule.severity == severity && !summary.findings.is_empty()).collect();
        found.sort_by_key(|summary| std::cmp::Reverse(summary.findings.len()));
        if !found.is_empty() {
            text.push_str(&of_severity(severity, &found));
        }
    }
    beyond_rules(tables, &mut text);
    quiet_and_not_run(tables, rules, &mut text);
    accepted_and_since(tables, &mut text);
    text
}

/// Adds a line to a text, which cannot fail.
macro_rules! put {
    ($text:expr, $($words:tt)*) => {
        let _ = writeln!($text, $($words)*);
    };
}

fn returns(tables: &Tables<'_>, text: &mut String) {
    let mut list: Vec<&CheckedReturn> = tables.checked.returns.iter().collect();
    let errors = |checked: &&CheckedReturn| checked.of(Severity::Error).findings;
    let mut left_out = Vec::new();
    if list.len() > SHOWN_RETURNS {
        list.sort_by_key(|checked| std::cmp::Reverse(errors(checked)));
        left_out = list.split_off(SHOWN_RETURNS);
    }
    put!(
        text,
        "{:<40} {:>6} {:>8} {:>8} {:>10} {:>8} {:>10}",
        "Authority and return",
        "",
        "Children",
        "Errors",
        "With error",
        "Queries",
        "With query"
    );
    let least = list.last().map_or(0, errors);
    for checked in list {
        let authority = tables.authorities.get(checked.authority);
        let (errors, queries) = (checked.of(Severity::Error), checked.of(Severity::Query));
        let name: String = format!("{} {}", authority.code, authority.name).chars().take(40).collect();
        put!(
            text,
            "{name:<40} {:>6} {:>8} {:>8} {:>10} {:>8} {:>10}",
            checked.year,
            checked.children,
            errors.findings,
            errors.children,
            queries.findings,
            queries.children
        );
    }
    if let Some(most) = left_out.iter().map(errors).max() {
        put!(text, "{}; all are in returns.csv, with --out", of_others(left_out.len(), most, least));
    }
}

/// What is said of the returns not shown, where none of them has more than `most` errors and none of those shown has
/// fewer than `least`.
fn of_others(returns: usize, most: usize, least: usize) -> String {
    let noun = if returns == 1 { "return" } else { "returns" };
    let errors = match most {
        0 => "without an error".to_owned(),
        _ if most < least => "with fewer errors".to_owned(),
        1 => "with 1 error or none".to_owned(),
        _ => format!("with {most} errors or fewer"),
    };
    format!("and {returns} more {noun} {errors}")
}

fn heading(severity: Severity) -> String {
    let (heading, meaning) = match severity {
        Severity::Error => ("ERRORS", "cannot be right"),
        Severity::Query => ("QUERIES", "may be right, but seldom are: look again"),
    };
    format!("\n{heading} ({meaning})\nRule   Findings Children  What is wrong\n")
}

/// A rule with how much it found, before what is wrong.
fn counted(summary: &RuleSummary<'_>) -> String {
    format!("{:<6} {:>8} {:>8}", summary.rule.number, summary.findings.len(), summary.children)
}

/// Every rule with an example and its remedy.
fn in_full(tables: &Tables<'_>, severity: Severity, found: &[&RuleSummary<'_>]) -> String {
    let mut text = heading(severity);
    for summary in found {
        let RuleSummary { rule, findings, .. } = summary;
        text.push_str(&hanging(&counted(summary), rule.message, 26));
        if let Some(first) = findings.first() {
            let place = tables.clean.input.place_of(first.at, "");
            let cells: Vec<String> = first.cells.iter().map(|(column, value)| in_words(column, value)).collect();
            let example = format!("such as {place}: {}", cells.join(", "));
            text.push_str(&indented(&visible(&example), 28));
        }
        text.push_str(&indented(&format!("to fix it: {}{}", rule.remedy, touches(rule.indicators)), 28));
    }
    text
}

/// The rules that found the most, without examples.
fn in_brief(severity: Severity, found: &[&RuleSummary<'_>]) -> String {
    let mut text = heading(severity);
    for summary in found.iter().take(SHOWN_RULES) {
        text.push_str(&hanging(&counted(summary), summary.rule.message, 26));
    }
    let others = found.len().saturating_sub(SHOWN_RULES);
    let examples = found.first().map_or("", |first| first.rule.number);
    let more =
        if others == 0 { String::new() } else { format!("{others} more found less: see rules.csv, with --out. ") };
    text.push_str(&indented(&format!("{more}An example and the remedy: check with --rule {examples}."), 2));
    text
}

/// What is accepted, and what has changed since an earlier check.
fn accepted_and_since(tables: &Tables<'_>, text: &mut String) {
    let Accepted { findings, run_out, unused } = tables.accepted;
    let accepted = findings.len();
    if accepted > 0 {
        put!(
            text,
            "{accepted} {} accepted and not counted: see accepted.csv, with --out.",
            agreeing(accepted, "finding is", "findings are")
        );
    }
    if *run_out > 0 {
        put!(
            text,
            "{run_out} {} in the list again: what was accepted has run out.",
            agreeing(*run_out, "finding is", "findings are")
        );
    }
    if *unused > 0 {
        put!(text, "{unused} {} no finding any more.", agreeing(*unused, "acceptance has", "acceptances have"));
    }
    if let Some(since) = tables.since {
        let [new, still, not_then] =
            [Standing::New, Standing::StillThere, Standing::NotCheckedThen].map(|standing| since.count(standing));
        put!(text, "Since the earlier check: {new} new, {still} still there, {} mended.", since.mended.len());
        if not_then + since.not_checked_now > 0 {
            put!(
                text,
                "Not compared: {not_then} findings of rules not run then, {} of rules not run now.",
                since.not_checked_now
            );
        }
    }
}

fn in_words(column: &str, value: &Guarded) -> String {
    if value.is_blank() { format!("{column} blank") } else { format!("{column} {value}") }
}

fn touches(indicators: &[u16]) -> String {
    if indicators == EVERY_INDICATOR {
        return " (touches every indicator)".to_owned();
    }
    let numbers: Vec<String> = indicators.iter().map(u16::to_string).collect();
    format!(" (touches NI {})", numbers.join(", "))
}

/// The rows that no rule could check.
fn beyond_rules(tables: &Tables<'_>, text: &mut String) {
    let count = tables.clean.input.findings.iter().filter(|finding| is_beyond_rules(finding)).count();
    if count > 0 {
        let rows = match count {
            1 => "1 row could not be placed or is not laid out as its heading".to_owned(),
            _ => format!("{count} rows could not be placed or are not laid out as their heading"),
        };
        put!(text, "\n{rows}: see findings.csv, with --out");
    }
}

fn quiet_and_not_run(tables: &Tables<'_>, rules: &[RuleSummary<'_>], text: &mut String) {
    let (ran, quiet) = (
        rules.iter().filter(|summary| summary.returns > 0).count(),
        rules.iter().filter(|summary| summary.returns > 0 && summary.findings.is_empty()).count(),
    );
    put!(text, "\n{ran} of {} rules were run; {quiet} of them found nothing.", rules.len());
    let never: Vec<&RuleSummary<'_>> = rules.iter().filter(|summary| summary.returns == 0).collect();
    if !never.is_empty() {
        put!(text, "NOT RUN, because a table or a column is missing:");
        let mut by_lack = BTreeMap::<String, Vec<&str>>::new();
        for summary in never {
            let lacks: Vec<String> = summary.not_run.keys().map(Lacking::to_string).collect();
            by_lack.entry(lacks.join(", ")).or_default().push(summary.rule.number);
        }
        for (lacking, numbers) in by_lack {
            text.push_str(&indented(&format!("{lacking}: {}", numbers.join(" ")), 2));
        }
    }
    let partly = rules.iter().filter(|summary| summary.returns > 0 && !summary.not_run.is_empty()).count();
    if partly > 0 {
        put!(
            text,
            "{partly} rules were not run on every return, because a table or a column is missing: see returns.csv, with --out."
        );
    }
    let children: usize = tables.checked.returns.iter().map(|checked| checked.children).sum();
    let with_errors: usize = tables.checked.returns.iter().map(|checked| checked.of(Severity::Error).children).sum();
    if let Some(share) = rounding::value(Unit::Percent, with_errors as u64, children as u64) {
        put!(text, "{with_errors} of {children} children ({share}%) have an error, each counted once in every return.");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_said_of_returns_not_shown_is_true_of_them() {
        for (returns, most, least, said) in [
            (5, 0, 0, "and 5 more returns without an error"),
            (1, 0, 3, "and 1 more return without an error"),
            (5, 2, 3, "and 5 more returns with fewer errors"),
            (5, 3, 3, "and 5 more returns with 3 errors or fewer"),
            (2, 1, 1, "and 2 more returns with 1 error or none"),
        ] {
            assert_eq!(of_others(returns, most, least), said);
        }
    }
}

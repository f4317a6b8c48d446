//! What the checks found, by rule and by return.

use super::checked::{Checked, CheckedReturn, Lacking};
use super::finding::Finding;
use super::rule::{Rule, Severity};
use crate::code::ChildId;
use crate::seeds::authorities::AuthorityIndex;
use std::collections::{BTreeMap, BTreeSet};

/// What one rule found in all the returns.
#[derive(Debug)]
pub(crate) struct RuleSummary<'run> {
    /// The rule.
    pub(crate) rule: &'static Rule,
    /// What it found, return by return, in order of file and line.
    pub(crate) findings: Vec<&'run Finding>,
    /// The number of children it found something about.
    pub(crate) children: usize,
    /// The number of returns that it was run on.
    pub(crate) returns: usize,
    /// The number of returns that it was not run on, by what these, or the returns of the year before, lack.
    pub(crate) not_run: BTreeMap<Lacking, usize>,
}

/// The summary of every rule that holds for any of the returns, in order of number.
pub(crate) fn by_rule(checked: &Checked) -> Vec<RuleSummary<'_>> {
    let mut rules = BTreeMap::<_, RuleSummary<'_>>::new();
    for in_return in &checked.returns {
        for run in &in_return.rules {
            let rule = run.rule;
            let nothing = || RuleSummary { rule, findings: vec![], children: 0, returns: 0, not_run: BTreeMap::new() };
            let summary = rules.entry(in_order(rule.number)).or_insert_with(nothing);
            match run.not_run {
                None => summary.returns += 1,
                Some(lacking) => *summary.not_run.entry(lacking).or_default() += 1,
            }
        }
        for finding in &in_return.findings {
            if let Some(summary) = rules.get_mut(&in_order(finding.rule.number)) {
                summary.findings.push(finding);
            }
        }
    }
    let mut rules: Vec<RuleSummary<'_>> = rules.into_values().collect();
    for summary in &mut rules {
        summary.children = children(summary.findings.iter().copied());
    }
    rules
}

/// The order of rules by number, as people count: 102 before 1001, and letters after figures.
pub(crate) fn in_order(number: &str) -> (bool, usize, &str) {
    let figures = number.bytes().take_while(u8::is_ascii_digit).count();
    (figures == 0, figures, number)
}

/// How much of one severity was found in one return.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Counts {
    /// The number of findings.
    pub(crate) findings: usize,
    /// The number of children they are about.
    pub(crate) children: usize,
}

impl CheckedReturn {
    /// How much of a severity was found.
    pub(crate) fn of(&self, severity: Severity) -> Counts {
        let of_severity = self.findings.iter().filter(|finding| finding.rule.severity == severity);
        Counts { findings: of_severity.clone().count(), children: children(of_severity) }
    }

    /// The number of rules that were run.
    pub(crate) fn rules_run(&self) -> usize {
        self.rules.iter().filter(|run| run.not_run.is_none()).count()
    }

    /// The numbers of the rules that were not run, by what the returns lack.
    pub(crate) fn not_run(&self) -> BTreeMap<Lacking, Vec<&'static str>> {
        let mut not_run = BTreeMap::<_, Vec<&'static str>>::new();
        for run in &self.rules {
            if let Some(lacking) = run.not_run {
                not_run.entry(lacking).or_default().push(run.rule.number);
            }
        }
        not_run.values_mut().for_each(|numbers| numbers.sort_by_key(|number| in_order(number)));
        not_run
    }
}

impl Checked {
    /// The numbers of the rules that were run on any return.
    pub(crate) fn rules_run(&self) -> BTreeSet<&'static str> {
        let runs = self.returns.iter().flat_map(|checked| &checked.rules);
        runs.filter(|run| run.not_run.is_none()).map(|run| run.rule.number).collect()
    }
}

/// The number of children that findings are about.
fn children<'run>(findings: impl Iterator<Item = &'run Finding>) -> usize {
    let children: BTreeSet<(AuthorityIndex, ChildId)> =
        findings.map(|finding| (finding.authority, finding.child)).collect();
    children.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rules_are_in_the_order_of_their_numbers() {
        let mut numbers = ["ST01", "1001", "197A", "102", "INT05", "357", "197B"];
        numbers.sort_by_key(|number| in_order(number));
        assert_eq!(numbers, ["102", "197A", "197B", "357", "1001", "INT05", "ST01"]);
    }
}

//! What the checks found, by child.

use super::checked::CheckedReturn;
use super::finding::Finding;
use super::rule::{EVERY_INDICATOR, Severity};
use super::summary::in_order;
use crate::code::ChildId;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

/// What was found about one child of a return.
#[derive(Debug)]
pub(crate) struct ChildFindings<'run> {
    /// The child.
    pub(crate) child: ChildId,
    findings: Vec<&'run Finding>,
}

/// Every child of a return about whom anything was found: those with the most errors first, then in order of id.
pub(crate) fn by_child(checked: &CheckedReturn) -> Vec<ChildFindings<'_>> {
    let mut by_child = BTreeMap::<ChildId, Vec<&Finding>>::new();
    for finding in &checked.findings {
        by_child.entry(finding.child).or_default().push(finding);
    }
    let mut children: Vec<ChildFindings<'_>> =
        by_child.into_iter().map(|(child, findings)| ChildFindings { child, findings }).collect();
    children.sort_by_key(|child| Reverse((child.of(Severity::Error), child.of(Severity::Query))));
    children
}

impl ChildFindings<'_> {
    /// How many findings are of a severity.
    pub(crate) fn of(&self, severity: Severity) -> usize {
        self.findings.iter().filter(|finding| finding.rule.severity == severity).count()
    }

    /// The rules that found something, each once, in the order of their numbers.
    pub(crate) fn rules(&self) -> Vec<&'static str> {
        let mut rules: Vec<&str> = self.findings.iter().map(|finding| finding.rule.number).collect();
        rules.sort_by_key(|number| in_order(number));
        rules.dedup();
        rules
    }

    /// The indicators that they touch, each once, in order.
    pub(crate) fn indicators(&self) -> Vec<u16> {
        if self.findings.iter().any(|finding| finding.rule.indicators == EVERY_INDICATOR) {
            return EVERY_INDICATOR.to_vec();
        }
        let touched = self.findings.iter().flat_map(|finding| finding.rule.indicators).copied();
        touched.collect::<BTreeSet<u16>>().into_iter().collect()
    }
}

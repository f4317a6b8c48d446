//! Rules about OC3: care leavers.

mod activity;
mod codes;
mod last_episode;
mod rule_1001;
mod rule_1002;
mod rule_1010;
mod rule_1012;
mod rule_153;
mod rule_348;
mod rule_391;
mod rule_st06;

use crate::check::child::Child;
use crate::check::finding::Found;
use crate::check::rows::Oc3Row;
use crate::check::rule::Rule;

/// The rules of this folder.
pub const RULES: &[&Rule] = &[
    &codes::RULE_131,
    &codes::RULE_132,
    &codes::RULE_133,
    &rule_153::RULE,
    &activity::RULE_344,
    &activity::RULE_345,
    &rule_391::RULE,
    &last_episode::RULE_1000,
    &last_episode::RULE_1011,
    &rule_348::RULE,
    &rule_1001::RULE,
    &rule_1002::RULE,
    &rule_1010::RULE,
    &rule_1012::RULE,
    &rule_st06::RULE,
];

/// Reports a row of someone whose age, or care by age, is the fault.
fn report_with_birth(child: &Child<'_>, row: &Oc3Row<'_>, found: &mut Found<'_>) {
    let [in_touch, activity, accommodation] = row.items();
    found.row(row.at, &[in_touch, activity, accommodation, ("DOB", &child.birth_told())]);
}

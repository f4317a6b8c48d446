//! Rules about adoption: decisions, matches, and placements for adoption.

mod rule_151;
mod rule_331;
mod rule_333;
mod rule_334;
mod rule_386;
mod rule_390;
mod rule_551;
mod rule_552;
mod rule_557;
mod rule_558;
mod rule_601;
mod rule_602;
mod rule_st05;

use crate::check::child::Child;
use crate::check::rows::EpisodeRow;
use crate::check::rule::Rule;
use crate::seeds::codes::roles::Role;

/// The rules of this folder.
pub const RULES: &[&Rule] = &[
    &rule_151::RULE,
    &rule_331::RULE,
    &rule_333::RULE,
    &rule_334::RULE,
    &rule_386::RULE,
    &rule_390::RULE,
    &rule_551::RULE,
    &rule_552::RULE,
    &rule_557::RULE,
    &rule_558::RULE,
    &rule_601::RULE,
    &rule_602::RULE,
    &rule_st05::RULE,
];

/// The episode that ended with an adoption in the return's year; of several the latest.
fn adoption<'a>(child: &Child<'a>) -> Option<&'a EpisodeRow<'a>> {
    let adoptions = child.rows.all_episodes().filter(|episode| episode.is_adoption());
    let of_year = adoptions.filter(|episode| episode.dec.day.is_some_and(|end| child.in_year(end)));
    of_year.max_by_key(|episode| (episode.dec.day, episode.at))
}

/// The place among the child's episodes of care of the one that ended with an adoption.
fn place_in_care(child: &Child<'_>, adoption: &EpisodeRow<'_>) -> Option<usize> {
    let mut episodes = child.care.as_ref()?.episodes.iter();
    let adopted = |code| child.has_role(Role::Adopted, code);
    episodes.position(|episode| Some(episode.row.decom) == adoption.decom.day && adopted(episode.reason_ended))
}

//! 1000: OC3 is filled for someone who died in care.

use super::last_episode::report_ended;
use crate::check::rule::Rule;
use crate::returns::table::Table;
use crate::seeds::codes::roles::Role;

pub(crate) const RULE: Rule = Rule::error(
    "1000",
    "OC3 is filled for someone who died in care",
    "take the row of OC3 away, or correct REC of the last episode",
    |child, found| report_ended(child, Role::Died, found),
)
.touching(&[147, 148])
.needing(&[Table::Episodes, Table::Oc3]);

#[cfg(test)]
mod tests {
    use super::super::last_episode::examples::{finds_a_last_episode, passes_the_rest};
    use super::RULE;

    #[test]
    fn a_last_episode_that_ended_so_is_found_and_others_are_right() {
        finds_a_last_episode(&RULE, "E2");
        passes_the_rest(&RULE, "E2");
    }
}

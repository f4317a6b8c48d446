//! The rule of every measure.

use super::rule::{Rule, Times};
use super::{change, entering, health, independence, leaving, missing, population, reviews, short_breaks};

/// The rule of every measure that is decided about a child.
pub(super) const RULES: [(&str, Rule); 30] = [
    ("on_day", population::on_day),
    ("in_window", population::in_window),
    ("began", population::began),
    ("began_under_1", entering::under_1),
    ("began_at_1_to_4", entering::at_1_to_4),
    ("began_at_5_to_9", entering::at_5_to_9),
    ("began_at_10_to_15", entering::at_10_to_15),
    ("began_from_16", entering::from_16),
    ("ceased", leaving::ceased),
    ("on_day_before", change::on_day_before),
    ("ceased_under_16", leaving::under_16),
    ("ceased_at_16", leaving::at_16),
    ("ceased_at_17", leaving::at_17),
    ("ceased_on_18th_birthday", leaving::on_18th_birthday),
    ("ceased_later", leaving::later),
    ("ceased_from_18", leaving::from_18),
    ("short_breaks_only", short_breaks::only),
    ("to_independence_at_16", independence::at_16),
    ("to_independence_at_17", independence::at_17),
    ("in_reviews_table", reviews::in_table),
    ("in_missing_table", missing::in_table),
    ("went_missing", missing::went),
    ("twelve_months", health::twelve_months),
    ("with_oc2", health::with_oc2),
    ("health_assessed", health::health_assessed),
    ("teeth_checked", health::teeth_checked),
    ("immunised", health::immunised),
    ("substance_misuse", health::substance_misuse),
    ("with_oc2_from_10", health::with_oc2_from_10),
    ("convicted", health::convicted),
];

/// The rule of every measure of which each time is counted.
pub(super) const TIMES: [(&str, Times); 4] = [
    ("periods_begun", change::periods_begun),
    ("periods_ended", change::periods_ended),
    ("reviews", reviews::held),
    ("missing_incidents", missing::incidents),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::seeds::Seeds;
    use crate::seeds::context::Of;

    #[test]
    fn every_measure_that_is_decided_about_a_child_has_its_rule() {
        let seeds = Seeds::built_in().unwrap();
        let decided = |is_times: bool| {
            let decided = seeds.context.iter().filter(|seed| seed.counts.is_empty());
            let of_kind = decided.filter(|seed| (seed.of == Of::Times) == is_times);
            of_kind.map(|seed| seed.name.as_str()).collect::<Vec<_>>()
        };
        assert_eq!(decided(false), RULES.map(|(name, _)| name));
        assert_eq!(decided(true), TIMES.map(|(name, _)| name));
        let grouped = seeds.context.iter().filter(|seed| seed.by.is_some()).map(|seed| seed.name.as_str());
        assert_eq!(grouped.collect::<Vec<_>>(), ["reviews"]);
    }
}

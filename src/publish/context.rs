//! The care population for publication: of England and of whole regions alone, by the rule of [`crate::printed::context`].

use crate::context::ContextRow;
use crate::level::Level;
use crate::printed::PrintedTable;
use crate::printed::context::rule::{Region, Rule};
use crate::printed::context::{ByAge, CAME, IN_WINDOW, LEFT, PrintedContext};
use crate::seeds::disclosure::Profile;
use std::collections::BTreeMap;

/// What is printed of the exact care population beside a table; none where the table has no region, or the profile rounds too
/// finely.
pub(crate) fn population(exact: &[ContextRow], table: &PrintedTable, profile: &Profile) -> Option<PrintedContext> {
    let rule = Rule::of(profile)?;
    let of_regions = exact.iter().filter(|row| row.level == Level::Regional && row.group.is_none());
    let mut counts = BTreeMap::<&str, BTreeMap<&str, i64>>::new();
    for row in of_regions {
        let count = i64::try_from(row.numerator).unwrap_or(i64::MAX);
        counts.entry(&row.code).or_default().insert(&row.measure, count);
    }
    let regions = counts.iter().filter_map(|(code, counts)| Some(((*code).to_owned(), region(counts, &rule)?)));
    let printed = rule.print(&regions.collect(), table);
    (!printed.rows.is_empty()).then_some(printed)
}

/// What a region tells, by its exact counts; none where one of them is missing.
fn region(counts: &BTreeMap<&str, i64>, rule: &Rule) -> Option<Region> {
    let told = |of: ByAge| {
        let ages: Option<Vec<i64>> = of.ages.iter().map(|(age, _)| counts.get(age).copied()).collect();
        Some(rule.told(*counts.get(of.whole)?, &ages?))
    };
    Some(Region { in_window: rule.count(*counts.get(IN_WINDOW)?), came: told(CAME)?, left: told(LEFT)? })
}

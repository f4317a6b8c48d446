//! The care population for publication: of England and of whole regions alone, by the rule of [`crate::printed::context`].

use crate::context::ContextRow;
use crate::level::Level;
use crate::printed::PrintedTable;
use crate::printed::context::rule::{Exact, Rule};
use crate::printed::context::{ByAge, CAME, IN_WINDOW, LEFT, PrintedContext};
use crate::seeds::disclosure::Profile;
use std::collections::BTreeMap;

/// The measure of those on the day before the window, of whom nothing is printed.
const ON_DAY_BEFORE: &str = "on_day_before";

/// What is printed of the exact care population beside a table; none where the table has no region, or the rule prints nothing.
pub(crate) fn population(exact: &[ContextRow], table: &PrintedTable, profile: &Profile) -> Option<PrintedContext> {
    let rule = Rule::of(profile, &table.timeframe).ok()?;
    let of_regions = exact.iter().filter(|row| row.level == Level::Regional && row.group.is_none());
    let mut counts = BTreeMap::<&str, BTreeMap<&str, i64>>::new();
    for row in of_regions {
        let count = i64::try_from(row.numerator).unwrap_or(i64::MAX);
        counts.entry(&row.code).or_default().insert(&row.measure, count);
    }
    let region = |(code, counts): (&&str, &BTreeMap<&str, i64>)| {
        let count = |measure: &str| counts.get(measure).copied();
        let ages = |of: ByAge| of.ages.iter().map(|(age, _)| count(age)).collect::<Option<Vec<i64>>>();
        let (came, left) = (ages(CAME)?, ages(LEFT)?);
        let exact = Exact {
            on_day_before: count(ON_DAY_BEFORE)?,
            in_window: count(IN_WINDOW)?,
            came: (count(CAME.whole)?, &came),
            left: (count(LEFT.whole)?, &left),
        };
        Some(((*code).to_owned(), rule.region(&exact, table, code)))
    };
    let printed = rule.print(&counts.iter().filter_map(region).collect(), table);
    (!printed.rows.is_empty()).then_some(printed)
}

//! What is shown against the profile.

use super::Attacked;
use super::figures::Part;
use super::interval::Interval;
use super::range::Range;
use crate::printed::rule::{Hidden, of_mean, of_percentage};
use crate::printed::{Numbers, Printed, PrintedTable};
use crate::seeds::disclosure::Profile;
use crate::unit::Unit;

/// What a table shows though the profile hides it.
pub(crate) fn shown_against_profile(table: &PrintedTable, profile: &Profile) -> Vec<Attacked> {
    let mut found = Vec::new();
    for (place, figure) in table.figures.iter().enumerate() {
        let Numbers { numerator, denominator, value, lower, upper } = figure.numbers;
        // Of a rounded count it cannot be said what the rule makes of it.
        let exact = |printed| match printed {
            Printed::Number(number) if profile.base(figure.level) == 1 => Some(number),
            _ => None,
        };
        let is_mean = figure.unit == Unit::Score;
        let (n, d) = (exact(numerator), exact(denominator));
        let rule = match (n, d) {
            (_, Some(d)) if is_mean => of_mean(profile, d),
            (Some(n), Some(d)) => of_percentage(profile, n, d),
            _ => Hidden::default(),
        };
        let hides = |count: Option<i64>| count.is_some_and(|count| count > 0 && profile.hides(count));
        let shown = [
            (Part::Numerator, numerator.is_shown() && (rule.numerator.is_some() || hides(n))),
            (Part::Denominator, denominator.is_shown() && (rule.denominator.is_some() || hides(d))),
            (
                Part::Value,
                value.is_shown() && (rule.value.is_some() || [numerator, denominator].contains(&Printed::Confidential))
                    || (lower.is_shown() || upper.is_shown()) && !value.is_shown(),
            ),
        ];
        found.extend(shown.into_iter().filter(|(_, shown)| *shown).map(|(part, _)| Attacked {
            figure: place,
            part,
            window: None,
            interval: Interval { range: Range::only(0), proven: true },
            required: profile.least_integers,
            already: None,
            because: vec!["it is shown, or its limits are, though the profile hides it".to_owned()],
        }));
    }
    found
}

//! What hiding costs: how many percentages of authorities are not shown, and why not.

use super::Protected;
use crate::attack::figures::Part;
use crate::decimal::with_commas;
use crate::level::Level;
use crate::printed::rule::Reason;
use crate::printed::{Printed, PrintedFigure};
use crate::unit::Unit;
use crate::verdict::Reliance;
use std::collections::BTreeMap;

/// The percentages of authorities in one table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Cost {
    /// How many there are, shown or hidden.
    percentages: usize,
    /// How many are hidden, by reason.
    hidden: BTreeMap<Reason, usize>,
    /// How many of those shown are unreliable.
    unreliable: usize,
}

impl Cost {
    /// What the table of a day costs.
    pub fn of(protected: &Protected) -> Cost {
        let counts = |figure: &PrintedFigure| figure.level == Level::LocalAuthority && figure.unit == Unit::Percent;
        let is_value = |figure: &PrintedFigure| counts(figure) && matches!(figure.status(), "ok" | "confidential");
        let mut hidden = BTreeMap::new();
        for number in protected.hidden().filter(|number| number.part == Part::Value && counts(number.figure)) {
            *hidden.entry(number.reason).or_default() += 1;
        }
        let percentages = protected.table().figures.iter().filter(|figure| is_value(figure)).count();
        let is_unreliable = |figure: &&PrintedFigure| {
            counts(figure) && figure.status() == "ok" && figure.reliance == Reliance::NotUsable
        };
        let unreliable = protected.table().figures.iter().filter(is_unreliable).count();
        Cost { percentages, hidden, unreliable }
    }

    /// How many there are, shown or hidden.
    pub fn percentages(&self) -> usize {
        self.percentages
    }

    /// How many are hidden.
    pub fn hidden(&self) -> usize {
        self.hidden.values().sum()
    }

    /// What the groups of a day cost; none where none are published.
    pub fn of_groups(protected: &Protected) -> Option<Cost> {
        let counts = |figure: &PrintedFigure| figure.level == Level::LocalAuthority && figure.unit == Unit::Percent;
        // A group of nobody has no percentage.
        let has_value = |figure: &PrintedFigure| counts(figure) && figure.numbers.value != Printed::NotApplicable;
        let (mut hidden, mut percentages) = (BTreeMap::new(), 0);
        for (_, reason) in protected.hidden_of_groups().filter(|(figure, _)| has_value(figure)) {
            percentages += 1;
            if let Some(reason) = reason {
                *hidden.entry(reason).or_default() += 1;
            }
        }
        (protected.groups().next().is_some()).then_some(Cost { percentages, hidden, unreliable: 0 })
    }

    /// In words: `385 of 1,368 percentages hidden: 233 few children, 149 small counts, 3 to protect others`.
    pub fn in_words(&self) -> String {
        let counted = |count: usize| with_commas(i64::try_from(count).unwrap_or(i64::MAX));
        let reasons = [
            (Reason::Denominator, "few children"),
            (Reason::Count, "small counts"),
            (Reason::Complement, "few on the other side"),
            (Reason::Secondary, "to protect others"),
            (Reason::Time, "hidden elsewhere"),
        ];
        let why = reasons
            .into_iter()
            .filter_map(|(reason, words)| Some(format!("{} {words}", counted(*self.hidden.get(&reason)?))));
        let why = why.collect::<Vec<_>>().join(", ");
        let why = if why.is_empty() { why } else { format!(": {why}") };
        let noun = if self.percentages == 1 { "percentage" } else { "percentages" };
        let unreliable = match self.unreliable {
            0 => String::new(),
            1 => "; 1 that is shown is unreliable".to_owned(),
            several => format!("; {} that are shown are unreliable", counted(several)),
        };
        format!("{} of {} {noun} hidden{why}{unreliable}", counted(self.hidden()), counted(self.percentages))
    }
}

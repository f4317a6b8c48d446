//! Every region beside England, or every authority of a region beside the region, an indicator at a time.

use super::published::Within;
use super::{AreaRow, OfAreas};
use crate::benchmark::significance::Significance;
use crate::charts::dots::Dots;
use crate::level::Level;
use crate::pack::words::phrases::capital;
use crate::pack::{Beside, OfIndicator, Pack};
use crate::printed::Printed;
use crate::rounding::Tenths;
use crate::unit::Unit;
use crate::wording::counts::{agreeing, listed, spelled_out};
use crate::wording::mark::Mark;
use crate::wording::names::with_article;
use crate::wording::number::ShownNumber;
use crate::wording::value::Limits;

/// More names than this would not fit a heading.
const MOST_NAMED: usize = 2;

/// Each indicator; none where there is nothing within the place.
pub(super) fn of(within: &Within<'_>) -> Vec<OfAreas> {
    let own = within.pack.indicators.iter().filter(|_| !within.parts.is_empty());
    own.map(|own| of_indicator(own, within)).collect()
}

/// How many areas differ from the whole at 99.8% in any indicator.
pub(super) fn heading(within: &Within<'_>) -> String {
    let (whole, [one, several]) = (with_article(&within.pack.place.name), called(within));
    let differs =
        |pack: &&Pack| pack.indicators.iter().any(|of| beside(of, within).is_some_and(|whole| whole.is_beyond_99_8));
    match (within.parts.iter().filter(differs).count(), within.parts.len()) {
        (_, 0) => String::new(),
        (0, _) => format!("No {one} is known to differ from {whole} at 99.8%"),
        (found, all) => format!(
            "{} of {} {several} {} from {whole} at 99.8% in at least one indicator",
            capital(&spelled_out(found)),
            spelled_out(all),
            agreeing(found, "differs", "differ")
        ),
    }
}

/// What the areas are called, one and several.
fn called(within: &Within<'_>) -> [&'static str; 2] {
    if within.pack.level == Level::National { ["region", "regions"] } else { ["authority", "authorities"] }
}

/// The whole beside the figure of an area that is shown.
fn beside(of: &OfIndicator, within: &Within<'_>) -> Option<Beside> {
    let whole = if within.pack.level == Level::National { &of.england } else { &of.region };
    whole.clone().filter(|_| of.is_shown())
}

/// The level at which areas are named: of a mean score no limits at 99.8% are published.
fn level_of(unit: Unit) -> &'static str {
    match unit {
        Unit::Percent => "99.8%",
        Unit::Score => "95%",
    }
}

fn of_indicator(own: &OfIndicator, within: &Within<'_>) -> OfAreas {
    let number = own.indicator.number;
    let parts = within.parts.iter().filter_map(|pack| {
        let of = pack.indicators.iter().find(|of| of.indicator.number == number)?;
        Some((pack.place.name.as_str(), of))
    });
    let parts: Vec<(&str, &OfIndicator)> = parts.collect();
    let beside = |of: &OfIndicator| beside(of, within);
    let row = |(name, of): &(&str, &OfIndicator)| AreaRow {
        name: (*name).to_owned(),
        value: ShownNumber::value(of.numbers.value, own.indicator.unit),
        mark: beside(of).and_then(|whole| Some(Mark::at_both(whole.significance?, whole.is_beyond_99_8))),
    };
    let level = level_of(own.indicator.unit);
    let told = |significance: Significance| -> Vec<&str> {
        let is_told = |whole: Beside| {
            whole.significance == Some(significance) && (whole.is_beyond_99_8 || own.indicator.unit == Unit::Score)
        };
        parts.iter().filter(|(_, of)| beside(of).is_some_and(is_told)).map(|(name, _)| *name).collect()
    };
    let tested = parts.iter().filter(|(_, of)| {
        beside(of).and_then(|whole| whole.significance).is_some_and(|told| told != Significance::NotTested)
    });
    OfAreas {
        indicator: own.indicator.clone(),
        finding: finding(
            [told(Significance::Better), told(Significance::Worse)],
            [tested.count(), parts.len()],
            called(within),
            [&with_article(&within.pack.place.name), level],
        ),
        rows: parts.iter().map(row).collect(),
        dots: Dots {
            unit: own.indicator.unit,
            good: own.indicator.good,
            whole: number_of(own.numbers.value),
            rows: parts.iter().map(|(_, of)| Some((number_of(of.numbers.value)?, limits(of)))).collect(),
        },
    }
}

/// `London is better than England at 99.8%, and 2 regions are worse`.
fn finding(
    [better, worse]: [Vec<&str>; 2],
    [tested, all]: [usize; 2],
    called: [&str; 2],
    [whole, level]: [&str; 2],
) -> String {
    let [one, several] = called;
    let who = |names: &[&str]| match names.len() {
        1..=MOST_NAMED => listed(names),
        many => format!("{many} {several}"),
    };
    let is = |names: &[&str]| agreeing(names.len(), "is", "are");
    match (better.is_empty(), worse.is_empty()) {
        (true, true) if tested == 0 => format!("No {one} could be compared with {whole}"),
        // Of those that were not tested nothing is known.
        (true, true) if tested < all => format!("No {one} is known to differ from {whole} at {level}"),
        (true, true) => format!("No {one} differs from {whole} at {level}"),
        (false, true) => format!("{} {} better than {whole} at {level}", who(&better), is(&better)),
        (true, false) => format!("{} {} worse than {whole} at {level}", who(&worse), is(&worse)),
        (false, false) => {
            format!(
                "{} {} better than {whole} at {level}, and {} {} worse",
                who(&better),
                is(&better),
                who(&worse),
                is(&worse)
            )
        }
    }
}

fn number_of(printed: Printed) -> Option<Tenths> {
    match printed {
        Printed::Number(tenths) => Some(Tenths(tenths)),
        Printed::RoundsToNought => Some(Tenths(0)),
        Printed::Confidential | Printed::NotApplicable | Printed::NotAvailable => None,
    }
}

fn limits(of: &OfIndicator) -> Option<Limits> {
    Some(Limits { lower: number_of(of.numbers.lower)?, upper: number_of(of.numbers.upper)? })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn few_are_named_and_more_are_counted() {
        let said = |better: &[&str], worse: &[&str]| {
            finding([better.to_vec(), worse.to_vec()], [9, 9], ["region", "regions"], ["England", "99.8%"])
        };
        assert_eq!(said(&["London"], &[]), "London is better than England at 99.8%");
        assert_eq!(
            said(&["London"], &["North East", "South West", "East of England"]),
            "London is better than England at 99.8%, and 3 regions are worse"
        );
        assert_eq!(said(&[], &["London", "South West"]), "London and South West are worse than England at 99.8%");
        assert_eq!(said(&[], &[]), "No region differs from England at 99.8%");
        assert_eq!(
            finding([vec![], vec![]], [0, 9], ["region", "regions"], ["England", "99.8%"]),
            "No region could be compared with England"
        );
        assert_eq!(
            finding([vec![], vec![]], [1, 9], ["region", "regions"], ["England", "99.8%"]),
            "No region is known to differ from England at 99.8%"
        );
    }
}

//! A figure beside England, its region and its neighbours, and the significance of the differences.

use super::phrases::{SIGNIFICANT, capital};
use crate::benchmark::significance::Significance;
use crate::pack::words::known::value_in_words;
use crate::pack::{Beside, OfIndicator};
use crate::printed::Printed;
use crate::unit::Unit;
use crate::wording::counts::{HIDDEN_NOT_COUNTED, either, listed};
use crate::wording::names::{Indicator, with_article};

/// A sentence for each kind of difference, the worse first; none where there is nothing to compare with.
pub(crate) fn sentences(of: &OfIndicator) -> Vec<String> {
    let tellings = [Significance::Worse, Significance::Better, Significance::NotSignificant, Significance::NotTested];
    let told = tellings.into_iter().flat_map(|significance| with_significance(of, significance));
    let leaves_out_hidden = of.neighbours.as_ref().is_some_and(|neighbours| neighbours.leaves_out_hidden);
    told.chain(leaves_out_hidden.then(|| HIDDEN_NOT_COUNTED.to_owned())).collect()
}

/// England's figure, where there is none to compare with it.
pub(crate) fn of_england(of: &OfIndicator) -> Option<String> {
    let england = of.england.as_ref().filter(|england| matches!(england.value, Printed::Number(_)))?;
    let year = england.year_in_words(&of.indicator).map(|year| format!(" in {year}")).unwrap_or_default();
    let value = value_in_words(england.value, of.indicator.unit)?;
    Some(format!("{}'s figure{year} is {value}", england.name))
}

/// A sentence about those from which the figure differs in this way.
fn with_significance(of: &OfIndicator, significance: Significance) -> Vec<String> {
    let beside = [&of.england, &of.region, &of.neighbours].into_iter().flatten();
    let beside: Vec<&Beside> = beside.filter(|beside| beside.significance == Some(significance)).collect();
    let names: Vec<String> = beside.iter().map(|beside| named(beside, &of.indicator)).collect();
    if names.is_empty() {
        return Vec::new();
    }
    match significance {
        Significance::Better => vec![format!("It is better than {}; {SIGNIFICANT}", listed(&names))],
        Significance::Worse => vec![format!("It is worse than {}; {SIGNIFICANT}", listed(&names))],
        Significance::NotSignificant => vec![format!("It is not significantly different from {}", either(&names))],
        Significance::NotTested => {
            let mut why: Vec<String> = beside.iter().map(|beside| why(beside, of.indicator.unit)).collect();
            why.dedup();
            [vec![format!("The difference from {} was not tested", either(&names))], why].concat()
        }
    }
}

/// `England (10.2%)`, `the North East (9.8% in 2010)`.
fn named(beside: &Beside, indicator: &Indicator) -> String {
    let name =
        if beside.name.starts_with("mean") { format!("the {}", beside.name) } else { with_article(&beside.name) };
    let year = beside.year_in_words(indicator).map(|year| format!(" in {year}")).unwrap_or_default();
    format!("{name} ({}{year})", value_in_words(beside.value, indicator.unit).unwrap_or_default())
}

/// Why a difference was not tested.
fn why(beside: &Beside, unit: Unit) -> String {
    match (&beside.not_tested, unit) {
        (Some(why), _) => capital(why),
        (None, Unit::Percent) => "The counts behind the figure are not known".to_owned(),
        (None, Unit::Score) => "Too little is known of how far the scores differ".to_owned(),
    }
}

//! The table of all indicators.

use crate::pack::{OfIndicator, Target};
use crate::unit::Unit;
use crate::wording::mark::Mark;
use crate::wording::number::ShownNumber;
use crate::wording::target::met_or_not;
use serde::Serialize;

/// An indicator in the table of all.
#[derive(Serialize)]
pub(super) struct Row {
    number: u16,
    name: String,
    value: String,
    england: String,
    significance: &'static str,
    targets: Vec<String>,
}

impl Row {
    pub(super) fn of(of: &OfIndicator) -> Row {
        let unit = of.indicator.unit;
        Row {
            number: of.indicator.number,
            name: of.indicator.named(),
            value: ShownNumber::value(of.numbers.value, unit).text,
            england: of
                .england
                .as_ref()
                .map(|england| ShownNumber::value(england.value, unit).text)
                .unwrap_or_default(),
            significance: of
                .england
                .as_ref()
                .and_then(|england| england.significance)
                .map_or("", |told| Mark::of_significance(told).word()),
            targets: of.targets.iter().map(|target| in_brief(target, unit)).collect(),
        }
    }
}

/// `60% by 2011: not met`.
fn in_brief(target: &Target, unit: Unit) -> String {
    let whose = if target.is_local { "local, " } else { "" };
    let met = target.met.map(|met| format!(": {}", met_or_not(met))).unwrap_or_default();
    format!("{whose}{}{met}", target.goal(unit))
}

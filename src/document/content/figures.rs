//! Numbers as the document prints them, and the table of all indicators.

use super::told;
use crate::charts::shown as charts_shown;
use crate::figures::rounding::Tenths;
use crate::pack::{OfIndicator, Target};
use crate::publish::{Numbers, Printed, SYMBOLS};
use crate::seeds::indicators::Unit;
use serde::Serialize;

/// An indicator in the table of all.
#[derive(Serialize)]
pub(super) struct Row {
    number: u16,
    name: String,
    value: String,
    england: String,
    told: &'static str,
    targets: Vec<String>,
}

impl Row {
    pub(super) fn of(of: &OfIndicator) -> Row {
        let unit = of.indicator.unit;
        Row {
            number: of.indicator.number,
            name: of.indicator.named(),
            value: shown(of.numbers.value, unit),
            england: of.england.as_ref().map(|england| charts_shown::shown(england.value, unit)).unwrap_or_default(),
            told: of.england.as_ref().map(|england| told(england.told)).unwrap_or_default(),
            targets: of.targets.iter().map(|target| in_brief(target, unit)).collect(),
        }
    }
}

/// `60% by 2011: not met`.
fn in_brief(target: &Target, unit: Unit) -> String {
    let whose = if target.is_local { "own, " } else { "" };
    let met = match target.met {
        Some(true) => ": met",
        Some(false) => ": not met",
        None => "",
    };
    format!("{whose}{}{} by {}{met}", target.value, unit.suffix(), target.year)
}

/// A value or limit: `10.7%`, `[c]`.
pub(super) fn shown(printed: Printed, unit: Unit) -> String {
    match printed {
        Printed::Number(tenths) => charts_shown::shown(Tenths(tenths), unit),
        _ => {
            let symbol = SYMBOLS.iter().find(|(symbol, ..)| *symbol == printed);
            symbol.map(|(_, letter, _)| format!("[{letter}]")).unwrap_or_default()
        }
    }
}

/// `8.1% to 13.9%`, or the one symbol that stands for both.
pub(super) fn limits(numbers: &Numbers, unit: Unit) -> String {
    let [lower, upper] = [numbers.lower, numbers.upper].map(|limit| shown(limit, unit));
    let is_symbol = !matches!(numbers.lower, Printed::Number(_));
    if is_symbol && lower == upper { lower } else { format!("{lower} to {upper}") }
}

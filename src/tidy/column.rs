//! The columns of the indicators: their names in the data, and what the metadata says of them.

use super::time;
use crate::charts::shown::Indicator;
use crate::publish::{Numbers, Printed};
use crate::seeds::indicators::{IndicatorSeed, Unit};
use crate::timeframe::Timeframe;

/// The table of a return that holds the results of exams, which are those of a year whatever the window is.
const RESULTS: &str = "attainment";

/// The longest label that the API's guide allows, in letters.
const LONGEST_LABEL: usize = 80;

/// What a column holds of an indicator.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Measure {
    /// Children who meet the test.
    Numerator,
    /// Children who count.
    Denominator,
    /// The percentage or mean.
    Value,
    /// The lower limit of its 95% interval.
    Lower,
    /// The upper limit of its 95% interval.
    Upper,
}

impl Measure {
    /// Those of an indicator; nobody meets the test of a mean of scores.
    fn of(unit: Unit) -> &'static [Measure] {
        let all = &[Measure::Value, Measure::Lower, Measure::Upper, Measure::Numerator, Measure::Denominator];
        match unit {
            Unit::Percent => all,
            Unit::Score => &[Measure::Value, Measure::Lower, Measure::Upper, Measure::Denominator],
        }
    }

    /// The number of a figure that it is.
    pub fn number(self, numbers: &Numbers) -> Printed {
        match self {
            Measure::Numerator => numbers.numerator,
            Measure::Denominator => numbers.denominator,
            Measure::Value => numbers.value,
            Measure::Lower => numbers.lower,
            Measure::Upper => numbers.upper,
        }
    }

    /// How many decimals it has.
    pub fn decimals(self) -> u8 {
        match self {
            Measure::Numerator | Measure::Denominator => 0,
            Measure::Value | Measure::Lower | Measure::Upper => 1,
        }
    }

    /// How its column's name ends: what is measured, then the kind of number, as the standard wants it.
    fn name(self, unit: Unit) -> String {
        let value = match unit {
            Unit::Percent => "percent",
            Unit::Score => "score_average",
        };
        match self {
            Measure::Numerator => "numerator_count".to_owned(),
            Measure::Denominator => "denominator_count".to_owned(),
            Measure::Value => value.to_owned(),
            Measure::Lower => format!("{value}_lower"),
            Measure::Upper => format!("{value}_upper"),
        }
    }

    /// What people read.
    fn in_words(self, unit: Unit) -> String {
        let value = match unit {
            Unit::Percent => "percentage",
            Unit::Score => "average score",
        };
        match self {
            Measure::Numerator => "number of children who meet the test".to_owned(),
            Measure::Denominator => "number of children counted".to_owned(),
            Measure::Value => value.to_owned(),
            Measure::Lower => format!("{value}, lower 95% limit"),
            Measure::Upper => format!("{value}, upper 95% limit"),
        }
    }

    /// The standard's unit: `%`, or blank for a plain number.
    fn unit(self, unit: Unit) -> &'static str {
        if self.decimals() == 0 { "" } else { unit.suffix() }
    }
}

/// One column of the data.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// The indicator's number.
    pub indicator: u16,
    /// What it holds.
    pub measure: Measure,
    /// Its name: `ni_62_percent_lower`. Numbers stay when titles change, and no word of a title (English, maths) looks
    /// like an item of a filter.
    pub name: String,
    /// What people read: `NI 62, Three or more placements: percentage, lower 95% limit`.
    pub label: String,
    /// The heading over the indicator's columns, with the window, for there is no other place for it.
    pub grouping: String,
    /// `%`, or blank.
    pub unit: &'static str,
}

/// The columns of the indicators, in order.
pub fn list(indicators: &[IndicatorSeed], timeframe: &Timeframe) -> Vec<Column> {
    let of = |seed: &IndicatorSeed| {
        let grouping = grouping(seed, timeframe);
        let column = |&measure: &Measure| Column {
            indicator: seed.number,
            measure,
            name: format!("ni_{}_{}", seed.number, measure.name(seed.unit)),
            label: label(seed, &measure.in_words(seed.unit)),
            grouping: grouping.clone(),
            unit: measure.unit(seed.unit),
        };
        Measure::of(seed.unit).iter().map(column).collect::<Vec<_>>()
    };
    indicators.iter().flat_map(of).collect()
}

/// With the short title, where that is not too long.
fn label(seed: &IndicatorSeed, measure: &str) -> String {
    let indicator = Indicator::of(seed);
    let label = format!("{}: {measure}", indicator.named());
    if label.chars().count() <= LONGEST_LABEL { label } else { format!("{}: {measure}", indicator.name()) }
}

fn grouping(seed: &IndicatorSeed, timeframe: &Timeframe) -> String {
    let indicator = Indicator::of(seed);
    let is_of_exams = seed.needs.iter().any(|table| table == RESULTS);
    let when = if is_of_exams { "exams of the year shown".to_owned() } else { time::window(timeframe) };
    format!("{}, {}; {when}; {}", indicator.name(), seed.title, indicator.good_in_words())
}

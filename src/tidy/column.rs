//! The columns of the indicators: their names in the data, and what the metadata says of them.

use super::time;
use crate::printed::{Numbers, Printed, PrintedFigure};
use crate::seeds::indicators::IndicatorSeed;
use crate::timeframe::Timeframe;
use crate::unit::Unit;
use crate::verdict::Reliance;
use crate::wording::names::Indicator;

/// The longest label that the API's guide allows, in characters.
const LONGEST_LABEL: usize = 80;

/// What a column holds of an indicator.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Measure {
    /// Children who meet the test.
    Numerator,
    /// Children in the denominator.
    Denominator,
    /// The percentage or mean.
    Value,
    /// The lower limit of its 95% interval.
    Lower,
    /// The upper limit of its 95% interval.
    Upper,
    /// How far the value can be relied upon, as a number, because the standard allows no words in an indicator's column.
    Caution,
}

impl Measure {
    /// The measures of an indicator; a mean score has no numerator to show.
    fn of(unit: Unit) -> &'static [Measure] {
        let all = &[Measure::Value, Measure::Lower, Measure::Upper, Measure::Numerator, Measure::Denominator];
        match unit {
            Unit::Percent => all,
            Unit::Score => &[Measure::Value, Measure::Lower, Measure::Upper, Measure::Denominator],
        }
    }

    /// This number of a figure.
    pub fn number(self, figure: &PrintedFigure) -> Printed {
        let Numbers { numerator, denominator, value, lower, upper } = figure.numbers;
        match self {
            Measure::Numerator => numerator,
            Measure::Denominator => denominator,
            Measure::Value => value,
            Measure::Lower => lower,
            Measure::Upper => upper,
            Measure::Caution if figure.is_shown() => Printed::Number(caution(figure.reliance)),
            Measure::Caution => Printed::NotApplicable,
        }
    }

    /// Its number of decimal places.
    pub(crate) fn decimals(self) -> u8 {
        match self {
            Measure::Numerator | Measure::Denominator | Measure::Caution => 0,
            Measure::Value | Measure::Lower | Measure::Upper => 1,
        }
    }

    /// The end of its column's name: what is measured, then the kind of number, as the standard asks.
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
            Measure::Caution => "caution_level".to_owned(),
        }
    }

    /// What readers see.
    fn in_words(self, unit: Unit) -> String {
        let value = match unit {
            Unit::Percent => "percentage",
            Unit::Score => "average score",
        };
        match self {
            Measure::Numerator => "number of children counted".to_owned(),
            Measure::Denominator => "number of children they are out of".to_owned(),
            Measure::Value => value.to_owned(),
            Measure::Lower => format!("{value}, lower 95% limit"),
            Measure::Upper => format!("{value}, upper 95% limit"),
            Measure::Caution => "caution: 0 none, 1 use with care, 2 unreliable".to_owned(),
        }
    }

    /// The standard's unit: `%`, or blank for a plain number.
    fn unit(self, unit: Unit) -> &'static str {
        if self.decimals() == 0 { "" } else { unit.suffix() }
    }
}

/// A level of caution, as its column's label explains it.
fn caution(reliance: Reliance) -> i64 {
    match reliance {
        Reliance::Usable => 0,
        Reliance::WithCare => 1,
        Reliance::NotUsable => 2,
    }
}

/// One column of the data.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// The indicator's number.
    pub indicator: u16,
    /// What it holds.
    pub measure: Measure,
    /// Its name: `ni_62_percent_lower`. Numbers stay the same when titles change, and no word of a title (English, maths) looks
    /// like an item of a filter.
    pub name: String,
    /// What readers see: `NI 62, Three or more placements: percentage, lower 95% limit`.
    pub label: String,
    /// The heading over the indicator's columns, with the window, which has no other place.
    pub grouping: String,
    /// `%`, or blank.
    pub unit: &'static str,
}

/// The columns of the indicators, in order; those of caution only where the tables have any, so that
/// older tables still give the same file.
pub(crate) fn list(indicators: &[IndicatorSeed], timeframe: &Timeframe, with_caution: bool) -> Vec<Column> {
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
        let caution = with_caution.then_some(&Measure::Caution);
        Measure::of(seed.unit).iter().chain(caution).map(column).collect::<Vec<_>>()
    };
    indicators.iter().flat_map(of).collect()
}

/// With the short title, unless that is too long.
fn label(seed: &IndicatorSeed, measure: &str) -> String {
    let indicator = Indicator::of(seed);
    let label = format!("{}: {measure}", indicator.named());
    if label.chars().count() <= LONGEST_LABEL { label } else { format!("{}: {measure}", indicator.name()) }
}

fn grouping(seed: &IndicatorSeed, timeframe: &Timeframe) -> String {
    let indicator = Indicator::of(seed);
    let when = if seed.of_exams { "exams of the year shown".to_owned() } else { time::window(timeframe) };
    format!("{}, {}; {when}; {}", indicator.name(), seed.title, indicator.good_in_words())
}

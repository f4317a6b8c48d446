//! Values as charts show them, and the words for what can be told of them.

use crate::benchmark::told::Told;
use crate::rounding::Tenths;
use crate::seeds::indicators::IndicatorSeed;
use crate::statistics::Interval;
use crate::unit::{Good, Unit};

/// A value, or what is shown in its place. What is hidden has no number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Value {
    /// A number, rounded.
    Shown(Tenths),
    /// There is one, and it is kept from those who read the chart.
    Hidden,
    /// There is none, for nobody is counted.
    Nobody,
    /// There is none, for it could not be calculated.
    None,
}

impl Value {
    /// The number, where it is shown.
    pub fn number(self) -> Option<Tenths> {
        match self {
            Value::Shown(number) => Some(number),
            Value::Hidden | Value::Nobody | Value::None => None,
        }
    }

    /// Whether there is none, hidden or not.
    pub fn is_none(self) -> bool {
        matches!(self, Value::Nobody | Value::None)
    }

    /// What stands in the place of a number, and its word, as pages have them; none of a number.
    pub fn symbol(self) -> Option<[&'static str; 2]> {
        match self {
            Value::Shown(_) => None,
            Value::Hidden => Some(["[c]", "confidential"]),
            Value::Nobody => Some(["[z]", "not applicable"]),
            Value::None => Some(["[x]", "not available"]),
        }
    }

    /// `10.7%`, `[c] confidential`, `[x] not available`.
    pub fn in_words(self, unit: Unit) -> String {
        match (self, self.symbol()) {
            (Value::Shown(number), _) => shown(number, unit),
            (_, symbol) => symbol.unwrap_or_default().join(" "),
        }
    }
}

/// The bounds of an interval, rounded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// The lower.
    pub lower: Tenths,
    /// The upper.
    pub upper: Tenths,
}

impl From<Interval> for Limits {
    fn from(Interval { lower, upper }: Interval) -> Limits {
        Limits { lower: Tenths::of(lower), upper: Tenths::of(upper) }
    }
}

/// The indicator a chart is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Indicator {
    /// Its number.
    pub number: u16,
    /// Its short title.
    pub title: String,
    /// What it is measured in.
    pub unit: Unit,
    /// Which way is better.
    pub good: Good,
}

impl Indicator {
    /// Of a seed.
    pub fn of(seed: &IndicatorSeed) -> Indicator {
        Indicator { number: seed.number, title: seed.short_title.clone(), unit: seed.unit, good: seed.good }
    }

    /// `NI 62`.
    pub fn name(&self) -> String {
        format!("NI {}", self.number)
    }

    /// `NI 62, Three or more placements`.
    pub fn named(&self) -> String {
        format!("{}, {}", self.name(), self.title)
    }

    /// `low is good`.
    pub fn good_in_words(&self) -> &'static str {
        match self.good {
            Good::High => "high is good",
            Good::Low => "low is good",
        }
    }

    /// A value of it.
    pub fn shown(&self, value: Tenths) -> String {
        shown(value, self.unit)
    }
}

/// An authority in a chart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// Its code.
    pub code: String,
    /// Its name.
    pub name: String,
}

/// `10.7%`, `13.9`.
pub fn shown(value: Tenths, unit: Unit) -> String {
    format!("{value}{}", unit.suffix())
}

/// What can be told of a difference at 95%, in one word; that it cannot be told from chance is `chance`.
pub fn told_in_a_word(told: Told) -> &'static str {
    match told {
        Told::Better => "better",
        Told::Worse => "worse",
        Told::Not => "chance",
        Told::Untested => "not tested",
    }
}

/// How many are hidden: `No figure is hidden.`, `1 figure is hidden.`
pub fn hidden_in_words(hidden: usize) -> String {
    match hidden {
        0 => "No figure is hidden.".to_owned(),
        1 => "1 figure is hidden.".to_owned(),
        _ => format!("{hidden} figures are hidden."),
    }
}

/// How many authorities are shown, and how many are not.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Among {
    /// Those whose value is shown.
    pub shown: usize,
    /// Those whose value is hidden.
    pub hidden: usize,
    /// Those without a figure.
    pub without: usize,
}

impl Among {
    /// Of whom something is true that was found among those that are shown: `all`, `the 5 with a figure`, `the 4 that are
    /// shown`.
    pub fn in_words(self) -> String {
        match (self.hidden, self.without) {
            (0, 0) => "all".to_owned(),
            (0, _) => format!("the {} with a figure", self.shown),
            _ => format!("the {} that are shown", self.shown),
        }
    }

    /// `1 authority`, `6 authorities`, `the 4 authorities that are shown`.
    pub fn authorities(self) -> String {
        match (self.shown, self.hidden) {
            (shown, 0) => authorities(shown),
            (1, _) => "the 1 authority that is shown".to_owned(),
            (shown, _) => format!("the {shown} authorities that are shown"),
        }
    }
}

/// A number of them, as it stands before a verb: `none`, `4`.
pub fn none_or(number: usize) -> String {
    if number == 0 { "none".to_owned() } else { number.to_string() }
}

/// The form of a verb that goes with a number: `is`, `are`.
pub fn verb<'word>(number: usize, one: &'word str, several: &'word str) -> &'word str {
    if number == 1 { one } else { several }
}

/// `1 authority`, `6 authorities`.
pub fn authorities(number: usize) -> String {
    if number == 1 { "1 authority".to_owned() } else { format!("{number} authorities") }
}

/// `Barnet`, `Barnet and Kent`, `Barnet, Brent and Kent`.
pub fn listed<Name: AsRef<str>>(names: &[Name]) -> String {
    let names: Vec<&str> = names.iter().map(AsRef::as_ref).collect();
    match names.as_slice() {
        [first @ .., last] if !first.is_empty() => format!("{} and {last}", first.join(", ")),
        _ => names.concat(),
    }
}

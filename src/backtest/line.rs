//! One figure beside the published one.

use super::tolerance::Tolerance;
use crate::compare::figures::{FigureKey, Named};
use crate::day::Day;
use crate::decimal::Decimal;
use crate::rounding::rounded;
use crate::seeds::indicators::IndicatorSeed;
use crate::seeds::published::figure::PublishedFigure;
use crate::seeds::published::{Cell, Published, Symbol};
use crate::timeframe::Timeframe;
use crate::unit::Unit;
use std::fmt;

/// Where a figure stands, and what the report says there.
pub(super) struct Place<'report> {
    pub report: &'report str,
    pub timeframe: &'report Timeframe,
    pub key: FigureKey,
    pub named: Named,
}

/// A figure of a report and what was published of the same place, indicator and year.
#[derive(Debug, Clone)]
pub struct Line {
    /// The folder of the report.
    pub report: String,
    /// The day of the report.
    pub as_at: Day,
    /// The level, the place's code and the indicator.
    pub key: FigureKey,
    /// The place's name.
    pub name: String,
    /// What the figure is measured in.
    pub unit: Unit,
    /// The year of the 31 March, or of the exams.
    pub year: i32,
    /// Numerator and denominator, where the report has them.
    pub counts: Option<(u64, u64)>,
    /// The figure, rounded once to the decimals of the published one; to one decimal where there is none.
    pub value: Option<Decimal>,
    /// The report's warning; blank where there is none.
    pub warning: String,
    /// What was published.
    pub published: Option<PublishedFigure>,
    /// What came of it.
    pub outcome: Outcome,
}

/// What comes of setting a figure beside the published one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// It lies so far above the published figure, which the tolerance allows.
    Within(Decimal),
    /// It lies further above or below than the tolerance allows.
    Differs(Decimal),
    /// They cannot be compared.
    NotComparable(Why),
}

impl Outcome {
    /// As the table has it.
    pub fn name(&self) -> &'static str {
        match self {
            Outcome::Within(_) => "within",
            Outcome::Differs(_) => "differs",
            Outcome::NotComparable(_) => "not comparable",
        }
    }

    /// How far the figure lies above the published one, where they can be compared.
    pub fn difference(&self) -> Option<Decimal> {
        match self {
            Outcome::Within(above) | Outcome::Differs(above) => Some(*above),
            Outcome::NotComparable(_) => None,
        }
    }
}

/// Why a figure cannot be compared.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Why {
    /// The tables have nothing of the place, indicator and year.
    NotPublished,
    /// The source hides it, or has none.
    AtSource(Symbol),
    /// The report has none.
    NotAvailable,
    /// Nobody counts in the report.
    NoDenominator,
    /// The report's is of some authorities only: `3 of 152`.
    Partial(String),
}

/// In words.
impl fmt::Display for Why {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Why::NotPublished => "not published",
            Why::AtSource(Symbol::Confidential) => "hidden at source",
            Why::AtSource(Symbol::NotAvailable) => "not available at source",
            Why::AtSource(Symbol::NotApplicable) => "not applicable at source",
            Why::AtSource(Symbol::RoundsToZero) => "rounds to zero at source",
            Why::NotAvailable => "not available here",
            Why::NoDenominator => "no denominator",
            Why::Partial(authorities) => return write!(formatter, "{authorities} authorities"),
        })
    }
}

impl Line {
    /// Sets a figure beside the published one. None where it is of no year: neither at a 31 March nor of exams.
    pub(super) fn of(
        place: Place<'_>,
        seed: &IndicatorSeed,
        published: &Published,
        tolerance: Tolerance,
    ) -> Option<Line> {
        let Place { report, timeframe, key, named: (name, _, figure) } = place;
        let as_at = timeframe.as_at;
        if !seed.of_exams && as_at != Day::thirty_first_of_march(as_at.year()) {
            return None;
        }
        let (year, unit) = (seed.figure_year(timeframe), seed.unit);
        let published = published.find(&key.code, key.indicator, year);
        let counts = figure.numerator.parse().ok().zip(figure.denominator.parse().ok());
        let decimals = published.and_then(|published| published.value.known()).map_or(1, |value| value.decimals());
        let value = counts.and_then(|counts| rounded(unit, counts, decimals));
        // `3 of 152`; blank where it is of an authority.
        let is_partial = figure.authorities.split_once(" of ").is_some_and(|(some, all)| some != all);
        let outcome = match (published, figure.status.as_str(), value) {
            (None, ..) => Outcome::NotComparable(Why::NotPublished),
            (_, "not_available", _) => Outcome::NotComparable(Why::NotAvailable),
            _ if is_partial => Outcome::NotComparable(Why::Partial(figure.authorities)),
            (Some(published), _, Some(value)) => outcome(value, &published.value, tolerance),
            _ => Outcome::NotComparable(Why::NoDenominator),
        };
        Some(Line {
            report: report.to_owned(),
            as_at,
            key,
            name,
            unit,
            year,
            counts,
            value,
            warning: figure.warning,
            published: published.cloned(),
            outcome,
        })
    }
}

fn outcome(value: Decimal, published: &Cell<Decimal>, Tolerance(tolerance): Tolerance) -> Outcome {
    let published = match published {
        Cell::Known(published) => *published,
        Cell::Symbol(symbol) => return Outcome::NotComparable(Why::AtSource(*symbol)),
    };
    match value.above(published) {
        Some(above) if above.size() <= tolerance => Outcome::Within(above),
        Some(above) => Outcome::Differs(above),
        None => Outcome::NotComparable(Why::NotAvailable),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decimal(text: &str) -> Decimal {
        Decimal::read(text).unwrap()
    }

    fn name(value: &str, published: &str, tolerance: &str) -> &'static str {
        outcome(decimal(value), &Cell::Known(decimal(published)), Tolerance::read(tolerance).unwrap()).name()
    }

    #[test]
    fn a_difference_of_just_the_tolerance_is_within() {
        // In binary fractions 10.8 - 10.7 is more than 0.1, and 0.3 - 0.2 less.
        for (value, published, tolerance, expected) in [
            ("10.8", "10.7", "0.1", "within"),
            ("10.6", "10.7", "0.1", "within"),
            ("10.9", "10.7", "0.1", "differs"),
            ("10.5", "10.7", "0.1", "differs"),
            ("10.8", "10.7", "0.099", "differs"),
            ("10.8", "10.7", "0", "differs"),
            ("10.7", "10.7", "0", "within"),
            ("11", "10", "1.000", "within"),
            ("12", "10", "1.999", "differs"),
        ] {
            assert_eq!(name(value, published, tolerance), expected, "{value} beside {published}, {tolerance}");
        }
    }

    #[test]
    fn a_tolerance_is_a_number_from_0_with_at_most_three_decimals() {
        for wrong in ["-0.1", "0.1234", "", "a point", "0,1", "1e-1"] {
            assert_eq!(Tolerance::read(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn a_symbol_is_never_a_nought() {
        for (symbol, said) in [
            (Symbol::Confidential, "hidden at source"),
            (Symbol::NotAvailable, "not available at source"),
            (Symbol::NotApplicable, "not applicable at source"),
            (Symbol::RoundsToZero, "rounds to zero at source"),
        ] {
            let outcome = outcome(decimal("0.0"), &Cell::Symbol(symbol), Tolerance::read("100").unwrap());
            assert_eq!(outcome, Outcome::NotComparable(Why::AtSource(symbol)));
            assert_eq!(Why::AtSource(symbol).to_string(), said);
        }
    }
}

//! One figure beside the published one, and the tolerance for their difference.

use crate::day::Day;
use crate::decimal::Decimal;
use crate::figures::Status;
use crate::read_back::figure::{FigureKey, FigureRow};
use crate::rounding::rounded;
use crate::seeds::indicators::IndicatorSeed;
use crate::seeds::published::figure::PublishedFigure;
use crate::seeds::published::{Cell, Published, Symbol};
use crate::timeframe::Timeframe;
use crate::unit::Unit;
use std::fmt;

/// How far a figure may differ from the published one, in points: 0 or more, with at most three decimals.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Tolerance(pub(super) Decimal);

impl Tolerance {
    /// Reads a number of 0 or more with at most three decimals.
    pub(crate) fn read(text: &str) -> Option<Tolerance> {
        Decimal::read(text).filter(|number| number.decimals() <= 3).map(Tolerance)
    }
}

/// A figure that a run calculated.
pub(super) struct Calculated<'report> {
    pub(crate) report: &'report str,
    pub(crate) timeframe: &'report Timeframe,
    pub(crate) figure: FigureRow,
}

/// A figure of a report and the published figure for the same place, indicator and year.
#[derive(Debug, Clone)]
pub struct Line {
    /// The folder of the report.
    pub(crate) report: String,
    /// The day of the report.
    pub(crate) as_at: Day,
    /// The level, the place's code and the indicator.
    pub(crate) key: FigureKey,
    /// The place's name.
    pub(crate) name: String,
    /// What the figure is measured in.
    pub(crate) unit: Unit,
    /// The year of 31 March, or of the exams.
    pub(crate) year: i32,
    /// Numerator and denominator, if the report has them.
    pub(crate) counts: Option<(u64, u64)>,
    /// The figure, rounded once to the decimals of the published one; to one decimal where there is none.
    pub(crate) value: Option<Decimal>,
    /// The report's warning; blank where there is none.
    pub(crate) warning: String,
    /// The published figure.
    pub(crate) published: Option<PublishedFigure>,
    /// How the two compare.
    pub(crate) outcome: Outcome,
}

/// How a figure compares with the published one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// It is this far above the published figure, within the tolerance.
    Within(Decimal),
    /// It is this far above the published figure, beyond the tolerance.
    Differs(Decimal),
    /// They cannot be compared.
    NotComparable(Why),
}

impl Outcome {
    /// The name in the table.
    pub(crate) fn name(&self) -> &'static str {
        match self {
            Outcome::Within(_) => "within",
            Outcome::Differs(_) => "differs",
            Outcome::NotComparable(_) => "not comparable",
        }
    }

    /// How far the figure is above the published one, if they can be compared.
    pub(crate) fn difference(&self) -> Option<Decimal> {
        match self {
            Outcome::Within(above) | Outcome::Differs(above) => Some(*above),
            Outcome::NotComparable(_) => None,
        }
    }
}

/// Why a figure cannot be compared.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Why {
    /// Nothing is published for the place, indicator and year.
    NotPublished,
    /// The source hides the figure or has none.
    AtSource(Symbol),
    /// The report has no figure.
    NotAvailable,
    /// The report's denominator is zero.
    NoDenominator,
    /// The report's figure covers only some authorities: `3 of 152`.
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
    /// Sets a figure beside the published one. None where the figure does not belong to one year: it is neither at 31
    /// March nor of exams.
    pub(super) fn of(
        calculated: Calculated<'_>,
        seed: &IndicatorSeed,
        published: &Published,
        tolerance: Tolerance,
    ) -> Option<Line> {
        let Calculated { report, timeframe, figure } = calculated;
        let as_at = timeframe.as_at;
        if !seed.of_exams && as_at != Day::thirty_first_of_march(as_at.year()) {
            return None;
        }
        let year = seed.figure_year(timeframe);
        let published = published.find(&figure.code, figure.indicator, year);
        let counts = figure.counts();
        let decimals = published.and_then(|published| published.value.known()).map_or(1, |value| value.decimals());
        let value = counts.and_then(|counts| rounded(figure.unit, counts, decimals));
        let outcome = match (published, &figure.status, value) {
            (None, ..) => Outcome::NotComparable(Why::NotPublished),
            (_, Status::NotAvailable(_), _) => Outcome::NotComparable(Why::NotAvailable),
            _ if figure.is_partial() => Outcome::NotComparable(Why::Partial(figure.authorities.clone())),
            (Some(published), _, Some(value)) => outcome(value, &published.value, tolerance),
            _ => Outcome::NotComparable(Why::NoDenominator),
        };
        Some(Line {
            report: report.to_owned(),
            as_at,
            key: figure.key(),
            name: figure.name,
            unit: figure.unit,
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
    fn a_symbol_is_never_a_zero() {
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

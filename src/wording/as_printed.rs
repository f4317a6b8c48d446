//! Figures in numbers and words: exact for their owner, protected for the public.

use super::counts::count_with_commas;
use super::figure::{reason, why_no_figure};
use super::value::Limits;
use crate::benchmark::judgement::NotJudged;
use crate::benchmark::standing::Standing;
use crate::benchmark::{Comparable, ComparedFigure};
use crate::decimal::with_commas;
use crate::doubt::range::Fraction;
use crate::figures::{Figure, Status};
use crate::printed::public::PublicFigure;
use crate::printed::{Numbers, Printed};
use crate::rounding::{self, Tenths};
use crate::unit::Unit;

/// A figure that charts and packs can be made of.
pub trait AsPrinted: Comparable + Sized {
    /// Its numbers, or the symbols in their place. The sum of scores is never one of them.
    fn numbers(compared: &ComparedFigure<Self>, unit: Unit) -> Numbers;

    /// What its counts are rounded to; 1 where they are exact.
    fn counts_to(&self) -> i64;

    /// How its counts are rounded and what its value is based on, in a sentence; blank where counts are exact or not shown.
    fn rounding(&self) -> String;

    /// The counts behind the value, in words: `7 of 52`, `about 20 of about 30`, `52 of 60 scored`; none where there is no
    /// value, or the counts are not shown.
    fn counted(&self, unit: Unit) -> Option<String>;

    /// The smallest and the largest value that the files leave; none where nothing is doubtful, and none in public, for
    /// they are worked out from counts of children.
    fn doubt(&self, unit: Unit) -> Option<Limits>;

    /// The same of a year.
    fn doubt_of_year(standing: &Standing) -> Option<Limits>;

    /// Why there is no value, or none that is shown; none where there is one.
    fn without_figure(&self) -> Option<String>;

    /// The remark on a figure, in full.
    fn note(compared: &ComparedFigure<Self>) -> String {
        let note = || and_not_judged(compared.verdict.in_words(), compared.not_judged);
        compared.figure.without_figure().unwrap_or_else(note)
    }

    /// The remark in a few words.
    fn note_in_short(compared: &ComparedFigure<Self>) -> String {
        let note = || and_not_judged(compared.verdict.in_short(), compared.not_judged);
        compared.figure.without_figure().unwrap_or_else(note)
    }
}

/// A verdict in words, with the reason why the figure may not be judged where that is no part of the verdict.
fn and_not_judged(verdict: String, not_judged: Option<NotJudged>) -> String {
    let more = not_judged.filter(|why| *why == NotJudged::Accumulates).map(|why| format!("not judged: it {why}"));
    [Some(verdict).filter(|verdict| !verdict.is_empty()), more].into_iter().flatten().collect::<Vec<_>>().join("; ")
}

/// Why no percentage is shown beside exact counts: any reader can work it out, so it is not hidden.
pub(crate) const OF_SO_FEW: &str = "no percentage is given of so few children";

/// Whether a percentage is left out beside its exact counts.
pub(crate) fn is_of_so_few(numbers: &Numbers, counts_to: i64) -> bool {
    let is_shown = |count| matches!(count, Printed::Number(_));
    numbers.value == Printed::Confidential
        && counts_to == 1
        && is_shown(numbers.numerator)
        && is_shown(numbers.denominator)
}

/// Whether rounded counts would give another percentage than the one beside them, by more than a point: `about 50 of about
/// 60` beside 73.4%.
pub(crate) fn contradict(numbers: &Numbers, unit: Unit) -> bool {
    const A_POINT: i64 = 10;
    let value = match numbers.value {
        Printed::Number(tenths) => tenths,
        Printed::RoundsToNought => 0,
        Printed::Confidential | Printed::NotApplicable | Printed::NotAvailable => return false,
    };
    match (unit, numbers.numerator, numbers.denominator) {
        (Unit::Percent, Printed::Number(numerator), Printed::Number(denominator)) => {
            (1000 * numerator - value * denominator).abs() > A_POINT * denominator
        }
        _ => false,
    }
}

/// A printed count: `19`; `about 20` where it is rounded.
pub(crate) fn about(count: i64, counts_to: i64) -> String {
    let about = if counts_to == 1 || count == 0 { "" } else { "about " };
    format!("{about}{}", with_commas(count))
}

impl AsPrinted for Figure {
    fn numbers(compared: &ComparedFigure<Figure>, unit: Unit) -> Numbers {
        let figure = &compared.figure;
        let count = |count: u64| Printed::Number(i64::try_from(count).unwrap_or(i64::MAX));
        let at_95 = compared.uncertainty.map(|uncertainty| uncertainty.at_95);
        let limit =
            |limit: Option<f64>| limit.map_or(Printed::NotApplicable, |limit| Printed::Number(Tenths::of(limit).0));
        if let Status::NotAvailable(_) = figure.status {
            return Numbers::all(Printed::NotAvailable);
        }
        let value = rounding::value(unit, figure.numerator, figure.denominator);
        Numbers {
            numerator: match unit {
                Unit::Percent => count(figure.numerator),
                Unit::Score => Printed::NotApplicable,
            },
            denominator: count(figure.denominator),
            value: value.map_or(Printed::NotApplicable, |value| match value {
                Tenths(0) if figure.numerator > 0 => Printed::RoundsToNought,
                Tenths(tenths) => Printed::Number(tenths),
            }),
            lower: limit(at_95.map(|at_95| at_95.lower)),
            upper: limit(at_95.map(|at_95| at_95.upper)),
        }
    }

    fn counts_to(&self) -> i64 {
        1
    }

    fn rounding(&self) -> String {
        String::new()
    }

    fn doubt(&self, unit: Unit) -> Option<Limits> {
        let value = |end: Fraction| rounding::value(unit, end.numerator, end.denominator);
        let range = self.range().filter(|range| range.low != range.high)?;
        Some(Limits { lower: value(range.low)?, upper: value(range.high)? }).filter(|range| range.lower != range.upper)
    }

    fn doubt_of_year(standing: &Standing) -> Option<Limits> {
        let [lower, upper] = standing.left_open?.map(Tenths::of);
        (lower != upper).then_some(Limits { lower, upper })
    }

    fn counted(&self, unit: Unit) -> Option<String> {
        (self.status == Status::Ok).then(|| match unit {
            Unit::Percent => {
                format!("{} of {}", count_with_commas(self.numerator), count_with_commas(self.denominator))
            }
            Unit::Score => {
                format!("{} of {} scored", count_with_commas(self.denominator), count_with_commas(self.population))
            }
        })
    }

    fn without_figure(&self) -> Option<String> {
        why_no_figure(self.status.name(), &reason(self), self.population)
    }
}

impl AsPrinted for PublicFigure {
    fn numbers(compared: &ComparedFigure<PublicFigure>, _: Unit) -> Numbers {
        compared.figure.printed.numbers
    }

    fn counts_to(&self) -> i64 {
        PublicFigure::counts_to(self)
    }

    fn rounding(&self) -> String {
        let Numbers { numerator, denominator, value, .. } = self.printed.numbers;
        let is_number = |printed| matches!(printed, Printed::Number(1..));
        if self.counts_to() == 1 || ![numerator, denominator].into_iter().any(is_number) {
            return String::new();
        }
        if contradict(&self.printed.numbers, self.printed.unit) {
            return format!(
                "Counts to the nearest {} would give another percentage, so none is given.",
                self.counts_to()
            );
        }
        let of = match (self.printed.unit, self.counts_tell()) {
            _ if value == Printed::Confidential => "",
            (Unit::Percent, true) => "; the percentage is of the rounded counts",
            (Unit::Percent, false) => "; the percentage is of the exact counts",
            (Unit::Score, _) => "; the mean is of the exact scores",
        };
        format!("Counts are to the nearest {}{of}.", self.counts_to())
    }

    fn doubt(&self, _unit: Unit) -> Option<Limits> {
        None
    }

    fn doubt_of_year(_: &Standing) -> Option<Limits> {
        None
    }

    fn counted(&self, unit: Unit) -> Option<String> {
        let Numbers { numerator, denominator, value, .. } = self.printed.numbers;
        let about = |count| about(count, self.counts_to());
        match (unit, numerator, denominator, value) {
            (_, _, _, Printed::Confidential) => None,
            _ if contradict(&self.printed.numbers, unit) => None,
            (Unit::Percent, Printed::Number(numerator), Printed::Number(denominator @ 1..), _) => {
                Some(format!("{} of {}", about(numerator), about(denominator)))
            }
            (Unit::Score, _, Printed::Number(scored @ 1..), _) => Some(format!("{} scored", about(scored))),
            _ => None,
        }
    }

    fn without_figure(&self) -> Option<String> {
        if is_of_so_few(&self.printed.numbers, self.counts_to()) {
            return Some(OF_SO_FEW.to_owned());
        }
        if self.is_hidden() {
            return Some("not shown, to protect children".to_owned());
        }
        match self.printed.status() {
            "not_available" => Some("not available".to_owned()),
            // How many should have had a score is not printed.
            "no_denominator" if self.printed.unit == Unit::Score => Some("no children with a score".to_owned()),
            "no_denominator" => Some("no children in the population".to_owned()),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::level::Level;
    use crate::verdict::{Reliance, Verdict};

    fn compared(status: Status, numerator: u64, denominator: u64) -> ComparedFigure {
        let figure = Figure {
            level: Level::LocalAuthority,
            code: "302".to_owned(),
            name: "Barnet".to_owned(),
            indicator: 62,
            status,
            numerator,
            squares: numerator,
            denominator,
            population: if numerator > 0 { denominator + 8 } else { denominator },
            cover_too_short: false,
            behind: None,
            doubt: Default::default(),
        };
        ComparedFigure {
            figure,
            verdict: Verdict { reliance: Reliance::Usable, because: Vec::new() },
            not_judged: None,
            uncertainty: None,
            standing: None,
            placed: None,
            not_placed: None,
            funnel: None,
            not_in_funnel: None,
            funnel_source: None,
            years: Vec::new(),
            change: None,
            trending: None,
            not_trending: None,
            comparators: Vec::new(),
            national: None,
            local: None,
            targets: Vec::new(),
        }
    }

    fn said(status: Status, numerator: u64, denominator: u64, unit: Unit) -> ([Printed; 3], Option<String>, String) {
        let compared = compared(status, numerator, denominator);
        let Numbers { numerator, denominator, value, .. } = Figure::numbers(&compared, unit);
        ([numerator, denominator, value], compared.figure.counted(unit), Figure::note(&compared))
    }

    #[test]
    fn counts_contradict_a_percentage_that_is_more_than_a_point_from_theirs() {
        let contradict = |numerator, denominator, tenths| {
            let [numerator, denominator, value] = [numerator, denominator, tenths].map(Printed::Number);
            contradict(
                &Numbers { numerator, denominator, value, ..Numbers::all(Printed::NotApplicable) },
                Unit::Percent,
            )
        };
        // 50 of 60 is 83.3%; 20 of 40 is 50.0%.
        assert!(contradict(50, 60, 734) && !contradict(50, 60, 833));
        assert_eq!(
            [489, 490, 500, 510, 511].map(|tenths| contradict(20, 40, tenths)),
            [true, false, false, false, true]
        );
    }

    #[test]
    fn an_exact_figure_is_printed_with_its_counts() {
        use Printed::{NotApplicable, NotAvailable, Number, RoundsToNought};
        let some = |text: &str| Some(text.to_owned());
        let blank = String::new;
        let of = |status, numerator, denominator| said(status, numerator, denominator, Unit::Percent);
        assert_eq!(of(Status::Ok, 7, 52), ([Number(7), Number(52), Number(135)], some("7 of 52"), blank()));
        assert_eq!(of(Status::Ok, 0, 52), ([Number(0), Number(52), Number(0)], some("0 of 52"), blank()));
        let small = ([Number(1), Number(5_000), RoundsToNought], some("1 of 5,000"), blank());
        assert_eq!(of(Status::Ok, 1, 5_000), small);
        let nobody = "no children in the population".to_owned();
        assert_eq!(of(Status::NoDenominator, 0, 0), ([Number(0), Number(0), NotApplicable], None, nobody));
        let missing = "not available: no authority has it".to_owned();
        assert_eq!(of(Status::NotAvailable(None), 0, 0), ([NotAvailable; 3], None, missing));
        // The sum of scores is never printed.
        let scores = said(Status::Ok, 749, 52, Unit::Score);
        assert_eq!(scores, ([NotApplicable, Number(52), Number(144)], some("52 of 60 scored"), blank()));
    }
}

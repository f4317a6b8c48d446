//! The figure itself in words: how many of how many, or the mean of their scores, and which way is better.

use super::known::{Known, is_of_few, value_in_words};
use super::phrases::{LONGEST_REASON, capital};
use crate::pack::OfIndicator;
use crate::printed::Printed;
use crate::seeds::indicators::IndicatorSeed;
use crate::unit::{Good, HIGHEST_SCORE, Unit};
use crate::wording::as_printed::{OF_SO_FEW, about};

/// The figure, or why none is shown.
pub(crate) fn sentence(of: &OfIndicator, seed: &IndicatorSeed) -> String {
    let words = Words { of, seed };
    match (Known::of(&of.numbers), of.indicator.unit) {
        (Known::Shown, Unit::Percent) => words.percentage(),
        (Known::Shown, Unit::Score) => words.mean(),
        (Known::Hidden, _) if of.is_of_so_few() => capital(OF_SO_FEW),
        (Known::Hidden, _) => "The figure is not shown, to protect children".to_owned(),
        (Known::Nobody, Unit::Percent) => {
            format!("No {} were counted, so there is no figure", words.several())
        }
        (Known::Nobody, Unit::Score) => format!("No {} had a score, so there is no figure", words.several()),
        (Known::NotAvailable, _) => not_available(of),
    }
}

/// Why it could not be calculated, as the note has it.
fn not_available(of: &OfIndicator) -> String {
    let why = of.note.strip_prefix("not available:").unwrap_or(&of.note).trim();
    match why.split_whitespace().count() {
        1..=LONGEST_REASON => format!("There is no figure: {why}"),
        _ => "There is no figure, for it could not be calculated".to_owned(),
    }
}

struct Words<'pack> {
    of: &'pack OfIndicator,
    seed: &'pack IndicatorSeed,
}

impl Words<'_> {
    /// `19 of 168 children in care had three or more placements (11.3%; lower is better)`.
    fn percentage(&self) -> String {
        let numbers = &self.of.numbers;
        let better = match self.of.indicator.good {
            Good::High => "higher is better",
            Good::Low => "lower is better",
        };
        match (numbers.numerator, numbers.denominator, numbers.value) {
            (.., Printed::Number(_)) if self.of.is_contradicted_by_counts() => self.share(better),
            (Printed::Number(met), Printed::Number(all), Printed::Number(_)) => {
                format!("{} ({}; {better})", self.counted(met, all), self.value())
            }
            (Printed::Number(met), Printed::Number(all), _) => {
                format!("{} (which rounds to nought; {better})", self.counted(met, all))
            }
            (_, _, Printed::Number(_)) => self.share(better),
            _ => format!("So few {} {} that the figure rounds to nought ({better})", self.several(), self.did(2)),
        }
    }

    /// `11.3% of children in care had three or more placements (lower is better)`.
    fn share(&self, better: &str) -> String {
        format!("{} of {} {} ({better})", self.value(), self.several(), self.did(2))
    }

    fn counted(&self, met: i64, all: i64) -> String {
        let [met_shown, all_shown] = [met, all].map(|count| self.count(count));
        let is_exact = self.of.counts_to == 1;
        let did = self.did(met);
        if is_of_few(self.of) {
            let met_shown = match met {
                1 if all == 1 && is_exact => return format!("The only {} {did}", self.called(1)),
                0 => "none".to_owned(),
                _ if met == all && is_exact => "all".to_owned(),
                _ => met_shown,
            };
            return format!("Of only {all_shown} {}, {met_shown} {did}", self.called(all));
        }
        match met {
            0 => format!("None of the {all_shown} {} {did}", self.several()),
            _ if met == all && is_exact => format!("All {all_shown} {} {did}", self.several()),
            _ => capital(&format!("{met_shown} of {all_shown} {} {did}", self.several())),
        }
    }

    /// `The mean score of the 52 children scored is 14.4, where 0 is best and 40 worst`.
    fn mean(&self) -> String {
        let value = self.value();
        let is = match self.of.numbers.denominator {
            Printed::Number(1) if self.of.counts_to == 1 => {
                format!("The score of the only {} scored is {value}", self.seed.person)
            }
            Printed::Number(all) => {
                let only = match (is_of_few(self.of), self.of.counts_to) {
                    (true, _) => "only ",
                    (false, 1) => "the ",
                    (false, _) => "",
                };
                let called = &self.seed.people;
                format!("The mean score of {only}{} {called} scored is {value}", self.count(all))
            }
            _ => format!("The mean score is {value}"),
        };
        let [best, worst] = match self.of.indicator.good {
            Good::Low => [0, HIGHEST_SCORE],
            Good::High => [HIGHEST_SCORE, 0],
        };
        format!("{is}, where {best} is best and {worst} worst")
    }

    /// `19`, `about 1,230`.
    fn count(&self, count: i64) -> String {
        about(count, self.of.counts_to)
    }

    fn value(&self) -> String {
        value_in_words(self.of.numbers.value, self.of.indicator.unit).unwrap_or_default()
    }

    fn several(&self) -> String {
        self.called(2)
    }

    /// `child in care`, `children in care`.
    fn called(&self, number: i64) -> String {
        let name = if number == 1 { &self.seed.person } else { &self.seed.people };
        format!("{name} {}", self.seed.who).trim_end().to_owned()
    }

    /// `had three or more placements`; of exams also their year, which is that of the latest figure.
    fn did(&self, number: i64) -> String {
        let did = match (self.seed.did.strip_prefix("were "), number) {
            (Some(rest), 1) => format!("was {rest}"),
            _ if self.seed.did.is_empty() => "met the test".to_owned(),
            _ => self.seed.did.clone(),
        };
        match self.of.years.last() {
            Some((year, _)) if self.seed.of_exams => format!("{did} in the exams of {year}"),
            _ => did,
        }
    }
}

//! The descriptions of a run's charts, exact, for its owner's eyes alone: from figures that are set beside others.

mod across;
mod authority;

use super::shown::{Place, Value};
use crate::benchmark::standing::{Known, Standing};
use crate::benchmark::{Compared, ComparedFigure};
use crate::figures::rounding::Tenths;
use crate::seeds::Seeds;
use crate::seeds::indicators::IndicatorSeed;
use crate::seeds::published::Symbol;
use crate::timeframe::{Basis, Timeframe};

/// Makes the descriptions of a run's charts.
#[derive(Debug, Clone, Copy)]
pub struct OfRun<'run> {
    compared: &'run Compared,
    seeds: &'run Seeds,
}

impl<'run> OfRun<'run> {
    /// Of the figures of one day.
    pub fn new(compared: &'run Compared, seeds: &'run Seeds) -> OfRun<'run> {
        OfRun { compared, seeds }
    }

    fn seed(&self, number: u16) -> Option<&'run IndicatorSeed> {
        self.seeds.indicators.iter().find(|seed| seed.number == number)
    }

    /// Figures of one authority with the seeds of their indicators.
    fn with_seeds(
        &self,
        figures: &'run [ComparedFigure],
    ) -> impl Iterator<Item = (&'run ComparedFigure, &'run IndicatorSeed)> {
        let run = *self;
        figures.iter().filter_map(move |compared| Some((compared, run.seed(compared.figure.indicator)?)))
    }

    /// The window: `twelve months to 31 March 2011`.
    fn when(&self) -> String {
        let Timeframe { basis, as_at, .. } = self.compared.timeframe;
        let basis = match basis {
            Basis::Rolling => "twelve months to",
            Basis::YearToDate => "1 April to",
        };
        format!("{basis} {}", as_at.in_words())
    }
}

/// The place that figures are of.
fn place(figures: &[ComparedFigure]) -> Option<Place> {
    let figure = &figures.first()?.figure;
    Some(Place { code: figure.code.clone(), name: figure.name.clone() })
}

/// A value as it is printed: the same number, read back, so that charts and tables never differ.
fn rounded(standing: &Standing) -> Tenths {
    let tenths = crate::decimal::Decimal::read(&standing.shown).filter(|shown| shown.decimals() == 1);
    tenths.map_or_else(|| Tenths::of(standing.value), |shown| Tenths(shown.digits()))
}

/// What is shown of a place and a year.
fn value(known: &Known) -> Value {
    match (&known.used, known.symbol) {
        (Some(standing), _) => Value::Shown(rounded(standing)),
        (None, Some(Symbol::Confidential)) => Value::Hidden,
        (None, _) => Value::None,
    }
}

//! The descriptions of a run's charts, from compared figures: exact for their owner, or as
//! printed for the public.

mod across;
mod authority;
pub(crate) mod flows;
pub(crate) mod series;
pub(crate) mod year_end;

use crate::benchmark::standing::{Known, Standing};
use crate::benchmark::{Compared, ComparedFigure, naming};
use crate::decimal::Decimal;
use crate::rounding::Tenths;
use crate::seeds::Seeds;
use crate::seeds::indicators::IndicatorSeed;
use crate::seeds::published::Symbol;
use crate::timeframe::{Basis, Timeframe};
use crate::wording::as_printed::AsPrinted;
use crate::wording::names::Place;
use crate::wording::value::Value;

/// Makes the descriptions of a run's charts.
#[derive(Debug)]
pub struct RunCharts<'run, F> {
    compared: &'run Compared<F>,
    seeds: &'run Seeds,
}

impl<F> Clone for RunCharts<'_, F> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<F> Copy for RunCharts<'_, F> {}

impl<'run, F: AsPrinted> RunCharts<'run, F> {
    /// Of the figures of one day.
    pub fn new(compared: &'run Compared<F>, seeds: &'run Seeds) -> RunCharts<'run, F> {
        RunCharts { compared, seeds }
    }

    fn seed(&self, number: u16) -> Option<&'run IndicatorSeed> {
        self.seeds.indicators.iter().find(|seed| seed.number == number)
    }

    /// The figures of one place, each with the seed of its indicator.
    fn with_seeds(
        &self,
        figures: &'run [ComparedFigure<F>],
    ) -> impl Iterator<Item = (&'run ComparedFigure<F>, &'run IndicatorSeed)> {
        let run = *self;
        figures.iter().filter_map(move |compared| Some((compared, run.seed(compared.figure.indicator())?)))
    }

    /// The window: `twelve months to 31 March 2011`.
    pub(crate) fn when(&self) -> String {
        let Timeframe { basis, as_at, .. } = self.compared.timeframe;
        let basis = match basis {
            Basis::Rolling => "twelve months to",
            Basis::YearToDate => "1 April to",
        };
        format!("{basis} {}", as_at.in_words())
    }
}

/// The place of some figures.
fn place<F: AsPrinted>(figures: &[ComparedFigure<F>]) -> Option<Place> {
    naming(figures).map(place_of)
}

/// The place of a figure.
pub(crate) fn place_of(figure: &impl AsPrinted) -> Place {
    Place { code: figure.code().to_owned(), name: figure.name().to_owned() }
}

/// A value as it is printed, read back from the text so that charts and tables never differ.
pub(crate) fn rounded(standing: &Standing) -> Tenths {
    let tenths = Decimal::read(&standing.shown).filter(|shown| shown.decimals() == 1);
    tenths.map_or_else(|| Tenths::of(standing.value), |shown| Tenths(shown.digits()))
}

/// What is shown for a place and a year.
pub(crate) fn value(known: &Known) -> Value {
    match (&known.used, known.symbol) {
        (Some(standing), _) => Value::Shown(rounded(standing)),
        (None, Some(Symbol::Confidential)) => Value::Hidden,
        (None, Some(Symbol::NotApplicable)) => Value::Nobody,
        (None, None) if known.has_nobody => Value::Nobody,
        (None, _) => Value::NotAvailable,
    }
}

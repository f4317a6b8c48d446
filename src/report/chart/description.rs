//! What the chart of an authority shows, in values and in words.

use crate::benchmark::{Against, ComparedFigure};
use crate::figures::{Status, rounding};
use crate::report::authority::{in_words, note, note_in_short};
use crate::seeds::indicators::{Good, IndicatorSeed, Unit};
use crate::timeframe::{Basis, Timeframe};

/// One authority's indicators against target.
#[derive(Debug, Clone)]
pub struct AuthorityChart {
    /// The authority's name.
    pub name: String,
    /// The authority's code.
    pub code: String,
    /// The day of the figures and the window, in words.
    pub when: String,
    /// The indicators, in order of number.
    pub bars: Vec<Bar>,
}

/// One indicator in the chart.
#[derive(Debug, Clone)]
pub struct Bar {
    /// `NI 62`.
    pub number: String,
    /// The short title.
    pub title: String,
    /// What it is measured in.
    pub unit: Unit,
    /// Which way is better.
    pub good: Good,
    /// The value, where there is one.
    pub value: Option<rounding::Tenths>,
    /// `7 of 52`, or why there is no value.
    pub counted: String,
    /// The national target.
    pub national: Option<Against>,
    /// The local target.
    pub local: Option<Against>,
    /// What to know beside a value.
    pub care: String,
}

impl AuthorityChart {
    /// The chart of one authority's figures; none where there is no figure to show.
    pub fn of(
        figures: &[ComparedFigure],
        indicators: &[IndicatorSeed],
        timeframe: &Timeframe,
    ) -> Option<AuthorityChart> {
        let place = &figures.first()?.figure;
        let bars = figures.iter().filter_map(|compared| {
            let seed = indicators.iter().find(|seed| seed.number == compared.figure.indicator)?;
            Some(bar(compared, seed))
        });
        let basis = match timeframe.basis {
            Basis::Rolling => "twelve months to",
            Basis::YearToDate => "1 April to",
        };
        Some(AuthorityChart {
            name: place.name.clone(),
            code: place.code.clone(),
            when: format!("{basis} {}", timeframe.as_at.in_words()),
            bars: bars.collect(),
        })
    }

    /// The chart's title.
    pub fn title(&self) -> String {
        format!("{} ({}): ten National Indicators for children in care", self.name, self.code)
    }

    /// What the chart shows, for those who cannot see it.
    pub fn in_words(&self) -> String {
        let mut words = format!("Bars of the ten indicators, {}.", self.when);
        for bar in &self.bars {
            words.push_str(&format!(" {} {}: {}", bar.number, bar.title, bar.value_in_words()));
            for (whose, against) in [("local", &bar.local), ("national", &bar.national)] {
                if let Some(against) = against {
                    words.push_str(&format!("; {whose} target {}", in_words(against)));
                }
            }
            words.push('.');
        }
        words
    }
}

impl Bar {
    /// `46.2% (24 of 52; with care: dates of birth missing)`, or why there is no value.
    pub fn value_in_words(&self) -> String {
        let Some(value) = self.value else {
            return self.counted.clone();
        };
        let care = if self.care.is_empty() { String::new() } else { format!("; {}", self.care) };
        format!("{value}{} ({}{care})", self.unit.suffix(), self.counted)
    }
}

fn bar(compared: &ComparedFigure, seed: &IndicatorSeed) -> Bar {
    let figure = &compared.figure;
    let value = (figure.status == Status::Ok)
        .then(|| rounding::value(seed.unit, figure.numerator, figure.denominator))
        .flatten();
    let counted = match (&figure.status, seed.unit) {
        (Status::Ok, Unit::Percent) => format!("{} of {}", figure.numerator, figure.denominator),
        (Status::Ok, Unit::Score) => format!("{} of {} scored", figure.denominator, figure.population),
        _ => note(compared),
    };
    Bar {
        number: format!("NI {}", figure.indicator),
        title: seed.short_title.clone(),
        unit: seed.unit,
        good: seed.good,
        value,
        counted,
        national: compared.national.clone(),
        local: compared.local.clone(),
        care: if value.is_some() { note_in_short(compared) } else { String::new() },
    }
}

//! Where the year of a place will end, in numbers and words; for the owner alone.

use crate::draws::spread::Spread;
use crate::forecast::Forecast;
use crate::forecast::outlook::Outlook;
use crate::forecast::words::{NOT_SAID, STEADY, chance_in_words, in_words};
use crate::rounding::Tenths;
use crate::seeds::indicators::{IndicatorSeed, find};
use crate::wording::names::Indicator;

/// Where the year of a place will end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct YearAhead {
    /// The day up to which things are known, in words.
    pub known: String,
    /// The day looked ahead to, in words.
    pub outturn: String,
    /// What "if nothing further happens" means.
    pub steady: &'static str,
    /// What the watch list does not say.
    pub not_said: &'static str,
    /// The indicators, in order of number.
    pub rows: Vec<IndicatorAhead>,
}

/// One indicator.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IndicatorAhead {
    /// Which.
    pub indicator: Indicator,
    /// The value now; blank where there is none.
    pub now: String,
    /// The value if nothing further happens.
    pub steady: String,
    /// The forecast.
    pub forecast: String,
    /// Its 80% limits: `10.1 to 12.9`.
    pub limits: String,
    /// The targets, each with the chance of meeting it.
    pub targets: Vec<[String; 2]>,
    /// What can still happen, in sentences.
    pub words: String,
}

impl YearAhead {
    /// Of one place: its outlooks, in order of indicator. None where there are none.
    pub(crate) fn of(forecast: &Forecast, outlooks: &[&Outlook], indicators: &[IndicatorSeed]) -> Option<YearAhead> {
        let [known, outturn] = [forecast.timeframe.known, forecast.timeframe.as_at];
        let row = |outlook: &&Outlook| {
            let seed = find(indicators, outlook.steady.indicator)?;
            Some(IndicatorAhead { words: in_words(outlook, seed, outturn), ..numbers(outlook, seed) })
        };
        let rows: Vec<IndicatorAhead> = outlooks.iter().filter_map(row).collect();
        let (known, outturn) = (known.in_words(), outturn.in_words());
        (!rows.is_empty()).then_some(YearAhead { known, outturn, steady: STEADY, not_said: NOT_SAID, rows })
    }
}

fn numbers(outlook: &Outlook, seed: &IndicatorSeed) -> IndicatorAhead {
    let indicator = Indicator::of(seed);
    let shown = |value: Option<Tenths>| value.map(|value| indicator.shown(value)).unwrap_or_default();
    let of_spread = |spread: &Spread| {
        let [low, high] = spread.within_80.map(Tenths::of);
        [indicator.shown(Tenths::of(spread.median)), format!("{low} to {high}")]
    };
    let [forecast, limits] = outlook.likely.spread.as_ref().map(of_spread).unwrap_or_default();
    let targets = outlook.rooms.iter().enumerate().map(|(place, room)| {
        let whose = if room.is_national() { "national" } else { "local" };
        let chance = outlook.likely.chances.get(place).copied().flatten();
        [
            format!("{}{} {whose}", room.target.value, seed.unit.suffix()),
            chance.map(chance_in_words).unwrap_or_default(),
        ]
    });
    let targets = targets.collect();
    let (now, steady) = (shown(outlook.now), shown(outlook.value(seed.unit)));
    IndicatorAhead { now, steady, forecast, limits, targets, words: String::new(), indicator }
}

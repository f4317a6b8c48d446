//! Where the year of a place will end, from its outlooks.

use crate::charts::year_end::{Fan, Goal, Panel, YearEnd};
use crate::draws::spread::Spread;
use crate::forecast::Forecast;
use crate::forecast::outlook::Outlook;
use crate::forecast::quarters::Quarters;
use crate::rounding::Tenths;
use crate::seeds::indicators::{IndicatorSeed, find};
use crate::wording::names::{Indicator, Place};

/// The chart of one place; none where nothing is known of its year.
pub(crate) fn year_end(
    place: Place,
    forecast: &Forecast,
    quarters: &Quarters,
    outlooks: &[&Outlook],
    indicators: &[IndicatorSeed],
) -> Option<YearEnd> {
    let panel = |outlook: &&Outlook| Some(panel(outlook, find(indicators, outlook.steady.indicator)?, quarters));
    let days = [forecast.timeframe.known, forecast.timeframe.as_at];
    YearEnd::new(place, days, outlooks.iter().filter_map(panel).collect())
}

fn panel(outlook: &Outlook, seed: &IndicatorSeed, quarters: &Quarters) -> Panel {
    let [this_year, last_year] = quarters.courses(outlook, seed);
    let fan = |spread: &Spread| Fan {
        median: Tenths::of(spread.median),
        within_80: spread.within_80.map(Tenths::of),
        within_95: spread.within_95.map(Tenths::of),
    };
    let goal = outlook.rooms.first().map(|room| Goal {
        value: Tenths::of(room.target.value.as_f64()),
        shown: format!("{}{}", room.target.value, seed.unit.suffix()),
    });
    Panel {
        indicator: Indicator::of(seed),
        this_year,
        last_year,
        steady: outlook.value(seed.unit),
        forecast: outlook.likely.spread.as_ref().map(fan),
        target: goal,
    }
}

//! Forecasts for publication, where they are asked for: of places of which every figure is shown, and in whole numbers, so that
//! they say less of a figure than the figure itself does.

use crate::draws::spread::Spread;
use crate::forecast::Forecast;
use crate::forecast::outlook::Outlook;
use crate::printed::forecast::{DECISIONS_COME_LATE, PrintedForecast, WORSE_THAN_STAYS, open};
use crate::printed::{PrintedFigure, PrintedTable};
use std::collections::BTreeMap;

/// The forecasts that are printed beside a table, in its order.
pub(crate) fn forecasts<'forecast, 'table>(
    forecast: &'forecast Forecast,
    table: &'table PrintedTable,
) -> Vec<PrintedForecast<'table>> {
    let of_outlook = |outlook: &'forecast Outlook| {
        let steady = &outlook.steady;
        ((steady.level, steady.code.as_str(), steady.indicator), outlook)
    };
    let outlooks: BTreeMap<_, _> = forecast.outlooks.iter().map(of_outlook).collect();
    let of_figure = |figure: &'table PrintedFigure| {
        printed(figure, outlooks.get(&(figure.level, figure.code.as_str(), figure.indicator))?)
    };
    open(table).filter_map(of_figure).collect()
}

/// What is printed of a forecast; none where there is none.
fn printed<'table>(figure: &'table PrintedFigure, outlook: &Outlook) -> Option<PrintedForecast<'table>> {
    let likely = &outlook.likely;
    let room = outlook.rooms.first();
    let chance = likely.chances.first().copied().flatten().filter(|_| room.is_some());
    let worse = likely.worse_than_stays.then_some(WORSE_THAN_STAYS);
    let late = outlook.decisions_come_late().then_some(DECISIONS_COME_LATE);
    Some(PrintedForecast {
        figure,
        limits: whole(likely.spread.as_ref()?),
        target: room.map(|room| (room.target.value, room.is_national())),
        chance: chance.map(|chance| (10.0 * chance).round() as i64),
        warnings: outlook.warning_names().chain(worse).chain(late).collect(),
    })
}

/// The forecast to the nearest whole number, and its limits to the whole numbers outside them, so that no less lies between.
fn whole(spread: &Spread) -> [i64; 5] {
    let Spread { median, within_80: [low_80, high_80], within_95: [low_95, high_95] } = *spread;
    [(median + 0.5).floor(), low_80.floor(), high_80.ceil(), low_95.floor(), high_95.ceil()].map(|limit| limit as i64)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn limits_are_whole_numbers_outside_of_what_was_drawn() {
        let spread = |median, within_80, within_95| Spread { median, within_80, within_95 };
        assert_eq!(whole(&spread(12.5, [10.1, 14.0], [9.0, 14.1])), [13, 10, 14, 9, 15]);
        assert_eq!(whole(&spread(12.4, [12.4, 12.4], [12.4, 12.4])), [12, 12, 13, 12, 13]);
        assert_eq!(whole(&spread(100.0, [99.9, 100.0], [0.0, 100.0])), [100, 99, 100, 0, 100]);
    }
}

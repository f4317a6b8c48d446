//! The charts of packs.

use super::indicators;
use crate::charts::by_hand::{bars, caterpillars, funnels, indicator, slope, spine, trend};
use stocktake::charts::DrawnChart;
use stocktake::charts::caterpillar::{self, Caterpillar};
use stocktake::charts::funnel::{self, Funnel};

/// The charts of a place among so many authorities.
pub fn charts(among: usize) -> Vec<DrawnChart> {
    let mut charts = vec![
        DrawnChart::of("target-bars", &bars()).unwrap(),
        DrawnChart::of("spine", &spine()).unwrap(),
        DrawnChart::of("slope", &slope()).unwrap(),
    ];
    let funnels = funnels(among);
    for number in indicators().iter().map(|seed| seed.number) {
        charts.push(DrawnChart::of(format!("trend-{number}"), &trend()).unwrap());
        if let Some(chart) = Funnel::of(&funnels, "101") {
            charts.push(DrawnChart::of(format!("funnel-{number}"), &chart).unwrap());
        }
    }
    charts
}

/// What the charts of all areas share, of each indicator among so many authorities.
pub fn of_all(among: usize) -> (Vec<caterpillar::Authorities>, Vec<funnel::Authorities>) {
    let each = |number| {
        let (mut in_order, mut by_size) = (caterpillars(among), funnels(among));
        in_order.indicator = indicator(number);
        by_size.indicator = indicator(number);
        (in_order, by_size)
    };
    indicators().iter().map(|seed| each(seed.number)).unzip()
}

/// All areas of each indicator in order, drawn.
pub fn in_order(all: &[caterpillar::Authorities]) -> Vec<DrawnChart> {
    let of_all = |all: &caterpillar::Authorities| {
        let chart = Caterpillar::of_all(all)?;
        Some(DrawnChart::of(format!("caterpillar-{}", all.indicator.number), &chart).unwrap())
    };
    all.iter().filter_map(of_all).collect()
}

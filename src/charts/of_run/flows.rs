//! The charts of what happened in each month alone.

use crate::benchmark::funnel::Position;
use crate::charts::flows::{FlowChart, FlowCharts, Month};
use crate::day::Day;
use crate::flows::flow::Flow;
use crate::flows::months::Months;
use crate::flows::of_authority::Count;
use crate::flows::{Flows, InMonth, PlaceFlow};
use crate::rounding::tenths;
use crate::wording::counts::count_with_commas;
use crate::wording::names::Place;
use crate::wording::value::Limits;

/// The flows of a place; none where nothing was counted.
pub(crate) fn flows_of(place: &Place, flows: &Flows) -> Option<FlowCharts> {
    let of_place = flows.list.iter().filter(|of| of.code == place.code);
    let charts = of_place.map(|of| chart(of, &flows.months));
    Some(FlowCharts::new(place.clone(), charts.collect())).filter(FlowCharts::has_a_value)
}

fn chart(of: &PlaceFlow, months: &Months) -> FlowChart {
    FlowChart {
        title: of.flow.title().to_owned(),
        convention: of.flow.chart().to_owned(),
        suffix: if of.flow == Flow::Placements { "" } else { "%" },
        months: months.each().zip(&of.months).map(|((_, last), month)| in_month(of.flow, last, month)).collect(),
    }
}

fn in_month(flow: Flow, last: Day, month: &InMonth) -> Month {
    let rounded = |count: Option<Count>| {
        let Count { numerator, denominator } = count?;
        tenths(flow.times() * i128::from(numerator), denominator.into())
    };
    let position = month.limits.zip(month.value(flow)).map(|(limits, value)| limits.position(value));
    Month {
        last,
        value: rounded(month.count),
        counted: month.count.map(counted).unwrap_or_default(),
        centre: rounded(month.centre),
        limits: month.limits.map(|limits| [limits.at_95, limits.at_99_8].map(Limits::from)),
        position: position.map(|position| position.name().to_owned()).unwrap_or_default(),
        is_beyond: matches!(position, Some(Position::Below99_8 | Position::Above99_8)),
    }
}

/// `3 of 1,217`.
fn counted(Count { numerator, denominator }: Count) -> String {
    format!("{} of {}", count_with_commas(numerator), count_with_commas(denominator))
}

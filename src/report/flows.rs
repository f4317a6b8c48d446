//! restricted/flows.csv: what happened in each month alone, with the limits of its chart.

use super::indicators::cells::{bounds, tenths};
use crate::flows::flow::Flow;
use crate::flows::{Flows, InMonth};
use crate::output::rows::Rows;
use crate::rounding;
use std::io::{self, Write};

/// One row per place, flow and month, in this order. The value is a percentage; of placements begun, for 1,000 nights of
/// care, which are the denominator. The centre is of all months of the same authorities, and a value on a limit lies
/// within it.
const COLUMNS: [&str; 19] = [
    "month",
    "geographic_level",
    "code",
    "name",
    "flow",
    "indicator",
    "numerator",
    "denominator",
    "value",
    "status",
    "authorities",
    "chart",
    "centre",
    "lower_95",
    "upper_95",
    "lower_99_8",
    "upper_99_8",
    "position",
    "says",
];

/// Writes the table.
///
/// # Errors
/// Where the file cannot be written.
pub(crate) fn write(flows: &Flows, file: &mut dyn Write) -> io::Result<()> {
    let mut rows = Rows::of(file);
    rows.write_record(COLUMNS)?;
    for place in &flows.list {
        for ((_, last), month) in flows.months.each().zip(&place.months) {
            let (year, number, _) = last.ymd();
            let start = [format!("{year:04}-{number:02}"), month.level.name().to_owned(), place.code.clone()];
            let flow = [month.name.clone(), place.flow.name().to_owned(), place.flow.indicator().to_string()];
            let counted = counted(place.flow, month).into_iter().chain(charted(place.flow, month));
            rows.write_record(start.into_iter().chain(flow).chain(counted).chain([place.flow.in_words().to_owned()]))?;
        }
    }
    rows.flush()
}

fn counted(flow: Flow, month: &InMonth) -> [String; 5] {
    let behind = month.behind.map(|behind| format!("{} of {}", behind.available, behind.listed)).unwrap_or_default();
    let Some(count) = month.count else {
        return [String::new(), String::new(), String::new(), "not_available".to_owned(), behind];
    };
    let value = rounding::tenths(flow.times() * i128::from(count.numerator), count.denominator.into());
    [
        count.numerator.to_string(),
        count.denominator.to_string(),
        value.map(|value| value.to_string()).unwrap_or_default(),
        if value.is_some() { "ok" } else { "no_denominator" }.to_owned(),
        behind,
    ]
}

fn charted(flow: Flow, month: &InMonth) -> [String; 7] {
    let Some((limits, centre)) = month.limits.as_ref().zip(month.centre_value(flow)) else {
        let mut blank: [String; 7] = Default::default();
        blank[0] = flow.chart().to_owned();
        return blank;
    };
    let [lower_95, upper_95] = bounds(Some(limits.at_95));
    let [lower_99_8, upper_99_8] = bounds(Some(limits.at_99_8));
    let position = month.value(flow).map(|value| limits.position(value).name().to_owned()).unwrap_or_default();
    [flow.chart().to_owned(), tenths(centre), lower_95, upper_95, lower_99_8, upper_99_8, position]
}

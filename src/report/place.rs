//! The columns with which every table of figures begins: the day, the place and the indicator.

use crate::figures::Figure;
use crate::timeframe::Timeframe;

/// The first six columns of the contract.
pub(crate) const COLUMNS: [&str; 6] = ["as_at", "basis", "geographic_level", "code", "name", "indicator"];

/// The cells, in the order of the columns.
pub(crate) fn cells(timeframe: &Timeframe, figure: &Figure) -> [String; COLUMNS.len()] {
    [
        timeframe.as_at.to_string(),
        timeframe.basis.to_string(),
        figure.level.name().to_owned(),
        figure.code.clone(),
        figure.name.clone(),
        figure.indicator.to_string(),
    ]
}

//! Two indicators of the same children: which they are, and where each figure has its twin.

use crate::figures::{Figure, Status};
use crate::level::Level;
use crate::printed::{PrintedFigure, PrintedGroup, PrintedTable};
use crate::seeds::indicators::IndicatorSeed;
use crate::verdict::Reliance;
use std::collections::BTreeMap;

/// The pairs of indicators that count the same children, where they do in every authority that has both: in the year of
/// a boycott they may not.
pub(super) fn same_children(list: &[(&Figure, Reliance)], indicators: &[IndicatorSeed]) -> Vec<[u16; 2]> {
    let denominators = |indicator: u16| {
        let is_one = move |figure: &&Figure| {
            figure.level == Level::LocalAuthority
                && figure.indicator == indicator
                && !matches!(figure.status, Status::NotAvailable(_))
        };
        let figures = list.iter().map(|(figure, _)| *figure);
        figures.filter(is_one).map(|figure| (figure.code.as_str(), figure.denominator)).collect::<BTreeMap<_, _>>()
    };
    let same = |[one, other]: &[u16; 2]| {
        let others = denominators(*other);
        denominators(*one).iter().all(|(code, one)| others.get(code).is_none_or(|other| one == other))
    };
    let pairs = indicators.iter().filter_map(|seed| Some([seed.number, seed.same_children?]));
    pairs.filter(|[one, other]| one < other).filter(same).collect()
}

/// For each figure, the position of that of the same place in the other indicator of the same children.
pub(super) fn twins(table: &PrintedTable) -> Vec<Option<usize>> {
    let places: BTreeMap<_, usize> =
        table.figures.iter().enumerate().map(|(place, figure)| (key(figure), place)).collect();
    let twin = |figure: &PrintedFigure| {
        let pair = table.same_children.iter().find(|pair| pair.contains(&figure.indicator))?;
        let other = if pair[0] == figure.indicator { pair[1] } else { pair[0] };
        let (level, code, _, group) = key(figure);
        let place = *places.get(&(level, code, other, group))?;
        table.figures[place].is_available().then_some(place)
    };
    table.figures.iter().map(twin).collect()
}

/// Whose figure it is: its place, indicator and group.
pub(super) type Key = (Level, String, u16, Option<PrintedGroup>);

pub(super) fn key(figure: &PrintedFigure) -> Key {
    (figure.level, figure.code.clone(), figure.indicator, figure.group.clone())
}

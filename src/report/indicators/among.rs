//! The columns of restricted/indicators.csv about a figure's rank among others; comparators.csv has what it is
//! compared with.

use super::cells::{blank, bounds, tenths};
use crate::benchmark::ComparedFigure;
use crate::benchmark::funnel::InFunnel;
use crate::benchmark::indicator::Placed;
use crate::benchmark::place::Allowed;
use crate::seeds::configuration::Configuration;
use crate::unit::Unit;

/// What stands for the place when it is compared and where that comes from; its rank and band among authorities (of a
/// region, among regions) and the places that chance allows at 95%; where it lies in the funnel about England, by
/// the convention named, and in the funnel made wider by how much authorities differ.
pub(crate) const COLUMNS: [&str; 30] = [
    "compared_value",
    "compared_source",
    "rank",
    "ranked",
    "sharing_rank",
    "band",
    "not_told_apart",
    "best_rank",
    "worst_rank",
    "ranked_from_returns",
    "ranked_from_published",
    "ranked_without_counts",
    "listed",
    "funnel_convention",
    "funnel_centre",
    "funnel_lower_95",
    "funnel_upper_95",
    "funnel_lower_99_8",
    "funnel_upper_99_8",
    "funnel_position",
    "overdispersion_phi",
    "overdispersion_tau_squared",
    "widened_lower_95",
    "widened_upper_95",
    "widened_lower_99_8",
    "widened_upper_99_8",
    "widened_position",
    "england_value",
    "england_source",
    "funnel_centre_source",
];

/// The cells, in the order of the columns.
pub(crate) fn cells(compared: &ComparedFigure, unit: Unit, configuration: &Configuration) -> Vec<String> {
    let standing = compared.standing.as_ref();
    let shown = standing.map(|standing| standing.shown.clone()).unwrap_or_default();
    let source = standing.map(|standing| standing.source.to_string()).unwrap_or_default();
    let convention = match unit {
        Unit::Percent => configuration.funnel.name(),
        Unit::Score => "mean",
    };
    let england = compared.comparators.iter().find(|comparator| comparator.is_england());
    let england = england.and_then(|comparator| comparator.whole.as_ref());
    let mut cells = vec![shown, source];
    cells.extend(compared.placed.as_ref().map_or_else(blank, placed));
    cells.extend(compared.funnel.as_ref().map_or_else(blank, |funnel| in_funnel(funnel, convention)));
    cells.push(england.map(|england| england.shown.clone()).unwrap_or_default());
    cells.push(england.map(|england| england.source.to_string()).unwrap_or_default());
    let centre = compared.funnel_source.as_ref().filter(|_| compared.funnel.is_some());
    cells.push(centre.map(|source| source.to_string()).unwrap_or_default());
    cells
}

fn placed(placed: &Placed) -> [String; 11] {
    let Placed { place, from_returns, from_published, without_counts, listed, .. } = placed;
    let allowed = |count: fn(&Allowed) -> usize| {
        place.allowed.as_ref().map(|allowed| count(allowed).to_string()).unwrap_or_default()
    };
    [
        place.rank.to_string(),
        place.of.to_string(),
        place.sharing.to_string(),
        place.band.map(|band| band.name().to_owned()).unwrap_or_default(),
        allowed(|allowed| allowed.not_told_apart),
        allowed(|allowed| allowed.best),
        allowed(|allowed| allowed.worst),
        from_returns.to_string(),
        from_published.to_string(),
        without_counts.to_string(),
        listed.to_string(),
    ]
}

fn in_funnel(funnel: &InFunnel, convention: &str) -> [String; 14] {
    let [lower_95, upper_95] = bounds(Some(funnel.limits.at_95));
    let [lower_99_8, upper_99_8] = bounds(Some(funnel.limits.at_99_8));
    let widened = funnel.widened.as_ref();
    let [wide_lower_95, wide_upper_95] = bounds(widened.map(|widened| widened.limits.at_95));
    let [wide_lower_99_8, wide_upper_99_8] = bounds(widened.map(|widened| widened.limits.at_99_8));
    let overdispersion = widened.map(|widened| widened.overdispersion);
    [
        convention.to_owned(),
        tenths(funnel.centre),
        lower_95,
        upper_95,
        lower_99_8,
        upper_99_8,
        funnel.position.name().to_owned(),
        overdispersion.map(|over| format!("{:.3}", over.phi)).unwrap_or_default(),
        overdispersion.map(|over| format!("{:.6}", over.tau_squared)).unwrap_or_default(),
        wide_lower_95,
        wide_upper_95,
        wide_lower_99_8,
        wide_upper_99_8,
        widened.map(|widened| widened.position.name().to_owned()).unwrap_or_default(),
    ]
}

//! Where figures and comparators come from, once for all indicators.

use super::cells::breakable;
use super::page::Page;
use super::place::{OfIndicator, Place};
use crate::benchmark::groups::GroupKind;
use crate::read_back::rows::ComparatorRow;
use crate::wording::counts::listed;

/// The width before the words.
const MARGIN: usize = 12;
/// The source of what has no number.
const NONE: &str = "none";

/// One line for the figures and for each comparator.
pub(crate) fn text(place: &Place<'_>, page: Page) -> String {
    let own = |one: &OfIndicator<'_>| Some(one.figure.compared_source.clone().unwrap_or_else(|| NONE.to_owned()));
    let mut text = page.hanging("Figures", &grouped(place, own), MARGIN);
    for (kind, label) in
        [(GroupKind::England, "England"), (GroupKind::Region, "Region"), (GroupKind::Neighbours, "Neighbours")]
    {
        text.push_str(&line(place, page, label, |one| one.comparator(kind)));
    }
    for (at, name) in own_groups(place).into_iter().enumerate() {
        text.push_str(&line(place, page, &format!("Group {}", at + 1), |one| one.own_group(name)));
    }
    text
}

/// One comparator: its name, and where its numbers come from.
fn line<'place>(
    place: &'place Place<'_>,
    page: Page,
    label: &str,
    comparator: impl Fn(&'place OfIndicator<'_>) -> Option<&'place ComparatorRow>,
) -> String {
    let Some(first) = place.indicators.iter().find_map(&comparator) else { return String::new() };
    let name = match first.is_whole() {
        true if first.comparator == label => String::new(),
        true => format!("{}: ", first.comparator),
        false => format!("{}, the mean of its authorities: ", breakable(&first.comparator)),
    };
    let of_indicator = |one: &'place OfIndicator<'_>| comparator(one).map(|row| source(one, row));
    page.hanging(label, &format!("{name}{}", grouped(place, of_indicator)), MARGIN)
}

/// The names of the user's own groups, in the order of the table.
pub(crate) fn own_groups<'place>(place: &'place Place<'_>) -> Vec<&'place str> {
    let all = place.indicators.iter().flat_map(OfIndicator::used_comparators);
    let mut names: Vec<&str> = Vec::new();
    for row in all.filter(|row| row.is_own_group()) {
        if !names.contains(&row.comparator.as_str()) {
            names.push(&row.comparator);
        }
    }
    names
}

/// Where a comparator's number comes from, with its year if that is not the figure's.
pub(crate) fn source(one: &OfIndicator<'_>, row: &ComparatorRow) -> String {
    if row.number().is_none() {
        return NONE.to_owned();
    }
    if !row.is_whole() {
        return format!("{} of {}", row.with_figure, row.authorities);
    }
    let source = &row.comparator_source;
    match row.comparator_year {
        Some(year) if !one.is_of_year(year) => format!("{source} of {}", one.names.published_in_words(year)),
        _ => source.clone(),
    }
}

/// `returns for NI 62 and 63; none for NI 99`; without the numbers if it is the same for all.
fn grouped<'place>(place: &'place Place<'_>, source: impl Fn(&'place OfIndicator<'_>) -> Option<String>) -> String {
    let mut groups: Vec<(String, Vec<u16>)> = Vec::new();
    for one in &place.indicators {
        let Some(source) = source(one) else { continue };
        match groups.iter_mut().find(|(held, _)| *held == source) {
            Some((_, numbers)) => numbers.push(one.seed.number),
            None => groups.push((source, vec![one.seed.number])),
        }
    }
    groups.sort_by_key(|(source, _)| source == NONE);
    match groups.as_slice() {
        [(source, _)] => source.clone(),
        groups => {
            let part = |(source, numbers): &(String, Vec<u16>)| format!("{source} for NI {}", listed(numbers));
            groups.iter().map(part).collect::<Vec<_>>().join("; ")
        }
    }
}

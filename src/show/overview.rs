//! All indicators of a place in brief.

use super::cells::{Table, marked, range, value};
use super::page::Page;
use super::place::{OfIndicator, Place};
use super::{notes, sources, targets};
use crate::benchmark::groups::GroupKind;
use crate::read_back::figure::FigureRow;
use crate::rounding::Tenths;
use crate::verdict::{MARKS, Reliance};
use crate::wording::figure::quarter;
use crate::wording::mark::Mark;

/// How many groups are shown side by side.
const GROUPS_ACROSS: usize = 4;

/// The tables, targets, notes and sources.
pub(crate) fn text(place: &Place<'_>, page: Page) -> String {
    let mut text = format!("{}\n\n", page.ink.heading(&place.heading(page)));
    text.push_str(&figures(place, page));
    text.push_str(&among_others(place, page));
    text.push_str(&beside_groups(place, page));
    for (heading, block) in [
        ("Targets", targets::in_brief(place, page)),
        ("Notes", notes::text(place, page)),
        ("Sources", sources::text(place, page)),
    ] {
        if !block.is_empty() {
            text.push_str(&format!("\n{}\n{block}", page.ink.heading(heading)));
        }
    }
    text
}

/// Each figure with its interval, beside England and the year before.
fn figures(place: &Place<'_>, page: Page) -> String {
    let row = |one: &OfIndicator<'_>| {
        let figure = &one.figure;
        vec![
            // In one column, to save width.
            Some(format!("{:<3} {}", one.seed.number, one.seed.short_title)),
            one.value().map(|number| format!("{}{}", value(&number.to_string(), figure.unit), one.reliance().mark())),
            one.interval().map(|interval| format!("{interval:>13}")),
            one.comparator(GroupKind::England).and_then(|row| one.beside(row)),
            figure.change.map(|change| marked(&Tenths::signed(change), figure.change_told)),
        ]
    };
    let rows = place.indicators.iter().map(row).collect();
    let since = since(place);
    let columns = [("NI  Indicator", 1), (" Value", 5), (" 95% interval", 13), ("England", 5), (since.as_str(), 5)];
    let least_needed = [" 95% interval", since.as_str(), "England"];
    let mut text = Table { columns: &columns, rows, numbers: numbers(place), least_needed: &least_needed }.text(page);
    if place.indicators.iter().any(|one| one.reliance() != Reliance::Usable) {
        text.push_str(&page.indented(&format!("{MARKS}: see the notes."), 0));
    }
    text
}

/// The number of each indicator.
fn numbers(place: &Place<'_>) -> Vec<u16> {
    place.indicators.iter().map(|one| one.seed.number).collect()
}

/// `Since 2010`, where it is the same year for all.
fn since(place: &Place<'_>) -> String {
    let year = |one: &OfIndicator<'_>| Some(one.names.in_short(one.figure.change_from_year?));
    let mut years: Vec<String> = place.indicators.iter().filter_map(year).collect();
    years.dedup();
    match years.as_slice() {
        [year] => format!("Since {year}"),
        _ => "Since last year".to_owned(),
    }
}

/// Each figure's rank, and the figure beside its region and neighbours; nothing for a place that has neither.
fn among_others(place: &Place<'_>, page: Page) -> String {
    let row = |one: &OfIndicator<'_>| {
        let figure = &one.figure;
        vec![
            Some(one.seed.number.to_string()),
            rank(figure),
            allowed(figure),
            figure.band.map(|band| quarter(band).trim_end_matches(" quarter").to_owned()),
            rank(figure).and(figure.not_told_apart).map(|others| others.to_string()),
            one.comparator(GroupKind::Region).and_then(|row| one.beside(row)),
            one.comparator(GroupKind::Neighbours).and_then(|row| one.beside(row)),
            figure.trend.as_deref().map(trend),
        ]
    };
    let rows: Vec<_> = place.indicators.iter().map(row).collect();
    if rows.iter().flatten().flatten().count() == rows.len() {
        return String::new();
    }
    let columns = [
        ("NI", 1),
        ("Rank", 1),
        ("Likely", 1),
        ("Quarter", 1),
        ("Not different", 1),
        ("Region", 5),
        ("Neighbours", 5),
        ("Trend", 1),
    ];
    let placed = rows.iter().any(|row| row[1].is_some());
    let least_needed = ["Not different", "Quarter", "Trend", "Neighbours", "Likely", "Region"];
    let table = Table { columns: &columns, rows, numbers: numbers(place), least_needed: &least_needed };
    let mut text = format!("\n{}", table.text(page));
    if placed {
        let key = if text.contains("  Not different") {
            "Rank 1 is the best. Not different: how many are not significantly different at 95%."
        } else {
            "Rank 1 is the best."
        };
        text.push_str(&page.indented(key, 0));
    }
    text
}

/// `33 of 148`, or `3= of 6` where others share the rank; nothing where only one is ranked.
pub(crate) fn rank(figure: &FigureRow) -> Option<String> {
    let (rank, ranked) = figure.rank.zip(figure.ranked).filter(|(_, ranked)| *ranked != 1)?;
    let shared = if figure.sharing_rank == Some(1) { "" } else { "=" };
    Some(format!("{rank}{shared} of {ranked}"))
}

/// `3 to 106`.
pub(crate) fn allowed(figure: &FigureRow) -> Option<String> {
    rank(figure)?;
    range(figure.best_rank, figure.worst_rank)
}

/// A trend with its symbol.
pub(crate) fn trend(name: &str) -> String {
    let mark = match name {
        "getting better" => Mark::Better,
        "getting worse" => Mark::Worse,
        name => return format!("≈ {name}"),
    };
    mark.in_words()
}

/// Each figure beside the user's own groups.
fn beside_groups(place: &Place<'_>, page: Page) -> String {
    let names = sources::own_groups(place);
    let headings: Vec<String> = (1..=names.len()).map(|number| format!("Group {number}")).collect();
    let groups: Vec<(&str, &str)> = headings.iter().map(String::as_str).zip(names).collect();
    let tables = groups.chunks(GROUPS_ACROSS).map(|groups| {
        let columns: Vec<_> =
            std::iter::once(("NI", 1)).chain(groups.iter().map(|(heading, _)| (*heading, 5))).collect();
        let row = |one: &OfIndicator<'_>| {
            let cell = |name: &str| one.own_group(name).and_then(|row| one.beside(row));
            let number = Some(one.seed.number.to_string());
            std::iter::once(number).chain(groups.iter().map(|(_, name)| cell(name))).collect()
        };
        let rows = place.indicators.iter().map(row).collect();
        let table = Table { columns: &columns, rows, numbers: numbers(place), least_needed: &[] };
        format!("\n{}", table.text(page))
    });
    tables.collect()
}

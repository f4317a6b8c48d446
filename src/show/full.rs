//! One indicator of a place in full.

use super::cells::{filled, marked, signed, value};
use super::numbers::{Column, Numbers};
use super::overview::{allowed, rank, trend};
use super::page::Page;
use super::place::{OfIndicator, Place};
use super::rows::{ComparatorRow, FigureRow};
use super::{notes, sources, targets};
use crate::benchmark::alike::LOOKS_BACK;
use crate::figures::Status;
use crate::unit::Unit;
use crate::verdict::Reliance;
use crate::wording::mark::Mark;

/// Letters before the words of a line.
const MARGIN: usize = 12;

/// The figure, its place and change, its comparators, targets and years.
pub fn text(place: &Place<'_>, one: &OfIndicator<'_>, page: Page) -> String {
    let figure = &one.figure;
    let title = page.indented(&format!("NI {} {}", figure.indicator, figure.title), 0);
    let mut text = format!("{}\n{}\n\n", page.ink.heading(title.trim_end()), place.heading(page));
    let said = [
        ("Figure", in_figures(one)),
        ("Interval", interval(one)),
        ("Place", among(figure)),
        ("Funnel", funnel(figure)),
        ("Widened", widened(figure)),
        ("Change", change(figure)),
        ("Trend", trending(figure)),
        ("Note", Some(notes::notes(one).join("; ")).filter(|notes| !notes.is_empty())),
    ];
    for (name, words) in said {
        if let Some(words) = words {
            text.push_str(&page.hanging(name, &words, MARGIN));
        }
    }
    for (heading, block) in
        [("Targets", every_target(one, page)), ("Years", years(one, page)), ("Compared with", comparators(one, page))]
    {
        if !block.is_empty() {
            text.push_str(&format!("\n{}\n{block}", page.ink.heading(heading)));
        }
    }
    text
}

/// `11.2%, 19 of 169 children, from returns; low is good`.
fn in_figures(one: &OfIndicator<'_>) -> Option<String> {
    let figure = &one.figure;
    let value = one.value_with_unit().unwrap_or_else(|| "none".to_owned());
    let counted = (one.has_figure() && !one.is_published()).then(|| match figure.unit {
        Unit::Percent => format!("{} of {} children", figure.numerator, figure.denominator),
        Unit::Score => {
            format!("{} over {} of {} children scored", figure.numerator, figure.denominator, figure.population)
        }
    });
    let source = filled(&figure.compared_source).map(|source| match source {
        source if source.starts_with("returns") => format!("from the {source}"),
        source => source.to_owned(),
    });
    let all: Vec<String> = [Some(value), counted, source].into_iter().flatten().collect();
    Some(format!("{}; {} is good", all.join(", "), figure.good.name()))
}

/// The interval of a published number, or both of the figure.
fn interval(one: &OfIndicator<'_>) -> Option<String> {
    if one.is_published() {
        return one.interval().map(|interval| format!("{interval} at 95%"));
    }
    let figure = &one.figure;
    let FigureRow { lower_95, upper_95, lower_99_8, upper_99_8, .. } = figure;
    let name = method(filled(&figure.interval)?);
    Some(format!("{lower_95} to {upper_95} at 95%, {lower_99_8} to {upper_99_8} at 99.8% ({name})"))
}

/// A method as people call it.
fn method(name: &str) -> &str {
    match name {
        "wilson" => "Wilson",
        "clopper_pearson" => "Clopper-Pearson",
        "student_t" => "Student's t",
        "newcombe_10" => "Newcombe's method 10",
        "newcombe_10_and_fisher" => "Newcombe's method 10 and Fisher's exact test",
        "student_t_square_and_add" => "square-and-add of Student's t",
        name => name,
    }
}

fn among(figure: &FigureRow) -> Option<String> {
    let mut said = vec![rank(figure)?];
    said.extend(allowed(figure).map(|allowed| format!("chance allows {allowed}")));
    said.extend(filled(&figure.band).map(|band| format!("band {band}")));
    said.extend(filled(&figure.not_told_apart).map(|alike| format!("{alike} cannot be told apart from it")));
    let FigureRow { listed, ranked_from_returns, ranked_from_published, ranked_without_counts, .. } = figure;
    let mut ranked = format!(
        "{listed} on the list; {ranked_from_returns} placed by returns, {ranked_from_published} by published figures"
    );
    if ranked_without_counts != "0" {
        ranked.push_str(&format!(", {ranked_without_counts} of them without counts"));
    }
    Some(format!("{} ({ranked})", said.join(", ")))
}

fn funnel(figure: &FigureRow) -> Option<String> {
    let position = filled(&figure.funnel_position)?;
    Some(format!(
        "{}: limits about England's {} are {} to {} at 95%, {} to {} at 99.8% (convention: {})",
        in_funnel(position, figure),
        figure.funnel_centre,
        figure.funnel_lower_95,
        figure.funnel_upper_95,
        figure.funnel_lower_99_8,
        figure.funnel_upper_99_8,
        figure.funnel_convention,
    ))
}

fn widened(figure: &FigureRow) -> Option<String> {
    let position = filled(&figure.widened_position)?;
    Some(format!(
        "{}: limits that allow for how much authorities differ are {} to {} at 95%, {} to {} at 99.8%",
        in_funnel(position, figure),
        figure.widened_lower_95,
        figure.widened_upper_95,
        figure.widened_lower_99_8,
        figure.widened_upper_99_8,
    ))
}

/// `▼ worse (above 95%)`, `≈ chance`.
fn in_funnel(position: &str, figure: &FigureRow) -> String {
    match Mark::of_position(position, figure.good) {
        Mark::Chance => Mark::Chance.in_words(),
        mark => format!("{} ({position})", mark.in_words()),
    }
}

fn change(figure: &FigureRow) -> Option<String> {
    let change = signed(filled(&figure.change)?);
    let (value, year) = (&figure.change_from_value, &figure.change_from_year);
    let mut said = format!(
        "{} since {value} in {year}, {}",
        marked(&change, &figure.change_told).trim_start(),
        figure.change_from_source
    );
    if let Some(name) = filled(&figure.change_method) {
        let p = filled(&figure.change_p).map(|p| format!(", p {p}")).unwrap_or_default();
        let (lower, upper) = (signed(&figure.change_lower_95), signed(&figure.change_upper_95));
        said.push_str(&format!("; {lower} to {upper} at 95% ({}{p})", method(name)));
    }
    if let Some(why) = filled(&figure.change_not_compared) {
        said.push_str(&format!("; not compared: {why}"));
    }
    Some(said)
}

fn trending(figure: &FigureRow) -> Option<String> {
    let Some(name) = filled(&figure.trend) else {
        let is_told_of = figure.status != Status::Ok.name() || figure.verdict != Reliance::NotUsable.name();
        let why = if is_told_of {
            "not known: it wants five years without a gap, with their counts, that are compared"
        } else {
            "not told: the figure is not usable"
        };
        return Some(why.to_owned());
    };
    let FigureRow { trend_from_year: from, trend_chi_squared: chi_squared, trend_p: p, trend_sources, .. } = figure;
    Some(format!("{} since {from}: chi-squared {chi_squared}, p {p}; {trend_sources}", trend(name)))
}

/// The numbers of a comparator.
const OF_COMPARATORS: &[Column] = &[("Whole", 7), ("Mean", 7), ("Median", 8), ("Had figures", 13), ("Difference", 20)];
/// The numbers of a year.
const OF_YEARS: &[Column] = &[("Year", 6), ("Value", 8), ("Counted", 19), ("95% interval", 15)];

/// Every comparator on a line of its own, its name and source last, for they may be long.
fn comparators(one: &OfIndicator<'_>, page: Page) -> String {
    if one.comparators.is_empty() {
        return String::new();
    }
    let numbers = Numbers::on(page, OF_COMPARATORS, &["Had figures", "Median"]);
    let mut text = numbers.heading("Comparator");
    for row in &one.comparators {
        let or_dash = |cell: &str| filled(cell).unwrap_or("-").to_owned();
        let difference = filled(&row.difference).map(|difference| marked(&signed(difference), &row.told_95));
        let cells = [
            or_dash(&row.comparator_value),
            or_dash(&row.mean),
            or_dash(&row.median),
            format!("{} of {}", row.with_figure, row.authorities),
            difference.as_deref().map_or("-", str::trim_start).to_owned(),
        ];
        text.push_str(&numbers.line(&cells, &named(one, row)));
    }
    text + &numbers.left_out()
}

/// `England, published (SFR21/2011)`; the one that is passed over says so.
fn named(one: &OfIndicator<'_>, row: &ComparatorRow) -> String {
    let source = if row.is_whole() && !row.number().is_empty() {
        format!(", {}", sources::source(one, row))
    } else {
        String::new()
    };
    let unused = if row.is_used() { "" } else { ", not used" };
    format!("{}{source}{unused}", row.comparator)
}

/// Every target by every source.
fn every_target(one: &OfIndicator<'_>, page: Page) -> String {
    let mut text = String::new();
    for row in &one.targets {
        let source = if row.used == "yes" { String::new() } else { format!(" [by {}, not used]", row.source) };
        text.push_str(&page.hanging("", &format!("{}{source}", targets::in_words(one, row)), 2));
    }
    text
}

/// Every year from every source that has it, the source last, for it may be long.
fn years(one: &OfIndicator<'_>, page: Page) -> String {
    if one.years.is_empty() {
        return String::new();
    }
    let numbers = Numbers::on(page, OF_YEARS, &["Counted", "95% interval"]);
    let over = if one.figure.unit == Unit::Score { "over" } else { "of" };
    let mut text = numbers.heading("Source");
    for year in &one.years {
        let counted = filled(&year.denominator).map(|of| format!("{} {over} {of}", year.numerator));
        let interval = filled(&year.lower_95).map(|lower| format!("{lower} to {}", year.upper_95));
        let [counted, interval] = [counted, interval].map(|cell| cell.unwrap_or_else(|| "-".to_owned()));
        let unused = if year.used == "yes" { "" } else { ", not used" };
        let looks_back = if year.looks_back() { format!(", {LOOKS_BACK}") } else { String::new() };
        let cells = [year.year.clone(), value(&year.value, one.figure.unit), counted, interval];
        text.push_str(&numbers.line(&cells, &format!("{}{unused}{looks_back}", year.source)));
    }
    text + &numbers.left_out()
}

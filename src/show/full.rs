//! One indicator of a place in full.

use super::cells::{marked, range, said, value};
use super::numbers::{Column, Numbers};
use super::overview::{allowed, rank, trend};
use super::page::Page;
use super::place::{OfIndicator, Place};
use super::{notes, sources, targets};
use crate::benchmark::funnel::Position;
use crate::benchmark::judgement::LOOKS_BACK;
use crate::benchmark::significance::Significance;
use crate::figures::Status;
use crate::read_back::figure::FigureRow;
use crate::read_back::rows::ComparatorRow;
use crate::rounding::Tenths;
use crate::unit::Unit;
use crate::verdict::Reliance;
use crate::wording::figure::quarter;
use crate::wording::mark::Mark;

/// The width before the words of a line.
const MARGIN: usize = 12;

/// The figure, its place and change, its comparators, targets and years.
pub(crate) fn text(place: &Place<'_>, one: &OfIndicator<'_>, page: Page) -> String {
    let figure = &one.figure;
    let title = page.indented(&format!("NI {} {}", figure.indicator, figure.title), 0);
    let mut text = format!("{}\n{}\n\n", page.ink.heading(title.trim_end()), place.heading(page));
    let lines = [
        ("Figure", in_figures(one)),
        ("Interval", interval(one)),
        ("Rank", among(figure)),
        ("Funnel", funnel(figure)),
        ("Widened", widened(figure)),
        ("Change", change(one)),
        ("Trend", trending(one)),
        ("Note", Some(notes::notes(one, &place.name).join("; ")).filter(|notes| !notes.is_empty())),
    ];
    for (name, words) in lines {
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

/// `11.2%, 19 of 169 children, from returns; lower is better`.
fn in_figures(one: &OfIndicator<'_>) -> Option<String> {
    let figure = &one.figure;
    let value = one.value_with_unit().unwrap_or_else(|| "none".to_owned());
    let own = figure.counts().filter(|_| one.has_figure() && !one.is_published());
    let counted = own.map(|(numerator, denominator)| match figure.unit {
        Unit::Percent => format!("{numerator} of {denominator} children"),
        Unit::Score => {
            format!("{numerator} over {denominator} of {} children scored", said(figure.population))
        }
    });
    let source = figure.compared_source.as_ref().map(|source| match one.is_published() {
        true => source.clone(),
        false => format!("from the {source}"),
    });
    let all: Vec<String> = [Some(value), counted, source].into_iter().flatten().collect();
    Some(format!("{}; {}", all.join(", "), figure.good.in_words()))
}

/// The interval of a published value, or both intervals of the figure.
fn interval(one: &OfIndicator<'_>) -> Option<String> {
    if one.is_published() {
        return one.interval().map(|interval| format!("{interval} at 95%"));
    }
    let figure = &one.figure;
    let name = method(figure.interval.as_ref()?);
    let at_95 = said(range(figure.lower_95, figure.upper_95));
    Some(format!("{at_95} at 95%, {} at 99.8% ({name})", said(range(figure.lower_99_8, figure.upper_99_8))))
}

/// The usual name of a method.
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
    let mut place = vec![rank(figure)?];
    place.extend(allowed(figure).map(|allowed| format!("likely {allowed}")));
    place.extend(figure.band.map(|band| quarter(band).to_owned()));
    place.extend(figure.not_told_apart.map(|others| format!("{others} not significantly different")));
    let mut ranked = format!(
        "{} on the list; {} ranked by returns, {} by published figures",
        said(figure.listed),
        said(figure.ranked_from_returns),
        said(figure.ranked_from_published),
    );
    if let Some(without_counts @ 1..) = figure.ranked_without_counts {
        ranked.push_str(&format!(", {without_counts} of them without counts"));
    }
    Some(format!("{} ({ranked})", place.join(", ")))
}

fn funnel(figure: &FigureRow) -> Option<String> {
    Some(format!(
        "{}: limits around England's {} are {} at 95%, {} at 99.8% (convention: {})",
        in_funnel(figure.funnel_position?, figure),
        said(figure.funnel_centre),
        said(range(figure.funnel_lower_95, figure.funnel_upper_95)),
        said(range(figure.funnel_lower_99_8, figure.funnel_upper_99_8)),
        said(figure.funnel_convention.as_ref()),
    ))
}

fn widened(figure: &FigureRow) -> Option<String> {
    Some(format!(
        "{}: limits that allow for how much authorities differ are {} at 95%, {} at 99.8%",
        in_funnel(figure.widened_position?, figure),
        said(range(figure.widened_lower_95, figure.widened_upper_95)),
        said(range(figure.widened_lower_99_8, figure.widened_upper_99_8)),
    ))
}

/// `▼ worse (above 95%)`, `≈ similar`.
fn in_funnel(position: Position, figure: &FigureRow) -> String {
    let position = position.name();
    match Mark::of_position(position, figure.good) {
        Mark::Similar => Mark::Similar.in_words(),
        mark => format!("{} ({position})", mark.in_words()),
    }
}

/// What is said of a change that one of the two tests alone finds significant.
const BEYOND_LIMITS_ALONE: &str = "; the limits leave out no change, but of so few children both tests must agree";

fn change(one: &OfIndicator<'_>) -> Option<String> {
    let figure = &one.figure;
    let mut words = format!(
        "{} since {} in {}, {}",
        marked(&Tenths::signed(figure.change?), figure.change_told).trim_start(),
        said(figure.change_from_value),
        said(figure.change_from_year.map(|year| one.names.in_words(year))),
        said(figure.change_from_source.as_ref()),
    );
    if let Some(name) = &figure.change_method {
        let p = figure.change_p.map(|p| format!(", p {p}")).unwrap_or_default();
        let interval = range(figure.change_lower_95.map(Tenths::signed), figure.change_upper_95.map(Tenths::signed));
        words.push_str(&format!("; {} at 95% ({}{p})", said(interval), method(name)));
        words.push_str(if is_beyond_limits_alone(figure) { BEYOND_LIMITS_ALONE } else { "" });
    }
    if let Some(why) = one.why_not_compared() {
        words.push_str(&format!("; not compared: {why}"));
    }
    Some(words)
}

/// Whether the limits of a change leave out no change at all while the exact test of few children finds it not significant.
fn is_beyond_limits_alone(figure: &FigureRow) -> bool {
    let limits = figure.change_lower_95.zip(figure.change_upper_95);
    let is_beyond = limits.is_some_and(|(lower, upper)| lower.0 > 0 || upper.0 < 0);
    is_beyond && figure.change_told == Some(Significance::NotSignificant)
}

fn trending(one: &OfIndicator<'_>) -> Option<String> {
    let figure = &one.figure;
    let Some(name) = &figure.trend else {
        let is_judged = figure.status != Status::Ok || figure.verdict != Reliance::NotUsable;
        let why = if is_judged {
            "not known: it needs five comparable years without a gap, with their counts"
        } else {
            "not given: the figure is unreliable"
        };
        return Some(why.to_owned());
    };
    let sources = figure.trend_sources.as_ref().zip(figure.trend_from_year);
    Some(format!(
        "{} since {}: chi-squared {}, p {}; {}",
        trend(name),
        said(figure.trend_from_year.map(|year| one.names.in_words(year))),
        said(figure.trend_chi_squared),
        said(figure.trend_p),
        said(sources.map(|(sources, from)| one.with_names(sources, from))),
    ))
}

/// The numbers of a comparator.
const OF_COMPARATORS: &[Column] = &[("Whole", 7), ("Mean", 7), ("Median", 8), ("Had figures", 13), ("Difference", 20)];
/// The numbers of a year.
const OF_YEARS: &[Column] = &[("Year", 6), ("Value", 8), ("Counted", 19), ("95% interval", 15)];
/// The same, where years are called by their months.
const OF_MONTHS: &[Column] = &[("Year", 10), ("Value", 8), ("Counted", 19), ("95% interval", 15)];

/// Every comparator on its own line, with its name and source last, for they may be long.
fn comparators(one: &OfIndicator<'_>, page: Page) -> String {
    let is_of_others = |row: &&ComparatorRow| !row.is_the_place_itself(one.has_figure());
    let of_others: Vec<_> = one.comparators.iter().filter(is_of_others).collect();
    if of_others.is_empty() {
        return String::new();
    }
    let numbers = Numbers::on(page, OF_COMPARATORS, &["Had figures", "Median"]);
    let mut text = numbers.heading("Comparator");
    for row in of_others {
        let or_dash = |number: Option<Tenths>| number.map_or_else(|| "-".to_owned(), |number| number.to_string());
        let difference = row.difference.map(|difference| marked(&Tenths::signed(difference), row.told_95));
        let cells = [
            row.comparator_value.map_or_else(|| "-".to_owned(), |value| value.to_string()),
            or_dash(row.mean),
            or_dash(row.median),
            format!("{} of {}", row.with_figure, row.authorities),
            difference.as_deref().map_or("-", str::trim_start).to_owned(),
        ];
        text.push_str(&numbers.line(&cells, &named(one, row)));
    }
    text + &numbers.left_out()
}

/// `England, published (SFR21/2011)`, with a note if it is not used.
fn named(one: &OfIndicator<'_>, row: &ComparatorRow) -> String {
    let source = if row.is_whole() && row.number().is_some() {
        format!(", {}", sources::source(one, row))
    } else {
        String::new()
    };
    let unused = if row.used { "" } else { ", not used" };
    format!("{}{source}{unused}", row.comparator)
}

/// Every target, by every source of the value.
fn every_target(one: &OfIndicator<'_>, page: Page) -> String {
    let mut text = String::new();
    for row in &one.targets {
        let source = if row.used { String::new() } else { format!(" [by {}, not used]", row.source) };
        text.push_str(&page.hanging("", &format!("{}{source}", targets::in_words(one, row)), 2));
    }
    text
}

/// Every year from every source that has it, with the source last, for it may be long.
fn years(one: &OfIndicator<'_>, page: Page) -> String {
    if one.years.is_empty() {
        return String::new();
    }
    let columns = if one.names.are_plain() { OF_YEARS } else { OF_MONTHS };
    let numbers = Numbers::on(page, columns, &["Counted", "95% interval"]);
    let over = if one.figure.unit == Unit::Score { "over" } else { "of" };
    let mut text = numbers.heading("Source");
    for year in &one.years {
        let counted = year.denominator.map(|of| format!("{} {over} {of}", said(year.numerator)));
        let interval = range(year.lower_95, year.upper_95);
        let [counted, interval] = [counted, interval].map(|cell| cell.unwrap_or_else(|| "-".to_owned()));
        let unused = if year.used { "" } else { ", not used" };
        let looks_back = if year.looks_back() { format!(", {LOOKS_BACK}") } else { String::new() };
        let name = one.names.in_short(year.year);
        let cells = [name, value(&year.value.to_string(), one.figure.unit), counted, interval];
        text.push_str(&numbers.line(&cells, &format!("{}{unused}{looks_back}", year.source)));
    }
    text + &numbers.left_out()
}

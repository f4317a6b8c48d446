//! The cover: what the workbook is, whom it is for and how it is read.

use super::book::Format;
use super::contents;
use super::line::{Kind, Line};
use super::properties::subject;
use super::your_area;
use crate::pack::{About, Audience, Packs};
use crate::wording::counts::{authorities, listed};
use crate::wording::holder::Holder;

/// What its tab says.
pub(crate) const NAME: &str = "Cover";
/// How wide its only column is, in digits.
pub(crate) const WIDTH: u16 = 72;

/// What the workbook is called.
pub(crate) fn title(packs: &Packs) -> String {
    format!("Stocktake pack: {}, {}", whose(packs), packs.about.when)
}

/// The lines of the cover of a workbook with so many tables of figures.
pub(crate) fn lines(packs: &Packs, of_tables: usize, format: Format<'_>) -> Vec<Line> {
    let about = &packs.about;
    let mut lines = vec![
        Line::new(Kind::Title, title(packs)),
        Line::text(format!(
            "{}, compared with England, the region, {}earlier years and targets.",
            subject(about),
            if has_neighbours(packs) { "statistical neighbours, " } else { "" }
        )),
        Line::text(format!("Figures are those of {}, for {}.", about.timeframe.as_at.in_words(), places(packs))),
    ];
    lines.push(match format {
        Format::Excel(_) => {
            Line::new(Kind::LinkTo(your_area::NAME), "Go to Your_area, where you pick an area from a list")
        }
        Format::OpenDocument => Line::text(
            "The Excel workbook of these figures has more: one area at a time, picked from a list, and charts.",
        ),
    });
    lines.extend(of_any(about, packs.holder(), of_tables));
    lines
}

/// Whether the returns' owner gave a list of neighbours.
fn has_neighbours(packs: &Packs) -> bool {
    packs.all().flat_map(|pack| &pack.indicators).any(|of| of.neighbours.is_some())
}

/// The lines of the cover of a workbook over several days.
pub(crate) fn lines_of_series(about: &About, holder: Holder, of_tables: usize, format: Format<'_>) -> Vec<Line> {
    let mut lines = vec![
        Line::new(Kind::Title, title_of_series(about)),
        Line::text(format!("{}: every indicator on each of the days, and each month alone.", subject(about))),
    ];
    if format == Format::OpenDocument {
        lines.push(Line::text("The Excel workbook of these figures has more: a line of the days for each indicator."));
    }
    lines.extend(of_any(about, holder, of_tables));
    lines
}

/// What a workbook over several days is called.
pub(crate) fn title_of_series(about: &About) -> String {
    format!("Stocktake series: {}", about.when)
}

/// What the cover of any workbook says after what it is about.
fn of_any(about: &About, holder: Holder, of_tables: usize) -> Vec<Line> {
    let from = about.branding.name.iter().map(|brand| Line::text(format!("From {brand}.")));
    let mut lines: Vec<Line> = from.collect();
    lines.push(Line::new(Kind::Part, "Who it is for"));
    lines.extend(whom_it_is_for(about.audience, holder).map(Line::text));
    lines.extend([
        Line::new(Kind::Part, "What it contains"),
        Line::text(format!("{}, with contents, notes and definitions before them.", tables_in_words(of_tables))),
        Line::new(Kind::LinkTo(contents::NAME), "Go to the contents of this workbook"),
        Line::new(Kind::Part, "How to read it"),
        Line::text(
            "Counts are of children. Percentages, mean scores, their limits and their differences have one decimal.",
        ),
        Line::text(
            "No cell of a table is blank. Where there is no number, a symbol in brackets says why; what each stands for \
             is said above the tables and in the notes.",
        ),
        Line::new(Kind::Part, "Where it comes from"),
        Line::text("Local authorities' own returns of looked-after children (SSDA903), worked out by stocktake."),
    ]);
    lines
}

/// The authority, where there is one; otherwise how many, or England.
fn whose(packs: &Packs) -> String {
    match packs.authorities.as_slice() {
        [one] => one.place.name.clone(),
        [] => places(packs),
        several => authorities(several.len()),
    }
}

/// `England, 9 regions and 152 authorities`.
fn places(packs: &Packs) -> String {
    let england = packs.england.iter().map(|england| england.place.name.clone());
    let regions = match packs.regions.as_slice() {
        [] => None,
        [one] => Some(one.place.name.clone()),
        several => Some(format!("{} regions", several.len())),
    };
    let authorities = match packs.authorities.as_slice() {
        [] => None,
        [one] => Some(one.place.name.clone()),
        several => Some(authorities(several.len())),
    };
    let places: Vec<String> = england.chain(regions).chain(authorities).collect();
    if places.is_empty() { "no area".to_owned() } else { listed(&places) }
}

fn whom_it_is_for(audience: Audience, holder: Holder) -> [String; 2] {
    match audience {
        Audience::Owner => [
            format!("Restricted: exact figures, {}.", holder.only()),
            "A small number can identify a child: do not publish it or pass it on.".to_owned(),
        ],
        Audience::Public => {
            ["This workbook is for publication.", "Small counts of children are hidden, and are nowhere in this file."]
                .map(str::to_owned)
        }
    }
}

/// `1 table on a worksheet of its own`, `7 tables, each on a worksheet of its own`.
fn tables_in_words(of_tables: usize) -> String {
    match of_tables {
        1 => "1 table of figures, on a worksheet of its own".to_owned(),
        several => format!("{several} tables of figures, each on a worksheet of its own"),
    }
}

//! The lines above a worksheet's table: its title, how many tables there are, how to read them, which notes and
//! source belong to them, and the shorthand in them.

use super::cell::Cell;
use super::line::{Kind, Line};
use super::notes;
use super::sheet::{Sheet, Table};
use crate::pack::{About, Audience, RESTRICTED};
use crate::wording::number::symbols;
use crate::wording::sources::SOURCE;

/// The lines above a worksheet's table.
pub(crate) fn lines(sheet: &Sheet, about: &About) -> Vec<Line> {
    let mut lines = vec![Line::new(Kind::Title, &sheet.title)];
    if sheet.is_of_figures && about.audience == Audience::Owner {
        lines.push(Line::new(Kind::Strong, format!("{RESTRICTED}.")));
    }
    lines.push(Line::text("This worksheet has one table."));
    lines.extend(sheet.about.iter().map(Line::text));
    if sheet.is_of_figures {
        lines.push(Line::text(format!("Notes: {}, on the worksheet {}.", notes::all_in_words(about), notes::NAME)));
        lines.push(Line::text(SOURCE));
    }
    lines.extend(shorthand_in(&sheet.table).map(Line::text));
    lines
}

/// `Shorthand: [c] confidential: hidden to protect children; ...`, of the symbols that are in a table.
fn shorthand_in(table: &Table) -> Option<String> {
    // What a formula gives may be any of them.
    let is_there = |symbol| {
        table.rows.iter().flatten().any(|cell| *cell == Cell::Symbol(symbol) || matches!(cell, Cell::Formula(..)))
    };
    let said: Vec<String> = symbols(is_there).map(|(shown, meaning)| format!("{shown} {meaning}")).collect();
    (!said.is_empty()).then(|| format!("Shorthand: {}.", said.join("; ")))
}

//! One child: who it is, from which rows, with what history, and what each indicator decides.

use super::case::Case;
use super::{answer, history, rows};
use crate::lines::indented;
use crate::returns::table::Table;
use crate::walk::timeline::Timeline;

/// Everything about a child, in words.
pub(crate) fn in_words(case: &Case<'_>, child: usize) -> String {
    let ink = case.request.ink;
    let history = case.followed.history(child);
    let mut text = format!("{}\n{}\n", ink.heading(&format!("Child {}", case.followed.id(history.id))), case.heading());
    text.push_str(&indented(&born(case, child), 0));
    let mut section = |heading: &str, words: String| {
        if !words.is_empty() {
            text.push_str(&format!("\n{}\n{words}", ink.heading(heading)));
        }
    };
    section("Rows in the returns, as written except for identifying fields", rows::as_written(case, child));
    section("What cleaning found in them", rows::findings(case, child));
    section(&format!("As known on {}", case.as_at()), history::in_words(case, child));
    section("Timeline", Timeline::of(&history, case.request.setting()).in_text());
    let all = 0..case.request.seeds.indicators.len();
    let asked = case.request.indicator.map_or(all, |indicator| indicator..indicator + 1);
    for indicator in asked {
        let (heading, words) = answer::in_words(case, child, &history, indicator);
        section(&heading, words);
    }
    text
}

/// The month of birth and where it was read.
fn born(case: &Case<'_>, child: usize) -> String {
    let of_child = case.followed.histories.clean.children[child];
    let born = case.followed.born(of_child.birth);
    let Some((birth, (table, year))) = of_child.birth.zip(of_child.birth_told_by) else { return born };
    let row = rows::that_tells_birth(case, child, table, year, birth).unwrap_or_default();
    let from = match table {
        Table::Header => "the header",
        table => table.name(),
    };
    format!("{born}; read in {from} of the return for {year}{row}")
}

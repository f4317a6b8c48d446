//! The summary of each place: the sentences that a reader with one minute reads.

use super::cell::Cell;
use super::place;
use super::sheet::{Column, Sheet, Table};
use crate::pack::{Packs, Summary};

/// The worksheet of summaries.
pub(crate) fn sheet(packs: &Packs) -> Sheet {
    let mut rows = Vec::new();
    for pack in packs.all() {
        for (kind, sentence) in sentences(&pack.summary) {
            let mut row = place::cells(pack);
            row.extend([Cell::words(kind), Cell::words(sentence)]);
            rows.push(row);
        }
    }
    let mut columns = place::columns();
    columns.extend([Column::words("What it tells", 24), Column::words("In a sentence", 90)]);
    Sheet {
        name: "Summary",
        title: format!("Summary of each area, {}", packs.about.when),
        about: vec!["It has a row for each sentence, the most important of an area first.".to_owned()],
        is_of_figures: true,
        table: Table { name: "summary", columns, rows },
    }
}

/// Each sentence, and what it is about.
fn sentences(summary: &Summary) -> Vec<(&'static str, &str)> {
    let lead = Some(("In brief", summary.lead.as_str())).filter(|(_, lead)| !lead.is_empty());
    let mut sentences: Vec<(&'static str, &str)> = lead.into_iter().collect();
    for part in summary.parts() {
        sentences.extend(part.sentences.iter().map(|sentence| (part.heading, sentence.as_str())));
    }
    sentences
}

//! The notes, numbered: a paragraph each about all figures, then the meaning of each symbol.

use super::cell::Cell;
use super::sheet::{Column, Sheet, Table};
use crate::pack::About;
use crate::wording::number::symbols;

/// The name on its tab.
pub(crate) const NAME: &str = "Notes";

/// The worksheet of notes.
pub(crate) fn sheet(about: &About) -> Sheet {
    let rows = (1..).zip(notes(about)).map(|(number, (heading, paragraph))| {
        vec![Cell::words(name(number)), Cell::words(heading), Cell::words(paragraph)]
    });
    Sheet {
        name: NAME,
        title: "Notes".to_owned(),
        about: vec!["It has a row for each note; the last ones say what each symbol stands for.".to_owned()],
        is_of_figures: false,
        table: Table {
            name: "notes",
            columns: vec![Column::words("Note", 12), Column::words("About", 30), Column::words("What to know", 90)],
            rows: rows.collect(),
        },
    }
}

/// `[note 1] to [note 9]`.
pub(crate) fn all_in_words(about: &About) -> String {
    format!("[{}] to [{}]", name(1), name(notes(about).len()))
}

fn name(number: usize) -> String {
    format!("note {number}")
}

/// Each note's heading and paragraph. There are always some, because there are symbols.
fn notes(about: &About) -> Vec<(String, String)> {
    let paragraphs = about
        .notes
        .iter()
        .flat_map(|note| note.paragraphs.iter().map(|paragraph| (note.heading.clone(), paragraph.clone())));
    let shorthand = symbols(|_| true).map(|(shown, meaning)| ("Shorthand".to_owned(), format!("{shown} {meaning}.")));
    paragraphs.chain(shorthand).collect()
}

//! What was made of files, as TOML: the words in comments, and lines of a mapping to take the `#` away from.

use super::guess::guesses;
use super::headings::{Heading, Means};
use super::sheet::Sheet;
use super::unlisted::{Text, Unlisted};
use crate::lines::{hanging, steers, table, visible};
use crate::seeds::Seeds;
use crate::text::Problem;
use std::collections::{BTreeMap, BTreeSet};

/// The most codes of a column that are listed.
const LISTED: usize = 40;

/// All that is said of files, with their mapping.
pub(crate) fn of(sheets: &[Sheet], refused: &[(String, Problem)], mapping: &str) -> String {
    let mut text: String = sheets.iter().map(of_sheet).collect();
    text.extend(refused.iter().map(|(shown, _)| comment(&format!("{shown}: not read")) + "\n"));
    let how = "To map a heading or a code, take the # away from its line, correct the line, and give this file with --columns.";
    match (sheets.is_empty(), mapping.is_empty()) {
        (true, _) => text,
        (_, true) => text + &comment("Every heading and code is known."),
        _ => text + &comment(how) + mapping,
    }
}

/// A comment, over as many lines as it needs.
pub(crate) fn comment(words: &str) -> String {
    let wrapped = hanging("#", &visible(words), 2);
    wrapped.lines().map(|line| format!("#{}\n", line.get(1..).unwrap_or_default())).collect()
}

fn of_sheet(sheet: &Sheet) -> String {
    let mut text = comment(&format!("{}: {}", sheet.shown, sheet.is));
    let mut rows = vec![["heading", "column"].map(str::to_owned).to_vec()];
    let headings = sheet.headings.iter().filter(|heading| !heading.written.is_empty());
    rows.extend(headings.map(|heading| vec![heading.written.clone(), in_words(&heading.means)]));
    rows.extend(sheet.lacking.iter().map(|column| vec![String::new(), format!("{column}: needed, and missing")]));
    if rows.len() > 1 {
        text.push_str(&table(&rows, 2).lines().map(|line| format!("#{line}\n")).collect::<String>());
    }
    text + "\n"
}

fn in_words(means: &Means) -> String {
    match means {
        Means::Column(column) => column.clone(),
        Means::OfAnotherTable(column) => format!("{column} of another table, not read here"),
        Means::Nothing(None) => "not part of the return".to_owned(),
        Means::Nothing(Some(likely)) => format!("not part of the return; perhaps {likely}"),
        Means::Identifying => "not part of the return, and looks identifying".to_owned(),
    }
}

/// The lines of a mapping for all that is not known; blank where all is.
pub(crate) fn mapping(sheets: &[Sheet], seeds: &Seeds) -> String {
    columns(sheets) + &codes(sheets, seeds)
}

fn columns(sheets: &[Sheet]) -> String {
    let mut likely = BTreeMap::<&str, BTreeSet<&str>>::new();
    let mut unlike = BTreeSet::new();
    for sheet in sheets {
        let only_lacking = only_lacking(sheet);
        for Heading { written, means } in &sheet.headings {
            let column = match means {
                Means::Nothing(Some(column)) => Some(column.as_str()),
                Means::Nothing(None) if !written.is_empty() => only_lacking,
                _ => continue,
            };
            match column {
                Some(column) => likely.entry(column).or_default().insert(written),
                None => unlike.insert(written),
            };
        }
    }
    if likely.is_empty() && unlike.is_empty() {
        return String::new();
    }
    let mut text = "\n[columns]\n".to_owned();
    for (column, headings) in likely {
        let headings: Vec<String> = headings.into_iter().map(quoted).collect();
        text.push_str(&format!("# {column} = [{}]\n", headings.join(", ")));
    }
    if !unlike.is_empty() {
        text.push_str(&comment(
            "Like no column that the file lacks. Put the name of a column in place of COLUMN; name one of your own, such as a \
             team, in own_columns instead:",
        ));
        text.extend(unlike.into_iter().map(|heading| format!("# COLUMN = [{}]\n", quoted(heading))));
    }
    text
}

/// The one column that a file lacks, where one heading of it is like no column: that may be it.
fn only_lacking(sheet: &Sheet) -> Option<&str> {
    let mut strange = strange(sheet);
    let is_likely = |column: &&String| {
        sheet.headings.iter().any(|heading| matches!(&heading.means, Means::Nothing(Some(likely)) if likely == *column))
    };
    let mut lacking = sheet.lacking.iter().filter(|column| !is_likely(column));
    match (strange.next(), strange.next(), lacking.next(), lacking.next()) {
        // Not one of several.
        (Some(_), None, Some(column), None) if !column.contains(' ') => Some(column),
        _ => None,
    }
}

/// The headings of a file that are like no column that it lacks.
fn strange(sheet: &Sheet) -> impl Iterator<Item = &str> {
    let is_strange = |heading: &&Heading| heading.means == Means::Nothing(None) && !heading.written.is_empty();
    sheet.headings.iter().filter(is_strange).map(|heading| heading.written.as_str())
}

/// The headings that may be columns of the user's own, in order of name.
pub(crate) fn own(sheets: &[Sheet]) -> Vec<String> {
    let own: BTreeSet<&str> = sheets.iter().filter(|sheet| sheet.may_have_own).flat_map(strange).collect();
    own.into_iter().map(str::to_owned).collect()
}

fn codes(sheets: &[Sheet], seeds: &Seeds) -> String {
    let mut all = BTreeMap::<&str, Unlisted>::new();
    for (column, unlisted) in sheets.iter().flat_map(|sheet| &sheet.unlisted) {
        all.entry(column).or_default().add(unlisted);
    }
    let of_column = |(column, unlisted): (&str, Unlisted)| {
        let texts = unlisted.texts();
        let mut lines: String = texts.iter().take(LISTED).map(|text| code(column, text, seeds)).collect();
        if texts.len() > LISTED {
            lines.push_str(&comment(&format!("and {} more texts on no list", texts.len() - LISTED)));
        }
        if lines.is_empty() { lines } else { format!("\n[codes.{column}]\n{lines}") }
    };
    all.into_iter().map(of_column).collect()
}

/// The line for a text on no list; one that identifies is only said to be there.
fn code(column: &str, text: &Text, seeds: &Seeds) -> String {
    let cells = if text.cells == 1 { "1 cell".to_owned() } else { format!("{} cells", text.cells) };
    let Some(written) = &text.written else { return comment(&format!("{}: {cells}", text.shown)) };
    let guesses = seeds.codes.of_column(column).map(|list| guesses(written, list)).unwrap_or_default();
    let first = guesses.first().map_or("CODE", |(code, _)| code);
    let meanings: String = guesses.iter().map(|(code, meaning)| format!("; {code}: {meaning}")).collect();
    format!("# {} = \"{first}\"  # {cells}{}\n", quoted(written), visible(&meanings))
}

/// A text as TOML has it.
pub(crate) fn quoted(text: &str) -> String {
    let mut quoted = String::from("\"");
    for character in text.chars() {
        match character {
            '"' | '\\' => quoted.extend(['\\', character]),
            _ if steers(character) => quoted.push_str(&format!("\\U{:08X}", u32::from(character))),
            _ => quoted.push(character),
        }
    }
    quoted + "\""
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_quoted_as_toml_has_them() {
        for text in ["With parents", "5\" \\ of", "a\tb\u{1b}\u{7f}\u{85}", "é"] {
            let parsed = toml::from_str::<BTreeMap<String, u8>>(&format!("{} = 1", quoted(text))).unwrap();
            assert_eq!(parsed.keys().collect::<Vec<_>>(), [text]);
        }
    }

    #[test]
    fn every_line_of_a_comment_is_one() {
        let words = "word ".repeat(60) + "\u{1b}[2J";
        assert!(comment(&words).lines().all(|line| line.starts_with("# ") && line.len() < 100));
        assert!(toml::from_str::<toml::Table>(&comment(&words)).unwrap().is_empty());
    }
}

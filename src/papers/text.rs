//! A page as a terminal shows it.

use crate::lines::{hanging, indented};

/// Where the second cell of a table begins.
const SECOND_CELL: usize = 28;

/// What is being gathered until it ends.
enum Block {
    Paragraph(String),
    Item(String),
}

impl Block {
    fn as_printed(&self) -> String {
        match self {
            Block::Paragraph(text) => indented(&plain(text), 0),
            Block::Item(text) => hanging("- ", &plain(text), 2),
        }
    }
}

/// The page without its marks, in lines that fit; commands stand as they are, to be copied.
pub(crate) fn as_printed(page: &str) -> String {
    let mut printed = String::new();
    let mut open: Option<Block> = None;
    let mut in_code = false;
    for line in page.lines() {
        if line.starts_with("```") {
            printed.extend(open.take().map(|block| block.as_printed()));
            in_code = !in_code;
            continue;
        }
        if in_code {
            printed.push_str(format!("  {line}").trim_end());
            printed.push('\n');
            continue;
        }
        if let (Some(Block::Paragraph(text) | Block::Item(text)), true) = (&mut open, goes_on(line)) {
            text.push_str(&format!(" {}", line.trim_start()));
            continue;
        }
        printed.extend(open.take().map(|block| block.as_printed()));
        if let Some(item) = line.strip_prefix("- ") {
            open = Some(Block::Item(item.to_owned()));
        } else if line.starts_with('|') {
            printed.push_str(&row(line));
        } else if goes_on(line) {
            open = Some(Block::Paragraph(line.to_owned()));
        } else if !line.starts_with('!') {
            printed.push_str(&plain(line.trim_start_matches('#').trim_start()));
            printed.push('\n');
        }
    }
    printed.extend(open.map(|block| block.as_printed()));
    printed
}

/// Whether a line is of a paragraph or item, and not the start of something else.
fn goes_on(line: &str) -> bool {
    !line.is_empty() && !["- ", "|", "#", "!", "```"].iter().any(|mark| line.starts_with(mark))
}

/// A row of a table; nothing for the line below its heading.
fn row(line: &str) -> String {
    let cells: Vec<String> = line.trim_matches('|').split(" | ").map(|cell| plain(cell.trim())).collect();
    match cells.split_first() {
        Some((first, rest)) if !first.starts_with("---") => {
            hanging(&format!("  {first}  "), &rest.join("; "), SECOND_CELL)
        }
        _ => String::new(),
    }
}

/// A text without the marks of code, weight and links.
pub(super) fn plain(text: &str) -> String {
    let mut plain = String::new();
    let mut rest = text;
    while let Some((before, link)) = rest.split_once('[') {
        plain.push_str(before);
        match link.split_once("](").and_then(|(words, after)| Some((words, after.split_once(')')?.1))) {
            Some((words, after)) if !words.contains(['[', ']']) => {
                plain.push_str(words);
                rest = after;
            }
            _ => {
                plain.push('[');
                rest = link;
            }
        }
    }
    plain.push_str(rest);
    plain.replace("**", "").replace('`', "")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_is_printed_without_its_marks_and_commands_as_they_are() {
        let page = "# Start\n\n![a picture](of.svg)\nA **file**,\n`one` [page](page.md#there) of [x].\n\n- an item\n  that goes on\n- another\n\n\
                    ```\nstocktake `run` **x**\n\n  y\n```\n\n## Table\n\n| what | it is |\n|---|---|\n| `a` | b [c](d) | e |\n";
        let expected = "Start\n\nA file, one page of [x].\n\n- an item that goes on\n- another\n\n  stocktake `run` **x**\n\n    y\n\n\
                        Table\n\n  what                      it is\n  a                         b c; e\n";
        assert_eq!(as_printed(page), expected);
    }

    #[test]
    fn every_line_of_every_page_fits_but_for_what_is_to_be_copied() {
        for page in crate::papers::PAGES {
            for line in as_printed(page.text).lines().filter(|line| !line.starts_with("  ")) {
                assert!(line.chars().count() <= crate::lines::WIDTH, "{}: {line}", page.name);
            }
        }
    }
}

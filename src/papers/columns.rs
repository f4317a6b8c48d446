//! The columns of every table, as docs/files.md lists them.

use super::page;
use super::text::plain;

/// A column of a table.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Column {
    /// The table, by its path in the folder that is written.
    pub(crate) file: String,
    /// Its heading.
    pub(crate) name: String,
    /// What it holds.
    pub(crate) meaning: String,
}

/// Every column, table by table.
pub(crate) fn columns() -> Vec<Column> {
    page("files").map(|page| of_page(page.text)).unwrap_or_default()
}

/// The columns that a page lists: a section a table, or several that share them.
fn of_page(page: &str) -> Vec<Column> {
    let mut columns = Vec::new();
    for section in page.split("\n### ").skip(1) {
        let section = section.split("\n## ").next().unwrap_or_default();
        let (heading, text) = section.split_once('\n').unwrap_or_default();
        for file in heading.split('`').skip(1).step_by(2) {
            columns.extend(text.lines().filter_map(cells).map(|[name, meaning]| Column {
                file: file.to_owned(),
                name,
                meaning,
            }));
        }
    }
    columns
}

/// The cells of a row that describes a column.
fn cells(line: &str) -> Option<[String; 2]> {
    let (name, meaning) = line.strip_prefix("| `")?.strip_suffix(" |")?.split_once("` | ")?;
    Some([name.to_owned(), plain(meaning)])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_section_gives_the_columns_of_each_of_its_tables() {
        let page = "# Files\n\n| `no/table.csv` | a file |\n\n### `a/b.csv`, `c.csv`\n\nWords.\n\n| column | what it holds |\n|---|---|\n\
                    | `of` | `one` or [two](three.md#four) |\n\n## Others\n\n| `file` | none |\n";
        let column =
            |file: &str| Column { file: file.to_owned(), name: "of".to_owned(), meaning: "one or two".to_owned() };
        assert_eq!(of_page(page), [column("a/b.csv"), column("c.csv")]);
    }
}

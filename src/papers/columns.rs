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

/// The columns that a page lists: a section a table, or several that share them. One may begin with the columns of an earlier
/// one, which it names.
fn of_page(page: &str) -> Vec<Column> {
    let mut columns: Vec<Column> = Vec::new();
    for section in page.split("\n### ").skip(1) {
        let section = section.split("\n## ").next().unwrap_or_default();
        let (heading, text) = section.split_once('\n').unwrap_or_default();
        let before = text.split_once("The columns of `").and_then(|(_, rest)| rest.split('`').next());
        let before = columns.iter().filter(|column| before == Some(&*column.file));
        let before = before.map(|column| [column.name.clone(), column.meaning.clone()]);
        let listed: Vec<[String; 2]> = before.chain(text.lines().filter_map(cells)).collect();
        for file in heading.split('`').skip(1).step_by(2) {
            let of_file = |[name, meaning]: [String; 2]| Column { file: file.to_owned(), name, meaning };
            columns.extend(listed.iter().cloned().map(of_file));
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
                    | `of` | `one` or [two](three.md#four) |\n\n### `d.csv`\n\nThe columns of `c.csv`, then:\n\n\
                    | `more` | three |\n\n## Others\n\n| `file` | none |\n";
        let column =
            |file: &str| Column { file: file.to_owned(), name: "of".to_owned(), meaning: "one or two".to_owned() };
        let more = Column { file: "d.csv".to_owned(), name: "more".to_owned(), meaning: "three".to_owned() };
        assert_eq!(of_page(page), [column("a/b.csv"), column("c.csv"), column("d.csv"), more]);
    }
}

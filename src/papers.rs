//! The pages of docs/, within the program: `stocktake help` prints them, and every report has the columns of its tables.

pub(crate) mod columns;
mod text;

pub(crate) use text::as_printed;

/// A page.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Page {
    /// Its name, by which it is asked for.
    pub(crate) name: &'static str,
    /// Its text, in Markdown.
    pub(crate) text: &'static str,
}

impl Page {
    /// What it is about: its first line.
    pub(crate) fn title(self) -> &'static str {
        self.text.lines().next().unwrap_or_default().trim_start_matches('#').trim_start()
    }
}

macro_rules! pages {
    ($($name:literal)*) => { [$(Page { name: $name, text: include_str!(concat!("../docs/", $name, ".md")) },)*] };
}

/// Every page, in the order of docs/SUMMARY.md.
pub(crate) const PAGES: [Page; 14] = pages![
    "start" "returns" "quarter" "rests-on" "benchmarking" "ahead" "checking" "publishing" "identity" "files" "methods"
    "glossary" "troubles" "security"
];

/// The page of a name.
pub(crate) fn page(name: &str) -> Option<Page> {
    PAGES.into_iter().find(|page| page.name == name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_pages_are_those_of_the_summary_with_their_titles() {
        let summary = include_str!("../docs/SUMMARY.md");
        let listed: Vec<&str> = summary.lines().filter(|line| line.starts_with("- ")).collect();
        let pages = PAGES.map(|page| format!("- [{}]({}.md)", page.title(), page.name));
        assert_eq!(listed, pages);
    }
}

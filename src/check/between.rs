//! Two checks set beside each other: what is new in the later, what is still there, and what was mended.

use super::finding_row::FindingRow;
use super::since::{Earlier, Since, Standing};
use super::summary::in_order;
use crate::lines::table;
use crate::output::rows::Rows;
use crate::wording::counts::count_with_commas;
use std::collections::BTreeMap;
use std::io::{self, Write};

/// What is said of a finding that is not there any more.
const MENDED: &str = "mended";

/// Two checks, compared.
#[derive(Debug)]
pub(crate) struct Between {
    /// The findings of the later check, in its order.
    findings: Vec<FindingRow>,
    since: Since,
}

impl Between {
    /// The later check set beside the earlier.
    pub(crate) fn of(before: Earlier, after: Earlier) -> Between {
        let (findings, rules_run) = after.into_parts();
        let since = before.compare(&findings, &rules_run.iter().map(String::as_str).collect());
        Between { findings, since }
    }

    /// Whether anything is new or mended.
    pub(crate) fn differs(&self) -> bool {
        self.since.count(Standing::New) + self.since.mended.len() > 0
    }

    /// Every finding of either check, with what is said of it.
    fn rows(&self) -> impl Iterator<Item = (&FindingRow, &'static str)> {
        let now = self.findings.iter().zip(self.since.standings.iter().map(|standing| standing.name()));
        now.chain(self.since.mended.iter().map(|row| (row, MENDED)))
    }

    /// Writes compare/findings.csv: the columns of a check's findings, then what is said of each.
    ///
    /// # Errors
    /// Where the file cannot be written.
    pub(crate) fn write(&self, file: &mut dyn Write) -> io::Result<()> {
        let mut rows = Rows::of(file);
        rows.write_record(FindingRow::COLUMNS.iter().chain(&["since"]))?;
        for (row, said) in self.rows() {
            rows.write_record(row.cells().into_iter().chain([said]))?;
        }
        rows.flush()
    }

    /// How many findings of each rule are new, still there and mended; with `children`, which.
    pub(crate) fn text(&self, children: bool) -> String {
        const SAID: [&str; 4] = ["new", "still there", MENDED, "not checked then"];
        let mut rules = BTreeMap::<_, (&FindingRow, [u64; SAID.len()])>::new();
        for (row, said) in self.rows() {
            let (_, counts) = rules.entry(in_order(&row.rule)).or_insert((row, [0; SAID.len()]));
            counts.iter_mut().zip(SAID).filter(|(_, of)| *of == said).for_each(|(count, _)| *count += 1);
        }
        let heading = ["Rule", "New", "Still there", "Mended", "Not checked then", "What is wrong"];
        let mut rows = vec![heading.map(str::to_owned).to_vec()];
        let line = |rule: &str, counts: &[u64], what: &str| {
            let counts = counts.iter().map(|count| count_with_commas(*count));
            std::iter::once(rule.to_owned()).chain(counts).chain([what.to_owned()]).collect()
        };
        rows.extend(rules.values().map(|(row, counts)| line(&row.rule, counts, &row.message)));
        let all = [0, 1, 2, 3].map(|said| rules.values().map(|(_, counts)| counts[said]).sum());
        rows.push(line("All", &all, ""));
        let list = if children { self.children() } else { String::new() };
        let not_now = match self.since.not_checked_now {
            0 => String::new(),
            left => format!("{left} earlier findings are of rules not run now.\n"),
        };
        format!("{}{not_now}{list}", table(&rows, 0))
    }

    /// The findings that are new or mended, with their children.
    fn children(&self) -> String {
        let mut rows = vec![["", "LA", "Year", "Child", "Rule", "File", "Line"].map(str::to_owned).to_vec()];
        let moved = self.rows().filter(|(_, said)| [Standing::New.name(), MENDED].contains(said));
        rows.extend(moved.map(|(row, said)| {
            [said, &row.la_code, &row.year, &row.child, &row.rule, &row.file, &row.line].map(str::to_owned).to_vec()
        }));
        format!("\n{}", table(&rows, 0))
    }
}

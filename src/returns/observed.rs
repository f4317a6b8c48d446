//! What the rows of a file have in common, seen while they are read: how its dates are written and how long its lines
//! are. Where that decides something, the file is read once more.

use super::finding::{Finding, Rule, Source, rules};
use super::heading::Heading;
use super::manner::Manner;
use crate::code::Code;
use crate::day::order::{DateOrder, Settled, Slashed};
use crate::identity::{BIRTHS, DAYS};

/// What was observed of the rows of a file, or of a stretch of it.
#[derive(Debug, Clone, Default)]
pub(crate) struct Observed {
    /// Of each column, in the file's order.
    pub columns: Vec<ObservedColumn>,
    /// Lines of data.
    pub lines: u64,
    /// Lines longer than the heading.
    pub long: LongLines,
    /// Lines shorter than the heading.
    pub short: u64,
    /// The last line, where the file ends in the middle of it.
    pub cut: Option<CutLine>,
}

/// A last line that has neither all its cells nor an end.
#[derive(Debug, Clone, Copy)]
pub(crate) struct CutLine {
    /// The line.
    pub line: u32,
    /// The cells that it has.
    pub cells: usize,
}

/// What was observed of a column.
#[derive(Debug, Clone, Default)]
pub(crate) struct ObservedColumn {
    /// The dates written `a/b/yyyy`.
    pub slashed: Slashed,
    /// Days as a spreadsheet counts them.
    pub serials: Seen,
    /// Codes with a label behind them.
    pub labels: Seen,
    /// Texts of the user's own that stand for codes.
    pub mapped: Seen,
    /// Ids that a spreadsheet seems to have made dates of.
    pub made_dates: Seen,
    /// Codes that are not on the list of their return's year, in order of the first cell.
    of_other_years: Vec<OfOtherYears>,
}

/// A code of a column that is on the lists of other years than its return's.
#[derive(Debug, Clone)]
struct OfOtherYears {
    code: Code,
    /// Its cells; the first is its text.
    seen: Seen,
}

/// Cells of one kind: how many, and the first.
#[derive(Debug, Clone, Default)]
pub(crate) struct Seen {
    cells: u64,
    first: Option<First>,
}

/// The first cell of a kind.
#[derive(Debug, Clone)]
struct First {
    line: u32,
    column: &'static str,
    /// What it is read as.
    read: String,
}

/// The lines longer than the heading.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct LongLines {
    lines: u64,
    /// How many cells all of them have; none where that differs.
    cells: Option<usize>,
    filled: bool,
}

impl Seen {
    /// Counts a cell on a line; `read` says what it is read as, where it is the first.
    pub(crate) fn note(&mut self, line: u32, column: &'static str, read: impl FnOnce() -> String) {
        self.cells += 1;
        self.first.get_or_insert_with(|| First { line, column, read: read() });
    }

    fn add(&mut self, later: Seen) {
        self.cells += later.cells;
        self.first = self.first.take().or(later.first);
    }
}

impl ObservedColumn {
    /// Counts a cell of a column on a line, with a code of other years; `read` gives its text, where it is the first.
    pub(crate) fn note_of_other_years(
        &mut self,
        column: &'static str,
        code: Code,
        line: u32,
        read: impl FnOnce() -> String,
    ) {
        match self.of_other_years.iter_mut().find(|known| known.code == code) {
            Some(known) => known.seen.note(line, column, read),
            None => {
                let mut seen = Seen::default();
                seen.note(line, column, read);
                self.of_other_years.push(OfOtherYears { code, seen });
            }
        }
    }

    /// Adds what was observed of a later stretch.
    fn add(&mut self, later: ObservedColumn) {
        self.slashed.add(later.slashed);
        self.serials.add(later.serials);
        self.labels.add(later.labels);
        self.mapped.add(later.mapped);
        self.made_dates.add(later.made_dates);
        for later in later.of_other_years {
            match self.of_other_years.iter_mut().find(|known| known.code == later.code) {
                Some(known) => known.seen.add(later.seen),
                None => self.of_other_years.push(later),
            }
        }
    }
}

impl LongLines {
    /// Counts a line of so many cells, with or without content beyond the headings.
    pub(crate) fn note(&mut self, cells: usize, filled: bool) {
        self.add(LongLines { lines: 1, cells: Some(cells), filled });
    }

    fn add(&mut self, other: LongLines) {
        self.cells = match (self.lines, other.lines) {
            (0, _) => other.cells,
            (_, 0) => self.cells,
            _ => self.cells.filter(|_| self.cells == other.cells),
        };
        self.lines += other.lines;
        self.filled |= other.filled;
    }
}

impl Observed {
    /// Nothing yet of a file with so many columns.
    pub(crate) fn of(columns: usize) -> Observed {
        Observed { columns: vec![ObservedColumn::default(); columns], ..Observed::default() }
    }

    /// Adds what was observed of a later stretch.
    pub(crate) fn add(&mut self, later: Observed) {
        self.columns.resize_with(self.columns.len().max(later.columns.len()), Default::default);
        for (column, later) in self.columns.iter_mut().zip(later.columns) {
            column.add(later);
        }
        self.lines += later.lines;
        self.long.add(later.long);
        self.short += later.short;
        self.cut = later.cut;
    }

    /// How the file is to be read by what its rows have in common.
    pub(crate) fn manner(&self, heading: &Heading) -> Manner {
        let mut orders: Vec<DateOrder> = self.slashed(heading).map(|(slashed, births)| slashed.order(births)).collect();
        while orders.pop_if(|last| *last == DateOrder::DayFirst).is_some() {}
        let LongLines { lines, cells, filled } = self.long;
        let blank_surplus = lines > 0 && lines == self.lines && cells.is_some() && !filled;
        Manner { orders, blank_surplus, from_1904: heading.manner.from_1904 }
    }

    /// The dates `a/b/yyyy` of each column, and whether they are births.
    fn slashed(&self, heading: &Heading) -> impl Iterator<Item = (Slashed, bool)> {
        self.columns
            .iter()
            .zip(&heading.columns)
            .map(|(column, name)| (column.slashed, BIRTHS.contains(&name.as_str())))
    }

    /// The last line, where the file ends in the middle of it: one that is short among lines that are not.
    fn cut(&self) -> Option<CutLine> {
        self.cut.filter(|_| self.short == 1 || self.short.saturating_mul(20) <= self.lines)
    }

    /// That the file ends in the middle of a line, at that line.
    pub(crate) fn cut_off(&self, heading: &Heading, file: u32) -> Option<Finding> {
        let CutLine { line, cells } = self.cut()?;
        let cells = if cells == 1 { "1 cell".to_owned() } else { format!("{cells} cells") };
        let found = format!("the last line has {cells} under {} headings and no end", heading.named);
        let source = Source { file, line };
        Some(Finding { source, authority: None, child: None, rule: &rules::FILE_CUT_OFF, field: "", found })
    }

    /// What is to be said of the columns: once each, at the heading or at the first cell that it is about.
    pub(crate) fn findings(&self, heading: &Heading, file: u32, heading_line: u32) -> Vec<Finding> {
        let mut findings = Vec::new();
        let mut find = |line, rule: &'static Rule, field, found| {
            let source = Source { file, line };
            findings.push(Finding { source, authority: None, child: None, rule, field, found });
        };
        for ((column, name), (slashed, births)) in self.columns.iter().zip(&heading.columns).zip(self.slashed(heading))
        {
            if let Some(&field) = DAYS.iter().chain(&BIRTHS).find(|date| *date == name)
                && let Some((rule, found)) = said_of_order(slashed.settled(births), slashed)
            {
                find(heading_line, rule, field, found);
            }
            let kinds = [
                (&column.serials, &rules::SERIAL_DAYS),
                (&column.labels, &rules::CODE_WITH_LABEL),
                (&column.mapped, &rules::CODE_MAPPED),
                (&column.made_dates, &rules::CHILD_MADE_DATE),
            ];
            for (seen, rule) in kinds {
                if let Some(First { line, column, read }) = &seen.first {
                    find(*line, rule, *column, format!("{}{read}", cells(seen.cells)));
                }
            }
            for OfOtherYears { seen, .. } in &column.of_other_years {
                if let Some(First { line, column: field, read: code }) = &seen.first {
                    let cells = if seen.cells == 1 { "1 cell".to_owned() } else { format!("{} cells", seen.cells) };
                    find(*line, &rules::CODE_OF_OTHER_YEARS, field, format!("{code} in {cells}"));
                }
            }
        }
        findings
    }
}

/// What is to be said of the order of a column's dates, if anything.
fn said_of_order(settled: Settled, slashed: Slashed) -> Option<(&'static Rule, String)> {
    let (cells, month_first) = slashed.counts();
    match settled {
        Settled::DayFirst | Settled::Strays => None,
        Settled::MonthFirst if month_first == 0 => {
            Some((&rules::MONTH_FIRST, format!("{cells} dates, all on the first of a month if the month comes first")))
        }
        Settled::MonthFirst => Some((
            &rules::MONTH_FIRST,
            format!("{month_first} of {cells} dates fit only with the month first, and none only with the day first"),
        )),
        Settled::Unsettled => {
            Some((&rules::DATE_ORDER_UNSETTLED, format!("none of {cells} dates tells which number is the month")))
        }
        Settled::Mixed => Some((
            &rules::DATE_ORDER_MIXED,
            format!("{month_first} of {cells} dates fit only with the month first, and others only with the day first"),
        )),
    }
}

fn cells(count: u64) -> String {
    if count == 1 { "1 cell: ".to_owned() } else { format!("{count} cells, the first ") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_equally_long_only_where_all_are() {
        let long = |lines: &[(usize, bool)]| {
            let mut long = LongLines::default();
            lines.iter().for_each(|&(cells, filled)| long.note(cells, filled));
            (long.cells, long.filled)
        };
        assert_eq!(long(&[(5, false), (5, false)]), (Some(5), false));
        assert_eq!(long(&[(5, false), (6, false), (5, false)]), (None, false));
        assert_eq!(long(&[(5, false), (5, true)]), (Some(5), true));
    }
}

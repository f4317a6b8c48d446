//! Findings that an authority has looked at and accepts, each with a reason and a last day.

use super::checked::Checked;
use super::finding::Finding;
use crate::code::LongTexts;
use crate::day::Day;
use crate::identity::{Guarded, shown_id};
use crate::output::rows::as_before;
use crate::seeds::authorities::Authorities;
use crate::seeds::file::{Mistake, SeedError, SeedFile};
use serde::Deserialize;
use std::path::Path;

/// The columns that the file must have.
const COLUMNS: [&str; 6] = ["rule", "child", "column", "value", "reason", "until"];

/// A row of the file.
#[derive(Debug, Deserialize)]
struct AcceptanceRow {
    #[serde(default)]
    la_code: String,
    rule: String,
    child: String,
    column: String,
    value: String,
    reason: String,
    until: String,
}

/// One finding that is accepted, in the returns that end up to a day.
#[derive(Debug, Clone)]
pub(crate) struct Acceptance {
    /// Blank where the file has no such column, as one authority needs none.
    la_code: String,
    rule: String,
    child: String,
    column: String,
    value: String,
    /// Why.
    pub(crate) reason: String,
    /// The last day on which a return may end whose finding is accepted.
    pub(crate) until: Day,
}

/// What an authority accepts.
#[derive(Debug, Default)]
pub(crate) struct Acceptances(Vec<Acceptance>);

/// What came of the acceptances.
#[derive(Debug, Default)]
pub(crate) struct Accepted {
    /// The findings taken out of the list, in its order, each with what accepts it.
    pub(crate) findings: Vec<(Finding, Acceptance)>,
    /// Findings that stay in the list, for what accepted them has run out.
    pub(crate) run_out: usize,
    /// Acceptances of which there is no finding any more.
    pub(crate) unused: usize,
}

impl Acceptances {
    /// Reads the user's file: CSV with the columns rule, child, column, value, reason and until, a finding a row; for returns
    /// of several authorities, which may use the same ids, also la_code.
    ///
    /// # Errors
    /// Where it cannot be read, a reason is missing or `until` is no day.
    pub(crate) fn from_file(path: &Path) -> Result<Acceptances, SeedError> {
        let file = SeedFile::of_user(path)?;
        let rows = file.csv::<AcceptanceRow>(&COLUMNS)?;
        let read =
            |(line, row): (u64, AcceptanceRow)| Acceptance::of(row).map_err(|mistake| file.on_line(line, mistake));
        Ok(Acceptances(rows.into_iter().map(read).collect::<Result<_, _>>()?))
    }

    /// Whether an acceptance does not say whose child it is about.
    pub(crate) fn lack_an_authority(&self) -> bool {
        self.0.iter().any(|one| one.la_code.is_empty())
    }

    /// Takes what is accepted out of the findings.
    pub(crate) fn take_out(&self, checked: &mut Checked, authorities: &Authorities, long: &LongTexts) -> Accepted {
        let mut accepted = Accepted::default();
        if self.0.is_empty() {
            return accepted;
        }
        let mut used = vec![false; self.0.len()];
        for in_return in &mut checked.returns {
            let last_day = Day::thirty_first_of_march(in_return.year);
            let la_code = &authorities.get(in_return.authority).code;
            let mut kept = Vec::with_capacity(in_return.findings.len());
            for finding in std::mem::take(&mut in_return.findings) {
                let matching = self.0.iter().enumerate().filter(|(_, one)| one.is_of(&finding, la_code, long));
                let mut matching = matching.inspect(|(place, _)| used[*place] = true).map(|(_, one)| one).peekable();
                let any = matching.peek().is_some();
                match matching.find(|one| last_day <= one.until) {
                    Some(one) => accepted.findings.push((finding, one.clone())),
                    None => {
                        accepted.run_out += usize::from(any);
                        kept.push(finding);
                    }
                }
            }
            in_return.findings = kept;
        }
        accepted.unused = used.iter().filter(|used| !**used).count();
        accepted
    }
}

impl Acceptance {
    fn of(row: AcceptanceRow) -> Result<Acceptance, Mistake> {
        let AcceptanceRow { la_code, rule, child, column, value, reason, until } = row;
        if reason.is_empty() {
            return Err(Mistake::new("no reason is given", "say in the column reason why the finding is accepted"));
        }
        let until = Day::read(until.as_bytes()).ok_or_else(|| {
            let remedy = "write the 31 March of the last return in which it is accepted, as 2011-03-31";
            Mistake::new(format!("until: '{until}' is not a date"), remedy)
        })?;
        let column = column.to_uppercase();
        // As a table of ours has them, which keeps a spreadsheet from taking a cell for a formula.
        let [child, value] = [child, value].map(|cell| as_before(&cell).to_owned());
        Ok(Acceptance { la_code, rule, child, column, value, reason, until })
    }

    /// Whether it accepts a finding: that of the rule about the child, with the value in the column as findings.csv shows
    /// them; a blank column stands for any.
    fn is_of(&self, finding: &Finding, la_code: &str, long: &LongTexts) -> bool {
        self.rule == finding.rule.number
            && (self.la_code.is_empty() || self.la_code == la_code)
            && self.child.eq_ignore_ascii_case(&shown_id(&finding.child.text(long)))
            && (self.column.is_empty() || self.has_cell(finding))
    }

    fn has_cell(&self, finding: &Finding) -> bool {
        let same = |(column, cell): &(&str, Guarded)| {
            *column == self.column && cell.to_string().eq_ignore_ascii_case(&self.value)
        };
        finding.cells.iter().any(same)
    }
}

//! What became of the rows behind a figure.

use crate::care::CareHistories;
use crate::indicators::Outcomes;
use crate::quality::CleanReturns;
use crate::quality::ledger::{Ledger, TableLedger, count};
use crate::returns::file::{FileReport, Outcome};
use crate::returns::finding::{Fate, Finding};
use crate::returns::table::Table;
use crate::seeds::authorities::AuthorityIndex;
use std::collections::{BTreeMap, BTreeSet};

/// Rows of an authority for which the indicator is not available.
pub(crate) const WITHOUT_THE_FIGURE: &str = "authority_without_the_figure";
/// Rows of an authority that is not on the list on the day of the figures.
pub(crate) const NOT_THERE: &str = "authority_not_there_on_as_at";

/// What became of the rows of every authority.
#[derive(Debug)]
pub(crate) struct RowLedgers {
    by_authority: BTreeMap<AuthorityIndex, Ledger>,
    unplaced: Ledger,
    measured: BTreeSet<AuthorityIndex>,
}

/// Counts the findings on rows that were not rejected.
fn note<'run>(
    findings: impl Iterator<Item = &'run Finding>,
    files: &[FileReport],
    by_authority: &mut BTreeMap<AuthorityIndex, Ledger>,
) {
    for finding in findings.filter(|finding| finding.rule.fate != Fate::Rejected) {
        let file = files.get(finding.source.file as usize);
        let ledger = finding.authority.and_then(|authority| by_authority.get_mut(&authority));
        if let (Some(Outcome::Read { table, .. }), Some(ledger)) = (file.map(|file| &file.outcome), ledger) {
            count(&mut ledger.of(*table).noted, finding.rule.name, 1);
        }
    }
}

impl RowLedgers {
    /// Puts together the counts of cleaning and of the building of histories.
    pub fn of(clean: &CleanReturns, histories: &CareHistories<'_>, outcomes: &Outcomes) -> RowLedgers {
        let mut by_authority: BTreeMap<AuthorityIndex, Ledger> = BTreeMap::new();
        for authority in &histories.authorities {
            let ledger = by_authority.entry(authority.clean.authority).or_default();
            ledger.add(&authority.clean.ledger);
            ledger.add(&authority.ledger);
        }
        note(clean.input.findings.iter().chain(&histories.findings), &clean.input.files, &mut by_authority);
        let measured = outcomes.authorities.iter().map(|authority| authority.authority).collect();
        RowLedgers { by_authority, unplaced: clean.unplaced.clone(), measured }
    }

    /// The rows of the whole run.
    pub fn whole(&self) -> Ledger {
        let mut whole = self.unplaced.clone();
        self.by_authority.values().for_each(|ledger| whole.add(ledger));
        whole
    }

    /// The rows of a table behind a figure: of the authorities of a place, those for which it is
    /// available are accounted for in full, those of the others set aside as a whole.
    pub fn behind(
        &self,
        table: Table,
        in_place: impl Fn(AuthorityIndex) -> bool,
        available: impl Fn(AuthorityIndex) -> bool,
    ) -> TableLedger {
        let mut behind = TableLedger::default();
        for (&authority, ledger) in self.by_authority.iter().filter(|(authority, _)| in_place(**authority)) {
            let of_authority = ledger.table(table);
            if available(authority) {
                behind.add(&of_authority);
            } else {
                let why = if self.measured.contains(&authority) { WITHOUT_THE_FIGURE } else { NOT_THERE };
                behind.read += of_authority.read;
                count(&mut behind.set_aside, why, of_authority.read);
            }
        }
        behind
    }

    /// The rows of a table whose return is not known; only England accounts for them.
    pub(crate) fn unplaced(&self, table: Table) -> TableLedger {
        self.unplaced.table(table)
    }
}

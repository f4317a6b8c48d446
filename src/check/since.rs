//! What has changed since an earlier check: what is new, what is still there, and what was mended.

use super::finding_row::FindingRow;
use crate::contract::CHECK;
use crate::seeds::file::{SeedError, SeedFile};
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// What is said of a finding beside an earlier check.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Standing {
    /// It was not there.
    New,
    /// It was.
    StillThere,
    /// Its rule was not run then.
    NotCheckedThen,
}

impl Standing {
    /// As in the table.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Standing::New => "new",
            Standing::StillThere => "still there",
            Standing::NotCheckedThen => "not checked then",
        }
    }
}

/// A rule that an earlier check ran, or did not.
#[derive(Debug, Deserialize)]
struct RuleRow {
    rule: String,
    returns_run: usize,
}

/// An earlier check, read back.
#[derive(Debug)]
pub(crate) struct Earlier {
    findings: Vec<FindingRow>,
    rules_run: BTreeSet<String>,
}

/// What has changed.
#[derive(Debug)]
pub(crate) struct Since {
    /// What is said of each finding of today, in order.
    pub(crate) standings: Vec<Standing>,
    /// The earlier findings that are not there any more, in their order.
    pub(crate) mended: Vec<FindingRow>,
    /// Earlier findings whose rule was not run today.
    pub(crate) not_checked_now: usize,
}

impl Earlier {
    /// Reads the tables of the folder that `check` wrote with --out.
    ///
    /// # Errors
    /// Where the folder holds no check, or its tables cannot be read.
    pub(crate) fn read(folder: &Path) -> Result<Earlier, SeedError> {
        let table = |name: &str| SeedFile::of_user(&folder.join(CHECK).join(format!("{name}.csv")));
        let findings = table("findings")?.csv::<FindingRow>(&FindingRow::COLUMNS)?;
        let rules = table("rules")?.csv::<RuleRow>(&["rule", "returns_run"])?;
        let run = rules.into_iter().map(|(_, row)| row).filter(|row| row.returns_run > 0);
        Ok(Earlier {
            findings: findings.into_iter().map(|(_, row)| row.read_back()).collect(),
            rules_run: run.map(|row| row.rule).collect(),
        })
    }

    /// Its findings, and the rules that were run.
    pub(crate) fn into_parts(self) -> (Vec<FindingRow>, BTreeSet<String>) {
        (self.findings, self.rules_run)
    }

    /// Sets the findings of today beside these. A finding is the same where rule, authority, return, table and child are; of
    /// several, those with the same cells first. Files and lines may be others.
    pub(crate) fn compare(self, today: &[FindingRow], run_today: &BTreeSet<&str>) -> Since {
        let mut of_key = BTreeMap::<[String; 5], Vec<FindingRow>>::new();
        let (mut mended, mut not_checked_now) = (Vec::new(), 0);
        for row in self.findings {
            of_key.entry(row.key()).or_default().push(row);
        }
        let mut standings = vec![Standing::New; today.len()];
        for exactly in [true, false] {
            for (row, standing) in today.iter().zip(&mut standings) {
                let Some(earlier) = of_key.get_mut(&row.key()).filter(|_| *standing == Standing::New) else { continue };
                let same = |one: &FindingRow| !exactly || one.values == row.values && one.fields == row.fields;
                if let Some(place) = earlier.iter().position(same) {
                    earlier.remove(place);
                    *standing = Standing::StillThere;
                }
            }
        }
        for (row, standing) in today.iter().zip(&mut standings) {
            let was_run = row.is_of_reading() || self.rules_run.contains(&row.rule);
            if *standing == Standing::New && !was_run {
                *standing = Standing::NotCheckedThen;
            }
        }
        for row in of_key.into_values().flatten() {
            if row.is_of_reading() || run_today.contains(row.rule.as_str()) {
                mended.push(row);
            } else {
                not_checked_now += 1;
            }
        }
        Since { standings, mended, not_checked_now }
    }
}

impl Since {
    /// How many findings stand so.
    pub(crate) fn count(&self, standing: Standing) -> usize {
        self.standings.iter().filter(|one| **one == standing).count()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(rule: &str, child: &str, values: &str) -> FindingRow {
        let [rule, child, values] = [rule, child, values].map(str::to_owned);
        FindingRow { rule, child, values, indicators: "62".to_owned(), ..FindingRow::default() }
    }

    fn earlier(rules: &[&str], findings: Vec<FindingRow>) -> Earlier {
        Earlier { findings, rules_run: rules.iter().map(|rule| (*rule).to_owned()).collect() }
    }

    #[test]
    fn findings_are_new_still_there_or_mended() {
        let before = earlier(&["102", "501"], vec![row("102", "A", "x"), row("501", "B", "1"), row("501", "B", "2")]);
        let today = [row("501", "B", "2"), row("501", "C", "1"), row("601", "A", "")];
        let since = before.compare(&today, &["102", "501", "601"].into());
        assert_eq!(since.standings, [Standing::StillThere, Standing::New, Standing::NotCheckedThen]);
        let mended: Vec<(&str, &str)> = since.mended.iter().map(|row| (&*row.rule, &*row.values)).collect();
        assert_eq!(mended, [("102", "x"), ("501", "1")]);
    }

    #[test]
    fn a_cell_changed_and_still_wrong_is_still_there() {
        let since = earlier(&["501"], vec![row("501", "B", "1")]).compare(&[row("501", "B", "2")], &["501"].into());
        assert_eq!((since.standings, since.mended.len()), (vec![Standing::StillThere], 0));
    }

    #[test]
    fn a_rule_that_is_not_run_today_mends_nothing() {
        let since = earlier(&["501"], vec![row("501", "B", "1")]).compare(&[], &BTreeSet::new());
        assert_eq!((since.mended.len(), since.not_checked_now), (0, 1));
    }
}

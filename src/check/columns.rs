//! Columns that a file lacks: a rule that would find nothing but their blanks is not run.

use super::checked::{Lacking, RuleRun};
use super::finding::Finding;
use super::rule::Rule;
use crate::identity::Guarded;
use crate::returns::table::Table;
use crate::returns::written::WrittenRows;
use crate::seeds::authorities::AuthorityIndex;
use crate::seeds::tables::TableShapes;
use std::collections::{BTreeSet, HashMap};

/// The columns of every file that has rows.
pub(crate) struct Columns<'run> {
    files: HashMap<u32, &'run WrittenRows>,
    /// The returns that each piece of a file holds rows of.
    returns: Vec<(BTreeSet<(AuthorityIndex, i32)>, &'run WrittenRows)>,
    shapes: &'run TableShapes,
}

impl<'run> Columns<'run> {
    /// The columns of the files that the rows come from.
    pub(crate) fn of(written: &'run [WrittenRows], shapes: &'run TableShapes) -> Columns<'run> {
        let of_file = |written: &'run WrittenRows| Some((written.rows.first()?.source.file, written));
        let of_returns = |written: &'run WrittenRows| {
            let returns = written.rows.iter().map(|row| (row.authority, row.year)).collect();
            (returns, written)
        };
        Columns {
            files: written.iter().filter_map(of_file).collect(),
            returns: written.iter().map(of_returns).collect(),
            shapes,
        }
    }

    /// The first column that a rule needs and every file with rows of the return lacks.
    pub(crate) fn lacking(&self, rule: &Rule, authority: AuthorityIndex, year: i32) -> Option<Lacking> {
        let lacks = |&&(table, column): &&(Table, &'static str)| {
            let has_rows = |(returns, written): &&(BTreeSet<(AuthorityIndex, i32)>, &WrittenRows)| {
                written.table == table && returns.contains(&(authority, year))
            };
            let mut files = self.returns.iter().filter(has_rows).peekable();
            files.peek().is_some() && files.all(|(_, written)| written.column(column).is_none())
        };
        rule.needs_columns.iter().find(lacks).map(|&(table, column)| Lacking::Column(table, column))
    }

    /// The findings without the cells of columns that their files lack. A finding that rests on such blanks alone is
    /// dropped; a rule with no other finding counts as not run.
    pub(crate) fn without_lacking(&self, found: Vec<Finding>, rules: &mut [RuleRun]) -> Vec<Finding> {
        let mut findings = Vec::with_capacity(found.len());
        let mut lacking = HashMap::new();
        for mut finding in found {
            let first_lacking = finding.cells.iter().find_map(|(column, cell)| self.lacks(&finding, column, cell));
            finding.cells.retain(|(column, cell)| {
                cell.is_blank().then(|| self.lacks_column(finding.at.file, column)).flatten().is_none()
            });
            let rests_on_a_blank = finding.cells.iter().any(|(_, cell)| cell.is_blank());
            match first_lacking {
                Some(first) if !rests_on_a_blank => {
                    lacking.entry(finding.rule.number).or_insert(first);
                }
                _ => findings.push(finding),
            }
        }
        for run in rules {
            let finds_elsewhere = || findings.iter().any(|finding| finding.rule.number == run.rule.number);
            if let Some(first) = lacking.get(run.rule.number).filter(|_| !finds_elsewhere()) {
                run.not_run = Some(*first);
            }
        }
        findings
    }

    fn lacks(&self, finding: &Finding, column: &'static str, cell: &Guarded) -> Option<Lacking> {
        if cell.is_blank() { self.lacks_column(finding.at.file, column) } else { None }
    }

    /// The column, where it is one of the table's own and the file lacks it.
    fn lacks_column(&self, file: u32, column: &'static str) -> Option<Lacking> {
        let written = self.files.get(&file)?;
        let shape = self.shapes.list.iter().find(|shape| shape.name == written.table.name())?;
        let own = [&shape.needed, &shape.any_of, &shape.other].into_iter().flatten().any(|own| own == column);
        (own && written.column(column).is_none()).then_some(Lacking::Column(written.table, column))
    }
}

#[cfg(test)]
mod tests {
    use crate::check::example::{bad, not_run};
    use crate::check::rule::Rule;
    use crate::check::rules;

    fn rule(number: &str) -> &'static Rule {
        rules::all().find(|rule| rule.number == number).unwrap()
    }

    const EPISODES: &str = "2011 episodes
        CHILD DECOM      RNE LS PLACE DEC REC
        A     01/04/2009 S   C2 U4    -   -
        2011 header
        CHILD SEX DOB        ETHNIC
        A     1   03/06/2000 WBRI";

    #[test]
    fn a_rule_that_needs_a_missing_column_is_not_run() {
        not_run(rule("167"), "2011 reviews\nCHILD REVIEW\nA 01/05/2010", 2011, "reviews REVIEW_CODE");
        let health = format!("{EPISODES}\n2011 oc2\nCHILD DOB SDQ_SCORE SDQ_REASON\nA 03/06/2000 12 -");
        not_run(rule("191"), &health, 2011, "oc2 IMMUNISATIONS");
    }

    #[test]
    fn a_rule_that_would_find_only_blanks_is_not_run() {
        not_run(
            rule("440"),
            "2011 reviews\nCHILD REVIEW\nA 01/05/2010\n2011 header\nCHILD SEX DOB ETHNIC\nA 1 03/06/2000 WBRI",
            2011,
            "reviews REVIEW_CODE",
        );
        not_run(rule("145"), EPISODES, 2011, "episodes CIN");
        not_run(
            rule("INT17"),
            "2011 reviews\nCHILD REVIEW\nA 01/05/2010\n2011 header\nCHILD SEX DOB ETHNIC\nA 1 03/06/2000 WBRI",
            2011,
            "reviews DOB",
        );
    }

    #[test]
    fn a_rule_still_reports_the_columns_that_are_there() {
        bad(
            rule("167"),
            "2011 reviews\nCHILD REVIEW REVIEW_CODE\nA 01/05/2010 -",
            &["A reviews 2 REVIEW=01/05/2010 REVIEW_CODE="],
        );
        let in_two_files =
            "2011 reviews\nCHILD REVIEW\nA 01/05/2010\n2011 others\nCHILD REVIEW REVIEW_CODE\nB 01/05/2010 PN9";
        bad(rule("167"), in_two_files, &["B others 2 REVIEW=01/05/2010 REVIEW_CODE=PN9"]);
        let health = format!("{EPISODES}\n2011 oc2\nCHILD SDQ_SCORE TEETH_CHECK IMMUNISATIONS\nA 12 - 1");
        bad(rule("191"), &health, &["A oc2 2 TEETH_CHECK="]);
    }
}

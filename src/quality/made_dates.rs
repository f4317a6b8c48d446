//! Children of whom one return has more rows than it should, and whose ids a spreadsheet seems to have made dates of: two
//! children may have become one.

use crate::code::LongTexts;
use crate::identity::made_date;
use crate::returns::finding::{Finding, rules};
use crate::returns::notice::{Bearing, Notice};

/// Gives such findings the remedy that fits, and says how many there are; nothing where there is none.
pub(super) fn mark(findings: &mut [Finding], long: &LongTexts) -> Option<Notice> {
    let is_second = |finding: &&mut Finding| {
        let made_date = || finding.child.is_some_and(|child| made_date(&child.text(long)).is_some());
        finding.rule.name == rules::DUPLICATE_OF_DATE.name && made_date()
    };
    let mut rows = 0;
    for finding in findings.iter_mut().filter(is_second) {
        finding.rule = &rules::DUPLICATE_OF_DATE;
        rows += 1;
    }
    let repeated = match rows {
        0 => return None,
        1 => "1 row is of a child whose id seems to be a date and is".to_owned(),
        rows => format!("{rows} rows are of children whose ids seem to be dates and are"),
    };
    Some(Notice {
        kind: "ids_made_one",
        bearing: Bearing::Figures,
        words: format!(
            "{repeated} not used, for the same return has another of the same id: two children's ids may have become one date, \
             and the figures count the two as one; export again with the id as text"
        ),
    })
}

//! 131, 132, 133: an item of OC3 is blank or not on its list.

use crate::check::child::Child;
use crate::check::finding::Found;
use crate::check::rule::{Returns, Rule, Severity};
use crate::returns::table::Table;

/// 131: whether the authority is in touch.
pub const RULE_131: Rule = Rule {
    number: "131",
    message: "Whether the authority is in touch with the care leaver is missing or is not a code of the list",
    remedy: "write IN_TOUCH as YES, NO, DIED, REFU, NREQ or RHOM",
    indicators: &[147, 148],
    check: |child, found| report(child, found, "IN_TOUCH"),
    ..SHAPE
};

/// 132: what the care leaver does.
pub const RULE_132: Rule = Rule {
    number: "132",
    message: "The care leaver's activity is missing or is not a code of that year's list",
    remedy: "write ACTIV as a code of the year's list, 0 where it is not known",
    indicators: &[148],
    check: |child, found| report(child, found, "ACTIV"),
    ..SHAPE
};

/// 133: where the care leaver lives.
pub const RULE_133: Rule = Rule {
    number: "133",
    message: "The care leaver's accommodation is missing or is not a code of the list",
    remedy: "write ACCOM as a code of the list, with 1 for suitable or 2 for unsuitable, 0 where it is not known",
    indicators: &[147],
    check: |child, found| report(child, found, "ACCOM"),
    ..SHAPE
};

/// What the three have in common.
const SHAPE: Rule = Rule {
    number: "",
    message: "",
    remedy: "",
    severity: Severity::Error,
    indicators: &[],
    needs: &[Table::Oc3],
    needs_before: &[],
    needs_columns: &[],
    returns: Returns::ALL,
    check: |_, _| {},
};

fn report(child: &Child<'_>, found: &mut Found<'_>, asked: &str) {
    for row in child.rows.oc3 {
        let wrong = |text: &str| text.is_empty() || !child.listed("oc3", asked, text);
        for item in row.items().into_iter().filter(|&(column, text)| column == asked && wrong(text)) {
            found.row(row.at, &[item]);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{RULE_131, RULE_132, RULE_133};
    use crate::check::example::{bad, good};

    const WRONG: &str = "2011 oc3
                         CHILD IN_TOUCH ACTIV ACCOM
                         A     MAYBE    F4    S1
                         B     -        -     -
                         C     yes      f3    b1
                         D     DIED     0     0.0
                         E     NO       0     01\n";

    #[test]
    fn in_touch_that_is_blank_or_not_listed_is_found() {
        bad(&RULE_131, WRONG, &["A oc3 2 IN_TOUCH=MAYBE", "B oc3 3 IN_TOUCH="]);
        good(&RULE_131, "2011 oc3\nCHILD IN_TOUCH ACTIV ACCOM\nA REFU F4 S1\nB NREQ - -\nC RHOM 0 0");
    }

    #[test]
    fn activity_is_held_against_the_list_of_its_year() {
        bad(&RULE_132, WRONG, &["A oc3 2 ACTIV=F4", "B oc3 3 ACTIV="]);
        let rows = |code: &str| format!("2021 oc3\nCHILD IN_TOUCH ACTIV ACCOM\nA YES {code} B1\n");
        good(&RULE_132, &rows("F3"));
        good(&RULE_132, &rows("F4").replace("2021", "2022"));
        bad(&RULE_132, &rows("F4"), &["A oc3 2 ACTIV=F4"]);
        bad(&RULE_132, &rows("F3").replace("2021", "2022"), &["A oc3 2 ACTIV=F3"]);
    }

    #[test]
    fn accommodation_that_is_blank_or_not_listed_is_found() {
        bad(&RULE_133, WRONG, &["A oc3 2 ACCOM=S1", "B oc3 3 ACCOM=", "E oc3 6 ACCOM=01"]);
        good(&RULE_133, "2011 oc3\nCHILD IN_TOUCH ACTIV ACCOM\nA - - S2\nB - - x2\nC - - 0");
    }
}

//! 333: a match with adopters without the decision for adoption, or before it.

use crate::check::child::Child;
use crate::check::found::Found;
use crate::check::rule::Rule;
use crate::returns::table::Table;

pub(crate) const RULE: Rule = Rule::error(
    "333",
    "The child was matched with adopters before the decision for adoption, or the decision has no date",
    "fill in DATE_INT, or correct DATE_INT or DATE_MATCH",
    check,
)
.touching(&[61])
.needing(&[Table::Ad1])
.needing_columns(&[(Table::Ad1, "DATE_MATCH")]);

fn check(child: &Child<'_>, found: &mut Found) {
    for row in child.rows.ad1 {
        let Some(matched) = row.date_match.day else { continue };
        if row.date_int.is_blank() || row.date_int.day > Some(matched) {
            found.row(row.at, &[("DATE_INT", row.date_int.text), ("DATE_MATCH", row.date_match.text)]);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::example::{bad, good};

    #[test]
    fn a_match_the_day_before_the_decision_or_without_a_decision_is_found() {
        bad(
            &RULE,
            "2011 ad1
             CHILD DATE_INT   DATE_MATCH
             A     02/05/2010 2010-05-01
             B     -          01/05/2010",
            &["A ad1 2 DATE_INT=02/05/2010 DATE_MATCH=2010-05-01", "B ad1 3 DATE_INT= DATE_MATCH=01/05/2010"],
        );
    }

    #[test]
    fn a_match_on_the_day_of_the_decision_or_later_is_right_and_an_invalid_date_is_not_checked() {
        good(
            &RULE,
            "2011 ad1
             CHILD DATE_INT   DATE_MATCH
             A     01/05/2010 01/05/2010
             A     30/04/2010 2010-05-01
             B     02/05/10   01/05/2010
             C     01/05/2010 -
             D     02/05/2010 01/05/10
             E     -          -",
        );
    }
}

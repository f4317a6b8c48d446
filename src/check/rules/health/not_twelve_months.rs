//! 185, 190, 198: OC2 is filled for a child not looked after for twelve months.

use crate::check::child::Child;
use crate::check::finding::Found;
use crate::check::items::{Item, filled};
use crate::check::rule::{Returns, Rule, Severity};
use crate::returns::finding::Source;
use crate::returns::table::Table;

/// 185: with a score.
pub const RULE_185: Rule = Rule {
    number: "185",
    message: "The child has a score but was not looked after for twelve months on 31 March",
    remedy: "leave SDQ_SCORE blank, or correct the episodes",
    check: |child, found| {
        report(child, found, child.rows.oc2.iter().map(|row| (row.at, filled(&row.questionnaire()[..1]))));
    },
    ..SHAPE
};

/// 198: with a reason for having no score.
pub const RULE_198: Rule = Rule {
    number: "198",
    message: "The child has a reason for having no score but was not looked after for twelve months on 31 March",
    remedy: "leave SDQ_REASON blank, or correct the episodes",
    check: |child, found| {
        report(child, found, child.rows.oc2.iter().map(|row| (row.at, filled(&row.questionnaire()[1..]))));
    },
    ..SHAPE
};

/// 190: with any other item.
pub const RULE_190: Rule = Rule {
    number: "190",
    message: "The child has items of health or offending but was not looked after for twelve months on 31 March",
    remedy: "take the row of OC2 away, or correct the episodes",
    check: |child, found| {
        report(child, found, child.rows.oc2.iter().map(|row| (row.at, filled(&row.health()))));
    },
    ..SHAPE
};

/// What the three have in common. Not where the time in care cannot be told for sure.
const SHAPE: Rule = Rule {
    number: "",
    message: "",
    remedy: "",
    severity: Severity::Error,
    indicators: &[58],
    needs: &[Table::Episodes, Table::Oc2],
    needs_before: &[],
    needs_columns: &[],
    returns: Returns::ALL,
    check: |_, _| {},
};

/// Reports the rows with such items.
fn report<'a>(child: &Child<'_>, found: &mut Found<'_>, rows: impl Iterator<Item = (Source, Vec<Item<'a>>)>) {
    if child.surely_not_twelve_months_in_care() {
        for (at, items) in rows.filter(|(_, items)| !items.is_empty()) {
            found.row(at, &items);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{RULE_185, RULE_190, RULE_198};
    use crate::check::example::{bad, good};
    use crate::check::rule::Rule;

    /// The rules, each with an OC2 row that it speaks of and what it says of it.
    const ROWS: [(&Rule, &str, &str); 3] = [
        (&RULE_185, "0 - -", "SDQ_SCORE=0"),
        (&RULE_198, "- SDQ1 -", "SDQ_REASON=SDQ1"),
        (&RULE_190, "- - 0", "IMMUNISATIONS=0"),
    ];

    fn returns(episodes: &str, row: &str) -> String {
        format!(
            "2011 episodes
             CHILD DECOM RNE LS PLACE DEC REC
             {episodes}
             2011 oc2
             CHILD SDQ_SCORE SDQ_REASON IMMUNISATIONS
             A {row}"
        )
    }

    #[test]
    fn a_day_short_of_twelve_months_is_found_at_either_end() {
        for (rule, row, said) in ROWS {
            for episodes in [
                "A 02/04/2010 S C2 Q2 - -",
                "A 01/04/2010 S C2 Q2 31/03/2011 E4",
                "A 01/04/2009 S C2 Q2 01/05/2010 E4\nA 02/05/2010 S C2 Q2 - -",
                "A 01/04/2009 S V4 Q2 - -",
                "B 01/04/2009 S C2 Q2 - -",
            ] {
                bad(rule, &returns(episodes, row), &[&format!("A oc2 2 {said}")]);
            }
        }
    }

    #[test]
    fn twelve_months_to_the_day_are_enough_and_so_are_more_in_several_episodes() {
        for (rule, row, _) in ROWS {
            good(rule, &returns("A 01/04/2010 S C2 Q2 01/04/2011 E4", row));
            good(rule, &returns("A 01/04/2009 S C2 Q2 01/05/2010 X1\nA 01/05/2010 P C2 Q2 - -", row));
        }
    }

    #[test]
    fn each_speaks_of_its_own_items() {
        for (rule, _, _) in ROWS {
            for (_, row, _) in ROWS.into_iter().filter(|(other, _, _)| other.number != rule.number) {
                good(rule, &returns("A 02/04/2010 S C2 Q2 - -", row));
            }
        }
    }

    #[test]
    fn where_an_episode_is_missing_or_rejected_the_time_is_not_told() {
        for (rule, row, _) in ROWS {
            good(rule, &returns("A 02/04/2010 P C2 Q2 - -", row));
            good(rule, &returns("A 01/04/10 S C2 Q2 01/05/2010 X1\nA 01/05/2010 S C2 Q2 - -", row));
            good(rule, &returns("A 01/04/2010 S C2 Q2 01/05/10 X1\nA 01/05/2010 S C2 Q2 - -", row));
        }
    }
}

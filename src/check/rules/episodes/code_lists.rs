//! 143, 144, 145, 146, 149, 178: codes of the episodes that are on no list of the return's year.

use crate::check::child::Child;
use crate::check::finding::Found;
use crate::check::rows::EpisodeRow;
use crate::check::rule::{EVERY_INDICATOR, Returns, Rule, Severity};
use crate::returns::table::Table;

/// 143: RNE. A blank is found too here and in LS and PLACE, for a row without them is not used.
pub const RULE_143: Rule =
    rule("143", "RNE is missing or is no code of this year's return", EVERY_INDICATOR, |child, found| {
        unlisted(child, "RNE", |row| row.rne, Blank::IsWrong, found);
    });

/// 144: LS.
pub const RULE_144: Rule =
    rule("144", "LS is missing or is no code of this year's return", EVERY_INDICATOR, |child, found| {
        unlisted(child, "LS", |row| row.ls, Blank::IsWrong, found);
    });

/// 145: CIN, a column that older returns need not have.
pub const RULE_145: Rule = rule("145", "CIN is no code of this year's return", EVERY_INDICATOR, |child, found| {
    unlisted(child, "CIN", |row| row.cin, Blank::IsRight, found);
})
.needing(&[(Table::Episodes, "CIN")]);

/// 146: PLACE.
pub const RULE_146: Rule =
    rule("146", "PLACE is missing or is no code of this year's return", EVERY_INDICATOR, |child, found| {
        unlisted(child, "PLACE", |row| row.place, Blank::IsWrong, found);
    });

/// 149: REC, which is blank while the episode is open.
pub const RULE_149: Rule = rule("149", "REC is no code of this year's return", EVERY_INDICATOR, |child, found| {
    unlisted(child, "REC", |row| row.rec, Blank::IsRight, found);
});

/// 178: PLACE_PROVIDER, which temporary stays and older returns do not have.
pub const RULE_178: Rule = rule("178", "PLACE_PROVIDER is no code of this year's return", &[62, 63], |child, found| {
    unlisted(child, "PLACE_PROVIDER", |row| row.place_provider, Blank::IsRight, found);
})
.needing(&[(Table::Episodes, "PLACE_PROVIDER")]);

const fn rule(
    number: &'static str,
    message: &'static str,
    indicators: &'static [u16],
    check: fn(&Child<'_>, &mut Found<'_>),
) -> Rule {
    Rule {
        number,
        message,
        remedy: "use a code of the list for the year of the return",
        severity: Severity::Error,
        indicators,
        needs: &[Table::Episodes],
        needs_before: &[],
        needs_columns: &[],
        returns: Returns::ALL,
        check,
    }
}

/// What a cell without a code is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Blank {
    IsRight,
    IsWrong,
}

fn unlisted(
    child: &Child<'_>,
    column: &'static str,
    code: impl for<'row> Fn(&EpisodeRow<'row>) -> &'row str,
    blank: Blank,
    found: &mut Found<'_>,
) {
    for episode in child.rows.all_episodes() {
        let code = code(episode);
        if code.is_empty() && blank == Blank::IsWrong || !child.listed("episodes", column, code) {
            found.row(episode.at, &[(column, code)]);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{RULE_143, RULE_144, RULE_145, RULE_146, RULE_149, RULE_178};
    use crate::check::example::{bad, good};

    /// An episode of a year's return with other cells: RNE LS CIN PLACE PLACE_PROVIDER REC.
    fn with(year: i32, cells: &str) -> String {
        format!(
            "{year} episodes
             CHILD DECOM      DEC        RNE LS CIN PLACE PLACE_PROVIDER REC
             A     01/04/2007 01/05/2007 {cells}"
        )
    }

    #[test]
    fn blanks_and_unlisted_codes_are_found_where_a_code_must_stand() {
        bad(&RULE_143, &with(2011, "X C2 N1 K2 PR1 X1"), &["A episodes 2 RNE=X"]);
        bad(&RULE_143, &with(2011, "- C2 N1 K2 PR1 X1"), &["A episodes 2 RNE="]);
        bad(&RULE_144, &with(2011, "S C9 N1 K2 PR1 X1"), &["A episodes 2 LS=C9"]);
        bad(&RULE_144, &with(2011, "S - N1 K2 PR1 X1"), &["A episodes 2 LS="]);
        bad(&RULE_146, &with(2011, "S C2 N1 K9 PR1 X1"), &["A episodes 2 PLACE=K9"]);
        bad(&RULE_146, &with(2011, "S C2 N1 - PR1 X1"), &["A episodes 2 PLACE="]);
    }

    #[test]
    fn unlisted_codes_alone_are_found_where_none_need_stand() {
        bad(&RULE_145, &with(2011, "S C2 N9 K2 PR1 X1"), &["A episodes 2 CIN=N9"]);
        bad(&RULE_149, &with(2011, "S C2 N1 K2 PR1 E99"), &["A episodes 2 REC=E99"]);
        bad(&RULE_178, &with(2011, "S C2 N1 K2 PR9 X1"), &["A episodes 2 PLACE_PROVIDER=PR9"]);
        for rule in [&RULE_145, &RULE_149, &RULE_178] {
            good(rule, &with(2011, "S C2 - K2 - -"));
        }
    }

    #[test]
    fn codes_are_compared_without_case_and_a_row_without_a_date_is_looked_at() {
        for rule in [&RULE_143, &RULE_144, &RULE_145, &RULE_146, &RULE_149, &RULE_178] {
            good(rule, &with(2011, "s c2 n1 k2 pr1 x1"));
        }
        bad(
            &RULE_144,
            "2011 episodes
             CHILD DECOM RNE LS PLACE DEC REC
             A     -     S   C9 K2    -   -",
            &["A episodes 2 LS=C9"],
        );
    }

    #[test]
    fn codes_have_their_years() {
        bad(&RULE_146, &with(2011, "S C2 N1 M1 PR1 X1"), &["A episodes 2 PLACE=M1"]);
        good(&RULE_146, &with(2010, "S C2 N1 M1 PR1 X1"));
        bad(&RULE_146, &with(2025, "S C2 N1 H5 PR1 X1"), &["A episodes 2 PLACE=H5"]);
        good(&RULE_146, &with(2024, "S C2 N1 H5 PR1 X1"));
        bad(&RULE_149, &with(2019, "S C2 N1 K2 PR1 E43"), &["A episodes 2 REC=E43"]);
        good(&RULE_149, &with(2018, "S C2 N1 K2 PR1 E43"));
        bad(&RULE_144, &with(2005, "S E1 N1 K2 PR1 X1"), &["A episodes 2 LS=E1"]);
        good(&RULE_144, &with(2006, "S E1 N1 K2 PR1 X1"));
        good(&RULE_143, &with(2011, "U C2 N1 K2 PR1 X1"));
    }
}

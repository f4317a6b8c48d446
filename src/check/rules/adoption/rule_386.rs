//! 386: adopted at 18 or older.

use crate::check::child::Child;
use crate::check::found::Found;
use crate::check::rule::Rule;
use crate::returns::table::Table;

/// The age from which nobody is adopted from care.
const ADULT: i32 = 18;

pub(crate) const RULE: Rule = Rule::error(
    "386",
    "The episode ended with adoption on or after the 18th birthday",
    "correct REC, DEC or DOB",
    check,
)
.touching(&[61])
.needing(&[Table::Header, Table::Episodes]);

fn check(child: &Child<'_>, found: &mut Found) {
    let Some(adult) = child.latest_birth().map(|birth| birth.birthday(ADULT)) else {
        return;
    };
    for row in child.rows.all_episodes().filter(|row| row.is_adoption() && row.dec.day >= Some(adult)) {
        found.row(row.at, &[("DEC", row.dec.text), ("REC", row.rec), ("DOB", &child.birth_shown())]);
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::example::{bad, good};

    #[test]
    fn an_adoption_on_the_18th_birthday_is_found() {
        bad(
            &RULE,
            "2011 header
             CHILD SEX DOB        ETHNIC
             A     1   02/05/1992 WBRI
             2011 episodes
             CHILD DECOM      RNE LS PLACE DEC        REC
             A     01/05/2009 S   E1 A6    02/05/2010 E11",
            &["A episodes 2 DEC=02/05/2010 REC=E11 DOB=02/05/1992"],
        );
    }

    #[test]
    fn an_adoption_the_day_before_another_reason_and_an_open_episode_are_right() {
        good(
            &RULE,
            "2011 header
             CHILD SEX DOB        ETHNIC
             A     1   02/05/1992 WBRI
             B     1   02/05/1992 WBRI
             C     1   02/05/1992 WBRI
             2011 episodes
             CHILD DECOM      RNE LS PLACE DEC        REC
             A     01/05/2009 S   E1 A6    01/05/2010 E12
             B     01/05/2009 S   C2 Q2    02/05/2010 E5
             C     01/05/2009 S   C2 Q2    -          E11",
        );
    }

    #[test]
    fn a_birth_given_to_the_month_may_be_on_its_last_day() {
        let returns = |adopted: &str| {
            format!(
                "2011 header
                 CHILD SEX DOB        ETHNIC
                 A     1   01/05/1992 WBRI
                 B     1   01/05/2000 WBRI
                 C     1   01/05/2000 WBRI
                 2011 episodes
                 CHILD DECOM      RNE LS PLACE DEC        REC
                 A     01/05/2009 S   E1 A6    {adopted}  E11"
            )
        };
        good(&RULE, &returns("30/05/2010"));
        bad(&RULE, &returns("31/05/2010"), &["A episodes 2 DEC=31/05/2010 REC=E11 DOB=01/05/1992"]);
    }
}

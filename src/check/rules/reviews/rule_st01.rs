//! ST01: a review on a day on which the child was not looked after.

use crate::check::child::Child;
use crate::check::found::Found;
use crate::check::rows::EpisodeRow;
use crate::check::rule::Rule;
use crate::day::Day;
use crate::returns::table::Table;

/// Our own rule. A short break is not care, so a review during one is not for the return. Reviews of a child with only
/// short breaks are left to 399, those of a child without episodes to 1012, and those after the return's year to ST02.
/// Reviews before the first of the returns are not checked, nor are those of a child with a rejected episode.
pub(crate) const RULE: Rule = Rule::error(
    "ST01",
    "The child was not looked after on the day of the review",
    "correct REVIEW, or the episodes where time in care is missing from them",
    check,
)
.touching(&[66])
.needing(&[Table::Episodes, Table::Reviews]);

fn check(child: &Child<'_>, found: &mut Found) {
    let known_care = child.rows.first_episode().is_some() && child.rows.every_episode_counts();
    let Some(cover) = child.cover(&[Table::Episodes]) else {
        return;
    };
    if !known_care || child.has_only_short_breaks() {
        return;
    }
    for row in child.rows.reviews {
        let known = row.review.day.filter(|day| (cover..=child.year_end()).contains(day));
        let Some(day) = known.filter(|&day| child.period_of_review(day).is_none()) else { continue };
        match short_break_on(child, day) {
            Some(episode) => {
                found.rows(row.at, episode.at, &[("REVIEW", row.review.text), ("LS", episode.ls)]);
            }
            None => found.row(row.at, &[("REVIEW", row.review.text)]),
        }
    }
}

/// The short break that a day falls in.
fn short_break_on<'a>(child: &Child<'a>, day: Day) -> Option<&'a EpisodeRow<'a>> {
    let mut short_breaks = child.rows.episodes.iter().filter(|row| row.is_short_break());
    short_breaks.find(|row| row.decom.day <= Some(day) && row.dec.day.is_none_or(|end| day < end))
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::example::{bad, good};

    const EPISODES: &str = "2011 episodes
                            CHILD DECOM      RNE LS PLACE DEC        REC
                            A     01/06/2010 S   C2 Q2    01/09/2010 X1
                            A     01/09/2010 P   C2 Q2    01/12/2010 E4
                            B     01/05/2009 S   C2 Q2    -          -
                            C     01/05/2010 S   V3 Q2    08/05/2010 E8
                            C     01/06/2010 S   C2 Q2    -          -\n";

    #[test]
    fn a_day_before_and_a_day_after_care_are_found() {
        bad(
            &RULE,
            &format!(
                "{EPISODES} 2011 reviews
                 CHILD REVIEW     REVIEW_CODE
                 A     31/05/2010 PN1
                 A     02/12/2010 PN1"
            ),
            &["A reviews 2 REVIEW=31/05/2010", "A reviews 3 REVIEW=02/12/2010"],
        );
    }

    #[test]
    fn a_short_break_is_not_care() {
        bad(
            &RULE,
            &format!(
                "{EPISODES} 2011 reviews
                 CHILD REVIEW     REVIEW_CODE
                 C     01/05/2010 PN1
                 C     07/05/2010 PN1
                 C     08/05/2010 PN1
                 C     01/06/2010 PN1"
            ),
            &[
                "C reviews 2 REVIEW=01/05/2010 LS=V3",
                "C reviews 3 REVIEW=07/05/2010 LS=V3",
                "C reviews 4 REVIEW=08/05/2010",
            ],
        );
    }

    #[test]
    fn a_row_of_no_nights_hides_nothing() {
        bad(
            &RULE,
            "2011 episodes
             CHILD DECOM      RNE LS PLACE DEC        REC
             A     01/06/2010 S   C2 Q2    01/06/2010 X1
             A     01/06/2010 S   C2 Q2    01/09/2010 E4
             2011 reviews
             CHILD REVIEW     REVIEW_CODE
             A     02/09/2010 PN1",
            &["A reviews 2 REVIEW=02/09/2010"],
        );
    }

    #[test]
    fn a_review_on_the_first_or_the_last_day_of_care_is_right() {
        good(
            &RULE,
            &format!(
                "{EPISODES} 2011 reviews
                 CHILD REVIEW     REVIEW_CODE
                 A     01/06/2010 PN1
                 A     01/09/2010 PN1
                 A     01/12/2010 PN1
                 B     31/03/2011 PN1
                 B     01/04/2011 PN1
                 A     -          PN1"
            ),
        );
    }

    #[test]
    fn reviews_before_the_first_return_are_not_checked() {
        let reviews = "2011 reviews
                       CHILD REVIEW     REVIEW_CODE
                       A     31/03/2010 PN1
                       A     01/04/2010 PN1";
        bad(&RULE, &format!("{EPISODES} {reviews}"), &["A reviews 3 REVIEW=01/04/2010"]);
        let year_before = "2010 episodes
                           CHILD DECOM      RNE LS PLACE DEC        REC
                           A     01/06/2009 S   C2 Q2    01/03/2010 E4\n";
        bad(
            &RULE,
            &format!("{year_before} 2010 reviews\nCHILD REVIEW\n{EPISODES} {reviews}"),
            &["A reviews 2 REVIEW=31/03/2010", "A reviews 3 REVIEW=01/04/2010"],
        );
    }

    #[test]
    fn a_child_left_to_other_rules_is_not_checked() {
        good(
            &RULE,
            "2011 episodes
             CHILD DECOM      RNE LS PLACE DEC        REC
             A     01/06/2010 S   C2 Q2    01/09/10   X1
             A     01/09/2010 P   C2 Q2    01/12/2010 E4
             B     01/05/2010 S   V4 Q2    08/05/2010 E8
             2011 reviews
             CHILD REVIEW     REVIEW_CODE
             A     01/08/2010 PN1
             B     01/08/2010 PN1
             C     01/08/2010 PN1",
        );
    }
}

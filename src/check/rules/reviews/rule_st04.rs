//! ST04: the time between two reviews, or from the start of care to the first, is unlikely to be right.

use crate::care::period::Period;
use crate::check::child::Child;
use crate::check::found::Found;
use crate::check::rows::ReviewRow;
use crate::check::rule::Rule;
use crate::day::Day;
use crate::returns::table::Table;

/// Our own rule: the time is too long for the data to be complete, or too short for two reviews.
pub(crate) const RULE: Rule = Rule::query(
    "ST04",
    "The review is so long after the one before that another seems to be missing, or only days after it",
    "give the review that is missing, or correct REVIEW; keep one row where one review is given twice",
    check,
)
.touching(&[66])
.needing(TABLES);

const TABLES: &[Table] = &[Table::Episodes, Table::Reviews];

/// When the first review, the second and each later one is due, as the defaults of NI 66 have it.
const DUE_FIRST: i32 = 28;
const DUE_SECOND: i32 = 91;
const DUE_LATER: i32 = 183;
/// The longest time that lateness alone may explain: up to the day on which the review after it would have been due
/// too. By a later day two reviews were due, so one is likely to be missing.
const LONGEST_TO_FIRST: i32 = DUE_FIRST + DUE_SECOND;
const LONGEST_TO_SECOND: i32 = DUE_SECOND + DUE_LATER;
const LONGEST_TO_LATER: i32 = DUE_LATER + DUE_LATER;
/// The shortest time: nothing is due within a week of a review, so of two in a week one is more likely to be the other
/// with a wrong date.
const SHORTEST: i32 = 7;

fn check(child: &Child<'_>, found: &mut Found) {
    // A date that cannot be read may be that of the review that seems to be missing.
    let all_read = child.rows.reviews.iter().all(|row| row.review.day.is_some());
    for rows in child.rows.reviews.chunk_by(|one, next| one.review.day == next.review.day) {
        let Some((row, day)) = rows.first().and_then(|row| Some((row, row.review.day?))) else { continue };
        let Some(period) = child.period_of_review(day).filter(|_| day <= child.year_end()) else { continue };
        let known = child.cover(TABLES).filter(|_| all_read);
        match before(child, period, day) {
            (None, _) => {
                if whole(period, known) && day.days_since(period.start) > LONGEST_TO_FIRST {
                    found.row_and_start(row.at, ("REVIEW", row.review.text), child, period.start);
                }
            }
            (Some(last), number) => {
                let second = number == 1 && whole(period, known);
                let longest = if second { LONGEST_TO_SECOND } else { LONGEST_TO_LATER };
                let days = day.days_since(last);
                if days < SHORTEST || days > longest && known.is_some_and(|known| known <= last) {
                    report_review(child, row, last, found);
                }
            }
        }
    }
}

/// The last review of the period before a day, in any return, and how many there were.
fn before(child: &Child<'_>, period: &Period, day: Day) -> (Option<Day>, usize) {
    let reviews = child.care.as_ref().map_or(&[][..], |care| care.reviews);
    let held = &reviews[..reviews.partition_point(|&held| held < day)];
    let of_period = &held[held.partition_point(|&held| held < period.start)..];
    (of_period.last().copied(), of_period.len())
}

/// Whether the returns show the period from its true start.
fn whole(period: &Period, known: Option<Day>) -> bool {
    !period.start_truncated && known.is_some_and(|known| known <= period.start)
}

fn report_review(child: &Child<'_>, row: &ReviewRow<'_>, last: Day, found: &mut Found) {
    let mut rows = child.rows.reviews.iter().chain(child.before.reviews);
    match rows.find(|row| row.review.day == Some(last)) {
        Some(last) => {
            found.rows(row.at, last.at, &[("REVIEW", row.review.text), ("REVIEW before", last.review.text)]);
        }
        None => found.row(row.at, &[("REVIEW", row.review.text), ("REVIEW before", &last.slashed())]),
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::example::{bad, good};

    /// The returns of 2010 and 2011, with an episode that is still open and reviews in each.
    fn returns(episode: &str, reviews: &str, later: &str) -> String {
        let of = |year: i32, reviews: &str| {
            let episodes = format!("{year} episodes\nCHILD DECOM RNE LS PLACE DEC REC\n{episode} C2 Q2 - -\n");
            format!("{episodes}{year} reviews\nCHILD REVIEW\n{}\n", reviews.replace('A', "\nA"))
        };
        of(2010, reviews) + &of(2011, later)
    }

    #[test]
    fn a_first_review_after_the_second_was_due_is_found() {
        let care = "A 01/05/2010 S";
        good(&RULE, &returns(care, "", "A 28/08/2010"));
        bad(&RULE, &returns(care, "", "A 29/08/2010"), &["A reviews 2 REVIEW=29/08/2010 DECOM=01/05/2010"]);
    }

    #[test]
    fn a_second_review_after_the_third_was_due_is_found() {
        let care = "A 01/05/2009 S";
        good(&RULE, &returns(care, "A 01/08/2009", "A 02/05/2010"));
        bad(
            &RULE,
            &returns(care, "A 01/08/2009", "A 03/05/2010"),
            &["A reviews 2 REVIEW=03/05/2010 REVIEW before=01/08/2009"],
        );
    }

    #[test]
    fn a_later_review_after_the_next_was_due_is_found() {
        let care = "A 01/05/2009 S";
        good(&RULE, &returns(care, "A 01/08/2009 A 01/09/2009", "A 02/09/2010"));
        bad(
            &RULE,
            &returns(care, "A 01/08/2009 A 01/09/2009", "A 03/09/2010"),
            &["A reviews 2 REVIEW=03/09/2010 REVIEW before=01/09/2009"],
        );
    }

    #[test]
    fn reviews_within_a_week_are_found() {
        let care = "A 01/04/2009 S";
        good(&RULE, &returns(care, "A 01/05/2009 A 08/05/2009 A 08/05/2009", ""));
        bad(
            &RULE,
            &returns(care, "A 01/05/2008 A 07/05/2009 A 13/05/2009", ""),
            &["A reviews 4 REVIEW=13/05/2009 REVIEW before=07/05/2009"],
        );
    }

    #[test]
    fn where_the_start_of_care_is_not_known_only_the_longest_time_counts() {
        // Care began before the first return, or its first episode does not say that it began.
        good(&RULE, &returns("A 31/03/2009 S", "A 29/07/2009", "A 29/07/2010"));
        good(&RULE, &returns("A 01/05/2009 P", "A 29/08/2009", "A 29/08/2010"));
        // And after a review before the first return there may be others that are not seen.
        good(&RULE, &returns("A 01/05/2005 S", "A 31/03/2009", "A 02/04/2010"));
    }

    #[test]
    fn a_review_whose_day_cannot_be_read_may_be_the_missing_one() {
        good(&RULE, &returns("A 01/05/2010 S", "", "A 28/05/10 A 29/08/2010"));
    }

    #[test]
    fn time_out_of_care_is_not_counted() {
        good(
            &RULE,
            "2010 episodes
             CHILD DECOM      RNE LS PLACE DEC        REC
             A     01/04/2009 S   C2 Q2    01/10/2009 E4
             2010 reviews
             CHILD REVIEW
             A     28/04/2009
             2011 episodes
             CHILD DECOM      RNE LS PLACE DEC        REC
             A     01/02/2011 S   C2 Q2    -          -
             2011 reviews
             CHILD REVIEW
             A     28/02/2011",
        );
    }
}

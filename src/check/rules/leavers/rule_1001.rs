//! 1001: OC3 is filled for someone who had not been in care long enough to be a care leaver.
//!
//! A care leaver was looked after for 13 weeks since the 14th birthday, some of it since the 16th, and was not
//! adopted. Short breaks are not care.
//!
//! The returns may cover two years of someone's eight. Care before the first of an unbroken run of returns is not
//! known, except where later rows show its start, so all those days count as if they had been in care. Only someone
//! who cannot be a care leaver even so is found. Most people of 20 and over had left care before the first return, and
//! are not found; the public rule finds all of them. An adoption is known to be the last event only where all the
//! returns since then are there.

use super::ages::report_with_birth;
use crate::care::ChildHistory;
use crate::care::ends::DatedEpisode;
use crate::check::child::Child;
use crate::check::found::Found;
use crate::check::rule::Rule;
use crate::day::Day;
use crate::returns::table::Table;
use crate::seeds::codes::roles::Role;

/// Someone with no known episode is left to 1002.
pub(crate) const RULE: Rule = Rule::error(
    "1001",
    "OC3 is filled for someone whose time in care does not make a care leaver",
    "take the row of OC3 away, or correct the episodes",
    check,
)
.touching(&[147, 148])
.needing(&[Table::Header, Table::Episodes, Table::Oc3])
.needing_before(&[Table::Episodes]);

/// Thirteen weeks since the 14th birthday, and a day since the 16th.
const ENOUGH: [(i32, i32); 2] = [(14, 91), (16, 1)];

fn check(child: &Child<'_>, found: &mut Found) {
    let whole = child.rows.every_episode_counts() && child.before.every_episode_counts();
    let Some((row, care)) = child.rows.oc3_row().zip(child.care.as_ref()).filter(|_| whole) else {
        return;
    };
    let Some((cover, birth)) = child.cover(&[Table::Episodes]).zip(child.birth()) else {
        return;
    };
    if !child.has_known_episodes() {
        return;
    }
    let after = child.year_end().plus_days(1);
    let too_short = ENOUGH.iter().any(|&(age, days)| days_since(birth.birthday(age), care, cover, after) < days);
    if too_short || adopted(child, care, cover) {
        report_with_birth(child, row, found);
    }
}

/// The most days in care that there may have been from a day up to `after`: all before `cover`, and the known ones
/// since. A birth given to the month is the earliest it may be, so the days are never too few.
fn days_since(day: Day, care: &ChildHistory<'_>, cover: Day, after: Day) -> i32 {
    let from = day.max(cover);
    let known = care.periods.iter().map(|period| {
        let end = period.end.unwrap_or(after);
        end.days_since(period.start.max(from)).max(0)
    });
    from.days_since(day) + known.sum::<i32>()
}

/// Whether the last known event is an adoption.
fn adopted(child: &Child<'_>, care: &ChildHistory<'_>, cover: Day) -> bool {
    let adopted = |last: &DatedEpisode<'_>| child.has_role(Role::Adopted, last.reason_ended);
    care.episodes.last().is_some_and(|last| adopted(last) && last.end >= Some(cover))
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::check::example::{bad, good, not_run};

    /// Returns of the years to 2011 from one on, the last with an OC3 row, of someone born on 2 May 1993.
    fn returns(first: i32, episodes: &str) -> String {
        with_birth("02/05/1993", first, episodes)
    }

    fn with_birth(birth: &str, first: i32, episodes: &str) -> String {
        let episodes = format!("episodes\nCHILD DECOM RNE LS PLACE DEC REC\n{}\n", episodes.replace("; ", "\n"));
        let years = (first..=2011).map(|year| format!("{year} {episodes}"));
        let header = format!("2011 header\nCHILD SEX DOB ETHNIC\nA 1 {birth} WBRI\n");
        years.collect::<String>() + &header + "2011 oc3\nCHILD IN_TOUCH ACTIV ACCOM\nA NO 0 0"
    }

    fn found(birth: &str) -> String {
        format!("A oc3 2 IN_TOUCH=NO ACTIV=0 ACCOM=0 DOB={birth}")
    }

    #[test]
    fn ninety_nights_since_the_14th_birthday_are_too_few_and_91_enough() {
        let nights = |end| format!("A 01/05/2009 S C2 Q2 {end} E5");
        bad(&RULE, &returns(2007, &nights("30/07/2009")), &[&found("02/05/1993")]);
        good(&RULE, &returns(2007, &nights("31/07/2009")));
        // A night before the birthday is not counted.
        let nights = |end| format!("A 01/05/2007 S C2 Q2 {end} E4; A 02/05/2009 S C2 Q2 03/05/2009 E5");
        bad(&RULE, &returns(2007, &nights("30/07/2007")), &[&found("02/05/1993")]);
        good(&RULE, &returns(2007, &nights("31/07/2007")));
    }

    #[test]
    fn a_night_since_the_16th_birthday_is_enough_and_none_too_few() {
        let left = |end| format!("A 01/05/2008 S C2 Q2 {end} E5");
        bad(&RULE, &returns(2007, &left("02/05/2009")), &[&found("02/05/1993")]);
        good(&RULE, &returns(2007, &left("03/05/2009")));
        good(&RULE, &returns(2007, "A 01/05/2008 S C2 Q2 - -"));
    }

    #[test]
    fn short_breaks_are_not_care() {
        bad(&RULE, &returns(2007, "A 01/05/2008 S V4 Q2 01/03/2011 E8"), &[&found("02/05/1993")]);
    }

    #[test]
    fn someone_last_adopted_is_not_a_care_leaver() {
        let adopted = "A 01/05/2008 S C2 A6 01/06/2009 E11";
        bad(&RULE, &returns(2009, adopted), &[&found("02/05/1993")]);
        good(&RULE, &returns(2009, &format!("{adopted}; A 01/07/2009 S C2 Q2 01/08/2009 E5")));
        // The return of the year after the adoption is not there.
        let adopted = with_birth("02/05/1992", 2008, "A 01/05/2007 S C2 A6 01/01/2008 E11");
        good(&RULE, &adopted.replace("2009 episodes", "2007 episodes"));
    }

    #[test]
    fn what_was_before_the_first_return_may_have_been_care() {
        // 16 on 2 May 2009: the returns begin on 1 April 2009, so nothing since is unknown; a year later, it is.
        let left = "A 01/04/2009 S C2 Q2 02/05/2009 E5";
        bad(&RULE, &returns(2010, left), &[&found("02/05/1993")]);
        bad(&RULE, &with_birth("02/04/1994", 2010, "A 01/01/2011 S C2 Q2 01/04/2011 E5"), &[]);
        good(&RULE, &with_birth("31/03/1993", 2010, "A 01/01/2009 S C2 Q2 02/04/2009 E5"));
        // Twenty and over: everything that matters was before the returns.
        good(&RULE, &with_birth("01/05/1990", 2010, "A 01/04/2009 S C2 Q2 02/04/2009 E5"));
    }

    #[test]
    fn a_rejected_episode_may_have_been_the_care_that_is_missing() {
        good(&RULE, &returns(2007, "A 01/05/2008 S C2 Q2 02/05/2009 X1; A 02/05/2009 P - Q2 01/05/2010 E5"));
    }

    #[test]
    fn without_the_return_of_the_year_before_the_rule_is_not_run() {
        not_run(&RULE, &returns(2011, "A 01/05/2008 S C2 Q2 02/05/2009 E5"), 2011, "episodes 2010");
    }
}

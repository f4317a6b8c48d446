//! What NI 147 and 148 share: the cohort of care leavers aged 19, and whether they are in touch.

use super::Question;
use super::outcome::{Counted, Decision, Flags, Reason};
use crate::care::ChildHistory;
use crate::care::codes::LEFT_THE_COHORT;
use crate::code::Code;
use crate::day::Day;
use crate::returns::table::Table;
use crate::returns::tables::oc3::Oc3;

/// The tables that both need.
pub const NEEDS: &[Table] = &[Table::Episodes, Table::Oc3];

const IN_TOUCH: Code = Code::of("YES");
const DIED: Code = Code::of("DIED");
const RETURNED_HOME: Code = Code::of("RHOM");

/// Whether the young person is in the cohort, is in touch and meets the test.
pub fn decide(
    child: &ChildHistory<'_>,
    question: &Question<'_>,
    test: impl Fn(&Oc3) -> bool,
    failed: Reason,
) -> Option<Decision> {
    let Some(birth) = child.birth else {
        let current = question.timeframe.current_year();
        return row_of(child, current).map(|_| Decision::dob_unknown(Flags::NONE));
    };
    let nineteen = birth.birthday(19);
    if !question.timeframe.holds(nineteen) {
        return None;
    }
    let row = row_of(child, nineteen.return_year());
    let cohort_day = cohort_day(birth);
    let flags = if question.held.loaded(cohort_day.return_year()) {
        match (child.period_on(cohort_day), row) {
            (None, None) => return None,
            (None, Some(_)) => return Some(Decision::new(Counted::Out(Reason::NotInCohort), Flags::NONE)),
            (Some(_), None) => return Some(Decision::new(without_row(child, question), Flags::NONE)),
            (Some(_), Some(_)) => Flags::NONE,
        }
    } else {
        Flags { cohort_assumed: true, ..Flags::NONE }
    };
    let row = row?;
    let counted = match row.in_touch {
        DIED => Counted::Out(Reason::Died),
        RETURNED_HOME => Counted::Out(Reason::Rhom),
        IN_TOUCH if test(row) => Counted::Met,
        IN_TOUCH => Counted::NotMet(failed),
        _ => Counted::NotMet(Reason::NotInTouch),
    };
    Some(Decision::new(counted, flags))
}

/// The first 1 April strictly after the 16th birthday.
fn cohort_day(birth: Day) -> Day {
    let sixteen = birth.birthday(16);
    let this_year = Day::first_of_april(sixteen.year());
    if this_year > sixteen { this_year } else { Day::first_of_april(sixteen.year() + 1) }
}

fn row_of<'child>(child: &ChildHistory<'child>, year: i32) -> Option<&'child Oc3> {
    child.oc3.iter().find(|(of_year, _)| *of_year == year).map(|(_, row)| row)
}

/// What becomes of a cohort member without an OC3 row.
fn without_row(child: &ChildHistory<'_>, question: &Question<'_>) -> Counted {
    let left = child.episodes.last().is_some_and(|last| LEFT_THE_COHORT.contains(&last.reason_ended));
    if left {
        Counted::Out(Reason::LeftTheCohort)
    } else if question.policies.missing_oc3_counts {
        Counted::NotMet(Reason::NoOc3Row)
    } else {
        Counted::Out(Reason::NoOc3Row)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_cohort_day_is_the_first_1_april_strictly_after_the_16th_birthday() {
        for (born, cohort) in [
            ("1992-03-31", "2008-04-01"),
            ("1992-04-01", "2009-04-01"),
            ("1992-04-02", "2009-04-01"),
            ("1992-02-29", "2008-04-01"),
        ] {
            let day = |text: &str| Day::read(text.as_bytes()).unwrap();
            assert_eq!(cohort_day(day(born)), day(cohort), "{born}");
        }
    }
}

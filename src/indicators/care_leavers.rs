//! What NI 147 and 148 share: the cohort of care leavers aged 19, and whether they are in touch.

use super::outcome::{Counted, Decision, Flags, Reason};
use super::outside::Outside;
use super::question::Question;
use super::witness::Witness;
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

/// What is asked of a care leaver who is in touch.
pub struct Test {
    /// Whether the row passes.
    pub passed: fn(&Oc3) -> bool,
    /// What is asked and what is found, in words.
    pub words: fn(&Oc3, &Question<'_>) -> String,
    /// Why a row that does not pass fails.
    pub failed: Reason,
}

/// Whether a young person who turns 19 in the window was looked after on the cohort day.
enum Cohort {
    In,
    NotIn,
    /// The return that would tell is not loaded.
    NotTold,
}

/// Whether the young person is in the cohort, is in touch and meets the test.
pub fn decide(
    child: &ChildHistory<'_>,
    question: &Question<'_>,
    test: &Test,
    witness: &mut Witness,
) -> Result<Decision, Outside> {
    let Some(birth) = child.birth else {
        let current = question.timeframe.current_year();
        witness.test(false, || "Turns 19 in the window: the date of birth is not known".to_owned());
        let row = row_of(child, current, witness);
        return row.map(|_| Decision::dob_unknown(Flags::NONE)).ok_or(Outside::NoDateOfBirthAndNoOc3Row);
    };
    let nineteen = birth.birthday(19);
    let turns_19 = witness.test(question.timeframe.holds(nineteen), || {
        let (first, last) = (question.timeframe.window_start.in_words(), question.timeframe.as_at.in_words());
        format!("Turns 19 from {first} to {last}: in {}", nineteen.month_in_words())
    });
    if !turns_19 {
        return Err(Outside::NotNineteenInTheWindow);
    }
    let cohort = cohort(child, birth, question, witness);
    match (cohort, row_of(child, nineteen.return_year(), witness)) {
        (Cohort::In, Some(row)) => Ok(Decision::new(answer(row, question, test, witness), Flags::NONE)),
        (Cohort::In, None) => Ok(Decision::new(without_row(child, question, witness), Flags::NONE)),
        (Cohort::NotIn, Some(_)) => Ok(Decision::new(Counted::Out(Reason::NotInCohort), Flags::NONE)),
        (Cohort::NotIn, None) => Err(Outside::NotInCohortAndNoOc3Row),
        (Cohort::NotTold, Some(row)) => {
            let flags = Flags { cohort_assumed: true, ..Flags::NONE };
            Ok(Decision::new(answer(row, question, test, witness), flags))
        }
        (Cohort::NotTold, None) => Err(Outside::CohortNotKnownAndNoOc3Row),
    }
}

/// Whether the young person was looked after on the cohort day.
fn cohort(child: &ChildHistory<'_>, birth: Day, question: &Question<'_>, witness: &mut Witness) -> Cohort {
    let cohort_day = cohort_day(birth);
    let year = cohort_day.return_year();
    if !question.held.loaded(year) {
        witness.say(|| {
            let day = cohort_day.in_words();
            format!("Looked after on the cohort day, {day}: the return for {year} would tell and is not loaded")
        });
        return Cohort::NotTold;
    }
    let period = child.period_on(cohort_day);
    let in_cohort = witness.test(period.is_some(), || {
        let since = period.map_or("no".to_owned(), |period| format!("since {}", period.start.in_words()));
        format!("Looked after on the cohort day, {}: {since}", cohort_day.in_words())
    });
    if in_cohort { Cohort::In } else { Cohort::NotIn }
}

/// The first 1 April strictly after the 16th birthday.
fn cohort_day(birth: Day) -> Day {
    let sixteen = birth.birthday(16);
    let this_year = Day::first_of_april(sixteen.year());
    if this_year > sixteen { this_year } else { Day::first_of_april(sixteen.year() + 1) }
}

fn row_of<'child>(child: &ChildHistory<'child>, year: i32, witness: &mut Witness) -> Option<&'child Oc3> {
    let row = child.oc3.iter().find(|(of_year, _)| *of_year == year).map(|(_, row)| row);
    witness.test(row.is_some(), || format!("An OC3 row in the return for {year}"));
    row
}

/// What the OC3 row of a cohort member says.
fn answer(row: &Oc3, question: &Question<'_>, test: &Test, witness: &mut Witness) -> Counted {
    let in_touch = witness.test(row.in_touch == IN_TOUCH, || {
        let found = row.in_touch.text(question.long);
        format!("IN_TOUCH is YES: {}", if found.is_empty() { "blank" } else { &found })
    });
    match row.in_touch {
        DIED => Counted::Out(Reason::Died),
        RETURNED_HOME => Counted::Out(Reason::Rhom),
        _ if !in_touch => Counted::NotMet(Reason::NotInTouch),
        _ if witness.test((test.passed)(row), || (test.words)(row, question)) => Counted::Met,
        _ => Counted::NotMet(test.failed),
    }
}

/// What becomes of a cohort member without an OC3 row.
fn without_row(child: &ChildHistory<'_>, question: &Question<'_>, witness: &mut Witness) -> Counted {
    let ended = child.episodes.last().map(|last| last.reason_ended);
    let left = ended.is_some_and(|ended| LEFT_THE_COHORT.contains(&ended));
    witness.test(!left, || {
        let found = ended.map(|ended| ended.text(question.long)).filter(|found| !found.is_empty());
        let found = found.unwrap_or_else(|| "none".to_owned());
        format!("Still of the cohort, for the last REC is neither E2 nor E3: {found}")
    });
    if left {
        return Counted::Out(Reason::LeftTheCohort);
    }
    if question.policies.missing_oc3_counts {
        Counted::NotMet(Reason::NoOc3Row)
    } else {
        witness.say(|| "missing_oc3_counts is false: without an OC3 row, out".to_owned());
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

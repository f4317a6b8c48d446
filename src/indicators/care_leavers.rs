//! NI 147 and 148: the cohort of care leavers aged 19, those in touch, and what is asked of them.

use super::outcome::{Counted, Decision, Flags, Reason};
use super::outside::Outside;
use super::question::{Indicator, LooksBack, Question};
use super::witness::{Sight, Witness};
use crate::care::ChildHistory;
use crate::day::Day;
use crate::returns::table::Table;
use crate::returns::tables::oc3::Oc3;
use crate::seeds::codes::roles::Role;
use std::ops::RangeInclusive;

/// An indicator of care leavers. Its definition gives the `birthday` that falls in the window, and the
/// `cohort_birthday` after which the cohort day is the first 1 April.
pub(crate) struct CareLeavers {
    /// The indicator's number.
    pub number: u16,
    /// Whether the row of a care leaver who is in touch passes.
    pub passed: fn(&Oc3, &Question<'_>) -> bool,
    /// What is asked of the row and what is found, in words.
    pub words: fn(&Oc3, &Question<'_>) -> String,
    /// Why a row that does not pass fails.
    pub failed: Reason,
}

/// Whether a young person whose birthday is in the window was looked after on the cohort day.
enum Cohort {
    In,
    NotIn,
    /// The return that would tell is not loaded.
    NotKnown,
}

impl Indicator for CareLeavers {
    fn number(&self) -> u16 {
        self.number
    }

    fn needs(&self) -> &'static [Table] {
        &[Table::Episodes, Table::Oc3]
    }

    fn numbers(&self) -> &'static [&'static str] {
        &["birthday", "cohort_birthday"]
    }

    fn birthday_in_window(&self, question: &Question<'_>) -> Option<i32> {
        let [birthday, _] = question.numbers();
        Some(birthday)
    }

    fn looks_back(&self) -> LooksBack {
        LooksBack::ToCohort
    }

    fn cohort_told_by(&self, question: &Question<'_>) -> Option<RangeInclusive<i32>> {
        let [birthday, cohort_birthday] = question.numbers();
        let year_of = |day: Day| cohort_day(day.plus_months(12 * (cohort_birthday - birthday))).return_year();
        Some(year_of(question.timeframe.window_start)..=year_of(question.timeframe.as_at))
    }

    fn decide(
        &self,
        child: &ChildHistory<'_>,
        question: &Question<'_>,
        witness: &mut Witness,
    ) -> Result<Decision, Outside> {
        let [age, _] = question.numbers();
        witness.look(Sight::Birth);
        let Some(birth) = child.birth else {
            let current = question.timeframe.current_year();
            witness.test(false, || format!("Turns {age} in the window: the date of birth is not known"));
            let row = row_of(child, current, witness);
            return row.map(|_| Decision::dob_unknown(Flags::NONE)).ok_or(Outside::NoDateOfBirthAndNoOc3Row);
        };
        let birthday = birth.birthday(age);
        let in_window = witness.test(question.timeframe.holds(birthday), || {
            let (first, last) = (question.timeframe.window_start.in_words(), question.timeframe.as_at.in_words());
            format!("Turns {age} from {first} to {last}: in {}", birthday.month_in_words())
        });
        if !in_window {
            return Err(Outside::NotNineteenInTheWindow);
        }
        let cohort = cohort(child, birth, question, witness);
        match (cohort, row_of(child, birthday.return_year(), witness)) {
            (Cohort::In, Some(row)) => Ok(Decision::new(self.answer(row, question, witness), Flags::NONE)),
            (Cohort::In, None) => Ok(Decision::new(without_row(child, question, witness), Flags::NONE)),
            (Cohort::NotIn, Some(_)) => Ok(Decision::new(Counted::Out(Reason::NotInCohort), Flags::NONE)),
            (Cohort::NotIn, None) => Err(Outside::NotInCohortAndNoOc3Row),
            (Cohort::NotKnown, Some(row)) => {
                let flags = Flags { cohort_assumed: true, ..Flags::NONE };
                Ok(Decision::new(self.answer(row, question, witness), flags))
            }
            (Cohort::NotKnown, None) => Err(Outside::CohortNotKnownAndNoOc3Row),
        }
    }
}

impl CareLeavers {
    /// What the OC3 row of a cohort member says.
    fn answer(&self, row: &Oc3, question: &Question<'_>, witness: &mut Witness) -> Counted {
        let has = |role| question.roles.has(role, row.in_touch);
        let in_touch = witness.test(has(Role::InTouch), || {
            let (codes, found) = (question.roles.in_words(Role::InTouch, "or"), row.in_touch.text(question.long));
            format!("IN_TOUCH is {codes}: {}", if found.is_empty() { "blank" } else { &found })
        });
        match () {
            () if has(Role::LeaverDied) => Counted::Out(Reason::Died),
            () if has(Role::ReturnedHome) => Counted::Out(Reason::Rhom),
            () if !in_touch => Counted::NotMet(Reason::NotInTouch),
            () if witness.test((self.passed)(row, question), || (self.words)(row, question)) => Counted::Met,
            () => Counted::NotMet(self.failed),
        }
    }
}

/// Whether the young person was looked after on the cohort day.
fn cohort(child: &ChildHistory<'_>, birth: Day, question: &Question<'_>, witness: &mut Witness) -> Cohort {
    let [_, cohort_birthday] = question.numbers();
    let cohort_day = cohort_day(birth.birthday(cohort_birthday));
    let year = cohort_day.return_year();
    if !question.held.loaded(year) {
        witness.say(|| {
            let day = cohort_day.in_words();
            format!("Looked after on the cohort day, {day}: the return for {year} would tell and is not loaded")
        });
        return Cohort::NotKnown;
    }
    witness.look(Sight::Episodes);
    let period = child.period_on(cohort_day);
    let in_cohort = witness.test(period.is_some(), || {
        let since = period.map_or("no".to_owned(), |period| format!("since {}", period.start.in_words()));
        format!("Looked after on the cohort day, {}: {since}", cohort_day.in_words())
    });
    if in_cohort { Cohort::In } else { Cohort::NotIn }
}

/// The first 1 April strictly after the birthday.
fn cohort_day(birthday: Day) -> Day {
    let this_year = Day::first_of_april(birthday.year());
    if this_year > birthday { this_year } else { Day::first_of_april(birthday.year() + 1) }
}

fn row_of<'child>(child: &ChildHistory<'child>, year: i32, witness: &mut Witness) -> Option<&'child Oc3> {
    witness.look(Sight::Leaver);
    let row = child.oc3.iter().find(|(of_year, _)| *of_year == year).map(|(_, row)| row);
    witness.test(row.is_some(), || format!("An OC3 row in the return for {year}"));
    row
}

/// What becomes of a cohort member without an OC3 row.
fn without_row(child: &ChildHistory<'_>, question: &Question<'_>, witness: &mut Witness) -> Counted {
    let ended = child.episodes.last().map(|last| last.reason_ended);
    let left = ended.is_some_and(|ended| question.roles.has(Role::LeftCohort, ended));
    witness.test(!left, || {
        let found = ended.map(|ended| ended.text(question.long)).filter(|found| !found.is_empty());
        let found = found.unwrap_or_else(|| "none".to_owned());
        let codes = question.roles.in_words(Role::LeftCohort, "nor");
        format!("Still of the cohort, for the last REC is neither {codes}: {found}")
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
            assert_eq!(cohort_day(day(born).birthday(16)), day(cohort), "{born}");
        }
    }
}

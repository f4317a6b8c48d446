//! NI 99, 100 and 101: a school cohort, and its results of one exam year.

use super::outcome::{Counted, Decision, Flags, Reason};
use super::outside::Outside;
use super::population::{looked_after_for_twelve_months, of_the_age};
use super::question::{Indicator, LooksBack, Question};
use super::witness::{Sight, Witness};
use crate::care::ChildHistory;
use crate::day::Day;
use crate::returns::table::Table;
use crate::returns::tables::attainment::{ExamResult, Subject};
use crate::timeframe::twelve_months_to;

/// An indicator of the results at the end of a key stage. Its definition gives the `age` on the 31 August before the
/// cohort day, and the `result` asked for.
pub(crate) struct KeyStage {
    /// The indicator's number.
    pub number: u16,
    /// The column of results.
    pub subject: Subject,
    /// Whether the first number, found, achieves the second, asked for.
    pub achieves: fn(i32, i32) -> bool,
    /// What is asked for, in words.
    pub asked: fn(i32) -> String,
    /// Whether `matched_only_years` applies.
    pub matched_only: bool,
}

impl Indicator for KeyStage {
    fn number(&self) -> u16 {
        self.number
    }

    fn needs(&self) -> &'static [Table] {
        &[Table::Header, Table::Episodes, Table::Attainment]
    }

    fn numbers(&self) -> &'static [&'static str] {
        &["age", "result"]
    }

    fn looks_back_to(&self, question: &Question<'_>) -> Day {
        twelve_months_to(question.timeframe.school_cohort_day)
    }

    fn subject(&self) -> Option<Subject> {
        Some(self.subject)
    }

    fn looks_back(&self) -> LooksBack {
        LooksBack::ToStartOfCareBeforeCover
    }

    fn day_of_care(&self, question: &Question<'_>) -> Day {
        question.timeframe.school_cohort_day
    }

    fn decide(
        &self,
        child: &ChildHistory<'_>,
        question: &Question<'_>,
        witness: &mut Witness,
    ) -> Result<Decision, Outside> {
        let cohort_day = question.timeframe.school_cohort_day;
        let period = looked_after_for_twelve_months(child, cohort_day, witness)?;
        let flags = Flags::start_truncated(period.start_truncated);
        // 31 August of the school year that the exams end.
        let school_year_starts = cohort_day.plus_months(-7);
        let [wanted, _] = question.numbers();
        match of_the_age(child, school_year_starts, |age| age == wanted, || wanted.to_string(), witness) {
            None => Ok(Decision::dob_unknown(flags)),
            Some(false) => Err(Outside::NotOfTheAge),
            Some(true) => Ok(Decision::new(self.result(child, question, witness), flags)),
        }
    }
}

impl KeyStage {
    /// Whether a child of the cohort achieved the result.
    fn result(&self, child: &ChildHistory<'_>, question: &Question<'_>, witness: &mut Witness) -> Counted {
        witness.look(Sight::Results);
        let exam_year = question.timeframe.school_cohort_day.year();
        let of_year = child.results.iter().find(|results| results.exam_year == exam_year);
        let result = of_year.and_then(|results| results.results[self.subject as usize]);
        let [_, wanted] = question.numbers();
        let achieved = matches!(result, Some(ExamResult::Number(number)) if (self.achieves)(number.into(), wanted));
        witness.test(achieved, || {
            let found = match (of_year, result) {
                (None, _) => "no row of results".to_owned(),
                (_, None) => "blank".to_owned(),
                (_, Some(ExamResult::Number(number))) => number.to_string(),
                (_, Some(ExamResult::Other)) => "a code that is no level".to_owned(),
            };
            let (column, asked) = (self.subject.column(), (self.asked)(wanted));
            format!("{column} in the exams of {exam_year} is {asked}: {found}")
        });
        match result {
            None if self.matched_only && question.policies.matched_only_years.contains(&exam_year) => {
                witness.say(|| format!("{exam_year} is among the matched_only_years: without a result, out"));
                Counted::Out(Reason::NotMatched)
            }
            None => Counted::NotMet(Reason::NotMatched),
            Some(_) if achieved => Counted::Met,
            Some(_) => Counted::NotMet(Reason::NotAchieved),
        }
    }
}

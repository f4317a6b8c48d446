//! What NI 99, 100 and 101 share: a school cohort, and its results of one exam year.

use super::outcome::{Counted, Decision, Flags, Reason};
use super::outside::Outside;
use super::population::{looked_after_for_twelve_months, of_the_age};
use super::question::Question;
use super::witness::Witness;
use crate::care::ChildHistory;
use crate::day::Day;
use crate::returns::table::Table;
use crate::returns::tables::attainment::{ExamResult, Subject};
use crate::timeframe::{Timeframe, twelve_months_to};

/// The tables that each of the three needs.
pub const NEEDS: &[Table] = &[Table::Header, Table::Episodes, Table::Attainment];

/// One of the three.
pub struct KeyStage {
    /// The age on the 31 August before the cohort day.
    pub age: i32,
    /// The column of results.
    pub subject: Subject,
    /// Whether a number achieves it.
    pub achieves: fn(u8) -> bool,
    /// Which numbers do, in words.
    pub asked: &'static str,
    /// Whether `matched_only_years` touches it.
    pub matched_only: bool,
}

/// The first of the twelve months to the cohort day.
pub fn looks_back_to(timeframe: &Timeframe) -> Day {
    twelve_months_to(timeframe.school_cohort_day)
}

impl KeyStage {
    /// Whether the child is in the cohort, and whether it achieved the level.
    pub fn decide(
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
        match of_the_age(child, school_year_starts, |age| age == self.age, || self.age.to_string(), witness) {
            None => Ok(Decision::dob_unknown(flags)),
            Some(false) => Err(Outside::NotOfTheAge),
            Some(true) => Ok(Decision::new(self.result(child, question, witness), flags)),
        }
    }

    /// Whether a child of the cohort achieved the level.
    fn result(&self, child: &ChildHistory<'_>, question: &Question<'_>, witness: &mut Witness) -> Counted {
        let exam_year = question.timeframe.school_cohort_day.year();
        let of_year = child.results.iter().find(|results| results.exam_year == exam_year);
        let result = of_year.and_then(|results| results.results[self.subject as usize]);
        let achieved = matches!(result, Some(ExamResult::Number(number)) if (self.achieves)(number));
        witness.test(achieved, || {
            let found = match (of_year, result) {
                (None, _) => "no row of results".to_owned(),
                (_, None) => "blank".to_owned(),
                (_, Some(ExamResult::Number(number))) => number.to_string(),
                (_, Some(ExamResult::Other)) => "a code that is no level".to_owned(),
            };
            format!("{} in the exams of {exam_year} is {}: {found}", self.subject.column(), self.asked)
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

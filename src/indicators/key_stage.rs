//! What NI 99, 100 and 101 share: a school cohort, and its results of one exam year.

use super::Question;
use super::outcome::{Counted, Decision, Flags, Reason};
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
    /// Whether `matched_only_years` touches it.
    pub matched_only: bool,
}

/// The first of the twelve months to the cohort day.
pub fn looks_back_to(timeframe: &Timeframe) -> Day {
    twelve_months_to(timeframe.school_cohort_day)
}

impl KeyStage {
    /// Whether the child is in the cohort, and whether it achieved the level.
    pub fn decide(&self, child: &ChildHistory<'_>, question: &Question<'_>) -> Option<Decision> {
        let cohort_day = question.timeframe.school_cohort_day;
        let exam_year = cohort_day.year();
        let period = child.period_on(cohort_day).filter(|period| period.twelve_months_on(cohort_day))?;
        let flags = Flags::start_truncated(period.start_truncated);
        // 31 August of the school year that the exams end.
        let school_year_starts = Day::from_ymd(exam_year - 1, 8, 31)?;
        match child.age_on(school_year_starts) {
            None => return Some(Decision::dob_unknown(flags)),
            Some(age) if age != self.age => return None,
            Some(_) => {}
        }
        let of_year = child.results.iter().find(|results| results.exam_year == exam_year);
        let result = of_year.and_then(|results| results.results[self.subject as usize]);
        let matched_only = self.matched_only && question.policies.matched_only_years.contains(&exam_year);
        let counted = match result {
            None if matched_only => Counted::Out(Reason::NotMatched),
            None => Counted::NotMet(Reason::NotMatched),
            Some(ExamResult::Number(number)) if (self.achieves)(number) => Counted::Met,
            Some(_) => Counted::NotMet(Reason::NotAchieved),
        };
        Some(Decision::new(counted, flags))
    }
}
